"""Blocks: who is compared does not depend on the order of figures, and the number of pairs grows with the figures."""

import random

import pytest

from secondsource.matching.quantities.block import candidate_pairs
from secondsource.matching.quantities.reading.keys import FigureKeys, figure_keys
from secondsource.model.document import Document
from secondsource.model.group import Event
from secondsource.model.mark import Comparator, Figure
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import MarkedDocument, Marks, Pile
from secondsource.model.source import Source


def report(number: int, values: list[float], term: str) -> MarkedDocument:
    """A report that gives some values of one thing."""
    name = f"{number:04}"
    text = " ".join(f"{value:g} {term}." for value in values)
    source = Source(name, name, name, None, name, "text/plain", "utf-8")
    figures, at = [], 0
    for rank, value in enumerate(values):
        written = f"{value:g}"
        figures.append(
            Figure(
                id=f"figure:{name}-{rank}",
                source=name,
                start=at,
                end=at + len(written),
                text=written,
                value=value,
                low=value,
                high=value,
                unit="count",
                comparator=Comparator.EQUAL,
                measure=term,
                terms=(term,),
            )
        )
        at += len(f"{value:g} {term}. ")
    document = Document(source, text, "en", (Passage(0, len(text), Role.BODY),))
    return MarkedDocument(document, Marks(tuple(figures)))


def keys_of(reports: list[MarkedDocument], *, of_one_event: bool) -> list[FigureKeys]:
    members = [tuple(one.id for one in reports)] if of_one_event else [(one.id,) for one in reports]
    events = tuple(
        Event(id=f"event:{each[0]}", members=each, title="", when=None, where=None, actions=()) for each in members
    )
    return sorted(figure_keys(Pile(tuple(reports), groups=events)), key=lambda one: one.id)


def ids(keys: list[FigureKeys]) -> set[frozenset[str]]:
    return {frozenset((keys[left].id, keys[right].id)) for left, right in candidate_pairs(keys)}


def test_no_figures_no_pairs() -> None:
    assert list(candidate_pairs([])) == []


def test_near_values_of_one_event_are_compared_and_of_two_only_equal_ones() -> None:
    reports = [report(0, [240.0], "barges"), report(1, [245.0], "barges"), report(2, [240.0], "barges")]
    assert len(ids(keys_of(reports, of_one_event=True))) == 3
    apart = ids(keys_of(reports, of_one_event=False))
    assert apart == {frozenset(("figure:0000-0", "figure:0002-0"))}


@pytest.mark.parametrize("count", [20, 90])
def test_the_order_of_the_pile_never_matters(count: int) -> None:
    chance = random.Random(count)
    reports = [report(at, [float(chance.randint(200, 230))], "barges") for at in range(count)]
    before = keys_of(reports, of_one_event=True)
    chance.shuffle(reports)
    assert ids(keys_of(reports, of_one_event=True)) == ids(before)


def test_pairs_of_one_large_event_grow_with_its_figures() -> None:
    """Every two of two hundred would be 19,900 pairs; in chains each has a few, and equal values hang together."""
    found = ids(keys_of([report(at, [240.0 + at % 3], "barges") for at in range(200)], of_one_event=True))
    assert 200 < len(found) < 200 * 20
    linked = {frozenset(pair) for pair in found}
    assert all(any(f"figure:{at:04}-0" in pair for pair in linked) for at in range(200))
