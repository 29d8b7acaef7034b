"""Whether enough speaks for a class to tell it. Small numbers, and numbers that only a word stands for, meet and
differ by chance wherever things are counted; better nothing than a wrong word."""

from secondsource.model.group import Agreement

from .compare import Comparison, intervals_meet, of_one_event
from .counting import mere_things, toll
from .decide import CONTRADICTED, COUNTED_OTHERWISE, LEFT_OPEN, ONE_STATEMENT, Decision
from .dispute import disputable
from .question import counted, goes_on, one_question, shared_words, vague
from .reading.keys import FigureKeys
from .reading.place import one_place
from .times import Time, another_time, exclusive, time_between

_ONE, _TWO, _FEW, _DOZEN = 1, 2, 4, 12
"""Counts up to which numbers come again and again, of whatever is told: the one, a few, a dozen."""
_SHARE = {_ONE: 0.75, _FEW: 0.5, _DOZEN: 0.25}
"""The share of the other words that two such counts must have in common."""
_BESIDE = 0.5
"""What it adds that the same figure stands right beside both."""
_SIDES = 2
"""Values, at most, that a report gives of one thing: more are a table, each of somebody else."""
_AGREED = frozenset({Agreement.SAME, Agreement.SAME_BY_ROUNDING, Agreement.CONVERTED})
_APART = frozenset({Agreement.DIFFERENT_PERIOD, Agreement.DIFFERENT_DEFINITION, Agreement.UNDECIDED})
_HALF = 0.5


def warranted(decision: Decision) -> bool:
    """Whether a decision is told. What one sentence itself ties together, or goes on with, is not asked here."""
    pair = decision.comparison
    left, right = pair.left, pair.right
    if decision.agreement is Agreement.CONFLICT and not disputable(decision):
        return False
    if _tied(left, right) or (decision.agreement is Agreement.SAME and one_place(left, right)):
        return True
    if decision.reason.why == LEFT_OPEN:
        return True
    if decision.agreement in _APART and _of_a_few(pair):
        return False
    if goes_on(left, right) and decision.agreement not in _AGREED:
        return True
    if vague(left) or vague(right):
        return _vaguely(decision)
    if decision.agreement in _AGREED:
        small = left.figure.unit == "count" and max(left.figure.value, right.figure.value) <= _DOZEN
        return not small or _few(pair)
    return _differ(decision)


def withheld(decision: Decision) -> bool:
    """Of a decision that is not warranted: whether its two values still stay apart. What no one thing satisfies is not
    one, though it be not told that it is of two times or definitions."""
    left, right = decision.comparison.left, decision.comparison.right
    return decision.agreement in _APART and not intervals_meet(left, right)


def parted(pair: Comparison) -> bool:
    """Whether two equal small counts are kept apart, whatever third count is like both: that two and two are two does
    not carry from one figure to the next."""
    left, right = pair.left, pair.right
    if left.figure.unit != "count" or right.figure.unit != "count" or left.figure.value != right.figure.value:
        return False
    if (toll(left, right) and not exclusive(left, right)) or one_place(left, right):
        return False
    if left.figure.value > _DOZEN or (left.language != right.language and left.figure.value > _ONE):
        return left.figure.value <= _DOZEN and another_time(left, right) and exclusive(left, right)
    return not _few(pair)


def _tied(left: FigureKeys, right: FigureKeys) -> bool:
    return left.id in (right.figure.converts, right.figure.replaced_by) or right.id in (
        left.figure.converts,
        left.figure.replaced_by,
    )


def _vaguely(decision: Decision) -> bool:
    """Whether hundreds and hundreds, or hundreds and 240, are of one thing; what they are not is never told."""
    left, right = decision.comparison.left, decision.comparison.right
    if decision.agreement not in _AGREED or not one_question(left, right) or _beyond(left, right) < _HALF:
        return False
    told = not mere_things(left, right)
    return told or (vague(left) and vague(right)) or bool(left.families & right.families)


