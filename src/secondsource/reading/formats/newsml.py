"""NewsML-G2: messages and items of agencies; each item with a text in it is a source."""

from xml.etree.ElementTree import Element

from secondsource.model.problem import Problem
from secondsource.model.source import Given

from .item import Item, Unpacked
from .markup import Story, as_html, content_of, file_name, local, page, paragraphs, text_of
from .nitf import every, first, language_of, report

_DATES = ("contentCreated", "firstCreated", "versionCreated")


def newsml(name: str, root: Element) -> Unpacked:
    """The news items of a message or of a single item; items without a text are counted in one Problem."""
    items = every(root, "newsItem")
    left = len(every(root, "packageItem")) + len(every(root, "knowledgeItem")) + len(every(root, "conceptItem"))
    for number, node in enumerate(items, 1):
        label = f"{file_name(name)}:{number}" if len(items) > 1 else file_name(name)
        item = _item(label, node)
        if item is None:
            left += 1
        else:
            yield item
    if left:
        why = f"{name}: {left} items without a text in them (pictures, packages) were left out"
        yield Problem(name, "left-out", why)


def _item(label: str, node: Element) -> Item | None:
    meta, content = first(node, "contentMeta"), first(node, "contentSet")
    inline = first(content, "inlineXML")
    data = first(content, "inlineData")
    if inline is None and data is None:
        return None
    given = _given(node, meta)
    if inline is not None and (held := first(inline, "nitf")) is not None:
        return report(given.id or label, held, given)
    if inline is not None:
        shown = first(inline, "body")
        body = content_of(inline if shown is None else shown)
    else:
        text = text_of(data) or ""
        kind = data.get("contenttype", "") if data is not None else ""
        body = as_html(text) if "html" in kind else paragraphs(text)
    if not body.strip():
        return None
    headline = given.title if given.title and not _opens_with(body, given.title) else None
    summary = text_of(first(meta, "description"))
    story = Story(
        headline,
        paragraphs(summary) if summary else None,
        _line(first(meta, "by")),
        _line(first(meta, "dateline")),
        body,
        _line(first(meta, "creditline")),
    )
    return Item(given.id or label, "text/html", page(story), given)


def _given(node: Element, meta: Element | None) -> Given:
    dated_by = next((key for key in _DATES if text_of(first(node, key))), None)
    by = _line(first(meta, "by"))
    tagged = first(meta, "language")
    return Given(
        id=node.get("guid"),
        title=_line(first(meta, "headline")) or _line(first(first(node, "itemMeta"), "title")),
        published=text_of(first(node, dated_by)) if dated_by else None,
        outlet=_party(first(node, "provider")) or _party(first(node, "infoSource")),
        language=(tagged.get("tag") if tagged is not None else None) or language_of(node),
        authors=(by,) if by else (),
        dated_by=dated_by,
    )


def _party(node: Element | None) -> str | None:
    """The name of an organisation, else what its code says behind the scheme."""
    if node is None:
        return None
    named = next((text for child in node if local(child.tag) == "name" and (text := text_of(child))), None)
    return named or node.get("literal") or (node.get("qcode") or "").partition(":")[2] or None


def _line(node: Element | None) -> str | None:
    text = text_of(node)
    return " ".join(text.split()) if text else None


def _opens_with(body: str, title: str) -> bool:
    """Whether the page inside shows the headline itself, in a heading near its top."""
    return title in " ".join(body[: len(title) + 400].split()) and "<h1" in body[: len(title) + 400]
