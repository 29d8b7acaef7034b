"""One paragraph to sayings: drafts and quotations brought together."""

from collections.abc import Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language.speech.lexicon import Kind, Lexicon
from secondsource.model.mark import Realis
from secondsource.model.span import Span

from .draft import Draft
from .find import Quotation, quotations, trimmed, unblocked
from .grammar.words import Sentence, sentences, titled
from .labels import attribute, label, named, nominal, outlet, spoken_in
from .parse import drafts
from .relayed import inner_sources
from .saying import Saying, appended, direct, lengthened, quoted_at, tidy, words_in
from .uncued.claims import claims
from .uncued.colons import inside_clause
from .uncued.headings import behind_heading, beside_dash, headline, headline_words, signed, undersigned
from .uncued.inscribed import read_there
from .uncued.leads import bracketed, doer, introduced, worded
from .uncued.loose import GOES_ON_WORDS, LEAST_WORDS, loose, unclaimed
from .uncued.unquoted import behind_colon, points_back, told_before, told_itself, told_on, unmarked


class Paragraph(Struct, frozen=True, gc=False):
    """What one paragraph holds."""

    span: Span
    number: int
    sayings: tuple[Saying, ...]
    signature: Draft | None = None
    """Who spoke in the paragraph before, where this one is a name behind a dash."""
    leading: Draft | None = None
    """Who speaks in the next paragraph, where this one ends in a colon."""


class Opened(Struct, frozen=True, gc=False):
    """A paragraph whose sentences have their drafts: those of a cue and what it reports, each sentence by itself."""

    span: Span
    number: int
    marks: list[Quotation]
    parts: list[Sentence]
    drafted: list[list[Draft]]
    """The drafts of each sentence, in the order of their cues."""


def opened(text: str, within: Span, number: int, lexicon: Lexicon) -> Opened:
    """The sentences of one paragraph with their drafts."""
    within = unblocked(text, within)
    marks = quotations(text, within, partial(_tail, text, lexicon))
    parts = [behind_heading(part, lexicon) for part in sentences(text, within, marks, lexicon)]
    return Opened(within, number, marks, parts, [_drafted(part, lexicon, quotes=bool(marks)) for part in parts])


def read(text: str, paragraph: Opened, lexicon: Lexicon) -> Paragraph:
    """The sayings of one paragraph, in order of place."""
    within, number, marks = paragraph.span, paragraph.number, paragraph.marks
    parts, drafted = paragraph.parts, paragraph.drafted
    found: list[Saying] = []
    inside = _incised(text, marks, found, lexicon)
    pending: list[tuple[Sentence, list[int]]] = []
    for index, sentence in enumerate(parts):
        made = drafted[index]
        made, pending = _claimed(marks, (made, pending), found, sentence, lexicon)
        if index and made and points_back(sentence, made[0], lexicon):
            told_before(parts[index - 1], drafted[index - 1], made[0], found)
        if index and _claims(made, sentence, lexicon):
            unmarked(parts[:index], made, found, lexicon)
        taken = _taken(text, marks, made, sentence, found, lexicon) | inside
        taken |= _in_sources(marks, made)
        left = [t.quote for t in sentence.tokens if t.quote is not None and t.quote not in taken] if marks else []
        if not made and len(parts) == 1 and (number == 0 or titled(sentence.tokens)):
            title = headline(sentence, marks, lexicon) or headline_words(sentence, marks, left, lexicon)
            if title is not None:
                found.append(title)
                left = []
        told = behind_colon(sentence, (), lexicon) if _cued_only(made) else None
        if told is None and all(told_itself(text, draft, lexicon) for draft in made):
            told = told_on(text, marks, left, parts[: index + 1], found, lexicon)
        if told is not None:
            found.append(told)
            continue
        if not left:
            continue
        if _alone(sentence):
            claimed = _claimed_next(parts, drafted, index, found, lexicon)
            beside = _beside(parts, drafted, index, found)
            if beside is not None and not claimed:
                found.append(direct(marks, left, *beside))
            elif claimed or not appended(marks, left, found, _previous(parts, index)):
                pending.append((sentence, left))
            continue
        first = marks[left[0]]
        opens = sentence.tokens[0].quote == left[0] and words_in(first.inner.cut(text)) >= GOES_ON_WORDS
        if opens and not made and _after_direct(found, parts, index) and appended(marks, left[:1], found):
            left = left[1:]
        left = _gone_on_with(marks, left, sentence, found, lexicon)
        before = parts[index - 1] if index else None
        found.extend(loose(text, marks, left, (before, sentence), found, lexicon))
    leading = introduced(parts[-1], lexicon) if parts and parts[-1].tokens[-1].text == ":" else None
    found.extend(unclaimed(text, marks, pending, lexicon))
    found.sort(key=lambda s: (s.start, s.pieces[-1].end))
    found = [_with_doer(saying, parts, found, lexicon) for saying in found]
    sayings = tuple(replace(s, opens=_opens(s, within), paragraph=number) for s in found)
    alone = len(parts) == 1 and not marks
    signature = signed(parts[0], lexicon) or undersigned(parts[0], lexicon) if alone else None
    return Paragraph(within, number, sayings, signature, leading)


