"""A family as it is told: where its text comes from, and from whom each page has it."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from secondsource.model.group import CopyFamily, Derivation, Origin, Relation
from secondsource.model.keys import content_id
from secondsource.model.mark import Credit, CreditRole
from secondsource.model.span import Place, Reason

from .compare import Comparison, compare
from .decide import STRETCH, next_take, one_handout, one_wire, reason, relation_of
from .families import Copied
from .keys import Body
from .lineage import Tree, grow
from .names import same_house
from .precedence import stands_out
from .signs import lives_off, tells_of_handout
from .wording import wording

RELEASE = "press release"
"""What an origin is called that pages only mention: a text that was handed out and is not in the pile."""
SHORTER = 0.75
"""Share of the other's length below which the shorter of two texts is the later."""


class _Family(Struct, frozen=True, dict=True):
    """What every step needs to know of one family."""

    bodies: dict[str, Body]
    copied: Copied
    mixed: frozenset[str]
    compared: dict[tuple[str, str], Comparison]
    rooted: bool = False
    """Whether the first page stands out: then all others come from it."""

    def between(self, left: str, right: str) -> Comparison:
        """The comparison of two members, `left` on the left."""
        known = self.copied.get(frozenset((left, right)))
        if known is not None and known.left.source == left:
            return known.comparison
        if (left, right) not in self.compared:
            self.compared[left, right] = compare(self.bodies[left], self.bodies[right])
        return self.compared[left, right]

    def near(self, left: str, right: str) -> bool:
        """Whether the two were found to be copies."""
        return frozenset((left, right)) in self.copied


def family(members: tuple[str, ...], copied: Copied, bodies: Mapping[str, Body], mixed: frozenset[str]) -> CopyFamily:
    """The family of these members: its origin, and for each member from whom it has the text.

    `copied` holds the pairs that are copies, each under its two sources; `mixed` are pages of two families.
    """
    found = _Family({member: bodies[member] for member in members}, copied, mixed, {})
    tree = grow(found.bodies, found.between, found.near, mixed)
    found = replace(found, rooted=stands_out(found.bodies, tree.first, mixed))
    origin = _origin(found, tree)
    return CopyFamily(
        id=content_id("copies", *members),
        members=members,
        origin=origin,
        derivations=tuple(sorted(_derivations(found, tree, origin), key=lambda d: (d.from_id, d.to_id))),
    )


def _origin(family: _Family, tree: Tree) -> Origin:
    """The wire of the first page: that page where its house is the wire, else outside; else a press release that is not
    in the pile; else a house that others name."""
    first = family.bodies[tree.first]
    wire = first.signs.wire or next((body.signs.wire for body in family.bodies.values() if body.signs.wire), None)
    if wire is not None:
        roles = (CreditRole.WIRE, CreditRole.AGENCY)
        signed = [c for body in family.bodies.values() for c in body.credits if c.role in roles and c.name == wire]
        reasons = (Reason(f"credited to {wire}", tuple(sorted(_place(credit) for credit in signed))),)
        if first.outlet is not None and same_house(first.outlet, wire) and not first.signs.derived:
            return Origin(source=tree.first, reasons=reasons)
        return Origin(outside=wire, reasons=reasons)
    released = _released(family, tree)
    return Origin(outside=RELEASE, reasons=_handouts(family, released)) if released else _relayed(family, tree)


def _released(family: _Family, tree: Tree) -> set[str]:
    """The first page and those that were made from the same press release as it, where that is not in the pile."""
    first = family.bodies[tree.first]
    if first.signs.issues:
        return set()
    made = {one for one in tree.parents if _made_alike(family, tree.first, one)}
    return made | {tree.first} if made else made


def _made_alike(family: _Family, first: str, member: str) -> bool:
    """Whether two pages were made from one press release, and neither from the other's words."""
    found = family.between(first, member)
    left, right = family.bodies[first], family.bodies[member]
    return one_handout(left, right, found.shared, found.fewest) and wording(left, right).run < STRETCH


