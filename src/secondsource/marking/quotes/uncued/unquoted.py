"""Words without marks that belong to somebody all the same: told before, gone on with, or with their marks lost."""

from msgspec.structs import replace

from secondsource.language.speech.lexicon import Kind, Lexicon
from secondsource.language.speech.table import Order
from secondsource.marking.quotes.draft import Draft, speaking
from secondsource.marking.quotes.extent import pointing
from secondsource.marking.quotes.find import Quotation
from secondsource.marking.quotes.grammar.words import Sentence, Token, stands
from secondsource.marking.quotes.labels import spoken_in
from secondsource.marking.quotes.saying import Saying, quoted_at, tidy
from secondsource.model.span import Span

from .leads import introduced

_PAST_SUBJUNCTIVE = ("ten", "ren", "den")
_PAST = ("te", "de")
"""Endings of plain past tenses."""
_INFINITE = ("zu", "und")
"""Words in front of an infinitive, or of a second verb at the end of its clause."""
_LEAST_WORDS = 4
"""Words, the colon among them, that a clause behind a colon has at least."""


def reported(sentence: Sentence, before: Sentence, found: list[Saying], lexicon: Lexicon) -> bool:
    """Whether a sentence without any cue goes on what the sentence before reports: its verb says so."""
    first = lexicon.sets["first_person"]
    marked = _subjunctive(sentence, lexicon) and not any(token.lower in first for token in sentence.tokens)
    last = max(found, key=lambda saying: saying.sentence.end)
    return marked and last.sentence.end == before.span.end and (last.draft is not None or last.goes_on)


