"""ninjs, the IPTC's news in JSON, versions 1 to 3: one report with its fields."""

from secondsource.model.source import Given

from .item import Item
from .markup import Story, page, paragraphs, plain

_SIGNS = frozenset(
    {"versioncreated", "firstcreated", "contentcreated", "pubstatus", "$standard", "standard", "slugline"}
)
"""Properties that records of other makes do not have."""
_DATES = ("contentcreated", "firstcreated", "versioncreated")
_HTML = ("body_html", "body_xhtml", "body_html5")
_OTHER_BODY = "body_"
_MAIN = frozenset({"main", "drol:main", ""})


def is_ninjs(value: dict[str, object]) -> bool:
    """Whether a record is ninjs: it has its identifier and properties that only it has."""
    return "uri" in value and not _SIGNS.isdisjoint(value)


def ninjs(label: str, value: dict[str, object]) -> Item | None:
    """The report as a page; None where it has no text (a picture, a package)."""
    body = _body(value)
    if body is None:
        return None
    headline = _text(value, "headline") or _main(value, "headlines") or _text(value, "title")
    summary = _text(value, "description_text") or _main(value, "descriptions")
    by = _text(value, "byline") or _text(value, "by")
    dated_by = next((key for key in _DATES if _text(value, key)), None)
    given = Given(
        id=_text(value, "uri"),
        title=plain(headline) if headline else None,
        published=_text(value, dated_by) if dated_by else None,
        outlet=_named(value, "infosource") or _named(value, "infosources") or _text(value, "copyrightholder"),
        language=_text(value, "language"),
        authors=(by,) if by else (),
        dated_by=dated_by,
    )
    story = Story(given.title, paragraphs(summary) if summary else None, by, _text(value, "located"), body)
    return Item(given.id or label, "text/html", page(story), given)


def _body(value: dict[str, object]) -> str | None:
    """The text as HTML: the HTML form where there is one, else the plain one."""
    for key in (*_HTML, *sorted(key for key in value if key.startswith(_OTHER_BODY) and key not in _HTML)):
        text = _text(value, key)
        if text is not None:
            return text if key in _HTML or "html" in key else paragraphs(text)
    bodies = sorted(_entries(value, "bodies"), key=lambda each: "html" not in str(each.get("contenttype", "")))
    for each in bodies:
        text = _text(each, "value")
        if text is not None:
            return text if "html" in str(each.get("contenttype", "")) else paragraphs(text)
    return None


def _main(value: dict[str, object], key: str) -> str | None:
    """The entry that is called the main one, else the first."""
    entries = sorted(_entries(value, key), key=lambda each: str(each.get("role") or "") not in _MAIN)
    return next((text for each in entries if (text := _text(each, "value"))), None)


def _named(value: dict[str, object], key: str) -> str | None:
    return next((name for each in _entries(value, key) if (name := _text(each, "name"))), None)


def _entries(value: dict[str, object], key: str) -> list[dict[str, object]]:
    found = value.get(key)
    listed = found if isinstance(found, list) else [found]
    return [each for each in listed if isinstance(each, dict)]


def _text(value: dict[str, object], key: str) -> str | None:
    found = value.get(key)
    return found.strip() or None if isinstance(found, str) else None
