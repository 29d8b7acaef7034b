"""What became of a claim on its way through the copies of one report: each difference with the characters of both."""

from collections import Counter
from collections.abc import Iterator

from secondsource.language.certainty import hedge
from secondsource.model.claim import Difference
from secondsource.model.mark import Action, Comparator, Figure, Realis, Statement
from secondsource.model.span import Place
from secondsource.text.normalise import fold

from .origins import Member, Origins
from .reports import reports_of
from .voices import swapped

_TOLERANCE = 1e-9
_CERTAIN = {Realis.ASSERTED: 1, Realis.ALLEGED: 0}
_BOUNDS = {
    Comparator.ABOUT: "about ",
    Comparator.MORE: "more than ",
    Comparator.AT_LEAST: "at least ",
    Comparator.LESS: "less than ",
    Comparator.AT_MOST: "at most ",
}


def differences(members: list[Member], origins: Origins) -> tuple[Difference, ...]:
    """Between the tellings of each report, in order of place: changed or dropped attribution, dropped or added
    qualifier, rounded figure, a certainty that grew or shrank, a lost negation."""
    if len(members) == 1:
        return ()
    reports: dict[str, list[Member]] = {}
    found: list[Difference] = []
    told_by = reports_of(members, origins)
    if all(isinstance(member, Statement) for member in members):
        found.extend(swapped(members, told_by, origins))
    for member in members:
        reports.setdefault(told_by[member.source].id, []).append(member)
    for _, carried in sorted(reports.items()):
        if not isinstance(carried[0], Statement):
            found.extend(swapped(carried, told_by, origins))
        first = _first(carried, origins)
        for other in _one_a_page(carried):
            if other.source != first.source:
                found.extend(_between(first, other, origins))
    return tuple(found)


def _first(carried: list[Member], origins: Origins) -> Member:
    """The telling that the others are held against: that of the page the copies come from; else the commonest."""
    origin = origins.first_page(carried[0].source, frozenset(member.source for member in carried))
    told = _one_a_page(carried)
    wordings = Counter(fold(member.text) for member in told)
    return min(told, key=lambda one: (one.source != origin, -wordings[fold(one.text)], one.source, one.start))


def _one_a_page(carried: list[Member]) -> list[Member]:
    """The first telling of each page, in order of page."""
    found: dict[str, Member] = {}
    for member in sorted(carried, key=lambda one: (one.source, one.start, one.id)):
        found.setdefault(member.source, member)
    return list(found.values())


def _between(first: Member, other: Member, origins: Origins) -> Iterator[Difference]:
    if isinstance(first, Figure) and isinstance(other, Figure):
        yield from _of_figures(first, other)
    if isinstance(first, Statement) and isinstance(other, Statement):
        yield from _of_statements(first, other, origins)
    if isinstance(first, Action) and isinstance(other, Action):
        yield from _of_deeds(first, other)
    named, nameless = origins.voice(first), origins.voice(other)
    if named is not None and nameless is None and origins.parties.known(named):
        yield _difference("dropped attribution", first, other, f"said by {named.name}; this copy names nobody")


def _of_figures(first: Figure, other: Figure) -> Iterator[Difference]:
    if first.unit != other.unit:
        return
    before, after = first.comparator, other.comparator
    if _equal(first.value, other.value):
        if after is Comparator.EQUAL and before is not Comparator.EQUAL:
            yield _difference("dropped qualifier", first, other, f"{_worded(first)} became {_worded(other)}")
        elif before is Comparator.EQUAL and after is not Comparator.EQUAL:
            yield _difference("added qualifier", first, other, f"{_worded(first)} became {_worded(other)}")
    elif _holds(other, first.value) or _holds(first, other.value):
        yield _difference("rounded figure", first, other, f"{_worded(first)} became {_worded(other)}")


def _worded(figure: Figure) -> str:
    """The number with its qualifier, which stands outside of the figure's own characters."""
    return f"“{_BOUNDS.get(figure.comparator, '')}{figure.text}”"


def _of_statements(first: Statement, other: Statement, origins: Origins) -> Iterator[Difference]:
    before, after = (hedge(one.text, origins.language(one.source)) for one in (first, other))
    if before and not after:
        yield _difference("certainty grew", first, other, f"“{before}” is gone in this copy")
    elif after and not before:
        yield _difference("certainty shrank", first, other, f"“{after}” stands in this copy only")
    if first.negated and not other.negated:
        yield _difference("lost negation", first, other, "denied in one copy, said in the other")


def _of_deeds(first: Action, other: Action) -> Iterator[Difference]:
    before, after = _CERTAIN.get(first.realis), _CERTAIN.get(other.realis)
    if before is not None and after is not None and before != after:
        kind = "certainty grew" if before < after else "certainty shrank"
        yield _difference(kind, first, other, f"{first.realis.value} in one copy, {other.realis.value} in the other")


def _equal(left: float, right: float) -> bool:
    return abs(left - right) <= _TOLERANCE * max(1.0, abs(left), abs(right))


def _holds(figure: Figure, value: float) -> bool:
    """Whether the figure's writing allows the value."""
    low, high = figure.low, figure.high
    return low is not None and high is not None and low <= value <= high


def _difference(kind: str, first: Member, other: Member, note: str) -> Difference:
    left, right = (Place(one.source, one.start, one.end) for one in (first, other))
    return Difference(kind, left, right, note)
