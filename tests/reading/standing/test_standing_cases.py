"""Pages beside each other: which lines are no part of any report, because pages about different things have them.

Anyone can add a case: `cases/<name>/*.txt` are the pages, `expected.toml` says what changes on which of them, as role
and opening words, and may name the outlet that all of them are of.
"""

import hashlib
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model.document import Document
from secondsource.model.keys import content_id
from secondsource.model.passage import Role
from secondsource.model.source import Given, RawSource
from secondsource.reading.stage import ReadPage
from secondsource.reading.standing.label import labelled

FOLDER = Path(__file__).parent / "cases"
CASES = sorted(path.parent for path in FOLDER.glob("*/expected.toml"))


def page(name: str, text: str, outlet: str | None = None) -> Document:
    """A stripped page as reading gives it."""
    data = text.encode()
    sha256 = hashlib.sha256(data).hexdigest()
    raw = RawSource(
        content_id("source", name, sha256), name, name, None, sha256, "text/plain", data, Given(outlet=outlet)
    )
    document = ReadPage().read(raw).document
    assert document is not None
    return document


def pages(case: Path) -> list[Document]:
    """The pages of a case, by name."""
    outlet = tomllib.loads((case / "expected.toml").read_text(encoding="utf-8")).get("outlet")
    return [page(path.name, path.read_text(encoding="utf-8"), outlet) for path in sorted(case.glob("*.txt"))]


def changed(before: Sequence[Document], after: Sequence[Document]) -> dict[str, list[tuple[str, str]]]:
    """New role and words of every passage that has another role than before, by page."""
    found: dict[str, list[tuple[str, str]]] = {}
    for old, new in zip(before, after, strict=True):
        for was, has in zip(old.passages, new.passages, strict=True):
            assert was.span == has.span
            if was.role is not has.role:
                found.setdefault(old.source.name, []).append((has.role.value, has.span.cut(old.text)))
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_case(case: Path) -> None:
    documents = pages(case)
    wanted = tomllib.loads((case / "expected.toml").read_text(encoding="utf-8"))["changed"]
    found = changed(documents, labelled(documents))
    shown = {
        name: [
            [role, words[: len(opening)]]
            for (role, words), (_, opening) in zip(rows, wanted.get(name, rows), strict=True)
        ]
        for name, rows in found.items()
    }
    assert shown == wanted


EVERY = [document for case in CASES for document in pages(case)]


@given(st.permutations(range(len(EVERY))))
@settings(deadline=None, max_examples=20)
def test_the_order_of_pages_never_matters(order: list[int]) -> None:
    ordered = labelled([EVERY[at] for at in order])
    assert {document.id: document for document in ordered} == {document.id: document for document in labelled(EVERY)}


def test_labelling_once_more_changes_nothing() -> None:
    once = labelled(EVERY)
    assert labelled(once) == once


def test_a_page_alone_stays_as_it_is() -> None:
    for document in EVERY:
        assert labelled([document]) == (document,)
    assert labelled([]) == ()


def test_the_same_page_many_times_over_stays_as_it_is() -> None:
    text = (FOLDER / "one_outlet_unnamed" / "ferry.txt").read_text(encoding="utf-8")
    copies = [page(f"copy {number}", text) for number in range(5)]
    assert labelled(copies) == tuple(copies)


def test_an_agencys_line_on_who_wrote_is_a_credit() -> None:
    signed = (
        "This report was written with material from colleagues at Kittiwake; Reporting by Ana Lima; Editing by Jo Berg"
    )
    documents = [
        page(path.name, f"{path.read_text(encoding='utf-8')}\n\n({signed})", "The Skerry Post")
        for path in sorted((FOLDER / "one_outlet_unnamed").glob("*.txt"))
    ]
    for document in labelled(documents):
        (last,) = [p for p in document.passages if p.span.cut(document.text).startswith("(This report")]
        assert last.role is Role.CREDIT


def test_dates_in_standing_matter_date_nothing() -> None:
    note = (
        "The Skerry Post has been printed on the quay since Monday, 4 March 2024, and you can read it in the library."
    )
    texts = [path.read_text(encoding="utf-8") for path in sorted((FOLDER / "one_outlet_unnamed").glob("*.txt"))]
    documents = [page(str(number), f"{text}\n\n{note}") for number, text in enumerate(texts)]
    for old, new in zip(documents, labelled(documents), strict=True):
        (noted,) = [p.span for p in new.passages if p.span.cut(new.text) == note]
        assert all(not noted.touches(place.span) for clue in new.clues for place in clue.reason.spans)
        assert len(new.clues) <= len(old.clues)
