"""The words of many texts as 64-bit hashes, all at once: what finds copies in long streams is built on these arrays.

A word is a run of letters and digits, case-folded, in Latin letters and without accents, each letter by its first Latin
one. Its hash is the polynomial hash of its letters (R. Karp, M. Rabin, "Efficient randomized pattern-matching
algorithms", 1987) modulo 2^64, mixed. The same text gives the same hashes on every machine.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

import numpy as np

from .normalise import plain
from .transliterate import latin

Array = np.ndarray[Any, Any]

_CHUNK = 60_000
"""Characters worked on at a time: their arrays stay in the processor's cache."""
_BLOCK = 32_768
"""Words worked on at a time."""
_FOLDED = 0x2C00
"""Codes from here on are scripts without case; letters outside the 16-bit plane part words."""
_GROUPS = 3
"""Groups of digits that may follow the first of one number."""
_CENTURIES = tuple(ord(written[0]) * 10 + ord(written[1]) for written in ("19", "20"))
_UPPER, _DIGIT = 1, 2
"""Kinds of words by what they begin with."""
_BASE = 0x9E3779B97F4A7C15
_MIX = 0xBF58476D1CE4E5B9
_ALL = (1 << 64) - 1
_GRAM = 0x94D049BB133111EB


class Words(NamedTuple):
    """Every word of every text, in order."""

    hashes: Array
    """uint64, one for each word."""
    text: Array
    """The number of the text that each word is in, ascending; int32, for there is one beside every word."""
    long: Array
    """Whether a word has four letters or more."""
    anchors: Array
    """uint64, one for each name inside a sentence and each number, in order: see `anchor`."""
    anchor_text: Array


def words_of(texts: Sequence[str]) -> Words:
    """Hash the words of all texts."""
    work = np.empty(min(_CHUNK * 2, sum(map(len, texts)) + 2 * len(texts) + 2), dtype=np.uint64)
    parts = [_hashed(*chunk, work) for chunk in _chunks(texts)]
    if not parts:
        none = np.zeros(0, dtype=np.uint64)
        return Words(none, none.astype(np.int32), none.astype(bool), none, none.astype(np.int32))
    return Words(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))


def grams(words: Words, size: int, modulus: int = 1) -> tuple[Array, Array]:
    """The hash of every run of `size` words inside one text, and the number of its text; of the hashes only those that
    `modulus` divides, so that two texts keep the same ones (N. Heintze, "Scalable document fingerprinting", 1996)."""
    parts: list[tuple[Array, Array]] = []
    for start in range(0, max(1, len(words.hashes)), _BLOCK):
        hashes, text = (column[start : start + _BLOCK + size - 1] for column in (words.hashes, words.text))
        count = max(0, len(hashes) - size + 1)
        found = hashes[:count].copy()
        for at in range(1, size):
            found *= np.uint64(_GRAM)
            found += hashes[at : at + count]
        found = _mixed(found)
        kept = text[:count] == text[size - 1 :][:count]
        if modulus > 1:
            kept &= found % np.uint64(modulus) == 0
        parts.append((found[kept], text[:count][kept]))
    return np.concatenate([one for one, _ in parts]), np.concatenate([text for _, text in parts])


@lru_cache(maxsize=1 << 16)
def anchor(key: str) -> int:
    """The hash under which `words_of` finds a name by its first four letters or a number by its digits.

    `key` is folded (`text.normalise.plain`) and in Latin letters; digits grouped by any mark are one number.
    """
    if key[:1].isdigit():
        groups = "".join(char if char.isdigit() else " " for char in key).split()
        value = 0
        for group in groups:
            value = (value * _GRAM + _one(group)) & _ALL
        return value
    return _one(key[:4])


def _one(word: str) -> int:
    value, power = 0, 1
    for char in word:
        power = power * _BASE & _ALL
        value = (value + ord(char) * power) & _ALL
    return int(_mixed(np.array([value], dtype=np.uint64))[0])


def _chunks(texts: Sequence[str]) -> Iterator[tuple[Sequence[str], int]]:
    start = size = 0
    for at, text in enumerate(texts):
        size += len(text)
        if size >= _CHUNK:
            yield texts[start : at + 1], start
            start, size = at + 1, 0
    if start < len(texts):
        yield texts[start:], start


