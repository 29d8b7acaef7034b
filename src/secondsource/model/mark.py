"""Marks: what stands in one source, as written there. Every mark lies inside reported passages (credits excepted)."""

from enum import StrEnum

from msgspec import Struct

from .span import Reason, Span


class Mark(Struct, frozen=True, kw_only=True, gc=False):
    """The common part: characters `start` to `end` of source `source`. `id` is a hash of kind, source, spans and
    value."""

    id: str
    source: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The characters."""
        return Span(self.start, self.end)


class CreditRole(StrEnum):
    """What the credited party did."""

    WIRE = "wire"
    BYLINE = "byline"
    TRANSLATOR = "translator"
    RELAYED = "relayed"
    PHOTO = "photo"
    AGENCY = "agency"


class Credit(Mark, frozen=True, kw_only=True, tag="credit"):
    """Whose work the page says it is: a wire line, a byline, a translator, "Source: Le Figaro"."""

    role: CreditRole
    name: str
    through: str | None = None
    """The language (ISO 639-1) whose version this text passed through, where the credit says so."""


class ActorKind(StrEnum):
    """What sort of party a name stands for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    PLACE = "place"
    GROUP = "group"
    DATA_SOURCE = "data-source"


class MentionForm(StrEnum):
    """In which form the party is named."""

    NAME = "name"
    SURNAME = "surname"
    TITLE = "title"
    """An office or description that names one party: "the NATO chief"."""
    METONYM = "metonym"
    """A capital or building for its government: Beijing, the Kremlin."""
    PRONOUN = "pronoun"
    COLLECTIVE = "collective"
    """ "U.S. officials", "allies". """
    UNNAMED = "unnamed"
    """A single party that the text keeps unnamed: "a senior official"."""


class Mention(Mark, frozen=True, kw_only=True, tag="mention"):
    """A party as named here. `name` is the fullest name this document gives it ("Stoltenberg" carries "Jens
    Stoltenberg")."""

    text: str
    name: str
    kind: ActorKind
    form: MentionForm
    office: str | None = None
    """The office as a key shared by languages, such as `secretary-general`, where the mention or its apposition
    states one."""
    office_of: str | None = None
    """Whose office: `NATO`, a country's ISO 3166 code, an organisation's name."""
    country: str | None = None
    """ISO 3166-1 alpha-2 in lower case, for states, metonyms and nationalities."""


class MomentKind(StrEnum):
    """TimeML's four types."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


class Moment(Mark, frozen=True, kw_only=True, tag="moment"):
    """A temporal expression. `edtf` is what this page alone lets it resolve to; None where the page does not say."""

    text: str
    kind: MomentKind
    edtf: str | None
    timex: str | None
    """TIMEX3 value, kept beside EDTF for durations, sets and references (`P2D`, `XXXX-WXX-1`, `PAST_REF`)."""
    anchor: str | None = None
    """What it was counted from: `published`, `text`, or the id of another moment."""
    relation: str | None = None
    """The relation as a key that a later stage can resolve again: `weekday:3`, `month:+1`, `year:-1`,
    `month-of-year:5`."""
    reason: Reason | None = None


class Naming(StrEnum):
    """How a statement's speaker is known."""

    NAMED = "named"
    TITLE = "title"
    PRONOUN = "pronoun"
    CONTINUED = "continued"
    """Nothing names the speaker here; the statement goes on from the one before."""
    UNNAMED = "unnamed"
    COLLECTIVE = "collective"
    DATA = "data"


class Speaker(Struct, frozen=True, gc=False):
    """Who speaks: the fullest name this document gives, how that is known, and the characters that name the speaker."""

    name: str
    how: Naming
    start: int
    end: int
    mention: str | None = None
    """Id of the mention; None for a speaker that is no party of its own (an unnamed official keeps its own mention
    too)."""


class StatementKind(StrEnum):
    """In whose words."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Realis(StrEnum):
    """Whether the deed, or the utterance, is told as done."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    DENIED = "denied"
    PLANNED = "planned"
    THREATENED = "threatened"
    HYPOTHETICAL = "hypothetical"


