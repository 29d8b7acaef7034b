"""What of a body is compared: sentences as weighted word keys, shingles, and anchors that survive translation."""

import re
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from msgspec import Struct

from secondsource.language.concepts import concept
from secondsource.model.mark import Credit, Statement, StatementKind
from secondsource.model.pile import MarkedDocument
from secondsource.model.span import Span
from secondsource.text.normalise import plain
from secondsource.text.sentences import sentences
from secondsource.text.shingles import sampled, shingles
from secondsource.text.tokens import words
from secondsource.text.transliterate import latin

_NUMBER = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d$")
NAME_WEIGHT = 1.5
NUMBER_WEIGHT = 2.0
CONCEPT_WEIGHT = 1.0
COGNATE_WEIGHT = 0.4


class Sentence(Struct, frozen=True):
    """One body sentence: its place, and its words as keys with weights (numbers and names weigh more)."""

    span: Span
    weights: dict[str, float]
    across: dict[str, float]
    """The same with shorter keys, for comparing two languages: cognates, names and numbers meet there."""
    quoted: bool
    """Whether most of it is somebody's direct speech, which independent reports share."""

    @property
    def length(self) -> int:
        """Characters."""
        return self.span.end - self.span.start


class Body(Struct, frozen=True, dict=True):
    """A document's body ready for comparison."""

    source: str
    language: str | None
    sentences: tuple[Sentence, ...]
    words: tuple[str, ...]
    credits: tuple[Credit, ...]
    outlet: str | None = None

    @property
    def length(self) -> int:
        """Characters of all sentences."""
        return sum(sentence.length for sentence in self.sentences)

    @cached_property
    def shingles(self) -> frozenset[int]:
        """Every word 5-gram."""
        return frozenset(shingles(list(self.words), 5))

    def sample(self, modulus: int) -> frozenset[int]:
        """A content-chosen sample of the shingles, for finding candidates."""
        return sampled(sorted(self.shingles), modulus)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Numbers (years left out) and pairs of neighbouring names: rare, and the same in every language."""
        return frozenset(
            key
            for sentence in self.sentences
            for key, weight in sentence.across.items()
            if weight >= NAME_WEIGHT and not _YEAR.match(key)
        )

    @cached_property
    def word_pairs(self) -> frozenset[tuple[str, str]]:
        """Every two weighty words of one sentence, as keys that hold across languages."""
        return frozenset(
            pair
            for sentence in self.sentences
            for pair in combinations(sorted(key for key, weight in sentence.across.items() if weight >= 1.0), 2)
        )


def body_of(marked: MarkedDocument) -> Body:
    """The comparison keys of a document's body passages."""
    document = marked.document
    excerpt = document.body
    quotes = [
        span
        for statement in marked.marks.of(Statement)
        if statement.kind is not StatementKind.INDIRECT
        for span in (statement.quoted or statement.spans)
    ]
    found: list[Sentence] = []
    all_words: list[str] = []
    for span in sentences(excerpt.text, document.language or "en"):
        origin = excerpt.origin(span)
        raw = span.cut(excerpt.text)
        covered = sum(max(0, min(q.end, origin.end) - max(q.start, origin.start)) for q in quotes)
        half = covered * 2 > origin.end - origin.start
        read = [_Word(word, latin(plain(word)).removesuffix("'s")) for word in (w.cut(raw) for w in words(raw))]
        all_words.extend(word.key for word in read)
        found.append(Sentence(origin, _weights(read), _across(read, document.language), half))
    return Body(
        document.id, document.language, tuple(found), tuple(all_words), marked.marks.of(Credit), document.outlet
    )


class _Word(NamedTuple):
    """A word as written, and folded into Latin letters."""

    written: str
    key: str


def _weights(sentence: list[_Word]) -> dict[str, float]:
    """Keys within one language: numbers, and the first six letters of words."""
    weights: dict[str, float] = {}
    for index, (word, key) in enumerate(sentence):
        if _NUMBER.search(word):
            weights[key.replace(",", ".")] = NUMBER_WEIGHT
        elif len(key) >= 3:
            usual = 1.0 if len(word) > 3 else 0.4
            weight = NAME_WEIGHT if index > 0 and word[0].isupper() else usual
            weights[key[:6]] = max(weights.get(key[:6], 0.0), weight)
    return weights


def _across(sentence: list[_Word], language: str | None) -> dict[str, float]:
    """Keys across languages: numbers, concepts, and of other words the first four letters, where names and cognates
    meet."""
    weights: dict[str, float] = {}
    for index, (word, key) in enumerate(sentence):
        meaning = concept(key, language)
        if _NUMBER.search(word):
            weights[key.replace(",", ".")] = NUMBER_WEIGHT
        elif meaning:
            weights[f"={meaning}"] = CONCEPT_WEIGHT
        elif len(key) >= 4:
            named = index > 0 and word[0].isupper()
            weights[key[:4]] = max(weights.get(key[:4], 0.0), NAME_WEIGHT if named else COGNATE_WEIGHT)
    return weights
