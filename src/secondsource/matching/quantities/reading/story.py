"""What the reports of a pile tell of their stories: the places that an event is about, and the names and rare values by
which two reports may be of one story."""

from collections import Counter

from msgspec import Struct

from secondsource.language.places import is_country_code
from secondsource.model.group import Actor, Event
from secondsource.model.mark import ActorKind, Figure, Mention
from secondsource.model.pile import Pile

from .measured import TIMES, digits
from .subject import places_of

_FEW_DOCUMENTS = 60
"""Documents up to which a name that they share says that they are of one story."""
_RARE = {"count": 3}
_RARE_AMOUNT = 3
"""Digits from which a value, and an amount, that two documents give says that they may be of one story."""
_OPENING = 400
"""Characters of a report that hold its headline and first paragraph."""


class Places(Struct, frozen=True):
    """Places of an event: those that it is about, and those that several of its languages write alike."""

    home: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()


def places_of_events(pile: Pile) -> dict[str, Places]:
    """Places of the event of each source, by its id. An event is about places that the opening of some report names, or
    half of the reports do."""
    named = {
        marked.id: [(one.start, places_of((one,))) for one in marked.marks.of(Mention)] for marked in pile.documents
    }
    found: dict[str, Places] = {}
    for event in pile.groups_of(Event):
        opening: set[str] = set()
        counts: Counter[str] = Counter()
        languages: dict[str, set[str]] = {}
        for source in event.members:
            code = pile.document(source).document.language or "en"
            mentions = named.get(source, [])
            here = {place for _, places in mentions for place in places}
            counts.update(here)
            for place in here:
                languages.setdefault(place, set()).add(code)
            opening |= {place for start, places in mentions if start < _OPENING for place in places}
        home = opening | {place for place, count in counts.items() if 2 * count >= len(event.members)}
        shared = {place for place, codes in languages.items() if len(codes) > 1 or is_country_code(place)}
        found |= dict.fromkeys(event.members, Places(frozenset(home), frozenset(shared)))
    return found


def acquaintances(pile: Pile) -> dict[str, frozenset[str]]:
    """By source: the people, organisations and small places that it names, and its rare values, without those that many
    documents have."""
    found: dict[str, set[str]] = {}
    for actor in pile.groups_of(Actor):
        if not _tells_a_story(pile, actor):
            continue
        sources = {pile.mark(mention).source for mention in actor.members}
        if len(sources) <= _FEW_DOCUMENTS:
            for source in sources:
                found.setdefault(source, set()).add(actor.id)
    for figure, sources in _rare_figures(pile).items():
        for source in sources:
            found.setdefault(source, set()).add(figure)
    return {source: frozenset(actors) for source, actors in found.items()}


def _rare_figures(pile: Pile) -> dict[str, set[str]]:
    """The sources of each value that hardly comes twice by chance, and that few documents give."""
    found: dict[str, set[str]] = {}
    for marked in pile.documents:
        for figure in marked.marks.of(Figure):
            if digits(figure.value) >= _RARE.get(figure.unit, _RARE_AMOUNT) and figure.unit not in TIMES:
                found.setdefault(f"{figure.value:.12g} {figure.unit}", set()).add(marked.id)
    return {value: sources for value, sources in found.items() if 1 < len(sources) <= _FEW_DOCUMENTS}


def _tells_a_story(pile: Pile, actor: Actor) -> bool:
    """Whether to be named by two documents says that they may be of one story: people and organisations by their full
    names, and places of which no table knows the country, for they are small."""
    if actor.kind in (ActorKind.PERSON, ActorKind.ORGANISATION):
        return " " in actor.name
    first = pile.mark(actor.members[0])
    return actor.kind is ActorKind.PLACE and isinstance(first, Mention) and first.country is None
