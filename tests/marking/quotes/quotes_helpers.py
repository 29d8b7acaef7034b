"""What the tests of statements share: plain text as a document, and its statements with or without mentions."""

from secondsource.marking.mentions.stage import MarkMentions
from secondsource.marking.quotes.stage import MarkQuotes
from secondsource.model.document import Document
from secondsource.model.mark import Statement
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import Marks
from secondsource.model.source import Source


def body_document(text: str, language: str = "en") -> Document:
    """A document whose every line is body."""
    passages: list[Passage] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            passages.append(Passage(at, at + len(line), Role.BODY))
        at += len(line) + 1
    source = Source("source:test", "test", "test", None, "", "text/plain", "utf-8")
    return Document(source, text, language, tuple(passages))


def statements(document: Document, marks: Marks | None = None) -> list[Statement]:
    """The statements, read by the room's rules alone, or with marks made before."""
    found = MarkQuotes().mark(document, Marks() if marks is None else marks).marks
    return [mark for mark in found if isinstance(mark, Statement)]


def mentions(document: Document) -> Marks:
    """The parties that the document names."""
    return Marks().plus(MarkMentions().mark(document, Marks()).marks)
