"""The numbers of a statement, and whether two of them can be one, written more or less exactly."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language.meanings import meanings
from secondsource.language.numbers.numeral import Form, Numeral
from secondsource.language.numerals import find_numerals
from secondsource.language.wording import wording
from secondsource.text.normalise import plain

_BEFORE = re.compile(r"(?:([^\W\d_]+)\W+)?([^\W\d_]+)\W*$")
_BEHIND = re.compile(r"\W*(?:an?\W+)?([^\W\d_]+(?:\.[^\W\d_]+)?)")
_WORD = re.compile(r"[^\W\d_]+")
_EXACT = 0.015
"""Two numbers this near to each other are one, also where nothing says that they are rounded."""
_ROUNDED = 0.06
"""The same where one is written with fewer digits and "nearly", or without the other's decimals."""
_ROUGH = 0.12
"""The same for a share that is only near: "more than a third", 37%."""
_HUNDRED = 100
"""« pour cent » is no number."""
_DAYS = {
    "concept minute": 1 / 1440,
    "concept hour": 1 / 24,
    "concept day": 1.0,
    "concept week": 7.0,
    "concept month": 30.4375,
    "concept year": 365.25,
}
"""Units of time, in days: the mean month and year of the Julian calendar."""
_WORD_BEFORE = 24
"""Characters in front of a number in which its "nearly" is looked for."""


class AmountKind(StrEnum):
    """What sort of number; only numbers of one sort are compared."""

    PLAIN = "plain"
    YEAR = "year"


class Amount(Struct, frozen=True):
    """A number in characters `start` to `end` of its clause."""

    start: int
    end: int
    value: float
    kind: AmountKind
    step: float
    """What a unit of its last digit that is no zero is worth: 1000 of 24,000."""
    about: bool
    """Whether the text says that it is only near."""
    share: bool
    """Whether it is a fraction, which may also be written in percent."""
    clock: bool
    """Whether it may be a time of day."""
    days: float | None
    """What its unit of time is in days; None where it counts something else."""
    times: bool = False
    """Whether it says how many times another number: "twice"."""

    @property
    def key(self) -> str:
        """What equal numbers share."""
        return f"number {self.value:g}"


def amounts(clause: str, language: str) -> tuple[Amount, ...]:
    """The numbers of a clause. The word for one is none: it is an article as often."""
    numerals = find_numerals(clause, language)
    told = [_amount(numeral, clause, language) for numeral in numerals]
    found = [amount for amount in told if amount is not None]
    taken = {place for numeral in numerals for place in range(numeral.start, numeral.end)}
    found += [each for each in _multiples(clause, language) if each.start not in taken]
    return tuple(_with_shares(sorted(found, key=lambda amount: amount.start), clause, language))


def _multiples(clause: str, language: str) -> list[Amount]:
    """The words that say how many times: "twice", „das Vierfache“."""
    words = [(match, _multiple(match.group().lower(), language)) for match in _WORD.finditer(clause)]
    return [_times(match, value) for match, value in words if value is not None]


@lru_cache(maxsize=1 << 14)
def _multiple(word: str, language: str) -> float | None:
    """How many times a word says, by itself or by a numeral before its end: „das Hundertfache“, "sevenfold"."""
    small = wording(language)
    ending = next((each for each in small.multiple_ends if word.endswith(each) and word != each), None)
    if plain(word) in small.multiples or ending is None:
        return small.multiples.get(plain(word))
    stem = word.removesuffix(ending)
    numerals = find_numerals(stem, language)
    whole = len(numerals) == 1 and numerals[0].end - numerals[0].start == len(stem)
    return float(numerals[0].value) if whole and numerals[0].value > 1 else None


def _times(match: re.Match[str], value: float) -> Amount:
    start, end = match.span()
    step = _step(value)
    return Amount(
        start, end, value, AmountKind.PLAIN, step, about=False, share=False, clock=False, days=None, times=True
    )


def _with_shares(found: Sequence[Amount], clause: str, language: str) -> list[Amount]:
    """The numbers, two that tell how many of how many as one share: six in ten, „elf von dreißig“."""
    told: list[Amount] = []
    for amount in found:
        part = told[-1] if told else None
        if part is not None and _is_part(part, amount) and _joins(clause[part.end : amount.start], language):
            value = part.value / amount.value
            told[-1] = replace(part, end=amount.end, value=value, step=_step(value), share=True)
        else:
            told.append(amount)
    return told


def _joins(between: str, language: str) -> bool:
    """Whether these words make one share of the numbers around them: "six *in* ten", "six samples *out of* ten"."""
    small = wording(language)
    words = plain(between).split()
    return " ".join(words) in small.shares or " ".join(words[1:]) in small.shares_apart


