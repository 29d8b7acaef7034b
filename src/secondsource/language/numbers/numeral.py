"""A number as a text writes it."""

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct


class Form(StrEnum):
    """How a number is written."""

    DIGITS = "digits"
    WORDS = "words"
    FRACTION = "fraction"
    SHARE = "share"
    """Two out of three."""
    ROUND = "round"
    """A dozen, two dozen."""
    ABOUT = "about"
    """Une vingtaine."""
    VAGUE = "vague"
    """Dozens, several hundred: from `value` to `upper`."""


class Numeral(Struct, frozen=True, gc=False):
    """A number in characters `start` to `end`. `step` is what one unit of its last written digit is worth (0 for words
    that leave nothing open); `upper` is the end of a vague one."""

    start: int
    end: int
    value: Decimal
    step: Decimal
    form: Form
    upper: Decimal | None = None
    scaled: bool = False
    """Whether a scale word or its abbreviation stands in it."""
