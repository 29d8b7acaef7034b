"""What the measuring commands for body text share: readers under test, their speed, and the list of worst pages."""

import re
import time
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from bench.harness import Measured, Request

_WORD = re.compile(r"\w+")
_TURN = 20
"""Pages that one reader reads before the next has its turn."""
_PARAGRAPH = 180
"""Characters from which a standfirst is a paragraph of the report, rather than a line below the headline."""
Record = dict[str, Any]
Reader = Callable[[Record], str]


class Bodies(msgspec.Struct, frozen=True):
    """The body found on each page, and how many pages a second of one core it took (processor time)."""

    texts: tuple[str, ...]
    pages_per_second: float


def words(text: str) -> list[str]:
    """Runs of letters, digits and underscores."""
    return _WORD.findall(text)


def ours(record: Record) -> str:
    """Body, subheads, dateline, and the standfirst where it stands in the same element as the body or is as long as a
    paragraph."""
    from secondsource.model.passage import Role  # noqa: PLC0415
    from secondsource.reading.html.page import read_report  # noqa: PLC0415

    layer, labelled = read_report(record["html"])
    always = {Role.BODY, Role.SUBHEAD, Role.DATELINE}
    return "\n".join(
        passage.span.cut(layer.text)
        for passage in labelled.passages
        if passage.role in always
        or (
            passage.role is Role.STANDFIRST
            and (labelled.report.covers(passage.span) or passage.end - passage.start > _PARAGRAPH)
        )
    )


def trafilatura_body(record: Record) -> str:
    """The peer's body text."""
    import trafilatura  # noqa: PLC0415

    return trafilatura.extract(record["html"], include_comments=False) or ""


def run(readers: Sequence[Reader], records: Sequence[Record]) -> list[Bodies | None]:
    """Every page once with each reader, in turns of some pages, so that all meet the machine under the same load, after
    one page to load what is loaded lazily; None for a reader that is not installed."""
    ready = [_is_ready(reader, records[0]) for reader in readers]
    texts: list[list[str]] = [[] for _ in readers]
    seconds = [0.0] * len(readers)
    for first in range(0, len(records), _TURN):
        for at, reader in enumerate(readers):
            if ready[at]:
                start = time.process_time()
                texts[at].extend(reader(record) for record in records[first : first + _TURN])
                seconds[at] += time.process_time() - start
    return [Bodies(tuple(texts[at]), len(records) / seconds[at]) if ready[at] else None for at in range(len(readers))]


def _is_ready(reader: Reader, record: Record) -> bool:
    try:
        reader(record)
    except ModuleNotFoundError:
        return False
    return True


def word_f1(gold: str, found: str) -> float:
    """F1 over the words of both as bags, case folded."""
    from collections import Counter  # noqa: PLC0415

    left, right = Counter(words(gold.lower())), Counter(words(found.lower()))
    shared = (left & right).total()
    if not shared:
        return 1.0 if not left and not right else 0.0
    precision, recall = shared / right.total(), shared / left.total()
    return 2 * precision * recall / (precision + recall)


def mean_word_f1(golds: Sequence[str], bodies: Bodies | None) -> float | None:
    """Mean over the pages."""
    if bodies is None:
        return None
    return sum(map(word_f1, golds, bodies.texts)) / len(golds)


def rows(
    request: Request,
    metric: str,
    scores: tuple[float, float | None],
    runs: tuple[Bodies | None, Bodies | None],
    command: str,
) -> list[Measured]:
    """The row of the metric and the row of the speed."""
    mine, peer = runs
    name = "trafilatura" if peer else None
    ratio = mine.pages_per_second / peer.pages_per_second if mine and peer else 0.0
    return [
        Measured("reading", request.gold_name, metric, "rules", scores[0], scores[1], name, command),
        Measured(
            "reading speed",
            request.gold_name,
            "pages a second of one core, ratio",
            "rules",
            ratio,
            1.0 if peer else None,
            name,
            command,
        ),
    ]


def print_worst(
    request: Request, records: Sequence[Record], mine: Bodies | None, score: Callable[[str, str], float]
) -> None:
    """The worst pages, with what is missing and what is too much, line by line."""
    if not request.worst or mine is None:
        return
    scored = sorted(
        (score(record["body"], text), at) for at, (record, text) in enumerate(zip(records, mine.texts, strict=True))
    )
    for value, at in scored[: request.worst]:
        record = records[at]
        gold, found = record["body"].split("\n"), mine.texts[at].split("\n")
        print(f"--- {value:.3f}  {record['id']}  {record.get('url', '')}")
        print(f"    gold {len(record['body'])} characters, ours {len(mine.texts[at])}")
        in_gold, in_found = " ".join(words(record["body"])), " ".join(words(mine.texts[at]))
        for mark, lines, other in (("-", gold, in_found), ("+", found, in_gold)):
            strays = [line for line in lines if words(line) and " ".join(words(line)) not in other]
            for line in strays[:12]:
                print(f"    {mark} {line[:150]}")
            if len(strays) > 12:
                print(f"    {mark} … {len(strays) - 12} lines more")
