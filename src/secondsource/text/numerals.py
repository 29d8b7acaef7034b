"""Numbers written in digits, read by a given separator convention."""

import re
from decimal import Decimal

from msgspec import Struct

SPACES = "\u00a0\u202f\u2009\u2007"
"""Spaces that only ever group digits; the plain space does so in some conventions."""

GLYPHS = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5),
    "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
"""Characters for fractions, as top and bottom."""

_MIXED = re.compile(r"[ \u00a0]{1,2}(\d{1,2})\s?[/⁄]\s?(\d{1,3})(?![\d/])")
_SLASHED = re.compile(r"\s?[/⁄]\s?(\d{1,4})(?![\d/]|[.,]\d)")
_GLYPH = re.compile(rf"\s?([{''.join(GLYPHS)}])")
_EXPONENT = re.compile(r"(?:\^([-+]?\d{1,2})|[eE]([-+]?\d{1,2}))(?![\w.])")
_POWER = re.compile(r"\s?[×x·]\s?10\s?\^?\s?([-−–+]?\d{1,2})(?!\d)")
_EXTENDING = frozenset("/⁄^eE×x·").union(GLYPHS)
"""What a fraction or a power behind digits begins with, apart from a digit."""
_MOST_DIGITS = 24
_MARKS = ".,"
_NOT_DIGIT = re.compile(r"[^\d.,]")


def digit_pattern(groups: str) -> str:
    """A regular expression for one number in digits; `groups` are the characters that may set off three digits."""
    spaces = re.escape(SPACES + "".join(char for char in groups if char in " '’"))
    grouped = rf"\d{{1,3}}(?:[{spaces}]\d{{3}})+(?!\d)(?:[.,]\d+)?"
    # without that convention a space still groups where two groups of three follow, or three zeros
    spaced = r"\d{1,3}(?:(?: \d{3}){2,}| 000)(?!\d)"
    return rf"{grouped}|{spaced}|\d+(?:[.,]\d+)*|(?:(?<=\s)|(?<=[(\[$€£¥~])|^)\.\d+"


def read_digits(written: str, decimal: str) -> Decimal | None:
    """The value of a number in digits, or None where it is none (an address, a version).

    `decimal` is the convention's decimal mark and only decides what the digits leave open: a single mark before
    exactly three digits. Two different marks: the last is the decimal one. One mark several times groups. A single
    mark before any other number of digits, or after a lone zero, is decimal in every convention.
    """
    digits = written if written.isdecimal() else _NOT_DIGIT.sub("", written)
    if len(digits) > _MOST_DIGITS:
        return None
    if digits.startswith("."):
        return Decimal(f"0{digits}")
    marks = [char for char in digits if char in _MARKS]
    if not marks:
        return Decimal(digits) if digits else None
    kinds = set(marks)
    if len(kinds) == 2:
        return _two_marks(digits, marks)
    mark = marks[0]
    parts = digits.split(mark)
    if len(marks) > 1:
        return Decimal("".join(parts)) if _grouped(parts) else None
    whole, rest = parts
    grouping = len(rest) == 3 and 1 <= len(whole) <= 3 and whole != "0" and mark != decimal
    return Decimal(whole + rest) if grouping else Decimal(f"{whole}.{rest}")


def _two_marks(digits: str, marks: list[str]) -> Decimal | None:
    last = marks[-1]
    if marks.count(last) > 1:
        return None
    whole, rest = digits.rsplit(last, 1)
    parts = whole.split(marks[0])
    return Decimal(f"{''.join(parts)}.{rest}") if _grouped(parts) else None


def _grouped(parts: list[str]) -> bool:
    """Groups of three behind the first; groups of two before the last are the Indian way."""
    return (
        1 <= len(parts[0]) <= 3
        and len(parts[-1]) == 3
        and (all(len(part) == 3 for part in parts[1:]) or all(len(part) == 2 for part in parts[1:-1]))
    )


class Extended(Struct, frozen=True):
    """A number in digits with the fraction or the power that stands behind it, up to `end`."""

    value: Decimal
    end: int
    fraction: bool


def extend_digits(text: str, at: int, value: Decimal) -> Extended | None:
    """Read on at `at`, right behind digits worth `value`: ` 1/2`, `/3`, `½`, `^2`, `e6`, `×10−3`. None where nothing of
    the kind stands there, or the number would be beyond all use."""
    behind = text[at : at + 3].lstrip()[:1]
    if behind not in _EXTENDING and not behind.isdigit():
        return None
    if (mixed := _MIXED.match(text, at)) and int(mixed[2]) > int(mixed[1]) > 0:
        return Extended(value + Decimal(mixed[1]) / Decimal(mixed[2]), mixed.end(), True)
    if (slashed := _SLASHED.match(text, at)) and int(slashed[1]) > 0:
        return Extended(value / Decimal(slashed[1]), slashed.end(), True)
    if glyph := _GLYPH.match(text, at):
        top, bottom = GLYPHS[glyph[1]]
        return Extended(value + Decimal(top) / bottom, glyph.end(), True)
    if not value or value.adjusted() > _MOST_DIGITS:
        return None
    if exponent := _EXPONENT.match(text, at):
        raised = value ** int(exponent[1]) if exponent[1] else value.scaleb(int(exponent[2]))
        return Extended(raised, exponent.end(), False) if abs(raised.adjusted()) <= _MOST_DIGITS else None
    if power := _POWER.match(text, at):
        return Extended(value * Decimal(10) ** int(re.sub("[−–]", "-", power[1])), power.end(), False)
    return None


def step_of(written: str, value: Decimal) -> Decimal:
    """What one unit of the last digit written is worth: 0.1 for 26.3, 1 for 26 and for 200."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else Decimal(1)
