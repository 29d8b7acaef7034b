"""Every folder under cases/ is a text with mentions it must hold, and texts that must be no mention at all.

To add a case, make a folder with `input.txt` and `expected.toml`: a first line that says what it shows, `language`,
`never` (texts that may not be marked) and the mentions in order, each with the fields that matter.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from secondsource.marking.mentions.stage import MarkMentions
from secondsource.model.document import Document
from secondsource.model.mark import Mention
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import Marks
from secondsource.model.source import Source

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


def document(text: str, language: str | None) -> Document:
    passages: list[Passage] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            passages.append(Passage(at, at + len(line), Role.BODY))
        at += len(line) + 1
    return Document(
        Source("source:1", "case", "case", None, "", "text/plain", "utf-8"), text, language, tuple(passages)
    )


def mentions(text: str, language: str | None) -> list[Mention]:
    return [m for m in MarkMentions().mark(document(text, language), Marks()).marks if isinstance(m, Mention)]


def fits(mention: Mention, wanted: dict[str, Any]) -> bool:
    return all(getattr(mention, field) == value for field, value in wanted.items())


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_a_text_holds_these_mentions_in_this_order(case: Path) -> None:
    expected = tomllib.loads((case / "expected.toml").read_text(encoding="utf-8"))
    found = mentions((case / "input.txt").read_text(encoding="utf-8"), expected["language"])
    at = 0
    for wanted in expected["mention"]:
        later = [i for i in range(at, len(found)) if fits(found[i], wanted)]
        assert later, f"{wanted} is not among {found[at:]}"
        at = later[0] + 1


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_some_texts_are_no_mention(case: Path) -> None:
    expected = tomllib.loads((case / "expected.toml").read_text(encoding="utf-8"))
    found = {m.text for m in mentions((case / "input.txt").read_text(encoding="utf-8"), expected["language"])}
    assert not found & set(expected.get("never", []))
