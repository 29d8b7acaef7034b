"""How far apart two reports lie, by days and, where pages state them, by minutes."""

import datetime as dt

import pytest

from secondsource.matching.events.keys import ReportKeys, report_keys
from secondsource.matching.events.time import UNDATED, days_apart, gap, gathered, undated
from secondsource.model.document import Document
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import MarkedDocument, Marks, Pile
from secondsource.model.published import Published
from secondsource.model.source import Source


def keys(day: str | None, minute: int | None = None, zone: str | None = None) -> ReportKeys:
    """The keys of a report of that hour."""
    published = None
    if day:
        date = dt.date.fromisoformat(day)
        published = Published(day, date, date, (), (date,), zone, minute)
    source = Source("one", "one", "one", None, "one", "text/plain", "utf-8")
    document = Document(source, "Crane falls", "en", (Passage(0, 11, Role.HEADLINE),), published=published)
    marked = MarkedDocument(document, Marks())
    return report_keys(marked, Pile((marked,)))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (("2024-03-04", 60, None), ("2024-03-04", 120, None), 60 / 1440),
        (("2024-03-04", 1430, None), ("2024-03-05", 10, None), 20 / 1440),
        (("2024-03-04", 720, "+02:00"), ("2024-03-04", 600, None), 0.0),
        (("2024-03-04", 60, "+02:00"), ("2024-03-03", 1380, "Z"), 0.0),
        (("2024-03-04", 60, None), ("2024-03-06", None, None), 2.0),
    ],
)
def test_hours_count_where_both_are_known(
    one: tuple[str, int | None, str | None], other: tuple[str, int | None, str | None], apart: float
) -> None:
    assert days_apart(keys(*one), keys(*other)) == pytest.approx(apart)
    assert days_apart(keys(*other), keys(*one)) == pytest.approx(apart)


def test_without_a_date_nothing_is_known() -> None:
    assert gap(keys(None), keys("2024-03-04")) is None
    assert days_apart(keys(None), keys("2024-03-04", 5)) is None


@pytest.mark.parametrize(
    ("one", "other", "reports", "least", "most"),
    [
        ("2024-03-04", "2024-03-05", 12, 1.2, 1.25),
        ("2024-03-04", "2024-03-05", 700, 1.0, 1.01),
        ("2024-03-04", "2024-04-05", 12, 1.0, 1.0),
        ("2024-03-04", None, 12, 1.0, 1.0),
    ],
)
def test_a_small_pile_of_one_week_is_of_one_matter(
    one: str, other: str | None, reports: int, least: float, most: float
) -> None:
    assert least <= gathered(keys(one), keys(other), reports) <= most


def test_an_undated_page_is_nearer_in_a_small_pile() -> None:
    assert undated(5) > undated(50) > undated(500) >= UNDATED
