"""Cues inside the marks: « Nous ne céderons pas, a-t-il déclaré. Jamais. »"""

from msgspec import Struct

from secondsource.language.speech.lexicon import Lexicon
from secondsource.model.span import Span

from .draft import Draft
from .find import Quotation, trimmed
from .grammar.words import sentences
from .parse import drafts


class Incise(Struct, frozen=True, gc=False):
    """The draft of the inner cue, and the words around it."""

    draft: Draft
    pieces: tuple[Span, ...]


def incise(text: str, quotation: Quotation, lexicon: Lexicon) -> Incise | None:
    """The first cue inside the marks that names the speaker of the quotation itself, not of something told in it.

    Only where the language puts the subject behind the verb in such a case: a comma, the verb, the subject, and then a
    comma or a stop.
    """
    if not lexicon.speech.pronouns_invert:
        return None
    inner = quotation.inner
    for sentence in sentences(text, inner, [], lexicon):
        for draft in drafts(sentence, lexicon):
            source = draft.source
            if not draft.fronted or not draft.speaks or source is None or len(draft.pieces) != 1:
                continue
            end = max(source.end, draft.cue.end)
            if source.start <= draft.cue.start or (end < inner.end and text[end] not in ",.!?"):
                continue
            before = trimmed(text, Span(inner.start, draft.pieces[0].end))
            after = trimmed(text, Span(min(end + 1, inner.end), inner.end))
            pieces = (before, after) if after.end - after.start > 2 else (before,)
            return Incise(draft, pieces)
    return None
