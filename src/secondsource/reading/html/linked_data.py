"""JSON-LD blocks of a page: the article they describe (schema.org Article and its kinds)."""

import html
import json
import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

_BLOCK_LIMIT = 1_000_000
_DEPTH_LIMIT = 12
_ARTICLE = re.compile(r"Article$|^BlogPosting$|^Report$|^LiveBlogPosting$|^Posting$|^OpinionNewsArticle$|^Review$")
_WEAK = re.compile(r"^WebPage$|^ItemPage$|^VideoObject$|^Recipe$|^PodcastEpisode$|^AudioObject$|^SocialMediaPosting$")
_NOT_DOWN = frozenset(
    {"itemListElement", "hasPart", "relatedLink", "mentions", "comment", "review", "citation", "isPartOf"}
)
_STRAY_COMMA = re.compile(r",\s*([}\]])")
_DATES = ("datePublished", "dateCreated", "uploadDate", "dateModified")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>|;)\s*$"
)


class Article(Struct, frozen=True):
    """What JSON-LD says of the page's article."""

    headline: str | None = None
    description: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    language: str | None = None
    url: str | None = None
    section: str | None = None
    dateline: str | None = None
    dates: tuple[tuple[str, str], ...] = ()
    weak: bool = False
    alternative: str | None = None
    """Its `alternativeHeadline`."""


def articles(blocks: Iterable[str | None]) -> tuple[Article, ...]:
    """The articles of a page's JSON-LD blocks: real articles before pages and videos, each in the order given. Blocks
    that are no JSON are passed over."""
    found: list[Article] = []
    people: dict[str, str] = {}
    for block in blocks:
        value = _parsed(block or "")
        _collect_people(value, people, 0)
        found.extend(_article(item, weak, people) for item, weak in _items(value, 0))
    found.sort(key=lambda article: (article.weak, not article.dates, article.headline is None))
    return tuple(found)


def breadcrumbs(block: str) -> tuple[str, ...]:
    """The names of the first BreadcrumbList of a block, in the order of their positions, each as it stands there; empty
    where it has none."""
    return next((names for each in _lists(_parsed(block), 0) if (names := _crumb_names(each))), ())


def _lists(value: object, depth: int) -> Iterator[dict[str, object]]:
    if depth > _DEPTH_LIMIT:
        return
    if isinstance(value, list):
        for item in value[:500]:
            yield from _lists(item, depth + 1)
    elif isinstance(value, dict):
        if "BreadcrumbList" in _strings(value.get("@type")):
            yield value
        for item in value.values():
            if isinstance(item, (dict, list)):
                yield from _lists(item, depth + 1)


def _crumb_names(found: dict[str, object]) -> tuple[str, ...]:
    items = found.get("itemListElement")
    crumbs = [item for item in items[:20] if isinstance(item, dict)] if isinstance(items, list) else []
    placed = sorted(enumerate(crumbs), key=lambda pair: (_position(pair[1]), pair[0]))
    names = (_text(crumb.get("name")) or _text(crumb.get("item")) for _, crumb in placed)
    return tuple(" ".join(name.split()) for name in names if name and not name.startswith("http"))


def _position(crumb: dict[str, object]) -> int:
    try:
        return int(str(crumb.get("position")))
    except ValueError:
        return 0


def _parsed(block: str) -> object:
    """The value of a block; of one that is no JSON as it stands, without what wraps it and without stray commas."""
    if len(block) > _BLOCK_LIMIT:
        return None
    found = _loaded(block)
    if found is None:
        bare = _WRAPPING.sub("", _WRAPPING.sub("", block)).strip()
        found = _loaded(bare)
        if found is None:
            found = _loaded(_STRAY_COMMA.sub(r"\1", bare))
    return found


def _loaded(block: str) -> object:
    try:
        return json.loads(block, strict=False)
    except (ValueError, RecursionError):
        return None


def _collect_people(value: object, people: dict[str, str], depth: int) -> None:
    if depth > _DEPTH_LIMIT:
        return
    if isinstance(value, list):
        for item in value[:500]:
            _collect_people(item, people, depth + 1)
    elif isinstance(value, dict):
        identity, name = value.get("@id"), value.get("name")
        if isinstance(identity, str) and isinstance(name, str):
            people.setdefault(identity, name)
        for item in value.values():
            if isinstance(item, (dict, list)):
                _collect_people(item, people, depth + 1)


def _items(value: object, depth: int) -> Iterator[tuple[dict[str, object], bool]]:
    if depth > _DEPTH_LIMIT:
        return
    if isinstance(value, list):
        for item in value[:500]:
            yield from _items(item, depth + 1)
    elif isinstance(value, dict):
        types = _strings(value.get("@type"))
        if any(_ARTICLE.search(kind) for kind in types):
            yield value, False
            return
        if any(_WEAK.search(kind) for kind in types):
            yield value, True
        for key, item in value.items():
            if key not in _NOT_DOWN and isinstance(item, (dict, list)):
                yield from _items(item, depth + 1)


def _article(item: dict[str, object], weak: bool, people: dict[str, str]) -> Article:
    names = _names(item.get("author"), people) or _names(item.get("creator"), people)
    dates = [(key, value) for key in _DATES for value in _strings(item.get(key))]
    return Article(
        _text(item.get("headline")) or _text(item.get("name")),
        _text(item.get("description")),
        tuple(names),
        next(iter(_names(item.get("publisher"), people)), None),
        _text(item.get("inLanguage")),
        _text(item.get("url")) or _text(item.get("mainEntityOfPage")),
        next(iter(_strings(item.get("articleSection"))), None),
        _text(item.get("dateline")),
        tuple(dates),
        weak,
        _text(item.get("alternativeHeadline")),
    )


def _names(value: object, people: dict[str, str]) -> list[str]:
    if isinstance(value, list):
        return [name for item in value[:50] for name in _names(item, people)]
    if isinstance(value, dict):
        name = value.get("name")
        if isinstance(name, (str, list)):
            return [html.unescape(text) for text in _strings(name)]
        identity = value.get("@id")
        return [people[identity]] if isinstance(identity, str) and identity in people else []
    return [html.unescape(value)] if isinstance(value, str) and value.strip() else []


def _text(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("name") or value.get("@id")
    texts = _strings(value)
    return html.unescape(texts[0])[:2000] if texts else None


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value] if value.strip() else []
    if isinstance(value, list):
        return [item for item in value if isinstance(item, str) and item.strip()]
    return []
