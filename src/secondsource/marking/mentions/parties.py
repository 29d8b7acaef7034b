"""Sightings: each party named in the text, before titles and pronouns are resolved."""

from collections.abc import Sequence
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language import names as name_tables
from secondsource.language import places as place_tables
from secondsource.language.figures import figure_words
from secondsource.language.offices import Organisation, organisations
from secondsource.model.mark import ActorKind, MentionForm

from .cast import is_family
from .find import Item
from .heads import body_name, nationality
from .index import Index
from .lexicon import BODIES, TITLES, Sort, acting, function_words, is_adverb, is_finite
from .people import Cast, Person, Run
from .titles import MANY, Phrase
from .towns import is_located, is_seat, seated

_SEATED = frozenset({"prosecutors", "police", "court", "fire-service", "county", "university"})
"""Bodies behind which German names their seat: "die Staatsanwaltschaft Ulm"."""


class Sighting(Struct, frozen=True, gc=False):
    """A party at words `first` to `last` (indices, half-open)."""

    first: int
    last: int
    kind: ActorKind
    form: MentionForm
    name: str
    office: str | None = None
    office_of: str | None = None
    country: str | None = None
    gender: str = ""
    definite: bool = False
    person: Person | None = None


def is_owned(phrase: Phrase, known: Index) -> bool:
    """Whether the phrase begins with whose office it is: "Iran's foreign minister, …"."""
    return any(known.words.key[at] == "'s" for at in range(phrase.first, phrase.last))


def of_phrases(made: Sequence[Phrase], held: dict[int, tuple[Phrase, ...]], known: Index) -> list[Sighting]:
    """Titles, collectives, unnamed people, bodies and data sources that stand for themselves."""
    given = {id(phrase) for phrases in held.values() for phrase in phrases}
    found: list[Sighting] = []
    for phrase in made:
        if id(phrase) in given and not _is_apart(phrase, known):
            continue
        sighting = _of_phrase(phrase, known) or _town_of(phrase, known)
        if sighting is not None:
            found.append(sighting)
    return found


def _town_of(phrase: Phrase, known: Index) -> Sighting | None:
    """The town that a phrase names which is no party itself: "shelled the town of Mazarin"."""
    town = phrase.uses[-1]
    if phrase.key != "city" or town.first <= phrase.head.first or town.sort is not Sort.NAME:
        return None
    name = known.cut(town.first, town.last)
    return Sighting(town.first, town.last, ActorKind.PLACE, MentionForm.NAME, name)


def _is_apart(phrase: Phrase, known: Index) -> bool:
    """Whether a comma parts a title from the name behind it, so that both are named: "its president, Marit Osland"."""
    last = phrase.last
    return (
        (phrase.article == "definite" or is_owned(phrase, known))
        and last < len(known.words)
        and known.words.key[last] == ","
    )


def _of_phrase(phrase: Phrase, known: Index) -> Sighting | None:
    entry = phrase.head.entry
    if entry is None:
        return None
    text = known.cut(phrase.first, phrase.last)
    if phrase.head.sort is Sort.GOVERNMENT:
        return _government(phrase, text, known)
    if not _stands_alone(phrase, known):
        county = phrase.key == "county" and known.words[phrase.head.first].capital and phrase.first < phrase.head.first
        return Sighting(phrase.first, phrase.last, ActorKind.PLACE, MentionForm.NAME, text) if county else None
    if phrase.head.sort is Sort.DATA:
        country = phrase.country or _only_country(phrase, known)
        name = body_name(phrase.key, country) if country else text
        found = _sighting(phrase, ActorKind.DATA_SOURCE, MentionForm.NAME, name, known)
        return found if country == phrase.country else replace(found, country=country)
    if phrase.head.sort in BODIES:
        return _body(phrase, text, known)
    if entry.many or _is_plural(phrase, known):
        return _sighting(phrase, ActorKind.GROUP, MentionForm.COLLECTIVE, text, known)
    return _single(phrase, text, known)


def _only_country(phrase: Phrase, known: Index) -> str | None:
    """The country of "customs data" in a sentence that speaks of one country alone."""
    if phrase.key not in {"customs", "statistics-office", "census"}:
        return None
    sentence = known.words.sentence[phrase.first]
    here = [item for at, item in known.starts.items() if known.words.sentence[at] == sentence and item.entry]
    told = {item.entry.key for item in here if item.entry and item.sort in {Sort.STATE, Sort.DEMONYM}} - {""}
    return next(iter(told)) if len(told) == 1 else None


