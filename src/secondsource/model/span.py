"""Positions: half-open ranges of Unicode code points."""

from msgspec import Struct


class Span(Struct, frozen=True, order=True, gc=False):
    """Characters `start` (included) to `end` (excluded) of one text, counted in Unicode code points."""

    start: int
    end: int

    def cut(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> "Span":
        """The same characters in a text where `by` characters stand in front."""
        return Span(self.start + by, self.end + by)

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


class Place(Struct, frozen=True, order=True, gc=False):
    """A span in a named source."""

    source: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The span without its source."""
        return Span(self.start, self.end)


class Reason(Struct, frozen=True, order=True, gc=False):
    """Why something is held: one plain sentence, and the characters that show it."""

    why: str
    spans: tuple[Place, ...] = ()
