"""A masthead: what a page says of itself around its report, each only where the page says it."""

from msgspec import Struct

from .span import Span


class Title(Struct, frozen=True):
    """A title that the page's data gives: `value` as it stands there, `property` as it is called there (`og:title`,
    `JSON-LD headline`, `title`)."""

    value: str
    property: str


class Section(Struct, frozen=True):
    """A part of the publication as the page gives it: `value` as it stands there, `property` as its place in the page's
    data is called, or `breadcrumb`, `kicker`, `label` for what the page shows, `address` for a part of its address."""

    value: str
    property: str
    span: Span | None = None
    """Where the page shows that name, if it does."""


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
    sections: tuple[Section, ...] = ()
    """Every section that the page gives, by trust: its data, what it shows, its address; `section` is the first."""
