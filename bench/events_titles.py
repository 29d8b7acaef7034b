"""Headlines of one happening in nine languages: B³ F1 of the event matcher, beside TF-IDF in a stream."""

import datetime as dt
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from bench.events_reports import events, print_worst, report, score
from bench.harness import Measured, Request, main
from secondsource.model.made import Grade

CODES = {"eng": "en", "por": "pt", "spa": "es", "fra": "fr", "rus": "ru", "deu": "de", "slv": "sl", "ara": "ar"}
"""ISO 639-3 to 639-1."""
PEER = "TF-IDF, streaming nearest cluster"
PEER_LEAST, PEER_HOURS = 0.4, 72.0


def measure(request: Request) -> Sequence[Measured]:
    """All headlines as one pile, each a report of its title alone on its day; scored on the English ones and on all."""
    records = request.records()
    for record in records:
        record["id"], record["text"] = record["uri"], record["title"]
    reports = [
        report(record["id"], record["title"].rstrip("."), record["time"], CODES.get(record["lang"], record["lang"]))
        for record in records
    ]
    graded = {grade: found for grade in Grade if (found := events(reports, grade)) is not None}
    if request.worst:
        print_worst(records, "cluster", list(graded.values())[-1], request.worst)
    english = [record for record in records if record["lang"] == "eng"]
    command = "python -m bench.events_titles"
    rows = []
    for name, chosen in (("B3 F1, English", english), ("B3 F1, all languages", records)):
        gold = {record["id"]: record["cluster"] for record in chosen}
        peer = score(gold, _peer(chosen)).b_cubed
        for grade, found in graded.items():
            ours = score(gold, found).b_cubed
            rows.append(Measured("event titles", request.gold_name, name, grade.value, ours, peer, PEER, command))
    return rows


def _peer(records: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """The usual streaming baseline: each title joins the likeliest cluster of the last three days, or opens one."""
    bags = {record["id"]: Counter(re.findall(r"\w+", record["title"].casefold())) for record in records}
    frequency = Counter(word for bag in bags.values() for word in bag)
    found: dict[str, int] = {}
    centres: list[_Centre] = []
    having: dict[str, list[int]] = {}
    for record in sorted(records, key=lambda one: (one["time"], one["id"])):
        when = dt.datetime.fromisoformat(record["time"])
        mine = {word: count * math.log(len(records) / frequency[word]) for word, count in bags[record["id"]].items()}
        at = _likeliest(mine, when, centres, having)
        if at is None:
            at = len(centres)
            centres.append(_Centre(when))
        for word in mine.keys() - centres[at].words.keys():
            having.setdefault(word, []).append(at)
        centres[at].add(mine, when)
        found[record["id"]] = at
    return found


class _Centre:
    """A cluster of the baseline: the summed weights of its titles' words, and when it last grew."""

    def __init__(self, last: dt.datetime) -> None:
        self.last = last
        self.words: Counter[str] = Counter()
        self.squares = 0.0

    def add(self, title: Mapping[str, float], when: dt.datetime) -> None:
        """One more title."""
        self.words.update(title)
        self.last = when
        self.squares = math.fsum(weight * weight for weight in self.words.values())


def _likeliest(
    mine: Mapping[str, float], when: dt.datetime, centres: Sequence[_Centre], having: Mapping[str, Sequence[int]]
) -> int | None:
    """The cluster that shares most with a title, of those that have any of its words; None below the threshold."""
    shared: dict[int, float] = {}
    for word, weight in mine.items():
        for at in having.get(word, ()):
            if (when - centres[at].last).total_seconds() <= PEER_HOURS * 3600:
                shared[at] = shared.get(at, 0.0) + weight * centres[at].words[word]
    squares = math.fsum(weight * weight for weight in mine.values())
    alike = {at: total / length for at, total in shared.items() if (length := math.sqrt(squares * centres[at].squares))}
    best = min(alike, key=lambda at: (-alike[at], at), default=None)
    return best if best is not None and alike[best] >= PEER_LEAST else None


if __name__ == "__main__":
    main(measure, "events/og2021_titles_july")
