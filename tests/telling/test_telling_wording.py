"""Dates, amounts, labels and alignments as the faces say them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.telling.amounts import amount, interval, number
from secondsource.telling.dates import apart, spoken
from secondsource.telling.dossier import PassageRow
from secondsource.telling.html.anchors import cut_lines
from secondsource.telling.lookup import short_labels
from secondsource.telling.variants import ONE_REMARK, compared
from secondsource.telling.wording import count, listed
from secondsource.text.align import Change


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2023-04-05", "Wed 5 April 2023"),
        ("2024-04", "April 2024"),
        ("2024", "2024"),
        ("2024-22", "summer 2024"),
        ("2024-34", "quarter 2 of 2024"),
        ("[2024-04-04,2024-04-11,2024-04-18,2024-04-25]", "a Thursday in April 2024"),
        ("[2024-04-04,2024-04-05]", "Thu 4 April 2024 or Fri 5 April 2024"),
        ("2024-06-17/2024-06-23", "17 to 23 June 2024"),
        ("2024-03/2024-04", "March 2024 to April 2024"),
        ("../2024-06-17", "on or before Mon 17 June 2024"),
        ("not a date", "not a date"),
    ],
)
def test_a_date_is_never_said_more_exactly_than_it_is_written(edtf: str, said: str) -> None:
    assert spoken(edtf) == said


def test_how_long_after_is_rough() -> None:
    assert apart(dt.date(2023, 4, 5), dt.date(2024, 4, 4)) == "12 months"
    assert apart(dt.date(2024, 6, 17), dt.date(2024, 6, 18)) == "1 day"


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (26.3, "percent", "26.3%"),
        (240.1e9, "USD", "$240.1 billion"),
        (-5.0, "percent", "−5%"),
        (20.0, "count", "20"),
        (1234.5, "tonne", "1,234.5 tonne"),
    ],
)
def test_amounts_in_their_units(value: float, unit: str, said: str) -> None:
    assert amount(value, unit) == said


def test_an_open_interval_says_so() -> None:
    assert interval(130.0, None, "count") == "130 or more"
    assert interval(25.5, 26.5, "percent") == "25.5% to 26.5%"


@given(st.floats(allow_nan=False))
def test_any_number_can_be_said(value: float) -> None:
    assert number(value)


def test_counts_and_lists_read_as_in_print() -> None:
    assert count(3, "independent report") == "three independent reports"
    assert count(2, "copy") == "two copies"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(list("abcdef"), 2) == "a, b and 4 more"


@given(st.lists(st.text(max_size=40), max_size=30))
def test_short_labels_are_different_for_every_source(names: list[str]) -> None:
    labels = short_labels([(f"source:{number}", name) for number, name in enumerate(names)])
    assert len(set(labels.values())) == len(names)
    assert all(label and len(label) <= 20 for label in labels.values())


def test_a_label_is_the_start_of_a_name() -> None:
    pile = [("1", "000_10cdbccf.txt"), ("2", "001_c9d41ded.txt"), ("3", "harbour-gazette.html")]
    assert short_labels(pile) == {"1": "000", "2": "001", "3": "harbour"}


@given(st.text(max_size=80), st.text(max_size=80))
def test_what_is_kept_and_added_is_the_wording_itself(full: str, other: str) -> None:
    pieces = compared(full, other, ONE_REMARK)
    if pieces is not None:
        assert "".join(piece.text for piece in pieces if piece.change is not Change.DROPPED).strip() == other.strip()


def test_one_remark_in_two_wordings() -> None:
    pieces = compared("They cannot have it both ways.", "It cannot have everything both ways.", ONE_REMARK)
    assert pieces is not None
    assert [p.text for p in pieces if p.change is Change.ADDED] == ["It", "everything"]
    assert [p.text for p in pieces if p.change is Change.DROPPED] == ["They", "it"]


@given(st.text(alphabet="ab \n\r🚢\u2028", max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60))))
def test_lines_joined_are_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    passages = tuple(PassageRow("body", *sorted(span)) for span in spans)
    lines = cut_lines(text, passages, "s1")
    assert "".join("".join(part.text for part in line.parts) + line.gap for line in lines) == text
    starts = [line.start for line in lines]
    assert starts == sorted(starts)
