"""What a text is about, as far as its words show: names and other content words with their weight."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from secondsource.text.normalise import plain

from .form import UNSPACED

_SHORT_NAME = re.compile(r"[A-ZÀ-Þ](?<!\w.)[A-ZÀ-Þ]{1,2}(?!\w)")
_LEAST = 4
"""Letters of a content word at least."""
_STEM = 6
"""Letters of a word that are compared: enough to bring forms of one word together in all seven languages."""


class Matter(Struct, frozen=True):
    """Stems of the content words of a text with their counts."""

    counts: dict[str, int]

    @classmethod
    def of(cls, parts: Iterable[Iterable[str]]) -> "Matter":
        """The matter of all these stems together."""
        counts: Counter[str] = Counter()
        for part in parts:
            counts.update(part)
        return cls(dict(counts))

    def share(self, found: Iterable[str]) -> float:
        """Share of these stems that occur here, each counted once, from 0 to 1."""
        distinct = set(found)
        return len(distinct & self.counts.keys()) / len(distinct) if distinct else 0.0

    def akin(self, parts: Iterable[Iterable[str]], most: int) -> float:
        """Share of the `most` most frequent stems here that occur in `parts`, of so many as a short text could have."""
        found = {stem for part in parts for stem in part}
        top = sorted(self.counts, key=lambda stem: (-self.counts[stem], stem))[:most]
        return sum(1 for stem in top if stem in found) / max(1, min(most, len(found), len(top)))


def stems(small: Sequence[str], text: str, function_words: frozenset[str]) -> tuple[str, ...]:
    """The stems of the words of four letters and more that are no function words, then of shorter names in capitals; of
    scripts without spaces every two letters that follow each other.

    `small` are the words of `text` in small letters.
    """
    words = [word for word in small if len(word) >= _LEAST and word not in function_words]
    short = [name.lower() for name in _SHORT_NAME.findall(text)]
    if text.isascii():
        return (*(word[:_STEM] for word in words), *short)
    pairs = [first + second for run in UNSPACED.findall(text) for first, second in pairwise(run)]
    return (*(word[:_STEM] if word.isascii() else _stem(word) for word in words), *short, *pairs)


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    return plain(word)[:_STEM]
