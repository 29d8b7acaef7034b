"""The sources: a table with a strip of roles for each, and the full text of each for the source pane."""

from urllib.parse import urlsplit

from markupsafe import Markup
from msgspec import Struct

from secondsource.text.normalise import fold

from ..dates import spoken
from ..dossier import CopyRow, PlaceRow, ProblemRow, SourceRow
from ..lookup import Lookup
from ..wording import RELATION, capital, language, listed
from .anchors import Anchors, Line, Link
from .drawing.strip import strip
from .shown import Why, reasons

_ROLES = {
    "wire": "wire: {}",
    "byline": "by {}",
    "translator": "translated by {}",
    "relayed": "relayed from {}",
    "photo": "photo: {}",
    "agency": "agency: {}",
}
_SHOWN_CREDITS = ("wire", "byline", "translator", "relayed", "agency")


class SourceView(Struct, frozen=True):
    """One page of the pile."""

    number: int
    id: str
    label: str
    name: str
    title: str
    outlet: str
    url: str
    path: str
    sha256: str
    length: int
    language: str
    code: str
    headline: str
    when: str
    what: str
    credits: tuple[Link, ...]
    masthead: tuple[Link, ...]
    """What the page says of itself: authors neither credited nor the outlet, section, place of the dateline."""
    canonical: str
    """The address that the page gives itself, as it stands there."""
    canonical_link: str
    """The same where it leads to the web."""
    event: str
    reasons: tuple[Why, ...]
    strip: Markup
    lines: tuple[Line, ...]
    link: Link


class ProblemView(Struct, frozen=True):
    """One problem and where it is."""

    source: str
    code: str
    message: str
    link: Link


def sources(lookup: Lookup, anchors: Anchors) -> tuple[SourceView, ...]:
    """All pages, in the order of the pile."""
    return tuple(_view(source, lookup, anchors) for source in lookup.dossier.sources)


def problems(lookup: Lookup, anchors: Anchors) -> tuple[ProblemView, ...]:
    """All problems, by code, in the order of the pile."""
    ordered = sorted(
        lookup.dossier.problems,
        key=lambda p: (p.code, lookup.order.get(p.source, 0), p.start or 0, p.source, p.message),
    )
    return tuple(_problem(problem, lookup, anchors) for problem in ordered)


def _problem(problem: ProblemRow, lookup: Lookup, anchors: Anchors) -> ProblemView:
    from_name = {source.name: source.id for source in lookup.dossier.sources}
    source = problem.source if problem.source in lookup.sources else from_name.get(problem.source)
    if source is None:
        return ProblemView(problem.source, problem.code, problem.message, Link("", "", ""))
    if problem.start is None or problem.end is None or problem.end <= problem.start:
        link = anchors.page(source, "open")
    else:
        link = anchors.link([PlaceRow(source, problem.start, problem.end)], "show")
    return ProblemView(lookup.label(source), problem.code, problem.message, link)


def _view(source: SourceRow, lookup: Lookup, anchors: Anchors) -> SourceView:
    headline = source.text[source.headline.start : source.headline.end] if source.headline else ""
    roles = sorted({passage.role for passage in source.passages})
    return SourceView(
        number=lookup.order[source.id],
        id=source.id,
        label=lookup.label(source.id),
        name=source.name,
        title=lookup.title(source.id),
        outlet=source.outlet or "",
        url=safe_url(source.url),
        path=_file(source),
        sha256=source.sha256,
        length=source.length,
        language=language(source.language),
        code=source.language or "",
        headline=" ".join(headline.split()),
        when=spoken(source.published.edtf) if source.published else "date not told",
        what=_what(source, lookup),
        credits=_credits(source, anchors),
        masthead=_masthead(source, anchors),
        canonical="" if source.canonical == source.url else source.canonical or "",
        canonical_link=safe_url(source.canonical),
        event=_event(source, lookup),
        reasons=reasons(source.published.reasons, anchors) if source.published else (),
        strip=strip(
            tuple((p.role, p.start, p.end) for p in source.passages),
            len(source.text),
            f"roles on the page: {', '.join(roles)}" if roles else "no text",
        ),
        lines=anchors.lines[source.id],
        link=anchors.page(source.id),
    )


