"""From linked parties to actors: the name, the kind, the other names."""

from collections import Counter
from collections.abc import Sequence

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
    kinds = [_kind(parties) for parties in grouped]
    names = [_name(parties, kind) for parties, kind in zip(grouped, kinds, strict=True)]
    shared = Counter(zip(names, kinds, strict=True))
    found = (
        _actor(parties, name, kind, alone=shared[name, kind] == 1 and not _is_own(parties))
        for parties, name, kind in zip(grouped, names, kinds, strict=True)
    )
    return tuple(sorted(found, key=lambda actor: actor.id))


def _actor(parties: Sequence[Party], name: str, kind: ActorKind, *, alone: bool) -> Actor:
    """One actor; `alone`: its name and kind are enough to tell it from all others."""
    members = tuple(sorted([mention for party in parties for mention in party.mentions]))
    aliases = sorted({alias for party in parties for alias in (party.name, *party.aliases)} - {name})
    own = () if alone else (members[0],)
    return Actor(
        id=named_id("actor", name, kind.value, *own), members=members, name=name, kind=kind, aliases=tuple(aliases)
    )


def _is_own(parties: Sequence[Party]) -> bool:
    """Whether the text says too little for its name to be one: unnamed people, bare titles, "experts"."""
    if all(party.form in {MentionForm.UNNAMED, MentionForm.TITLE} for party in parties):
        return True
    return len(parties) == 1 and parties[0].form is MentionForm.COLLECTIVE


def _kind(parties: Sequence[Party]) -> ActorKind:
    if len(parties) == 1:
        return parties[0].kind
    counted = Counter(party.kind for party in parties)
    if counted[ActorKind.PERSON] * PERSONAL >= counted[ActorKind.ORGANISATION] and counted[ActorKind.PERSON]:
        return ActorKind.PERSON
    return min(counted, key=lambda kind: (-counted[kind], kind.value))


def _name(parties: Sequence[Party], kind: ActorKind) -> str:
    if kind is ActorKind.STATE and parties[0].country:
        return country_names("en").get(parties[0].country, parties[0].name)
    if len(parties) == 1:
        return parties[0].name
    named = [party for party in parties if party.form in {MentionForm.NAME, MentionForm.METONYM}] or list(parties)
    english = [party for party in named if party.language == "en"]
    pool = english or named
    full = [party for party in pool if " " in party.name] if kind is ActorKind.PERSON else pool
    full = [party for party in full if not party.name.isupper()] or full
    told = _undescribed(full) if kind is ActorKind.PERSON else pool
    counted = Counter(party.name for party in told or pool)
    return min(counted, key=lambda name: (-counted[name], -len(plain(name)), name))


def _undescribed(full: Sequence[Party]) -> list[Party]:
    """Those whose name is no other's with a description in front: "Ex-manager Jost Wehrli" beside "Jost Wehrli"."""
    names = {party.name for party in full}
    described = {long for long in names for short in names if long.endswith(f" {short}")}
    return [party for party in full if party.name not in described]
