"""Claims for the page: the words, the chips, the exact wordings, and what flows together behind each."""

import re
from collections import Counter

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from secondsource.text.normalise import fold

from .. import dates
from ..altered import altered, kinds
from ..amounts import bounded
from ..dossier import ActionRow, ClaimRow, LineageRow, PlaceRow, StatementRow
from ..lede import Sorted
from ..lookup import Lookup
from ..values import values_by_day, values_told
from ..variants import ONE_REMARK, ONE_SENTENCE, Wording, in_sentence
from ..wording import AGREEMENT, REALIS, deed, figures
from .anchors import Anchors, Link
from .bars import drawn_values
from .drawing.confluence import Flow, Page, Report, Voice, confluence, thread
from .shown import Bit, Chip, Why, Words, against, marked_words, plain_words, reasons

_FIRST = 10
"""Claims of a section that stand open; the rest is folded."""
_VALUES = 4
"""The same where the wordings give different values."""
_WORDINGS = 2
"""Wordings of a claim that stand open."""
_FULL = 0.8
"""A wording of at least this share of the longest one's length counts as full."""
_MARKS = re.compile(r"\W+")
"""What may differ between the same words."""
MOST_LONE = 1500
"""Claims on a single page that the page lists; all are in dossier.json."""


class Told(Struct, frozen=True):
    """What some pages have otherwise than others."""

    kind: str
    note: str
    before: tuple[Link, ...]
    after: tuple[Link, ...]


class ClaimView(Struct, frozen=True):
    """One claim as shown."""

    id: str
    anchor: str
    kind: str
    kicker: str
    """What a deed comes to: who, what, whom."""
    bits: tuple[Bit, ...]
    quoted: bool
    """Whether the text is somebody's own words."""
    link: Link
    chips: tuple[Chip, ...]
    same: tuple[Words, ...]
    """Wordings that are the claim's text itself: only their pages need to be shown."""
    values: str
    """The different values of a figure and how many pages give each: `40: 8 pages, 60: 1 page`."""
    drawing: Markup | None
    wordings: tuple[Words, ...]
    more: tuple[Words, ...]
    flow: Markup
    voices: str
    reasons: tuple[Why, ...]
    lineage: tuple[Why, ...]
    told: tuple[Told, ...]
    told_kinds: str


class ClaimList(Struct, frozen=True):
    """Claims under one heading; `folded` behind "show all", `left` only in dossier.json."""

    shown: tuple[ClaimView, ...]
    folded: tuple[ClaimView, ...]
    left: int = 0

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.shown) + len(self.folded) + self.left


class ClaimSections(Struct, frozen=True):
    """The claims in the order the page answers."""

    agreed: ClaimList
    disputed: ClaimList
    single: ClaimList
    undecided: ClaimList
    lone: ClaimList


def claim_sections(found: Sorted, lookup: Lookup, anchors: Anchors) -> ClaimSections:
    """Views of all claims."""

    def listed(claims: tuple[ClaimRow, ...], first: int) -> ClaimList:
        views = tuple(_view(claim, lookup, anchors) for claim in claims)
        return ClaimList(views[:first], views[first:])

    lone = tuple(_view(claim, lookup, anchors) for claim in found.lone[:MOST_LONE])
    return ClaimSections(
        agreed=listed(found.agreed, _FIRST),
        disputed=listed(found.disputed, 2 * _FIRST),
        single=listed(found.single, _FIRST),
        undecided=listed(found.undecided, _FIRST),
        lone=ClaimList((), lone, len(found.lone) - len(lone)),
    )


