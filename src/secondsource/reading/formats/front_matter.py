"""The head of a Markdown file: `key: value` lines between two `---`."""

import re

from secondsource.model.source import Given

_FENCED = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.{0,20000}?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_LINE = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE)
_NAMES = {
    "title": ("title", "headline"),
    "published": ("date", "published", "pubdate", "created"),
    "outlet": ("outlet", "publisher", "publication", "site", "source_name"),
    "language": ("lang", "language"),
    "url": ("url", "canonical_url", "link", "source"),
    "authors": ("author", "authors", "byline"),
}
_HEAD_BYTES = 40_000


def front_matter(data: bytes) -> Given:
    """What a Markdown file's head says of it; nothing where it has none. The head stays part of the text."""
    match = _FENCED.match(data[:_HEAD_BYTES].decode("utf-8", "replace"))
    if match is None:
        return Given()
    told = {key.lower(): _bare(value) for key, value in _LINE.findall(match[1])}

    def field(name: str) -> str | None:
        return next((told[key] for key in _NAMES[name] if told.get(key)), None)

    authors = tuple(_bare(part) for part in (field("authors") or "").strip("[]").split(",") if part.strip())
    dated_by = next((key for key in _NAMES["published"] if told.get(key)), None)
    url = field("url")
    return Given(
        url=url if url and url.startswith(("http://", "https://")) else None,
        title=field("title"),
        published=field("published"),
        outlet=field("outlet"),
        language=field("language"),
        authors=authors,
        dated_by=dated_by,
    )


def _bare(value: str) -> str:
    value = value.strip()
    return value[1:-1].strip() if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
