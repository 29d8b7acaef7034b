"""A language's table of speech made ready for look-up by word."""

from enum import StrEnum
from functools import cache, cached_property
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import fields

from secondsource.language.pack import phrases_by_first, table

from .table import Speech, Takes, Tense, VerbGroup

_SHORT = 4
"""Letters of a word at most that no ending makes an adverb or a verb."""
_COMPOUNDED = 5
"""Letters of a noun at least by which a compound with it is known: "Antwort" is no "Wort"."""


class Kind(StrEnum):
    """What sort of word a function word is; `WORD` is every other."""

    WORD = "word"
    PRONOUN = "pronoun"
    DETERMINER = "determiner"
    PREPOSITION = "preposition"
    COORDINATOR = "coordinator"
    SUBORDINATOR = "subordinator"
    THAT = "that"
    AUXILIARY = "auxiliary"
    ADVERB = "adverb"
    FINITE = "finite"


class Frame(Struct, frozen=True):
    """One use of a verb."""

    manner: str
    takes: frozenset[Takes]
    prepositions: frozenset[str]


class Form(Struct, frozen=True, dict=True):
    """A word as a form of a verb."""

    base: str
    tense: Tense
    frames: tuple[Frame, ...]
    particle: str | None = None

    def can(self, takes: Takes) -> bool:
        """Whether some use of the verb takes this without a preposition."""
        return takes in self.plain

    @cached_property
    def plain(self) -> frozenset[Takes]:
        """All that it takes without a preposition."""
        return frozenset(take for frame in self.frames if not frame.prepositions for take in frame.takes)

    @cached_property
    def prepositions(self) -> frozenset[str]:
        """The prepositions of all its uses."""
        return frozenset(word for frame in self.frames for word in frame.prepositions)

    @cached_property
    def labels(self) -> frozenset[str]:
        """The prepositions that bring in a label."""
        return frozenset(word for frame in self.frames if Takes.LABEL in frame.takes for word in frame.prepositions)


class Entry(NamedTuple):
    """What a language's table says of a word as written."""

    lower: str
    kind: Kind
    forms: tuple[Form, ...]
    capital: bool
    word: bool
    """Whether it is a word or number, not a mark."""
    opens: bool
    """Whether a phrase in front of or behind a source may begin with it."""
    hints: bool
    """Whether a cue, or a phrase that only looks like one, may begin with it."""
    unsure: bool
    """Whether only the words behind it tell what it is: it may open a phrase that stands as an adverb does, or be a
    name."""


class Lexicon(Struct, frozen=True, eq=False):
    """A language's table made ready for look-up by word."""

    speech: Speech
    kinds: dict[str, Kind]
    forms: dict[str, tuple[Form, ...]]
    sets: dict[str, frozenset[str]]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    """The phrases in front of a source, by their first word, longest first."""
    never_phrases: dict[str, tuple[tuple[str, ...], ...]]
    with_words: dict[str, tuple[tuple[str, ...], ...]]
    links: tuple[tuple[str, ...], ...]
    openers: frozenset[str]
    adverb_phrases: dict[str, tuple[tuple[str, ...], ...]]
    thus: dict[str, tuple[tuple[str, ...], ...]]
    label_ends: tuple[str, ...]
    """Nouns in front of a name in marks that are long enough to be known at the end of a compound."""

    def entry(self, written: str) -> Entry:
        """What the table says of a word."""
        lower = written.lower()
        kind = self.kind_of(lower)
        name = written != lower or ("." in written and written[-1:].isalpha())  # "eBay", "ai-Bericht", "ndr.de"
        capital = written[:1].isupper() or (self.speech.nouns_capital and name)
        if kind in (Kind.ADVERB, Kind.FINITE) and capital and lower not in self.kinds:
            kind = Kind.WORD  # "Kelly", "Sicily": a name may end like an adverb
        opens, forms = lower in self.openers, self.forms.get(lower, ())
        hints = opens or bool(forms) or lower in self.never_phrases
        unsure = lower in self.adverb_phrases or (capital and lower in self.sets["auxiliary_names"])
        return Entry(lower, kind, forms, capital, written[:1].isalnum(), opens, hints, unsure)

    def kind_of(self, word: str) -> Kind:
        """What sort of word it is; a pronoun written together with a verb counts as pronoun ("they've")."""
        kind = self.kinds.get(word)
        if kind is not None:
            return kind
        at = max(word.find("'"), word.find("’"))
        if at > 0 and self.kinds.get(word[:at]) is Kind.PRONOUN:
            return Kind.PRONOUN
        endings = self.speech.adverb_endings
        if endings and word.endswith(endings) and len(word) > _SHORT and word not in self.sets["not_adverbs"]:
            return Kind.ADVERB
        finite = self.speech.finite_endings
        return Kind.FINITE if finite and word.endswith(finite) and len(word) > _SHORT else Kind.WORD

    def among(self, word: str, name: str) -> bool:
        """Whether the word is in one of the table's lists, by the list's name."""
        return word in self.sets[name]


