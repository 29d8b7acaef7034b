"""Whether two values may be told to be in dispute. That they differ is little: every slot of the question wants
evidence that both answer it: what is counted, of which place, as a whole or a part, whether there is so much or
somebody asks for so much or expects it, and two who give the numbers. Where one of them is not read, nothing is in
dispute."""

from secondsource.language.subjects import tells_disputes

from .counting import toll
from .decide import CONTRADICTED, ONE_STATEMENT, Decision
from .question import goes_on, noun_of, other_things, shared_words
from .reading.keys import FigureKeys
from .reading.measured import kind_of
from .rivals import of_one_body, two_keep_to
from .times import looks_ahead

_ONE, _DOZEN, _HUNDRED = 1, 12, 100
"""Counts up to which numbers come again and again; below the last, where nothing is asked, they may be of anything."""
_BIDS = frozenset({"offered", "increase-asked"})
"""What two sides of a bargain put forward: that they differ is no dispute over a number."""


def disputable(decision: Decision) -> bool:
    """Whether a conflict is warranted: in a language whose tables know enough, both values answer one question, and the
    texts show two who give them. What two reports tell of one promise is of one promise."""
    left, right = decision.comparison.left, decision.comparison.right
    if not _readable(left, right) or "age" in (left.figure.measure, right.figure.measure):
        return False
    if left.subject.part != right.subject.part:
        return False
    if decision.reason.why == CONTRADICTED:
        return not (_is_bid(left) or _is_bid(right))
    if decision.reason.why != ONE_STATEMENT and (_is_bid(left) or _is_bid(right) or not _one_place(left, right)):
        return False
    if left.figure.source == right.figure.source and not _of_two_givers(left, right):
        return False
    return _one_thing(decision)


def _readable(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether enough is known of the languages to say which values of one report are of one thing; two reports that
    ask the same are compared in every language."""
    known = tells_disputes(left.language) and tells_disputes(right.language)
    return known or left.figure.source != right.figure.source


def _is_bid(one: FigureKeys) -> bool:
    """Whether a number is what one side of a bargain asks for or offers."""
    return one.subject.frame.bids or not _BIDS.isdisjoint(one.subject.asked[:2])


def _one_place(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether no place is named for the one alone. In one report the place of the earlier figure holds on: the police
    counted 12,500. In Linz there were 9,000 marchers, say the organisers. A share is of whom it names."""
    first, second = sorted((left, right), key=lambda one: one.rank)
    if left.figure.source == right.figure.source:
        return second.subject.places <= first.subject.places
    return left.figure.unit == "percent" or bool(left.subject.places) == bool(right.subject.places)


def _of_two_givers(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether one report lets two give its two values: each in a sentence of its own, or the later one in a clause that
    goes on from the earlier."""
    first, second = sorted((left, right), key=lambda one: one.rank)
    if of_one_body(left, right):
        return False
    voices = left.voice is not None and right.voice is not None and left.voice != right.voice
    if not goes_on(left, right) and first.subject.sentence != second.subject.sentence:
        return voices or (first.subject.frame.gives and second.subject.frame.gives)
    if noun_of(second) and not (_is_given(second) or second.subject.frame.held):
        return False  # 620 firemen are there. 1,150 residents had to leave
    if kind_of(second.figure.unit) == "money" and not second.subject.frame.bare and _adds(first, second):
        return False  # fishermen fear losses of 3 million; hotels speak of 5 million in cancelled bookings
    # a number that the reporter gives himself is only disputed by one who says nothing else
    return _is_given(first) or (looks_ahead(first) == looks_ahead(second) and not _adds(first, second))


def _is_given(one: FigureKeys) -> bool:
    return one.subject.frame.gives or one.voice is not None


def _one_thing(decision: Decision) -> bool:
    """Whether the sentences say that two values are of one thing, and not of a few of anybody."""
    left, right = decision.comparison.left, decision.comparison.right
    if not decision.told and not _word_by_word(decision):
        return False
    if _says_more(left, right):
        return False
    if left.figure.unit != "count":
        return left.figure.source == right.figure.source or shared_words(left, right) > 0.0
    if two_keep_to(left, right):
        return True
    if not left.subject.asked and not right.subject.asked and max(left.figure.value, right.figure.value) < _HUNDRED:
        return False
    if other_things(left, right) or (left.figure.measure is None and right.figure.measure is None):
        return False
    least = min(left.figure.value, right.figure.value)
    return least > _ONE and (least > _DOZEN or toll(left, right))


def _word_by_word(decision: Decision) -> bool:
    """Whether two reports say the same in the same words but for the number, as copies, of one party and day, or by one
    voice."""
    pair = decision.comparison
    if shared_words(pair.left, pair.right) < 1.0:
        return False
    dated = pair.value("period") == 1.0 and bool(pair.value("parties"))
    return dated or bool(pair.left.families & pair.right.families) or pair.value("voice") == 1.0


def _says_more(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether, of what no table knows, the clause of the later of two figures of one report has a word of its own: 520
    people were on the stand. It was built for 600."""
    if left.figure.source != right.figure.source or left.subject.asked or right.subject.asked:
        return False
    return _adds(*sorted((left, right), key=lambda one: one.rank))


def _adds(first: FigureKeys, second: FigureKeys) -> bool:
    """Whether the clause of the second has a content word that that of the first has not."""
    return any(keys.isdisjoint(first.subject.frame.words) for keys in second.subject.frame.own)
