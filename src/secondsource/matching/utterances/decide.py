"""From a comparison to a verdict: one remark, a repeat of it on another occasion, a changed version, or nothing."""

from enum import StrEnum

from msgspec import Struct

from .compare import Comparison
from .occasion import one_occasion

_SAME = 0.6
"""Share of the shorter statement that must be found again."""
_SAME_IN_COPY = 0.2
"""The same between two texts of a copy family, for statements that are each other's likest there: the texts as wholes
already say that they are one report."""
_SAME_IN_SOURCE = 0.75
"""The same inside one source, which seldom tells a remark twice."""
_SHORT = 0.15
"""What a statement of few words must have more."""
_SHORT_IN_COPY = 0.08
_STRANGERS = 0.8
"""The same where the speakers are known to be two."""
_LANGUAGES = 0.4
"""Share that two statements in different languages must have in common."""
_LANGUAGES_IN_COPY = 0.2
_UNKNOWN = 0.7
"""The same where one speaker is not named, in two reports of one occasion."""
_NEARLY_ALL = 0.75
_LEAST_STRANGERS = 6
_LEAST_SHARED = 2


class Relation(StrEnum):
    """How two statements stand to each other."""

    SAME = "same"
    REPEATS = "repeats"
    CHANGED = "changed"
    OTHER_SPEAKER = "other speaker"


class Speakers(StrEnum):
    """How the speakers of two statements stand to each other."""

    SAME = "same"
    UNKNOWN = "unknown"
    """One of them is nowhere named: it may be the other."""
    OTHER = "other"


class Standing(Struct, frozen=True):
    """How a pair stands among all others."""

    likest: bool
    """Each is the one most like the other in the other's source."""
    aligned: bool
    """They stand beside each other where two copies are laid side by side."""


def decide(pair: Comparison, standing: Standing) -> Relation | None:
    """The relation of two statements; None where they are different remarks."""
    left, right = pair.left, pair.right
    if pair.shared < _least_shared(pair, standing) or not _alike(pair, standing):
        return None
    if pair.changed:
        return Relation.CHANGED
    if _speakers(pair) is Speakers.OTHER and not _one_family(pair):
        return Relation.OTHER_SPEAKER
    return Relation.SAME if one_occasion(left, right) else Relation.REPEATS


def _least_shared(pair: Comparison, standing: Standing) -> int:
    """How many words must be common: in copies that stand side by side one is enough where it is nearly all."""
    if standing.aligned and _speakers(pair) is not Speakers.OTHER and pair.coverage >= _NEARLY_ALL:
        return 1
    return _LEAST_SHARED


def _speakers(pair: Comparison) -> Speakers:
    left, right = pair.left, pair.right
    if left.speaker is not None and left.speaker == right.speaker:
        return Speakers.SAME
    return Speakers.OTHER if left.sure and right.sure else Speakers.UNKNOWN


def _one_family(pair: Comparison) -> bool:
    return pair.left.family is not None and pair.left.family == pair.right.family


def _alike(pair: Comparison, standing: Standing) -> bool:
    left, right = pair.left, pair.right
    speakers = _speakers(pair)
    if left.source == right.source:
        many = left.terms >= _LEAST_STRANGERS
        return speakers is Speakers.SAME and pair.coverage >= _SAME_IN_SOURCE and many
    if left.language != right.language:
        return _alike_languages(pair, standing)
    short = left.terms < _LEAST_STRANGERS
    if _one_family(pair) and (standing.likest or standing.aligned):
        return pair.coverage >= _SAME_IN_COPY + (_SHORT_IN_COPY if short else 0.0)
    if speakers is Speakers.SAME:
        return pair.coverage >= _SAME + (_SHORT if short else 0.0)
    if speakers is Speakers.UNKNOWN and left.occasion is not None and left.occasion == right.occasion:
        return pair.coverage >= _UNKNOWN + (_SHORT if short else 0.0) and standing.likest
    return pair.coverage >= _STRANGERS and left.terms >= _LEAST_STRANGERS


def _alike_languages(pair: Comparison, standing: Standing) -> bool:
    if not standing.likest and not standing.aligned:
        return False
    speakers = _speakers(pair)
    if _one_family(pair):
        sure = speakers is Speakers.SAME or standing.aligned or pair.coverage >= _LANGUAGES
        return pair.coverage >= _LANGUAGES_IN_COPY and sure
    least = {Speakers.SAME: _LANGUAGES, Speakers.UNKNOWN: _SAME, Speakers.OTHER: _STRANGERS}[speakers]
    return pair.coverage >= least