def _differ(decision: Decision) -> bool:
    """Whether two values that differ are of one thing, of other times or drawn otherwise."""
    pair = decision.comparison
    left, right = pair.left, pair.right
    if decision.agreement not in (Agreement.DIFFERENT_PERIOD, Agreement.DIFFERENT_DEFINITION):
        told_by = decision.agreement is Agreement.REVISED or decision.reason.why in (ONE_STATEMENT, CONTRADICTED)
        said_so = decision.told and told_by
        return said_so or toll(left, right) or not mere_things(left, right) or _beyond(left, right) >= _HALF
    if decision.reason.why == COUNTED_OTHERWISE:
        return True
    if pair.value("parties") == 0.0 or max(left.crowd, right.crowd) > _SIDES:
        return False
    time = time_between(left, right)
    if not of_one_event(pair) and not pair.value("parties") and time is not Time.SAME:
        return False
    if not _worded_alike(left, right):
        return False
    if decision.agreement is Agreement.DIFFERENT_PERIOD:
        return not (left.subject.drawn or right.subject.drawn)
    return time is not Time.APART and (time is not Time.OPEN or left.figure.source == right.figure.source)


def _of_a_few(pair: Comparison) -> bool:
    """Whether two small counts of anything are not even set against each other: six seasons here, five there. What one
    party did in two weeks is."""
    left, right = pair.left, pair.right
    small = left.figure.unit == "count" and min(left.figure.value, right.figure.value) <= _DOZEN
    if not small or not mere_things(left, right) or "from" in left.subject.cues | right.subject.cues:
        return False
    return not (pair.value("parties") and exclusive(left, right))


def _worded_alike(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether two clauses of one language have half of their words in common; of two languages that is not asked."""
    if left.language != right.language:
        return True
    if left.figure.source == right.figure.source and _says_nothing(max((left, right), key=lambda one: one.rank)):
        return True
    if shared_words(left, right) < _HALF:
        return False
    sure = left.subject.sure and right.subject.sure and left.figure.unit != "count"
    return sure or left.figure.source == right.figure.source or _beyond(left, right) >= _HALF


def _says_nothing(one: FigureKeys) -> bool:
    """Whether the clause of a figure has no word of its own: 15.40 euros in spring, against 15.30 in winter."""
    return not one.subject.frame.own


def _few(pair: Comparison) -> bool:
    """Whether two small counts are of one thing: the dead of one event are, two ships and two ships need the words
    that tell which."""
    left, right = pair.left, pair.right
    least = min(left.figure.value, right.figure.value)
    if another_time(left, right) and exclusive(left, right):
        return False
    asked = one_question(left, right)
    told = asked and not mere_things(left, right)
    if told and least > _ONE and left.subject.sure and right.subject.sure:
        return True
    if not told and least <= _ONE:
        return False
    if asked and of_one_event(pair) and (least > _FEW or _only_answers(left, right)):
        return True
    if left.language == right.language and least <= _FEW and counted(left).isdisjoint(counted(right)):
        return False
    if pair.value("parties") == 0.0 and not told and _beyond(left, right) == 0.0:
        return False  # of two ships each, and of nothing else that both say
    needed = next(share for most, share in _SHARE.items() if least <= most)
    beside = sum(1 for value, unit in left.beside & right.beside if unit != "count" or value > _TWO or told)
    return _beyond(left, right) + _BESIDE * beside >= needed


def _only_answers(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether two reports in two languages, whose words cannot be held against each other, give each one number alone
    of what both are asked: two guards, zwei Wächter."""
    several = min(left.figure.value, right.figure.value) > _ONE
    return several and left.language != right.language and max(left.crowd, right.crowd) <= 1


def _beyond(left: FigureKeys, right: FigureKeys) -> float:
    """The share of the content words of the shorter clause that the other has as well, the counted noun left out."""
    nouns = counted(left) | counted(right)
    one, other = (left, right) if len(left.subject.own) <= len(right.subject.own) else (right, left)
    words = [keys for keys in one.subject.own if keys.isdisjoint(nouns)]
    if not words:
        return 0.0
    common = sum(1 for keys in words if not keys.isdisjoint(other.told))
    return common / min(max(len(words), 2), 4)
