"""Damaged pages: nothing breaks, nothing is lost, every span cuts; and the count of faults sees faults."""

import pytest
from msgspec.structs import replace

from bench.reading_fuzz import damaged, faults
from secondsource.model.document import Document
from secondsource.model.source import RawSource
from secondsource.model.span import Span
from secondsource.reading.stage import ReadPage
from secondsource.stage.contract import Read
from tests.reading.formats.one_report import BODY_HTML, PAGE, STRIPPED

TABLES = f"<table><tr><td>{BODY_HTML}</td><td><ul><li><a href=x>More</a></li></ul></td></tr></table><pre>a\n  b</pre>"
PAGES = [PAGE.encode(), TABLES.encode(), STRIPPED.encode(), PAGE.replace("<p>", "<div><span>").encode("utf-16")]


@pytest.mark.parametrize("media_type", ["text/html", "text/plain"])
def test_damaged_pages_are_read_without_fault(media_type: str) -> None:
    found = {name: faults(data, media_type) for name, data in damaged(PAGES, 60, seed=7)}
    assert {name: fault for name, fault in found.items() if fault} == {}


def test_the_same_seed_gives_the_same_damage() -> None:
    assert list(damaged(PAGES, 20, seed=3)) == list(damaged(PAGES, 20, seed=3))
    assert list(damaged(PAGES, 20, seed=3)) != list(damaged(PAGES, 20, seed=4))


def kinds(monkeypatch: pytest.MonkeyPatch, spoil: object) -> set[str]:
    """The faults counted where every document is spoilt in this way."""
    whole = ReadPage().read(RawSource("source:1", "page", "page", None, "", "text/html", PAGE.encode())).document
    assert whole is not None
    assert callable(spoil)
    monkeypatch.setattr(ReadPage, "read", lambda *_: Read(spoil(whole)))
    return {kind for kind, _ in faults(PAGE.encode(), "text/html")}


def _without_its_last_passage(document: Document) -> Document:
    return replace(document, passages=document.passages[:-1])


def _with_a_headline_beyond_the_text(document: Document) -> Document:
    return replace(document, headline=Span(0, len(document.text) + 1))


def _broken(_document: Document) -> Document:
    raise ValueError("broken")


def test_faults_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    assert kinds(monkeypatch, _without_its_last_passage) == {"lost characters"}


def test_spans_that_do_not_cut_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    assert kinds(monkeypatch, _with_a_headline_beyond_the_text) == {"spans that do not cut"}


def test_exceptions_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    assert kinds(monkeypatch, _broken) == {"exceptions"}
