"""Which organisation "the company", "the union", "the insurer" mean: the last one of that sort."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language.mastheads import agency_named, is_publication
from secondsource.language.offices import organisations
from secondsource.model.mark import ActorKind, MentionForm

from .index import Index
from .lexicon import acting, company_forms
from .parties import Sighting

_FARTHEST = 8
"""Sentences back in which the organisation of a bare "the company" may stand."""
_NEAR = 2
"""Sentences back in which a body that speaks is the one that goes on speaking as "the company"."""
_SORTS = ("company", "association")
_MEANT_BY = {"management": "company"}
_PRESS = frozenset({"Reuters", "Associated Press", "Agence France-Presse", "dpa", "BBC", "CNN", "Xinhua", "TASS"})


class _Sorts(Struct, frozen=True):
    """The organisations that the document calls a company, and those it calls an association, by name."""

    called: dict[str, frozenset[str]]

    def is_called(self, name: str, sort: str) -> bool:
        """Whether the document puts a noun of this sort right beside the name: the carmaker Corvane."""
        return name in self.called.get(sort, frozenset())

    def is_other(self, name: str, sort: str) -> bool:
        """Whether it puts one of the other sort there, and none of this."""
        return not self.is_called(name, sort) and any(name in self.called[other] for other in _SORTS if other != sort)


def with_antecedents(found: Sequence[Sighting], short: dict[str, str], known: Index) -> list[Sighting]:
    """A bare "the company", "the agency" under the name of the last organisation of that sort; "the management" of no
    named body under the last company. `short` has the abbreviations in brackets with their full names."""
    bodies = [_as_body(each) for each in found]
    if not any(map(_is_bare, bodies)):
        return bodies
    sorts = _Sorts({sort: frozenset((*_called(found, sort, known), *_made(short, sort, known))) for sort in _SORTS})
    told: list[Sighting] = []
    for sighting in bodies:
        name = _antecedent(sighting, told, sorts, known) if _is_bare(sighting) else None
        told.append(sighting if name is None else replace(sighting, name=name))
    return told


def _is_bare(sighting: Sighting) -> bool:
    """Whether a body is only called by what it is: "the company", "the management"."""
    described = sighting.form is MentionForm.TITLE and sighting.kind is ActorKind.ORGANISATION
    return described and (sighting.definite or sighting.office == "management")


def _as_body(sighting: Sighting) -> Sighting:
    """ "The management of Corvane" under the name of Corvane."""
    owner = sighting.office_of if sighting.office == "management" else None
    return replace(sighting, name=owner, office_of=None) if owner and owner[0].isupper() else sighting


def _called(found: Sequence[Sighting], sort: str, known: Index) -> list[str]:
    """Names with a noun of this sort right before them, or behind them within a word: the union UCN, the UCN rail
    union."""
    nouns = known.pack.bodies.get(sort, ())
    ends = tuple(noun for noun in nouns if len(noun) > 5) if known.pack.compounds else ()
    names: list[str] = []
    for one in found:
        if not _is_named(one):
            continue
        beside = [known.words.key[at] for at in (one.first - 1, one.last, one.last + 1) if 0 <= at < len(known.words)]
        if any(word in nouns or (ends and word.endswith(ends)) for word in beside[:1] + _modified(beside[1:], nouns)):
            names.append(one.name)
    return names


def _made(short: dict[str, str], sort: str, known: Index) -> list[str]:
    """Abbreviations whose full name is made of a noun of this sort: the UCN, Union des cheminots normands."""
    nouns = frozenset(known.pack.bodies.get(sort, ()))
    return [name for name, full in sorted(short.items()) if not nouns.isdisjoint(full.casefold().split())]


def _modified(behind: list[str], nouns: Sequence[str]) -> list[str]:
    """The noun right behind a name, or behind one word that qualifies it."""
    if behind and behind[0] in nouns:
        return behind[:1]
    return behind[1:2] if behind and behind[0].isalpha() else []


def _antecedent(sighting: Sighting, before: Sequence[Sighting], sorts: _Sorts, known: Index) -> str | None:
    """Companies by their form, by what they are called, or because they speak, before other names; ships and products
    have names too."""
    if sighting.last != sighting.first + 1 or _is_told(sighting, known):
        return None  # "the social media company" says more than a pronoun does
    noun = known.words.key[sighting.first]
    key = _MEANT_BY.get(sighting.office or "", sighting.office or "")
    sentence = known.words.sentence[sighting.first]
    second: str | None = None
    for other in reversed(before):
        if sentence - known.words.sentence[other.first] > _FARTHEST:
            break
        employer = _employer(other, known)
        if employer is not None and not sorts.is_other(employer, key) and _is_sort(employer, noun, key, sorts, known):
            return employer
        if not _is_named(other) or other.name in _PRESS or sorts.is_other(other.name, key):
            continue
        if not _is_sort(other.name, noun, key, sorts, known):
            continue
        if noun in known.pack.loose and not sorts.is_called(other.name, key):
            continue
        near = 0 < sentence - known.words.sentence[other.first] <= _NEAR
        formed = any(word.casefold() in company_forms().forms for word in other.name.split())
        if key != "company" or formed or sorts.is_called(other.name, key) or (near and _speaks(other, known)):
            return other.name
        article = known.words.key[other.first - 1] if other.first else ""
        if article not in known.pack.definite:
            second = second or other.name
    return second


def _speaks(body: Sighting, known: Index) -> bool:
    """Whether it says something, as no ship and no product does; who prints it says it of others."""
    behind = known.words.key[body.last] if body.last < len(known.words) else ""
    if body.office is not None or behind not in acting(known.language):
        return False
    return not is_publication(body.name) and agency_named(body.name) is None


def _is_told(sighting: Sighting, known: Index) -> bool:
    """Whether the name follows behind a comma: "the shipping company, Vater Rhein Reisen"."""
    at = sighting.last
    return at + 1 < len(known.words) and known.words.key[at] == "," and at + 1 in known.starts


def _employer(person: Sighting, known: Index) -> str | None:
    """The body whose office a person holds, where the text writes it as a name."""
    name = person.office_of
    if person.kind is not ActorKind.PERSON or name is None or len(name) < 3 or not name[0].isupper():
        return None
    return None if known.words.opens[person.first] and known.words[person.first].text == name else name


def _is_named(sighting: Sighting) -> bool:
    return sighting.kind is ActorKind.ORGANISATION and sighting.form is MentionForm.NAME


def _is_sort(name: str, noun: str, key: str, sorts: _Sorts, known: Index) -> bool:
    """Whether a bare noun can mean this organisation: its own last noun, a general one of the same family, or what the
    document calls it elsewhere."""
    words = [word.casefold() for word in name.split()]
    if noun in words:
        return True
    agencies = known.pack.bodies.get("agency", ())
    is_agency = any(word.endswith(agencies) for word in words)
    if key == "agency":
        return is_agency and noun in known.pack.general
    if key in _SORTS and sorts.is_called(name, key):
        return True
    if name in organisations() or is_agency or words[-1] in company_forms().no_company:
        return False
    is_association = any(word in known.pack.bodies.get("association", ()) for word in words)
    return key in _SORTS and is_association == (key == "association")
