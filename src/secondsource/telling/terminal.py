"""The result on one screen of a terminal, and the lineage of one claim as a tree. Plain Unicode, no colours."""

import textwrap
import unicodedata

from secondsource.text.normalise import fold

from .altered import altered
from .dates import spoken
from .dossier import ClaimRow, Dossier, LineageRow, PlaceRow, ReasonRow
from .lede import Sorted, lede, sort_claims, title, weight
from .lookup import Lookup
from .values import values_by_day, values_told
from .wording import AGREEMENT, capital, figures

_WIDTH = 80
_CLAIMS = 4
_DISPUTES = 2
_VALUES = 4
"""Values of a dispute that are named."""
_EVENTS = 3
_MOST_SPANS = 3
"""Places of one page that the tree shows word for word."""


def summary(dossier: Dossier) -> str:
    """The lede, the timeline, the claims with most behind them, what is disputed, who copied whom: at most 21 lines of
    80 columns, so that a command's own lines still fit below."""
    lookup = Lookup(dossier)
    claims = sort_claims(lookup)
    told = clean("".join(phrase.text for phrase in lede(lookup, claims)))
    lines = [_cut(title(lookup)), *textwrap.wrap(told, _WIDTH, max_lines=6, placeholder=" …")]
    lines += _timeline(lookup)
    lines += _claims(claims, lookup)
    lines += _disputes(claims, lookup)
    lines += _copies(lookup)
    if dossier.problems:
        lines.append(f"{figures(len(dossier.problems), 'problem')}, listed in the dossier.")
    return "\n".join(lines)


def lineage(claim: ClaimRow, dossier: Dossier) -> str:
    """The tree from a claim down to the characters: voice, report, page, “exact words” [start:end], with reasons."""
    lookup = Lookup(dossier)
    support = claim.support
    counts = (
        f"{figures(len(support.pages), 'page')} → {figures(len(support.reports), 'report')} → "
        f"{figures(len(support.voices), 'voice')}"
    )
    agreement = AGREEMENT.get(claim.agreement.value, claim.agreement.value)
    lines = [clean(claim.text), f"{claim.id} · {claim.kind}", f"{counts} · {support.verdict} · {agreement}"]
    lines += [f"  because: {_reason(reason, lookup)}" for reason in dict.fromkeys(claim.agreement.reasons)]
    branches = [*lookup.voices(claim), *_unknown(claim, lookup)]
    for number, branch in enumerate(branches, 1):
        lines += _branch(branch, _stem("", number, len(branches)), lookup)
    return "\n".join(lines + _altered(claim, lookup))


def clean(text: str) -> str:
    """Text that cannot steer a terminal: control and direction characters taken out, white space made single."""
    kept = (" " if char.isspace() else char for char in text if char.isspace() or unicodedata.category(char)[0] != "C")
    return " ".join("".join(kept).split())


def _reason(reason: ReasonRow, lookup: Lookup) -> str:
    where = _pages(reason.spans, lookup)
    return clean(reason.why) + (f" ({clean(where)})" if where else "")


def _unknown(claim: ClaimRow, lookup: Lookup) -> list[LineageRow]:
    """A branch for the pages that could not be placed."""
    if not claim.support.unknown:
        return []
    steps: list[LineageRow] = []
    for page in claim.support.unknown:
        members = (m for one in claim.members if (m := lookup.members.get(one)) and m.source == page)
        spans = tuple(place for member in members for place in lookup.places(member))
        steps.append(LineageRow("page", page, lookup.label(page), "", spans, ()))
    return [LineageRow("unknown", "", "not placed", "never counted as independent", (), tuple(steps))]


def _branch(row: LineageRow, stem: tuple[str, str], lookup: Lookup) -> list[str]:
    """A node and what is below it; `stem` is what stands before its first line, and before the others."""
    name = lookup.sources[row.id].name if row.kind == "page" and row.id in lookup.sources else row.name
    why = f" ({clean(row.why)})" if row.why else ""
    head = f"{stem[0]}{row.kind}: {clean(name)}{why}"
    words = _words(row.spans, lookup)
    if len(words) == 1 and len(head) + len(words[0]) < 2 * _WIDTH:
        head, words = f"{head}  {words[0]}", []
    lines = [head, *(f"{stem[1]}{'│  ' if row.steps else '   '}{line}" for line in words)]
    for number, step in enumerate(row.steps, 1):
        lines += _branch(step, _stem(stem[1], number, len(row.steps)), lookup)
    return lines


def _altered(claim: ClaimRow, lookup: Lookup) -> list[str]:
    """What copies changed, one line for each change; nothing where they changed nothing."""
    lines = [
        clean(
            f"{change.kind} in {_pages(change.after, lookup)}, against {_pages(change.before, lookup)}: {change.note}"
        )
        for change in altered(claim)
    ]
    return ["", "What copies changed", *(f"  {line.removesuffix(':')}" for line in lines)] if lines else []


