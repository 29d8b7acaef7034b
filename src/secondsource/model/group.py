"""Groups: what links join. Groups are derived at every run; links and judgements are what is kept."""

from enum import StrEnum

from msgspec import Struct

from .mark import ActorKind
from .published import Published
from .span import Reason, Span


class Relation(StrEnum):
    """How one text of a copy family stands to the one it derives from."""

    VERBATIM = "verbatim"
    LIGHT_EDIT = "light edit"
    EXCERPT = "excerpt"
    REWRITE = "rewrite"
    TRANSLATION = "translation"
    BACK_TRANSLATION = "back-translation"
    FOLLOW_UP = "follow-up"


class Derivation(Struct, frozen=True, rename={"from_id": "from", "to_id": "to"}):
    """`to_id` derives from `from_id`: source ids, or `outside:NAME` for a text that is not in the pile."""

    from_id: str
    to_id: str
    relation: Relation
    score: float
    reasons: tuple[Reason, ...]
    directed: bool = True
    """False where the two are copies and nothing says which came first."""


class Origin(Struct, frozen=True):
    """Where a family's text comes from: a source of the pile, a party outside it, or neither known."""

    source: str | None = None
    outside: str | None = None
    reasons: tuple[Reason, ...] = ()


class Group(Struct, frozen=True, kw_only=True):
    """Members are ids, sorted."""

    id: str
    members: tuple[str, ...]


class CopyFamily(Group, frozen=True, kw_only=True, tag="copy-family"):
    """Sources that carry one text; a single source that only passes on an outside text is a family of one."""

    origin: Origin
    derivations: tuple[Derivation, ...]


class Actor(Group, frozen=True, kw_only=True, tag="actor"):
    """One party over all sources; members are mention ids."""

    name: str
    kind: ActorKind
    aliases: tuple[str, ...]


class Part(Struct, frozen=True):
    """The words of a member that belong to a group, where the whole of it does not."""

    member: str
    spans: tuple[Span, ...]


class Utterance(Group, frozen=True, kw_only=True, tag="utterance"):
    """One remark on one occasion; members are statement ids."""

    text: str
    """The wording of its fullest direct member."""
    occasion: str | None
    """Id of the event at which it was said."""
    repeats: tuple[str, ...] = ()
    """Ids of utterances with the same content on other occasions."""
    speaker: str | None = None
    """Id of the actor whom most of its members name as the speaker; None where none is named, or two as often."""
    parts: tuple[Part, ...] = ()
    """Of members that other reports tell as several remarks, the words that belong to this one; their other words
    belong to other utterances."""


class Agreement(StrEnum):
    """How the members of a group or claim stand to each other."""

    SAME = "same"
    SAME_BY_ROUNDING = "same-by-rounding"
    CONVERTED = "converted"
    DIFFERENT_PERIOD = "different-period"
    DIFFERENT_DEFINITION = "different-definition"
    REVISED = "revised"
    CONFLICT = "conflict"
    UNDECIDED = "undecided"


class Quantity(Group, frozen=True, kw_only=True, tag="quantity"):
    """Figures that measure the same thing of the same thing in the same period; members are figure ids."""

    measure: str
    unit: str
    period: str | None
    agreement: Agreement
    reasons: tuple[Reason, ...]
    related: tuple[tuple[str, Agreement], ...] = ()
    """Other quantities that look alike but are not the same, with the class of the difference."""


class Event(Group, frozen=True, kw_only=True, tag="event"):
    """One happening; members are source ids (the sources whose main occasion it is)."""

    title: str
    when: Published | None
    where: str | None
    actions: tuple[str, ...]


class Story(Group, frozen=True, kw_only=True, tag="story"):
    """Events that chain over time; members are event ids."""

    title: str


class Resolution(Struct, frozen=True):
    """What something resolves to with the help of other sources. `target` is a moment's or a source's id."""

    target: str
    published: Published
    learnt_from: tuple[str, ...]
    """Ids of the sources that helped."""


AnyGroup = CopyFamily | Actor | Utterance | Quantity | Event | Story
