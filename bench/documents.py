"""Documents made from gold texts, and the altered versions that copying makes."""

import hashlib

from secondsource.model.document import Document
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import MarkedDocument, Marks
from secondsource.model.source import Source
from secondsource.text.sentences import sentences


def document(key: str, text: str, language: str) -> MarkedDocument:
    """A document whose every line is body, without marks."""
    passages, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            passages.append(Passage(at, at + len(line), Role.BODY))
        at += len(line) + 1
    source = Source(key, key, key, None, hashlib.sha256(text.encode()).hexdigest(), "text/plain", "utf-8")
    return MarkedDocument(Document(source, text, language, tuple(passages)), Marks())


def _lines(text: str, language: str) -> list[str]:
    return [span.cut(text) for span in sentences(text, language)]


def trimmed(text: str, language: str, share: float = 0.6) -> str:
    """The first part of the sentences: how a text is cut to length."""
    lines = _lines(text, language)
    return "\n".join(lines[: max(2, round(len(lines) * share))])


def reordered(text: str, language: str) -> str:
    """Background carried to the end: the second quarter of the sentences moved behind the last."""
    lines = _lines(text, language)
    first, second = len(lines) // 4, len(lines) // 2
    return "\n".join(lines[:first] + lines[second:] + lines[first:second])


def mixed(text: str, other: str, language: str) -> str:
    """Every other sentence from another version of the same text, as far as their lines run beside each other."""
    ours, theirs = text.split("\n"), other.split("\n")
    joined = [theirs[at] if at % 2 and at < len(theirs) else line for at, line in enumerate(ours)]
    return "\n".join(joined)
