"""Whose report each page of one claim is: its copy family, the page itself, or the one that it has this claim from.

Two pages that are no copies may share a passage word for word: a paragraph of an agency in a report of its own,
background carried along. What both tell inside that passage they have from one hand, so it is one report. The same
holds of a page that says whose it is where it tells it: "the Courier reported", "she told the Nordwire agency". And
what one agency sends out twice on a day about one occasion is one line of reporting, however it was written anew.
"""

import datetime as dt
from collections.abc import Sequence
from itertools import combinations

from secondsource.model.link import Link
from secondsource.model.published import Published
from secondsource.model.span import Span

from .origins import Member, Origins, Report

_A_DAY = dt.timedelta(days=1)

Reports = dict[str, Report]
"""The report of each page of a claim, by the page's source id."""


def reports_of(members: Sequence[Member], origins: Origins) -> Reports:
    """The reports of a claim's pages, with those put together that are one line of reporting: see above."""
    carriers = frozenset(member.source for member in members)
    own = {source: origins.report(source, carriers) for source in sorted(carriers)}
    if len(own) == 1:
        return own
    places: dict[str, list[Span]] = {}
    for member in members:
        places.setdefault(member.source, []).append(member.span)
    shared = [(link.left, link.right) for link in origins.reuses_among(carriers) if _tells_in_both(link, places)]
    return _together(own, [*shared, *_relayed(members, own, origins), *_of_one_wire(own, origins)])


def doubtful(told_by: Reports, origins: Origins) -> frozenset[str]:
    """Those of a claim's pages that may have their text from another of them, and so are no second report as far as one
    can tell. Of two in doubt the page stays whose report more pages carry, then the first by its id."""
    if len(told_by) == 1:
        return frozenset()
    carried: dict[Report, list[str]] = {}
    for source, report in sorted(told_by.items()):
        carried.setdefault(report, []).append(source)
    kept: set[str] = set()
    for _, pages in sorted(carried.items(), key=lambda item: (-len(item[1]), item[0])):
        if len(pages) > 1 or kept.isdisjoint(origins.alike.get(pages[0], ())):
            kept.update(pages)
    return frozenset(told_by.keys() - kept)


def _relayed(members: Sequence[Member], own: Reports, origins: Origins) -> list[tuple[str, str]]:
    """Pairs of pages of which the one says that it has the claim from the other's house, or both from one house. A page
    that also tells it without naming a house has it by itself."""
    named: dict[str, list[set[str]]] = {}
    for member in members:
        named.setdefault(member.source, []).append(origins.relays(member))
    from_house = {source: set.intersection(*names) for source, names in named.items()}
    told_by: dict[str, list[str]] = {}
    for source in sorted(own):
        for house in origins.houses(source) | from_house[source]:
            told_by.setdefault(house, []).append(source)
    return [
        (told_by[house][0], source)
        for source, houses in sorted(from_house.items())
        for house in sorted(houses)
        if told_by[house][0] != source
    ]


def _of_one_wire(own: Reports, origins: Origins) -> list[tuple[str, str]]:
    """Pairs of pages that one agency sent out on one occasion, a day apart at most."""
    sent: dict[tuple[str, str], list[str]] = {}
    for source in sorted(own):
        occasion = origins.occasion(source)
        for wire in sorted(origins.wires(source)) if occasion else ():
            sent.setdefault((wire, occasion), []).append(source)
    pairs = (pair for pages in sent.values() for pair in combinations(pages, 2))
    return [
        (one, other)
        for one, other in pairs
        if _within_a_day(origins.pile.published(one), origins.pile.published(other))
    ]


def _within_a_day(one: Published | None, other: Published | None) -> bool:
    """Whether nothing says that two pages came out more than a day apart."""
    if one is None or other is None:
        return True
    return max(one.earliest - other.latest, other.earliest - one.latest) <= _A_DAY


def _tells_in_both(link: Link, places: dict[str, list[Span]]) -> bool:
    """Whether one of the shared passages holds the claim on either page, and nothing of it on either page stands
    outside of such passages."""
    around = [place for reason in link.reasons for place in reason.spans]
    pairs = list(zip(around[::2], around[1::2], strict=True))
    sides = ((link.left, [left for left, _ in pairs]), (link.right, [right for _, right in pairs]))
    return all(
        any(place.start <= told.start and told.end <= place.end for place in passages)
        for source, passages in sides
        for told in places[source]
    )


def _together(own: Reports, shared: Sequence[tuple[str, str]]) -> Reports:
    """Each page under the report that its group of pages has: a family's before a single page's, else the first."""
    root = {report.id: report.id for report in own.values()}

    def found(one: str) -> str:
        while root[one] != one:
            one = root[one]
        return one

    named = {report.id: report for report in own.values()}
    for one, other in shared:
        left, right = sorted((found(own[one].id), found(own[other].id)), key=lambda report: (report in own, report))
        root[right] = left
    return {source: named[found(report.id)] for source, report in own.items()}
