"""What of a report is compared: its words by weight and place, its names and numbers, its day, weekday and place."""

import datetime as dt
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language.concepts import concept
from secondsource.language.occasions import empty_words
from secondsource.model.document import Document
from secondsource.model.mark import Moment, Statement, StatementKind
from secondsource.model.passage import Role
from secondsource.model.pile import MarkedDocument, Pile
from secondsource.model.published import Published
from secondsource.text import edtf
from secondsource.text.skeleton import skeleton
from secondsource.text.tokens import written_words
from secondsource.text.transliterate import latin

from .headline import told
from .place import dateline_places, places_in
from .spelling import key_of

FIRST_WORDS = 60
"""Words that count as the lead where it names its weekday and its place."""
LEAD_NAMES = 50
"""Words in which a report names those whom it is about."""
MAX_WORDS = 4000
"""Words read of one report; the happening stands at the top."""
_READ = re.compile(r"(?P<stop>[.!?:;\"“”«»„()\n–—-]\s*)?(?P<word>[^\W_]+(?:[’'][^\W\d_]+)?)")
"""A word, and what stops the sentence or its part right before it, if anything."""
BEGINNING = 300
"""Characters of a report, its headline first, that are taken to say what happened."""
FEW_TERMS = 14
"""Terms up to which a report says no more than a headline."""
_DIGIT = re.compile(r"\d")
_OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d)$")


class ReportKeys(Struct, frozen=True):
    """One report ready for comparison. `terms` are word keys with how much they weigh here, before rarity."""

    source: str
    language: str
    terms: dict[str, float]
    names: frozenset[str]
    """Those of `terms` that are written as names or hold a digit."""
    lead: frozenset[str]
    """Those of `names` that stand in the first `LEAD_NAMES` words: whom the report is about."""
    across: dict[str, float]
    """For comparing two languages: words by the concept they share with other languages, names by their consonants.
    Empty where all reports are in one language."""
    places: dict[str, str]
    """Where the text says its occasions took place, the dateline first: key and name as written."""
    where: str | None
    """The first of them, where the lead names it."""
    minute: int | None
    """Minutes since midnight, universal time, of its one day of publication, where the page states them."""
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
    beginning: str
    """Its first characters, the headline without what its site writes around it."""

    @property
    def brief(self) -> bool:
        """Whether it is a headline alone, or hardly more."""
        return not self.opening or len(self.terms) <= FEW_TERMS


class _Word(Struct, frozen=True):
    """A word form: its key, None where it says nothing, and whether it is written small."""

    key: str | None
    small: bool


def report_keys(marked: MarkedDocument, pile: Pile) -> ReportKeys:
    """The keys of one report; its days are those that the pile has learnt by now."""
    document = marked.document
    language = document.language or "en"
    text = _headline_told(document.reported.text, language)
    read: list[tuple[str, str]] = _READ.findall(text)[:MAX_WORDS]
    headline = len(document.headline.cut(document.text)) if document.headline else 0
    body = len(written_words(text[:headline])) if headline else 0
    published = pile.published(document.id)
    terms, names, lead = _weigh(read, language)
    first = dateline_places(document)
    raw = [word for _, word in read]
    places = places_in(raw, document.language, first, body)
    early = places_in(raw[: 2 * FIRST_WORDS], document.language, first, body) if places else {}
    return ReportKeys(
        source=document.id,
        language=language,
        terms=terms,
        names=names,
        lead=lead,
        across={},
        places=places,
        where=next(iter(early.values()), None),
        minute=_universal_minute(published),
        days=days_of(published),
        earliest=published.earliest if published else None,
        latest=published.latest if published else None,
        weekday=lead_weekday(marked),
        quotes=_quotes(marked),
        headline=document.headline.cut(document.text).strip() if document.headline else "",
        opening=opening_of(document),
        beginning=text[:BEGINNING].strip(),
    )


def _headline_told(text: str, language: str) -> str:
    """The text with as many spaces as its first line has characters that do not tell what happened."""
    first, line_feed, rest = text.partition("\n")
    span = told(first, language)
    return " " * span.start + span.cut(first) + " " * (len(first) - span.end) + line_feed + rest


