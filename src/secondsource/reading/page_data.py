"""What an HTML page says of itself in its data: JSON-LD, OpenGraph, microdata, meta and time elements."""

import re
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from secondsource.model.masthead import Section, Title
from secondsource.model.span import Span

from .html.layer import Layer
from .html.linked_data import Article, articles, breadcrumbs


class StampKind(StrEnum):
    """What a date in the page's data dates."""

    PUBLISHED = "published"
    MODIFIED = "modified"
    UNKNOWN = "unknown"


class PageStamp(Struct, frozen=True):
    """A date as the page's data gives it: `value` untouched, `property` as it is called there
    (`article:published_time`, `datePublished`, `time`), and where it can be read in the text layer, if at all."""

    value: str
    property: str
    kind: StampKind = StampKind.UNKNOWN
    span: Span | None = None


class PageData(Struct, frozen=True):
    """Everything of use, in the order the page gives it, the page's word unchanged."""

    titles: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    language: str | None = None
    url: str | None = None
    section: str | None = None
    stamps: tuple[PageStamp, ...] = ()
    dateline: str | None = None
    title: str | None = None
    """The title that it hands out for sharing (OpenGraph), else the headline of its article in JSON-LD; that headline
    first where an `alternativeHeadline` beside it shows that the newsroom keeps several apart."""
    stated_titles: tuple[Title, ...] = ()
    """Every title with the property that gives it."""
    stated_sections: tuple[Section, ...] = ()
    """The sections that it names, with the properties."""
    breadcrumbs: tuple[str, ...] = ()
    """The way to the page, from the front page on, as the first BreadcrumbList of its JSON-LD gives it."""


_CRUMBS_LIMIT = 200_000
_VALUE_LIMIT = 2_000
_NEAR = 60
_PUBLISHED = re.compile(
    r"publi(?!sher)|issued|pubdate|pub[_-]date|^(?:og:|dc\.|dcterms\.|sailthru\.|parsely-|veeseo:)?date$|date\.created|"
    r"date[_-]?created|created|posted|article_date|firstpub|release",
    re.IGNORECASE,
)
_MODIFIED = re.compile(r"modif|updat|last[-_]?mod|revis|lastmod|changed", re.IGNORECASE)
_DATED = re.compile(r"date|time(?!r|out|zone)|publish(?!er)|modified|updated|issued|created", re.IGNORECASE)
_NOT_DATED = re.compile(
    r"expir|publisher|publishing|valid|format|build|cache|current|template|offset|ttl|premium|auto-"
)
_AUTHOR = re.compile(
    r"^(?:author|authors|article:author|article:author_name|article_author_name|sailthru\.author|parsely-author|dc\.creator|"
    r"dcterms\.creator|og:author|og:article:author|cxenseparse:author|citation_author|byl|creator|shareaholic:article_author_name)$"
)
_TITLE = re.compile(
    r"^(?:og:title|twitter:title|title|dc\.title|dcterms\.title|sailthru\.title|parsely-title|cxenseparse:title|"
    r"citation_title|fulltitle|twitter:text:title)$"
)
_DESCRIPTION = re.compile(r"^(?:og:description|description|twitter:description|dc\.description|sailthru\.description)$")
_OUTLET = (
    "og:site_name",
    "shareaholic:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
)
_SECTION = ("article:section", "og:article:section", "parsely-section", "section", "articlesection", "og:section")
SCRIPTED = "a script of the page"
_SCRIPTED = re.compile(
    r'"(?:published_?(?:at|on|date|time)|publish_?date|date_?published|publication_?date|first_?published(?:_?at)?)"'
    r'\s*:\s*"((?:19|20)\d\d-[01]\d-[0-3]\d[^"]{0,30})"',
    re.IGNORECASE,
)
_MARKED_DATES = '[itemprop*="date" i][content]:not(meta), abbr[itemprop*="date" i][title]'
_DAY_LIKE = re.compile(r"\d{4}|\d{1,2}[./-]\d{1,2}|\d{8}")


class _Stated(Struct, frozen=True):
    """The data as it stands on the page. `table` has the first value of each meta name."""

    metas: list[tuple[str, str]]
    table: dict[str, str]
    blocks: tuple[str, ...]
    articles: tuple[Article, ...]

    @property
    def main(self) -> Article:
        """The article that the page is about; an empty one where it names none."""
        return self.articles[0] if self.articles else Article()


