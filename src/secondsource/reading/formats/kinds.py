"""What kind of file this is: by the ending of its name and, where that says nothing, by its first bytes."""

import re
from enum import StrEnum
from pathlib import PurePosixPath


class Kind(StrEnum):
    """How a file is unpacked."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"
    LINES = "lines"
    JSON = "json"
    XML = "xml"
    MESSAGE = "message"
    MAILBOX = "mailbox"
    WARC = "warc"
    GZIP = "gzip"
    ZIP = "zip"
    TAR = "tar"
    OTHER = "other"
    """No name and no first bytes that tell: text, unless it is binary."""


_BY_ENDING = {
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".shtml": Kind.HTML,
    ".pdf": Kind.PDF,
    ".jsonl": Kind.LINES,
    ".ndjson": Kind.LINES,
    ".jsonlines": Kind.LINES,
    ".json": Kind.JSON,
    ".ninjs": Kind.JSON,
    ".xml": Kind.XML,
    ".rss": Kind.XML,
    ".atom": Kind.XML,
    ".nitf": Kind.XML,
    ".newsml": Kind.XML,
    ".eml": Kind.MESSAGE,
    ".mhtml": Kind.MESSAGE,
    ".mht": Kind.MESSAGE,
    ".mbox": Kind.MAILBOX,
    ".warc": Kind.WARC,
    ".gz": Kind.GZIP,
    ".tgz": Kind.GZIP,
    ".zip": Kind.ZIP,
    ".tar": Kind.TAR,
}
KNOWN = frozenset(_BY_ENDING)
"""Endings that are read when a folder is walked or an archive is opened."""
PACKED = frozenset({Kind.GZIP, Kind.ZIP, Kind.TAR, Kind.WARC})
"""Kinds that unpack to more than they are."""
_NUMBERED = PACKED | {Kind.LINES, Kind.JSON, Kind.XML, Kind.MAILBOX}
_WEB_ARCHIVE = re.compile(r"\.warc\.gz$|\.wet\.gz$", re.IGNORECASE)

PEEK = 4096
"""First bytes that `kind_of` wants to see."""
_OPENING = rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
_LOOKS_HTML = re.compile(_OPENING + rb"<(?:!doctype\s+html|html|head|body|article|div|p)\b", re.I | re.S)
_LOOKS_XML = re.compile(
    _OPENING + rb"(?:<!doctype[^>\[]{0,300}>\s*)?<(?:rss|feed|rdf:RDF|nitf|newsItem|newsMessage)\b", re.I | re.S
)
_LOOKS_MAIL = re.compile(
    rb"^(?:return-path|received|delivered-to|message-id|mime-version|from|subject|date|to|content-type|snapshot-content-location)"
    rb":[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n)*[a-z][a-z0-9-]{1,60}:[ \t]",
    re.I,
)
_LOOKS_RECORD = re.compile(rb"^(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*\"")
_BINARY_STARTS = (
    (b"%PDF-", Kind.PDF),
    (b"WARC/1.", Kind.WARC),
    (b"PK\x03\x04", Kind.ZIP),
    (b"\x1f\x8b\x08", Kind.GZIP),
)


def kind_of(name: str, head: bytes) -> Kind:
    """The kind that the name's ending says, else the one that the first bytes look like."""
    if _WEB_ARCHIVE.search(name):
        return Kind.WARC
    return _BY_ENDING.get(PurePosixPath(name.lower()).suffix) or looks_like(head)


def looks_like(head: bytes) -> Kind:
    """The kind by the first `PEEK` bytes alone."""
    for start, kind in _BINARY_STARTS:
        if head.startswith(start):
            return kind
    if head[257:262] == b"ustar":
        return Kind.TAR
    if _LOOKS_XML.match(head):
        return Kind.XML
    if _LOOKS_HTML.match(head):
        return Kind.HTML
    if _LOOKS_RECORD.match(head):
        return Kind.LINES if _one_record_a_line(head) else Kind.JSON
    if head.startswith(b"From ") and _LOOKS_MAIL.match(head.partition(b"\n")[2]):
        return Kind.MAILBOX
    return Kind.MESSAGE if _LOOKS_MAIL.match(head) else Kind.OTHER


def holds_several(name: str) -> bool:
    """Whether a file of this name numbers its texts even where it has only one."""
    return bool(_WEB_ARCHIVE.search(name)) or _BY_ENDING.get(PurePosixPath(name.lower()).suffix) in _NUMBERED


def _one_record_a_line(head: bytes) -> bool:
    """Whether the first line is a record in itself, or longer than what is seen of it."""
    first, ended, _ = head.partition(b"\n")
    return not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[") and (
        first.strip().endswith(b"}") or (not ended and len(head) >= PEEK)
    )
