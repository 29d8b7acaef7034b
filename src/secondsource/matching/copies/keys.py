"""What of a body is compared: sentences as weighted word keys, shingles, and anchors that survive translation."""

import re
from functools import cached_property, lru_cache
from itertools import combinations
from typing import NamedTuple

from msgspec import Struct

from secondsource.language.concepts import concept
from secondsource.language.credits import Credits
from secondsource.language.pack import table
from secondsource.model.excerpt import Excerpt
from secondsource.model.mark import Credit, CreditRole, Statement, StatementKind
from secondsource.model.pile import MarkedDocument
from secondsource.model.span import Span
from secondsource.text.normalise import fold, plain
from secondsource.text.sentences import sentences
from secondsource.text.shingles import sampled, shingles
from secondsource.text.tokens import words
from secondsource.text.transliterate import latin

_NUMBER = re.compile(r"\d")
_ANCHOR = re.compile(r"(?<![\w.,])(?!(?:19|20)\d\d(?!\d))\d[\d.,]*|(?<=[\w,;] )[^\W\d_a-z][^\W\d_]{3,}")
"""A number that is no year, or a word of four letters and more that does not begin in lower case behind another
word."""
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
    mass: float
    """Sum of `weights`."""
    mass_across: float
    quoted: bool
    """Whether most of it is somebody's direct speech, which independent reports share."""

    @property
    def length(self) -> int:
        """Characters."""
        return self.span.end - self.span.start

    @property
    def numbers(self) -> frozenset[str]:
        """The keys that are numbers."""
        return frozenset(key for key, weight in self.weights.items() if weight == NUMBER_WEIGHT)


class Body(Struct, frozen=True, dict=True):
    """A document's body. What a comparison needs is made when it is asked for: most pages are never compared."""

    source: str
    language: str | None
    excerpt: Excerpt
    quotes: tuple[Span, ...]
    """Direct speech, in the source's text."""
    credits: tuple[Credit, ...]
    outlet: str | None = None
    edited: bool = False
    """Whether a credit line says that the outlet changed the wire's text."""

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

    def sample(self, modulus: int) -> frozenset[int]:
        """A content-chosen sample of the shingles, for finding candidates."""
        return sampled(self.shingles, modulus)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Numbers (years left out) and names inside a sentence, shortened: rare, and alike in every language."""
        found = (match.group() for match in _ANCHOR.finditer(self.excerpt.text))
        return frozenset(_number(word) if word[0].isdigit() else _key(word)[:4] for word in found)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences with their words as keys."""
        text = self.excerpt.text
        return tuple(self._sentence(span) for span in sentences(text, self.language or "en"))

    def _sentence(self, span: Span) -> Sentence:
        origin = self.excerpt.origin(span)
        raw = span.cut(self.excerpt.text)
        covered = sum(max(0, min(q.end, origin.end) - max(q.start, origin.start)) for q in self.quotes)
        read = [_Word(word, _key(word)) for word in (place.cut(raw) for place in words(raw))]
        near, far = _weights(read), _across(read, self.language)
        quoted = covered * 2 > origin.end - origin.start
        return Sentence(origin, near, far, sum(near.values()), sum(far.values()), quoted)

    @cached_property
    def word_pairs(self) -> frozenset[tuple[str, str]]:
        """Every two weighty words of one sentence, as keys that hold across languages."""
        return frozenset(
            pair
            for sentence in self.sentences
            for pair in combinations(sorted(key for key, weight in sentence.across.items() if weight >= 1.0), 2)
        )


def body_of(marked: MarkedDocument) -> Body:
    """The body of a document, with its direct speech, credits and outlet."""
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
        marked.marks.of(Credit),
        document.outlet,
        _says_edited(marked),
    )


def _says_edited(marked: MarkedDocument) -> bool:
    """Whether a wire credit stands in a line such as "with additional editing by"."""
    known = table(marked.document.language or "en", "credits", Credits)
    wires = [credit for credit in marked.marks.of(Credit) if credit.role is CreditRole.WIRE]
    lines = [p.span.cut(marked.document.text) for p in marked.document.passages for c in wires if p.span.covers(c.span)]
    return known is not None and any(phrase in fold(line) for line in lines for phrase in known.additional)


@lru_cache(maxsize=1 << 16)
def _key(word: str) -> str:
    return latin(plain(word)).removesuffix("'s")


def _number(word: str) -> str:
    return word.rstrip(".,").replace(",", ".")


class _Word(NamedTuple):
    """A word as written, and folded into Latin letters."""

    written: str
    key: str


def _weights(sentence: list[_Word]) -> dict[str, float]:
    """Keys within one language: numbers, and the first six letters of words."""
    weights: dict[str, float] = {}
    for index, (word, key) in enumerate(sentence):
        if _NUMBER.search(word):
            weights[_number(key)] = NUMBER_WEIGHT
        elif len(key) > 3 or (len(key) == 3 and word[0].isupper()):
            weight = NAME_WEIGHT if index > 0 and word[0].isupper() else 1.0
            weights[key[:6]] = max(weights.get(key[:6], 0.0), weight)
    return weights


def _across(sentence: list[_Word], language: str | None) -> dict[str, float]:
    """Keys across languages: numbers, concepts, and of other words the first four letters, where names and cognates
    meet."""
    weights: dict[str, float] = {}
    for index, (word, key) in enumerate(sentence):
        meaning = concept(key, language)
        if _NUMBER.search(word):
            weights[_number(key)] = NUMBER_WEIGHT
        elif meaning:
            weights[f"={meaning}"] = CONCEPT_WEIGHT
        elif len(key) >= 4:
            named = index > 0 and word[0].isupper()
            weights[key[:4]] = max(weights.get(key[:4], 0.0), NAME_WEIGHT if named else COGNATE_WEIGHT)
    return weights
