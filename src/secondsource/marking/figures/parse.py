"""From what is written to a Figure: value and interval, unit, measure, parties, period, statement."""

import re
from bisect import bisect_right
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from secondsource.language.figures import figure_words
from secondsource.language.measures import Term, known_keys
from secondsource.language.units import is_money
from secondsource.model.document import Document
from secondsource.model.keys import content_id
from secondsource.model.mark import Figure, Statement
from secondsource.model.pile import Marks
from secondsource.model.span import Span
from secondsource.text.edtf import shift
from secondsource.text.pattern import either
from secondsource.text.sentences import sentences

from .clause import TIMES, Clause, change_of, clauses_of, content_terms, keys_of
from .find import Written, find_written
from .interval import bound_of, bounds_of
from .join import joined
from .lent import in_national_money
from .masked import masked
from .measure import behind_of, counted, is_verb, measure_of
from .parts import parted, put_right
from .period import inherited, is_base, period_of, year_before
from .resume import resumed
from .sequel import Told, looks_back, sequels
from .sift import is_figure, is_gapped, is_named_elsewhere, numbers_of_names
from .topic import governed, topic_of
from .whose.around import Around
from .whose.background import is_background
from .whose.given import given_by
from .whose.named import named_in
from .whose.source import sourced

_LONGEST_SENTENCE = 800
_WHOLE = 100.0
_INSTEAD = 48
"""Characters, at most, between a figure and the one that it takes the place of."""
_FUNCTION_WORDS = 2
"""Function words, at most, behind what says that one figure takes the place of another."""
_LAST_CLAUSE = re.compile(r"[,;–—]\s")
_LENGTHS = frozenset({"metre", "kilometre", "mile", "foot", "yard", "inch", "centimetre", "nautical-mile"})
_WEIGHTS = frozenset({"kilogram", "gram", "pound", "ounce", "tonne"})
_HEAT = frozenset({"celsius", "fahrenheit", "kelvin", "degree"})
_POWERS = frozenset({"watt", "kilowatt", "megawatt", "horsepower", "brake-horsepower"})
_AREAS = frozenset({"square-metre", "square-kilometre", "square-mile", "square-foot", "hectare", "acre"})
_SPEEDS = frozenset({"kilometre/hour", "mile/hour", "metre/second", "knot"})
_DIMENSIONS = (TIMES, _LENGTHS, _WEIGHTS, _HEAT, _POWERS, _AREAS, _SPEEDS)


def figures_of(document: Document, marks: Marks) -> list[Figure]:
    """All figures of the reported passages, in order of place."""
    text = document.reported.text
    code = document.language or "en"
    around = Around.of(document, marks)
    by_sentence = _by_sentence(text, code, _sifted(text, code))
    told: list[Told] = []
    for sentence, figures in by_sentence:
        made: list[Figure] = []
        wording = _wording(around, sentence, figures, code)
        for index, (written, clause) in enumerate(zip(figures, clauses_of(text, sentence, figures, code), strict=True)):
            figure = _figure(around, clause, written, wording)
            if index and _converts(text, figures[index - 1], written, code):
                figure = _converted(figure, made[-1])
            elif index:
                figure = _after(text, figures[index - 1], written, made[-1], figure, code)
            made.append(resumed(text, clause, written, figure, (*_right_before(text, told, sentence), *made), code))
        place = document.reported.origin(sentence)
        made = put_right(parted(made, figures, text, code), figures, text, code)
        made = sourced(made, place, around, code)
        starts, ends = tuple(one.start for one in figures), tuple(one.end for one in figures)
        dated = any(not is_base(document.text, one, code) for one in around.moments_in(place))
        told.append(Told(sentence, tuple(made), starts, ends, dated))
    return in_national_money(sequels(text, told, code), around.mentions)


def _right_before(text: str, told: list[Told], sentence: Span) -> tuple[Figure, ...]:
    """The figures of the sentence right before one, in its paragraph."""
    if not told or "\n" in text[told[-1].span.end : sentence.start] or text[told[-1].span.end : sentence.start].strip():
        return ()
    return told[-1].figures


