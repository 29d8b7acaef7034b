"""Is it a copy, of which kind, and which way round?"""

from msgspec import Struct

from secondsource.model.group import Relation
from secondsource.model.mark import CreditRole
from secondsource.model.span import Place, Reason

from .compare import Comparison
from .keys import Body

STEADY = 0.8
"""Share of even steps from which two texts keep one pace, as a translation does and a second report does not."""


class Decision(Struct, frozen=True):
    """A relation with its reasons. `forward`: the right derives from the left; None where nothing says."""

    relation: Relation
    forward: bool | None
    reasons: tuple[Reason, ...]


def wire_of(body: Body) -> str | None:
    """The agency a body is credited to."""
    for credit in body.credits:
        if credit.role in (CreditRole.WIRE, CreditRole.AGENCY):
            return credit.name
    return None


def passed_through(body: Body) -> str | None:
    """The language whose version this text came through, as its credits say."""
    return next((credit.through for credit in body.credits if credit.through), None)


def is_copy(comparison: Comparison, least: float) -> bool:
    """Whether enough of the reporter's own telling recurs in order. A shared wire credit lowers the bar a little."""
    if comparison.left.language != comparison.right.language:
        return len(comparison.chain) >= 2 and comparison.score >= _bar_across(comparison, least)
    left, right = wire_of(comparison.left), wire_of(comparison.right)
    bar = least - 0.15 if left and left == right else least
    return len(comparison.chain) >= 2 and comparison.score >= bar


def _bar_across(comparison: Comparison, least: float) -> float:
    """Two languages share only names, numbers, cognates and known words, so less overlap is asked, but a steady
    pace."""
    if comparison.pace < STEADY:
        return least
    return {2: 0.4, 3: 0.4, 4: 0.36}.get(len(comparison.chain), 0.32) * least


def decide(comparison: Comparison) -> Decision:
    """The relation of a pair that is a copy, and its direction where evidence gives one."""
    left, right = comparison.left, comparison.right
    sizes = (sum(s.length for s in left.sentences), sum(s.length for s in right.sentences))
    forward = _direction(left, right, sizes)
    shared = _reason(comparison)
    if left.language != right.language:
        return Decision(Relation.TRANSLATION, forward, (shared,))
    if passed_through(left) or passed_through(right):
        return Decision(Relation.BACK_TRANSLATION, passed_through(right) is not None, (shared,))
    ratio = min(sizes) / max(sizes)
    if comparison.contained >= 0.9:
        relation = Relation.VERBATIM if ratio >= 0.9 else Relation.EXCERPT
    elif comparison.contained >= 0.35:
        relation = Relation.LIGHT_EDIT if ratio >= 0.7 else Relation.EXCERPT
    else:
        relation = Relation.REWRITE
    return Decision(relation, forward, (shared,))


def _direction(left: Body, right: Body, sizes: tuple[int, int]) -> bool | None:
    derived = (_says_derived(left), _says_derived(right))
    if derived[0] != derived[1]:
        return derived[1]
    if min(sizes) < 0.75 * max(sizes):
        return sizes[1] < sizes[0]
    return None


def _says_derived(body: Body) -> bool:
    """A translator, a language passed through, or a "relayed from" in its credits."""
    return passed_through(body) is not None or any(
        credit.role in (CreditRole.TRANSLATOR, CreditRole.RELAYED) for credit in body.credits
    )


def _reason(comparison: Comparison) -> Reason:
    best = sorted(comparison.chain, key=lambda p: (-p.likeness, p.left))[:3]
    places: list[Place] = []
    for pairing in sorted(best, key=lambda p: p.left):
        left, right = comparison.left.sentences[pairing.left].span, comparison.right.sentences[pairing.right].span
        places.append(Place(comparison.left.source, left.start, left.end))
        places.append(Place(comparison.right.source, right.start, right.end))
    return Reason(
        f"{len(comparison.chain)} sentences tell the same in the same order, "
        f"{comparison.narration:.0%} of the shorter text's own narration",
        tuple(places),
    )
