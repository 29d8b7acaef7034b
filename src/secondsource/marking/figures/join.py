"""Two numbers that make one figure: ranges, shares (seven in ten), and a unit that the second of two takes over."""

import re
from decimal import Decimal
from functools import cache

from msgspec.structs import replace

from secondsource.language.figures import figure_words
from secondsource.language.numerals import Form
from secondsource.language.units import is_money, units_of
from secondsource.text.pattern import either

from .dates import is_date
from .find import GAP, Written, unit_phrase, words_after
from .lent import in_points, lender, lent_back, lent_unit

_DEGREES = frozenset({"celsius", "fahrenheit", "degree"})
_SCORE_BEFORE = re.compile(r"\d[-–:]$")
"""The other side of a score."""
_CHOICE, _DOZEN, _ROUND = Decimal("1.25"), Decimal(12), Decimal(5)
"""The times the higher of two numbers with "or" between them is the lower, from which they are no range; up to which
number, and by which divisor, people guess."""
_WHOLES = frozenset(map(Decimal, (2, 3, 4, 5, 6, 8, 10, 20, 100, 1000)))
_AGE_BEFORE = re.compile(r"[A-ZÀ-Þ][^\W\d_]+(?:[-’'][^\W\d_]+)*,? $")
_NAMED_IN_BRACKETS = re.compile(
    r"(?<![^\W_])[A-ZÀ-Þ][^\W\d_]+(?:[-’'][^\W\d_]+)* [A-ZÀ-Þ][^\W\d_]*[a-zß-ÿ][^\W\d_]*[-]?[^\W\d_]* \($"
)
"""A name of two words before the bracket."""
_GOES_ON = re.compile(r",\s([^\W\d_]+)\s")
_LIST_AFTER = re.compile(r"\s([^\W\d_]+)\s")
_AGE_AFTER = re.compile(r"[,.;)]")


def joined(text: str, code: str, written: list[Written]) -> list[Written]:
    """The numbers of a text, in order, with pairs that make one figure joined."""
    found: list[Written] = []
    at = 0
    while at < len(written):
        one = written[at]
        if at + 1 < len(written):
            both = _with_rest(text, code, one, written[at + 1]) or _with_cents(text, code, one, written[at + 1])
            both = both or _share(text, code, one, written[at + 1])
            both = both or _ranged(text, code, one, written[at + 1])
            if both is not None:
                found.append(_below_zero(text, code, both))
                at += 2
                continue
        if found and one.end <= found[-1].end:  # the zero of degrees below zero
            at += 1
            continue
        one = _of_a_unit(text, code, one)
        if one.form in (Form.SHARE, Form.FRACTION) and one.unit is None and 0 < one.value < 1:
            one = replace(one, value=100 * one.value, step=100 * one.step, unit="percent")
        one = _aged(text, code, one, found[-1] if found else None)
        found.append(lent_unit(text, code, lender(text, found), _below_zero(text, code, one)))
        at += 1
    return in_points(text, code, lent_back(text, code, found))


def _below_zero(text: str, code: str, one: Written) -> Written:
    """5.8 degrees below zero; 4 to 6 degrees below zero, where the higher number is the lower value."""
    below = _behind_degrees(code).match(text, one.end) if one.unit in _DEGREES and one.value > 0 else None
    if below is None:
        return one
    if one.upper is None:
        return replace(one, value=-one.value, end=below.end())
    return replace(one, value=-one.upper, upper=-one.value, end=below.end())


@cache
def _behind_degrees(code: str) -> re.Pattern[str]:
    words = figure_words(code).below_zero
    return re.compile(rf"{GAP}(?:{either(words)})(?![^\W_])" if words else r"(?!)", re.IGNORECASE)


def _of_a_unit(text: str, code: str, one: Written) -> Written:
    """Half a mile, a quarter of a percentage point: a fraction of one unit, no share."""
    if one.form is not Form.FRACTION or one.unit is not None or not 0 < one.value < 1:
        return one
    link = _fraction_link(code).match(text, one.end)
    unit = unit_phrase(words_after(text, link.end() - 1), units_of(code)) if link is not None else None
    return replace(one, unit=unit[1], end=unit[0], form=Form.WORDS) if unit is not None else one


@cache
def _fraction_link(code: str) -> re.Pattern[str]:
    return re.compile(rf"{GAP}(?:{either(figure_words(code).fraction_of)}){GAP}")


