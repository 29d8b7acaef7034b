"""Texts of different languages that have the same two weighty words in one sentence."""

from collections.abc import Sequence

import numpy as np

from secondsource.text.fingerprints import Array

from .keys import Body
from .postings import Counted, count_pairs, each_once_whole, in_several, rare_pairs

MOST_TEXTS = 40
"""Two words that more texts have in one sentence tell nothing."""
MOST_KEYS = 40
"""A sentence with more weighty words than this is a list."""


class Across:
    """Counts, for two texts of different languages, the pairs of words that both have in one sentence: numbers, names
    and words with a known meaning."""

    def __init__(self, bodies: Sequence[Body | None]) -> None:
        tongues = sorted({body.language or "" for body in bodies if body is not None})
        if len(tongues) < 2:
            bodies = ()
        codes, texts = each_once_whole(*_pairs(bodies))
        self._sizes = np.bincount(texts, minlength=len(bodies)).tolist()
        number = {tongue: at for at, tongue in enumerate(tongues)}
        kinds = np.array([number.get((body.language or "") if body else "", 0) for body in bodies], dtype=np.int64)
        self.counted: Counted = count_pairs(
            max(1, len(bodies)), *rare_pairs(*in_several(codes, texts), MOST_TEXTS, kinds)
        )

    def fewer(self, one: int, two: int) -> int:
        """Pairs of words of the text that has fewer."""
        return int(min(self._sizes[one], self._sizes[two]))


def _pairs(bodies: Sequence[Body | None]) -> tuple[Array, Array]:
    """Every two weighty words of one sentence as one number, and the number of the text."""
    known: dict[str, int] = {}
    words: list[int] = []
    sentence: list[int] = []
    text: list[int] = []
    for at, body in enumerate(bodies):
        for keys in body.weighty if body is not None else ():
            if 1 < len(keys) <= MOST_KEYS:
                words += sorted(known.setdefault(key, len(known)) for key in keys)
                sentence += [len(words)] * len(keys)
                text += [at] * len(keys)
    columns = np.array(words, dtype=np.int64), np.array(sentence, dtype=np.int64), np.array(text, dtype=np.int64)
    return _combined(*columns, max(1, len(known)))


def _combined(words: Array, sentence: Array, text: Array, count: int) -> tuple[Array, Array]:
    codes, texts = [words[:0]], [text[:0]]
    at = np.arange(len(words))
    for step in range(1, MOST_KEYS):
        at = at[at + step < len(words)]
        at = at[sentence[at] == sentence[at + step]]
        if not len(at):
            break
        codes.append(words[at] * count + words[at + step])
        texts.append(text[at])
    return np.concatenate(codes), np.concatenate(texts)
