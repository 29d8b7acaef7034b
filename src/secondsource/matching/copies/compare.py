"""Two bodies laid side by side: sentence by sentence, in order."""

from itertools import pairwise

from msgspec import Struct

from secondsource.model.link import Feature
from secondsource.text.similarity import containment

from .keys import Body, Sentence

ALIKE = 0.42
"""Weighted word overlap from which two sentences may tell the same thing."""


class Pairing(Struct, frozen=True):
    """Sentence `left` of one body tells what sentence `right` of the other tells."""

    left: int
    right: int
    likeness: float


class Comparison(Struct, frozen=True):
    """Everything measured on a pair of bodies, with the aligned sentences that show it."""

    left: Body
    right: Body
    chain: tuple[Pairing, ...]
    """The heaviest set of pairings that keeps the order of both."""
    cover: float
    """Share of the shorter body's characters inside the chain."""
    narration: float
    """The same for what the reporter tells in own words, quotes left out."""
    order: float
    """How much of all that is alike lies in the chain."""
    pace: float
    """Share of the chain's steps that skip as many sentences on one side as on the other, give or take one."""
    contained: float

    @property
    def features(self) -> tuple[Feature, ...]:
        """The features of the link, with their weights."""
        return (
            Feature("narration aligned in order", round(self.narration, 4), 0.55),
            Feature("body aligned in order", round(self.cover, 4), 0.25),
            Feature("order kept", round(self.order, 4), 0.10),
            Feature("5-gram containment", round(self.contained, 4), 0.10),
        )

    @property
    def score(self) -> float:
        """Weighted sum of the features; word-for-word containment alone is enough."""
        total = sum(feature.value * feature.weight for feature in self.features)
        return round(max(total, self.contained if len(self.chain) > 1 else 0.0), 4)


def compare(left: Body, right: Body) -> Comparison:
    """Align the sentences of two bodies."""
    pairings = _pairings(left, right)
    chain = _heaviest_chain(pairings, left, right)
    small, index = (left, 0) if _length(left.sentences) <= _length(right.sentences) else (right, 1)
    inside = {pairing.right if index else pairing.left: pairing.likeness for pairing in chain}
    best: dict[int, float] = {}
    for pairing in pairings:
        at = pairing.right if index else pairing.left
        best[at] = max(best.get(at, 0.0), pairing.likeness)
    alike = sum(small.sentences[at].length for at in best)
    return Comparison(
        left=left,
        right=right,
        chain=tuple(chain),
        cover=_share(small.sentences, inside),
        narration=_share(tuple(s for s in small.sentences if not s.quoted), _narrated(small, inside)),
        order=sum(small.sentences[at].length for at in inside) / alike if alike else 0.0,
        pace=_pace(chain),
        contained=containment(left.shingles, right.shingles),
    )


def _pace(chain: list[Pairing]) -> float:
    steps = [abs((after.left - before.left) - (after.right - before.right)) <= 1 for before, after in pairwise(chain)]
    return sum(steps) / len(steps) if steps else 0.0


def _length(sentences: tuple[Sentence, ...]) -> int:
    return sum(sentence.length for sentence in sentences)


def _share(sentences: tuple[Sentence, ...], inside: dict[int, float]) -> float:
    total = _length(sentences)
    return sum(sentences[at].length * min(1.0, like * 1.4) for at, like in inside.items()) / total if total else 0.0


def _narrated(body: Body, inside: dict[int, float]) -> dict[int, float]:
    """The chain's positions counted among narrated sentences only."""
    position: dict[int, int] = {}
    for at, sentence in enumerate(body.sentences):
        if not sentence.quoted:
            position[at] = len(position)
    return {position[at]: like for at, like in inside.items() if at in position}


def _pairings(left: Body, right: Body) -> list[Pairing]:
    near = left.language == right.language
    bar = ALIKE if near else ALIKE * 0.6
    places: dict[str, list[tuple[int, float]]] = {}
    for at, sentence in enumerate(right.sentences):
        for key, weight in (sentence.weights if near else sentence.across).items():
            places.setdefault(key, []).append((at, weight))
    masses = [sentence.mass if near else sentence.mass_across for sentence in right.sentences]
    found: list[Pairing] = []
    for at, sentence in enumerate(left.sentences):
        shared: dict[int, float] = {}
        for key, weight in (sentence.weights if near else sentence.across).items():
            for other, theirs in places.get(key, ()):
                shared[other] = shared.get(other, 0.0) + (weight if weight < theirs else theirs)
        mine = sentence.mass if near else sentence.mass_across
        for other, weight in sorted(shared.items()):
            if weight >= 2.0:
                theirs = masses[other]
                less, more = (mine, theirs) if mine < theirs else (theirs, mine)
                likeness = weight / (0.6 * less + 0.4 * more)
                if likeness >= bar:
                    found.append(Pairing(at, other, min(1.0, likeness)))
    return found


def _heaviest_chain(pairings: list[Pairing], left: Body, right: Body) -> list[Pairing]:
    """Maximum-weight chain, strictly increasing on both sides (weights: likeness times the shorter length)."""
    ordered = sorted(pairings, key=lambda p: (p.left, p.right))
    best: list[float] = []
    back: list[int] = []
    for at, pairing in enumerate(ordered):
        size = min(left.sentences[pairing.left].length, right.sentences[pairing.right].length)
        value, previous = 0.0, -1
        for before in range(at):
            if ordered[before].left < pairing.left and ordered[before].right < pairing.right and best[before] > value:
                value, previous = best[before], before
        best.append(value + pairing.likeness * size)
        back.append(previous)
    if not best:
        return []
    at = max(range(len(best)), key=lambda i: best[i])
    chain: list[Pairing] = []
    while at >= 0:
        chain.append(ordered[at])
        at = back[at]
    return chain[::-1]
