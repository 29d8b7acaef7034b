"""Words and phrases of web furniture by tongue, and one fast search for them all."""

import re
from enum import StrEnum
from functools import cache

import ahocorasick
from msgspec import Struct

from .pack import languages, table


class Kind(StrEnum):
    """What a phrase tells of the line that has it."""

    CLOSING = "closing"
    """A heading behind which the report does not go on: comments, related stories, the author's note."""
    BOX = "box"
    """A heading of links to other stories, behind which the report may go on: such boxes stand inside reports too."""
    RELATED = "related"
    SHARE = "share"
    CONSENT = "consent"
    FORM = "form"
    ADVERT = "advert"
    SIGNUP = "signup"
    LEGAL = "legal"
    BIO = "bio"
    REMARK = "remark"
    """A mark of readers' comments: "Reply", "3 hours ago", "Ann says:"."""
    NOTE = "note"
    """What stands before a name that heads a note on its bearer: "About Ann Lee"."""
    HEADING = "heading"
    """A heading usual inside a report."""
    LIVE = "live"
    """What a running report of an event calls itself: "live updates", "Liveticker"."""
    AGO = "ago"
    """What makes a number and a unit a time before now: "ago", "vor", "il y a"."""


class Phrases(Struct, frozen=True):
    """Phrases in folded form (`text.normalise.fold`)."""

    whole: tuple[str, ...] = ()
    """The line says this and no more, marks and digits aside."""
    opens: tuple[str, ...] = ()
    """The line begins so."""
    holds: tuple[str, ...] = ()
    """A short line has it anywhere, between word boundaries."""
    asks: tuple[str, ...] = ()
    """The same, but news use these words, too: in a line that has room for a sentence they only count where it speaks
    to the reader, or of its own house (`address`)."""


class Furniture(Struct, frozen=True):
    """The table `furniture.toml` of one language."""

    function_words: str = ""
    address: str = ""
    """Words that speak to the reader or of one's own house: "you", "our"."""
    closing: Phrases = Phrases()
    box: Phrases = Phrases()
    related: Phrases = Phrases()
    share: Phrases = Phrases()
    consent: Phrases = Phrases()
    form: Phrases = Phrases()
    advert: Phrases = Phrases()
    signup: Phrases = Phrases()
    legal: Phrases = Phrases()
    bio: Phrases = Phrases()
    remark: Phrases = Phrases()
    note: Phrases = Phrases()
    heading: Phrases = Phrases()
    live: Phrases = Phrases()
    ago: Phrases = Phrases()


class Lookup(Struct, frozen=True):
    """The tables of one or more languages, ready to search."""

    function_words: frozenset[str]
    address: frozenset[str]
    whole: dict[str, tuple[Kind, ...]]
    automaton: object
    """Aho-Corasick over `opens`, `holds` and `asks`; values are (length, opening, holding, asking kinds)."""

    def kinds(self, folded: str, held: bool) -> tuple[frozenset[Kind], frozenset[Kind], frozenset[Kind]]:
        """Kinds by which a folded line matches wholly, at its opening and, where `held`, anywhere."""
        bare = folded.strip(" \t*•·-–—:.…|>»›<«#+!?0123456789()[]")
        whole = frozenset(self.whole.get(bare, ())) | frozenset(self.whole.get(folded, ()))
        head = len(folded) - len(folded.lstrip(" *•·-–—|>»›<«#+[("))
        window = folded if held else folded[: head + 60]
        opens: set[Kind] = set()
        holds: set[Kind] = set()
        asks: set[Kind] = set()
        for last, (size, opening, holding, asking) in self.automaton.iter(window):  # type: ignore[attr-defined]  # untyped C type
            start = last - size + 1
            if opening and start <= head and _bounded(window, start, last + 1):
                opens.update(opening)
            if (holding or asking) and held and _bounded(window, start, last + 1):
                holds.update(holding)
                asks.update(asking)
        if asks and self._addresses(folded):
            holds |= asks
        return whole, frozenset(opens), frozenset(holds)

    def _addresses(self, folded: str) -> bool:
        """Whether a line speaks to the reader, or is too short to tell."""
        words = _WORD.findall(folded)
        return len(words) < _SENTENCE or not self.address.isdisjoint(words)


_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = 12
"""Words from which a line has room for a sentence."""


def _bounded(text: str, start: int, end: int) -> bool:
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not before and not after


@cache
def lookup(code: str | None) -> Lookup:
    """The search for a language, English always with it: pages in any tongue carry English furniture.

    With None, or a language without a table, the tables of all languages together.
    """
    known = languages()
    if code is not None and code in known and table(code, "furniture", Furniture) is not None:
        codes = tuple(sorted({code, "en"}))
        spoken: tuple[str, ...] = (code,)
    else:
        codes = known
        spoken = known
    whole: dict[str, set[Kind]] = {}
    keyed: dict[str, tuple[set[Kind], set[Kind], set[Kind]]] = {}
    words: set[str] = set()
    address: set[str] = set()
    for each in codes:
        furniture = table(each, "furniture", Furniture)
        if furniture is None:
            continue
        address.update(furniture.address.split())
        if each in spoken:
            words.update(furniture.function_words.split())
        for kind in Kind:
            phrases: Phrases = getattr(furniture, kind.value)
            for phrase in phrases.whole:
                whole.setdefault(phrase, set()).add(kind)
            for place, several in enumerate((phrases.opens, phrases.holds, phrases.asks)):
                for phrase in several:
                    keyed.setdefault(phrase, (set(), set(), set()))[place].add(kind)
    automaton = ahocorasick.Automaton()
    for phrase, kinds in sorted(keyed.items()):
        automaton.add_word(phrase, (len(phrase), *(tuple(sorted(each)) for each in kinds)))
    automaton.make_automaton()
    return Lookup(
        frozenset(words), frozenset(address), {key: tuple(sorted(kinds)) for key, kinds in whole.items()}, automaton
    )
