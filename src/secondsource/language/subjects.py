"""What figures are about, by the words around them, under keys that languages share. `<code>/subjects.toml`.

Wider than `language/measures.py`, which names what a marked figure measures: these words are looked for in the whole
sentence, and serve to hold two figures against each other.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache, lru_cache

from msgspec import Struct, field

from secondsource.language.figures import figure_words
from secondsource.language.pack import table
from secondsource.text.normalise import plain
from secondsource.text.remembered import Remembered
from secondsource.text.tokens import FoldedWord, folded_words

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_LONGEST_PHRASE = 5
_BY_CASE = "by-case"
"""The key of phrases that say nothing, and keep their words from saying anything."""
_CLAUSE = 16
"""Words, at most, from a verb to the particle that closes its clause."""
_COMPOUND, _LEAST_FIRST, _LEAST_LAST = 9, 3, 6
"""Letters of a German compound, and of its first and last part, at least."""


Word = FoldedWord


class SubjectWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Key = written forms; a star stands for any ending or, in front, any beginning; several words are a phrase."""

    disputes: bool = False
    """Whether the tables know the language well enough to say that two values of one report are in dispute."""
    giving: tuple[str, ...] = ()
    """Verbs and phrases by which somebody gives a figure, besides those of `figures.toml`."""
    according: tuple[str, ...] = ()
    """Phrases beside the name of whoever gives a figure, besides those of `figures.toml`."""
    bodies: tuple[str, ...] = ()
    """Nouns for people and bodies that may give a figure, where they stand as its giver does."""
    expecting: tuple[str, ...] = ()
    """Words that say that a figure is hoped for, planned or asked for."""
    bidding: tuple[str, ...] = ()
    """Verbs by which somebody asks for a sum, offers or promises it: no such number says how much there is."""
    number: tuple[str, ...] = ()
    """Words for the number itself, and for times: they say nothing of what is measured."""
    articles: frozenset[str] = frozenset()
    """Articles, behind which a capital is that of a common noun."""
    joining: frozenset[str] = frozenset()
    """Words over which another thing begins: and."""
    belonging: frozenset[str] = frozenset()
    """Words by which a number belongs to the word before it, and is not given by it: a mother of two."""
    agents: frozenset[str] = frozenset()
    """Words between a participle and whoever did it: the 34 announced by the police."""
    people: tuple[str, ...] = ()
    """Words for people in general: what became of them says what is counted."""
    anything: tuple[str, ...] = ()
    """Words for what was spoken of before, whatever it is: wolves, then animals."""
    part: tuple[str, ...] = ()
    """What makes a figure a part of another: of whom, among them, alone."""
    befalling: tuple[str, ...] = ()
    """Keys of what becomes of people, which says more than who they are. In the English table only; keys are shared."""
    part_behind: tuple[str, ...] = ()
    """What makes the count right before it a part: five of the injured."""
    reaching: tuple[str, ...] = ()
    """Those of `giving` by which a number also is reached, not only given: girls came to 4.7 hours."""
    moving: tuple[str, ...] = ()
    """Verbs by which somebody puts a number otherwise: raised, lowered."""
    moved: tuple[str, ...] = ()
    """Nouns for a number that somebody gives, and may put otherwise: estimate, forecast; a star for any beginning."""
    had: tuple[str, ...] = ()
    """Auxiliaries of the pluperfect, by which a number is told that was given before: the agency had reported 112."""
    counted: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """People and things that are counted."""
    money: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What sums are of."""
    sums: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What sums alone are of, and shares are not: the firm lost 19 million, but the index lost 2 percent."""
    rates: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What shares and rates are of."""
    sizes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What is measured in units: lengths, areas, masses, times."""
    dimensions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Dimension of units = the keys of `sizes` that are measured in them alone. In the English table only; keys are
    shared."""
    apart: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Verbs whose particle closes their clause, with the particle: nahm fest; the key is one of the tables above."""
    drawn: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What draws the line of a measure otherwise: seasonally adjusted, core, exit poll."""
    voices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Who counts, by the kind of body: police, organisers, a union."""
    cues: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What sets one figure against another: `from`, `earlier`, `corrected`, `grown`, `forecast`, `vague`;
    `contradicts`: what says that somebody holds another number to be right; `by-case`: phrases with a word of another
    cue in them that say nothing of two figures."""


@cache
def subject_words(code: str) -> SubjectWords:
    """The words of a language; none for one without a table."""
    return table(code, "subjects", SubjectWords) or SubjectWords()


class Role(StrEnum):
    """What a word says of a figure."""

    COUNTED = "counted"
    MONEY = "money"
    SUM = "sum"
    RATE = "rate"
    SIZE = "size"
    DRAWN = "drawn"
    VOICE = "voice"
    CUE = "cue"
    PEOPLE = "people"
    PART = "part"


ASKED = frozenset({Role.COUNTED, Role.MONEY, Role.SUM, Role.RATE, Role.SIZE})
"""Roles of words that say what is asked."""


class Hit(Struct, frozen=True, gc=False):
    """A word or phrase at `start` to `end` of the text, with its key."""

    key: str
    start: int
    end: int
    role: Role


@cache
def giving(code: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Folded verbs and phrases by which somebody gives a figure, by their first words and the longest first: estimates,
    according to, rechnet mit."""
    words, rules = subject_words(code), figure_words(code)
    forms = (*words.giving, *words.according, *rules.counting, *rules.saying, *rules.according, *rules.according_after)
    found: dict[str, set[tuple[str, ...]]] = {}
    for form in (*forms, *rules.counted_last):
        phrase = tuple(_WORD.findall(plain(form)))
        found.setdefault(phrase[0], set()).add(phrase)
    return {first: tuple(sorted(phrases, key=lambda one: (-len(one), one))) for first, phrases in found.items()}


