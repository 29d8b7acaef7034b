"""Relative clauses without a comma, which say which speaker is meant: "A man *who lives near the school* said …"."""

from secondsource.language.speech.lexicon import Kind, Lexicon
from secondsource.language.speech.table import Tense

from .words import DASHES, Token

Tokens = tuple[Token, ...]

_FARTHEST = 25
"""Words that such a clause has at most."""
_BREAK = frozenset(",;:()") | DASHES


def restrictive(tokens: Tokens, verb: int, floor: int, lexicon: Lexicon) -> int | None:
    """The pronoun that opens a relative clause right in front of a verb, where the noun before it is the verb's
    subject; None where there is none, or where the words in front of the verb are a clause of their own."""
    if not lexicon.speech.nouns_look_like_verbs or not tokens[verb - 1].word:
        return None
    if tokens[verb - 1].kind in (Kind.COORDINATOR, Kind.THAT):
        return None
    for at in range(verb - 2, max(floor, verb - _FARTHEST), -1):
        token = tokens[at]
        if token.quote is not None or token.text in _BREAK:
            return None
        if token.kind is Kind.THAT or token.lower in lexicon.sets["relatives"]:
            opens = _describable(tokens, at - 1) and _one_verb(tokens, at, verb, lexicon)
            return at if opens else None
    return None


def participial(tokens: Tokens, end: int, floor: int, lexicon: Lexicon) -> int | None:
    """Where a relative clause without commas begins that ends in a participle: "Le médecin *qui l'a examiné* dit"."""
    helper = end - 2 > floor and tokens[end - 2].kind is Kind.AUXILIARY
    if not helper or not tokens[end - 1].lower.endswith(("é", "ée", "és", "ées")):
        return None
    near = range(end - 3, max(floor, end - 8), -1)
    return next((at for at in near if tokens[at].lower in lexicon.sets["relatives"]), None)


def _describable(tokens: Tokens, noun: int) -> bool:
    """Whether a word can have such a clause behind it: a noun, "those"; no verb ("knows *who*")."""
    token = tokens[noun]
    if token.forms and not token.capital:
        before = tokens[noun - 1] if noun else token
        return before.kind is Kind.DETERMINER or before.possessive  # "a *report* that"
    return token.kind in (Kind.WORD, Kind.DETERMINER) and token.word


def _one_verb(tokens: Tokens, relative: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the clause has one verb, so that the next is the main one: not "who told *police he saw*"."""
    whose = tokens[relative].lower == "whose"
    at = _first_verb(tokens, relative + 1, end, lexicon) if whose else _verb_next(tokens, relative + 1, end)
    if at is None:
        return False
    while at < end and (tokens[at].kind in (Kind.AUXILIARY, Kind.ADVERB)):
        at += 1
    verbs = [here for here in range(at + 1, end) if _finite(tokens, here, lexicon)]
    inner = next((here for here in range(at + 1, end) if tokens[here].kind is Kind.SUBORDINATOR), end)
    return len([here for here in verbs if here > inner]) == len(verbs) <= 1  # "who died *when her glider hit* a wire"


def _verb_next(tokens: Tokens, at: int, end: int) -> int | None:
    """The verb right behind a relative pronoun; None where a subject of its own follows: "that *the ministry* said"."""
    while at < end and tokens[at].kind is Kind.ADVERB:
        at += 1
    if at >= end:
        return None
    token = tokens[at]
    if token.kind in (Kind.AUXILIARY, Kind.FINITE):
        return at
    noun = at + 1 == end and not token.forms and not token.lower.endswith("ed")  # "that *critics* call"
    noun = noun or (at + 1 < end and tokens[at + 1].kind in (Kind.AUXILIARY, Kind.FINITE))  # "that *prices* are"
    return at if token.kind is Kind.WORD and token.text.islower() and not noun else None


def _first_verb(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> int | None:
    past = (at for at in range(start, end) if _finite(tokens, at, lexicon) or tokens[at].lower.endswith("ed"))
    return next(past, None)


def _finite(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether a word is a verb of its own clause: not an infinitive, nor a noun behind its article."""
    token, before = tokens[at], tokens[at - 1]
    marks = lexicon.sets["infinitive_marks"] | lexicon.sets["negators"]
    if before.lower in marks or tokens[at - 2].lower in lexicon.sets["infinitive_marks"]:
        return False
    if token.kind in (Kind.AUXILIARY, Kind.FINITE):
        return True
    noun = before.kind in (Kind.DETERMINER, Kind.PREPOSITION) or before.possessive
    told = any(form.tense in (Tense.FINITE, Tense.BASE) for form in token.forms)
    return told and not noun and not token.capital
