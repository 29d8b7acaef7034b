"""What one cue of a sentence reports, before anything is known of the sentences around it."""

from msgspec import Struct

from secondsource.language.speech.lexicon import Kind, Lexicon
from secondsource.language.speech.table import Order, Takes
from secondsource.model.mark import Realis
from secondsource.model.span import Span

from .grammar.circumstances import circumstances, realis
from .grammar.clauses import Complement
from .grammar.cue import Cue, Mode
from .grammar.frames import Frame
from .grammar.inverted import subject_after
from .grammar.own import citer
from .grammar.subjects import Range
from .grammar.words import Sentence, Token

Tokens = tuple[Token, ...]

_OWN = ("show", "think")
"""Manners of verbs by which a writer tells what he found himself."""
_NAME_WORDS = range(2, 5)
"""How many words a full name may have."""


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
    cited_by: Span | None = None
    """Who cites the source, where somebody does."""
    means: Span | None = None
    """The phrase that the source stands for, where it is another: "eigenen Angaben" means the clause's subject."""


def head_of(tokens: Tokens, subject: Range) -> Range:
    """The part of a subject that names it: before any apposition, or a relative clause without a comma."""
    for at in range(subject[0] + 1, subject[1]):
        if tokens[at].text in ",(–—":
            return (subject[0], at)
        if tokens[at].kind is Kind.THAT:
            return (subject[0], at)
    return subject


def made(
    sentence: Sentence, frame: Frame, ranges: list[Range], after: Complement | None, fronted: bool, lexicon: Lexicon
) -> Draft:
    """The draft of a cue with its subject and the token ranges of what it reports; `fronted` ones begin in front."""
    tokens, cue, subject = sentence.tokens, frame.cue, frame.subject
    pieces = tuple([sentence.span_of(each) for each in ranges])
    inside = [t for r in ranges for t in tokens[r[0] : r[1]]]
    quotes = tuple(t.quote for t in inside if t.quote is not None)
    plain = [t for t in inside if t.quote is None and t.word and t.kind is not Kind.COORDINATOR]
    cue_end = after.cue_end if after is not None and not frame.inverted else cue.end
    begin = max(cue.end, subject[1]) if frame.inverted and subject else cue.end
    stop = next((r[0] for r in ranges if r[0] >= begin), len(tokens))
    addressed, occasion = circumstances(tokens, cue, begin, stop, lexicon)
    addressed = (after.addressee if after is not None else None) or addressed
    first = tokens[subject[0]] if subject else None
    generic = first is not None and first.lower in lexicon.sets["generic"]
    impersonal = cue.form is not None and cue.form.base in lexicon.sets["impersonal"]
    single = first if subject is not None and subject[1] - subject[0] == 1 else None
    generic = generic or (impersonal and single is not None and single.lower in lexicon.sets["pro_complements"])
    court = impersonal and subject is not None and tokens[subject[1] - 1].lower in lexicon.sets["courts"]
    if subject is None or (impersonal and generic):
        subject = _medium(tokens, cue.start, cue.end, lexicon)
        first = None
    elif generic and lexicon.speech.order is Order.SVO:  # "assure-t-on *à la mairie*"
        medium = _medium(tokens, min(cue.start, subject[0]), max(cue.end, subject[1]), lexicon)
        subject, first = (subject, first) if medium is None else (medium, None)
    again = _therein(tokens, cue.end, lexicon) if subject is None and impersonal else None
    if subject is None and cue.mode is Mode.INFINITIVE and tokens[0].kind is Kind.COORDINATOR:
        again = (cue.start - 1, cue.start)  # "Et *d'*ajouter : « … »"
    relative = _relative(sentence, frame, lexicon)
    return Draft(
        pieces=pieces,
        quotes=quotes,
        cue=sentence.span_of((cue.start, max(cue.end, cue_end))),
        means=sentence.span_of(subject) if subject and relative else None,
        source=relative or (_uncontracted(sentence, subject) if subject else again and sentence.span_of(again)),
        head=_uncontracted(sentence, head_of(tokens, subject)) if subject else None,
        manner=cue.manner,
        thus=again is not None,
        cited_by=_cited_by(sentence, cue, subject, lexicon),
        negated=cue.negated,
        addressee=sentence.span_of(addressed) if addressed else None,
        occasion=sentence.span_of(occasion) if occasion else None,
        realis=realis(tokens, cue, lexicon),
        speaks=cue.can(Takes.QUOTE) or cue.mode is Mode.ACCORDING or _tags(tokens, frame, lexicon),
        bare_quote=bool(quotes) and not plain,
        first_person=_nobody(first, subject, cue.manner, lexicon)
        or _own_view(tokens, cue, subject, lexicon)
        or (impersonal and frame.subject is not None and not generic and not court),
        relative=first is not None and first.lower in ("who", "which", "that") and subject is not None,
        fronted=fronted,
    )


def _cited_by(sentence: Sentence, cue: Cue, subject: Range | None, lexicon: Lexicon) -> Span | None:
    """The phrase of who cites the subject of a verb that cites."""
    if subject is None or cue.form is None or cue.form.base not in lexicon.sets["citing"]:
        return None
    found = citer(sentence.tokens, subject, lexicon)
    return None if found is None else sentence.span_of(found)


def _tags(tokens: Tokens, frame: Frame, lexicon: Lexicon) -> bool:
    """Whether a verb of any manner names the speaker behind quoted words: "« … », accuse Ann Lee"."""
    at = frame.cue.start - 1
    comma = at > 0 and tokens[at].text == "," and tokens[at - 1].quote is not None
    return frame.inverted and lexicon.speech.pronouns_invert and comma


