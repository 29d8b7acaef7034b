"""Sentences with their places."""

from functools import lru_cache

from sentencex import get_sentence_boundaries

from secondsource.model.span import Span


def sentences(text: str, language: str) -> list[Span]:
    """Sentence spans inside `text`, trimmed of white space; a line feed always ends a sentence."""
    found: list[Span] = []
    at = 0
    for line in text.split("\n"):
        if line and not line.isspace():
            found += [Span(at + start, at + end) for start, end in _of_line(line, language)]
        at += len(line) + 1
    return found


@lru_cache(maxsize=256)
def _of_line(line: str, language: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences of one line start and end. Kept, since several readers of one document ask for the same."""
    found: list[tuple[int, int]] = []
    for boundary in get_sentence_boundaries(language, line):
        start, end = boundary["start_index"], boundary["end_index"]
        raw = line[start:end]
        head, tail = len(raw) - len(raw.lstrip()), len(raw.rstrip())
        if tail > head:
            found.append((start + head, start + tail))
    return tuple(found)
