"""Dates of stripped pages: does the interval hold the true day, and is it that single day?

Counted are the pages whose true day stands in their text, with day, month and year, in words or numbers (English or
German), and only the text is given. The peer, dateparser's search over the first 3,000 characters, takes the first
full date it finds.
"""

import datetime as dt
import re
from typing import Any

from bench.harness import Measured, Request, main
from secondsource.model.published import Published
from secondsource.model.source import Given
from secondsource.reading.dates import published
from secondsource.reading.passages_plain import label
from secondsource.reading.tongue import language_of

_MONTHS = ("jan", "feb", "m[aä]r", "apr", "ma[iy]", "jun", "jul", "aug", "sep", "o[ck]t", "nov", "de[cz]")
_HEAD = 3000


def stands_in(text: str, day: dt.date) -> bool:
    """Whether the text writes this very day."""
    y, m, d = day.year, day.month, day.day
    name = _MONTHS[m - 1]
    forms = (
        rf"\b{name}\w*\.?\s+0?{d}(?:st|nd|rd|th)?,?\s+{y}",
        rf"\b0?{d}(?:st|nd|rd|th)?\.?\s+{name}\w*\.?,?\s+{y}",
        rf"{y}[-/]{m:02}[-/]{d:02}",
        rf"\b0?{m}/0?{d}/(?:{y}|{y % 100:02})\b",
        rf"\b0?{d}[./]0?{m}[./](?:{y}|{y % 100:02})\b",
    )
    return re.search("|".join(forms), text, re.IGNORECASE) is not None


def true_day(record: dict[str, Any]) -> dt.date | None:
    """The gold day, None where gold has none."""
    try:
        return dt.date.fromisoformat(str(record["date"])[:10])
    except ValueError:
        return None


def told(text: str) -> Published | None:
    """Our answer from the text alone."""
    passages = label(text, None, Given())
    return published(text, passages, language_of(text, passages), Given(), ())[0]


def peer_day(text: str) -> dt.date | None:
    """The first full date that dateparser finds near the top; None where it finds none."""
    from dateparser.search import search_dates  # noqa: PLC0415  # a peer, installed for benches only

    settings = {"REQUIRE_PARTS": ["day", "month", "year"]}
    found = search_dates(text[:_HEAD], languages=["en", "de"], settings=settings)
    return found[0][1].date() if found else None


def measure(request: Request) -> list[Measured]:
    """Share of pages whose interval holds the day, and share where it is the day."""
    rows = []
    for record in request.records():
        day = true_day(record) if record.get("date") else None
        if day is not None and stands_in(record["text"], day):
            rows.append((record, day, told(record["text"])))
    holds = sum(1 for _, day, found in rows if found is not None and _allows(found, day)) / len(rows)
    exact = sum(1 for _, day, found in rows if found is not None and found.earliest == day == found.latest) / len(rows)
    for record, day, found in _worst(rows)[: request.worst]:
        print(f"--- {record['id']} gold {day} ours {found.edtf if found else None}")
        for reason in found.reasons if found else ():
            spans = [record["text"][max(0, s.start - 30) : s.end + 10] for s in reason.spans]
            print(f"    {reason.why} {spans}")
    peer = _peer(rows)
    command = "python -m bench.reading_dates"
    gold, name = request.gold_name, "first date, dateparser"
    return [
        Measured("date in stripped text", gold, "interval holds the day", "rules", holds, peer, name, command),
        Measured("date in stripped text", gold, "is the single day", "rules", exact, peer, name, command),
    ]


def _allows(found: Published, day: dt.date) -> bool:
    return day in found.days if found.days else found.earliest <= day <= found.latest


def _worst(rows: list[tuple[dict[str, Any], dt.date, Published | None]]) -> list[Any]:
    def badness(row: tuple[dict[str, Any], dt.date, Published | None]) -> int:
        _, day, found = row
        if found is None:
            return 1
        return 3 if not _allows(found, day) else 0 if found.earliest == found.latest else 2

    return [row for row in sorted(rows, key=badness, reverse=True) if badness(row)]


def _peer(rows: list[tuple[dict[str, Any], dt.date, Published | None]]) -> float | None:
    try:
        return sum(1 for record, day, _ in rows if peer_day(record["text"]) == day) / len(rows)
    except ImportError:
        return None


if __name__ == "__main__":
    main(measure, "reading/stripped_text_dev")
