"""What stands between a cue and its content: adverbs, times, insertions, and the person addressed."""

from secondsource.language.speech.lexicon import Form, Kind, Lexicon
from secondsource.language.speech.table import Order, Takes, Tense

from .words import Token

Tokens = tuple[Token, ...]

_LEAST_INFINITIVE = 4
"""Letters that such a word has at least; one more tells "hier" apart."""


def skipped(tokens: Tokens, at: int, limit: int, takes: frozenset[Takes], lexicon: Lexicon) -> int | None:
    """Past an adverb, a time or a prepositional phrase between cue and content; None where there is none."""
    token = tokens[at]
    if at + 1 < limit and lexicon.among(token.lower, "negators"):
        infinitive = tokens[at + 1].lower in lexicon.sets["infinitive_marks"]
        if infinitive:
            return None  # "told jurors *not to* look"
    if token.lower in lexicon.sets["adversatives"] and at + 1 < limit and tokens[at - 1].forms:
        return at + 1  # "sagte *aber*, die Brücke sei zu"
    time = lexicon.sets["weekdays"]
    if token.lower in lexicon.sets["pro_complements"] and any(t.kind is Kind.THAT for t in tokens[at : at + 4]):
        return at + 1  # "begründete *dies* damit, dass"
    if token.lower in lexicon.sets["objects"] and lexicon.speech.order is Order.V2:
        return at + 1  # "warf *ihr* vor"
    if token.kind is Kind.SUBORDINATOR and at + 2 < limit and tokens[at + 2].kind is Kind.THAT:
        return at + 1  # "damit, dass"
    if token.lower in time or (token.kind is Kind.ADVERB and Takes.OBJECT not in takes):
        at += 1
        while at < limit and (tokens[at].text.isdigit() or tokens[at].lower in time):
            at += 1
        return at
    if token.lower in lexicon.sets["time_openers"] and at + 1 < limit and tokens[at + 1].lower in time:
        return at + 2
    if token.text == ",":
        return _insertion_end(tokens, at, limit)
    opens = token.kind is Kind.PREPOSITION
    if opens or (token.kind is Kind.SUBORDINATOR and token.lower in lexicon.sets["prepositions"]):
        if Takes.OBJECT in takes and not takes & {Takes.THAT, Takes.BARE}:
            return None
        return _phrase_end(tokens, at + 1, limit, lexicon)
    return None


def _insertion_end(tokens: Tokens, comma: int, limit: int) -> int | None:
    """Behind ", speaking in Oslo," where content follows; a comma that closes no insertion ends the search."""
    end = comma + 1
    while end < limit and tokens[end].kind is Kind.ADVERB:
        end += 1
    if comma + 1 < end < limit - 1 and tokens[end].text == "," and tokens[end + 1].quote is None:
        return end + 1  # "reprochó, *sin embargo*, haber …"
    for at in range(comma + 1, min(limit, comma + 25)):
        if tokens[at].text == ",":
            after = tokens[at + 1] if at + 1 < limit else None
            good = after is not None and (after.kind is Kind.THAT or after.quote is not None)
            return at + (1 if after is not None and after.kind is Kind.THAT else 0) if good else None
        if tokens[at].quote is not None or (at <= comma + 2 and _says(tokens[at])):
            return None
    return None


def _says(token: Token) -> bool:
    """Whether a participle brings in words of its own: "said, *adding*, “…”"."""
    return any(form.tense is Tense.GERUND and form.can(Takes.QUOTE) for form in token.forms)


def _phrase_end(tokens: Tokens, at: int, limit: int, lexicon: Lexicon) -> int | None:
    """The end of a prepositional phrase whose object begins at `at`, where content can follow."""
    nouns = 0
    for here in range(at, min(limit, at + 18)):
        token = tokens[here]
        named = token.quote is not None and tokens[here - 1].lower in lexicon.sets["agents"]
        if named and any(later.quote is not None for later in tokens[here + 1 : limit]):
            continue  # "heißt es in der Meldung der Gruppe *von „Nova“* wörtlich: „…“"
        if token.quote is not None or token.kind is Kind.THAT or token.text in ":,–—":
            return here
        if token.kind is Kind.PRONOUN and here > at and token.lower not in lexicon.sets["relatives"]:
            return here
        if nouns and token.kind is Kind.DETERMINER and tokens[here - 1].kind is Kind.WORD:
            return here
        if nouns and token.lower in lexicon.sets["weekdays"]:
            return here
        if nouns and lexicon.speech.nouns_capital and tokens[here - 1].capital and _adjective(token):
            return here  # "verlangt seit Langem *strengere* Regeln"
        if nouns and token.capital and not tokens[here - 1].capital and tokens[here - 1].kind is Kind.WORD:
            return here
        marks = lexicon.sets["infinitive_marks"] if lexicon.speech.order is Order.SVO else frozenset()
        verb = here + 1
        while verb < limit - 1 and tokens[verb].lower in lexicon.sets["negators"]:
            verb += 1
        if nouns and token.lower in marks and verb < limit and tokens[verb].lower in lexicon.sets["perfect"]:
            return here  # "a reproché à Ann Lee *d'avoir* menti", "*de ne pas avoir* menti"
        nouns += token.kind is Kind.WORD
    return None


def _adjective(token: Token) -> bool:
    """Whether a small word may be the adjective of a noun behind it."""
    return token.kind is Kind.WORD and token.text.islower()