def _file(source: SourceRow) -> str:
    """The file's name without its folders, which say more of a machine than of the source, and the record in it."""
    name = source.path.replace("\\", "/").rpartition("/")[2]
    return name if source.record is None else f"{name}, record {source.record + 1}"


def safe_url(url: str | None) -> str:
    """The address where it leads to the web; empty for any other scheme, so that no page can plant a script."""
    if not url:
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme.lower() in {"http", "https"} and parts.netloc else ""


def _event(source: SourceRow, lookup: Lookup) -> str:
    event = lookup.events.get(source.event) if source.event else None
    return event.title if event else ""


def _what(source: SourceRow, lookup: Lookup) -> str:
    """What the page is among the others: a copy, how it was made, of whose text."""
    family = lookup.families.get(source.id)
    if family is None and (alike := lookup.maybe_copied.get(source.id)):
        other = alike.left if alike.right == source.id else alike.right
        return f"may be a copy: much as {lookup.label(other)} tells it"
    if family is None:
        return "could not be placed" if source.id in lookup.unplaced else "a report of its own"
    if family.origin.source == source.id:
        others = _others(family, source, lookup)
        return f"the origin of {listed(others)}" if others else "a report of its own"
    into = [d for d in family.derivations if d.to_id == source.id and d.directed]
    best = max(into, key=lambda d: (d.score, d.from_id), default=None)
    if best is not None:
        origin = best.from_id.removeprefix("outside:")
        name = lookup.label(best.from_id) if best.from_id in lookup.sources else origin
        return f"{RELATION.get(best.relation, best.relation)}, from {name}"
    others = _others(family, source, lookup)
    whose = family.origin.outside or (lookup.label(family.origin.source) if family.origin.source else "")
    if not others:
        return f"passes on {whose}" if whose else "a report of its own"
    return f"one copy with {listed(others)}" + (f", from {whose}" if whose else "")


def _others(family: CopyRow, source: SourceRow, lookup: Lookup) -> list[str]:
    ordered = sorted(family.members, key=lambda member: lookup.order.get(member, 0))
    return [lookup.label(member) for member in ordered if member != source.id]


def _credits(source: SourceRow, anchors: Anchors) -> tuple[Link, ...]:
    found: dict[tuple[str, str], list[PlaceRow]] = {}
    for credit in source.credits:
        if credit.role in _SHOWN_CREDITS:
            found.setdefault((credit.role, credit.name), []).append(PlaceRow(source.id, credit.start, credit.end))
    # The wire's name says already whose agency it is.
    found = {c: places for c, places in found.items() if c[0] != "agency" or ("wire", c[1]) not in found}
    ordered = sorted(found, key=lambda c: (_SHOWN_CREDITS.index(c[0]), found[c][0].start))
    return tuple(anchors.link(found[c], capital(_ROLES[c[0]].format(c[1]))) for c in ordered)


def _masthead(source: SourceRow, anchors: Anchors) -> tuple[Link, ...]:
    credited = {fold(name) for name in (*(credit.name for credit in source.credits), source.outlet or "")}
    authors = [name for name in source.authors if fold(name) not in credited]
    found = [Link("", "", f"By {listed(authors)}")] if authors else []
    if source.section:
        found.append(Link("", "", f"Section: {source.section}"))
    line = source.dateline
    if line and line.place:
        found.append(anchors.link([PlaceRow(source.id, line.start, line.end)], f"From {_name(line.place)}"))
    return tuple(found)


def _name(place: str) -> str:
    """A place in capitals, as datelines have it, as other text would write it."""
    return place.title() if place.isupper() else place
