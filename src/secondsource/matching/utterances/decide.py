"""From a comparison to a verdict: one remark, a repeat of it on another occasion, a changed version, or nothing."""

from enum import StrEnum

from .compare import Comparison

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
"""The same where the speakers are not known to be one."""
_LANGUAGES = 0.5
"""Score that two statements in different languages must reach."""
_LANGUAGES_IN_COPY = 0.42
_MEANINGS = 0.25
"""The share of meanings that they must have in common in any case: place and length alone prove nothing."""
_LEAST_WORDS = 3
_LEAST_STRANGERS = 6


class Relation(StrEnum):
    """How two statements stand to each other."""

    SAME = "same"
    REPEATS = "repeats"
    CHANGED = "changed"
    OTHER_SPEAKER = "other speaker"


def decide(pair: Comparison, likest: bool) -> Relation | None:
    """The relation of two statements; None where they are different remarks.

    `likest`: each is the one most like the other in the other's source.
    """
    left, right = pair.left, pair.right
    family = left.family is not None and left.family == right.family
    speaker = left.speaker is not None and left.speaker == right.speaker
    if pair.words < _LEAST_WORDS or not _alike(pair, family, speaker, likest):
        return None
    if pair.changed:
        return Relation.CHANGED
    if not speaker and left.speaker is not None and right.speaker is not None and not family:
        return Relation.OTHER_SPEAKER
    return Relation.SAME if _one_occasion(pair, family) else Relation.REPEATS


def _alike(pair: Comparison, family: bool, speaker: bool, likest: bool) -> bool:
    left, right = pair.left, pair.right
    if left.language != right.language:
        need = _LANGUAGES_IN_COPY if family else _LANGUAGES
        return speaker and likest and pair.score >= need and pair.coverage >= _MEANINGS
    if left.source == right.source:
        return speaker and pair.coverage >= _SAME_IN_SOURCE and pair.words >= _LEAST_STRANGERS
    if speaker:
        short = pair.words < _LEAST_STRANGERS
        if family and likest:
            return pair.coverage >= _SAME_IN_COPY + (_SHORT_IN_COPY if short else 0.0)
        return pair.coverage >= _SAME + (_SHORT if short else 0.0)
    return pair.coverage >= _STRANGERS and pair.words >= _LEAST_STRANGERS


def _one_occasion(pair: Comparison, family: bool) -> bool:
    left, right = pair.left, pair.right
    if family or left.source == right.source:
        return True
    if left.day is not None and right.day is not None:
        return left.day == right.day
    return left.occasion is not None and left.occasion == right.occasion