def _body(phrase: Phrase, text: str, known: Index) -> Sighting | None:
    """A body of a state or with a name of its own; a bare "the agency" is a description."""
    follower = known.starts.get(phrase.last)
    if follower is not None and follower.sort in {Sort.NAME, Sort.ORGANISATION} and phrase.body is None:
        if phrase.key in _SEATED and is_seat(follower, known):
            name = known.cut(phrase.head.first, follower.last)
            found = _sighting(phrase, ActorKind.ORGANISATION, MentionForm.NAME, name, known)
            return replace(found, last=follower.last)
        return None  # "the agency Merival": the name stands for it
    proper = known.words[phrase.head.first].capital and not known.words.opens[phrase.head.first]
    pack = name_tables.names(known.language)
    named = phrase.country or phrase.of or (proper and pack is not None and not pack.unnoun)
    sole = phrase.country and phrase.body is None and phrase.key not in MANY and _is_plain(phrase, known)
    name = body_name(phrase.key, phrase.country) if sole and phrase.country else text
    return _sighting(phrase, ActorKind.ORGANISATION, MentionForm.NAME if named else MentionForm.TITLE, name, known)


def _is_plain(phrase: Phrase, known: Index) -> bool:
    """Whether nothing but owners and known attributes stands before the head: not "Italy's *competition* watchdog"."""
    used = {at for item in phrase.uses for at in range(item.first, item.last)}
    ahead = (known.words.key[at] for at in range(phrase.first, phrase.head.first) if at not in used)
    return all(key == "'s" or key in known.pack.modifiers for key in ahead)


def _stands_alone(phrase: Phrase, known: Index) -> bool:
    """Whether a common noun heads its phrase and is no modifier: no party in "military operations", "press law"."""
    if phrase.head.sort not in {Sort.DATA, Sort.BODY, Sort.MINISTRY}:
        return phrase.key not in known.pack.owned or bool(phrase.of or phrase.country)
    if phrase.key in {"city", "house", "county"}:
        return _speaks(phrase, known)
    if phrase.of is None and phrase.country is None and (not phrase.article or phrase.key == "data"):
        if phrase.key in {"police", "management"} and known.is_subject(phrase.first, phrase.last):
            return True
        if phrase.key == "police" and known.names.stacked:
            return _heads_alone(phrase, known)  # "clashed with police", "police in Corvane fired"
        if phrase.key in {"police", "management"}:
            return _speaks(phrase, known)
        return phrase.head.sort is Sort.DATA and (known.leads_on(phrase.first, phrase.last) or _is_cited(phrase, known))
    return _heads_alone(phrase, known)


def _heads_alone(phrase: Phrase, known: Index) -> bool:
    """Whether no noun follows where nouns stand side by side."""
    after = known.words[phrase.last] if phrase.last < len(known.words) else None
    if after is None or not after.text[0].isalpha() or not known.names.stacked:
        return True
    free = is_finite(after.key, known.language) or after.key in function_words(known.language)
    free = free or after.key.endswith("ed")  # "the fire brigade *moved*": no noun ends so
    free = free or is_adverb(after.key, known.language) or after.key in acting(known.language)
    free = free or (phrase.head.sort is Sort.DATA and after.key.endswith("s"))
    return free or known.words.sentence[phrase.last] != known.words.sentence[phrase.first]


def _speaks(phrase: Phrase, known: Index) -> bool:
    """Whether a body does what a mere place or thing does not: it says or counts something, or is cited."""
    behind = known.words.key[phrase.last] if phrase.last < len(known.words) else ""
    before = phrase.first - (2 if phrase.article else 1)
    ahead = known.words.key[before] if before >= 0 else ""
    counts = figure_words(known.language).own_counts
    if behind == "'s" and phrase.last + 1 < len(known.words) and known.words.key[phrase.last + 1] in counts:
        return True
    said = behind in acting(known.language) or (known.names.unnoun and ahead in acting(known.language))
    return said or _is_cited(phrase, known) or _has_counted(phrase, (ahead, behind), known)


def _has_counted(phrase: Phrase, beside: tuple[str, str], known: Index) -> bool:
    """Whether an auxiliary stands beside it and a participle of counting follows in the sentence: den Schaden *hat* die
    Stadt mit 480.000 Euro *beziffert*."""
    words = figure_words(known.language)
    if not words.counted_last or not any(word in words.auxiliaries for word in beside):
        return False
    sentence, here = known.words.sentence, known.words.sentence[phrase.head.first]
    behind = takewhile(lambda at: sentence[at] == here, range(phrase.last, len(known.words)))
    return any(known.words.key[at] in words.counted_last for at in behind)


def _is_cited(phrase: Phrase, known: Index) -> bool:
    """Whether "according to" leads to it."""
    at = phrase.first - (2 if phrase.article else 1)
    return at >= 0 and known.words.key[at] in known.pack.citing