def _sifted(text: str, code: str) -> list[Written]:
    hidden = masked(text, code)
    found = joined(text, code, find_written(text, code))
    names = numbers_of_names(text, found, code)
    return [
        written
        for written in found
        if is_figure(text, written, code)
        and not (hidden and _is_hidden(hidden, written))
        and not (names and is_named_elsewhere(text, written, names, code))
    ]


def _is_hidden(hidden: list[tuple[int, int]], written: Written) -> bool:
    at = bisect_right(hidden, (written.start, len(hidden) and hidden[-1][1]))
    return any(start < written.end and written.start < end for start, end in hidden[max(0, at - 1) : at + 1])


def _by_sentence(text: str, code: str, figures: list[Written]) -> list[tuple[Span, list[Written]]]:
    """The figures of each sentence that has any. Only lines with figures are split into sentences."""
    grouped: dict[Span, list[Written]] = {}
    lines: dict[int, tuple[list[Span], list[int]]] = {}
    for written in figures:
        start = text.rfind("\n", 0, written.start) + 1
        if start not in lines:
            end = text.find("\n", start)
            line = text[start : len(text) if end < 0 else end]
            spans = [piece for span in sentences(line, code) for piece in _pieces(text, span.shifted(start))]
            lines[start] = spans, [span.start for span in spans]
        spans, starts = lines[start]
        at = max(0, bisect_right(starts, written.start) - 1)
        sentence = spans[at] if spans else Span(written.start, written.end)
        if sentence.end < written.end:
            sentence = Span(sentence.start, written.end)
        grouped.setdefault(sentence, []).append(written)
    return sorted(grouped.items(), key=lambda row: row[0])


def _pieces(text: str, sentence: Span) -> list[Span]:
    """A sentence in pieces that no reader could take in at once: tables and lists without a full stop."""
    pieces: list[Span] = []
    start = sentence.start
    while sentence.end - start > _LONGEST_SENTENCE:
        end = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        end = end if end > start else start + _LONGEST_SENTENCE
        pieces.append(Span(start, end))
        start = end
    return [*pieces, Span(start, sentence.end)]


class Wording(NamedTuple):
    """The content words of a sentence, the stretches that only say who gives its figures, the content words outside of
    these, and the language."""

    terms: list[Term]
    given: tuple[Span, ...]
    measuring: list[Term]
    code: str


def _wording(around: Around, sentence: Span, figures: list[Written], code: str) -> Wording:
    """What the words of a sentence say of its figures."""
    excerpt = around.document.reported
    terms = content_terms(excerpt.text, sentence, figures, code)
    if all(one.unit is None and counted(excerpt.text, one.end, code) is not None for one in figures):
        return Wording(terms, (), terms, code)  # what is counted stands behind each
    given = given_by(excerpt.text, sentence, code, lambda side: around.names_a_giver(excerpt.origin(side)))
    if not given:
        return Wording(terms, given, terms, code)
    outside = [term for term in terms if not any(one.touches(Span(term.start, term.end)) for one in given)]
    return Wording(terms, given, outside, code)


def _figure(around: Around, clause: Clause, written: Written, wording: Wording) -> Figure:
    document, terms, code = around.document, wording.terms, wording.code
    text, excerpt = document.reported.text, document.reported
    place = excerpt.origin(Span(written.start, written.end))
    value = (written.value + written.upper) / 2 if written.ranged and written.upper is not None else written.value
    bound = bound_of(text, written, code)
    ends = bounds_of(written, bound)
    unit = written.unit or "count"
    unit = f"{unit}/{written.per}" if written.per else unit
    measure = _measure(around, clause, written, wording)
    statement = around.statement_at(place)
    told = statement
    if statement is not None and is_background(statement, document.text, place.start, code):
        told = None
    when = period_of(around, clause, place, statement, code)
    return Figure(
        id=content_id("figure", document.id, place.start, place.end, value.normalize(), unit),
        source=document.id,
        start=place.start,
        end=place.end,
        text=place.cut(document.text),
        value=float(value),
        low=_float(ends.low),
        high=_float(ends.high),
        unit=unit,
        comparator=bound.comparator,
        measure="age" if written.age else measure.cut(text) if measure is not None else None,
        change=change_of(text, clause, written, code),
        of=_parties(around, clause, statement, code),
        terms=keys_of(terms, clause, measure, code),
        period=when.edtf,
        period_moment=when.moment,
        statement=told.id if told is not None else None,
        revises=_revises(clause.sentence.cut(text), code),
    )


