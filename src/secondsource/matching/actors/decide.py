"""Which compared parties are one, and which must never be."""

import re
from collections.abc import Iterable, Sequence

from secondsource.model.link import Feature
from secondsource.model.mark import ActorKind, MentionForm
from secondsource.text.normalise import plain

from .compare import LEADING, Comparison, compare
from .keys import Party, bare_name

LEAST_SCORE = 0.8
LEAST_OFFICE = 0.9
_INITIAL = re.compile(r"(\w)\. ?(?:\w\. ?)*(\w{2,})")
"""An initial, perhaps more, and a family name."""
_MISTAKEN = (ActorKind.PERSON, ActorKind.ORGANISATION)
DOMINANT = 4
"""How many times as often as the next one a namesake must be named to be meant by the family name alone."""


def is_same(comparison: Comparison) -> bool:
    """Whether the two are one party."""
    left, right = comparison.left, comparison.right
    if left.kind is ActorKind.PERSON and (left.is_titled or right.is_titled):
        return comparison.score >= LEAST_OFFICE
    return comparison.score >= LEAST_SCORE


def apart(found: Sequence[Party]) -> list[tuple[str, str]]:
    """People of one source with one family name and unlike given names: no chain of links may join them."""
    families: dict[tuple[str, str], list[Party]] = {}
    for party in found:
        if party.family and party.given:
            families.setdefault((party.source, party.family), []).append(party)
    never: list[tuple[str, str]] = []
    for same in families.values():
        for at, left in enumerate(same):
            never.extend((left.id, right.id) for right in same[at + 1 :] if not is_same(compare(left, right)))
    return never


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
            found += [Comparison(first, it, (Feature("head", 0.9, 1.0, first.name, it.name),)) for it in others]
    return found


def across_kinds(named: Sequence[Party]) -> list[Comparison]:
    """One full name that some sources give no sign of being a person's: the same party as in the sources that do.

    Names of several words, letter for letter or with what the person belongs to behind them, and a family name behind
    the initial of a person's; what kind it is, the sources together decide.
    """
    by_name: dict[str, dict[ActorKind, Party]] = {}
    for party in sorted(named, key=lambda each: each.id):
        if party.kind in _MISTAKEN and party.form is MentionForm.NAME and " " in party.name:
            by_name.setdefault(plain(party.name), {}).setdefault(party.kind, party)
    pairs = [tuple(kinds[kind] for kind in _MISTAKEN) for kinds in by_name.values() if len(kinds) == len(_MISTAKEN)]
    found = [Comparison(one, other, (Feature("name", 1.0, 1.0, one.name, other.name),)) for one, other in pairs]
    return found + _misread(named)


def _misread(named: Sequence[Party]) -> list[Comparison]:
    """Names that one source shows no sign of being a person's: "V. Orban", "Ruedi Zgraggen of the foundation"."""
    people: dict[str, Party] = {}
    by_initial: dict[tuple[str, str], dict[str, Party]] = {}
    for party in sorted(named, key=lambda each: each.id):
        if party.kind is ActorKind.PERSON and party.given:
            name = plain(party.name)
            people.setdefault(name, party)
            by_initial.setdefault((name[0], name.split()[-1]), {}).setdefault(name, party)
    found = []
    for party in named:
        if party.kind is not ActorKind.ORGANISATION or party.form is not MentionForm.NAME:
            continue
        bare = bare_name(party.name)
        initial = _INITIAL.fullmatch(party.name)
        fitting = by_initial.get((plain(initial[1]), plain(initial[2])), {}) if initial else {}
        person = next(iter(fitting.values())) if len(fitting) == 1 else people.get(plain(bare))
        if person is not None and (initial or bare != party.name):
            found.append(Comparison(person, party, (Feature("name", 0.95, 1.0, person.name, party.name),)))
    return found


def holder(
    waiting: Party, named: Iterable[Party], group_of: dict[str, str], sizes: dict[str, int]
) -> Comparison | None:
    """The one actor that a bare family name, word or title can mean; None where there are none or several.

    `sizes` counts the parties of each group: among namesakes that fit alike, one far more often named than the others
    is meant. Empty where that would be no reason.
    """
    fitting = [c for c in (compare(waiting, party) for party in named) if is_same(c)]
    if not fitting:
        return None
    best = max(c.score for c in fitting)
    fitting = [c for c in fitting if c.score == best]
    groups = sorted({group_of[c.right.id] for c in fitting}, key=lambda group: (-sizes.get(group, 0), group))
    if len(groups) > 1 and sizes.get(groups[0], 0) < DOMINANT * max(1, sizes.get(groups[1], 0)):
        return None
    return min((c for c in fitting if group_of[c.right.id] == groups[0]), key=lambda c: c.right.id)
