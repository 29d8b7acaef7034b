"""The marker of figures."""

from msgspec import Struct

from secondsource.model.document import Document
from secondsource.model.mark import Figure, Mark, Mention, Moment, Statement
from secondsource.model.pile import Marks
from secondsource.stage.contract import Marked

from .parse import figures_of
from .whose.carried import carried


class MarkFigures(Struct, frozen=True):
    """Numbers with what they count, in reported passages."""

    name: str = "figures"

    @property
    def needs(self) -> tuple[type[Mark], ...]:
        """Parties, moments and statements, for what a figure is of, when, and who says so."""
        return (Mention, Moment, Statement)

    @property
    def gives(self) -> tuple[type[Mark], ...]:
        """Figures."""
        return (Figure,)

    def mark(self, document: Document, marks: Marks) -> Marked:
        """The figures of one document."""
        return Marked(marks=tuple(carried(figures_of(document, marks), marks, document)))
