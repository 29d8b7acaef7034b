"""Pairs worth comparing, found without comparing every pair: the cost grows with the pile, not with its square."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

import numpy as np
from xxhash import xxh3_128_digest

from secondsource.text.fingerprints import Array, Words, grams, words_of
from secondsource.text.similarity import by_chance_in_order, common_in_order, containment

from .keys import Body

SIZE = 5
"""Words of a shingle."""
MOST_SHINGLES = 40
"""A shingle in more bodies than this pairs each body only with its neighbour, so that large families stay linked."""
MOST_ANCHORS = 24
"""A name or number in more bodies than this is no evidence."""
ENOUGH_VOTES = 6
SHINGLE_VOTES = 3
ANCHOR_VOTES = 2
TAKEN_OVER = 0.22
"""Share of the shorter body's shingles that the other has too, from which nothing else need be asked: two reporters at
one press conference share less than a tenth."""
ENOUGH_SHINGLES = 12
"""Sampled shingles in common from which that share is known well enough."""
SOME = 0.05
"""Share of shingles that two pages of one event seldom have in common by chance."""
IN_ORDER = 2.5
"""Names and numbers in common order, beyond what chance gives, from which a text may be retold."""
FEWEST_NAMED = 6
"""Names and numbers in common of which so many can be in order."""
LEAST_WORDS = 0.25
"""Share of the longer words of the shorter body that the other must have."""


class Candidate(NamedTuple):
    """Two bodies, by their sources in order, and the share of the shorter one's shingles that the other has."""

    left: str
    right: str
    contained: float
    sure: bool
    """Whether the share says all: the rest of the text need not be compared."""


class Candidates(NamedTuple):
    """What is worth a closer look in a pile."""

    pairs: list[Candidate]
    common: frozenset[int]
    """Names and numbers (`text.fingerprints.anchor`) in so many bodies that they are no evidence."""
    samples: Callable[[str], frozenset[int]]
    """The sampled shingles of a source's body."""


