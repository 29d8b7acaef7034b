"""The number words and separators of each language, from `language/<code>/numerals.toml`.

A language without a table is read with English separators and no words.
"""

from enum import StrEnum
from functools import cache

from msgspec import Struct, field, structs

from secondsource.language.pack import table

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_ACCENTS = str.maketrans("áàâãéèêíóôõúüç", "aaaaeeeiooouuc")


class Order(StrEnum):
    """Whether tens stand before units (forty-two) or behind them (zweiundvierzig)."""

    TENS_FIRST = "tens-first"
    UNITS_FIRST = "units-first"


class Numerals(Struct, frozen=True, forbid_unknown_fields=True):
    """The number words and separators of one language; keys are lower case, values what they are worth."""

    decimal: str = "."
    groups: str = ","
    joiners: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()
    not_negative: tuple[str, ...] = ()
    """What, right before the word for minus, makes it another word: au moins."""
    point: tuple[str, ...] = ()
    few: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    halves: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    """What divides: one over three, deux sur trois."""
    ordinal_endings: tuple[str, ...] = ()
    """What makes digits an ordinal: 20th."""
    not_one_behind: tuple[str, ...] = ()
    """Words behind which the word for one counts nothing: that one."""
    bare: tuple[str, ...] = ()
    """Multipliers that are numbers of their own: mille, tausend."""
    order: Order = Order.TENS_FIRST
    joined_tens: bool = False
    """Whether a joiner stands between tens and units: treinta y dos."""
    vigesimal: bool = False
    """Whether sixty and four-twenties go on to nineteen: quatre-vingt-dix-sept."""
    compound: bool = False
    """Whether number words are written together."""
    small: dict[str, int] = field(default_factory=dict)
    elided: dict[str, int] = field(default_factory=dict)
    """Morphemes that only occur inside compounds."""
    hundreds: dict[str, int] = field(default_factory=dict)
    scales: dict[str, int] = field(default_factory=dict)
    plural_scales: dict[str, int] = field(default_factory=dict)
    abbreviations: dict[str, int] = field(default_factory=dict)
    """Case counts here. A single lower-case letter only does so behind a currency."""
    rounds: dict[str, int] = field(default_factory=dict)
    """Dozen and its like: exact multipliers."""
    about: dict[str, int] = field(default_factory=dict)
    """Nouns for a rough number: vingtaine."""
    vague: dict[str, int] = field(default_factory=dict)
    """Plurals that give an order of magnitude: dozens, thousands."""
    denominators: dict[str, int] = field(default_factory=dict)
    fixed: dict[str, float] = field(default_factory=dict)
    """Words for a mixed number: anderthalb."""
    ordinals: dict[str, int] = field(default_factory=dict)

    def multiplier(self, word: str) -> int | None:
        """What a scale word multiplies by."""
        return self.scales.get(word) or self.plural_scales.get(word)


@cache
def numerals_of(code: str) -> Numerals:
    """The table of a language; for one without, plain separators and no words."""
    words = table(code, "numerals", Numerals) or Numerals()
    return structs.replace(
        words,
        small=_respelt(words.small, code),
        hundreds=_respelt(words.hundreds, code),
        scales=_respelt(words.scales, code),
        plural_scales=_respelt(words.plural_scales, code),
        denominators=_respelt(words.denominators, code),
        ordinals=_respelt(words.ordinals, code),
    )


def _respelt(words: dict[str, int], code: str) -> dict[str, int]:
    """The words with what becomes of them where accents are lost, or, in German, written out (fuenf)."""
    table = _UMLAUTS if code == "de" else _ACCENTS
    return {word.translate(table): value for word, value in words.items()} | words


def openers(rules: Numerals) -> frozenset[str]:
    """Multipliers that may open a number: mille, and hundreds that are words of their own, doscientos."""
    return frozenset(rules.bare) | {word for word, worth in rules.hundreds.items() if worth > 100}
