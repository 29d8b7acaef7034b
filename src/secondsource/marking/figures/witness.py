"""Figures that the report itself stands for: its reporter counted, its desk reckoned."""

import re
from functools import cache

from secondsource.language.figures import figure_words
from secondsource.model.span import Span

_FAR = 90
"""Characters between the words that say so and the number, at most."""
_CLAUSE_ENDS = re.compile(r"[.;:!?“”»«\"]")


@cache
def _counted(code: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """We, or our reporter, and right behind it that somebody counts; and we alone. None where a language has no words
    for it."""
    words = figure_words(code)
    if not words.own or not words.own_counts:
        return None
    own = "|".join(map(re.escape, sorted(words.own, key=lambda word: (-len(word), word))))
    counts = "|".join(map(re.escape, sorted(words.own_counts, key=lambda word: (-len(word), word))))
    alone = rf"(?<![^\W_])(?:{own})(?![^\W_])"
    near = rf"{alone}(?:[\s'’][^\W\d_]+){{0,3}}?[\s'’](?:{counts})(?![^\W_])"
    return re.compile(near, re.IGNORECASE), re.compile(alone, re.IGNORECASE)


def own_count(text: str, sentence: Span, figure: Span, code: str) -> Span | None:
    """The words of the sentence that say that the report itself counted; None where none do.

    They stand before the number ("we counted", "by our count"), or enclose it (hat unsere Reporterin 61 Fenster
    gezählt).
    """
    patterns = _counted(code)
    if patterns is None:
        return None
    near, alone = patterns
    head = max(sentence.start, figure.start - _FAR)
    found = near.search(text, head, figure.start)
    if found is not None and not _CLAUSE_ENDS.search(text, found.end(), figure.start):
        return Span(found.start(), found.end())
    words = figure_words(code)
    behind = re.findall(r"[^\W\d_]+", text[figure.end : min(sentence.end, figure.end + _FAR)].lower())[:4]
    if words.verb_second and any(word in words.counted_last for word in behind):
        found = alone.search(text, head, figure.start)
        if found is not None and not _CLAUSE_ENDS.search(text, found.end(), figure.start):
            return Span(found.start(), found.end())
    return None


def told_back(text: str, sentence: Span, code: str) -> bool:
    """Whether a sentence gives its figures to somebody named before: according to him, nach deren Angaben."""
    lower = text[sentence.start : sentence.end].lower()
    return any(phrase in lower for phrase in figure_words(code).according_back)
