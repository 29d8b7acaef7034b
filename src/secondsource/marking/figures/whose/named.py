"""Names that a clause gives to whom or where its figure is of, where no mention was found: in Linz fielen 90 Liter;
Kolmar lost 12 million."""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from secondsource.language.figures import figure_words
from secondsource.language.meanings import meanings
from secondsource.model.span import Span
from secondsource.text.normalise import plain
from secondsource.text.pattern import either

from ..clause import verb_forms

_NAME = r"[A-ZÀ-Þ][\w’'-]*[^\W\d_](?:[ -][A-ZÀ-Þ][\w’'-]*[^\W\d_]){0,2}"
_SUBJECT = re.compile(rf"({_NAME})\s([^\W\d_]+)")
_SHORTEST = 3

Taken = Callable[[Span], bool]
"""Whether a stretch of the text belongs to a mention or a moment."""


def named_in(text: str, clause: Span, code: str, taken: Taken) -> tuple[str, ...]:
    """The names of a clause behind a preposition of place, and the one that opens it before its verb. Offsets in
    `text`."""
    found = [one.cut(text) for one in _names(text, clause, code) if not taken(one)]
    return tuple(dict.fromkeys(name for name in found if _is_name(name, code)))


def _names(text: str, clause: Span, code: str) -> Iterator[Span]:
    placed = _placed(code)
    if placed is None:
        return
    start = clause.start + len(text[clause.start : clause.end]) - len(text[clause.start : clause.end].lstrip())
    opening = _SUBJECT.match(text, start, clause.end)
    if opening is not None and _is_verb(opening[2].lower(), code):
        yield Span(*opening.span(1))
    for match in placed.finditer(text, clause.start, clause.end):
        yield Span(*match.span(1))


@cache
def _placed(code: str) -> re.Pattern[str] | None:
    words = figure_words(code).placing
    return re.compile(rf"(?<![^\W_])(?:{either(words)})[\s’']({_NAME})") if words else None


def _is_verb(word: str, code: str) -> bool:
    words = figure_words(code)
    return word in verb_forms(code) or word in words.rise or word in words.fall or word in words.verbs


@lru_cache(maxsize=1 << 12)
def _is_name(name: str, code: str) -> bool:
    """Whether none of the words is one of everyday."""
    words = plain(name).replace("-", " ").split()
    return len(name) >= _SHORTEST and not any(meanings(word, code).keys for word in words)
