"""What belongs to a noun besides its article: attributes in front of it, genitives and further nouns behind it; what
its article and its ending tell of it: a plural, a dative, something said."""

from secondsource.language.speech.lexicon import Kind, Lexicon
from secondsource.language.speech.table import Order

from .appositions import PARTICLES
from .words import Token, name_in_marks

Tokens = tuple[Token, ...]

_ATTRIBUTE = 10
"""Words of an attribute between an article and its noun at most."""
_INFLECTED = ("e", "en", "er", "es", "em")
"""Endings of German adjectives."""
_DATIVE = ("en", "er", "em")
"""The same in the dative."""
_NAME_LINK = frozenset(
    {"of", "for", "für", "from", "de", "du", "des", "von", "van", "der", "den", "del", "di", "da", "do"}
)


def attribute_end(tokens: Tokens, start: int, limit: int, lexicon: Lexicon) -> int:
    """Behind an attribute that stands between an article and its noun, where nouns have capitals: "einer *am Dienstag
    veröffentlichten* Mitteilung"; else the start."""
    first = tokens[start]
    if not lexicon.speech.nouns_capital or first.kind is not Kind.DETERMINER or start + 2 >= limit:
        return start
    opens = tokens[start + 1].kind in (Kind.PREPOSITION, Kind.ADVERB) or tokens[start + 1].text[0].isdigit()
    for at in range(start + 2, min(limit - 1, start + _ATTRIBUTE) if opens else 0):
        token = tokens[at]
        if not (token.word or token.quote is not None) or token.kind in (Kind.AUXILIARY, Kind.THAT):
            return start
        participle = token.kind is Kind.WORD or (token.kind is Kind.FINITE and token.lower.endswith("en"))
        inflected = participle and token.text.islower() and token.lower.endswith(_INFLECTED)
        closes = tokens[at - 1].capital or tokens[at - 1].kind is Kind.ADVERB
        after = tokens[at + 1]
        further = after.text.islower() and after.lower.endswith(_INFLECTED) and tokens[at + 2].capital
        if inflected and closes and (after.capital or further):
            return at + 1 + further
    return start


