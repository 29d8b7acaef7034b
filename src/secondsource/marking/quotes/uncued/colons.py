"""Clauses in front of a colon, where the verb stands second: where the main one ends, and who reacts where the clause
tells how, not who says: "*Kritik* kam *von der Opposition*: „…“", "Ganz anders *die FDP*: „…“"."""

from secondsource.language.speech.lexicon import Kind, Lexicon
from secondsource.language.speech.table import Order
from secondsource.marking.quotes.draft import Draft, Tokens
from secondsource.marking.quotes.grammar.inverted import subject_after
from secondsource.marking.quotes.grammar.subjects import Range
from secondsource.marking.quotes.grammar.verb_second import finite_at
from secondsource.marking.quotes.grammar.words import Sentence

_SAID = 5
"""Words in front of a relative clause within which the noun of something said stands."""
_FRONT = 4
"""Words within which the noun of a reaction stands that opens a clause: "Scharfe *Kritik*"."""


def main_end(tokens: Tokens, first: int, colon: int, lexicon: Lexicon) -> int:
    """Where the main clause ends in front of a colon: at a question that closes it, or at a relative clause about
    something said, which says nothing itself: "Lee gab *eine Antwort*, die aus einem Wort bestand: „…“"."""
    comma = next((at for at in range(colon - 1, first, -1) if tokens[at].text == ","), colon)
    if comma + 2 >= colon or finite_at(tokens, first, comma, lexicon) is None:
        return colon
    asked = tokens[comma + 1].lower in lexicon.sets["questions"] and tokens[comma + 1].kind is not Kind.SUBORDINATOR
    pronoun = comma + 1 + (tokens[comma + 1].kind is Kind.PREPOSITION)
    relative = tokens[pronoun].lower in (lexicon.sets["relative_articles"] | lexicon.sets["datives"])
    near = [token.lower for token in tokens[max(first, comma - _SAID) : comma] if token.capital]
    text = relative and any(noun.endswith(lexicon.speech.reporting_nouns) for noun in near)
    return comma if asked or text else colon


def inside_clause(sentence: Sentence, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether the cue of words behind a colon stands in a question or a relative clause that closes the main one, whose
    subject speaks them: "Lee schrieb eine Antwort, die aus einem Wort *bestand*: „…“"."""
    tokens = sentence.tokens
    colon = next(
        (at for at, token in enumerate(tokens[:-1]) if token.text == ":" and tokens[at + 1].quote is not None), 0
    )
    if not colon or lexicon.speech.order is not Order.V2 or tokens[colon + 1].quote not in draft.quotes:
        return False
    end = main_end(tokens, 0, colon, lexicon)
    return end < colon and draft.cue.start > sentence.starts[end]


def reacting(tokens: Tokens, first: int, colon: int, lexicon: Lexicon) -> Range | None:
    """Whose reaction the words behind a colon are: of a noun of it, the phrase behind "von" that ends the clause; of
    an adverb alone, the phrase behind it."""
    if lexicon.speech.order is not Order.V2 or not lexicon.sets["reactions"]:
        return None
    nouns = {token.lower for token in tokens[first : first + _FRONT] if token.capital and token.kind is Kind.WORD}
    if nouns & lexicon.sets["reactions"]:
        return _whence(tokens, first + 1, colon, lexicon)
    start = first
    while start < colon and tokens[start].kind in (Kind.ADVERB, Kind.COORDINATOR):
        start += 1
    alone = subject_after(tokens, start, colon, lexicon) if first < start < colon else None
    return alone if alone is not None and _ends(tokens, alone[1], colon) else None


def _whence(tokens: Tokens, start: int, colon: int, lexicon: Lexicon) -> Range | None:
    """The phrase behind a preposition that ends a clause, or that only a relative clause parts from its end."""
    for at in range(start, colon - 1):
        found = (
            subject_after(tokens, at + 1, colon, lexicon)
            if tokens[at].lower in lexicon.sets["reaction_openers"]
            else None
        )
        if found is not None and _ends(tokens, found[1], colon):
            return found
    return None


def _ends(tokens: Tokens, at: int, colon: int) -> bool:
    return at == colon or tokens[at].text == ","
