"""Passages: every non-blank character of a source has exactly one role."""

from enum import StrEnum

from msgspec import Struct

from .span import Span


class Role(StrEnum):
    """What a passage of a news page is for."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    CREDIT = "credit"
    TEASER = "teaser"
    FURNITURE = "furniture"
    LEGAL = "legal"
    MARKUP = "markup"


REPORTED = frozenset({Role.HEADLINE, Role.STANDFIRST, Role.DATELINE, Role.BODY, Role.SUBHEAD})
"""The roles in which a report speaks: only these carry statements, figures, deeds."""


class Passage(Struct, frozen=True, order=True, gc=False):
    """A role and its characters; passages do not overlap and come in document order."""

    start: int
    end: int
    role: Role

    @property
    def span(self) -> Span:
        """The characters."""
        return Span(self.start, self.end)
