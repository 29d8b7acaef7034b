"""Fractions in words: two thirds, one hundred and three quarters, forty two and a third, one twenty-fifth."""

from collections.abc import Callable
from decimal import Decimal

from msgspec import Struct

from secondsource.language.numbers.spelled import HYPHENS, Spelled
from secondsource.language.numbers.words import Numerals

_LARGE = 1_000_000


class Fraction(Struct, frozen=True):
    """A value and the index behind its last word; `value` is None where the words are an ordinal (twenty-third)."""

    value: Decimal | None
    after: int


class Mixed:
    """Reads on behind a cardinal in words: is it the top of a fraction, or does a fraction follow?"""

    def __init__(self, rules: Numerals, word: Callable[[int], str]) -> None:
        self.rules = rules
        self.word = word

    def read(self, at: int, value: int, after: int) -> Fraction | None:
        """The cardinal `value` stands in words `at` to before `after`. None where no fraction goes with it."""
        behind = after + 1 if self.word(after) in HYPHENS else after
        bottom = self._ordinal(behind)
        if bottom is not None and bottom > 1:
            return self._over(at, value, after, behind, bottom)
        if bottom == 1 and self._tens(after - 1):
            return Fraction(None, behind + 1)
        compound = self._compound(behind)
        if compound is not None:
            return Fraction(Decimal(value) / compound[0], compound[1])
        return self._added(value, after)

    def _over(self, at: int, value: int, after: int, behind: int, bottom: int) -> Fraction:
        tens = self._tens(after - 1)
        if tens and bottom < 10 and self.word(after - 2) not in self.rules.joiners:
            if after - 1 == at:
                plural = self.word(behind).endswith("s") and behind == after
                return Fraction(Decimal(value) / bottom if plural else None, behind + 1)
            return Fraction(Decimal(value - tens) / (tens + bottom), behind + 1)
        for split in range(after - 1, at, -1):
            if self.word(split) in self.rules.joiners:
                top = Spelled(self.rules, self.word).read(split + 1)
                proper = top is not None and top[1] == after and top[0] < bottom and self._apart(value, top[0])
                if top is not None and proper:
                    return self._sum(value - top[0], split, Decimal(top[0]) / bottom, behind + 1)
        return Fraction(Decimal(value) / bottom, behind + 1)

    def _apart(self, value: int, top: int) -> bool:
        """Whether the joiner before `top` parts it from the rest, where tens and units are joined too (vingt et un)."""
        return value - top >= 100 or (self.rules.vigesimal and top not in (1, 11))

    def _added(self, value: int, after: int) -> Fraction | None:
        """... and a third, and two fifths, et un quart."""
        if self.word(after) not in self.rules.joiners:
            return None
        half = self.rules.denominators.get(self.word(after + 1)) == 2 or self.word(after + 1) in self.rules.halves
        if half and self.rules.multiplier(self.word(after + 2)):
            return self._sum(value, after, Decimal("0.5"), after + 2)
        top, start = 1, after + 2
        if self.word(after + 1) not in self.rules.articles:
            read = Spelled(self.rules, self.word).read(after + 1)
            if read is None:
                return None
            top, start = read
        bottom = self._ordinal(start)
        compound = self._compound(start)
        if bottom is not None and bottom > 1:
            return self._sum(value, after, Decimal(top) / bottom, start + 1)
        if compound is not None:
            return self._sum(value, after, Decimal(top) / compound[0], compound[1])
        return None

    def _sum(self, whole: int, whole_end: int, part: Decimal, after: int) -> Fraction:
        """A part is of the scale that follows it, else of a large scale that the whole ends with."""
        scale = self.rules.multiplier(self.word(after))
        own = self.rules.multiplier(self.word(whole_end - 1)) or 1
        if scale is not None and scale < own:
            return Fraction(whole + part * scale, after + 1)
        return Fraction(whole + part * (own if own >= _LARGE else 1), after)

    def _ordinal(self, at: int) -> int | None:
        word = self.word(at)
        known = self.rules.denominators.get(word)
        if known is not None:
            return known
        value = self.rules.ordinals.get(word) or (self.rules.ordinals.get(word[:-1]) if word.endswith("s") else None)
        return None if value == 2 else value

    def _tens(self, at: int) -> int:
        value = self.rules.small.get(self.word(at), 0)
        return value if 20 <= value <= 90 and value % 10 == 0 else 0

    def _compound(self, at: int) -> tuple[int, int] | None:
        """Twenty-fifth, vingt-et-unième: tens with a unit's ordinal."""
        tens = self._tens(at)
        if not tens:
            return None
        unit = at + 1
        while self.word(unit) in HYPHENS or self.word(unit) in self.rules.joiners:
            unit += 1
        bottom = self._ordinal(unit)
        return (tens + bottom, unit + 1) if bottom is not None and bottom < 10 else None
