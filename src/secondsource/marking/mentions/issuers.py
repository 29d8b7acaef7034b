"""Whose a report is, which body a description means: what the document says once holds for the bare noun after it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language.figures import figure_words
from secondsource.model.mark import ActorKind, MentionForm

from .find import Item
from .index import Index
from .lexicon import Sort, acting
from .parties import Sighting

_STATISTICS = frozenset({"customs", "statistics-office", "census"})
"""Data that are parties themselves: their owner is a state."""
_HANDED_OUT = frozenset({"report", "statements"})
"""Data that a party says something in: a statement, a letter."""
_REACH = 6
"""Words between a report and the words that say whose it is."""
_FARTHEST = 8
"""Sentences back to the party that a possessive means."""
_BODILY = frozenset({"operator", "owner", "company", "agency", "association"})
"""Descriptions that a body may have as well as a person."""
_STEM = 6
"""Letters that two words of one meaning share: European, Europe's; européen, européenne."""


class _Seen(Struct, frozen=True, gc=False):
    """The sightings of a document, by place and by name."""

    found: Sequence[Sighting]
    firsts: Sequence[int]
    starts: dict[int, Sighting]
    ends: dict[int, Sighting]
    named: dict[str, str]
    agencies: Sequence[str]
    offices: dict[str, Sighting]
    """Person's name to the first sighting that tells whose office."""


def _seen(found: Sequence[Sighting], known: Index) -> _Seen:
    offices: dict[str, Sighting] = {}
    for sighting in found:
        if sighting.kind is ActorKind.PERSON and sighting.office_of is not None:
            offices.setdefault(sighting.name, sighting)
    named = _named(found)
    return _Seen(
        found=found,
        firsts=[s.first for s in found],
        starts={s.first: s for s in found},
        ends={s.last: s for s in found},
        named=named,
        agencies=sorted(name for name in named if _is_agency(name, known)),
        offices=offices,
    )


def with_issuers(found: Sequence[Sighting], known: Index) -> list[Sighting]:
    """Reports whose owner the text tells carry the owner's name, and so does the bare "the report" after them."""
    reports = [item for item in known.starts.values() if _is_report(item)]
    if not reports:
        return list(found)
    seen = _seen(found, known)
    at_head = {at: s for s in found for at in range(s.first, s.last) if s.kind is ActorKind.DATA_SOURCE}
    issuers: dict[int, str] = {}
    last: str | None = None
    handed_out: dict[str, str] = {}
    for item in sorted(reports, key=attrgetter("first")):
        issuer = _told(item, seen, known)
        sighting = at_head.get(item.first)
        if _is_handed_out(item) and (speaker := _speaker_in(item, seen, known)) is not None:
            handed_out[known.words.key[item.first]] = speaker
        if issuer is None and sighting is not None and _is_bare(sighting, item, known):
            issuer = handed_out.get(known.words.key[item.first], last)
        if issuer is not None and sighting is not None and sighting.country is None:
            issuers[sighting.first] = issuer
        last = issuer or last
    return [_issued(s, issuers[s.first]) if s.first in issuers and s is at_head.get(s.first) else s for s in found]


def _is_report(item: Item) -> bool:
    """Whether a noun of data has an owner that the text must tell."""
    return item.sort is Sort.DATA and item.entry is not None and item.entry.key not in _STATISTICS


def _is_handed_out(item: Item) -> bool:
    """Whether a noun of data is one for words that a party hands out."""
    return item.entry is not None and item.entry.key in _HANDED_OUT


def _issued(sighting: Sighting, issuer: str) -> Sighting:
    return replace(sighting, name=issuer, office_of=issuer, form=MentionForm.TITLE)


def _named(found: Sequence[Sighting]) -> dict[str, str]:
    """Organisations of the document: each text that names one, and each name, to the name."""
    forms = {MentionForm.NAME, MentionForm.METONYM}
    return {s.name: s.name for s in found if s.kind is ActorKind.ORGANISATION and s.form in forms}


def _is_bare(sighting: Sighting, item: Item, known: Index) -> bool:
    """ "The report", with nothing that would tell which: the one the text spoke of."""
    return sighting.definite and sighting.first == item.first and sighting.last == item.last


def _told(item: Item, seen: _Seen, known: Index) -> str | None:
    """The organisation that the words around a report give it to."""
    left = _left(item, seen, known)
    return left or _right(item, seen, known)