def redated(keys: ReportKeys, pile: Pile) -> ReportKeys:
    """The same keys with the days that the pile has learnt since."""
    published = pile.published(keys.source)
    earliest, latest = (published.earliest, published.latest) if published else (None, None)
    minute = _universal_minute(published)
    return replace(keys, days=days_of(published), earliest=earliest, latest=latest, minute=minute)


def _universal_minute(published: Published | None) -> int | None:
    """Minutes since midnight in universal time; below 0 or above a day where the zone moves them over midnight."""
    if published is None or published.minute is None or published.earliest != published.latest:
        return None
    offset = _OFFSET.match(published.zone or "")
    if offset is None:
        return published.minute
    ahead = int(offset["hours"]) * 60 + int(offset["minutes"])
    return published.minute - (ahead if offset["sign"] == "+" else -ahead)


def days_of(published: Published | None) -> tuple[dt.date, ...]:
    """The days a publication may lie on, where the evidence leaves few; else none."""
    if published is None:
        return ()
    return published.days or edtf.days(published.edtf, 62)


def opening_of(document: Document) -> str:
    """The first line of the body."""
    passages = document.of(Role.SUBHEAD, Role.BODY) or document.of(Role.STANDFIRST)
    return document.text[passages[0].start : passages[0].end].strip().split("\n")[0] if passages else ""


def _weigh(read: Sequence[tuple[str, str]], language: str) -> tuple[dict[str, float], frozenset[str], frozenset[str]]:
    """Terms with the root of their count, more where they first stand near the top; which of them are names: more
    often written with a capital inside a sentence than without one; and which names the lead has."""
    found = [_form(word, language) for _, word in read]
    keys = [form.key for form in found]
    counts = Counter(keys)
    counts.pop(None, None)
    first = dict(zip(reversed(keys), range(len(keys) - 1, -1, -1), strict=True))
    small = Counter(form.key for form in found if form.small)
    inside = [not stop for stop, _ in read]
    inside[:1] = [False]
    capitals = Counter(form.key for form, within in zip(found, inside, strict=True) if within and not form.small)
    terms = {key: math.sqrt(count) * (1.0 + 0.7 * math.exp(-first[key] / 100)) for key, count in counts.items() if key}
    names = frozenset(key for key in terms if capitals[key] > small[key] or _DIGIT.search(key))
    return terms, names, names.intersection(keys[:LEAD_NAMES])


@lru_cache(maxsize=1 << 16)
def _form(word: str, language: str) -> _Word:
    key, empty = key_of(word), empty_words(language)
    says_nothing = len(key) < 2 or key in empty or word.casefold() in empty
    return _Word(None if says_nothing else key, word[0].islower())


def met_across(reports: Mapping[str, ReportKeys]) -> dict[str, ReportKeys]:
    """The same reports, ready to be compared across languages where there are several."""
    if len({keys.language for keys in reports.values()}) < 2:
        return dict(reports)
    return {source: replace(keys, across=_across(keys)) for source, keys in reports.items()}


def _across(keys: ReportKeys) -> dict[str, float]:
    """Words of a shared meaning by their concept, other names by their consonants."""
    found: dict[str, float] = {}
    for term, weight in keys.terms.items():
        key = _meeting(term, keys.language, term in keys.names)
        if key:
            found[key] = max(found.get(key, 0.0), weight)
    return dict(sorted(found.items()))


@lru_cache(maxsize=1 << 16)
def _meeting(term: str, language: str, named: bool) -> str:
    """Where a term meets those of other languages; empty where it does not."""
    shared = concept(latin(term), language)
    key = f"={shared}" if shared else skeleton(term) if named else ""
    return key if len(key) > 1 else ""


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
        keys = [key_of(word) for word in written_words(statement.text)]
        found.update(" ".join(keys[at : at + 4]) for at in range(len(keys) - 3))
    return frozenset(found)
