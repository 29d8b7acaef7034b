"""One sentence to drafts: each cue with its subject and the words it reports."""

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language.speech import Kind, Lexicon, Order, Takes, Tense
from secondsource.model.span import Span

from .clauses import Complement, Later, complement, cut
from .cues import Cue, Mode, cues
from .subjects import Range, subject_after, subject_before
from .words import DASHES, Sentence, Token

Tokens = tuple[Token, ...]

_SIGNATURE = 12
"""Words that a name behind a dash, with what describes it, has at most."""


class Draft(Struct, frozen=True):
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


class _Frame(Struct, frozen=True):
    """What is known of one cue before its content is read."""

    cue: Cue
    subject: Range | None
    inverted: bool = False
    shared: bool = False
    after: Complement | None = None
    """The content behind the cue, not yet cut at later cues."""
    fronting: bool = False
    """Whether its content stands in front of it."""

    @property
    def edge(self) -> int | None:
        """The first token of its own subject in front; None where it shares one or is inverted."""
        return None if self.subject is None or self.inverted or self.shared else self.subject[0]


def drafts(sentence: Sentence, lexicon: Lexicon) -> list[Draft]:
    """The drafts of a sentence, in the order of their cues."""
    tokens = sentence.tokens
    found = cues(tokens, lexicon)
    if not found:
        return []
    limit = len(tokens)
    if tokens[-1].quote is None and tokens[-1].text[0] in ".!?…":
        limit -= 1
    frames = _framed(tokens, found, limit, lexicon)
    made: list[Draft] = []
    floor = 0
    for index, frame in enumerate(frames):
        others = [Later(f.cue, f.edge, f.fronting) for f in frames[index + 1 :]]
        draft, taken = _draft(tokens, frame, others, (floor, limit), lexicon)
        floor = max(floor, taken)
        if draft is not None:
            made.append(draft)
    return made


def introduced(sentence: Sentence, lexicon: Lexicon) -> Draft | None:
    """The subject of a clause that ends in a colon, as the speaker of the quotation behind it."""
    tokens = sentence.tokens
    colon = next((i for i, t in enumerate(tokens) if t.text == ":"), None)
    if colon is None or colon == 0:
        return None
    verb = next((i for i in range(1, colon) if _verbal(tokens[i], lexicon)), None)
    subject = subject_before(tokens, verb, 0, lexicon) if verb else None
    if verb is None and colon <= 6 and all(t.capital or not t.word for t in tokens[:colon]):
        subject = (0, colon)
    if subject is None or tokens[subject[0]].lower in lexicon.sets["first_person"]:
        return None
    cue = (verb, colon) if verb else (colon, colon + 1)
    return Draft(
        pieces=(),
        quotes=(),
        cue=_span(tokens, cue),
        source=_span(tokens, subject),
        head=_span(tokens, _head(tokens, subject)),
        manner="say",
        speaks=True,
    )


def signed(sentence: Sentence, lexicon: Lexicon) -> Draft | None:
    """The name behind a dash that closes a quotation: "“…” — Ann Lee, Oslo"."""
    tokens = sentence.tokens
    dash = next((i for i, t in enumerate(tokens) if t.text in DASHES), None)
    if dash is None or any(t.quote is None and t.word for t in tokens[:dash]):
        return None
    name = tokens[dash + 1 :]
    if not name or not name[0].capital or len(name) > _SIGNATURE or any(_verbal(t, lexicon) for t in name):
        return None
    end = len(tokens) - (tokens[-1].text == ".")
    subject = (dash + 1, max(end, dash + 2))
    return Draft(
        pieces=(),
        quotes=(),
        cue=_span(tokens, (dash, dash + 1)),
        source=_span(tokens, subject),
        head=_span(tokens, _head(tokens, subject)),
        manner="say",
        speaks=True,
    )


def _verbal(token: Token, lexicon: Lexicon) -> bool:
    finite = any(form.tense is not Tense.GERUND for form in token.forms)
    return token.kind in (Kind.AUXILIARY, Kind.FINITE) or finite or _past(token, lexicon)


def _framed(tokens: Tokens, found: list[Cue], limit: int, lexicon: Lexicon) -> list[_Frame]:
    frames: list[_Frame] = []
    for index, cue in enumerate(found):
        floor = found[index - 1].end if index else 0
        if cue.mode is Mode.ACCORDING:
            if cue.inner is not None:
                frames.append(_Frame(cue, subject_before(tokens, cue.start, floor, lexicon)))
                continue
            after = _source_after(tokens, cue, floor, limit, lexicon)
            frames.append(_Frame(cue, after, inverted=True))
        elif cue.mode is Mode.FINITE:
            frames.append(_finite(tokens, cue, floor, limit, frames, lexicon))
        else:
            own = _attached(tokens, cue, lexicon)
            subject = own or _shared(tokens, cue, frames, lexicon)
            frames.append(_Frame(cue, subject, shared=own is None))
    return [_complete(tokens, _late(frame, frames), limit, lexicon) for frame in frames]