def _view(claim: ClaimRow, lookup: Lookup, anchors: Anchors) -> ClaimView:
    same, wordings = _parted(claim, _wordings(claim, lookup, anchors))
    places = lookup.claimed(claim)
    flow = flow_of(claim, lookup, anchors)
    changes = altered(claim)
    alone = len(claim.support.pages) < 2
    values = values_told(claim, lookup)
    first = max(_WORDINGS, min(len(values), _VALUES))
    return ClaimView(
        id=claim.id,
        anchor=f"c-{claim.id.removeprefix('claim:')}",
        kind=claim.kind,
        kicker=_kicker(claim, lookup),
        bits=_bits(claim, lookup),
        quoted=any(words.quoted for words in (*same, *wordings)),
        link=anchors.link(places, "show"),
        chips=_chips(claim, lookup),
        same=same,
        values=_values(values, claim, lookup) if len(values) > 1 else "",
        drawing=_bars(claim, lookup) if len(values) > 1 else None,
        wordings=() if alone else wordings[:first],
        more=() if alone else wordings[first:],
        flow=thread(flow) if alone else confluence(flow),
        voices=", ".join(voice.name for voice in flow.voices if voice.named),
        reasons=reasons(claim.agreement.reasons, anchors),
        lineage=_lineage(claim, anchors),
        told=tuple(Told(c.kind, c.note, anchors.by_page(c.before), anchors.by_page(c.after)) for c in changes),
        told_kinds=kinds(changes),
    )


def _parted(claim: ClaimRow, wordings: tuple[Words, ...]) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """Wordings that are the claim's text to the letter, and the others."""
    text = fold(claim.text)
    same = tuple(words for words in wordings if fold("".join(b.text for b in words.bits)) == text and not words.aligned)
    return _by_note(same), tuple(words for words in wordings if words not in same)


def _by_note(same: tuple[Words, ...]) -> tuple[Words, ...]:
    """Wordings that differ only in what is marked, as one: every page once, with all its places."""
    found: dict[str, Words] = {}
    for words in same:
        before = found.get(words.note)
        pages = {link.label: link for link in (before.pages if before else ())}
        for link in words.pages:
            known = pages.get(link.label)
            pages[link.label] = replace(known, at=f"{known.at},{link.at}") if known else link
        found[words.note] = replace(before or words, pages=tuple(pages.values()))
    return tuple(found.values())


def _bits(claim: ClaimRow, lookup: Lookup) -> tuple[Bit, ...]:
    """The claim's text, the figure in it in bold."""
    figure = lookup.main_figure(claim)
    if figure is None:
        return (Bit(claim.text),)
    before, _, after = claim.text.partition(figure.text)
    return tuple(bit for bit in (Bit(before), Bit(figure.text, marked=True), Bit(after)) if bit.text)


def _kicker(claim: ClaimRow, lookup: Lookup) -> str:
    for member in claim.members:
        row = lookup.members.get(member)
        if isinstance(row, ActionRow):
            actor, target = lookup.actor(row.actor) or "somebody", lookup.actor(row.target) or ""
            told = "" if row.realis == "asserted" else f" ({REALIS.get(row.realis, row.realis)})"
            return f"{actor} {deed(row.code)} {target}".strip() + told
    return ""


def _chips(claim: ClaimRow, lookup: Lookup) -> tuple[Chip, ...]:
    support = claim.support
    tone = {"single-origin": "one", "multi-origin": "many"}.get(support.verdict, "")
    reports, voices = len(support.reports), len(support.voices)
    counted = f"{figures(reports, 'report')}, {figures(voices, 'voice') if voices else 'no voice named'}"
    chips = [Chip(support.verdict.replace("undecided", "origin undecided"), tone), Chip(counted, tone)]
    agreement = claim.agreement.value
    if agreement != "same":
        toned = {"conflict": "clash", "revised": "clash", "same-by-rounding": "many", "converted": "many"}
        chips.insert(0, Chip(AGREEMENT.get(agreement, agreement), toned.get(agreement, "")))
    occasions = {event for m in claim.members if (event := _occasion(lookup, m))}
    if len(occasions) > 1:
        chips.append(Chip(f"on {figures(len(occasions), 'occasion')}"))
    if support.unknown:
        chips.append(Chip(f"{figures(len(support.unknown), 'page')} not placed"))
    return tuple(chips)


def _occasion(lookup: Lookup, member: str) -> str | None:
    row = lookup.members.get(member)
    source = lookup.sources.get(row.source) if row else None
    return source.event if source else None


