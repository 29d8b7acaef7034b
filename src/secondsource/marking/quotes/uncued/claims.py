"""Nouns of something said that tell whose it is and hold its clause, whatever the sentence says about it: "sie wies
*den Vorwurf der CDU* zurück, *es handele sich um „Unsinn“*", "die Forderung des Landrats, *das Tor zu öffnen*"."""

from functools import cache

from msgspec.structs import replace

from secondsource.language.speech.lexicon import Kind, Lexicon
from secondsource.language.speech.table import Tense
from secondsource.marking.quotes.draft import Draft, Tokens, made
from secondsource.marking.quotes.grammar.cue import Cue, Mode
from secondsource.marking.quotes.grammar.frames import Frame
from secondsource.marking.quotes.grammar.inverted import subject_after
from secondsource.marking.quotes.grammar.nouns import NOUN
from secondsource.marking.quotes.grammar.subjects import Range
from secondsource.marking.quotes.grammar.words import Sentence
from secondsource.marking.quotes.labels import VERB_ENDINGS
from secondsource.text.remembered import Remembered

_LEAST = 5
"""Letters of a noun that may end a compound: "Wahl*versprechen*", not "Stadt*rat*"."""
_NEAR = 2
"""Words in front of a noun within which the preposition stands that makes it a source."""
_REST, _WHOM = 2, 4
"""Words of the rest of a verb, and of the phrase of to whom something is said, at most."""
_VERBS = (Kind.AUXILIARY, Kind.FINITE)


def claims(sentence: Sentence, drafts: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """The drafts with those of nouns that tell whose claim a clause is; quoted words in the clause are the claim's."""
    if not lexicon.speech.nouns_capital:
        return drafts
    tokens = sentence.tokens
    for at in range(len(tokens) - 4):
        holder = _holder(tokens, at, lexicon) if _said(tokens, at, lexicon) else None
        clause = None if holder is None else _clause(tokens, holder[1], lexicon)
        if holder is None or clause is None:
            continue
        cue = Cue(at, at, at + 1, Mode.NOUN, NOUN)
        claim = made(sentence, Frame(cue, holder), [clause], None, False, lexicon)
        if any(one.pieces[:1] == claim.pieces and one.manner != "deny" for one in drafts):
            continue  # "eine Studie der Bank *kommt* zu dem Ergebnis, dass …"
        drafts = [replace(one, quotes=tuple(q for q in one.quotes if q not in claim.quotes)) for one in drafts]
        drafts.append(claim)
    return drafts


def _said(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether a noun of something said stands here."""
    word = tokens[at]
    if not (word.capital and word.kind is Kind.WORD and _nouns(lexicon)[word.lower]):
        return False
    sources = (lexicon.sets["according_noun_openers"], lexicon.sets["according"])
    before = tokens[max(0, at - _NEAR) : at]  # "*nach* Angaben der Polizei" is a cue itself
    return not any(token.lower in openers for token in before for openers in sources)


@cache
def _nouns(lexicon: Lexicon) -> Remembered[bool]:
    """Whether a word, in lower case, is a noun of something said, or a compound that ends in one."""
    speech = lexicon.speech
    nouns = frozenset((*speech.reporting_nouns, *speech.according_nouns, *speech.views, *speech.data_nouns))
    compounds = tuple(sorted(noun for noun in nouns if len(noun) >= _LEAST))
    return Remembered(lambda word: word in nouns or word.endswith(compounds))


def _holder(tokens: Tokens, at: int, lexicon: Lexicon) -> Range | None:
    """Whose it is: the genitive, or the phrase behind "von", right behind the noun, up to a comma."""
    comma = next((i for i in range(at + 2, len(tokens)) if tokens[i].text in ",;:"), len(tokens))
    by = tokens[at + 1].lower in lexicon.sets["agents"]
    if comma == len(tokens) or not (by or tokens[at + 1].lower in lexicon.sets["genitives"]):
        return None
    found = subject_after(tokens, at + 1 + by, comma, lexicon)
    if found is None or tokens[comma].text != ",":
        return None
    noun = next((token.lower for token in tokens[slice(*found)] if token.capital), "")
    bodies = (*lexicon.speech.collective_nouns, *lexicon.speech.label_words)
    thing = noun.endswith(lexicon.speech.abstract_endings) and not noun.endswith(bodies)
    if tokens[found[1] - 1].text.islower() and tokens[found[1] - 2].quote is not None:
        found = (found[0], found[1] - 1)  # "Berichte der Zeitung „Nord“ *zurückgewiesen*"
    return found if not thing and _closes(tokens, found[1], comma) else None


def _closes(tokens: Tokens, start: int, comma: int) -> bool:
    """Whether hardly anything stands between a holder and the comma: the rest of a verb ("wies den Vorwurf der CDU
    *zurück*"), or to whom it was said ("die Bitte der Familie *an den Minister*")."""
    between = tokens[start:comma]
    verb = len(between) <= _REST and all(token.text.islower() and token.quote is None for token in between)
    whom = 1 < len(between) <= _WHOM and between[0].kind is Kind.PREPOSITION and between[-1].capital
    return verb or whom


def _clause(tokens: Tokens, behind: int, lexicon: Lexicon) -> Range | None:
    """The clause of what is said, behind the first comma from a token on: one with its conjunction, one in the
    subjunctive, or an infinitive; None where another follows."""
    comma = next(i for i in range(behind, len(tokens)) if tokens[i].text == ",")
    told = tokens[comma + 1].kind is Kind.THAT or tokens[comma + 1].lower in lexicon.sets["whereafter"]
    begin = comma + 1 + told
    limit = len(tokens) - (tokens[-1].quote is None and not tokens[-1].word)
    limit = next((i for i in range(begin, limit) if tokens[i].text == ":"), limit)
    commas = (i for i in range(begin + 1, limit) if tokens[i].text == "," and _main_verb(tokens, i + 1, lexicon))
    end = next(commas, limit)
    first = next((i for i in range(begin, end) if tokens[i].text == ","), end)
    if tokens[begin].kind is Kind.PREPOSITION and tokens[begin].lower in lexicon.sets["infinitive_openers"]:
        return None  # "…, *um* sie zu warnen"
    if end - begin < 2 or not (told or _reported(tokens, begin, first, lexicon)):
        return None
    return begin, end


def _main_verb(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether the main clause goes on with its verb behind a comma."""
    token = tokens[at]
    listed = any(form.tense is Tense.FINITE for form in token.forms) and not token.capital
    unlisted = token.kind is Kind.WORD and token.text.islower() and token.lower.endswith(VERB_ENDINGS)
    return (token.kind in _VERBS or listed or unlisted) and token.text not in lexicon.sets["subjunctives"]


def _reported(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a clause has its verb in the subjunctive, and not at its end as a relative clause has, or is an
    infinitive with its mark: "das Tor *zu öffnen*"."""
    subjunctive = any(token.text in lexicon.sets["subjunctives"] for token in tokens[start + 1 : end - 1])
    last, before = tokens[end - 1], tokens[end - 2]
    marks = lexicon.sets["infinitive_marks"]
    marked = before.lower in marks or any(mark in last.lower[2:-3] for mark in marks)
    return subjunctive or (marked and last.text.islower() and last.lower.endswith("n"))
