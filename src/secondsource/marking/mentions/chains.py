"""Titles to their holders, pronouns to the person they mean."""

from bisect import insort
from collections.abc import Sequence
from functools import cache
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language import names as tables
from secondsource.model.mark import ActorKind, MentionForm

from .index import Index
from .lexicon import is_finite, speaking, verbs
from .parties import Sighting
from .people import Cast, Holding, Person

_HEADS = frozenset({"head", "dictator", "minister", "chair", "director", "regulator", "high-representative"})
_RELATIONS = frozenset(
    ["relative", "man", "member", "people-group", "republican", "democrat", "conservative", "critic", "ally", "voter"]
)
"""Descriptions that are no office: "his daughter", "the Republican"."""
_LOOSE = frozenset(["candidate", "adviser", "founder", "owner", "head-of-state", "lawmaker", "journalist", "executive"])
"""Offices that several people of a text often share: only the one named last is meant."""
_THINGS = frozenset({ActorKind.ORGANISATION, ActorKind.DATA_SOURCE, ActorKind.STATE})
_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.GROUP})
_OWNED_WITHIN = 3
"""Words in front of a name among which a possessive makes it somebody's: "her twin sister Ann"."""
_FARTHEST = 8
"""Sentences back in which a pronoun's person may stand."""


class _Seen(Struct, frozen=True, gc=False):
    name: str
    gender: str
    person: Person | None
    sentence: int
    weight: float


def with_holders(found: Sequence[Sighting], people: Cast, known: Index) -> list[Sighting]:
    """Titles whose holder the document names carry the holder's name."""
    resolved: list[Sighting] = []
    last: Sighting | None = None
    for sighting in found:
        holder = _holder(sighting, people, known) if sighting.form is MentionForm.TITLE else None
        if holder is not None and sighting.office in _LOOSE and not _is_recent(holder, last, sighting, known):
            holder = None
        if sighting.person is not None:
            last = sighting
        if holder is None or sighting.kind is not ActorKind.PERSON:
            resolved.append(sighting)
        else:
            resolved.append(replace(sighting, name=holder.name, person=holder, gender=holder.gender))
    return resolved


def _is_recent(holder: Person, last: Sighting | None, sighting: Sighting, known: Index) -> bool:
    """Whether the holder is the person named last, not far back."""
    if last is None or last.person is not holder:
        return False
    return known.words.sentence[sighting.first] - known.words.sentence[last.first] <= 3


def _holder(sighting: Sighting, people: Cast, known: Index) -> Person | None:
    if sighting.office in _RELATIONS:
        return None
    fitting: list[tuple[float, int, Person]] = []
    for order, person in enumerate(people.people):
        score = max((_fit(sighting, holding, known) for holding in person.holdings), default=0.0)
        if sighting.gender and person.gender and sighting.gender != person.gender:
            score = 0.0
        if score > 0:
            fitting.append((-score, order, person))
    fitting.sort(key=lambda each: each[:2])
    if not fitting or (len(fitting) > 1 and fitting[0][0] == fitting[1][0]):
        return None
    return fitting[0][2]


def _fit(sighting: Sighting, holding: Holding, known: Index) -> float:
    """How well a title fits an office: 0 where it does not."""
    if not _same_office(sighting.office or "", holding.office, known):
        return 0.0
    if sighting.office_of is None:
        return 1.0 if sighting.definite and sighting.office == holding.office else 0.0
    if sighting.office_of == holding.of:
        return 2.0
    if holding.of is None:
        return 0.0  # "the French president" is not just any president
    return 1.5 if sighting.country is not None and sighting.country == holding.country else 0.0


def _same_office(left: str, right: str, known: Index) -> bool:
    if left == right:
        return True
    pair = {left, right}
    if pair & {"head", "dictator"}:
        return not pair.isdisjoint(known.pack.top) or pair == {"head", "dictator"}
    return "minister" in pair and any(office.endswith("-minister") for office in pair)


