"""The clause a figure stands in, what it says is measured there, and which way it moved."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from msgspec import Struct

from secondsource.language.figures import FigureWords, figure_words, head_first
from secondsource.language.measures import Term, terms_of
from secondsource.language.speech.lexicon import Kind, lexicon
from secondsource.language.units import units_of
from secondsource.model.span import Span
from secondsource.text.pattern import either

from .find import Written

_MOST_OPENERS = 8
_CLOSES = 10
"""Words behind a figure among which the verb of its clause may stand."""
_PLAIN_WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
_CLAUSE_MARK = re.compile(r"[,;.]\s")
TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "night"})
"""Units of time."""
TIGHT = frozenset({"percent", "percentage-point", "per-mille", "basis-point"})


class Clause(Struct, frozen=True, gc=False):
    """`span` is the clause in the joined text, `sentence` the sentence around it."""

    span: Span
    sentence: Span


@cache
def _opener_pattern(code: str) -> re.Pattern[str]:
    return re.compile(rf"[;:]|,|[–—]|(?<![^\W_])(?:{either(figure_words(code).clause)})(?![^\W_])", re.IGNORECASE)


def clauses_of(text: str, sentence: Span, figures: list[Written], code: str) -> list[Clause]:
    """For each figure of a sentence the part of it that speaks of that figure.

    It opens behind the last conjunction or comma between the figure before and this one, where a subject of its own
    follows there; else where the clause of the figure before does. It closes before the next figure's.
    """
    between = [_opening(text, one.end, two.start, code) for one, two in pairwise(figures)]
    found: list[Clause] = []
    start = sentence.start
    for at, written in enumerate(figures):
        start = (between[at - 1] if at else None) or start
        end = (between[at] if at < len(between) else None) or sentence.end
        found.append(Clause(Span(start, max(end, written.end)), sentence))
    return found


def _opening(text: str, start: int, end: int, code: str) -> int | None:
    """Where a clause with a subject of its own opens between two figures."""
    if start >= end:
        return None
    words = figure_words(code)
    for match in reversed(list(_opener_pattern(code).finditer(text, start, end))[-_MOST_OPENERS:]):
        terms = terms_of(text, code, match.end(), end)
        first = _PLAIN_WORD.search(text, match.end(), end)
        moves = first is not None and (first[0].lower() in words.rise or first[0].lower() in words.fall)
        if terms and not moves and (any(term.thing for term in terms) or len(terms) >= 2):
            return match.end()
    return None


@cache
def _link_pattern(code: str) -> re.Pattern[str]:
    """The preposition that ties a figure to its change: to, by, from."""
    words = figure_words(code)
    named = either((*words.to, *words.by, *words.base))
    between = rf"(?:(?!(?:{either(words.rise | words.fall)})\b)\w+\W+){{0,3}}"
    return re.compile(rf"^.*(?<![^\W_])({named})\W+{between}$", re.IGNORECASE | re.DOTALL)


@cache
def _limiting(code: str) -> tuple[str, ...]:
    """Comparators right before a number that sound like a change: up to."""
    return tuple(word for word in figure_words(code).at_most_before if " " in word)


@cache
def _limits(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{either(_limiting(code))})(?![^\W_])", re.IGNORECASE)


def change_of(text: str, clause: Clause, written: Written, code: str) -> str | None:
    """`rise`, `fall`, or `to-level` where a change leads to this value; None for a plain level."""
    words = figure_words(code)
    rises, falls = words.rise, words.fall
    head = text[max(clause.span.start, written.start - 60) : written.start]
    lower = head.lower()
    if any(map(lower.__contains__, _limiting(code))):
        head = _limits(code).sub(" ", head)
    head = _behind_whole(head, code)
    near = [word.lower() for word in _PLAIN_WORD.findall(head)[-6:]]
    if len(near) > 1 and near[-2] in words.felling and near[-1] in falls:
        near = near[:-2]  # gunned down 14 people
    way = _way(reversed(near), rises, falls)
    if way is None:
        tail = text[written.end : min(clause.sentence.end, written.end + 30)]
        if written.unit in TIGHT and (opens_with(tail, words.more_after) or opens_with(tail, words.less_after)):
            return "rise" if opens_with(tail, words.more_after) else "fall"
        if written.unit in TIGHT or (near and near[-1] in words.by):
            after = _PLAIN_WORD.findall(_CLAUSE_MARK.split(tail, 1)[0])[:3]
            way = _way(map(str.lower, after), rises, falls)
        way = way or _closing(text, clause, written, near, code)
        if way is None:
            return _than(tail, words)
    link = _link_pattern(code).search(head)
    leads = link[1].lower() if link is not None else ""
    if leads and leads not in words.by:
        return None if leads in words.base else "to-level"
    # a level that a comparison brings in ("up", "higher") is only a change when it is a ratio or "by" says so
    if written.unit in TIGHT or leads:
        return way
    if words.verb_second or head.rstrip().endswith(","):
        return None  # fielen 148 Liter Regen
    return way if near and (near[-1] in rises or near[-1] in falls) else None


def _behind_whole(head: str, code: str) -> str:
    """What stands behind the whole of which a figure is a part: climbed to 108,100, of which 47%."""
    lower = f" {head.lower()}"
    ends = [lower.rfind(phrase) + len(phrase) - 2 for phrase in _wholes(code) if phrase in lower]
    return head[max(ends) :] if ends else head


@cache
def _wholes(code: str) -> tuple[str, ...]:
    """What leads from a whole to its part, with the spaces around it."""
    return tuple(f" {phrase} " for phrase in figure_words(code).of_which)


def _closing(text: str, clause: Clause, written: Written, near: list[str], code: str) -> str | None:
    """The way of a verb that closes its clause (soll auf 590 Millionen sinken), or of one in two words (nahm um 3
    Prozent zu)."""
    words = figure_words(code)
    if not words.verb_second or not near:
        return None
    tail = _CLAUSE_MARK.split(text[written.end : clause.sentence.end], maxsplit=1)[0]
    after = [word.lower() for word in _PLAIN_WORD.findall(tail)[:_CLOSES]]
    for verb, particle, way in words.moving_apart:
        if verb in near and particle in after:
            return way
    return _way(after, words.rise, words.fall) if near[-1] in words.to or near[-1] in words.by else None


def _than(tail: str, words: FigureWords) -> str | None:
    """51 fewer than in 2023: a difference."""
    for phrases, way in ((words.more_after, "rise"), (words.less_after, "fall")):
        for phrase in phrases:
            if opens_with(tail, (phrase,)) and opens_with(tail.lstrip()[len(phrase) :], words.base):
                return way
    return None


def opens_with(stretch: str, phrases: tuple[str, ...]) -> bool:
    """Whether a stretch of text opens with one of the phrases."""
    lower = stretch.lstrip(" \u00a0\u202f").lower()
    if not lower.startswith(phrases):
        return False
    return any(lower.startswith(phrase) and not lower[len(phrase) : len(phrase) + 1].isalpha() for phrase in phrases)


def _way(words: Iterable[str], rises: frozenset[str], falls: frozenset[str]) -> str | None:
    for word in words:
        if word in rises:
            return "rise"
        if word in falls:
            return "fall"
    return None


def content_terms(text: str, sentence: Span, figures: list[Written], code: str) -> list[Term]:
    """The content words of a sentence, at their places in the text. Words of the figures themselves and units of time
    are left out."""
    times = time_words(code)
    ends = [written.end for written in figures]
    found: list[Term] = []
    for term in terms_of(text, code, sentence.start, sentence.end):
        at = bisect_right(ends, term.start)
        inside = at < len(figures) and figures[at].start < term.end
        if not inside and term.key not in times:
            found.append(term)
    return found


@cache
def verb_forms(code: str) -> frozenset[str]:
    """Auxiliaries, finite verbs and verbs of measuring, in lower case: no noun phrase closes with one."""
    return figure_words(code).measuring | auxiliaries(code) | _of_kind(Kind.FINITE, code)


@cache
def auxiliaries(code: str) -> frozenset[str]:
    """Auxiliaries and modal verbs, in lower case."""
    return _of_kind(Kind.AUXILIARY, code)


def _of_kind(kind: Kind, code: str) -> frozenset[str]:
    told = lexicon(code)
    return frozenset(word for word, one in told.kinds.items() if one is kind) if told is not None else frozenset()


@cache
def time_words(code: str) -> frozenset[str]:
    """The words with which the names of units of time open."""
    named = units_of(code).phrases.items()
    return frozenset(word for word, names in named if any(unit in TIMES for _, unit in names))


def keys_of(terms: list[Term], clause: Clause, measure: Span | None, code: str) -> tuple[str, ...]:
    """Shared keys of the clause's content words: those of the measure first, its head before its modifiers."""
    own = [term for term in terms if measure is not None and measure.start <= term.start and term.end <= measure.end]
    forwards = head_first(code)
    ordered = sorted(own, key=lambda term: term.start if forwards else -term.start)
    rest = [term for term in terms if clause.span.start <= term.start and term.end <= clause.span.end]
    return tuple(dict.fromkeys(term.key for term in (*ordered, *rest)))
