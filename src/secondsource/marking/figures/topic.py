"""What a clause is about whose measure no table knows: the noun phrase that its value is said of."""

import re
from collections.abc import Callable
from enum import Enum
from functools import cache
from itertools import pairwise

from msgspec import Struct

from secondsource.language.figures import HeadOrder, figure_words
from secondsource.language.measures import fates, terms_of
from secondsource.language.subjects import giving, said_of_numbers
from secondsource.model.span import Span
from secondsource.text.normalise import plain

from .clause import Clause, auxiliaries, time_words, verb_forms
from .find import Written
from .measure import opens_passive

_WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
_STOPS = re.compile(r"[,;:.!?](?!\d)|[()“”\"«»–—]")
_FURTHEST = 16
"""Words before a value among which the phrase is looked for."""
_NEAR = 24
"""Characters before a phrase that hold its preposition and article."""
_LONGEST = 4
"""Words of such a phrase."""


class Sort(Enum):
    """What a word does between a phrase and its value."""

    LINK = "link"
    """Articles, auxiliaries, comparators, and the verbs by which a value is said of something."""
    PREPOSITION = "preposition"
    OF = "of"
    CONTENT = "content"


class _Word(Struct, frozen=True, gc=False):
    span: Span
    text: str
    sort: Sort


class _Phrase(Struct, frozen=True, gc=False):
    """Content words in a row, and what governs them."""

    words: tuple[_Word, ...]
    under: Sort
    led: bool
    """Whether an article or the like stands before it."""

    @property
    def span(self) -> Span:
        return Span(self.words[0].span.start, self.words[-1].span.end)


def topic_of(text: str, clause: Clause, written: Written, code: str, named: Callable[[Span], bool]) -> Span | None:
    """The phrase: die Neuverschuldung soll auf 590 Millionen sinken, season tickets will go up by 8%, le loyer atteint
    32 euros, could take the fee to 48 million. None where a party does something (the club spent) or another verb
    stands between. `named`: whether a stretch of the text belongs to a name or a date."""
    words = figure_words(code)
    if not words.prepositions or _counts_of_them(text, clause, written.start, code):
        return None
    start, phrases = _phrases(text, clause.span.start, written.start, code)
    below: _Phrase | None = None
    led_to = text[start : written.start].lower().split()[-1:]
    leads = bool(led_to) and led_to[0] in (*words.to, *words.by, *words.of)
    passed = False
    for phrase in reversed(phrases):
        if phrase.under is Sort.PREPOSITION:
            below, passed = None, True
            continue
        if phrase.under is Sort.OF:
            below = phrase
            continue
        kept = _noun(_unnamed(phrase, text, named), code)
        if any(plain(word.text) in giving(code) for word in kept):
            return None  # the bakers' guild says 90
        opens = phrase.words[0].span.start == start or phrase is phrases[0]
        if opens and kept and opens_passive(text, kept[-1].span, clause, words):
            return None
        if not kept or not (phrase.led or opens) or (passed and not opens and not leads):
            return None
        fate = next((word for word in kept if _befell(word.text, code)), None)
        if fate is not None:
            return fate.span
        head = kept[0] if words.head is HeadOrder.FIRST else kept[-1]
        if _is_time(head.text, code):
            continue
        if _is_number(head.text, code):
            return below.span if below is not None else None
        return Span(kept[0].span.start, kept[-1].span.end)
    return None


def _is_number(word: str, code: str) -> bool:
    """Whether a word stands for the number itself: the total, the rate; but not the hours."""
    return not _is_time(word, code) and plain(word) in said_of_numbers(code)


def _is_time(word: str, code: str) -> bool:
    return word.lower() in time_words(code)


def _befell(word: str, code: str) -> bool:
    """Whether a word says what became of people: kills, injured."""
    return any(term.key in fates(code) for term in terms_of(word, code))


def _unnamed(phrase: _Phrase, text: str, named: Callable[[Span], bool]) -> tuple[_Word, ...]:
    """The words, those of an owner left out (Halden's sales); none where a name does something (Halden keeps)."""
    places = [at for at, word in enumerate(phrase.words) if named(word.span)]
    if not places:
        return phrase.words
    owner = phrase.words[places[-1]].span.end
    return phrase.words[places[-1] + 1 :] if text[owner : owner + 2] in ("'s", "’s") else ()