def pronouns(found: Sequence[Sighting], known: Index) -> list[Sighting]:
    """Subject pronouns outside quotations, resolved to the last fitting person; the unresolved are left out."""
    pack = known.names
    seen = _salient(found, known)
    made: list[Sighting] = []
    taken = {at for sighting in found for at in range(sighting.first, sighting.last)}
    for at in known.stand_ins_among(pack.subject):
        if known.words.quoted[at] or at in taken or not _is_personal(at, known):
            continue
        gender = pack.pronouns.get(known.words.key[at], "")
        if pack.gendered and _after_thing(at, found, known):
            continue
        speaker = _speaker_before(at, found, known)
        if speaker is not None and speaker.kind is not ActorKind.PERSON:
            speaker = None
        same = speaker is not None and (not gender or not speaker.gender or gender == speaker.gender)
        if speaker is not None and same:
            near = _Seen(speaker.name, speaker.gender, speaker.person, known.words.sentence[at], 0.5)
            meant: _Seen | None = near
        else:
            meant = _antecedent(at, gender, seen, known)
        if meant is not None:
            form, person = MentionForm.PRONOUN, meant.person
            made.append(Sighting(at, at + 1, ActorKind.PERSON, form, meant.name, gender=gender, person=person))
            sentence = known.words.sentence[at]
            again = _Seen(meant.name, meant.gender or gender, person, sentence, 0.5)
            insort(seen, (at, again), key=itemgetter(0))
    return made


def plural_pronouns(found: Sequence[Sighting], known: Index) -> list[Sighting]:
    """ "They" outside quotations for the last group that was a subject, in this sentence or the two before."""
    places = known.stand_ins_among(known.names.plural)
    if not places:
        return []
    groups = [s for s in found if s.kind is ActorKind.GROUP and _is_subject(s, known)]
    made: list[Sighting] = []
    for at in places:
        if known.words.quoted[at]:
            continue
        sentence = known.words.sentence[at]
        speaker = _speaker_before(at, found, known)
        if speaker is not None and speaker.kind is not ActorKind.PERSON:
            made.append(replace(speaker, first=at, last=at + 1, form=MentionForm.PRONOUN))
            continue
        before = [s for s in groups if s.first < at and sentence - known.words.sentence[s.first] <= 2]
        if before:
            made.append(replace(before[-1], first=at, last=at + 1, form=MentionForm.PRONOUN))
    return made


def _speaker_before(at: int, found: Sequence[Sighting], known: Index) -> Sighting | None:
    """Who says what a pronoun opens: "the harbour police said they", "with Meere saying he". In other languages than
    English a pronoun right behind the verb is its subject: "An die Gläubigen schreibt *er*"."""
    words = known.words
    if known.language != "en":
        return None
    said = at - 1
    if said > 0 and words.key[said] == "that":
        said -= 1
    if said < 1 or words.sentence[said] != words.sentence[at] or words.key[said] not in _saying(known.language):
        return None
    ends = {said, said - 1} if words.key[said - 1] == "," else {said}
    return next((each for each in found if each.last in ends and not words.quoted[each.first]), None)


@cache
def _saying(language: str) -> frozenset[str]:
    """Verb forms of speech, and those that say on."""
    pack = tables.names(language)
    return speaking(language) | pack.saying if pack is not None else speaking(language)


def quantified(found: Sequence[Sighting], known: Index) -> list[Sighting]:
    """ "Some say", "others disagreed": people whom only a quantity names."""
    taken = {at for sighting in found for at in range(sighting.first, sighting.last)}
    words = known.words
    made: list[Sighting] = []
    for at in known.stand_ins_among(known.names.quantifiers):
        if words.quoted[at] or at in taken or at + 1 == len(words):
            continue
        if words.sentence[at + 1] == words.sentence[at] and is_finite(words.key[at + 1], known.language):
            made.append(Sighting(at, at + 1, ActorKind.GROUP, MentionForm.COLLECTIVE, words.key[at]))
    return made


def _is_subject(sighting: Sighting, known: Index) -> bool:
    return known.words.opens[sighting.first] or known.is_subject(sighting.first, sighting.last)


def relatives(found: Sequence[Sighting], known: Index) -> list[Sighting]:
    """ "who" right behind a party, or behind a comma, means that party."""
    words, who = known.words, known.names.relatives
    made: list[Sighting] = []
    for before, sighting in zip((None, *found), found, strict=False) if who else ():
        at = sighting.last
        if at < len(words) and words.key[at] == ",":
            at += 1
        if at >= len(words) or words.sentence[at] != words.sentence[sighting.first]:
            continue
        key = words.key[at]
        if key not in who:
            continue
        if sighting.kind in (_PEOPLE if key == who[0] else _THINGS):
            made.append(replace(sighting, first=at, last=at + 1, form=MentionForm.PRONOUN))
        elif key == who[0] and before is not None and _is_home(before, sighting):
            made.append(replace(before, first=at, last=at + 1, form=MentionForm.PRONOUN))
    return made


