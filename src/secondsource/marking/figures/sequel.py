"""Figures that go on from others: a share that two counts make, a count whose sentence leaves the rest to the one
before, a value of the year before."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import permutations

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language.figures import figure_words
from secondsource.language.measures import empty
from secondsource.model.mark import Figure
from secondsource.model.span import Span
from secondsource.text.edtf import shift
from secondsource.text.pattern import either

_BACK = 2
"""Sentences with figures that a share may look back."""
_FURTHEST = 400
"""Code points between a share and the counts it is made of."""
_LEAST_PART, _LEAST_WHOLE = 3, 10
"""Counts below these make too many shares by chance."""
_LOOSE = 0.1
_LONGEST_LOOK = 6
_ELLIPTIC = 60
"""Code points of a sentence that leaves its noun to the one before."""
_CLOSING = re.compile(r"[\s.!?;”\"»’]*")


class Told(Struct, frozen=True, gc=False):
    """A sentence with its figures, in the joined text."""

    span: Span
    figures: tuple[Figure, ...]
    starts: tuple[int, ...]
    """Where each figure starts in the joined text."""
    ends: tuple[int, ...]
    dated: bool = False
    """Whether the sentence names a moment."""


def sequels(text: str, told: Sequence[Told], code: str) -> list[Figure]:
    """The figures of all sentences in order, with what they take from others."""
    found: list[Told] = []
    base, end = None, 0
    for one in told:
        near = base is not None and not text[end : one.span.start].strip()
        taken = _elliptic(text, base, one, code) if base is not None and near else one
        # several short sentences may go on from one, and so may what follows a share of it
        shares = near and all(figure.unit == "percent" for figure in one.figures)
        base = base if shares or taken is not one else _main(text, one, code)
        beside = found and "\n" not in text[end : one.span.start] and not text[end : one.span.start].strip()
        end = one.span.end
        found.append(_dated_before(found[-1], taken) if beside else taken)
    return [
        _share(
            figure,
            [one for one in found[max(0, at - _BACK) : at + 1] if sentence.span.start - one.span.end < _FURTHEST],
        )
        for at, sentence in enumerate(found)
        for figure in sentence.figures
    ]


def _dated_before(before: Told, one: Told) -> Told:
    """A sentence that names no moment speaks of the time of the one right before it, where it measures the same or
    counts whatever was spoken of: imports reached …; imports of seals rose; in 96 cases."""
    last = next((figure for figure in reversed(before.figures) if figure.period is not None), None)
    if one.dated or last is None:
        return one
    same = {term for figure in before.figures for term in figure.terms[:1]} | empty()
    figures = tuple(
        replace(figure, period=last.period, period_moment=last.period_moment)
        if figure.period is None and figure.period_moment is None and not same.isdisjoint(figure.terms[:1])
        else figure
        for figure in one.figures
    )
    return replace(one, figures=figures)


def looks_back(stretch: str, code: str) -> bool:
    """Whether the words before a number say that it is of one step before: a year earlier it was."""
    words = stretch.lower().split()
    return len(words) <= _LONGEST_LOOK and _earlier(code).search(" ".join(words)) is not None


@cache
def _earlier(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either(figure_words(code).earlier)})(?!\w)")


def _elliptic(text: str, base: Figure, one: Told, code: str) -> Told:
    """A short sentence that ends in its only number and counts nothing goes on from the sentence right before it: The
    union says 130. The year before it was 61."""
    figure = one.figures[0]
    if len(one.figures) > 1 or figure.unit != "count" or one.starts[0] - one.span.start > _ELLIPTIC:
        return one
    closed = _CLOSING.fullmatch(text, one.ends[0], one.span.end) is not None
    if not closed or not _nameless(figure, code):
        return one
    period, moment = figure.period, figure.period_moment
    if looks_back(text[one.span.start : one.starts[0]], code):
        period, moment = (shift(base.period, "year", -1) if base.period is not None else None), None
    elif period is None and moment is None:
        period, moment = base.period, base.period_moment
    taken = replace(figure, measure=base.measure, of=base.of, terms=base.terms, period=period, period_moment=moment)
    return replace(one, figures=(taken,))


def _nameless(figure: Figure, code: str) -> bool:
    """Whether nothing says what is counted; a word of a party's name (the Ferry Crews' Federation) does not."""
    if figure.measure is None:
        return True
    return not figure_words(code).heads_capital and all(word[0].isupper() for word in figure.measure.split())


def _main(text: str, told: Told, code: str) -> Figure | None:
    """The last count of a sentence that is neither a whole (of 412) nor put aside for another (not 96)."""
    found = None
    for at, figure in enumerate(told.figures):
        between = text[told.ends[at - 1] : told.starts[at]].lower().split() if at else []
        whole = 0 < len(between) <= 2 and found is not None and _wordless(code).issuperset(between)
        if figure.unit == "count" and figure.measure is not None and figure.replaced_by is None and not whole:
            found = figure
    return found


@cache
def _wordless(code: str) -> frozenset[str]:
    """What may stand between a part and its whole: of, of the."""
    return figure_words(code).function.union(figure_words(code).of)


def _share(figure: Figure, told: Sequence[Told]) -> Figure:
    """A percentage that two counts just before make (104 of 412: 25.2%) measures what the part does."""
    if figure.unit != "percent" or figure.change in ("rise", "fall"):
        return figure
    counts = [
        (at, one)
        for at, sentence in enumerate(told)
        for one in sentence.figures
        if one.unit == "count" and one.start < figure.start
    ]
    pairs = [(one, other) for (at, one), (by, other) in permutations(counts, 2) if at == by or _of_one(one, other)]
    for part, whole in sorted(pairs, key=lambda pair: (-pair[0].start, -pair[1].start)):
        if part.replaced_by is None and _makes(part, whole, figure) and _may_be_of(figure, part, whole):
            corrected = part.revises or any(one.replaced_by == part.id for _, one in counts)
            return replace(
                figure,
                measure=part.measure,
                of=part.of,
                terms=part.terms,
                period=part.period,
                period_moment=part.period_moment,
                revises=figure.revises or corrected,
            )
    return figure


def _of_one(one: Figure, other: Figure) -> bool:
    """Whether both count the same, so that one can be a part of the other across sentences."""
    return bool(one.terms) and bool(other.terms) and one.terms[0] == other.terms[0]


def _makes(part: Figure, whole: Figure, share: Figure) -> bool:
    if part.value < _LEAST_PART or whole.value < max(_LEAST_WHOLE, part.value) or whole.value == part.value:
        return False
    made = 100 * part.value / whole.value
    slack = _LOOSE * share.value
    low = share.low if share.low is not None else share.value - slack
    high = share.high if share.high is not None else share.value + slack
    return low <= made <= high and abs(made - share.value) <= slack


def _may_be_of(share: Figure, part: Figure, whole: Figure) -> bool:
    """Whether the share names no other measure than the counts do, and the part names one."""
    if part.measure is None or not part.terms:
        return False
    return share.measure is None or (bool(share.terms) and share.terms[0] in (*part.terms[:3], *whole.terms[:3]))