@cache
def tells_disputes(code: str) -> bool:
    """Whether the tables know a language well enough to say that two values of one report are in dispute."""
    return subject_words(code).disputes


@cache
def attributing(code: str) -> frozenset[str]:
    """Folded first words of the phrases, no verbs, that stand beside the source of a figure: according to, laut."""
    words, rules = subject_words(code), figure_words(code)
    forms = (*words.according, *rules.according, *rules.according_after)
    return frozenset(_WORD.findall(plain(form))[0] for form in forms)


@cache
def expecting(code: str) -> frozenset[str]:
    """Folded words of what is hoped for, planned or asked for."""
    return frozenset(plain(word) for word in subject_words(code).expecting)


@cache
def bidding(code: str) -> frozenset[str]:
    """Folded words of what is asked for, offered or promised."""
    return frozenset(plain(word) for word in subject_words(code).bidding)


@lru_cache(maxsize=1 << 15)
def may_give(word: str, code: str) -> bool:
    """Whether a folded word is a noun for people or a body that may give a figure."""
    whole, tails = _bodies(code)
    return word in whole or word.endswith(tails)


@cache
def _bodies(code: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The nouns, and the endings of nouns, of `bodies`."""
    words = subject_words(code)
    whole = frozenset(plain(word) for word in words.bodies if not word.startswith("*"))
    return whole, tuple(plain(word[1:]) for word in words.bodies if word.startswith("*"))


@cache
def had(code: str) -> frozenset[str]:
    """Folded auxiliaries of the pluperfect."""
    return frozenset(plain(word) for word in subject_words(code).had)


@cache
def moving(code: str) -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """Folded verbs that put a number otherwise; nouns for such numbers, and the endings of nouns."""
    words = subject_words(code)
    whole = frozenset(plain(word) for word in words.moved if not word.startswith("*"))
    tails = tuple(plain(word[1:]) for word in words.moved if word.startswith("*"))
    return frozenset(plain(word) for word in words.moving), whole, tails


@cache
def reaching(code: str) -> frozenset[str]:
    """Folded first words of verbs by which a number is reached as well as given."""
    return frozenset(plain(word) for word in subject_words(code).reaching)


@cache
def parting(code: str) -> tuple[str, ...]:
    """What makes the count right before it a part, in small letters: five of the injured."""
    return subject_words(code).part_behind


@cache
def anything(code: str) -> frozenset[str]:
    """Folded words for whatever was spoken of before: animals, units."""
    return frozenset(plain(word) for word in subject_words(code).anything)


@cache
def befalling() -> frozenset[str]:
    """Keys of what becomes of people."""
    return frozenset(subject_words("en").befalling)


@cache
def dimensions() -> dict[str, frozenset[str]]:
    """The dimensions of units that each size is measured in, of those that are measured in few: a depth in `metre`."""
    words = subject_words("en")
    found: dict[str, set[str]] = {}
    for dimension, keys in words.dimensions.items():
        for key in keys:
            found.setdefault(key, set()).add(dimension)
    return {key: frozenset(kinds) for key, kinds in found.items()}


@cache
def of_money(code: str) -> frozenset[str]:
    """Keys of what only sums are of."""
    return frozenset(subject_words(code).money)


@cache
def said_of_numbers(code: str) -> frozenset[str]:
    """Folded words for the number itself and for times."""
    return frozenset(plain(word) for word in subject_words(code).number)


_Entry = tuple[str, Role]


class _Lexicon(Struct, frozen=True):
    """Phrases by their words, and single forms by what is fixed of them."""

    exact: dict[str, tuple[_Entry, ...]]
    stems: dict[str, tuple[_Entry, ...]]
    tails: dict[str, tuple[_Entry, ...]]
    phrases: dict[str, tuple[_Entry, ...]]
    opens: dict[str, int]
    """First words of phrases, with how many words the longest of them has."""
    apart: dict[str, dict[str, tuple[_Entry, ...]]]
    """Verbs that part from a particle, by the particles."""


@cache
def _lexicon(code: str) -> _Lexicon:
    words = subject_words(code)
    lists = (
        (Role.PEOPLE, {"people": words.people}),
        (Role.PART, {"part": words.part}),
        (Role.COUNTED, words.counted),
        (Role.MONEY, words.money),
        (Role.SUM, words.sums),
        (Role.RATE, words.rates),
        (Role.SIZE, words.sizes),
        (Role.DRAWN, words.drawn),
        (Role.VOICE, words.voices),
        (Role.CUE, words.cues),
    )
    kinds: tuple[dict[str, list[_Entry]], ...] = ({}, {}, {}, {})
    for role, keys in lists:
        for key, forms in keys.items():
            for form in forms:
                kind, fixed = _form(form)
                kinds[kind].setdefault(fixed, []).append((key, role))
    exact, stems, tails, phrases = ({form: tuple(found) for form, found in kind.items()} for kind in kinds)
    opens: dict[str, int] = {}
    for phrase in phrases:
        first, length = phrase.split(" ", 1)[0], phrase.count(" ") + 1
        opens[first] = max(opens.get(first, 1), min(length, _LONGEST_PHRASE))
    role_of = {key: role for role, keys in lists if role in ASKED for key in keys}
    apart: dict[str, dict[str, tuple[_Entry, ...]]] = {}
    for key, forms in words.apart.items():
        for verb, particle in (plain(form).split() for form in forms):
            row = apart.setdefault(verb, {})
            row[particle] = (*row.get(particle, ()), (key, role_of[key]))
    return _Lexicon(exact, stems, tails, phrases, opens, apart)


def _form(form: str) -> tuple[int, str]:
    """Which of the four kinds (exact, stem, tail, phrase) a written form is, and what is fixed of it."""
    parts = _WORD.findall(plain(form))
    if len(parts) > 1:
        return 3, " ".join(parts)
    return (2 if form.startswith("*") else 1 if form.endswith("*") else 0), parts[0]


@lru_cache(maxsize=1 << 15)
def _entries(word: str, code: str) -> tuple[_Entry, ...]:
    """What one folded word says: by the longest form that fits."""
    lexicon = _lexicon(code)
    if word in lexicon.exact:
        return lexicon.exact[word]
    for length in range(len(word), 2, -1):
        found = lexicon.stems.get(word[:length], ()) + (lexicon.tails.get(word[-length:], ()) if length > 3 else ())
        if found:
            return found
    if code != "de":
        return ()
    singular = lexicon.exact.get(word[:-1], ()) if word.endswith("n") else ()  # Haushalten: the dative of Haushalte
    return singular or (_last_part(word, lexicon) if len(word) >= _COMPOUND else ())


def _last_part(word: str, lexicon: "_Lexicon") -> tuple[_Entry, ...]:
    """What the last part of a compound says, where it is a whole form of what is counted: Gästeankünfte, Ankünfte."""
    for start in range(_LEAST_FIRST, len(word) - _LEAST_LAST + 1):
        found = tuple(entry for entry in lexicon.exact.get(word[start:], ()) if entry[1] is Role.COUNTED)
        if found:
            return found
    return ()


def hits(text: str, code: str) -> list[Hit]:
    """All words and phrases of the tables in `text`, in order; a phrase keeps its words from being taken alone, unless
    it is only a cue: *coûtera finalement* says what is asked as well."""
    return hits_among(folded_words(text, 0, len(text)), code)


def hits_among(words: Sequence[Word], code: str) -> list[Hit]:
    """The same, of words that are known."""
    lexicon, said = _lexicon(code), _said(code)
    found: list[Hit] = []
    behind, cue = 0, False
    for at, (start, end, word) in enumerate(words):
        says = said[word]
        if word in lexicon.apart:
            found += _with_particle(words, at, lexicon.apart[word])
        if says is None:
            continue  # most words say nothing
        entries, longest = says
        if at >= behind:  # no word of a phrase that was found
            length, whole = _phrase(lexicon, [each for _, _, each in words[at : at + longest]])
            behind = at + length
            cue = whole is not None and all(role is Role.CUE and key != _BY_CASE for key, role in whole)
            told = entries if whole is None else whole
            found += [Hit(key, start, words[behind - 1][1], role) for key, role in told]
        if cue:
            found += [Hit(key, start, end, role) for key, role in entries if role in ASKED]
    return found


def _with_particle(words: Sequence[Word], at: int, particles: dict[str, tuple[_Entry, ...]]) -> list[Hit]:
    """What a verb says with the particle that closes its clause: nahm … fest."""
    for after in range(at + 1, min(len(words), at + _CLAUSE)):
        closes = after + 1 == len(words) or words[after + 1][0] - words[after][1] > 1
        if closes:
            entries = particles.get(words[after][2], ())
            return [Hit(key, words[at][0], words[at][1], role) for key, role in entries]
    return []


@cache
def _said(code: str) -> Remembered[tuple[tuple[_Entry, ...], int] | None]:
    """What each folded word says, and how many words the longest phrase has that it opens; None for most words."""
    opens = _lexicon(code).opens

    def says(word: str) -> tuple[tuple[_Entry, ...], int] | None:
        entries, longest = _entries(word, code), opens.get(word, 1)
        return (entries, longest) if entries or longest > 1 else None

    return Remembered(says)


def _phrase(lexicon: _Lexicon, words: list[str]) -> tuple[int, tuple[_Entry, ...] | None]:
    """How many words the longest phrase at the start of `words` has, and what it says; one word where there is none."""
    for length in range(len(words), 1, -1):
        entries = lexicon.phrases.get(" ".join(words[:length]))
        if entries is not None:
            return length, entries
    return 1, None
