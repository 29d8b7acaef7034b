"""Whole pages as outlets print them, in seven languages: how much of each report is found, and nothing else.

A case is a stripped page, each line behind a letter and a bar: `h` headline, `s` standfirst, `b` body, `u` subhead, `c`
caption, `k` picture credit, `f` everything else. The pages were written before the rules were mended on them; what is
asked here is what all of them reach together, and a floor for each.
"""

from collections.abc import Sequence
from pathlib import Path

import pytest

from secondsource.model.passage import Passage, Role
from secondsource.model.source import Given
from secondsource.reading.passages_plain import label
from secondsource.reading.tongue import language_of

CASES = sorted((Path(__file__).parent / "cases_reports").glob("*.txt"))
REPORT = frozenset({Role.BODY, Role.SUBHEAD, Role.STANDFIRST, Role.DATELINE})
TOLD = frozenset("bsu")
LEAST, MEAN, HEADLINES = 0.65, 0.93, 0.9


def rows(path: Path) -> list[tuple[str, str]]:
    """The letter and the words of each line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(line[0], line[2:]) for line in lines]


def roles(lines: Sequence[str], gap: str) -> tuple[list[Role], str | None]:
    """The role that most of each line has, and the language."""
    text = gap.join(lines)
    passages = label(text, None, Given())
    found: list[Role] = []
    at = 0
    for line in lines:
        inside = [passage for passage in passages if passage.start < at + len(line) and passage.end > at]
        found.append(max(inside, key=_length).role)
        at += len(line) + len(gap)
    return found, language_of(text, passages)


def _length(passage: Passage) -> int:
    return passage.end - passage.start


def f1(wanted: Sequence[tuple[str, str]], found: Sequence[Role]) -> float:
    """F1 of the report's lines, each weighing its characters."""
    both = other = 0
    for (letter, line), role in zip(wanted, found, strict=True):
        told, kept = letter in TOLD, role in REPORT
        both += len(line) * (told and kept)
        other += len(line) * (told != kept)
    return 2 * both / (2 * both + other)


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["single", "spaced"])
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_no_report_is_missed(path: Path, gap: str) -> None:
    wanted = rows(path)
    found, language = roles([line for _, line in wanted], gap)
    assert f1(wanted, found) >= LEAST
    assert language == path.stem.split("_")[0]


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["single", "spaced"])
def test_together_they_are_read_well(gap: str) -> None:
    scores, heads = [], 0
    for path in CASES:
        wanted = rows(path)
        found, _ = roles([line for _, line in wanted], gap)
        scores.append(f1(wanted, found))
        heads += any(letter == "h" and role is Role.HEADLINE for (letter, _), role in zip(wanted, found, strict=True))
    assert sum(scores) / len(scores) >= MEAN
    assert heads / len(CASES) >= HEADLINES
