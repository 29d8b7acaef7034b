"""Who tells a headline's figure: the party before its colon, or behind one."""

import re

from secondsource.language.offices import organisations
from secondsource.model.mark import ActorKind, Figure, Mention, MentionForm
from secondsource.model.span import Span

_LABEL = re.compile(r"\s?[:–—-]\s")
_CLOSED = frozenset(".!?”»")


def labelled(figure: Figure, sentence: Span, mentions: list[Mention], text: str) -> Mention | None:
    """The party that a headline names before a colon, or behind one or a dash: minister: 40 dead. A capital there says
    where it was: The Hague: five surfers drowned."""
    if text[sentence.end - 1 : sentence.end] in _CLOSED:
        return None
    for one in (mention for mention in mentions if _may_tell(mention)):
        opens = one.start == sentence.start and _LABEL.match(text, one.end)
        closes = one.end >= sentence.end - 1 and _LABEL.search(text, max(figure.end, one.start - 4), one.start + 1)
        if (opens and one.end < figure.start and ":" in text[one.end : one.end + 2]) or (
            closes and figure.end < one.start
        ):
            return one
    return None


def _may_tell(mention: Mention) -> bool:
    """Whether a label may say who tells it: an office, a person, data or a body that all know, not the house that a
    figure is of: "Florida club: 49 killed"."""
    if mention.kind is ActorKind.ORGANISATION and mention.form is MentionForm.NAME:
        return mention.name in organisations()
    return mention.kind is not ActorKind.STATE
