"""One paragraph to sayings: drafts and quotations brought together."""

import re
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language.speech import Kind, Lexicon, Order
from secondsource.model.span import Span

from .draft import Draft
from .find import Quotation, quotations, trimmed
from .grammar.words import Sentence, sentences
from .incises import incise
from .labels import label
from .leads import introduced, signed, unlisted
from .parse import drafts

_LEAST_WORDS = 8
"""Quoted words without any cue below which they are taken for a label, a title or a scare quote."""
_GOES_ON_WORDS = 4
"""Quoted words with which a sentence must begin to go on the quotation of the sentence before."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


class Saying(Struct, frozen=True):
    """Words that somebody says, before the speaker is resolved. Offsets are the document's."""

    pieces: tuple[Span, ...]
    quoted: tuple[Quotation, ...]
    direct: bool
    draft: Draft | None
    """The cue and source; None where nothing in the paragraph names them."""
    sentence: Span
    """The cue's sentence, else the quoted words'."""
    goes_on: bool = False
    """Whether it continues whoever spoke before."""
    open_end: bool = False
    """Whether its last quotation is not closed in this paragraph."""
    opens: bool = False
    """Whether the paragraph begins with its first quotation."""
    repair: str | None = None
    paragraph: int = 0
    """Number of the paragraph in which its last words stand."""

    @property
    def start(self) -> int:
        """The first character of its words."""
        return self.pieces[0].start


class Paragraph(Struct, frozen=True):
    """What one paragraph holds."""

    span: Span
    number: int
    sayings: tuple[Saying, ...]
    signature: Draft | None = None
    """Who spoke in the paragraph before, where this one is a name behind a dash."""
    leading: Draft | None = None
    """Who speaks in the next paragraph, where this one ends in a colon."""


def read(text: str, within: Span, number: int, lexicon: Lexicon) -> Paragraph:
    """The sayings of one paragraph, in order of place."""
    marks = quotations(text, within, partial(_tail, text, lexicon))
    parts = sentences(text, within, marks, lexicon)
    found: list[Saying] = []
    inside = _incised(text, marks, found, lexicon)
    pending: list[tuple[Sentence, list[int]]] = []
    drafted = [_drafted(sentence, lexicon) for sentence in parts]
    for index, sentence in enumerate(parts):
        made = drafted[index]
        made, pending = _claimed(marks, made, pending, found, sentence)
        if index and made and _points_back(sentence, made[0], lexicon):
            _told_before(parts[index - 1], drafted[index - 1], made[0], found)
        if index and _claims(made, sentence):
            _unmarked(parts[:index], made, found, lexicon)
        taken = _taken(text, marks, made, sentence, found, lexicon) | inside
        taken |= _in_sources(marks, made)
        left = [t.quote for t in sentence.tokens if t.quote is not None and t.quote not in taken]
        if not made and index and found and _reported(sentence, parts[index - 1], found, lexicon):
            named = [index for index in left if not label(sentence.tokens, index, lexicon)]
            found.append(_free(text, marks, named, sentence))
            continue
        if not left:
            continue
        if _alone(sentence):
            claimed = index + 1 < len(parts) and _claims(drafted[index + 1], parts[index + 1])
            if claimed or not _appended(marks, left, found):
                pending.append((sentence, left))
            continue
        first = marks[left[0]]
        opens = sentence.tokens[0].quote == left[0] and len(_WORD.findall(first.inner.cut(text))) >= _GOES_ON_WORDS
        if opens and not made and _after_direct(found, parts, index) and _appended(marks, left[:1], found):
            left = left[1:]
        found.extend(_loose(text, marks, left, sentence, made, lexicon))
    leading = introduced(parts[-1], lexicon) if parts and parts[-1].tokens[-1].text == ":" else None
    found.extend(_unclaimed(text, marks, pending))
    found.sort(key=lambda s: (s.start, s.pieces[-1].end))
    sayings = tuple(replace(s, opens=_opens(s, within), paragraph=number) for s in found)
    signature = signed(parts[0], lexicon) if len(parts) == 1 and not marks else None
    return Paragraph(within, number, sayings, signature, leading)


