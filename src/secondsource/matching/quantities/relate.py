"""How two figures of one story stand to each other, by what their sentences say that they are about.

What is asked, of which part and place, and how the line is drawn are settled first; then the time; the values last.
A conflict is only said where two kinds of bodies are named that count the same thing at one time.
"""

from msgspec.structs import replace

from secondsource.model.group import Agreement
from secondsource.model.mark import Comparator

from .alike import alike, shared_words
from .compare import Comparison, intervals_meet
from .decide import Decision, decide, said, tied
from .keys import FigureKeys
from .measured import amounts_meet, digits, kind_of
from .times import Time, another_time, days_between, exclusive, is_stretch, time_between

_TOLLS = frozenset(
    {"death", "injury", "missing", "rescued", "evacuated", "infection", "case", "arrested", "burned", "damage"}
)
"""What is counted again and again while it goes on: a later count takes the place of an earlier one."""
_OPEN = frozenset({Agreement.CONFLICT, Agreement.REVISED})
_FROM, _EARLIER, _CORRECTED, _LOWERED, _VAGUE = "from", "earlier", "corrected", "lowered", "vague"
_RIVAL_SCALE = 4.0
"""The same, for two who count the same thing in two reports."""
_ONE_EVENT = 0.7
_OTHER_EVENT = 0.75
"""How many points more two reports of one story need that are not of one event."""
_TOLD_BY_ONE_WORD = _TOLLS | frozenset(
    [
        "hospital",
        "aboard",
        "marcher",
        "participation",
        "seat",
        "ballot",
        "unemployed",
        "vacancy",
        "employed",
        "jobcut",
        "complaint",
        "vaccinated",
        "dose",
        "patient",
        "refugee",
        "arrival",
        "return",
        "affected",
        "lead",
    ]
)
"""What is counted and told by one word, without a further verb."""
_CHANGES = frozenset({"growth", "inflation", "movement"})
_WIDEST = 20.0
"""The most times that the end of a range may be its start."""
_CODE = 2
"""Letters of a country's code."""
_NAMED_ALIKE = 0.5
_WORDED_ALIKE = 0.3
_CROWD = 3
"""Values of one report for what is asked from which each is of a party of its own: the seats of each list."""
_OTHER_SCALE = 8.0
"""Values that many times apart are no two answers to one question: a change and its level, a town and its country."""
_FEW, _MANY = 100, 1000
"""Below the one any count, below the other a count of two digits may come twice by chance."""
_DISTINCTIVE = {"count": 4, "percent": 3}
_DISTINCTIVE_AMOUNT = 3
"""Digits from which equal values do not meet by chance."""


def relate(pair: Comparison) -> Decision | None:
    """The class of a pair; None where the two have nothing to do with each other.

    Where the sentences do not say what is asked, or the reports are of different stories, the evidence of all features
    decides.
    """
    left, right = pair.left, pair.right
    sure = tied(pair)
    if sure is not None:
        return replace(sure, told=True)
    if not pair.value("setting"):
        return decide(pair)
    if _boundless(left) or _boundless(right):
        return None
    if _one_question(left, right):
        return _related(pair)
    if _restated(pair):
        return _told(pair, Agreement.REVISED, "The later report gives it anew.")
    if (pair.value("setting") or 0.0) > 0 and _meets_elsewhere(left, right):
        more = 0.0 if (pair.value("setting") or 0.0) >= _ONE_EVENT else _OTHER_EVENT
        return _meeting(pair) if alike(left, right, more) and not _elsewhere(left, right) else None
    if _surely_other(left, right):
        return None
    if _distinctive(left, right) and not _elsewhere(left, right) and left.figure.unit == right.figure.unit:
        return _told(pair, Agreement.SAME, "Both give the same unusual value.")
    return decide(pair)


def _restated(pair: Comparison) -> bool:
    """Whether a later report of one event says in the same words that a value is lowered, raised or corrected."""
    left, right = pair.left, pair.right
    if (pair.value("setting") or 0.0) < _ONE_EVENT or left.figure.unit != right.figure.unit or exclusive(left, right):
        return False
    if intervals_meet(left, right) or _other_scale(left, right, _RIVAL_SCALE) or not days_between(left, right):
        return False
    later = _later(left, right)
    told = {_LOWERED, _CORRECTED} & later.subject.cues and "from" not in later.subject.cues
    return bool(told) and not _elsewhere(left, right) and shared_words(left, right) >= _NAMED_ALIKE


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
    if _one_question(left, right):
        return left.language == right.language and _elsewhere(left, right)
    sure = left.subject.sure and right.subject.sure and not set(left.subject.asked) & set(right.subject.asked)
    return sure and _surely_other(left, right)


