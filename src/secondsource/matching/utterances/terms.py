"""What a statement says, clause by clause: its content words with their meanings, its numbers, and what is negated."""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from msgspec import Struct

from secondsource.language.meanings import meanings
from secondsource.language.wording import Small, wording

from .amounts import Amount, amounts
from .words import FEW, NOT, Part, Word, placed, word, written_in

_SENTENCE = re.compile(r"(?<=[.!?…;])\s+")
_PARTICLE_WITHIN = 6
"""Words behind a verb among which its particle is looked for."""
_EXPLETIVE_WITHIN = 7
"""Words from what takes an expletive negator to the negator."""
_SOFTENED_WITHIN = 5
"""Words behind a "not" among which its "only" is looked for."""
_VERB_WITHIN = 3
"""Words behind a first person among which its verb stands."""
_APART_WITHIN = 8
"""Words that may stand between the parts of a phrase: "ruled … out"."""
_NEGATED = frozenset((NOT,))


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
    noun: bool = False
    """Whether it is written as a noun, where nouns have capitals."""
    empty: bool = False
    """Whether it is a function word, counted because there is hardly another: "I did not do that"."""


class Self(StrEnum):
    """What the first person does in a clause."""

    ABSENT = "absent"
    ACTS = "acts"
    SUFFERS = "suffers"


class Clause(Struct, frozen=True):
    """One sentence of a statement."""

    terms: tuple[Term, ...]
    amounts: tuple[Amount, ...]
    negators: tuple[int, ...]
    """Which words negate."""
    totals: frozenset[int]
    """Those of them that deny it of everybody or everything: "none"."""
    reversers: tuple[int, ...]
    """Which words, without a "not", turn what is said into its contrary: "refused to", "far from"."""
    turning: tuple[int, ...]
    """The first word of each such phrase."""
    leaning: tuple[tuple[int, frozenset[str]], ...]
    """Which words may stand for a negation, with their meanings: "refuses", "without"."""
    agent: int | None
    """Which word brings in the agent of a passive."""
    coordinators: tuple[int, ...]
    """Which words set two parties side by side."""
    objects: tuple[int, ...]
    """Which words mark an object."""
    speaking: tuple[int, ...]
    """Which words are the speaker as the one who acts: "I", "we"."""
    spoken_to: tuple[int, ...]
    """Which words are the speaker as the one to whom it is done: "me", "us"."""
    comparison: int
    """Which word opens the second side of a comparison, the "than"; the length of the clause where none does."""
    passives: tuple[int, ...]
    """Which words may be the deed of a passive: "was *asked*"."""
    joints: tuple[int, ...]
    """Which words may open another clause of the sentence: "and", "but"."""
    breaks: tuple[int, ...]
    """Which words open another clause, behind a comma or with such a word."""
    bounds: tuple[int, ...]
    """The same with the words that open a subordinate clause: "that", « qui »."""
    plain: bool
    """Whether it has no such word and no comma."""
    length: int
    """How many words it has."""
    verb_last: bool
    """Whether its language may put the verb behind both parties."""
    object_first: bool
    """Whether its language puts a pronoun in front of the verb whose object it is."""
    keys: frozenset[str]
    """The keys of all terms, and the numbers; `not` where it is negated in any way."""
    every: frozenset[str]
    """Every word as the key that a function word has."""

    @property
    def speaker(self) -> Self:
        """What the speaker does in it; absent also where both."""
        if bool(self.speaking) == bool(self.spoken_to):
            return Self.ABSENT
        return Self.ACTS if self.speaking else Self.SUFFERS

    @property
    def speaker_at(self) -> int:
        """Which word first stands for the speaker; -1 where none does."""
        return min((*self.speaking, *self.spoken_to), default=-1)


def clauses(pieces: Iterable[str], language: str) -> tuple[Clause, ...]:
    """The clauses of a statement told in these pieces; those without a content word or number are left out."""
    made = (_clause(sentence, language) for piece in pieces for sentence in _SENTENCE.split(piece))
    return tuple([clause for clause in made if clause.terms or clause.amounts])


