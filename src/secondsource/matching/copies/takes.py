"""An agency's takes: dispatches that it sent from one place on one day. The later is often written anew, so they are
paired by what their datelines say and not by their words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from secondsource.model.mark import CreditRole
from secondsource.text.normalise import plain

from .compare import Comparison
from .decide import one_day, one_wire
from .keys import Body

NEXT = 6
"""Dispatches that each is compared with, of those sent after it."""
TAKE = 0.15
"""Likeness from which two dispatches of one place or hour and one day are takes of one report."""
SHARED, SHARE = 3, 0.25
"""Names and figures in common, and their share of those of the text with fewer, from which two with the same place and
their hours are takes, though no sentence was kept."""


def possible_takes(bodies: Iterable[Body]) -> Iterator[tuple[str, str]]:
    """Pairs of sources, in order, that one agency sent from one place on one day or the next."""
    sent: dict[tuple[str, str | None, str], list[Body]] = defaultdict(list)
    for body in bodies:
        placed = place_of(body)
        signed = placed and any(credit.role is CreditRole.WIRE for credit in body.credits)
        if signed and body.signs.dispatched and body.signs.day is not None:
            sent[plain(body.signs.wire or ""), body.language, placed].append(body)
    for _, found in sorted(sent.items(), key=lambda each: (each[0][0], each[0][1] or "", each[0][2])):
        found.sort(key=lambda body: (body.signs.day or (0, 0), body.signs.minute or 0, body.source))
        for at, body in enumerate(found):
            for other in found[at + 1 : at + 1 + NEXT]:
                if one_day(body, other):
                    yield min(body.source, other.source), max(body.source, other.source)


def takes(comparison: Comparison) -> bool:
    """Whether two pages stand as one agency sent them, in one language, and were sent from one place or at hours of one
    day: takes of a running report, where they share anything of weight."""
    left, right = comparison.left, comparison.right
    if left.language != right.language or not one_wire(left, right):
        return False
    if not (left.signs.dispatched and right.signs.dispatched and one_day(left, right)):
        return False
    hours = left.signs.minute is not None and right.signs.minute is not None and left.signs.day == right.signs.day
    placed = place_of(left) != "" and place_of(left) == place_of(right)
    if comparison.chain and comparison.score >= TAKE:
        return hours or placed
    return hours and placed and comparison.shared >= max(SHARED, SHARE * comparison.fewest)


def place_of(body: Body) -> str:
    """The place of the dateline, as places are compared; empty without one."""
    return plain(body.marked.document.masthead.place or "")
