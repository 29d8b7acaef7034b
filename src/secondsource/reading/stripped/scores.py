"""How much each line, seen alone, looks like the words of a report: a table of small named features with weights.

Scores are on the scale of log odds. The weights are set by hand.
"""

from msgspec import Struct

from secondsource.language.furniture import Kind

from .lines import Line

_LENGTHS = (
    (1, -4.2),
    (2, -3.4),
    (4, -1.4),
    (6, -0.5),
    (9, -0.5),
    (13, -0.5),
    (19, -0.2),
    (29, 0.2),
    (39, 0.7),
    (59, 1.4),
)
"""(words up to, score); longer lines have `_LONG`."""
_LONG = 1.6


class Weights(Struct, frozen=True):
    """What each feature adds."""

    ended: float = 0.9
    not_ended: float = -0.4
    more_stops: float = 0.5
    functional: float = 0.2
    labelled: float = 0.0
    bulleted: float = 0.2
    nested: float = -2.0
    """A list mark of a deeper level (`+`, `o`), as text browsers draw menus."""
    numbered: float = 0.9
    shouted: float = -0.4
    digits: float = -0.3
    linked: float = -0.8
    glued: float = -0.8
    separated: float = -1.0
    coded: float = -4.0
    dated: float = -0.2
    repeated: float = -1.2
    question: float = -0.1
    colon: float = 1.1
    trailing: float = -2.2
    """It ends in dots: cut off."""
    capitals: float = -0.9
    """Long, and most words with a capital: a run of links."""
    quote: float = 0.4
    heading: float = 0.9


WEIGHTS = Weights()
_AGAINST: dict[Kind, tuple[float, float, float]] = {
    Kind.CLOSING: (-4.0, -2.6, 0.0),
    Kind.BOX: (-4.0, -2.6, 0.0),
    Kind.RELATED: (-4.0, -1.4, -1.4),
    Kind.SHARE: (-5.0, -3.0, -3.0),
    Kind.CONSENT: (-5.0, -5.0, -4.5),
    Kind.FORM: (-5.0, -5.0, -4.5),
    Kind.ADVERT: (-5.0, -3.5, -2.6),
    Kind.SIGNUP: (-4.0, -3.0, -2.0),
    Kind.LEGAL: (-4.5, -3.0, -2.8),
    Kind.BIO: (-3.0, -3.0, -2.2),
}
"""What a phrase of each kind adds where it is the line, opens it, stands in it."""
_MOST_AGAINST = -7.0
_LONG_LINE = 40


def score(line: Line, weights: Weights = WEIGHTS) -> float:
    """Log odds that `line` is part of the report, from the line alone."""
    if line.coded and line.stops < 3:
        return weights.coded
    total = next((value for limit, value in _LENGTHS if line.words <= limit), _LONG)
    return total + _form(line, weights) + _shape(line, weights) + _phrases(line, weights)


def _form(line: Line, weights: Weights) -> float:
    """Whether it reads as a sentence."""
    end = line.text.rstrip()[-1:]
    total = weights.ended if line.ended else weights.not_ended
    if line.stops >= 2:
        total += weights.more_stops
    if line.words >= 5:
        total += weights.functional if line.function_share >= 0.3 else 0.0
        total += weights.labelled if line.function_share < 0.12 else 0.0
    if line.words >= 12 and line.capital_share > 0.55:
        total += weights.capitals
    if end == "?" and 3 <= line.words < 15:
        total += weights.question
    if end == ":" and line.words >= 3:
        total += weights.colon
    if line.folded.rstrip(" ]").endswith("..."):
        total += weights.trailing
    if line.text[:1] in '“„«"':
        total += weights.quote
    return total


def _shape(line: Line, weights: Weights) -> float:
    """List marks, capitals, figures, links, repetition."""
    total = 0.0
    if line.numbered:
        total += weights.numbered
    elif line.bullet in ("+", "o"):
        total += weights.nested
    elif line.bullet:
        total += weights.bulleted
    if line.shouted:
        total += weights.shouted
    if line.digits > 0.15:
        total += weights.digits
    if line.linked:
        total += weights.linked
    if line.glued and line.words < _LONG_LINE:
        total += weights.glued * min(2, line.glued)
    if line.separators and line.words < 30:
        total += weights.separated
    if line.dated and line.words < 12:
        total += weights.dated
    if line.times > 1:
        total += weights.repeated if line.words < 12 else weights.repeated * 1.5
    return total


def _phrases(line: Line, weights: Weights) -> float:
    """Phrases of furniture, each kind once, in its strongest place."""
    total = 0.0
    for kind, (whole, opens, holds) in _AGAINST.items():
        if kind in line.whole:
            total += whole
        elif kind in line.opens:
            total += opens
        elif kind in line.holds:
            total += holds
    total = max(_MOST_AGAINST, total)
    if total == 0.0 and Kind.HEADING in line.opens and line.words <= 15:
        total += weights.heading
    return total
