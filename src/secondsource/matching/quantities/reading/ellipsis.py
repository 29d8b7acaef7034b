"""What a clause leaves out and the figure before it says: what is asked, and the unit. Terra Seca keeps to 47,000."""

from collections.abc import Sequence

from msgspec.structs import replace

from secondsource.language.figures import figure_words
from secondsource.language.subjects import befalling, of_money, said_of_numbers
from secondsource.model.mark import Figure
from secondsource.text.normalise import plain

from .frame import ANYTHING, PEOPLE, Frame
from .measured import SHARES, TIMES, kind_of
from .subject import FATES, HEAD, Recent, Subject

_FEW = 12
"""Counts up to which all are close to each other."""
_DRAWING, _SCALE, _CLOSE = 5, 8.0, 3.0
"""Words that draw the line of a measure otherwise, at most; how many times apart two values of one measure are."""
_UNITS_TOLD = frozenset({"count", "times"}) | SHARES | TIMES - {"hour", "minute"}
"""Units that no bare number takes from the figure before it: 82 percent of them, 11 in Lyon."""
_TO = 6
"""Characters, at most, between the two figures of a change: from 4.3 to 4.1 hours."""
_OLDER = frozenset({"earlier", "corrected"})
_NO_WORDS: frozenset[str] = frozenset()
_BACK = 4
"""Figures that are looked back for the one that a figure goes on from."""


def base_of(figure: Figure, subject: Subject, recent: Sequence[Recent], code: str) -> Recent | None:
    """The figure that one goes on from: its own clause has nothing but words of that one's sentence, besides who gives
    it, when, and how the line is drawn."""
    frame = subject.frame
    named_alike = [one for one in recent[-_BACK:] if frame.noun & one.subject.frame.noun]
    nearest = list(reversed(named_alike or recent[-_BACK:]))
    for one in sorted(nearest, key=lambda each: not _near(figure, each.figure)):
        if subject.sentence - one.sentence > 2:
            continue
        if one.figure.part_of is not None or one.subject.part:
            continue
        one_unit = _is_of(one.figure.unit, figure.unit) or _bare(figure, frame, one)
        if not one_unit or one.figure.converts is not None or not _of_one_size(figure, one.figure):
            continue
        counts = figure.measure is not None or _asks_in(subject)
        if (counts and figure.unit != one.figure.unit and subject.sentence != one.sentence) or _measures_else(
            figure, subject, one, code
        ):
            continue
        told = one.subject.frame.words | (_NO_WORDS if one.sentence == subject.sentence else one.words)
        if _other_noun(frame.noun, one.subject.frame.noun, told):
            continue
        if _asks_else(subject, one.subject):
            continue
        counted = frame.noun if ANYTHING in frame.noun else _NO_WORDS
        own = sum(1 for keys in frame.own if not keys & told and not keys & counted)
        counts_else = figure.unit == "count" and subject.sure and not set(subject.asked) & set(one.subject.asked)
        if own == 0 and (not counts_else or counted):
            return one
        if subject.sentence - one.sentence > 1:
            continue
        otherwise = _asks_itself(figure, subject) and not set(subject.asked) & set(one.subject.asked)
        named = frame.noun and not frame.noun & told and PEOPLE not in frame.noun
        allowed = (
            (0 if frame.phrased or not (frame.gives or frame.held) else 1)
            + (_DRAWING if subject.drawn else 0)
            + (2 if _OLDER & subject.cues else 0)
        )
        if not otherwise and not named and own <= allowed:
            return one
    return None


def _asks_itself(figure: Figure, subject: Subject) -> bool:
    """Whether its own clause says what is asked: surely, or at all where it is a sum."""
    return subject.sure or (subject.frame.asks and kind_of(figure.unit) == "money")


def _measures_else(figure: Figure, subject: Subject, one: Recent, code: str) -> bool:
    """Whether a percentage measures something that its own sentence names, and asks nothing that the other's sentence
    does; the share, the rate are whatever was spoken of."""
    if kind_of(figure.unit) not in SHARES or figure.measure is None or subject.sentence == one.sentence:
        return False
    if not subject.asked or set(subject.asked) & set(one.subject.asked):
        return False
    if set(figure.terms[:1]) & set(one.figure.terms):
        return False
    return not said_of_numbers(code).issuperset(plain(figure.measure).split())


def _asks_in(subject: Subject) -> bool:
    """Whether the sentence of a bare number says itself what it counts: in its own clause, or with nobody beside
    the number who gives it."""
    return bool(subject.asked) and (subject.frame.asks or not subject.frame.held)