def _subjunctive(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether the main verb is a subjunctive: one stands in the sentence, and no plain verb before it but those that
    end a clause: "Wer das sagt, sei naiv", not "Er will klären, ob es falsch sei"."""
    tokens, told = sentence.tokens, lexicon.sets["subjunctives"]
    for at, token in enumerate(tokens) if told else ():
        if token.text in told or _shaped(tokens, at, lexicon):
            return True
        if token.kind in (Kind.AUXILIARY, Kind.FINITE) and not token.capital:
            after = tokens[at + 1] if at + 1 < len(tokens) else None
            before = tokens[at - 1] if at else None
            closes = after is None or (not after.word and after.quote is None)
            last = closes or (after is not None and after.kind in (Kind.AUXILIARY, Kind.FINITE))
            if not last and not (before is not None and before.lower in _INFINITE):
                return False
    return False


def _shaped(tokens: tuple[Token, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether a verb that no list has shows by its ending, beside its pronoun, that words are told: "regne es", "Er
    bitte": no plain form of the third person ends so."""
    token = tokens[at]
    if not token.text.endswith("e") or token.kind is not Kind.WORD or token.capital:
        return False
    before, after = tokens[at - 1] if at else None, tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and after.lower in lexicon.sets["third_person"]:
        return not token.text.endswith(_PAST)
    opens = before is not None and before.lower in lexicon.sets["third_person"] and at == 1
    return opens and not token.text.endswith(_PAST)


def reported_alone(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence's verb alone says that somebody's words are told, whatever stands before it: "Der Airbus sei
    zu spät gelandet". Past subjunctives also mean "would" and do not say so."""
    told, first_person = lexicon.sets["subjunctives"], lexicon.sets["first_person"]
    if not told:
        return False
    view = sentence.tokens[0].lower in lexicon.sets["view_openers"]
    if view or any(token.lower in first_person for token in sentence.tokens) or not _subjunctive(sentence, lexicon):
        return False
    for token in sentence.tokens[1:]:
        if token.kind in (Kind.THAT, Kind.SUBORDINATOR):
            return False
        if token.text in told:  # "Stelle" is a noun
            return not token.lower.endswith(_PAST_SUBJUNCTIVE)
    return False


def free(text: str, marks: list[Quotation], left: list[int], sentence: Sentence, lexicon: Lexicon) -> Saying:
    """A whole sentence that goes on whoever spoke before."""
    end = _plain_clause(sentence, lexicon)
    last = sentence.span.end - (sentence.tokens[-1].text == ".") if end is None else sentence.span_of((0, end)).end
    piece = tidy(text, Span(sentence.span.start, last))
    inside = [index for index in left if marks[index].end <= last]
    return Saying((piece,), quoted_at(marks, inside), False, None, sentence.span, goes_on=True)


def _plain_clause(sentence: Sentence, lexicon: Lexicon) -> int | None:
    """The comma behind which the writer goes on in a main clause of his own: "Ein Brief sei da*, zur Höhe machte* er
    keine Angaben"; None where all is told."""
    tokens, told = sentence.tokens, lexicon.sets["subjunctives"]
    for comma in range(len(tokens) - 3, 2, -1):
        if tokens[comma].text != ",":
            continue
        rest, first = tokens[comma + 1 :], tokens[comma + 1]
        turned = first.kind in (Kind.PREPOSITION, Kind.ADVERB, Kind.COORDINATOR)
        verbs = [at for at, t in enumerate(rest) if t.kind in (Kind.AUXILIARY, Kind.FINITE) and not t.capital]
        if not turned or any(t.text in told or t.quote is not None for t in rest) or not verbs:
            return None
        return comma if verbs[0] + 2 < len(rest) and rest[verbs[0] + 1].word else None
    return None


def behind_colon(sentence: Sentence, quoted: tuple[Quotation, ...], lexicon: Lexicon) -> Saying | None:
    """A clause in the subjunctive behind a colon, as what the subject in front of it says: "Die Eltern sind empört: Man
    habe sie belogen"."""
    tokens, told = sentence.tokens, lexicon.sets["subjunctives"]
    if not told:
        return None
    colon = next((i for i, token in enumerate(tokens) if token.text == ":"), len(tokens))
    if any(token.quote is not None for token in tokens[: colon + 2]) or not 1 < colon < len(tokens) - _LEAST_WORDS:
        return None
    draft = introduced(sentence, lexicon)
    if draft is None or not any(token.text in told for token in tokens[colon:]):
        return None
    end = len(tokens) - (tokens[-1].text == ".")
    return Saying((sentence.span_of((colon + 1, end)),), quoted, False, draft, sentence.span)


def thus(sentence: Sentence, quoted: tuple[Quotation, ...], lexicon: Lexicon) -> Saying | None:
    """A sentence that tells on what a source before it told: "*Demnach* sank der Umsatz"."""
    tokens, sought = sentence.tokens, lexicon.thus
    found = ((i, len(one)) for i, t in enumerate(tokens) for one in sought.get(t.lower, ()) if stands(tokens, i, one))
    at, size = next(found, (len(tokens), 0)) if sought else (len(tokens), 0)
    if at + size + 1 >= len(tokens):
        return None
    last = len(tokens) - (tokens[-1].text == ".")
    begin = at + size + (tokens[at + size].text == ",")
    parts = tuple(sentence.span_of(part) for part in ((0, at), (begin, last)) if part[0] < part[1])
    draft = replace(speaking(sentence, (at, at + size), (at, at + size)), thus=True)
    return Saying(parts, quoted, False, draft, sentence.span, goes_on=True)


def points_back(sentence: Sentence, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether "Das berichtete die Polizei": a sentence that reports the one before."""
    points = pointing(sentence.tokens, lexicon)
    return points and not draft.pieces and draft.source is not None


def told_before(sentence: Sentence, made: list[Draft], draft: Draft, found: list[Saying]) -> None:
    """The sentence before as an indirect statement, unless somebody else's words stand in it."""
    if made or any(token.quote is not None for token in sentence.tokens):
        return
    size = len(sentence.tokens)
    end = sentence.span_of((0, size - (sentence.tokens[-1].text == "." and size > 1))).end
    found.append(Saying((Span(sentence.span.start, end),), (), False, draft, _draft_span(draft)))


def _draft_span(draft: Draft) -> Span:
    """From the cue or its source, whichever is first, to the later one's end."""
    source = draft.source or draft.cue
    return Span(min(source.start, draft.cue.start), max(source.end, draft.cue.end))


def unmarked(before: list[Sentence], made: list[Draft], found: list[Saying], lexicon: Lexicon) -> None:
    """Words in the first person without any mark, right before "X said this": the marks are lost."""
    floor = max((p.end for s in found for p in s.pieces), default=before[0].span.start)
    free = [s for s in before if s.span.start >= floor]
    if not free or any(t.quote is not None for s in free for t in s.tokens):
        return
    first = lexicon.sets["first_person"]
    says = made[0].manner == "say" and lexicon.speech.order is not Order.V2  # "Wir zählten elf. Die meisten fluchten."
    speaks = (t.text in first or (t.lower in first and t is s.tokens[0]) for s in free for t in s.tokens)
    if not says or not any(speaks):  # "Mir" may be a name
        return
    piece = Span(free[0].span.start, free[-1].span.end)
    source = made[0].source or made[0].cue
    at = Span(min(source.start, made[0].cue.start), made[0].cue.end)
    found.append(Saying((piece,), (), True, made[0], at, repair="both marks lost; first person before a named speaker"))


def told_itself(text: str, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether a cue without words of its own is part of what somebody tells: "Er *könne* sich nicht *erinnern*"."""
    told = lexicon.sets["subjunctives"]
    inside = not draft.pieces or (draft.manner == "show" and not draft.quotes)
    return inside and any(word in told for word in draft.cue.cut(text).split())


def told_on(
    text: str, marks: list[Quotation], left: list[int], parts: list[Sentence], found: list[Saying], lexicon: Lexicon
) -> Saying | None:  # fmt: skip
    """The last of some sentences as words that go on what was told before, where its verb or an adverb says so."""
    sentence = parts[-1]
    spoken = spoken_in(sentence.tokens, left, len(sentence.tokens), lexicon)
    told = thus(sentence, quoted_at(marks, spoken), lexicon)
    if told is not None:
        return told
    led = behind_colon(sentence, quoted_at(marks, spoken), lexicon)
    if led is not None:
        return led
    goes_on = len(parts) > 1 and bool(found) and reported(sentence, parts[-2], found, lexicon)
    if not (goes_on or reported_alone(sentence, lexicon)):
        return None
    return free(text, marks, spoken, sentence, lexicon)
