"""Whose word a press release is: what it tells in its own words, its issuer says."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from secondsource.language.credits import credits_of
from secondsource.language.places import is_country_code
from secondsource.model.mark import ActorKind, Credit, CreditRole, Mention, MentionForm, Statement
from secondsource.model.passage import Role
from secondsource.model.pile import MarkedDocument, Pile
from secondsource.text.normalise import plain

_SIGNED = (CreditRole.BYLINE, CreditRole.WIRE, CreditRole.AGENCY, CreditRole.RELAYED)
_BODIES = (ActorKind.ORGANISATION, ActorKind.STATE)


class Issuer(Struct, frozen=True, order=True):
    """A body by its id and name; where no page mentions it by itself, by its words."""

    id: str
    name: str


class Issuers(Struct, frozen=True, dict=True):
    """Answers about the press releases of one pile."""

    pile: Pile

    @cached_property
    def of(self) -> dict[str, Issuer]:
        """The issuer of each page that is a press release and names one, by the page's source id."""
        found: dict[str, Issuer] = {}
        for document in self.pile.documents:
            issuer = self._issuer(document)
            if issuer is not None:
                found[document.id] = issuer
        return found

    @cached_property
    def quoted(self) -> dict[str, frozenset[str]]:
        """By the id of an issuer, those whom its releases quote, who speak for it."""
        found: dict[str, set[str]] = defaultdict(set)
        for source, issuer in self.of.items():
            for statement in self.pile.document(source).marks.of(Statement):
                actor = self.pile.actor(statement.speaker.mention or "") if statement.speaker else None
                if actor is not None:
                    found[issuer.id].add(actor.id)
        return {issuer: frozenset(people) for issuer, people in found.items()}

    def _issuer(self, document: MarkedDocument) -> Issuer | None:
        """The body that the lines name which say that a page is a press release, else the one that the page names most
        often, and first; None where the page is none, or somebody signs it."""
        text = document.document.text
        lines = credits_of(document.document.language).release_lines(text)
        if not lines or any(credit.role in _SIGNED for credit in document.marks.of(Credit)):
            return None
        bodies = list(self._bodies(document))
        headline = {passage.span.cut(text).strip() for passage in document.document.of(Role.HEADLINE)}
        signed = f" {plain(' '.join(line for line in lines if line.strip() not in headline))} "
        named = [one for one in bodies if f" {plain(one.name)} " in signed]
        if named:
            return min(named, key=lambda one: (-len(one.name), one))
        return max(bodies, key=lambda one: text.count(one.name.split()[0]), default=None)

    def _bodies(self, document: MarkedDocument) -> Iterator[Issuer]:
        """The bodies with a name that a page names, in order, and those whose offices it names."""
        for mention in document.marks.of(Mention):
            actor = self.pile.actor(mention.id)
            if actor is not None and actor.kind in _BODIES and mention.form is MentionForm.NAME:
                yield Issuer(actor.id, actor.name)
        yield from sorted(self._owners(document))

    def _owners(self, document: MarkedDocument) -> set[Issuer]:
        """Those in which others have an office, in the page's words: the city of its health office."""
        owners = {mention.office_of for mention in document.marks.of(Mention) if mention.office_of}
        return {Issuer(f"voice:{document.id}:{name}", name) for name in owners if not is_country_code(name)}
