"""Short forms of organisations: abbreviations in brackets, first words."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from secondsource.language.names import genders
from secondsource.language.offices import organisations
from secondsource.model.mark import ActorKind, MentionForm

from .find import Item
from .index import Index
from .lexicon import BODIES, Sort
from .parties import Sighting
from .titles import Phrase

_POSSESSED = re.compile(r"s['’]\s")


def abbreviations(made: Sequence[Phrase], found: Sequence[Item], known: Index) -> dict[str, str]:
    """Abbreviation to the full name before its bracket: "European Passenger Shipping Authority (EPSA)"."""
    bracketed = [item for item in found if _is_bracketed(item, known)]
    bodies = {phrase.last: _body_of(phrase, known) for phrase in made} if bracketed else {}
    short: dict[str, str] = {}
    for item in bracketed:
        text = known.words[item.first].text
        full = bodies.get(item.first - 1) or _run_before(item, known)
        if full is not None and text.isupper() and 2 <= len(text) <= 8 and text[0].casefold() in _initials(full):
            short.setdefault(text, full)
        elif bodies.get(item.first - 1) is not None and text.isupper() and 3 <= len(text) <= 8:
            short.setdefault(text, bodies[item.first - 1] or text)
    return short


def initials(made: Sequence[Phrase], short: dict[str, str], known: Index) -> dict[str, str]:
    """Abbreviation before an office to the one name with these initials: "EPSA chief", no bracket anywhere."""
    owners = {phrase.of for phrase in made if phrase.of is not None and phrase.of.isupper() and len(phrase.of) > 2}
    by_letters: dict[str, list[str]] = {}
    for full in sorted(_fulls(made, known)) if owners else ():
        by_letters.setdefault(_letters(full), []).append(full)
    fitting = {owner: by_letters.get(owner, []) for owner in sorted(owners - short.keys())}
    return {owner: fulls[0] for owner, fulls in fitting.items() if len(fulls) == 1}


def _fulls(made: Sequence[Phrase], known: Index) -> set[str]:
    """Names of several words that phrases have as bodies or as owners."""
    names = {_body_of(phrase, known) or phrase.of or "" for phrase in made} | {phrase.of or "" for phrase in made}
    return {name for name in names if name.count(" ") > 1}


def _letters(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _is_bracketed(item: Item, known: Index) -> bool:
    words = known.words
    if item.sort is not Sort.NAME or item.last != item.first + 1 or item.first < 2 or item.last >= len(words):
        return False
    return words.key[item.first - 1] == "(" and words.key[item.last] == ")"


def _body_of(phrase: Phrase, known: Index) -> str | None:
    if phrase.head.sort in BODIES:
        return known.cut(phrase.first, phrase.last)
    return phrase.body


def _run_before(item: Item, known: Index) -> str | None:
    before = known.ends.get(item.first - 1)
    if before is None or before.sort is not Sort.NAME or before.last - before.first < 2:
        return None
    if known.words.key[before.first].split("-")[0] in genders():
        return None  # a person's party: "Paul Lindhout (PVDA)"
    return known.cut(before.first, before.last)


def _initials(name: str) -> set[str]:
    return {word[0].casefold() for word in name.split()}


def with_full_names(found: Sequence[Sighting], short: dict[str, str], letters: dict[str, str]) -> list[Sighting]:
    """Organisations under the fullest name that the document gives them; offices under the abbreviation in brackets.

    `short` has the abbreviations in brackets, `letters` those that only their initials explain.
    """
    by_full = {full: abbreviation for abbreviation, full in short.items()} | letters
    short = short | letters
    names = sorted({s.name for s in found if _is_named(s)})
    longer = {name: full for name in names if (full := _longer(name, names)) is not None}
    states = _states_by_first_word(found)
    return [_full(_as_state(sighting, states), short, longer, by_full) for sighting in found]


def _states_by_first_word(found: Sequence[Sighting]) -> dict[str, Sighting]:
    """The states that the document names by more than one word, by the first where only one begins so."""
    named: dict[str, dict[str, Sighting]] = {}
    for sighting in found:
        if sighting.kind is ActorKind.STATE and sighting.form is MentionForm.NAME and " " in sighting.name:
            named.setdefault(sighting.name.split()[0], {}).setdefault(sighting.name, sighting)
    return {word: next(iter(states.values())) for word, states in named.items() if len(states) == 1}


def _as_state(sighting: Sighting, states: dict[str, Sighting]) -> Sighting:
    """ "The North" beside North Korea."""
    state = states.get(sighting.name) if _is_named(sighting) else None
    if state is None:
        return sighting
    return replace(sighting, kind=ActorKind.STATE, name=state.name, country=state.country)


def _is_named(sighting: Sighting) -> bool:
    return sighting.kind is ActorKind.ORGANISATION and sighting.form is MentionForm.NAME


def _full(sighting: Sighting, short: dict[str, str], longer: dict[str, str], by_full: dict[str, str]) -> Sighting:
    name = sighting.name
    if _is_named(sighting):
        name = short.get(name) or longer.get(name, name)
    of = by_full.get(sighting.office_of or "", sighting.office_of)
    return sighting if (name, of) == (sighting.name, sighting.office_of) else replace(sighting, name=name, office_of=of)


def _longer(name: str, names: Sequence[str]) -> str | None:
    """The one longer name that begins with this word: Corvane is Corvane Lines."""
    if " " in name or name in organisations():
        return None
    fitting = [other for other in names if other.startswith(f"{name} ") and not _POSSESSED.search(other)]
    return fitting[0] if len(fitting) == 1 else None