def page_data(tree: LexborHTMLParser, layer: Layer) -> PageData:
    """The page's own data. Nothing in it is checked against the text here."""
    stated = _stated(tree)
    main, table = stated.main, stated.table
    return replace(
        _hints(tree, layer, stated),
        outlet=_first(table.get("og:site_name"), main.publisher, *(table.get(name) for name in _OUTLET)),
        url=_url(tree, main, table),
        section=_first(main.section, *(table.get(name) for name in _SECTION)),
        stamps=tuple(_stamps(tree, stated.metas, stated.articles, layer)),
        dateline=main.dateline,
        title=_own_title(main, table),
        stated_sections=tuple(_sections(main, table)),
        breadcrumbs=_breadcrumbs(stated.blocks),
    )


def hints(tree: LexborHTMLParser, layer: Layer) -> PageData:
    """What of the page's own data helps to label its lines, and no more: titles, descriptions, authors, language."""
    return _hints(tree, layer, _stated(tree))


def _stated(tree: LexborHTMLParser) -> _Stated:
    metas = _metas(tree)
    table: dict[str, str] = {}
    for name, value in metas:
        table.setdefault(name, value)
    linked = (script for script in tree.css("script") if "ld+json" in (script.attributes.get("type") or "").lower())
    blocks = tuple(script.text_content or script.text() or "" for script in linked)
    return _Stated(metas, table, blocks, articles(blocks))


def _hints(tree: LexborHTMLParser, layer: Layer, stated: _Stated) -> PageData:
    main, metas = stated.main, stated.metas
    titles = tuple(_titles(main, metas, _title_element(tree)))
    descriptions = [main.description, *(value for name, value in metas if _DESCRIPTION.match(name))]
    authors = [*main.authors] or [value for name, value in metas if _AUTHOR.match(name)] or _marked_authors(layer)
    return PageData(
        titles=_distinct([title.value for title in titles]),
        descriptions=_distinct(descriptions),
        authors=_distinct(authors),
        language=_language(tree, main, stated.table),
        stated_titles=titles,
    )


def _sections(main: Article, table: dict[str, str]) -> Iterator[Section]:
    for name, value in (("JSON-LD articleSection", main.section), *((name, table.get(name)) for name in _SECTION)):
        if value and value.strip():
            yield Section(" ".join(value.split()), name)


def _breadcrumbs(blocks: tuple[str, ...]) -> tuple[str, ...]:
    for block in blocks:
        if "BreadcrumbList" in block and len(block) <= _CRUMBS_LIMIT and (found := breadcrumbs(block)):
            return found
    return ()


def _own_title(main: Article, table: dict[str, str]) -> str | None:
    shared = table.get("og:title")
    if main.alternative is not None and main.alternative != shared:
        return _first(main.headline)
    return _first(shared, main.headline, table.get("twitter:title"))


def _titles(main: Article, metas: list[tuple[str, str]], element: str | None) -> Iterator[Title]:
    stated = [("JSON-LD headline", main.headline), ("JSON-LD alternativeHeadline", main.alternative)]
    stated += [(name, value) for name, value in metas if _TITLE.match(name)]
    for name, value in (*stated, ("title", element)):
        if value and value.strip():
            yield Title(" ".join(value.split()), name)


def short_code(stated: str | None) -> str | None:
    """`en` of `en-GB`, `en_US`; None for what is no ISO 639-1 code."""
    code = (stated or "").strip().replace("_", "-").split("-")[0].lower()
    return code if len(code) == 2 and code.isalpha() else None


def _metas(tree: LexborHTMLParser) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for node in tree.css("meta"):
        attributes = node.attributes
        content = attributes.get("content") or attributes.get("value")
        if not content:
            continue
        for key in ("property", "name", "itemprop", "http-equiv"):
            if name := attributes.get(key):
                pairs.append((name.strip().lower(), content.strip()[:_VALUE_LIMIT]))
                break
    return pairs


