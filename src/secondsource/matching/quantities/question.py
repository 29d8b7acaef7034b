"""What two figures ask, of which place, which way, and who gives them: the questions that their sentences answer before
their values are held against each other."""

from secondsource.language.places import is_country_code
from secondsource.model.mark import Comparator
from secondsource.text.normalise import plain

from .compare import changes_of, intervals_meet, measures_of, settings_of
from .reading.frame import PEOPLE, keys_of
from .reading.keys import FigureKeys
from .reading.measured import TIMES, digits, exactly_converted, kind_of
from .reading.place import one_place
from .reading.subject import FATES, HEAD, Subject
from .times import exclusive, is_stretch

PUT_ANEW = frozenset({"lowered", "corrected"})
"""Cues of a report that gives a value in the place of another."""
UNSAID = "vague"
"""The cue of a report that does not say what exactly, when or where its number was counted."""
_SENTENCES_BACK, _FIGURES_BACK = 2, 3
"""How far apart two numbers of one report may stand to be about one thing, where their words do not say."""
_CHANGES = frozenset({"growth", "inflation", "movement"})
_WIDEST = 20.0
"""The most times that the end of a range may be its start."""
_VAGUE = 5.0
"""The times its start that the end of a number is which a word stands for: several hundred, 200 to 1,000."""
_OTHER_SCALE = 8.0
"""Values that many times apart are no two answers to one question: a change and its level, a town and its country."""
RIVAL_SCALE = 4.0
"""Values that many times apart are no two answers of two who count the same thing."""
_FEW, _MANY = 100, 1000
"""Below the one any count, below the other a count of two digits may come twice by chance."""
_DISTINCTIVE = {"count": 4, "percent": 3}
DISTINCTIVE_AMOUNT = 3
"""Digits from which equal values do not meet by chance."""
_A_DOZEN = 12
_TELLING = 2
"""Digits from which a number of people tells of whom it may be; a hundred may be anybody."""
_ALIKE, _ALIKE_AMOUNTS = 1.5, 1.25
"""Points from which two meeting values mean one thing; of one sum, length or time it takes fewer: there are not many of
them in a report."""
_SHORT_TIMES = frozenset({"second", "minute", "hour"})
_TWO = 2
"""Seconds, minutes or hours up to which anything may last so long."""
_COUNTS = frozenset({"count", "percent", "percentage-point"})
_WORDS, _BESIDE, _COPIES, _CLOSE_BY = 3.0, 0.75, 1.0, 0.5
_ALONE, _ONE_PERIOD = 0.25, 0.75
_AWAY, _ONE_IS_PART, _OTHER_DAYS = -1.5, -1.0, -1.0
_OTHER_NOUN, _FOREIGN_NOUN, _OTHERWISE_ASKED, _ONE_MOVES = -2.0, -0.5, -0.75, -0.5
_MOST_WORDS = 4
"""Words from which more in common say no more."""
_CLOSE, _LOOSELY = 0.03, 0.07
_ROUNDED = 1.0
_LARGE = 1000
_RARITY = {"small": (0.0, 0.5, 1.25, 2.0), "large": (0.0, 1.5, 2.0, 2.5), "amount": (0.0, 1.0, 1.75, 2.5)}
"""By the digits of a value, closing zeros left out: how little likely it comes twice by chance."""
_MEANT = ("=", "~")


def one_question(left: FigureKeys, right: FigureKeys) -> bool:
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
        return _one_noun(left, right)
    return (not b.sure and a.asked[0] in b.asked[1:2]) or (not a.sure and b.asked[0] in a.asked[1:2])


