"""One day as pages of seven languages stamp it (`date_stamps.toml`), under the headline of a stripped page."""

import tomllib
from pathlib import Path

import pytest

from secondsource.model.source import Given
from secondsource.reading.dates import published
from secondsource.reading.passages_plain import label

PAGES = tomllib.loads((Path(__file__).parent / "date_stamps.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("language", "stamp"), [(language, stamp) for language, page in PAGES.items() for stamp in page["stamps"]]
)
def test_one_day_as_pages_stamp_it(language: str, stamp: str) -> None:
    headline, *paragraphs = PAGES[language]["page"]
    text = "\n\n".join([headline, stamp, *paragraphs])
    found, _ = published(text, label(text, None, Given()), language, Given(), ())
    assert found is not None
    assert found.edtf == "2024-05-16"
    spot = found.reasons[0].spans[0]
    assert text[spot.start : spot.end] in stamp