def _with_rest(text: str, code: str, thousands: Written, rest: Written) -> Written | None:
    """3 mil 500, mil 94: thousands in a word and the rest in digits, as papers of Mexico write them."""
    word = text[thousands.number_start : thousands.number_end].rsplit(maxsplit=1)[-1].lower()
    if word not in figure_words(code).thousands_and_rest or text[thousands.end : rest.start] != " ":
        return None
    if rest.form is not Form.DIGITS or rest.scaled or not 0 < rest.value < 1000 or rest.value % 1:
        return None
    return replace(
        rest,
        start=thousands.start,
        number_start=thousands.number_start,
        value=thousands.value + rest.value,
        step=rest.step,
        unit=rest.unit or thousands.unit,
    )


def _with_cents(text: str, code: str, whole: Written, part: Written) -> Written | None:
    """15 dollars and 15 cents, zwei Euro fünfzig: one sum."""
    words, units = figure_words(code), units_of(code)
    if not is_money(whole.unit) or whole.scaled or whole.value % 1 or part.scaled or whole.per is not None:
        return None
    between = text[whole.end : part.start]
    joiner = between.strip(" \u00a0")
    if joiner.lower() not in ("", *words.range_and) or not between[:1].isspace():
        return None
    inside = text[part.start : part.end].lower().split()[-1:]
    named = bool(inside) and inside[0].strip(",.") in units.cents
    cents = part.value * 100 if named else part.value
    if not 0 < cents < 100 or cents % 1 or (part.unit is not None and not named):
        return None
    if text[part.end : part.end + 1].isalpha():
        return None
    follows = words_after(text, part.end)
    if not named and (whole.end == whole.number_end or (follows and follows[0][0].lower() not in words.function)):
        return None
    return replace(
        whole, end=part.end, number_end=part.number_end, value=whole.value + cents / 100, step=Decimal("0.01")
    )


@cache
def _out_of(code: str) -> re.Pattern[str]:
    """What stands between a part and its whole, one noun allowed: seven firms in ten."""
    return re.compile(rf"(?:{GAP}[^\W\d_]+)?{GAP}({either(figure_words(code).out_of)}){GAP}")


def _share(text: str, code: str, part: Written, whole: Written) -> Written | None:
    """Seven in ten, deux sur trois: a percentage, as exact as tenths or thirds are."""
    bare = part.unit is None and whole.unit is None and not part.scaled
    if not bare or _out_of(code).fullmatch(text, part.end, whole.start) is None:
        return None
    if whole.value not in _WHOLES or not 0 < part.value < whole.value:
        return None
    if _SCORE_BEFORE.search(text[max(0, part.start - 2) : part.start]):
        return None  # won 8-7 in ten innings
    share = 100 * part.value / whole.value
    return replace(
        part,
        end=whole.end,
        number_end=whole.number_end,
        value=share,
        step=100 / whole.value,
        unit="percent",
        form=Form.DIGITS,
    )


def _aged(text: str, code: str, one: Written, last: Written | None) -> Written:
    """Anna Sand, 45, said; Anna Sand (45); aged 16 and 17: an age."""
    if one.unit is not None or one.form is not Form.DIGITS or not 4 <= one.value <= 115 or one.value % 1:
        return one
    if _is_next_age(text, one, last, code):
        return replace(one, unit="year", age=True)
    if not _AGE_AFTER.match(text, one.end) or is_date(text, one, code):
        return one  # Agen, 20. Januar
    before = text[max(0, one.start - 40) : one.start]
    named = before.endswith(", ") and _AGE_BEFORE.search(before) is not None
    named = named or _is_of_role(text, one, before, code)
    named = named or (text[one.end] == ")" and _is_of_person(before, code))
    return replace(one, unit="year", age=True) if named else one


def _is_next_age(text: str, one: Written, last: Written | None, code: str) -> bool:
    """Whether a number goes on a list of ages: aged 16 and 17."""
    joint = figure_words(code).range_and
    if last is None or not last.age or text[last.end : one.start].strip(" ,").lower() not in ("", *joint):
        return False
    after = _LIST_AFTER.match(text, one.end)
    return after is None or after[1].lower() in joint


def _is_of_role(text: str, one: Written, before: str, code: str) -> bool:
    """Whether a number stands behind a person by his role, of whom the clause goes on: the owner, 58, was arrested."""
    goes_on = _GOES_ON.match(text, one.end)
    behind = goes_on is not None and goes_on[1] in figure_words(code).behind_age
    return behind and _role_pattern(code).search(before) is not None


