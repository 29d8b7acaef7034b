"""Excerpts: a reading copy joined from several spans, every character of which can be found again."""

from bisect import bisect_right

from msgspec import Struct

from .span import Span


class Excerpt(Struct, frozen=True):
    """Spans of one text joined by single line feeds into `text`.

    `starts[i]` is where `spans[i]` begins in the joined text.
    """

    text: str
    spans: tuple[Span, ...]
    starts: tuple[int, ...]

    @classmethod
    def join(cls, source_text: str, spans: tuple[Span, ...]) -> "Excerpt":
        """Join the spans, in the order given, with one line feed between; a line feed inside a span becomes a space."""
        starts: list[int] = []
        at = 0
        for span in spans:
            starts.append(at)
            at += span.end - span.start + 1
        text = "\n".join(span.cut(source_text).replace("\n", " ") for span in spans)
        return cls(text, spans, tuple(starts))

    def origin(self, span: Span) -> Span:
        """Where `span` of the joined text stands in the source; a span across a join runs from its first to its last
        character there."""
        starts, last = self.starts, span.end - 1
        index = bisect_right(starts, span.start) - 1
        inside = self.spans[index]
        shift = inside.start - starts[index]
        if span.end + shift <= inside.end:  # no join touched, as a rule
            return Span(span.start + shift, span.end + shift)
        start = min(inside.start + span.start - starts[index], inside.end)
        if last < span.start:
            return Span(start, start)
        if index + 1 < len(starts) and starts[index + 1] <= last:
            index = bisect_right(starts, last) - 1
            inside = self.spans[index]
        return Span(start, min(inside.start + last - starts[index], inside.end) + 1)
