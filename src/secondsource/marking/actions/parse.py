"""One sentence as words with their lemmas, and the deeds that the lexicon finds in it."""

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from secondsource.language.deeds import Lexicon, Pattern, lemmas_of, lexicon
from secondsource.model.span import Span
from secondsource.text.remembered import Remembered
from secondsource.text.tokens import pieces, tokens

GAP = 8
"""Words that a gap of a pattern may hold."""
_LONGEST_ELIDED = 2
_COMPOUND = 2
"""Words by which what opens a compound stands before its last part."""
_STOP = frozenset('.;:!?"“”«»„()[]\n|')


class Word(Struct, frozen=True, gc=False):
    """A word or mark in lower case, its `length` in characters, and where it starts in its piece of the text."""

    form: str
    length: int
    offset: int
    lemmas: frozenset[str]
    """Its lemmas in the lexicon."""
    opens: tuple[str, ...]
    """Those of them, sorted, with which a pattern starts."""
    plain: bool
    """Whether it is written without a capital."""
    alone: bool
    """Whether a pattern of this one word starts with it."""
    seconds: frozenset[str]
    """The lemmas of which one must stand behind it for any other pattern that starts with it."""


class Hit(Struct, frozen=True, gc=False):
    """A deed found: the pattern, and its first and last word (included) in the sentence."""

    pattern: Pattern
    first: int
    last: int
    weight: int
    """How many words of the pattern are given: the more, the surer."""


def cut_of(text: str, sentence: Span) -> list[str]:
    """A sentence, piece by piece between its spaces."""
    return pieces(sentence.cut(text))


def words_of(cut: Sequence[str], known: Lexicon) -> list[tuple[Word, ...]]:
    """The words of each piece; "n't", "'ll" and an elided article ("l'") are split off as words of their own."""
    return list(map(_words_in(known.language).__getitem__, cut))


def openers_of(words: Sequence[Word]) -> tuple[list[int], frozenset[str]]:
    """The words with which some pattern may start, and the lemmas of all: a quick look before patterns are tried."""
    opening = [at for at, word in enumerate(words) if word.opens]
    if not opening:
        return [], frozenset()
    present = frozenset().union(*[word.lemmas for word in words if word.lemmas])
    return [at for at in opening if words[at].alone or not words[at].seconds.isdisjoint(present)], present


def places_of(cut: Sequence[str], words: Sequence[tuple[Word, ...]], start: int) -> list[int]:
    """Where the words of the pieces of a sentence that starts at `start` start themselves."""
    found: list[int] = []
    at = start
    for piece, inside in zip(cut, words, strict=True):
        if len(inside) == 1:  # as a rule
            found.append(at + inside[0].offset)
        else:
            found += [at + word.offset for word in inside]
        at += len(piece) + 1
    return found


@cache
def _words_in(language: str) -> Remembered[tuple[Word, ...]]:
    """The words that each piece of a text holds."""
    return Remembered(lambda piece: tuple(_words(piece, language)))


def _words(piece: str, language: str) -> Iterator[Word]:
    for token in tokens(piece):
        at = token.start
        for form, length in _parted(token.cut(piece)):
            yield _word(form, length, at, language, plain=token.cut(piece)[:1].islower())
            at += length


def _parted(raw: str) -> tuple[tuple[str, int], ...]:
    """The words of one token in lower case, each with its length as written."""
    form = raw.casefold().replace("’", "'")
    for suffix in ("'s", "n't", "'ll"):
        if form.endswith(suffix) and len(form) > len(suffix):
            return (form[: -len(suffix)], len(raw) - len(suffix)), (suffix, len(suffix))
    head, apostrophe, rest = form.partition("'")
    if apostrophe and rest and len(head) <= _LONGEST_ELIDED:
        return (head, len(head) + 1), (rest, len(raw) - len(head) - 1)
    return ((form, len(raw)),)


def _word(form: str, length: int, offset: int, language: str, *, plain: bool) -> Word:
    lemmas = lemmas_of(form, language)
    known = lexicon(language)
    opens = tuple(sorted(lemmas & known.by_first.keys())) if known else ()
    patterns = [pattern for lemma in opens for pattern in known.by_first[lemma]] if known else []
    alone = any(pattern.weight == 1 for pattern in patterns)
    seconds = frozenset().union(*[pattern.second for pattern in patterns])
    return Word(form, length, offset, lemmas, opens, plain, alone, seconds)


def hits(words: tuple[Word, ...], openers: Sequence[int], present: frozenset[str], known: Lexicon) -> list[Hit]:
    """The deeds of a sentence in order, at most one from each first word: the pattern with most given words. `openers`
    and `present` are those of `openers_of`."""
    found = [_best(words, at, present, known) for at in openers]
    return [hit for hit in found if hit is not None]


