"""What a figure counts or measures, as a phrase of the text."""

import re
from decimal import Decimal
from functools import cache

from secondsource.language.figures import FigureWords, HeadOrder, figure_words
from secondsource.language.measures import Term
from secondsource.language.numbers.numeral import Form
from secondsource.language.numbers.words import numerals_of
from secondsource.language.subjects import said_of_numbers
from secondsource.language.units import is_money
from secondsource.model.span import Span
from secondsource.text.normalise import plain
from secondsource.text.pattern import either

from .clause import TIGHT, TIMES, Clause, opens_with, verb_forms
from .find import Written

_WORD = re.compile(r"(?:(?<=\.[A-Z])\.)?[ \u00a0\u202f]?(?:[-‑][ ]?)?([^\W\d_]+(?:['’.\-‑][^\W\d_]+)*)")
"""A word behind the last; U.S. has a full stop of its own."""
_PLAIN_WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
_ELIDED = re.compile(r"[^\W\d_]{1,5}['’](?=[^\W\d_]{2})")
_WHOLE = re.compile(
    r"(?:[^\W\d_]+[ ]){0,3}(?:[^\W\d_]+['’]s[ ])?\d{1,3}(?:[.,\u00a0\u202f]\d{3})*(?=[ \u00a0\u202f][^\W\d_])"
)
"""The number of a whole behind "of": 15 of Corvane's 23 ships."""
_SENTENCE, _SENTENCED = "prison", 16
"""The key of what a court gives, and the characters behind a length of time within which it stands: years in jail."""
_DIGIT = re.compile(r"\d")
_MODIFIERS = 4
_COMPARED = 24
"""Characters behind a share that are looked at for "more than"."""
_SEVERAL = Decimal(2)


def measure_of(text: str, clause: Clause, written: Written, terms: list[Term], code: str) -> Span | None:
    """The noun behind a count (twenty firms, dozens of countries); else what a share, a sum or a length is of. None
    where the clause does not name it. `terms` are the content words of the sentence."""
    within = _part_of_whole(code).match(text, written.start, written.end)
    if within is not None:
        return Span(within.start(1), within.end(1))  # trois incinérateurs sur cinq
    if written.unit is None or written.form is Form.FRACTION:
        noun = counted(text, written.end, code, written.value) or behind_of(text, written, code)
        noun = noun or _numbered(text, clause, written, code)
        if noun is not None:
            return noun
    return measured(text, clause, written, terms, code)


@cache
def _part_of_whole(code: str) -> re.Pattern[str]:
    """Three of five plants, deux usines sur trois: with what is counted in between."""
    return re.compile(rf"[^\W_]+\s([^\W\d_][\w'’ -]*?)\s(?:{either(figure_words(code).out_of)})\s[^\W_]+$")


@cache
def _partitive_pattern(code: str) -> re.Pattern[str]:
    """What leads from a part to its whole, an article or the like allowed: of the, d', von den."""
    words = figure_words(code)
    articles = either({*words.determiners, *words.all_of})
    return re.compile(rf"\s(?:{either(words.of)})(?:\s(?:(?:{articles})\s)?|(?<=['’]))")


def behind_of(text: str, written: Written, code: str) -> Span | None:
    """Dozens of countries, une vingtaine d'entreprises, half of the firms."""
    match = _partitive_pattern(code).match(text, written.end)
    if match is None:
        return None
    whole = _WHOLE.match(text, match.end())
    if whole is not None:
        return counted(text, whole.end(), code)
    first = _PLAIN_WORD.match(text, match.end())
    if first is not None and first[0].lower() in numerals_of(code).small:
        return counted(text, first.end(), code)  # two of its eleven plants
    return counted(text, match.end() - 1 if text[match.end() - 1] == " " else match.end(), code)


def _numbered(text: str, clause: Clause, written: Written, code: str) -> Span | None:
    """The number of ferries that failed was 96."""
    lower = text[clause.span.start : written.start].lower()
    for phrase in figure_words(code).number_named:
        at = lower.rfind(phrase)
        if at >= 0:
            return counted(text, clause.span.start + at + len(phrase), code)
    return None


