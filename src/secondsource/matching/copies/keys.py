"""What of a body is compared: sentences as weighted word keys, shingles, and particulars that survive translation."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from itertools import chain
from typing import NamedTuple

from msgspec import Struct

from secondsource.language.concepts import concept
from secondsource.model.excerpt import Excerpt
from secondsource.model.mark import ActorKind, Credit, Mention, Statement, StatementKind
from secondsource.model.pile import MarkedDocument
from secondsource.model.span import Span
from secondsource.text.fingerprints import grams, words_of
from secondsource.text.normalise import plain
from secondsource.text.remembered import Remembered
from secondsource.text.sentences import sentences
from secondsource.text.tokens import written_words
from secondsource.text.transliterate import latin

from .signs import Signs, signs_of

NAME_WEIGHT = 1.5
NUMBER_WEIGHT = 2.0
CONCEPT_WEIGHT = 1.0
COGNATE_WEIGHT = 0.4
REACH = 4
"""Quotes before a sentence that may reach into it."""
FEW_TOLD = 30
"""Runs of five words outside direct speech, from which they are compared alone."""
FEW_SENTENCES = 3
"""Sentences of a body that may have a key which tells them apart."""
TAKEN = 4
"""Words in a row that count as taken over."""


class Word(NamedTuple):
    """A word as keys, each empty where the word says nothing: behind another word a capital makes it a name."""

    near: str
    """Within one language: a number, or the first six letters."""
    first: float
    """What `near` weighs at the beginning of a sentence."""
    inside: float
    far: str
    """Across languages: a number, a concept, or the first four letters, where names and cognates meet."""
    far_first: float
    far_inside: float
    particular: str
    """The number or, inside a sentence, the name."""


class Sentence(Struct, frozen=True):
    """One body sentence: its place and its words."""

    span: Span
    words: tuple[Word, ...]
    quoted: bool
    """Whether most of it is somebody's direct speech, which independent reports share."""
    length: int
    """Characters."""


class Keyed(NamedTuple):
    """The sentences of a body as weighted keys."""

    weights: tuple[dict[str, float], ...]
    masses: tuple[float, ...]
    """Sum of the weights of each sentence."""
    rare: dict[str, list[int]]
    """The numbers of the sentences that have a key, for keys that few of them have."""


