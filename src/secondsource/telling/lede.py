"""The lede: what the pile comes to, in a few sentences of plain English, each word backed by the dossier's lists."""

import datetime as dt
from collections import Counter

from msgspec import Struct

from .dates import period
from .dossier import ClaimRow, CopyRow
from .lookup import Lookup
from .prominence import is_beside_the_point, leading_reports
from .wording import capital, count, listed

_BACK = frozenset({"back-translation"})
_ACROSS = frozenset({"translation"})
_FAMILIES_TOLD = 3
"""Copied texts that are named; of the rest their number is told."""


class Phrase(Struct, frozen=True):
    """A run of words; `strong` where a reader in a hurry should stop."""

    text: str
    strong: bool = False
    section: str = ""
    """The section of the page that lists what is counted here."""


class Sorted(Struct, frozen=True):
    """The claims by what a reader asks first. Each claim is in exactly one list."""

    agreed: tuple[ClaimRow, ...]
    """More than one origin, and nothing in conflict."""
    disputed: tuple[ClaimRow, ...]
    """In conflict, revised, or told both as so and as not so."""
    single: tuple[ClaimRow, ...]
    """One origin behind several pages."""
    undecided: tuple[ClaimRow, ...]
    """Several pages, and it could not be told how many origins."""
    lone: tuple[ClaimRow, ...]
    """On one page only."""


def title(lookup: Lookup) -> str:
    """What the pile is about: its story, with the number of the others on several pages; its largest event, or its
    only page's headline."""
    dossier = lookup.dossier
    sizes = {event.id: len(event.sources) for event in dossier.events}
    pages = {story.id: sum(sizes.get(event, 0) for event in story.events) for story in dossier.stories}
    stories = sorted(dossier.stories, key=lambda s: (-pages[s.id], s.id))
    if stories and stories[0].title:
        others = sum(pages[story.id] > 1 for story in stories[1:])
        return stories[0].title + (f" · and {count(others, 'more story')}" if others else "")
    events = sorted(dossier.events, key=lambda e: (-len(e.sources), e.id))
    if events and events[0].title:
        return events[0].title
    return capital(count(len(dossier.sources), "page"))


def sort_claims(lookup: Lookup) -> Sorted:
    """Every claim under the first heading that fits; what is said and measured comes before what is done, and first
    what most reports and most leads tell: what the pages are about, not the age of a witness."""
    lists: dict[str, list[ClaimRow]] = {"agreed": [], "disputed": [], "single": [], "undecided": [], "lone": []}
    for claim in sorted(lookup.dossier.claims, key=lambda claim: weight(claim, lookup)):
        lists[_heading(claim)].append(claim)
    return Sorted(**{name: tuple(found) for name, found in lists.items()})


def weight(claim: ClaimRow, lookup: Lookup) -> tuple[bool, bool, bool, int, int, int, str, str]:
    """What sorts claims: conflicts first, deeds last, what is beside the point before them, then by reports, those that
    lead with it twice."""
    support = claim.support
    kind = {"measured": 0, "said": 1, "did": 2}.get(claim.kind, 3)
    told = len(support.reports) + leading_reports(claim, lookup)
    first = claim.agreement.value == "conflict"
    last = (claim.kind == "did", is_beside_the_point(claim, lookup))
    return (not first, *last, -told, -len(support.pages), kind, claim.text, claim.id)


def _heading(claim: ClaimRow) -> str:
    if claim.agreement.value in {"conflict", "revised"}:
        return "disputed"
    if len(claim.support.pages) < 2:
        return "lone"
    if claim.agreement.value == "undecided":
        return "undecided"
    return {"multi-origin": "agreed", "single-origin": "single"}.get(claim.support.verdict, "undecided")


def lede(lookup: Lookup, claims: Sorted) -> tuple[Phrase, ...]:
    """The sentences, in order: pages and reports, copies, what agrees and what does not, what hangs on one origin."""
    phrases = [*_reports(lookup), *_copies(lookup), *_conflicts(claims), *_voices(lookup, claims)]
    return tuple(phrases)


