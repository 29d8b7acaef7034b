"""Every case folder: `input.txt` is a report, `expected.toml` the statements that must be found in it.

To add a case, add a folder. Each expected statement must be there with just these values; `total` fixes how many there
are; with `mentions = true` the parties named in the text are known. The first line of `expected.toml` says what the
case is about.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from secondsource.model.mark import Statement
from tests.marking.quotes.quotes_helpers import body_document, mentions, statements

CASES = sorted(path.parent for path in (Path(__file__).parent / "cases").glob("*/expected.toml"))


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_statements_of_case(folder: Path) -> None:
    expected = tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8"))
    text = (folder / "input.txt").read_text(encoding="utf-8")
    document = body_document(text, expected["language"])
    found = statements(document, mentions(document) if expected.get("mentions") else None)
    if "total" in expected:
        assert len(found) == expected["total"], [one.text for one in found]
    for wanted in expected.get("statement", ()):
        one = _matching(found, wanted)
        for key, value in wanted.items():
            assert _value(one, key, text) == value, key


def _matching(found: list[Statement], wanted: dict[str, Any]) -> Statement:
    same = [one for one in found if one.text == wanted["text"]]
    assert same, f"no statement with the words {wanted['text']!r} among {[one.text for one in found]}"
    return same[0]


def _value(one: Statement, key: str, text: str) -> object:
    if key == "speaker":
        return one.speaker.name if one.speaker else None
    if key == "how":
        return one.speaker.how if one.speaker else None
    if key == "cue":
        return one.cue.cut(text) if one.cue else None
    if key == "cited_by":
        return one.cited_by.cut(text) if one.cited_by else None
    if key == "quoted":
        return " ".join(span.cut(text) for span in one.quoted)
    if key == "within":
        return one.within is not None
    return getattr(one, key)
