"""Who said what: remarks by speaker, their variants aligned with the fullest wording."""

from msgspec import Struct
from msgspec.structs import replace

from ..dates import spoken
from ..dossier import StatementRow, UtteranceRow
from ..lookup import Lookup
from .anchors import Anchors
from .claims import said_words
from .shown import Words

_OPEN = 4
"""Remarks of a speaker that stand open."""
MOST = 400
"""Remarks of one speaker that the page lists; all are in dossier.json."""


class Remark(Struct, frozen=True):
    """One remark on one occasion: the fullest wording first."""

    anchor: str
    occasion: str
    repeated: tuple[tuple[str, str], ...]
    """Anchor and occasion of the same remark elsewhere, each occasion once."""
    full: Words
    variants: tuple[Words, ...]


class SpeakerView(Struct, frozen=True):
    """A speaker's remarks; those in most wordings first."""

    name: str
    pages: int
    shown: tuple[Remark, ...]
    folded: tuple[Remark, ...]
    left: int

    @property
    def total(self) -> int:
        """How many remarks there are."""
        return len(self.shown) + len(self.folded) + self.left


def speakers(lookup: Lookup, anchors: Anchors) -> tuple[SpeakerView, ...]:
    """Speakers by how many pages carry them; statements without a speaker last."""
    utterances = {utterance.id: utterance for utterance in lookup.dossier.utterances}
    grouped = [
        (utterance, lookup.told(utterance.statements, utterance.parts)) for utterance in lookup.dossier.utterances
    ]
    loose = [statement for statement in lookup.dossier.statements if statement.utterance not in utterances]
    grouped += [(UtteranceRow(s.id, (s.id,), s.event, s.text, ()), [s]) for s in loose]
    by_speaker: dict[str, list[tuple[UtteranceRow, list[StatementRow]]]] = {}
    for utterance, rows in grouped:
        if rows:
            by_speaker.setdefault(_speaker(rows, lookup), []).append((utterance, rows))
    views = [_view(name, found, lookup, anchors) for name, found in by_speaker.items()]
    return tuple(sorted(views, key=lambda v: (not v.name, -v.pages, -v.total, v.name)))


def _speaker(rows: list[StatementRow], lookup: Lookup) -> str:
    """The name most pages give."""
    names: dict[str, int] = {}
    for row in rows:
        if row.speaker:
            name = lookup.actor(row.speaker.actor) or row.speaker.name
            names[name] = names.get(name, 0) + 1
    return min(names, key=lambda name: (-names[name], name)) if names else ""


def _view(
    name: str, found: list[tuple[UtteranceRow, list[StatementRow]]], lookup: Lookup, anchors: Anchors
) -> SpeakerView:
    pages = {row.source for _, rows in found for row in rows}
    ordered = sorted(
        found,
        key=lambda f: (
            -len({row.source for row in f[1]}),
            all(row.kind == "indirect" for row in f[1]),
            lookup.order.get(f[1][0].source, 0),
            f[1][0].start,
            f[0].id,
        ),
    )
    remarks = _said_once([_remark(utterance, rows, name, anchors) for utterance, rows in ordered[:MOST]])
    return SpeakerView(name, len(pages), tuple(remarks[:_OPEN]), tuple(remarks[_OPEN:]), len(found) - len(remarks))


def _said_once(remarks: list[Remark]) -> list[Remark]:
    """The occasion named only where it changes from one remark to the next."""
    before = [Remark("", "", (), remarks[0].full, ()), *remarks] if remarks else []
    return [
        replace(remark, occasion="") if remark.occasion == last.occasion and not remark.repeated else remark
        for last, remark in zip(before, remarks, strict=False)
    ]


def _remark(utterance: UtteranceRow, rows: list[StatementRow], speaker: str, anchors: Anchors) -> Remark:
    lookup = anchors.lookup
    words = said_words(rows, lookup, anchors, speaker)
    events = {u.id: u.occasion for u in lookup.dossier.utterances} if utterance.repeats else {}
    again: dict[str, str] = {}
    for other in utterance.repeats:
        again.setdefault(_occasion(events.get(other), lookup), _anchor(other))
    return Remark(
        anchor=_anchor(utterance.id),
        occasion=_occasion(utterance.occasion, lookup),
        repeated=tuple((anchor, occasion) for occasion, anchor in again.items()),
        full=words[0],
        variants=words[1:],
    )


def _anchor(utterance: str) -> str:
    return f"u-{utterance.removeprefix('utterance:')}"


def _occasion(event: str | None, lookup: Lookup) -> str:
    row = lookup.events.get(event) if event else None
    if row is None:
        return "occasion not told"
    when = spoken(row.when.edtf) if row.when else ""
    return " · ".join(part for part in (row.where or row.title, when) if part)
