"""Bodies that a pronoun means: "Norway's central bank kept its rate. *It* said …", "Die Bank … *Sie* teilte mit"."""

import re
from bisect import bisect_left
from operator import attrgetter
from typing import TypeVar

from secondsource.language.speech.lexicon import Kind, Lexicon
from secondsource.model.mark import ActorKind, Mark, Mention, MentionForm
from secondsource.model.span import Span

_REACH = 700
"""Characters within which the sentence before stands."""
_BOUNDARY = re.compile(r"[.!?…][\"”“»’']?\s+(?=[A-ZÀ-Þ„“\"«¿¡])|\n\s*")
_MOST_WORDS = 4
"""Words of a subject in front of the mention's own."""
_BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.STATE, ActorKind.DATA_SOURCE})

_START = attrgetter("start")

M = TypeVar("M", bound=Mark)


def starting_in(marks: tuple[M, ...], span: Span) -> tuple[M, ...]:
    """The marks, sorted by start as they are kept, that begin inside the span."""
    first = bisect_left(marks, span.start, key=_START)
    return marks[first : bisect_left(marks, span.end, lo=first, key=_START)]


def thing_before(
    text: str, at: int, word: str, mentions: tuple[Mention, ...], lexicon: Lexicon
) -> Mention | None:  # fmt: skip
    """The body that a pronoun at character `at` means: the subject of the sentence before, or of its own, where no
    person stands there; None where the word cannot mean a thing, or the article says another gender."""
    if word not in lexicon.sets["it"]:
        return None
    start = max(0, at - _REACH)
    starts = [start, *[match.end() for match in _BOUNDARY.finditer(text, start, at)]]
    for first, last in zip(reversed(starts[-2:]), (at, starts[-1]), strict=False):
        inside = [m for m in starting_in(mentions, Span(first, last)) if m.end <= at]
        if any(m.kind is ActorKind.PERSON and m.form is not MentionForm.UNNAMED for m in inside):
            return None
        subject = next((m for m in inside if _leads(text, first, m, lexicon)), None)
        if subject is not None and subject.kind in _BODIES:
            return subject if _agrees(text, subject, word, lexicon) else None
        if subject is not None:
            return None
    return None


def subject_before(text: str, at: int, since: int, mentions: tuple[Mention, ...], lexicon: Lexicon) -> Mention | None:
    """The person who is the subject of the sentence right before character `at`, where it begins behind `since`."""
    start = max(0, at - _REACH)
    starts = [start, *[match.end() for match in _BOUNDARY.finditer(text, start, at)]]
    if at - starts[-1] <= 2:
        starts.pop()
    if not starts or starts[-1] < since:
        return None
    inside = [m for m in starting_in(mentions, Span(starts[-1], at)) if m.kind is ActorKind.PERSON]
    first = next((m for m in inside if _leads(text, starts[-1], m, lexicon)), None)
    return first if first is not None and first.form is not MentionForm.UNNAMED else None


def last_subject(text: str, at: int, since: int, mentions: tuple[Mention, ...], lexicon: Lexicon) -> Mention | None:
    """The person named as the subject of the sentence before the one that holds character `at`."""
    start = max(0, at - _REACH)
    begin = max((match.end() for match in _BOUNDARY.finditer(text, start, at)), default=start)
    found = subject_before(text, begin, since, mentions, lexicon)
    return found if found is not None and found.form in (MentionForm.NAME, MentionForm.SURNAME) else None


def _leads(text: str, first: int, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether nothing but words of its own phrase stand between the sentence's first character and the mention."""
    before = text[first : mention.start].lower()
    words = before.split()
    kinds = (Kind.PREPOSITION, Kind.AUXILIARY, Kind.FINITE, Kind.PRONOUN, Kind.SUBORDINATOR)
    return len(words) <= _MOST_WORDS and "," not in before and not any(lexicon.kinds.get(w) in kinds for w in words)


def _agrees(text: str, mention: Mention, word: str, lexicon: Lexicon) -> bool:
    """Whether the article in front of a body does not forbid the pronoun: "*der* Konzern … sie"."""
    article = text[max(0, mention.start - 6) : mention.start].lower().split()[-1:]
    if not article:
        return True
    other = "feminine" if word in lexicon.sets["he"] else "masculine" if word in lexicon.sets["she"] else ""
    return not other or article[0] not in lexicon.sets[other]
