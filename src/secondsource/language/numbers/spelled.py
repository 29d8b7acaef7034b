"""Cardinals in words, added up."""

from collections.abc import Callable

from secondsource.language.numbers.words import Numerals, Order, openers

HYPHENS = frozenset("-‐‑–\u00ad")


class Spelled:
    """Adds up a cardinal in words: units to tens, hundreds, then scales of falling size."""

    def __init__(self, rules: Numerals, word: Callable[[int], str]) -> None:
        self.rules = rules
        self.word = word
        self.total = 0
        self.current = 0
        self.last_scale = 10**30

    def read(self, at: int) -> tuple[int, int] | None:
        """The value of the words from index `at` on, and the index behind them; None where no number starts."""
        first = self.word(at)
        if first not in self.rules.small and first not in self.rules.elided and first not in openers(self.rules):
            article = at > 0 and self.word(at - 1) in self.rules.articles
            scaled = first in self.rules.hundreds and self.rules.multiplier(self.word(at + 1)) is not None
            multiplies = first in self.rules.hundreds or first in self.rules.scales
            if not scaled and not (article and multiplies):
                return None
        if not self._add(first, joined=False):
            return None
        after = at + 1
        safe: tuple[int, int] | None = None
        if self.rules.small.get(first) == 0:
            return 0, after
        while True:
            step = self._joint(after)
            word = self.word(after + step)
            before = (self.total + self.current, after)
            joined = step > 0 and self.word(after) in self.rules.joiners
            if not self._add(word, joined=joined):
                clashes = safe is not None and (word in self.rules.hundreds or word in self.rules.scales)
                return safe if clashes and step == 0 else before
            safe = before if joined else None
            after += step + 1

    def _joint(self, at: int) -> int:
        word = self.word(at)
        return 1 if word in HYPHENS or word in self.rules.joiners else 0

    def _add(self, word: str, *, joined: bool) -> bool:
        value = self.rules.small.get(word, self.rules.elided.get(word))
        if value is not None and value > 0 and self._add_small(value, joined=joined):
            return True
        if value == 0 and not self.current and not self.total:
            return True
        hundred = self.rules.hundreds.get(word)
        if hundred is not None:
            return self._add_hundred(hundred)
        scale = self.rules.multiplier(word)
        return scale is not None and self._add_scale(scale)

    def _add_small(self, value: int, *, joined: bool) -> bool:
        low = self.current % 100
        started = self.current > 0 or self.total > 0
        if low == 0:
            fits = not joined or started
        elif 20 <= low <= 90 and low % 10 == 0 and value < 10:
            fits = not joined or (self.rules.joined_tens and self.rules.order is Order.TENS_FIRST)
        elif joined and self.rules.order is Order.UNITS_FIRST:
            fits = low < 10 and 20 <= value <= 90
        else:
            fits = False
        if not fits and self.rules.vigesimal:
            if low == 4 and value == 20 and not joined:
                value, fits = 76, True
            elif (low == 10 and 7 <= value <= 9) or (low in (60, 80) and 10 <= value <= 19):
                fits = True
        if fits:
            self.current += value
        return fits

    def _add_hundred(self, value: int) -> bool:
        if value > 100:
            if self.current:
                return False
            self.current = value
        elif self.current == 0:
            self.current = 100
        elif self.current < 100:
            self.current *= 100
        else:
            return False
        return True

    def _add_scale(self, scale: int) -> bool:
        if scale < self.last_scale:
            if self.current == 0 and self.total:
                return False
            self.total += (self.current or 1) * scale
        elif self.current == 0 and self.total and scale > self.last_scale:
            self.total *= scale
        else:
            return False
        self.current, self.last_scale = 0, scale
        return True
