"""Sentences with their places."""

from sentencex import get_sentence_boundaries

from secondsource.model.span import Span


def sentences(text: str, language: str) -> list[Span]:
    """Sentence spans inside `text`, trimmed of white space; a line feed always ends a sentence."""
    found: list[Span] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            found.extend(_of_line(line, start, language))
        start += len(line) + 1
    return found


def _of_line(line: str, offset: int, language: str) -> list[Span]:
    spans: list[Span] = []
    for boundary in get_sentence_boundaries(language, line):
        raw = line[boundary["start_index"] : boundary["end_index"]]
        head = len(raw) - len(raw.lstrip())
        tail = len(raw.rstrip())
        if tail > head:
            spans.append(Span(boundary["start_index"] + head, boundary["start_index"] + tail).shifted(offset))
    return spans
