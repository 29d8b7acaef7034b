"""How two compared figures stand to each other, by what speaks for one measure and what against it.

The evidence is a sum of small points (the table `_POINTS`, each with its reason); a link needs `_ENOUGH` of them. A
conflict is the last thing to be said, and only of figures that measure the same, of the same, in the same period.
"""

from msgspec import Struct
from msgspec.structs import replace

from secondsource.model.group import Agreement
from secondsource.model.mark import Comparator
from secondsource.model.span import Place, Reason

from .compare import Comparison, intervals_meet, of_one_event
from .reading.keys import FigureKeys, overlap

_ENOUGH = 4.0
_ENOUGH_TO_DIFFER = 5.0
_SURELY = 6.0
_WORDED_ALIKE = 0.5
_VAGUE = 4.0
"""An interval whose end is that many times its start bounds nothing."""
_CLOSE = 0.1
"""The share of a value by which a loose bound may miss the exact one that it rounds."""
_ONE_STORY = 0.4
COUNTED_AGAIN = "A later report counts again."
"""Why a count of a later day is taken to revise an earlier one."""
AT_OTHER_TIMES = "The same is measured, at different times."
"""Why two values are of two periods where only the days of their reports say so."""
COUNTED_OTHERWISE = "The report says that the two count otherwise."
"""Why two who give other numbers do not disagree."""
CONTRADICTED = "One report lets somebody contradict the number of another."
"""Why two values of one report are in dispute of which the later one is told to be right instead."""
LEFT_OPEN = "One report does not say what exactly, when or where its number was counted."
"""Why it is open whether two values that differ are of one thing."""
ONE_STATEMENT = "Of one statement, two reports give the one sum alike and this number differently."
"""Why two counts of the same things are in dispute that stand beside one sum."""
_JOINS = frozenset({Agreement.SAME, Agreement.SAME_BY_ROUNDING, Agreement.CONVERTED})


class Decision(Struct, frozen=True, gc=False):
    """The class of a pair with its reason. Figures of one quantity either `joins` (they agree) or differ openly
    (conflict, revised)."""

    comparison: Comparison
    agreement: Agreement
    reason: Reason
    told: bool = False
    """Whether the sentences themselves say what both figures are about."""

    @property
    def joins(self) -> bool:
        """Whether the pair agrees."""
        return self.agreement in _JOINS

    @property
    def ids(self) -> tuple[str, str]:
        """Both figures, sorted."""
        return self.comparison.left.id, self.comparison.right.id


def decide(pair: Comparison) -> Decision | None:
    """The class of a pair; None where the two have nothing to do with each other."""
    left, right = pair.left, pair.right
    if left.figure.unit != right.figure.unit or pair.value("change") == 0.0:
        return None
    if pair.value("measure") == 0.0 and pair.value("setting") != 1.0 and not _distinctive(pair):
        return None
    return _meeting(pair) if intervals_meet(left, right) else _disjoint(pair)


def evidence(pair: Comparison) -> float:
    """What speaks for both being figures of one measure."""
    return sum(
        (
            _value_points(pair),
            _step(pair.value("measure"), ((1.0, 2.0), (0.8, 1.5), (0.5, 1.0), (0.0, -2.0)), 0.0),
            _step(pair.value("parties"), ((0.01, 1.0), (0.0, -1.0)), 0.0),
            _step(pair.value("setting"), ((1.0, 2.0), (0.7, 1.5), (0.4, 0.5)), -1.0),
            _step(pair.value("clause"), ((0.5, 1.0), (0.3, 0.5)), 0.0),
            _step(pair.value("period"), ((1.0, 1.0), (0.5, 0.5), (0.0, -2.0)), 0.0),
            _step(pair.value("voice"), ((1.0, 1.0),), 0.0),
            _step(pair.value("change"), ((1.0, 0.5), (0.0, -1.0)), 0.0),
            1.0 if pair.left.utterance is not None and pair.left.utterance == pair.right.utterance else 0.0,
        )
    )


def _step(value: float | None, steps: tuple[tuple[float, float], ...], otherwise: float) -> float:
    """The points of the first step that the value reaches; none where it could not be told."""
    if value is None:
        return 0.0
    return next((points for least, points in steps if value >= least), otherwise)