def _left(item: Item, seen: _Seen, known: Index) -> str | None:
    """ "the authority's annual report", "her annual report"."""
    words, possessives = known.words, known.names.possessives
    sentence = words.sentence[item.first]
    for at in range(item.first - 1, max(-1, item.first - _REACH), -1):
        word = words[at]
        if words.sentence[at] != sentence:
            return None
        if word.key == "'s":
            return _organisation(seen.ends.get(at), seen)
        if word.key in possessives:
            return _possessor(at, possessives[word.key], seen, known)
        if not word.text[0].isalpha() or word.key in known.pack.definite or word.key in known.pack.of:
            return None
    return None


def _right(item: Item, seen: _Seen, known: Index) -> str | None:
    """ "the report of the authority", "le rapport annuel d'inspection de son agence"."""
    words, agencies = known.words, seen.agencies
    articles = known.pack.definite if known.language != "de" else frozenset[str]()  # "laut Angaben *die* Bank"
    links = known.pack.of | articles
    for at in range(item.last, min(len(words), item.last + _REACH)):
        if words.sentence[at] != words.sentence[item.first] or not words[at].text[0].isalpha():
            return None
        owner = seen.starts.get(at)
        if owner is not None:
            return _organisation(owner, seen) if words.key[at - 1] in links else None
        if words.key[at - 1] in links and words.key[at] in known.pack.general:
            return agencies[0] if len(agencies) == 1 else None
    return None


def _speaker_in(item: Item, seen: _Seen, known: Index) -> str | None:
    """ "The airline said in a statement": the organisation that says something in a statement, which has it for its own
    from then on."""
    words, inside = known.words, figure_words(known.language).prepositions
    ahead = range(item.first - 1, max(-1, item.first - _REACH), -1)
    preposition = next((at for at in ahead if words.key[at] in inside), 0)
    if words.sentence[preposition] != words.sentence[item.first]:
        return None
    for at in range(preposition - 1, max(-1, preposition - _REACH), -1):
        if words.sentence[at] != words.sentence[item.first] or not words[at].text[0].isalpha():
            return None
        if words.key[at] in acting(known.language):
            closed = words.key[at - 1] == ")"  # Strand Ferries (SF) said
            return _organisation(seen.ends.get(at - 1 if closed else at) or seen.starts.get(at + 1), seen)
    return None


def _organisation(owner: Sighting | None, seen: _Seen) -> str | None:
    """The organisation that an owner is, or that a person with an office stands for."""
    if owner is None:
        return None
    if owner.kind is ActorKind.ORGANISATION:
        return seen.named.get(owner.name)
    return seen.named.get(seen.offices.get(owner.name, owner).office_of or "")


def _possessor(at: int, gender: str, seen: _Seen, known: Index) -> str | None:
    """What a possessive means: the last person of its gender, or the last organisation."""
    sentence = known.words.sentence[at]
    for place in range(bisect_left(seen.firsts, at) - 1, -1, -1):
        owner = seen.found[place]
        if sentence - known.words.sentence[owner.first] > _FARTHEST:
            return None
        if _may_possess(owner, gender):
            return _organisation(owner, seen)
    return None


def _may_possess(owner: Sighting, gender: str) -> bool:
    if owner.kind is ActorKind.ORGANISATION:
        return gender in {"", "o"}
    return owner.kind is ActorKind.PERSON and gender != "o" and (not gender or owner.gender in {"", gender})


def with_bodies(found: Sequence[Sighting], known: Index) -> list[Sighting]:
    """Descriptions of a public body under the name of the one that the document means.

    Where one person heads both ("head of Europe's passenger shipping regulator", "director general of the Authority"),
    they are one; else a general noun means the one agency that the document names, if its adjectives fit.
    """
    if not any(map(_is_described, found)):
        return list(found)
    named = _named(found)
    agencies = sorted(name for name in named if _is_agency(name, known))
    associations = sorted(name for name in named if _is_association(name, known))
    renamed = dict(_headed(found, named, known))
    told: list[Sighting] = []
    for sighting in found:
        if not _is_described(sighting):
            told.append(sighting)
            continue
        name = renamed.get(sighting.name)
        if name is None and sighting.name not in named:
            name = _meant(sighting, agencies, known) or _of_noun(sighting, associations, known)
        told.append(replace(sighting, name=name) if name else sighting)
    return told


def _is_described(sighting: Sighting) -> bool:
    """Whether the text describes a body here instead of naming it."""
    return sighting.form is MentionForm.TITLE and sighting.kind is ActorKind.ORGANISATION