def _relative(sentence: Sentence, frame: Frame, lexicon: Lexicon) -> Span | None:
    """The relative pronoun that stands for the subject of a cue that ends its clause: "Reisende, *die* berichteten"."""
    tokens, subject, cue = sentence.tokens, frame.subject, frame.cue
    if subject is None or frame.inverted or frame.shared or subject[1] + 1 >= cue.start:
        return None
    at = subject[1] + 1
    opens = tokens[at - 1].text == "," and tokens[at].lower in lexicon.sets["relative_articles"]
    inside = opens and not any(token.text == "," for token in tokens[at : cue.start])
    return sentence.span_of((at, at + 1)) if inside else None


def _medium(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> Range | None:
    """Where an impersonal verb reports: "hieß es *in der Mitteilung*", "*in der Mitteilung* heißt es"."""
    at = end
    while at < len(tokens) and (tokens[at].kind in (Kind.PRONOUN, Kind.ADVERB)):
        at += 1
    source = at + 1 < len(tokens) and tokens[at].lower in lexicon.sets["source_openers"]
    source = source and tokens[at + 1].lower in lexicon.sets["source_nouns"]  # "a-t-on précisé *de source* sûre"
    if source or (at < len(tokens) and tokens[at].lower in lexicon.sets["media"]):
        return subject_after(tokens, at + 1, len(tokens), lexicon)
    front = 0
    while front < start and tokens[front].kind in (Kind.ADVERB, Kind.COORDINATOR, Kind.SUBORDINATOR):
        front += 1
    if front < start and tokens[front].lower in lexicon.sets["media"]:
        return subject_after(tokens, front + 1, start, lexicon)
    comma = next((at for at in range(start - 1, 0, -1) if tokens[at].text == ","), start)
    inside = next((at for at in range(comma, start) if tokens[at].lower in lexicon.sets["media"]), None)
    return None if inside is None else subject_after(tokens, inside + 1, start, lexicon)  # "wie es *im Brief* hieß"


def _therein(tokens: Tokens, at: int, lexicon: Lexicon) -> Range | None:
    """The word behind an impersonal verb that takes up the source before: "heißt es *darin*"."""
    while at < len(tokens) and tokens[at].kind is Kind.PRONOUN:
        at += 1
    taken_up = at < len(tokens) and tokens[at].lower in lexicon.sets["therein"]
    return (at, at + 1) if taken_up else None


def _own_view(tokens: Tokens, cue: Cue, subject: Range | None, lexicon: Lexicon) -> bool:
    """Whether a source is the writer's own view: "*meiner Meinung* nach"; not "nach *unseren Informationen*"."""
    if subject is None or cue.mode is not Mode.ACCORDING:
        return False
    owner, noun = tokens[subject[0]], tokens[subject[1] - 1]
    return owner.lower in lexicon.sets["first_person"] and noun.lower in lexicon.sets["views"]


def _nobody(first: Token | None, subject: Range | None, manner: str, lexicon: Lexicon) -> bool:
    """Whether the subject is the writer, what is his ("*our test* shows"), or no one in particular."""
    if first is None or subject is None:
        return False
    if subject[1] - subject[0] != 1:
        return manner in _OWN and first.lower in lexicon.sets["first_person"]
    word = first.lower.partition("'")[0].partition("’")[0]  # "you'll find"
    known = lexicon.sets["first_person"] | lexicon.sets["generic"]
    return first.lower in known or word in known


def _uncontracted(sentence: Sentence, subject: Range) -> Span:
    """The characters of a subject; of "they've", those of the pronoun."""
    span, last = sentence.span_of(subject), sentence.tokens[subject[1] - 1]
    if last.kind is not Kind.PRONOUN:
        return span
    at = max(last.text.find("'"), last.text.find("’"))
    return Span(span.start, span.end - len(last.text) + at) if at > 0 else span


def behind_name(tokens: Tokens, start: int, limit: int) -> int:
    """Where a source ends whose name stands behind its office: "According to the mayor, *Ann Lee*, the roof leaks"."""
    end = start + 1
    while end < limit and tokens[end].word and tokens[end].capital:
        end += 1
    parted = start < limit and tokens[start].text == "," and end < limit and tokens[end].text == ","
    return end if parted and tokens[start - 1].text.islower() and end - start - 1 in _NAME_WORDS else start


def speaking(sentence: Sentence, cue: Range, subject: Range) -> Draft:
    """A draft without words of its own: who speaks the words nearby."""
    return Draft(
        pieces=(),
        quotes=(),
        cue=sentence.span_of(cue),
        source=sentence.span_of(subject),
        head=sentence.span_of(head_of(sentence.tokens, subject)),
        manner="say",
        speaks=True,
    )


def told_once(made: list[Draft]) -> list[Draft]:
    """Of several cues with the same words, the one next to them: "He *began* by *saying*, “…”"."""
    nearest: dict[tuple[Span, ...], Draft] = {}
    for draft in made:
        known = nearest.get(draft.pieces)
        if known is None or _distance(draft) < _distance(known):
            nearest[draft.pieces] = draft
    return [draft for draft in made if not draft.pieces or nearest[draft.pieces] is draft]


def _distance(draft: Draft) -> int:
    """Characters between a cue with its subject and the words it reports, whichever comes first."""
    first = draft.pieces[0] if draft.pieces else draft.cue
    begin = draft.cue.start if draft.source is None else min(draft.cue.start, draft.source.start)
    return max(first.start - draft.cue.end, begin - first.end)
