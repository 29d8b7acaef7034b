"""From a comparison to a verdict: one remark, a repeat of it on another occasion, a changed version, or nothing."""

from enum import StrEnum

from .compare import Comparison

_SAME = 0.6
"""Share of the shorter statement that must be found again."""
_SAME_IN_COPY = 0.4
"""The same inside a copy family, where the whole text already says that it is one report."""
_STRANGERS = 0.8
"""The same where the speakers are not known to be one."""
_LANGUAGES = 0.52
_LANGUAGES_IN_COPY = 0.42
_LEAST_WORDS = 3
_LEAST_STRANGERS = 6


class Relation(StrEnum):
    """How two statements stand to each other."""

    SAME = "same"
    REPEATS = "repeats"
    CHANGED = "changed"
    OTHER_SPEAKER = "other speaker"


def decide(pair: Comparison) -> Relation | None:
    """The relation of two statements; None where they are different remarks."""
    left, right = pair.left, pair.right
    family = left.family is not None and left.family == right.family
    speaker = left.speaker is not None and left.speaker == right.speaker
    if pair.words < _LEAST_WORDS or not _alike(pair, family, speaker):
        return None
    if pair.changed:
        return Relation.CHANGED
    if not speaker and left.speaker is not None and right.speaker is not None and not family:
        return Relation.OTHER_SPEAKER
    return Relation.SAME if _one_occasion(pair, family) else Relation.REPEATS


def _alike(pair: Comparison, family: bool, speaker: bool) -> bool:
    if pair.left.language != pair.right.language:
        return (speaker or family) and pair.score >= (_LANGUAGES_IN_COPY if family else _LANGUAGES)
    if speaker:
        return pair.coverage >= (_SAME_IN_COPY if family else _SAME)
    return pair.coverage >= _STRANGERS and pair.words >= _LEAST_STRANGERS


def _one_occasion(pair: Comparison, family: bool) -> bool:
    left, right = pair.left, pair.right
    if family or left.source == right.source:
        return True
    if left.day is not None and right.day is not None:
        return left.day == right.day
    return left.occasion is not None and left.occasion == right.occasion