def _is_home(person: Sighting, place: Sighting) -> bool:
    """Whether a place right behind a person, one preposition between, tells where he is from: "a man from Corvane"."""
    near = person.last + 1 == place.first and person.kind in _PEOPLE
    return near and place.kind in {ActorKind.PLACE, ActorKind.STATE}


def _is_personal(at: int, known: Index) -> bool:
    """Whether the pronoun can mean one person: no "il faut", no plural "sie"."""
    words, pack = known.words, known.names
    after = words[at + 1] if at + 1 < len(words) else None
    before = words[at - 1] if at else None
    if after is not None and after.key in pack.negating and at + 2 < len(words):
        after = words[at + 2]  # "il n'y a plus"
    if after is not None and after.key in pack.impersonal:
        return False
    if words.key[at] in pack.doubled:
        near = [w.key for w in (before, after) if w is not None and w.text[0].islower()]
        finite = [key for key in near if key in verbs(known.language) or key.endswith(pack.singular)]
        return bool(finite) and not any(key.endswith(pack.not_singular) for key in near)
    return True


def _after_thing(at: int, found: Sequence[Sighting], known: Index) -> bool:
    """Whether the pronoun's own sentence has a body before it and no person: "die Reederei erklärte, sie halte …"."""
    sentence = known.words.sentence[at]
    if at == 0 or known.words.key[at - 1] not in known.names.resuming:
        return False
    before = [s for s in found if s.first < at and known.words.sentence[s.first] == sentence]
    return any(s.kind in _THINGS for s in before) and not any(s.kind is ActorKind.PERSON for s in before)


def _salient(found: Sequence[Sighting], known: Index) -> list[tuple[int, _Seen]]:
    words = known.words
    bodies = frozenset(noun for sort in sorted(known.pack.bodies) for noun in known.pack.bodies[sort])
    seen: list[tuple[int, _Seen]] = []
    for sighting in found:
        if sighting.kind is not ActorKind.PERSON:
            continue
        if sighting.person is None and words.key[sighting.last - 1] in bodies:
            continue  # "the operator" may be a firm
        at = sighting.first
        weight = 1.0 if words.opens[at] else 0.0
        if known.is_subject(sighting.first, sighting.last) or _apposed_subject(sighting, known):
            weight += 1.5
        if words.quoted[at]:
            weight = -3.0  # whom somebody speaks of, be it as a subject
        if words.titled[at]:
            weight -= 1.0
        if sighting.person is None:
            weight -= 2.0 if sighting.office == "relative" else 0.5
        elif _is_somebodys(sighting, known):
            weight -= 2.0
        seen.append((at, _Seen(sighting.name, sighting.gender, sighting.person, words.sentence[at], weight)))
    return seen


def _is_somebodys(sighting: Sighting, known: Index) -> bool:
    """Whether a name is told as that of a relative of whoever goes on being spoken of: "*her daughter* Ann was there";
    not where the relative speaks."""
    holdings = sighting.person.holdings if sighting.person is not None else ()
    if not any(each.office == "relative" for each in holdings):
        return False
    before = known.words.key[max(0, sighting.first - _OWNED_WITHIN) : sighting.first]
    behind = known.words.key[sighting.last : sighting.last + _OWNED_WITHIN]
    owned = any(known.names.possessives.get(key, "o") != "o" for key in before)
    return owned and _saying(known.language).isdisjoint(behind)


def _apposed_subject(sighting: Sighting, known: Index) -> bool:
    """Whether a name between commas belongs to an office that is a subject: "The minister, *Ann Lee*, warned"."""
    keys, first, last = known.words.key, sighting.first, sighting.last
    between = first > 0 and last < len(known.words) and keys[first - 1] == keys[last] == ","
    return between and known.leads_on(first, last + 1)


def _antecedent(at: int, gender: str, seen: Sequence[tuple[int, _Seen]], known: Index) -> _Seen | None:
    sentence = known.words.sentence[at]
    best: tuple[float, _Seen] | None = None
    for place, each in reversed(seen):
        distance = sentence - each.sentence
        if place >= at:
            continue
        if distance > _FARTHEST:
            break
        if each.gender and gender and each.gender != gender:
            continue
        score = each.weight - distance + (0.25 if each.gender else 0.0)
        if best is None or score > best[0]:
            best = (score, each)
    return best[1] if best else None
