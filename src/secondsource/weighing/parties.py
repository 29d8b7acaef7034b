"""What the pages of a pile tell of the parties whose voices it has: names, offices, which of them may be one."""

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from secondsource.model.group import Actor
from secondsource.model.mark import ActorKind, Mention, MentionForm
from secondsource.model.pile import Pile
from secondsource.text.normalise import plain
from secondsource.text.remembered import Remembered

from .issuers import Issuers

OWN_VOICE = "witness:"
"""What the id of a voice begins with that is the report itself."""
_HOUSE_OF = {"mayor": "city", "prefect": "prefecture", "prosecutor": "prosecutors", "police-chief": "police"}
"""Offices with the sort of body that they speak for."""
_NAMES = (MentionForm.NAME, MentionForm.SURNAME)
_PRESS = "media"
"""What sort of body prints and broadcasts, of a state or not."""
_ANYBODY = frozenset({"occupation", "public", "worker"})
"""Roles that say hardly more than that they are people."""
_OFFICE_LIKE = frozenset({"agency", "institute"})
"""Sorts of body that languages tell apart in unlike ways: an institute is an Amt, an office an Institut."""
_PAPERS = frozenset({"report", "statements", "study"})
"""What sort of data a letter, a statement or a study is: a party's word, which is no party."""


class Voice(Struct, frozen=True, order=True):
    """One ultimate source: a person, office, state or data source."""

    id: str
    name: str
    why: str


class _House(Struct, frozen=True):
    """What the pages of a pile say of an actor."""

    names: frozenset[str]
    """What it is called, folded."""
    bodies: frozenset[str]
    """Those in which it has an office, folded."""
    offices: frozenset[str]
    """Its offices, or what sort of body it is, as keys shared by languages."""


