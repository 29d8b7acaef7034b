"""The marker of statements."""

from msgspec import Struct

from secondsource.language.parsing import english
from secondsource.language.speech.lexicon import lexicon
from secondsource.model.document import Document
from secondsource.model.mark import Mark, Mention, Moment, Statement
from secondsource.model.pile import Marks
from secondsource.model.problem import Problem
from secondsource.stage.contract import Marked

from .parsed.revise import Reviser
from .statements import statements


class MarkQuotes(Struct, frozen=True):
    """Direct, mixed and indirect statements with their speakers.

    `parser` is None for rules alone; else the folder of an English parser, or "" for the installed one, which corrects
    what the rules read in English documents.
    """

    parser: str | None = None

    @property
    def name(self) -> str:
        """Its name in the plan."""
        return "quotes"

    @property
    def needs(self) -> tuple[type[Mark], ...]:
        """Parties for the speakers, moments for when it was said."""
        return (Mention, Moment)

    @property
    def gives(self) -> tuple[type[Mark], ...]:
        """Statements."""
        return (Statement,)

    def mark(self, document: Document, marks: Marks) -> Marked:
        """The statements of the reported passages. Without a table for the language: none, and a Problem that says
        so."""
        language = document.language or "en"
        words = lexicon(language)
        if words is None:
            why = f"No table of reporting verbs for language '{document.language}': no statements were sought."
            return Marked((), (Problem(document.source.name, "quotes-language-without-table", why),))
        parsed = self.parser is not None and language == english.LANGUAGE
        return Marked(statements(document, marks, words, Reviser(words, self.parser or "") if parsed else None))
