"""Cases anyone can add: `cases/<name>/input.txt` with `role: text` on each line, `expected.toml` with the credits."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.marking.credits.stage import MarkCredits
from secondsource.model.document import Document
from secondsource.model.mark import Credit
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import Marks
from secondsource.model.source import Source

CASES = sorted(path.parent for path in (Path(__file__).parent / "cases").glob("*/input.txt"))
SOURCE = Source("case", "case", "case", None, "case", "text/plain", "utf-8")


def document(rows: list[tuple[str, Role]], language: str) -> Document:
    """A document with one passage for each row."""
    text, passages = "", []
    for row, role in rows:
        passages.append(Passage(len(text), len(text) + len(row), role))
        text += row + "\n"
    return Document(SOURCE, text, language, tuple(passages))


def credits_in(page: Document) -> list[Credit]:
    """The credits of a document."""
    return [mark for mark in MarkCredits().mark(page, Marks()).marks if isinstance(mark, Credit)]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_case(case: Path) -> None:
    expected = tomllib.loads((case / "expected.toml").read_text(encoding="utf-8"))
    lines = (case / "input.txt").read_text(encoding="utf-8").splitlines()
    rows = [(words, Role(role)) for role, _, words in (line.partition(": ") for line in lines if line.strip())]
    page = document(rows, expected["language"])
    found = [[one.role.value, one.name, one.through or ""] for one in credits_in(page)]
    assert found == [[role, name, *(through or [""])] for role, name, *through in expected["credits"]]


@given(st.lists(st.tuples(st.text(max_size=90), st.sampled_from(list(Role))), max_size=6))
@settings(deadline=None)
def test_every_credit_lies_in_a_passage_and_has_its_own_id(rows: list[tuple[str, Role]]) -> None:
    page = document(rows, "en")
    found = credits_in(page)
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert any(passage.span.covers(one.span) for passage in page.passages)
        assert page.text[one.start : one.end].strip()
        assert one.name
