"""Pairs worth comparing, found without comparing every pair: the cost grows with the pile, not with its square."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import TypeVar

from secondsource.text.shingles import sampled
from secondsource.text.similarity import containment

from .keys import Body

K = TypeVar("K", int, str, tuple[str, str])
Pair = tuple[str, str]

MOST_SHINGLES = 40
"""A shingle in more bodies than this pairs each body only with its neighbour, so that large families stay linked."""
MOST_ANCHORS = 24
"""A name or number in more bodies than this is no evidence."""
ENOUGH_VOTES = 6
LEAST_WORDS = 0.3
"""Share of the shorter body's words; rewrites measured lie above .4, reports of one event mostly below .3."""
SHINGLE_VOTES = 3
ANCHOR_VOTES = 2


def candidates(bodies: Iterable[Body], modulus: int) -> list[Pair]:
    """Pairs that share two sampled shingles, or three numbers or names; between languages also six pairs of words that
    stand in one sentence on both sides. Bodies of the same words are paired with the first of them alone."""
    firsts, same = _exact(sorted(bodies, key=lambda body: body.source))
    votes: dict[Pair, int] = {}
    for sources in _shared((body.source, sampled(body.shingles, modulus)) for body in firsts):
        pairs = combinations(sources, 2) if len(sources) <= MOST_SHINGLES else pairwise(sources)
        for pair in pairs:
            votes[pair] = votes.get(pair, 0) + SHINGLE_VOTES
    for sources in _shared((body.source, body.anchors) for body in firsts):
        if len(sources) <= MOST_ANCHORS:
            for pair in combinations(sources, 2):
                votes[pair] = votes.get(pair, 0) + ANCHOR_VOTES
    _vote_across(firsts, votes)
    known = {body.source: body for body in firsts}
    enough = (pair for pair, count in votes.items() if count >= ENOUGH_VOTES)
    return sorted([*same, *(pair for pair in enough if _may_be_copies(known[pair[0]], known[pair[1]]))])


def common_anchors(bodies: Iterable[Body]) -> frozenset[str]:
    """Names and numbers in so many bodies that they are no evidence."""
    count = Counter(key for body in bodies for key in body.anchors)
    return frozenset(key for key, times in count.items() if times > MOST_ANCHORS)


def _may_be_copies(left: Body, right: Body) -> bool:
    """A quick look before sentences are laid side by side: in one language a copy keeps a good part of the words."""
    return left.language != right.language or containment(left.stems, right.stems) >= LEAST_WORDS


def _exact(bodies: Sequence[Body]) -> tuple[list[Body], list[Pair]]:
    """The first body of each wording, and the pairs of the others with it."""
    first: dict[tuple[str, ...], Body] = {}
    same: list[Pair] = []
    for body in bodies:
        known = first.setdefault(body.words, body) if body.words else body
        if known is not body:
            same.append((known.source, body.source))
    kept = {body.source for body in bodies} - {right for _, right in same}
    return [body for body in bodies if body.source in kept], same


def _shared(keyed: Iterable[tuple[str, Iterable[K]]]) -> Iterator[list[str]]:
    """The sources of each key that more than one has, in order."""
    postings: dict[K, list[str]] = {}
    for source, keys in keyed:
        for key in keys:
            postings.setdefault(key, []).append(source)
    return (sources for sources in postings.values() if len(sources) > 1)


def _vote_across(bodies: Sequence[Body], votes: dict[Pair, int]) -> None:
    """A vote for each pair of words that two bodies of different languages have in one sentence."""
    language = {body.source: body.language for body in bodies}
    if len(set(language.values())) < 2:
        return
    for sources in _shared((body.source, body.word_pairs) for body in bodies):
        if len(sources) <= MOST_SHINGLES:
            for pair in combinations(sources, 2):
                if language[pair[0]] != language[pair[1]]:
                    votes[pair] = votes.get(pair, 0) + 1
