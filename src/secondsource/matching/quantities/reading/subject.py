"""What a figure is about: what is asked, how it is drawn, of which part and place, and who counts."""

from collections.abc import Iterable

from msgspec import Struct

from secondsource.language.subjects import Hit, Word
from secondsource.model.mark import ActorKind, Figure, Mention, MentionForm
from secondsource.model.span import Span
from secondsource.text.normalise import plain

from .frame import EMPTY, Frame

HEAD = "head:"
"""What the keys of counted heads begin with; they are those of `language/measures.py`."""
FATES = frozenset({"death", "injury", "badly-injured", "missing"})
"""Keys of what becomes of people, whoever they are: three patients died."""


class Subject(Struct, frozen=True, gc=False):
    """What a figure is about."""

    asked: tuple[str, ...]
    """Keys of what is counted or measured, the most likely first."""
    first: frozenset[str]
    """Those of them that the nearest word stands for."""
    sure: bool
    """Whether that word stands so near that nothing else can be meant."""
    drawn: frozenset[str]
    """Keys of what draws the measure otherwise than usual."""
    part: bool
    """Whether the words right around it make it a part of something named before."""
    places: frozenset[str]
    """Places and countries that its sentence names, folded."""
    voice: str | None
    """The kind of body that counts, by the nearest word for one."""
    voice_before: str | None
    """The kind of body that the sentence before names first, where its own names none."""
    cues: frozenset[str]
    """What sets it against another figure: `from` right before it; `earlier`, `corrected`, `grown` in its sentence."""
    sentence: int
    """Which sentence of its document it stands in, from 0."""
    carried: bool = False
    """Whether its own sentence does not say what is asked, and the figure before it does."""
    frame: Frame = EMPTY
    """The words of its own clause."""
    goes_on: str | None = None
    """The figure before it, by id, where its own clause says nothing but who gives it or when."""
    dated: bool = False
    """Whether a moment stands in its own clause."""
    own: tuple[frozenset[str], ...] = ()
    """The keys of each content word of its clause, and of that of the figure it goes on from."""
    unit: str | None = None
    """The unit of the figure that it goes on from, where it has none itself: 4.1 hours a day, not 4.3."""
    recalled: str | None = None
    """The moment before it in its sentence, by id, that a word points back to: in 2009; six died then."""


NOTHING = Subject((), frozenset(), False, frozenset(), False, frozenset(), None, None, frozenset(), 0)
"""Of a figure that stands in no sentence."""


class Sentence(Struct, frozen=True):
    """A sentence with what stands in it."""

    rank: int
    span: Span
    words: list[Word]
    hits: list[Hit]
    mentions: list[Mention]
    figures: list[Figure]
    voice_before: str | None


class Recent(Struct, frozen=True, gc=False):
    """A figure that others may go on from."""

    figure: Figure
    subject: Subject
    sentence: int
    words: frozenset[str]
    """Keys of all words of its sentence."""


def places_of(mentions: Iterable[Mention]) -> frozenset[str]:
    """Places and countries among mentions: the country's code, else the folded name."""
    kinds = (ActorKind.PLACE, ActorKind.STATE)
    named = (one for one in mentions if one.kind in kinds and one.form is not MentionForm.METONYM)
    return frozenset(one.country or plain(one.name) for one in named)
