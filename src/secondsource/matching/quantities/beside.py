"""Two values of one report: said twice, one in the place of the other, of two times, or of two who disagree."""

from collections.abc import Iterable

from secondsource.model.group import Agreement

from .compare import Comparison, intervals_meet
from .counting import some_of_all, toll
from .decide import COUNTED_OTHERWISE, Decision, drawn, told
from .question import RIVAL_SCALE, counted, goes_on, one_way, other_scale
from .reading.frame import PEOPLE
from .reading.keys import FigureKeys
from .rivals import of_two_bodies, one_gives, rivals, two_give, two_hold
from .times import Time, exclusive, is_stretch, looks_ahead, recalls, time_between

_FROM, _EARLIER, _CORRECTED, _LOWERED, _VAGUE = "from", "earlier", "corrected", "lowered", "vague"
_OTHERWISE, _GAVE = "otherwise", "gave"
_GROWN, _FORECAST = "grown", "forecast"
_NAMED_ALIKE = 0.5
_SIDE_BY_SIDE = "Two who count are set side by side, and no value satisfies both."
_SHORT_WORD = 6
"""Characters of "auf", "to", "à" with the spaces around them."""
_CROWD = 3
"""Values of one report for what is asked from which each is of a party of its own: the seats of each list."""


def side_by_side(pair: Comparison) -> Decision | None:
    """Two values of one report: said twice, one in the place of the other, of two times, or of two who disagree. Who
    counts otherwise, as the report says, disagrees with nobody."""
    decision = _side_by_side(pair)
    if decision is None or decision.agreement is not Agreement.CONFLICT:
        return decision
    if _OTHERWISE not in pair.left.subject.cues | pair.right.subject.cues:
        return decision
    return told(pair, Agreement.DIFFERENT_DEFINITION, COUNTED_OTHERWISE)


def _side_by_side(pair: Comparison) -> Decision | None:
    left, right = pair.left, pair.right
    if left.figure.value == right.figure.value:
        alike = bool(left.subject.first & right.subject.first) and left.subject.drawn == right.subject.drawn
        same = alike and time_between(left, right) is not Time.OTHER
        return told(pair, Agreement.SAME, "Both give the same value.") if same else None
    if intervals_meet(left, right) or other_scale(left, right):
        return None
    counted_again = toll(left, right)
    if _of_two(left, right) or (counted_again and some_of_all(left, right)):
        return None
    if exclusive(left, right) and not counted_again:
        return told(pair, Agreement.DIFFERENT_PERIOD, "The report tells of two times.")
    if left.subject.drawn != right.subject.drawn and (left.subject.first & right.subject.first or goes_on(left, right)):
        return drawn(pair)
    if counted_again and _GROWN in left.subject.cues | right.subject.cues:
        return told(pair, Agreement.REVISED, "The report tells how the count grew.")
    if of_one_time(left, right) and (rivals(left, right) or (goes_on(left, right) and one_gives(left, right))):
        return told(pair, Agreement.CONFLICT, "Two who count give two values for one time.")
    if abs(left.subject.sentence - right.subject.sentence) > 1 and not _given_again(left, right):
        named = (pair.value("parties") or 0.0) >= _NAMED_ALIKE and (pair.value("clause") or 0.0) >= _NAMED_ALIKE
        if not named or not rivals(left, right) or time_between(left, right) is not Time.NEAR:
            return None
    return _contrast(pair, counted_again=counted_again)


