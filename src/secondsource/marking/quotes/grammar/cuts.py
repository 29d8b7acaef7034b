"""Where the words that a cue reports stop: before a later cue of the reporter's own, or at the end of a noun
phrase; and where they go on behind it."""

from itertools import pairwise

from msgspec import Struct

from secondsource.language.speech.lexicon import Kind, Lexicon
from secondsource.language.speech.table import Order, Tense

from .cue import Cue, Mode
from .words import DASHES, Token, past, verbal

Tokens = tuple[Token, ...]

_TAG = 7
"""Words of a tag such as "a-t-on appris jeudi" at most."""


class Later(Struct, frozen=True, gc=False):
    """A cue behind another: where its own subject begins (None where it shares one), and whether its words stand in
    front of it."""

    cue: Cue
    edge: int | None
    fronting: bool
    firm: bool = True
    """Whether it tells words said, in a plain tense: a stance or a conditional goes on the reported clause rather."""
    quoted: bool = False
    """Whether words between marks stand right behind it."""


def cut(
    tokens: Tokens, start: int, others: list[Later], limit: int, lexicon: Lexicon, *, relative: bool = False
) -> int:
    """Where content from `start` stops: before a later cue that belongs to the reporter, not to the content.

    `relative`: the cue's subject is a relative pronoun, so that the main clause may follow.
    """
    limit = _comment(tokens, start, limit, lexicon)
    conceded = tokens[0].lower in lexicon.sets["concessives"] or relative
    for later in others:
        edge = later.cue.start if later.edge is None else later.edge
        if later.cue.start <= start or edge <= start or (later.edge is None and not later.firm):
            continue
        before = tokens[edge - 1]
        if before.lower in lexicon.sets["attached"] and edge - 2 > start:
            before, edge = tokens[edge - 2], edge - 1
        own = later.cue.mode is Mode.FINITE and later.edge is not None
        if own and edge - 2 > start and before.quote is not None and _marked_off(tokens[edge - 2]):
            return edge - 2  # "said it would hurt: “…,” the union wrote"
        if later.quoted and own and before.text == ",":
            return _clause_start(tokens, start, edge - 1)
        meanwhile = before.lower in lexicon.sets["as_words"] and edge - 2 > start and tokens[edge - 2].text == ","
        if meanwhile and own and later.firm and not conceded:
            return edge - 2  # "…, as the minister appealed for calm"
        if later.cue.mode is Mode.INFINITIVE and before.lower in lexicon.sets["infinitive_marks"]:
            at = edge - 2 - (tokens[edge - 2].word and tokens[edge - 2].kind is not Kind.WORD)
            if start < at and tokens[at].text == ",":
                return at  # "…, *avant d'*appeler au calme"
        if before.kind is Kind.THAT and own and later.firm and tokens[edge - 2].lower in lexicon.sets["meanwhile"]:
            return edge - 2 - (tokens[edge - 3].text == ",")  # "…, *tandis que* le député accusait"
        set_off = before.kind is Kind.SUBORDINATOR and edge - 2 > start and tokens[edge - 2].text == ","
        if set_off and own and before.lower in lexicon.sets["meanwhile"] and later.firm:
            return edge - 2  # "…, while the union said"
        besides = later.cue.mode is Mode.PARTICIPIAL and before.kind is Kind.SUBORDINATOR and edge - 2 > start
        if besides and tokens[edge - 2].text == ",":
            return edge - 2  # "…, while insisting that it was safe"
        if before.text == "," and own and not later.fronting and not conceded:
            continue
        if before.kind is not Kind.COORDINATOR and before.text not in ",;–—":
            continue
        edge -= 1
        colon = next((at for at in range(start + 1, edge) if tokens[at].text == ":"), None)
        if colon is not None and own and later.fronting:
            return colon  # "described how it went: the water, he said, rose"
        while edge > start and (tokens[edge - 1].text in ",;–—" or tokens[edge - 1].kind is Kind.COORDINATOR):
            edge -= 1
        return max(edge, start + 1)
    return limit


