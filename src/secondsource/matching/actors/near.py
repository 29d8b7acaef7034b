"""Parties that only their neighbourhood tells: a bare family name, "the mayor", "the police" in pages of one matter."""

from collections.abc import Iterable, Sequence
from functools import cache

from secondsource.language.meanings import meanings
from secondsource.language.offices import offices
from secondsource.language.pack import languages
from secondsource.model.link import Feature
from secondsource.model.mark import ActorKind, MentionForm
from secondsource.text.normalise import plain

from .compare import NAME_WEIGHT, Comparison, comparison
from .keys import Party
from .matter import Matters

_SURE = 0.9
_MERGED = frozenset(
    {"police", "gendarmerie", "army", "court", "parliament", "presidency", "prosecutors", "fire-service", "prefecture"}
)
"""Bodies of which one matter has one, as a rule; "the company" may be any, save in copies of one text."""
_LOOSE = frozenset(
    {"head", "director", "leader", "spokesperson", "representative", "founder", "owner", "general", "candidate"}
    | {"adviser", "secretary-general", "chief-executive", "chair", "officer", "commander", "judge", "envoy"}
    | {"counterpart"}
)
"""Offices that several people of one matter may hold: their bare titles meet a holder in copies of one text alone."""


def namesakes(unlinked: Iterable[Comparison], near: Matters) -> list[Comparison]:
    """People of one name and unlike offices: one person where the pages tell of one matter, or carry one text."""
    found = []
    for each in unlinked:
        left, right = each.left, each.right
        same = left.given and plain(left.name) == plain(right.name) and left.suffix == right.suffix
        if same and left.kind is ActorKind.PERSON and near.one(left.source, right.source):
            features = (Feature("name in one matter", 1.0, NAME_WEIGHT, left.name, right.name),)
            found.append(comparison(left, right, features))
    return found


def surnames(
    waiting: Iterable[Party], named: Sequence[Party], group_of: dict[str, str], near: Matters
) -> list[Comparison]:
    """Words that a page shows no sign of being a name, with the one person of that family name in its matter."""
    families: dict[str, list[Party]] = {}
    for party in named:
        if party.kind is ActorKind.PERSON and party.given:
            families.setdefault(plain(party.name).split()[-1], []).append(party)
    found = []
    for party in waiting:
        fitting = families.get(plain(party.name), []) if party.form is MentionForm.NAME else []
        found += _only(party, fitting, group_of, near, "family name")
    return found


def holders(
    waiting: Iterable[Party], named: Sequence[Party], group_of: dict[str, str], near: Matters
) -> list[Comparison]:
    """Bare titles with the one person of their matter who holds the office: "the mayor", Mayor Anna Roth."""
    held: dict[str, list[Party]] = {}
    for party in named:
        if party.kind is ActorKind.PERSON and party.given:
            for office in party.offices:
                held.setdefault(office.office, []).append(party)
    found = []
    for party in waiting:
        fitting = {each.id: each for office in party.offices for each in _fitting(party, office.office, held, near)}
        found += _only(party, [fitting[key] for key in sorted(fitting)], group_of, near, "office")
    return found


def _fitting(title: Party, office: str, held: dict[str, list[Party]], near: Matters) -> list[Party]:
    """Those who hold the office, nothing that the title says of its body speaking against it."""
    if office not in _single_offices():
        return []
    bodies = {each.of for each in title.offices if each.of}
    holders = (each for each in held.get(office, ()) if not bodies or any(one.of in bodies for one in each.offices))
    return [each for each in holders if office not in _LOOSE or near.copies(title.source, each.source)]


def organs(
    waiting: Iterable[Party], named: Sequence[Party], group_of: dict[str, str], near: Matters
) -> list[Comparison]:
    """Organs called by a noun alone with the one of that sort that their matter names: the prefecture, « la préfecture
    de l'Aude »."""
    by_sort: dict[str, list[Party]] = {}
    for party in named:
        if party.kind is ActorKind.ORGANISATION:
            for office in party.offices:
                by_sort.setdefault(office.office, []).append(party)
    found = []
    for party in waiting:
        sorts = {office.office for office in party.offices} & _MERGED if party.kind is ActorKind.ORGANISATION else ()
        fitting = {each.id: each for sort in sorts for each in by_sort.get(sort, ())}
        found += _only(party, [fitting[key] for key in sorted(fitting)], group_of, near, "organ")
    return found


def bodies(waiting: Iterable[Party], near: Matters) -> list[Comparison]:
    """Organs that pages of one matter call by a noun alone, in whatever language: the police, « la police »."""
    by_noun: dict[str, list[Party]] = {}
    for party in sorted(waiting, key=lambda each: each.id):
        if party.kind is ActorKind.ORGANISATION and party.form is MentionForm.TITLE:
            for noun in _nouns(party):
                by_noun.setdefault(noun, []).append(party)
    found: dict[tuple[str, str], Comparison] = {}
    for noun, parties in sorted(by_noun.items()):
        firsts: list[Party] = []
        together = near.one if noun in _MERGED else near.copies
        for party in parties:
            first = next((each for each in firsts if together(each.source, party.source)), None)
            if first is None:
                firsts.append(party)
            elif first.source != party.source:
                features = (Feature("organ in one matter", _SURE, 1.0, first.name, party.name),)
                found.setdefault((first.id, party.id), comparison(first, party, features))
    return list(found.values())


def _nouns(party: Party) -> list[str]:
    """What the noun means, and the sort of body where one matter has one such body as a rule."""
    noun = plain(party.name)
    meant = meanings(noun, party.language).keys or {f"{party.language} {noun}"}
    return sorted({f"noun {key}" for key in meant} | {each.office for each in party.offices if each.office in _MERGED})


def _only(
    party: Party, fitting: Sequence[Party], group_of: dict[str, str], near: Matters, what: str
) -> list[Comparison]:
    """The party with the one actor among those that fit which its matter has; nothing where there are several."""
    close = [each for each in fitting if each.source != party.source and near.one(party.source, each.source)]
    if len({group_of[each.id] for each in close}) != 1:
        return []
    return [comparison(party, close[0], (Feature(f"{what} in one matter", _SURE, 1.0, party.name, close[0].name),))]


@cache
def _single_offices() -> frozenset[str]:
    """Offices that one person at a time holds."""
    tables = (offices(code) for code in languages())
    return frozenset(key for table in tables if table is not None for key in table.offices)