def _parties(around: Around, clause: Clause, statement: Statement | None, code: str) -> tuple[str, ...]:
    """The names of the parties and places that a clause names."""
    excerpt = around.document.reported
    inside = excerpt.origin(clause.span)
    found = around.parties_in(inside, statement)
    if found:
        return found
    known = around.named_or_dated(inside)
    return named_in(
        excerpt.text, clause.span, code, lambda span: any(one.touches(excerpt.origin(span)) for one in known)
    )


def _measure(around: Around, clause: Clause, written: Written, wording: Wording) -> Span | None:
    """What a figure measures: by the words that the tables know, unless what its clause is about stands nearer to it or
    they only say where or how (kostet im Handel 1,99 Euro)."""
    excerpt = around.document.reported
    text, code, given = excerpt.text, wording.code, wording.given
    told = measure_of(text, clause, written, wording.measuring, code)
    if told is not None and told.end <= written.start:
        told = _behind_given(text, told, given)
    if written.unit in TIMES or written.age or (told is not None and told.end > written.start):
        return told
    inside = excerpt.origin(clause.span)
    known = [*around.named_or_dated(inside), *map(excerpt.origin, given)]
    topic = topic_of(text, clause, written, code, lambda span: any(one.touches(excerpt.origin(span)) for one in known))
    if told is None or topic is None:
        return told or topic
    return topic if topic.start > told.end or governed(text, told, code) else told


def _behind_given(text: str, phrase: Span, given: tuple[Span, ...]) -> Span | None:
    """What of a phrase stands behind the words for who gives the figure: the company expects *sales*; nothing of the
    union speaks."""
    start = max((one.end for one in given if one.touches(phrase)), default=phrase.start)
    start += len(text[start : phrase.end]) - len(text[start : phrase.end].lstrip())
    return Span(start, phrase.end) if start < phrase.end else None


@lru_cache(maxsize=8)
def _revises(sentence: str, code: str) -> bool:
    """Whether a sentence speaks of a correction; asked anew for each of its figures."""
    lower = sentence.lower()
    if not any(map(lower.__contains__, figure_words(code).revising)):
        return False
    return _revising_pattern(code).search(sentence) is not None


@cache
def _revising_pattern(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{either(figure_words(code).revising)})(?![^\W_])", re.IGNORECASE)


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _converts(text: str, before: Written, written: Written, code: str) -> bool:
    """Whether this one stands in a bracket right behind another of the same dimension and a different unit; of a sum in
    another currency also behind a comma and a word for it: 40 million kroner, about 5.9 million dollars."""
    if before.unit is None or written.unit is None or before.unit == written.unit:
        return False
    both = {before.unit, written.unit}
    between = text[before.end : written.start]
    if not _bracket(code).match(between) and not (
        all(map(is_money, both)) and _converting_pattern(code).fullmatch(between)
    ):
        return False
    money = any(map(is_money, both)) and all(is_money(unit) or unit == "pound" for unit in both)
    return money or any(both <= dimension for dimension in _DIMENSIONS)


@cache
def _bracket(code: str) -> re.Pattern[str]:
    """What opens an aside that gives an amount once more: a bracket, or a comma with a word for it."""
    converting = either(figure_words(code).converting)
    return re.compile(rf"\s*(?:\([^()\d]{{0,24}}|[,–—-]\s*(?:{converting})\s[^()\d]{{0,16}})$")


@cache
def _converting_pattern(code: str) -> re.Pattern[str]:
    """What stands between a sum and its conversion, where no bracket does."""
    words = figure_words(code)
    bounds = (*words.about_before, *words.nearly_before, *words.more_before, *words.less_before)
    again = rf"(?:\s[^\W\d_]{{2,4}})?,(?:\s(?:{either(words.converting)}))(?:\s(?:{either(bounds)}))?\s*"
    return re.compile(rf"{again}|\s*[,–—-]?(?:\s+(?:{either({*words.converting, *bounds})}))+\s*", re.IGNORECASE)


