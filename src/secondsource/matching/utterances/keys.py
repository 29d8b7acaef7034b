"""What a statement is compared by: its sentences as content words, numbers, names and negation; its speaker and
occasion; its place among the statements of its source."""

import re
from collections import Counter
from collections.abc import Iterable
from math import log

from msgspec import Struct

from secondsource.language.concepts import concept
from secondsource.language.speech import Lexicon, lexicon
from secondsource.model.group import Actor, CopyFamily, Event
from secondsource.model.mark import Moment, Statement, StatementKind
from secondsource.model.pile import MarkedDocument, Pile
from secondsource.text.normalise import plain

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_SENTENCE = re.compile(r"(?<=[.!?…;])\s+")
_ZEROS = re.compile(r"[.,]0+$")
_LEAST_STEM = 3
_ADJECTIVAL = ("ese", "ian", "an", "ish", "a", "e")
_FEW = 3
_RARE = 3
"""Words in fewer statements than this all weigh alike: a translator's choice of word is no evidence of another
remark."""
_COGNATE = 5
"""First letters by which words of different languages are compared: "militaire", "military", "Militär"."""


class Clause(Struct, frozen=True):
    """One sentence of a statement."""

    words: tuple[str, ...]
    """Stems of the content words, in order."""
    numbers: frozenset[str]
    names: tuple[str, ...]
    negated: bool
    senses: frozenset[str]
    """What the words mean, as keys that languages share: concepts, else the first letters (cognates)."""


class Said(Struct, frozen=True):
    """A statement made ready for comparing."""

    id: str
    source: str
    language: str
    clauses: tuple[Clause, ...]
    direct: bool
    text: str
    speaker: str | None
    """The actor's id, else the speaker's name made plain."""
    occasion: str | None
    family: str | None
    day: str | None
    """The day on which it was said, where its sentence gives one that resolves."""
    start: int
    end: int
    order: float
    """Place among the source's statements, from 0 to 1."""
    within: str | None
    repaired: bool

    @property
    def words(self) -> tuple[str, ...]:
        """The stems of all clauses, in order."""
        return tuple(word for clause in self.clauses for word in clause.words)

    @property
    def senses(self) -> frozenset[str]:
        """The senses of all clauses."""
        return frozenset(sense for clause in self.clauses for sense in clause.senses)

    @property
    def numbers(self) -> frozenset[str]:
        """The numbers of all clauses."""
        return frozenset(number for clause in self.clauses for number in clause.numbers)


class Weights(Struct, frozen=True):
    """How much each word says: rare ones much, those of the whole story little (inverse document frequency, K. Spärck
    Jones 1972, over the statements of the pile)."""

    table: dict[str, float]
    rarest: float

    def of(self, word: str) -> float:
        """The weight of a word or number."""
        return self.table.get(word, self.rarest)

    def total(self, words: Iterable[str]) -> float:
        """The weight of all of them; the order of the words does not matter."""
        return sum(sorted(self.of(word) for word in words))


def weights(all_said: list[Said]) -> Weights:
    """The weights of all words in these statements."""
    counts: Counter[str] = Counter()
    for one in all_said:
        counts.update(set(one.words) | one.numbers | one.senses)
    table = {word: log(1 + len(all_said) / max(seen, _RARE)) for word, seen in counts.items()}
    return Weights(table, log(1 + len(all_said) / _RARE))


def said(pile: Pile) -> list[Said]:
    """Every statement of the pile, sorted by id."""
    found: list[Said] = []
    for document in pile.documents:
        found.extend(_of_document(document, pile))
    return sorted(found, key=lambda one: one.id)


def _of_document(document: MarkedDocument, pile: Pile) -> list[Said]:
    statements = document.marks.of(Statement)
    language = document.document.language or "en"
    words = lexicon(language) or lexicon("en")
    event = pile.group_of.get((Event, document.id))
    family = pile.group_of.get((CopyFamily, document.id))
    days = {moment.id: moment.edtf for moment in document.marks.of(Moment)}
    found: list[Said] = []
    for index, statement in enumerate(statements):
        clauses = _clauses(statement.text, words, language)
        day = days.get(statement.when) if statement.when else None
        found.append(
            Said(
                id=statement.id,
                source=document.id,
                language=language,
                clauses=clauses,
                direct=statement.kind is StatementKind.DIRECT,
                text=statement.text,
                speaker=_speaker(statement, pile),
                occasion=event.id if event else None,
                family=family.id if family else None,
                day=day if day and len(day) == 10 else None,
                start=statement.start,
                end=statement.end,
                order=index / max(1, len(statements) - 1),
                within=statement.within,
                repaired=statement.repaired,
            )
        )
    return found


def _speaker(statement: Statement, pile: Pile) -> str | None:
    speaker = statement.speaker
    if speaker is None:
        return None
    actor = pile.group_of.get((Actor, speaker.mention)) if speaker.mention else None
    return actor.id if actor else f"name:{plain(speaker.name)}"


def _clauses(text: str, words: Lexicon | None, language: str) -> tuple[Clause, ...]:
    made = (_clause(sentence, words, language) for sentence in _SENTENCE.split(text))
    return tuple(clause for clause in made if clause.words or clause.numbers)


def _clause(sentence: str, words: Lexicon | None, language: str) -> Clause:
    stems: list[str] = []
    numbers: set[str] = set()
    names: list[str] = []
    senses: set[str] = set()
    negated = False
    every: list[str] = []
    for match in _WORD.finditer(sentence):
        token = match.group()
        lower = token.lower()
        negated = negated or (words is not None and _negates(lower, words))
        if token[0].isdigit():
            numbers.add(_ZEROS.sub("", token.replace(",", ".")))
            continue
        every.append(lower)
        if words is not None and (lower in words.kinds or lower in words.sets["negators"]):
            continue
        stem = stemmed(lower, words)
        if token[0].isupper():
            stem = _named(stem)
        if len(stem) < _LEAST_STEM:
            continue
        stems.append(stem)
        folded = plain(token)
        if token[0].isupper() and not (words is not None and words.speech.nouns_capital):
            names.append(folded[:_COGNATE])
        known = concept(folded, language)
        if known is not None:
            senses.add(f"concept {known}")
        elif len(folded) >= _COGNATE:
            senses.add(f"like {folded[:_COGNATE]}")
    if len(stems) + len(numbers) < _FEW:
        stems = every  # "I did not do that": with hardly a content word, every word counts
    return Clause(tuple(stems), frozenset(numbers), tuple(names), negated, frozenset(senses))


def _negates(word: str, words: Lexicon) -> bool:
    return word in words.sets["negators"] or word.endswith(("n't", "n’t"))


def _named(word: str) -> str:
    """A name without the endings that make it an adjective: Russian and Russia, Chinese and China are one."""
    for ending in _ADJECTIVAL:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM + 1:
            return word[: -len(ending)]
    return word


def stemmed(word: str, words: Lexicon | None) -> str:
    """The word without its language's commonest endings, accents folded."""
    folded = plain(word)
    for ending in words.speech.endings if words is not None else ():
        if folded.endswith(ending) and len(folded) - len(ending) >= _LEAST_STEM:
            folded = folded[: -len(ending)]
            break
    return folded[:-1] if folded.endswith("e") and len(folded) > _LEAST_STEM else folded
