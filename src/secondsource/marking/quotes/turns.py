"""Transcripts and interviews: paragraphs that open with the speaker's name in capitals and a colon, or that answer a
question."""

import re
from collections import Counter

from secondsource.model.mark import ActorKind, Mention, MentionForm
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
_ANSWER = re.compile(r"[\"“«][^\"“”«»]+[\"”»]")
_QUESTION = re.compile(r"[^\"“”«»]+\?")
_LEAST_ANSWERS = 2
"""Answers that make an interview."""


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


def answers(text: str, spans: list[Span]) -> frozenset[int]:
    """The numbers of the paragraphs that answer a question: nothing but words between marks, behind a paragraph without
    marks that ends in a question mark. Fewer than two are no interview."""
    found = [
        number
        for number in range(1, len(spans))
        if _ANSWER.fullmatch(spans[number].cut(text)) and _QUESTION.fullmatch(spans[number - 1].cut(text))
    ]
    return frozenset(found) if len(found) >= _LEAST_ANSWERS else frozenset()


def interviewed(mentions: tuple[Mention, ...], question: int) -> Mention | None:
    """Who answers the questions, the first of which begins at a character: of the people named in front of it, the one
    of whom the text speaks most."""
    counted = Counter(mention.name for mention in mentions if mention.kind is ActorKind.PERSON)
    named = [m for m in mentions if m.start < question and m.kind is ActorKind.PERSON and m.form is MentionForm.NAME]
    return max(named, key=lambda mention: (counted[mention.name], -mention.start), default=None)