def _after(text: str, before: Written, written: Written, base: Figure, figure: Figure, code: str) -> Figure:
    """A figure takes from the one before it in the sentence what only that one says: the measure of a comparison
    (compared with 61 a year earlier), the period, what it corrects (104, not 96)."""
    between = text[before.end : written.start]
    back = looks_back(_LAST_CLAUSE.split(between)[-1], code) and counted(text, written.end, code) is None
    compared = before.unit == written.unit and (back or _opens_with(between, figure_words(code).base))
    if compared and before.per is not None and written.per is None:
        figure = replace(figure, unit=base.unit)  # 32 euros a square metre, against 14 euros
    if base.measure is not None and before.unit == written.unit and is_gapped(text, written, code):
        figure = replace(figure, measure=base.measure, terms=base.terms)  # 30 boats, the yard in Linz 45
    leads = len(between) < _INSTEAD and before.unit == written.unit
    if leads and figure.measure is None and between.strip().lower() in figure_words(code).to:
        figure = replace(figure, measure=base.measure, terms=base.terms)  # up by 8% to 690
    if not compared and _of_which(base, figure, code):
        figure = replace(figure, measure=base.measure, terms=tuple(dict.fromkeys((*base.terms[:1], *figure.terms))))
    own = figure.measure is not None and figure.measure in between
    if compared and not own and counted(text, written.end, code) is None and behind_of(text, written, code) is None:
        figure = replace(figure, measure=base.measure, of=base.of, terms=base.terms)
    if back and compared:
        earlier = shift(base.period, "year", -1) if base.period is not None else None
        return replace(figure, period=earlier, period_moment=None)
    figure = (
        inherited(text, written, base, figure, code) if not compared else year_before(text, written, base, figure, code)
    )
    if len(between) < _INSTEAD and _in_place_of(between, code) and not _two_shares_of_one(base, figure):
        if before.unit == written.unit:
            return replace(figure, replaced_by=base.id)
        if written.unit is None and before.unit is not None and counted(text, written.end, code) is None:
            return replace(figure, replaced_by=base.id, unit=base.unit)  # 4.1 hours a day, not 4.3
    return figure


def _two_shares_of_one(base: Figure, figure: Figure) -> bool:
    """Whether two shares make up a whole: for the 1 percent, not the 99, corrects nothing."""
    return base.unit == figure.unit == "percent" and base.value + figure.value == _WHOLE


def _of_which(base: Figure, figure: Figure, code: str) -> bool:
    """Of the 412 ferries 104 failed: a part with nothing but a verb behind it counts what the whole does."""
    if {base.unit, figure.unit} != {"count"} or figure.value > base.value or not base.terms or not figure.terms:
        return False
    verbal = figure.measure is not None and " " not in figure.measure and is_verb(figure.measure, figure_words(code))
    return verbal and base.measure is not None and figure.terms[0] not in known_keys(code)


def _opens_with(between: str, phrases: tuple[str, ...]) -> bool:
    """Whether a short stretch between two figures ends in one of the phrases."""
    stretch = between.lower().rstrip()
    if not stretch.endswith(phrases):
        return False
    return any(stretch.endswith(phrase) and not stretch[: -len(phrase)][-1:].isalpha() for phrase in phrases)


def _in_place_of(between: str, code: str) -> bool:
    """Whether a stretch between two figures puts the first in the place of the second; behind *instead of*, though not
    behind *not*, function words may follow: instead of the; statt von; au lieu des."""
    words = figure_words(code)
    if _opens_with(between, words.instead):
        return True
    stretch = between.lower().split()
    for _ in range(_FUNCTION_WORDS):
        if not stretch or stretch[-1] not in words.function:
            return False
        stretch.pop()
        if _opens_with(" ".join(stretch), words.instead_of):
            return True
    return False


def _converted(figure: Figure, base: Figure) -> Figure:
    """A conversion measures what its base measures."""
    return replace(
        figure,
        converts=base.id,
        measure=base.measure,
        change=base.change,
        of=base.of,
        terms=base.terms,
        period=base.period,
        period_moment=base.period_moment,
    )
