"""What of a report is compared: its words by weight and place, its names and numbers, its day, weekday and place."""

import datetime as dt
import math
import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language.concepts import concept
from secondsource.language.occasions import empty_words, occasions
from secondsource.model.document import Document
from secondsource.model.mark import Moment, Statement, StatementKind
from secondsource.model.passage import Role
from secondsource.model.pile import MarkedDocument, Pile
from secondsource.model.published import Published
from secondsource.text import edtf
from secondsource.text.normalise import plain
from secondsource.text.skeleton import skeleton
from secondsource.text.tokens import words
from secondsource.text.transliterate import latin

FIRST_WORDS = 60
"""Words that count as the lead."""
MAX_WORDS = 4000
"""Words read of one report; the happening stands at the top."""
_BREAK = re.compile(r"[.!?:;\"“”«»„()\n–—-]\s*$")
_OUTLET = re.compile(r"(?<=\S)\s+[|–—-]\s+[^|\n–—-]{2,32}$")
"""What sites write behind a headline: their own name."""
_DIGIT = re.compile(r"\d")


class ReportKeys(Struct, frozen=True):
    """One report ready for comparison. `terms` are word keys with how much they weigh here, before rarity."""

    source: str
    language: str
    terms: dict[str, float]
    names: frozenset[str]
    """Those of `terms` that are written as names or hold a digit."""
    across: dict[str, float]
    """For comparing two languages: words by the concept they share with other languages, names by their consonants."""
    places: dict[str, str]
    """Where the text says its occasions took place, the dateline first: key and name as written."""
    where: str | None
    """The first of them, where the lead names it."""
    days: tuple[dt.date, ...]
    """The days on which it may have appeared, where they are few."""
    earliest: dt.date | None
    latest: dt.date | None
    weekday: int | None
    """The weekday that the lead names without a date: Monday is 0."""
    quotes: frozenset[str]
    """Word 4-grams of its direct quotes."""
    headline: str
    """Empty where the report has none."""
    opening: str
    """Its first line."""


class _Word(Struct, frozen=True):
    """A word of the reading copy: as written, its key, and whether it opens a sentence with a capital."""

    text: str
    key: str
    opens: bool


def report_keys(marked: MarkedDocument, pile: Pile) -> ReportKeys:
    """The keys of one report; its days are those that the pile has learnt by now."""
    document = marked.document
    language = document.language or "en"
    read = _read(document.reported.text)
    published = pile.published(document.id)
    terms, names = _weigh(read, empty_words(language))
    places = occasion_places(document, MAX_WORDS)
    return ReportKeys(
        source=document.id,
        language=language,
        terms=terms,
        names=names,
        across=_across(terms, names, language),
        places=places,
        where=next(iter(occasion_places(document, 2 * FIRST_WORDS).values()), None) if places else None,
        days=days_of(published),
        earliest=published.earliest if published else None,
        latest=published.latest if published else None,
        weekday=lead_weekday(marked),
        quotes=_quotes(marked),
        headline=document.headline.cut(document.text).strip() if document.headline else "",
        opening=opening_of(document),
    )


def redated(keys: ReportKeys, pile: Pile) -> ReportKeys:
    """The same keys with the days that the pile has learnt since."""
    published = pile.published(keys.source)
    earliest, latest = (published.earliest, published.latest) if published else (None, None)
    return replace(keys, days=days_of(published), earliest=earliest, latest=latest)


def days_of(published: Published | None) -> tuple[dt.date, ...]:
    """The days a publication may lie on, where the evidence leaves few; else none."""
    if published is None:
        return ()
    return published.days or edtf.days(published.edtf, 62)


def opening_of(document: Document) -> str:
    """The first line of the body."""
    passages = document.of(Role.SUBHEAD, Role.BODY) or document.of(Role.STANDFIRST)
    return document.text[passages[0].start : passages[0].end].strip().split("\n")[0] if passages else ""


@lru_cache(maxsize=65536)
def key_of(word: str) -> str:
    """One key for a word's spellings: case, accents, possessive and plural endings taken off."""
    key = plain(word)
    if key.endswith("'s"):
        key = key[:-2]
    if len(key) > 4 and key.endswith("ies"):
        return key[:-3] + "y"
    if len(key) > 3 and key.endswith("s") and not key.endswith(("ss", "us", "is")):
        return key[:-1]
    return key


def _read(text: str) -> list[_Word]:
    found: list[_Word] = []
    end = 0
    first, line_feed, rest = text.partition("\n")
    text = _OUTLET.sub(lambda match: " " * len(match[0]), first) + line_feed + rest
    for span in words(text)[:MAX_WORDS]:
        raw = span.cut(text)
        small = raw[0].islower()
        opens = not small and (end == 0 or _BREAK.search(text[max(0, end - 1) : span.start]) is not None)
        found.append(_Word(raw, key_of(raw), opens))
        end = span.end
    return found


