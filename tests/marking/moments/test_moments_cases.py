"""Every folder under cases/ is a text with the moments it holds: all of them, in order, and no others.

To add a case, make a folder with `input.txt` and `expected.toml`: a first line that says what it shows, `language`,
`published` (EDTF of the day, days or interval of publication; empty where unknown) and the moments.
"""

import datetime as dt
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.marking.moments.stage import MarkMoments
from secondsource.model.document import Document
from secondsource.model.mark import Moment
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import Marks
from secondsource.model.published import Published
from secondsource.model.source import Source
from secondsource.text import edtf

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())
SOURCE = Source("source:1", "case", "case", None, "", "text/plain", "utf-8")


def document(text: str, language: str, published: str) -> Document:
    when = None
    whole = edtf.extent(published) if published else None
    if whole and whole.earliest and whole.latest:
        few = edtf.days(published) if "/" not in published else ()
        when = Published(published, whole.earliest, whole.latest, (), few)
    return Document(SOURCE, text, language, (Passage(0, len(text), Role.BODY),), published=when)


def moments(text: str, language: str, published: str) -> list[Moment]:
    marks = MarkMoments().mark(document(text, language, published), Marks()).marks
    return [mark for mark in marks if isinstance(mark, Moment)]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_a_text_holds_these_moments(case: Path) -> None:
    expected = tomllib.loads((case / "expected.toml").read_text(encoding="utf-8"))
    text = (case / "input.txt").read_text(encoding="utf-8")
    found = [
        {"text": one.text, "kind": one.kind.value, "edtf": one.edtf, "timex": one.timex}
        for one in moments(text, expected["language"], expected["published"])
    ]
    wanted = [{"edtf": None, "timex": None, **one} for one in expected.get("moments", [])]
    assert found == wanted


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_every_moment_is_the_characters_it_names_and_says_why(case: Path) -> None:
    expected = tomllib.loads((case / "expected.toml").read_text(encoding="utf-8"))
    text = (case / "input.txt").read_text(encoding="utf-8")
    for one in moments(text, expected["language"], expected["published"]):
        assert text[one.start : one.end] == one.text
        assert one.reason is not None and one.reason.spans[0].span == one.span
        assert one.edtf is None or edtf.extent(one.edtf) is not None


def test_only_reported_passages_are_read() -> None:
    text = "On Monday the dam broke.\nPublished on Tuesday. Comments close on Friday."
    at = text.index("\n")
    passages = (Passage(0, at, Role.BODY), Passage(at + 1, len(text), Role.FURNITURE))
    marks = MarkMoments().mark(Document(SOURCE, text, "en", passages), Marks()).marks
    assert [text[mark.start : mark.end] for mark in marks] == ["Monday"]


def test_a_document_without_a_language_is_read_as_english() -> None:
    text = "It happened on 3 May 2021."
    marks = MarkMoments().mark(Document(SOURCE, text, None, (Passage(0, len(text), Role.BODY),)), Marks()).marks
    assert [mark.edtf for mark in marks if isinstance(mark, Moment)] == ["2021-05-03"]


MANY = (
    "Monday last next week two years ago in March 3 2024 the of , . - early mid 1990s 10:30 p.m. Q3 half first quarter "
    "11/2/2017 29/2 31 June BC '80s May seit Uhr siècle 12. 24 and to day after Easter nineteen ninety-six hundred "
    "thousand 99999999999 years \n\n"
)
WORDS = st.sampled_from(MANY.split(" "))


@given(
    st.lists(WORDS, max_size=25), st.sampled_from(["en", "de", "fr"]), st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))
)
def test_no_sequence_of_words_breaks_the_laws(words: list[str], language: str, day: dt.date) -> None:
    text = " ".join(words)
    found = moments(text, language, day.isoformat())
    assert found == sorted(found, key=lambda one: one.start)
    assert all(first.end <= second.start for first, second in pairwise(found))
    for one in found:
        assert text[one.start : one.end] == one.text
        assert one.edtf is not None or one.reason is not None


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    for one in moments(text, "en", "2024-06-17"):
        assert text[one.start : one.end] == one.text
