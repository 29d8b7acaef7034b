"""How two figures of one story stand to each other, by what their sentences say that they are about.

What is asked, of which part and place, and how the line is drawn are settled first; then the time; the values last.
A conflict is only said where two kinds of bodies are named that count the same thing at one time.
"""

from msgspec.structs import replace

from secondsource.language.places import is_country_code
from secondsource.model.group import Agreement
from secondsource.model.mark import Comparator

from .beside import side_by_side
from .compare import ACQUAINTANCES, Comparison, intervals_meet, of_one_event, only_acquainted
from .counting import mere_things, some_of_all, toll
from .decide import (
    AT_OTHER_TIMES,
    CONTRADICTED,
    COUNTED_AGAIN,
    LEFT_OPEN,
    ONE_STATEMENT,
    Decision,
    decide,
    drawn,
    tied,
    told,
)
from .question import (
    DISTINCTIVE_AMOUNT,
    RIVAL_SCALE,
    alike,
    boundless,
    distinctive,
    elsewhere,
    left_open,
    of_other_wholes,
    of_two_fates,
    of_two_people,
    one_question,
    one_way,
    other_scale,
    rounds,
    shared_words,
    still_open,
    surely_other,
)
from .reading.keys import FigureKeys
from .reading.measured import amounts_meet, digits, exactly_converted, kind_of
from .reading.place import one_place
from .reading.subject import HEAD
from .rivals import contradicted, of_two_bodies, rivals
from .times import Time, another_time, days_between, exclusive, is_stretch, later_of, misdated, recalls, time_between

_OPEN = frozenset({Agreement.CONFLICT, Agreement.REVISED})
_FROM, _EARLIER, _CORRECTED, _LOWERED, _VAGUE = "from", "earlier", "corrected", "lowered", "vague"
_HUNDRED = 100
"""Below it any count may come twice in one event: 22 seats, 22 lists."""
_ACQUAINTED = 0.75
"""How many points more two reports need that are of one story only as far as they share names and rare values."""
_NAMED_ALIKE = 0.5
_WORDED_ALIKE = 0.3
_TELLING = 2
"""Digits from which a sum is not one that anybody promises."""
_MISSING = "missing"
_OF_A_FIRM = frozenset({"profit", "loss", "revenue"})
"""What is asked of one firm or another."""
_RECOUNTED = 1.5
"""The times one toll is another that was counted again, where nothing says which came later."""
_CROWD = 3
"""Values of one report for what is asked from which each is of a party of its own: the seats of each list."""


def relate(pair: Comparison) -> Decision | None:
    """The class of a pair; None where the two have nothing to do with each other.

    Where the sentences do not say what is asked, or the reports are of different stories, the evidence of all features
    decides.
    """
    left, right = pair.left, pair.right
    if of_two_people(left, right) and not pair.value("parties"):
        return None
    sure = tied(pair)
    if sure is not None:
        return replace(sure, told=True)
    if _of_the_other(left, right) or left.tells_when != right.tells_when:
        return None
    setting = pair.value("setting") or 0.0
    if not setting:
        return decide(pair)
    if _of_strangers(pair):
        return None
    if boundless(left) or boundless(right) or of_two_fates(left, right):
        return None
    if left.figure.source == right.figure.source and of_other_wholes(left, right):
        return None
    if contradicted(left, right):
        return told(pair, Agreement.CONFLICT, CONTRADICTED)
    if left_open(left, right):
        return told(pair, Agreement.UNDECIDED, LEFT_OPEN)
    if one_question(left, right):
        return _related(pair)
    if one_place(left, right) and not surely_other(left, right):
        return told(pair, Agreement.SAME, "Two copies give it beside the same figure.")
    if exactly_converted(left.figure, right.figure) and not elsewhere(left, right) and of_one_event(pair):
        return told(pair, Agreement.CONVERTED, "One amount, in two units.")
    if _restated(pair):
        return told(pair, Agreement.REVISED, "The later report gives it anew.")
    if _meets_elsewhere(left, right):
        if _two_counts(left, right):
            return None
        if rivals(left, right) and _of_two_on_two_days(left, right):
            return None
        if left.figure.value != right.figure.value and not (rounds(left, right) or _worded_alike(pair)):
            return None  # 88,000 owed and a prize of 90,000: that the one might round the other is not enough
        more = _ACQUAINTED if only_acquainted(left, right) or _of_two_named(pair) else 0.0
        return _meeting(pair) if alike(left, right, more) and not elsewhere(left, right) else None
    if surely_other(left, right):
        return None
    if distinctive(left, right) and not elsewhere(left, right) and left.figure.unit == right.figure.unit:
        return told(pair, Agreement.SAME, "Both give the same unusual value.")
    return None if _two_of_one_report(left, right) else decide(pair)


