"""A verb or phrase that reports, as it stands in its sentence."""

from enum import StrEnum

from msgspec import Struct

from secondsource.language.speech.lexicon import Form
from secondsource.language.speech.table import Takes


class Mode(StrEnum):
    """How a cue stands in its sentence."""

    FINITE = "finite"
    PARTICIPIAL = "participial"
    INFINITIVE = "infinitive"
    ACCORDING = "according"
    NOUN = "noun"
    PASSIVE = "passive"


class Cue(Struct, frozen=True, gc=False):
    """Token range of the verb group (auxiliaries included) or of the phrase "according to"."""

    start: int
    verb: int
    end: int
    mode: Mode
    form: Form | None = None
    negated: bool = False
    inner: tuple[int, int] | None = None
    """Where the subject stands inside the group: "a-t-*il* déclaré", "hat *Müller* gesagt"."""

    def can(self, takes: Takes) -> bool:
        """Whether its verb takes this without a preposition."""
        return self.form is not None and self.form.can(takes)

    @property
    def manner(self) -> str:
        """The manner of its verb's first frame."""
        return self.form.frames[0].manner if self.form else "say"


class Governed(Struct, frozen=True, gc=False):
    """A cue with the tokens of its subject."""

    cue: Cue
    subject: tuple[int, int] | None