def _clause(sentence: str, language: str) -> Clause:
    small = wording(language)
    found = amounts(sentence, language)
    written = [match for match in written_in(sentence) if not _taken(match, found)]
    told = placed([word(match.group(), language) for match in written], language)
    words = [each for _, each in told]
    parts = [(at, each.part) for at, each in enumerate(words) if each.part is not None]
    bounds = _bounding([(written[place], each) for place, each in told], found, small)
    negators = tuple(
        [at for at, part in parts if part.negates and at not in bounds and not _is_softened(words, at, small)]
    )
    turning = (at for at, part in parts if part.turns and not (at and words[at].noun))
    turns = [at for at in turning if not _is_softened(words, at, small)]
    reversers = _reversers(turns, words, small)
    terms = _terms(words, language, small, reversers)
    if len(terms) + len(found) < FEW:
        content = {term.at: term for term in terms}
        terms = tuple([content.get(at) or _empty(at, each) for at, each in enumerate(words)])
    keys = _keys(terms, found)
    joints = tuple([at for at, each in enumerate(words) if each.folded in small.joints])
    commas = {at for at, (place, _) in enumerate(told) if _is_behind_comma(written[place], sentence)}
    speaking, spoken_to = _first_person(parts, words, small)
    return Clause(
        terms=terms,
        amounts=found,
        negators=negators,
        totals=frozenset([at for at in negators if _is_total(words[at], small)]),
        reversers=reversers,
        turning=_first_words(turns, words, small),
        leaning=tuple([(at, part.leans) for at, part in parts if part.leans]),
        agent=next((at for at, part in parts if part.agent and at), None),
        coordinators=tuple([at for at, part in parts if part.coordinates]),
        objects=tuple([at for at, part in parts if part.marks_object]),
        speaking=speaking,
        spoken_to=spoken_to,
        comparison=_comparison(words, small),
        passives=_passives(words, small),
        joints=joints,
        breaks=tuple(sorted(commas.union(joints))),
        bounds=tuple(sorted(commas.union(joints, _subordinators(words, small)))),
        plain=not joints and "," not in sentence.rstrip(" ,"),
        length=len(words),
        verb_last=small.verb_last,
        object_first=small.object_first,
        keys=keys | _NEGATED if negators or reversers else keys,
        every=frozenset([each.whole for each in words]),
    )


def _is_total(negator: Word, small: Small) -> bool:
    return negator.folded not in small.plain_negators and not negator.folded.endswith("n't")


def _subordinators(words: Sequence[Word], small: Small) -> list[int]:
    return [at for at, each in enumerate(words) if at and each.folded in small.subordinators]


