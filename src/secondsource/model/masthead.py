"""A masthead: what a page says of itself around its report, each only where the page says it."""

from msgspec import Struct

from .span import Span


class Title(Struct, frozen=True):
    """A title that the page's data gives: `value` as it stands there, `property` as it is called there (`og:title`,
    `JSON-LD headline`, `title`)."""

    value: str
    property: str


class Masthead(Struct, frozen=True):
    """Who wrote what, for which part of which publication. The headline that the page shows is the document's; these
    are its data's, and what stands around the report. Spans are half-open code points of the document's text."""

    title: str | None = None
    """The publisher's own title of the report, without the outlet's name; the headline as shown where no data gives
    one."""
    titles: tuple[Title, ...] = ()
    """Every title that the page's data gives: publishers keep one for the page, one for sharing, one for searches."""
    authors: tuple[str, ...] = ()
    """The persons who wrote it, or the house where nobody is named."""
    section: str | None = None
    canonical_url: str | None = None
    standfirst: Span | None = None
    dateline: Span | None = None
    place: str | None = None
    """The place of the dateline, as written."""
    agency: str | None = None
    """The agency that the dateline names."""
