"""Mail: newsletters and alerts as messages, web archives (MHTML) and mailboxes."""

import email
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.policy import EmailPolicy
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any, BinaryIO, cast

from secondsource.model.problem import Problem
from secondsource.model.source import Given

from .item import ITEM_LIMIT, Item, Unpacked, utf8

_MOST_LINES = 600_000
"""Lines of one message: the parser keeps each as a string of its own."""
_HEADER_LIMIT = 4_000
"""Characters of one header that are looked at: its parser takes time that grows with the square."""
_READABLE = frozenset({"application/pdf", "text/html", "text/plain", "message/rfc822", "application/zip"})
"""Attachments worth a word when they are left out."""


class _Bounded(EmailPolicy):
    def header_fetch_parse(self, name: str, value: str) -> Any:
        return super().header_fetch_parse(name, value[:_HEADER_LIMIT])


_POLICY = cast("EmailPolicy[EmailMessage]", _Bounded())


def message(name: str, data: bytes) -> Unpacked:
    """The text of one message: its HTML part where it has one, else its plain part."""
    if data.count(b"\n") > _MOST_LINES:
        yield Problem(name, "too-long", f"{name}: more than {_MOST_LINES} lines; the rest was left out")
        data = b"\n".join(data.split(b"\n", _MOST_LINES)[:_MOST_LINES])
    try:
        parsed = email.message_from_bytes(data, policy=_POLICY)
        part = parsed.get_body(preferencelist=("html", "plain"))
        content, charset = _content(part) if part is not None else (b"", None)
        left = _left(parsed, part)
    except (MessageError, LookupError, ValueError, AttributeError, TypeError, RecursionError, AssertionError) as error:
        yield Problem(name, "broken-mail", f"{name}: not a message that can be read: {error}")
        return
    if part is None or not content.strip():
        yield Problem(name, "empty-source", f"{name}: the message has no text")
        return
    if left:
        yield Problem(name, "left-out", f"{name}: {left} attachments were left out")
    given = _given(parsed, charset)
    media_type = "text/html" if part.get_content_type() == "text/html" else "text/plain"
    yield Item(given.title or name, media_type, content, given)


def _content(part: MIMEPart) -> tuple[bytes, str | None]:
    """The bytes of a part, and the encoding that its header states."""
    payload = part.get_payload(decode=True)
    if isinstance(payload, bytes):
        return payload, part.get_content_charset()
    return utf8(str(payload or "")), "utf-8"


def _left(parsed: EmailMessage, body: MIMEPart | None) -> int:
    """Attachments that could be read by themselves; what a web archive holds beside its page is none."""
    if parsed.get_content_type() == "multipart/related":
        return 0
    attached = (part for part in parsed.iter_attachments() if part is not body)
    return sum(part.get_content_type() in _READABLE for part in attached)


def _given(parsed: EmailMessage, charset: str | None) -> Given:
    """What the headers say. A web archive's date is when it was saved; a list's sender is a publication."""
    saved_from = _header(parsed, "Snapshot-Content-Location") or _header(parsed, "Content-Location")
    archived = saved_from is not None or parsed.get_content_type() == "multipart/related"
    listed = any(_header(parsed, key) for key in ("List-Id", "List-Unsubscribe", "List-Post"))
    sender = parseaddr(_header(parsed, "From") or "")[0] or None
    date = _date(parsed)
    return Given(
        id=_header(parsed, "Message-ID"),
        url=saved_from,
        title=_header(parsed, "Subject"),
        published=None if archived else date,
        outlet=sender if listed and not archived else None,
        charset=charset,
        dated_by=None if archived or date is None else "the mail's Date",
        captured=date if archived else None,
    )


def mailbox(name: str, stream: BinaryIO) -> Unpacked:
    """The messages of an mbox file, parted by lines that begin with `From `."""
    held = bytearray()
    number = 0
    blank = begun = cut = False
    while line := stream.readline(ITEM_LIMIT):
        if line.startswith(b"From ") and (blank or not begun):
            if held:
                yield from message(f"{name}:{number}", bytes(held))
            held.clear()
            number += 1
            begun, cut = True, False
        elif len(held) + len(line) <= ITEM_LIMIT:
            held += line
        elif not cut:
            cut = True
            why = f"{name}: message {number} is longer than {ITEM_LIMIT} bytes; its rest was left out"
            yield Problem(name, "too-long", why)
        blank = not line.strip()
        begun = begun or bool(held)
    if held:
        yield from message(f"{name}:{number}", bytes(held))


def _header(parsed: EmailMessage, key: str) -> str | None:
    try:
        value = parsed.get(key)
    except (ValueError, IndexError, LookupError, AttributeError, TypeError):
        return None
    return " ".join(str(value).split()) or None if value is not None else None


def _date(parsed: EmailMessage) -> str | None:
    value = _header(parsed, "Date")
    try:
        return parsedate_to_datetime(value).isoformat() if value else None
    except (ValueError, TypeError, IndexError):
        return value
