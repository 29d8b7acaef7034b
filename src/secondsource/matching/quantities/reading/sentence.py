"""The sentences of a document, and what each of their figures is about."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from secondsource.language.subjects import ASKED, Hit, Role, Word, hits_among
from secondsource.model.mark import Figure, Mention, Moment
from secondsource.model.span import Span
from secondsource.text.sentences import sentences
from secondsource.text.tokens import folded_words

from .asked import headed, subject_of
from .ellipsis import base_of, carried_on, leads_to, left_to_before, unit_before, unit_behind
from .frame import Frame, aliases, frames, tokens
from .measured import TIMES
from .retold import gave_before, moves_a_number
from .subject import Recent, Sentence, Subject

_MOST_OF_A_SENTENCE = 40
"""Figures from which a line is a table, whose words say nothing of any one of them."""
_EARLIER = "earlier"
"""The cue that a number was given before."""
_CONTRADICTS = "contradicts"
"""The cue that somebody holds another number to be right."""
_GAVE = "gave"
"""The cue that somebody had given a number before."""
_LOWERED = "lowered"
"""The cue that what was expected or counted is put otherwise now."""


def subjects(
    text: str, code: str, figures: Sequence[Figure], mentions: Iterable[Mention], moments: Sequence[Moment] = ()
) -> dict[str, Subject]:
    """The subjects of a document's figures, by figure id. `figures` and `moments` are in order of place."""
    starts = [one.start for one in moments]
    found: dict[str, Subject] = {}
    recent: list[Recent] = []
    inside = [
        (one, tokens(text, one.words, code, one.mentions, one.figures, one.hits))
        for one in _sentences(text, code, figures, list(mentions), moments)
        if len(one.figures) <= _MOST_OF_A_SENTENCE
    ]
    known_as = aliases(text, [(words, one.figures) for one, words in inside])
    for sentence, words in inside:
        for figure, frame in zip(sentence.figures, frames(text, code, words, sentence.figures, known_as), strict=True):
            at = bisect_left(starts, _opens(figure, frame, sentence))
            dated = at < len(starts) and starts[at] < min(frame.end, sentence.span.end)
            subject = replace(subject_of(text, code, sentence, figure, frame), dated=dated)
            ahead = moments[bisect_left(starts, sentence.span.start) : bisect_left(starts, figure.start)]
            known = [one.id for one in ahead if one.edtf is not None]
            if "then" in subject.cues and known:
                subject = replace(subject, recalled=known[-1])
            led = bool(recent) and leads_to(text, recent[-1].figure, figure, code)
            before = None if led or figure.measure == "age" else base_of(figure, subject, recent, code)
            last = recent[-1].subject if recent and sentence.rank - recent[-1].sentence <= 1 else None
            if before is not None:
                subject = replace(
                    carried_on(subject, before.subject), goes_on=before.subject.goes_on or before.figure.id
                )
                subject = replace(subject, own=(*frame.own, *before.subject.own))
            elif (
                last is not None
                and sentence.rank == last.sentence
                and (led or ("from" in subject.cues and not _asked_between(recent[-1].figure, figure, sentence)))
            ):
                subject = carried_on(subject, last)
            near = [one for one in recent[-1:] if one.sentence == sentence.rank]
            base = before or next(iter(near), None)
            unit = (base and unit_before(figure, subject, base, code)) or unit_behind(text, figure, sentence.figures)
            subject = headed(text, replace(subject, unit=unit), figure, code)
            if not subject.asked and (frame.bare or (figure.unit == "count" and not frame.noun)):
                subject = left_to_before(figure, subject, recent)
            found[figure.id] = subject
            recent.append(Recent(figure, subject, sentence.rank, frozenset(k for w in words for k in w.keys)))
    return found


def _asked_between(last: Figure, figure: Figure, sentence: Sentence) -> bool:
    """Whether a word between two figures says what the second is of: prices rise 6%, and unemployment from 5.1%."""
    return any(hit.role in ASKED and last.end <= hit.start < figure.start for hit in sentence.hits)


def _opens(figure: Figure, frame: Frame, sentence: Sentence) -> int:
    """Where the clause of a figure opens; a week in "a week ago" parts no clauses."""
    ahead = [one for one in sentence.figures if one.end <= figure.start]
    if not ahead or ahead[-1].unit not in TIMES:
        return max(frame.start, sentence.span.start)
    return max((one.end for one in ahead if one.unit not in TIMES), default=sentence.span.start)


def _sentences(
    text: str, code: str, figures: Sequence[Figure], mentions: list[Mention], moments: Sequence[Moment]
) -> list[Sentence]:
    """The sentences that hold figures."""
    found: list[Sentence] = []
    at = named = 0
    before: Span | None = None
    for rank, span in enumerate(sentences(text, code)):
        inside = []
        while at < len(figures) and figures[at].start < span.end:
            inside.append(figures[at])
            at += 1
        while named < len(mentions) and mentions[named].start < span.start:
            named += 1
        if inside:
            within = [one for one in mentions[named : named + 60] if one.start < span.end]
            words = folded_words(text, span.start, span.end)
            dates = [one for one in moments if one.start < span.end and span.start < one.end]
            said = [hit for hit in hits_among(words, code) if not _of_a_phrase(hit, within, dates)]
            said += _put_otherwise(words, code)
            ahead: Sequence[Hit] = ()
            if found and found[-1].rank == rank - 1:
                ahead = found[-1].hits
            elif before is not None:
                ahead = hits_among(folded_words(text, before.start, before.end), code)
                said += _contradicted_before(ahead, words)
            named_here = any(hit.role is Role.VOICE for hit in said)
            last = None if named_here else _first_voice(ahead)
            found.append(Sentence(rank, span, words, said, within, inside, last))
        before = span
    return found


def _put_otherwise(words: Sequence[Word], code: str) -> list[Hit]:
    """The cues that no one phrase gives: raised its estimate; had reported."""
    cues = [_LOWERED] if moves_a_number(words, code) else []
    cues += [_GAVE] if gave_before(words, code) else []
    return [Hit(cue, words[0][0], words[0][1], Role.CUE) for cue in cues]


def _contradicted_before(ahead: Sequence[Hit], words: Sequence[Word]) -> list[Hit]:
    """The cue that the sentence before, which gives no figure, says that a number is wrong: That is far too low."""
    said = any(hit.role is Role.CUE and hit.key == _CONTRADICTS for hit in ahead)
    return [Hit(_CONTRADICTS, words[0][0], words[0][1], Role.CUE)] if said and words else []


def _of_a_phrase(hit: Hit, mentions: Sequence[Mention], dates: Sequence[Moment]) -> bool:
    """Whether a word only belongs to a name or a date: the Shipping Authority draws no line around shipping, "a year
    before" takes nothing back, and nobody marches in March."""
    dated = (hit.role is Role.CUE and hit.key == _EARLIER) or hit.role in ASKED
    among: Sequence[Mention | Moment] = mentions if hit.role is Role.DRAWN else dates if dated else ()
    return any(one.start <= hit.start and hit.end <= one.end for one in among)


def _first_voice(found: Iterable[Hit]) -> str | None:
    voices = [hit.key for hit in found if hit.role is Role.VOICE]
    return voices[0] if voices else None
