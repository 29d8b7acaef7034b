"""What the copies of one text give away: their statements come in one order."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from secondsource.model.group import CopyFamily
from secondsource.model.pile import Pile

from .compare import Comparison
from .said import Said

_NEAR = 0.4
"""How far apart, in shares of the two texts, statements may stand that are compared for their place alone."""
_ENOUGH = 3
"""Pairs of a chain from which it shows how alike two copies put things."""
_GAP = 2
"""Places between two statements of which one stands between them."""
_MOST = 120
"""Of a longer text only so many statements are laid beside another's."""


class _Step(Struct, frozen=True):
    """A pair that a chain may go through."""

    left: Said
    right: Said
    coverage: float

    @property
    def weight(self) -> float:
        """More where more words are found again."""
        return self.coverage * min(self.left.terms, self.right.terms)


def neighbours(pile: Pile) -> list[tuple[str, str]]:
    """Sources of one family that are laid side by side: each with what it derives from; those that derive from a text
    outside the pile each with the first of their language, and these with the first of all. So the cost grows with
    the family, not with its square."""
    language = {document.id: document.document.language or "en" for document in pile.documents}
    found: set[tuple[str, str]] = set()
    for family in pile.groups_of(CopyFamily):
        members = set(family.members)
        inside = [(d.from_id, d.to_id) for d in family.derivations if d.from_id in members and d.to_id in members]
        found.update((min(pair), max(pair)) for pair in inside)
        derived = {to_id for _, to_id in inside}
        first: dict[str, str] = {}
        for root in sorted(members - derived):
            kept = first.setdefault(language[root], root)
            if kept != root:
                found.add((kept, root))
        roots = sorted(first.values())
        found.update((roots[0], other) for other in roots[1:])
    return sorted(found)


def beside(all_said: Sequence[Said], pile: Pile) -> set[tuple[int, int]]:
    """Pairs of statements of neighbouring copies that stand near enough in their texts, as places in the list."""
    of_source: dict[str, list[int]] = {}
    for index, one in enumerate(all_said):
        if one.family is not None:
            of_source.setdefault(one.source, []).append(index)
    found: set[tuple[int, int]] = set()
    for left, right in neighbours(pile):
        ours, theirs = (_in_order(of_source.get(source, []), all_said) for source in (left, right))
        for here in ours:
            for there in theirs:
                if abs(all_said[here].order - all_said[there].order) <= _NEAR:
                    found.add((min(here, there), max(here, there)))
    return found


def gaps(all_said: Sequence[Said], same: Iterable[tuple[str, str]], pile: Pile) -> list[tuple[Said, Said]]:
    """Statements that stand alone between the same two remarks in two neighbouring copies: what a translator puts in
    other words still stands in its place. `same`: ids of statements found to be one remark."""
    of_source: dict[str, list[Said]] = {}
    for one in sorted(all_said, key=lambda one: (one.start, one.id)):
        if one.family is not None:
            of_source.setdefault(one.source, []).append(one)
    partners: dict[str, set[str]] = {}
    for left, right in same:
        partners.setdefault(left, set()).add(right)
        partners.setdefault(right, set()).add(left)
    found = []
    for left, right in neighbours(pile):
        ours, theirs = of_source.get(left, []), of_source.get(right, [])
        place = {other.id: at for at, other in enumerate(theirs)}
        steps = sorted(
            (at, place[other]) for at, one in enumerate(ours) for other in partners.get(one.id, ()) if other in place
        )
        for (a, b), (c, d) in pairwise(steps):
            if c - a == _GAP and d - b == _GAP:
                found.append((ours[a + 1], theirs[b + 1]))
    return found


def _in_order(places: list[int], all_said: Sequence[Said]) -> list[int]:
    return sorted(places, key=lambda place: all_said[place].start)[:_MOST]


def aligned(pairs: Iterable[Comparison], pile: Pile) -> dict[tuple[str, str], float]:
    """Ids of the statements that stand beside each other where two copies are laid side by side: the heaviest chain of
    likenesses that keeps the order of both texts. With them, how alike these two copies mostly put what they say: near
    1 for an edited copy, less for another translation, and 1 where too few are alike to tell."""
    wanted = set(neighbours(pile))
    between: dict[tuple[str, str], list[Comparison]] = {}
    for pair in pairs:
        sources = (min(pair.left.source, pair.right.source), max(pair.left.source, pair.right.source))
        if sources in wanted and pair.coverage > 0:
            between.setdefault(sources, []).append(pair)
    kept: dict[tuple[str, str], float] = {}
    for (first, _), found in sorted(between.items()):
        chain = _chain(found, first)
        usual = median(coverage for _, coverage in chain) if len(chain) >= _ENOUGH else 1.0
        kept |= {ids: usual for ids, _ in chain}
    return kept


def _chain(pairs: list[Comparison], first: str) -> list[tuple[tuple[str, str], float]]:
    """Ids and coverage of the pairs, strictly increasing on both sides."""
    steps = sorted((_step(pair, first) for pair in pairs), key=lambda step: (step.left.start, step.right.start))
    best: list[float] = []
    back: list[int] = []
    for at, step in enumerate(steps):
        value, previous = 0.0, -1
        for before in range(at):
            earlier = steps[before]
            follows = earlier.left.start < step.left.start and earlier.right.start < step.right.start
            if follows and best[before] > value:
                value, previous = best[before], before
        best.append(value + step.weight)
        back.append(previous)
    at = max(range(len(best)), key=lambda index: best[index], default=-1)
    found = []
    while at >= 0:
        ids = sorted((steps[at].left.id, steps[at].right.id))
        found.append(((ids[0], ids[1]), steps[at].coverage))
        at = back[at]
    return found


def _step(pair: Comparison, first: str) -> _Step:
    left, right = (pair.left, pair.right) if pair.left.source == first else (pair.right, pair.left)
    return _Step(left, right, pair.coverage)