def _given_again(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether another body gives the number of the same things, a sentence later."""
    things = left.figure.unit != "count" or bool(counted(left) & counted(right))
    return things and goes_on(left, right) and (two_give(left, right) or two_hold(left, right))


def _of_two(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether two figures of one sentence have each a word of its own for what it is of, and nothing sets the one
    against the other: girls spent 4.7 hours, boys 3.9; 2,400 pupils and 1,150 parents."""
    a, b = left.subject, right.subject
    if _against(left, right):
        return True
    if a.sentence != b.sentence or (a.cues | b.cues) & {_FROM, _EARLIER, _CORRECTED, _LOWERED} or rivals(left, right):
        return False
    if _of_two_parties(left, right):
        return True
    later = max((left, right), key=lambda one: one.rank)
    if later.subject.frame.gives or not later.subject.frame.own or two_hold(left, right):
        return False
    nouns = counted(left), counted(right)
    if left.figure.unit == "count" and all(nouns) and not nouns[0] & nouns[1] and PEOPLE not in nouns[0] | nouns[1]:
        return True
    return _names(left, right) and _names(right, left)


def _against(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether a sentence holds the number of one party against that of another: 11,907 votes, 11,864 for Meere."""
    first, second = sorted((left, right), key=lambda one: one.rank)
    a, b = first.subject, second.subject
    if a.sentence != b.sentence or _FROM not in b.cues or a.frame.gives or b.frame.gives:
        return False
    return bool(a.frame.bodies and b.frame.bodies) and not a.frame.bodies & b.frame.bodies


def _of_two_parties(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether the clauses of two amounts name each a party of its own, and neither says that it gives the number."""
    a, b = left.subject.frame, right.subject.frame
    if left.figure.unit == "count" or a.gives or b.gives:
        return False
    return bool(a.bodies and b.bodies) and not a.bodies & b.bodies


def _names(one: FigureKeys, other: FigureKeys) -> bool:
    """Whether the clause of the one has a content word that the other's has not."""
    told = _written(other.subject.own)
    return any(_written((keys,)).isdisjoint(told) for keys in one.subject.frame.own)


def _written(words: Iterable[frozenset[str]]) -> frozenset[str]:
    """The words themselves, of all that they may mean: a girl and a boy are both children."""
    return frozenset(key for keys in words for key in keys if key.startswith("="))


def of_one_time(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether two values of one report are given of one month or longer, both as the whole, in two sentences that do
    not name one who counts: no two measures, for all that is said."""
    if left.period is None or left.period != right.period or not is_stretch(left.period):
        return False
    if {_FROM, _EARLIER, _CORRECTED} & (left.subject.cues | right.subject.cues):
        return False
    sure = (left.subject.sure and right.subject.sure) or goes_on(left, right)
    both = sure and left.subject.part == right.subject.part
    alone = max(left.crowd, right.crowd) < _CROWD and left.subject.sentence != right.subject.sentence
    held = left.subject.voice != right.subject.voice or left.voice != right.voice or rivals(left, right)
    return both and alone and held and one_way(left, right)


def _contrast(pair: Comparison, *, counted_again: bool) -> Decision | None:
    """Two values of one sentence, or of two that follow each other."""
    left, right = pair.left, pair.right
    cues = left.subject.cues | right.subject.cues
    if _answers(left, right):
        return told(pair, Agreement.CONFLICT, _SIDE_BY_SIDE)
    if _of_the_taken_back(left, right):
        return None
    first, second = sorted((left, right), key=lambda one: one.rank)
    if _of_then(second) and not _of_then(first) and not {_FROM, _EARLIER, _CORRECTED} & cues:
        return told(pair, Agreement.DIFFERENT_PERIOD, "The report names another time for the one of them.")
    older = bool({_FROM, _EARLIER} & cues)
    if (
        ((older or goes_on(left, right)) and _CORRECTED in cues)
        or (older and counted_again)
        or (older and _LOWERED in cues)
    ):
        return told(pair, Agreement.REVISED, "The report puts the one figure in the place of the other.")
    if _FROM in cues and _FORECAST in cues and not _of_stretches(left, right):
        return told(pair, Agreement.REVISED, "The report puts the one figure in the place of the other.")
    if time_between(left, right) is Time.OTHER or _FROM in cues or _stepped(left, right):
        return told(pair, Agreement.DIFFERENT_PERIOD, "The report compares two times.")
    gave_before = _GAVE in cues and not of_two_bodies(left, right) and not _two_kinds(left, right)
    if _EARLIER in cues or gave_before:
        return told(pair, Agreement.REVISED, "The report puts the one figure in the place of the other.")
    if _later_dated(left, right):
        if counted_again:
            return told(pair, Agreement.REVISED, "The report tells how the count grew.")
        if left.subject.frame.expects != right.subject.frame.expects:
            return None  # what is offered is no time of what is paid
        return told(pair, Agreement.DIFFERENT_PERIOD, "The report names another time for the one of them.")
    if _VAGUE in cues:
        return told(pair, Agreement.UNDECIDED, "The values differ, and it is not said that both mean the same.")
    if goes_on(left, right) and second.subject.frame.expects and not first.subject.frame.expects:
        return None  # what somebody hopes for is no dispute with what is
    if goes_on(left, right) and two_give(left, right):
        return told(pair, Agreement.CONFLICT, _SIDE_BY_SIDE)
    if _two_kinds(left, right) or two_hold(left, right) or _contradicts(left, right):
        return told(pair, Agreement.CONFLICT, _SIDE_BY_SIDE)
    return None


def _of_then(one: FigureKeys) -> bool:
    """Whether its own clause names a time long before its report."""
    return one.subject.dated and recalls(one)


def _contradicts(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether the sentence behind one that gives a number is nothing but another body's number for the same: it will
    carry 24,000 a day. The court of audit puts it at 17,500. A day or a place of its own would explain the difference.
    """
    first, second = sorted((left, right), key=lambda one: one.rank)
    a, b = first.subject, second.subject
    if not goes_on(left, right) or not one_gives(left, right):
        return False
    if b.frame.passive or not (b.frame.held and b.frame.bare):
        return False
    if b.dated or b.cues - {_FORECAST} or (b.places - a.places) or looks_ahead(first) != looks_ahead(second):
        return False
    return not other_scale(left, right, RIVAL_SCALE) and not intervals_meet(left, right)


def _stepped(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether nothing but a short word parts two amounts of a sentence: "von 6300 Euro auf 44.590 Euro"."""
    first, second = sorted((left.figure, right.figure), key=lambda one: one.start)
    return first.unit != "count" and 0 < second.start - first.end <= _SHORT_WORD


def _answers(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether another body, a sentence later, keeps to its own number where the first corrects or raises its: what is
    taken back is not what the other says."""
    first, second = sorted((left, right), key=lambda one: one.rank)
    if first.subject.sentence == second.subject.sentence or not goes_on(left, right) or not two_give(left, right):
        return False
    if second.subject.frame.expects and not first.subject.frame.expects:
        return False
    return (
        not {_FROM, _EARLIER, _CORRECTED, _LOWERED, _VAGUE} & second.subject.cues and _EARLIER not in first.subject.cues
    )


def _of_the_taken_back(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether the first was already taken back where somebody, a sentence later, gives the second: corrected to 119
    from 128; the hunters insist on 180."""
    first, second = sorted((left, right), key=lambda one: one.rank)
    later = second.subject.sentence > first.subject.sentence and second.subject.frame.gives
    return later and _FROM in first.subject.cues and not {_FROM, _EARLIER, _CORRECTED} & second.subject.cues


def _of_stretches(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether one of two figures is of a month or a year: what was expected for another one is not taken back."""
    return any(one.period is not None and is_stretch(one.period) for one in (left, right))


def _two_kinds(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether two speak, or two kinds of bodies are named."""
    if left.voice is not None and right.voice is not None and left.voice != right.voice:
        # where the sentences do not say that both are of one thing, each answers a question of its own
        return (left.subject.sure and right.subject.sure) or (goes_on(left, right) and left.figure.unit != "percent")
    apart = left.subject.sentence != right.subject.sentence
    given = all(one.subject.frame.gives or one.voice is not None for one in (left, right))
    sure = (left.subject.sure and right.subject.sure) or goes_on(left, right)
    if apart and not given and not sure:
        return False  # a body that a sentence names has not given its number yet
    a, b = (one.subject.voice or one.subject.voice_before for one in (left, right))
    return a is not None and b is not None and a != b


def _later_dated(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether the later of two figures, which goes on from the earlier, has a time of its own and nobody gives it."""
    first, second = sorted((left, right), key=lambda one: one.rank)
    return (
        second.subject.goes_on is not None
        and goes_on(left, right)
        and second.subject.dated
        and not one_gives(first, second)
        and not two_hold(left, right)
    )
