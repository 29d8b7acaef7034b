"""The five contracts. A stage is a frozen record with a name, what it needs, what it gives, and one verb."""

from pathlib import Path
from typing import Protocol

from msgspec import Struct

from secondsource.model.claim import Claim
from secondsource.model.document import Document
from secondsource.model.group import Group
from secondsource.model.judgement import Judgement
from secondsource.model.made import Made
from secondsource.model.mark import AnyMark, Mark
from secondsource.model.pile import Marks, Matched, Pile
from secondsource.model.problem import Problem
from secondsource.model.source import RawSource


class Read(Struct, frozen=True):
    """What a reader gives: a document, or none with the problem that says why."""

    document: Document | None
    problems: tuple[Problem, ...] = ()


class Marked(Struct, frozen=True):
    """What a marker gives for one document."""

    marks: tuple[AnyMark, ...] = ()
    problems: tuple[Problem, ...] = ()


class Reader(Protocol):
    """Bytes of one media type to a document."""

    @property
    def name(self) -> str:
        """Its name in the plan, in settings and in problems."""
        ...

    @property
    def media_types(self) -> tuple[str, ...]:
        """The media types it reads."""
        ...

    def read(self, raw: RawSource) -> Read:
        """Read one source. Never raises on bad content: what cannot be read is a `Problem`."""
        ...


class Marker(Protocol):
    """One document to marks of some kinds."""

    @property
    def name(self) -> str:
        """Its name in the plan."""
        ...

    @property
    def needs(self) -> tuple[type[Mark], ...]:
        """Kinds of marks that must have been made before."""
        ...

    @property
    def gives(self) -> tuple[type[Mark], ...]:
        """Kinds of marks it makes."""
        ...

    def mark(self, document: Document, marks: Marks) -> Marked:
        """The new marks of this document; `marks` holds those of earlier stages."""
        ...


class Matcher(Protocol):
    """All documents and what has been matched so far to links and groups."""

    @property
    def name(self) -> str:
        """Its name in the plan."""
        ...

    @property
    def needs(self) -> tuple[type[Mark] | type[Group], ...]:
        """Kinds of marks and groups that must be there."""
        ...

    @property
    def gives(self) -> tuple[type[Group], ...]:
        """Kinds of groups it makes."""
        ...

    def match(self, pile: Pile, judgements: tuple[Judgement, ...]) -> Matched:
        """The new links and groups. The order of documents and judgements must not matter."""
        ...


class Weigher(Protocol):
    """Groups to claims."""

    @property
    def name(self) -> str:
        """Its name in the plan."""
        ...

    @property
    def needs(self) -> tuple[type[Group], ...]:
        """Kinds of groups that must be there."""
        ...

    def weigh(self, pile: Pile) -> tuple[Claim, ...]:
        """The claims of the pile with their counts."""
        ...


class Teller(Protocol):
    """A finished pile to something to read."""

    @property
    def name(self) -> str:
        """Its name in the plan."""
        ...

    def tell(self, pile: Pile, made: Made, folder: Path) -> tuple[Path, ...]:
        """Write into `folder`; the files written. Raises `OutputError` where it cannot write."""
        ...
