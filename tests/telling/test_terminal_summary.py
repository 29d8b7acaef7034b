"""The terminal: one screen, and a tree down to the characters."""

import unicodedata

import msgspec
import pytest

from secondsource.telling import terminal
from secondsource.telling.dossier import Dossier


def test_the_summary_fits_a_screen(told: Dossier) -> None:
    lines = terminal.summary(told).split("\n")
    assert len(lines) <= 21
    assert max(map(len, lines)) <= 80


def test_the_summary_leads_with_pages_reports_and_occasions(told: Dossier) -> None:
    said = " ".join(terminal.summary(told).split())
    assert "Three pages carry two independent reports of one occasion, April 2025." in said
    assert "One claim is in conflict" in said
    assert "2 → 1 → 1" in said
    assert "2 problems" in said


def test_a_pile_whose_every_claim_has_one_origin_says_so(told: Dossier) -> None:
    both = msgspec.structs.replace(told, claims=told.claims[:2])
    assert "Both claims on more than one page hang on a single origin, most often Ines Calder." in " ".join(
        terminal.summary(both).split()
    )
    one = msgspec.structs.replace(told, claims=told.claims[:1])
    assert "The only claim on more than one page hangs on a single origin." in " ".join(terminal.summary(one).split())


def test_no_source_can_steer_the_terminal(told: Dossier) -> None:
    hostile = msgspec.structs.replace(
        told.claims[0], text="red \x1b[31m and \u202eback\u202c \x07 and\u2028on \u009b2J"
    )
    for said in (terminal.summary(told), terminal.lineage(hostile, told)):
        assert not [char for char in said if char != "\n" and unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp"}]


def test_the_tree_goes_from_voice_to_report_to_page_to_characters(told: Dossier) -> None:
    tree = terminal.lineage(told.claims[0], told)
    source = told.sources[0]
    figure = told.figures[0]
    assert "2 pages → 1 report → 1 voice · single-origin · same by rounding" in tree
    assert "└─ voice: Ines Calder (named: “Calder”)" in tree
    assert "   └─ report: Corriel (2 pages carry one text)" in tree
    assert f"├─ page: {source.name}  “26.3%” [{figure.start}:{figure.end}]" in tree


def test_what_copies_changed_stands_under_the_tree(told: Dossier) -> None:
    tree, _, changed = terminal.lineage(told.claims[0], told).partition("\n\nWhat copies changed\n")
    assert "page: " in tree
    assert changed.split("\n") == [
        "  dropped attribution in copy, against wire",
        "  rounded figure in wire, copy, against wire: 26.3% became about 26%",
    ]
    unchanged = msgspec.structs.replace(told.claims[0], differences=())
    assert "copies changed" not in terminal.lineage(unchanged, told)


def test_pages_that_could_not_be_placed_stand_apart(told: Dossier) -> None:
    claim = told.claims[4]
    support = msgspec.structs.replace(claim.support, unknown=("source:c",), lineage=())
    tree = terminal.lineage(msgspec.structs.replace(claim, support=support), told)
    assert "└─ unknown: not placed (never counted as independent)" in tree
    assert "“12 barges”" in tree


def test_an_empty_dossier_has_a_summary(told: Dossier) -> None:
    empty = Dossier(1, told.made, *((),) * 13)
    assert terminal.summary(empty).startswith("No page")


@pytest.mark.parametrize("text", ["", "\x00", "a\tb\r\nc"])
def test_clean_text_is_one_line(text: str) -> None:
    assert "\n" not in terminal.clean(text)