class Statement(Mark, frozen=True, kw_only=True, tag="statement"):
    """What somebody is reported to have said. `spans` are its words (several where a cue interrupts); `start`, `end`
    enclose them."""

    kind: StatementKind
    spans: tuple[Span, ...]
    text: str
    """The words of `spans`, joined by one space."""
    speaker: Speaker | None
    speaker_missing: str | None = None
    """Why there is no speaker, where there is none."""
    cue: Span | None = None
    addressee: str | None = None
    when: str | None = None
    """Id of the moment at which it was said, where the cue's sentence gives one."""
    within: str | None = None
    """Id of the statement that reports this one ("Reuters reported that Putin will …")."""
    quoted: tuple[Span, ...] = ()
    """The characters between quotation marks, for mixed statements."""
    negated: bool = False
    repaired: bool = False
    repair: str | None = None
    manner: str | None = None
    """How it is reported to have been uttered, as a key shared by languages: `say`, `ask`, `warn`, `deny`, `announce`,
    `promise`, `refuse`, `urge`, `accuse`, `praise`, `call`, `show` (data), `think` (a stance or wish, not words)."""
    source_phrase: Span | None = None
    """The whole phrase that stands for the speaker, apposition included; also where nobody could be resolved."""
    occasion: str | None = None
    """On what occasion it was said, as written: "in an interview with the Courier"."""
    realis: Realis | None = None
    """Whether it is told as uttered; None where no cue tells."""
    cited_by: Span | None = None
    """The phrase of who cites the speaker: "zitiert *die Zeitung* den Minister"; None where nobody is said to."""


class Comparator(StrEnum):
    """How the writer bounds the value."""

    EQUAL = "equal"
    ABOUT = "about"
    MORE = "more"
    AT_LEAST = "at-least"
    LESS = "less"
    AT_MOST = "at-most"
    RANGE = "range"


class Figure(Mark, frozen=True, kw_only=True, tag="figure"):
    """A number with what it counts. The writing implies the interval from `low` to `high`: 26% may be 25.5 to 26.5.

    `value`, `low`, `high` are in `unit` (`percent`, `percentage-point`, an ISO 4217 code, `count`, `tonne` …), scaled
    out: 240.1 billion is 240.1e9.
    """

    text: str
    value: float
    low: float | None
    """None: no lower bound."""
    high: float | None
    """None: no upper bound."""
    unit: str
    comparator: Comparator
    measure: str | None
    """What is measured, as a head phrase of the text: "microelectronics imports"."""
    change: str | None = None
    """`rise` or `fall` where the figure is a change, `to-level` where a change leads to it."""
    of: tuple[str, ...] = ()
    """The parties and things it is about, by the names of their mentions."""
    terms: tuple[str, ...] = ()
    """The content words near the figure that say what is measured, normalised, for comparing wordings."""
    period: str | None = None
    """EDTF of the time it covers, where this page says."""
    period_moment: str | None = None
    statement: str | None = None
    """Id of the statement it stands in: its speaker is the figure's voice."""
    follows: str | None = None
    """Id of a data source's statement that this figure goes on from, where it stands in no statement itself."""
    converts: str | None = None
    """Id of the figure of which this is a conversion, as a bracket right behind it says."""
    revises: bool = False
    """Whether its sentence says that an earlier figure is corrected."""
    replaced_by: str | None = None
    """Id of the figure that its sentence puts in its place: "104, not 96"."""
    source_mention: str | None = None
    """Id of the mention whose figure the clause says it is (police counted 40), where no statement tells."""
    part_of: str | None = None
    """Id of the figure of which it is a part: 15 of 23 ships."""
    own_count: Span | None = None
    """The words that say that the report itself counted: "our reporter counted", "by our count"."""


class Action(Mark, frozen=True, kw_only=True, tag="action"):
    """Who did what to whom: a deed with its PLOVER type (https://github.com/openeventdata/PLOVER)."""

    text: str
    code: str
    """One of PLOVER's 16 types, such as SANCTION."""
    mode: str | None
    actor: str | None
    """The name of the acting party, as its mention carries it."""
    actor_mention: str | None
    target: str | None
    target_mention: str | None
    realis: Realis
    statement: str | None = None
    """Id of the statement it stands in."""
    when: str | None = None
    """Id of the moment."""
    where: str | None = None


AnyMark = Credit | Mention | Moment | Statement | Figure | Action
