"""Who has the text from whom: a family's pages as a tree that grows from the page likeliest to be first."""

from collections.abc import Callable
from functools import cached_property

from msgspec import Struct

from .compare import Comparison
from .decide import STRETCH, follows, next_take, one_relayed, one_wire
from .keys import Body
from .precedence import WHOLE_DAY, first_of, hour_of
from .wording import Wording, quotes_kept, wording

LATE = (99, 99)
ROOT_MARGIN = 0.05
"""How much liker another page must be than the first one to be taken for the parent."""
CREDITED_MARGIN = 0.15
"""The same for a page that names the wire itself."""
SURELY_ACROSS = 0.62
"""Share of a text that follows a version in another language, from which it came that way home."""
BOTH_WAYS = 0.45
WHOLLY = 0.9
"""Share of a page's words that the text has of which it is a cut."""
MORE = 0.08
"""By how much more of a third page the whole tells than its cut does."""
SMALL = 24
"""Members of a family up to which every one is compared with every other."""
AS_GOOD = 0.02
"""Of parents that differ by less, the one placed first is taken."""
QUOTES_KEPT = 0.7
"""Share of the words of quotes below which they were not left as they were: the text went through another language."""

Between = Callable[[str, str], Comparison]


class Tree(Struct, frozen=True):
    """For each member but the first its parent; `first` is the page that all go back to."""

    first: str
    parents: dict[str, str]
    order: tuple[str, ...]
    """The members as they were placed, parents before children."""


def grow(bodies: dict[str, Body], between: Between, near: Callable[[str, str], bool], mixed: frozenset[str]) -> Tree:
    """The tree of a family. `between` compares two members, `near` says which pairs were found to be copies.

    `mixed` are pages that also belong to another family: never the first.
    """
    first = first_of(bodies, mixed)
    growing = _Growing(bodies, between, near, first)
    order = _takes(growing)
    parents = dict(zip(order[1:], order, strict=False))
    for phase in _phases(growing, order):
        waiting = sorted(phase)
        while waiting:
            ready = [one for one in waiting if not growing.cut_of_any(one, waiting, order)] or waiting
            best = max(ready, key=lambda one: (max(growing.weight(placed, one) for placed in order), one))
            parents[best] = growing.parent(best, order)
            order.append(best)
            waiting.remove(best)
    return Tree(first, parents, tuple(order))


def _phases(growing: "_Growing", takes: list[str]) -> tuple[list[str], list[str]]:
    """The other pages in two lots. Those that have the first page's language but no page's words, and those that say
    they came through another language, are placed when that other version is."""
    home = growing.bodies[growing.first].language
    late = [
        one
        for one, body in growing.bodies.items()
        if one not in takes
        and (body.signs.through not in (None, body.language, home) or (body.language == home and growing.reworded(one)))
    ]
    return [one for one in growing.bodies if one not in takes and one not in late], late


