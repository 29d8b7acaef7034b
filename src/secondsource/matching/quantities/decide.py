"""How two compared figures stand to each other.

A conflict is the last thing to be said, and only of figures that measure the same, of the same, in the same period.
"""

from msgspec import Struct

from secondsource.model.group import Agreement
from secondsource.model.span import Place, Reason

from .compare import Comparison, intervals_meet
from .keys import FigureKeys, overlap

_SAME = 0.62
_ALIKE = 0.5
_JOINS = frozenset({Agreement.SAME, Agreement.SAME_BY_ROUNDING, Agreement.CONVERTED})


class Decision(Struct, frozen=True):
    """The class of a pair with its reason. Figures of one quantity either `joins` (they agree) or differ openly
    (conflict, revised)."""

    comparison: Comparison
    agreement: Agreement
    reason: Reason

    @property
    def joins(self) -> bool:
        """Whether the pair agrees."""
        return self.agreement in _JOINS


def decide(pair: Comparison) -> Decision | None:
    """The class of a pair; None where the two have nothing to do with each other."""
    left, right = pair.left, pair.right
    if left.figure.converts == right.id or right.figure.converts == left.id:
        return _said(pair, Agreement.CONVERTED, "One is given in brackets right behind the other, as its conversion.")
    if left.figure.unit != right.figure.unit:
        return None
    measure, parties = pair.value("measure"), pair.value("parties")
    if measure == 0.0 or pair.value("change") == 0.0:
        return None
    if parties == 0.0 and not _same_text(pair):
        return None
    if intervals_meet(left, right):
        return _meeting(pair)
    return _disjoint(pair)


def _same_text(pair: Comparison) -> bool:
    return pair.value("setting") == 1.0 and pair.left.figure.source != pair.right.figure.source


def _meeting(pair: Comparison) -> Decision | None:
    """Values that may be one: they are where measure, parties, period and setting bear it out."""
    if not _borne_out(pair):
        return None
    if pair.value("period") == 0.0:
        if pair.left.figure.value == pair.right.figure.value:
            return _said(pair, Agreement.DIFFERENT_PERIOD, "The same is measured, over different periods.")
        return None
    if _defined_otherwise(pair):
        return _said(pair, Agreement.DIFFERENT_DEFINITION, _definition(pair))
    a, b = pair.left.figure, pair.right.figure
    if a.value == b.value and (a.low, a.high) == (b.low, b.high):
        return _said(pair, Agreement.SAME, "Both give the same value of the same measure.")
    if a.value == b.value:
        return _said(pair, Agreement.SAME, "Both give the same value; one of them more loosely.")
    if _open(pair) and (pair.value("clause") or 0.0) < _ALIKE and not _same_text(pair):
        return None
    return _said(pair, Agreement.SAME_BY_ROUNDING, "The intervals that the two wordings allow share values.")


def _open(pair: Comparison) -> bool:
    """More than 20 and more than 100 meet without saying anything of each other."""
    return any(None in (figure.low, figure.high) for figure in (pair.left.figure, pair.right.figure))


def _borne_out(pair: Comparison) -> bool:
    """Whether enough speaks for one measure: an unusual value needs less than a small round number."""
    if pair.score < _SAME:
        return False
    telling = _telling(pair)
    setting = pair.value("setting") or 0.0
    if setting == 1.0 or pair.value("voice") == 1.0:
        return True
    if setting == 0.0 and not (pair.value("parties") or 0.0):
        return False
    if telling:
        return pair.value("measure") is not None or (pair.value("clause") or 0.0) >= _ALIKE or setting > 0.0
    return (pair.value("measure") or 0.0) >= 0.6 and (pair.value("clause") or 0.0) >= 0.3


def _telling(pair: Comparison) -> bool:
    """Equal values with two or more significant digits."""
    a, b = pair.left.figure, pair.right.figure
    digits = f"{abs(a.value):.6g}".replace(".", "").strip("0")
    return a.value == b.value and len(digits) >= 2


def _disjoint(pair: Comparison) -> Decision | None:
    """Values that cannot be one: of the same measure they differ for a reason, or they conflict."""
    if (pair.value("measure") or 0.0) < 1.0 or pair.left.figure.source == pair.right.figure.source:
        return None
    related = (pair.value("clause") or 0.0) >= _ALIKE or _same_text(pair)
    if not related and (pair.value("parties") or 0.0) < _ALIKE:
        return None
    if (pair.value("setting") or 0.0) == 0.0 and not (pair.value("parties") or 0.0):
        return None
    if pair.value("period") == 0.0:
        return _said(pair, Agreement.DIFFERENT_PERIOD, "The same is measured, over different periods.")
    if _defined_otherwise(pair):
        return _said(pair, Agreement.DIFFERENT_DEFINITION, _definition(pair))
    if pair.value("change") == 0.3:
        return None
    if _revised(pair):
        return _said(pair, Agreement.REVISED, "The later report says that it corrects the earlier figure.")
    if _contradicts(pair):
        return _said(pair, Agreement.CONFLICT, "Same measure, same parties, same period, and no value satisfies both.")
    if (pair.value("clause") or 0.0) >= _ALIKE:
        return _said(pair, Agreement.UNDECIDED, "The values differ, and it is not said that both mean the same.")
    return None


def _contradicts(pair: Comparison) -> bool:
    parties = pair.value("parties")
    same_parties = parties is not None and parties >= _ALIKE
    period = pair.value("period")
    setting = pair.value("setting") or 0.0
    same_time = period == 1.0 or (period is None and setting >= 0.7 and _near_in_time(pair))
    worded_alike = (pair.value("clause") or 0.0) >= 0.55
    return same_time and worded_alike and (same_parties or _same_text(pair)) and setting >= 0.4


def _near_in_time(pair: Comparison) -> bool:
    """A toll that rises over days is no conflict: without a period both must have been published at one time."""
    left, right = pair.left.published, pair.right.published
    both_undated = pair.left.period is None and pair.right.period is None
    return both_undated and left is not None and right is not None and overlap(left, right)


def _defined_otherwise(pair: Comparison) -> bool:
    """One is narrowed down (net, monthly, civilian) as the other is not."""
    return pair.left.qualifiers != pair.right.qualifiers and pair.value("setting") != 1.0


def _definition(pair: Comparison) -> str:
    only = sorted(pair.left.qualifiers ^ pair.right.qualifiers)
    return f"The measures are narrowed down differently: {', '.join(only)}."


def _revised(pair: Comparison) -> bool:
    """The one that says so must not be the earlier one."""
    return any(
        later.revises and not _surely_before(later, earlier)
        for later, earlier in ((pair.left, pair.right), (pair.right, pair.left))
    )


def _surely_before(one: FigureKeys, other: FigureKeys) -> bool:
    if one.published is None or other.published is None:
        return False
    return (
        one.published.latest is not None
        and other.published.earliest is not None
        and one.published.latest < other.published.earliest
    )


def _said(pair: Comparison, agreement: Agreement, why: str) -> Decision:
    places = sorted(Place(k.figure.source, k.figure.start, k.figure.end) for k in (pair.left, pair.right))
    return Decision(pair, agreement, Reason(why, tuple(places)))
