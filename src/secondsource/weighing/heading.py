"""Which of its tellings heads a claim: the words by which a reader gets to know it."""

import re
from collections import Counter
from collections.abc import Sequence

from secondsource.model.mark import Action, Figure, Statement, StatementKind
from secondsource.model.passage import Role
from secondsource.model.pile import Pile
from secondsource.model.span import Span
from secondsource.text.normalise import fold
from secondsource.text.sentences import sentences

from .origins import Origins

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"\w+")
HANDY_LENGTH = 300
"""Characters up to which a wording can head a claim."""
LEAD, STEP = 600, 200
"""Characters of body in which a report says what it is about, and of a paragraph of it."""
MANY = 40
"""Wordings that are compared with each other."""
FEW = 6
"""Tellings of which the sentences are read, the likeliest first."""


def wording(texts: Sequence[tuple[str, str]], pile: Pile) -> str:
    """The canonical one of these wordings, each with its source: of handy length, in the language of most pages, as
    most of them have it, and of those the fullest."""
    told = _told(texts, pile)
    alike = Counter(fold(text) for text in told)
    return max(told, key=lambda text: (len(text) < HANDY_LENGTH, alike[fold(text)], len(text), text))


def usual_wording(texts: Sequence[tuple[str, str]], pile: Pile) -> str:
    """The same of what pages tell in their own words: the wording that has most in common with the others."""
    told = _told(texts, pile)
    alike, common = Counter(fold(text) for text in told), _common(told)
    return max(told, key=lambda text: (len(text) < HANDY_LENGTH, alike[fold(text)], common[text], len(text), text))


def _told(texts: Sequence[tuple[str, str]], pile: Pile) -> list[str]:
    """The wordings in the language of most pages."""
    if len(texts) == 1:
        return [texts[0][0]]
    main = _main_language([source for _, source in texts], pile)
    return [text for text, source in texts if pile.document(source).document.language == main]


def _common(texts: Sequence[str]) -> dict[str, int]:
    """For each of several wordings, in tenths, how much it has in common with the others on average: shared words over
    all words of the two. What one page alone adds heads nothing, nor does a fragment."""
    words = {text: frozenset(_WORD.findall(fold(text))) for text in sorted(set(texts))[:MANY]}
    found = dict.fromkeys(texts, 0)
    for text, mine in words.items():
        shares = [len(mine & other) / len(mine | other) for other in words.values() if mine | other]
        found[text] = round(10 * sum(shares) / max(1, len(shares)))
    return found


def figure_wording(figures: Sequence[Figure], origins: Origins) -> str:
    """The sentence that heads a quantity: in the language of most pages, with as many of its values as one sentence
    tells (15 of 23 ships, where others say 23), with the value that most of them have, in the report's own words before
    somebody's quoted ones, from a lead before a headline and what stands further down; none that only opens a list."""
    pile = origins.pile
    if len(figures) > 1:
        main = _main_language([figure.source for figure in figures], pile)
        told = [figure for figure in figures if pile.document(figure.source).document.language == main]
        pages = Counter(value for _, value in {(figure.source, _value(figure)) for figure in told})
        sides = {one.id: _sides(one, told, pile) if len(pages) > 1 else 0 for one in told}
        figures = sorted(
            told,
            key=lambda one: (
                -sides[one.id],
                -pages[_value(one)],
                _is_quoted(one, pile),
                _place(one, origins),
                one.id,
            ),
        )[:FEW]
    told_in = [sentence_of(figure, pile) for figure in figures]
    handy = [text for text in told_in if len(text) < HANDY_LENGTH]
    return next((text for text in handy if not text.endswith(":")), handy[0] if handy else told_in[0])


def _value(figure: Figure) -> tuple[str, float]:
    return figure.unit or "", figure.value


def _sides(figure: Figure, told: Sequence[Figure], pile: Pile) -> int:
    """How many of the values that the pages tell stand in the sentence of this one, as a number of any kind."""
    numbers = {number for one in told for number in _NUMBER.findall(one.text)[:1]}
    return len(numbers.intersection(_NUMBER.findall(sentence_of(figure, pile))))


def _is_quoted(figure: Figure, pile: Pile) -> bool:
    statement = pile.mark(figure.statement) if figure.statement else None
    return isinstance(statement, Statement) and statement.kind is StatementKind.DIRECT


def _place(figure: Figure, origins: Origins) -> int:
    """The paragraph of the lead, by length; behind it what stands further down, and last a headline, which is no
    sentence."""
    if origins.in_headline(figure):
        return LEAD + 1
    body = origins.pile.document(figure.source).document.of(Role.BODY)
    down = figure.start - body[0].start if body else LEAD
    return down // STEP if 0 <= down < LEAD else LEAD


def _main_language(sources: Sequence[str], pile: Pile) -> str | None:
    """The language of most of these pages' tellings."""
    tongues = Counter(pile.document(source).document.language for source in sources)
    return min(tongues, key=lambda code: (-tongues[code], code or ""))


def sentence_of(mark: Figure | Action, pile: Pile) -> str:
    """The sentence around a mark, inside its passage."""
    document = pile.document(mark.source).document
    around = next((p.span for p in document.passages if p.start <= mark.start and mark.end <= p.end), mark.span)
    text = around.cut(document.text)
    inside = mark.span.shifted(-around.start)
    for sentence in sentences(text, document.language or "en"):
        if sentence.touches(Span(inside.start, inside.end)):
            return " ".join(sentence.cut(text).split())
    return " ".join(mark.span.cut(document.text).split())
