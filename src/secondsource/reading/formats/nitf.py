"""NITF: one report with its headline, byline, date line and text, as agencies send it."""

import re
from xml.etree.ElementTree import Element

from secondsource.model.source import Given

from .item import Item, Unpacked
from .markup import Story, content_of, file_name, html_of, local, page, text_of

_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?$")
"""ISO 8601 without hyphens, as NITF writes dates."""


def nitf(name: str, root: Element) -> Unpacked:
    """The report of an NITF document."""
    yield report(file_name(name), root)


def report(label: str, root: Element, known: Given | None = None) -> Item:
    """One report; `known` is what an envelope around it says already."""
    known = known or Given()
    head = first(root, "body.head")
    headline = text_of(first(head, "hl1")) or text_of(first(head, "hedline")) or text_of(first(root, "title"))
    second = text_of(first(head, "hl2")) if first(head, "hl1") is not None else None
    abstract = first(head, "abstract")
    content = first(root, "body.content")
    end = first(root, "body.end")
    body = content_of(content) if content is not None else ""
    closing = content_of(end).strip() if end is not None else ""
    authors = tuple(name for node in every(head, "byline") if (name := _author(node)))
    published, dated_by = _date(root)
    story = Story(
        headline,
        "\n".join([*([f"<p>{second}</p>"] if second else []), *([html_of(abstract)] if abstract is not None else [])])
        or None,
        " / ".join(" ".join(text.split()) for node in every(head, "byline") if (text := text_of(node))) or None,
        " ".join((text_of(first(head, "dateline")) or "").split()) or None,
        body + (f"\n<div>{closing}</div>" if closing else ""),
        text_of(first(head, "distributor")),
    )
    given = Given(
        id=known.id or _attribute(root, "doc-id", "id-string"),
        url=known.url or _attribute(root, "pubdata", "ex-ref"),
        title=headline,
        published=published or known.published,
        outlet=known.outlet or _attribute(root, "pubdata", "name") or _attribute(root, "doc.copyright", "holder"),
        language=known.language or language_of(root),
        authors=authors or known.authors,
        dated_by=dated_by if published else known.dated_by,
    )
    return Item(given.id or label, "text/html", page(story), given)


def _author(byline: Element) -> str | None:
    person = first(byline, "person")
    text = text_of(person) if person is not None else text_of(byline)
    return " ".join(text.split()) if text else None


def _date(root: Element) -> tuple[str | None, str | None]:
    """The date of the report, and the element that says so."""
    for name, key in (("date.issue", "norm"), ("pubdata", "date.publication"), ("story.date", "norm")):
        value = _attribute(root, name, key)
        if value:
            return spaced(value), f"{name} {key}" if name == "pubdata" else name
    return None, None


def spaced(value: str) -> str:
    """A compact ISO date with its hyphens; anything else as it is."""
    match = _COMPACT.match(value.strip())
    if match is None:
        return value.strip()
    year, month, day, hour, minute, second, zone = match.groups()
    return f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second or '00'}{zone or ''}" if hour else "")


def language_of(node: Element) -> str | None:
    """What `xml:lang` says."""
    return next((value for key, value in node.attrib.items() if local(key) == "lang"), None)


def every(node: Element | None, name: str) -> list[Element]:
    """All elements of that name inside, in order, whatever their namespace."""
    return [each for each in node.iter() if local(each.tag) == name] if node is not None else []


def first(node: Element | None, name: str) -> Element | None:
    """The first of them."""
    return next((each for each in node.iter() if local(each.tag) == name), None) if node is not None else None


def _attribute(root: Element, name: str, key: str) -> str | None:
    node = first(root, name)
    return ((node.get(key) or "").strip() or None) if node is not None else None
