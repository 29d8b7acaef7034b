"""What the tables say of a word, wherever it stands; a first, cheap look at a statement."""

import re
from functools import lru_cache

from msgspec import Struct

from secondsource.language.meanings import Meanings, Phrase, meanings, phrases
from secondsource.language.speech.lexicon import lexicon
from secondsource.language.wording import Small, contrary, wording
from secondsource.text.normalise import plain
from secondsource.text.skeleton import skeleton

_WORD = re.compile(r"[^\W\d_]+")
_ELIDED = re.compile(r"[^\W\d_]+(?:['’]t\b)?")
_LEAST_STEM = 3
_ADJECTIVAL = ("ese", "ian", "an", "ish", "a", "e")
_COGNATE = 5
"""First letters by which words of different languages are compared: "militaire", "military", "Militär"."""
_LEAST_COGNATE = 5
_RUN = 6
_PAIR = 2
FEW = 3
"""A clause of fewer content words counts every word."""
NOT = "not"
"""The key that all words share that negate: "not", "nobody", "refuse" and "hardly" answer to each other."""
CONTRARY = "contrary of "
"""What stands before a key in the key of its contrary."""
_NONE = frozenset[str]()


class Part(Struct, frozen=True):
    """What a small word does in its clause."""

    negates: bool
    turns: bool
    """Whether it may open a phrase that turns the clause into its contrary: "refuse", "far from"."""
    leans: frozenset[str]
    """The meanings of a word that may stand for a negation; empty for others."""
    agent: bool
    coordinates: bool
    marks_object: bool
    speaks: bool
    """Whether it is the first person as a subject."""
    is_spoken_to: bool
    """Whether it is the first person as an object."""


class Word(Struct, frozen=True):
    """A word as the tables have it."""

    folded: str
    whole: str
    """The word itself as a key of its language."""
    stem: str
    own: str
    """Its stem as a key of its language; of a function word the word itself."""
    senses: frozenset[str]
    """Keys that languages share."""
    keys: frozenset[str]
    """All of them; none for a function word."""
    known: bool
    acts: bool
    noun: bool
    """Whether it is written as a noun, where nouns have capitals."""
    part: Part | None
    """What it does as a small word; None for nearly all."""


class Look(Struct, frozen=True):
    """What a first, cheap look at a statement finds: enough to tell with which others it is worth comparing."""

    stems: frozenset[str]
    senses: frozenset[str]
    words: tuple[frozenset[str], ...]
    """The keys of each word."""
    length: int
    """How many words it has."""


def words_of(text: str, language: str) -> list[Word]:
    """The words of a text, in order, each phrase of the tables as one word."""
    return with_phrases([word(written, language) for written in _ELIDED.findall(text)], language)


def with_phrases(words: list[Word], language: str) -> list[Word]:
    """The words, with one word for those that mean something only together: "let go", « lettre morte »."""
    return [each for _, each in placed(words, language)]


def placed(words: list[Word], language: str) -> list[tuple[int, Word]]:
    """The words with their places, each phrase as one word at the place of its first."""
    known = phrases(language)
    if known.keys().isdisjoint(each.folded for each in words):
        return list(enumerate(words))
    told: list[tuple[int, Word]] = []
    at = 0
    while at < len(words):
        phrase = _phrase_at(at, words, language)
        told.append((at, words[at] if phrase is None else _as_one(phrase, language)))
        at += 1 if phrase is None else len(phrase.words)
    return told


def _phrase_at(at: int, words: list[Word], language: str) -> Phrase | None:
    """The phrase that begins here. A verb with its particle is left to those who look for particles further on, and a
    word that negates or turns its clause keeps doing so."""
    first = words[at]
    if first.part is not None and (first.part.turns or first.part.negates):
        return None
    particles = wording(language).particles
    for phrase in phrases(language).get(first.folded, ()):
        size = len(phrase.words)
        if tuple([each.folded for each in words[at : at + size]]) == phrase.words:
            return None if size == _PAIR and phrase.words[1] in particles else phrase
    return None


def _as_one(phrase: Phrase, language: str) -> Word:
    meant = meanings(phrase.written, language)
    own = f"{language} {phrase.written}"
    return Word(phrase.written, own, phrase.written, own, meant.keys, meant.keys | {own}, True, meant.acts, False, None)


