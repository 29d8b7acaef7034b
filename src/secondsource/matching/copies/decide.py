"""Is it a copy, of which kind, and which way round?"""

from msgspec import Struct

from secondsource.language.concepts import COLUMNS
from secondsource.model.group import Relation
from secondsource.model.mark import CreditRole
from secondsource.model.span import Place, Reason

from .compare import Comparison
from .keys import Body
from .names import same_house

STEADY = 0.8
"""Share of even steps from which two texts keep one pace, as a translation does and a second report does not."""


IN_ORDER = 0.6
"""Share of what is alike that stands in order; a translation does not move its sentences about."""
KNOWN_WORDS = (0.60, 0.56, 0.52, 0.50)
UNKNOWN_WORDS = (0.40, 0.40, 0.36, 0.32)
"""Shares of the usual bar for chains of 2, 3, 4, 5 and more sentences between two languages."""


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


def names_as_source(body: Body, other: Body) -> bool:
    """Whether a body credits the other's outlet as the one it relays."""
    relayed = [credit.name for credit in body.credits if credit.role is CreditRole.RELAYED]
    return other.outlet is not None and any(same_house(name, other.outlet) for name in relayed)


def is_copy(comparison: Comparison, least: float) -> bool:
    """Whether enough of the reporter's own telling recurs in order. A shared wire credit lowers the bar a little."""
    if comparison.left.language != comparison.right.language:
        return len(comparison.chain) >= 2 and comparison.score >= _bar_across(comparison, least)
    left, right = wire_of(comparison.left), wire_of(comparison.right)
    bar = least - 0.15 if left and left == right else least
    if names_as_source(comparison.left, comparison.right) or names_as_source(comparison.right, comparison.left):
        bar = least / 2
    return len(comparison.chain) >= 2 and comparison.score >= bar


def _bar_across(comparison: Comparison, least: float) -> float:
    """Two languages share names, numbers, cognates and known words, so less overlap is asked, but a steady pace.

    Still less is asked of a language whose words are not known.
    """
    if comparison.pace < STEADY or comparison.order < IN_ORDER:
        return least
    known = {comparison.left.language, comparison.right.language} <= set(COLUMNS)
    steps = min(len(comparison.chain), 5)
    return least * (KNOWN_WORDS if known else UNKNOWN_WORDS)[steps - 2]


def decide(comparison: Comparison) -> Decision:
    """The relation of a pair that is a copy, and its direction where evidence gives one."""
    left, right = comparison.left, comparison.right
    forward = _direction(left, right)
    shared = _reason(comparison)
    if left.language != right.language:
        return Decision(Relation.TRANSLATION, forward, (shared,))
    if passed_through(left) or passed_through(right):
        return Decision(Relation.BACK_TRANSLATION, passed_through(right) is not None, (shared,))
    if _next_take(comparison):
        return Decision(Relation.FOLLOW_UP, forward, (shared,))
    ratio = min(left.length, right.length) / max(left.length, right.length, 1)
    if comparison.contained >= 0.9:
        relation = Relation.VERBATIM if ratio >= 0.9 else Relation.EXCERPT
    elif comparison.contained >= _edited_from(left, right):
        relation = Relation.LIGHT_EDIT if ratio >= 0.7 else Relation.EXCERPT
    else:
        relation = Relation.REWRITE
    return Decision(relation, forward, (shared,))


def _next_take(comparison: Comparison) -> bool:
    """Whether both are an agency's own takes of a running story: the same wire, unedited, with other numbers in
    sentences that tell the same."""
    left, right = comparison.left, comparison.right
    if wire_of(left) is None or wire_of(left) != wire_of(right) or says_derived(left) or says_derived(right):
        return False
    changed = 0
    for pairing in comparison.chain:
        here, there = left.sentences[pairing.left].numbers, right.sentences[pairing.right].numbers
        changed += bool(here and there and here != there)
    return changed > 0 and comparison.contained < 0.9


def _edited_from(left: Body, right: Body) -> float:
    """Shared 5-grams from which a text is edited, not rewritten; less is asked where both credit the same wire."""
    return 0.1 if wire_of(left) and wire_of(left) == wire_of(right) else 0.3


def _direction(left: Body, right: Body) -> bool | None:
    derived = (says_derived(left), says_derived(right))
    if derived[0] != derived[1]:
        return derived[1]
    if min(left.length, right.length) < 0.75 * max(left.length, right.length):
        return right.length < left.length
    return None


def says_derived(body: Body) -> bool:
    """A translator, an editor of the house, a language passed through, or a "relayed from" in its credits."""
    return (
        body.edited
        or passed_through(body) is not None
        or any(credit.role in (CreditRole.TRANSLATOR, CreditRole.RELAYED) for credit in body.credits)
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
