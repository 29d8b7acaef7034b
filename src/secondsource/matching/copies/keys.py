"""What of a body is compared: sentences as weighted word keys, shingles, and particulars that survive translation."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from itertools import combinations
from typing import NamedTuple

from msgspec import Struct

from secondsource.language.concepts import concept
from secondsource.model.excerpt import Excerpt
from secondsource.model.mark import Credit, Statement, StatementKind
from secondsource.model.pile import MarkedDocument
from secondsource.model.span import Span
from secondsource.text.normalise import plain
from secondsource.text.sentences import sentences
from secondsource.text.shingles import shingles
from secondsource.text.tokens import words
from secondsource.text.transliterate import latin

from .signs import Signs, signs_of

_ANCHOR = re.compile(r"(?<![\w.,])(?!(?:19|20)\d\d(?!\d))\d[\d.,]*|(?<=[\w,;] )[^\W\d_a-z][^\W\d_]{3,}")
"""A number that is no year, or a word of four letters and more that does not begin in lower case behind another
word."""
NAME_WEIGHT = 1.5
NUMBER_WEIGHT = 2.0
CONCEPT_WEIGHT = 1.0
COGNATE_WEIGHT = 0.4
_NO_SIGNS = Signs()


class Sentence(Struct, frozen=True):
    """One body sentence: its place and its words."""

    span: Span
    words: tuple["Word", ...]
    quoted: bool
    """Whether most of it is somebody's direct speech, which independent reports share."""

    @property
    def length(self) -> int:
        """Characters."""
        return self.span.end - self.span.start


class Word(NamedTuple):
    """A word as written, and folded into Latin letters."""

    written: str
    key: str


class Keyed(NamedTuple):
    """The sentences of a body as weighted keys."""

    weights: tuple[dict[str, float], ...]
    masses: tuple[float, ...]
    """Sum of the weights of each sentence."""
    places: dict[str, list[tuple[int, float]]]
    """Where each key stands: numbers of sentences, with its weight there."""


class Body(Struct, frozen=True, dict=True):
    """A document's body. What a comparison needs is made when it is asked for: most pages are never compared."""

    source: str
    language: str | None
    excerpt: Excerpt
    quotes: tuple[Span, ...]
    """Direct speech, in the source's text."""
    outlet: str | None = None
    signs: Signs = _NO_SIGNS
    credits: tuple[Credit, ...] = ()

    @cached_property
    def length(self) -> int:
        """Characters of the body."""
        return sum(span.end - span.start for span in self.excerpt.spans)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Every word, folded and in Latin letters."""
        text = self.excerpt.text
        return tuple(_key(text[span.start : span.end]) for span in words(text))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The longer words, shortened."""
        return frozenset(word[:6] for word in self.words if len(word) > 3)

    @cached_property
    def shingles(self) -> frozenset[int]:
        """Every word 5-gram."""
        return frozenset(shingles(list(self.words), 5))

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Numbers (years left out) and names inside a sentence, shortened: rare, and alike in every language."""
        found = (match.group() for match in _ANCHOR.finditer(self.excerpt.text))
        return frozenset(_number(word) if word[0].isdigit() else _key(word)[:4] for word in found)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences with their words."""
        text = self.excerpt.text
        return tuple(self._sentence(span) for span in sentences(text, self.language or "en"))

    def _sentence(self, span: Span) -> Sentence:
        origin = self.excerpt.origin(span)
        raw = span.cut(self.excerpt.text)
        covered = sum(max(0, min(q.end, origin.end) - max(q.start, origin.start)) for q in self.quotes)
        read = tuple(Word(word, _key(word)) for word in (place.cut(raw) for place in words(raw)))
        return Sentence(origin, read, covered * 2 > origin.end - origin.start)

    @cached_property
    def near(self) -> Keyed:
        """The sentences as keys within one language."""
        return _keyed(_weights(sentence.words) for sentence in self.sentences)

    @cached_property
    def far(self) -> Keyed:
        """The same as keys that hold across languages: cognates, names and numbers meet there."""
        return _keyed(_across(sentence.words, self.language) for sentence in self.sentences)

    @cached_property
    def particulars(self) -> tuple[str, ...]:
        """Numbers and names as they hold across languages, each where it comes first."""
        found = (
            key
            for sentence in self.sentences
            for index, word in enumerate(sentence.words)
            if (key := _particular(index, word, self.language)) is not None
        )
        return tuple(dict.fromkeys(found))

    @cached_property
    def named(self) -> frozenset[str]:
        """The particulars without their order."""
        return frozenset(self.particulars)

    @cached_property
    def word_pairs(self) -> frozenset[tuple[str, str]]:
        """Every two weighty words of one sentence, as keys that hold across languages."""
        return frozenset(
            pair
            for weights in self.far.weights
            for pair in combinations(sorted(key for key, weight in weights.items() if weight >= CONCEPT_WEIGHT), 2)
        )