def written_in(text: str) -> list[re.Match[str]]:
    """Where the words of a text stand."""
    return list(_ELIDED.finditer(text))


def look(text: str, language: str) -> Look:
    """The first look; a statement with hardly a content word is found by every word."""
    words = words_of(text, language)
    content = [word for word in words if word.keys]
    if len(content) < FEW:
        stems = frozenset([word.own for word in words])
        keys = tuple([word.keys or frozenset((word.own,)) for word in words])
    else:
        stems = frozenset([word.own for word in content])
        keys = tuple([word.keys for word in content])
    return Look(stems, frozenset().union(*[word.senses for word in content]), keys, len(words))


def runs(text: str) -> frozenset[tuple[str, ...]]:
    """Every six words that follow each other: two statements that share them quote one telling."""
    words = _WORD.findall(plain(text))
    return frozenset(zip(*[words[at:] for at in range(_RUN)], strict=False))


@lru_cache(maxsize=1 << 16)
def word(written: str, language: str) -> Word:
    """The word as a text writes it: a capital may make it a name."""
    folded = plain(written).replace("’", "'")
    small = wording(language)
    part = _part(folded, language, small)
    whole = f"{language} {folded}"
    meant = _meant(folded, language)
    nothing = Word(folded, whole, "", whole, _NONE, _NONE, False, False, False, part)
    if folded in small.empty or (part is not None and part.negates and not meant.keys):
        return nothing
    stem = stemmed(folded, language)
    capital = written[:1].isupper()
    table = lexicon(language)
    named = capital and not meant.keys
    noun = capital and table is not None and table.speech.nouns_capital
    if capital and not noun:
        stem = _without_adjective(stem)
    if len(stem) < _LEAST_STEM and not meant.keys:
        return nothing
    senses = set(meant.keys)
    if len(folded) >= _LEAST_COGNATE:  # also of a known word: the table of the other language may lack it
        senses.add(f"like {folded[:_COGNATE]}")
    if named and len(sound := skeleton(written)) >= _LEAST_STEM:
        senses.add(f"sounds {sound}")
    own = f"{language} {stem}"
    known = bool(meant.keys) or named
    keys = frozenset((own, *senses))
    return Word(folded, whole, stem, own, frozenset(senses), keys, known, meant.acts or named, noun, part)


def _meant(folded: str, language: str) -> Meanings:
    """What the table says of a word; of "unsafe" also that it is the contrary of what "safe" means."""
    rest = contrary(folded, language)
    if rest is None:
        return meanings(folded, language)
    denied = meanings(rest, language).keys | {f"{language} {stemmed(rest, language)}"}
    kept = meanings(folded, language).keys - denied
    return Meanings(kept | {f"{CONTRARY}{key}" for key in denied}, acts=False)


def _part(folded: str, language: str, small: Small) -> Part | None:
    negates = folded in small.negators or folded.endswith("n't")
    turns = folded in small.reversing
    leans = _NONE
    if folded in small.leaning or any(phrase == (folded,) for phrase, _ in small.reversing.get(folded, ())):
        leans = meanings(folded, language).keys or frozenset((f"{language} {stemmed(folded, language)}",))
    agent, coordinates = folded in small.agents, folded in small.coordinators
    marks_object = folded in small.objects
    speaks, spoken_to = folded in small.speaking, folded in small.spoken_to
    if any((negates, turns, leans, agent, coordinates, marks_object, speaks, spoken_to)):
        return Part(negates, turns, leans, agent, coordinates, marks_object, speaks, spoken_to)
    return None


def _without_adjective(stem: str) -> str:
    """A name without the endings that make it an adjective: Russian and Russia, Chinese and China are one."""
    for ending in _ADJECTIVAL:
        if stem.endswith(ending) and len(stem) - len(ending) >= _LEAST_STEM + 1:
            return stem[: -len(ending)]
    return stem


def stemmed(folded: str, language: str) -> str:
    """The word without its language's commonest endings."""
    table = lexicon(language)
    for ending in table.speech.endings if table is not None else ():
        if folded.endswith(ending) and len(folded) - len(ending) >= _LEAST_STEM:
            folded = folded[: -len(ending)]
            break
    return folded[:-1] if folded.endswith("e") and len(folded) > _LEAST_STEM else folded