def _wordings(claim: ClaimRow, lookup: Lookup, anchors: Anchors) -> tuple[Words, ...]:
    rows = [row for member in claim.members if (row := lookup.members.get(member))]
    said = lookup.told(claim.members, claim.parts)
    if said:
        return said_words(said, lookup, anchors)
    places = [place for row in rows for place in lookup.places(row)]
    found = [
        marked_words(wording, anchors, "") for wording in _each_value_first(claim, in_sentence(lookup, places), lookup)
    ]
    return (found[0], *(against(found[0], other, ONE_SENTENCE) for other in found[1:])) if found else ()


def _values(told: list[tuple[str, int]], claim: ClaimRow, lookup: Lookup) -> str:
    """Which values the pages give: day by day where a count was revised, else with the pages that give each."""
    days = values_by_day(claim, lookup)
    if days:
        return "; ".join(f"{dates.day(day) if day else 'no day told'}: {', '.join(values)}" for day, values in days)
    return ", ".join(f"{value}: {figures(pages, 'page')}" for value, pages in told)


def _bars(claim: ClaimRow, lookup: Lookup) -> Markup | None:
    """The different values drawn, in the unit that most of them have."""
    figures = lookup.figures(claim)
    units = Counter(figure.unit for figure in figures)
    unit = min(units, key=lambda name: (-units[name], name))
    return drawn_values(figures, unit, claim.agreement.value)


def _each_value_first(claim: ClaimRow, wordings: tuple[Wording, ...], lookup: Lookup) -> list[Wording]:
    """Wordings reordered so that each value is seen once before any is seen twice."""
    value = {PlaceRow(r.source, r.start, r.end): bounded(r) for r in lookup.figures(claim)}
    seen: Counter[str] = Counter()
    ranked: list[tuple[int, Wording]] = []
    for wording in wordings:
        known = value.get(wording.places[0], "")
        ranked.append((seen[known], wording))
        seen[known] += 1
    return [wording for _, wording in sorted(ranked, key=lambda entry: entry[0])]


def said_words(rows: list[StatementRow], lookup: Lookup, anchors: Anchors, known: str = "") -> tuple[Words, ...]:
    """Statements by their words: first the fullest direct one in the language of most pages (of several about as
    full, the one on most pages), then the others aligned with it. A speaker called `known` is not named again."""
    groups: dict[tuple[str, str], list[StatementRow]] = {}
    for row in sorted(rows, key=lambda r: (lookup.order.get(r.source, 0), r.start, r.end)):
        speaker = row.speaker.name if row.speaker else ""
        groups.setdefault((_MARKS.sub(" ", fold(row.text)).strip(), speaker), []).append(row)
    tongues = Counter(lookup.sources[row.source].language for row in rows if row.source in lookup.sources)

    longest: Counter[str | None] = Counter()
    for row in rows:
        tongue = lookup.sources[row.source].language if row.source in lookup.sources else None
        longest[tongue] = max(longest[tongue], len(row.text))

    def rank(group: list[StatementRow]) -> tuple[int, bool, bool, int, int, int, int]:
        row = group[0]
        source = lookup.sources.get(row.source)
        tongue = source.language if source else None
        full, pages = len(row.text) >= _FULL * longest[tongue], len({one.source for one in group})
        place = (lookup.order.get(row.source, 0), row.start)
        return -tongues[tongue], row.kind == "indirect", not full, -pages if full else 0, -len(row.text), *place

    words = [_said(group, lookup, anchors, known) for group in sorted(groups.values(), key=rank)]
    return (words[0], *(against(words[0], other, ONE_REMARK) for other in words[1:]))


