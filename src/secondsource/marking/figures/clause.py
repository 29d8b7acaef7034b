"""The clause a figure stands in, what it says is measured there, and which way it moved."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from msgspec import Struct

from secondsource.language.figures import FigureWords, HeadOrder, figure_words
from secondsource.language.measures import Term, terms_of
from secondsource.language.units import units_of
from secondsource.model.span import Span

from .find import Written

_WORD = re.compile(r"[ \u00a0\u202f]?(?:[-‑][ ]?)?([^\W\d_]+(?:['’.\-‑][^\W\d_]+)*)")
_PLAIN_WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
_MODIFIERS = 4
_SEVERAL = Decimal(2)
TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "night"})
"""Units of time."""
_TIGHT = frozenset({"percent", "percentage-point", "per-mille", "basis-point"})


class Clause(Struct, frozen=True):
    """`span` is the clause in the joined text, `sentence` the sentence around it."""

    span: Span
    sentence: Span


@cache
def _opener_pattern(code: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, figure_words(code).clause))
    return re.compile(rf"[;:]|,|[–—]|(?<![^\W_])(?:{words or '$.'})(?![^\W_])", re.IGNORECASE)


@cache
def _change_words(code: str) -> tuple[frozenset[str], frozenset[str]]:
    words = figure_words(code)
    return frozenset(words.rise), frozenset(words.fall)


def clause_of(text: str, sentence: Span, at: int, figures: list[Written], code: str) -> Clause:
    """The part of the sentence that speaks of figure number `at` of that sentence.

    It opens behind the last conjunction or comma between the figure before and this one, where a subject of its own
    follows there; else where the clause of the figure before does. It closes before the next figure's.
    """
    start = sentence.start
    for index in range(1, at + 1):
        start = _opening(text, figures[index - 1].end, figures[index].start, code) or start
    end = sentence.end
    if at + 1 < len(figures):
        end = _opening(text, figures[at].end, figures[at + 1].start, code) or sentence.end
    return Clause(Span(start, max(end, figures[at].end)), sentence)


def _opening(text: str, start: int, end: int, code: str) -> int | None:
    """Where a clause with a subject of its own opens between two figures."""
    if start >= end:
        return None
    rises, falls = _change_words(code)
    for match in reversed(list(_opener_pattern(code).finditer(text, start, end))):
        words = list(terms_of(text[match.end() : end], code))
        first = _PLAIN_WORD.search(text, match.end(), end)
        moves = first is not None and (first[0].lower() in rises or first[0].lower() in falls)
        if words and not moves and (any(term.thing for term in words) or len(words) >= 2):
            return match.end()
    return None


@cache
def _link_pattern(code: str) -> re.Pattern[str]:
    """The preposition that ties a figure to its change: to, by, from."""
    words = figure_words(code)
    named = "|".join(map(re.escape, (*words.to, *words.by, *words.base)))
    moved = "|".join(map(re.escape, (*words.rise, *words.fall)))
    between = rf"(?:(?!(?:{moved or '$.'})\b)\w+\W+){{0,3}}"
    return re.compile(rf"(?<![^\W_])({named or '$.'})\W+{between}$", re.IGNORECASE)


def change_of(text: str, clause: Clause, written: Written, code: str) -> str | None:
    """`rise`, `fall`, or `to-level` where a change leads to this value; None for a plain level."""
    words = figure_words(code)
    rises, falls = _change_words(code)
    head = text[max(clause.span.start, written.start - 60) : written.start]
    before = [match[0].lower() for match in _PLAIN_WORD.finditer(head)]
    near = before[-6:]
    way = _way(reversed(near), rises, falls)
    if way is None:
        tail = text[written.end : min(clause.sentence.end, written.end + 30)]
        after = [match[0].lower() for match in _PLAIN_WORD.finditer(re.split(r"[,;.]\s", tail)[0])][:3]
        way = _way(after, rises, falls) if written.unit in _TIGHT or (near and near[-1] in words.by) else None
    if way is None:
        return None
    link = _link_pattern(code).search(head)
    leads = link[1].lower() if link is not None else ""
    if leads and leads not in words.by:
        return None if leads in words.base else "to-level"
    # a level that a comparison brings in ("up", "higher") is only a change when it is a ratio or "by" says so
    if written.unit in _TIGHT or leads:
        return way
    return way if near and (near[-1] in rises or near[-1] in falls) else "to-level"


def _way(words: Iterable[str], rises: frozenset[str], falls: frozenset[str]) -> str | None:
    for word in words:
        if word in rises:
            return "rise"
        if word in falls:
            return "fall"
    return None


def counted(text: str, at: int, code: str, number: Decimal = _SEVERAL) -> Span | None:
    """The noun phrase right behind a number: what it counts. None where no noun follows. Behind one thing a word with
    a plural ending is a verb."""
    words = figure_words(code)
    start, end, taken = None, at, 0
    while taken < _MODIFIERS + 1:
        match = _WORD.match(text, end)
        if match is None or (words.of and taken == 0 and match[1].lower() in ("of", "de", "di", "d")):
            break
        word = match[1]
        if taken and word.lower() in words.range_and and (both := _coordinated(text, match.end(), words)):
            end = both
            break
        verb = _is_verb(word, words) or (number == 1 and _is_plural(word, words))
        if _ends_phrase(word, words) or (taken and verb):
            break
        start = match.start(1) if start is None else start
        end, taken = match.end(1), taken + 1
        if _closes(word, text, end, words):
            break
    return None if start is None else Span(start, end)


def _coordinated(text: str, at: int, words: FigureWords) -> int | None:
    """Where a phrase ends that two modifiers share: twenty Chinese and Hong Kong-based firms."""
    if words.head is HeadOrder.FIRST or words.heads_capital:
        return None
    for _ in range(3):
        match = _WORD.match(text, at)
        if match is None or _ends_phrase(match[1], words) or _is_verb(match[1], words):
            return None
        at = match.end(1)
        if _is_plural(match[1], words):
            return at
    return None


def _ends_phrase(word: str, words: FigureWords) -> bool:
    lower = word.lower().replace("’", "'")
    elided = words.head is HeadOrder.FIRST and lower.split("'")[0] in words.function
    return lower in words.function or elided or lower in words.rise + words.fall


def _is_verb(word: str, words: FigureWords) -> bool:
    return word.lower() in words.verbs or (
        words.head is HeadOrder.LAST and not words.heads_capital and word.endswith("ed") and "-" not in word
    )


def _closes(word: str, text: str, end: int, words: FigureWords) -> bool:
    """Whether the phrase ends with this word: its head is found."""
    if words.head is HeadOrder.FIRST:
        return False
    if words.heads_capital:
        return word[0].isupper()
    if not _is_plural(word, words):
        return False
    match = _WORD.match(text, end)
    if match is None or word.lower() not in words.plural_modifiers:
        return True
    return not _is_plural(match[1], words) or _is_verb(match[1], words) or match[1][0].isupper()


def _is_plural(word: str, words: FigureWords) -> bool:
    lower = word.lower()
    if lower in words.plurals:
        return True
    if lower[-2:-1] in "'’":
        return False
    return len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is", "ous"))


def measured(text: str, clause: Clause, written: Written, code: str) -> Span | None:
    """What a share, a sum or a length is of, as a phrase of the text: what follows "of", what it qualifies, else the
    measure named nearest in the clause."""
    after = _of_phrase(text, written.end, code) if written.unit in _TIGHT else None
    if after is not None:
        return after
    terms = [term for term in terms_of(clause.span.cut(text), code) if term.thing]
    places = [(term, Span(term.start, term.end).shifted(clause.span.start)) for term in terms]
    if written.unit in TIMES:
        return None
    behind = counted(text, written.end, code)
    if behind is not None and (written.unit in _TIGHT or any(behind.touches(span) for _, span in places)):
        return behind
    left = [span for _, span in places if span.end <= written.start]
    if left:
        return _with_modifiers(text, clause, left[-1], code)
    right = [span for _, span in places if span.start >= written.end]
    if right:
        return _with_modifiers(text, clause, right[0], code)
    return behind or _subject(text, clause, written, code)


def _of_phrase(text: str, at: int, code: str) -> Span | None:
    words = figure_words(code)
    options = "|".join(map(re.escape, sorted(words.of, key=lambda word: (-len(word), word))))
    match = re.compile(rf"\s(?:{options or '$.'})(?:\s|(?<=['’]))", re.IGNORECASE).match(text, at)
    if match is None:
        return None
    end, start = match.end() - 1, None
    for _ in range(8):
        word = _WORD.match(text, end)
        if word is None:
            break
        if _ends_phrase(word[1], words) and start is not None:
            break
        end = word.end(1)
        if not _ends_phrase(word[1], words):
            start = word.start(1) if start is None else start
            if _closes(word[1], text, end, words):
                break
    return None if start is None else Span(start, end)


def _with_modifiers(text: str, clause: Clause, head: Span, code: str) -> Span:
    """A head with the content words that stand right before it."""
    words = figure_words(code)
    start, taken = head.start, 0
    for match in reversed(list(_PLAIN_WORD.finditer(text, clause.span.start, head.start))):
        gap = text[match.end() : start]
        if gap.strip(" \u00a0-’'s") or _ends_phrase(match[0], words) or taken == 2 or _is_verb(match[0], words):
            break
        start, taken = match.start(), taken + 1
    return Span(start, head.end)


def _subject(text: str, clause: Clause, written: Written, code: str) -> Span | None:
    """The content words before the figure, where no measure is known by name."""
    terms = list(terms_of(text[clause.span.start : written.start], code))
    if not terms:
        return None
    return Span(terms[-1].start, terms[-1].end).shifted(clause.span.start)


def keys_of(text: str, clause: Clause, measure: Span | None, figures: list[Written], code: str) -> tuple[str, ...]:
    """Shared keys of the clause's content words: those of the measure first, its head before its modifiers. Words of
    the figures themselves and units of time are left out."""
    taken = [Span(written.start, written.end) for written in figures]
    own = _terms_in(text, measure, taken, code) if measure is not None else []
    ordered = sorted(own, key=lambda term: (not term.thing, -term.start if not term.thing else term.start))
    rest = _terms_in(text, clause.span, taken, code)
    return tuple(dict.fromkeys(term.key for term in (*ordered, *rest)))


def _terms_in(text: str, span: Span, taken: list[Span], code: str) -> list[Term]:
    phrases = units_of(code).phrases
    return [
        term
        for term in terms_of(span.cut(text), code)
        if not any(Span(term.start, term.end).shifted(span.start).touches(other) for other in taken)
        and not any(unit in TIMES for _, unit in phrases.get(term.key, ()))
    ]
