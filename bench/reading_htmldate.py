"""Dates of HTML pages: share of pages whose day is found. The peer is htmldate, on the same pages."""

import datetime as dt
from typing import Any

from bench.harness import Measured, Request, main
from secondsource.model.document import Document
from secondsource.model.source import Given, RawSource
from secondsource.reading.stage import ReadPage


def read(record: dict[str, Any]) -> Document | None:
    """The page as our reader reads it, with its address."""
    html = record["html"].encode("utf-8", "surrogatepass")
    given = Given(url=record.get("url"))
    return ReadPage().read(RawSource("page", "page", "page", None, "", "text/html", html, given)).document


def ours(record: dict[str, Any]) -> dt.date | None:
    """Our single day; None where we give none or several."""
    document = read(record)
    found = document.published if document is not None else None
    return found.earliest if found is not None and found.earliest == found.latest else None


def peer(record: dict[str, Any]) -> dt.date | None:
    """htmldate's day. ImportError where it is not installed."""
    from htmldate import find_date  # noqa: PLC0415  # a peer, installed for benches only

    try:
        found = find_date(record["html"], original_date=True, url=record.get("url"))
    except Exception:  # a peer's failure on a page is its answer for it
        return None
    return dt.date.fromisoformat(found) if found else None


def measure(request: Request) -> list[Measured]:
    """Both figures."""
    records = [record for record in request.records() if record.get("date")]
    rows = [(record, str(record["date"])[:10], ours(record)) for record in records]
    wrong = [row for row in rows if row[2] is None or row[2].isoformat() != row[1]]
    for record, gold, found in wrong[: request.worst]:
        print(f"--- gold {gold} ours {found} {record.get('url')}")
        document = read(record)
        for reason in document.published.reasons if document and document.published else ():
            print(f"    {reason.why}")
    share = 1 - len(wrong) / len(rows)
    command = "python -m bench.reading_htmldate"
    return [Measured("date of page", request.gold_name, "same day", "rules", share, _peer(rows), "htmldate", command)]


def _peer(rows: list[tuple[dict[str, Any], str, dt.date | None]]) -> float | None:
    try:
        same = sum(1 for record, gold, _ in rows if (day := peer(record)) is not None and day.isoformat() == gold)
    except ImportError:
        return None
    return same / len(rows)


if __name__ == "__main__":
    main(measure, "reading/htmldate_default_400")
