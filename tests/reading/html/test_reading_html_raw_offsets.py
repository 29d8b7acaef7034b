"""Where the characters of the text layer stand in the markup: what is cut there, its references read, is the text."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.span import Span
from secondsource.reading.html.raw_offsets import RawOffsets
from secondsource.reading.html.walk import layer, parse
from secondsource.stage.settings import ReadingSettings
from tests.reading.formats.one_report import PAGE
from tests.reading.html.test_reading_html_laws import markup


def text_of(page: str) -> str:
    return layer(parse(page), ReadingSettings()).text


def cuts(page: str, words: str) -> list[str]:
    """The markup that stands for these words of the layer."""
    text = text_of(page)
    start = text.index(words)
    return [span.cut(page) for span in RawOffsets(page, text).spans(Span(start, start + len(words)))]


def bare(text: str) -> str:
    return "".join(text.split())


def said(page: str, spans: tuple[Span, ...]) -> str:
    """The characters that the markup in these spans stands for, blanks left out."""
    return bare("".join(html.unescape(span.cut(page)) for span in spans))


@pytest.mark.parametrize(
    ("page", "words", "markup"),
    [
        ("<p>The ferry sailed.</p>", "ferry", ["ferry"]),
        ("<p>The <b>ferry</b> sailed.</p>", "The ferry sailed", ["The", "ferry", "sailed"]),
        ("<p>The\n   ferry\tsailed.</p>", "The ferry sailed", ["The\n   ferry\tsailed"]),
        ("<p>Smith &amp; Sons</p>", "Smith & Sons", ["Smith &amp; Sons"]),
        ("<p>&quot;We sailed&#8221;, he said</p>", '"We sailed”', ["&quot;We sailed&#8221;"]),
        ("<p>caf&eacute;s</p>", "fé", ["f&eacute;"]),
        ("<p>one<br>two</p>", "two", ["two"]),
        ("<script>ferry()</script><!-- ferry --><p>ferry</p>", "ferry", ["ferry"]),
        ("<p title='a > b'>ferry</p>", "ferry", ["ferry"]),
        ("<p>AT&T, R&D; 3 < 4</p>", "AT&T, R&D; 3 < 4", ["AT&T, R&D; 3 < 4"]),
    ],
)
def test_words_are_found_in_the_markup(page: str, words: str, markup: list[str]) -> None:
    assert cuts(page, words) == markup


def test_the_words_that_show_are_meant_and_not_the_same_ones_in_the_head() -> None:
    text = text_of(PAGE)
    start = text.index("Tarn bridge to stay closed")
    (span,) = RawOffsets(PAGE, text).spans(Span(start, start + 26))
    assert PAGE[: span.start].endswith("<h1>")


def test_text_that_a_table_throws_out_is_found_where_it_was_written() -> None:
    page = "<table><tr><td>cell</td></tr>The ferry was thrown out of the table.</table>"
    assert text_of(page).startswith("The ferry")
    assert cuts(page, "thrown out") == ["thrown out"]


@given(markup())
def test_what_is_cut_from_the_markup_is_the_text(page: str) -> None:
    text = text_of(page)
    offsets = RawOffsets(page, text)
    at = 0
    for line in text.split("\n"):
        spans = offsets.spans(Span(at, at + len(line)))
        if spans:
            assert said(page, spans) == bare(line)
        if "<table" not in page:
            assert bool(spans) == bool(bare(line))
        at += len(line) + 1


@given(markup(), st.data())
def test_any_stretch_of_the_text_is_cut_exactly(page: str, data: st.DataObject) -> None:
    text = text_of(page)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if "&" in page or "<table" in page or "\n" in text[start:end]:
        return
    assert said(page, RawOffsets(page, text).spans(Span(start, end))) == bare(text[start:end])


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_are_laid_against_each_other(page: str, text: str) -> None:
    for span in RawOffsets(page, text).spans(Span(0, len(text))):
        assert 0 <= span.start < span.end <= len(page)
