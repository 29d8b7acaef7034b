"""What a statement says, clause by clause: its content words with their meanings, its numbers, and what is negated."""

import re
from functools import lru_cache

from msgspec import Struct

from secondsource.language.meanings import meanings
from secondsource.language.speech import lexicon
from secondsource.language.wording import Small, wording
from secondsource.text.normalise import plain
from secondsource.text.skeleton import skeleton

from .amounts import Amount, amounts

_WORD = re.compile(r"[^\W\d_]+")
_ELIDED = re.compile(r"[^\W\d_]+(?:['’]t\b)?")
_SENTENCE = re.compile(r"(?<=[.!?…;])\s+")
_LEAST_STEM = 3
_ADJECTIVAL = ("ese", "ian", "an", "ish", "a", "e")
_COGNATE = 5
"""First letters by which words of different languages are compared: "militaire", "military", "Militär"."""
_LEAST_COGNATE = 5
_RUN = 6
_PARTICLE_WITHIN = 6
"""Words behind a verb among which its particle is looked for."""
_FEW = 3
"""A clause of fewer content words counts every word."""


class Term(Struct, frozen=True):
    """A content word."""

    at: int
    """Which word of its clause it is."""
    stem: str
    keys: frozenset[str]
    """What it is compared by: its stem, its meanings, and as what it sounds or begins where languages are crossed."""
    known: bool
    """Whether a table knows a meaning: only then does it count in full that another language lacks it."""
    acts: bool
    """Whether it can be somebody who does something to somebody."""
    empty: bool = False
    """Whether it is a function word, counted because there is hardly another: "I did not do that"."""


class Clause(Struct, frozen=True):
    """One sentence of a statement."""

    terms: tuple[Term, ...]
    amounts: tuple[Amount, ...]
    negators: tuple[int, ...]
    """Which words negate."""
    leaning: tuple[frozenset[str], ...]
    """The meanings of words that may stand for a negation: "refuses", "without"."""
    agent: int | None
    """Which word brings in the agent of a passive."""
    coordinators: tuple[int, ...]
    """Which words set two parties side by side."""
    objects: tuple[int, ...]
    """Which words mark an object."""
    verb_last: bool
    """Whether its language may put the verb behind both parties."""
    keys: frozenset[str]
    """The keys of all terms, and the numbers."""
    every: frozenset[str]
    """Every word as the key that a function word has."""


def clauses(text: str, language: str) -> tuple[Clause, ...]:
    """The clauses of a statement; those without a content word or number are left out."""
    made = (_clause(sentence, language) for sentence in _SENTENCE.split(text))
    return tuple(clause for clause in made if clause.terms or clause.amounts)


class _Word(Struct, frozen=True):
    """What the tables say of a word, wherever it stands."""

    folded: str
    stem: str
    own: str
    """Its stem as a key of its language; of a function word the word itself."""
    senses: frozenset[str]
    """Keys that languages share."""
    telling: frozenset[str]
    """Those by which it is looked up: without the wider ones where there are others."""
    keys: frozenset[str]
    """All of them; none for a function word."""
    known: bool
    acts: bool


class Look(Struct, frozen=True):
    """What a first, cheap look at a statement finds: enough to tell with which others it is worth comparing."""

    stems: frozenset[str]
    senses: frozenset[str]
    words: int


def look(text: str, language: str) -> Look:
    """The first look; a statement with hardly a content word is found by every word."""
    pattern = _ELIDED if language == "en" else _WORD
    words = [_word(written, language) for written in pattern.findall(text)]
    content = [word for word in words if word.keys]
    stems = frozenset(word.own for word in (content if len(content) >= _FEW else words))
    senses = frozenset(sense for word in content for sense in word.telling)
    return Look(stems, senses, len(words))


