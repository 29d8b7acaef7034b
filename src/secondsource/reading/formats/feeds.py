"""RSS and Atom feeds: each entry with a text of its own is a source."""

import xml.etree.ElementTree as Tree

from secondsource.model.problem import Problem
from secondsource.model.source import Given

from .item import Item, Unpacked

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_CREATED = "{http://purl.org/dc/elements/1.1/}date"


def feed(name: str, data: bytes) -> Unpacked:
    """The entries of a feed as HTML sources. Entities are not expanded beyond what expat allows; a feed that is broken
    or asks for more is a Problem."""
    if b"<!ENTITY" in data[:100_000]:
        yield Problem(name, "broken-feed", f"{name}: declares its own entities; such XML is not read")
        return
    try:
        root = Tree.fromstring(data)  # entities were refused above
    except (Tree.ParseError, ValueError, LookupError) as error:
        yield Problem(name, "broken-feed", f"{name}: not well-formed XML: {error}")
        return
    entries = [node for node in root.iter() if _local(node.tag) in {"item", "entry"}]
    if not entries:
        yield Problem(name, "not-text", f"{name}: XML that is neither RSS nor Atom; left out")
        return
    outlet = next((_text(node) for node in root.iter() if _local(node.tag) == "title"), None)
    for number, entry in enumerate(entries, 1):
        yield _entry(f"{name}:{number}", entry, outlet)


def _entry(label: str, entry: Tree.Element, outlet: str | None) -> Item:
    fields: dict[str, str] = {}
    for child in entry:
        key = "content" if child.tag == _CONTENT else "published" if child.tag == _CREATED else _local(child.tag)
        text = child.get("href") if key == "link" and child.get("href") else _text(child)
        if text:
            fields.setdefault(key, text)
    title = fields.get("title")
    body = fields.get("content") or fields.get("description") or fields.get("summary") or ""
    heading = f"<h1>{title}</h1>\n" if title else ""
    identity = fields.get("guid") or fields.get("id")
    given = Given(
        identity,
        fields.get("link"),
        title,
        fields.get("pubDate") or fields.get("published") or fields.get("updated"),
        outlet,
    )
    return Item(identity or label, "text/html", f"{heading}<div>{body}</div>".encode("utf-8", "replace"), given)


def _local(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _text(node: Tree.Element) -> str | None:
    text = "".join(node.itertext()).strip()
    return text or None
