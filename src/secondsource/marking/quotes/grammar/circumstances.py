"""What stands around a cue besides speaker and words: to whom, on what occasion, and whether it was uttered at all."""

from secondsource.language.speech import Kind, Lexicon, Takes
from secondsource.model.mark import Realis

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
            occasion = (at, _end(tokens, at + 1, stop, lexicon))
            at = occasion[1]
        else:
            at += 1
    return addressee, occasion


def _addressed_first(tokens: Tokens, cue: Cue, at: int, lexicon: Lexicon) -> bool:
    """Whether an addressee without a preposition comes first: "told *the BBC*", "sagte Lanzer *dem Sender*"."""
    token = tokens[at]
    if token.lower in lexicon.sets["datives"]:
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
    if any(word in lexicon.sets["hearsay"] for word in (*group, opening)):
        return Realis.ALLEGED
    helpers = group[:-1]
    if any(word in lexicon.sets["expected"] for word in helpers):
        return Realis.PLANNED
    return Realis.HYPOTHETICAL if any(word in lexicon.sets["possible"] for word in helpers) else Realis.ASSERTED
