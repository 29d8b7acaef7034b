"""From copy links to families: where the text comes from, and from whom each page has it."""

import datetime as dt
from collections import Counter

from msgspec import Struct

from secondsource.model.group import CopyFamily, Derivation, Origin, Relation
from secondsource.model.keys import content_id
from secondsource.model.mark import Credit, CreditRole
from secondsource.model.pile import Pile
from secondsource.model.span import Place, Reason

from .compare import Comparison, compare
from .decide import Decision, decide, passed_through, says_derived, wire_of
from .keys import Body
from .names import same_house

ROOT_MARGIN = 0.2
"""A page is taken to derive from the family's root, unless another member is likelier by more than this."""


class Copied(Struct, frozen=True):
    """A pair found to be copies."""

    comparison: Comparison
    decision: Decision


SURE = 0.6
"""A pair this alike needs no third page to vouch for it."""
LARGE = 3
"""Copies of one side from which a third page would be expected to vouch."""


def trusted(copied: dict[frozenset[str], Copied]) -> dict[frozenset[str], Copied]:
    """The pairs without weak bridges: where one side has several copies and the other is like only one of them, and not
    surely, the likeness is taken for chance. So one doubtful pair never joins two families. A page in the same language
    that is like one version alone may still be a rewrite of it."""
    near: dict[str, set[str]] = {}
    for pair in copied:
        left, right = sorted(pair)
        near.setdefault(left, set()).add(right)
        near.setdefault(right, set()).add(left)

    def holds(pair: frozenset[str], found: Copied) -> bool:
        left, right = sorted(pair)
        comparison = found.comparison
        if comparison.score >= SURE or near[left] & near[right]:
            return True
        fewer, more = sorted((len(near[left]), len(near[right])))
        alone = fewer == 1 and comparison.left.language == comparison.right.language
        return alone or more < LARGE

    return {pair: found for pair, found in copied.items() if holds(pair, found)}


class _Family(Struct, frozen=True):
    """What every step needs to know of one family."""

    members: tuple[str, ...]
    bodies: dict[str, Body]
    copied: dict[frozenset[str], Copied]
    pile: Pile

    def between(self, left: str, right: str) -> Comparison:
        """The comparison of two members, `left` on the left."""
        known = self.copied.get(frozenset((left, right)))
        if known is not None and known.comparison.left.source == left:
            return known.comparison
        return compare(self.bodies[left], self.bodies[right])


def family(
    members: tuple[str, ...], copied: dict[frozenset[str], Copied], bodies: dict[str, Body], pile: Pile
) -> CopyFamily:
    """The family of these members: its origin, and for each member from whom it has the text.

    `copied` holds the pairs that are copies, each under its two sources.
    """
    found = _Family(members, bodies, copied, pile)
    origin = _origin(found)
    return CopyFamily(
        id=content_id("copies", *members),
        members=members,
        origin=origin,
        derivations=tuple(sorted(_derivations(found, origin), key=lambda d: (d.from_id, d.to_id))),
    )


def _origin(family: _Family) -> Origin:
    """The wire most members credit: a member's own house, or outside; else the one member that all others derive
    from."""
    credited: dict[str, list[Credit]] = {}
    for member in family.members:
        for credit in family.bodies[member].credits:
            if credit.role in (CreditRole.WIRE, CreditRole.AGENCY):
                credited.setdefault(credit.name, []).append(credit)
    if not credited:
        return _relayed_within(family)
    wire = min(credited, key=lambda name: (-len({credit.source for credit in credited[name]}), name))
    reasons = (Reason(f"credited to {wire}", tuple(_place(credit) for credit in credited[wire])),)
    for member in _longest_first(family):
        outlet = family.pile.document(member).document.outlet
        if outlet and same_house(outlet, wire) and not says_derived(family.bodies[member]):
            return Origin(source=member, reasons=reasons)
    return Origin(outside=wire, reasons=reasons)


def _relayed_within(family: _Family) -> Origin:
    """A member whose house another member names as the one it relays."""
    for member in _longest_first(family):
        outlet = family.pile.document(member).document.outlet
        for other in family.members:
            for credit in family.bodies[other].credits:
                if outlet and other != member and credit.role is CreditRole.RELAYED and same_house(outlet, credit.name):
                    return Origin(source=member, reasons=(Reason(f"relayed from {credit.name}", (_place(credit),)),))
    return Origin()


