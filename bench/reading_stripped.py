"""Body lines of stripped pages: character-weighted F1 of the lines that are the report, macro over pages.

Gold is one letter a line of the text: b body, f furniture, '.' blank, '?' not counted. Predicted body lines are those
whose characters are mostly in passages of the roles body, subhead and standfirst. Each line weighs its characters; the
figure is the mean of the pages' F1. The peer keeps lines of 16 words or more.

Two figures more are of the pages that have another page of their host in the gold: each read alone, and beside the
others, which shows what is standing matter.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlsplit

from bench.harness import Measured, Request, main
from secondsource.model.document import Document
from secondsource.model.passage import Passage, Role
from secondsource.model.source import Given, Source
from secondsource.reading.passages_plain import label
from secondsource.reading.standing.label import labelled
from secondsource.reading.tongue import language_of

ROLES = frozenset({Role.BODY, Role.SUBHEAD, Role.STANDFIRST, Role.DATELINE})
"""A dateline belongs to the line of the lead."""
LONG = 16


def held_lines(text: str, passages: Sequence[Passage]) -> list[bool]:
    """For each line of `text` whether most of its characters that are not blank are the report's."""
    held: list[bool] = []
    at = 0
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        inside = 0
        while at < len(passages) and passages[at].start < end:
            if passages[at].role in ROLES:
                inside += passages[at].end - passages[at].start
            at += 1
        held.append(2 * inside > len(line.strip()) > 0)
        start = end + 1
    return held


def ours(text: str) -> list[bool]:
    """Our lines."""
    return held_lines(text, label(text, None, Given()))


def document(number: int, record: dict[str, Any], passages: tuple[Passage, ...]) -> Document:
    """The record as a page of a pile, known by its address."""
    name = f"{number:06d}"
    source = Source(name, name, name, None, name, "text/plain", "utf-8", url=record.get("url"))
    return Document(source, record["text"], language_of(record["text"], passages), passages)


def with_siblings(records: Sequence[dict[str, Any]]) -> list[int]:
    """The numbers of the records whose host others have, too."""
    hosts = [urlsplit(record.get("url") or "").hostname or "" for record in records]
    count = Counter(hosts)
    return [at for at, host in enumerate(hosts) if host and count[host] > 1]


def long_lines(text: str) -> list[bool]:
    """The peer's lines."""
    return [len(line.split()) >= LONG for line in text.split("\n")]


def f1_of(record: dict[str, Any], held: Sequence[bool]) -> float:
    """F1 of one page, lines weighing their characters; 1 where neither gold nor prediction has a body."""
    both = wrong = missed = 0
    for letter, line, kept in zip(record["lines"], record["text"].split("\n"), held, strict=True):
        if letter == "b" and kept:
            both += len(line)
        elif letter == "b":
            missed += len(line)
        elif letter == "f" and kept:
            wrong += len(line)
    total = 2 * both + wrong + missed
    return 2 * both / total if total else 1.0


def measure(request: Request) -> list[Measured]:
    """Both figures, and the worst pages where asked for."""
    records = request.records()
    passages = [label(record["text"], None, Given()) for record in records]
    scores = [f1_of(record, held_lines(record["text"], found)) for record, found in zip(records, passages, strict=True)]
    if request.worst:
        scored = zip(scores, records, strict=True)
        for value, record in sorted(scored, key=lambda pair: pair[0])[: request.worst]:
            _show(value, record, ours)
    peer = _mean([f1_of(record, long_lines(record["text"])) for record in records])
    siblings = with_siblings(records)
    beside = labelled([document(at, records[at], passages[at]) for at in range(len(records))])
    together = [f1_of(records[at], held_lines(records[at]["text"], beside[at].passages)) for at in siblings]
    return [
        _row(request, "body F1, macro", _mean(scores), peer),
        _row(request, "body F1, pages of shared hosts, alone", _mean([scores[at] for at in siblings]), None),
        _row(request, "body F1, pages of shared hosts, together", _mean(together), None),
    ]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 1.0


def _row(request: Request, metric: str, figure: float, peer: float | None) -> Measured:
    name = None if peer is None else "lines of 16 words"
    command = "python -m bench.reading_stripped"
    return Measured("stripped text", request.gold_name, metric, "rules", figure, peer, name, command)


def _show(value: float, record: dict[str, Any], predict: Callable[[str], list[bool]]) -> None:
    print(f"--- {value:.3f} {record.get('id')} {record.get('url')}")
    rows = zip(record["lines"], record["text"].split("\n"), predict(record["text"]), strict=True)
    for letter, line, kept in rows:
        if letter in "bf" and (letter == "b") != kept:
            print(f"  gold {letter} ours {'b' if kept else 'f'} | {line[:150]}")


if __name__ == "__main__":
    main(measure, "reading/stripped_text_dev")
