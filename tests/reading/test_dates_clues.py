"""Dates as evidence: what each sort of clue allows, and how they meet."""

import datetime as dt

import pytest

from secondsource.model.passage import Passage, Role
from secondsource.model.published import Published
from secondsource.model.source import Given
from secondsource.reading.dates import published
from secondsource.reading.dating.written import dates_in
from secondsource.reading.page_data import PageStamp, StampKind
from secondsource.reading.passages_plain import label

DAY = dt.date(2024, 5, 16)
NOTHING = Given()
FILLER = "\n\nThe mills have stood still since the storm, and nobody in the valley expects them to run again soon."


def told(
    text: str, given: Given = NOTHING, stamps: tuple[PageStamp, ...] = (), language: str = "en"
) -> Published | None:
    """The published days of a text."""
    return published(text, label(text, language, given), language, given, stamps)[0]


@pytest.mark.parametrize(
    ("written", "language"),
    [
        ("2024-05-16", "en"),
        ("2024/05/16", "en"),
        ("2024-05-16T23:10:00+02:00", "en"),
        ("May 16, 2024", "en"),
        ("Thursday, May 16th, 2024", "en"),
        ("16 May 2024", "en"),
        ("16th of May 2024", "en"),
        ("5/16/2024", "en"),
        ("16.05.2024", "de"),
        ("16. Mai 2024", "de"),
        ("Donnerstag, 16. Mai 2024, 17:05 Uhr", "de"),
        ("jeudi 16 mai 2024", "fr"),
        ("16 de mayo de 2024", "es"),
        ("16 maggio 2024", "it"),
        ("16 de maio de 2024", "pt"),
        ("16 mei 2024", "nl"),
        ("16 мая 2024", "ru"),
    ],
)
def test_one_day_in_many_forms(written: str, language: str) -> None:
    (found,) = dates_in(f"({written})", language)
    assert found.date == DAY


@pytest.mark.parametrize(
    "text", ["version 10.2.1", "31 February 2024", "1/2/3/4", "$2024-05", "the 2024 team", "May we go?"]
)
def test_what_is_no_date(text: str) -> None:
    assert [each for each in dates_in(text, "en") if each.date is not None] == []


def test_order_of_numbers_stays_open_where_nothing_shows_it() -> None:
    (found,) = dates_in("04/05/2024", "en")
    assert found.other is not None
    page = told(f"Mills stop\n\nPublished 04/05/2024{FILLER}")
    assert page is not None
    assert (page.earliest, page.latest) == (dt.date(2024, 4, 5), dt.date(2024, 5, 4))


def test_another_date_of_the_page_shows_the_order() -> None:
    page = told(f"Mills stop\n\nPublished 04/05/2024 | Updated 16/05/2024{FILLER}")
    assert page is not None
    assert page.edtf == "2024-05-04"


def test_published_stands_before_updated() -> None:
    page = told(f"Mills stop\n\nUpdated: May 20, 2024\nPublished: May 16, 2024{FILLER}")
    assert page is not None
    assert page.edtf == "2024-05-16"


def test_the_records_own_date_is_evidence_with_its_zone() -> None:
    page = told(f"Mills stop{FILLER}", Given(published="2024-05-16T08:30:00+02:00"))
    assert page is not None
    assert (page.edtf, page.zone) == ("2024-05-16", "+02:00")


@pytest.mark.parametrize(
    ("stated", "minute"),
    [("2024-05-16T18:30:00+02:00", 1110), ("2024-05-16T00:00:00Z", None), ("2024-05-16", None), ("16 May 2024", None)],
)
def test_the_hour_that_the_data_state_is_kept(stated: str, minute: int | None) -> None:
    found, _ = published("Floods\n\nWater rose.", (), "en", Given(published=stated), ())
    assert found is not None
    assert (found.edtf, found.minute) == ("2024-05-16", minute)


def test_universal_time_gives_way_to_the_day_that_the_page_shows() -> None:
    stamp = PageStamp("2024-05-17T02:25:54Z", "article:published_time", StampKind.PUBLISHED)
    page = told(f"Mills stop\n\nMay 16, 2024 | 9:25pm{FILLER}", stamps=(stamp,))
    assert page is not None
    assert page.edtf == "2024-05-16"
    assert any(reason.why.startswith("does not fit") for reason in page.reasons)


def test_a_change_alone_bounds_nothing_from_below() -> None:
    stamp = PageStamp("2024-05-17T02:25:54Z", "dateModified", StampKind.MODIFIED)
    assert told(f"Mills stop{FILLER}", stamps=(stamp,)) is None


def test_an_address_with_a_day() -> None:
    page = told(f"Mills stop{FILLER}", Given(url="https://valley.example/2024/05/16/mills"))
    assert page is not None
    assert page.edtf == "2024-05-16"


def test_weekday_with_day_fixes_the_year_after_the_latest_past() -> None:
    page = told(
        "Mills stop\n\nThe mills of the valley stopped this Wednesday, April 5, their owner said, for want of orders."
        "\n\nThey had been repaired in June 2022, at the cost of the state, and ran for nine months after that."
    )
    assert page is not None
    assert page.edtf == "2023-04-05"


def test_a_weekday_to_come_is_not_the_day_of_publication() -> None:
    text = f"Mills stop\n\nThe mills of the valley will stop next Friday for want of orders, their owner said.{FILLER}"
    _, clues = published(text, label(text, "en", Given()), "en", Given(), ())
    assert [clue for clue in clues if clue.weekday is not None] == []


def test_last_year_compared_with_the_year_before_fixes_the_year() -> None:
    page = told(
        "Mills stop\n\nThe mills of the valley stopped on Thursday for want of orders, their owner said in a letter."
        "\n\nOrders fell by a third last year, down 31.5% from 2022, and nobody expects them to come back."
    )
    assert page is not None
    assert {day.weekday() for day in page.days} == {3}
    assert (page.earliest.year, page.latest.year) == (2024, 2024)


@pytest.mark.parametrize("role", [Role.TEASER, Role.FURNITURE])
def test_dates_in_teasers_far_below_date_nothing(role: Role) -> None:
    rows = [f"The mills have stood still since the storm, paragraph {n} of the report says again." for n in range(3)]
    tail = ["Other story"] * 9 + ["Goats on the ring road, March 3, 2021", "Bakery wins, April 4, 2022"]
    text = "\n".join([*rows, *tail])
    passages, at = [], 0
    for row in [*rows, *tail]:
        passages.append(Passage(at, at + len(row), Role.BODY if row in rows else role))
        at += len(row) + 1
    assert published(text, tuple(passages), "en", Given(), ())[0] is None


def test_spans_cut_out_the_evidence() -> None:
    text = f"Mills stop\n\nPublished: May 16, 2024{FILLER}"
    page = told(text)
    assert page is not None
    assert [text[place.start : place.end] for place in page.reasons[0].spans] == ["May 16, 2024"]