_KIND_OF = (
    ("finite_verbs", Kind.FINITE),
    ("adverbs", Kind.ADVERB),
    ("determiners", Kind.DETERMINER),
    ("subordinators", Kind.SUBORDINATOR),
    ("prepositions", Kind.PREPOSITION),
    ("coordinators", Kind.COORDINATOR),
    ("pronouns", Kind.PRONOUN),
    ("auxiliaries", Kind.AUXILIARY),
    ("complementisers", Kind.THAT),
)
"""Later entries win where a word is in several lists."""

_TENSES = (Tense.BASE, Tense.FINITE, Tense.PARTICIPLE, Tense.GERUND)


@cache
def lexicon(code: str) -> Lexicon | None:
    """The ready table of a language, or None where it has none."""
    speech = table(code, "speech", Speech)
    if speech is None:
        return None
    lists = [field.name for field in fields(Speech) if field.type == tuple[str, ...]]
    sets = {name: frozenset(getattr(speech, name)) for name in lists}
    kinds = {word: kind for name, kind in _KIND_OF for word in getattr(speech, name)}
    elides = bool(speech.elisions)
    phrases, never = phrases_by_first(speech.according, elides=elides), phrases_by_first(speech.never, elides=elides)
    links = tuple(tuple(line.split()) for line in speech.links)
    openers = frozenset(phrases) | sets["according_tail"] | sets["according_after"] | sets["according_noun_openers"]
    openers |= sets["source_openers"] | sets["view_openers"]
    worded = phrases_by_first(speech.with_words, elides=elides)
    adverbs = phrases_by_first(speech.adverb_phrases, elides=elides)
    thus, forms = phrases_by_first(speech.thus, elides=elides), forms_by_word(speech.verbs)
    long = tuple(word for word in speech.label_words if len(word) >= _COMPOUNDED) if speech.nouns_capital else ()
    return Lexicon(speech, kinds, forms, sets, phrases, never, worded, links, openers, adverbs, thus, long)


def forms_by_word(groups: tuple[VerbGroup, ...]) -> dict[str, tuple[Form, ...]]:
    """The forms of verbs by the word as written in lower case; a word of several verbs has the forms of each."""
    frames: dict[str, list[Frame]] = {}
    written: dict[tuple[str, str, Tense, str], None] = {}
    for group in groups:
        frame = Frame(group.manner, frozenset(group.takes), frozenset(group.prepositions))
        for line in group.forms:
            parts = [part.split() for part in line.split("|")]
            base = parts[0][0].replace("~", "")
            frames.setdefault(base, []).append(frame)
            for tense, words in zip(_TENSES, parts, strict=False):
                for word in words:
                    stem, _, particle = word.partition("~")
                    written[(stem, base, tense, particle)] = None
    found: dict[str, list[Form]] = {}
    for stem, base, tense, particle in written:
        for spelt in dict.fromkeys((stem, stem.replace("ß", "ss"))):  # Swiss: "heisst"
            found.setdefault(spelt, []).append(Form(base, tense, tuple(frames[base]), particle or None))
    return {word: tuple(forms) for word, forms in found.items()}
