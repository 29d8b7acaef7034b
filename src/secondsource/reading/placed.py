"""The date's evidence is found in a text that does not know its source's id; here each span is given it."""

from msgspec.structs import replace

from secondsource.model.published import Clue, Published
from secondsource.model.span import Place, Reason


def placed(
    published: Published | None, clues: tuple[Clue, ...], source: str
) -> tuple[Published | None, tuple[Clue, ...]]:
    """The same evidence, every span of it in `source`."""
    if published is not None:
        published = replace(published, reasons=tuple(_in(reason, source) for reason in published.reasons))
    return published, tuple(replace(clue, reason=_in(clue.reason, source)) for clue in clues)


def _in(reason: Reason, source: str) -> Reason:
    return Reason(reason.why, tuple(Place(source, place.start, place.end) for place in reason.spans))
