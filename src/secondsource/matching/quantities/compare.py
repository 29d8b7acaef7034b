"""How alike two figures are: named features, each from 0 to 1 with its weight; what cannot be told is left out."""

from collections.abc import Iterable

from msgspec import Struct

from secondsource.language.measures import broader, empty
from secondsource.model.link import Feature
from secondsource.model.mark import Comparator, Figure
from secondsource.text.similarity import containment, name_ratio

from .keys import FigureKeys, overlap

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


_ACQUAINTANCES = 2
"""Rare names that two documents of one story share, at least."""
_NEARLY = 0.1
"""The share by which a value may miss what it nearly is."""
_DIGITS_OFF = 0.75
"""Units of its last digit by which an approximate value may be off."""
_COGNATE = 0.92
"""Jaro-Winkler likeness from which two heads are one word in two tongues or two forms: inspectors, inspecteurs."""


class Comparison(Struct, frozen=True):
    """Two figures, left id before right id, with the features that could be told."""

    left: FigureKeys
    right: FigureKeys
    features: tuple[Feature, ...]
    score: float

    def value(self, name: str) -> float | None:
        """A feature's value; None where it could not be told."""
        return next((feature.value for feature in self.features if feature.name == name), None)


def compare(one: FigureKeys, other: FigureKeys) -> Comparison:
    """Compare two figures; the order given does not matter."""
    left, right = sorted((one, other), key=lambda keys: keys.id)
    features = tuple(_known(left, right))
    weight = sum(feature.weight for feature in features)
    score = sum(feature.value * feature.weight for feature in features) / weight if weight else 0.0
    return Comparison(left, right, features, score)


def _known(left: FigureKeys, right: FigureKeys) -> Iterable[Feature]:
    a, b = left.figure, right.figure
    told = {
        "value": (_values(left, right), a.text, b.text),
        "measure": (_measures(left, right), a.measure or "", b.measure or ""),
        "parties": (_parties(left, right), ", ".join(a.of), ", ".join(b.of)),
        "period": (_periods(left, right), a.period or "", b.period or ""),
        "change": (_changes(left, right), a.change or "", b.change or ""),
        "clause": (_clauses(left, right), " ".join(a.terms), " ".join(b.terms)),
        "setting": (_settings(left, right), "", ""),
        "voice": (_voices(left, right), left.voice or "", right.voice or ""),
    }
    for name, (value, shown_left, shown_right) in told.items():
        if value is not None:
            yield Feature(name, value, _WEIGHTS[name], shown_left, shown_right)


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
    (low, high), (other_low, other_high) = (bounds(one.figure) for one in (left, right))
    if _rounded(left.figure) and _rounded(right.figure):
        # 26% reaches up to 26.5, which is 27% or 26.5%
        return low == other_low or (_before(low, other_high) and _before(other_low, high))
    apart = (high is not None and other_low is not None and high < other_low) or (
        other_high is not None and low is not None and other_high < low
    )
    return not apart and not _opposite(left, right)


def _rounded(figure: Figure) -> bool:
    return figure.comparator is Comparator.EQUAL


def _before(low: float | None, high: float | None) -> bool:
    return low is None or high is None or low < high


def bounds(figure: Figure) -> tuple[float | None, float | None]:
    """The interval of a figure. About 66 is not 68.5, for it is rounded to its last digit; nearly three may be 2.7."""
    if figure.comparator is not Comparator.ABOUT or figure.low is None or figure.high is None:
        return figure.low, figure.high
    if figure.high <= figure.value:
        return min(figure.low, figure.value - _NEARLY * abs(figure.value)), figure.high
    slack = _DIGITS_OFF * _last_digit(figure.value)
    return max(figure.low, figure.value - slack), min(figure.high, figure.value + slack)


def _last_digit(value: float) -> float:
    """What the last digit that is no closing zero counts: 100 of 6,200; 0.1 of 20.5."""
    digits, _, exponent = f"{abs(value):.9e}".partition("e")
    return 10.0 ** (int(exponent) - len(digits.rstrip("0").partition(".")[2]))


def _opposite(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether one says more and the other less than one value."""
    a, b = left.figure, right.figure
    return a.value == b.value and {a.comparator, b.comparator} == {Comparator.MORE, Comparator.LESS}


def _measures(left: FigureKeys, right: FigureKeys) -> float | None:
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


def _changes(left: FigureKeys, right: FigureKeys) -> float | None:
    """A rise is no fall; a change is no level. Nothing can be said where neither is a change."""
    ways = [None if way == "to-level" else way for way in (left.figure.change, right.figure.change)]
    if ways == [None, None]:
        return None
    if ways[0] == ways[1]:
        return 1.0
    return 0.0 if None not in ways else 0.3


def _clauses(left: FigureKeys, right: FigureKeys) -> float | None:
    """Shared content words over the shorter clause; only within a language, or where shared keys allow it."""
    a, b = frozenset(left.figure.terms), frozenset(right.figure.terms)
    if not a or not b:
        return None
    shared = containment(a, b)
    return shared if left.language == right.language or shared > 0.3 else None


def _settings(left: FigureKeys, right: FigureKeys) -> float | None:
    """1 in copies of one text, 0.7 in reports of one event, 0.4 in one story or where several rare names are shared."""
    if left.families & right.families or left.figure.source == right.figure.source:
        return 1.0
    if left.events & right.events:
        return 0.7
    known = len(left.acquaintances & right.acquaintances) >= _ACQUAINTANCES
    return 0.4 if known or left.stories & right.stories else 0.0


def _voices(left: FigureKeys, right: FigureKeys) -> float | None:
    if left.voice is None or right.voice is None:
        return None
    return 1.0 if left.voice == right.voice else 0.0