def _boundless(one: FigureKeys) -> bool:
    """Whether a range is so wide that it says nothing."""
    figure = one.figure
    if figure.comparator is not Comparator.RANGE or figure.low is None or figure.high is None:
        return False
    return figure.high > _WIDEST * max(abs(figure.low), 1e-9)


def _told(pair: Comparison, agreement: Agreement, why: str) -> Decision:
    """What the sentences themselves tell, not the evidence of all features."""
    return replace(said(pair, agreement, why), told=True)


def _related(pair: Comparison) -> Decision | None:
    """The class of two figures of one story that are asked the same."""
    left, right = pair.left, pair.right
    if _elsewhere(left, right) or not _one_way(left, right):
        return None
    if left.subject.part != right.subject.part and left.figure.value != right.figure.value:
        return _openly(pair)
    if left.figure.unit != right.figure.unit:
        return _in_two_units(pair)
    if left.figure.source == right.figure.source:
        return _side_by_side(pair)
    return _meeting(pair) if intervals_meet(left, right) else _disjoint(pair)


def _in_two_units(pair: Comparison) -> Decision | None:
    left, right = pair.left, pair.right
    if not amounts_meet(left.figure, right.figure) or time_between(left, right) is Time.OTHER:
        return None
    if left.figure.value == right.figure.value:
        return _told(pair, Agreement.SAME, "Both give the same value.")
    return _told(pair, Agreement.CONVERTED, "One amount, in two units.")