def _claimed_next(
    parts: list[Sentence], drafted: list[list[Draft]], index: int, found: list[Saying], lexicon: Lexicon
) -> bool:
    """Whether the next sentence has a cue that claims a quotation which stands alone; where somebody spoke right before
    it, only a cue that says hardly more, unlike "Lee kritisierte den Kurs der Partei scharf."."""
    if index + 1 == len(parts) or not _claims(drafted[index + 1], parts[index + 1], lexicon):
        return False
    return not _after_direct(found, parts, index) or _short(parts[index + 1], drafted[index + 1][0])


def _beside(
    parts: list[Sentence], drafted: list[list[Draft]], index: int, found: list[Saying]
) -> tuple[Draft, Span] | None:
    """Whose a quotation is that stands alone, and the sentence of its cue: a cue without words of its own right before
    it, else the speaker behind the quotation that opens the next sentence: "„…“ „…“, so Lee"."""
    spare = _spare(drafted[index - 1], found) if index else None
    if spare is not None:
        return spare, parts[index - 1].span
    if index + 1 == len(parts):
        return None
    opening = parts[index + 1].tokens[0].quote
    behind = (one for one in drafted[index + 1] if one.fronted and one.bare_quote and one.speaks)
    speaker = next((one for one in behind if opening is not None and opening in one.quotes), None)
    return None if speaker is None else (speaker, parts[index].span)


def _cued_only(made: list[Draft]) -> bool:
    """Whether cues stand in a sentence, and none has words of its own."""
    return bool(made) and not any(draft.pieces for draft in made)


def _with_doer(saying: Saying, parts: list[Sentence], found: list[Saying], lexicon: Lexicon) -> Saying:
    """The saying with the subject of the sentences before it, up to the last one in which somebody speaks."""
    draft = saying.draft
    open_subject = draft is not None and (draft.thus or (draft.source is None and lexicon.speech.pro_drop))
    if not (open_subject or (saying.goes_on and draft is None)):
        return saying
    spoken = max((one.sentence.end for one in found if one.sentence.end <= saying.sentence.start), default=0)
    before = [part for part in parts if spoken <= part.span.start and part.span.end <= saying.sentence.start]
    if before:
        return replace(saying, doer=doer(before, lexicon))
    behind = next((part for part in parts if part.span.start >= saying.sentence.end), None)
    return saying if behind is None or draft is not None else replace(saying, ahead=doer([behind], lexicon))


def _previous(parts: list[Sentence], index: int) -> int:
    """Where the last sentence in front of one begins that is more than words between marks."""
    return next((part.span.start for part in reversed(parts[:index]) if not _alone(part)), 0)


def _after_direct(found: list[Saying], parts: list[Sentence], index: int) -> bool:
    """Whether the sentence before holds the cue to words between marks, which a further quotation goes on."""
    return bool(found) and index > 0 and found[-1].direct and found[-1].sentence == parts[index - 1].span


def _drafted(sentence: Sentence, lexicon: Lexicon, *, quotes: bool) -> list[Draft]:
    """The drafts of a sentence; `quotes`: whether its paragraph holds words between marks."""
    name = signed(sentence, lexicon)
    if name is None:
        made = drafts(sentence, lexicon)
        led = (worded(sentence, lexicon) or beside_dash(sentence, lexicon)) if quotes else None
        led = led or (read_there(sentence, lexicon) if quotes else None)
        leading = [led] if led is not None else bracketed(sentence, lexicon) if quotes else []
        if leading:
            taken = {quote for one in leading for quote in one.quotes}
            made = [*leading, *(draft for draft in made if not set(draft.quotes) & taken)]
        made = claims(sentence, inner_sources(sentence, made, lexicon) if quotes else made, lexicon)
        made = [draft for draft in made if not inside_clause(sentence, draft, lexicon)] if quotes else made
        return [draft for draft in made if not draft.first_person or (draft.bare_quote and draft.speaks)]
    spoken = [(at, token.quote) for at, token in enumerate(sentence.tokens) if token.quote is not None]
    if not spoken:
        return [name]
    pieces = tuple(sentence.span_of((at, at + 1)) for at, _ in spoken)
    return [replace(name, pieces=pieces, quotes=tuple(index for _, index in spoken), bare_quote=True)]


