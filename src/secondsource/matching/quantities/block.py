"""Which figures are compared at all: those that share what they are about, and something of their surroundings."""

import math
from array import array
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from functools import cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from secondsource.model.mark import Figure
from secondsource.stage.grouping import Pair, components

from .compare import ACQUAINTANCES
from .question import noun_of
from .reading.keys import FigureKeys
from .reading.measured import amount_of, kind_of
from .rivals import CONTRADICTED_BACK, CONTRADICTS

IntArray: TypeAlias = npt.NDArray[np.int64]
_BUCKETS_PER_TENFOLD = 12
"""Values within a fifth of each other fall into the same or the next bucket."""
_MOST_OF_AN_OCCASION, _MOST_OF_A_WORD = 64, 32
"""Figures of a block of which every two are compared: of one occasion, and of one word or party. A larger block of a
word or party holds what everybody counts (two people): it says nothing and is not searched."""
_NEXT = 6
"""Of a larger block of one occasion, each figure is compared with so many of the next, by value: equal values stay tied
to each other in chains, and each value is held against its neighbours."""
_TERMS = 8
_HALF = 32
"""Bits in which one place of a pair, or one half of a block's number, is kept."""
_NONE: IntArray = np.zeros(0, np.int64)


def candidate_pairs(keys: Sequence[FigureKeys]) -> Iterator[tuple[int, int]]:
    """Index pairs worth comparing, sorted, the lower index first: one dimension, and a near value with a term, a party
    or a family in common, or the same measure of the same party. Of documents that have nothing else to do with each
    other only equal values are. The number of pairs grows with the figures, not with their square."""
    if not keys:
        return iter(())
    near = _Nearness(keys)
    blocks, members, occasions = _blocks(keys)
    order = np.argsort(blocks, kind="stable")
    blocks, members, occasions = blocks[order], members[order], occasions[order]
    starts = np.flatnonzero(np.diff(blocks, prepend=-1))
    sizes = np.diff(starts, append=len(blocks))
    most = np.where(occasions[starts], _MOST_OF_AN_OCCASION, _MOST_OF_A_WORD)
    few = np.where(sizes <= most, sizes, 0)
    pairs = [near.worth(_every_pair(members, starts[few == size], size)) for size in range(2, _MOST_OF_AN_OCCASION + 1)]
    large = (sizes > most) & occasions[starts]
    for start, size in zip(starts[large].tolist(), sizes[large].tolist(), strict=True):
        pairs.append(_chained(members[start : start + size], near.values))
    left, right = _parted(np.unique(np.concatenate(pairs)))
    return zip(left.tolist(), right.tolist(), strict=True)


def _parted(codes: IntArray) -> tuple[IntArray, IntArray]:
    return codes >> _HALF, codes & ((1 << _HALF) - 1)


class _Nearness:
    """Which figures have the same value, or stand in documents of one occasion or story."""

    def __init__(self, keys: Sequence[FigureKeys]) -> None:
        self.values = np.array([one.figure.value for one in keys], np.float64)
        self._units = _numbered([one.figure.unit for one in keys])
        self._documents = _numbered([one.figure.source for one in keys])
        self._together = [
            _together(keys, [one.families for one in keys]),
            _together(keys, [one.events for one in keys]),
            _together(keys, [one.stories for one in keys]),
        ]
        self._acquainted = _acquainted(dict(zip(self._documents.tolist(), keys, strict=True)))

    def worth(self, codes: IntArray) -> IntArray:
        """Those of the pairs that are worth comparing."""
        left, right = _parted(codes)
        kept = (self.values[left] == self.values[right]) & (self._units[left] == self._units[right])
        for numbers in self._together:
            kept |= numbers[left] == numbers[right]
        left, right = self._documents[left], self._documents[right]
        documents = (np.minimum(left, right) << _HALF) | np.maximum(left, right)
        worth: IntArray = codes[kept | (left == right) | np.isin(documents, self._acquainted)]
        return worth


def _numbered(names: Iterable[Hashable]) -> IntArray:
    """A number for each, the same for the same."""
    numbers: dict[Hashable, int] = {}
    return np.array([numbers.setdefault(name, len(numbers)) for name in names], np.int64)


def _together(keys: Sequence[FigureKeys], groups: Sequence[frozenset[str]]) -> IntArray:
    """A number for each figure, the same for documents that hang together by the groups that they are in."""
    of_document = {one.figure.source: group for one, group in zip(keys, groups, strict=True)}
    pairs = [Pair(1.0, source, group) for source, its in of_document.items() for group in its]
    found = components([*of_document, *(pair.right for pair in pairs)], pairs)
    number = {member: at for at, members in enumerate(found) for member in members}
    return np.array([number[one.figure.source] for one in keys], np.int64)