def _is_plural(phrase: Phrase, known: Index) -> bool:
    """Where singular and plural are one form ("Wissenschaftler"): the plural's article, or none at all."""
    entry = phrase.head.entry
    key = known.words.key[phrase.head.last - 1]
    if known.language != "de" or entry is None or entry.gender == "f" or not key.endswith(("er", "or")):
        return False
    article = known.words.key[phrase.first - 1] if phrase.article else ""
    follower = known.starts.get(phrase.last)
    return article == "die" or (not article and (follower is None or follower.sort is not Sort.NAME) and not phrase.of)


def _single(phrase: Phrase, text: str, known: Index) -> Sighting | None:
    before = phrase.first - (2 if phrase.article else 1)
    if before >= 0 and known.words.key[before] in known.names.copulas:
        return None
    if _is_adjective(phrase, known):
        return None
    if phrase.article == "indefinite":
        return _sighting(phrase, ActorKind.PERSON, MentionForm.UNNAMED, text, known)
    if phrase.article == "definite" or phrase.of is not None:
        return _sighting(phrase, ActorKind.PERSON, MentionForm.TITLE, text, known)
    return None


def _is_adjective(phrase: Phrase, known: Index) -> bool:
    """Whether an English role only qualifies what follows: "the conservative movement", "the general election"."""
    after = known.words[phrase.last] if phrase.last < len(known.words) else None
    if known.language != "en" or phrase.last > phrase.head.last or after is None or not after.text[0].isalpha():
        return False
    if known.words.sentence[phrase.last] != known.words.sentence[phrase.first]:
        return False
    further = known.words.key[phrase.last + 1] if phrase.last + 1 < len(known.words) else ""
    if phrase.article == "indefinite" and further in known.pack.definite | known.pack.indefinite:
        return after.capital  # "a cleaner swept the floor": a verb, though no table has it
    return after.capital or not (
        is_finite(after.key, "en") or after.key in function_words("en") or after.key[-1] == "s"
    )


def _government(phrase: Phrase, text: str, known: Index) -> Sighting:
    tables = place_tables.places(known.language)
    own = tables is not None and any(each in text.casefold().split() for each in tables.self_governing)
    if own:
        return _sighting(phrase, ActorKind.ORGANISATION, MentionForm.NAME, text, known)
    if phrase.country is None:
        return _sighting(phrase, ActorKind.ORGANISATION, MentionForm.TITLE, text, known)
    return _sighting(phrase, ActorKind.STATE, MentionForm.METONYM, _country_name(phrase.country, known), known)


def _gender(phrase: Phrase, known: Index) -> str:
    """The gender that a title tells, by its form or by its article."""
    entry = phrase.head.entry
    if entry is None or entry.many or phrase.head.sort not in TITLES:
        return ""
    article = known.words.key[phrase.first - 1] if phrase.article else ""
    return entry.gender or known.pack.genders.get(article, "")


def _sighting(phrase: Phrase, kind: ActorKind, form: MentionForm, name: str, known: Index) -> Sighting:
    return Sighting(
        phrase.first,
        phrase.last,
        kind,
        form,
        name,
        phrase.key,
        phrase.of,
        phrase.country,
        _gender(phrase, known),
        phrase.article == "definite",
    )


def of_items(found: Sequence[Item], used: set[int], known: Index) -> list[Sighting]:
    """States, seats of power, places and known organisations that stand for themselves."""
    named = {i.entry.key for i in found if i.entry is not None and i.sort is Sort.ORGANISATION}
    sightings: list[Sighting] = []
    for item in found:
        if item.entry is None or item.first in used:
            continue
        sighting = _of_item(item, named, known)
        if sighting is not None:
            sightings.append(sighting)
    return sightings


def _of_item(item: Item, named: set[str], known: Index) -> Sighting | None:
    entry = item.entry
    assert entry is not None
    span = (item.first, item.last)
    if item.sort is Sort.STATE:
        name = _country_name(entry.key, known)
        return Sighting(*span, ActorKind.STATE, MentionForm.NAME, name, country=entry.key)
    if item.sort is Sort.DEMONYM and entry.many:
        return Sighting(*span, ActorKind.GROUP, MentionForm.COLLECTIVE, known.cut(*span), "people", None, entry.key)
    if item.sort is Sort.SEAT or (item.sort is Sort.CAPITAL and not is_located(item, known)):
        if (body := seated(item, known)) is not None:
            return Sighting(*span, ActorKind.ORGANISATION, MentionForm.METONYM, body)
        name = _country_name(entry.key, known)
        return Sighting(*span, ActorKind.STATE, MentionForm.METONYM, name, country=entry.key)
    if item.sort is Sort.CAPITAL:
        return Sighting(*span, ActorKind.PLACE, MentionForm.NAME, _lowered(known.cut(*span)), country=entry.key)
    if item.sort is Sort.PLACE:
        written = known.cut(*span)
        name = written if written.casefold() == entry.key.casefold() else entry.key  # „Hamburgs“
        return Sighting(*span, ActorKind.PLACE, MentionForm.NAME, _lowered(name))
    if item.sort is Sort.ORGANISATION:
        return Sighting(*span, _kind(organisations()[entry.key]), MentionForm.NAME, entry.key)
    if item.sort is Sort.NOUN and entry.key in named and _is_definite(item, known):
        return Sighting(*span, ActorKind.ORGANISATION, MentionForm.TITLE, entry.key)
    return None