def addressee_end(tokens: Tokens, at: int, limit: int, lexicon: Lexicon) -> int | None:
    """The end of the noun phrase addressed: "told *the BBC* that", "told *reporters* on Monday he"."""
    first = tokens[at]
    if first.lower in lexicon.sets["objects"]:
        return at + 1
    if not first.word or first.kind not in (Kind.WORD, Kind.DETERMINER, Kind.PRONOUN):
        return None
    for here in range(at + 1, limit):
        token = tokens[here]
        before = tokens[here - 1]
        if token.work and (before.possessive or before.kind is Kind.DETERMINER):
            if token.text.rstrip("\"”’'»")[-1:] == ",":
                return here + 1
            continue  # "told ABC's “Good Morning America”"
        if token.quote is not None or token.kind in (Kind.THAT, Kind.PRONOUN, Kind.AUXILIARY, Kind.ADVERB):
            return here
        if token.text in ",:–—" or token.kind in (Kind.SUBORDINATOR, Kind.FINITE):
            return here
        if token.lower in lexicon.sets["weekdays"] or token.lower in lexicon.sets["infinitive_marks"]:
            return here
        if token.kind is Kind.PREPOSITION and token.lower not in ("of", "from", "for", "'s"):
            return here
        if token.kind is Kind.DETERMINER and before.kind is Kind.WORD:
            return here
        if (
            token.capital
            and not before.capital
            and before.kind is Kind.WORD
            and not lexicon.among(before.lower, "titles")
        ):
            return here
        if token.text[0] in ".;!?":
            return here
    return limit


def told(tokens: Tokens, at: int, limit: int) -> int | None:
    """The end of whom a clause behind a comma is told: "sagte *der Zeitung*, die Brücke sei zu"."""
    if tokens[at].kind is not Kind.DETERMINER and not tokens[at].capital:
        return None
    for here in range(at + 1, min(limit, at + 8)):
        token = tokens[here]
        if token.text == ",":
            return here
        if token.kind in (Kind.AUXILIARY, Kind.FINITE, Kind.PRONOUN, Kind.THAT) or token.forms:
            return None
    return None


def adjunct_end(tokens: Tokens, at: int, limit: int, lexicon: Lexicon) -> int:
    """Behind what may stand between a verb and its inverted subject: a time, "à la presse"."""
    while at < limit:
        token = tokens[at]
        timed = at + 1 < limit and tokens[at + 1].lower in lexicon.sets["weekdays"]
        if token.kind is Kind.ADVERB or token.lower in lexicon.sets["weekdays"]:
            at += 1
        elif timed and (token.lower in lexicon.sets["time_openers"] or token.kind is Kind.PREPOSITION):
            at += 2
        elif token.kind is Kind.PREPOSITION or (token.lower in lexicon.sets["contractions"] and tokens[at - 1].word):
            further = at + 1 < limit and tokens[at + 1].kind in (Kind.DETERMINER, Kind.PREPOSITION)
            at += 2 + further  # "auprès *de* Reuters"
            while at < limit and tokens[at].kind is Kind.WORD and tokens[at].text.islower() and not tokens[at].forms:
                at += 1  # "durante un pleno *tenso*"
        else:
            break
    return min(at, limit)


def beyond(tokens: Tokens, at: int, limit: int, form: Form, lexicon: Lexicon) -> int | None:
    """The verb's preposition farther on, behind whom it urges or what says where."""
    if not lexicon.speech.pronouns_invert:
        return None
    found = _urged(tokens, at, limit, form, lexicon)
    return _farther(tokens, at, limit, form) if found is None else found


def _urged(tokens: Tokens, at: int, limit: int, form: Form, lexicon: Lexicon) -> int | None:
    """The verb's preposition before an infinitive, past whom it urges: "appelle *chacun* à garder son sang-froid"."""
    if not (lexicon.speech.order is Order.SVO and form.prepositions and form.frames[0].manner == "urge"):
        return None
    for here in range(at + 1, min(limit - 1, at + 9)):
        verb = here + 1
        while verb < limit - 1 and tokens[verb].lower in lexicon.sets["negators"]:
            verb += 1
        if tokens[here].lower in form.prepositions and _infinitive_at(tokens, verb, lexicon):
            return here
        if not tokens[here].word or tokens[here].kind in (Kind.AUXILIARY, Kind.FINITE, Kind.THAT):
            return None
    return None


def _infinitive_at(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether a word has the form of an infinitive."""
    token = tokens[at]
    ends = token.text.endswith(lexicon.speech.infinitive_endings)
    return ends and token.text.islower() and len(token.text) > _LEAST_INFINITIVE


def _farther(tokens: Tokens, at: int, limit: int, form: Form) -> int | None:
    """The verb's preposition with quoted words behind it, past what only says where: "sprach am Rande … *von* …"."""
    if at >= limit or tokens[at].kind is not Kind.PREPOSITION:
        return None
    for here in range(at, limit):
        token = tokens[here]
        if labelled(tokens, here, limit, form):
            return here
        if not token.word or token.quote is not None or token.kind in (Kind.AUXILIARY, Kind.THAT):
            return None
    return None


def labelled(tokens: Tokens, at: int, limit: int, form: Form) -> bool:
    """Whether the verb's preposition stands here with words between marks right behind it: "*von* einer „Panik“"."""
    needed = tokens[at].lower in form.labels
    return needed and any(token.quote is not None for token in tokens[at + 1 : min(limit, at + 4)])


def infinitive(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether an infinitive stands right behind its verb: French "explique *vendre* à perte"."""
    verb = at
    while verb + 1 < len(tokens) and tokens[verb].lower in lexicon.sets["negators"]:
        verb += 1  # "assure *ne pas* vouloir partir"
    token = tokens[verb]
    said = [one for one in tokens[at - 1].forms if one.frames[0].manner != "think" and one.particle is None]
    whole = not any(one.particle == token.lower for one in tokens[at - 1].forms)  # "fait *valoir* que"
    return token.kind is Kind.WORD and whole and bool(said) and _infinitive_at(tokens, verb, lexicon)
