"""Numbers as texts write them, in digits, in words or both: found with their places, their values and what they leave
open.
"""

import re
from decimal import Decimal
from functools import cache

from msgspec import structs

from secondsource.language.numbers.items import Item, items_of
from secondsource.language.numbers.mixed import Mixed
from secondsource.language.numbers.numeral import Form, Numeral
from secondsource.language.numbers.spelled import HYPHENS, Spelled
from secondsource.language.numbers.words import numerals_of, openers
from secondsource.text.numerals import GLYPHS, extend_digits, read_digits, step_of

_SHORT_CURRENCY = re.compile(r"(?:[$€£¥₽₹₺₴₩]|\b(?:[A-Z]{2,3}|Rs\.?)|[$][A-Z]{1,2}|Y=)[ \u00a0\u202f]?[-−]?\Z")
__all__ = ["Form", "Numeral", "find_numerals"]

_LETTER_BEFORE = re.compile(r"(?:[^\W\d_]|(?<=[^\W\d])-|_)\Z")
_CODE_BEFORE = re.compile(r"(?<![^\W_])(?:[A-Z]{2,3}|Rs|(?:sub|minus|plus|to)-)\Z|[$][A-Z]{1,2}\Z")
_WHOLES = frozenset(map(Decimal, (2, 3, 4, 5, 6, 8, 10, 20, 100, 1000)))
_EXPONENT_REST = re.compile(r"[-+]?\d")
_MINUS = re.compile(r"(?:^|[\s(\[$€£¥])[-−–]\Z")


def find_numerals(text: str, code: str) -> list[Numeral]:
    """The numbers of `text` in order, without overlap; a line feed never stands inside one.

    Ordinals are no numbers here, and neither are digits that hang on a letter (F-16, G7). Years, dates and house
    numbers are not told apart: that is for those who ask.
    """
    reader = _Reader(text, code)
    found: list[Numeral] = []
    free_from = 0
    for at in reader.openers():
        read = reader.number(at) if at >= free_from else None
        if read is not None:
            numeral, free_from = read
            found.append(numeral)
    return found


@cache
def _starters(code: str) -> frozenset[str]:
    rules = numerals_of(code)
    return frozenset(
        {*rules.small, *rules.elided, *rules.articles, *rules.negative, *rules.few, *rules.halves, *openers(rules)}
        | {*rules.hundreds, *rules.about, *rules.vague, *rules.rounds, *rules.denominators, *rules.fixed, *GLYPHS}
    )


