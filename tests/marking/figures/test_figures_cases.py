"""Figures of invented reports, case by case: `cases/<case>/input.txt` and what is to be found there.

In expected.toml only the fields that are given are compared; `not_figures` are characters that no figure may touch.
"""

import tomllib
from pathlib import Path

import msgspec
import pytest

from secondsource.marking.figures.stage import MarkFigures
from secondsource.model.document import Document
from secondsource.model.mark import Figure
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import Marks
from secondsource.model.source import Source

CASES = sorted(path.parent for path in (Path(__file__).parent / "cases").glob("*/input.txt"))


class Wanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A figure by its characters, with what is to be known of it. `low` and `high` are `open` where there is none."""

    text: str
    value: float
    unit: str | None = None
    low: float | str | None = None
    high: float | str | None = None
    comparator: str | None = None
    measure: str | None = None
    change: str | None = None
    converts: str | None = None
    replaced_by: str | None = None
    term: str | None = None


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is expected of one text."""

    language: str
    figure: tuple[Wanted, ...] = ()
    not_figures: tuple[str, ...] = ()


def figures(text: str, language: str) -> list[Figure]:
    """The figures of a text read as one body."""
    source = Source("source:case", "case", "case", None, "", "text/plain", "utf-8")
    document = Document(source, text, language, (Passage(0, len(text), Role.BODY),))
    return [mark for mark in MarkFigures().mark(document, Marks()).marks if isinstance(mark, Figure)]


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_case(folder: Path) -> None:
    text = (folder / "input.txt").read_text(encoding="utf-8")
    case = msgspec.convert(tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8")), Case)
    found = figures(text, case.language)
    by_id = {figure.id: figure for figure in found}
    left = list(found)
    for wanted in case.figure:
        figure = next((one for one in left if one.text == wanted.text), None)
        assert figure is not None, f"{wanted.text!r} is not among {[one.text for one in left]}"
        left.remove(figure)
        _compare(figure, wanted, by_id)
    assert not left, f"too many: {[one.text for one in left]}"
    for words in case.not_figures:
        start = text.index(words)
        assert not [one.text for one in found if one.start < start + len(words) and start < one.end]


def _compare(figure: Figure, wanted: Wanted, by_id: dict[str, Figure]) -> None:
    assert figure.value == pytest.approx(wanted.value)
    for end, want in ((figure.low, wanted.low), (figure.high, wanted.high)):
        if want is not None:
            assert end is None if want == "open" else end == pytest.approx(want)
    for name in ("unit", "comparator", "measure", "change"):
        want = getattr(wanted, name)
        assert want is None or getattr(figure, name) == (None if want == "none" else want), (figure.text, name)
    for name in ("converts", "replaced_by"):
        want, tie = getattr(wanted, name), getattr(figure, name)
        assert (by_id[tie].text if tie else None) == want, (figure.text, name)
    assert wanted.term is None or figure.terms[:1] == (wanted.term,), (figure.text, figure.terms)
