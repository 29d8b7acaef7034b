"""Reports for the tests of events and stories, with marks made by hand."""

import datetime as dt
import re

from secondsource.model.document import Document
from secondsource.model.mark import Moment, MomentKind
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import MarkedDocument, Marks
from secondsource.model.published import Published
from secondsource.model.source import Source
from secondsource.model.span import Span
from secondsource.text import edtf

MOMENTS = {
    "on Thursday": "weekday:3",
    "on Monday": "weekday:0",
    "jeudi": "weekday:3",
    "next month": "month:+1",
    "in May": "month-of-year:5:next",
}
"""Wordings that these tests mark, with their relations."""


def published_in(written: str) -> Published:
    """A publication on the days that an EDTF allows."""
    extent = edtf.extent(written)
    assert extent and extent.earliest and extent.latest
    return Published(written, extent.earliest, extent.latest, (), edtf.days(written, 62))


def thursdays(first: str, last: str) -> Published:
    """All Thursdays between two days."""
    days = edtf.weekdays_in(dt.date.fromisoformat(first), dt.date.fromisoformat(last), 3)
    written = edtf.one_of(map(edtf.format_day, days))
    assert written
    return Published(written, days[0], days[-1], (), days)


def report(
    name: str, text: str, published: str | Published | None = None, language: str = "en", outlet: str | None = None
) -> MarkedDocument:
    """A report whose first line is its headline."""
    head, _, _ = text.partition("\n")
    passages = (Passage(0, len(head), Role.HEADLINE), Passage(len(head) + 1, len(text), Role.BODY))
    when = published_in(published) if isinstance(published, str) else published
    source = Source(name, name, name, None, name, "text/plain", "utf-8")
    document = Document(source, text, language, passages, Span(0, len(head)), outlet, when)
    moments = [
        Moment(
            id=f"moment:{name}:{match.start()}",
            source=name,
            start=match.start(),
            end=match.end(),
            text=match[0],
            kind=MomentKind.DATE,
            edtf=None,
            timex=None,
            anchor="published",
            relation=relation,
        )
        for wording, relation in MOMENTS.items()
        for match in re.finditer(wording, text)
    ]
    return MarkedDocument(document, Marks().plus(moments))