def _of_strangers(pair: Comparison) -> bool:
    """Whether two small counts stand in reports that are no copies and name other people, bodies and towns throughout:
    two elections that were won by 37 votes on one evening."""
    left, right = pair.left, pair.right
    if pair.value("setting") == 1.0 or toll(left, right) or left.figure.unit != "count":
        return False
    if max(left.figure.value, right.figure.value) >= _HUNDRED or pair.value("parties"):
        return False
    known = min(len(left.acquaintances), len(right.acquaintances))
    if known < ACQUAINTANCES or left.acquaintances & right.acquaintances:
        return False
    return not {place for place in left.home & right.home if not is_country_code(place)}


def _worded_alike(pair: Comparison) -> bool:
    """Whether two clauses share a content word or a party; or, of two languages, neither value has one digit alone."""
    left, right = pair.left.figure.value, pair.right.figure.value
    if pair.left.language != pair.right.language and min(digits(left), digits(right)) > 1:
        return True
    return shared_words(pair.left, pair.right) > 0.0 or bool(pair.value("parties"))


def _of_the_other(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether the one is a part of the other: 104 of 412."""
    return left.figure.part_of == right.id or right.figure.part_of == left.id


def _of_two_firms(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether two profits or revenues are of two firms: who names no other speaks of its own."""
    if not left.subject.first & right.subject.first & _OF_A_FIRM:
        return False
    own, other = (one.parties or frozenset({one.voice} if one.voice else ()) for one in (left, right))
    return bool(own and other) and own.isdisjoint(other) and not (left.parties and right.parties)


def _of_two_named(pair: Comparison) -> bool:
    """Whether two round values stand beside other parties each: a bank's charge, another's loss of three billion."""
    return pair.value("parties") == 0.0 and digits(pair.left.figure.value) < _TELLING


def _two_counts(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether the tables know two things that two counts below a hundred surely are of: 22 seats, 22 lists."""
    if left.figure.unit != "count" or left.figure.value >= _HUNDRED or not surely_other(left, right):
        return False
    return not any(one.subject.asked[0].startswith(HEAD) for one in (left, right))


def _two_of_one_report(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether a report surely asks two things of two numbers, however equal: revenue and orders of 412 million."""
    a, b = left.subject, right.subject
    return left.figure.source == right.figure.source and a.sure and b.sure and not a.first & b.first


def _restated(pair: Comparison) -> bool:
    """Whether a later report of one event says in the same words that a value is lowered, raised or corrected."""
    left, right = pair.left, pair.right
    later = later_of(left, right)
    told = {_LOWERED, _CORRECTED} & later.subject.cues and _FROM not in later.subject.cues
    if not told or left.figure.unit != right.figure.unit or not of_one_event(pair):
        return False
    if intervals_meet(left, right) or other_scale(left, right, RIVAL_SCALE) or not days_between(left, right):
        return False
    return not exclusive(left, right) and not elsewhere(left, right) and shared_words(left, right) >= _NAMED_ALIKE


def _meets_elsewhere(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether two reports give values of one unit that meet."""
    a, b = left.figure, right.figure
    if a.source == b.source:
        return False
    one_rate = a.unit.partition("/")[0] == b.unit.partition("/")[0] and a.value == b.value
    return (a.unit == b.unit and intervals_meet(left, right)) or (one_rate and amounts_meet(a, b))


def kept_apart(pair: Comparison) -> bool:
    """Whether two figures whose values meet are surely of two things, whatever third figure is like both."""
    left, right = pair.left, pair.right
    if left.figure.unit != right.figure.unit or not pair.value("setting") or not intervals_meet(left, right):
        return False
    if one_question(left, right):
        return left.language == right.language and elsewhere(left, right)
    if _two_counts(left, right) and left.language == right.language:
        return True
    sure = left.subject.sure and right.subject.sure and not set(left.subject.asked) & set(right.subject.asked)
    known = not any(asked.startswith(HEAD) for one in (left, right) for asked in one.subject.asked[:1])
    return sure and (known or left.figure.source == right.figure.source) and surely_other(left, right)


def _related(pair: Comparison) -> Decision | None:
    """The class of two figures of one story that are asked the same."""
    left, right = pair.left, pair.right
    if elsewhere(left, right) or not one_way(left, right):
        return None
    if toll(left, right) and misdated(left) != misdated(right):
        return None
    if left.subject.part != right.subject.part and left.figure.value != right.figure.value:
        return _openly(pair)
    if left.figure.unit != right.figure.unit:
        return _in_two_units(pair)
    if left.figure.source == right.figure.source:
        return side_by_side(pair)
    return _meeting(pair) if intervals_meet(left, right) else _disjoint(pair)


def _in_two_units(pair: Comparison) -> Decision | None:
    left, right = pair.left, pair.right
    if not amounts_meet(left.figure, right.figure) or time_between(left, right) is Time.OTHER:
        return None
    if left.figure.value == right.figure.value:
        return told(pair, Agreement.SAME, "Both give the same value.")
    return told(pair, Agreement.CONVERTED, "One amount, in two units.")


def _meeting(pair: Comparison) -> Decision | None:
    """Values of two reports that may be one."""
    left, right = pair.left, pair.right
    time = time_between(left, right)
    if toll(left, right) and (another_time(left, right) or left.subject.part != right.subject.part):
        return None
    if left.subject.drawn != right.subject.drawn and not _worded_closer_once(left, right):
        return drawn(pair) if time is not Time.OTHER else None
    a, b = left.figure, right.figure
    nested = a.value == b.value and digits(a.value) >= 2 and not _of_two_stretches(left, right)
    if time is Time.OTHER and not toll(left, right) and not nested:
        return told(pair, Agreement.DIFFERENT_PERIOD, "The same is measured, over different periods.")
    if a.value == b.value:
        if time is Time.APART and digits(a.value) < 2 and not alike(left, right):
            return None
        loose = "" if (a.low, a.high) == (b.low, b.high) else "; one of them more loosely"
        return told(pair, Agreement.SAME, f"Both give the same value{loose}.")
    if toll(left, right) and None in (a.low, b.low, a.high, b.high) and days_between(left, right):
        return told(pair, Agreement.REVISED, COUNTED_AGAIN)
    if _unbounded(left, right) or (toll(left, right) and _of_two_on_two_days(left, right)):
        return None
    if Comparator.RANGE in (a.comparator, b.comparator) and not _worded_alike(pair):
        return None  # down 22 percent, and a share of 20 to 30 percent
    return told(pair, Agreement.SAME_BY_ROUNDING, "The intervals that the two wordings allow share values.")


def _of_two_on_two_days(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether two bodies give other values on two days: they do not round each other's numbers."""
    return left.figure.value != right.figure.value and bool(days_between(left, right)) and of_two_bodies(left, right)


def _of_two_stretches(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether two values are of two months or years; two days may be those of the telling."""
    stretches = all(one.period is not None and is_stretch(one.period) for one in (left, right))
    return stretches and exclusive(left, right)


def _worded_closer_once(left: FigureKeys, right: FigureKeys) -> bool:
    """One value is no other measure for being worded more closely in one of two reports."""
    if left.subject.drawn and right.subject.drawn:
        return False
    if left.figure.value != right.figure.value and not left.families & right.families:
        return False
    time = time_between(left, right)
    return time in (Time.SAME, Time.NEAR) or (time is Time.OPEN and digits(left.figure.value) >= DISTINCTIVE_AMOUNT)


def _unbounded(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether one has an open end and the other is more than a tenth away: they meet and say nothing of each other."""
    a, b = left.figure, right.figure
    if None not in (a.low, a.high, b.low, b.high):
        return False
    return abs(a.value - b.value) > 0.1 * max(abs(a.value), abs(b.value))


def _disjoint(pair: Comparison) -> Decision | None:
    """Values of two reports that cannot be one."""
    left, right = pair.left, pair.right
    if not left.subject.first & right.subject.first or other_scale(left, right) or only_acquainted(left, right):
        return None
    if _of_two_firms(left, right):
        return None
    counted_again = toll(left, right)
    if counted_again and (recalls(left) != recalls(right) or _demanded(left) != _demanded(right)):
        return None  # the damage of today, that of the fire before; a loss, and what is claimed for it
    if left.subject.drawn != right.subject.drawn and not exclusive(left, right):
        return drawn(pair)
    if (_VAGUE in left.subject.cues) != (_VAGUE in right.subject.cues):
        return told(pair, Agreement.UNDECIDED, "The values differ, and it is not said that both mean the same.")
    if still_open(left, right) and _LOWERED in later_of(left, right).subject.cues and days_between(left, right):
        return told(pair, Agreement.REVISED, "The later report raises or lowers what is expected.")
    if another_time(left, right) and not (counted_again and _goes_on_counting(pair)):
        return None if counted_again else told(pair, Agreement.DIFFERENT_PERIOD, AT_OTHER_TIMES)
    one_body = left.subject.voice is not None and left.subject.voice == right.subject.voice
    if counted_again and (some_of_all(left, right) or _of_other_parties(pair)):
        return None  # a report that lists the tolls of other years counts none of them again
    if counted_again and (not of_one_event(pair) or not _counts_on(left, right)):
        return None  # of two occasions that differ each has its own toll, unless one report tells both
    if counted_again and (days_between(left, right) or one_body) and not rivals(left, right):
        return told(pair, Agreement.REVISED, COUNTED_AGAIN)
    named = max(pair.value("clause") or 0.0, shared_words(left, right)) >= _NAMED_ALIKE
    time = time_between(left, right)
    if time in (Time.SAME, Time.NEAR) and _of_one_statement(pair):
        return told(pair, Agreement.CONFLICT, ONE_STATEMENT)
    if mere_things(left, right) and not named:
        return _openly(pair)
    if time is Time.OTHER:
        return told(pair, Agreement.DIFFERENT_PERIOD, "The same is measured, over different periods.")
    if _of_other_parties(pair) or (time is Time.APART and max(left.crowd, right.crowd) >= _CROWD):
        return _openly(pair)
    if time is Time.APART:
        if _LOWERED in later_of(left, right).subject.cues:
            return told(pair, Agreement.REVISED, "The later report raises or lowers the figure.")
        return told(pair, Agreement.DIFFERENT_PERIOD, AT_OTHER_TIMES)
    if _VAGUE in left.subject.cues | right.subject.cues:
        return told(pair, Agreement.UNDECIDED, "The values differ, and it is not said that both mean the same.")
    together = time in (Time.SAME, Time.NEAR) and of_one_event(pair)
    if rivals(left, right) and together and not other_scale(left, right, RIVAL_SCALE):
        if bool(left.subject.places - left.home) != bool(right.subject.places - right.home):
            return told(pair, Agreement.UNDECIDED, "The values differ, and one of them does not say of which place.")
        return told(pair, Agreement.CONFLICT, "Same measure, same time, two who count, and no value satisfies both.")
    return _openly(pair)


def _of_one_statement(pair: Comparison) -> bool:
    """Whether two reports of one event tell in one sentence the same sum and, of the same things, other numbers: 36
    million euros and 40 inspectors, 36 million euros and 60 inspectors."""
    left, right = pair.left, pair.right
    sums = {value for value, unit in left.mates & right.mates if kind_of(unit) == "money" and digits(value) >= _TELLING}
    one_thing = left.head is not None and left.head == right.head and left.figure.unit == "count"
    lone = max(left.crowd, right.crowd) <= _CROWD and left.figure.comparator is right.figure.comparator
    return bool(sums) and one_thing and lone and of_one_event(pair)


def _counts_on(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether a toll may be the other counted again: it grows, and seldom falls by much. Where it is not known which
    was counted later, the two are near each other. 59 killed, and 26 in another town years before, are two tolls."""
    if not other_scale(left, right, _RECOUNTED) or _MISSING in left.subject.first:
        return True  # of the missing, ever fewer are
    if not days_between(left, right):
        return False
    later = later_of(left, right)
    earlier = right if later is left else left
    taken_back = bool({_CORRECTED, _LOWERED, _FROM, _EARLIER} & (left.subject.cues | right.subject.cues))
    return taken_back or later.figure.value > earlier.figure.value


def _demanded(one: FigureKeys) -> bool:
    """Whether a sum is hoped for, planned or claimed."""
    return one.subject.frame.expects and kind_of(one.figure.unit) == "money"


def _goes_on_counting(pair: Comparison) -> bool:
    """Whether a report of the same event, which names no time of its own, counts what another counted weeks ago."""
    left, right = pair.left, pair.right
    if not of_one_event(pair) or {_FROM, _EARLIER} & (left.subject.cues | right.subject.cues):
        return False
    return (left.period is None or right.period is None) and not recalls(left) and not recalls(right)


def _of_other_parties(pair: Comparison) -> bool:
    """Whether a report gives several values, each of a party of its own, and nothing says that these are of one."""
    left, right = pair.left, pair.right
    if left.figure.unit not in ("count", "percent") or max(left.crowd, right.crowd) < _CROWD:
        return False
    return not pair.value("parties") and (pair.value("clause") or 0.0) < _WORDED_ALIKE


def _openly(pair: Comparison) -> Decision | None:
    """What the evidence of all features says, where that sets the two against each other; in copies of one text also
    that it is open."""
    decision = decide(pair)
    if decision is None:
        return None
    open_too = decision.agreement is Agreement.UNDECIDED and pair.value("setting") == 1.0
    return decision if decision.agreement in _OPEN or open_too else None
