"""Body lines of stripped pages: character-weighted F1 of the lines that are the report, macro over pages.

Gold is one letter a line of the text: b body, f furniture, '.' blank, '?' not counted. Predicted body lines are those
whose characters are mostly in passages of the roles body, subhead and standfirst. Each line weighs its characters; the
figure is the mean of the pages' F1. The peer keeps lines of 16 words or more.
"""

from collections.abc import Callable, Sequence
from typing import Any

from bench.harness import Measured, Request, main
from secondsource.model.passage import Passage, Role
from secondsource.model.source import Given
from secondsource.reading.passages_plain import label

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
    scored = [(f1_of(record, ours(record["text"])), record) for record in records]
    if request.worst:
        for value, record in sorted(scored, key=lambda pair: pair[0])[: request.worst]:
            _show(value, record, ours)
    peer = sum(f1_of(record, long_lines(record["text"])) for record in records) / len(records)
    figure = sum(value for value, _ in scored) / len(records)
    command = "python -m bench.reading_stripped"
    return [
        Measured(
            "stripped text", request.gold_name, "body F1, macro", "rules", figure, peer, "lines of 16 words", command
        )
    ]


def _show(value: float, record: dict[str, Any], predict: Callable[[str], list[bool]]) -> None:
    print(f"--- {value:.3f} {record.get('id')} {record.get('url')}")
    rows = zip(record["lines"], record["text"].split("\n"), predict(record["text"]), strict=True)
    for letter, line, kept in rows:
        if letter in "bf" and (letter == "b") != kept:
            print(f"  gold {letter} ours {'b' if kept else 'f'} | {line[:150]}")


if __name__ == "__main__":
    main(measure, "reading/stripped_text_dev")
