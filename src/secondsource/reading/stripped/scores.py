"""How much each line, seen alone, looks like the words of a report: a table of small named features with weights.

Scores are on the scale of log odds. The weights are set by hand.
"""

from msgspec import Struct

from secondsource.language.furniture import Kind

from .lines import Line

_LENGTHS = (
    (1, -4.2),
    (2, -3.6),
    (4, -2.4),
    (6, -1.5),
    (9, -0.9),
    (13, -0.4),
    (19, 0.0),
    (29, 0.8),
    (39, 1.4),
    (59, 2.0),
)
"""(words up to, score); longer lines have the last of all, `_LONG`."""
_LONG = 2.6


class Weights(Struct, frozen=True):
    """What each feature adds."""

    ended: float = 1.3
    not_ended: float = -0.6
    more_stops: float = 0.7
    functional: float = 1.0
    labelled: float = -1.2
    bulleted: float = -0.5
    shouted: float = -0.8
    digits: float = -1.0
    linked: float = -0.8
    glued: float = -1.0
    separated: float = -0.8
    coded: float = -4.0
    dated: float = -0.5
    repeated: float = -1.6
    whole: float = -4.0
    opens: float = -2.6
    holds: float = -1.6
    bio: float = -1.0
    heading: float = 1.2
    question: float = 0.8


WEIGHTS = Weights()
_AGAINST = (Kind.CLOSING, Kind.RELATED, Kind.SHARE, Kind.CONSENT, Kind.FORM, Kind.ADVERT, Kind.SIGNUP, Kind.LEGAL)


def score(line: Line, weights: Weights = WEIGHTS) -> float:
    """Log odds that `line` is part of the report, from the line alone."""
    if line.coded and line.stops < 3:
        return weights.coded
    total = next((value for limit, value in _LENGTHS if line.words <= limit), _LONG)
    total += _form(line, weights) + _phrases(line, weights)
    return total


def _form(line: Line, weights: Weights) -> float:
    total = weights.ended if line.ended else weights.not_ended
    if line.stops >= 2:
        total += weights.more_stops
    if line.words >= 5:
        if line.function_share >= 0.3:
            total += weights.functional
        elif line.function_share < 0.12:
            total += weights.labelled
    if line.bullet:
        total += weights.bulleted
    if line.shouted:
        total += weights.shouted
    if line.digits > 0.15:
        total += weights.digits
    if line.linked:
        total += weights.linked
    if line.glued and line.words < 40:
        total += weights.glued * min(3, line.glued)
    if line.separators and line.words < 30:
        total += weights.separated
    if line.dated and line.words < 12:
        total += weights.dated
    if line.times > 1:
        total += weights.repeated if line.words < 12 else weights.repeated * 1.5
    if line.text.rstrip().endswith("?") and 3 <= line.words < 15:
        total += weights.question
    return total


def _phrases(line: Line, weights: Weights) -> float:
    total = 0.0
    long = line.words > 40
    if any(kind in line.whole for kind in _AGAINST):
        total += weights.whole
    elif any(kind in line.opens for kind in _AGAINST):
        total += weights.opens * (0.5 if long else 1.0)
    held = sum(1 for kind in _AGAINST if kind in line.holds)
    total += weights.holds * min(2, held)
    if Kind.BIO in line.holds or Kind.BIO in line.opens:
        total += weights.bio
    if Kind.HEADING in line.whole:
        total += weights.heading
    elif Kind.HEADING in line.opens and not line.has(*_AGAINST):
        total += weights.heading * 0.7
    return total