def measured(text: str, clause: Clause, written: Written, terms: list[Term], code: str) -> Span | None:
    """What follows "of", what the figure qualifies, the measure named nearest before it in the clause, or after it."""
    if written.unit in TIMES:
        near = [one for one in terms if one.key == _SENTENCE and 0 <= one.start - written.end <= _SENTENCED]
        return Span(near[0].start, near[0].end) if near else None
    words = figure_words(code)
    compared = opens_with(text[written.end : written.end + _COMPARED], (*words.more_after, *words.less_after))
    if written.unit in TIGHT and not compared and not _of_a_subject(text, clause, written, terms, code):
        after = _of_phrase(text, written.end, code) or _change_in(text, written.end, code)
        if after is not None:
            return after
    if written.unit is not None and not is_money(written.unit) and written.unit not in TIGHT:
        stuff = _of_phrase(text, written.end, code) or (
            counted(text, written.end, code) if words.heads_capital else None
        )
        if stuff is not None:
            return stuff  # 2.4 tonnes of gunpowder
    bare = written.unit is None
    places = [
        Span(term.start, term.end)
        for term in terms
        if term.thing and (bare or not term.counted) and clause.span.start <= term.start and term.end <= clause.span.end
    ]
    behind = counted(text, written.end, code) if not compared else None
    if behind is not None and (written.unit in TIGHT or any(behind.touches(span) for span in places)):
        return behind
    left = [span for span in places if span.end <= written.start and not opens_passive(text, span, clause, words)]
    if left:
        return _with_modifiers(text, clause, _governor(text, left, code), code)
    right = [
        span for span in places if span.start >= written.end and not _DIGIT.search(text, written.end, span.start)
    ]  # what stands behind another figure is that one's
    if right:
        behind_it = Clause(Span(written.end, max(written.end, clause.span.end)), clause.sentence)
        return _with_modifiers(text, behind_it, right[0], code)
    return _before_of(text, clause, written, code)


def opens_passive(text: str, span: Span, clause: Clause, words: FigureWords) -> bool:
    """Whether a word is the participle that opens its sentence before its auxiliary: Genehmigt sind 40."""
    if not words.heads_capital or span.start != clause.sentence.start:
        return False
    after = _WORD.match(text, span.end)
    return after is not None and after[1] in words.passive


def _of_a_subject(text: str, clause: Clause, written: Written, terms: list[Term], code: str) -> bool:
    """Whether what a share is of is only its base, for a measure before it leads to it: debt is to peak at 46% of
    output, a deficit of 2.8% of output."""
    words = figure_words(code)
    before = text[clause.span.start : written.start].lower().split()[-2:]
    leads = bool(before) and before[-1] in (*words.to, *words.of) and before[0] not in words.rise | words.fall
    return leads and any(term.thing and clause.span.start <= term.start and term.end <= written.start for term in terms)


def _governor(text: str, places: list[Span], code: str) -> Span:
    """Of "exports of arms" the first, of "prices rose and exports" the last."""
    at = len(places) - 1
    while at and _of_chain(code).fullmatch(text[places[at - 1].end : places[at].start]):
        at -= 1
    return places[at]


@cache
def _of_chain(code: str) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{either(figure_words(code).of)})\s(?:[^\W\d_]+\s){{0,3}}", re.IGNORECASE)


@cache
def _worth_of(code: str) -> re.Pattern[str]:
    return re.compile(rf"([^\W\d_][\w-]*)\s(?:{either(figure_words(code).of)})\s(?:[^\W\d_]+\s){{0,2}}$", re.IGNORECASE)


def _before_of(text: str, clause: Clause, written: Written, code: str) -> Span | None:
    """A net worth of $2 billion: the phrase before "of"."""
    head = text[clause.span.start : written.start]
    match = _worth_of(code).search(head)
    words = figure_words(code)
    if match is None or _ends_phrase(match[1], words) or is_verb(match[1], words) or not _is_noun(match[1], words):
        return None
    if match[1].lower() in verb_forms(code) or plain(match[1]) in said_of_numbers(code):
        return None  # aid in the amount of 300 million
    return _with_modifiers(text, clause, Span(match.start(1), match.end(1)).shifted(clause.span.start), code)


def counted(text: str, at: int, code: str, number: Decimal = _SEVERAL) -> Span | None:
    """The noun phrase right behind a number: what it counts. None where no noun follows. Behind one thing a word with
    a plural ending is a verb."""
    words = figure_words(code)
    start, end, taken = None, at, 0
    while taken < _MODIFIERS + 1:
        match = _WORD.match(text, end)
        if match is None or (taken == 0 and match[1].lower() in words.of):
            break
        word = match[1]
        if not taken and word.lower() in words.fillers:
            end = match.end(1)
            continue
        if word.lower() in numerals_of(code).small:
            break
        if taken and word.lower() in words.range_and and (both := _coordinated(text, match.end(), words)):
            end = both
            break
        verb = is_verb(word, words) or (number == 1 and _is_plural(word, words))
        if _ends_phrase(word, words) or (taken and verb) or (not taken and _only_verb(match, text, words)):
            break
        start = match.start(1) if start is None else start
        end, taken = match.end(1), taken + 1
        if _closes(word, text, end, words) or (start is not None and not _agrees(text, start, end, words)):
            break
    phrase = None if start is None else Span(start, end)
    if phrase is None or not _is_noun(phrase.cut(text), words):
        return None
    adverb = number > 1 and taken == 1 and phrase.cut(text).endswith(words.adverb_endings)
    return None if adverb else phrase


def _only_verb(word: re.Match[str], text: str, words: FigureWords) -> bool:
    """Whether the word right behind a number is the verb of its clause: 30,000 turned out, but 40 injured."""
    lower = word[1].lower()
    if lower in words.plurals:
        return False
    behind = _WORD.match(text, word.end())
    participle = lower.endswith(words.participle_endings)
    particle = behind is not None and behind[1].lower() in words.particles
    return lower in words.verbs or (participle and particle)


