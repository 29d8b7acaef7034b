"""Sentences with their places."""

import re
from functools import lru_cache

from sentencex import segment

from secondsource.model.span import Span

_BEFORE_STOP = re.compile("[\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000](?=\\s*\\.)")
"""White space beyond ASCII in front of a full stop ("plan B ."): sentencex, which counts bytes there, breaks on it."""


def sentences(text: str, language: str) -> list[Span]:
    """Sentence spans inside `text`, trimmed of white space; a line feed always ends a sentence."""
    if "\n" not in text:
        return list(_of_line(text, language))
    found: list[Span] = []
    at = 0
    for line in text.split("\n"):
        if line and not line.isspace():
            found += [span.shifted(at) for span in _of_line(line, language)]
        at += len(line) + 1
    return found


@lru_cache(maxsize=256)
def _of_line(line: str, language: str) -> tuple[Span, ...]:
    """Where the sentences of one line start and end. Kept, since several readers of one document ask for the same."""
    found: list[Span] = []
    at = 0
    plain = line if line.isascii() else _BEFORE_STOP.sub(" ", line)
    for raw in segment(language, plain):  # white space and all: together they are the line again
        head, tail = len(raw) - len(raw.lstrip()), len(raw.rstrip())
        if tail > head:
            found.append(Span(at + head, at + tail))
        at += len(raw)
    return tuple(found)