def _value_points(pair: Comparison) -> float:
    """An unusual value that both give speaks for itself; a round one does not, and an open end least of all."""
    a = pair.left.figure
    if pair.value("value") == 1.0:
        written = f"{abs(a.value):.6g}".replace(".", "").split("e")[0]
        digits = len(written if a.unit == "percent" else written.strip("0"))
        if pair.left.dimension == "money" and digits == 2:
            return 2.5
        return (0.0, 0.0, 1.0, 2.0)[min(digits, 3)]
    return -2.0 if _open(pair) else 0.5


def _distinctive(pair: Comparison) -> bool:
    """Whether an unusual value is given of one party in reports of one event: the fine that one report calls pay."""
    shared = (pair.value("parties") or 0.0) > 0.0 and of_one_event(pair)
    return shared and _value_points(pair) >= 2.0


def _open(pair: Comparison) -> bool:
    """More than 20 and more than 100 meet without saying anything of each other, and so do hundreds and 503; more than
    4 million and 4.2 million are close enough to be one value."""
    a, b = pair.left.figure, pair.right.figure
    loosely = any(figure.high is not None and figure.low is not None for figure in (a, b))
    if loosely and abs(a.value - b.value) <= _CLOSE * max(abs(a.value), abs(b.value)):
        return False
    return any(
        figure.low is None or figure.high is None or figure.high > _VAGUE * max(figure.low, 0.0)
        for figure in (pair.left.figure, pair.right.figure)
    )


def _meeting(pair: Comparison) -> Decision | None:
    """Values that may be one."""
    if pair.left.figure.source == pair.right.figure.source and not _said_twice(pair):
        return None
    if evidence(pair) < (_ENOUGH if pair.value("period") != 0.0 else _ENOUGH - 1):
        return None
    if pair.value("period") == 0.0:
        return said(pair, Agreement.DIFFERENT_PERIOD, "The same is measured, over different periods.")
    if _defined_otherwise(pair):
        return said(pair, Agreement.DIFFERENT_DEFINITION, _definition(pair))
    a, b = pair.left.figure, pair.right.figure
    if a.value != b.value and not _told_alike(pair):
        return None
    if a.value == b.value:
        loose = "" if (a.low, a.high) == (b.low, b.high) else "; one of them more loosely"
        return said(pair, Agreement.SAME, f"Both give the same value{loose}.")
    return said(pair, Agreement.SAME_BY_ROUNDING, "The intervals that the two wordings allow share values.")


def _said_twice(pair: Comparison) -> bool:
    """Whether a report gives one value, or an exact one and right beside it a loose one: 25.2%, more than a quarter."""
    a, b = pair.left.figure, pair.right.figure
    if a.value == b.value:
        return True
    loose = (a.comparator is Comparator.EQUAL) != (b.comparator is Comparator.EQUAL)
    beside = abs(pair.left.rank - pair.right.rank) == 1 and a.terms == b.terms
    return loose and beside and abs(a.value - b.value) <= _CLOSE * max(abs(a.value), abs(b.value))


def _told_alike(pair: Comparison) -> bool:
    """Values that only might be one need the same words, text or voice about them."""
    clause = pair.value("clause")
    if pair.value("setting") == 1.0 or pair.value("voice") == 1.0:
        return True
    if clause is None:
        return evidence(pair) >= _ENOUGH
    if evidence(pair) >= _SURELY:
        return True
    return clause >= _WORDED_ALIKE - 0.1


