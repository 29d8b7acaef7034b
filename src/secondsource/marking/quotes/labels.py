"""Quoted words that are a name or a title, not what somebody said."""

import re
from collections.abc import Sequence

from secondsource.language.speech.lexicon import Kind, Lexicon

from .draft import Draft
from .grammar.cue import Cue
from .grammar.words import Token, named_by, nickname

_MOST_WORDS = 4
_ATTRIBUTE = 2
"""Words in marks that only qualify the noun behind them, at most."""
_SHORT_CLAUSE = 5
"""Words of reported content in which a single noun in marks is what was said: "sprach von einer „Panik“"."""
_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_ENDS = ".!?…"
VERB_ENDINGS = ("t", "te", "en")
"""Endings of most forms of verbs where the verb stands second."""
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def _address(quoted: str) -> bool:
    """Whether the marks hold an address of the web and nothing else: „nordbote.de“."""
    return _ADDRESS.fullmatch(quoted.strip("„“”\"«»‚‘’'")) is not None


def _every_word_capital(quoted: str) -> bool:
    """Whether two or more words all have capitals: no clause has, even where every noun does."""
    words = _WORD.findall(quoted)
    return len(words) > 1 and all(word[0].isupper() for word in words)


def nominal(quoted: str, lexicon: Lexicon) -> bool:
    """Whether words between marks are a name or a title and no clause, where nouns have capitals: nothing in them can
    be a verb, and no mark ends a sentence: "der „Preis der Reichsbank für Wirtschaftswissenschaften“"."""
    if not lexicon.speech.nouns_capital or quoted.rstrip(' )]“”"»')[-1:] in _ENDS:
        return False
    words = _WORD.findall(quoted)
    return not any(_may_tell(word, after, lexicon) for word, after in zip(words, [*words[1:], ""], strict=False))


def _may_tell(word: str, after: str, lexicon: Lexicon) -> bool:
    """Whether a small word can be a verb: it is one in the tables, or ends as one and stands before no noun."""
    kind = lexicon.kinds.get(word)
    if not word[0].islower():
        return False
    if kind in (Kind.AUXILIARY, Kind.FINITE):
        return True
    return kind is None and word.endswith(VERB_ENDINGS) and not after[:1].isupper()


def lone_noun(tokens: tuple[Token, ...], quotation: int, clause: int, lexicon: Lexicon) -> bool:
    """Whether the marks hold one noun inside a clause of so many words that somebody reports: a term, or the writer's
    own distance, where nouns have capitals: "dass die „Randlage“ neu sei"."""
    at = next((at for at, token in enumerate(tokens) if token.quote == quotation), None)
    if at is None or not lexicon.speech.nouns_capital or _called(tokens, at, lexicon):
        return False
    words = _WORD.findall(tokens[at].text)
    return len(words) == 1 and words[0][0].isupper() and clause > _SHORT_CLAUSE


