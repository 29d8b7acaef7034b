"""Temporal expressions against TimeML gold: relaxed, strict and value F1 as TempEval-3 counts them.

Relaxed: spans that share a character, one to one. Strict: the same characters. Value: relaxed pairs whose TIMEX3 value
is also the same, over all found and all in the gold. Gold records are {id, published, text, timexes [start end type
value]}. `--gold` takes any file of that form; a name that ends in a language code (`…_de`) tells the language.
"""

import datetime as dt
import importlib
import re
from collections.abc import Callable, Iterable
from typing import Any

from bench.harness import Measured, Request, main
from bench.recognizers_peer import load
from secondsource.marking.moments.stage import MarkMoments
from secondsource.model.document import Document
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import Marks
from secondsource.model.published import Published
from secondsource.model.source import Source

Timex = tuple[int, int, str | None]
Finder = Callable[[str, str, str], list[Timex]]
"""Text, day of publication and language to (start, end, value)."""


def document(text: str, published: str | None, language: str) -> Document:
    """A document of one body passage, published on a known day."""
    source = Source("bench", "bench", "bench", None, "", "text/plain", "utf-8")
    when = None
    if published:
        day = dt.date.fromisoformat(published[:10])
        when = Published(day.isoformat(), day, day, (), (day,))
    passages = (Passage(0, len(text), Role.BODY),) if text else ()
    return Document(source, text, language, passages, published=when)


def ours(text: str, published: str, language: str) -> list[Timex]:
    """What secondsource finds."""
    marks = MarkMoments().mark(document(text, published, language), Marks()).marks
    return [(mark.start, mark.end, getattr(mark, "timex", None)) for mark in marks]


def recognizers(text: str, published: str, language: str) -> list[Timex]:
    """What Microsoft's recognizers find (recognizers-text-date-time)."""
    recognize_datetime = load("recognizers_date_time").recognize_datetime
    culture = {"en": "en-us", "de": "de-de", "fr": "fr-fr", "es": "es-es"}[language]
    when = dt.datetime.fromisoformat(published[:10])
    found: list[Timex] = []
    for part in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text):  # whole documents take it minutes
        for model in recognize_datetime(part[0], culture, reference=when):
            values = (model.resolution or {}).get("values") or [{}]
            start = part.start() + model.start
            found.append((start, part.start() + model.end + 1, _plain(values[0])))
    return found


def _plain(value: dict[str, str]) -> str | None:
    """A resolved day where it gives one, else its own TIMEX; of a range, the month, quarter or year it covers."""
    if value.get("type") == "date":
        return value.get("value")
    timex = value.get("timex") or ""
    first, last = value.get("start"), value.get("end")
    if timex.startswith("(") and first and last:
        start, end = dt.date.fromisoformat(first[:10]), dt.date.fromisoformat(last[:10])
        if (end - start).days in {90, 91, 92} and start.day == 1:
            return f"{start.year}-Q{(start.month + 2) // 3}"
        return timex.strip("()").rsplit(",", maxsplit=1)[-1]
    if timex.startswith("XXXX") and first:
        return first[:7]
    return timex or None


def dateparser_search(text: str, published: str, language: str) -> list[Timex]:
    """What dateparser's search finds."""
    search_dates = importlib.import_module("dateparser.search").search_dates
    base = dt.datetime.fromisoformat(published[:10])
    found: list[Timex] = []
    at = 0
    for written, when in search_dates(text, languages=[language], settings={"RELATIVE_BASE": base}) or []:
        start = text.find(written, at)
        if start >= 0:
            at = start + len(written)
            found.append((start, at, when.date().isoformat()))
    return found


