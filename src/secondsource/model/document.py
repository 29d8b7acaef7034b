"""A document: one source read, with its text, the role of every passage, and what its masthead says."""

from functools import cached_property

from msgspec import Struct

from .excerpt import Excerpt
from .masthead import Masthead
from .passage import REPORTED, Passage, Role
from .published import Clue, Published
from .source import Source
from .span import Span


class Document(Struct, frozen=True, dict=True):
    """What reading gives for one source. `text` is the coordinate system of every span of this source."""

    source: Source
    text: str
    language: str | None
    """ISO 639-1 code of the body, or None where it could not be told."""
    passages: tuple[Passage, ...]
    headline: Span | None = None
    outlet: str | None = None
    """The publication, only where the page or its record names it."""
    published: Published | None = None
    clues: tuple[Clue, ...] = ()
    """Everything on the page that bears on its date, used or not."""
    masthead: Masthead = Masthead()
    """Its authors, section, canonical URL, standfirst, and the titles that its data gives."""

    @property
    def id(self) -> str:
        """The source's id."""
        return self.source.id

    def of(self, *roles: Role) -> tuple[Passage, ...]:
        """The passages with one of these roles, in order."""
        return tuple(passage for passage in self.passages if passage.role in roles)

    @cached_property
    def reported(self) -> Excerpt:
        """The reading copy: headline, standfirst, dateline, subheads and body. Marks are sought here and nowhere
        else."""
        return Excerpt.join(self.text, tuple(p.span for p in self.passages if p.role in REPORTED))

    @cached_property
    def body(self) -> Excerpt:
        """The body alone, for comparing copies."""
        return Excerpt.join(self.text, tuple(p.span for p in self.passages if p.role is Role.BODY))
