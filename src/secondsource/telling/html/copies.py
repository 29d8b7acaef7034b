"""Who copied whom: each family as a tree from its origin."""

from markupsafe import Markup
from msgspec import Struct

from ..dossier import CopyRow, DerivationRow
from ..lookup import Lookup
from ..wording import RELATION, figures
from .anchors import Anchors, Link
from .drawing.tree import Node, tree
from .shown import Why, reasons


class Step(Struct, frozen=True):
    """One derivation in words, with its reasons."""

    text: str
    link: Link
    reasons: tuple[Why, ...]


class FamilyView(Struct, frozen=True):
    """One text and its copies."""

    anchor: str
    name: str
    counted: str
    drawing: Markup
    origin: tuple[Why, ...]
    steps: tuple[Step, ...]


def families(lookup: Lookup, anchors: Anchors) -> tuple[FamilyView, ...]:
    """Families, the largest first."""
    ordered = sorted(lookup.dossier.copies, key=lambda f: (-len(f.members), f.id))
    return tuple(_view(family, lookup, anchors) for family in ordered)


def _view(family: CopyRow, lookup: Lookup, anchors: Anchors) -> FamilyView:
    name = lookup.origin(family)
    root = _tree(family, lookup, anchors)
    return FamilyView(
        anchor=f"f-{family.id.rpartition(':')[2]}",
        name=name,
        counted=figures(len(family.members), "page"),
        drawing=tree(root, f"{name}: {figures(len(family.members), 'page')}"),
        origin=reasons(family.origin.reasons, anchors),
        steps=tuple(_step(derivation, lookup, anchors) for derivation in family.derivations),
    )


def _name(node: str, lookup: Lookup) -> str:
    if node.startswith("outside:"):
        return node.removeprefix("outside:")
    label, title = lookup.label(node), lookup.title(node)
    return label if title.startswith(label) else f"{label} · {title}"


def _step(derivation: DerivationRow, lookup: Lookup, anchors: Anchors) -> Step:
    old, new = _name(derivation.from_id, lookup), _name(derivation.to_id, lookup)
    relation = RELATION.get(derivation.relation, derivation.relation)
    arrow = "→" if derivation.directed else "–"
    tail = "" if derivation.directed else " (nothing says which came first)"
    words = f"{old} {arrow} {new}: {relation}, score {derivation.score:.2f}{tail}"
    page = derivation.to_id if derivation.to_id in lookup.sources else derivation.from_id
    return Step(words, anchors.page(page, "open"), reasons(derivation.reasons, anchors))


def _tree(family: CopyRow, lookup: Lookup, anchors: Anchors) -> Node:
    """The family as a tree: every page once, under the best derivation that reaches it from the origin."""
    root = family.origin.source or (f"outside:{family.origin.outside}" if family.origin.outside else "")
    edges: dict[str, list[tuple[str, DerivationRow]]] = {}
    for derivation in sorted(family.derivations, key=lambda d: (not d.directed, -d.score, d.from_id, d.to_id)):
        edges.setdefault(derivation.from_id, []).append((derivation.to_id, derivation))
        if not derivation.directed:
            edges.setdefault(derivation.to_id, []).append((derivation.from_id, derivation))
    children: dict[str, list[tuple[str, DerivationRow | None]]] = {}
    reached = {root}
    queue = [root]
    pages = sorted(family.members, key=lambda member: lookup.order.get(member, 0))
    while True:
        while queue:
            node = queue.pop(0)
            for other, derivation in edges.get(node, []):
                if other not in reached:
                    reached.add(other)
                    children.setdefault(node, []).append((other, derivation))
                    queue.append(other)
        rest = [page for page in pages if page not in reached]
        if not rest:
            break
        heads = {d.to_id for d in family.derivations if d.directed}
        start = next((page for page in rest if page not in heads), rest[0])
        children.setdefault(root, []).append((start, None))
        reached.add(start)
        queue.append(start)
    return _node(root, None, children, lookup, anchors)


def _node(
    node: str,
    derivation: DerivationRow | None,
    children: dict[str, list[tuple[str, DerivationRow | None]]],
    lookup: Lookup,
    anchors: Anchors,
) -> Node:
    below = sorted(children.get(node, []), key=lambda entry: (entry[0] not in children, lookup.order.get(entry[0], 0)))
    return Node(
        name=_name(node, lookup) if node else "origin not known",
        href=anchors.page(node).href if node in lookup.sources else "",
        relation=RELATION.get(derivation.relation, derivation.relation) if derivation else "",
        directed=derivation.directed if derivation else True,
        children=tuple(_node(other, found, children, lookup, anchors) for other, found in below),
    )
