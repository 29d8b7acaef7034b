"""Quoted words that are a name or a title, not what somebody said."""

from secondsource.language.speech import Kind, Lexicon

from .grammar.words import Token

_MOST_WORDS = 4


def label(tokens: tuple[Token, ...], quotation: int, lexicon: Lexicon) -> bool:
    """Whether the quotation is a name: a few words, all with capitals, behind a noun or an article that they belong to.

    In a language that writes every noun with a capital, a name shows by the noun right in front: "die Zeitung
    „Standard“".
    """
    at = next((i for i, token in enumerate(tokens) if token.quote == quotation), None)
    if at is None or at == 0:
        return False
    token, before = tokens[at], tokens[at - 1]
    if before.lower in lexicon.sets["label_words"]:
        return True
    if not token.work or len(token.text.split()) > _MOST_WORDS:
        return False
    if before.text == "(":
        return True
    if lexicon.speech.nouns_capital:
        noun = before.capital and before.kind is Kind.WORD
        return noun or before.lower in lexicon.sets["definite_articles"]
    return before.kind is Kind.DETERMINER or before.possessive