def _disjoint(pair: Comparison) -> Decision | None:
    """Values that cannot be one: of the same measure they differ for a reason, or they conflict."""
    if (pair.value("measure") or 0.0) < 1.0 or pair.left.figure.source == pair.right.figure.source:
        return None
    if pair.value("change") is not None and (pair.value("change") or 0.0) < 1.0:
        return None
    points = evidence(pair) - _value_points(pair)
    if pair.value("period") == 0.0:
        alike = points + 2 >= _ENOUGH and (pair.value("clause") or 0.0) >= 0.3
        return (
            said(pair, Agreement.DIFFERENT_PERIOD, "The same is measured, over different periods.") if alike else None
        )
    if points < _ENOUGH:
        return None
    if _defined_otherwise(pair):
        return said(pair, Agreement.DIFFERENT_DEFINITION, _definition(pair))
    if _revised(pair):
        return said(pair, Agreement.REVISED, "The later report says that it corrects the earlier figure.")
    if points >= _ENOUGH_TO_DIFFER and _one_population(pair) and _one_time(pair):
        return said(pair, Agreement.CONFLICT, "Same measure, same parties, same period, and no value satisfies both.")
    if (pair.value("clause") or 0.0) >= _WORDED_ALIKE:
        return said(pair, Agreement.UNDECIDED, "The values differ, and it is not said that both mean the same.")
    return None


def _one_population(pair: Comparison) -> bool:
    """The same parties, or the same words about them in copies of one text, or from one voice. The noun alone (30
    ships held, 23 ships repaired) is no shared word."""
    parties = pair.value("parties")
    beyond = (frozenset(pair.left.figure.terms) & frozenset(pair.right.figure.terms)) - {pair.left.head}
    fates = [frozenset(one.figure.terms) & one.fates for one in (pair.left, pair.right)]
    # those who died are no rivals of those who work there
    if parties == 0.0 or not beyond or (any(fates) and not fates[0] & fates[1]):
        return False
    clause, one_voice = pair.value("clause") or 0.0, pair.value("voice") == 1.0
    if one_voice and clause >= _WORDED_ALIKE - 0.1:
        return True
    return clause >= _WORDED_ALIKE and ((parties or 0.0) > 0.0 or pair.value("setting") == 1.0)


def _one_time(pair: Comparison) -> bool:
    """One period; without any, both written at one time of one happening: a toll that rises over days is no
    conflict, nor is the other number of a text's later version."""
    period, setting = pair.value("period"), pair.value("setting") or 0.0
    if period is not None:
        return period == 1.0 and setting > 0.0
    left, right = pair.left.published, pair.right.published
    together = left is not None and right is not None and overlap(left, right)
    if setting == 1.0:
        return not (_surely_before(pair.left, pair.right) or _surely_before(pair.right, pair.left))
    together = together or pair.value("voice") == 1.0
    return of_one_event(pair) and together and pair.left.period is None and pair.right.period is None


def _defined_otherwise(pair: Comparison) -> bool:
    """One is narrowed down (net, monthly, civilian) as the other is not. One value of one period in one story is no
    other measure for being worded more narrowly once."""
    setting, alike = pair.value("setting") or 0.0, pair.value("value") == 1.0 and pair.value("period") == 1.0
    if alike and setting >= _ONE_STORY:
        return False
    return pair.left.qualifiers != pair.right.qualifiers and not of_one_event(pair)


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


def said(pair: Comparison, agreement: Agreement, why: str) -> Decision:
    """A decision, with both figures as the characters that show it."""
    places = sorted(Place(k.figure.source, k.figure.start, k.figure.end) for k in (pair.left, pair.right))
    return Decision(pair, agreement, Reason(why, tuple(places)))


def tied(pair: Comparison) -> Decision | None:
    """What one sentence says of both figures: a conversion in brackets, one in the place of the other."""
    left, right = pair.left, pair.right
    if left.figure.converts == right.id or right.figure.converts == left.id:
        return said(pair, Agreement.CONVERTED, "One is given in brackets right behind the other, as its conversion.")
    if left.figure.replaced_by == right.id or right.figure.replaced_by == left.id:
        return said(pair, Agreement.REVISED, "One sentence puts the one figure in the place of the other.")
    return None


def told(pair: Comparison, agreement: Agreement, why: str) -> Decision:
    """What the sentences themselves tell, not the evidence of all features."""
    return replace(said(pair, agreement, why), told=True)


def drawn(pair: Comparison) -> Decision:
    """Another definition, with what draws the line of the one and not of the other."""
    only = sorted(pair.left.subject.drawn ^ pair.right.subject.drawn)
    return told(pair, Agreement.DIFFERENT_DEFINITION, f"The measures are drawn differently: {', '.join(only)}.")
