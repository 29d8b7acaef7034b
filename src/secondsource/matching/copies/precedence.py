"""Which page of a family was first: what the pages say of themselves, in points, and what two say of each other."""

from collections import Counter
from collections.abc import Iterable, Mapping

from .keys import Body
from .names import same_house
from .wording import wording

ISSUES = 6
"""A press release: nothing comes before what was handed out."""
DISPATCH = 5
"""A text as the family's agency signs it in its dateline: agencies come before their subscribers."""
NAMED = 3
"""A house that other pages name as the one they have it from."""
OWN_REPORTER = 2
CREDITS_THE_WIRE = -1
"""An agency's text that does not stand as the agency sends it: a subscriber's."""
DERIVED = -4
"""A page that says itself that it was translated, edited or taken over."""
MIXED = -6
"""A page that also has the text of another family."""
CUT = 0.92
"""Share of a text's words that another has of which it is a cut."""
COMPARED = 24
"""Texts of an agency among which the whole is looked for."""
WHOLE_DAY = 24 * 60
"""Stands for an hour that is not known: later than any."""


def leading_wire(bodies: Iterable[Body]) -> str | None:
    """The agency that most of these pages name."""
    wires = Counter(body.signs.wire for body in bodies if body.signs.wire)
    return min(wires, key=lambda name: (-wires[name], name), default=None)


def is_dispatch(body: Body, wire: str | None) -> bool:
    """Whether a page stands as this agency sends it."""
    signs = body.signs
    return wire is not None and signs.dispatched and same_house(signs.wire or "", wire)


def hour_of(body: Body) -> int | None:
    """Minutes since midnight at which a text was sent; None where it gives no day with them: the hour may be that of
    another day."""
    return body.signs.minute if body.signs.day is not None else None


def points_of(bodies: Mapping[str, Body], mixed: frozenset[str]) -> dict[str, int]:
    """How much speaks for each page of a family being its first. `mixed` are pages of two families."""
    wire = leading_wire(bodies.values())
    relayed = sorted({name for body in bodies.values() for name in body.signs.relays})
    return {source: _points(body, wire, relayed) + MIXED * (source in mixed) for source, body in bodies.items()}


def _points(body: Body, wire: str | None, relayed: list[str]) -> int:
    signs = body.signs
    return (
        ISSUES * signs.issues
        + DISPATCH * is_dispatch(body, wire)
        + NAMED * (body.outlet is not None and any(same_house(name, body.outlet) for name in relayed))
        + OWN_REPORTER * signs.reporter
        + CREDITS_THE_WIRE * (signs.wire is not None and not signs.dateline)
        + DERIVED * signs.derived
    )


def first_of(bodies: Mapping[str, Body], mixed: frozenset[str]) -> str:
    """The page likeliest to be first: the one for which most speaks; of those the one that is not dated after another;
    an agency's by the hour and, without one, the shorter, for its takes grow; else in the language of most, and the
    longer."""
    wire = leading_wire(bodies.values())
    points = points_of(bodies, mixed)
    likeliest = [source for source in sorted(bodies) if points[source] == max(points.values())]
    days = [day for source in likeliest if (day := bodies[source].signs.day) is not None]
    not_after = [source for source in likeliest if bodies[source].signs.day in (None, min(days, default=None))]
    tongues = Counter(body.language or "" for body in bodies.values())

    def later(source: str) -> tuple[int, int, bool, int, str]:
        body = bodies[source]
        foreign = -tongues[body.language or ""]
        if not is_dispatch(body, wire):
            return 0, foreign, False, -body.length, source
        minute = hour_of(body)
        return WHOLE_DAY if minute is None else minute, foreign, not body.signs.sent, body.length, source

    ranked = sorted(not_after, key=later)
    return _whole(bodies, ranked) if is_dispatch(bodies[ranked[0]], wire) else ranked[0]


def _whole(bodies: Mapping[str, Body], ranked: list[str]) -> str:
    """The first of an agency's texts, or the longest of those that it was cut from without a word changed: an earlier
    take is written otherwise."""
    first = bodies[ranked[0]]
    if hour_of(first) is not None:
        return first.source
    longer = [one for one in ranked[1:COMPARED] if bodies[one].length * CUT > first.length]
    wholes = [one for one in longer if wording(bodies[one], first).kept >= CUT]
    return max(wholes, key=lambda one: bodies[one].length, default=first.source)


def stands_out(bodies: Mapping[str, Body], first: str, mixed: frozenset[str]) -> bool:
    """Whether the first page is surely that: an agency signs it, or more speaks for it than for any other."""
    points = points_of(bodies, mixed)
    signed = bodies[first].signs.wire is not None
    return signed or all(points[first] > points[source] for source in points if source != first)
