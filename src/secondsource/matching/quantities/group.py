"""From decided pairs to quantities: figures that agree are joined first, then those that openly disagree."""

from collections.abc import Iterable, Sequence

from secondsource.model.group import Agreement, Quantity
from secondsource.model.judgement import Judgement
from secondsource.model.keys import content_id
from secondsource.model.link import Link, LinkKind
from secondsource.model.span import Place, Reason
from secondsource.stage.grouping import Pair, components

from .decide import Decision
from .growing import of_one_toll
from .reading.keys import FigureKeys
from .settle import agreeing, apart, joining, not_bridged, not_outvoted, places_of

_OPEN = frozenset({Agreement.CONFLICT, Agreement.REVISED})
_ORDER = (
    Agreement.CONFLICT,
    Agreement.REVISED,
    Agreement.CONVERTED,
    Agreement.SAME_BY_ROUNDING,
    Agreement.SAME,
)
"""The class of a group is the first of these among its pairs."""


def group(
    keys: Sequence[FigureKeys],
    decisions: Sequence[Decision],
    judgements: tuple[Judgement, ...],
    never: Sequence[tuple[str, str]] = (),
    weakly: Sequence[tuple[str, str]] = (),
) -> list[Quantity]:
    """Every figure in exactly one quantity; sorted by first member. `never`: pairs that are kept apart whatever else is
    like both; `weakly`: those of two days, unless far more disputes or corrections tie their sides together."""
    pairs = [_pair(decision) for decision in joining(decisions)]
    # openly differing figures only come together where nothing else keeps them apart
    pairs += [_pair(decision, 0.001) for decision in decisions if decision.agreement in _OPEN]
    agreed = agreeing(keys, decisions, judgements, [*never, *weakly])
    parted = not_bridged(agreed, decisions, apart(keys, decisions, judgements))
    parted += not_outvoted(agreed, decisions, weakly)
    parted += never
    one_toll = of_one_toll(keys, agreed, parted)
    parted = [ids for ids in parted if ids not in one_toll]
    groups = components([one.id for one in keys], pairs, judgements, parted)
    place = places_of(groups)
    inside: dict[int, list[Decision]] = {}
    for decision in decisions:
        left, right = (place[member] for member in decision.ids)
        if left == right:
            inside.setdefault(left, []).append(decision)
    by_id = {one.id: one for one in keys}
    ids = [content_id("quantity", *members) for members in groups]
    related = _related(decisions, place, ids)
    return [
        _quantity(ids[at], [by_id[member] for member in members], inside.get(at, []), related.get(at, ()))
        for at, members in enumerate(groups)
    ]


def _pair(decision: Decision, factor: float = 1.0) -> Pair:
    return Pair(decision.comparison.score * factor, *decision.ids)


def _related(
    decisions: Iterable[Decision], place: dict[str, int], ids: list[str]
) -> dict[int, tuple[tuple[str, Agreement], ...]]:
    """Quantities that look alike but are kept apart, with the class of the difference."""
    found: dict[int, set[tuple[str, Agreement]]] = {}
    for decision in decisions:
        left, right = (place[member] for member in decision.ids)
        if left != right and not decision.joins:
            found.setdefault(left, set()).add((ids[right], decision.agreement))
            found.setdefault(right, set()).add((ids[left], decision.agreement))
    return {at: tuple(sorted(others)) for at, others in found.items()}


def _quantity(
    identifier: str,
    members: list[FigureKeys],
    decisions: list[Decision],
    related: tuple[tuple[str, Agreement], ...],
) -> Quantity:
    figures = [one.figure for one in members]
    original = [figure for figure in figures if figure.converts is None] or figures
    first = min(original, key=lambda figure: (-_said_by(figure.unit, members), figure.source, figure.start, figure.id))
    agreement, reasons = _agreement(members, decisions)
    periods = sorted({figure.period for figure in figures if figure.period is not None}, key=lambda p: (len(p), p))
    return Quantity(
        id=identifier,
        members=tuple(sorted(figure.id for figure in figures)),
        measure=_measure(members, first.id),
        unit=first.unit,
        period=first.period or (periods[0] if periods else None),
        agreement=agreement,
        reasons=reasons,
        related=related,
    )


def _said_by(unit: str, members: list[FigureKeys]) -> int:
    return sum(1 for one in members if one.figure.unit == unit)


def _measure(members: list[FigureKeys], first: str) -> str:
    """The fullest wording of what is measured; the first member's where several are as full."""
    phrases = [(one.figure.measure or "", one.id != first, one.id) for one in members]
    return min(phrases, key=lambda row: (not row[0], -min(4, len(row[0].split())), row[1], row[0], row[2]))[0]


def _agreement(members: list[FigureKeys], decisions: list[Decision]) -> tuple[Agreement, tuple[Reason, ...]]:
    if len(members) == 1:
        figure = members[0].figure
        place = Place(figure.source, figure.start, figure.end)
        return Agreement.SAME, (Reason("Stated once.", (place,)),)
    classes = {decision.agreement for decision in decisions}
    value = next((one for one in _ORDER if one in classes), None)
    if value is None:
        spots = tuple(sorted(Place(k.figure.source, k.figure.start, k.figure.end) for k in members))
        return Agreement.UNDECIDED, (Reason("Put together by a person; the texts alone do not say so.", spots),)
    by_why: dict[str, set[Place]] = {}
    for decision in decisions:
        if decision.agreement in _ORDER:
            by_why.setdefault(decision.reason.why, set()).update(decision.reason.spans)
    ranked = sorted(by_why, key=lambda why: (_rank(decisions, why), why))
    return value, tuple(Reason(why, tuple(sorted(by_why[why]))) for why in ranked)


def _rank(decisions: list[Decision], why: str) -> int:
    return min(_ORDER.index(d.agreement) for d in decisions if d.reason.why == why and d.agreement in _ORDER)


def links_of(decisions: Iterable[Decision], judgements: tuple[Judgement, ...]) -> list[Link]:
    """One link for each decided pair, whatever its class; sorted by id."""
    judged = {tuple(sorted((one.left, one.right))) for one in judgements}
    found = [
        Link(
            id=content_id("link", LinkKind.QUANTITY, *decision.ids),
            kind=LinkKind.QUANTITY,
            left=decision.ids[0],
            right=decision.ids[1],
            relation=decision.agreement,
            score=round(decision.comparison.score, 4),
            features=decision.comparison.features,
            reasons=(decision.reason,),
            judged=decision.ids in judged,
        )
        for decision in decisions
    ]
    return sorted(found, key=lambda link: link.id)