def candidates(bodies: Iterable[Body], modulus: int) -> Candidates:
    """Pairs that share enough of a content-chosen sample of their shingles, or three numbers or names; between
    languages also six pairs of words that stand in one sentence on both sides. Bodies of the same words are paired with
    the first of them alone."""
    ordered = sorted(bodies, key=lambda body: body.source)
    words = words_of([body.excerpt.text for body in ordered])
    same, first = _exact(ordered, words)
    hashes, texts = grams(words, SIZE, modulus)
    if same:
        hashes, texts = hashes[first[texts]], texts[first[texts]]
    sampled = _each_once(hashes, texts)
    samples = _Slices(hashes, texts, ordered, {two: one for one, two in same})
    count = len(ordered)
    size = np.bincount(sampled[1], minlength=count)
    kept = first[words.anchor_text]
    anchors = _each_once_whole(words.anchors[kept], words.anchor_text[kept])
    common = frozenset(np.unique(anchors[0][_runs(anchors[0]) > MOST_ANCHORS]).tolist())
    several = _in_several(*sampled)
    shingles = _counted(count, *_rare_pairs(*several, MOST_SHINGLES))
    named = _counted(count, *_rare_pairs(*_in_several(*anchors), MOST_ANCHORS))
    across = _counted(count, *_across([body if new else None for body, new in zip(ordered, first, strict=True)]))
    shared = _summed(shingles, _counted(count, *_neighbours(*several, MOST_SHINGLES)))
    least = np.minimum(size[shared.codes // count], size[shared.codes % count])
    counted = _Counted(shared.codes, shared.times, shared.times / np.maximum(1, least))
    sure = (counted.share >= TAKEN_OVER) & (counted.times >= ENOUGH_SHINGLES)
    found = [Candidate(ordered[one].source, ordered[two].source, 1.0, True) for one, two in same]
    for code, share in zip(counted.codes[sure].tolist(), counted.share[sure].tolist(), strict=True):
        found.append(Candidate(ordered[code // count].source, ordered[code % count].source, share, True))
    votes = _summed(shingles.weighted(SHINGLE_VOTES), named.weighted(ANCHOR_VOTES), across)
    enough = np.setdiff1d(votes.codes[votes.times >= ENOUGH_VOTES], counted.codes[sure], assume_unique=True)
    found += _looked_at(ordered, _Look(words, count, common), enough.tolist(), counted, named)
    return Candidates(sorted(found), common, samples.of)


class _Counted(NamedTuple):
    """Pairs of texts, as one number each in order, with how often they were counted."""

    codes: Array
    times: Array
    share: Array = np.zeros(0)
    """What that is of the shorter text's sample."""

    def weighted(self, by: int) -> "_Counted":
        """The same, every time counted so often."""
        return _Counted(self.codes, self.times * by)

    def of(self, codes: Array, values: Array) -> list[float]:
        """The values that stand at these codes, 0 where a code is not there."""
        if not len(self.codes):
            return [0.0] * len(codes)
        at = np.minimum(np.searchsorted(self.codes, codes), len(self.codes) - 1)
        found: list[float] = np.where(self.codes[at] == codes, values[at], 0).tolist()
        return found


def _summed(*counted: _Counted) -> _Counted:
    codes = np.concatenate([one.codes for one in counted])
    order = np.argsort(codes, kind="stable")
    codes, times = codes[order], np.concatenate([one.times for one in counted])[order]
    starts = np.flatnonzero(_fresh(codes))
    return _Counted(codes[starts], np.add.reduceat(times, starts) if len(starts) else times)


def _looked_at(
    ordered: Sequence[Body], look: "_Look", enough: list[int], counted: _Counted, named: _Counted
) -> Iterator[Candidate]:
    """Those with enough votes that a closer, still quick look does not dismiss."""
    codes = np.array(enough, dtype=np.int64)
    shares, names = counted.of(codes, counted.share), named.of(codes, named.times)
    for code, share, shared in zip(enough, shares, names, strict=True):
        one, two = divmod(code, len(ordered))
        left, right = ordered[one], ordered[two]
        if left.language == right.language:
            retold = shared >= FEWEST_NAMED and look.in_order(one, two) >= IN_ORDER
            if not (share >= SOME or retold) or look.words_shared(one, two) < LEAST_WORDS:
                continue
        yield Candidate(left.source, right.source, share, False)


class _Slices:
    """What each source has of an array that is in order of texts; `same` are texts with the words of another."""

    def __init__(self, values: Array, texts: Array, bodies: Sequence[Body], same: dict[int, int]) -> None:
        self._values = values
        self._bounds = np.searchsorted(texts, np.arange(len(bodies) + 1))
        self._at = {body.source: same.get(at, at) for at, body in enumerate(bodies)}

    def of(self, source: str) -> frozenset[int]:
        """The values of one source."""
        at = self._at[source]
        return frozenset(self._values[self._bounds[at] : self._bounds[at + 1]].tolist())


class _Look:
    """A quick look at two texts, before their sentences are laid side by side."""

    def __init__(self, words: Words, count: int, common: frozenset[int]) -> None:
        self._words = words
        self._bounds = np.searchsorted(words.text, np.arange(count + 1)).tolist()
        self._anchor_bounds = np.searchsorted(words.anchor_text, np.arange(count + 1)).tolist()
        self._common = common
        self._known: dict[int, list[int]] = {}

    def in_order(self, one: int, two: int) -> float:
        """How many names and numbers come in common order, beyond what chance gives; those that many texts have do not
        count."""
        left, right = self._anchors(one), self._anchors(two)
        shared = set(left) & set(right)
        ordered = common_in_order([x for x in left if x in shared], [x for x in right if x in shared])
        return ordered - by_chance_in_order(len(shared))

    def words_shared(self, one: int, two: int) -> float:
        """Share of the longer words of the text that has fewer that the other has too."""
        return containment(self._long(one), self._long(two))

    def _anchors(self, at: int) -> list[int]:
        if at not in self._known:
            found = self._words.anchors[self._anchor_bounds[at] : self._anchor_bounds[at + 1]].tolist()
            self._known[at] = [one for one in dict.fromkeys(found) if one not in self._common]
        return self._known[at]

    def _long(self, at: int) -> frozenset[int]:
        inside = slice(self._bounds[at], self._bounds[at + 1])
        return frozenset(self._words.hashes[inside][self._words.long[inside]].tolist())


def _exact(bodies: Sequence[Body], words: Words) -> tuple[list[tuple[int, int]], Array]:
    """Pairs of the first body of each wording with the others of it, and which bodies are such a first."""
    bounds = np.searchsorted(words.text, np.arange(len(bodies) + 1)).tolist()
    known: dict[bytes, int] = {}
    first = np.ones(len(bodies), dtype=bool)
    same: list[tuple[int, int]] = []
    for at, (start, end) in enumerate(pairwise(bounds)):
        if end > start:
            before = known.setdefault(xxh3_128_digest(words.hashes[start:end].tobytes()), at)
            if before != at:
                same.append((before, at))
                first[at] = False
    return same, first


def _each_once(keys: Array, texts: Array) -> tuple[Array, Array]:
    """Keys and their texts in order of key, then text, each pair once. A key is cut to the bits that the numbers of the
    texts leave free, for one sort of whole numbers is many times faster than a sort of pairs."""
    bits = np.uint64(max(1, int(texts[-1] if len(texts) else 0).bit_length()))
    packed = np.sort((keys >> bits << bits) | texts.astype(np.uint64))
    packed = packed[_fresh(packed)]
    mask = (np.uint64(1) << bits) - np.uint64(1)
    return packed & ~mask, (packed & mask).astype(np.int64)


def _fresh(ordered: Array) -> Array:
    """Which of sorted values differ from the one before."""
    fresh = np.ones(len(ordered), dtype=bool)
    fresh[1:] = ordered[1:] != ordered[:-1]
    return fresh


def _each_once_whole(keys: Array, texts: Array) -> tuple[Array, Array]:
    """The same with whole keys, for fewer of them."""
    order = np.lexsort((texts, keys))
    keys, texts = keys[order], texts[order]
    fresh = _fresh(keys) | _fresh(texts)
    return keys[fresh], texts[fresh]


def _runs(keys: Array) -> Array:
    """For each entry of sorted keys how many have its key."""
    starts = np.flatnonzero(np.concatenate((np.ones(min(1, len(keys)), dtype=bool), keys[1:] != keys[:-1])))
    lengths = np.diff(np.concatenate((starts, np.array([len(keys)]))))
    return np.repeat(lengths, lengths)


def _in_several(keys: Array, texts: Array) -> tuple[Array, Array]:
    """The entries whose key more than one text has; most shingles of a pile stand in one text alone."""
    fresh = _fresh(keys)
    last = np.append(fresh[1:], True)
    kept = ~(fresh & last)
    return keys[kept], texts[kept]


def _rare_pairs(keys: Array, texts: Array, most: int) -> tuple[Array, Array]:
    """Every two texts that share a key which at most so many have, once for each such key."""
    few = _runs(keys) <= most
    keys, texts = keys[few], texts[few]
    lefts, rights = [texts[:0]], [texts[:0]]
    at = np.arange(len(keys))
    for step in range(1, most):
        at = at[at + step < len(keys)]
        at = at[keys[at] == keys[at + step]]
        if not len(at):
            break
        lefts.append(texts[at])
        rights.append(texts[at + step])
    return np.concatenate(lefts), np.concatenate(rights)


def _neighbours(keys: Array, texts: Array, most: int) -> tuple[Array, Array]:
    """Each text with the next that shares a key which more have."""
    many = _runs(keys) > most
    keys, texts = keys[many], texts[many]
    at = np.flatnonzero(keys[1:] == keys[:-1])
    return texts[at], texts[at + 1]


def _counted(count: int, left: Array, right: Array) -> _Counted:
    """How often each pair is given; `count` is the number of texts."""
    codes = np.sort(left.astype(np.int64) * count + right)
    starts = np.flatnonzero(_fresh(codes))
    return _Counted(codes[starts], np.diff(np.append(starts, len(codes))))


def _across(bodies: Sequence[Body | None]) -> tuple[Array, Array]:
    """Two texts of different languages, once for each pair of words that both have in one sentence."""
    kept = [(at, body) for at, body in enumerate(bodies) if body is not None]
    lefts: list[int] = []
    rights: list[int] = []
    if len({body.language for _, body in kept}) > 1:
        postings: dict[tuple[str, str], list[int]] = {}
        for at, body in kept:
            for pair in body.word_pairs:
                postings.setdefault(pair, []).append(at)
        language = [body.language if body is not None else None for body in bodies]
        for texts in postings.values():
            if 1 < len(texts) <= MOST_SHINGLES:
                for one, two in combinations(texts, 2):
                    if language[one] != language[two]:
                        lefts.append(one)
                        rights.append(two)
    return np.array(lefts, dtype=np.int64), np.array(rights, dtype=np.int64)