def _first_person(
    parts: Sequence[tuple[int, Part]], words: Sequence[Word], small: Small
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where "I" or "we" stands, and where "me" or "us"."""
    acts = tuple([at for at, part in parts if part.speaks and (not part.is_spoken_to or _is_subject(at, words, small))])
    return acts, tuple([at for at, part in parts if part.is_spoken_to and at not in acts])


def _comparison(words: Sequence[Word], small: Small) -> int:
    """Where the second side of a comparison begins; the number of words where no comparison is made."""
    for at, each in enumerate(words):
        compares = not small.comparatives or any(one.folded in small.comparatives for one in words[:at])
        if each.folded == small.comparing and compares:
            return at
    return len(words)


def _passives(words: Sequence[Word], small: Small) -> tuple[int, ...]:
    """The words that an auxiliary of the passive may make a passive deed: the one behind it, past an adverb; where the
    language puts the verb last, the one before it."""
    found: list[int] = []
    for at, each in enumerate(words):
        if each.folded in small.passive:
            near = range(at - 1, at - 2, -1) if small.verb_last else range(at + 1, min(len(words), at + 3))
            found += [place for place in near if words[place].keys and not words[place].folded.endswith("ing")]
    return tuple(found)


def _is_subject(at: int, words: Sequence[Word], small: Small) -> bool:
    """Whether a first person that may be either is the subject, by what stands before it or by its verb."""
    if at == 0 or words[at - 1].folded in small.openers:
        return True
    near = words[at - 1 : at + 1 + _VERB_WITHIN]  # the verb before it too: « allons-nous »
    return any(each.folded.endswith(small.speaking_endings) for each in near)


def _taken(match: re.Match[str], found: Sequence[Amount]) -> bool:
    """Whether the word is part of a number."""
    start = match.start()
    return any(amount.start <= start < amount.end for amount in found)


def _is_behind_comma(match: re.Match[str], sentence: str) -> bool:
    return sentence[: match.start()].rstrip().endswith(",")


def _keys(terms: Sequence[Term], found: Sequence[Amount]) -> frozenset[str]:
    return frozenset([key for term in terms for key in term.keys]).union([amount.key for amount in found])


def _terms(words: Sequence[Word], language: str, small: Small, reversers: tuple[int, ...]) -> tuple[Term, ...]:
    joined = _with_particles(words, language, small)
    hollow = _hollow(words, small)
    found = []
    for at, each in enumerate(words):
        more = joined.get(at)
        if more:
            found.append(Term(at, each.stem or each.folded, each.keys | more, known=True, acts=each.acts))
        elif each.keys and at not in hollow:
            negates = at in reversers or (each.part is not None and each.part.negates)
            keys = each.keys | _NEGATED if negates else each.keys
            found.append(Term(at, each.stem, keys, each.known, each.acts, each.noun))
    return tuple(found)


def _empty(at: int, each: Word) -> Term:
    keys = frozenset((each.own, NOT)) if each.part is not None and each.part.negates else frozenset((each.own,))
    return Term(at, each.folded, keys, known=False, acts=False, empty=True)


def _hollow(words: Sequence[Word], small: Small) -> frozenset[int]:
    """Verbs that say nothing beside another word of their clause: German "es gibt"."""
    if not small.hollow or small.hollow.keys().isdisjoint(each.folded for each in words):
        return frozenset()
    said = {each.folded for each in words}
    return frozenset(at for at, each in enumerate(words) if small.hollow.get(each.folded) in said)


def _with_particles(words: Sequence[Word], language: str, small: Small) -> dict[int, frozenset[str]]:
    """What verbs mean together with a particle further on, by their places: "tear … down"; in German the particle
    is the last word: "reißt … ab"."""
    if small.verb_last:
        last = words[-1].folded if words else ""
        if last not in small.particles:
            return {}
        alone = meanings(last, language).keys  # what the particle says of any verb tells nothing of this one
        return {at: meanings(last + each.folded, language).keys - alone for at, each in enumerate(words[:-1])}
    found: dict[int, frozenset[str]] = {}
    if not small.particles:
        return found
    for place in (place for place, each in enumerate(words) if each.folded in small.particles):
        for at in range(max(0, place - _PARTICLE_WITHIN + 1), place):
            keys = meanings(f"{words[at].folded} {words[place].folded}", language).keys
            if keys:
                found[at] = found.get(at, frozenset()) | keys
    return found


def _bounding(told: Sequence[tuple[re.Match[str], Word]], found: Sequence[Amount], small: Small) -> frozenset[int]:
    """The words that negate nothing but bound a number: "not even ten minutes"."""
    starts = {amount.start for amount in found}
    return frozenset(
        at
        for at, (_, each) in enumerate(told[1:])
        if starts and each.folded in small.even and told[at + 1][0].end() + 1 in starts
    )


def _is_softened(words: Sequence[Word], at: int, small: Small) -> bool:
    """Whether a "not" is a "not only", or denies nothing: « avant que les machines *ne* soient vendues »."""
    negator = words[at].folded
    if negator in small.expletive and _is_expletive(words, at, small):
        return True
    return any((negator, each.folded) in small.not_negating for each in words[at + 1 : at + 1 + _SOFTENED_WITHIN])


def _is_expletive(words: Sequence[Word], at: int, small: Small) -> bool:
    """Whether a word stands before that takes such a negator, and no other negator behind it."""
    alone = not any(each.part is not None and each.part.negates for each in words[at + 1 : at + 1 + _SOFTENED_WITHIN])
    ahead = words[max(0, at - _EXPLETIVE_WITHIN) : at]
    return alone and any(each.folded in small.expletive_behind for each in ahead)


def _reversers(places: Sequence[int], words: Sequence[Word], small: Small) -> tuple[int, ...]:
    """The words of all phrases that turn the clause: each phrase from one of these places on."""
    found: set[int] = set()
    for place in places:
        for phrase, apart in small.reversing[words[place].folded]:
            found.update(_phrase(phrase, place, words, _APART_WITHIN if apart else 1))
    return tuple(sorted(found))


def _first_words(places: Sequence[int], words: Sequence[Word], small: Small) -> tuple[int, ...]:
    """Those of these places from which a phrase that turns the clause begins; a word inside one begins no other."""
    found: list[int] = []
    inside: set[int] = set()
    for place in places:
        told = _reversers((place,), words, small)
        if told and place not in inside:
            found.append(place)
            inside.update(told)
    return tuple(found)


def _phrase(phrase: tuple[str, ...], place: int, words: Sequence[Word], within: int) -> list[int]:
    """The places of a phrase's words, each at most `within` behind the one before; none where one is missing."""
    found = [place]
    for wanted in phrase[1:]:
        behind = range(found[-1] + 1, min(len(words), found[-1] + 1 + within))
        at = next((at for at in behind if words[at].folded == wanted), None)
        if at is None:
            return []
        found.append(at)
    return found
