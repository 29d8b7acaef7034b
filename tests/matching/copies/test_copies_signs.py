"""What a page says of whose text it carries, in the forms that houses use."""

from pathlib import Path

import pytest

from secondsource.case import Case
from secondsource.matching.copies.keys import body_of
from secondsource.matching.copies.signs import Signs, signers

TOLD = """Im Hafen von Wittlohe ist am Dienstag ein Lager abgebrannt. Drei Menschen wurden verletzt, sagte die Polizei.

Die Ursache ist offen. Der Schaden geht in die Millionen, sagte der Kreisbrandmeister."""
DISPATCH = f"Hafenbrand in Wittlohe\n\nWittlohe, 12. Mai 2026, 12.05 Uhr (nbd) - {TOLD}\n"


def signs(folder: Path, page: str) -> Signs:
    """The signs of a page beside a dispatch that an agency signs."""
    (folder / "dispatch.txt").write_text(DISPATCH, encoding="utf-8")
    (folder / "page.txt").write_text(page, encoding="utf-8")
    case = Case()
    case.add([str(folder)])
    documents = case.marked().documents
    (found,) = (each for each in documents if each.document.source.name == "page.txt")
    return body_of(found, signers(documents)).signs


@pytest.mark.parametrize(
    "end", [" (nbd)", " nbd", "\n\nnbd", "\n\n(nbd/red)", "\n\nMit Agenturmaterial (nbd)", "\n\nnbd/hl", " (hl/nbd)"]
)
def test_an_agency_signs_behind_the_last_sentence(tmp_path: Path, end: str) -> None:
    found = signs(tmp_path, f"Flammen am Kai\n\n{TOLD}{end}\n")
    assert found.wire == "nbd"
    assert not found.dateline


@pytest.mark.parametrize("top", ["nbd. ", "(nbd) ", "Wittlohe/nbd. ", "nbd/Wittlohe – "])
def test_a_subscriber_prints_the_sign_before_the_first_sentence(tmp_path: Path, top: str) -> None:
    assert signs(tmp_path, f"Flammen am Kai\n\n{top}{TOLD}\n").wire == "nbd"


@pytest.mark.parametrize("top", ["Pressemitteilung: ", "Medieninformation\n\n"])
def test_a_line_above_says_that_a_page_is_a_press_release(tmp_path: Path, top: str) -> None:
    assert signs(tmp_path, f"{top}Lager in Wittlohe abgebrannt\n\n12. Mai 2026\n\n{TOLD}\n").issues


@pytest.mark.parametrize("end", ["Pressekontakt: Stadt Wittlohe", "Rückfragehinweis: Büro der Bürgermeisterin"])
def test_so_does_a_line_below_that_names_whom_the_press_may_ask(tmp_path: Path, end: str) -> None:
    assert signs(tmp_path, f"Lager in Wittlohe abgebrannt\n\n12. Mai 2026\n\n{TOLD}\n\n{end}\n").issues


def test_a_release_may_say_so_in_its_dateline_and_is_no_agency(tmp_path: Path) -> None:
    found = signs(tmp_path, f"Lager in Wittlohe abgebrannt\n\nWittlohe (Aussendung), 12. Mai 2026 - {TOLD}\n")
    assert found.issues
    assert found.wire is None
