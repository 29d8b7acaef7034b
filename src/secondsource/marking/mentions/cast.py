"""The people, organisations and places of a document, and which person each short form means."""

from collections import Counter
from collections.abc import Sequence

from secondsource.language import names as tables

from .index import Index
from .lexicon import company_forms, function_words, verbs
from .people import Cast, Person, Run, plain_name


def cast(found: Sequence[Run], known: Index) -> Cast:
    """The people and organisations of the document."""
    evidence: dict[tuple[str, ...], list[Run]] = {}
    for run in found:
        evidence.setdefault(run.keys, []).append(run)
    full: dict[tuple[str, ...], Person] = {}
    organisations: dict[tuple[str, ...], str] = {}
    places: dict[tuple[str, ...], str] = {}
    for keys, same in evidence.items():
        if all(run.titled for run in same) and not _is_plainly_named(keys, known):
            continue
        person = max([run.person for run in same]) - (1.5 if any(run.place for run in same) else 0.0)
        organisation = max([run.organisation for run in same])
        least = 2 if len(keys) > 1 else 3
        if person >= least and person > organisation:
            full[keys] = _make(keys, same, known)
    full = _joined(full)
    short = _short(full)
    for keys, same in evidence.items():
        if keys in full or (len(keys) == 1 and keys[0] in short):
            continue
        if any(run.place for run in same) and all(run.organisation < 2 for run in same):
            places[keys] = plain_name(same[0].item, known)
        elif _is_organisation(keys, same, known):
            organisations[keys] = plain_name(same[0].item, known)
    return Cast(tuple(dict.fromkeys(full.values())), short, full, organisations, places)


def _is_plainly_named(keys: tuple[str, ...], known: Index) -> bool:
    """Whether a name seen only in a headline of capitals is one: a given name, and nothing that could be a verb."""
    functions = function_words(known.language)
    return (
        2 <= len(keys) <= 3
        and keys[0] in tables.genders()
        and not any(key in functions or key in known.lowered or key in verbs(known.language) for key in keys)
    )


def _is_organisation(keys: tuple[str, ...], same: Sequence[Run], known: Index) -> bool:
    pack = tables.names(known.language)
    unproven = pack is None or pack.unnoun  # a capital proves nothing there
    if all(run.titled for run in same):
        return False
    if any(run.organisation >= 2 for run in same):
        return True
    core = [key for key in keys if key not in tables.suffixes()] or list(keys)
    if unproven or core[-1] in company_forms().unpeople:
        return False
    inside = [run for run in same if not known.words.opens[run.item.first]]
    if len(keys) > 1:
        return bool(inside) or not any(key in known.lowered for key in keys)
    return any(run.organisation >= 1 for run in inside)


def _make(keys: tuple[str, ...], same: Sequence[Run], known: Index) -> Person:
    gender = next((run.gender for run in same if run.gender), "")
    told = (holding for run in same for holding in (run.holding, *run.also) if holding is not None)
    holdings = tuple(dict.fromkeys(told))
    family, given = tables.family_and_given(keys)
    return Person(plain_name(same[0].item, known), keys, family, given, gender, holdings)


def _joined(full: dict[tuple[str, ...], Person]) -> dict[tuple[str, ...], Person]:
    """ "Donald J. Trump" and "Donald Trump" are one: same given and family name."""
    groups: dict[tuple[str, str], list[Person]] = {}
    for person in full.values():
        groups.setdefault((person.given, person.family), []).append(person)
    groups = {key: part for each, same in groups.items() for key, part in _parted(each, same)}
    families = Counter(family for given, family in groups if given)
    lone = {person.keys[0]: person for person in full.values() if len(person.keys) == 1}
    joined: dict[tuple[str, ...], Person] = {}
    for (given, family), same in groups.items():
        if not given and family in families:
            continue  # "Mr. Clinton" is one of the Clintons
        fullest = max(same, key=lambda p: (len(p.keys), p.name))
        gender = next((p.gender for p in same if p.gender), "")
        holdings = tuple(dict.fromkeys(h for p in same for h in p.holdings))
        person = Person(fullest.name, fullest.keys, fullest.family, fullest.given, gender, holdings)
        for each in same:
            joined[each.keys] = person
        if given and person.family in lone and families[person.family] == 1:
            person = _with(person, lone[person.family])
            joined[(person.family,)] = person
            joined.update({each.keys: person for each in same})
    return joined


def _parted(key: tuple[str, str], same: list[Person]) -> list[tuple[tuple[str, str], list[Person]]]:
    """Namesakes with unlike middle initials apart: George W. and George H.W. Bush."""
    initials = sorted({tables.middle(person.keys) for person in same} - {""})
    if len(initials) < 2:
        return [(key, same)]
    return [((f"{key[0]} {tables.middle(person.keys)}".strip(), key[1]), [person]) for person in same]


def _with(person: Person, lone: Person) -> Person:
    holdings = tuple(dict.fromkeys((*person.holdings, *lone.holdings)))
    return Person(person.name, person.keys, person.family, person.given, person.gender or lone.gender, holdings)


def _short(full: dict[tuple[str, ...], Person]) -> dict[str, tuple[Person, ...]]:
    table: dict[str, list[Person]] = {}
    for person in dict.fromkeys(full.values()):
        last = person.family.split()[-1]
        for form in dict.fromkeys((person.family, last, person.given)):
            if form and len(person.keys) > 1:
                table.setdefault(form, []).append(person)
    return {form: tuple(people) for form, people in table.items()}


def is_family(run: Run, known: Index) -> bool:
    """Whether a run is the plural of a family name: "the Steinbergs"."""
    first = run.item.first
    if len(run.keys) != 1 or not first or known.words.key[first - 1] not in known.names.impersons:
        return False
    return any(run.keys[0].removesuffix(end) in known.families - {run.keys[0]} for end in known.names.family_plurals)
