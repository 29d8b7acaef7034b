"""From copy links to families with an origin and derivations."""

from msgspec import Struct

from secondsource.model.group import CopyFamily, Derivation, Origin, Relation
from secondsource.model.keys import content_id
from secondsource.model.mark import Credit, CreditRole
from secondsource.model.pile import Pile
from secondsource.model.span import Place, Reason
from secondsource.text.normalise import plain

from .compare import Comparison
from .decide import Decision, passed_through, wire_of
from .keys import Body


class Copied(Struct, frozen=True):
    """A pair found to be copies."""

    comparison: Comparison
    decision: Decision


def family(members: tuple[str, ...], copied: list[Copied], bodies: dict[str, Body], pile: Pile) -> CopyFamily:
    """The family of these members: its origin, and one derivation for each member that is not the origin."""
    origin = _origin(members, bodies, pile)
    derivations = _from_outside(members, bodies, origin) if origin.outside else []
    if origin.outside is None:
        derivations = _inside(members, copied, origin)
    return CopyFamily(id=content_id("copies", *members), members=members, origin=origin, derivations=tuple(derivations))


def _origin(members: tuple[str, ...], bodies: dict[str, Body], pile: Pile) -> Origin:
    wires = sorted({name for member in members if (name := wire_of(bodies[member]))})
    for wire in wires:
        for member in members:
            document = pile.document(member).document
            if document.outlet and plain(document.outlet) == plain(wire) and not passed_through(bodies[member]):
                return Origin(source=member, reasons=_credited(members, bodies, wire))
    if wires:
        return Origin(outside=wires[0], reasons=_credited(members, bodies, wires[0]))
    return Origin()


def _credited(members: tuple[str, ...], bodies: dict[str, Body], wire: str) -> tuple[Reason, ...]:
    places = tuple(
        Place(credit.source, credit.start, credit.end)
        for member in members
        for credit in bodies[member].credits
        if credit.name == wire and credit.role in (CreditRole.WIRE, CreditRole.AGENCY)
    )
    return (Reason(f"credited to {wire}", places),)


def _from_outside(members: tuple[str, ...], bodies: dict[str, Body], origin: Origin) -> list[Derivation]:
    found = []
    for member in members:
        body = bodies[member]
        through = [credit for credit in body.credits if credit.through]
        relation = Relation.LIGHT_EDIT
        reasons = list(origin.reasons)
        if through:
            same = through[0].through == body.language
            relation = Relation.TRANSLATION if same else Relation.BACK_TRANSLATION
            reasons = [Reason(f"came through the version in '{through[0].through}'", (_place(through[0]),))]
        found.append(Derivation(f"outside:{origin.outside}", member, relation, 1.0, tuple(reasons)))
    return found


def _place(credit: Credit) -> Place:
    return Place(credit.source, credit.start, credit.end)


def _inside(members: tuple[str, ...], copied: list[Copied], origin: Origin) -> list[Derivation]:
    """A spanning tree of the strongest links, each directed as decided; from the origin outward where one is known."""
    reached = {origin.source} if origin.source else set()
    links = sorted(copied, key=lambda c: (-c.comparison.score, c.comparison.left.source, c.comparison.right.source))
    found: list[Derivation] = []
    joined: dict[str, str] = {member: member for member in members}

    def root(member: str) -> str:
        while joined[member] != member:
            member = joined[member]
        return member

    for link in links:
        left, right = link.comparison.left.source, link.comparison.right.source
        if root(left) == root(right):
            continue
        joined[root(right)] = root(left)
        forward = True if left in reached else False if right in reached else link.decision.forward
        from_id, to_id = (left, right) if forward in (True, None) else (right, left)
        reached.update({from_id, to_id} if reached else set())
        found.append(
            Derivation(
                from_id,
                to_id,
                link.decision.relation,
                link.comparison.score,
                link.decision.reasons,
                directed=forward is not None,
            )
        )
    return sorted(found, key=lambda d: (d.from_id, d.to_id))