def of_saying(tokens: Tokens, start: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether the phrase is something said or thought, which says nothing itself: "die *Kritik*", "seine *Schuld*"."""
    nouns = (at for at in range(start, verb) if tokens[at].capital and tokens[at].kind is Kind.WORD)
    noun = next((tokens[at].lower for at in nouns if not tokens[at + 1].capital), "")
    return bool(noun) and noun.endswith(lexicon.speech.things_said)


def plural(tokens: Tokens, start: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether a phrase with the article of a feminine subject is a plural, by its adjective or its noun: "die
    *tibetischen* Mönche", "die *Äußerungen* Lees"."""
    if tokens[start].lower not in lexicon.sets["feminine"] or start + 2 > verb - (tokens[start + 1].text == ","):
        return False
    after = tokens[start + 1]
    adjective = after.kind is Kind.WORD and after.text.islower() and after.lower.endswith("en")
    return after.lower.endswith(lexicon.speech.plural_endings) if after.capital else adjective


def dative(tokens: Tokens, start: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether a feminine noun has an article that no feminine subject has: "*Der* Zeitung sagte er"."""
    if tokens[start].lower not in lexicon.sets["feminine_oblique"]:
        return False
    nouns: list[str] = []
    for token in tokens[start + 1 : min(verb, start + 4)]:
        if not (token.capital or token.lower.endswith("en")):
            break
        nouns += [token.lower] if token.capital else []
    if len(nouns) > 1 and nouns[0].endswith(("en", "er")):
        nouns = nouns[1:]  # "der Deutschen Presse-Agentur"
    return bool(nouns) and nouns[0].endswith(lexicon.speech.feminine_endings)


def nominative(tokens: Tokens, at: int) -> bool:
    """Whether an article cannot be a genitive, for its adjective ends as a subject's: "der überwiegende Teil"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and tokens[at].lower == "der" and after.text.islower() and after.lower.endswith("e")


def ends_behind_noun(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """In a language whose nouns have capitals: a small word behind a noun is no part of its phrase, unless it is the
    adjective of a genitive ("Angaben *informierter* Kreise") or a part of a name ("Thomas *de* Maizière")."""
    token, before = tokens[at], tokens[at - 1]
    if token.kind is not Kind.WORD or not token.word or token.capital or not (before.capital or before.work):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or not (after.capital or after.lower.endswith("er")):
        return True
    if token.text.endswith("."):
        return False  # "der Präsident *a. D.* Jan Voss"
    speech = lexicon.speech
    told = before.lower.endswith((*speech.according_nouns, *speech.collective_nouns, *speech.data_nouns))
    return not (token.lower in PARTICLES or (told and token.lower.endswith("er")))


def links(tokens: Tokens, start: int, at: int, lexicon: Lexicon) -> bool:
    """Whether a preposition ties a further noun to the phrase: "der Sprecher *für* Verkehr", "Angaben *aus* Rom"."""
    word, speech = tokens[at].lower, lexicon.speech
    if at + 1 < len(tokens) and tokens[at + 1].lower in lexicon.sets["reflexives"]:
        return False  # "weist Lee *von* sich"
    if word == "für":
        return tokens[start].kind is Kind.DETERMINER
    if word == "um":
        return tokens[at - 1].lower.endswith(lexicon.speech.teams)  # "ein Team *um* Ann Lee"
    if word == "aus":
        return tokens[at - 1].lower.endswith((*speech.according_nouns, *speech.unnamed_nouns, *speech.data_nouns))
    full = at - start > 1 and all(token.capital for token in tokens[at - 2 : at])
    return word in _NAME_LINK or (word == "vom" and full)  # "Ann Lee *vom* Sender"


def holder_of(tokens: Tokens, phrase: tuple[int, int], lexicon: Lexicon) -> tuple[int, int]:
    """Whose words a phrase means that names a message by its noun: "Das Fazit *von Ann Lee* nach dem Spiel"; else the
    phrase itself."""
    start, end = phrase
    noun = next((at for at in range(start, end) if tokens[at].capital and tokens[at].kind is Kind.WORD), end)
    nouns = (*lexicon.speech.reporting_nouns, *lexicon.speech.according_nouns)
    if not lexicon.speech.nouns_capital or noun + 2 >= end or not tokens[noun].lower.endswith(nouns):
        return phrase
    after = tokens[noun + 1].lower
    if after not in lexicon.sets["agents"] and after not in lexicon.sets["genitives"]:
        return phrase
    first = noun + 1 + (after in lexicon.sets["agents"])
    links = (at for at in range(first + 1, end) if tokens[at].kind is Kind.PREPOSITION)
    return (first, next(links, end))


def dative_before(tokens: Tokens, end: int, floor: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The noun phrase in the dative that ends right before token `end`: "gewinnen *neuesten Studien* zufolge", "*einem
    Bericht der BBC* zufolge"; None where none does."""
    opening = _opening(tokens, end, floor)
    if opening is not None:
        return opening
    start = end - 1
    if start < floor or not (tokens[start].capital or tokens[start].kind is Kind.PRONOUN):
        named = start > floor and name_in_marks(tokens, start, lexicon)
        return (start - 1, end) if named else None
    told = tokens[start].lower.endswith((*lexicon.speech.according_nouns, *lexicon.sets["hearsay_nouns"]))
    while start > floor and tokens[start].kind is not Kind.PRONOUN:
        before = tokens[start - 1]
        if before.kind is Kind.DETERMINER:
            genitive = before.lower in lexicon.sets["genitives"] and start - 2 >= floor
            start -= 1
            if not (genitive and _noun(tokens[start - 1])):
                break
        elif before.kind is Kind.PREPOSITION and start - 2 >= floor and before.lower in ("von", "aus"):
            if not tokens[start - 2].lower.endswith(lexicon.speech.according_nouns):
                break
        elif before.kind is Kind.COORDINATOR and start - 2 >= floor and tokens[start].capital:
            if not _noun(tokens[start - 2]):
                break
        elif not (_noun(before) and not told) and not _adjective(tokens, start - 1, floor):
            break
        else:
            start -= 1
            continue
        start -= 1
        told = False
    return (start, end)


def noun_phrase_before(tokens: Tokens, end: int, floor: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The nouns that end right before token `end`, with their article, adjectives and genitives: "kam vom *Berliner
    Verband*, der …", "Besuch von *einer Frau*, die …"; None where none does."""
    start = end
    while start > floor:
        before = tokens[start - 1]
        adjective = start < end and before.text.islower() and before.lower.endswith(_INFLECTED)
        if before.kind is Kind.DETERMINER:
            start -= 1
            genitive = before.lower in lexicon.sets["genitives"] and start > floor and _noun(tokens[start - 1])
            if not genitive:
                break
        elif _noun(before) or (before.kind is Kind.WORD and adjective):
            start -= 1
        else:
            break
    return (start, end) if any(_noun(token) for token in tokens[start:end]) else None


def _opening(tokens: Tokens, end: int, floor: int) -> tuple[int, int] | None:
    """All words from token `floor` on, where no verb or mark stands among them: the phrase opens the sentence."""
    start = floor
    while start < end and (tokens[start].kind in (Kind.ADVERB, Kind.COORDINATOR) or not tokens[start].word):
        start += 1
    verbs = (Kind.AUXILIARY, Kind.FINITE, Kind.THAT, Kind.SUBORDINATOR)
    phrase = tokens[start:end]
    if phrase and phrase[0].kind is Kind.PREPOSITION:
        return None
    whole = all((t.word or t.quote is not None or t.text in "()") and t.kind not in verbs for t in phrase)
    small = [t for t in phrase[1:] if t.text.islower() and t.kind is Kind.WORD]
    plain = all(t.lower.endswith(_INFLECTED) or t.lower in PARTICLES or "." in t.text for t in small)
    return (start, end) if phrase and whole and plain and len(phrase) <= _ATTRIBUTE and floor == 0 else None


def points(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether a word that may be a pronoun is the article of the noun behind it: "*dieser* Arzt"."""
    token, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    article = token.kind is Kind.PRONOUN and token.lower in lexicon.sets["determiners"]
    if not article or after is None or not after.word:
        return False
    if lexicon.speech.nouns_capital:
        return after.capital
    noun = after.kind is Kind.WORD and not after.forms  # Dutch "*het* waterschap", French "*ce* père de famille"
    return noun and (lexicon.speech.order is Order.V2 or bool(lexicon.speech.elisions))


def only_nouns(tokens: Tokens, end: int) -> bool:
    """Whether nothing but noun phrases stands between the clause's opening and a token: "*Die Bank* und der Fonds"."""
    for token in reversed(tokens[:end]):
        if not token.word and token.quote is None:
            return True
        if not token.capital and token.kind is Kind.WORD and not token.lower.endswith(_INFLECTED):
            return False
        if token.kind in (Kind.AUXILIARY, Kind.FINITE, Kind.PRONOUN, Kind.THAT, Kind.SUBORDINATOR):
            return False
    return True


def _noun(token: Token) -> bool:
    return token.capital and token.kind is Kind.WORD and token.word


def _adjective(tokens: Tokens, at: int, floor: int) -> bool:
    """Whether a small word has the ending of an adjective in the dative and is not the verb behind a subject."""
    token = tokens[at]
    inflected = token.kind is Kind.WORD and token.text.islower() and token.lower.endswith(_DATIVE)
    return inflected and (at == floor or not _noun(tokens[at - 1]))
