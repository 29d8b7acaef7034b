"""Claims: what is said, measured or done, with three counts that are kept apart."""

from enum import StrEnum

from msgspec import Struct

from .group import Agreement, Part
from .span import Place, Reason


class ClaimKind(StrEnum):
    """What sort of claim."""

    SAID = "said"
    MEASURED = "measured"
    DID = "did"


class Independence(StrEnum):
    """Whether the claim hangs on one origin."""

    SINGLE_ORIGIN = "single-origin"
    MULTI_ORIGIN = "multi-origin"
    UNDECIDED = "undecided"


class LineageStep(Struct, frozen=True):
    """A node of the lineage tree: claim → voice → report → page. Leaves are pages, with the characters that carry the
    claim."""

    kind: str
    """`voice`, `report` or `page`."""
    id: str
    name: str
    why: str
    spans: tuple[Place, ...] = ()
    steps: tuple["LineageStep", ...] = ()


class Support(Struct, frozen=True):
    """Every count is a list. `reports` are copy-family ids, or source ids of texts in no family; `voices` are actor
    ids."""

    pages: tuple[str, ...]
    reports: tuple[str, ...]
    voices: tuple[str, ...]
    outlets: tuple[str, ...]
    unknown: tuple[str, ...]
    """Pages that could not be placed: never counted as independent."""
    verdict: Independence
    lineage: tuple[LineageStep, ...]
    unattributed: tuple[str, ...] = ()
    """Pages that name no voice for it: they tell it in their own words, and whose it is stays open."""


class Difference(Struct, frozen=True):
    """What one telling of a claim has otherwise than another: a dropped qualifier, a rounded figure, a changed
    attribution."""

    kind: str
    left: Place
    right: Place
    note: str


class ClaimAgreement(Struct, frozen=True):
    """The class of agreement, and why."""

    value: Agreement
    reasons: tuple[Reason, ...]


class Claim(Struct, frozen=True):
    """`members` are ids of statements, figures or actions; `group` is the utterance, quantity or event they come
    from."""

    id: str
    kind: ClaimKind
    text: str
    group: str
    members: tuple[str, ...]
    agreement: ClaimAgreement
    support: Support
    differences: tuple[Difference, ...] = ()
    parts: tuple[Part, ...] = ()
    """Of statements that other reports tell as several remarks, the words that belong to this claim."""