class Body(Struct, frozen=True, dict=True):
    """A document's body. What a comparison needs is made when it is asked for: most pages are never compared."""

    marked: MarkedDocument
    signers: Mapping[str, str]
    """The names that pages of the pile sign with as wires (`signs.signers`)."""

    @property
    def source(self) -> str:
        """The source's id."""
        return self.marked.document.source.id

    @property
    def language(self) -> str | None:
        """The document's language."""
        return self.marked.document.language

    @property
    def outlet(self) -> str | None:
        """The publication, where the page names it."""
        return self.marked.document.outlet

    @property
    def excerpt(self) -> Excerpt:
        """The body's characters."""
        return self.marked.document.body

    @property
    def credits(self) -> tuple[Credit, ...]:
        """Whose work the page says it is."""
        return self.marked.marks.of(Credit)

    @cached_property
    def signs(self) -> Signs:
        """What the page says of whose text it carries."""
        return signs_of(self.marked, self.signers)

    @cached_property
    def quotes(self) -> tuple[Span, ...]:
        """Direct speech, in the source's text and in its order."""
        return tuple(
            sorted(
                span
                for statement in self.marked.marks.of(Statement)
                if statement.kind is not StatementKind.INDIRECT
                for span in (statement.quoted or statement.spans)
            )
        )

    @cached_property
    def length(self) -> int:
        """Characters of the body."""
        return sum(span.end - span.start for span in self.excerpt.spans)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Every word, folded and in Latin letters."""
        return self.words_in(self.excerpt.text)

    def words_in(self, text: str) -> tuple[str, ...]:
        """The words of a text as `words` has them."""
        return tuple(map(_key, written_words(text)))

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Every run of words that counts as taken over."""
        return frozenset(runs_of(self.words))

    @cached_property
    def shingles(self) -> frozenset[int]:
        """Every run of five words, as hashes."""
        return frozenset(grams(words_of([self.excerpt.text]), 5)[0].tolist())

    @cached_property
    def told(self) -> frozenset[int]:
        """The same of what the page tells outside direct speech, which independent reports share; all of them where
        little else is told."""
        text = self.marked.document.text
        pieces = [piece.cut(text) for span in self.excerpt.spans for piece in _outside(span, self.quotes)]
        found = frozenset(grams(words_of([" ".join(pieces)]), 5)[0].tolist())
        return found if len(found) >= FEW_TOLD else self.shingles

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences with their words."""
        text = self.excerpt.text
        return tuple(self._sentence(span) for span in sentences(text, self.language or "en"))

    def mostly_quoted(self, span: Span) -> bool:
        """Whether most of these characters of the source are direct speech."""
        return _covered(span, self.quotes) * 2 > span.end - span.start

    def _sentence(self, span: Span) -> Sentence:
        origin = self.excerpt.origin(span)
        read = tuple(map(_words(self.language).__getitem__, written_words(span.cut(self.excerpt.text))))
        return Sentence(origin, read, self.mostly_quoted(origin), origin.end - origin.start)

    @cached_property
    def near(self) -> Keyed:
        """The sentences as keys within one language."""
        return _keyed(_near(sentence.words) for sentence in self.sentences)

    @cached_property
    def far(self) -> Keyed:
        """The same as keys that hold across languages: cognates, names and numbers meet there."""
        return _keyed(_far(sentence.words) for sentence in self.sentences)

    @cached_property
    def particulars(self) -> tuple[str, ...]:
        """Numbers and names as they hold across languages, each where it comes first."""
        found = (
            word.particular
            for sentence in self.sentences
            for index, word in enumerate(sentence.words)
            if word.particular and (index > 0 or word.first == NUMBER_WEIGHT)
        )
        return tuple(dict.fromkeys(found))

    @cached_property
    def named(self) -> frozenset[str]:
        """The particulars without their order."""
        return frozenset(self.particulars)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The figures among the particulars."""
        return frozenset(key for key in self.particulars if key[:1].isdigit())

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words without their order."""
        return frozenset(self.words)

    @cached_property
    def speakers(self) -> frozenset[str]:
        """The last words of the names of the persons whom the page lets speak, as `vocabulary` has them."""
        persons = {each.id: each.name for each in self.marked.marks.of(Mention) if each.kind is ActorKind.PERSON}
        speakers = (each.speaker for each in self.marked.marks.of(Statement))
        names = {persons.get(speaker.mention or "", "") for speaker in speakers if speaker is not None}
        return frozenset(_key(written[-1]) for name in names if (written := written_words(name)))

    @cached_property
    def weighty(self) -> tuple[frozenset[str], ...]:
        """For each sentence its numbers, names and words with a known meaning, as keys that hold across languages."""
        text, language = self.excerpt.text, self.language
        return tuple(_weighty(written_words(span.cut(text)), language) for span in sentences(text, language or "en"))


def body_of(marked: MarkedDocument, signers: Mapping[str, str] | None = None) -> Body:
    """The body of a document. `signers` are the names that pages of the same pile sign with as wires."""
    return Body(marked, signers or {})


def runs_of(words: tuple[str, ...], size: int = TAKEN) -> Iterator[tuple[str, ...]]:
    """Every `size` words in a row, in order."""
    return zip(*(words[at:] for at in range(size)), strict=False)


def _outside(span: Span, quotes: tuple[Span, ...]) -> Iterator[Span]:
    """The parts of a span outside quotes, which are in order."""
    start = span.start
    for quote in quotes:
        if start < quote.end and quote.start < span.end:
            if quote.start > start:
                yield Span(start, quote.start)
            start = quote.end
    if start < span.end:
        yield Span(start, span.end)


def _covered(sentence: Span, quotes: tuple[Span, ...]) -> int:
    """Characters of a sentence inside quotes, which are in order."""
    covered = 0
    for quote in quotes[max(0, bisect_left(quotes, sentence) - REACH) :]:
        if quote.start >= sentence.end:
            break
        covered += max(0, min(quote.end, sentence.end) - max(quote.start, sentence.start))
    return covered


@lru_cache(maxsize=1 << 16)
def _key(word: str) -> str:
    return latin(plain(word)).removesuffix("'s")


def _number(word: str) -> str:
    return word.rstrip(".,").replace(",", ".")


@cache
def _words(language: str | None) -> Remembered[Word]:
    """What each word of a language says."""
    return Remembered(lambda word: _read(word, language))


def _read(word: str, language: str | None) -> Word:
    key = _key(word)
    if any(map(str.isdigit, word)):
        number = _number(key)
        return Word(number, NUMBER_WEIGHT, NUMBER_WEIGHT, number, NUMBER_WEIGHT, NUMBER_WEIGHT, number)
    capital, length = word[0].isupper(), len(key)
    near = key[:6] if length > 3 or (length == 3 and capital) else ""
    inside = NAME_WEIGHT if capital else 1.0
    meaning = concept(key, language)
    if meaning:
        return Word(near, 1.0, inside, f"={meaning}", CONCEPT_WEIGHT, CONCEPT_WEIGHT, "")
    if length < 4:
        return Word(near, 1.0, inside, "", 0.0, 0.0, "")
    far = key[:4]
    return Word(
        near, 1.0, inside, far, COGNATE_WEIGHT, NAME_WEIGHT if capital else COGNATE_WEIGHT, far if capital else ""
    )


def _weighty(words: list[str], language: str | None) -> frozenset[str]:
    """The keys of a sentence that weigh as much as a concept, or more."""
    inside, first = _weighty_keys(language)
    found = set(map(inside.__getitem__, words[1:]))
    found.update(map(first.__getitem__, words[:1]))
    found.discard("")
    return frozenset(found)


@cache
def _weighty_keys(language: str | None) -> tuple[Remembered[str], Remembered[str]]:
    """The keys of words inside a sentence and at its start, empty for those that weigh less."""
    known = _words(language)

    def inside(word: str) -> str:
        return known[word].far if known[word].far_inside >= CONCEPT_WEIGHT else ""

    def first(word: str) -> str:
        return known[word].far if known[word].far_first >= CONCEPT_WEIGHT else ""

    return Remembered(inside), Remembered(first)


def _keyed(sentences: Iterable[dict[str, float]]) -> Keyed:
    weights = tuple(sentences)
    times = Counter(chain.from_iterable(weights))
    rare: dict[str, list[int]] = {}
    for at, sentence in enumerate(weights):
        for key in sentence:
            if times[key] <= FEW_SENTENCES:
                rare.setdefault(key, []).append(at)
    return Keyed(weights, tuple(sum(sentence.values()) for sentence in weights), rare)


def _near(sentence: tuple[Word, ...]) -> dict[str, float]:
    """The keys of a sentence within its language, each with its greatest weight."""
    weights = {word.near: word.inside for word in sentence[1:] if word.near and word.inside == 1.0}
    weights.update((word.near, word.inside) for word in sentence[1:] if word.near and word.inside != 1.0)
    if sentence and sentence[0].near:
        weights[sentence[0].near] = max(weights.get(sentence[0].near, 0.0), sentence[0].first)
    return weights


def _far(sentence: tuple[Word, ...]) -> dict[str, float]:
    """The keys of a sentence that hold across languages, each with its greatest weight."""
    weights: dict[str, float] = {}
    for index, word in enumerate(sentence):
        weight = word.far_inside if index else word.far_first
        if word.far and weight > weights.get(word.far, 0.0):
            weights[word.far] = weight
    return weights
