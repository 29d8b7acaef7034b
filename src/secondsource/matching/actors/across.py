"""Parties that one source calls by another kind, with a description in front or behind, or in another language."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from secondsource.language.meanings import meanings
from secondsource.language.names import genders
from secondsource.language.offices import offices
from secondsource.language.wording import wording
from secondsource.model.link import Feature
from secondsource.model.mark import ActorKind, MentionForm
from secondsource.text.normalise import plain
from secondsource.text.sounds import skeleton

from .compare import LEADING, Comparison, comparison
from .keys import Party, bare_name
from .matter import Matters

_INITIAL = re.compile(r"(\w)\. ?(?:\w\. ?)*(\w{2,})")
"""An initial, perhaps more, and a family name."""
_WORD = re.compile(r"[^\W\d_]+")
_MISTAKEN = (ActorKind.PERSON, ActorKind.ORGANISATION)
_MOST_READINGS = 16
"""A name that can mean more things than this is compared with none in another language."""
_LEAST_LETTERS = 3
_LEAST_WORDS = 2
"""Words of a full name."""


def by_head(named: Sequence[Party], group_of: dict[str, str]) -> list[Comparison]:
    """Organisations of one sort that one person leads, under names of two languages: translations of one name."""
    bodies: dict[tuple[str, str], Party] = {}
    for party in named:
        if party.kind is ActorKind.ORGANISATION:
            bodies.setdefault((party.language, plain(party.name)), party)
    led: dict[tuple[str, str], dict[str, Party]] = {}
    for person in named:
        for office in person.offices if person.kind is ActorKind.PERSON and person.given else ():
            body = bodies.get((person.language, plain(office.of)))
            if body is not None and office.office in LEADING:
                for sort in sorted({each.office for each in body.offices}):
                    led.setdefault((group_of[person.id], sort), {}).setdefault(group_of[body.id], body)
    found = []
    for _, groups in sorted(led.items()):
        first, *others = sorted(groups.values(), key=lambda body: body.id)
        languages = {body.language for body in groups.values()}
        if len(languages) == len(groups):  # somebody who leads two bodies in one language may lead a third in another
            found += [comparison(first, it, (Feature("head", 0.9, 1.0, first.name, it.name),)) for it in others]
    return found


def across_kinds(named: Sequence[Party]) -> list[Comparison]:
    """One full name that some sources give no sign of being a person's: the same party as in the sources that do.

    Names of several words, letter for letter or with what the person is or belongs to around them, and a family name
    behind the initial of a person's; what kind it is, the sources together decide.
    """
    by_name: dict[str, dict[ActorKind, Party]] = {}
    for party in sorted(named, key=lambda each: each.id):
        if party.kind in _MISTAKEN and party.form is MentionForm.NAME and " " in party.name:
            by_name.setdefault(plain(party.name), {}).setdefault(party.kind, party)
    pairs = [tuple(kinds[kind] for kind in _MISTAKEN) for kinds in by_name.values() if len(kinds) == len(_MISTAKEN)]
    found = [comparison(one, other, (Feature("name", 1.0, 1.0, one.name, other.name),)) for one, other in pairs]
    return found + _misread(named)


def _misread(named: Sequence[Party]) -> list[Comparison]:
    """Names that one source shows no sign of being a person's, or has with a description: "V. Orban", "Ruedi Zgraggen
    of the foundation", "Ex-manager Jost Wehrli"."""
    people: dict[str, Party] = {}
    by_initial: dict[tuple[str, str], dict[str, Party]] = {}
    for party in sorted(named, key=lambda each: each.id):
        if party.kind is ActorKind.PERSON and party.given:
            name = plain(party.name)
            people.setdefault(name, party)
            by_initial.setdefault((name[0], name.split()[-1]), {}).setdefault(name, party)
    found = []
    for party in named:
        if party.kind not in _MISTAKEN or party.form is not MentionForm.NAME:
            continue
        described = next((people[tail] for tail in _behind_description(party) if tail in people), None)
        if described is not None:
            found.append(comparison(described, party, (Feature("name", 0.95, 1.0, described.name, party.name),)))
        elif party.kind is ActorKind.ORGANISATION:
            found += _initialled(party, people, by_initial)
    return found


