"""The section of a page: what its data says, what it shows, and, failing that, its address."""

import pytest

from secondsource.model.document import Document
from secondsource.model.masthead import Section
from secondsource.model.source import Given, RawSource
from secondsource.reading.address import folders_of, host_of
from secondsource.reading.stage import ReadPage

BODY = " ".join(["The harbour board of Skelby voted on Tuesday to deepen the channel for larger ships."] * 6)


def read(text: str, url: str | None = None) -> Document:
    """A page or a stripped text as reading gives it."""
    kind = "text/html" if text.startswith("<") else "text/plain"
    raw = RawSource("source:1", "page", "page", None, "0", kind, text.encode(), Given(url=url))
    document = ReadPage().read(raw).document
    assert document is not None
    return document


def page(head: str = "", above: str = "") -> str:
    """An HTML page with data in its head and lines above its headline."""
    title = "Harbour board votes to deepen the channel"
    shown = f"{above}<main><article><h1>{title}</h1><p>{BODY}</p><p>{BODY}</p></article></main>"
    return f"<html lang='en'><head><title>{title}</title>{head}</head><body>{shown}</body></html>"


CRUMBS = """<script type="application/ld+json">{"@context": "https://schema.org", "@type": "BreadcrumbList",
"itemListElement": [{"@type": "ListItem", "position": 3, "name": "Harbour board votes to deepen the channel"},
{"@type": "ListItem", "position": 1, "name": "Home"}, {"@type": "ListItem", "position": 2, "item":
{"@id": "https://skerrypost.example/shipping", "name": "Ports &amp; Shipping"}}]}</script>"""
ARTICLE = """<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour board votes to deepen the
channel", "articleSection": ["Business", "Local"]}</script>"""


@pytest.mark.parametrize(
    ("text", "url", "value", "place"),
    [
        (page(ARTICLE), None, "Business", "JSON-LD articleSection"),
        (page('<meta property="article:section" content="Trade">'), None, "Trade", "article:section"),
        (page(CRUMBS), None, "Ports & Shipping", "JSON-LD BreadcrumbList"),
        (page(above="<nav class='breadcrumbs'><a>Home</a> › <a>Coast</a></nav>"), None, "Coast", "breadcrumb"),
        (page(above="<ol class='breadcrumb'><li>Start</li><li>Economy</li></ol>"), None, "Economy", "breadcrumb"),
        (page(), "https://skerrypost.example/business/2025/harbour-board.html", "business", "address"),
    ],
)
def test_where_a_page_gives_its_section(text: str, url: str | None, value: str, place: str) -> None:
    masthead = read(text, url).masthead
    assert (masthead.section, masthead.sections[0].property) == (value, place)


@pytest.mark.parametrize(
    ("above", "value", "place"),
    [
        ("Home > World > Europe", "Europe", "breadcrumb"),
        ("HomeWorldHarbour board votes to ...", "World", "breadcrumb"),
        ("Startseite Wirtschaft", "Wirtschaft", "breadcrumb"),
        ("The Skerry Post\n\nPolitics", "Politics", "kicker"),
        ("Faits divers", "Faits divers", "kicker"),
        ("Economía", "Economía", "kicker"),
        ("Category: Shipping, Ports", "Shipping", "label"),
    ],
)
def test_what_a_stripped_text_shows(above: str, value: str, place: str) -> None:
    text = f"{above}\n\nHarbour board votes to deepen the channel\n\n{BODY}\n\n{BODY}"
    masthead = read(text).masthead
    (section,) = masthead.sections
    assert (section.value, section.property) == (value, place)
    assert section.span is not None
    assert section.span.cut(text) == value


@pytest.mark.parametrize(
    "above",
    [
        "News\nPolitics\nSport\nCulture",
        "Home",
        "Harbour ferries, timetables and fares",
        "Search\nSport",
    ],
)
def test_a_menu_is_no_section(above: str) -> None:
    text = f"{above}\n\nHarbour board votes to deepen the channel\n\n{BODY}\n\n{BODY}"
    assert read(text).masthead.section is None


def test_every_section_is_kept_with_its_place() -> None:
    text = page(ARTICLE + CRUMBS, "<div class='kicker-line'>Business</div>")
    document = read(text, "https://skerrypost.example/news/harbour.html")
    start = document.text.index("Business")
    first, *others = document.masthead.sections
    assert first == Section("Business", "JSON-LD articleSection", first.span)
    assert first.span is not None
    assert (first.span.start, first.span.end) == (start, start + len("Business"))
    assert [each.property for each in others] == ["JSON-LD BreadcrumbList", "address"]


def test_neither_the_outlet_nor_the_report_is_a_section() -> None:
    head = '<meta property="og:site_name" content="Skerry Post"><meta name="section" content="Skerry Post">'
    assert read(page(head)).masthead.section is None


@pytest.mark.parametrize("url", [None, "", "http://[broken/politics/x", "nothing at all", "http:///politics/x"])
def test_addresses_that_cannot_be_read(url: str | None) -> None:
    assert host_of(url) == ""
    read(page(), url)


def test_hosts_and_folders() -> None:
    assert host_of("https://www.skerrypost.example/a/b.html") == "skerrypost.example"
    assert folders_of("https://skerrypost.example/kultur/b%C3%BCcher/x.html") == ("kultur", "bücher")
