"""What flows from stage to stage: marked documents, then the pile of them with its links, groups and claims."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from operator import attrgetter, itemgetter
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from .claim import Claim
from .document import Document
from .group import Actor, AnyGroup, Group, Resolution, Utterance
from .link import Link, LinkKind
from .mark import AnyMark, Mark
from .problem import Problem
from .published import Published

_PLACE = attrgetter("start", "end", "id")

M = TypeVar("M", bound=Mark)
G = TypeVar("G", bound=Group)


class Marks(Struct, frozen=True, dict=True):
    """The marks of one document, by kind and in order of place."""

    all: tuple[AnyMark, ...] = ()

    def of(self, kind: type[M]) -> tuple[M, ...]:
        """The marks of one kind, sorted by start, end and id."""
        return self._by_kind.get(kind, ())  # type: ignore[return-value]  # the table is keyed by the very type asked for

    def plus(self, more: Iterable[AnyMark]) -> "Marks":
        """These and more; a mark with an id already present is kept once."""
        known = {mark.id: mark for mark in self.all}
        for mark in more:
            known.setdefault(mark.id, mark)
        return Marks(tuple(sorted(known.values(), key=_PLACE)))

    @cached_property
    def _by_kind(self) -> dict[type[Mark], tuple[AnyMark, ...]]:
        table: defaultdict[type[Mark], list[AnyMark]] = defaultdict(list)
        for mark in self.all:
            table[type(mark)].append(mark)
        return {kind: tuple(marks) for kind, marks in table.items()}


class MarkedDocument(Struct, frozen=True):
    """A document with its marks."""

    document: Document
    marks: Marks

    @property
    def id(self) -> str:
        """The source's id."""
        return self.document.id


class Pile(Struct, frozen=True, dict=True):
    """All documents with what has been found across them so far. `documents` are sorted by source name, then id."""

    documents: tuple[MarkedDocument, ...]
    problems: tuple[Problem, ...] = ()
    links: tuple[Link, ...] = ()
    groups: tuple[AnyGroup, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    claims: tuple[Claim, ...] = ()

    def plus(self, matched: "Matched") -> "Pile":
        """This pile with the findings of one more matcher."""
        grown = replace(
            self,
            problems=self.problems + matched.problems,
            links=self.links + matched.links,
            groups=self.groups + matched.groups,
            resolutions=self.resolutions + matched.resolutions,
        )
        return self._lending_tables(grown)

    def weighed(self, claims: tuple[Claim, ...]) -> "Pile":
        """This pile with more claims."""
        return self._lending_tables(replace(self, claims=self.claims + claims))

    def _lending_tables(self, grown: "Pile") -> "Pile":
        """The same documents have the same tables: making them anew for every stage would cost as much as a stage."""
        grown.__dict__.update({name: self.__dict__[name] for name in _OF_DOCUMENTS if name in self.__dict__})
        return grown

    def groups_of(self, kind: type[G]) -> tuple[G, ...]:
        """The groups of one kind, in the order their matcher gave them."""
        return tuple(group for group in self.groups if type(group) is kind)

    def links_of(self, kind: LinkKind) -> tuple[Link, ...]:
        """The links of one kind."""
        return tuple(link for link in self.links if link.kind is kind)

    def document(self, source: str) -> MarkedDocument:
        """The document of a source id. KeyError where there is none."""
        return self._by_source[source]

    def mark(self, mark: str) -> AnyMark:
        """The mark with this id. KeyError where there is none."""
        return self._by_mark[mark]

    def published(self, source: str) -> Published | None:
        """When a source was published: the last resolution that bears on it, else what the page itself allows."""
        return self.resolved.get(source, self._by_source[source].document.published)

    def actor(self, mention: str) -> Actor | None:
        """The party that a mention, by its id, belongs to; None where it was bound to none."""
        group = self.group_of.get((Actor, mention))
        return group if isinstance(group, Actor) else None

    def utterance(self, statement: str, at: int) -> Utterance | None:
        """The utterance that the words of a statement at character `at` of its source belong to: a statement that
        other reports tell as several remarks belongs to several, part by part."""
        parts = self._parts.get(statement, ())
        return next((utterance for end, utterance in parts if at < end), None) or self._only(statement)

    def _only(self, statement: str) -> Utterance | None:
        group = self.group_of.get((Utterance, statement))
        return group if isinstance(group, Utterance) else None

    @cached_property
    def _parts(self) -> dict[str, list[tuple[int, Utterance]]]:
        """For statements in several utterances, where each part ends, in order of place."""
        table: dict[str, list[tuple[int, Utterance]]] = {}
        for utterance in self.groups_of(Utterance):
            for part in utterance.parts:
                table.setdefault(part.member, []).append((part.spans[-1].end, utterance))
        return {member: sorted(parts, key=itemgetter(0)) for member, parts in table.items()}

    @cached_property
    def _by_source(self) -> dict[str, MarkedDocument]:
        return {document.id: document for document in self.documents}

    @cached_property
    def _by_mark(self) -> dict[str, AnyMark]:
        return {mark.id: mark for document in self.documents for mark in document.marks.all}

    @cached_property
    def resolved(self) -> dict[str, Published]:
        """What sources and moments resolve to with the help of other sources, by their ids; the last word on each."""
        return {resolution.target: resolution.published for resolution in self.resolutions}

    @cached_property
    def group_of(self) -> dict[tuple[type[Group], str], AnyGroup]:
        """The group of a kind that a member belongs to: `pile.group_of[Actor, mention_id]`."""
        return {(type(group), member): group for group in self.groups for member in group.members}


_OF_DOCUMENTS = ("_by_source", "_by_mark")
"""The tables of a pile that depend on its documents alone."""


class Matched(Struct, frozen=True):
    """What one matcher adds to the pile."""

    links: tuple[Link, ...] = ()
    groups: tuple[AnyGroup, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    problems: tuple[Problem, ...] = ()
