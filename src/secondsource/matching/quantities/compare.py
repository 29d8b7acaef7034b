"""How alike two figures are: named features, each from 0 to 1 with its weight; what cannot be told is left out."""

from collections.abc import Callable

from msgspec import Struct, field

from secondsource.language.measures import broader, empty
from secondsource.model.link import Feature
from secondsource.model.mark import Comparator
from secondsource.text.similarity import containment, name_ratio

from .reading.keys import FigureKeys, overlap

_WEIGHTS = {
    "value": 3.0,
    "measure": 3.0,
    "parties": 2.0,
    "period": 2.0,
    "change": 1.0,
    "clause": 2.0,
    "setting": 2.0,
    "voice": 1.0,
}


ACQUAINTANCES = 2
"""Rare names that two documents of one story share, at least."""
_DIGITS_KEPT = 6
_ONE_EVENT = 0.7
"""How alike the settings of two reports of one event are."""
_COGNATE = 0.92
"""Jaro-Winkler likeness from which two heads are one word in two tongues or two forms: inspectors, inspecteurs."""


class Comparison(Struct, frozen=True, gc=False):
    """Two figures, left id before right id, with the features that could be told. Each is worked out when it is first
    asked for, since most pairs are told apart by the first few."""

    left: FigureKeys
    right: FigureKeys
    known: dict[str, float | None] = field(default_factory=dict)
    """What was asked for so far."""

    def value(self, name: str) -> float | None:
        """A feature's value; None where it could not be told."""
        try:
            return self.known[name]
        except KeyError:
            value = _FEATURES[name](self.left, self.right)
            self.known[name] = found = round(value, _DIGITS_KEPT) if value is not None else None
            return found

    @property
    def features(self) -> tuple[Feature, ...]:
        """All features that could be told, with what was compared."""
        shown = _shown(self.left), _shown(self.right)
        return tuple(
            Feature(name, value, weight, shown[0][name], shown[1][name])
            for name, weight in _WEIGHTS.items()
            if (value := self.value(name)) is not None
        )

    @property
    def score(self) -> float:
        """The mean of the features by their weights."""
        told = [(value, weight) for name, weight in _WEIGHTS.items() if (value := self.value(name)) is not None]
        weight = sum(weight for _, weight in told)
        return sum(value * weight for value, weight in told) / weight if weight else 0.0


def compare(one: FigureKeys, other: FigureKeys) -> Comparison:
    """Compare two figures; the order given does not matter."""
    return Comparison(one, other) if one.id <= other.id else Comparison(other, one)


def _shown(one: FigureKeys) -> dict[str, str]:
    """What of a figure each feature compares, as words."""
    figure = one.figure
    return {
        "value": figure.text,
        "measure": figure.measure or "",
        "parties": ", ".join(figure.of),
        "period": figure.period or "",
        "change": figure.change or "",
        "clause": " ".join(figure.terms),
        "setting": "",
        "voice": one.voice or "",
    }


def _values(left: FigureKeys, right: FigureKeys) -> float | None:
    """1 equal, 0.8 where the intervals meet, 0 where they do not; None between currencies."""
    a, b = left.figure, right.figure
    if a.unit != b.unit:
        return None
    if _opposite(left, right):
        return 0.0
    if a.value == b.value:
        return 1.0
    return 0.8 if intervals_meet(left, right) else 0.0


def intervals_meet(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether some value satisfies both."""
    low, high = left.bounds
    other_low, other_high = right.bounds
    if left.rounded and right.rounded:
        # 26% reaches up to 26.5, which is 27% or 26.5%
        below = low is None or other_high is None or low < other_high
        above = other_low is None or high is None or other_low < high
        return (below and above) or low == other_low
    if high is not None and other_low is not None and high < other_low:
        return False
    if other_high is not None and low is not None and other_high < low:
        return False
    return not _opposite(left, right)


def _opposite(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether one says more and the other less than one value."""
    a, b = left.figure, right.figure
    return a.value == b.value and {a.comparator, b.comparator} == {Comparator.MORE, Comparator.LESS}


def measures_of(left: FigureKeys, right: FigureKeys) -> float | None:
    """1 for the same head; between languages without a shared key nothing can be said."""
    if left.head is None or right.head is None:
        return None
    if left.head == right.head:
        return 1.0
    if left.head in empty() or right.head in empty():
        return None
    if left.head in right.figure.terms[:4] or right.head in left.figure.terms[:4]:
        return 0.6
    if broader().get(left.head) == right.head or broader().get(right.head) == left.head:
        return 0.6
    if name_ratio(left.head, right.head) >= _COGNATE and min(len(left.head), len(right.head)) >= 6:
        return 0.8
    sure = left.figure.unit == "count" or (left.head_known and right.head_known)
    return 0.0 if left.language == right.language and sure else None


def _parties(left: FigureKeys, right: FigureKeys) -> float | None:
    if not left.parties or not right.parties:
        return None
    shared = containment(left.parties, right.parties)
    # what a name of another language stands for is not always known
    return shared if shared or left.language == right.language else None


def _periods(left: FigureKeys, right: FigureKeys) -> float | None:
    if left.period is None or right.period is None:
        return None
    if left.period == right.period:
        return 1.0
    return 0.7 if overlap(left.period, right.period) else 0.0


def changes_of(left: FigureKeys, right: FigureKeys) -> float | None:
    """A rise is no fall; a change is no level. Nothing can be said where neither is a change."""
    ways = [None if way == "to-level" else way for way in (left.figure.change, right.figure.change)]
    if ways == [None, None]:
        return None
    if ways[0] == ways[1]:
        return 1.0
    return 0.0 if None not in ways else 0.3


def _clauses(left: FigureKeys, right: FigureKeys) -> float | None:
    """Shared content words over the shorter clause; only within a language, or where shared keys allow it."""
    a, b = left.words, right.words
    if not a or not b:
        return None
    shared = containment(a, b)
    return shared if left.language == right.language or shared > 0.3 else None


def of_one_event(pair: Comparison) -> bool:
    """Whether two reports tell of one event, not only of one story."""
    return (pair.value("setting") or 0.0) >= _ONE_EVENT


def settings_of(left: FigureKeys, right: FigureKeys) -> float | None:
    """1 in copies of one text, 0.7 in reports of one event, 0.4 in one story or where several rare names are shared."""
    if left.families & right.families or left.figure.source == right.figure.source:
        return 1.0
    if left.events & right.events:
        return _ONE_EVENT
    known = len(left.acquaintances & right.acquaintances) >= ACQUAINTANCES
    return 0.4 if known or left.stories & right.stories else 0.0


def only_acquainted(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether nothing but names and values that both give says that two reports are of one story."""
    return left.figure.source != right.figure.source and not (
        left.families & right.families or left.events & right.events or left.stories & right.stories
    )


def _voices(left: FigureKeys, right: FigureKeys) -> float | None:
    if left.voice is None or right.voice is None:
        return None
    return 1.0 if left.voice == right.voice else 0.0


_FEATURES: dict[str, Callable[[FigureKeys, FigureKeys], float | None]] = {
    "value": _values,
    "measure": measures_of,
    "parties": _parties,
    "period": _periods,
    "change": changes_of,
    "clause": _clauses,
    "setting": settings_of,
    "voice": _voices,
}