class _Reader:
    """The items of one text and the grammar over them; every method takes an index and returns what it read with the
    index behind it, or None."""

    def __init__(self, text: str, code: str) -> None:
        self.text = text
        self.rules = numerals_of(code)
        self.items = items_of(text, code)
        self.starters = _starters(code)
        self.over = [words.split() for words in self.rules.over]

    def openers(self) -> list[int]:
        """The items that a number may start with: a quick look before the grammar is tried."""
        starters = self.starters
        words = enumerate([item.word for item in self.items])
        return [at for at, word in words if word in starters or word[0].isdigit() or word[1:2].isdigit()]

    def word(self, at: int) -> str:
        return self.items[at].word if at < len(self.items) else "\n"

    def number(self, at: int) -> tuple[Numeral, int] | None:
        """The number that starts at this item, with what it is divided by: two out of three, one over twenty."""
        read = self._signed(at)
        if read is None:
            return None
        top, after = read
        behind = self._divider(after)
        below = self._positive(behind) if behind is not None else None
        if below is None or top.form not in (Form.DIGITS, Form.WORDS) or top.value % 1:
            return read
        whole = below[0]
        sure = whole.form is Form.WORDS or (whole.form is Form.DIGITS and whole.value in _WHOLES)
        if not sure or whole.value < 2 or abs(top.value) >= whole.value:
            return read
        return Numeral(top.start, whole.end, top.value / whole.value, 1 / whole.value, Form.SHARE), below[1]

    def _divider(self, at: int) -> int | None:
        """The index behind `over`, `out of`, `sur`."""
        first = self.word(at)
        for parts in self.over:
            if first == parts[0] and [self.word(at + step) for step in range(len(parts))] == parts:
                return at + len(parts)
        return None

    def _signed(self, at: int) -> tuple[Numeral, int] | None:
        first = self.items[at]
        if self.rules.small.get(first.word) == 1 and at and self.word(at - 1) in self.rules.not_one_behind:
            return None
        if first.word in self.rules.negative:
            before = self.word(at - 1) if at else ""
            if before in self.rules.not_negative:
                return None
            read = self._positive(at + 2 if self.word(at + 1) in HYPHENS else at + 1)
            if read is None:
                return None
            inner, after = read
            return Numeral(first.start, inner.end, -inner.value, inner.step, inner.form, None, inner.scaled), after
        return self._positive(at)

    def _positive(self, at: int) -> tuple[Numeral, int] | None:
        if at >= len(self.items):
            return None
        rules = self.rules
        word = self.word(at)
        if word[0].isdigit() or word[1:2].isdigit():
            return self._digits(at)
        if word in GLYPHS:
            top, bottom = GLYPHS[word]
            return self._fraction(at, at + 1, Decimal(top) / bottom)
        few = at + 1 if word in rules.articles and self.word(at + 1) in rules.few else at
        if self.word(few) in rules.few:
            return self._few(at, few)
        if word in rules.articles:
            return self._after_article(at)
        if rules.small.get(word) == 1 and (read := self._half_of_scale(at)) is not None:
            return read
        scale = at + 2 if self.word(at + 1) in rules.of else at + 1
        if word in rules.denominators and rules.multiplier(self.word(scale)):
            return self._fraction(at, at + 1, Decimal(1) / rules.denominators[word])
        if rules.small.get(word) == 1 and (self.word(at + 1) in rules.about or self.word(at + 1) in rules.rounds):
            return self._noun(at + 1, at)
        if word in rules.vague:
            return self._vague(at)
        for reading in (self._half, self._noun, self._words):
            read = reading(at)
            if read is not None:
                return read
        return None

    def _digits(self, at: int) -> tuple[Numeral, int] | None:
        item = self.items[at]
        before = self.text[max(0, item.start - 6) : item.start]
        apart = before.endswith(" ")  # most numbers: neither a letter nor a minus can stand right before them
        if not apart and _LETTER_BEFORE.search(before) and not _CODE_BEFORE.search(before):
            return None
        value = read_digits(item.raw, self.rules.decimal)
        if value is None:
            return None
        if self._is_ordinal(item, at):
            return None
        start = item.start - 1 if not apart and _MINUS.search(before) else item.start
        sign = -1 if start < item.start else 1
        step, after, end = step_of(item.raw, value), at + 1, item.end
        form = Form.DIGITS
        extended = extend_digits(self.text, end, value)
        if extended is not None:
            form = Form.FRACTION if extended.fraction else Form.DIGITS
            value, step, end = extended.value, Decimal(0), extended.end
        while after < len(self.items) and self.items[after].start < end:
            after += 1
        factor, end, after = self._scales(after, end, item)
        extra, end, after = self._and_half(after, end)
        value = (value + extra) * factor
        if factor in (100, 1000):
            rest, end, after = self._continued(after, end, factor)
            value += rest
        return Numeral(start, end, sign * value, step * factor, form, None, factor > 1), after

    def _continued(self, at: int, end: int, below: int) -> tuple[Decimal, int, int]:
        """4 thousand 3 hundred and 21: what goes on behind a number with a scale, smaller than that scale."""
        joined = self.word(at) in self.rules.joiners
        start = at + 1 if joined else at
        more = self._positive(start) if start < len(self.items) else None
        if more is None or not 0 < more[0].value < below or more[0].form not in (Form.DIGITS, Form.WORDS):
            return Decimal(0), end, at
        if not joined and not more[0].scaled:
            return Decimal(0), end, at
        return more[0].value, more[0].end, more[1]

    def _is_ordinal(self, item: Item, at: int) -> bool:
        """20th, 1er, 5º."""
        ending = self.items[at + 1] if at + 1 < len(self.items) else None
        if ending is None or ending.start != item.end or ending.word not in self.rules.ordinal_endings:
            return False
        return not _EXPONENT_REST.match(self.text, ending.end)  # 1e10 is none

    def _scales(self, at: int, end: int, digits: Item | None) -> tuple[int, int, int]:
        """The scale words and abbreviations from `at` on, multiplied."""
        factor = 1
        while at < len(self.items):
            item = self.items[at]
            times = self.rules.multiplier(item.word) or (100 if self.rules.hundreds.get(item.word) == 100 else 0)
            if digits is not None and factor == 1:
                times = times or self.rules.rounds.get(item.word, 0)
            gap = self.text[end : item.start]
            if times and len(gap.strip("-–‑ \u00a0\u202f")) == 0:
                factor, end, at = factor * times, item.end, at + 1
                continue
            if item.word in HYPHENS and self.rules.multiplier(self.word(at + 1)) and not gap:
                at += 1
                continue
            break
        if digits is not None and factor == 1 and at < len(self.items):
            return self._abbreviation(at, end, digits)
        return factor, end, at

    def _abbreviation(self, at: int, end: int, digits: Item) -> tuple[int, int, int]:
        item = self.items[at]
        times = self.rules.abbreviations.get(item.raw)
        gap = self.text[end : item.start]
        if not times or gap.strip(" \u00a0\u202f") or len(gap) > 1:
            return 1, end, at
        money = _SHORT_CURRENCY.search(self.text[max(0, digits.start - 6) : digits.start])
        if (
            len(item.raw) == 1
            and not money
            and (gap or (item.raw not in "MBKk" and not (item.raw == "b" and "." in digits.raw)))
        ):
            return 1, end, at
        end = item.end
        if len(item.raw) > 1 and self.text[end : end + 1] == "." and item.raw[0].isupper() and item.raw != "MM":
            end, at = end + 1, at + 1
        return times, end, at + 1

    def _few(self, at: int, few: int) -> tuple[Numeral, int] | None:
        """Several hundred, a few dozen: twice to ten times."""
        word = self.word(few + 1)
        rules = self.rules
        times = (
            rules.hundreds.get(word) or rules.multiplier(word) or rules.rounds.get(word) or rules.vague.get(word)
            or rules.about.get(word)
        )  # fmt: skip
        if not times or word == "\n":
            return None
        after, end = few + 2, self.items[few + 1].end
        while self.word(after) in rules.of and self.word(after + 1) in rules.vague:
            times, end, after = times * rules.vague[self.word(after + 1)], self.items[after + 1].end, after + 2
        factor, end, after = self._scales(after, end, None)
        value = Decimal(times * factor)
        return Numeral(self.items[at].start, end, 2 * value, value, Form.VAGUE, 10 * value), after

    def _after_article(self, at: int) -> tuple[Numeral, int] | None:
        """A dozen, a hundred, a million, a third, a half million."""
        rules = self.rules
        word = self.word(at + 1)
        if word in rules.rounds or word in rules.about:
            return self._noun(at + 1, at)
        if word in rules.hundreds or word in rules.scales:
            return self._words(at + 1, at)
        if word in rules.halves and (half := self._half(at + 1)) is not None and half[0].value >= 1:
            return structs.replace(half[0], start=self.items[at].start), half[1]
        if word in rules.denominators:
            return self._fraction(at, at + 2, Decimal(1) / rules.denominators[word])
        return None

    def _half_of_scale(self, at: int) -> tuple[Numeral, int] | None:
        """Un demi-million, ein halbes Dutzend."""
        rules = self.rules
        half = self.word(at + 1)
        after = at + 3 if self.word(at + 2) in HYPHENS else at + 2
        times = rules.multiplier(self.word(after)) or rules.rounds.get(self.word(after))
        glued = at + 1 < len(self.items) and self.items[at + 1].start == self.items[at].end
        if not times or glued or (half not in rules.halves and rules.denominators.get(half) != 2):
            return None
        end = self.items[after].end
        return Numeral(self.items[at].start, end, Decimal(times) / 2, Decimal(0), Form.FRACTION), after + 1

    def _vague(self, at: int) -> tuple[Numeral, int] | None:
        """Dozens, tens of thousands, hundreds of millions: one order of magnitude."""
        value, after, end = self.rules.vague[self.word(at)], at + 1, self.items[at].end
        while self.word(after) in self.rules.of and self.word(after + 1) in self.rules.vague:
            value, end, after = value * self.rules.vague[self.word(after + 1)], self.items[after + 1].end, after + 2
        factor, end, after = self._scales(after, end, None)
        low = Decimal(value * factor)
        return Numeral(self.items[at].start, end, low, low, Form.VAGUE, 10 * low), after

    def _half(self, at: int) -> tuple[Numeral, int] | None:
        """Half, half a million, half a dozen."""
        rules = self.rules
        if self.word(at) not in rules.halves and rules.denominators.get(self.word(at)) != 2:
            return None
        after = at + 1
        if self.word(after) in rules.articles or self.word(after) in HYPHENS:
            after += 1
        word = self.word(after)
        times = rules.multiplier(word) or rules.rounds.get(word)
        if times and word != "\n":
            start, end = self.items[at].start, self.items[after].end
            return Numeral(start, end, Decimal(times) / 2, Decimal(0), Form.FRACTION), after + 1
        return self._fraction(at, at + 1, Decimal("0.5"))

    def _noun(self, at: int, start: int | None = None) -> tuple[Numeral, int] | None:
        """Dozen, vingtaine, anderthalb, each with scales behind it."""
        word = self.word(at)
        rules = self.rules
        worth = rules.rounds.get(word) or rules.about.get(word) or rules.fixed.get(word)
        if not worth:
            return None
        form = Form.ABOUT if word in rules.about else Form.ROUND if word in rules.rounds else Form.FRACTION
        end, after = self.items[at].end, at + 1
        if form is Form.ABOUT and self.word(after) in rules.of and rules.multiplier(self.word(after + 1)):
            after += 1
            end = self.items[after - 1].end
        factor, end, after = self._scales(after, end, None)
        first = self.items[at if start is None else start].start
        return Numeral(first, end, Decimal(str(worth)) * factor, Decimal(0), form), after

    def _words(self, at: int, start: int | None = None) -> tuple[Numeral, int] | None:
        """A number in words, its decimals or fraction, and what multiplies them."""
        read = Spelled(self.rules, self.word).read(at)
        if read is None:
            return None
        value, after = Decimal(read[0]), read[1]
        first = self.items[at if start is None else start].start
        form, end = Form.WORDS, self.items[after - 1].end
        fraction = Mixed(self.rules, self.word).read(at, read[0], after)
        if fraction is not None:
            if fraction.value is None:
                return None
            return self._fraction(at if start is None else start, fraction.after, fraction.value)
        if self.word(after) in self.rules.point:
            value, end, after = self._decimals(value, end, after)
        last = self.rules.multiplier(self.word(after - 1)) or 1
        extra, end, after = self._and_half(after, end)
        if extra:
            value, form = value + extra * last, Form.FRACTION
        if self.word(after) in self.rules.rounds and self._plain_gap(end, after):
            value, form = value * self.rules.rounds[self.word(after)], Form.ROUND
            end, after = self.items[after].end, after + 1
        factor, end, after = self._scales(after, end, None)
        last = self.rules.multiplier(self.word(after - 1)) or last
        more, end, after = self._and_half(after, end)
        scaled = last > 1
        step = Decimal(last) if scaled else Decimal(0)
        return Numeral(first, end, value * factor + more * last, step, form, None, scaled), after

    def _decimals(self, value: Decimal, end: int, at: int) -> tuple[Decimal, int, int]:
        """Three point one four, point seventy-one."""
        pair = Spelled(self.rules, self.word).read(at + 1)
        if pair is not None and 10 <= pair[0] < 100:
            return value + Decimal(pair[0]) / 100, self.items[pair[1] - 1].end, pair[1]
        digits = ""
        after = at + 1
        while self.rules.small.get(self.word(after), 10) < 10:
            digits += str(self.rules.small[self.word(after)])
            after += 1
        if not digits:
            return value, end, at
        return value + Decimal(f"0.{digits}"), self.items[after - 1].end, after

    def _and_half(self, at: int, end: int) -> tuple[Decimal, int, int]:
        """... and a half, et demi, y medio, einhalb."""
        rules = self.rules
        if self.word(at) in HYPHENS and self.word(at):
            return self._hyphened_half(at, end)
        after = at + 1 if self.word(at) in rules.joiners else at
        after = after + 1 if after > at and self.word(after) in rules.articles else after
        bound = after > at or (rules.compound and at < len(self.items) and self.items[at].start == end)
        below = rules.denominators.get(self.word(after))
        if bound and below is not None and self.word(after - 1) in rules.articles:
            return Decimal(1) / below, self.items[after].end, after + 1
        if bound and self.word(after) in rules.halves:
            return Decimal("0.5"), self.items[after].end, after + 1
        return Decimal(0), end, at

    def _hyphened_half(self, at: int, end: int) -> tuple[Decimal, int, int]:
        """An 11-and-a-half-hour flight."""
        rules, marks = self.rules, [self.word(at + step) for step in (0, 2, 4)]
        joiner, article, half = (self.word(at + step) for step in (1, 3, 5))
        glued = (
            all(mark and mark in HYPHENS for mark in marks) and joiner in rules.joiners and article in rules.articles
        )
        if glued and (half in rules.halves or rules.denominators.get(half) == 2):
            return Decimal("0.5"), self.items[at + 5].end, at + 6
        return Decimal(0), end, at

    def _fraction(self, at: int, after: int, value: Decimal) -> tuple[Numeral, int] | None:
        """A fraction from item `at` to before `after`, and a scale it may be of: a quarter of a million."""
        end = self.items[after - 1].end
        if self.text[end : end + 1] in HYPHENS and self.text[end + 1 : end + 2].isalpha():
            return None  # third-party
        behind = after + 1 if self.word(after) in self.rules.of else after
        behind = behind + 1 if self.word(behind) in self.rules.articles else behind
        if self.rules.multiplier(self.word(behind)):
            factor, end, after = self._scales(behind, self.items[behind].start, None)
            value *= factor
        return Numeral(self.items[at].start, end, value, Decimal(0), Form.FRACTION), after

    def _plain_gap(self, end: int, at: int) -> bool:
        return at < len(self.items) and not self.text[end : self.items[at].start].strip(" \u00a0-")
