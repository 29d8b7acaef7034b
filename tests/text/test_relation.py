"""Relations: what the words mean before a date is known, worked out for the days a text may have been written on."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text import edtf
from secondsource.text.relation import resolve, resolve_on, to_timex

THURSDAY = dt.date(2024, 4, 25)
DAYS = st.dates(dt.date(1600, 1, 1), dt.date(2400, 12, 31))
STEPS = (
    "day:-1 week:+1 weekend:-1 month:+1 quarter:-1 half:0 year:-1 decade:-1 weekday:3 weekday:3:next weekday:3:before "
    "month-of-year:5 month-of-year:5:near season:22:next quarter-of-year:3 half-of-year:1 day-of-month:15 advent:+0 "
    "day-of-year:04-05 day-of-year:04-05@2 easter:+1 weekends:0 span:month:-3 within:day:+5 weekday-in-year:11-3-4"
)
CHAINS = st.sampled_from(STEPS.split())


@pytest.mark.parametrize(
    ("relation", "written", "timex"),
    [
        ("weekday:3", "2024-04-25", "2024-04-25"),
        ("weekday:4", "2024-04-19", "2024-04-19"),
        ("weekday:4:next", "2024-04-26", "2024-04-26"),
        ("week:-1 weekday:4", "2024-04-19", "2024-04-19"),
        ("week:-1", "2024-04-15/2024-04-21", "2024-W16"),
        ("weekend:-1", "2024-04-20/2024-04-21", "2024-W16-WE"),
        ("month-of-year:3:before", "2024-03", "2024-03"),
        ("month-of-year:5:next", "2024-05", "2024-05"),
        ("year:-1 quarter-of-year:3", "2023-35", "2023-Q3"),
        ("=2023 part:EARLY", "2023-01/2023-06", "2023"),
        ("=2023-06 opening:week:2", "2023-05-29/2023-06-11", "2023-05-29/2023-06-11"),
        ("=2022 closing:month:4", "2022-09/2022-12", "2022-09/2022-12"),
        ("=2021 opening:day:10", "2021-01-01/2021-01-10", "2021-01-01/2021-01-10"),
        ("day:+1 lasting:day:3", "2024-04-26/2024-04-28", "2024-04-26/2024-04-28"),
        ("=2019 weekday-in-year:11-3-4 weekend:with", "2019-11-28/2019-12-01", "2019-11-28/2019-12-01"),
        ("=2021 weekday-in-year:9-0-1 weekend:with", "2021-09-04/2021-09-06", "2021-09-04/2021-09-06"),
        ("=2021-10-31 weekend:with", "2021-10-30/2021-10-31", "2021-W43-WE"),
        ("=2024-12-25 weekend:with", "2024-12-28/2024-12-29", "2024-W52-WE"),
        ("=2023-06 part:END", "2023-06-16/2023-06-30", "2023-06"),
        ("month:0 part:LATER", "2024-04-25/2024-04-30", "2024-04"),
        ("day-of-year:04-05@2", "2023-04-05", "2023-04-05"),
        ("=1989-35 move:year:-1", "1988-35", "1988-Q3"),
        ("move:year:-2 move:month:-1", "2022-03-25", "2022-03-25"),
        ("weekday:0 T:22:00", "2024-04-22T22:00", "2024-04-22T22:00"),
        ("day:-1 T:EV", "2024-04-24", "2024-04-24TEV"),
        ("span:month:-3", "2024-01-25/2024-04-24", "2024-01-25/2024-04-24"),
        ("weekday-in-year:11-3-4", "2023-11-23", "2023-11-23"),
        ("=2024-06 weekday-in:4--1", "2024-06-28", "2024-06-28"),
        ("=2021 week:1", "2021-01-04/2021-01-10", "2021-W01"),
        ("advent:+0:next", "2024-12-01", "2024-12-01"),
        ("=19XX", "19XX", "19"),
    ],
)
def test_seen_from_a_thursday_in_april(relation: str, written: str, timex: str) -> None:
    resolved = resolve_on(relation, THURSDAY)
    assert resolved is not None
    assert (resolved.edtf, resolved.timex) == (written, timex)


@pytest.mark.parametrize(
    "relation",
    ["", "nonsense", "nonsense:1", "month:x", "day:99999999", "day-of-year:02-31", "part:END:x", "opening:week:2"],
)
def test_what_makes_no_sense_gives_nothing_or_the_day(relation: str) -> None:
    resolved = resolve_on(relation, THURSDAY)
    assert resolved is None or resolved.edtf == THURSDAY.isoformat()


def test_a_doubt_about_publication_stays_a_doubt() -> None:
    thursdays = "[2024-04-04,2024-04-11,2024-04-18,2024-04-25]"
    assert resolve("weekday:3", thursdays) == thursdays
    assert resolve("month:+1", thursdays) == "2024-05"
    assert resolve("year:-1", "2024") == "2023"
    assert resolve("month:+1", "2024-04/2024-12") == "[2024-05..2025-01]"
    assert resolve("year:-1", "2010/..") is None
    assert resolve("year:-1", "1990/2020") is None


def test_years_before_our_era_are_told_as_people_count_them() -> None:
    assert to_timex("-0489") == "BC0490"


@given(CHAINS, DAYS)
def test_whatever_comes_out_can_be_read(relation: str, day: dt.date) -> None:
    resolved = resolve_on(relation, day)
    assert resolved is not None
    assert edtf.extent(resolved.edtf) is not None


@given(st.integers(0, 6), DAYS)
def test_a_bare_weekday_is_at_most_six_days_old(weekday: int, day: dt.date) -> None:
    resolved = resolve_on(f"weekday:{weekday}", day)
    assert resolved is not None
    found = dt.date.fromisoformat(resolved.edtf)
    assert found.weekday() == weekday and 0 <= (day - found).days <= 6


@given(CHAINS, st.sets(st.dates(dt.date(2024, 1, 1), dt.date(2024, 3, 31)), min_size=1, max_size=5))
def test_knowing_more_about_publication_never_contradicts_knowing_less(relation: str, days: set[dt.date]) -> None:
    less = edtf.one_of(day.isoformat() for day in days)
    more = min(days).isoformat()
    assert less is not None
    wide, narrow = resolve(relation, less), resolve(relation, more)
    assert wide is not None and narrow is not None
    inside, around = edtf.extent(narrow), edtf.extent(wide)
    assert inside is not None and around is not None
    assert inside.earliest is not None and around.earliest is not None and around.earliest <= inside.earliest
