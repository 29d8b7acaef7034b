"""Texts and things on which quoted words stand: "*Auf dem Plakat* stand: „…“"."""

from msgspec.structs import replace

from secondsource.language.speech.lexicon import Kind, Lexicon
from secondsource.marking.quotes.draft import Draft, Tokens, speaking
from secondsource.marking.quotes.grammar.inverted import subject_after
from secondsource.marking.quotes.grammar.subjects import Range
from secondsource.marking.quotes.grammar.words import Sentence


def inscribed(sentence: Sentence, quotation: int, lexicon: Lexicon) -> Draft | None:
    """The text or thing on which one reads quoted words: "*Auf dem Plakat* stand: „…“", "*in der Klage* ist von „…“ die
    Rede"; a word that takes it up goes on the source before: "*Darin* steht: „…“"."""
    tokens = sentence.tokens
    quoted = next(i for i, token in enumerate(tokens) if token.quote == quotation)
    verb = _stands_there(tokens, quoted, lexicon)
    led = tokens[quoted - 1].text == ":"
    if verb is None or (not led and any(t.text == "," for t in tokens[min(verb, quoted) : max(verb, quoted)])):
        return None
    floor = max((i + 1 for i in range(min(verb, quoted)) if tokens[i].text in ";:"), default=0)
    datives = lexicon.sets["datives"]
    places = [at for at in range(floor, len(tokens) - 1) if tokens[at].lower in lexicon.sets["media"]]
    relative = [at for at in places if at and tokens[at - 1].text == "," and tokens[at + 1].lower in datives]
    for at in relative[-1:] or places:
        found = _noun_before(tokens, at - 1) if relative else subject_after(tokens, at + 1, len(tokens), lexicon)
        if found is not None and tokens[found[1] - 1].quote is None:
            return speaking(sentence, (verb, verb + 1), found)
    first = tokens[floor]
    taken_up = first.kind is Kind.ADVERB and first.lower in lexicon.sets["therein"]
    return replace(speaking(sentence, (verb, verb + 1), (floor, floor + 1)), thus=True) if taken_up else None


def read_there(sentence: Sentence, lexicon: Lexicon) -> Draft | None:
    """Words behind a colon that stand on a thing, whoever tells of it: "laut Polizei gab es *einen Zettel*, auf dem
    stand: „…“"."""
    tokens = sentence.tokens
    for at in range(2, len(tokens)):
        quote = tokens[at].quote
        if quote is None or tokens[at - 1].text != ":" or tokens[at - 2].lower not in lexicon.sets["inscribing"]:
            continue
        made = inscribed(sentence, quote, lexicon)
        if made is not None and not made.thus:
            return replace(made, pieces=(sentence.span_of((at, at + 1)),), quotes=(quote,), bare_quote=True)
    return None


def _stands_there(tokens: Tokens, quoted: int, lexicon: Lexicon) -> int | None:
    """The verb by which quoted words stand in a text: one that tells it by itself, "zu lesen", "die Rede"."""
    reflexive = any(token.lower in lexicon.sets["reflexives"] for token in tokens)
    for at, token in enumerate(tokens):
        if token.lower in lexicon.sets["readable"] and at and tokens[at - 1].lower in lexicon.sets["infinitive_marks"]:
            return at
        plain = token.kind is Kind.FINITE and not token.capital and token.lower in lexicon.sets["inscribing"]
        if plain and (reflexive or not token.forms):
            return at
        told = token.lower in lexicon.sets["spoken_of"] and tokens[at - 1].lower in lexicon.sets["definite_articles"]
        if told and any(before.lower in lexicon.sets["agents"] for before in tokens[:quoted][-3:]):
            return at
    return None


def _noun_before(tokens: Tokens, comma: int) -> Range | None:
    """The noun with its article right before a comma: "*ein Zettel*, auf dem stand"."""
    start = next((at for at in range(comma - 1, 0, -1) if tokens[at].kind is Kind.DETERMINER), 0)
    return (start, comma) if start < comma - 1 and tokens[comma - 1].capital else None