class Parties(Struct, frozen=True, dict=True):
    """Answers about the parties of one pile."""

    pile: Pile

    @cached_property
    def issuers(self) -> Issuers:
        """Whose press releases the pages are."""
        return Issuers(self.pile)

    def is_issuer(self, voice: Voice) -> bool:
        """Whether a press release of the pile is the voice's."""
        return any(issuer.id == voice.id for issuer in self.issuers.of.values())

    def known(self, voice: Voice) -> bool:
        """Whether the voice is a party that some page names, not only a title, a group or a kind of data."""
        return self._known[voice.id]

    @cached_property
    def _known(self) -> Remembered[bool]:
        return Remembered(self._is_known)

    def _is_known(self, voice: str) -> bool:
        actor = self._by_id.get(voice)
        if actor is None or actor.kind is ActorKind.DATA_SOURCE:
            return False
        return any(mention.form in _NAMES for mention in self._mentions(actor))

    def _mentions(self, actor: Actor) -> Iterator[Mention]:
        marks = map(self.pile.mark, actor.members)
        return (mark for mark in marks if isinstance(mark, Mention))

    def is_person(self, voice: Voice) -> bool:
        """Whether the voice is a person's."""
        actor = self._by_id.get(voice.id)
        return actor is not None and actor.kind is ActorKind.PERSON

    def is_bound(self, voice: Voice) -> bool:
        """Whether the voice is a party of the pile, not only the words of one page."""
        return voice.id in self._by_id

    def is_own(self, voice: Voice) -> bool:
        """Whether the voice is a report that counted for itself."""
        return voice.id.startswith(OWN_VOICE)

    def is_paper(self, voice: Voice) -> bool:
        """Whether the voice is a statement, a letter or a report whose owner the page does not tell."""
        actor = self._by_id.get(voice.id)
        if actor is None or actor.kind is not ActorKind.DATA_SOURCE:
            return False
        return all(mention.office in _PAPERS for mention in self._mentions(actor))

    def is_press(self, actor: str) -> bool:
        """Whether an actor, by its id, is no more than "the newspaper", "the broadcaster": it passes on what others
        tell."""
        return all(
            mention.office == _PRESS and mention.form not in _NAMES and not mention.office_of
            for mention in self._mentions(self._by_id[actor])
        )

    def distinct(self, voices: list[str]) -> int:
        """How many of these voices are surely apart: a person who holds an office and the body whose office it is are
        one, and an unnamed party may be any other."""
        if len(voices) < 2:
            return len(voices)
        witnesses = sum(voice.startswith(OWN_VOICE) for voice in voices)
        named = sorted(voice for voice in voices if voice in self._by_id and not self.unnamed[voice])
        apart: list[str] = []
        for voice in named:
            if not any(self._one_house(voice, other) for other in apart):
                apart.append(voice)
        return len(apart) + witnesses or 1

    def _one_house(self, left: str, right: str) -> bool:
        if right in self.issuers.quoted.get(left, ()) or left in self.issuers.quoted.get(right, ()):
            return True
        one, other = self._houses[left], self._houses[right]
        if one.bodies & other.names or other.bodies & one.names:
            return True
        if self._bears_name_of(left, right) or self._bears_name_of(right, left):
            return True
        heads = any(_HOUSE_OF.get(office) in other.offices for office in one.offices)
        return heads or any(_HOUSE_OF.get(office) in one.offices for office in other.offices)

    def _bears_name_of(self, body: str, person: str) -> bool:
        """Whether a firm is called after the family of a person: Hellmich Reisen and Jörg Hellmich, its head as far as
        one can tell."""
        actor, head = self._by_id[body], self._by_id[person]
        words, family = plain(actor.name).split(), plain(head.name).split()[-1:]
        if head.kind is not ActorKind.PERSON or not set(family) < set(words):
            return False
        return actor.kind is ActorKind.ORGANISATION or words[-1:] != family

    def is_body(self, voice: Voice) -> bool:
        """Whether the voice is an organisation's."""
        actor = self._by_id.get(voice.id)
        return actor is not None and actor.kind is ActorKind.ORGANISATION

    def fame(self, voice: Voice) -> int:
        """How often the pages of the pile mention the party; 0 where the voice is bound to none."""
        actor = self._by_id.get(voice.id)
        return len(actor.members) if actor else 0

    def role(self, voice: Voice) -> str | None:
        """What a voice without a name is, as a key shared by languages: the police, the mayor. None for one with a
        name, and for one of which nothing is told but that it is unnamed."""
        actor = self._by_id.get(voice.id)
        if actor is None or self.known(voice) or actor.kind is ActorKind.DATA_SOURCE:
            return None
        if any(m.form is MentionForm.UNNAMED or plain(m.text) != plain(m.name) for m in self._mentions(actor)):
            return None
        return min(self._houses[voice.id].offices, default=None)

    def roles(self, voice: Voice) -> frozenset[str]:
        """Every role that pages give a voice, named or not."""
        return self._houses[voice.id].offices if voice.id in self._by_id else frozenset()

    def unlike_roles(self, voice: Voice, other: Voice) -> bool:
        """Whether the pages say of two voices that they are unlike bodies: the police and an agency. "Workers" and
        "farmers" may be any."""
        one, two = self.roles(voice), self.roles(other)
        alike = not one.isdisjoint(two) or (one <= _OFFICE_LIKE and two <= _OFFICE_LIKE)
        return bool(one and two) and not alike and _ANYBODY.isdisjoint(one | two)

    def is_several(self, voice: Voice) -> bool:
        """Whether the voice is that of a body or a group, bound to a party of the pile."""
        actor = self._by_id.get(voice.id)
        return actor is not None and actor.kind in (ActorKind.ORGANISATION, ActorKind.GROUP)

    def aliases(self, voice: Voice) -> frozenset[str]:
        """Everything that the pages call a party, titles too, folded; nothing for mere words."""
        return self._houses[voice.id].names if self.is_bound(voice) else frozenset()

    def names(self, voice: Voice) -> frozenset[str]:
        """What a voice is called, folded: the names of a body, the full one of a person, else its words."""
        if not self.is_bound(voice) or self.is_person(voice):
            return frozenset((plain(voice.name),))
        return self._houses[voice.id].names

    @cached_property
    def _houses(self) -> Remembered[_House]:
        """By the ids of actors: a state has ten thousand mentions, and speaks in a thousand claims."""
        return Remembered(self._house)

    def _house(self, voice: str) -> _House:
        actor = self._by_id[voice]
        return _House(
            frozenset(plain(name) for name in (actor.name, *actor.aliases)),
            frozenset(plain(mention.office_of) for mention in self._mentions(actor) if mention.office_of),
            frozenset(mention.office for mention in self._mentions(actor) if mention.office),
        )

    @cached_property
    def unnamed(self) -> Remembered[bool]:
        """By the ids of actors, whether no page gives a name: "a senior official", or a mere noun such as "the
        report"."""
        return Remembered(self._is_unnamed)

    def _is_unnamed(self, voice: str) -> bool:
        actor = self._by_id[voice]
        if self.is_paper(Voice(voice, actor.name, "")) or actor.name.islower():
            return True
        return all(one.form is MentionForm.UNNAMED for one in self._mentions(actor))

    @cached_property
    def _by_id(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.pile.groups_of(Actor)}
