"""Numbers written in digits, read by a given separator convention."""

import re
from decimal import Decimal

SPACES = "\u00a0\u202f\u2009\u2007"
"""Spaces that only ever group digits; the plain space does so in some conventions."""

_LAST_MARK = re.compile(r"[.,]")
_NOT_DIGIT = re.compile(r"[^\d.,]")


def digit_pattern(groups: str) -> str:
    """A regular expression for one number in digits; `groups` are the characters that may set off three digits."""
    spaces = re.escape(SPACES + "".join(char for char in groups if char in " '’"))
    grouped = rf"\d{{1,3}}(?:[{spaces}]\d{{3}})+(?!\d)(?:[.,]\d+)?"
    return rf"{grouped}|\d+(?:[.,]\d+)*|(?:(?<=\s)|(?<=[(\[$€£¥~])|^)\.\d+"


def read_digits(written: str, decimal: str) -> Decimal | None:
    """The value of a number in digits, or None where it is none (an address, a version).

    `decimal` is the convention's decimal mark and only decides what the digits leave open: a single mark before
    exactly three digits. Two different marks: the last is the decimal one. One mark several times groups. A single
    mark before any other number of digits, or after a lone zero, is decimal in every convention.
    """
    digits = _NOT_DIGIT.sub("", written)
    if digits.startswith("."):
        return Decimal(f"0{digits}")
    marks = _LAST_MARK.findall(digits)
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


def step_of(written: str, value: Decimal) -> Decimal:
    """What one unit of the last digit written is worth: 0.1 for 26.3, 1 for 26 and for 200."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else Decimal(1)