@cache
def _role_pattern(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[.\s])(?i:{either(figure_words(code).determiners)})\s(?:[\w-]+\s){{0,2}}[^\W\d_]+, $")


def _is_of_person(before: str, code: str) -> bool:
    """Whether a bracket opens behind a name of two words or a word for a person."""
    if not before.endswith(" ("):
        return False
    noun = before[:-2].rsplit(maxsplit=1)[-1].lower() if before[:-2].strip() else ""
    return _NAMED_IN_BRACKETS.search(before) is not None or noun.endswith(figure_words(code).aged_nouns or ("(",))


@cache
def _joint_pattern(code: str) -> re.Pattern[str]:
    """What stands between the two ends of a range."""
    words = figure_words(code)
    named = either((*words.range_to, *words.range_and))
    return re.compile(rf"(?:{GAP}({named}){GAP}|{GAP}?[-–—‑]{GAP}?)$", re.IGNORECASE)


@cache
def _opening_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{either(words)}){GAP}(?:\w+{GAP})?$", re.IGNORECASE)


def _ranged(text: str, code: str, low: Written, high: Written) -> Written | None:
    """`between 5 and 7`, `5-7%`, `$62 to $68`: one figure from two numbers; None where they are two."""
    joint = _joint_pattern(code).match(text[low.end : high.start])
    if joint is None or joint.end() != high.start - low.end:
        return None
    if low.unit is not None and high.unit is not None and low.unit != high.unit:
        return None
    if low.unit is not None and high.unit is None:
        return None
    words = figure_words(code)
    if _is_change(text, low, high, code):
        return None
    opened = _opening_pattern(words.between).search(text[max(0, low.start - 20) : low.start]) is not None
    joiner = (joint[1] or "-").lower()
    if joiner in words.range_and and not opened:
        return None
    if joiner == "-" and high.unit is None and not opened and not _noun_follows(text, high.end, low, high):
        return None
    factor = _lent_scale(low, high)
    if factor == 1 and high.scaled and not low.scaled and 1900 <= low.value < 2100:
        return None  # the harvest of 2025 at 32.6 million tonnes
    value = low.value * factor
    if joiner in words.either and _are_two(value, high.value):
        return None  # 41 or 63, by who counts: nobody means 52
    if value >= high.value or (
        joiner not in words.range_and and high.value > 100 * max(value, Decimal(1)) and not opened
    ):
        return None
    return Written(
        start=low.start,
        end=high.end,
        number_start=low.number_start,
        number_end=high.number_end,
        value=value,
        step=max(low.step * factor, high.step),
        form=high.form,
        scaled=high.scaled,
        unit=high.unit or low.unit,
        upper=high.upper or high.value,
        ranged=True,
        per=high.per,
        age=high.age,
    )


def _are_two(low: Decimal, high: Decimal) -> bool:
    """Whether two numbers that leave a choice are too exact, and too far apart, to be guessed between: three or four
    and 20 or 30 are about that many."""
    exact = high > _DOZEN and bool(low % _ROUND or high % _ROUND)
    return exact and high > _CHOICE * low


def _noun_follows(text: str, at: int, low: Written, high: Written) -> bool:
    """A score (2-1, 6-4) has no noun behind it; a range of counts has."""
    words = words_after(text, at)
    return bool(words) and words[0][0][0].islower() and low.value < high.value and len(words[0][0]) > 3


def _lent_scale(low: Written, high: Written) -> Decimal:
    """`5 to 7 million` means five million: the scale of the second holds for the first, where it has none."""
    if not high.scaled or low.scaled or low.value >= 1000:
        return Decimal(1)
    scale = Decimal(1)
    while high.value / (scale * 1000) >= 1:
        scale *= 1000
    return scale if low.value * scale < high.value else Decimal(1)


def _is_change(text: str, low: Written, high: Written, code: str) -> bool:
    """Whether `by A to B` or `rose from A to B` tells a change, not a range."""
    words = figure_words(code)
    if "-" in text[low.end : high.start]:
        return False
    sentence = re.split(r"[.;:!?]\s", text[max(0, low.start - 48) : low.start])[-1]
    head = [word.lower() for word in re.findall(r"[^\W\d_]+", sentence)]
    if not head:
        return False
    moves = words.rise | words.fall
    if low.unit is not None and (head[-1] in words.by or head[-1] in moves):
        return True
    leads = head[-1] in words.base or (head[-1] in words.by and head[-1] in words.between)
    near = set(head[-6:-1])
    return leads and not near & words.spreads and bool(near & (moves | words.passing))
