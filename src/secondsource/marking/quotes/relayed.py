"""Sources named inside what another tells, and who passes a source's words on."""

from msgspec.structs import replace

from secondsource.language.speech.lexicon import Lexicon
from secondsource.language.speech.table import Order

from .draft import Draft, made
from .grammar.cue import Mode
from .grammar.cues import cues
from .grammar.frames import Frame, framed
from .grammar.words import Sentence

_RELAYED = 40
"""Characters between a cue with its subject and who passes the words on."""


def inner_sources(sentence: Sentence, drafts: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """The drafts, where a source named inside reported words has the quoted words of its own clause: "Wie die Zeitung
    berichtet, sollen *laut der Studie* „neue Wege“ helfen"."""
    if lexicon.speech.order is not Order.V2 or not any(one.quotes for one in drafts):
        return drafts
    named = [cue for cue in cues(sentence.tokens, lexicon) if cue.mode is Mode.ACCORDING]
    for frame in framed(sentence.tokens, named, len(sentence.tokens), lexicon):
        inner = _inner_source(sentence, frame, drafts, lexicon)
        if inner is None:
            drafts = [_relayed(sentence, frame, one, lexicon) for one in drafts]
        else:
            rest = [one for one in drafts if one.cue != inner.cue]
            drafts = [replace(one, quotes=tuple(q for q in one.quotes if q not in inner.quotes)) for one in rest]
            drafts.append(inner)
    return drafts


def _inner_source(sentence: Sentence, frame: Frame, drafts: list[Draft], lexicon: Lexicon) -> Draft | None:
    """The draft of a source with the quoted words behind it in its clause, where another cue reports that clause."""
    tokens, cue, subject = sentence.tokens, frame.cue, frame.subject
    if subject is None:
        return None
    begin = max(cue.end, subject[1])
    end = next((at for at in range(begin, len(tokens)) if tokens[at].text in ",;:."), len(tokens))
    quotes = {token.quote for token in tokens[begin:end] if token.quote is not None}
    at = sentence.span_of((cue.start, cue.end))
    around = (
        piece.start < at.start and at.end <= piece.end
        for one in drafts
        if one.cue != at and quotes <= set(one.quotes)
        for piece in one.pieces
    )
    return made(sentence, frame, [(begin, end)], None, False, lexicon) if quotes and any(around) else None


def _relayed(sentence: Sentence, frame: Frame, draft: Draft, lexicon: Lexicon) -> Draft:
    """The draft with who passes it on, where a source stands in its cue's clause: "sagte er *laut der BBC* „…“"."""
    subject = frame.subject
    if subject is None or draft.cited_by is not None or draft.source is None or not draft.quotes:
        return draft
    at, by = sentence.span_of((frame.cue.start, frame.cue.end)), sentence.span_of(subject)
    inside = any(piece.start < by.end and at.start < piece.end for piece in draft.pieces)
    owners = lexicon.sets["possessives_he"] | lexicon.sets["possessives_she"]
    own = any(token.lower in owners for token in sentence.tokens[slice(*subject)])  # "ihrer Meinung nach"
    last = max(draft.cue.end, draft.source.end)
    behind, between = 0 < at.start - last < _RELAYED, draft.source.end < at.start < by.end < draft.cue.start
    near = (behind or between) and not inside and not own
    return replace(draft, cited_by=by) if near and draft.cue != at else draft
