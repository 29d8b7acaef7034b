"""What holds for the mentions of any text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.marking.mentions.stage import MarkMentions
from secondsource.model.document import Document
from secondsource.model.mark import Mention, MentionForm
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import Marks
from secondsource.model.source import Source

SOURCE = Source("source:1", "case", "case", None, "", "text/plain", "utf-8")
PIECES = st.sampled_from(
    [
        "Jens Stoltenberg",
        "NATO",
        "Beijing",
        "said",
        "the",
        "“",
        "”",
        ",",
        ".",
        "he",
        "He",
        "U.S. officials",
        "a",
        "official",
        "Chinese",
        "customs data",
        "Mr.",
        "van der",
        "of",
        "[",
        "]",
        "'s",
        "\n",
        "L’",
        "Nato-Chef",
        "who",
        "(",
        ")",
        "EPSA",
    ]
)


def found_in(text: str, passages: tuple[Passage, ...], language: str | None = "en") -> list[Mention]:
    document = Document(SOURCE, text, language, passages)
    return [mark for mark in MarkMentions().mark(document, Marks()).marks if isinstance(mark, Mention)]


@given(st.lists(PIECES, max_size=40), st.sampled_from(["en", "fr", "de", "xx", None]))
@settings(max_examples=150, deadline=None)
def test_spans_slice_their_text_and_never_overlap(pieces: list[str], language: str | None) -> None:
    text = " ".join(pieces)
    found = found_in(text, (Passage(0, len(text), Role.BODY),), language)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert found == found_in(text, (Passage(0, len(text), Role.BODY),), language)


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_without_an_error(text: str) -> None:
    for one in found_in(text, (Passage(0, len(text), Role.BODY),)):
        assert text[one.start : one.end] == one.text


def test_no_mention_runs_across_two_passages() -> None:
    text = "Jens Stoltenberg arrived.\nadvertisement\nJens\nStoltenberg spoke."
    body = (Passage(0, 25, Role.BODY), Passage(40, 44, Role.BODY), Passage(45, len(text), Role.BODY))
    assert [one.text for one in found_in(text, body)] == ["Jens Stoltenberg", "Jens", "Stoltenberg"]


def test_furniture_and_captions_hold_no_mention() -> None:
    text = "Jens Stoltenberg arrived.\nAlso read: Joe Biden in Rome"
    roles = (Passage(0, 25, Role.BODY), Passage(26, len(text), Role.TEASER))
    assert {one.name for one in found_in(text, roles)} == {"Jens Stoltenberg"}


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "“", "’s", "[", "a" * 5000, "A " * 3000])
def test_odd_texts_give_no_error(text: str) -> None:
    assert isinstance(found_in(text, (Passage(0, len(text), Role.BODY),)), list)


def test_unnamed_people_have_names_of_their_own() -> None:
    text = "An official agreed. An official refused."
    unnamed = [one for one in found_in(text, (Passage(0, len(text), Role.BODY),)) if one.form is MentionForm.UNNAMED]
    assert len({one.name for one in unnamed}) == 2
