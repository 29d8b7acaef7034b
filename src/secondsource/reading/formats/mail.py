"""Mail: newsletters and alerts as messages, web archives (MHTML) and mailboxes."""

import email
import email.policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import BinaryIO

from secondsource.model.problem import Problem
from secondsource.model.source import Given

from .item import ITEM_LIMIT, Item, Unpacked


def message(name: str, data: bytes) -> Unpacked:
    """The text of one message: its HTML part where it has one, else its plain part."""
    try:
        parsed = email.message_from_bytes(data, policy=email.policy.default)
        part = parsed.get_body(preferencelist=("html", "plain"))
        content = part.get_content() if part is not None else ""
    except (MessageError, LookupError, ValueError, AttributeError, TypeError, KeyError) as error:
        yield Problem(name, "broken-mail", f"{name}: not a message that can be read: {error}")
        return
    if part is None or not isinstance(content, str) or not content.strip():
        yield Problem(name, "empty-source", f"{name}: the message has no text")
        return
    given = Given(
        _header(parsed, "Message-ID"), _header(parsed, "Content-Location"), _header(parsed, "Subject"), _date(parsed)
    )
    media_type = "text/html" if part.get_content_type() == "text/html" else "text/plain"
    yield Item(given.title or name, media_type, content.encode("utf-8", "replace"), given)


def mailbox(name: str, stream: BinaryIO) -> Unpacked:
    """The messages of an mbox file, parted by lines that begin with `From `."""
    lines: list[bytes] = []
    size = number = 0
    while line := stream.readline(ITEM_LIMIT):
        if line.startswith(b"From ") and (not lines or lines[-1].strip() == b""):
            if lines:
                yield from message(f"{name}:{number}", b"".join(lines))
            lines, size = [], 0
            number += 1
        elif size < ITEM_LIMIT:
            lines.append(line)
            size += len(line)
    if lines:
        yield from message(f"{name}:{number}", b"".join(lines))


def _header(parsed: EmailMessage, key: str) -> str | None:
    try:
        value = parsed.get(key)
    except (ValueError, IndexError, LookupError, AttributeError):
        return None
    return str(value).strip() or None if value is not None else None


def _date(parsed: EmailMessage) -> str | None:
    value = _header(parsed, "Date")
    try:
        return parsedate_to_datetime(value).isoformat() if value else None
    except (ValueError, TypeError, IndexError):
        return value