def _noun(kept: tuple[_Word, ...], code: str) -> tuple[_Word, ...]:
    """The words from the first to the head; none where they close with what is no noun."""
    words = figure_words(code)
    if not kept or len(kept) > _LONGEST or kept[-1].text.lower() in verb_forms(code):
        return ()
    if words.heads_capital:
        return kept if kept[-1].text[0].isupper() else ()
    return () if kept[-1].text.endswith(words.unnamed_endings) else kept


def _phrases(text: str, start: int, end: int, code: str) -> tuple[int, list[_Phrase]]:
    """The phrases of a stretch up to a value, back to the last stop, and where its first word starts."""
    stops = [match.end() for match in _STOPS.finditer(text, start, end)]
    tokens = _words(text, stops[-1] if stops else start, end, code)
    found: list[_Phrase] = []
    determiners = figure_words(code).determiners
    under, led, row = Sort.LINK, False, []
    for token in tokens:
        if token.sort is Sort.CONTENT:
            row.append(token)
            continue
        if row:
            found.append(_Phrase(tuple(row), under, led))
            under, row = Sort.LINK, []
        under = token.sort if token.sort is not Sort.LINK else under
        led = token.text.lower() in determiners
    found += [_Phrase(tuple(row), under, led)] if row else []
    return tokens[0].span.start if tokens else end, found


def _words(text: str, start: int, end: int, code: str) -> list[_Word]:
    """The last words of a stretch; a participle behind a form of "to be" only links: the lakes are filled to 27%."""
    passive, found, before = figure_words(code).passive, [], ""
    for match in _WORD.finditer(text, start, end):
        sort = _sort(match[0], code)
        if match[0] != "s":
            sort = Sort.LINK if sort is Sort.CONTENT and before in passive else sort
            found.append(_Word(Span(*match.span()), match[0], sort))
        before = match[0].lower()
    return found[-_FURTHEST:]


def _sort(word: str, code: str) -> Sort:
    prepositions, of, links = _sorted(code)
    lower = word.lower()
    if lower in of:
        return Sort.OF
    if lower in prepositions:
        return Sort.PREPOSITION
    return Sort.LINK if lower in links else Sort.CONTENT


@cache
def _sorted(code: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Prepositions, what leads to what a thing is of, and all other words that may stand between."""
    words = figure_words(code)
    bounds = (*words.bounds_before, *words.to, *words.by)
    links = words.function | words.rise | words.fall | words.measuring | words.between_subject
    links |= {part for phrase in bounds for part in phrase.split()} | auxiliaries(code)
    return words.prepositions, words.genitives, links


def governed(text: str, phrase: Span, code: str) -> bool:
    """Whether a preposition governs a phrase: im Handel, in sales."""
    before = [_sort(match[0], code) for match in _WORD.finditer(text, max(0, phrase.start - _NEAR), phrase.start)]
    while before and before[-1] is Sort.LINK:
        before.pop()
    return bool(before) and before[-1] is Sort.PREPOSITION


def _counts_of_them(text: str, clause: Clause, at: int, code: str) -> bool:
    """Whether somebody counts what was spoken of: le syndicat en redoute 2 000; die Firma hatte von 900 gesprochen."""
    words = figure_words(code)
    if not words.of_them and not words.verb_second:
        return False
    before = [word.lower() for word in _WORD.findall(text, clause.span.start, at)]
    if any(one in words.of_them and plain(verb) in giving(code) for one, verb in pairwise(before)):
        return True
    behind = _WORD.search(text, at, min(clause.sentence.end, at + _NEAR)) if words.verb_second else None
    closed = behind is not None and behind[0].lower() in words.counted_last
    return closed and any(word in words.auxiliaries for word in before)


def said_of_it(text: str, clause: Clause, at: int, code: str) -> bool:
    """Whether a pronoun stands in the place of the phrase, and no other noun does: im Juni lag sie bei; or a
    word for the number itself: put the number at."""
    if _counts_of_them(text, clause, at, code):
        return True
    pronouns = figure_words(code).pronouns
    start, phrases = _phrases(text, clause.span.start, at, code)
    rest = [phrase for phrase in phrases if phrase.under is not Sort.PREPOSITION]
    if rest and not _is_time(rest[-1].words[-1].text, code):
        return _is_number(rest[-1].words[-1].text, code)
    return len(rest) <= 1 and not pronouns.isdisjoint(map(str.lower, _WORD.findall(text, start, at)))
