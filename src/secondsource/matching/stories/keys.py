"""What of an event is compared: the names, actors and topic words that its reports have in common, and its days."""

import datetime as dt
import math
import re
from collections import Counter

from msgspec import Struct

from secondsource.language.occasions import empty_words
from secondsource.model.group import Actor, Event
from secondsource.model.mark import Mention
from secondsource.model.pile import MarkedDocument, Pile
from secondsource.text.normalise import plain
from secondsource.text.tokens import words

MAX_WORDS = 1200
"""Words read of one report."""
CORE = 0.5
"""A term belongs to an event where at least this share of its reports have it."""


class EventKeys(Struct, frozen=True):
    """One event ready for comparison."""

    event: str
    actors: dict[str, float]
    """Actor ids, by the share of reports that name them."""
    terms: dict[str, float]
    """Word keys that stand in at least half of the reports of one language, by their root count."""
    languages: frozenset[str]
    earliest: dt.date | None
    latest: dt.date | None


def event_keys(event: Event, pile: Pile, read: dict[str, Counter[str]]) -> EventKeys:
    """The keys of an event; `read` holds the word counts of its sources."""
    documents = [pile.document(member) for member in event.members]
    actors: Counter[str] = Counter()
    for document in documents:
        actors.update(_actors(document, pile))
    languages = sorted({document.document.language or "en" for document in documents})
    terms: dict[str, float] = {}
    for language in languages:
        counts = [read[document.id] for document in documents if (document.document.language or "en") == language]
        total: Counter[str] = Counter()
        for count in counts:
            total.update(count.keys())
        for term, number in total.items():
            if number >= CORE * len(counts):
                mean = sum(count[term] for count in counts) / len(counts)
                terms[term] = max(terms.get(term, 0.0), math.sqrt(mean))
    return EventKeys(
        event=event.id,
        actors={actor: count / len(documents) for actor, count in sorted(actors.items())},
        terms=terms,
        languages=frozenset(languages),
        earliest=event.when.earliest if event.when else None,
        latest=event.when.latest if event.when else None,
    )


def word_counts(marked: MarkedDocument) -> Counter[str]:
    """Content words of the report, folded, plural endings taken off."""
    text = marked.document.reported.text
    empty = empty_words(marked.document.language or "en")
    found: Counter[str] = Counter()
    for span in words(text)[:MAX_WORDS]:
        raw = span.cut(text)
        key = re.sub(r"(?<=[^s])s$", "", plain(raw).removesuffix("'s"))
        if len(key) > 1 and raw.casefold() not in empty and key not in empty and not key.isdigit():
            found[key] += 1
    return found


def _actors(document: MarkedDocument, pile: Pile) -> set[str]:
    groups = (pile.group_of.get((Actor, mention.id)) for mention in document.marks.of(Mention))
    return {group.id for group in groups if group is not None}