def _title_element(tree: LexborHTMLParser) -> str | None:
    node = tree.css_first("head title") or tree.css_first("title")
    return node.text()[:_VALUE_LIMIT] if node is not None else None


def _marked_authors(layer: Layer) -> list[str]:
    """The authors that microdata marks: the first, and those right behind it."""
    found: list[str] = []
    last = -1
    for index in [index for index, element in enumerate(layer.elements) if element.itemprop == "author"]:
        start, end = layer.elements[index].start, layer.ends[index]
        if 3 < end - start < 120:
            if last >= 0 and start > last + _NEAR:
                break
            found.append(layer.text[start:end].strip())
            last = end
    return found


def _language(tree: LexborHTMLParser, main: Article, table: dict[str, str]) -> str | None:
    root = tree.css_first("html")
    stated = root.attributes.get("lang") if root is not None else None
    return _first(stated, main.language, table.get("og:locale"), table.get("content-language"), table.get("language"))


def _url(tree: LexborHTMLParser, main: Article, table: dict[str, str]) -> str | None:
    link = tree.css_first('link[rel="canonical"]')
    href = link.attributes.get("href") if link is not None else None
    for url in (href, table.get("og:url"), main.url):
        if url and url.strip().startswith(("http://", "https://")):
            return url.strip()[:_VALUE_LIMIT]
    return None


def _stamps(
    tree: LexborHTMLParser, metas: list[tuple[str, str]], found: tuple[Article, ...], layer: Layer
) -> list[PageStamp]:
    stamps: list[PageStamp] = []
    for name, value in metas:
        if _DATED.search(name) and not _NOT_DATED.search(name) and _DAY_LIKE.search(value):
            stamps.append(PageStamp(value, name, _kind(name)))
    for article in found[:1]:
        stamps.extend(PageStamp(value, name, _kind(name)) for name, value in article.dates)
    if b"itemprop" in tree.raw_html:
        stamps.extend(_marked_stamps(tree))
    stamps.extend(_shown_stamps(layer))
    if all(stamp.kind is not StampKind.PUBLISHED for stamp in stamps):
        stamps.extend(_scripted_stamps(tree))
    return list(dict.fromkeys(stamps))


def _marked_stamps(tree: LexborHTMLParser) -> Iterator[PageStamp]:
    """Days that microdata gives beside what it shows: `<p itemprop="datePublished" content="2022-01-14">."""
    for node in tree.css(_MARKED_DATES):
        attributes = node.attributes
        value = attributes.get("content") or attributes.get("title") or ""
        if _DAY_LIKE.search(value):
            name = attributes.get("itemprop") or ""
            yield PageStamp(value[:_VALUE_LIMIT], name, _kind(name))


def _shown_stamps(layer: Layer) -> Iterator[PageStamp]:
    """Times, and what microdata calls a date, as the page shows them."""
    dated = [at for at, each in enumerate(layer.elements) if each.tag == "time" or each.itemprop]
    for element, end in ((layer.elements[at], layer.ends[at]) for at in dated):
        marked = element.itemprop.lower()
        if element.tag != "time" and "date" not in marked:
            continue
        text = layer.text[element.start : end]
        value = element.stamp or text.strip()[:80]
        if _DAY_LIKE.search(value):
            start = element.start + len(text) - len(text.lstrip())
            span = Span(start, element.start + len(text.rstrip())) if text.strip() else None
            yield PageStamp(value, marked or "time", _kind(f"{marked} {element.names}"), span)


def _scripted_stamps(tree: LexborHTMLParser) -> Iterator[PageStamp]:
    """The first day of publication in the data that a page hands to its own scripts."""
    for node in tree.css("script"):
        if (match := _SCRIPTED.search(node.text_content or node.text())) is not None:
            yield PageStamp(match[1], SCRIPTED, StampKind.PUBLISHED)
            return


def _kind(name: str) -> StampKind:
    if _MODIFIED.search(name):
        return StampKind.MODIFIED
    return StampKind.PUBLISHED if _PUBLISHED.search(name) else StampKind.UNKNOWN


def _first(*values: str | None) -> str | None:
    return next((" ".join(value.split()) for value in values if value and value.strip()), None)


def _distinct(values: list[str | None] | list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(value.split()) for value in values if value and value.strip()))