def _one_noun(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether two counts of two languages stand before nouns of one meaning that no table of subjects knows in both:
    45 towns, 42 communes."""
    if left.language == right.language:
        return False
    known = any(not asked.startswith(HEAD) for asked in (left.subject.asked[0], right.subject.asked[0]))
    shared = {key for key in noun_of(left) & noun_of(right) if not key.startswith(_MEANT)}
    return not known and bool(shared) and PEOPLE not in noun_of(left) | noun_of(right)


def hopeless(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether nothing would be said of two figures, whatever else is like: of two stories they have other units, move
    otherwise or are not seen to measure one thing; of one story, in two reports, other things are asked of other
    values."""
    a, b = left.figure, right.figure
    if left.id in (b.converts, b.replaced_by) or right.id in (a.converts, a.replaced_by):
        return False
    if not settings_of(left, right):
        return a.unit != b.unit or changes_of(left, right) == 0.0 or measures_of(left, right) != 1.0
    if a.source == b.source or one_question(left, right):
        return False
    if a.unit != b.unit:
        return a.value != b.value and not exactly_converted(a, b)
    if intervals_meet(left, right) or not PUT_ANEW.isdisjoint(left.subject.cues | right.subject.cues):
        return False
    if left_open(left, right):
        return False
    return measures_of(left, right) != 1.0


def left_open(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether one report does not say what exactly its number is of, and the other value is near it and told in a word
    of its own, or in one report close by: whether they disagree nobody can say."""
    if (UNSAID in left.subject.cues) == (UNSAID in right.subject.cues) or left.figure.unit != right.figure.unit:
        return False
    if intervals_meet(left, right) or other_scale(left, right, RIVAL_SCALE):
        return False
    if set(left.subject.asked) & set(right.subject.asked) or shared_words(left, right):
        return True
    beside = left.figure.source == right.figure.source and abs(left.rank - right.rank) <= _FIGURES_BACK
    return beside and abs(left.subject.sentence - right.subject.sentence) <= _SENTENCES_BACK


def goes_on(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether the clause of the one says nothing but who gives it, or when, and goes on from the other."""
    if left.figure.source != right.figure.source:
        return False
    return (left.subject.goes_on or left.id) == (right.subject.goes_on or right.id)


def surely_other(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether the words right at two common values, or at two values of one report, name two things: 22 seats, 22
    lists."""
    a, b = left.subject, right.subject
    if not a.asked or not b.asked:
        return False
    if left.figure.source == right.figure.source:
        return not set(a.asked) & set(b.asked)
    if left.language != right.language and (a.asked[0].startswith(HEAD) or b.asked[0].startswith(HEAD)):
        return False
    if digits(left.figure.value) >= DISTINCTIVE_AMOUNT:
        return False
    if left.figure.unit == "count" and left.figure.value < _FEW:
        return (a.sure and not a.first & set(b.asked)) or (b.sure and not b.first & set(a.asked))
    return a.sure and b.sure and left.figure.value < _MANY


def distinctive(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether two reports give one value that hardly comes twice by chance, and each gives it once."""
    a, b = left.figure, right.figure
    if a.value != b.value or a.source == b.source or not (left.alone and right.alone):
        return False
    return not _in_words(left) and digits(a.value) >= _DISTINCTIVE.get(a.unit, DISTINCTIVE_AMOUNT)


def elsewhere(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether their sentences name places and none in common, or one names only places that the story is not about."""
    a, b = left.subject.places, right.subject.places
    if goes_on(left, right) and not (a and b):
        return False
    if left.language != right.language:
        a, b = a & left.shared_places, b & right.shared_places
    if a and b:
        return not (a & b or _town_and_country(a, b, left.home | right.home))
    return bool(a or b) and not (a | b) & (left.home | right.home)


def _town_and_country(one: frozenset[str], other: frozenset[str], home: frozenset[str]) -> bool:
    """Whether the one names the country and the other the town that the story is about."""
    countries = [all(is_country_code(place) for place in places) for places in (one, other)]
    towns = [all(not is_country_code(place) for place in places) for places in (one, other)]
    return bool(one & home and other & home) and (countries, towns) in (
        ([True, False], [False, True]),
        ([False, True], [True, False]),
    )


def one_way(left: FigureKeys, right: FigureKeys) -> bool:
    """A rise is no fall, and no level unless both may be one value; of growth and lengths the level is the change."""
    if left.subject.first & _CHANGES or kind_of(left.figure.unit) == "metre":
        return True
    if intervals_meet(left, right):
        return {left.figure.change, right.figure.change} != {"rise", "fall"}
    ways = [None if way == "to-level" else way for way in (left.figure.change, right.figure.change)]
    return ways[0] == ways[1] or (None in ways and goes_on(left, right))


def of_two_fates(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether people are counted of whom other things became, the dead and the hurt; or of whom the one report says
    what became of them and the other does not, in round numbers of two texts: a hundred hurt, a hundred in a café."""
    ours, theirs = _fate(left), _fate(right)
    if ours and theirs:
        return ours != theirs
    if not ours and not theirs:
        return False
    round_ = max(digits(left.figure.value), digits(right.figure.value)) < _TELLING
    many = min(left.figure.value, right.figure.value) >= _A_DOZEN  # seven is not round
    return round_ and many and not one_place(left, right) and left.figure.source != right.figure.source


def of_other_wholes(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether two shares are, right behind the number, of two things: 78 percent of the drivers, 61 percent of the
    trains."""
    if left.figure.unit != "percent" or left.language != right.language:
        return False
    if left.subject.frame.bare or right.subject.frame.bare:
        return False
    a, b = counted(left), counted(right)
    return bool(a and b) and a.isdisjoint(b)


def of_two_people(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether two ages differ, or an age is held against some other span of years: of two people, as far as nothing
    shows that they are one. Un homme de 71 ans may be the 71-year-old man."""
    ages = [one.figure.measure == "age" for one in (left, right)]
    if not any(ages) or left.figure.value != right.figure.value:
        return any(ages)
    one_noun = left.language != right.language and left.figure.terms[:1] == right.figure.terms[:1]
    return not all(ages) and (not one_noun or bool(left.subject.asked and right.subject.asked))


def _fate(one: FigureKeys) -> str | None:
    """What became of the people that a figure counts, where its clause says one thing."""
    if one.figure.unit != "count":
        return None
    asked = one.subject.first & FATES
    if len(asked) == 1:
        return next(iter(asked))
    return one.head if not one.subject.first and one.head in FATES else None


def boundless(one: FigureKeys) -> bool:
    """Whether a range is so wide that it says nothing."""
    figure = one.figure
    if figure.comparator is not Comparator.RANGE or figure.low is None or figure.high is None:
        return False
    return figure.high > _WIDEST * max(abs(figure.low), 1e-9)


def vague(one: FigureKeys) -> bool:
    """Whether a word stands for the number: dozens, hundreds, several thousand."""
    figure = one.figure
    if figure.comparator is not Comparator.RANGE or figure.low is None or figure.high is None:
        return False
    return figure.high >= _VAGUE * figure.low


def other_scale(left: FigureKeys, right: FigureKeys, most: float = _OTHER_SCALE) -> bool:
    """Whether the one value is more than `most` times the other."""
    low, high = sorted((abs(left.figure.value), abs(right.figure.value)))
    return high > most * low


def still_open(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether both are of one month or year that is not over when the report comes out: a forecast that is changed."""
    period, published = left.period, left.published
    if period is None or period != right.period or not is_stretch(period) or published is None:
        return False
    return period.latest is not None and published.latest is not None and period.latest > published.latest


def alike(left: FigureKeys, right: FigureKeys, more: float = 0.0) -> bool:
    """Whether two meeting values of two reports mean one thing. `more`: points beyond those that one event asks for."""
    few = left.dimension not in _COUNTS and (_one_amount(left, right) or rounds(left, right))
    return likeness(left, right) >= (_ALIKE_AMOUNTS if few else _ALIKE) + more


def _one_amount(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether two amounts are equal, and no time that anything may last: two years; nine minutes are a time of
    their own where each report gives them once."""
    timed = left.dimension in _SHORT_TIMES and left.figure.value > _TWO and left.alone and right.alone
    telling = left.dimension not in TIMES or digits(left.figure.value) >= _TELLING or timed
    return telling and left.figure.value == right.figure.value


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
    points += _AWAY if _strange(left) != _strange(right) else 0.0
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
    return _RARITY[kind][min(3, 1 if _in_words(one) else digits(figure.value))]


def _in_words(one: FigureKeys) -> bool:
    """Whether a fraction is written out: a third is one digit, not 33.333."""
    return not one.figure.value.is_integer() and not any(char.isdigit() for char in one.figure.text)


def _closeness(left: FigureKeys, right: FigureKeys) -> float:
    points = _ROUNDED if rounds(left, right) else 0.0
    return points + (_CLOSE_BY if _within(left, right, _CLOSE) else 0.0)


def rounds(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether the one says of a value near the other that it is about that: just over 12,000; 12,400."""
    if vague(left) or vague(right):
        return False
    exact = [one.figure.comparator is Comparator.EQUAL for one in (left, right)]
    few = max(abs(left.figure.value), abs(right.figure.value)) <= _A_DOZEN
    return any(exact) and not all(exact) and not few and _within(left, right, _LOOSELY)


def _within(left: FigureKeys, right: FigureKeys, share: float) -> bool:
    """Whether two values are at most that share of the larger apart."""
    a, b = left.figure.value, right.figure.value
    return abs(a - b) <= share * max(abs(a), abs(b))


def shared_words(left: FigureKeys, right: FigureKeys) -> float:
    """The share of the content words of the shorter clause that the other has as well."""
    one, other = (left, right) if len(left.subject.own) <= len(right.subject.own) else (right, left)
    shorter, longer = [keys for keys in one.subject.own if PEOPLE not in keys] or one.subject.own, other.told
    if not shorter:
        return 0.0
    common = sum(1 for keys in shorter if not keys.isdisjoint(longer))
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
    return one.subject.frame.noun


def other_things(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether two counts of one language stand before two nouns, neither of which is people."""
    a, b = noun_of(left), noun_of(right)
    return left.language == right.language and bool(a and b) and not a & b and PEOPLE not in a | b


def counted(one: FigureKeys) -> frozenset[str]:
    """The keys of the noun that a figure counts: what it stands right before, and the last word of its measure."""
    last = plain(one.figure.measure or "").split()
    return noun_of(one) | (keys_of(last[-1], one.language) if last else frozenset())


def _known(keys: frozenset[str]) -> bool:
    return any(not key.startswith(_MEANT) for key in keys)