def _said(group: list[StatementRow], lookup: Lookup, anchors: Anchors, known: str) -> Words:
    row = group[0]
    source = lookup.sources.get(row.source)
    speaker = row.speaker.name if row.speaker else (row.speaker_missing or "speaker not told")
    notes = [] if known and row.speaker and known in {speaker, lookup.actor(row.speaker.actor)} else [speaker]
    if row.kind != "direct":
        notes.append("reported speech" if row.kind == "indirect" else "partly in quotation marks")
    if row.repaired:
        notes.append(row.repair or "quotation marks repaired")
    notes.extend(_circumstances(group))
    places = tuple(place for one in group for place in lookup.places(one))
    words = plain_words(row.text, places, anchors, " · ".join(notes), source.language if source else None)
    return replace(words, quoted=row.kind == "direct" and row.text[:1] not in "“\"„«‘'»")


def _circumstances(group: list[StatementRow]) -> list[str]:
    """On what occasions the words were said, as written, and how they are told where not as said."""
    found = [row.occasion for row in group if row.occasion]
    for row in group:
        if row.realis not in {None, "asserted"}:
            found.append(REALIS.get(row.realis or "", row.realis or ""))
        elif row.negated:
            found.append("told as not said")
    return list(dict.fromkeys(found))


def _lineage(claim: ClaimRow, anchors: Anchors) -> tuple[Why, ...]:
    """The tree as lines: voice, why it is the voice; report, why it is one report."""
    found: list[Why] = []
    for voice in anchors.lookup.voices(claim):
        found.append(Why(f"{voice.name}: {voice.why}" if voice.why else voice.name, anchors.link(voice.spans, "show")))
        for report in voice.steps:
            spans = [span for page in report.steps for span in page.spans]
            found.append(Why(f"{report.name}: {report.why}", anchors.link(spans, "show")))
    return tuple(dict.fromkeys(found))


def flow_of(claim: ClaimRow, lookup: Lookup, anchors: Anchors) -> Flow:
    """The picture of a claim's support, from its lineage."""
    pages: dict[str, list[PlaceRow]] = {}
    reports: dict[str, tuple[str, dict[str, None]]] = {}
    voices: list[tuple[LineageRow, list[str]]] = []
    for voice in lookup.voices(claim):
        own: list[str] = []
        for report in voice.steps:
            _name, carried = reports.setdefault(report.id, (_report(report, lookup), {}))
            own.append(report.id)
            for leaf in report.steps:
                pages.setdefault(leaf.id, []).extend(leaf.spans)
                carried[leaf.id] = None
        voices.append((voice, own))
    loose = [page for page in claim.support.unknown if page not in pages]
    for page in loose:
        pages[page] = [place for place in lookup.claimed(claim) if place.source == page]
    place = lookup.order.get
    ordered = sorted(reports, key=lambda one: (min((place(page, 0) for page in reports[one][1]), default=0), one))
    carried_by = {one: sorted(reports[one][1], key=lambda page: place(page, 0)) for one in ordered}
    numbers = {page: number for number, page in enumerate(sorted(pages, key=lambda page: place(page, 0)))}
    # Voices in the mean order of their reports: fewer lines cross.
    voices.sort(key=lambda voice: (sum(map(ordered.index, voice[1])) / max(len(voice[1]), 1), voice[0].name))
    return Flow(
        pages=tuple(_page(page, pages[page], lookup, anchors) for page in numbers),
        reports=tuple(Report(reports[one][0], tuple(numbers[page] for page in carried_by[one])) for one in ordered),
        voices=tuple(
            Voice(row.name, tuple(ordered.index(one) for one in own), named=bool(row.id)) for row, own in voices
        ),
        loose=tuple(numbers[page] for page in claim.support.unknown if page in numbers and page in loose),
    )


def _report(report: LineageRow, lookup: Lookup) -> str:
    """A report's name; a page without an outlet goes by its short label, as elsewhere on the page."""
    source = lookup.sources.get(report.id)
    return lookup.label(report.id) if source and not source.outlet else report.name.removeprefix("www.")


def _page(page: str, spans: list[PlaceRow], lookup: Lookup, anchors: Anchors) -> Page:
    link = anchors.link(spans, "") if spans else anchors.page(page)
    return Page(lookup.label(page), lookup.title(page), link.href, link.at)
