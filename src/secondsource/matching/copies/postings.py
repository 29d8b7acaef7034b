"""Who shares a key with whom: keys and the texts that have them as arrays, and the pairs of texts counted from them."""

from typing import NamedTuple

import numpy as np

from secondsource.text.fingerprints import Array


class Counted(NamedTuple):
    """Pairs of texts, as one number each in order, with how often they were counted."""

    codes: Array
    times: Array
    share: Array = np.zeros(0)
    """What that is of the shorter text's sample."""

    def weighted(self, by: int) -> "Counted":
        """The same, every time counted so often."""
        return Counted(self.codes, self.times * by)

    def of(self, codes: Array, values: Array) -> list[float]:
        """The values that stand at these codes, 0 where a code is not there."""
        if not len(self.codes):
            return [0.0] * len(codes)
        at = np.minimum(np.searchsorted(self.codes, codes), len(self.codes) - 1)
        found: list[float] = np.where(self.codes[at] == codes, values[at], 0).tolist()
        return found


def count_pairs(count: int, left: Array, right: Array) -> Counted:
    """How often each pair is given; `count` is the number of texts."""
    codes = np.sort(left.astype(np.int64) * count + right)
    starts = np.flatnonzero(_fresh(codes))
    return Counted(codes[starts], np.diff(np.append(starts, len(codes))))


def summed(*counted: Counted) -> Counted:
    """The times of each pair, added up."""
    codes = np.concatenate([one.codes for one in counted])
    order = np.argsort(codes, kind="stable")
    codes, times = codes[order], np.concatenate([one.times for one in counted])[order]
    starts = np.flatnonzero(_fresh(codes))
    return Counted(codes[starts], np.add.reduceat(times, starts) if len(starts) else times)


def each_once(keys: Array, texts: Array) -> tuple[Array, Array]:
    """Keys and their texts in order of key, then text, each pair once. A key is cut to the bits that the numbers of the
    texts leave free, for one sort of whole numbers is many times faster than a sort of pairs."""
    bits = np.uint64(max(1, int(texts[-1] if len(texts) else 0).bit_length()))
    packed = np.sort((keys >> bits << bits) | texts.astype(np.uint64))
    packed = packed[_fresh(packed)]
    mask = (np.uint64(1) << bits) - np.uint64(1)
    return packed & ~mask, (packed & mask).astype(np.int64)


def each_once_whole(keys: Array, texts: Array) -> tuple[Array, Array]:
    """The same with whole keys, for fewer of them."""
    order = np.lexsort((texts, keys))
    keys, texts = keys[order], texts[order]
    fresh = _fresh(keys) | _fresh(texts)
    return keys[fresh], texts[fresh]


def in_several(keys: Array, texts: Array) -> tuple[Array, Array]:
    """The entries whose key more than one text has; most keys of a pile stand in one text alone."""
    fresh = _fresh(keys)
    kept = ~(fresh & np.append(fresh[1:], np.ones(min(1, len(fresh)), dtype=bool)))
    return keys[kept], texts[kept]


def how_many(keys: Array) -> Array:
    """For each entry of sorted keys how many have its key."""
    starts = np.flatnonzero(_fresh(keys))
    lengths = np.diff(np.append(starts, len(keys)))
    return np.repeat(lengths, lengths)


def rare_pairs(keys: Array, texts: Array, most: int, kinds: Array | None = None) -> tuple[Array, Array]:
    """Every two texts that share a key which at most so many have, once for each such key; where `kinds` gives one for
    each text, only two of different kinds."""
    few = how_many(keys) <= most
    keys, texts = keys[few], texts[few]
    lefts, rights = [texts[:0]], [texts[:0]]
    at = np.arange(len(keys))
    for step in range(1, most):
        at = at[at + step < len(keys)]
        at = at[keys[at] == keys[at + step]]
        if not len(at):
            break
        left, right = texts[at], texts[at + step]
        apart = slice(None) if kinds is None else kinds[left] != kinds[right]
        lefts.append(left[apart])
        rights.append(right[apart])
    return np.concatenate(lefts), np.concatenate(rights)


def neighbours(keys: Array, texts: Array, most: int) -> tuple[Array, Array]:
    """Each text with the next that shares a key which more have."""
    many = how_many(keys) > most
    keys, texts = keys[many], texts[many]
    at = np.flatnonzero(keys[1:] == keys[:-1])
    return texts[at], texts[at + 1]


def _fresh(ordered: Array) -> Array:
    """Which of sorted values differ from the one before."""
    fresh = np.ones(len(ordered), dtype=bool)
    fresh[1:] = ordered[1:] != ordered[:-1]
    return fresh
