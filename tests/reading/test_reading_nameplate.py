"""The outlet of a page without data: only a name the page gives itself, where pages give it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.passage import Passage, Role
from secondsource.reading.nameplate import is_masthead, outlet_shown

Row = tuple[Role, str]
HEAD: Row = (Role.HEADLINE, "The mill stands still for a week")
BODY: Row = (Role.BODY, "The mill in Lauenrode has stood still for a week, the Harbour Post reported on Monday.")


def outlet(*rows: Row) -> str | None:
    """The outlet of a page of these lines."""
    text, passages = "", []
    for role, words in rows:
        passages.append(Passage(len(text), len(text) + len(words), role))
        text += words + "\n"
    return outlet_shown(text, tuple(passages))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The Skerry Post", "The Skerry Post"),
        ("Le Courrier de l’Estuaire", "Le Courrier de l’Estuaire"),
        ("HARBOUR DAILY  |  Coast & Islands", "HARBOUR DAILY"),
        ("Elbtalkurier", "Elbtalkurier"),
        ("World News", None),
        ("Breaking News | Sport", None),
        ("Cork News", None),
        ("Register & Attend", None),
        ("Mills and markets", None),
    ],
)
def test_a_name_above_the_headline(line: str, name: str | None) -> None:
    assert outlet((Role.FURNITURE, "Skip to content"), (Role.FURNITURE, line), HEAD, BODY) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("© 2025 Skerry Daily. All rights reserved.", "Skerry Daily"),
        ("Call the newsdesk. (c) 2019-2025 Skerry Daily. No part may be reproduced.", "Skerry Daily"),
        ("Copyright 2025 Ines Halloran", None),
        ("©2025 Thomson Reuters, all rights reserved", None),
        ("© 2025. All rights reserved.", None),
    ],
)
def test_the_owner_in_the_copyright_line(line: str, name: str | None) -> None:
    assert outlet(HEAD, BODY, (Role.LEGAL, line)) == name


def test_the_copyright_of_the_agency_that_signs_the_dateline_names_no_outlet() -> None:
    dateline: Row = (Role.DATELINE, "OSLO (Norlys) –")
    assert outlet(HEAD, dateline, BODY, (Role.LEGAL, "© 2025 Norlys Daily, all rights reserved")) is None


def test_a_name_that_sections_have_too_needs_an_address() -> None:
    plate: Row = (Role.FURNITURE, "Norlys News | Terminal copy")
    assert outlet(plate, HEAD, BODY) is None
    assert outlet(plate, HEAD, BODY, (Role.FURNITURE, "((ana.lima@norlysnews.example))")) == "Norlys News"


def test_where_it_was_posted() -> None:
    assert outlet(HEAD, BODY, (Role.FURNITURE, "Posted on The Skerry Post")) == "The Skerry Post"


def test_a_publication_that_the_report_names_is_not_the_outlet() -> None:
    assert outlet(HEAD, BODY) is None


@given(st.lists(st.tuples(st.sampled_from(list(Role)), st.text(max_size=60)), max_size=6))
def test_a_name_found_stands_in_the_page(rows: list[Row]) -> None:
    name = outlet(*rows)
    assert name is None or name in " ".join(" ".join(words.split()) for _, words in rows)


@given(st.text(max_size=60))
def test_any_text_may_be_asked(name: str) -> None:
    assert is_masthead(name) in (True, False)
