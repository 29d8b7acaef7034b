"""Dates and ranges against the specs of Microsoft's recognizers: pass rate in English, French and German.

Counted: the cases of the date, period, merged, date-time and holiday models in these languages that have a reference
day and whose only result is of type date or daterange with a first and a last day; each sentence once for a reference
day, also those that the set marks as unsupported in some of its own engines. Not counted: times, durations, sets,
ranges open at one end, sentences with several results or none. A case passes where the days found, from the first to
the last of all expressions, are one of the results that the spec allows (it often allows a past and a future one). The
end of a range is taken as included, as excluded, or as the first day of the last unit named, since the specs use each.
"In three weeks", "two years ago" are that week, that year here and one day of it in the specs: they pass where the unit
holds the day.
"""

import ast
import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

from bench.harness import Measured, Request, main
from bench.moments_timeml import document
from bench.recognizers_peer import load
from secondsource.marking.moments.stage import MarkMoments
from secondsource.model.mark import Moment
from secondsource.model.pile import Marks
from secondsource.text import edtf

LANGUAGES = {"English": "en", "French": "fr", "German": "de"}
_CULTURES = {"en": "en-us", "fr": "fr-fr", "de": "de-de"}
_MODELS = ("DateParser", "DatePeriodParser", "DateTimeModel", "MergedParser", "HolidayParser")
_KINDS = ("date", "daterange")
_COUNTED = re.compile(r"(week|month|quarter|year|decade):[+-]\d+")
Range = tuple[dt.date, dt.date]


def cases(records: Iterable[dict[str, Any]], language: str) -> list[tuple[str, dt.date, set[Range]]]:
    """Input, reference day and allowed (start, end) of the cases that count, each input and reference once."""
    found: dict[tuple[str, dt.date], set[Range]] = {}
    for record in records:
        if LANGUAGES.get(record["language"]) != language or record["model"] not in _MODELS:
            continue
        reference = (record.get("Context") or {}).get("ReferenceDateTime")
        results = _list(record["Results"])
        if not reference or len(results) != 1:
            continue
        allowed = _allowed(results[0])
        if allowed:
            key = (record["Input"], dt.date.fromisoformat(reference[:10]))
            found.setdefault(key, set()).update(allowed)
    return [(text, day, allowed) for (text, day), allowed in sorted(found.items(), key=lambda one: one[0])]


def _list(results: Any) -> list[dict[str, Any]]:
    return ast.literal_eval(results) if isinstance(results, str) else list(results)


def _allowed(result: dict[str, Any]) -> set[Range]:
    kind = (result.get("TypeName") or result.get("Type") or "").removeprefix("datetimeV2.")
    if kind not in _KINDS:
        return set()
    value = result.get("Value") or {}
    options = [value.get(name) for name in ("FutureResolution", "PastResolution")]
    options += (result.get("Resolution") or {}).get("values") or []
    return {found for option in options if option and (found := _range(option)) and found[0].year > 1}


def _range(option: dict[str, str]) -> Range | None:
    first = option.get("date") or option.get("startDate") or option.get("start") or option.get("value")
    last = option.get("date") or option.get("endDate") or option.get("end") or option.get("value")
    try:
        return dt.date.fromisoformat((first or "")[:10]), dt.date.fromisoformat((last or "")[:10])
    except ValueError:
        return None


def passes(moments: list[Moment], allowed: set[Range]) -> bool:
    """Whether what was found covers one of the allowed ranges."""
    spans = [edtf.extent(one.edtf.partition("T")[0]) for one in moments if one.edtf]
    known = [(one.earliest, one.latest) for one in spans if one and one.earliest and one.latest]
    if not known:
        return False
    first = min(one[0] for one in known)
    last = max(known, key=lambda one: one[1])
    ends = {last[1], last[1] + dt.timedelta(days=1), last[0]}
    if any(start == first and end in ends for start, end in allowed):
        return True
    counted = len(known) == 1 and any(_COUNTED.fullmatch(one.relation or "") for one in moments)
    return counted and any(start == end and first <= start <= last[1] for start, end in allowed)


def ours(text: str, reference: dt.date, language: str) -> list[Moment]:
    """What secondsource finds in a text written on the reference day."""
    marks = MarkMoments().mark(document(text, reference.isoformat(), language), Marks()).marks
    return [mark for mark in marks if isinstance(mark, Moment)]


def peer_passes(text: str, reference: dt.date, language: str, allowed: set[Range]) -> bool:
    """Whether Microsoft's own engine (its Python port) finds one of the allowed ranges. Raises ImportError."""
    recognize = load("recognizers_date_time").recognize_datetime
    when = dt.datetime.combine(reference, dt.time())
    try:
        found = recognize(text, _CULTURES[language], reference=when)
    except Exception:  # the port fails on some of its own cases
        return False
    values = [value for one in found for value in (one.resolution or {}).get("values") or []]
    return any(_range(value) in allowed for value in values)


def measure(request: Request) -> list[Measured]:
    """The pass rate of each language."""
    records = request.records()
    rows: list[Measured] = []
    for language in LANGUAGES.values():
        counted = cases(records, language)
        if not counted:
            continue
        results = [passes(ours(text, day, language), allowed) for text, day, allowed in counted]
        if request.worst:
            _show([case for case, right in zip(counted, results, strict=True) if not right][: request.worst], language)
        try:
            peers = [peer_passes(text, day, language, allowed) for text, day, allowed in counted]
            peer, name = sum(peers) / len(peers), "recognizers-text-date-time"
        except ImportError:
            peer, name = None, None
        metric = f"pass rate {language}, {len(counted)} cases"
        command = "python -m bench.moments_recognizers"
        rate = sum(results) / len(results)
        rows.append(Measured("moments", request.gold_name, metric, "rules", rate, peer, name, command))
    return rows


def _show(missed: list[tuple[str, dt.date, set[Range]]], language: str) -> None:
    for text, day, allowed in missed:
        found = [(one.text, one.edtf) for one in ours(text, day, language)]
        spec = sorted(f"{start}..{end}" for start, end in allowed)
        print(f"{language} {text!r} on {day}: spec {spec}  found {found}")


if __name__ == "__main__":
    main(measure, "moments/recognizers_specs")
