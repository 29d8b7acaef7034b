"""What stands around a cue besides speaker and words: to whom, on what occasion, and whether it was uttered at all."""

from secondsource.language.speech.lexicon import Kind, Lexicon
from secondsource.language.speech.table import Takes
from secondsource.model.mark import Realis

from .attributes import dative
from .cue import Cue
from .subjects import Range
from .words import Token

Tokens = tuple[Token, ...]

_MOST_WORDS = 12
"""Words that the phrase of an addressee or an occasion has at most."""
_LINKS = frozenset(
    {"of", "with", "von", "mit", "de", "du", "des", "avec", "con", "com", "di", "van", "met", "med", "del"}
)


def circumstances(
    tokens: Tokens, cue: Cue, at: int, stop: int, lexicon: Lexicon
) -> tuple[Range | None, Range | None]:  # fmt: skip
    """The addressee and the occasion in the words from token `at`, behind cue and subject, up to `stop`."""
    addressee: Range | None = None
    occasion: Range | None = None
    if at + 1 < stop and tokens[at].text == "," and tokens[at + 1].kind is Kind.PREPOSITION:
        at += 1  # behind the speaker's description
    if at < stop and _addressed_first(tokens, cue, at, lexicon):
        addressee = (at, _end(tokens, at, stop, lexicon))
        at = addressee[1]
    while at + 1 < stop and tokens[at].quote is None and tokens[at].text not in ",:":
        word, after = tokens[at].lower, tokens[at + 1]
        timed = any(token.lower in lexicon.sets["weekdays"] for token in tokens[at + 1 : min(stop, at + 3)])
        named = after.word and after.kind in (Kind.WORD, Kind.DETERMINER, Kind.PREPOSITION)
        if not timed and named and addressee is None and word in lexicon.sets["to_whom"]:
            addressee = (at + 1, _end(tokens, at + 1, stop, lexicon))
            at = addressee[1]
        elif not timed and named and occasion is None and word in lexicon.sets["occasion_words"]:
            end = _end(tokens, at + 1, stop, lexicon)
            occasion = _occasion(tokens, at, end, stop, lexicon)
            at = max(end, occasion[1]) if occasion is not None else end
        else:
            at += 1
    return addressee, occasion


def _occasion(tokens: Tokens, start: int, end: int, stop: int, lexicon: Lexicon) -> Range | None:
    """The phrase from its preposition on, with the town behind it, where its noun is one of an occasion ("at a news
    conference in Oslo") or a name ("at the Harbour Club"): not "at the door"."""
    while end > start + 1 and (
        tokens[end - 1].lower in lexicon.sets["time_openers"] or _small(tokens[end - 1], lexicon)
    ):
        end -= 1
    words = [token for token in tokens[start + 1 : end] if token.kind is not Kind.DETERMINER]
    nouns = lexicon.speech.occasion_nouns
    named = (
        bool(words) and all(token.capital for token in words) and words[0].lower not in lexicon.sets["abstract_nouns"]
    )
    if lexicon.speech.nouns_capital:
        held = any(token.lower.endswith(nouns) for token in words)
        named = named and len(words) == end - start - 1  # behind an article a noun may be any
    else:
        held = any(token.lower.split("-")[-1] in lexicon.sets["occasion_nouns"] for token in words)
    if not (held or named or any(token.quote is not None for token in words)):
        return None
    place = end
    if end + 1 < stop and tokens[end].lower in lexicon.sets["in_town"]:
        place = end + 1
        while place < stop and tokens[place].capital and tokens[place].lower not in lexicon.sets["weekdays"]:
            place += 1
    return (start, place if place > end + 1 else end)


def _small(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word cannot end a noun phrase: an article; where nouns have capitals, any small word."""
    return token.kind is Kind.DETERMINER or (lexicon.speech.nouns_capital and token.word and not token.capital)


def _addressed_first(tokens: Tokens, cue: Cue, at: int, lexicon: Lexicon) -> bool:
    """Whether an addressee without a preposition comes first: "told *the BBC*", "sagte Lanzer *dem Sender*"."""
    token = tokens[at]
    if token.lower in lexicon.sets["datives"] or dative(tokens, at, len(tokens), lexicon):
        return True
    noun = token.capital or token.kind in (Kind.DETERMINER, Kind.WORD)
    return cue.can(Takes.PERSON) and token.word and noun and token.lower not in lexicon.sets["weekdays"]


def _end(tokens: Tokens, start: int, stop: int, lexicon: Lexicon) -> int:
    """Where the noun phrase from `start` ends."""
    kinds = (Kind.THAT, Kind.PRONOUN, Kind.AUXILIARY, Kind.FINITE, Kind.SUBORDINATOR, Kind.COORDINATOR, Kind.ADVERB)
    for at in range(start, min(stop, start + _MOST_WORDS)):
        token = tokens[at]
        work = token.quote is not None and token.work
        if (not token.word and not work) or (token.kind in kinds and at > start):
            return max(at, start + 1)
        if at > start and token.kind is Kind.PREPOSITION and token.lower not in _LINKS:
            return at
        if at > start and token.lower in lexicon.sets["weekdays"]:
            return at
    return min(stop, start + _MOST_WORDS)


def realis(tokens: Tokens, cue: Cue, lexicon: Lexicon) -> Realis:
    """Whether the cue tells words that were uttered, were not, are expected, are possible, or are only rumoured."""
    group = [token.lower for token in tokens[cue.start : cue.end]]
    opening = tokens[0].lower
    if cue.negated:
        return Realis.DENIED
    if not lexicon.sets["hearsay"].isdisjoint((*group, opening)):
        return Realis.ALLEGED
    helpers = group[:-1]
    if not lexicon.sets["expected"].isdisjoint(helpers):
        return Realis.PLANNED
    return Realis.ASSERTED if lexicon.sets["possible"].isdisjoint(helpers) else Realis.HYPOTHETICAL
