"""Whose a figure is that goes on from the one before it: the same party's, or another's whose verb is left out."""

import re

from msgspec.structs import replace

from secondsource.language.figures import FigureWords, figure_words
from secondsource.model.mark import Figure, Mention
from secondsource.model.span import Span

from .around import Around

_GAPPED = re.compile(r"[^.:!?]{0,40}[,;]\s(?:[^\W\d_]{1,4}['’\s]){0,2}(?:[^\W\d_]+\s[„“«\"‘]\s?)?")
"""What stands between a figure and a party that gives another, its verb left out."""
_CALLED = re.compile(r"^\s[„“«\"‘][^„“”«»\"]{2,40}[”“»\"’]")
"""The name in marks of the party right before it: the group “Bridge now”."""
_MARKS = ' \n“”„«»"’‘'


def has_source(figure: Figure) -> bool:
    """Whether something but a statement tells who gives a figure."""
    return figure.follows is not None or figure.source_mention is not None or figure.own_count is not None


def _another_counted(text: str, between: Span, words: FigureWords) -> bool:
    """Whether a noun of a party that no mention covers stands right before a figure, its verb left out: police counted
    900, the marshals 2,500."""
    last = re.split(r"[,;]\s", between.cut(text))
    opening = last[-1].lower().split()
    return len(last) > 1 and len(opening) in (2, 3) and opening[0] in words.definite


def beside(before: Figure, figure: Figure, mentions: list[Mention], around: Around, code: str) -> Figure:
    """What has no source of its own has that of the figure before it, unless another party stands between; where that
    party stands right before it, the verb is left out: police counted 900, the union 2,500."""
    between = Span(before.end, figure.start)
    others = [one for one in mentions if between.covers(one.span) and one.id != before.source_mention]
    if not others and _another_counted(around.document.text, between, figure_words(code)):
        return figure
    if not others:
        return replace(figure, follows=before.follows, source_mention=before.source_mention, own_count=before.own_count)
    text, last = around.document.text, others[-1]
    behind = _CALLED.sub("", text[last.end : figure.start]).strip(_MARKS)
    right_before = not behind and _GAPPED.fullmatch(text, before.end, last.start)
    return replace(figure, source_mention=last.id) if right_before and has_source(before) else figure
