"""Which figures are compared at all: those that share what they are about, and something of their surroundings."""

import math
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from secondsource.model.mark import Figure

from .reading.keys import FigureKeys
from .reading.measured import kind_of

IntArray: TypeAlias = npt.NDArray[np.int64]
_BUCKETS_PER_TENFOLD = 12
"""Values within a fifth of each other fall into the same or the next bucket."""
_MOST_IN_BLOCK = 400
"""Blocks beyond this hold what everybody counts (two people); they say nothing and are not searched."""
_TERMS = 8


def candidate_pairs(keys: Sequence[FigureKeys]) -> list[tuple[int, int]]:
    """Index pairs worth comparing, sorted: one dimension, and a near value with a term, a party or a family in common,
    or the same measure of the same party."""
    blocks: dict[Hashable, dict[Hashable, list[int]]] = {}
    for index, one in enumerate(keys):
        for about, shared in _block_keys(one):
            block = blocks.setdefault(about, {})
            for each in shared:
                block.setdefault(each, []).append(index)
    count = len(keys)
    found = (members for block in blocks.values() for members in block.values())
    members = {tuple(each) for each in found if 1 < len(each) <= _MOST_IN_BLOCK}
    if not members:
        return []
    # one number for both indexes, block by block, and all of them once
    pairs = np.unique(np.concatenate([_pairs_of(block, count) for block in members]))
    return [divmod(pair, count) for pair in pairs.tolist()]


def _pairs_of(block: tuple[int, ...], count: int) -> IntArray:
    """Every two members of a block, in order, as one number each."""
    indexes = np.array(block, dtype=np.int64)
    first, second = _every_two(len(block))
    return indexes[first] * count + indexes[second]


@lru_cache(maxsize=_MOST_IN_BLOCK)
def _every_two(size: int) -> tuple[IntArray, IntArray]:
    first, second = np.triu_indices(size, 1)
    return first, second


def _block_keys(one: FigureKeys) -> Iterator[tuple[Hashable, Iterable[Hashable]]]:
    """What a figure is looked up by: what it is about, and each thing that others must share with it there."""
    figure = one.figure
    shared = {*figure.terms[:_TERMS], *one.parties, *one.families, *one.events}
    for bucket in _buckets(figure):
        yield (one.dimension, bucket), shared
    # one value in reports of one story is always compared
    yield (figure.unit.partition("/")[0], "value", figure.value), {*one.events, *one.stories}
    # what one sentence ties together is always compared
    ties = (figure.id, figure.replaced_by, figure.converts, one.subject.goes_on)
    yield "tied", {tie for tie in ties if tie is not None}
    if one.head is not None:
        voice = (one.voice,) if one.voice is not None else ()
        yield (one.dimension, "measure", one.head), {*one.parties, *one.families, *one.events, *voice}
    kind = kind_of(figure.unit)
    settings = {*one.families, *one.events, *one.stories, *one.acquaintances}
    for asked in set(one.subject.asked[:2]):
        yield ("asked", kind, asked), settings


def _buckets(figure: Figure) -> set[int]:
    """The bucket of the value and of both ends, and the next one up: near values share at least one."""
    found: set[int] = set()
    for value in (figure.value, figure.low, figure.high):
        if value:
            at = math.floor(math.log10(abs(value)) * _BUCKETS_PER_TENFOLD)
            found |= {at, at + 1}
    return found or {0}
