"""A person's judgement on a pair: input to the next grouping, never an edit of output."""

from enum import StrEnum

from msgspec import Struct


class Verdict(StrEnum):
    """What the person says of the pair."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class Judgement(Struct, frozen=True):
    """`left` and `right` are ids of sources or marks."""

    left: str
    right: str
    verdict: Verdict
    by: str | None = None
    note: str | None = None
