"""Links: two things compared and found to belong together, with every feature that said so."""

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import force_setattr

from .span import Reason


class LinkKind(StrEnum):
    """What two things share."""

    COPY = "copy"
    REUSE = "reuse"
    """A passage word for word, in pages that are otherwise no copies."""
    POSSIBLE_COPY = "possible-copy"
    """Pages too alike for two reports that surely are independent, and not enough to call either a copy."""
    ACTOR = "actor"
    UTTERANCE = "utterance"
    REPEATS = "repeats"
    QUANTITY = "quantity"
    EVENT = "event"
    STORY = "story"


class Feature(Struct, frozen=True, gc=False):
    """One named comparison: what was compared on each side, how alike it is (0 to 1) and what that weighs."""

    name: str
    value: float
    weight: float
    left: str = ""
    right: str = ""

    def __post_init__(self) -> None:
        """Keep six digits: the last bits of a sum differ between versions of Python."""
        force_setattr(self, "value", round(self.value, 6))


class Link(Struct, frozen=True, kw_only=True, gc=False):
    """`left` and `right` are ids of sources, marks or groups, in sorted order; `score` is from 0 to 1."""

    id: str
    kind: LinkKind
    left: str
    right: str
    relation: str
    """Within the kind: a copy relation (`verbatim` …), an agreement class, `same`."""
    score: float
    features: tuple[Feature, ...]
    reasons: tuple[Reason, ...] = ()
    judged: bool = False
    """Whether a person's judgement decided it."""

    def __post_init__(self) -> None:
        """Keep six digits, as in the features."""
        force_setattr(self, "score", round(self.score, 6))