def _is_part(part: Amount, whole: Amount) -> bool:
    return not part.share and not whole.share and 0 < part.value < whole.value and part.kind is AmountKind.PLAIN


def _amount(numeral: Numeral, clause: str, language: str) -> Amount | None:
    value = float(numeral.value)
    written = numeral.form is not Form.DIGITS
    before = _BEFORE.search(clause[max(0, numeral.start - _WORD_BEFORE) : numeral.start])
    behind = _BEHIND.match(clause, numeral.end)
    nearly, last = [plain(word or "") for word in before.groups()] if before else ["", ""]
    following = plain(behind.group(1)) if behind else ""
    if written and ((value <= 1 and numeral.form is Form.WORDS) or (last == "pour" and value == _HUNDRED)):
        return None
    small = wording(language)
    year = (
        numeral.form is Form.DIGITS
        and 1900 <= value < 2100
        and value == int(value)
        and numeral.end - numeral.start == 4
    )
    return Amount(
        start=numeral.start,
        end=numeral.end,
        value=value,
        kind=AmountKind.YEAR if year else AmountKind.PLAIN,
        step=_step(value),
        about=not small.about.isdisjoint((nearly, last)) or numeral.form in (Form.ABOUT, Form.VAGUE),
        share=numeral.form in (Form.FRACTION, Form.SHARE),
        clock=following in small.clock and value <= 24,
        days=_days(following, language),
    )


def _days(following: str, language: str) -> float | None:
    """The unit of time that the word behind a number is."""
    keys = meanings(following, language).keys if following else frozenset[str]()
    return next((_DAYS[key] for key in sorted(keys) if key in _DAYS), None)


def _step(value: float) -> float:
    if value == 0:
        return 1.0
    step = 1e-4
    while abs(value / (step * 10) - round(value / (step * 10))) < 1e-9:
        step *= 10
    return step


def conflict(left: Sequence[Amount], right: Sequence[Amount]) -> bool:
    """Whether, among numbers of one sort, each side has one that the other has nothing near to."""
    for kind in AmountKind:
        ours, theirs = ([a for a in side if a.kind is kind] for side in (left, right))
        if _lacks(ours, _with_implied(theirs)) and _lacks(theirs, _with_implied(ours)):
            return True
    return False


def _with_implied(amounts: Sequence[Amount]) -> list[Amount]:
    """The numbers, and those that a multiple of one of them tells: 40, "twice what is allowed", tells 20 as well."""
    found = list(amounts)
    for multiple in (each for each in amounts if each.times):
        plain_ones = [each for each in amounts if not each.times]
        found += [replace(each, value=each.value / multiple.value) for each in plain_ones]
        found += [replace(each, value=each.value * multiple.value) for each in plain_ones]
    return found


def _lacks(ours: Sequence[Amount], theirs: Sequence[Amount]) -> bool:
    return any(not any(near(one, other) for other in theirs) for one in ours)


def near(left: Amount, right: Amount) -> bool:
    """Whether two numbers can be one: equal, one a rounding of the other, or a share and its percentage or whole (a
    third, 33%, one in three). Times in two units are one where they last as long: two weeks, fourteen days."""
    if left.days is not None and right.days is not None and left.days != right.days:
        return _as_long(left, right, left.value * left.days, right.value * right.days)
    if (left.clock or right.clock) and left.value % 12 == right.value % 12:
        return True
    return any(_near(one, other, left, right) for one, other in _readings(left, right))


def _as_long(left: Amount, right: Amount, ours: float, theirs: float) -> bool:
    least = _ROUNDED if left.about or right.about else _EXACT
    return abs(ours - theirs) <= least * max(ours, theirs)


def _readings(left: Amount, right: Amount) -> list[tuple[float, float]]:
    found = [(left.value, right.value)]
    if left.share != right.share:
        found.append((left.value * (100 if left.share else 1), right.value * (100 if right.share else 1)))
        share, whole = (left.value, right.value) if left.share else (right.value, left.value)
        found += [(share, 1 / whole)] if whole > 1 else []
    return found


def _near(one: float, other: float, left: Amount, right: Amount) -> bool:
    if abs(one - other) <= 1e-9 * max(abs(one), abs(other)):
        return True
    if left.kind is not AmountKind.PLAIN:
        return False
    apart = abs(one - other) / max(abs(one), abs(other))
    coarse, fine = max(left.step, right.step), min(left.step, right.step)
    if coarse <= fine or abs(one - other) > coarse / 2 * (1 + 1e-9):
        rough = (left.share and left.about) or (right.share and right.about)
        return (left.share or right.share) and apart <= (_ROUGH if rough else _ROUNDED)
    about = left.about or right.about or fine < 1 <= coarse
    return apart <= (_ROUNDED if about else _EXACT)
