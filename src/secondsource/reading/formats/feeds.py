"""RSS and Atom feeds: each entry with a text of its own is a source."""

import re
from xml.etree.ElementTree import Element

from secondsource.model.problem import Problem
from secondsource.model.source import Given

from .item import Item, Unpacked
from .markup import Story, as_html, content_of, local, page, paragraphs, plain, text_of

_BODIES = ("encoded", "content", "description", "summary")
"""Where entries keep their text, the fullest first."""
_DATES = ("pubDate", "published", "issued", "date", "created", "updated", "modified")
"""What entries call their date, the surest first."""
_BY = ("creator", "author", "byline")
_MAIL_OF = re.compile(r"^\s*\S+@\S+\s*\((?P<name>[^()]+)\)\s*$")
_IN_XHTML = "xhtml"


def feed(name: str, root: Element) -> Unpacked:
    """The entries of a feed as pages: headline, summary, byline, text."""
    entries = [node for node in root.iter() if local(node.tag) in {"item", "entry"}]
    if not entries:
        yield Problem(name, "empty-source", f"{name}: the feed has no entry")
    channel = next((node for node in root.iter() if local(node.tag) in {"channel", "feed"}), root)
    outlet = text_of(_child(channel, "title"))
    language = _language(channel) or _language(root)
    bare = 0
    for number, entry in enumerate(entries, 1):
        if len(entry):
            yield _entry(f"{name}:{number}", entry, plain(outlet) if outlet else None, language)
        else:
            bare += 1
    if bare:
        yield Problem(name, "empty-source", f"{name}: {bare} entries have nothing in them")


def _entry(label: str, entry: Element, outlet: str | None, language: str | None) -> Item:
    texts = [text for key in _BODIES for child in _children(entry, key) if (text := _html(child))]
    title = _title(entry)
    authors = tuple(dict.fromkeys(name for key in _BY for child in _children(entry, key) if (name := _person(child))))
    dated_by = next((key for key in _DATES if text_of(_child(entry, key))), None)
    identity = text_of(_child(entry, "guid")) or text_of(_child(entry, "id"))
    source = _child(entry, "source")
    given = Given(
        id=identity,
        url=_link(entry),
        title=title,
        published=text_of(_child(entry, dated_by)) if dated_by else None,
        outlet=(text_of(_child(source, "title")) or text_of(source) if source is not None else None) or outlet,
        language=_language(entry) or language,
        authors=authors,
        dated_by=dated_by,
    )
    summary = texts[-1] if len(texts) > 1 else None
    story = Story(title, summary, ", ".join(authors) or None, None, texts[0] if texts else "")
    return Item(identity or label, "text/html", page(story), given)


def _html(child: Element) -> str | None:
    """The text of a field as HTML: Atom says what it holds, RSS does not."""
    kind = (child.get("type") or "").lower()
    if _IN_XHTML in kind or (len(child) and not child.get("url")):
        return content_of(child).strip() or None
    text = text_of(child)
    if text is None:
        return None
    return paragraphs(text) if kind in {"text", "text/plain", "plain"} else as_html(text)


def _title(entry: Element) -> str | None:
    node = _child(entry, "title")
    text = text_of(node)
    if node is None or text is None:
        return None
    return text if node.get("type") == "text" else plain(text)


def _person(child: Element) -> str | None:
    """The name in an author's field; an address alone is none."""
    text = text_of(_child(child, "name")) or text_of(child) if len(child) else text_of(child)
    if text is None:
        return None
    match = _MAIL_OF.match(text)
    name = " ".join((match["name"] if match else text).split())
    return None if "@" in name else name


def _link(entry: Element) -> str | None:
    links = _children(entry, "link")
    whole = [link for link in links if link.get("rel", "alternate") == "alternate"] or links
    return next((url for link in whole if (url := link.get("href") or text_of(link))), None)


def _language(node: Element) -> str | None:
    stated = next((value for key, value in node.attrib.items() if local(key) == "lang"), None)
    return stated or text_of(_child(node, "language"))


def _children(node: Element, name: str) -> list[Element]:
    return [child for child in node if local(child.tag) == name]


def _child(node: Element | None, name: str) -> Element | None:
    return next(iter(_children(node, name)), None) if node is not None else None
