"""The credits stage: whose work the page says it is."""

from msgspec import Struct

from secondsource.language.credits import credits_of
from secondsource.model.document import Document
from secondsource.model.keys import content_id
from secondsource.model.mark import Credit, Mark
from secondsource.model.pile import Marks
from secondsource.stage.contract import Marked
from secondsource.text.normalise import fold

from .find import Place, find
from .parse import Desk, Found, parse


class MarkCredits(Struct, frozen=True):
    """Finds wires, bylines, translators, relayed sources and photo credits. Needs no other marks."""

    @property
    def name(self) -> str:
        """`credits`."""
        return "credits"

    @property
    def needs(self) -> tuple[type[Mark], ...]:
        """Nothing."""
        return ()

    @property
    def gives(self) -> tuple[type[Mark], ...]:
        """Credits."""
        return (Credit,)

    def mark(self, document: Document, marks: Marks) -> Marked:
        """The credits of one document, in order of place."""
        table = credits_of(document.language)
        spots = tuple(find(document, table))
        signers = frozenset(fold(spot.span.cut(document.text)) for spot in spots if spot.place is Place.DATELINE)
        desk = Desk(table, signers, document.outlet)
        found = {each for spot in spots for each in parse(document.text, spot, desk)}
        ordered = sorted(found, key=lambda each: (each.span, each.role.value, each.name))
        return Marked(tuple(_credit(document.id, each) for each in ordered))


def _credit(source: str, found: Found) -> Credit:
    span = found.span
    return Credit(
        id=content_id("credit", source, span.start, span.end, found.role.value, found.name, found.through or ""),
        source=source,
        start=span.start,
        end=span.end,
        role=found.role,
        name=found.name,
        through=found.through,
    )
