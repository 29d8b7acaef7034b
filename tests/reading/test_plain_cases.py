"""Cases anyone can add: `cases_plain/<name>/input.txt` with, in `expected.toml`, the role and opening words of every
passage, the language, and the days of publication that the text allows."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model.passage import Passage, Role
from secondsource.model.source import Given
from secondsource.reading.dates import published
from secondsource.reading.passages_plain import label
from secondsource.reading.tongue import language_of

CASES = sorted(path.parent for path in (Path(__file__).parent / "cases_plain").glob("*/input.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_case(case: Path) -> None:
    text = (case / "input.txt").read_text(encoding="utf-8")
    expected = tomllib.loads((case / "expected.toml").read_text(encoding="utf-8"))
    passages = label(text, None, Given())
    wanted = [(role, opening) for role, opening in expected["passages"]]
    found = [(p.role.value, text[p.start : p.end]) for p in passages]
    shown = [(role, words[: len(opening)]) for (role, words), (_, opening) in zip(found, wanted, strict=False)]
    assert shown == wanted
    assert len(found) == len(wanted)
    assert language_of(text, passages) == expected["language"]
    day, _ = published(text, passages, expected["language"], Given(), ())
    assert (day.edtf if day else "") == expected["published"]


def covered(text: str, passages: tuple[Passage, ...]) -> bool:
    """Whether every character that is not blank lies in exactly one passage, in order."""
    at = 0
    for passage in passages:
        if passage.start < at or passage.end <= passage.start or text[at : passage.start].strip():
            return False
        at = passage.end
    return not text[at:].strip()


LINES = st.lists(
    st.one_of(
        st.text(max_size=80),
        st.sampled_from(
            [
                "BERLIN (Reuters) – The minister said on Monday that nothing was decided.",
                "Read alsoCounting",
                "© 2024 Norlys. All rights reserved.",
                '<div class="a" data-b="c">',
                ".x { width: 3px; }",
                "Most Popular",
                "* Home",
                "By Ana Lima",
                "",
            ]
        ),
    ),
    max_size=14,
)


@given(LINES)
@settings(deadline=None, max_examples=150)
def test_every_character_that_is_not_blank_has_one_role(rows: list[str]) -> None:
    text = "\n".join(rows)
    assert covered(text, label(text, "en", Given()))


@given(LINES)
@settings(deadline=None, max_examples=50)
def test_the_same_text_gives_the_same_passages(rows: list[str]) -> None:
    text = "\n".join(rows)
    assert label(text, None, Given()) == label(text, None, Given())


def test_an_empty_text_has_no_passages() -> None:
    assert label("", None, Given()) == ()
    assert label(" \n\t\n", None, Given()) == ()


def test_a_very_long_line_is_one_passage_of_its_own() -> None:
    text = "The mill stands still. " * 200_000
    (passage,) = label(text, "en", Given())
    assert passage.role is not Role.MARKUP
    assert text[passage.start : passage.end] == text.strip()


def test_the_records_title_names_the_headline() -> None:
    text = (
        "News\nAnother line that could be it\nMills stop for a week\n\n" + "The mills have stopped for a week now. " * 6
    )
    passages = label(text, "en", Given(title="Mills stop for a week"))
    assert [text[p.start : p.end] for p in passages if p.role is Role.HEADLINE] == ["Mills stop for a week"]
