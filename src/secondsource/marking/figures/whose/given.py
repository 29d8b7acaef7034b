"""The words of a sentence that only say who gives its figures: *Die Gewerkschaft spricht* von 1.900; trois, *selon la
police*. Nobody who gives a figure is what it counts."""

import re
from collections.abc import Callable, Sequence
from functools import cache

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
    words_of,
)
from secondsource.model.span import Span
from secondsource.text.normalise import plain
from secondsource.text.remembered import Remembered

_STOP = re.compile(r"[,;:.!?(](?!\d)|[)“”\"«»–—]|\d")
_LONGEST = 7
"""Words of a subject, at most, articles counted."""

Parties = Callable[[Span], bool]
"""Whether a stretch of the text names a party that can give a figure."""


def given_by(text: str, sentence: Span, code: str, parties: Parties) -> tuple[Span, ...]:
    """The stretches of a sentence that hold a verb of giving with its subject, or a phrase such as *according to* with
    the source behind it, in order of place. Offsets in `text`."""
    if not any(map(_tells_giving(code).__getitem__, sentence.cut(text).split(" "))):
        return ()
    words = words_of(text, sentence.start, sentence.end)
    known = giving(code)
    found: list[Span] = []
    for at, (_, _, word) in enumerate(words):
        length = next((len(each) for each in known.get(word, ()) if _reads(words, at, each)), 0)
        length = length or word in _saying(code)
        if length and not (at and _is_noun_or_passive(words[at - 1][2], code)):
            found += _beside(text, words, at, at + length, code, parties)
    return tuple(found)


@cache
def _tells_giving(code: str) -> Remembered[bool]:
    """Whether a piece of a text between two spaces holds the longest word of a form of giving: a quick look."""
    longest = {max(phrase, key=len) for phrases in giving(code).values() for phrase in phrases} | _saying(code)
    return Remembered(lambda piece: any(word in longest for _, _, word in words_of(piece, 0, len(piece))))


def _reads(words: Sequence[Word], at: int, phrase: tuple[str, ...]) -> bool:
    return tuple(word for _, _, word in words[at : at + len(phrase)]) == phrase


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
    sides = [_behind(text, words, last, code)]
    if words[first][2] not in attributing(code):
        sides.insert(0, _ahead(text, words, first, code))
    for side in sides:
        if side and _gives(text, side, code, parties):
            both = (*side, *words[first:last])
            return [Span(min(start for start, _, _ in both), max(end for _, end, _ in both))]
    return []


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
    last, rules = at, figure_words(code)
    closing = rules.prepositions | clause_words(code) | rules.determiners
    named = False
    while last < len(words) and last - at < _LONGEST and not _STOP.search(text, words[last - 1][1], words[last][0]):
        word = words[last][2]
        if word[0].isdigit() or (word in rules.prepositions and last == at) or (named and word in closing):
            break
        named = named or word not in rules.function
        last += 1
    return words[at:last]


def _gives(text: str, side: Sequence[Word], code: str, parties: Parties) -> bool:
    """Whether somebody among some words can give a figure: a named party, or a noun for people or a body."""
    if parties(Span(side[0][0], side[-1][1])) or any(may_give(word, code) for _, _, word in side):
        return True
    return any(hit.role is Role.VOICE for hit in hits_among(side, code))