def _headed(found: Sequence[Sighting], named: dict[str, str], known: Index) -> Iterable[tuple[str, str]]:
    """Descriptions of a body to its name, where one person holds a top office in both."""
    held: dict[str, set[str]] = {}
    for sighting in found:
        if sighting.kind is ActorKind.PERSON and sighting.person is not None and sighting.office in known.pack.top:
            bodies = [sighting.office_of, *(h.of for h in sighting.person.holdings if h.office in known.pack.top)]
            held.setdefault(sighting.name, set()).update(body for body in bodies if body)
    for each in held.values():
        proper = sorted({named[body] for body in each if body in named})
        if len(proper) == 1:
            yield from ((body, proper[0]) for body in sorted(each) if _is_general(body, known))


def _meant(sighting: Sighting, agencies: Sequence[str], known: Index) -> str | None:
    """The one agency that "the European regulator" can mean; None where there are none or several."""
    if not sighting.definite or not _is_general(sighting.name, known):
        return None
    told = [word.key for word in known.words[sighting.first : sighting.last] if word.key not in known.pack.general]
    told = [key for key in told if len(key) >= _STEM]
    fitting = [name for name in agencies if all(_has(name, key) for key in told)]
    return fitting[0] if len(fitting) == 1 and len(agencies) == 1 else None


def _of_noun(sighting: Sighting, associations: Sequence[str], known: Index) -> str | None:
    """The one association that "the federation" can mean: the one whose name has the noun."""
    if not sighting.definite or sighting.office != "association" or sighting.last != sighting.first + 1:
        return None
    noun = known.words.key[sighting.first]
    fitting = [name for name in associations if noun in name.casefold().split()]
    return fitting[0] if len(fitting) == 1 else None


def _is_association(name: str, known: Index) -> bool:
    return any(word in known.pack.bodies.get("association", ()) for word in name.casefold().split())


def _has(name: str, key: str) -> bool:
    return any(word.startswith(key[:_STEM]) for word in name.casefold().split())


def _is_general(name: str, known: Index) -> bool:
    return any(word in known.pack.general for word in name.casefold().replace("-", " ").split())


def _is_agency(name: str, known: Index) -> bool:
    nouns = tuple(known.pack.bodies.get("agency", ()))
    return any(word.endswith(nouns) for word in name.casefold().split())


def with_appositions(found: Sequence[Sighting], known: Index) -> list[Sighting]:
    """ "The ship's operator, Corvane Lines", "Corvane Lines, the operator of the ship": the company, not a person."""
    forms = {MentionForm.NAME}
    starts = {s.first: s.name for s in found if s.kind is ActorKind.ORGANISATION and s.form in forms}
    ends = {s.last: s.name for s in found if s.kind is ActorKind.ORGANISATION and s.form in forms}
    return [_apposed(s, starts, ends, known) for s in found]


def _apposed(sighting: Sighting, starts: dict[int, str], ends: dict[int, str], known: Index) -> Sighting:
    words = known.words
    if sighting.form is not MentionForm.TITLE or sighting.office not in _BODILY or sighting.person is not None:
        return sighting
    before = sighting.first - (2 if sighting.definite else 1)
    name = starts.get(sighting.last + 1) if sighting.last < len(words) and words.key[sighting.last] == "," else None
    if name is None and before > 0 and words.key[before] == ",":
        name = ends.get(before)
    return replace(sighting, kind=ActorKind.ORGANISATION, name=name) if name else sighting


def with_unions(found: Sequence[Sighting], known: Index) -> list[Sighting]:
    """ "The unions" of a document that names one union are that union."""
    if not any(map(_is_bare_union, found)):
        return list(found)
    bodies = {s.name for s in found if s.kind is ActorKind.ORGANISATION and s.form is MentionForm.NAME}
    bodies |= {s.office_of for s in found if s.kind is ActorKind.PERSON and s.office_of}
    unions = sorted(name for name in bodies if _is_union(name, known))
    if len(unions) != 1:
        return list(found)
    return [_as_union(s, unions[0]) if _is_bare_union(s) else s for s in found]


def _as_union(sighting: Sighting, name: str) -> Sighting:
    return replace(
        sighting, kind=ActorKind.ORGANISATION, form=MentionForm.TITLE, name=name, office="association", office_of=None
    )


def _is_bare_union(sighting: Sighting) -> bool:
    return sighting.office == "unions" and sighting.definite and sighting.last == sighting.first + 1


def _is_union(name: str, known: Index) -> bool:
    """Whether a name is a union's: of an association, and of people who work."""
    words = name.casefold().replace("’", "'").split()
    words = [word.removesuffix("'s").strip("'") for word in words]
    workers = known.pack.roles.get("worker")
    work = (*workers.one, *workers.she, *workers.many) if workers else ()
    unions = known.pack.roles.get("unions")
    plain = {form[:-1] for form in (unions.many if unions else ())}
    return _is_association(name, known) and any(word in work or word in plain for word in words)