def _after_direct(found: list[Saying], parts: list[Sentence], index: int) -> bool:
    """Whether the sentence before holds the cue to words between marks, which a further quotation goes on."""
    return bool(found) and index > 0 and found[-1].direct and found[-1].sentence == parts[index - 1].span


def _reported(sentence: Sentence, before: Sentence, found: list[Saying], lexicon: Lexicon) -> bool:
    """Whether a sentence without any cue goes on what the sentence before reports: its verb says so."""
    marked = any(t.lower in lexicon.sets["subjunctives"] for t in sentence.tokens)
    last = max(found, key=lambda saying: saying.sentence.end)
    return marked and last.sentence.end == before.span.end and (last.draft is not None or last.goes_on)


def _free(text: str, marks: list[Quotation], left: list[int], sentence: Sentence) -> Saying:
    """A whole sentence that goes on whoever spoke before."""
    piece = _tidy(text, Span(sentence.span.start, sentence.span.end - (sentence.tokens[-1].text == ".")))
    return Saying((piece,), _quoted(marks, left), False, None, sentence.span, goes_on=True)


def _points_back(sentence: Sentence, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether "Das berichtete die Polizei": a sentence that reports the one before."""
    verb_second = lexicon.speech.order is Order.V2
    points = sentence.tokens[0].lower in lexicon.sets["pro_complements"]
    return verb_second and points and not draft.pieces and draft.source is not None


def _told_before(sentence: Sentence, made: list[Draft], draft: Draft, found: list[Saying]) -> None:
    """The sentence before as an indirect statement, unless somebody else's words stand in it."""
    if made or any(token.quote is not None for token in sentence.tokens):
        return
    end = sentence.tokens[-2].end if sentence.tokens[-1].text == "." and len(sentence.tokens) > 1 else sentence.span.end
    found.append(Saying((Span(sentence.span.start, end),), (), False, draft, draft_span(draft)))


def draft_span(draft: Draft) -> Span:
    """From the cue or its source, whichever is first, to the later one's end."""
    source = draft.source or draft.cue
    return Span(min(source.start, draft.cue.start), max(source.end, draft.cue.end))


def _drafted(sentence: Sentence, lexicon: Lexicon) -> list[Draft]:
    name = signed(sentence, lexicon)
    if name is None:
        made = drafts(sentence, lexicon)
        return [draft for draft in made if not draft.first_person or (draft.bare_quote and draft.speaks)]
    spoken = [t for t in sentence.tokens if t.quote is not None]
    if not spoken:
        return [name]
    quotes = tuple(t.quote for t in spoken if t.quote is not None)
    return [replace(name, pieces=tuple(Span(t.start, t.end) for t in spoken), quotes=quotes, bare_quote=True)]


def _incised(text: str, marks: list[Quotation], found: list[Saying], lexicon: Lexicon) -> frozenset[int]:
    """The quotations whose cue stands between their own marks."""
    taken: set[int] = set()
    for index, quotation in enumerate(marks):
        known = incise(text, quotation, lexicon)
        if known is not None:
            at = Span(quotation.start, quotation.end)
            found.append(replace(_direct(marks, [index], known.draft, at), pieces=known.pieces))
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
            if _claims([draft], sentence) and sentence.span.start > start and _short(sentence, draft):
                return trimmed(text, Span(start, sentence.span.start)).end
    return None


def _short(sentence: Sentence, draft: Draft) -> bool:
    """Whether hardly anything follows the cue in its sentence, or only when and where it was said."""
    assert draft.source is not None
    last = max(draft.cue.end, draft.source.end)
    behind = [t for t in sentence.tokens if t.start >= last and t.word]
    verbs = (Kind.AUXILIARY, Kind.FINITE, Kind.PRONOUN, Kind.THAT)
    place = bool(behind) and behind[0].kind is Kind.PREPOSITION and not any(t.kind in verbs for t in behind)
    return len(behind) <= 6 or place


def _alone(sentence: Sentence) -> bool:
    return not any(t.quote is None and t.word for t in sentence.tokens)


def _quoted(marks: list[Quotation], indices: list[int] | tuple[int, ...]) -> tuple[Quotation, ...]:
    return tuple(marks[index] for index in indices)


def _direct(marks: list[Quotation], indices: list[int] | tuple[int, ...], draft: Draft | None, at: Span) -> Saying:
    quoted = _quoted(marks, indices)
    return Saying(
        pieces=tuple(q.inner for q in quoted),
        quoted=quoted,
        direct=True,
        draft=draft,
        sentence=at,
        open_end=not quoted[-1].closed,
        repair=next((q.repair for q in quoted if q.repair), None),
    )


def _claims(made: list[Draft], sentence: Sentence) -> bool:
    """Whether a sentence begins with a speaker and a cue without words of its own: "Jens Stoltenberg recalled."."""
    if not made or made[0].pieces or not made[0].speaks or made[0].source is None:
        return False
    return min(made[0].source.start, made[0].cue.start) - sentence.span.start <= 3


def _claimed(
    marks: list[Quotation],
    made: list[Draft],
    pending: list[tuple[Sentence, list[int]]],
    found: list[Saying],
    sentence: Sentence,
) -> tuple[list[Draft], list[tuple[Sentence, list[int]]]]:
    """A cue without words of its own takes the quotation right before its sentence."""
    if not pending or not _claims(made, sentence):
        return made, pending
    indices = [index for _, left in pending for index in left]
    found.append(_direct(marks, indices, made[0], sentence.span))
    return made[1:], []


def _unmarked(before: list[Sentence], made: list[Draft], found: list[Saying], lexicon: Lexicon) -> None:
    """Words in the first person without any mark, right before "X said this": the marks are lost."""
    floor = max((p.end for s in found for p in s.pieces), default=before[0].span.start)
    free = [s for s in before if s.span.start >= floor]
    if not free or any(t.quote is not None for s in free for t in s.tokens):
        return
    first = lexicon.sets["first_person"]
    if not any(t.lower in first for s in free for t in s.tokens):
        return
    piece = Span(free[0].span.start, free[-1].span.end)
    source = made[0].source or made[0].cue
    at = Span(min(source.start, made[0].cue.start), made[0].cue.end)
    found.append(Saying((piece,), (), True, made[0], at, repair="both marks lost; first person before a named speaker"))


def _taken(
    text: str, marks: list[Quotation], made: list[Draft], sentence: Sentence, found: list[Saying], lexicon: Lexicon
) -> frozenset[int]:
    taken: set[int] = set()
    for draft in made:
        if not draft.pieces:
            continue
        taken.update(draft.quotes)
        if draft.bare_quote and draft.speaks:
            found.append(_direct(marks, draft.quotes, draft, sentence.span))
        else:
            called = draft.manner == "call"
            quoted = _quoted(marks, [i for i in draft.quotes if called or not label(sentence.tokens, i, lexicon)])
            repair = next((q.repair for q in quoted if q.repair), None)
            pieces = tuple(_tidy(text, piece) for piece in draft.pieces)
            open_end = bool(quoted) and not quoted[-1].closed
            spoken = not quoted and _dialogue(text, sentence, draft)
            found.append(Saying(pieces, quoted, spoken, draft, sentence.span, open_end=open_end, repair=repair))
    return frozenset(taken)


def _in_sources(marks: list[Quotation], made: list[Draft]) -> frozenset[int]:
    """Quotations that are part of a source: "laut „Reuters“"."""
    sources = [draft.source for draft in made if draft.source is not None]
    return frozenset(
        at for at, mark in enumerate(marks) if any(s.start <= mark.start and mark.end <= s.end for s in sources)
    )


def _dialogue(text: str, sentence: Sentence, draft: Draft) -> bool:
    """Whether a dash at the start of the sentence opens direct speech: "— Nous partons, dit Paul."."""
    opens = text[sentence.span.start] in "—–―" and draft.pieces[0].start - sentence.span.start <= 3
    return opens and draft.fronted and draft.speaks


def _tidy(text: str, piece: Span) -> Span:
    end = piece.end
    while end > piece.start and text[end - 1] in " ,;:–—":
        end -= 1
    return Span(piece.start, max(end, piece.start + 1))


def _appended(marks: list[Quotation], left: list[int], found: list[Saying]) -> bool:
    """A quotation that stands alone goes on the quotation before it in the paragraph."""
    if not found:
        return False
    more = _quoted(marks, left)
    at = next((i for i in range(len(found) - 1, -1, -1) if found[i].direct and found[i].quoted), None)
    if at is not None and (at == len(found) - 1 or found[at].sentence == found[-1].sentence):
        found[at] = lengthened(found[at], tuple(q.inner for q in more), more)
        return True
    found.append(replace(_direct(marks, left, None, Span(more[0].start, more[-1].end)), goes_on=True))
    return True


def lengthened(saying: Saying, pieces: tuple[Span, ...], more: tuple[Quotation, ...], paragraph: int = 0) -> Saying:
    """The saying with further words between marks."""
    return replace(
        saying,
        pieces=saying.pieces + pieces,
        paragraph=max(saying.paragraph, paragraph),
        quoted=saying.quoted + more,
        open_end=bool(more) and not more[-1].closed,
        repair=saying.repair or next((q.repair for q in more if q.repair), None),
    )


def _loose(
    text: str, marks: list[Quotation], left: list[int], sentence: Sentence, made: list[Draft], lexicon: Lexicon
) -> list[Saying]:
    """Quoted words inside a sentence that no cue governs: the words behind a colon are its subject's, further ones in
    the sentence his who speaks in it; others are kept, without a speaker, where they are more than a label."""
    kept: list[Saying] = []
    behind = _behind_colon(sentence)
    for index in left:
        long = len(_WORD.findall(marks[index].inner.cut(text))) >= _LEAST_WORDS
        leader = None
        if index == behind and not _title(marks[index].inner.cut(text)):
            leader = introduced(sentence, lexicon)
        leader = leader or unlisted(sentence, index, lexicon)
        if leader is None and not label(sentence.tokens, index, lexicon):
            spoken = [d for d in made if d.speaks and d.source is not None and d.cue.start < marks[index].start]
            leader = replace(spoken[-1], pieces=()) if spoken else None
        if leader is not None or long:
            kept.append(_direct(marks, [index], leader, sentence.span))
    return kept


def _title(words: str) -> bool:
    """Whether quoted words look like the name of a work: a few, all with capitals."""
    found = _WORD.findall(words)
    return len(found) <= 6 and all(word[0].isupper() for word in found if len(word) > 3)


def _behind_colon(sentence: Sentence) -> int | None:
    """The quotation right behind the sentence's first colon."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens[:-1]):
        if token.text == ":":
            return tokens[at + 1].quote
    return None


def _unclaimed(text: str, marks: list[Quotation], pending: list[tuple[Sentence, list[int]]]) -> list[Saying]:
    if not pending:
        return []
    indices = [index for _, left in pending for index in left]
    quoted = _quoted(marks, indices)
    if sum(len(_WORD.findall(q.inner.cut(text))) for q in quoted) < 3:
        return []
    return [replace(_direct(marks, indices, None, Span(quoted[0].start, quoted[-1].end)), goes_on=True)]


def _opens(saying: Saying, within: Span) -> bool:
    return bool(saying.quoted) and saying.quoted[0].start - within.start <= 2
