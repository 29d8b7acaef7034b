"""What every case folder shows: a page, and the role of its lines. Add a folder with page.html and expected.toml."""

import tomllib
from pathlib import Path

import pytest

from secondsource.model.source import Given
from secondsource.reading.html.page import Page, read_page
from secondsource.reading.masthead import masthead_of, outlet_of

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


def read(case: Path) -> Page:
    return read_page((case / "page.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_line_has_its_role(case: Path) -> None:
    page = read(case)
    expected = tomllib.loads((case / "expected.toml").read_text(encoding="utf-8"))
    wrong = []
    for role, beginnings in expected["roles"].items():
        for beginning in beginnings:
            found = {p.role.value for p in page.passages if p.span.cut(page.layer.text).startswith(beginning)}
            if role not in found:
                wrong.append((beginning, role, sorted(found)))
    assert not wrong


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_masthead(case: Path) -> None:
    page = read(case)
    expected = tomllib.loads((case / "expected.toml").read_text(encoding="utf-8"))
    masthead = masthead_of(page.layer.text, page.passages, page, Given())
    found = {
        "outlet": outlet_of(page, Given()),
        "authors": list(masthead.authors),
        "title": masthead.title,
        "titles": [title.value for title in masthead.titles],
        "section": masthead.section,
        "canonical_url": masthead.canonical_url,
        "place": masthead.place,
        "agency": masthead.agency,
    }
    assert {key: found[key] for key in expected if key in found} == {
        key: expected[key] for key in expected if key in found
    }
