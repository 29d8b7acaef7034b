"""How any two figures of a matched pile stand to each other, also through a third."""

import datetime as dt

from secondsource.matching.quantities.standing import standings
from secondsource.model.document import Document
from secondsource.model.group import Agreement, Quantity
from secondsource.model.link import Link, LinkKind
from secondsource.model.mark import Comparator, Figure
from secondsource.model.pile import MarkedDocument, Marks, Pile
from secondsource.model.published import Published
from secondsource.model.source import Source


def pile() -> Pile:
    """Three reports of 2.8 percent, one of 3.1 percent before, and the links a matcher would draw."""
    values = {"a": 2.8, "b": 2.8, "c": 2.83, "d": 3.1}
    documents = tuple(document(name, value) for name, value in values.items())
    links = (
        link("a", "b", Agreement.SAME),
        link("b", "c", Agreement.SAME_BY_ROUNDING),
        link("a", "d", Agreement.DIFFERENT_PERIOD),
    )
    groups = (quantity("a", "b", "c"), quantity("d"))
    return Pile(documents, links=links, groups=groups)


def document(name: str, value: float) -> MarkedDocument:
    """A report with one figure."""
    source = Source(f"source:{name}", name, name, None, name, "text/plain", "utf-8")
    figure = Figure(
        id=name, source=source.id, start=0, end=1, text="", value=value, low=value - 0.05, high=value + 0.05,
        unit="percent", comparator=Comparator.EQUAL, measure=None,
    )  # fmt: skip
    return MarkedDocument(Document(source, "x", "en", ()), Marks((figure,)))


def link(left: str, right: str, agreement: Agreement) -> Link:
    """A link between two figures."""
    return Link(
        id=left + right, kind=LinkKind.QUANTITY, left=left, right=right, relation=agreement, score=0.9, features=()
    )


def quantity(*members: str) -> Quantity:
    """A quantity of these figures."""
    return Quantity(
        id="q:" + members[0],
        members=members,
        measure="",
        unit="percent",
        period=None,
        agreement=Agreement.SAME,
        reasons=(),
    )


def test_a_link_says_it() -> None:
    assert standings(pile()).between("b", "a") is Agreement.SAME


def test_two_of_one_side_agree_through_a_third() -> None:
    assert standings(pile()).between("a", "c") is Agreement.SAME_BY_ROUNDING


def test_what_one_says_of_another_side_holds_for_its_whole_side() -> None:
    stand = standings(pile())
    assert {stand.between(one, "d") for one in "abc"} == {Agreement.DIFFERENT_PERIOD}


def test_figures_that_nothing_ties_have_no_standing() -> None:
    alone = Pile((document("a", 1.0), document("b", 1.0)), groups=(quantity("a"), quantity("b")))
    assert standings(alone).between("a", "b") is None


def test_the_later_report_of_both_values_says_how_its_value_stands_to_all_before() -> None:
    """Reports of 11 and of 13; one holds that the two are in dispute, a later one that 13 took the place of 11."""
    days = {"early": dt.date(2025, 3, 4), "dispute": dt.date(2025, 3, 5), "late": dt.date(2025, 3, 20)}
    documents = (
        of_day("early", days["early"], {"e11": 11.0}),
        of_day("dispute", days["dispute"], {"d11": 11.0, "d13": 13.0}),
        of_day("late", days["late"], {"l11": 11.0, "l13": 13.0}),
    )
    links = (
        link("e11", "d11", Agreement.SAME),
        link("d11", "l11", Agreement.SAME),
        link("d13", "l13", Agreement.SAME),
        link("d11", "d13", Agreement.CONFLICT),
        link("l11", "l13", Agreement.REVISED),
    )
    stand = standings(Pile(documents, links=links, groups=(quantity("e11", "d11", "d13", "l11", "l13"),)))
    assert stand.between("e11", "d13") is Agreement.CONFLICT
    assert stand.between("e11", "l13") is Agreement.REVISED
    assert stand.between("d11", "l13") is Agreement.REVISED
    assert stand.between("d11", "d13") is Agreement.CONFLICT


def of_day(name: str, day: dt.date, values: dict[str, float]) -> MarkedDocument:
    """A report of one day, with figures by name."""
    source = Source(f"source:{name}", name, name, None, name, "text/plain", "utf-8")
    figures = tuple(
        Figure(
            id=key, source=source.id, start=0, end=1, text="", value=value, low=value, high=value,
            unit="count", comparator=Comparator.EQUAL, measure=None,
        )
        for key, value in values.items()
    )  # fmt: skip
    published = Published(day.isoformat(), day, day, (), (day,))
    return MarkedDocument(Document(source, "x", "en", (), published=published), Marks(figures))
