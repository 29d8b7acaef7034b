"""What a text is about, as far as its words show: names and other content words with their weight."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from secondsource.text.normalise import plain

_WORD = re.compile(r"[^\W\d_]+")
_STEM = 6
"""Letters of a word that are compared: enough to bring forms of one word together in all seven languages."""


class Matter(Struct, frozen=True):
    """Stems of the content words of a text with their counts."""

    counts: dict[str, int]

    @classmethod
    def of(cls, texts: Iterable[str], function_words: frozenset[str]) -> "Matter":
        """The matter of these texts together."""
        counts: Counter[str] = Counter()
        for text in texts:
            counts.update(stems(text, function_words))
        return cls(dict(counts))

    def share(self, text: str, function_words: frozenset[str] = frozenset()) -> float:
        """Share of the content stems of `text` that occur here, from 0 to 1."""
        found = set(stems(text, function_words))
        return sum(1 for stem in found if stem in self.counts) / len(found) if found else 0.0

    def akin(self, texts: Iterable[str], most: int) -> float:
        """Share of the `most` most frequent stems here that occur in `texts`, of so many as a short text could have."""
        found = {stem for text in texts for stem in stems(text, frozenset())}
        top = sorted(self.counts, key=lambda stem: (-self.counts[stem], stem))[:most]
        return sum(1 for stem in top if stem in found) / max(1, min(most, len(found), len(top)))


def stems(text: str, function_words: frozenset[str]) -> list[str]:
    """The stems of the words of four letters and more (and of shorter names in capitals) that are no function words."""
    found: list[str] = []
    for match in _WORD.finditer(text):
        word = match[0]
        if (len(word) >= 4 or (len(word) >= 2 and word.isupper())) and word.lower() not in function_words:
            found.append(_stem(word))
    return found


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    return plain(word)[:_STEM]
