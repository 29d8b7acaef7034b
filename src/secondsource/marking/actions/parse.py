"""One sentence as words with their lemmas, and the deeds that the lexicon finds in it."""

from typing import NamedTuple

from msgspec import Struct

from secondsource.language.deeds import Lexicon, Pattern, lemmas_of
from secondsource.model.span import Span
from secondsource.text.tokens import tokens

GAP = 8
"""Words that a gap of a pattern may hold."""
_STOP = frozenset('.;:!?"“”«»„()[]\n|')


class Word(NamedTuple):
    """A token: its characters in the text, its lower-case form, its lemmas in the lexicon."""

    span: Span
    form: str
    lemmas: frozenset[str]


class Hit(Struct, frozen=True):
    """A deed found: the pattern, and its first and last word (included) in the sentence."""

    pattern: Pattern
    first: int
    last: int
    weight: int
    """How many words of the pattern are given: the more, the surer."""


def read(text: str, sentence: Span, known: Lexicon) -> tuple[Word, ...]:
    """The tokens of a sentence; "n't", "'ll" and an elided article ("l'") are split off as words of their own."""
    found: list[Word] = []
    for span in tokens(sentence.cut(text)):
        raw = text[sentence.start + span.start : sentence.start + span.end]
        form = raw.casefold().replace("’", "'")
        at = span.shifted(sentence.start)
        for suffix in ("'s", "n't", "'ll"):
            if form.endswith(suffix) and len(form) > len(suffix):
                cut = at.end - len(suffix)
                head = form[: -len(suffix)]
                found.append(Word(Span(at.start, cut), head, lemmas_of(head, known.language)))
                at, form = Span(cut, at.end), suffix
                break
        head, apostrophe, rest = form.partition("'")
        if apostrophe and rest and len(head) <= 2:
            found.append(Word(Span(at.start, at.start + len(head) + 1), head, lemmas_of(head, known.language)))
            at, form = Span(at.start + len(head) + 1, at.end), rest
        found.append(Word(at, form, lemmas_of(form, known.language)))
    return tuple(found)


def hits(words: tuple[Word, ...], known: Lexicon) -> list[Hit]:
    """The deeds of a sentence in order, at most one from each first word: the pattern with most given words."""
    found: list[Hit] = []
    for at, word in enumerate(words):
        best: Hit | None = None
        for lemma in sorted(word.lemmas):
            for pattern in known.by_first.get(lemma, ()):
                weight = sum(place is not None for place in pattern.places)
                if best is not None and weight < best.weight:
                    break
                if _is_noun(words, at, known) if not pattern.noun else _is_inflected(word, known):
                    continue
                last = _match(words, at, pattern.places)
                if last is not None and (best is None or (weight, -last) > (best.weight, -best.last)):
                    best = Hit(pattern, at, last, weight)
        if best is not None:
            found.append(best)
    return found


def _is_noun(words: tuple[Word, ...], at: int, known: Lexicon) -> bool:
    """Whether what stands before makes this word a noun: an article, a possessive."""
    if at == 0:
        return False
    before = words[at - 1].form
    return before in known.table.determiners or (before == "'s" and not words[at].form.endswith(("ed", "ing")))


def _is_inflected(word: Word, known: Lexicon) -> bool:
    """Whether the form is a verb's alone: no lemma itself, and not the plural of one."""
    return word.form not in word.lemmas and bool(known.table.plurals) and not word.form.endswith(known.table.plurals)


def _match(words: tuple[Word, ...], at: int, places: tuple[frozenset[str] | None, ...]) -> int | None:
    """Where the pattern ends when it starts at word `at`; None where it does not fit."""
    if not places[0] or not (places[0] & words[at].lemmas):
        return None
    position = at
    gap = False
    for place in places[1:]:
        if place is None:
            gap = True
            continue
        found = _next(words, position + 1, place, GAP if gap else 0)
        if found is None:
            return None
        position, gap = found, False
    return position


def _next(words: tuple[Word, ...], start: int, place: frozenset[str], gap: int) -> int | None:
    for at in range(start, min(len(words), start + gap + 1)):
        if place & words[at].lemmas or words[at].form in place:
            return at
        if words[at].form in _STOP:
            return None
    return None


def is_stop(word: Word) -> bool:
    """Whether the word is a mark that ends a clause."""
    return word.form in _STOP
