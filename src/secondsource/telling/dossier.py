"""The dossier: what `dossier.json` holds. Its JSON Schema is generated from these types (`schema.py`).

Positions are half-open code-point offsets in the text of the source they name. Names of fields are a contract:
they may be joined by more, and are never renamed inside one version.
"""

from msgspec import Struct

VERSION = 1


class ReasonRow(Struct, frozen=True):
    """Why, and the characters that show it."""

    why: str
    spans: tuple["PlaceRow", ...]


class PlaceRow(Struct, frozen=True):
    """Characters of a source."""

    source: str
    start: int
    end: int


class SpanRow(Struct, frozen=True):
    """Characters of the source that the row itself names."""

    start: int
    end: int


class WhenRow(Struct, frozen=True):
    """Days that the evidence allows: EDTF, and the first and last of them as YYYY-MM-DD."""

    edtf: str
    earliest: str
    latest: str
    reasons: tuple[ReasonRow, ...]


class PassageRow(Struct, frozen=True):
    """The role of some characters."""

    role: str
    start: int
    end: int


class CreditRow(Struct, frozen=True):
    """Who is credited with what."""

    role: str
    name: str
    start: int
    end: int
    through: str | None


class TitleRow(Struct, frozen=True):
    """A title that the page's data gives, and how it is called there (`og:title`, `JSON-LD headline`)."""

    value: str
    property: str


class DatelineRow(Struct, frozen=True):
    """The dateline, and the place and the agency that it names."""

    start: int
    end: int
    place: str | None
    agency: str | None


class SourceRow(Struct, frozen=True):
    """One page of the pile. `title` to `dateline` are its masthead, each only where the page or its record says it:
    `title` the publisher's own, without the outlet's name; `titles` every one that the page's data gives; `section`
    the part of the publication; `canonical` the address that the page gives itself, as it stands there."""

    id: str
    name: str
    path: str
    record: int | None
    sha256: str
    url: str | None
    media_type: str
    encoding: str
    length: int
    text: str
    language: str | None
    outlet: str | None
    event: str | None
    story: str | None
    passages: tuple[PassageRow, ...]
    headline: SpanRow | None
    published: WhenRow | None
    credits: tuple[CreditRow, ...]
    title: str | None = None
    titles: tuple[TitleRow, ...] = ()
    authors: tuple[str, ...] = ()
    section: str | None = None
    canonical: str | None = None
    standfirst: SpanRow | None = None
    dateline: DatelineRow | None = None


class OriginRow(Struct, frozen=True):
    """Where the text of a family comes from: a source of the pile, a party outside, or neither."""

    source: str | None
    outside: str | None
    reasons: tuple[ReasonRow, ...]


class DerivationRow(Struct, frozen=True, rename={"from_id": "from", "to_id": "to"}):
    """`to` derives from `from`: source ids, or `outside:NAME`."""

    from_id: str
    to_id: str
    relation: str
    score: float
    directed: bool
    reasons: tuple[ReasonRow, ...]


class CopyRow(Struct, frozen=True):
    """Sources that carry one text."""

    id: str
    members: tuple[str, ...]
    origin: OriginRow
    derivations: tuple[DerivationRow, ...]


class PossibleCopyRow(Struct, frozen=True):
    """Two sources too alike for reports that surely are independent, and not alike enough to call either a copy. A
    claim that both carry counts one of them as unknown."""

    left: str
    right: str
    score: float
    reasons: tuple[ReasonRow, ...]