def _hashed(texts: Sequence[str], first: int, work: Array) -> Words:
    """The words of some texts, of which the first has the number `first`. `work` is room used again and again: asking
    the system for new pages each time costs more than the sums."""
    whole = [text if text.isascii() else unicodedata.normalize("NFC", text) for text in texts]
    # One mark in front and two behind each text: every word has an end and two characters before it.
    joined = "\n\n" + "\n\n".join(whole) + "\n\n"
    if joined.isascii():  # half the bytes to move
        codes = np.frombuffer(joined.encode("ascii"), dtype=np.uint8)
    else:
        codes = np.frombuffer(joined.encode("utf-16-le", "surrogatepass"), dtype=np.uint16)
    folded = _tables()[0].take(codes)
    inside = folded != 0
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    starts, ends = edges[0::2], edges[1::2]
    powers, inverse = _powers(len(codes))
    room = work[: len(codes)] if len(codes) <= len(work) else np.empty(len(codes), dtype=np.uint64)
    sums = np.cumsum(np.multiply(folded, powers, out=room), out=room)
    hashes = _mixed((sums[ends - 1] - sums[starts - 1]) * inverse[starts])
    lengths = [len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2 for text in whole]
    breaks = np.cumsum(np.array([0, *(length + 2 for length in lengths)], dtype=np.int64)) + 1
    text = np.repeat(np.arange(first, first + len(whole), dtype=np.int32), np.diff(np.searchsorted(starts, breaks)))
    placed = _Placed(codes, folded, starts, ends, hashes, _tables()[1][codes[starts]])
    names, shortened = _names(placed, sums, inverse)
    numbers, values = _numbers(placed)
    order = np.argsort(np.concatenate((names, numbers)), kind="stable")
    anchors, owners = np.concatenate((shortened, values)), np.concatenate((text[names], text[numbers]))
    return Words(hashes, text, ends - starts > 3, anchors[order], owners[order])


class _Placed(NamedTuple):
    """The words of a chunk with their places."""

    codes: Array
    folded: Array
    starts: Array
    ends: Array
    hashes: Array
    kinds: Array
    """What each begins with: `_UPPER`, `_DIGIT` or anything else."""


def _names(words: _Placed, sums: Array, inverse: Array) -> tuple[Array, Array]:
    """Words of four letters and more that begin in upper case behind another word: their numbers, and the hashes of
    their first four letters."""
    capital = np.flatnonzero(words.kinds == _UPPER)
    at = words.starts[capital]
    before = words.codes[at - 2]
    behind = (words.folded[at - 2] != 0) | (before == ord(",")) | (before == ord(";"))
    kept = behind & (words.codes[at - 1] == ord(" ")) & (words.ends[capital] - at >= 4)
    at = at[kept]
    return capital[kept], _mixed((sums[at + 3] - sums[at - 1]) * inverse[at])


def _numbers(words: _Placed) -> tuple[Array, Array]:
    """Numbers but for single digits and years: the number of the last word of each, and its hash; groups of digits that
    one mark parts are one number."""
    chosen = np.flatnonzero(words.kinds == _DIGIT)
    tails = words.folded[words.ends[chosen] - 1]
    chosen = chosen[(tails >= ord("0")) & (tails <= ord("9"))]
    starts, ends, hashes = words.starts[chosen], words.ends[chosen], words.hashes[chosen]
    if not len(chosen):
        return chosen, hashes
    joined = np.zeros(len(chosen), dtype=bool)
    joined[1:] = (starts[1:] - ends[:-1] == 1) & (words.codes[starts[1:] - 1] != ord("-"))
    value, at = hashes.copy(), np.flatnonzero(joined)
    for _ in range(_GROUPS if len(at) else 0):
        value[at] = value[at - 1] * np.uint64(_GRAM) + hashes[at]
    last = ~np.concatenate((joined[1:], np.zeros(1, dtype=bool)))
    second = words.codes[np.minimum(starts + 1, len(words.codes) - 1)]
    century = words.codes[starts].astype(np.uint16) * np.uint16(10) + second
    year = (ends - starts == 4) & ~joined & ((century == _CENTURIES[0]) | (century == _CENTURIES[1]))
    kept = last & ~year & (joined | (ends - starts >= 2))
    return chosen[kept], value[kept]


def _mixed(values: Array) -> Array:
    """The finaliser of splitmix64 (G. Steele, D. Lea, C. Flood, 2014), so that every bit is as good as another."""
    mixed: Array = values ^ (values >> np.uint64(30))
    mixed *= np.uint64(_MIX)
    mixed ^= mixed >> np.uint64(27)
    mixed *= np.uint64(_GRAM)
    mixed ^= mixed >> np.uint64(31)
    return mixed


@cache
def _tables() -> tuple[Array, Array]:
    """For each 16-bit code its folded letter, 0 for what is no letter or digit; and what a word is that begins so."""
    fold = np.zeros(1 << 16, dtype=np.uint16)
    kinds = np.zeros(1 << 16, dtype=np.uint8)
    known = [code for code in range(1 << 16) if chr(code).isalnum()]
    fold[known] = known
    for code in known[: bisect_left(known, _FOLDED)]:
        char = chr(code)
        fold[code] = ord((latin(plain(char)) or char)[0])
        if char.isupper():
            kinds[code] = _UPPER
    kinds[(fold >= ord("0")) & (fold <= ord("9"))] = _DIGIT
    return fold, kinds


_known_powers: list[tuple[Array, Array]] = []


def _powers(count: int) -> tuple[Array, Array]:
    """The powers of the base from the first, and of its inverse, so that a word's hash does not depend on its place."""
    if not _known_powers or len(_known_powers[0][0]) < count:
        size = max(count, _CHUNK + 50_000)
        base = np.full(size, _BASE, dtype=np.uint64)
        back = np.full(size, pow(_BASE, -1, 1 << 64), dtype=np.uint64)
        back[0] = 1
        _known_powers[:] = [(np.cumprod(base), np.cumprod(back))]
    return _known_powers[0][0][:count], _known_powers[0][1][:count]
