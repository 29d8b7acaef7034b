"""People whom a report names only after their office: "the regulator's head said … Helena Varro said"."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from secondsource.model.mark import ActorKind, MentionForm

from .find import Item
from .index import Index
from .lexicon import TITLES, Sort, is_finite, verbs
from .parties import Sighting, is_owned
from .people import Holding, Person
from .titles import Phrase

NEAR = 3
"""Sentences from the office to the name, or from the name to its next description."""

_MOST_BEFORE = 4
"""Words from a comma to the name behind it at most, where others say what its bearer was."""
_LEADING = frozenset({"spokesperson", "mayor", "ambassador", "commissioner", "envoy", "dictator", "prosecutor"})


_DESCRIPTIONS = frozenset({"head", "official", "politician", "executive", "chair", "director", "minister", "diplomat"})
"""Words for a leading person that texts use instead of a name, without saying of what."""

_PLAIN = frozenset(
    [
        "director",
        "general",
        "directeur",
        "directrice",
        "générale",
        "président",
        "présidente",
        "president",
        "chief",
        "executive",
        "chefin",
        "european",
        "européen",
        "européenne",
        "europäischen",
        "europäische",
        "national",
    ]
)
"""Words of titles that say nothing about the body."""


class _Met(Struct):
    """What is known while the text is walked."""

    introduction: Sighting | None = None

    titles: tuple[Sighting, ...] = ()
    """Leading titles without a holder since the last name."""
    last: Person | None = None
    last_sentence: int = -NEAR


Given = dict[str, tuple[Holding, ...]]


def introduced(found: Sequence[Sighting], known: Index) -> Given:
    """Person's name to the offices that the text gives it in this roundabout way.

    News leads name the office first and the person in the next sentence; later they vary the name with a description.
    Both count only for people to whom the document gives no office, and where no other person stands between.
    """
    met, given = _Met(), Given()
    for sighting in found:
        if sighting.kind is not ActorKind.PERSON:
            continue
        sentence = known.words.sentence[sighting.first]
        if sighting.form is MentionForm.TITLE and sighting.person is None:
            if _is_leading(sighting, known):
                _describe(sighting, sentence, met, given, known)
                met.titles = (*met.titles, sighting)
        elif sighting.person is not None and sighting.form is not MentionForm.PRONOUN:
            _name(sighting, sentence, met, given, known)
    return given


def _is_leading(sighting: Sighting, known: Index) -> bool:
    office = sighting.office or ""
    leading = office in known.pack.top or office in _LEADING or office.endswith("minister")
    return leading and sighting.office_of is not None and not known.words.quoted[sighting.first]


def _describe(title: Sighting, sentence: int, met: _Met, given: Given, known: Index) -> None:
    """A title right after the one person of the text so far may be that person's."""
    person = met.last
    if person is None or person.holdings or sentence - met.last_sentence > NEAR or not _agree(title, person):
        return
    before = given.get(person.name, ())
    if before and met.introduction is not None and _share_words(title, met.introduction, known):
        given[person.name] = tuple(dict.fromkeys((*before, _holding(title))))


def _share_words(left: Sighting, right: Sighting, known: Index) -> bool:
    """Whether two titles name their body with a common word, or with one word inside the other's compound."""
    ours, theirs = (
        [word.key for word in known.words[s.first : s.last] if len(word.key) > 4 and word.key not in _PLAIN]
        for s in (left, right)
    )
    return any(a.startswith(b[:12]) or b.startswith(a[:12]) for a in ours for b in theirs)


def _name(sighting: Sighting, sentence: int, met: _Met, given: Given, known: Index) -> None:
    person = sighting.person
    assert person is not None
    near = [t for t in met.titles if 0 < sentence - known.words.sentence[t.first] <= NEAR and _agree(t, person)]
    unnamed = sighting.form is MentionForm.NAME and not person.holdings and person.name not in given
    one = len({(title.office, title.office_of) for title in near}) == 1
    if one and unnamed and known.is_subject(sighting.first, sighting.last) and met.last in {None, person}:
        given[person.name] = (_holding(near[-1]),)
        met.introduction = near[-1]
    met.titles = ()
    met.last, met.last_sentence = person, sentence


def _agree(title: Sighting, person: Person) -> bool:
    return not title.gender or not person.gender or title.gender == person.gender


def _holding(title: Sighting) -> Holding:
    return Holding(title.office or "", title.office_of, title.country, title.gender)


def with_introductions(found: Sequence[Sighting], given: Given) -> list[Sighting]:
    """The sightings with these offices, and the titles resolved to their people."""
    people = {s.person.name: s.person for s in found if s.person is not None and s.person.name in given}
    told: list[Sighting] = []
    for sighting in found:
        person = sighting.person
        if person is not None and person.name in given and sighting.office is None:
            holding = given[person.name][-1]
            told.append(replace(sighting, office=holding.office, office_of=holding.of, country=holding.country))
        elif person is None and sighting.form is MentionForm.TITLE and sighting.kind is ActorKind.PERSON:
            told.append(_resolved(sighting, people, given))
        else:
            told.append(sighting)
    return told


def with_affiliations(found: Sequence[Sighting], known: Index) -> list[Sighting]:
    """ "Marit Osland of the Ferry Crews' Federation": the body of a person without an office."""
    starts = {s.first: s for s in found if s.kind is ActorKind.ORGANISATION and s.form is MentionForm.NAME}
    return [_affiliated(s, starts, known) for s in found]


