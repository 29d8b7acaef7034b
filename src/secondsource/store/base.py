"""What every store offers: a writer while the pile is read, a view once it is."""

from typing import Protocol

from secondsource.model.judgement import Judgement
from secondsource.model.pile import MarkedDocument, Pile
from secondsource.model.problem import Problem


class Writer(Protocol):
    """Takes records. Putting the same record twice keeps it once."""

    def put_document(self, document: MarkedDocument) -> None:
        """Keep a read and marked document under its source id."""
        ...

    def put_problem(self, problem: Problem) -> None:
        """Keep a problem."""
        ...

    def put_judgement(self, judgement: Judgement) -> None:
        """Keep a person's judgement; a later one on the same pair takes the place of an earlier."""
        ...


class View(Protocol):
    """Gives records back, in an order that does not depend on the order of writing."""

    def pile(self) -> Pile:
        """Everything read so far, before any matching."""
        ...

    def judgements(self) -> tuple[Judgement, ...]:
        """The judgements in force."""
        ...