def _complete(tokens: Tokens, frame: _Frame, limit: int, lexicon: Lexicon) -> _Frame:
    cue, subject = frame.cue, frame.subject
    if cue.mode is Mode.ACCORDING:
        return frame
    at = max(cue.end, subject[1]) if frame.inverted and subject else cue.end
    after = complement(tokens, cue, at, limit, lexicon)
    if frame.inverted and after is not None and lexicon.speech.order is Order.SVO:
        after = after if tokens[after.start].quote is not None else None
    edge = frame.edge if frame.edge is not None else cue.start
    if edge > 1 and tokens[edge - 1].lower in lexicon.sets["as_words"]:
        edge -= 1
    fronting = after is None and edge > 0 and not frame.shared and tokens[edge - 1].text in ",–—"
    return replace(frame, after=after, fronting=fronting)


def _late(frame: _Frame, frames: list[_Frame]) -> _Frame:
    """A participle that opens the sentence has the subject of the cue behind it."""
    if frame.subject is not None or frame.cue.mode is not Mode.PARTICIPIAL:
        return frame
    later = next((f for f in frames if f.cue.start > frame.cue.start and f.edge is not None), None)
    return frame if later is None else _Frame(frame.cue, later.subject, shared=True)


def _source_after(tokens: Tokens, cue: Cue, floor: int, limit: int, lexicon: Lexicon) -> Range | None:
    """The source behind "according to"; at the head of a sentence it ends at the comma, where its words begin."""
    after = subject_after(tokens, cue.end, limit, lexicon) or _pronoun(tokens, cue.end, limit)
    opens = not any(t.word for t in tokens[floor : cue.start])
    if after is None or not opens:
        return after
    comma = next((i for i in range(after[0] + 1, after[1]) if tokens[i].text == ","), None)
    return after if comma is None or after[1] < limit else (after[0], comma)


def _pronoun(tokens: Tokens, at: int, limit: int) -> Range | None:
    return (at, at + 1) if at < limit and (tokens[at].kind is Kind.PRONOUN or tokens[at].quote is not None) else None


def _finite(tokens: Tokens, cue: Cue, floor: int, limit: int, frames: list[_Frame], lexicon: Lexicon) -> _Frame:
    v2 = lexicon.speech.order is Order.V2
    if cue.inner is not None:
        return _enclosed(tokens, cue, floor, lexicon)
    before = tokens[cue.start - 1] if cue.start else None
    subject = subject_before(tokens, cue.start, floor, lexicon)
    if subject is not None and not (before is not None and before.quote is not None):
        return _Frame(cue, subject)
    if v2 and before is not None and before.kind is Kind.COORDINATOR:
        shared = _shared(tokens, cue, frames, lexicon)
        if shared is not None:
            return _Frame(cue, shared, shared=True)
    opens = before is None or before.quote is not None or before.text in ",:" or before.text in DASHES
    if opens or v2:
        after = subject_after(tokens, cue.end, limit, lexicon)
        quoted = before is not None and _speech_before(tokens, cue.start)
        if after is not None and (quoted or before is None or v2 or _tail_like(tokens, after[1], limit, lexicon)):
            return _Frame(cue, after, inverted=True)
    if subject is not None:
        return _Frame(cue, subject)
    return _Frame(cue, _shared(tokens, cue, frames, lexicon), shared=True)


def _enclosed(tokens: Tokens, cue: Cue, floor: int, lexicon: Lexicon) -> _Frame:
    """The subject inside the verb group, else in front of it."""
    assert cue.inner is not None
    start, end = cue.inner
    if end - start == 1 and tokens[start].kind is Kind.PRONOUN:
        return _Frame(cue, (start, end), inverted=True)
    front = subject_before(tokens, cue.start, floor, lexicon)
    if front is not None:
        return _Frame(cue, front)
    inside = subject_after(tokens, start, end, lexicon)
    return _Frame(cue, inside, inverted=True)


def _speech_before(tokens: Tokens, at: int) -> bool:
    """Whether a quotation stands right before, with at most a comma or dash between."""
    at -= 1
    while at >= 0 and tokens[at].quote is None and tokens[at].text in ",–—-":
        at -= 1
    return at >= 0 and tokens[at].quote is not None


def _tail_like(tokens: Tokens, at: int, limit: int, lexicon: Lexicon) -> bool:
    """Whether nothing but an adjunct follows the inverted subject."""
    if at >= limit:
        return True
    token = tokens[at]
    return token.text == "," or token.kind is Kind.PREPOSITION or lexicon.among(token.lower, "weekdays")


