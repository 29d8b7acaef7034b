"""Whether two reports of one event mean one thing by values that meet, where no table says what is asked: a rare value,
the same words, the same figures beside it."""

from .frame import PEOPLE, Frame
from .keys import FigureKeys
from .measured import digits
from .subject import HEAD, Subject
from .times import exclusive

_ENOUGH = 1.5
_WORDS, _BESIDE, _COPIES, _CLOSE_BY = 3.0, 0.75, 1.0, 0.5
_ALONE, _ONE_PERIOD = 0.25, 0.75
_ELSEWHERE, _ONE_IS_PART, _OTHER_DAYS = -1.5, -1.0, -1.0
_OTHER_NOUN, _FOREIGN_NOUN, _OTHERWISE_ASKED, _ONE_MOVES = -2.0, -0.5, -0.75, -0.5
_MOST_WORDS = 4
"""Words from which more in common say no more."""
_CLOSE = 0.03
_LARGE = 1000
_RARITY = {"small": (0.0, 0.5, 1.25, 2.0), "large": (0.0, 1.5, 2.0, 2.5), "amount": (0.0, 1.0, 1.75, 2.5)}
"""By the digits of a value, closing zeros left out: how little likely it comes twice by chance."""
_MEANT = ("=", "~")


def alike(left: FigureKeys, right: FigureKeys, more: float = 0.0) -> bool:
    """Whether two meeting values of two reports mean one thing. `more`: points beyond those that one event asks for."""
    return likeness(left, right) >= _ENOUGH + more


def likeness(left: FigureKeys, right: FigureKeys) -> float:
    """Points for one meaning, and against it."""
    points = _rarity(left) if left.figure.value == right.figure.value else _closeness(left, right)
    points += _WORDS * shared_words(left, right)
    points += _BESIDE * min(2, len(left.beside & right.beside))
    points += _ALONE if left.alone and right.alone else 0.0
    points += _COPIES if left.families & right.families else 0.0
    points += _nouns(left, right)
    a, b = left.subject, right.subject
    points += _OTHERWISE_ASKED * (_otherwise(a, b) + _otherwise(b, a))
    if (left.figure.change in ("rise", "fall")) != (right.figure.change in ("rise", "fall")):
        points += _ONE_MOVES
    points += _ELSEWHERE if _strange(left) != _strange(right) else 0.0
    points += _ONE_IS_PART if a.part != b.part else 0.0
    points += _ONE_PERIOD if left.period is not None and left.period == right.period else 0.0
    points += _OTHER_DAYS if exclusive(left, right) else 0.0
    return points


def _otherwise(one: Subject, other: Subject) -> bool:
    """Whether the one surely asks what the other does not; a noun that no table of subjects knows says nothing."""
    if not one.sure or not other.asked or any(asked.startswith(HEAD) for asked in (one.asked[0], other.asked[0])):
        return False
    return not one.first & set(other.asked)


def _strange(one: FigureKeys) -> bool:
    """Whether its sentence names places, and none that the event is about."""
    return bool(one.subject.places) and not one.subject.places & one.home


def _rarity(one: FigureKeys) -> float:
    figure = one.figure
    kind = "large" if abs(figure.value) >= _LARGE else "small"
    kind = "amount" if figure.unit not in ("count", "percent", "percentage-point") else kind
    return _RARITY[kind][min(3, digits(figure.value))]


def _closeness(left: FigureKeys, right: FigureKeys) -> float:
    a, b = left.figure.value, right.figure.value
    return _CLOSE_BY if abs(a - b) <= _CLOSE * max(abs(a), abs(b)) else 0.0


def shared_words(left: FigureKeys, right: FigureKeys) -> float:
    """The share of the content words of the shorter clause that the other has as well."""
    shorter, longer = sorted((left.subject.own, right.subject.own), key=len)
    if not shorter:
        return 0.0
    other = frozenset(key for keys in longer for key in keys)
    common = sum(1 for keys in shorter if keys & other)
    return common / min(max(len(shorter), 2), _MOST_WORDS) if common < _MOST_WORDS else 1.0


def _nouns(left: FigureKeys, right: FigureKeys) -> float:
    """Two counts of differently named things: surely two things within a language, perhaps in two languages where both
    words are known."""
    a, b = noun_of(left), noun_of(right)
    if not a or not b or a & b or PEOPLE in a | b:
        return 0.0
    if left.language == right.language:
        return _OTHER_NOUN
    return _FOREIGN_NOUN if _known(a) and _known(b) else 0.0


def noun_of(one: FigureKeys) -> frozenset[str]:
    """What a count stands right before."""
    frame: Frame = one.subject.frame
    return frame.noun


def _known(keys: frozenset[str]) -> bool:
    return any(not key.startswith(_MEANT) for key in keys)
