"""The tree from a claim down to the characters: voices, under each its reports, under each its pages."""

from secondsource.model.claim import ClaimKind, Independence, LineageStep, Support
from secondsource.model.span import Place

from .origins import Member, Origins, Report, Voice

OWN_WORDS = Voice("", "no voice named", "the page tells it in its own words")


def support(kind: ClaimKind, members: list[Member], origins: Origins) -> Support:
    """The three counts of a claim's members, as lists, with the tree that shows them.

    A report whose copies attribute the claim to one voice has that voice also where another copy dropped the name.
    """
    placed = [member for member in members if origins.placed(member.source)]
    unknown = sorted({member.source for member in members} - {member.source for member in placed})
    reports: dict[Report, list[Member]] = {}
    for member in placed:
        reports.setdefault(origins.report(member.source), []).append(member)
    tree: dict[Voice, dict[Report, list[Member]]] = {}
    for report, carried in reports.items():
        for member, voice in _voices(carried, origins):
            tree.setdefault(voice, {}).setdefault(report, []).append(member)
    voices = sorted({voice.id for voice in tree} - {""})
    unattributed = sorted({m.source for told in (tree.get(OWN_WORDS, {}),) for ms in told.values() for m in ms})
    pages = sorted({member.source for member in members})
    outlets = sorted({name for page in pages if (name := origins.pile.document(page).document.outlet)})
    return Support(
        pages=tuple(pages),
        reports=tuple(sorted(report.id for report in reports)),
        voices=tuple(voices),
        outlets=tuple(outlets),
        unknown=tuple(unknown),
        verdict=_verdict(kind, len(reports), origins.distinct(voices), bool(unattributed)),
        lineage=tuple(_voice_step(voice, told, origins) for voice, told in sorted(tree.items(), key=_by_name)),
        unattributed=tuple(unattributed),
    )


def _by_name(entry: tuple[Voice, dict[Report, list[Member]]]) -> tuple[str, str]:
    return entry[0].name, entry[0].id


def _voices(carried: list[Member], origins: Origins) -> list[tuple[Member, Voice]]:
    own = [(member, origins.voice(member)) for member in carried]
    named = {voice.id: voice for _, voice in own if voice}
    lent = next(iter(named.values())) if len(named) == 1 else OWN_WORDS
    first: dict[str, Voice] = {}
    found: list[tuple[Member, Voice]] = []
    for member, voice in own:
        kept = voice or lent
        found.append((member, first.setdefault(kept.id, kept)))
    return found


def _verdict(kind: ClaimKind, reports: int, distinct: int, unattributed: bool) -> Independence:
    """One report, or one voice behind all reports, is a single origin. Two reporters who tell a deed in their own words
    are two witnesses of it; of a figure they are not, for nobody counts for himself."""
    if reports == 1 or (distinct == 1 and not unattributed):
        return Independence.SINGLE_ORIGIN
    if reports > 1 and (distinct > 1 or (kind is ClaimKind.DID and distinct == 0)):
        return Independence.MULTI_ORIGIN
    return Independence.UNDECIDED


def _voice_step(voice: Voice, told: dict[Report, list[Member]], origins: Origins) -> LineageStep:
    steps = tuple(_report_step(report, carried, origins) for report, carried in sorted(told.items()))
    return LineageStep("voice", voice.id, voice.name, voice.why, (), steps)


def _report_step(report: Report, carried: list[Member], origins: Origins) -> LineageStep:
    pages: dict[str, list[Place]] = {}
    for member in carried:
        pages.setdefault(member.source, []).append(Place(member.source, member.start, member.end))
    steps = tuple(
        LineageStep("page", page, origins.pile.document(page).document.source.name, "", tuple(sorted(places)))
        for page, places in sorted(pages.items())
    )
    return LineageStep("report", report.id, report.name, report.why, (), steps)