def naming(tokens: tuple[Token, ...], draft: Draft, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether the words between marks only say how something is called: "Das Lokal *hieß* „Zum Anker“", "die *sich*
    „Neue Mitte“ nennt", "so lautet *der Titel* der Studie"."""
    quoted = [at for at, token in enumerate(tokens) if token.quote in draft.quotes]
    if cue.form is not None and not quoted and cue.form.base in lexicon.sets["inscribing"]:
        return tokens[min(cue.end, len(tokens) - 1)].lower in lexicon.sets["reflexives"]  # "dort *fand sich* Geld"
    if not quoted or cue.form is None:
        return False
    led = tokens[quoted[0] - 1].text == ":" if quoted[0] else False
    if cue.form.base in lexicon.sets["impersonal"] and not led:
        return draft.first_person
    near = tokens[max(0, min(cue.verb, quoted[0]) - 2) : max(cue.verb, quoted[0]) + 1]
    itself = any(token.lower in lexicon.sets["reflexives"] for token in near)
    if itself and cue.form.base in lexicon.sets["inscribing"]:
        return True  # "dort fand sich der Satz: „…“"
    shown = tokens[quoted[0]]
    if draft.bare_quote and nominal(shown.text, lexicon) and _called_so(tokens, cue, quoted[0], lexicon):
        return True  # "Sein *Name* lautet „Nordstern“", "Er gab den *Titel* bekannt: „Der Weg“"
    if cue.form.base in lexicon.sets["viewing"]:  # "sah „Hamlet“ im Theater", "sah *sich* gezwungen, „aufzuräumen“"
        apart = any(token.text == ":" for token in tokens[cue.verb : quoted[0]])
        return itself or apart or not any(_viewed(tokens, at, lexicon) for at in quoted)
    return cue.manner == "call" and itself and (shown.text[1:2].isupper() or any(map(str.isdigit, shown.text)))


def _called_so(tokens: tuple[Token, ...], cue: Cue, quoted: int, lexicon: Lexicon) -> bool:
    """Whether a name or a title is told: behind a colon, or by a verb whose subject it is."""
    quote = tokens[quoted].quote
    told = quote is not None and tokens[quoted - 1].text == ":" and works(tokens, quote, lexicon)
    nouns = (t for t in tokens if t.capital and t.quote is None and t.lower.endswith(lexicon.speech.work_nouns))
    return told or (cue.form is not None and cue.form.base in lexicon.sets["naming"] and any(nouns))


def _viewed(tokens: tuple[Token, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether words between marks tell how somebody sees a thing: "sieht darin *einen* „Angriff“", "*als* „Fehler“"."""
    led = lexicon.sets["called_as"] | lexicon.sets["indefinite"]
    return tokens[at - 1].lower in led or not tokens[at].text[1].isupper()


def _sentence(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a sentence stands between the marks, which somebody says, no name."""
    return tokens[at].text.rstrip("\"”’'»“")[-1:] in ".!?"


def outlet(tokens: tuple[Token, ...], quotation: int, lexicon: Lexicon) -> bool:
    """Whether the marks hold the name of where something was said: "in einem Gespräch *mit der „Rundschau“*"."""
    at = next((i for i, token in enumerate(tokens) if token.quote == quotation), 0)
    article = at > 1 and tokens[at].work and tokens[at - 1].lower in lexicon.sets["definite_articles"]
    return article and tokens[at - 2].kind is Kind.PREPOSITION


def _called(tokens: tuple[Token, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether something is called by the words in marks: "wies es *als* „Unsinn“ zurück"; not "der sich *als* „Bürger“
    engagierte"."""
    if at == 0 or tokens[at - 1].lower not in lexicon.sets["called_as"]:
        return False
    return at + 1 == len(tokens) or not (tokens[at + 1].word and _may_tell(tokens[at + 1].text, "", lexicon))


def named(tokens: tuple[Token, ...], quotation: int, lexicon: Lexicon) -> bool:
    """Whether the noun right in front says what the name in the marks is of: "das Musical „Sommernacht“"."""
    at = next((i for i, token in enumerate(tokens) if token.quote == quotation), 0)
    return at > 0 and (named_by(tokens[at - 1], lexicon) or _listed(tokens, at, lexicon))


def works(tokens: tuple[Token, ...], quotation: int, lexicon: Lexicon) -> bool:
    """Whether the words behind a colon are the name of a work, or of what the clause says the name of: "stellte *ihr
    neues Album* vor: „Fern von hier“", "*Codename*: „Otter“"."""
    at = next((i for i, token in enumerate(tokens) if token.quote == quotation), 0)
    if not lexicon.speech.nouns_capital or _sentence(tokens, at) or at < 2:
        return False
    for noun in range(at - 1):
        if not (tokens[noun].capital and tokens[noun].lower.endswith(lexicon.speech.work_nouns)):
            continue
        first = noun
        while first and tokens[first - 1].word and tokens[first - 1].text.islower():
            first -= 1
            if tokens[first].kind in (Kind.DETERMINER, Kind.PREPOSITION):
                break
        outside = tokens[first].kind is Kind.PREPOSITION or (first and tokens[first - 1].kind is Kind.PREPOSITION)
        if not outside:
            return True
    return False


def label(tokens: tuple[Token, ...], quotation: int, lexicon: Lexicon) -> bool:
    """Whether the quotation is a name: a few words, all with capitals, behind a noun or an article that they belong to.

    In a language that writes every noun with a capital, a name shows by the noun right in front: "die Zeitung
    „Standard“".
    """
    at = next((i for i, token in enumerate(tokens) if token.quote == quotation), None)
    if at is None or at == 0:
        return False
    token, before = tokens[at], tokens[at - 1]
    compound = at + 1 < len(tokens) and tokens[at + 1].text[0] == "-" and len(tokens[at + 1].text) > 1
    if nickname(tokens, at) or _listed(tokens, at, lexicon):
        return True
    if named_by(before, lexicon) or _address(token.text) or compound:  # "die „Heimat“-Moderatorin"
        return True
    if lexicon.speech.nouns_capital and _every_word_capital(token.text):
        return True
    if before.text == "(" and at + 1 < len(tokens) and tokens[at + 1].text in "),;" and not _sentence(tokens, at):
        return len(token.text.split()) <= _MOST_WORDS
    if not token.work or len(token.text.split()) > _MOST_WORDS:
        return False
    apart = before.text == "," and at + 1 < len(tokens) and tokens[at + 1].text == ","
    if apart and _every_word_capital(token.text):
        return True  # "her third album, “Low Road”, in October"
    if lexicon.speech.nouns_capital:
        noun = before.capital and before.kind is Kind.WORD
        return noun or before.lower in lexicon.sets["definite_articles"]
    by = lexicon.speech.pronouns_invert and before.lower in lexicon.sets["agents"]  # "jointe par « L'Écho »"
    return before.kind is Kind.DETERMINER or before.possessive or by


def _listed(tokens: tuple[Token, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether a name in marks goes on a list of names whose noun stands in front: "die Modelle „Lux“ und „Nova“"."""
    joins = at > 2 and (tokens[at - 1].kind is Kind.COORDINATOR or tokens[at - 1].text == ",")
    return joins and tokens[at].work and tokens[at - 2].work and named_by(tokens[at - 3], lexicon)


def attribute(tokens: tuple[Token, ...], quotation: int) -> bool:
    """Whether one or two words in marks stand between an article and its noun, where what follows a statement tells of
    something else: "said Albers, who has a “*hold*” rating on it"."""
    at = next((i for i, token in enumerate(tokens) if token.quote == quotation), 0)
    if at == 0 or at + 1 >= len(tokens) or len(_WORD.findall(tokens[at].text)) > _ATTRIBUTE:
        return False
    noun = tokens[at + 1]
    return tokens[at - 1].kind is Kind.DETERMINER and noun.kind is Kind.WORD and noun.text.islower()


def spoken_in(tokens: tuple[Token, ...], quotes: Sequence[int], words: int, lexicon: Lexicon) -> list[int]:
    """The quotations inside reported content of so many words that are no names or terms."""
    return [i for i in quotes if not label(tokens, i, lexicon) and not lone_noun(tokens, i, words, lexicon)]
