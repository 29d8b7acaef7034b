"""Two bodies laid side by side: sentence by sentence, in order."""

from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from secondsource.model.link import Feature
from secondsource.text.fingerprints import anchor
from secondsource.text.similarity import by_chance_in_order, common_in_order, containment

from .keys import Body, Sentence

ALIKE = 0.42
"""Weighted word overlap from which two sentences of one language may tell the same thing."""
ALIKE_ACROSS = 0.25
LEAST_SHARED = 2.0
"""Shared weight below which two sentences are not looked at."""
TAKEN_OVER = 1.5
"""What shared 5-grams weigh where they speak alone."""
FEWEST = 4
"""A body with fewer names and figures than this is held to have so many."""
SHARED_ACROSS = 0.6
"""What two languages are given for sharing names and figures at all."""
WHOLE = 1.4
"""A sentence counts whole where its likeness times this is one: nobody retells every word."""


class Pairing(Struct, frozen=True):
    """Sentence `left` of one body tells what sentence `right` of the other tells."""

    left: int
    right: int
    likeness: float


class Comparison(Struct, frozen=True, dict=True):
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
    """Share of the shorter body's word 5-grams, direct speech left out, that the other has too."""
    fewest: int
    """Names and figures of the body that has fewer."""
    shared: int
    """Names and figures that both have."""
    ordered: int
    """Those that come in the same order in both."""

    @cached_property
    def features(self) -> tuple[Feature, ...]:
        """The features of the link, with their weights. The last says that a page is apart, and weighs against it."""
        across = self.left.language != self.right.language
        chance = by_chance_in_order(self.shared) - (SHARED_ACROSS if across else 0.0)
        beyond = max(0.0, self.ordered - max(0.0, chance))
        signs = self.left.signs, self.right.signs
        own = sum(each.reporter for each in signs) / 2
        return (
            Feature("narration aligned in order", self.narration, 0.38),
            Feature("body aligned in order", self.cover, 0.18),
            Feature("order kept", self.order, 0.07),
            Feature("5-gram containment", self.contained, 0.07),
            Feature("names and figures in order, beyond chance", beyond / max(FEWEST, self.fewest), 0.9),
            Feature("signed by reporters of their own", own, -0.4),
        )

    @cached_property
    def score(self) -> float:
        """Weighted sum of the features, kept between 0 and 1; word-for-word containment alone is enough."""
        total = sum(feature.value * feature.weight for feature in self.features)
        words = self.contained * TAKEN_OVER if len(self.chain) > 1 else 0.0
        return round(min(1.0, max(total, words)), 4)

    def explained(self, source: str) -> float:
        """Share of the body of `source`, one of the two, that stands in the chain."""
        body, places = (
            (self.left, [(p.left, p.likeness) for p in self.chain])
            if source == self.left.source
            else (self.right, [(p.right, p.likeness) for p in self.chain])
        )
        return _share(body.sentences, places)


def compare(left: Body, right: Body, common: frozenset[int] = frozenset()) -> Comparison:
    """Align the sentences of two bodies. `common` are names and figures (`text.fingerprints.anchor`) that so many pages
    of the pile have that they are no evidence."""
    pairings = _pairings(left, right)
    chain = _heaviest_chain(pairings, left, right)
    small, index = (left, 0) if _length(left.sentences) <= _length(right.sentences) else (right, 1)
    inside = [(pairing.right if index else pairing.left, pairing.likeness) for pairing in chain]
    alike = sum(small.sentences[at].length for at in {p.right if index else p.left for p in pairings})
    told = [at for at, sentence in enumerate(small.sentences) if not sentence.quoted]
    position = {at: number for number, at in enumerate(told)}
    named = {key for key in left.named & right.named if anchor(key) not in common}
    return Comparison(
        left=left,
        right=right,
        chain=tuple(chain),
        cover=_share(small.sentences, inside),
        narration=_share(
            [small.sentences[at] for at in told], [(position[at], like) for at, like in inside if at in position]
        ),
        order=sum(small.sentences[at].length for at, _ in inside) / alike if alike else 0.0,
        pace=_pace(chain),
        contained=containment(left.told, right.told) if left.language == right.language else 0.0,
        fewest=min(len(left.named), len(right.named)),
        shared=len(named),
        ordered=common_in_order(
            [key for key in left.particulars if key in named], [key for key in right.particulars if key in named]
        ),
    )


def _pace(chain: list[Pairing]) -> float:
    steps = [abs((after.left - before.left) - (after.right - before.right)) <= 1 for before, after in pairwise(chain)]
    return sum(steps) / len(steps) if steps else 0.0


def _length(sentences: Iterable[Sentence]) -> int:
    return sum(sentence.length for sentence in sentences)


def _share(sentences: "list[Sentence] | tuple[Sentence, ...]", inside: list[tuple[int, float]]) -> float:
    total = _length(sentences)
    return sum(sentences[at].length * min(1.0, like * WHOLE) for at, like in inside) / total if total else 0.0


def _pairings(left: Body, right: Body) -> list[Pairing]:
    """Sentences that share enough weight. Only those that share a key which few sentences of the other body have are
    weighed: where all in common is common, nothing is told."""
    near = left.language == right.language
    one, other = (left.near, right.near) if near else (left.far, right.far)
    bar = ALIKE if near else ALIKE_ACROSS
    found: list[Pairing] = []
    for at, weights in enumerate(one.weights):
        mine = one.masses[at]
        for place in sorted({place for key in weights for place in other.rare.get(key, ())}):
            theirs = other.weights[place]
            weight = 0.0
            for key in weights.keys() & theirs.keys():
                here, there = weights[key], theirs[key]
                weight += here if here < there else there
            if weight >= LEAST_SHARED:
                mass = other.masses[place]
                less, more = (mine, mass) if mine < mass else (mass, mine)
                likeness = weight / (0.6 * less + 0.4 * more)
                if likeness >= bar:
                    found.append(Pairing(at, place, min(1.0, likeness)))
    return found


def _heaviest_chain(ordered: list[Pairing], left: Body, right: Body) -> list[Pairing]:
    """Maximum-weight chain, strictly increasing on both sides (weights: likeness times the shorter length)."""
    best: list[float] = []
    back: list[int] = []
    for at, pairing in enumerate(ordered):
        size = min(left.sentences[pairing.left].length, right.sentences[pairing.right].length)
        value, previous = 0.0, -1
        for before in range(at):
            if best[before] > value and ordered[before].left < pairing.left and ordered[before].right < pairing.right:
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


class Copy(Struct, frozen=True, dict=True):
    """A pair held to be copies. Where shared 5-grams say enough, it is aligned only when somebody looks closer."""

    left: Body
    right: Body
    contained: float
    """Share of the shorter body's word 5-grams that the other has too."""
    common: frozenset[int] = frozenset()
    measured: Comparison | None = None
    """The alignment, where the decision needed it."""

    @property
    def score(self) -> float:
        """How surely the two are copies, from 0 to 1."""
        return self.measured.score if self.measured else round(min(1.0, self.contained * TAKEN_OVER), 4)

    @cached_property
    def comparison(self) -> Comparison:
        """The pair laid side by side."""
        return self.measured or compare(self.left, self.right, self.common)

    @property
    def features(self) -> tuple[Feature, ...]:
        """What decided."""
        if self.measured:
            return self.measured.features
        return (Feature("5-gram containment", self.contained, TAKEN_OVER),)