def _incised(text: str, marks: list[Quotation], found: list[Saying], lexicon: Lexicon) -> frozenset[int]:
    """The quotations whose cue stands between their own marks."""
    taken: set[int] = set()
    for index, quotation in enumerate(marks):
        known = _incise(text, quotation, lexicon)
        if known is not None:
            at = Span(quotation.start, quotation.end)
            found.append(replace(direct(marks, [index], known.draft, at), pieces=known.pieces))
            taken.add(index)
    return frozenset(taken)


def _tail(text: str, lexicon: Lexicon, start: int, end: int) -> int | None:
    """Where quoted words without a closing mark end: before a speaker named behind them."""
    for sentence in sentences(text, Span(start, end), [], lexicon):
        for draft in drafts(sentence, lexicon):
            if not draft.speaks or draft.source is None:
                continue
            first = min(draft.source.start, draft.cue.start)
            if draft.fronted and draft.pieces and draft.pieces[0].end <= first and len(draft.pieces) == 1:
                return draft.pieces[0].end
            if _claims([draft], sentence, lexicon) and sentence.span.start > start and _short(sentence, draft):
                return trimmed(text, Span(start, sentence.span.start)).end
    return None


def _short(sentence: Sentence, draft: Draft) -> bool:
    """Whether hardly anything follows the cue in its sentence, or only when and where it was said."""
    assert draft.source is not None
    last = max(draft.cue.end, draft.source.end)
    behind = [t for t, start in zip(sentence.tokens, sentence.starts, strict=True) if start >= last and t.word]
    verbs = (Kind.AUXILIARY, Kind.FINITE, Kind.PRONOUN, Kind.THAT)
    place = bool(behind) and behind[0].kind is Kind.PREPOSITION and not any(t.kind in verbs for t in behind)
    return len(behind) <= 6 or place


def _alone(sentence: Sentence) -> bool:
    return not any(t.quote is None and t.word for t in sentence.tokens)