def _weigh(read: list[_Word], empty: frozenset[str]) -> tuple[dict[str, float], frozenset[str]]:
    """Terms with the root of their count, more where they first stand near the top; and which of them are names: more
    often written with a capital inside a sentence than without one."""
    counts: dict[str, int] = {}
    first: dict[str, int] = {}
    capitals: dict[str, int] = {}
    for at, word in enumerate(read):
        if len(word.key) < 2 or word.key in empty or word.text.casefold() in empty:
            continue
        counts[word.key] = counts.get(word.key, 0) + 1
        first.setdefault(word.key, at)
        if word.text[0].islower():
            capitals[word.key] = capitals.get(word.key, 0) - 1
        elif not word.opens:
            capitals[word.key] = capitals.get(word.key, 0) + 1
    terms = {key: math.sqrt(count) * (1.0 + 0.7 * math.exp(-first[key] / 100)) for key, count in counts.items()}
    names = frozenset(key for key in counts if capitals.get(key, 0) > 0 or _DIGIT.search(key))
    return terms, names


def _across(terms: dict[str, float], names: frozenset[str], language: str) -> dict[str, float]:
    """Words of a shared meaning by their concept, other names by their consonants."""
    found: dict[str, float] = {}
    for term in sorted(terms):
        shared = concept(latin(term), language)
        key = f"={shared}" if shared else skeleton(term) if term in names else ""
        if len(key) > 1:
            found[key] = max(found.get(key, 0.0), terms[term])
    return found


def lead_weekday(marked: MarkedDocument) -> int | None:
    """The weekday named in the lead, where the lead names exactly one."""
    body = marked.document.of(Role.STANDFIRST, Role.DATELINE, Role.BODY)
    if not body:
        return None
    end = body[0].start + FIRST_WORDS * 8
    found = {
        int(moment.relation[8])
        for moment in marked.marks.of(Moment)
        if body[0].start <= moment.start < end and moment.relation and re.match(r"weekday:\d(?:$|:)", moment.relation)
    }
    return found.pop() if len(found) == 1 else None


def _quotes(marked: MarkedDocument) -> frozenset[str]:
    found: set[str] = set()
    for statement in marked.marks.of(Statement):
        if statement.kind is StatementKind.INDIRECT:
            continue
        keys = [key_of(span.cut(statement.text)) for span in words(statement.text)]
        found.update(" ".join(keys[at : at + 4]) for at in range(len(keys) - 3))
    return frozenset(found)


def occasion_places(document: Document, most_words: int) -> dict[str, str]:
    """Names that the text gives as the place of something: the dateline, then "visit to Berlin" and "Washington visit",
    then "in Berlin" anywhere in the lead."""
    table = occasions(document.language)
    empty = empty_words(document.language)
    nouns, links, fill = set(table.occasion_nouns), set(table.place_prepositions), set(table.place_fillers)
    text = document.reported.text
    spans = words(text)[:most_words]
    raw = [span.cut(text) for span in spans]
    low = [word.casefold() for word in raw]
    found: dict[str, str] = {}
    for passage in document.of(Role.DATELINE):
        dateline = passage.span.cut(document.text)
        opening = [span.cut(dateline) for span in words(dateline)[:1]]
        found.update((key_of(word), word.title()) for word in opening if word.isupper() and len(word) > 2)
    for at, word in enumerate(low):
        if word not in nouns and (not word.endswith("s") or word[:-1] not in nouns):
            continue
        if at and raw[at - 1][0].isupper() and low[at - 1] not in fill and not raw[at][0].isupper():
            _note(found, raw[at - 1], empty)
        for link in range(at + 1, min(at + 6, len(raw) - 1)):
            if low[link] in links:
                name = link + 1
                while name < len(raw) - 1 and low[name] in fill:
                    name += 1
                if raw[name][0].isupper():
                    _note(found, raw[name], empty)
                    break
    body = len(document.headline.cut(document.text)) if document.headline else 0
    lead = [at for at in range(len(raw) - 1) if spans[at].start >= body][: 2 * FIRST_WORDS]
    for at in lead:
        if low[at] in links and raw[at + 1][0].isupper():
            _note(found, raw[at + 1], empty)
    return found


def _note(places: dict[str, str], word: str, empty: frozenset[str]) -> None:
    """A place as written; no owner, no calendar word and no abbreviation (an organisation holds its summit)."""
    if word[-2:] in ("'s", "’s"):
        return
    if word.casefold() not in empty and not (word.isupper() and len(word) > 2) and not _DIGIT.search(word):
        places.setdefault(key_of(word), word)
