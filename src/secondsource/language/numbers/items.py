"""A text as the items that numbers are built of: groups of digits, words, the morphemes of compounds, single marks."""

import re
from functools import cache, lru_cache

from msgspec import Struct

from secondsource.language.numbers.words import numerals_of, openers
from secondsource.model.span import Span
from secondsource.text.numerals import GLYPHS, digit_pattern
from secondsource.text.remembered import Remembered
from secondsource.text.stretches import KNOWN, SOUGHT, WORTHLESS, stretches, worths_of

_LONGEST_SIMPLE = 4
"""Letters of the longest word that is never cut into the parts of a compound."""


class Item(Struct, frozen=True, gc=False):
    """A word in lower case and as written, at `start` to `end`."""

    word: str
    raw: str
    start: int
    end: int


def items_of(text: str, code: str) -> list[Item]:
    """The items of a text in order, as far as they stand near a number; line feeds are items too."""
    compound, pattern = numerals_of(code).compound, _token_pattern(code)
    items: list[Item] = []
    for stretch in near_numbers(text, code):
        for match in pattern.finditer(text, stretch.start, stretch.end):
            raw = match[0]
            word = raw.lower()
            # a letter whose lower case is longer than itself would shift every place behind it
            item = Item(word if len(word) == len(raw) else raw, raw, *match.span())
            if compound and len(raw) > _LONGEST_SIMPLE:
                items.extend(_morphemes_of(item, code))
            else:
                items.append(item)
    return items


@lru_cache(maxsize=2)
def near_numbers(text: str, code: str) -> list[Span]:
    """The stretches of a text that hold all its digits and number words with what may belong to them. Kept for the next
    who reads the same text."""
    return stretches(text, _worths(code))


@cache
def _worths(code: str) -> Remembered[int]:
    """What each piece of a text is worth to whoever looks for numbers in a language."""
    sought, known = _sought(code), _known(code)
    rules = numerals_of(code)

    def worth(word: str) -> int:
        plain = word.lower()
        if plain in sought:
            return SOUGHT
        if plain in known or word in rules.abbreviations:
            return KNOWN
        compound = rules.compound and len(word) > _LONGEST_SIMPLE and _split(plain, code) is not None
        return SOUGHT if compound else WORTHLESS

    return worths_of(worth)


@cache
def _sought(code: str) -> frozenset[str]:
    """Words without which no number in words can be."""
    rules = numerals_of(code)
    tables = (
        rules.small, rules.elided, rules.hundreds, rules.scales, rules.plural_scales, rules.rounds, rules.about,
        rules.vague, rules.denominators, rules.fixed,
    )  # fmt: skip
    return frozenset({*GLYPHS, *rules.few, *rules.halves, *openers(rules)}.union(*tables))


@cache
def _known(code: str) -> frozenset[str]:
    """Words that may stand in or beside a number."""
    rules = numerals_of(code)
    rows = (
        rules.joiners, rules.articles, rules.negative, rules.not_negative, rules.point, rules.of, rules.over,
        rules.ordinal_endings, rules.not_one_behind, tuple(rules.ordinals),
    )  # fmt: skip
    return frozenset(word for row in rows for phrase in row for word in phrase.split())


@cache
def _token_pattern(code: str) -> re.Pattern[str]:
    rules = numerals_of(code)
    return re.compile(rf"(?=[\S\n])(?:[^\W\d_]+|{digit_pattern(rules.groups)}|[^\w\s]|\n)")


@cache
def _morphemes(code: str) -> tuple[str, ...]:
    """The parts that compounds are built of, longest first."""
    rules = numerals_of(code)
    parts = {*rules.small, *rules.elided, *rules.hundreds, *rules.scales, *rules.joiners, *rules.halves}
    return tuple(sorted(parts, key=lambda part: (-len(part), part)))


@cache
def _whole_words(code: str) -> frozenset[str]:
    rules = numerals_of(code)
    tables = (rules.small, rules.hundreds, rules.denominators, rules.vague, rules.about, rules.fixed, rules.ordinals)
    return frozenset(word for words in tables for word in words)


def _morphemes_of(item: Item, code: str) -> list[Item]:
    """`zweihundertfünfzig` as its morphemes; the item itself where it is no compound of number words."""
    if item.word in _whole_words(code):
        return [item]
    parts = _split(item.word, code)
    if parts is None:
        return [item]
    found: list[Item] = []
    at = item.start
    for part in parts:
        found.append(Item(part, part, at, at + len(part)))
        at += len(part)
    return found


@lru_cache(maxsize=8192)
def _split(word: str, code: str) -> tuple[str, ...] | None:
    """A word wholly cut into morphemes; where a long one leads nowhere a shorter one is tried (ein-einhalb)."""
    if not word:
        return ()
    for part in _morphemes(code):
        if word.startswith(part):
            rest = _split(word[len(part) :], code)
            if rest is not None:
                return (part, *rest)
    return None