def _shared(tokens: Tokens, cue: Cue, frames: list[_Frame], lexicon: Lexicon) -> Range | None:
    """The subject of the clause that a participle, infinitive or second verb goes on."""
    joined = _joined_subject(tokens, cue, lexicon)
    if joined is not None:
        return joined
    for frame in reversed(frames):
        if frame.subject is not None and frame.cue.mode is not Mode.ACCORDING:
            return frame.subject
    for at in range(cue.start):
        token = tokens[at]
        if token.kind in (Kind.AUXILIARY, Kind.FINITE) or _past(token, lexicon):
            return subject_before(tokens, at, 0, lexicon)
    return None


def _joined_subject(tokens: Tokens, cue: Cue, lexicon: Lexicon) -> Range | None:
    """The subject of the verb right before "and said": "he laughed and said"."""
    if cue.start < 2 or tokens[cue.start - 1].kind is not Kind.COORDINATOR:
        return None
    for at in range(cue.start - 2, max(0, cue.start - 10), -1):
        token = tokens[at]
        if token.quote is not None or token.text in ",;:" or token.forms:
            return None
        if token.kind in (Kind.AUXILIARY, Kind.FINITE) or _past(token, lexicon):
            return subject_before(tokens, at, 0, lexicon)
    return None


def _attached(tokens: Tokens, cue: Cue, lexicon: Lexicon) -> Range | None:
    """The speaker of "with Kirby saying"."""
    own = subject_before(tokens, cue.start, 0, lexicon) if cue.start > 1 else None
    return own if own is not None and own[0] > 0 and tokens[own[0] - 1].lower in lexicon.sets["attached"] else None


def _past(token: Token, lexicon: Lexicon) -> bool:
    return lexicon.speech.nouns_look_like_verbs and token.lower.endswith("ed") and not token.capital


def _draft(
    tokens: Tokens, frame: _Frame, others: list[Later], bounds: tuple[int, int], lexicon: Lexicon
) -> tuple[Draft | None, int]:
    """The draft, and the token up to which quotations in front are spoken for."""
    cue, subject = frame.cue, frame.subject
    floor, limit = bounds
    if cue.mode is Mode.ACCORDING:
        return _according(tokens, frame, others, bounds, lexicon), floor
    edge = cue.start if subject is None or frame.inverted or frame.shared else min(subject[0], cue.start)
    front = None if frame.shared else _front(tokens, floor, edge, lexicon)
    after = frame.after
    if front is not None and after is not None:
        quoted = tokens[front[1] - 1].quote is not None
        if quoted and tokens[after.start].quote is None:
            after = None  # quoted words in front are the content: what follows is when and where
        elif not quoted:
            front = None
    ranges: list[Range] = []
    taken = floor
    if after is not None:
        stop = _stop(tokens, frame, after, others, limit, lexicon)
        if cue.form is not None and stop - 1 > after.start and tokens[stop - 1].lower == cue.form.particle:
            stop -= 1
        ranges.append((after.start, stop))
        taken = stop
    if front is not None and (after is None or _medial(tokens, after)):
        ranges.insert(0, front)
        taken = max(taken, cue.end)
    else:
        front = None
    if not ranges and (cue.mode is Mode.INFINITIVE or not _closes_there(tokens, frame, limit, lexicon)):
        return None, floor
    return _made(tokens, frame, ranges, after, front is not None, lexicon), taken


def _stop(tokens: Tokens, frame: _Frame, after: Complement, others: list[Later], limit: int, lexicon: Lexicon) -> int:
    """The end of the content: that of a relative clause between commas is the comma before the main verb."""
    subject = frame.subject
    relative = subject is not None and not frame.shared and tokens[subject[0]].lower in lexicon.sets["relatives"]
    stop = cut(tokens, after.start, others, limit, lexicon, relative=relative)
    if relative and subject is not None and subject[0] > 0 and tokens[subject[0] - 1].text == ",":
        for at in range(after.start + 2, stop - 1):
            nxt = tokens[at + 1]
            verbal = nxt.kind in (Kind.AUXILIARY, Kind.FINITE, Kind.ADVERB) or nxt.forms or nxt.lower.endswith("ed")
            if tokens[at].text == "," and verbal:
                return at
    return stop


def _closes_there(tokens: Tokens, frame: _Frame, limit: int, lexicon: Lexicon) -> bool:
    """Whether a cue without content only names the speaker of words nearby: adjuncts follow it, or nothing."""
    cue, subject = frame.cue, frame.subject
    at = max(cue.end, subject[1]) if frame.inverted and subject else cue.end
    if not cue.can(Takes.QUOTE) or subject is None:
        return False
    if at >= limit:
        return True
    token = tokens[at]
    if token.lower in lexicon.sets["infinitive_marks"]:
        return cue.can(Takes.THAT)
    if token.kind in (Kind.PREPOSITION, Kind.ADVERB) or token.text in ",:":
        return True
    return (
        token.lower in lexicon.sets["pro_complements"]
        or token.lower in lexicon.sets["weekdays"]
        or cue.can(Takes.PERSON)
    )


