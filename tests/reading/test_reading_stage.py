"""From bytes to a document: charsets, empty and odd files, and the law that passages tile the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.source import Given, RawSource
from secondsource.reading.stage import ReadPage
from secondsource.stage.contract import Read

SENTENCE = "Die Fähre läuft erst am Montag wieder aus, sagte der Hafenmeister den Journalisten im Büro.\n"


def read(data: bytes, media_type: str = "text/plain", given_: Given | None = None) -> Read:
    return ReadPage().read(RawSource("source:1", "file", "file", None, "", media_type, data, given_ or Given()))


def codes(result: Read) -> list[str]:
    return [problem.code for problem in result.problems]


@pytest.mark.parametrize(
    "data",
    [
        SENTENCE.encode("utf-8"),
        b"\xef\xbb\xbf" + SENTENCE.encode("utf-8"),
        SENTENCE.encode("utf-16"),
        SENTENCE.encode("utf-16-le"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 without mark"],
)
def test_charsets_that_need_no_guess(data: bytes) -> None:
    result = read(data)
    assert result.document is not None
    assert result.document.text.lstrip("\ufeff") == SENTENCE
    assert not {"bad-charset", "guessed-charset", "charset-mismatch"} & set(codes(result))


def test_a_guessed_charset_is_said() -> None:
    result = read((SENTENCE * 5).encode("cp1252"))
    assert result.document is not None
    assert "Fähre läuft" in result.document.text
    assert "guessed-charset" in codes(result)


def test_a_declared_charset_is_followed() -> None:
    page = f'<html><head><meta charset="windows-1252"></head><body><p>{SENTENCE}</p></body></html>'
    result = read(page.encode("cp1252"), "text/html")
    assert result.document is not None
    assert "Fähre läuft" in result.document.text
    assert result.document.source.encoding == "cp1252"


def test_a_wrong_declaration_is_said() -> None:
    page = f'<html><head><meta charset="shift_jis"></head><body><p>{SENTENCE}</p></body></html>'
    result = read(page.encode("utf-8"), "text/html")
    assert result.document is not None
    assert "Fähre läuft" in result.document.text
    assert "charset-mismatch" in codes(result)


@pytest.mark.parametrize("data", [b"", b" \n\n", b"\xef\xbb\xbf"])
def test_nothing_in_it(data: bytes) -> None:
    result = read(data)
    assert result.document is None
    assert codes(result) == ["empty-source"]


def test_no_sentence_in_it() -> None:
    assert "no-sentence" in codes(read(b"<ul><li><a href=a>One</a></li><li><a href=b>Two</a></li></ul>", "text/html"))


def test_a_long_line_is_cut_and_said() -> None:
    result = read(b"word " * 1_000_000)
    assert result.document is not None
    assert "too-long" in codes(result)


def test_html_without_tags_is_read_as_text() -> None:
    result = read(SENTENCE.encode(), "text/html")
    assert result.document is not None
    assert result.document.text == SENTENCE


def test_debris_of_markup_in_plain_text_stays_text() -> None:
    text = SENTENCE + '<div class="embed" data-x="y">\n' + SENTENCE
    result = read(text.encode())
    assert result.document is not None
    assert result.document.text == text


@given(st.binary(max_size=400), st.sampled_from(["text/plain", "text/html"]))
def test_any_bytes_give_a_document_or_a_problem(data: bytes, media_type: str) -> None:
    result = read(data, media_type)
    assert result.document is not None or result.problems


@given(st.text(max_size=400))
def test_every_character_of_a_document_has_one_role(text: str) -> None:
    result = read(text.encode("utf-8", "replace"))
    if result.document is None:
        return
    at = 0
    for passage in result.document.passages:
        assert passage.start >= at
        assert not result.document.text[at : passage.start].strip()
        at = passage.end
    assert not result.document.text[at:].strip()
