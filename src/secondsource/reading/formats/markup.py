"""What formats with fields are written as: a small HTML page of the fields a reader sees, in the order of print."""

import html
import re
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

from msgspec import Struct

from .item import utf8

_ENTITY_OR_TAG = re.compile(
    r"<[a-zA-Z/!][^<>]{0,2000}>|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE
)
_PARAGRAPH = re.compile(r"\s*(?:<div[^<>]*>\s*)*<p(?:\s[^<>]*)?>", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]*>")


class Story(Struct, frozen=True):
    """The fields of one report. `body` and `standfirst` are HTML, the others plain text."""

    headline: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    dateline: str | None = None
    body: str = ""
    credit: str | None = None


def page(story: Story) -> bytes:
    """The page of a story: each field that it has, once, and what the body says already not again. The date line is set
    before the first words, with a dash, as papers print it."""
    lines: list[str] = []
    if story.headline:
        lines.append(f"<h1>{escaped(story.headline)}</h1>")
    if story.standfirst and _bare(story.standfirst) not in _bare(story.body):
        lines.append(f'<div class="standfirst">{story.standfirst}</div>')
    if story.byline:
        lines.append(f'<p class="byline">{escaped(story.byline)}</p>')
    lines.append(f"<div>{_with_dateline(story)}</div>")
    if story.credit:
        lines.append(f'<p class="source">{escaped(story.credit)}</p>')
    return utf8("\n".join(lines))


def _with_dateline(story: Story) -> str:
    dateline = (story.dateline or "").rstrip(" -–—")
    if not dateline or _bare(dateline) in _bare(story.body)[: len(dateline) + 40]:
        return story.body
    opening = _PARAGRAPH.match(story.body)
    line = f"{escaped(dateline)} –"
    return f"{opening[0]}{line} {story.body[opening.end() :]}" if opening else f"<p>{line}</p>{story.body}"


def escaped(text: str) -> str:
    """Plain text as HTML."""
    return html.escape(" ".join(text.split()), quote=False)


def as_html(text: str) -> str:
    """A field that may hold HTML or plain text: what has neither tag nor entity is plain, its empty lines part
    paragraphs."""
    return text if _ENTITY_OR_TAG.search(text) else paragraphs(text)


def paragraphs(text: str) -> str:
    """Plain text as HTML: a paragraph for each stretch between empty lines, or for each line where there are none."""
    parts = re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n").strip())
    if len(parts) == 1:
        parts = parts[0].split("\n")
    return "\n".join(f"<p>{html.escape(part.strip(), quote=False)}</p>" for part in parts if part.strip())


def plain(text: str) -> str:
    """The characters of a field that may hold HTML."""
    return " ".join(html.unescape(_TAGS.sub(" ", text)).split()) if _ENTITY_OR_TAG.search(text) else text.strip()


def _bare(text: str) -> str:
    return "".join(html.unescape(_TAGS.sub("", text)).split()).casefold()


def file_name(name: str) -> str:
    """The last part of a path, as any system writes paths."""
    return PurePosixPath(name.replace("\\", "/")).name or name


_SAME = frozenset(
    [
        *("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "br", "hr", "figure", "figcaption"),
        *("ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "thead", "tbody", "tfoot", "caption"),
        *("aside", "section", "article", "header", "footer", "nav", "time"),
        *("a", "em", "strong", "b", "i", "sub", "sup", "cite", "q", "small", "span"),
    ]
)
_RENAMED = {
    "hl1": "h2",
    "hl2": "h2",
    "bq": "blockquote",
    "block": "div",
    "note": "aside",
    "media": "figure",
    "media-caption": "figcaption",
    "media-producer": "small",
    "fn": "p",
    "lang": "span",
    "body": "div",
    "body.content": "div",
    "tagline": "p",
    "html": "div",
}
_NO_TEXT = frozenset({"head", "script", "style", "media-metadata", "media-object", "media-reference", "title"})


def html_of(element: Element) -> str:
    """An element of XHTML or NITF as HTML. What both have no name for (`person`, `money`) is a span. The tree's maker
    bounds its depth."""
    name = local(element.tag)
    if name in _NO_TEXT:
        return ""
    tag = name if name in _SAME else _RENAMED.get(name, "span")
    if tag in {"br", "hr"}:
        return f"<{tag}>{content_of(element)}"
    named = "".join(f' {key}="{html.escape(element.get(key, ""))}"' for key in ("href", "class") if element.get(key))
    return f"<{tag}{named}>{content_of(element)}</{tag}>"


def content_of(element: Element) -> str:
    """What stands inside an element, as HTML."""
    parts = [html.escape(element.text or "", quote=False)]
    for child in element:
        parts.append(html_of(child))
        parts.append(html.escape(child.tail or "", quote=False))
    return "".join(parts)


def local(tag: object) -> str:
    """The name of an element without its namespace."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def text_of(element: Element | None) -> str | None:
    """All characters of an element, blanks at both ends gone; None where there are none."""
    return ("".join(element.itertext()).strip() or None) if element is not None else None