def _behind_description(party: Party) -> Iterator[str]:
    """What may be the name proper behind a description: at least two words, and no given name in front of them."""
    words = plain(party.name).split() if party.name.count(" ") > 1 else []
    for at in range(1, len(words) - 1):
        if words[at - 1] in genders():
            return
        yield " ".join(words[at:])


def _initialled(
    party: Party, people: dict[str, Party], by_initial: dict[tuple[str, str], dict[str, Party]]
) -> list[Comparison]:
    bare = bare_name(party.name)
    initial = _INITIAL.fullmatch(party.name)
    fitting = by_initial.get((plain(initial[1]), plain(initial[2])), {}) if initial else {}
    person = next(iter(fitting.values())) if len(fitting) == 1 else people.get(plain(bare))
    if person is None or not (initial or bare != party.name):
        return []
    return [comparison(person, party, (Feature("name", 0.95, 1.0, person.name, party.name),))]


def owned(named: Sequence[Party], near: Matters) -> list[Comparison]:
    """What a body's name stands in and what speaks for it: its data ("data of EUMARK"), those who run it ("the
    management of Corvane"), and the body with a description that made it a person ("Versicherer Aarvita")."""
    bodies: dict[str, list[Party]] = {}
    for party in named:
        if party.kind is ActorKind.ORGANISATION and party.form is MentionForm.NAME and " " not in party.name:
            bodies.setdefault(plain(party.name), []).append(party)
    found = []
    for party in named:
        for name in _owners(party):
            close = [each for each in bodies.get(name, ()) if near.one(party.source, each.source)]
            if close:
                features = (Feature("owner", 0.9, 1.0, close[0].name, party.name),)
                found.append(comparison(close[0], party, features))
                break
    return found


def _owners(party: Party) -> tuple[str, ...]:
    """The bodies, folded, that a party may be or speak for."""
    words = plain(party.name).split()
    if party.kind is ActorKind.DATA_SOURCE and party.form is MentionForm.NAME:
        return tuple(plain(word) for word in party.name.split() if word.isupper() and len(word) >= _LEAST_LETTERS)
    if party.kind is ActorKind.PERSON and party.form is MentionForm.NAME and not genders().keys() & set(words):
        return (words[-1],) if len(words) <= _LEAST_WORDS else ()
    table = offices(party.language)
    if party.kind is ActorKind.ORGANISATION and table is not None and words[0] in {plain(noun) for noun in table.house}:
        return tuple(plain(office.of) for office in party.offices if office.of)
    return ()


def translated(named: Iterable[Party], near: Matters) -> list[Comparison]:
    """Organisations whose names mean the same word for word: "prefecture of Aude", « préfecture de l'Aude ».

    A word that no table knows has to sound the same. A name of known words alone ("Foundation for Consumers") is one
    only inside one matter.
    """
    by_reading: dict[tuple[str, ...], list[Party]] = {}
    for party in sorted(named, key=lambda each: each.id):
        if party.kind is ActorKind.ORGANISATION and party.form is not MentionForm.UNNAMED and " " in party.name:
            for reading in _readings(party):
                by_reading.setdefault(reading, []).append(party)
    found: dict[tuple[str, str], Comparison] = {}
    for reading, parties in sorted(by_reading.items()):
        proper = any(word.startswith("sounds ") for word in reading)
        first = parties[0]
        for other in parties[1:]:
            if plain(first.name) != plain(other.name) and (proper or near.one(first.source, other.source)):
                features = (Feature("meaning", 0.9, 1.0, first.name, other.name),)
                found.setdefault((first.id, other.id), comparison(first, other, features))
    return list(found.values())


def _readings(party: Party) -> list[tuple[str, ...]]:
    """What the words of a name can mean, in any order; none for a name of one word or of too many meanings."""
    empty = wording(party.language).empty
    words = [word for word in _WORD.findall(party.name) if plain(word) not in empty and len(word) >= _LEAST_LETTERS]
    meant = [sorted(meanings(plain(word), party.language).keys) or [f"sounds {skeleton(word)}"] for word in words]
    count = 1
    for each in meant:
        count *= len(each)
    if len(words) < 2 or count > _MOST_READINGS or all(each[0].startswith("sounds ") for each in meant):
        return []
    return sorted({tuple(sorted(reading)) for reading in product(*meant)})