def body_of(marked: MarkedDocument, signers: Mapping[str, str] | None = None) -> Body:
    """The body of a document, with its direct speech and what the page says of whose text it is.

    `signers` are the names that pages of the same pile sign with as wires.
    """
    document = marked.document
    quotes = tuple(
        span
        for statement in marked.marks.of(Statement)
        if statement.kind is not StatementKind.INDIRECT
        for span in (statement.quoted or statement.spans)
    )
    return Body(
        document.id,
        document.language,
        document.body,
        quotes,
        document.outlet,
        signs_of(marked, signers or {}),
        marked.marks.of(Credit),
    )


@lru_cache(maxsize=1 << 16)
def _key(word: str) -> str:
    return latin(plain(word)).removesuffix("'s")


def _number(word: str) -> str:
    return word.rstrip(".,").replace(",", ".")


@lru_cache(maxsize=1 << 16)
def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def _keyed(sentences: Iterable[dict[str, float]]) -> Keyed:
    weights = tuple(sentences)
    places: dict[str, list[tuple[int, float]]] = {}
    for at, sentence in enumerate(weights):
        for key, weight in sentence.items():
            places.setdefault(key, []).append((at, weight))
    return Keyed(weights, tuple(sum(sentence.values()) for sentence in weights), places)


def _weights(sentence: tuple[Word, ...]) -> dict[str, float]:
    """Keys within one language: numbers, and the first six letters of words."""
    weights: dict[str, float] = {}
    for index, (word, key) in enumerate(sentence):
        if _has_digit(word):
            weights[_number(key)] = NUMBER_WEIGHT
        elif len(key) > 3 or (len(key) == 3 and word[0].isupper()):
            weight = NAME_WEIGHT if index > 0 and word[0].isupper() else 1.0
            weights[key[:6]] = max(weights.get(key[:6], 0.0), weight)
    return weights


def _across(sentence: tuple[Word, ...], language: str | None) -> dict[str, float]:
    """Keys across languages: numbers, concepts, and of other words the first four letters, where names and cognates
    meet."""
    weights: dict[str, float] = {}
    for index, (word, key) in enumerate(sentence):
        if _has_digit(word):
            weights[_number(key)] = NUMBER_WEIGHT
            continue
        meaning = concept(key, language)
        if meaning:
            weights[f"={meaning}"] = CONCEPT_WEIGHT
        elif len(key) >= 4:
            named = index > 0 and word[0].isupper()
            weights[key[:4]] = max(weights.get(key[:4], 0.0), NAME_WEIGHT if named else COGNATE_WEIGHT)
    return weights


def _particular(index: int, word: Word, language: str | None) -> str | None:
    """The key of a number, or of a name inside its sentence, that holds across languages."""
    if _has_digit(word.written):
        return _number(word.key)
    if index > 0 and len(word.key) >= 4 and word.written[0].isupper() and concept(word.key, language) is None:
        return word.key[:4]
    return None