def _claims(made: list[Draft], sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence begins with a speaker and a cue without words of its own: "Jens Stoltenberg recalled."."""
    if not made or made[0].pieces or not made[0].speaks or made[0].source is None:
        return False
    if made[0].realis in (Realis.PLANNED, Realis.HYPOTHETICAL):
        return False  # "„…“ Der Gemeinderat will am Freitag entscheiden."
    first = min(made[0].source.start, made[0].cue.start)
    points = sentence.tokens[0].lower in lexicon.sets["pro_complements"]  # "„…“ Das musste Ann Lee einräumen."
    return first - (sentence.starts[1] if points else sentence.span.start) <= 3


def _spare(made: list[Draft], found: list[Saying]) -> Draft | None:
    """A cue without words of its own that no quotation before it took: "Ann Lee agreed. “…”"."""
    spare = made[-1] if made and not made[-1].pieces and made[-1].speaks and made[-1].source is not None else None
    spoken = any(one.draft is spare or (one.direct and one.draft in made) for one in found)
    return None if spoken else spare


def _claimed(
    marks: list[Quotation],
    left: tuple[list[Draft], list[tuple[Sentence, list[int]]]],
    found: list[Saying],
    sentence: Sentence,
    lexicon: Lexicon,
) -> tuple[list[Draft], list[tuple[Sentence, list[int]]]]:
    """The drafts and the pending quotations that are left when a cue without words of its own has taken the quotation
    right before its sentence."""
    made, pending = left
    if not pending or not _claims(made, sentence, lexicon):
        return made, pending
    indices = [index for _, quotes in pending for index in quotes]
    found.append(direct(marks, indices, made[0], sentence.span))
    return made[1:], []


def _taken(
    text: str, marks: list[Quotation], made: list[Draft], sentence: Sentence, found: list[Saying], lexicon: Lexicon
) -> frozenset[int]:
    taken: set[int] = set()
    for draft in made:
        if not draft.pieces:
            continue
        taken.update(draft.quotes)
        if draft.bare_quote and (draft.speaks or _led(sentence, draft)):
            found.append(direct(marks, draft.quotes, draft, sentence.span))
        else:
            quoted = quoted_at(marks, _said(text, sentence, draft, lexicon))
            repair = next((q.repair for q in quoted if q.repair), None)
            pieces = tuple(tidy(text, piece) for piece in draft.pieces)
            open_end = bool(quoted) and not quoted[-1].closed
            spoken = not quoted and _dialogue(text, sentence, draft)
            on = draft.thus
            found.append(Saying(pieces, quoted, spoken, draft, sentence.span, on, open_end=open_end, repair=repair))
    return frozenset(taken)


def _led(sentence: Sentence, draft: Draft) -> bool:
    """Whether a whole sentence in marks follows a colon, whatever the verb in front says: "zeigte sich Lee: „…“"."""
    at = next((i for i, token in enumerate(sentence.tokens) if token.quote in draft.quotes), 0)
    return at > 0 and sentence.tokens[at - 1].text == ":" and sentence.tokens[at].sentence


def _said(text: str, sentence: Sentence, draft: Draft, lexicon: Lexicon) -> Sequence[int]:
    """The quotations of reported content that are part of what is said."""
    if not draft.quotes:
        return ()
    if draft.manner == "call":
        tokens = sentence.tokens
        return [i for i in draft.quotes if not (outlet(tokens, i, lexicon) or named(tokens, i, lexicon))]
    words = sum(words_in(piece.cut(text)) for piece in draft.pieces)
    return spoken_in(sentence.tokens, draft.quotes, words, lexicon)


def _in_sources(marks: list[Quotation], made: list[Draft]) -> frozenset[int]:
    """Quotations that are part of a source: "laut „Reuters“"."""
    sources = [draft.source for draft in made if draft.source is not None] if marks else []
    if not sources:
        return frozenset()
    return frozenset(
        at for at, mark in enumerate(marks) if any(s.start <= mark.start and mark.end <= s.end for s in sources)
    )


def _dialogue(text: str, sentence: Sentence, draft: Draft) -> bool:
    """Whether a dash at the start of the sentence opens direct speech: "— Nous partons, dit Paul."."""
    opens = text[sentence.span.start] in "—–―" and draft.pieces[0].start - sentence.span.start <= 3
    return opens and draft.fronted and draft.speaks


def _gone_on_with(
    marks: list[Quotation], left: list[int], sentence: Sentence, found: list[Saying], lexicon: Lexicon
) -> list[int]:
    """What is left of a sentence's quoted words when those behind a statement in it are added to that statement."""
    rest: list[int] = []
    for index in left:
        mark = marks[index]
        before = [at for at, one in enumerate(found) if one.sentence == sentence.span and _speaks_before(one, mark)]
        spoken = [at for at in before if _tells_on(found[at], sentence, index, lexicon)]
        if not spoken or label(sentence.tokens, index, lexicon) or attribute(sentence.tokens, index):
            rest.append(index)
            continue
        said = found[spoken[-1]]
        at = next(i for i, token in enumerate(sentence.tokens) if token.quote == index)
        if sentence.tokens[at - 1].text == ":" and (said.direct or sentence.tokens[at].sentence):
            led = introduced(sentence, lexicon)  # "“…”, she said, but *he* gave them one piece of advice: “…”"
            # "Wie die BBC meldet, gab *Lee* Auskunft: „…“"
            relayed = sentence.tokens[0].lower in lexicon.sets["as_words"]
            end = said.pieces[0].start if relayed else said.pieces[-1].end
            fresh = led is not None and led.source is not None and led.source.start >= end
            found.append(direct(marks, [index], led if fresh else said.draft, sentence.span))
            continue
        found[spoken[-1]] = lengthened(replace(said, direct=False), (mark.inner,), (mark,))
    return rest


def _speaks_before(saying: Saying, mark: Quotation) -> bool:
    draft = saying.draft
    spoken = draft is not None and draft.source is not None and draft.cue.start < mark.start
    return spoken and all(piece.end <= mark.start for piece in saying.pieces)


def _tells_on(saying: Saying, sentence: Sentence, quotation: int, lexicon: Lexicon) -> bool:
    """Whether quoted words behind a statement can be part of it: any where its cue brings in words between marks; else
    a clause behind quoted words: "spricht von „Mut“, wenn jemand „alles aufgibt und geht“"."""
    token = next(token for token in sentence.tokens if token.quote == quotation)
    if saying.draft is not None and saying.draft.speaks:
        return True
    clause = words_in(token.text) >= LEAST_WORDS and lexicon.speech.nouns_capital
    return clause and bool(saying.quoted) and not nominal(token.text, lexicon)


def _opens(saying: Saying, within: Span) -> bool:
    return bool(saying.quoted) and saying.quoted[0].start - within.start <= 2


class _Incise(Struct, frozen=True, gc=False):
    """The draft of the inner cue, and the words around it."""

    draft: Draft
    pieces: tuple[Span, ...]


def _incise(text: str, quotation: Quotation, lexicon: Lexicon) -> _Incise | None:
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
            return _Incise(draft, pieces)
    return None
