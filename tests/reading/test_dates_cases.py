"""What dates a stripped page and what never does.

`cases_dates/<name>/input.txt` with, in `expected.toml`, the language, the days that the text allows (empty where it
bounds none), and, where they matter, the zone and how reasons begin.
"""

import tomllib
from pathlib import Path

import pytest

from secondsource.model.source import Given
from secondsource.reading.dates import published
from secondsource.reading.dating.written import dates_in
from secondsource.reading.passages_plain import label

CASES = sorted(path.parent for path in (Path(__file__).parent / "cases_dates").glob("*/input.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_case(case: Path) -> None:
    text = (case / "input.txt").read_text(encoding="utf-8")
    expected = tomllib.loads((case / "expected.toml").read_text(encoding="utf-8"))
    given = Given(published=expected.get("record"))
    found, _ = published(text, label(text, None, given), expected["language"], given, ())
    assert (found.edtf if found else "") == expected["published"]
    assert (found.zone if found else None) == expected.get("zone")
    for opening in expected.get("reasons", ()):
        assert any(reason.why.startswith(opening) for reason in (found.reasons if found else ()))


@pytest.mark.parametrize(
    ("written", "zone"),
    [
        ("16 May 2024, 14:05 BST", "BST"),
        ("May 16, 2024 9:25 a.m. ET", "ET"),
        ("2024-05-16T14:05:11Z", "Z"),
        ("2024-05-16 14:05 +0200", "+0200"),
        ("16 May 2024 08:00 (UTC+01:00)", "UTC+01:00"),
        ("16 May 2024, 14:05 at the dam", None),
        ("16 May 2024, 14:05. It was cold", None),
    ],
)
def test_the_zone_is_kept_as_written(written: str, zone: str | None) -> None:
    (found,) = dates_in(written, "en")
    assert (found.timed, found.zone) == (True, zone)