class ActorRow(Struct, frozen=True):
    """One party over all sources."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    mentions: tuple[PlaceRow, ...]


class EventRow(Struct, frozen=True):
    """One happening, and the sources whose main occasion it is."""

    id: str
    title: str
    when: WhenRow | None
    where: str | None
    sources: tuple[str, ...]
    actions: tuple[str, ...]


class StoryRow(Struct, frozen=True):
    """Events that chain."""

    id: str
    title: str
    events: tuple[str, ...]


class SpeakerRow(Struct, frozen=True):
    """Who speaks, how that is known, and the characters that name the speaker."""

    actor: str | None
    name: str
    how: str
    start: int
    end: int


class StatementRow(Struct, frozen=True):
    """What somebody is reported to have said. `occasion` is where or when it was said, as written ("in an interview
    with the Courier"); `realis` whether it is told as said: asserted, alleged, denied, planned, threatened,
    hypothetical; null where no cue tells."""

    id: str
    source: str
    kind: str
    start: int
    end: int
    spans: tuple[SpanRow, ...]
    text: str
    speaker: SpeakerRow | None
    speaker_missing: str | None
    cue: SpanRow | None
    addressee: str | None
    event: str | None
    utterance: str | None
    within: str | None
    negated: bool
    repaired: bool
    repair: str | None
    occasion: str | None = None
    realis: str | None = None


class PartRow(Struct, frozen=True):
    """The words of a statement that belong to an utterance, where its other words belong to others."""

    statement: str
    spans: tuple[SpanRow, ...]


class UtteranceRow(Struct, frozen=True):
    """One remark on one occasion; `repeats` are the same remark on others. `parts`: of statements that other reports
    tell as several remarks, the words that belong to this one."""

    id: str
    statements: tuple[str, ...]
    occasion: str | None
    text: str
    repeats: tuple[str, ...]
    parts: tuple[PartRow, ...] = ()


class MomentRow(Struct, frozen=True):
    """A temporal expression; `edtf` is None where neither the text nor its siblings say."""

    id: str
    source: str
    start: int
    end: int
    text: str
    edtf: str | None
    timex: str | None
    kind: str
    anchor: str | None
    reasons: tuple[ReasonRow, ...]


class FigureRow(Struct, frozen=True):
    """A number with what it measures; `attributed_to` is an actor's id, `converts` and `part_of` are figures': the one
    converted, and the whole of which this is a part (15 of 23 ships)."""

    id: str
    source: str
    start: int
    end: int
    text: str
    value: float
    low: float | None
    high: float | None
    unit: str
    comparator: str
    change: str | None
    measure: str | None
    of: tuple[str, ...]
    period: str | None
    attributed_to: str | None
    statement: str | None
    converts: str | None
    quantity: str | None
    part_of: str | None = None


class RelatedRow(Struct, frozen=True):
    """Another quantity that looks alike, and how it differs."""

    quantity: str
    agreement: str


class QuantityRow(Struct, frozen=True):
    """Figures that measure the same."""

    id: str
    measure: str
    unit: str
    period: str | None
    figures: tuple[str, ...]
    agreement: str
    reasons: tuple[ReasonRow, ...]
    related: tuple[RelatedRow, ...]


class ActionRow(Struct, frozen=True):
    """Who did what to whom; `actor`, `target` and `attributed_to` are actors' ids."""

    id: str
    source: str
    start: int
    end: int
    text: str
    actor: str | None
    target: str | None
    code: str
    mode: str | None
    realis: str
    attributed_to: str | None
    when: str | None
    where: str | None
    event: str | None


class AgreementRow(Struct, frozen=True):
    """The class of agreement, and why."""

    value: str
    reasons: tuple[ReasonRow, ...]


class LineageRow(Struct, frozen=True):
    """A node of the tree from claim to voice, report, page."""

    kind: str
    id: str
    name: str
    why: str
    spans: tuple[PlaceRow, ...]
    steps: tuple["LineageRow", ...]


class SupportRow(Struct, frozen=True):
    """The three counts, each a list of what is counted."""

    pages: tuple[str, ...]
    reports: tuple[str, ...]
    voices: tuple[str, ...]
    outlets: tuple[str, ...]
    unknown: tuple[str, ...]
    unattributed: tuple[str, ...]
    verdict: str
    lineage: tuple[LineageRow, ...]


class DifferenceRow(Struct, frozen=True):
    """What two tellings have otherwise."""

    kind: str
    left: PlaceRow
    right: PlaceRow
    note: str


class ClaimRow(Struct, frozen=True):
    """Something said, measured or done. `parts`: of statements in several remarks, the words that belong to it."""

    id: str
    kind: str
    text: str
    members: tuple[str, ...]
    agreement: AgreementRow
    support: SupportRow
    differences: tuple[DifferenceRow, ...]
    parts: tuple[PartRow, ...] = ()


class ProblemRow(Struct, frozen=True):
    """Something a reader should know."""

    source: str
    code: str
    message: str
    start: int | None
    end: int | None


class MadeRow(Struct, frozen=True):
    """How it was made."""

    version: str
    grade: str
    settings: dict[str, str]
    models: dict[str, str] = {}


class Dossier(Struct, frozen=True):
    """Everything the program found, ready to be written or shown."""

    dossier: int
    made: MadeRow
    sources: tuple[SourceRow, ...]
    copies: tuple[CopyRow, ...]
    actors: tuple[ActorRow, ...]
    events: tuple[EventRow, ...]
    stories: tuple[StoryRow, ...]
    statements: tuple[StatementRow, ...]
    utterances: tuple[UtteranceRow, ...]
    moments: tuple[MomentRow, ...]
    figures: tuple[FigureRow, ...]
    quantities: tuple[QuantityRow, ...]
    actions: tuple[ActionRow, ...]
    claims: tuple[ClaimRow, ...]
    problems: tuple[ProblemRow, ...]
    possible_copies: tuple[PossibleCopyRow, ...] = ()
