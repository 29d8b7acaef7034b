"""The tree from a claim down to the characters: voices, under each its reports, under each its pages."""

from secondsource.model.claim import ClaimKind, Independence, LineageStep, Support
from secondsource.model.mark import Statement
from secondsource.model.span import Place

from .origins import Member, Origins, Report
from .parties import Voice
from .reports import Reports, doubtful, reports_of
from .voices import OWN_WORDS, Voiced, as_one, spoken, voiced


def support(kind: ClaimKind, members: list[Member], origins: Origins) -> Support:
    """The three counts of a claim's members, as lists, with the tree that shows them.

    What the copies of one report tell alike has one voice, also where a copy dropped the name.
    """
    placed = [member for member in members if origins.placed(member.source)]
    told_by = reports_of(placed, origins)
    in_doubt = doubtful(told_by, origins)
    placed = [member for member in placed if member.source not in in_doubt]
    unknown = sorted({member.source for member in members} - {member.source for member in placed})
    reports = {told_by[member.source].id for member in placed}
    tree = _tree(as_one(_voiced(placed, told_by, origins), origins), told_by)
    voices = sorted({voice.id for voice in tree} - {""})
    unattributed = sorted({m.source for told in (tree.get(OWN_WORDS, {}),) for ms in told.values() for m in ms})
    pages = sorted({member.source for member in members})
    outlets = sorted({name for page in pages if (name := origins.pile.document(page).document.outlet)})
    return Support(
        pages=tuple(pages),
        reports=tuple(sorted(reports)),
        voices=tuple(voices),
        outlets=tuple(outlets),
        unknown=tuple(unknown),
        verdict=_verdict(kind, len(reports), origins.parties.distinct(voices), bool(unattributed)),
        lineage=tuple(_voice_step(voice, told, origins) for voice, told in sorted(tree.items(), key=_by_name)),
        unattributed=tuple(unattributed),
    )


def _voiced(placed: list[Member], told_by: Reports, origins: Origins) -> list[Voiced]:
    """Every member with its voice: one for all tellings of a remark, else one for what a report tells alike."""
    statements = [member for member in placed if isinstance(member, Statement)]
    if statements:
        return spoken(statements, told_by, origins)
    reports: dict[Report, list[Member]] = {}
    for member in placed:
        reports.setdefault(told_by[member.source], []).append(member)
    return [one for _, carried in sorted(reports.items()) for one in voiced(carried, origins)]


def _tree(voiced_members: list[Voiced], told_by: Reports) -> dict[Voice, dict[Report, list[Member]]]:
    """Voice to report to members; a voice that reports know in several ways is one, with the first of its reasons."""
    kept: dict[str, Voice] = {}
    for one in voiced_members:
        kept[one.voice.id] = min(one.voice, kept.get(one.voice.id, one.voice))
    tree: dict[Voice, dict[Report, list[Member]]] = {}
    for one in voiced_members:
        report = told_by[one.member.source]
        tree.setdefault(kept[one.voice.id], {}).setdefault(report, []).append(one.member)
    return tree


def _by_name(entry: tuple[Voice, dict[Report, list[Member]]]) -> tuple[str, str]:
    return entry[0].name, entry[0].id


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
