"""What figures measure, under keys that languages share: `firms`, `entreprises`, `Unternehmen` are all `company`.

The words are `language/<code>/measures.toml`; a word in no list stands for the concept that
the shared table has for it (`language/concepts.py`), else for itself.
"""

import re
import sys
from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct, field

from secondsource.language.concepts import concept
from secondsource.language.figures import figure_words
from secondsource.language.pack import table
from secondsource.text.normalise import plain
from secondsource.text.remembered import Remembered

_SHORTEST_TERM, _SHORTEST_COMPOUND, _SHORTEST_STEM, _LONGEST_ENDING = 3, 9, 5, 4
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_OF_AGENTS = ("alter",)
"""Ends of German names for people and things that do something, which look like a noun: Verwalter, Schalter."""


class MeasureWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Key = written forms in lower case."""

    things: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What is measured: amounts, rates, and the verbs that stand for them."""
    counted: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What is counted: people and things, and verbs that stand for them (killed for deaths)."""
    fates: tuple[str, ...] = ()
    """Keys among `counted` of what becomes of people: they tell more than the word people does."""
    kinds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What narrows a measure down: gross, net, monthly, confirmed."""
    empty: tuple[str, ...] = ()
    """Keys that stand for whatever was spoken of: in 96 cases. In the English table only; keys are shared."""
    broader: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Key = the keys that are kinds of it: a ferry is a ship. In the English table only; keys are shared."""


class Term(Struct, frozen=True, gc=False):
    """A content word at `start` to `end` with its shared key; `thing` where the tables know it as a measure."""

    key: str
    start: int
    end: int
    thing: bool
    counted: bool
    """Whether it is something that is counted, and so no name of an amount."""


@cache
def _keys(code: str) -> tuple[dict[str, str], frozenset[str], frozenset[str], frozenset[str]]:
    words = table(code, "measures", MeasureWords) or MeasureWords()
    keys = {
        plain(form): key
        for kind in (words.kinds, words.counted, words.things)
        for key, forms in kind.items()
        for form in forms
    }
    things, counted = frozenset(words.things) | frozenset(words.counted), frozenset(words.counted)
    rules = figure_words(code)
    stop = {plain(word) for phrase in rules.bounds_before for word in phrase.split()}
    stop |= {plain(word) for word in (*rules.function, *rules.rise, *rules.fall, *rules.to, *rules.by, *rules.verbs)}
    return keys, things, counted, frozenset(stop)


@cache
def qualifiers(code: str) -> frozenset[str]:
    """Keys that narrow a measure down, in a language."""
    words = table(code, "measures", MeasureWords) or MeasureWords()
    return frozenset(words.kinds)


@cache
def known_keys(code: str) -> frozenset[str]:
    """Keys of all measures that the tables of a language know."""
    return _keys(code)[1]


@cache
def empty() -> frozenset[str]:
    """The keys that stand for whatever was spoken of."""
    words = table("en", "measures", MeasureWords) or MeasureWords()
    return frozenset(words.empty)


@cache
def broader() -> dict[str, str]:
    """The wider key of each key that is a kind of another."""
    words = table("en", "measures", MeasureWords) or MeasureWords()
    return {narrow: wide for wide, narrows in words.broader.items() for narrow in narrows}


@cache
def fates(code: str) -> frozenset[str]:
    """Keys of what can become of people, in a language."""
    words = table(code, "measures", MeasureWords) or MeasureWords()
    return frozenset(words.fates)


def terms_of(text: str, code: str, start: int = 0, end: int = sys.maxsize) -> list[Term]:
    """The content words of `text` between two characters, in order, as shared keys; function words and words of change
    are left out."""
    found: list[Term] = []
    terms_in = _terms(code)
    at = start
    for piece in text[start:end].split(" "):
        if terms := terms_in[piece]:
            found += [Term(one.key, at + one.start, at + one.end, one.thing, one.counted) for one in terms]
        at += len(piece) + 1
    return found


@cache
def _terms(code: str) -> Remembered[tuple[Term, ...]]:
    """The content words of each piece of a text between spaces, at their places in the piece."""

    def terms(piece: str) -> Iterator[Term]:
        for match in _WORD.finditer(piece):
            read = _key_of(match[0], code)
            if read is not None:
                key, thing, counted = read
                yield Term(key, match.start(), match.end(), thing, counted)

    return Remembered(lambda piece: tuple(terms(piece)))


def _key_of(written: str, code: str) -> tuple[str, bool, bool] | None:
    """The shared key of a word, whether it is a measure, and whether it is counted; None for a function word."""
    keys, things, counted, stop = _keys(code)
    word = plain(written)
    key = keys.get(word)
    if key is None:
        if len(word) < _SHORTEST_TERM or word in stop:
            return None
        key = _singular(word, code)
        key = keys.get(key) or concept(word, code) or _compound_head(written, code) or key
    return key, key in things, key in counted


@lru_cache(maxsize=1 << 14)
def _compound_head(word: str, code: str) -> str | None:
    """The key of the last part of a German compound that no table knows: Türdichtungen is a kind of Dichtungen. Only
    stems of five letters and more count, for shorter ones are found in any word."""
    if code != "de" or not word[0].isupper() or len(word) < _SHORTEST_COMPOUND:
        return None
    keys, folded = _keys(code)[0], plain(word)
    for start in range(3, len(folded) - _SHORTEST_STEM + 1):
        tail = folded[start:]
        whole = concept(tail[: _SHORTEST_STEM - 1], code) is None and concept(tail[:-_LONGEST_ENDING], code) is None
        found = keys.get(tail) or (concept(tail, code) if whole else None)
        if found is not None and not tail.endswith(_OF_AGENTS):
            return found
    return None


def _singular(word: str, code: str) -> str:
    """A rough stem: the plural endings that these languages share; of German those of number and case, but not the -er
    by which people and tools are named."""
    if code == "de":
        bare = word[:-1] if len(word) > 5 and word.endswith(("en", "ern", "eln")) else word
        return bare[:-1] if len(bare) > 4 and bare.endswith("e") else bare
    if len(word) > 4 and code in ("en", "fr", "es", "pt") and word.endswith("s") and not word.endswith("ss"):
        if code == "en" and word.endswith(("ches", "shes", "sses", "xes")):
            return word[:-2]
        return word[:-3] + "y" if code == "en" and word.endswith("ies") else word[:-1]
    return word
