"""From linked parties to actors: the name, the kind, the other names."""

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from secondsource.language.places import country_names
from secondsource.model.group import Actor
from secondsource.model.keys import named_id
from secondsource.model.mark import ActorKind, MentionForm
from secondsource.text.normalise import plain

from .keys import Party

PERSONAL = 3
"""How many sources without a sign of a person one with a sign outweighs: an unknown name counts as a body's."""


def actors(grouped: Sequence[Sequence[Party]]) -> tuple[Actor, ...]:
    """The actors of these groups of parties, sorted by id. Namesakes are told apart by their first mention."""
    made = [(_plain_actor(parties), _is_own(parties)) for parties in grouped]
    shared = Counter(actor.id for actor, _ in made)
    told = (_by_member(actor) if own or shared[actor.id] > 1 else actor for actor, own in made)
    return tuple(sorted(told, key=lambda actor: actor.id))


def _plain_actor(parties: Sequence[Party]) -> Actor:
    kind = _kind(parties)
    name = _name(parties, kind)
    members = tuple(sorted(mention for party in parties for mention in party.mentions))
    aliases = sorted({alias for party in parties for alias in (party.name, *party.aliases)} - {name})
    return Actor(id=named_id("actor", name, kind.value), members=members, name=name, kind=kind, aliases=tuple(aliases))


def _by_member(actor: Actor) -> Actor:
    return replace(actor, id=named_id("actor", actor.name, actor.kind.value, actor.members[0]))


def _is_own(parties: Sequence[Party]) -> bool:
    """Whether the text says too little for its name to be one: unnamed people, bare titles, "experts"."""
    if all(party.form in {MentionForm.UNNAMED, MentionForm.TITLE} for party in parties):
        return True
    return len(parties) == 1 and parties[0].form is MentionForm.COLLECTIVE


def _kind(parties: Sequence[Party]) -> ActorKind:
    counted = Counter(party.kind for party in parties)
    if counted[ActorKind.PERSON] * PERSONAL >= counted[ActorKind.ORGANISATION] and counted[ActorKind.PERSON]:
        return ActorKind.PERSON
    return min(counted, key=lambda kind: (-counted[kind], kind.value))


def _name(parties: Sequence[Party], kind: ActorKind) -> str:
    if kind is ActorKind.STATE and parties[0].country:
        return country_names("en").get(parties[0].country, parties[0].name)
    named = [party for party in parties if party.form in {MentionForm.NAME, MentionForm.METONYM}] or list(parties)
    english = [party for party in named if party.language == "en"]
    pool = english or named
    full = [party for party in pool if " " in party.name] if kind is ActorKind.PERSON else pool
    counted = Counter(party.name for party in full or pool)
    return min(counted, key=lambda name: (-counted[name], -len(plain(name)), name))
