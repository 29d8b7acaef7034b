"""From links to groups, the same way for every matcher: strongest links first, judgements above all."""

from collections.abc import Iterable

from msgspec import Struct

from secondsource.model.judgement import Judgement, Verdict
from secondsource.model.link import Link

_PILE = 60
"""Reports of a pile that was as likely gathered for one matter as for many."""


def of_one_matter(reports: int) -> float:
    """How likely somebody gathered a pile of so many reports for one matter: nearly 1 for a dozen, nearly 0 for
    hundreds."""
    return _PILE**2 / (_PILE**2 + reports**2)


class _Forest:
    """Union-find whose trees also know which other trees they must never join."""

    def __init__(self, items: Iterable[str]) -> None:
        self.parent = {item: item for item in items}
        self.apart: dict[str, set[str]] = {item: set() for item in self.parent}

    def root(self, item: str) -> str:
        while self.parent[item] != item:
            self.parent[item] = self.parent[self.parent[item]]
            item = self.parent[item]
        return item

    def part(self, left: str, right: str) -> None:
        left, right = self.root(left), self.root(right)
        if left != right:
            self.apart[left].add(right)
            self.apart[right].add(left)

    def join(self, left: str, right: str) -> None:
        left, right = sorted((self.root(left), self.root(right)))
        if left == right or right in self.apart[left]:
            return
        self.parent[right] = left
        for other in self.apart.pop(right):
            self.apart[other].discard(right)
            self.apart[other].add(left)
            self.apart[left].add(other)


class Pair(Struct, frozen=True, order=True):
    """Two ids that belong together, and how surely."""

    score: float
    left: str
    right: str


def pairs_of(links: Iterable[Link]) -> list[Pair]:
    """The links as pairs."""
    return [Pair(link.score, link.left, link.right) for link in links]


def components(
    items: Iterable[str],
    pairs: Iterable[Pair],
    judgements: Iterable[Judgement] = (),
    never: Iterable[tuple[str, str]] = (),
) -> list[tuple[str, ...]]:
    """Groups of ids, each sorted, in order of their first id; every item is in exactly one.

    `never` names pairs that must stay apart. A person's *same* joins and *different* parts whatever the pairs say;
    *unsure* does nothing. Pairs are taken from the highest score down, so no order of input matters.
    """
    pairs = list(pairs)
    forest = _Forest(sorted(set(items)))
    known = forest.parent.keys()
    judged = sorted(
        (j for j in judgements if j.left in known and j.right in known), key=lambda j: (j.verdict, j.left, j.right)
    )
    for judgement in judged:
        if judgement.verdict is Verdict.DIFFERENT:
            forest.part(judgement.left, judgement.right)
    for judgement in judged:
        if judgement.verdict is Verdict.SAME:
            forest.join(judgement.left, judgement.right)
    paired = {end for pair in pairs for end in (pair.left, pair.right)}
    paired.update(end for judgement in judged for end in (judgement.left, judgement.right))
    # what nothing would join stays apart of itself
    for left, right in sorted((left, right) for left, right in never if left in paired and right in paired):
        if left in known and right in known:
            forest.part(left, right)
    for pair in sorted(pairs, key=lambda p: (-p.score, *sorted((p.left, p.right)))):
        forest.join(pair.left, pair.right)
    groups: dict[str, list[str]] = {}
    for item in sorted(known):
        groups.setdefault(forest.root(item), []).append(item)
    return sorted(tuple(sorted(members)) for members in groups.values())
