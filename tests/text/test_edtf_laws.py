"""Calendar arithmetic holds its laws for any day, and reads what ISO 8601-2 writes."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text import edtf
from secondsource.text.edtf import Extent, Unit

D = dt.date
DAYS = st.dates(D(1600, 1, 1), D(2400, 12, 31))
UNITS: tuple[Unit, ...] = ("day", "week", "month", "quarter", "half", "year", "decade")


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2024-06-17", D(2024, 6, 17), D(2024, 6, 17)),
        ("2024-02", D(2024, 2, 1), D(2024, 2, 29)),
        ("2023", D(2023, 1, 1), D(2023, 12, 31)),
        ("2023~", D(2023, 1, 1), D(2023, 12, 31)),
        ("2024-06-17T22:00", D(2024, 6, 17), D(2024, 6, 17)),
        ("2023-24", D(2023, 12, 1), D(2024, 2, 29)),
        ("2023-21", D(2023, 3, 1), D(2023, 5, 31)),
        ("2024-34", D(2024, 4, 1), D(2024, 6, 30)),
        ("2024-41", D(2024, 7, 1), D(2024, 12, 31)),
        ("199X", D(1990, 1, 1), D(1999, 12, 31)),
        ("19XX", D(1900, 1, 1), D(1999, 12, 31)),
        ("2024-06-XX", D(2024, 6, 1), D(2024, 6, 30)),
        ("2023-11/2024", D(2023, 11, 1), D(2024, 12, 31)),
        ("2023-11/..", D(2023, 11, 1), None),
        ("/2024", None, D(2024, 12, 31)),
        ("[2024-04-04,2024-04-11]", D(2024, 4, 4), D(2024, 4, 11)),
        ("[2024-05..2025-01]", D(2024, 5, 1), D(2025, 1, 31)),
        ("{2022,2023}", D(2022, 1, 1), D(2023, 12, 31)),
    ],
)
def test_covers_the_days_that_are_written(written: str, first: D | None, last: D | None) -> None:
    assert edtf.extent(written) == Extent(first, last)


@pytest.mark.parametrize(
    "written", ["", "Thursday", "2024-13", "2024-02-30", "2024-06-17/2024-06-01", "[]", "XXXX", "-0489"]
)
def test_what_is_no_date_of_our_era_has_no_extent(written: str) -> None:
    assert edtf.extent(written) is None
    assert edtf.days(written) == ()


def test_a_choice_is_written_as_the_shortest_set() -> None:
    assert edtf.one_of(["2024-04-11", "2024-04-04"]) == "[2024-04-04,2024-04-11]"
    assert edtf.one_of(["2024-05", "2024-06", "2024-07", "2024-09"]) == "[2024-05..2024-07,2024-09]"
    assert edtf.one_of(["2023"]) == "2023"
    assert edtf.one_of([]) is None


def test_moving_keeps_the_precision_and_short_months() -> None:
    assert edtf.shift("2024-01-31", "month", 1) == "2024-02-29"
    assert edtf.shift("2024-12", "month", 1) == "2025-01"
    assert edtf.shift("2024-36", "quarter", 1) == "2025-33"
    assert edtf.shift("2024-33", "year", -1) == "2023-33"
    assert edtf.shift("2024", "month", 1) is None
    assert edtf.shift("9999-12-31", "day", 1) is None


def test_what_both_allow() -> None:
    assert edtf.intersection("2024", "2024-04") == "2024-04"
    assert edtf.intersection("2024-04", "[2024-04-25,2024-05-02]") == "2024-04-25"
    assert edtf.intersection("2023", "2024") is None
    assert edtf.intersection("2023-11/2024-02", "2024") == "2024-01/2024-02"


@pytest.mark.parametrize(("year", "month", "day"), [(2024, 3, 31), (2023, 4, 9), (1998, 4, 12), (2019, 4, 21)])
def test_easter_falls_as_the_almanacs_print_it(year: int, month: int, day: int) -> None:
    assert edtf.easter(year) == D(year, month, day)


@given(DAYS, st.sampled_from(UNITS))
def test_the_unit_at_a_day_holds_that_day(day: D, unit: Unit) -> None:
    written = edtf.unit_at(day, unit)
    assert written is not None
    assert day in edtf.days(written, limit=4000)


@given(DAYS, st.sampled_from(("day", "week", "year", "month")), st.integers(-40, 40))
def test_a_unit_moved_there_and_back_is_the_same(day: D, unit: Unit, count: int) -> None:
    written = edtf.unit_at(day, unit)
    assert written is not None
    moved = edtf.shift(written, unit, count)
    assert moved is not None
    assert edtf.shift(moved, unit, -count) == written


@given(st.sets(DAYS, min_size=1, max_size=8))
def test_a_set_of_days_reads_back(found: set[D]) -> None:
    written = edtf.one_of(edtf.format_day(day) for day in found)
    assert written is not None
    assert set(edtf.days(written, limit=10**6)) == found


@given(DAYS, DAYS, DAYS, DAYS)
def test_intersection_does_not_mind_the_order(a: D, b: D, c: D, d: D) -> None:
    left = edtf.from_extent(Extent(min(a, b), max(a, b)))
    right = edtf.from_extent(Extent(min(c, d), max(c, d)))
    one, two = edtf.intersection(left, right), edtf.intersection(right, left)
    assert (one is None) == (two is None)
    if one and two:
        assert edtf.extent(one) == edtf.extent(two)


@given(DAYS, st.integers(0, 6))
def test_the_nearest_weekday_is_within_a_week(day: D, weekday: int) -> None:
    before, after = edtf.weekday_at_or_before(day, weekday), edtf.weekday_at_or_after(day, weekday)
    assert before.weekday() == after.weekday() == weekday
    assert before <= day <= after
    assert (after - before).days in {0, 7}
