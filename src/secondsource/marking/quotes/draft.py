"""What one cue of a sentence reports, before anything is known of the sentences around it."""

from msgspec import Struct

from secondsource.model.mark import Realis
from secondsource.model.span import Span

from .grammar.subjects import Range
from .grammar.words import Token

Tokens = tuple[Token, ...]


class Draft(Struct, frozen=True, gc=False):
    """A cue with what it reports, in document offsets. No `pieces`: it may name the speaker of words nearby."""

    pieces: tuple[Span, ...]
    quotes: tuple[int, ...]
    """Indices of the quotations inside the pieces."""
    cue: Span
    source: Span | None
    head: Span | None
    """The part of the source that names it: before any apposition."""
    manner: str
    negated: bool = False
    addressee: Span | None = None
    speaks: bool = False
    """Whether the cue can bring in words between marks."""
    bare_quote: bool = False
    """Whether the content is quotations and nothing else."""
    first_person: bool = False
    """Whether its subject is the writer or a quoted speaker: "I", "we"."""
    relative: bool = False
    fronted: bool = False
    """Whether the words stand in front of the cue."""
    occasion: Span | None = None
    realis: Realis | None = None
    heads: bool = False
    """Whether its cue is the colon of a headline: then only a known party is a speaker."""
    thus: bool = False
    """Whether its source is only a word that takes up who spoke before: "demnach"."""
    means: Span | None = None
    """The phrase that the source stands for, where it is another: "eigenen Angaben" means the clause's subject."""


def head_of(tokens: Tokens, subject: Range) -> Range:
    """The part of a subject that names it: before any apposition."""
    for at in range(subject[0] + 1, subject[1]):
        if tokens[at].text in ",(–—":
            return (subject[0], at)
    return subject