class _Growing(Struct, frozen=True, dict=True):
    """What placing a page needs to know."""

    bodies: dict[str, Body]
    between: Between
    near: Callable[[str, str], bool]
    first: str

    def words(self, earlier: str, later: str) -> Wording:
        """What `later` keeps of the words of `earlier`."""
        if (earlier, later) not in self._known:
            self._known[earlier, later] = wording(self.bodies[earlier], self.bodies[later])
        return self._known[earlier, later]

    @cached_property
    def _known(self) -> dict[tuple[str, str], Wording]:
        return {}

    def weight(self, earlier: str, later: str) -> float:
        """How much speaks for `later` having its text from `earlier`."""
        if not self._may(earlier, later):
            return -1.0
        words = self.words(earlier, later)
        if words.run >= STRETCH:
            return 1.0 + words.kept
        found = self.between(earlier, later)
        retold = found.ordered / max(1, len(self.bodies[later].particulars))
        return 0.5 * found.explained(later) + 0.5 * retold

    def cut_of_any(self, one: str, waiting: list[str], placed: list[str]) -> bool:
        """Whether a page is a cut of another that waits: that one has all its words and tells more of a page already
        placed."""
        body = self.bodies[one]
        wholes = [
            other
            for other in waiting
            if other != one
            and self.bodies[other].language == body.language
            and self.bodies[other].length * WHOLLY > body.length
            and self._may(other, one)
            and self.words(other, one).kept >= WHOLLY
        ]
        return any(
            self.between(page, whole).explained(page) > self.between(page, one).explained(page) + MORE
            for whole in wholes
            for page in placed
        )

    def reworded(self, later: str) -> bool:
        """Whether no page of its language gave it a long stretch of words."""
        body = self.bodies[later]
        return all(
            self.words(one, later).run < STRETCH
            for one, other in self.bodies.items()
            if one != later and other.language == body.language
        )

    def _may(self, earlier: str, later: str) -> bool:
        if len(self.bodies) > SMALL and earlier != self.first and not self.near(earlier, later):
            return False
        days = self.bodies[earlier].signs.day, self.bodies[later].signs.day
        return days[0] is None or days[1] is None or days[0] <= days[1]

    def parent(self, later: str, placed: list[str]) -> str:
        """The page among those placed from which `later` has its text: the one whose words it keeps, the version it
        says it came through, the version it follows sentence by sentence, else the likest."""
        body = self.bodies[later]
        possible = [one for one in placed if self._may(one, later)] or [self.first]
        through = [one for one in possible if self.bodies[one].language == body.signs.through]
        if through and body.signs.through != body.language:
            return self._best(through, later, lambda one: self.between(one, later).explained(later))
        words = {one: self.words(one, later) for one in possible if self.bodies[one].language == body.language}
        copied = [one for one, found in words.items() if found.run >= STRETCH]
        if copied:
            return self._best(copied, later, lambda one: words[one].kept)
        followed = [one for one in possible if one not in words and follows(self.between(one, later), body)]
        if followed and self._came_across(followed, list(words), later):
            return self._best(followed, later, lambda one: self.between(one, later).explained(later))
        return self._best(list(words) or possible, later, lambda one: self.weight(one, later))

    def _came_across(self, followed: list[str], home: list[str], later: str) -> bool:
        """Whether a text that no page of its language gave its words to was translated, and not retold from one of
        them."""
        body = self.bodies[later]
        across = max(self.between(one, later).explained(later) for one in followed)
        if not home:
            return True
        nearest = max(self.between(one, later).explained(later) for one in home)
        if self.bodies[self.first].language != body.language:
            return across >= nearest - ROOT_MARGIN or nearest < BOTH_WAYS
        kept = quotes_kept([self.bodies[one] for one in home], body)
        if kept is not None and kept >= QUOTES_KEPT:
            return False
        return across >= (SURELY_ACROSS if kept is None else BOTH_WAYS) and nearest >= BOTH_WAYS

    def _best(self, possible: list[str], later: str, value: Callable[[str], float]) -> str:
        """The best by a value; the first page where it is about as good, and by more where `later` names the wire."""
        values = {one: value(one) for one in possible}
        best = next(one for one in possible if values[one] >= max(values.values()) - AS_GOOD)
        if self.first in possible:
            named = one_wire(self.bodies[self.first], self.bodies[later])
            margin = (
                CREDITED_MARGIN if named and not one_relayed(self.bodies[best], self.bodies[later]) else ROOT_MARGIN
            )
            if self.bodies[best].language == self.bodies[later].language and not self._retold(best, later):
                margin = 0.01
            if values[self.first] + margin >= values[best]:
                return self.first
        return best

    def _retold(self, earlier: str, later: str) -> bool:
        return self.words(earlier, later).run < STRETCH


def _takes(growing: _Growing) -> list[str]:
    """The first page and the takes that the same agency sent after it, in order of day and hour; where neither is
    known, those less like the first come later."""
    first, bodies = growing.first, growing.bodies
    later = [one for one in bodies if one != first and next_take(bodies[first], bodies[one])]

    def when(one: str) -> tuple[tuple[int, int], int, float, str]:
        signs = bodies[one].signs
        minute = hour_of(bodies[one])
        return signs.day or LATE, WHOLE_DAY if minute is None else minute, -growing.words(first, one).kept, one

    return [first, *sorted(later, key=when)]