def _one_question(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether both are asked the same; two of one sentence that does not say what are."""
    a, b = left.subject, right.subject
    if goes_on(left, right):
        return True
    if not a.asked or not b.asked:
        beside = left.figure.source == right.figure.source and a.sentence == b.sentence
        return beside and not a.asked and not b.asked and left.figure.unit == right.figure.unit
    if a.first & b.first:
        return True
    if left.figure.unit == "count":
        return False
    return (not b.sure and a.asked[0] in b.asked[1:2]) or (not a.sure and b.asked[0] in a.asked[1:2])


def goes_on(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether the clause of the one says nothing but who gives it, or when, and goes on from the other."""
    if left.figure.source != right.figure.source:
        return False
    return (left.subject.goes_on or left.id) == (right.subject.goes_on or right.id)


def _surely_other(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether the words right at two common values, or at two values of one report, name two things: 22 seats, 22
    lists."""
    a, b = left.subject, right.subject
    if not a.asked or not b.asked:
        return False
    if left.figure.source == right.figure.source:
        return not set(a.asked) & set(b.asked)
    if digits(left.figure.value) >= _DISTINCTIVE_AMOUNT:
        return False
    if left.figure.unit == "count" and left.figure.value < _FEW:
        return (a.sure and not a.first & set(b.asked)) or (b.sure and not b.first & set(a.asked))
    return a.sure and b.sure and left.figure.value < _MANY


def _distinctive(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether two reports give one value that hardly comes twice by chance, and each gives it once."""
    a, b = left.figure, right.figure
    if a.value != b.value or a.source == b.source or not (left.alone and right.alone):
        return False
    return digits(a.value) >= _DISTINCTIVE.get(a.unit, _DISTINCTIVE_AMOUNT)


def _elsewhere(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether their sentences name places and none in common, or one names only places that the story is not about."""
    a, b = left.subject.places, right.subject.places
    if left.language != right.language:
        a, b = a & left.shared_places, b & right.shared_places
    if a and b:
        return not a & b
    if left.figure.value == right.figure.value:
        # one value may be told with and without its town, but hardly of a country that the story is not about
        a, b = (frozenset(place for place in places if len(place) == _CODE) for places in (a, b))
    return bool(a or b) and not (a | b) & (left.home | right.home)


def _one_way(left: FigureKeys, right: FigureKeys) -> bool:
    """A rise is no fall, and no level unless both may be one value; of growth and lengths the level is the change."""
    if left.subject.first & _CHANGES or kind_of(left.figure.unit) == "metre":
        return True
    if intervals_meet(left, right):
        return {left.figure.change, right.figure.change} != {"rise", "fall"}
    ways = [None if way == "to-level" else way for way in (left.figure.change, right.figure.change)]
    return ways[0] == ways[1]


def _toll(left: FigureKeys, right: FigureKeys) -> bool:
    return bool(left.subject.first & right.subject.first & _TOLLS) and kind_of(left.figure.unit) != "percent"


def _meeting(pair: Comparison) -> Decision | None:
    """Values of two reports that may be one."""
    left, right = pair.left, pair.right
    time = time_between(left, right)
    if _toll(left, right) and another_time(left, right):
        return None
    if left.subject.drawn != right.subject.drawn and not _worded_closer_once(left, right):
        return _drawn(pair) if time is not Time.OTHER else None
    a, b = left.figure, right.figure
    nested = a.value == b.value and digits(a.value) >= 2 and not _of_two_stretches(left, right)
    if time is Time.OTHER and not _toll(left, right) and not nested:
        return _told(pair, Agreement.DIFFERENT_PERIOD, "The same is measured, over different periods.")
    if a.value == b.value:
        if time is Time.APART and digits(a.value) < 2:
            return None
        loose = "" if (a.low, a.high) == (b.low, b.high) else "; one of them more loosely"
        return _told(pair, Agreement.SAME, f"Both give the same value{loose}.")
    if _toll(left, right) and None in (a.low, b.low, a.high, b.high) and days_between(left, right):
        return _told(pair, Agreement.REVISED, "A later report counts again.")
    if _unbounded(left, right):
        return None
    return _told(pair, Agreement.SAME_BY_ROUNDING, "The intervals that the two wordings allow share values.")


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
    return time in (Time.SAME, Time.NEAR) or (time is Time.OPEN and digits(left.figure.value) >= _DISTINCTIVE_AMOUNT)


def _unbounded(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether one has an open end and the other is more than a tenth away: they meet and say nothing of each other."""
    a, b = left.figure, right.figure
    if None not in (a.low, a.high, b.low, b.high):
        return False
    return abs(a.value - b.value) > 0.15 * max(abs(a.value), abs(b.value))


def _drawn(pair: Comparison) -> Decision:
    only = sorted(pair.left.subject.drawn ^ pair.right.subject.drawn)
    return _told(pair, Agreement.DIFFERENT_DEFINITION, f"The measures are drawn differently: {', '.join(only)}.")


def _disjoint(pair: Comparison) -> Decision | None:
    """Values of two reports that cannot be one."""
    left, right = pair.left, pair.right
    if not left.subject.first & right.subject.first or _other_scale(left, right):
        return None
    toll = _toll(left, right)
    if left.subject.drawn != right.subject.drawn and not exclusive(left, right):
        return _drawn(pair)
    if (_VAGUE in left.subject.cues) != (_VAGUE in right.subject.cues):
        return _told(pair, Agreement.UNDECIDED, "The values differ, and it is not said that both mean the same.")
    if _still_open(left, right) and _LOWERED in _later(left, right).subject.cues and days_between(left, right):
        return _told(pair, Agreement.REVISED, "The later report raises or lowers what is expected.")
    if another_time(left, right):
        return None if toll else _told(pair, Agreement.DIFFERENT_PERIOD, "The same is measured, at different times.")
    one_body = left.subject.voice is not None and left.subject.voice == right.subject.voice
    if toll and (days_between(left, right) or one_body) and not _rivals(left, right):
        return _told(pair, Agreement.REVISED, "A later report counts again.")
    named = max(pair.value("clause") or 0.0, shared_words(left, right)) >= _NAMED_ALIKE
    if _mere_things(left, right) and not named:
        return _openly(pair)
    time = time_between(left, right)
    if time is Time.OTHER:
        return _told(pair, Agreement.DIFFERENT_PERIOD, "The same is measured, over different periods.")
    if _of_other_parties(pair) or (time is Time.APART and max(left.crowd, right.crowd) >= _CROWD):
        return _openly(pair)
    if time is Time.APART:
        if _LOWERED in _later(left, right).subject.cues:
            return _told(pair, Agreement.REVISED, "The later report raises or lowers the figure.")
        return _told(pair, Agreement.DIFFERENT_PERIOD, "The same is measured, at different times.")
    if _VAGUE in left.subject.cues | right.subject.cues:
        return _told(pair, Agreement.UNDECIDED, "The values differ, and it is not said that both mean the same.")
    together = time in (Time.SAME, Time.NEAR) and (pair.value("setting") or 0.0) >= _ONE_EVENT
    if _rivals(left, right) and together and not _other_scale(left, right, _RIVAL_SCALE):
        if bool(left.subject.places - left.home) != bool(right.subject.places - right.home):
            return _told(pair, Agreement.UNDECIDED, "The values differ, and one of them does not say of which place.")
        return _told(pair, Agreement.CONFLICT, "Same measure, same time, two who count, and no value satisfies both.")
    return _openly(pair)


def _mere_things(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether things are counted of which much can be said: ships may wait, fail or sink, the dead are dead."""
    return left.figure.unit == "count" and not left.subject.first & right.subject.first & _TOLD_BY_ONE_WORD


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


def _later(left: FigureKeys, right: FigureKeys) -> FigureKeys:
    days = [one.published.earliest if one.published is not None else None for one in (left, right)]
    return left if days[0] is not None and days[1] is not None and days[0] > days[1] else right


def _other_scale(left: FigureKeys, right: FigureKeys, most: float = _OTHER_SCALE) -> bool:
    low, high = sorted((abs(left.figure.value), abs(right.figure.value)))
    return high > most * low


def _rivals(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether two kinds of bodies are named that count; or two who speak, of one stretch of time."""
    a, b = _giver(left), _giver(right)
    if a is not None and b is not None and a != b:
        return True
    two = left.voice is not None and right.voice is not None and left.voice != right.voice
    return two and left.period is not None and left.period == right.period and is_stretch(left.period)


def _giver(one: FigureKeys) -> str | None:
    """The kind of body that its clause, or the one it goes on from, says has counted."""
    subject = one.subject
    return subject.voice if subject.frame.gives or subject.goes_on is not None or one.voice is not None else None


def _side_by_side(pair: Comparison) -> Decision | None:
    """Two values of one report: said twice, one in the place of the other, of two times, or of two who disagree."""
    left, right = pair.left, pair.right
    if left.figure.value == right.figure.value:
        alike = bool(left.subject.first & right.subject.first) and left.subject.drawn == right.subject.drawn
        same = alike and time_between(left, right) is not Time.OTHER
        return _told(pair, Agreement.SAME, "Both give the same value.") if same else None
    if intervals_meet(left, right) or _other_scale(left, right):
        return None
    toll = _toll(left, right)
    if exclusive(left, right) and not toll:
        return _told(pair, Agreement.DIFFERENT_PERIOD, "The report tells of two times.")
    if left.subject.drawn != right.subject.drawn and (left.subject.first & right.subject.first or goes_on(left, right)):
        return _drawn(pair)
    if of_one_time(left, right) and (_rivals(left, right) or (goes_on(left, right) and _one_gives(left, right))):
        return _told(pair, Agreement.CONFLICT, "Two who count give two values for one time.")
    if abs(left.subject.sentence - right.subject.sentence) > 1:
        named = (pair.value("parties") or 0.0) >= _NAMED_ALIKE and (pair.value("clause") or 0.0) >= _NAMED_ALIKE
        if not named or not _rivals(left, right) or time_between(left, right) is not Time.NEAR:
            return None
    return _contrast(pair, toll=toll)


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
    held = left.subject.voice != right.subject.voice or left.voice != right.voice or _rivals(left, right)
    return both and alone and held and _one_way(left, right)


def _contrast(pair: Comparison, *, toll: bool) -> Decision | None:
    """Two values of one sentence, or of two that follow each other."""
    left, right = pair.left, pair.right
    cues = left.subject.cues | right.subject.cues
    older = bool({_FROM, _EARLIER} & cues)
    if ((older or goes_on(left, right)) and _CORRECTED in cues) or (older and toll) or (older and _LOWERED in cues):
        return _told(pair, Agreement.REVISED, "The report puts the one figure in the place of the other.")
    if time_between(left, right) is Time.OTHER or _FROM in cues:
        return _told(pair, Agreement.DIFFERENT_PERIOD, "The report compares two times.")
    if _EARLIER in cues:
        return _told(pair, Agreement.REVISED, "The report puts the one figure in the place of the other.")
    if _later_dated(left, right):
        return _told(pair, Agreement.DIFFERENT_PERIOD, "The report names another time for the one of them.")
    if _VAGUE in cues:
        return _told(pair, Agreement.UNDECIDED, "The values differ, and it is not said that both mean the same.")
    if goes_on(left, right) and two_give(left, right):
        return _told(pair, Agreement.CONFLICT, "Two who count are set side by side, and no value satisfies both.")
    a, b = (one.subject.voice or one.subject.voice_before for one in (left, right))
    two = left.voice is not None and right.voice is not None and left.voice != right.voice
    if two or (a is not None and b is not None and a != b):
        return _told(pair, Agreement.CONFLICT, "Two who count are set side by side, and no value satisfies both.")
    return None


def _still_open(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether both are of one month or year that is not over when the report comes out: a forecast that is changed."""
    period, published = left.period, left.published
    if period is None or period != right.period or not is_stretch(period) or published is None:
        return False
    return period.latest is not None and published.latest is not None and period.latest > published.latest


def _later_dated(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether the later of two figures, which goes on from the earlier, has a time of its own and nobody gives it."""
    first, second = sorted((left, right), key=lambda one: one.rank)
    return (
        second.subject.goes_on is not None
        and goes_on(left, right)
        and second.subject.dated
        and not _one_gives(first, second)
    )


def _one_gives(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether the later of two figures is given by a body that the earlier one's clause does not name."""
    first, second = sorted((left, right), key=lambda one: one.rank)
    a, b = first.subject.frame, second.subject.frame
    return b.gives and bool(b.bodies) and not a.bodies & b.bodies


def two_give(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether each clause names one who gives its figure, and not the same."""
    a, b = left.subject.frame, right.subject.frame
    return bool(a.bodies and b.bodies) and not a.bodies & b.bodies and (a.gives or b.gives)