def _reports(lookup: Lookup) -> list[Phrase]:
    dossier = lookup.dossier
    pages, reports = len(dossier.sources), len(lookup.reports)
    held = [event for event in dossier.events if event.sources]
    found = [
        Phrase(f"{capital(count(pages, 'page'))} {'carries' if pages == 1 else 'carry'} "),
        Phrase(count(reports, "independent report"), strong=True, section="copied"),
    ]
    if held:
        found += [Phrase(" of "), Phrase(count(len(held), "occasion"), strong=True, section="happened")]
    days = [(e.when.earliest, e.when.latest) for e in held if e.when]
    if days:
        first, last = min(day for day, _ in days), max(day for _, day in days)
        found.append(Phrase(f", {period(dt.date.fromisoformat(first), dt.date.fromisoformat(last))}"))
    found.append(Phrase(". "))
    if lookup.maybe_copied:
        pages = len(lookup.maybe_copied)
        found.append(Phrase(f"{capital(count(pages, 'more page'))} may be {'a copy' if pages == 1 else 'copies'}. "))
    if lookup.unplaced:
        found.append(Phrase(f"{capital(count(len(lookup.unplaced), 'page'))} could not be placed. "))
    return found


def _copies(lookup: Lookup) -> list[Phrase]:
    families = sorted((f for f in lookup.dossier.copies if len(f.members) > 1), key=lambda f: (-len(f.members), f.id))
    if not families:
        return [Phrase("No page is a copy of another. ")] if len(lookup.dossier.sources) > 1 else []
    known = [family for family in families if family.origin.outside or family.origin.source]
    told = known[:_FAMILIES_TOLD] or families[:1]
    texts = [f"{count(len(f.members), 'page')} are one {_whose(lookup, f)}{_passed(f)}" for f in told]
    rest = [family for family in families if family not in told]
    if rest:
        texts.append(f"{count(sum(len(f.members) for f in rest), 'more page')} share {count(len(rest), 'text')}")
    return [Phrase(capital("; ".join(texts)) + ". ")]


def _whose(lookup: Lookup, family: CopyRow) -> str:
    if family.origin.outside or family.origin.source:
        return f"{lookup.origin(family)} story"
    return "story of unknown origin"


def _passed(family: CopyRow) -> str:
    across = {d.to_id for d in family.derivations if d.relation in _ACROSS}
    back = {d.to_id for d in family.derivations if d.relation in _BACK}
    parts = [f"{count(len(across), 'page').split()[0]} of them translated"] if across else []
    parts += [f"{count(len(back), 'page').split()[0]} of them back from a translation"] if back else []
    return f", {listed(parts)}" if parts else ""


def _conflicts(claims: Sorted) -> list[Phrase]:
    classes = Counter(claim.agreement.value for claim in claims.disputed)
    rounded = sum(
        claim.agreement.value == "same-by-rounding" for claim in (*claims.agreed, *claims.single, *claims.undecided)
    )
    found: list[Phrase] = []
    if classes["conflict"]:
        verb = "is" if classes["conflict"] == 1 else "are"
        clash = f"{capital(count(classes['conflict'], 'claim'))} {verb} in conflict"
        found.append(Phrase(clash, strong=True, section="disputed"))
        found.append(Phrase(f"; {count(classes['revised'], 'figure')} revised" if classes["revised"] else ""))
    else:
        found.append(Phrase("Nothing is in conflict"))
        if classes["revised"]:
            found.append(Phrase(f"; {count(classes['revised'], 'figure')} revised"))
    if rounded:
        found.append(
            Phrase(f"; {count(rounded, 'figure')} {'agrees' if rounded == 1 else 'agree'} only after rounding")
        )
    found.append(Phrase(". "))
    return [phrase for phrase in found if phrase.text]


def _voices(lookup: Lookup, claims: Sorted) -> list[Phrase]:
    wide = [c for c in lookup.dossier.claims if len(c.support.pages) > 1]
    hanging = [claim for claim in wide if claim.support.verdict == "single-origin"]
    if not hanging:
        return []
    voices = Counter(claim.support.voices[0] for claim in hanging if len(claim.support.voices) == 1)
    ranked = sorted(voices, key=lambda voice: (-voices[voice], lookup.actor(voice) or voice))
    top = [name for voice in ranked[:2] if voices[voice] > 1 and (name := lookup.actor(voice))]
    number = count(len(hanging), "claim").rsplit(" ", 1)[0]
    where = "on more than one page"
    verb = "hangs" if len(hanging) == 1 else "hang"
    if len(hanging) < len(wide):
        found = [Phrase(f"Of {count(len(wide), 'claim')} {where}, "), Phrase(number, strong=True, section="single")]
    elif len(wide) == 1:
        found = [Phrase("The only claim", strong=True, section="single"), Phrase(f" {where}")]
    else:
        found = [
            Phrase(f"{'Both' if len(wide) == 2 else f'All {number}'} claims", strong=True, section="single"),
            Phrase(f" {where}"),
        ]
    found.append(Phrase(f" {verb} on a single origin"))
    if top:
        found.append(Phrase(f", most often {listed(top)}"))
    return [*found, Phrase(".")]