def _is_noun(phrase: str, words: FigureWords) -> bool:
    """Whether a phrase closes as a noun phrase does: in German with a capital, not with the participle of its clause
    (hatte 900 gefordert)."""
    return not words.heads_capital or phrase.rpartition(" ")[2].rpartition("-")[2][0].isupper()


def _agrees(text: str, start: int, end: int, words: FigureWords) -> bool:
    """Where the noun stands first: whether the word behind it is an adjective of its number, not a verb (entreprises
    chinoises, but magasins proposent)."""
    if words.head is not HeadOrder.FIRST:
        return True
    noun = _PLAIN_WORD.search(text, start, end)
    after = _WORD.match(text, end)
    if noun is None or after is None or noun.end() < end:
        return False
    plural = after[1].endswith(words.plural_endings)
    return (
        plural if noun[0].endswith(words.plural_endings) else not plural and not after[1].endswith(words.third_person)
    )


def _coordinated(text: str, at: int, words: FigureWords) -> int | None:
    """Where a phrase ends that two modifiers share: twenty Chinese and Hong Kong-based firms."""
    if words.head is HeadOrder.FIRST or words.heads_capital:
        return None
    for _ in range(3):
        match = _WORD.match(text, at)
        if match is None or _ends_phrase(match[1], words) or is_verb(match[1], words):
            return None
        at = match.end(1)
        if _is_plural(match[1], words):
            return at
    return None


def _ends_phrase(word: str, words: FigureWords) -> bool:
    if len(word) > 1 and word.isupper():
        return False  # 209,000 US cards
    lower = word.lower().replace("’", "'")
    elided = words.head is HeadOrder.FIRST and lower.split("'")[0] in words.function
    return lower in words.function or elided or lower in words.instead_of or lower in words.rise or lower in words.fall


def is_verb(word: str, words: FigureWords) -> bool:
    """Whether a word looks like a verb of the language, not like a noun."""
    return word.lower() in words.verbs or (word.endswith(words.participle_endings) and "-" not in word)


def _closes(word: str, text: str, end: int, words: FigureWords) -> bool:
    """Whether the phrase ends with this word: its head is found."""
    if words.head is HeadOrder.FIRST:
        return False
    if words.heads_capital:
        return word[0].isupper()
    if not _is_plural(word, words):
        return False
    match = _WORD.match(text, end)
    if match is None or word.lower() not in words.plural_modifiers:
        return True
    return not _is_plural(match[1], words) or is_verb(match[1], words) or match[1][0].isupper()


def _is_plural(word: str, words: FigureWords) -> bool:
    lower = word.lower()
    if lower in words.plurals:
        return True
    if lower[-2:-1] in "'’":
        return False
    return len(lower) > 3 and lower.endswith(words.plural_endings) and not lower.endswith(words.singular_endings)


def _of_phrase(text: str, at: int, code: str) -> Span | None:
    words = figure_words(code)
    match = _of_pattern(code).match(text, at)
    if match is None:
        return None
    end, start = match.end() - 1, None
    for _ in range(8):
        word = _WORD.match(text, end)
        if word is None:
            break
        elided = _ELIDED.match(word[1]) if words.head is HeadOrder.FIRST else None
        if (_ends_phrase(word[1], words) and start is not None) or word[1].lower() in words.verbs:
            break
        end = word.end(1)
        if elided is not None or not _ends_phrase(word[1], words):
            first = word.start(1) + (elided.end() if elided is not None else 0)
            start = first if start is None else start
            if _closes(word[1], text, end, words) or not _agrees(text, start, end, words):
                break
    return None if start is None else Span(start, end)


def _change_in(text: str, at: int, code: str) -> Span | None:
    """A 6% drop in butter volumes: the phrase behind the change."""
    words = figure_words(code)
    change = _WORD.match(text, at)
    if not words.change_in or change is None or change[1].lower() not in words.rise | words.fall:
        return None
    led = _WORD.match(text, change.end())
    return counted(text, led.end(), code) if led is not None and led[1].lower() in words.change_in else None


@cache
def _of_pattern(code: str) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{either(figure_words(code).of)})(?:\s|(?<=['’]))", re.IGNORECASE)


def _with_modifiers(text: str, clause: Clause, head: Span, code: str) -> Span:
    """A head with the content words that stand right before it."""
    words = figure_words(code)
    start, taken = head.start, 0
    for match in reversed(list(_PLAIN_WORD.finditer(text, clause.span.start, head.start))):
        gap = text[match.end() : start]
        verbal = is_verb(match[0], words) or match[0].lower() in verb_forms(code)
        if gap.strip(" \u00a0-’'s") or _ends_phrase(match[0], words) or taken == 2 or verbal:
            break
        start, taken = match.start(), taken + 1
    return Span(start, head.end)