def _front(tokens: Tokens, floor: int, edge: int, lexicon: Lexicon) -> Range | None:
    """Words in front of the cue that may be what it reports: a clause that ends in a comma, or a quotation."""
    end = edge
    if end == 0:
        return None
    start = 0
    if end > 1 and tokens[end - 1].lower in lexicon.sets["as_words"]:
        end -= 1
    before = tokens[end - 1]
    if before.text == "," or before.text in DASHES:
        end -= 1
    elif before.quote is None:
        return None
    if end > 0 and tokens[end - 1].quote is not None:
        start = floor
    while start < end and (tokens[start].text in ",;.–—:" or tokens[start].kind is Kind.COORDINATOR):
        start += 1
    said = any(t.quote is not None or (t.word and t.kind is not Kind.ADVERB) for t in tokens[start:end])
    return (start, end) if said else None


def _medial(tokens: Tokens, after: Complement) -> bool:
    """Whether quoted words go on behind the cue."""
    return tokens[after.start].quote is not None and after.start > after.cue_end


def _according(
    tokens: Tokens, frame: _Frame, others: list[Later], bounds: tuple[int, int], lexicon: Lexicon
) -> Draft | None:
    cue, subject = frame.cue, frame.subject
    floor, limit = bounds
    if subject is None:
        return None
    if cue.inner is not None:
        return _according_after(tokens, frame, others, bounds, lexicon)
    ranges: list[Range] = []
    start = floor
    while start < cue.start and (tokens[start].text in ",;.–—:" or tokens[start].kind is Kind.COORDINATOR):
        start += 1
    end = cue.start
    while end > start and tokens[end - 1].text in ",–—(":
        end -= 1
    if end > start:
        ranges.append((start, end))
    elif subject[1] < limit:
        begin = subject[1] + (tokens[subject[1]].text == ",")
        stop = cut(tokens, begin, others, limit, lexicon)
        if begin < stop:
            ranges.append((begin, stop))
    if not ranges:
        return None
    return _made(tokens, frame, ranges, None, end > start, lexicon)


def _according_after(
    tokens: Tokens, frame: _Frame, others: list[Later], bounds: tuple[int, int], lexicon: Lexicon
) -> Draft | None:
    """ "Der Polizei zufolge …": the source stands in front of its word."""
    cue, subject = frame.cue, frame.subject
    assert subject is not None
    floor, limit = bounds
    ranges: list[Range] = []
    if floor < subject[0] and any(t.word for t in tokens[floor : subject[0]]):
        ranges.append((floor, subject[0]))
    if cue.end < limit:
        ranges.append((cue.end, cut(tokens, cue.end, others, limit, lexicon)))
    return _made(tokens, frame, ranges, None, False, lexicon) if ranges else None


def _made(
    tokens: Tokens, frame: _Frame, ranges: list[Range], after: Complement | None, fronted: bool, lexicon: Lexicon
) -> Draft:
    cue, subject = frame.cue, frame.subject
    pieces = tuple(_span(tokens, r) for r in ranges)
    inside = [t for r in ranges for t in tokens[r[0] : r[1]]]
    quotes = tuple(t.quote for t in inside if t.quote is not None)
    plain = [t for t in inside if t.quote is None and t.word and t.kind is not Kind.COORDINATOR]
    cue_end = after.cue_end if after is not None and not frame.inverted else cue.end
    addressee = _span(tokens, after.addressee) if after is not None and after.addressee else None
    first = tokens[subject[0]] if subject else None
    return Draft(
        pieces=pieces,
        quotes=quotes,
        cue=_span(tokens, (cue.start, max(cue.end, cue_end))),
        source=_span(tokens, subject) if subject else None,
        head=_span(tokens, _head(tokens, subject)) if subject else None,
        manner=cue.manner,
        negated=cue.negated,
        addressee=addressee,
        speaks=cue.can(Takes.QUOTE) or cue.mode is Mode.ACCORDING,
        bare_quote=bool(quotes) and not plain,
        first_person=first is not None
        and len(range(*subject or (0, 0))) == 1
        and (first.lower in lexicon.sets["first_person"] or first.lower in lexicon.sets["generic"]),
        relative=first is not None and first.lower in ("who", "which", "that") and subject is not None,
        fronted=fronted,
    )


def _head(tokens: Tokens, subject: Range) -> Range:
    for at in range(subject[0] + 1, subject[1]):
        if tokens[at].text in ",(–—":
            return (subject[0], at)
    return subject


def _span(tokens: Tokens, tokens_range: Range) -> Span:
    return Span(tokens[tokens_range[0]].start, tokens[tokens_range[1] - 1].end)
