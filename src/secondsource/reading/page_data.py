"""What an HTML page says of itself in its data: JSON-LD, OpenGraph, microdata, meta and time elements."""

from enum import StrEnum

from msgspec import Struct

from secondsource.model.span import Span


class StampKind(StrEnum):
    """What a date in the page's data dates."""

    PUBLISHED = "published"
    MODIFIED = "modified"
    UNKNOWN = "unknown"


class PageStamp(Struct, frozen=True, order=True):
    """A date as the page's data gives it: `value` untouched, `property` as it is called there
    (`article:published_time`, `datePublished`, `time`), and where it can be read in the text layer, if at all."""

    value: str
    property: str
    kind: StampKind = StampKind.UNKNOWN
    span: Span | None = None
