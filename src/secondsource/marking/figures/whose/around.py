"""The marks of one document that its figures refer to, found by place without going through all of them."""

from bisect import bisect_left, bisect_right
from functools import cached_property

from msgspec import Struct

from secondsource.model.document import Document
from secondsource.model.mark import ActorKind, Mention, MentionForm, Moment, Statement
from secondsource.model.pile import Marks
from secondsource.model.span import Span

_TWO_PARAGRAPHS = 600
_GIVERS = frozenset({ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.STATE, ActorKind.GROUP, ActorKind.DATA_SOURCE})


class Around(Struct, frozen=True, dict=True):
    """Mentions, moments and statements, sorted by start, in source coordinates."""

    document: Document
    mentions: tuple[Mention, ...]
    moments: tuple[Moment, ...]
    statements: tuple[Statement, ...]

    @classmethod
    def of(cls, document: Document, marks: Marks) -> "Around":
        """Those of a document."""
        return cls(document, marks.of(Mention), marks.of(Moment), marks.of(Statement))

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    @cached_property
    def _moment_starts(self) -> list[int]:
        return [moment.start for moment in self.moments]

    @cached_property
    def _statement_starts(self) -> list[int]:
        return [statement.start for statement in self.statements]

    @cached_property
    def _longest_statement(self) -> int:
        return max((statement.end - statement.start for statement in self.statements), default=0)

    def moments_in(self, span: Span) -> list[Moment]:
        """The moments that lie wholly in a span."""
        found = self.moments[bisect_left(self._moment_starts, span.start) : bisect_right(self._moment_starts, span.end)]
        return [moment for moment in found if moment.end <= span.end]

    def mentions_in(self, span: Span) -> list[Mention]:
        """The mentions that lie wholly in a span."""
        starts = self._mention_starts
        found = self.mentions[bisect_left(starts, span.start) : bisect_right(starts, span.end)]
        return [mention for mention in found if mention.end <= span.end]

    def named_or_dated(self, span: Span) -> list[Span]:
        """The places of the mentions and the moments that lie wholly in a span."""
        return [one.span for one in (*self.mentions_in(span), *self.moments_in(span))]

    def names_a_giver(self, span: Span) -> bool:
        """Whether a party that can give a figure is named wholly in a span; a pronoun names none."""
        return any(one.kind in _GIVERS and one.form is not MentionForm.PRONOUN for one in self.mentions_in(span))

    def statements_in(self, span: Span) -> list[Statement]:
        """The statements that start in a span."""
        starts = self._statement_starts
        return list(self.statements[bisect_left(starts, span.start) : bisect_left(starts, span.end)])

    def statement_at(self, place: Span) -> Statement | None:
        """The innermost statement one of whose stretches covers a place: the shortest."""
        first = bisect_left(self._statement_starts, place.end - self._longest_statement)
        last = bisect_right(self._statement_starts, place.start)
        covering = [
            statement
            for statement in self.statements[first:last]
            if place.end <= statement.end and any(span.covers(place) for span in statement.spans or (statement.span,))
        ]
        return min(covering, key=lambda s: (s.end - s.start, s.start, s.id), default=None)

    def speaker_before(self, at: int) -> Statement | None:
        """The last statement with a speaker that ends before a place, in its paragraph or the one before."""
        floor = at - _TWO_PARAGRAPHS
        before = [one for one in self.statements_in(Span(max(0, floor), at)) if one.end <= at and one.speaker]
        return before[-1] if before else None

    def is_spoken(self, statement: str | None) -> bool:
        """Whether a statement, by its id, has a speaker."""
        return statement in self._spoken

    @cached_property
    def _spoken(self) -> frozenset[str | None]:
        return frozenset(one.id for one in self.statements if one.speaker is not None)

    def parties_in(self, span: Span, statement: Statement | None) -> tuple[str, ...]:
        """Names of the parties in a span; data sources, groups without a name and the speaker left out."""
        speaker = statement.speaker if statement is not None else None
        names = [
            mention.name
            for mention in self.mentions_in(span)
            if mention.kind is not ActorKind.DATA_SOURCE
            and mention.form not in (MentionForm.COLLECTIVE, MentionForm.UNNAMED)
            and not (speaker is not None and mention.start < speaker.end and speaker.start < mention.end)
        ]
        return tuple(dict.fromkeys(names))