def _kind(organisation: Organisation) -> ActorKind:
    if organisation.data:
        return ActorKind.DATA_SOURCE
    return ActorKind.GROUP if organisation.group else ActorKind.ORGANISATION


def _lowered(name: str) -> str:
    """A dateline's capitals as the name is usually written."""
    return name.title() if name.isupper() and len(name) > 3 else name


def _is_definite(item: Item, known: Index) -> bool:
    return item.first > 0 and known.words.key[item.first - 1] in known.pack.definite


def of_runs(found: Sequence[Run], people: Cast, used: set[int], known: Index) -> list[Sighting]:
    """People, unknown organisations and places among the capitalised runs."""
    sightings: list[Sighting] = []
    last_seen: dict[str, tuple[Person, int]] = {}
    alone: dict[str, Person] = {}  # whom a family name alone meant last
    for run in found:
        if run.item.first in used:
            continue
        sentence = known.words.sentence[run.item.first]
        person = people.full.get(run.keys) or _short_form(run, people, last_seen, alone, sentence)
        span = (run.item.first, run.item.last)
        if person is not None:
            last_seen[person.family] = (person, sentence)
            if run.keys not in people.full:
                alone[person.family] = person
            sightings.append(_of_person(*span, person, run))
        elif len(run.keys) > 1 and (run.titled or run.organisation < 2) and (part := _part(run, people)) is not None:
            first, last, person = part
            sightings.append(_of_person(run.item.first + first, run.item.first + last, person, run))
        elif is_family(run, known):
            sightings.append(Sighting(*span, ActorKind.GROUP, MentionForm.COLLECTIVE, known.cut(*span)))
        elif run.keys in people.organisations:
            sightings.append(Sighting(*span, ActorKind.ORGANISATION, MentionForm.NAME, people.organisations[run.keys]))
        elif run.keys in people.places:
            name = _lowered(people.places[run.keys])
            sightings.append(Sighting(*span, ActorKind.PLACE, MentionForm.NAME, name))
    return sightings


def _of_person(first: int, last: int, person: Person, run: Run) -> Sighting:
    full = last - first > 1 or person.keys == run.keys
    form = MentionForm.NAME if full else MentionForm.SURNAME
    holding = run.holding or (person.holdings[0] if person.holdings else None)
    office, of, country = (holding.office, holding.of, holding.country) if holding else (None, None, None)
    return Sighting(first, last, ActorKind.PERSON, form, person.name, office, of, country, person.gender, person=person)


def _part(run: Run, people: Cast) -> tuple[int, int, Person] | None:
    """A known person inside a run that headlines and lists make too long: "Clinton Speaks"."""
    size = len(run.keys)
    if run.item.last - run.item.first != size:
        return None
    for length in range(size - 1, 0, -1):
        for first in range(size - length + 1):
            keys = run.keys[first : first + length]
            person = people.full.get(keys) if length > 1 else None
            if length == 1 and run.titled and len(people.short.get(keys[0], ())) == 1:
                person = people.short[keys[0]][0]
            if person is not None:
                return first, first + length, person
    return None


def _short_form(
    run: Run, people: Cast, last_seen: dict[str, tuple[Person, int]], alone: dict[str, Person], sentence: int
) -> Person | None:
    """Whom a family name alone means: of several, who was named in this sentence or the one before; else whom the name
    alone meant before, for others of a family are told by their full names."""
    key = " ".join(run.keys)
    fitting = people.short.get(key, ())
    if run.gender and len(fitting) > 1:
        fitting = tuple(p for p in fitting if p.gender in {"", run.gender}) or fitting
    if not fitting:
        return None
    recent, seen = last_seen.get(key, (fitting[0], sentence))
    if sentence - seen > 1:
        recent = alone.get(key, recent)
    return recent if recent in fitting else fitting[0]


def _country_name(iso: str, known: Index) -> str:
    return place_tables.country_names(known.language).get(iso) or nationality(iso)