def _acquainted(documents: dict[int, FigureKeys]) -> IntArray:
    """Pairs of documents, by number, that share several names which few documents have."""
    naming: dict[str, list[int]] = {}
    for number, one in sorted(documents.items()):
        for name in one.acquaintances:
            naming.setdefault(name, []).append(number)
    pairs = [_NONE]
    for its in naming.values():
        first, second = _every_two(len(its))
        of_name = np.array(its, np.int64)
        pairs.append((of_name[first] << _HALF) | of_name[second])
    codes, shared = np.unique(np.concatenate(pairs), return_counts=True)
    return codes[shared >= ACQUAINTANCES]


def _blocks(keys: Sequence[FigureKeys]) -> tuple[IntArray, IntArray, npt.NDArray[np.bool_]]:
    """The blocks that each figure stands in, by number, with the figure, and whether the block is of one occasion."""
    abouts: dict[Hashable, int] = {}
    shares: dict[Hashable, int] = {}
    blocks, members, settings = array("q"), array("q"), array("b")
    for index, one in enumerate(keys):
        occasions = {*one.families, *one.events, *one.stories}
        for about, shared in _block_keys(one):
            high = abouts.setdefault(about, len(abouts)) << _HALF
            blocks.extend([high | shares.setdefault(each, len(shares)) for each in shared])
            members.extend([index] * len(shared))
            settings.extend([each in occasions for each in shared])
    return np.frombuffer(blocks, np.int64), np.frombuffer(members, np.int64), np.frombuffer(settings, np.bool_)


def _every_pair(members: IntArray, starts: IntArray, size: int) -> IntArray:
    """Every two members of each block of one size, as one number each; `starts` are where the blocks begin."""
    first, second = _every_two(size)
    inside = members[starts[:, None] + np.arange(size)]
    codes: IntArray = (inside[:, first] << _HALF) | inside[:, second]
    return np.unique(codes)


def _chained(members: IntArray, values: npt.NDArray[np.float64]) -> IntArray:
    """Each member of a block with the next ones by value."""
    ordered = members[np.argsort(values[members], kind="stable")]
    pairs = [(ordered[:-step], ordered[step:]) for step in range(1, _NEXT + 1)]
    return np.concatenate([(np.minimum(*pair) << _HALF) | np.maximum(*pair) for pair in pairs])


@cache
def _every_two(size: int) -> tuple[IntArray, IntArray]:
    first, second = np.triu_indices(size, 1)
    return first, second


def _block_keys(one: FigureKeys) -> Iterator[tuple[Hashable, Collection[Hashable]]]:
    """What a figure is looked up by: what it is about, and each thing that others must share with it there."""
    figure = one.figure
    shared = {*figure.terms[:_TERMS], *one.parties, *one.families, *one.events}
    for bucket in _buckets(figure):
        yield (one.dimension, bucket), shared
    # one value in reports of one story is always compared
    yield (figure.unit.partition("/")[0], "value", figure.value), {*one.events, *one.stories}
    # one amount in two units, too
    amount = amount_of(figure)
    if amount:
        for bucket in _bucketed((amount,)):
            yield (kind_of(figure.unit), "amount", bucket), one.events
    # what one sentence ties together is always compared
    ties = (figure.id, figure.replaced_by, figure.converts, one.subject.goes_on)
    yield "tied", {tie for tie in ties if tie is not None}
    # and so is a number with those of its sentence, and of the two before where it contradicts them
    gives = one.subject.frame.gives and not noun_of(one)
    back = CONTRADICTED_BACK if gives or CONTRADICTS in one.subject.cues else 0
    sentence = one.subject.sentence
    yield (kind_of(figure.unit), "sentence"), [(figure.source, at) for at in range(sentence - back, sentence + 1)]
    if one.head is not None:
        voice = (one.voice,) if one.voice is not None else ()
        yield (one.dimension, "measure", one.head), {*one.parties, *one.families, *one.events, *voice}
    kind = kind_of(figure.unit)
    settings = {*one.families, *one.events, *one.stories, *one.acquaintances}
    for asked in set(one.subject.asked[:2]):
        yield ("asked", kind, asked), settings


def _buckets(figure: Figure) -> set[int]:
    """The bucket of the value and of both ends, and the next one up: near values share at least one."""
    return _bucketed((figure.value, figure.low, figure.high))


def _bucketed(values: Iterable[float | None]) -> set[int]:
    found: set[int] = set()
    for value in values:
        if value:
            at = math.floor(math.log10(abs(value)) * _BUCKETS_PER_TENFOLD)
            found |= {at, at + 1}
    return found or {0}