def _affiliated(sighting: Sighting, starts: dict[int, Sighting], known: Index) -> Sighting:
    at, words = sighting.last, known.words
    plainly = sighting.kind is ActorKind.PERSON and sighting.form is MentionForm.NAME
    if not plainly or sighting.office is not None or at >= len(words) or words.key[at] not in known.pack.of:
        return sighting
    at += 1 + (at + 1 < len(words) and words.key[at + 1] in known.pack.definite)
    body = starts.get(at)
    if body is None or words.sentence[at] != words.sentence[sighting.first]:
        return sighting
    return replace(sighting, office_of=body.name)


def with_descriptions(found: Sequence[Sighting], known: Index) -> list[Sighting]:
    """A bare "the union leader", "la responsable" means the person named last, where that person leads something."""
    told: list[Sighting] = []
    last: Sighting | None = None
    for sighting in found:
        bare = sighting.form is MentionForm.TITLE and sighting.person is None and sighting.office in _DESCRIPTIONS
        if bare and sighting.definite and last is not None and _fits(sighting, last, known):
            told.append(replace(sighting, name=last.name, person=last.person, gender=last.gender or sighting.gender))
            continue
        told.append(sighting)
        if sighting.kind is ActorKind.PERSON and sighting.form is not MentionForm.PRONOUN:
            last = sighting
    return told


def _fits(description: Sighting, last: Sighting, known: Index) -> bool:
    bodies = known.pack.bodies.get((description.office_of or "").replace(" ", "-"), ())
    employer = (last.office_of or "").casefold().split()
    if description.office_of and not any(word in bodies for word in employer):
        return False
    sentence = known.words.sentence[description.first]
    if sentence - known.words.sentence[last.first] > 2 or known.words.quoted[last.first]:
        return False
    if description.gender and last.gender and description.gender != last.gender:
        return False
    office = last.office or ""
    leads = office in known.pack.top or office.endswith("minister") or office == description.office
    if description.office_of and not office and last.office_of:
        leads = True  # "Marit Osland of the Ferry Crews' Federation", then "the union leader"
    return leads and (last.person is not None or last.form is MentionForm.UNNAMED)


def _resolved(title: Sighting, people: dict[str, Person], given: Given) -> Sighting:
    fitting = [
        name
        for name, holdings in given.items()
        for holding in holdings
        if (holding.office, holding.of) == (title.office, title.office_of) and _agree(title, people[name])
    ]
    if len(fitting) != 1:
        return title
    person = people[fitting[0]]
    return replace(title, name=person.name, person=person, gender=person.gender or title.gender)


def holders(made: Sequence[Phrase], found: Sequence[Item], known: Index) -> dict[int, tuple[Phrase, ...]]:
    """The phrases that give offices to a name, by the name's first word: before it, or after it as an apposition."""
    names_at = {item.first: item for item in found if item.sort is Sort.NAME}
    used = {use.first for phrase in made for use in phrase.uses}
    held: dict[int, tuple[Phrase, ...]] = {}
    for phrase in made:
        entry = phrase.head.entry
        if entry is None or entry.many or phrase.head.sort not in TITLES:
            continue
        name = _after(phrase, names_at, known) or _before(phrase, found, known)
        if name is not None and name.first not in used and not _is_noun(name, phrase, known):
            held[name.first] = (*held.get(name.first, ()), phrase)
    return held


def _is_noun(name: Item, phrase: Phrase, known: Index) -> bool:
    """Where nouns have capitals, a lone word that the title does not directly touch is no name."""
    lone = name.last == name.first + 1 and known.names.unnoun
    return lone and (phrase.last != name.first or known.words.key[name.first] in known.lowered)


def _after(phrase: Phrase, names_at: dict[int, Item], known: Index) -> Item | None:
    words, at = known.words, phrase.last
    if at < len(words) and words.sentence[at] != words.sentence[phrase.first]:
        return None
    if at in names_at:
        return names_at[at]
    if at + 1 < len(words) and words.key[at] == "," and (phrase.article == "definite" or is_owned(phrase, known)):
        name = _next_name(at + 1, names_at, known)
        if name is not None and words.sentence[name.first] == words.sentence[phrase.first]:
            close = words[name.last] if name.last < len(words) else None
            return name if close is None or close.key in {",", "."} or is_finite(close.key, known.language) else None
    return None


def _next_name(at: int, names_at: dict[int, Item], known: Index) -> Item | None:
    """The name that begins here, or behind what else its bearer was: "her coach, *former Olympian* Derek Soames"."""
    if at in names_at or known.words.key[at] not in known.pack.modifiers:
        return names_at.get(at)
    for place in range(at + 1, min(at + _MOST_BEFORE, len(known.words))):
        key = known.words.key[place]
        if place in names_at:
            return names_at[place]
        if not key.isalpha() or key in verbs(known.language) or known.pack.is_article(key):
            return None
    return None


def _before(phrase: Phrase, found: Sequence[Item], known: Index) -> Item | None:
    words, at = known.words, phrase.first - 1
    if known.leads_on(phrase.first, phrase.last):
        return None  # "in Chelsea, the mayor also said": a subject of its own
    for _ in range(5):
        if at < 1 or words.sentence[at] != words.sentence[phrase.first]:
            return None
        if words.key[at] == ",":
            item = known.ends.get(at)
            return item if item is not None and item.sort is Sort.NAME else None
        if not words[at].text[0].isalpha() or words.key[at] in verbs(known.language):
            return None
        at -= 1
    return None
