"""What each page is about without the lines that it shares, and whether two pages are about different things.

Two pages of one outlet share their furniture; two copies of one report share the report. What tells them apart is the
rest of the two pages: the words that the one uses most are used by the other, or they are not.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from secondsource.language.furniture import lookup
from secondsource.model.document import Document
from secondsource.model.passage import Role

from ..stripped.form import words_of
from ..stripped.matter import stems

_REPORT = frozenset({Role.HEADLINE, Role.STANDFIRST, Role.SUBHEAD, Role.BODY})


class Bounds(Struct, frozen=True):
    """When two pages are of different matter."""

    least: int = 40
    """Content words of each page that the other does not share: of less, nothing can be told."""
    top: int = 12
    """Most frequent stems of a page that are looked for in the other …"""
    akin: float = 0.35
    """… and the share of them that pages of different matter may have in common …"""
    first: int = 4
    """… if none is among the so many most frequent stems of both."""


BOUNDS = Bounds()


class Subjects:
    """The pages of a pile with the stems of their lines, each page looked at when it is first asked for."""

    def __init__(
        self, documents: Sequence[Document], shared: Sequence[Mapping[int, int]], bounds: Bounds = BOUNDS
    ) -> None:
        """`shared`: for each page its passage of each line that other pages have too."""
        self._documents = documents
        self._shared = shared
        self._bounds = bounds
        self._lines: dict[int, dict[int, Counter[str]]] = {}
        self._different: dict[tuple[int, int], bool] = {}

    def different(self, one: int, two: int) -> bool:
        """Whether two pages are of different matter apart from the lines they share. False where too little is left of
        either, or where they differ in language."""
        key = (min(one, two), max(one, two))
        if key not in self._different:
            self._different[key] = self._compare(one, two)
        return self._different[key]

    def told(self, page: int, passage: int, other: int) -> int:
        """How many stems of a passage are among the most frequent ones, or in the headline, of what `page` does not
        share with `other`."""
        top = set(_top(self._own(page, other), self._bounds.top))
        for at, each in enumerate(self._documents[page].passages):
            if each.role is Role.HEADLINE and at != passage:
                top.update(self._stems(page)[at])
        return len(top & self._stems(page)[passage].keys())

    def _compare(self, one: int, two: int) -> bool:
        if self._documents[one].language != self._documents[two].language:
            return False
        left, right = self._own(one, two), self._own(two, one)
        bounds = self._bounds
        if min(left.total(), right.total()) < bounds.least:
            return False
        if not _top(left, bounds.first).isdisjoint(_top(right, bounds.first)):
            return False
        return max(_akin(left, right, bounds.top), _akin(right, left, bounds.top)) <= bounds.akin

    def _own(self, page: int, other: int) -> Counter[str]:
        """The stems of a page without the lines that stand on the other, too."""
        common = self._shared[page].keys() & self._shared[other].keys()
        left_out = {self._shared[page][key] for key in common}
        counts: Counter[str] = Counter()
        for at, found in self._stems(page).items():
            if at not in left_out:
                counts.update(found)
        return counts

    def _stems(self, page: int) -> dict[int, Counter[str]]:
        if page not in self._lines:
            document = self._documents[page]
            words = lookup(document.language).function_words
            self._lines[page] = {
                at: Counter(_stems_of(document.text[passage.start : passage.end], words))
                for at, passage in enumerate(document.passages)
                if passage.role in _REPORT
            }
        return self._lines[page]


def _stems_of(line: str, function_words: frozenset[str]) -> tuple[str, ...]:
    return stems(words_of(line, function_words).small, line, function_words)


def _top(counts: Counter[str], most: int) -> frozenset[str]:
    return frozenset(sorted(counts, key=lambda stem: (-counts[stem], stem))[:most])


def _akin(one: Counter[str], two: Counter[str], most: int) -> float:
    """Share of the most frequent stems of `one` that occur in `two`."""
    top = _top(one, most)
    return sum(1 for stem in top if stem in two) / max(1, len(top))