def _comment(tokens: Tokens, start: int, limit: int, lexicon: Lexicon) -> int:
    """The comma before words in which the writer takes up the whole clause before: "…, *ce que* dément la mairie", "…,
    *a sign* of trouble", "…, *referring to* the talks"."""
    if lexicon.speech.order is not Order.SVO:
        return limit
    pairs = range(start + 2, limit - 2)
    if lexicon.speech.nouns_look_like_verbs:
        return next((at for at in pairs if tokens[at].text == "," and _takes_up(tokens, at + 1, lexicon)), limit)
    near = range(start + 1, limit - 3)
    besides = next((at for at in near if tokens[at].text == "," and _meanwhile_doing(tokens, at + 1, lexicon)), limit)
    takes_up = (at for at in pairs if tokens[at].text == "," and tokens[at + 1].lower in lexicon.sets["pointing"])
    return min(besides, next((at for at in takes_up if tokens[at + 2].kind is Kind.THAT), limit))


def _meanwhile_doing(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether a gerund opens what the speaker does besides: "*tout en excluant* de démissionner"."""
    opens = f"{tokens[at].lower} {tokens[at + 1].lower}" in lexicon.sets["besides"]
    return opens and tokens[at + 2].lower.endswith(lexicon.speech.gerund_endings)


def _takes_up(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether a noun or gerund that comments on what was said begins here."""
    if tokens[at].kind is Kind.DETERMINER:
        at += 1 + (tokens[at + 1].kind is Kind.WORD and tokens[at + 1].lower not in lexicon.sets["comments"])
    return at < len(tokens) and tokens[at].lower in lexicon.sets["comments"]


def _marked_off(token: Token) -> bool:
    return token.text == ":" or token.text in DASHES


def _clause_start(tokens: Tokens, start: int, end: int) -> int:
    """Where the clause that ends in a comma at `end` begins behind an "and": "…, and when pressed, she said"."""
    for at in range(end - 1, start, -1):
        if tokens[at].kind is Kind.COORDINATOR and tokens[at - 1].text == ",":
            return max(at - 1, start + 1)
        if tokens[at].quote is not None:
            break
    return end


def phrase_end(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> int:
    """Where a noun phrase that is the content stops: before a dash, a clause of its own, a second verb."""
    for at in range(start + 1, end - 1):
        token, after = tokens[at], tokens[at + 1]
        if token.text in DASHES or token.text == ";" or (token.text == ":" and after.quote is not None):
            return at
        verb = after.kind in (Kind.AUXILIARY, Kind.FINITE) or (_told(after) and not after.capital)
        verb = verb or _goes_on_to_do(tokens, at + 1, lexicon)
        if token.kind is Kind.COORDINATOR and verb:
            return at - (tokens[at - 1].text == ",")
        if token.text == "," and _breaks_off(after, lexicon):
            return at
    return end


def _goes_on_to_do(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether a regular past with an object stands here: "called it “brutal” and *summoned the* board"."""
    if at + 1 >= len(tokens) or not past(tokens[at], lexicon):
        return False
    return tokens[at + 1].kind is Kind.DETERMINER or tokens[at + 1].lower in lexicon.sets["objects"]


def _told(token: Token) -> bool:
    """Whether a word is listed as a finite form of a verb that reports."""
    return any(form.tense is Tense.FINITE for form in token.forms)


def _breaks_off(token: Token, lexicon: Lexicon) -> bool:
    """Whether what follows a comma is no further item of a list."""
    kinds = (Kind.SUBORDINATOR, Kind.PRONOUN, Kind.ADVERB, Kind.PREPOSITION)
    gerund = token.lower.endswith("ing") and not token.capital
    return token.kind in kinds or gerund or token.lower in lexicon.sets["relatives"]


def before_speech(tokens: Tokens, start: int, stop: int, others: list[Later], lexicon: Lexicon) -> int:
    """The colon before quoted words that a further cue claims ("rejects the tax*:* “We won't have it,” said Kurz"), or
    that are a sentence of their own: "forderte, die Steuer zu senken*:* „Es ist Zeit.“"."""
    claimed = [later.cue.start for later in others if later.edge is None]
    for at in range(start + 1, stop - 1):
        if tokens[at].text == ":" and tokens[at + 1].quote is not None and {at + 2, at + 3} & set(claimed):
            return at
        ends = tokens[at].text == ":" and at + 2 == stop == len(tokens) and tokens[at + 1].sentence
        if ends and _clause(tokens, start, at, lexicon):
            return at
    return stop


def _clause(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a verb stands among the words: a finite one, or an infinitive with its mark."""
    told, marks = lexicon.sets["subjunctives"], lexicon.sets["infinitive_marks"]
    closed = start > 0 and tokens[start - 1].kind is Kind.THAT
    return closed or any(_finite(t) or t.text in told or t.lower in marks for t in tokens[start:end])


def before_deed(tokens: Tokens, start: int, stop: int, lexicon: Lexicon) -> int:
    """The "and" behind a noun phrase, or a clause whose verb stands last, by which the speaker does something more:
    "sprach von einer „Panik“ *und kündigte* Schritte an"."""
    told = lexicon.sets["subjunctives"]
    closed = tokens[start - 1].kind is Kind.THAT
    for at in range(start, stop - 1):
        token, after = tokens[at], tokens[at + 1]
        doing = token.kind is Kind.COORDINATOR and at > start and tokens[at - 1].quote is not None and not closed
        if doing and not lexicon.speech.nouns_capital and at + 2 < stop and after.word and tokens[at + 2].word:
            return at  # Dutch: "noemt het “schandalig” *en wil* opheldering"
        if token.kind is Kind.COORDINATOR and at > start and _finite(after) and after.text not in told:
            return at - (tokens[at - 1].text == ",")
        if not closed and (token.text in told or _finite(token)):
            return stop
    return stop


def before_next_verb(tokens: Tokens, start: int, stop: int, lexicon: Lexicon) -> int:
    """The "and" behind quoted words that a verb follows with its negator or reflexive, or a further participle of
    saying: "accusa il governo di «rubare» *e non esclude* lo sciopero", "a dit sa « peur » *et demandé* de l'aide"."""
    clitics = lexicon.sets["negators"] | lexicon.sets["reflexives"]
    pairs = [at for at in range(start + 1, stop - 1) if tokens[at].kind is Kind.COORDINATOR]
    quoted = (at for at in pairs if tokens[at - 1].quote is not None)
    return next((at for at in quoted if tokens[at + 1].lower in clitics or _participle(tokens[at + 1])), stop)


def _participle(token: Token) -> bool:
    """Whether a word is listed as the participle of a verb that reports."""
    return not token.capital and any(form.tense is Tense.PARTICIPLE for form in token.forms)


def _finite(token: Token) -> bool:
    """Whether a word in small letters is listed as a finite verb."""
    return not token.capital and (token.kind in (Kind.AUXILIARY, Kind.FINITE) or _told(token))


def clause_end(tokens: Tokens, start: int, stop: int) -> int:
    """The semicolon behind which another clause begins, where no words between marks stand behind it."""
    marks = max((at for at in range(start, stop) if tokens[at].quote is not None), default=start)
    return next((at for at in range(marks + 1, stop) if tokens[at].text == ";"), stop)


def behind_quote(tokens: Tokens, start: int, stop: int, lexicon: Lexicon) -> int:
    """Right behind words between marks, where "and" goes on with what the speaker did: "said “No” and left"."""
    spoken = tokens[start].quote is not None and start + 2 < stop
    if not spoken or lexicon.speech.order is Order.V2 or tokens[start + 1].kind is not Kind.COORDINATOR:
        return stop
    closed = tokens[start].text.rstrip("\"”’'»")[-1:] in ",.?!"
    more = any(token.quote is not None for token in tokens[start + 2 : stop])
    return start + 1 if (closed and not more) or verbal(tokens[start + 2], lexicon) else stop


def behind_label(tokens: Tokens, start: int, stop: int, lexicon: Lexicon) -> int:
    """Right behind the last words between marks, where what follows says when: "accused them of “sleep” *after* …"."""
    last = max((at for at in range(start, stop) if tokens[at].quote is not None), default=stop)
    after = tokens[last + 1] if last + 1 < stop else None
    when = after is not None and (after.lower in lexicon.sets["subordinators"] or after.kind is Kind.SUBORDINATOR)
    return last + 1 if when else stop


def only_date(tokens: Tokens, front: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether the words in front of a cue are a date and nothing else: "*Lundi 13 janvier*, rapporte l'agence"."""
    inside = tokens[front[0] : front[1]]
    return all(t.text[0].isdigit() or t.lower in lexicon.sets["weekdays"] or not t.word for t in inside)


def told_on(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether "and" goes on with a reported clause behind its cue: "He had rung her, he said, *and was told* to wait",
    "…, *but that* costs had doubled"."""
    joins = tokens[at].kind is Kind.COORDINATOR and lexicon.speech.nouns_look_like_verbs
    at += 1 + (joins and tokens[at + 1].kind is Kind.PRONOUN)
    return joins and at < len(tokens) and tokens[at].kind in (Kind.AUXILIARY, Kind.THAT)


def about_speaker(tokens: Tokens, front: tuple[int, int], at: int, limit: int, lexicon: Lexicon) -> bool:
    """Whether a relative clause behind a cue says who spoke, where the words in front are in the subjunctive and it is
    not: "Es fehle an Geld, klagt Lee, *die den Verein leitet*"."""
    told = lexicon.sets["subjunctives"]
    relative = tokens[at].lower in lexicon.sets["relative_articles"]
    return (
        relative
        and any(t.text in told for t in tokens[slice(*front)])
        and not any(t.text in told for t in tokens[at:limit])
    )


def clause_before(tokens: Tokens, verb: int, front: tuple[int, int] | None, lexicon: Lexicon) -> bool:
    """Whether a clause with its verb stands in front of a comma and a turned verb, whatever that verb may take: "Rien
    n'a été fait, *se plaint* Ann Lee"."""
    turned = lexicon.speech.pronouns_invert and lexicon.speech.order is Order.SVO and tokens[verb - 1].text == ","
    return turned and front is not None and any(verbal(token, lexicon) for token in tokens[front[0] + 1 : front[1]])


def joined_clause(tokens: Tokens, at: int, limit: int, lexicon: Lexicon) -> int | None:
    """Where a clause in the subjunctive begins that "and" joins to the words in front of a cue: "Es sei laut, klagte er
    von der Tribüne, und *man höre* nichts"."""
    told = lexicon.sets["subjunctives"]
    comma = next((i for i in range(at, limit - 2) if tokens[i].text == ","), None) if told else None
    if comma is None or tokens[comma + 1].kind is not Kind.COORDINATOR:
        return None
    return comma + 2 if any(token.text in told for token in tokens[comma:limit]) else None


def before_tag(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> int:
    """Where a clause ends before a tag that only tells that one has learnt it: "…, a-t-on appris de source sûre"."""
    comma = next((at for at in range(end - 1, max(start, end - _TAG), -1) if tokens[at].text == ","), end)
    tag = tokens[comma:end]
    nobody = any(token.lower in lexicon.sets["generic"] and after.forms for token, after in pairwise(tag))
    nobody = nobody or (
        end > comma and tokens[end - 1].lower in lexicon.sets["generic"]
    )  # "…, a-t-on *appris auprès de*"
    return comma if nobody or any(token.lower in lexicon.sets["learnt"] for token in tag) else end


def lists(tokens: Tokens, colon: int, end: int, lexicon: Lexicon) -> bool:
    """Whether what stands behind a colon is no clause and goes on from the one before: "Four died: *a man and his
    sons*"."""
    clausal = (Kind.AUXILIARY, Kind.FINITE, Kind.PRONOUN)
    clause = any(token.kind in clausal or verbal(token, lexicon) for token in tokens[colon + 1 : end])
    return not clause and any(verbal(token, lexicon) for token in tokens[:colon])
