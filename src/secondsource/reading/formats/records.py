"""JSON and JSON lines: `{"text" | "html": …, "id", "url", "title", "published", "outlet", "language"}` a record."""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from secondsource.model.problem import Problem
from secondsource.model.source import Given

from .item import ITEM_LIMIT, Item, Unpacked, utf8
from .ninjs import is_ninjs, ninjs

_LISTS = ("articles", "records", "documents", "items", "data", "results")
"""Keys under which services hand out a list of records."""
_ALSO_CALLED = {
    "text": ("text", "body", "content", "maintext", "article_text", "plain_text", "articleBody"),
    "html": ("html", "raw_html", "content_html", "body_html"),
    "id": ("id", "_id", "uuid", "guid", "@id"),
    "url": ("url", "link", "canonical_url", "uri"),
    "title": ("title", "headline"),
    "published": ("published", "date_published", "published_at", "publishedAt", "date", "pub_date", "datePublished"),
    "outlet": ("outlet", "publisher", "source_name", "site_name", "publication"),
    "language": ("language", "lang", "inLanguage"),
    "authors": ("authors", "author", "byline", "creator"),
}
"""The contract's name first; the others are read where it is missing."""
_MOST_VALUES = 1_000_000
"""Objects, lists and what commas part: beyond, the values need far more memory than the text has bytes."""
_MOST_RECORDS = 100_000
"""Records read of a list that is broken, or too large to be read at once."""
_BLANK = re.compile(r"[\s,]*")


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
    if _values(line) > _MOST_VALUES:
        return Problem(name, "too-long", f"{place}: more than {_MOST_VALUES} values; the record was left out")
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Problem(name, "broken-record", f"{place}: not UTF-8 (byte {error.start}); the record was left out")
    except (ValueError, RecursionError) as error:
        return Problem(name, "broken-record", f"{place}: not valid JSON: {error}; the record was left out")
    return _item(name, place, value)


def json_file(name: str, data: bytes) -> Unpacked:
    """A record, a list of records, or a service's answer with such a list in it. Of a list that breaks off, the records
    before are read."""
    text = data.decode("utf-8-sig", "replace")
    try:
        if _values(data) > _MOST_VALUES:
            raise ValueError(f"more than {_MOST_VALUES} values in one file")
        value: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        number = 0
        for number, record in enumerate(islice(_before_the_break(text), _MOST_RECORDS), 1):
            yield _item(name, f"{name}, record {number}", record)
        rest = f"only its first {number} records were read" if number else "nothing of it was read"
        yield Problem(name, "broken-record", f"{name}: not valid JSON: {error}; {rest}")
        return
    if isinstance(value, dict) and not any(_field(value, field) for field in ("text", "html")):
        value = next((value[key] for key in _LISTS if isinstance(value.get(key), list)), value)
    records = value if isinstance(value, list) else [value]
    for number, record in enumerate(records, 1):
        yield _item(name, f"{name}, record {number}" if len(records) > 1 else name, record)


def _values(data: bytes) -> int:
    return data.count(b"{") + data.count(b"[") + data.count(b",")


def _before_the_break(text: str) -> Iterator[object]:
    """The elements of the list that the text opens with, one by one, as long as they are well-formed."""
    decoder = json.JSONDecoder()
    at = len(text) - len(text.lstrip())
    if not text.startswith("[", at):
        return
    at += 1
    try:
        while True:
            opening = _BLANK.match(text, at)
            at = opening.end() if opening is not None else at
            value, at = decoder.raw_decode(text, at)
            yield value
    except (ValueError, RecursionError):
        return


def _item(name: str, place: str, value: object) -> Item | Problem:
    if not isinstance(value, dict):
        return Problem(name, "broken-record", f"{place}: not an object with `text` or `html`; the record was left out")
    label = place.replace(", line ", ":").replace(", record ", ":")
    if is_ninjs(value):
        story = ninjs(label, value)
        if story is not None:
            return story
    given = _given(value)
    for field, media_type in (("text", "text/plain"), ("html", "text/html")):
        content = _field(value, field)
        if content is not None:
            return Item(given.id or label, media_type, utf8(content), given)
    return Problem(name, "broken-record", f"{place}: neither `text` nor `html` is in it; the record was left out")


def _given(value: dict[str, object]) -> Given:
    return Given(
        id=_field(value, "id"),
        url=_field(value, "url"),
        title=_field(value, "title"),
        published=_field(value, "published"),
        outlet=_field(value, "outlet"),
        language=_field(value, "language"),
        authors=_authors(value),
        dated_by=next((key for key in _ALSO_CALLED["published"][1:] if value.get(key)), None)
        if not value.get("published")
        else None,
    )


def _authors(value: dict[str, object]) -> tuple[str, ...]:
    """The names under one of the authors' keys: a string, an object with a name, or a list of these."""
    found = next((value[key] for key in _ALSO_CALLED["authors"] if value.get(key)), None)
    listed = found if isinstance(found, list) else [found]
    names = (each.get("name") if isinstance(each, dict) else each for each in listed)
    return tuple(dict.fromkeys(" ".join(name.split()) for name in names if isinstance(name, str) and name.strip()))


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