def _longest_first(family: _Family) -> list[str]:
    return sorted(family.members, key=lambda member: (-family.bodies[member].length, member))


def _derivations(family: _Family, origin: Origin) -> list[Derivation]:
    root = origin.source or _carrier(family, origin)
    found: list[Derivation] = []
    if root and origin.outside:
        found.append(_from_outside(root, Relation.VERBATIM, origin))
    for member in family.members:
        if member == root:
            continue
        parent = _parent(member, root, family)
        if root is None and origin.outside and wire_of(family.bodies[member]):
            found.append(_modified(family.bodies[member], origin))
        elif parent is not None:
            found.append(_derivation(family.between(parent, member), root, family))
    return _without_doubles(found)


def _carrier(family: _Family, origin: Origin) -> str | None:
    """The member that prints an outside wire's text without saying that it changed or translated it: the earliest, in
    the
    language of most such members, and of those the longest."""
    plain = [
        member
        for member in _longest_first(family)
        if wire_of(family.bodies[member]) == origin.outside and not says_derived(family.bodies[member])
    ]
    if origin.outside is None or not plain:
        return None
    tongues = Counter(family.bodies[member].language or "" for member in plain)
    return min(plain, key=lambda m: (_day(m, family), -tongues[family.bodies[m].language or ""]))


def _day(member: str, family: _Family) -> dt.date:
    """The first day on which the member can have been published; an undated one comes last."""
    published = family.pile.published(member)
    return published.earliest if published else dt.date.max


def _parent(member: str, root: str | None, family: _Family) -> str | None:
    """The member this one has its text from: the version it says it came through, the root, or the likeliest other."""
    near = [other for other in family.members if other == root or frozenset((other, member)) in family.copied]
    scores = {other: family.between(other, member).score for other in near if other != member}
    body = family.bodies[member]
    through = passed_through(body)
    if through and through != body.language:
        versions = {other: score for other, score in scores.items() if family.bodies[other].language == through}
        if versions:
            return max(sorted(versions), key=lambda other: versions[other])
    best = max(sorted(scores), key=lambda other: scores[other], default=None)
    if root is None or best is None:
        return best
    # Two languages share fewer words than one: a version in another tongue that is liker than the root was its way.
    margin = ROOT_MARGIN if family.bodies[best].language == body.language else ROOT_MARGIN / 2
    return root if scores[root] + margin >= scores[best] else best


def _derivation(comparison: Comparison, root: str | None, family: _Family) -> Derivation:
    decision = decide(comparison)
    forward = True if root else decision.forward
    left, right = comparison.left.source, comparison.right.source
    from_id, to_id = (right, left) if forward is False else (left, right)
    relation = decision.relation
    if relation is Relation.TRANSLATION and root and family.bodies[to_id].language == family.bodies[root].language:
        relation = Relation.BACK_TRANSLATION
    return Derivation(from_id, to_id, relation, comparison.score, decision.reasons, forward is not None)


def _from_outside(member: str, relation: Relation, origin: Origin) -> Derivation:
    return Derivation(f"outside:{origin.outside}", member, relation, 1.0, origin.reasons)


def _modified(body: Body, origin: Origin) -> Derivation:
    """A page that says itself how it changed the outside text: translated, brought back, or edited."""
    through = [credit for credit in body.credits if credit.through]
    if not through:
        return _from_outside(body.source, Relation.LIGHT_EDIT, origin)
    same = through[0].through == body.language
    relation = Relation.TRANSLATION if same else Relation.BACK_TRANSLATION
    reason = Reason(f"came through the version in '{through[0].through}'", (_place(through[0]),))
    return Derivation(f"outside:{origin.outside}", body.source, relation, 1.0, (reason,))


def _without_doubles(found: list[Derivation]) -> list[Derivation]:
    """Two members that each have the other for parent are one undirected derivation."""
    kept: dict[frozenset[str], Derivation] = {}
    for derivation in sorted(found, key=lambda d: (d.from_id, d.to_id)):
        kept.setdefault(frozenset((derivation.from_id, derivation.to_id)), derivation)
    return list(kept.values())


def _place(credit: Credit) -> Place:
    return Place(credit.source, credit.start, credit.end)
