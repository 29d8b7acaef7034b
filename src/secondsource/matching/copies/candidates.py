"""Pairs worth comparing, found without comparing every pair: the cost grows with the pile, not with its square."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from xxhash import xxh3_128_digest

from secondsource.text.fingerprints import Array, Words, grams, words_of
from secondsource.text.similarity import by_chance_in_order, common_in_order, containment

from .across import Across
from .keys import Body
from .postings import (
    Counted,
    count_pairs,
    each_once,
    each_once_whole,
    how_many,
    in_several,
    neighbours,
    rare_pairs,
    summed,
)
from .signs import may_tell_of_handout

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
PASSAGE = 3
"""Sampled shingles in common from which there may be a passage: a dozen words in a row give four of eight or so."""
SOME = 0.05
"""Share of shingles that two pages of one event seldom have in common by chance."""
IN_ORDER = 2.5
"""Names and numbers in common order, beyond what chance gives, from which a text may be retold."""
FEWEST_NAMED = 6
"""Names and numbers in common of which so many can be in order."""
MOST_NAMED = 0.45
"""Share of the names and numbers of the body with fewer, from which two that go by a press release are compared."""
LEAST_WORDS = 0.25
"""Share of the longer words of the shorter body that the other must have."""
PAIRS_ACROSS = 0.045
"""Share of the pairs of words of the shorter body that a text in another language must have: of translations and
retellings measured all had more than .05, of other pages with enough votes one in twenty."""
NAMES_ACROSS = 0.25
"""Share of the names and numbers of the body with fewer, from which that is not asked."""


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
    passages: list[tuple[str, str]]
    """Pairs, by their sources in order, that may have a passage in common word for word."""


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
    sampled = each_once(hashes, texts)
    samples = _Slices(hashes, texts, ordered, {two: one for one, two in same})
    count = len(ordered)
    size = np.bincount(sampled[1], minlength=count)
    kept = first[words.anchor_text]
    anchors = each_once_whole(words.anchors[kept], words.anchor_text[kept])
    common = frozenset(np.unique(anchors[0][how_many(anchors[0]) > MOST_ANCHORS]).tolist())
    many = in_several(*sampled)
    shingles = count_pairs(count, *rare_pairs(*many, MOST_SHINGLES))
    named = count_pairs(count, *rare_pairs(*in_several(*anchors), MOST_ANCHORS))
    across = Across([body if new else None for body, new in zip(ordered, first, strict=True)])
    shared = summed(shingles, count_pairs(count, *neighbours(*many, MOST_SHINGLES)))
    least = np.minimum(size[shared.codes // count], size[shared.codes % count])
    counted = Counted(shared.codes, shared.times, shared.times / np.maximum(1, least))
    sure = (counted.share >= TAKEN_OVER) & (counted.times >= ENOUGH_SHINGLES)
    found = [Candidate(ordered[one].source, ordered[two].source, 1.0, True) for one, two in same]
    for code, share in zip(counted.codes[sure].tolist(), counted.share[sure].tolist(), strict=True):
        found.append(Candidate(ordered[code // count].source, ordered[code % count].source, share, True))
    votes = summed(shingles.weighted(SHINGLE_VOTES), named.weighted(ANCHOR_VOTES), across.counted)
    enough = np.setdiff1d(votes.codes[votes.times >= ENOUGH_VOTES], counted.codes[sure], assume_unique=True)
    found += _looked_at(ordered, _Look(ordered, words, common, across), enough.tolist(), counted, named)
    several = counted.codes[counted.times >= PASSAGE].tolist()
    passages = [(ordered[code // count].source, ordered[code % count].source) for code in several]
    return Candidates(sorted(found), common, samples.of, passages)


def _looked_at(
    ordered: Sequence[Body], look: "_Look", enough: list[int], counted: Counted, named: Counted
) -> Iterator[Candidate]:
    """Those with enough votes that a closer, still quick look does not dismiss."""
    codes = np.array(enough, dtype=np.int64)
    shares, names = counted.of(codes, counted.share), named.of(codes, named.times)
    across = look.across
    pairs = across.counted.of(codes, across.counted.times)
    for code, share, shared, paired in zip(enough, shares, names, pairs, strict=True):
        one, two = divmod(code, len(ordered))
        left, right = ordered[one], ordered[two]
        if left.language == right.language:
            retold = shared >= FEWEST_NAMED and (
                look.in_order(one, two) >= IN_ORDER or look.one_release(one, two, shared)
            )
            if not (share >= SOME or retold) or look.words_shared(one, two) < LEAST_WORDS:
                continue
        elif paired < PAIRS_ACROSS * across.fewer(one, two) and shared < NAMES_ACROSS * look.fewer_names(one, two):
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

    def __init__(self, bodies: Sequence[Body], words: Words, common: frozenset[int], across: Across) -> None:
        count = len(bodies)
        self.across = across
        self._bodies = bodies
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

    def one_release(self, one: int, two: int, shared: float) -> bool:
        """Whether the two may have been made from one press release: most names are shared and both speak of one."""
        if shared < MOST_NAMED * self.fewer_names(one, two):
            return False
        documents = (self._bodies[at].marked.document for at in (one, two))
        return all(may_tell_of_handout(document.text, document.language) for document in documents)

    def fewer_names(self, one: int, two: int) -> int:
        """Names and numbers of the text that has fewer; those that many texts have do not count."""
        return min(len(self._anchors(one)), len(self._anchors(two)))

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
