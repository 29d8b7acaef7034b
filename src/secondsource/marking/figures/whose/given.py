"""The words of a sentence that only say who gives its figures: *Die Gewerkschaft spricht* von 1.900; trois, *selon la
police*. Nobody who gives a figure is what it counts."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import chain

from secondsource.language.figures import clause_words, figure_words
from secondsource.language.speech.lexicon import lexicon
from secondsource.language.speech.table import Tense
from secondsource.language.subjects import (
    Role,
    Word,
    attributing,
    giving,
    hits_among,
    may_give,
    subject_words,
)
from secondsource.model.span import Span
from secondsource.text.normalise import plain
from secondsource.text.tokens import folded_words

_STOP = re.compile(r"[,;:.!?(](?!\d)|[)“”\"«»–—]|\d")
_LONGEST = 7
"""Words of a subject, at most, articles counted."""

Parties = Callable[[Span], bool]
"""Whether a stretch of the text names a party that can give a figure."""


def given_by(text: str, sentence: Span, code: str, parties: Parties) -> tuple[Span, ...]:
    """The stretches of a sentence that hold a verb of giving with its subject, or a phrase such as *according to* with
    the source behind it, in order of place. Offsets in `text`."""
    words = folded_words(text, sentence.start, sentence.end)
    found: list[Span] = []
    for at, length in _forms_in([word for _, _, word in words], code):
        if not (at and _is_noun_or_passive(words[at - 1][2], code)):
            found += _beside(text, words, at, at + length, code, parties)
    return tuple(found)


def _forms_in(written: list[str], code: str) -> list[tuple[int, int]]:
    """The forms of giving among the words of a sentence: the first word of each and how many it has, the longest that
    starts there."""
    known = _by_longest_word(code)
    if known.keys().isdisjoint(written):
        return []
    found: dict[int, int] = {}
    for at, word in enumerate(written):
        for before, phrase in known.get(word, ()):
            first = at - before
            if first >= 0 and written[first : first + len(phrase)] == phrase:
                found[first] = max(found.get(first, 0), len(phrase))
    return sorted(found.items())


@cache
def _by_longest_word(code: str) -> dict[str, list[tuple[int, list[str]]]]:
    """The forms of giving by their longest word, the rarest as a rule, with the number of words before it."""
    found: dict[str, list[tuple[int, list[str]]]] = {}
    phrases = {*chain.from_iterable(giving(code).values()), *((word,) for word in _saying(code))}
    for phrase in map(list, sorted(phrases)):
        longest = max(phrase, key=len)
        found.setdefault(longest, []).append((phrase.index(longest), phrase))
    return found


@cache
def _saying(code: str) -> frozenset[str]:
    """Folded finite forms of verbs of saying: répète, sprach."""
    told = lexicon(code)
    known = told.forms.items() if told is not None else ()
    return frozenset(plain(word) for word, forms in known if any(form.tense is Tense.FINITE for form in forms))


def _is_noun_or_passive(before: str, code: str) -> bool:
    """Whether the word before a form of giving makes it a noun (the count) or its subject what is given (is put at)."""
    return before in subject_words(code).articles or before in figure_words(code).passive


def _beside(text: str, words: Sequence[Word], first: int, last: int, code: str, parties: Parties) -> list[Span]:
    """The form of giving between two words, with its subject on the one side or on the other."""
    side = _ahead(text, words, first, code) if words[first][2] not in attributing(code) else ()
    if not (side and _gives(text, side, code, parties)):
        side = _behind(text, words, last, code)
        if not (side and _gives(text, side, code, parties)):
            return []
    both = (*side, *words[first:last])
    return [Span(min(start for start, _, _ in both), max(end for _, end, _ in both))]


def _ahead(text: str, words: Sequence[Word], at: int, code: str) -> Sequence[Word]:
    """The words right before a verb, back to the last stop, number or word that opens a clause."""
    first = at
    while first and at - first < _LONGEST and not _STOP.search(text, words[first - 1][1], words[first][0]):
        if words[first - 1][2] in clause_words(code) or words[first - 1][2][0].isdigit():
            break
        first -= 1
    return words[first:at]


def _behind(text: str, words: Sequence[Word], at: int, code: str) -> Sequence[Word]:
    """The words right behind a verb or phrase: its first noun phrase, up to the next stop, number, preposition,
    conjunction or article."""
    last, rules, closing = at, figure_words(code), _closing(code)
    named = False
    while last < len(words) and last - at < _LONGEST and not _STOP.search(text, words[last - 1][1], words[last][0]):
        word = words[last][2]
        if word[0].isdigit() or (word in rules.prepositions and last == at) or (named and word in closing):
            break
        named = named or word not in rules.function
        last += 1
    return words[at:last]


@cache
def _closing(code: str) -> frozenset[str]:
    """What a noun phrase ends before."""
    rules = figure_words(code)
    return frozenset(rules.prepositions | clause_words(code) | rules.determiners)


def _gives(text: str, side: Sequence[Word], code: str, parties: Parties) -> bool:
    """Whether somebody among some words can give a figure: a named party, or a noun for people or a body."""
    if parties(Span(side[0][0], side[-1][1])) or any(may_give(word, code) for _, _, word in side):
        return True
    return any(hit.role is Role.VOICE for hit in hits_among(side, code))
