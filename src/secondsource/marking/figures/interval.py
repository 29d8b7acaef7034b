"""The interval that a way of writing implies, and the words that bound a value.

The rules (README has them with examples):

- A percentage, and any number with decimals, may be half a unit of its last digit off: 26% is 25.5 to 26.5.
- Below 100 a whole number is exact. From 100 on, closing zeros are taken as rounding, by at most a twentieth of the
  value.
- With a scale word the last digit counts in that scale: 3 billion is 2.5 to 3.5 billion.
- A fraction in words (a fifth, two in three) is a percentage; it may be a twentieth of itself off.
- About: a tenth to either side; just over: a tenth above.
- Close to, nearly: from below, by one unit of a percentage, else by a twentieth.
"""

import re
from decimal import Decimal
from functools import cache

from msgspec import Struct

from secondsource.language.figures import figure_words
from secondsource.language.numerals import Form
from secondsource.model.mark import Comparator
from secondsource.text.pattern import either

from .find import Written

_BETWEEN = ("a", "an", "the", "le", "la", "les", "der", "die", "das", "den", "record", "total", "of")
"""Words that may stand between a comparator and its number."""
_RATIOS = frozenset({"percent", "percentage-point", "per-mille", "basis-point"})


class Bound(Struct, frozen=True, gc=False):
    """A comparator; `below` for one that comes from below without reaching the value (close to), `near` for one
    that hardly exceeds it (just over)."""

    comparator: Comparator
    below: bool = False
    near: bool = False


class Bounds(Struct, frozen=True, gc=False):
    """Lower and upper end; None where open."""

    low: Decimal | None
    high: Decimal | None


def bound_of(text: str, written: Written, code: str) -> Bound:
    """The comparator that stands before or behind a number."""
    if written.ranged:
        return Bound(Comparator.RANGE)
    before, after = _before_pattern(code), _after_pattern(code)
    if "+" in text[written.number_end : written.end]:
        return Bound(Comparator.AT_LEAST)
    if after is not None and (match := after.match(text, written.end)):
        return Bound(Comparator.AT_LEAST if match.lastgroup == "least" else Comparator.AT_MOST)
    head = text[max(0, written.start - 40) : written.start].lower().replace("’", "'")
    match = before.search(head) if before is not None and head.rstrip().endswith(_last_words(code)) else None
    if match is not None and match.lastgroup is not None and not _is_goal(head, match, code):
        return _BOUNDS[match.lastgroup]
    if written.form is Form.VAGUE and written.upper is not None:
        return Bound(Comparator.RANGE)
    return Bound(Comparator.ABOUT if written.form is Form.ABOUT else Comparator.EQUAL)


def _is_goal(head: str, match: re.Match[str], code: str) -> bool:
    """Where a change leads to a value, "hasta" is no limit: subieron hasta 240 millones."""
    words = figure_words(code)
    if match.lastgroup is None:
        return False
    if match.lastgroup == "most" and re.search(
        rf"(?<![^\W_])(?:{'|'.join(words.climbing) or '$.'})\s$", head[: match.start()]
    ):
        return True
    if match[match.lastgroup] not in words.to:
        return False
    return bool(set(re.findall(r"[^\W\d_]+", head[: match.start()])) & (words.rise | words.fall))


_BOUNDS = {
    "about": Bound(Comparator.ABOUT),
    "nearly": Bound(Comparator.ABOUT, below=True),
    "more": Bound(Comparator.MORE),
    "slightly": Bound(Comparator.MORE, near=True),
    "least": Bound(Comparator.AT_LEAST),
    "less": Bound(Comparator.LESS),
    "most": Bound(Comparator.AT_MOST),
}


@cache
def _before_pattern(code: str) -> re.Pattern[str] | None:
    words = figure_words(code)
    kinds = {
        "about": words.about_before,
        "nearly": words.nearly_before,
        "more": words.more_before,
        "slightly": words.little_more_before,
        "least": words.at_least_before,
        "less": words.less_before,
        "most": words.at_most_before,
    }
    # "no more than" must win over "more than": the longest phrase is sought first
    ranked = sorted(
        ((phrase, kind) for kind, phrases in kinds.items() for phrase in phrases), key=lambda row: (-len(row[0]), row)
    )
    if not ranked:
        return None
    by_kind = "|".join(
        f"(?P<{kind}>{'|'.join(re.escape(phrase) for phrase, own in ranked if own == kind)})"
        for kind in ("most", "least", "nearly", "less", "slightly", "more", "about")
        if kinds[kind]
    )
    between = "|".join(_BETWEEN)
    return re.compile(rf"(?:^|(?<![^\W_]))(?:{by_kind})(?:\s(?:{between}))?\s?$")


@cache
def _last_words(code: str) -> tuple[str, ...]:
    """What the text before a bounded number ends in: a quick look before the pattern is tried."""
    last = {phrase.split()[-1] for phrase in figure_words(code).bounds_before}
    return (*last, *(f" {word}" for word in _BETWEEN))


@cache
def _after_pattern(code: str) -> re.Pattern[str] | None:
    words = figure_words(code)
    if not words.at_least_after:
        return None
    least, most = either(words.at_least_after), either(words.at_most_after)
    return re.compile(rf"\s?(?:(?P<least>{least})|(?P<most>{most}))(?![^\W_])", re.IGNORECASE)


def bounds_of(written: Written, bound: Bound) -> Bounds:
    """The interval from what is written and the comparator."""
    value, upper = written.value, written.upper
    slack = _slack(written)
    top = upper if upper is not None else value
    match bound.comparator:
        case Comparator.MORE if bound.near:
            return Bounds(value, top + max(slack, abs(value) / 10))
        case Comparator.MORE | Comparator.AT_LEAST:
            return Bounds(value, None)
        case Comparator.LESS | Comparator.AT_MOST:
            return Bounds(None, top)
        case Comparator.ABOUT if bound.below:
            return Bounds(value - max(written.step, abs(value) * _below(written)), value)
        case Comparator.ABOUT:
            wide = max(slack, abs(value) / 10)
            return Bounds(value - wide, top + wide)
        case Comparator.RANGE:
            return Bounds(value, top)
        case _:
            return Bounds(value - slack, top + slack)


def _below(written: Written) -> Decimal:
    """The share of a value that "almost" may miss: almost a fifth is looser than almost 20%."""
    if written.form in (Form.FRACTION, Form.SHARE):
        return Decimal("0.1")
    return Decimal("0.02") if written.unit in _RATIOS else Decimal("0.05")


def _slack(written: Written) -> Decimal:
    """Half of what the last digit written leaves open."""
    if written.form in (Form.FRACTION, Form.SHARE) and written.unit == "percent":
        return abs(written.value) / 20
    if written.unit in _RATIOS and written.form is Form.WORDS and written.step == 0:
        return Decimal("0.5") if written.value % 1 == 0 else Decimal("0.05")
    if written.form not in (Form.DIGITS, Form.WORDS) or written.step == 0:
        return Decimal(0)
    value, step = abs(written.value), written.step
    if written.unit in _RATIOS or step != step.to_integral_value():
        return step / 2
    if value / step < 100:
        return step / 2 if step > 1 else Decimal(0)
    rounded = step
    while value % (rounded * 10) == 0:
        rounded *= 10
    return min(rounded / 2, value / 20) if rounded > 1 else Decimal(0)
