"""Whether two bodies give two figures: police and organisers, the prefecture and a satellite service, two experts."""

from .compare import intervals_meet
from .question import RIVAL_SCALE, goes_on, noun_of, other_scale
from .reading.frame import NOUN
from .reading.keys import FigureKeys
from .times import exclusive, is_stretch

CONTRADICTS = "contradicts"
"""The cue that somebody holds another number to be right."""
_FROM, _EARLIER, _FORECAST = "from", "earlier", "forecast"
CONTRADICTED_BACK, _FIGURES = 2, 3
"""Sentences, and figures, from a number to the one that contradicts it, at most."""


def contradicted(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether a report lets another body give, right behind a number, its own number for the same, and says that it
    holds the first to be wrong or keeps to its own: 90 cases. That is far too low, the nurses say: they count 140.
    """
    first, second = sorted((left, right), key=lambda one: one.rank)
    a, b = first.subject, second.subject
    if first.figure.source != second.figure.source or first.figure.unit != second.figure.unit:
        return False
    if intervals_meet(left, right) or other_scale(left, right, RIVAL_SCALE):
        return False
    if CONTRADICTS not in b.cues and not _only_its_own(first, second):
        return False
    if {_FROM, _EARLIER} & a.cues or first.figure.replaced_by is not None:
        return False  # what was taken back before is in no dispute
    if b.sentence - a.sentence > CONTRADICTED_BACK or second.rank - first.rank > _FIGURES:
        return False
    if not b.places <= a.places or a.drawn != b.drawn or exclusive(left, right):
        return False
    if first.figure.unit == "percent" and not goes_on(left, right):
        return False  # shares are of whatever each sentence speaks of
    nouns = noun_of(first), noun_of(second)
    return (not all(nouns) or bool(nouns[0] & nouns[1])) and _of_another(first, second)


def _only_its_own(first: FigureKeys, second: FigureKeys) -> bool:
    """Whether a clause says nothing that the one before does not, besides who gives its number: That will shut 30
    branches. The union sees 45 go."""
    a, b = first.subject, second.subject
    more = any(keys.isdisjoint(a.frame.words) for keys in b.frame.own)
    bare = not more and not noun_of(second) and b.frame.held and b.frame.gives and not b.frame.phrased
    plain = not b.dated and not b.cues - {_FORECAST} and not b.part and not a.part
    near = bool(b.frame.bodies) and second.rank - first.rank < _FIGURES and a.frame.expects == b.frame.expects
    return bare and plain and near and first.figure.unit != "percent"


def _of_another(first: FigureKeys, second: FigureKeys) -> bool:
    """Whether somebody gives the second of two numbers who does not give the first."""
    a, b = first.subject.frame, second.subject.frame
    if a.bodies & b.bodies or (first.voice is not None and first.voice == second.voice):
        return False
    return b.gives or bool(b.bodies) or second.voice is not None


def of_one_body(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether who gives the one figure is named in the clause of the other: Kolmar, an institute, has 12. Kolmar once
    put it at 15."""
    a, b = left.subject.frame, right.subject.frame
    return _is_named(a.bodies, b.words) or _is_named(b.bodies, a.words)


def _is_named(bodies: frozenset[str], words: frozenset[str]) -> bool:
    return any(f"= {body}" in words for body in bodies)


def rivals(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether two kinds of bodies are named that count; or two who speak, of one stretch of time."""
    a, b = _giver(left), _giver(right)
    if a is not None and b is not None and a != b:
        return True
    two = left.voice is not None and right.voice is not None and left.voice != right.voice
    return two and left.period is not None and left.period == right.period and is_stretch(left.period)


def _giver(one: FigureKeys) -> str | None:
    """The kind of body that its clause, or the one it goes on from, says has counted."""
    subject = one.subject
    return subject.voice if subject.frame.gives or one.voice is not None else None


def one_gives(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether the later of two figures is given by a body that the earlier one's clause does not name."""
    first, second = sorted((left, right), key=lambda one: one.rank)
    a, b = first.subject.frame, second.subject.frame
    known = any(not body.startswith(NOUN) for body in b.bodies)
    return b.gives and known and not a.bodies & b.bodies


def two_give(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether each clause says who gives its figure, and not the same: a name beside a number gives nothing yet."""
    a, b = left.subject.frame, right.subject.frame
    known = any(not body.startswith(NOUN) for body in a.bodies | b.bodies)
    return known and bool(a.bodies and b.bodies) and not a.bodies & b.bodies and a.gives and b.gives


def of_two_bodies(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether the clauses name bodies, none in common, and one of them gives its figure."""
    a, b = left.subject.frame, right.subject.frame
    return bool(a.bodies and b.bodies) and not a.bodies & b.bodies and (a.gives or b.gives)


def two_hold(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether each clause names who gives its figure, and not the same; the verb may be left out before the second: the
    union puts the losses at 320 million euros, the insurers at 190 million."""
    first, second = sorted((left, right), key=lambda one: one.rank)
    a, b = first.subject.frame, second.subject.frame
    if not b.bodies or a.bodies & b.bodies:
        return False
    known = any(not body.startswith(NOUN) for body in b.bodies)
    stated = bool(a.bodies) or (second.rank == first.rank + 1 and not b.own)
    if b.gives and b.held and known and goes_on(left, right) and stated:
        return True
    if not a.gives or not a.bodies:
        return False
    if b.gives:
        return two_give(left, right)
    more = sum(1 for keys in b.own if keys.isdisjoint(a.words))
    gapped = b.bare and not b.own and a.held and second.rank == first.rank + 1  # they put it at 4, their union at 7
    one_thing = ((b.held or gapped) and goes_on(left, right)) or (
        bool(first.subject.first & second.subject.first) and not b.owned
    )
    return first.subject.sentence == second.subject.sentence and one_thing and more <= 1


def two_keep_to(left: FigureKeys, right: FigureKeys) -> bool:
    """Whether the later of two figures of one report is nothing but another body's number for the same: the union
    counts 20; the union, 20."""
    frame = max((left, right), key=lambda one: one.rank).subject.frame
    named = any(not body.startswith(NOUN) for body in frame.bodies)
    return named and goes_on(left, right) and frame.held and frame.bare and two_hold(left, right)
