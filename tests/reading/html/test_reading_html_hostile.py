"""Pages made to choke a reader: bounded, never silent, and what can be read is read."""

import pytest

from secondsource.model.source import RawSource
from secondsource.reading.stage import ReadPage
from secondsource.stage.settings import ReadingSettings

SENTENCE = "<p>The harbour office said on Monday that the ferry would sail again next week.</p>"


def read(markup: str, settings: ReadingSettings | None = None) -> tuple[set[str], str]:
    raw = RawSource("source:1", "page", "page", None, "", "text/html", markup.encode("utf-8", "surrogatepass"))
    result = ReadPage(settings or ReadingSettings()).read(raw)
    return {problem.code for problem in result.problems}, result.document.text if result.document else ""


@pytest.mark.parametrize(
    ("markup", "codes"),
    [
        ("<div>" * 50_000 + SENTENCE + "</div>" * 50_000, {"too-deep"}),
        ("<div>" * 100_000 + SENTENCE, {"too-deep"}),
        (SENTENCE + "<p>" * 200_000, {"too-many-nodes"}),
        ("".join(f"<font color={n}><p>" for n in range(9_000)) + SENTENCE, {"too-deep"}),
        ("<div class='" + "a b " * 1_300_000 + "'>" + SENTENCE + "</div>", set()),
        (SENTENCE + "<" * 1_000_000, {"too-long"}),
        ("<script>" + "a<b;" * 1_500_000 + "</script>" + SENTENCE, set()),
        ("<select>" + "<option>x" * 20_000 + "</select>" + SENTENCE, set()),
        (SENTENCE + "<h2>Related</h2>" * 5_000, set()),
        (SENTENCE + "<p>a\0b\ud800c</p>", set()),
    ],
    ids=[
        "nested",
        "never closed",
        "unclosed p",
        "fonts",
        "long value",
        "angles",
        "script",
        "select",
        "headings",
        "odd",
    ],
)
def test_read_within_bounds(markup: str, codes: set[str]) -> None:
    found, text = read(markup)
    assert codes <= found
    assert "The harbour office said on Monday" in text


def test_text_beyond_the_budget_is_named() -> None:
    codes, text = read(SENTENCE + "<p>" + "word " * 5_000, ReadingSettings(max_characters=1_000))
    assert "too-long" in codes
    assert len(text) <= 1_010


def test_a_page_without_text_is_a_problem() -> None:
    assert read("<html><head><title>x</title></head><body><img src=a></body></html>") == ({"empty-source"}, "")