def _pages(places: tuple[PlaceRow, ...], lookup: Lookup) -> str:
    sources = sorted({place.source for place in places}, key=lambda source: (lookup.order.get(source, 0), source))
    return ", ".join(map(lookup.label, sources))


def _stem(before: str, number: int, of: int) -> tuple[str, str]:
    return (before + "└─ ", before + "   ") if number == of else (before + "├─ ", before + "│  ")


def _words(spans: tuple[PlaceRow, ...], lookup: Lookup) -> list[str]:
    lines = [f"“{clean(lookup.cut(span))}” [{span.start}:{span.end}]" for span in spans[:_MOST_SPANS]]
    return lines + ([f"and {len(spans) - _MOST_SPANS} more places"] if len(spans) > _MOST_SPANS else [])


def _cut(text: str, width: int = _WIDTH) -> str:
    plain = clean(text)
    return plain if len(plain) <= width else plain[: width - 1].rstrip() + "…"


def _timeline(lookup: Lookup) -> list[str]:
    held = [event for event in lookup.dossier.events if event.sources]
    largest = sorted(held, key=lambda e: (-len(e.sources), e.id))[:_EVENTS]
    ordered = sorted(largest, key=lambda e: (e.when is None, e.when.earliest if e.when else "", e.id))
    if not ordered:
        return []
    lines = [""]
    for event in ordered:
        when = spoken(event.when.edtf) if event.when else "no day told"
        mark = "●" if event.when and event.when.earliest == event.when.latest else "○"
        lines.append(_cut(f"{mark} {when}: {event.title} ({figures(len(event.sources), 'page')})"))
    if len(held) > len(ordered):
        lines.append(f"  and {figures(len(held) - len(ordered), 'smaller occasion')}")
    return lines


def _claims(claims: Sorted, lookup: Lookup) -> list[str]:
    """Those with most behind them, each wording once: what is said often holds what is measured."""
    ranked = sorted((*claims.agreed, *claims.single, *claims.undecided), key=lambda claim: weight(claim, lookup))
    texts: dict[str, ClaimRow] = {}
    for claim in ranked:
        texts.setdefault(fold(claim.text).strip("\"' ")[:40], claim)
    lines = ["", "PAGES → REPORTS → VOICES"]
    return lines + [_claim(claim, lookup) for claim in list(texts.values())[:_CLAIMS]] if texts else []


def _claim(claim: ClaimRow, lookup: Lookup) -> str:
    support = claim.support
    counts = f"{len(support.pages):>3} → {len(support.reports)} → {len(support.voices)} "
    voice = lookup.actor(support.voices[0]) if len(support.voices) == 1 else None
    tail = f" [{_cut(voice, 22)}]" if voice else ""
    return counts + _cut(_from_figure(claim, lookup), _WIDTH - len(counts) - len(tail)) + tail


def _from_figure(claim: ClaimRow, lookup: Lookup) -> str:
    """The claim's text, begun late enough that its figure is seen."""
    text = clean(claim.text)
    figure = lookup.main_figure(claim)
    at = text.find(clean(figure.text)) if figure else -1
    start = text.rfind(" ", 0, at - 14) + 1 if at > 20 else 0
    return f"… {text[start:]}" if start else text


def _disputes(claims: Sorted, lookup: Lookup) -> list[str]:
    """What is disputed: of a figure its values, those on most pages first; of one that was revised the steps."""
    lines = []
    for claim in claims.disputed[:_DISPUTES]:
        word = capital(AGREEMENT.get(claim.agreement.value, claim.agreement.value))
        values = _steps(claim, lookup) or " / ".join(value for value, _ in values_told(claim, lookup)[:_VALUES])
        told = f"{values}: {claim.text}" if values else claim.text
        lines.append(_cut(f"{word}: {told}"))
    return lines


def _steps(claim: ClaimRow, lookup: Lookup) -> str:
    """The values of a figure that was revised, in the order of days; of many the first and the last ones; empty for
    another figure."""
    steps = [value for _, values in values_by_day(claim, lookup) for value in values]
    if len(steps) > _VALUES:
        steps = [steps[0], "…", *steps[-2:]]
    return " → ".join(steps)


def _copies(lookup: Lookup) -> list[str]:
    families = sorted((f for f in lookup.dossier.copies if len(f.members) > 1), key=lambda f: (-len(f.members), f.id))
    if not families:
        return []
    return [_cut(f"Copies: {', '.join(f'{lookup.origin(f)} ({len(f.members)})' for f in families)}")]