def _handouts(family: _Family, members: set[str]) -> tuple[Reason, ...]:
    """Where the pages say that they go by it."""
    places = []
    for member in sorted(members):
        body = family.bodies[member]
        told = (
            each.span
            for each in body.sentences
            if tells_of_handout(each.span.cut(body.marked.document.text), body.language)
        )
        places += [Place(member, span.start, span.end) for span in list(told)[:1]]
    return (Reason("each goes by a press release, and none has more than it", tuple(places)),)


def _relayed(family: _Family, tree: Tree) -> Origin:
    """A member whose house another member names as the one it relays, or the house outside that several name."""
    names: dict[str, list[Credit]] = {}
    for body in family.bodies.values():
        for credit in body.credits:
            if credit.role is CreditRole.RELAYED and lives_off(body.marked, credit):
                names.setdefault(credit.name, []).append(credit)
    for name, found in sorted(names.items(), key=lambda item: (-len({c.source for c in item[1]}), item[0])):
        reasons = (Reason(f"relayed from {name}", tuple(sorted(_place(credit) for credit in found))),)
        for source in (tree.first, *sorted(family.bodies)):
            outlet = family.bodies[source].outlet
            if outlet is not None and same_house(outlet, name):
                return Origin(source=source, reasons=reasons)
        if len({credit.source for credit in found}) * 2 > len(family.bodies):
            return Origin(outside=name, reasons=reasons)
    return Origin()


def _derivations(family: _Family, tree: Tree, origin: Origin) -> list[Derivation]:
    found: list[Derivation] = []
    from_outside = {tree.first} if origin.outside else set()
    if origin.outside == RELEASE:
        from_outside = _released(family, tree)
    elif origin.outside and not family.bodies[tree.first].signs.wire:
        from_outside |= {one for one in tree.parents if _retells(family, tree.parents[one], one)}
    passed: dict[str, frozenset[str]] = {tree.first: frozenset()}
    for member in tree.order:
        parent = tree.parents.get(member)
        if member in from_outside:
            found.append(_from_outside(family.bodies[member], origin))
        if parent is not None:
            tongue = frozenset({family.bodies[parent].language or ""})
            passed[member] = passed[parent] | tongue
            if member not in from_outside:
                found.append(_derivation(family, parent, member, passed[parent]))
    return found


def _retells(family: _Family, parent: str, member: str) -> bool:
    """Whether a page names an outside house and has not the words of its parent."""
    relays = family.bodies[member].signs.relays
    return bool(relays) and wording(family.bodies[parent], family.bodies[member]).run < STRETCH


def _derivation(family: _Family, parent: str, member: str, passed: frozenset[str]) -> Derivation:
    earlier, later = family.bodies[parent], family.bodies[member]
    comparison = family.between(parent, member)
    relation = relation_of(earlier, later, comparison, passed=passed)
    if relation is Relation.LIGHT_EDIT and member in family.mixed:
        relation = Relation.EXCERPT
    directed = family.rooted or _directed(family, earlier, later)
    return Derivation(parent, member, relation, comparison.score, (reason(comparison),), directed)


def _directed(family: _Family, earlier: Body, later: Body) -> bool:
    """Whether anything says that the one came before the other."""
    one, two = earlier.signs, later.signs
    if one.wire is not None or next_take(earlier, later) or one_wire(earlier, later):
        return True
    if later.source in family.mixed or two.derived or (one.reporter and not two.reporter):
        return True
    if one.day is not None and two.day is not None and one.day < two.day:
        return True
    return later.length < SHORTER * earlier.length


def _from_outside(body: Body, origin: Origin) -> Derivation:
    """A page that has an outside text: as it was, or as the page itself says translated, brought back, or edited."""
    signs = body.signs
    relation = Relation.VERBATIM
    if signs.through is not None:
        relation = Relation.TRANSLATION if signs.through == body.language else Relation.BACK_TRANSLATION
    elif signs.relays or origin.outside == RELEASE:
        relation = Relation.REWRITE
    elif signs.edited:
        relation = Relation.LIGHT_EDIT
    return Derivation(f"outside:{origin.outside}", body.source, relation, 1.0, origin.reasons)


def _place(credit: Credit) -> Place:
    return Place(credit.source, credit.start, credit.end)
