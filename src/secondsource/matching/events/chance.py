"""How surely two headlines are of one happening: a logistic curve over what is alike in them and the hours between.

The weights are round numbers, chosen where a change of a fifth hardly matters; none is the outcome of a fit.
"""

import math

from msgspec import Struct


class Curve(Struct, frozen=True):
    """What each thing adds to the height on the curve; at 0 the two are as often of one happening as not."""

    start: float
    """With nothing alike."""
    words: float = 0.0
    letters: float = 0.0
    meaning: float = 0.0
    day: float = 0.0
    """A day between the two."""
    translated: float = 0.0
    """Two languages: they say the same in more ways than one language does."""
    cognates: float = 0.0
    """Letters alike in two languages, added to `letters`: words do not count there."""


RULES = Curve(start=-3.5, words=5.0, letters=8.0, day=-1.4, translated=0.8, cognates=6.0)
"""Without a model."""
MODELS = Curve(start=-7.0, meaning=16.0, day=-1.3, translated=0.6)
"""With sentence vectors, words and letters add nothing."""
MODELS_WHOLE_TEXTS = Curve(start=-10.0, meaning=20.0, translated=0.6)
"""How texts begin is nearer within a subject than headlines are, and they are told for longer."""


def chance(
    curve: Curve, days: float, same_language: bool, words: float = 0.0, letters: float = 0.0, meaning: float = 0.0
) -> float:
    """From 0 to 1."""
    height = curve.start + curve.words * words + curve.letters * letters + curve.meaning * meaning + curve.day * days
    if not same_language:
        height += curve.translated + curve.cognates * letters
    return 1.0 / (1.0 + math.exp(-max(height, -40.0)))
