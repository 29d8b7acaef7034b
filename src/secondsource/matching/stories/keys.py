"""What of an event is compared: the names, actors and topic words that its reports have in common, and its days."""

import datetime as dt
import math
import re
from collections import Counter
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from secondsource.language.occasions import empty_words
from secondsource.model.group import Actor, Event
from secondsource.model.mark import Mention
from secondsource.model.pile import MarkedDocument, Pile
from secondsource.text.normalise import plain
from secondsource.text.tokens import written_words

MAX_WORDS = 1200
"""Words read of one report."""
_PLURAL = re.compile(r"(?<=[^s])s$")
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
        reports, times = Counter(chain.from_iterable(counts)), _added(counts)
        for term, number in reports.items():
            if number >= CORE * len(counts):
                terms[term] = max(terms.get(term, 0.0), math.sqrt(times[term] / len(counts)))
    return EventKeys(
        event=event.id,
        actors={actor: count / len(documents) for actor, count in sorted(actors.items())},
        terms=terms,
        languages=frozenset(languages),
        earliest=event.when.earliest if event.when else None,
        latest=event.when.latest if event.when else None,
    )


def _added(counts: list[Counter[str]]) -> Counter[str]:
    """How often each term stands in all of them."""
    if len(counts) == 1:
        return counts[0]
    added: Counter[str] = Counter()
    for count in counts:
        added.update(count)
    return added


def word_counts(marked: MarkedDocument) -> Counter[str]:
    """Content words of the report, folded, plural endings taken off."""
    language = marked.document.language or "en"
    found: Counter[str] = Counter()
    for word, times in Counter(written_words(marked.document.reported.text)[:MAX_WORDS]).items():
        key = _content(word, language)
        if key:
            found[key] += times
    return found


@lru_cache(maxsize=1 << 16)
def _content(word: str, language: str) -> str:
    """The key of a content word; empty where the word says nothing. Words come again and again."""
    empty = empty_words(language)
    key = _PLURAL.sub("", plain(word).removesuffix("'s"))
    return key if len(key) > 1 and word.casefold() not in empty and key not in empty and not key.isdigit() else ""


def _actors(document: MarkedDocument, pile: Pile) -> set[str]:
    groups = (pile.group_of.get((Actor, mention.id)) for mention in document.marks.of(Mention))
    return {group.id for group in groups if group is not None}