def pairs(gold: list[Timex], found: list[Timex]) -> list[tuple[Timex, Timex]]:
    """Each gold span with at most one found span it shares characters with: the same span first, then in order."""
    free = sorted(found, key=lambda one: (one[0], one[1]))
    matched: list[tuple[Timex, Timex]] = []
    rest: list[Timex] = []
    for one in gold:
        same = next((other for other in free if other[:2] == one[:2]), None)
        if same:
            free.remove(same)
            matched.append((one, same))
        else:
            rest.append(one)
    for one in rest:
        near = next((other for other in free if other[0] < one[1] and one[0] < other[1]), None)
        if near:
            free.remove(near)
            matched.append((one, near))
    return matched


def scores(golds: Iterable[list[Timex]], founds: Iterable[list[Timex]]) -> tuple[float, float, float]:
    """Relaxed, strict and value F1 over all documents together."""
    in_gold = in_found = relaxed = strict = value = 0
    for gold, found in zip(golds, founds, strict=True):
        in_gold += len(gold)
        in_found += len(found)
        for one, other in pairs(gold, found):
            relaxed += 1
            strict += one[:2] == other[:2]
            value += one[2] == other[2]
    total = in_gold + in_found
    return (2 * relaxed / total, 2 * strict / total, 2 * value / total) if total else (0.0, 0.0, 0.0)


def language_of(gold_name: str) -> str:
    """The language that a gold's name ends in; English where it names none."""
    match = re.search(r"_([a-z]{2})(?:_\w+)?$", gold_name)
    return match[1] if match and match[1] in {"de", "fr", "es", "it", "pt", "nl"} else "en"


def measure(request: Request) -> list[Measured]:
    """Three figures, and the better of the peers for each."""
    language = "de" if "krauts" in request.gold_name else language_of(request.gold_name)
    records = request.records()
    golds = [_gold(record) for record in records]
    found = [ours(record["text"], record.get("published") or "", language) for record in records]
    own = scores(golds, found)
    peer, peer_name = _peer(records, golds, language)
    if request.worst:
        show_worst(records, golds, found, request.worst)
    command = f"python -m bench.moments_timeml --gold {request.gold_name}"
    names = ("relaxed F1", "strict F1", "value F1")
    return [
        Measured("moments", request.gold_name, name, "rules", own[at], peer[at] if peer else None, peer_name, command)
        for at, name in enumerate(names)
    ]


def _gold(record: dict[str, Any]) -> list[Timex]:
    return [(start, end, value) for start, end, _, value in record["timexes"]]


def _peer(
    records: list[dict[str, Any]], golds: list[list[Timex]], language: str
) -> tuple[tuple[float, float, float] | None, str | None]:
    candidates: list[tuple[str, Finder]] = [
        ("recognizers-text-date-time", recognizers),
        ("dateparser", dateparser_search),
    ]
    for name, finder in candidates:
        try:
            return scores(
                golds, [finder(one["text"], one.get("published") or "2000-01-01", language) for one in records]
            ), name
        except ImportError:
            continue
    return None, None


def show_worst(records: list[dict[str, Any]], golds: list[list[Timex]], founds: list[list[Timex]], count: int) -> None:
    """Print the documents with most faults: what was missed, what was too much, what came out otherwise."""
    order = sorted(range(len(records)), key=lambda at: -_faults(golds[at], founds[at]))
    for at in order[:count]:
        text = records[at]["text"]
        print(f"== {records[at]['id']} published {records[at]['published']}")
        matched = pairs(golds[at], founds[at])
        for one in golds[at]:
            other = next((found for gold, found in matched if gold == one), None)
            if other is None or other != one:
                print(f"   gold {_shown(text, one)}   found {_shown(text, other)}")
        for other in founds[at]:
            if other not in [found for _, found in matched]:
                print(f"   gold -   found {_shown(text, other)}")


def _faults(gold: list[Timex], found: list[Timex]) -> int:
    matched = pairs(gold, found)
    return len(gold) + len(found) - 2 * sum(one == other for one, other in matched)


def _shown(text: str, one: Timex | None) -> str:
    return "-" if one is None else f"{text[one[0] : one[1]]!r} {one[2]}"


if __name__ == "__main__":
    main(measure, "moments/timebank")