def runs(text: str) -> frozenset[str]:
    """Every six words that follow each other: two statements that share them quote one telling."""
    words = _WORD.findall(plain(text))
    return frozenset(" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


def _clause(sentence: str, language: str) -> Clause:
    small = wording(language)
    found = amounts(sentence, language)
    taken = [(amount.start, amount.end) for amount in found]
    pattern = _ELIDED if language == "en" else _WORD
    written = [match for match in pattern.finditer(sentence) if not any(a <= match.start() < b for a, b in taken)]
    words = [_word(match.group(), language) for match in written]
    folded = [word.folded for word in words]
    terms = _terms(words, folded, language, small)
    if len(terms) + len(found) < _FEW:
        content = {term.at: term for term in terms}
        terms = tuple(content.get(at) or _empty(at, word) for at, word in enumerate(words))
    negators = _negators(folded, small)
    leaning = tuple(meanings(word, language).keys or frozenset((word,)) for word in folded if word in small.leaning)
    agent = next((at for at, word in enumerate(folded) if at and word in small.agents), None)
    keys = frozenset(key for term in terms for key in term.keys).union(amount.key for amount in found)
    return Clause(
        terms=terms,
        amounts=found,
        negators=negators,
        leaning=leaning,
        agent=agent,
        coordinators=tuple(at for at, word in enumerate(folded) if word in small.coordinators),
        objects=tuple(at for at, word in enumerate(folded) if word in small.objects),
        verb_last=small.verb_last,
        keys=keys,
        every=frozenset(f"{language} {word}" for word in folded),
    )


def _terms(words: list[_Word], folded: list[str], language: str, small: Small) -> tuple[Term, ...]:
    joined = _with_particles(folded, language, small)
    found = []
    for at, word in enumerate(words):
        more = joined.get(at)
        if more:
            found.append(Term(at, word.stem or word.folded, word.keys | more, known=True, acts=word.acts))
        elif word.keys:
            found.append(Term(at, word.stem, word.keys, word.known, word.acts))
    return tuple(found)


def _empty(at: int, word: _Word) -> Term:
    return Term(at, word.folded, frozenset((word.own,)), known=False, acts=False, empty=True)


def _with_particles(folded: list[str], language: str, small: Small) -> dict[int, frozenset[str]]:
    """What verbs mean together with a particle further on, by their places: "tear … down"; in German the particle
    is the last word: "reißt … ab"."""
    if small.verb_last:
        last = folded[-1] if folded else ""
        if last not in small.particles:
            return {}
        return {at: meanings(last + word, language).keys for at, word in enumerate(folded[:-1])}
    found: dict[int, frozenset[str]] = {}
    for place in (place for place, word in enumerate(folded) if word in small.particles):
        for at in range(max(0, place - _PARTICLE_WITHIN + 1), place):
            keys = meanings(f"{folded[at]} {folded[place]}", language).keys
            if keys:
                found[at] = found.get(at, frozenset()) | keys
    return found


def _negators(folded: list[str], small: Small) -> tuple[int, ...]:
    """Which words negate: "not", but no "not only"."""
    found = []
    for at, word in enumerate(folded):
        if word in small.negators or word.endswith("n't"):
            softened = any((word, later) in small.not_negating for later in folded[at + 1 : at + 6])
            if not softened:
                found.append(at)
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def _word(written: str, language: str) -> _Word:
    folded = plain(written).replace("’", "'")
    none = frozenset[str]()
    nothing = _Word(folded, "", f"{language} {folded}", none, none, none, False, False)
    if folded in wording(language).empty or (folded.endswith("n't") and language == "en"):
        return nothing
    meant = meanings(folded, language)
    stem = stemmed(folded, language)
    capital = written[:1].isupper()
    table = lexicon(language)
    named = capital and not meant.keys
    if capital and not (table is not None and table.speech.nouns_capital):
        stem = _without_adjective(stem)
    if len(stem) < _LEAST_STEM and not meant.keys:
        return nothing
    senses = set(meant.keys)
    if not senses and len(folded) >= _LEAST_COGNATE:
        senses.add(f"like {folded[:_COGNATE]}")
    if named and len(sound := skeleton(written)) >= _LEAST_STEM:
        senses.add(f"sounds {sound}")
    own = f"{language} {stem}"
    known = bool(meant.keys) or named
    telling = frozenset(sense for sense in senses if not sense.startswith("concept ")) or frozenset(senses)
    keys = frozenset((own, *senses))
    return _Word(folded, stem, own, frozenset(senses), telling, keys, known, meant.acts or named)


def _without_adjective(word: str) -> str:
    """A name without the endings that make it an adjective: Russian and Russia, Chinese and China are one."""
    for ending in _ADJECTIVAL:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM + 1:
            return word[: -len(ending)]
    return word


def stemmed(folded: str, language: str) -> str:
    """The word without its language's commonest endings."""
    words = lexicon(language)
    for ending in words.speech.endings if words is not None else ():
        if folded.endswith(ending) and len(folded) - len(ending) >= _LEAST_STEM:
            folded = folded[: -len(ending)]
            break
    return folded[:-1] if folded.endswith("e") and len(folded) > _LEAST_STEM else folded