def _is_of(unit: str, other: str) -> bool:
    """Whether two units are one, or the other only leaves out the rate of the one: 15.30 euros a square metre, 17.10
    euros."""
    base, slash, _ = unit.partition("/")
    return unit == other or (bool(slash) and base == other and kind_of(base) == "money")


def _asks_else(one: Subject, other: Subject) -> bool:
    """Whether the noun right behind a count asks for something else than the figure before (34 hurt, seven dead), or
    the word before it says what became of people (shot three of them, killing two)."""
    if one.frame.noun == frozenset() and one.first & FATES and other.first and not one.first & set(other.asked):
        return True
    behind = bool(one.frame.noun) and ANYTHING not in one.frame.noun and one.sure and other.sure
    return behind and not one.first & other.first and not one.asked[0].startswith(HEAD)


def _other_noun(noun: frozenset[str], base: frozenset[str], told: frozenset[str]) -> bool:
    """Whether two counts are of differently named things; people are whoever was counted before."""
    return bool(noun and base) and not noun & (base | told) and PEOPLE not in noun


def _of_one_size(figure: Figure, other: Figure) -> bool:
    low, high = sorted((abs(figure.value), abs(other.value)))
    return figure.unit == "percent" or high <= _SCALE * low


def leads_to(text: str, change: Figure, level: Figure, code: str) -> bool:
    """Whether a change leads to a level right behind it: rises by 5.5% to 31 billion dollars."""
    between = text[change.end : level.start].strip().lower()
    return change.unit != level.unit and between in figure_words(code).to


def _near(figure: Figure, other: Figure) -> bool:
    """Whether two values are so close that the one may well be the other of another day: 128 wolves, 104 a year ago."""
    low, high = sorted((abs(figure.value), abs(other.value)))
    return figure.unit == "count" and low > _FEW and high <= _CLOSE * low


def carried_on(subject: Subject, before: Subject) -> Subject:
    """An elliptic sentence goes on from the one before, and what a change starts from from the change."""
    fate = subject.first & befalling() if subject.sure else _NO_WORDS
    return Subject(
        asked=(*sorted(fate.difference(before.asked)), *before.asked),
        first=before.first | fate,
        sure=False,
        drawn=subject.drawn | before.drawn,
        part=subject.part,
        places=subject.places or before.places,
        voice=subject.voice,
        voice_before=subject.voice_before,
        cues=subject.cues,
        sentence=subject.sentence,
        carried=True,
        frame=subject.frame,
        dated=subject.dated,
        own=subject.own,
    )


def left_to_before(figure: Figure, subject: Subject, recent: Sequence[Recent]) -> Subject:
    """The subject of a number behind which nothing stands and of which nothing is said to be asked: it is asked what
    the last figure of its unit is, in its sentence or the one before. On Friday 300 were still waiting."""
    for one in reversed(recent[-_BACK:]):
        near = subject.sentence - one.sentence <= 1 and one.subject.asked and not one.subject.part
        if near and one.figure.unit == figure.unit and one.figure.part_of is None and _of_one_size(figure, one.figure):
            return replace(subject, asked=one.subject.asked, first=one.subject.first, sure=False, carried=True)
    return subject


def unit_before(figure: Figure, subject: Subject, before: Recent, code: str) -> str | None:
    """The unit that a bare number takes from the figure before it: where it goes on from that one, where it has
    decimals, as no count has, and where it is of what only sums are of: a loss of 150,000 francs, a gain of 300,000."""
    unit = before.subject.unit or before.figure.unit
    if not _bare(figure, subject.frame, before) or not _of_one_size(figure, before.figure):
        return None
    sums = kind_of(unit) == "money" and bool(subject.first) and subject.first <= of_money(code)
    elliptic = not subject.frame.own and subject.sentence == before.sentence
    return unit if not figure.value.is_integer() or elliptic or sums else None


def _bare(figure: Figure, frame: Frame, before: Recent) -> bool:
    """Whether a number has no unit, and counts nothing, behind an amount: it is of that unit."""
    counts = figure.unit != "count" or bool(frame.noun)
    return not counts and (before.subject.unit or before.figure.unit) not in _UNITS_TOLD


def unit_behind(text: str, figure: Figure, figures: Sequence[Figure]) -> str | None:
    """The unit that a number with decimals takes from the one right behind it: from 4.3 to 4.1 hours."""
    behind = next((one for one in figures if one.start >= figure.end), None)
    if figure.value.is_integer() or figure.unit != "count" or behind is None or behind.unit in _UNITS_TOLD:
        return None
    near = behind.start - figure.end <= _TO and text[figure.end : behind.start].replace(" ", "").isalpha()
    return behind.unit if near and _of_one_size(figure, behind) else None
