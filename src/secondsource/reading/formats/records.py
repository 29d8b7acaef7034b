"""JSON and JSON lines: `{"text" | "html": …, "id", "url", "title", "published", "outlet", "language"}` a record."""

import json
from typing import BinaryIO

from secondsource.model.problem import Problem
from secondsource.model.source import Given

from .item import ITEM_LIMIT, Item, Unpacked

_LISTS = ("articles", "records", "documents", "items", "data", "results")
"""Keys under which services hand out a list of records."""
_ALSO_CALLED = {
    "text": ("text", "body", "content", "maintext", "article_text", "plain_text"),
    "html": ("html", "raw_html", "content_html", "body_html"),
    "id": ("id", "_id", "uuid", "guid"),
    "url": ("url", "link", "canonical_url", "uri"),
    "title": ("title", "headline"),
    "published": ("published", "date_published", "published_at", "publishedAt", "date", "pub_date", "datePublished"),
    "outlet": ("outlet", "publisher", "source_name", "site_name", "publication"),
    "language": ("language", "lang"),
}
"""The contract's name first; the others are read where it is missing."""


def json_lines(name: str, stream: BinaryIO) -> Unpacked:
    """A record a line; an empty line is none. A line that cannot be used is a Problem that names it."""
    number = 0
    while line := stream.readline(ITEM_LIMIT + 1):
        number += 1
        if len(line) > ITEM_LIMIT:
            yield Problem(name, "too-long", f"{name}, line {number}: longer than {ITEM_LIMIT} bytes; left out")
            while line and not line.endswith(b"\n"):
                line = stream.readline(ITEM_LIMIT)
            continue
        if line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _parsed_line(name, number, line)


def _parsed_line(name: str, number: int, line: bytes) -> Item | Problem:
    place = f"{name}, line {number}"
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Problem(name, "broken-record", f"{place}: not UTF-8 (byte {error.start}); the record was left out")
    except (ValueError, RecursionError) as error:
        return Problem(name, "broken-record", f"{place}: not valid JSON: {error}; the record was left out")
    return _item(name, place, value)


def json_file(name: str, data: bytes) -> Unpacked:
    """A record, a list of records, or a service's answer with such a list in it."""
    try:
        value: object = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        yield Problem(name, "broken-record", f"{name}: not valid JSON: {error}; nothing of it was read")
        return
    if isinstance(value, dict) and not _field(value, "text") and not _field(value, "html"):
        value = next((value[key] for key in _LISTS if isinstance(value.get(key), list)), value)
    records = value if isinstance(value, list) else [value]
    for number, record in enumerate(records, 1):
        yield _item(name, f"{name}, record {number}" if len(records) > 1 else name, record)


def _item(name: str, place: str, value: object) -> Item | Problem:
    if not isinstance(value, dict):
        return Problem(name, "broken-record", f"{place}: not an object with `text` or `html`; the record was left out")
    given = Given(**{field: _field(value, field) for field in Given.__struct_fields__})
    label = given.id or place.replace(", line ", ":").replace(", record ", ":")
    for field, media_type in (("text", "text/plain"), ("html", "text/html")):
        content = _field(value, field)
        if content is not None:
            return Item(label, media_type, content.encode("utf-8", "replace"), given)
    return Problem(name, "broken-record", f"{place}: neither `text` nor `html` is in it; the record was left out")


def _field(value: dict[str, object], field: str) -> str | None:
    """The first non-empty string or number under one of the field's names."""
    for key in _ALSO_CALLED[field]:
        found = value.get(key)
        if isinstance(found, dict):
            found = found.get("name")
        if isinstance(found, int) and not isinstance(found, bool):
            found = str(found)
        if isinstance(found, str) and found.strip():
            return found
    return None
