"""Transcripts and interviews: paragraphs that open with the speaker's name in capitals and a colon."""

import re

from secondsource.model.span import Span

from .draft import Draft
from .find import trimmed
from .paragraphs import Paragraph
from .saying import Saying

_NAME = re.compile(r"[\"“'‘]?((?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+ ?){1,4}):\s+(?=\S)")
_MARKS = ' "”“'
_LEAST_TURNS = 3
"""Paragraphs that must open so before they are taken for turns: one alone is a label."""
_LEAST_LETTERS = 3


def turns(text: str, paragraphs: list[Span]) -> dict[int, Paragraph]:
    """The turns of a transcript by the number of their paragraph; empty where the text is none."""
    found: dict[int, Paragraph] = {}
    names: set[str] = set()
    for number, span in enumerate(paragraphs):
        match = _NAME.match(text, span.start, span.end)
        if match is None or sum(char.isalpha() for char in match.group(1)) < _LEAST_LETTERS:
            continue
        names.add(match.group(1))
        found[number] = Paragraph(span, number, (_turn(text, match, span, number),))
    return found if len(found) >= _LEAST_TURNS and len(names) > 1 else {}


def _turn(text: str, match: re.Match[str], span: Span, number: int) -> Saying:
    name, end = Span(*match.span(1)), span.end
    while end > match.end() + 1 and text[end - 1] in _MARKS:
        end -= 1
    words = trimmed(text, Span(match.end(), end))
    draft = Draft((), (), Span(name.end, name.end + 1), name, name, "say", speaks=True)
    return Saying((words,), (), True, draft, span, paragraph=number)