def _best(words: tuple[Word, ...], at: int, present: frozenset[str], known: Lexicon) -> Hit | None:
    """The pattern with most given words that starts at a word; the shortest stretch among equals. `present` are all
    lemmas of the sentence."""
    word = words[at]
    noun: bool | None = None
    inflected = False
    best: Hit | None = None
    for lemma in word.opens:
        for pattern in known.by_first[lemma]:
            if best is not None and pattern.weight < best.weight:
                break
            if pattern.weight > 1 and pattern.second.isdisjoint(present):
                continue
            if noun is None:  # most words open only patterns whose other words are not in the sentence
                noun, inflected = _is_noun(words, at, known), _is_inflected(word, known)
            if inflected if pattern.noun else noun:
                continue
            last = _match(words, at, pattern, known)
            if last is not None and _ends_open(words, last, known):
                continue
            if last is not None and (best is None or (pattern.weight, -last) > (best.weight, -best.last)):
                best = Hit(pattern, at, last, pattern.weight)
    return best


def _is_noun(words: tuple[Word, ...], at: int, known: Lexicon) -> bool:
    """Whether what stands before makes this word a noun: an article, a possessive, a number."""
    if at == 0:
        return False
    before = words[at - 1].form
    if before[:1].isdigit() or _ends_compound(words, at, known):
        return True
    if before in known.table.before_nouns and not words[at].form.endswith(known.table.infinitives):
        return True
    return before in known.table.determiners or (before == "'s" and not words[at].form.endswith(("ed", "ing")))


def _ends_compound(words: tuple[Word, ...], at: int, known: Lexicon) -> bool:
    """Whether a verb's plain form stands behind a noun of the singular that no clause opens with: "the photo call"."""
    table, word, before = known.table, words[at], words[at - 1]
    if not table.behind_objects or at < _COMPOUND or word.form not in word.lemmas or not before.form.isalpha():
        return False
    if not before.plain or before.form in table.no_nouns or before.form.endswith((*table.plurals, *table.adverbs)):
        return False
    opening = words[at - _COMPOUND].form
    if opening in table.determiners or opening in table.links or opening == "'s":
        return True
    led = at > _COMPOUND and words[at - _COMPOUND].plain and opening.isalpha() and opening not in table.no_nouns
    return led and words[at - _COMPOUND - 1].form in table.indefinite  # "a baseless tax push"


def _ends_open(words: tuple[Word, ...], last: int, known: Lexicon) -> bool:
    """Whether the last word found denies what follows it: not "said no", but "said no one"."""
    if last + 1 == len(words) or not _denies(words[last], known):
        return False
    ahead = words[last + 1].form
    return ahead.isalpha() and ahead not in known.table.links


def _denies(word: Word, known: Lexicon) -> bool:
    """Whether a word is an article and a negation in one: no, kein."""
    return word.form in known.table.determiners and word.form in known.table.negations


def _is_inflected(word: Word, known: Lexicon) -> bool:
    """Whether the form is a verb's alone: no lemma itself, and not the plural of one."""
    return word.form not in word.lemmas and bool(known.table.plurals) and not word.form.endswith(known.table.plurals)


def _match(words: tuple[Word, ...], at: int, pattern: Pattern, known: Lexicon) -> int | None:
    """Where the pattern ends when its first place is word `at`; None where it does not fit."""
    position = at
    reach = 0
    final = len(pattern.places) - 1 if pattern.parted else None
    for nth, place in enumerate(pattern.places[1:], 1):
        if place is None:
            reach += GAP
            continue
        last = min(len(words), position + reach + 2)
        for step in range(position + 1, last):
            word = words[step]
            if not place.isdisjoint(word.lemmas) and (nth != final or _closes(words, step, known)):
                position = step
                break
            if word.form in _STOP or _opens_other(words, step, known) or _is_of_other(words, at, step, known):
                return None
            if word.form in known.table.ways and known.table.links.isdisjoint(place):
                return None
        else:
            return None
        reach = 0
    return position


def _closes(words: tuple[Word, ...], at: int, known: Lexicon) -> bool:
    """Whether a clause may end with a word: a particle that parted from its verb, not the article of a noun behind."""
    if at + 1 == len(words):
        return True
    ahead = words[at + 1]
    opens = known.table.joiners | (known.table.breaks - known.table.articles)
    return not ahead.form.isalpha() or (ahead.plain and ahead.form in opens)


def _opens_other(words: tuple[Word, ...], at: int, known: Lexicon) -> bool:
    """Whether another clause opens inside a gap, or something else is joined: "launch two missions, *and* a
    probe", "will launch in June *when* a satellite"."""
    table, form = known.table, words[at].form
    if table.passives_behind:
        return False  # where the openers are articles as well
    if form in table.clause_openers or form in table.questions:
        return form not in table.onward
    if form not in table.joiners or at + 1 == len(words):
        return False
    ahead = words[at + 1]
    return bool(ahead.opens) and ahead.plain if form != "," else ahead.form in table.joiners


def _is_of_other(words: tuple[Word, ...], verb: int, at: int, known: Lexicon) -> bool:
    """Whether a finite auxiliary inside a gap is that of another verb, as it is not behind one of saying: "made these
    products *could* stop", but "said it *would* not accept"."""
    table = known.table
    return words[at].form in table.finite and verb + 1 < at and words[verb].form not in table.reports


def is_stop(word: Word) -> bool:
    """Whether the word is a mark that ends a clause."""
    return word.form in _STOP
