"""Figures that the report itself stands for: its reporter counted, its desk reckoned."""

import re
from functools import cache
from typing import NamedTuple

from secondsource.language.figures import figure_words
from secondsource.model.span import Span
from secondsource.text.pattern import either, signs_of

_FAR = 90
"""Characters between the words that say so and the number, at most."""
_LATE = 8
"""Words behind a number among which its clause may close with a participle."""
_CLAUSE_ENDS = re.compile(r"[.;:!?“”»«\"]")
_NEXT_CLAUSE = re.compile(r"[^.,;:!?\d“”»«\"]{0,90}[.]?[,;:]\s([^.;:!?,\d“”»«\"]+)")
"""The clause behind that of a number, where neither has another number in digits."""


@cache
def _counted(code: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """We, or our reporter, and right behind it that somebody counts; and we alone. None where a language has no words
    for it."""
    words = figure_words(code)
    if not words.own or not words.own_counts:
        return None
    alone = rf"(?<![^\W_])(?:{either(words.own)})(?![^\W_])"
    counts = rf"(?:{either(words.own_counts)})(?![^\W_])"
    near = rf"{alone}(?:[\s'’][^\W\d_]+){{0,3}}?[\s'’]{counts}"
    if words.verb_second:
        near = rf"{near}|(?<![^\W_]){counts}\s{alone}"  # "auf der Treppe zählen wir"
    return re.compile(near, re.IGNORECASE), re.compile(alone, re.IGNORECASE)


@cache
def _counting_signs(code: str) -> tuple[str, ...]:
    return signs_of(figure_words(code).own_counts)


def own_count(text: str, sentence: Span, figure: Span, code: str) -> Span | None:
    """The words of the sentence that say that the report itself counted; None where none do.

    They stand before the number ("we counted"), behind it ("61 windows, by our count") or enclose it (hat unsere
    Reporterin 61 Fenster gezählt).
    """
    patterns = _counted(code)
    if patterns is None:
        return None
    near, alone = patterns
    head, end = max(sentence.start, figure.start - _FAR), min(sentence.end, figure.end + _FAR)
    counts = any(map(text[head:end].lower().__contains__, _counting_signs(code)))
    for start, stop in ((head, figure.start), (figure.end, end)) if counts else ():
        found = near.search(text, start, stop)
        if found is not None and _in_one_clause(text, Span(*found.span()), figure):
            return Span(found.start(), found.end())
    return _enclosing(text, Span(head, end), figure, code, alone) or _in_next_clause(text, figure, sentence.end, code)


def _in_next_clause(text: str, figure: Span, end: int, code: str) -> Span | None:
    """We who count in the clause right behind the number's, which has no number of its own: nine lorries waited; I
    stood at the gate and counted."""
    clause = _NEXT_CLAUSE.match(text, figure.end, end)
    counted = _counted_at_length(code).search(text, *clause.span(1)) if clause else None
    return Span(*counted.span()) if counted else None


@cache
def _counted_at_length(code: str) -> re.Pattern[str]:
    """We, and farther on in the clause that somebody counts."""
    words = figure_words(code)
    link = r"(?:[\s'’][^\W\d_]+){0,8}?[\s'’]"
    return re.compile(
        rf"(?<![^\W_])(?:{either(words.own)})(?![^\W_]){link}(?:{either(words.own_counts)})(?![^\W_])", re.IGNORECASE
    )


def _in_one_clause(text: str, words: Span, figure: Span) -> bool:
    """Whether no clause ends between some words and a figure."""
    first, second = sorted((words, figure))
    return _CLAUSE_ENDS.search(text, first.end, second.start) is None


def _enclosing(text: str, around: Span, figure: Span, code: str, alone: re.Pattern[str]) -> Span | None:
    """We before the figure, or behind the one that opens the sentence, and the participle that closes the clause: 57
    Zuschauer haben wir im Saal gezählt."""
    words = figure_words(code)
    if not words.verb_second:
        return None
    clause = re.split(r"[,.;:!?]", text[figure.end : around.end].lower(), maxsplit=1)[0]
    behind = re.findall(r"[^\W\d_]+", clause)[:_LATE]
    if not any(word in words.counted_last for word in behind):
        return None
    inside = alone.search(text, around.start, figure.start) or alone.search(text, figure.end, figure.end + len(clause))
    if inside is not None and _in_one_clause(text, Span(*inside.span()), figure):
        return Span(inside.start(), inside.end())
    return None


class Back(NamedTuple):
    """Words that give a figure to somebody named before: where they start, and whether to the sentence's own party."""

    start: int
    own: bool


@cache
def _backwards(code: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...], bool], ...]:
    """The phrases that give figures back to the sentence's own party, and those to another, each with their signs."""
    words = figure_words(code)
    rows = ((words.according_self, True), (words.according_back, False))
    return tuple((signs_of(phrases), phrases, own) for phrases, own in rows)


def told_back(text: str, sentence: Span, code: str) -> Back | None:
    """Where a sentence gives its figures to somebody named before: according to him, nach deren Angaben; or to the
    party that it speaks of: by its own count."""
    lower = text[sentence.start : sentence.end].lower()
    for signs, phrases, own in _backwards(code):
        told = any(map(lower.__contains__, signs))
        found = next(filter(lower.__contains__, phrases), None) if told else None
        if found is not None:
            return Back(sentence.start + lower.index(found), own)
    return None
