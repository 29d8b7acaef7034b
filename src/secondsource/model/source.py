"""A source: one page, post or record of the pile, known by the hash of its bytes."""

from msgspec import Struct


class Given(Struct, frozen=True):
    """What the record itself said of its text (a JSON-lines record's fields, a feed's or a mail's). Evidence like any
    other."""

    id: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    charset: str | None = None
    """The encoding that the transport states: an HTTP or mail header."""
    dated_by: str | None = None
    """What the record calls its date, for the reason: `pubDate`, `date.issue`."""
    captured: str | None = None
    """When an archive took the page: it had appeared by then."""


class RawSource(Struct, frozen=True):
    """Bytes as found, before any reading. `name` is the record's own id, or the file's name."""

    id: str
    name: str
    path: str
    record: int | None
    """Zero-based number of the record inside a file that holds several; None for a file that is one source."""
    sha256: str
    media_type: str
    """`text/plain` or `text/html`: how `data` is to be read."""
    data: bytes
    given: Given = Given()


class Source(Struct, frozen=True):
    """A source after decoding: who it is, without its text."""

    id: str
    name: str
    path: str
    record: int | None
    sha256: str
    media_type: str
    encoding: str
    given: Given = Given()
    url: str | None = None
