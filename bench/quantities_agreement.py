"""The agreement benchmark: how two figures stand to each other, over labelled pairs of invented stories.

`python -m bench.quantities_agreement [--split development|held-back|all] [--story WORD] [--worst N] [--json]`. A story
is one pile. A pair of which a figure was not read counts as wrong, whatever its class. The peers get our readings of
the figures (value and unit), which flatters them. bench/agreement/GUIDELINE.md says what each class means.
"""

import json
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import msgspec
from msgspec import Struct

from bench.agreement.gold import CLASSES, UNRELATED, Story, stories
from bench.agreement.peers import PEERS, Reading
from bench.harness import Measured, halves
from secondsource.case import Case
from secondsource.matching.quantities.standing import standings
from secondsource.model.mark import Figure
from secondsource.model.pile import Pile

COMMAND = "python -m bench.quantities_agreement"
NOT_READ = "not read"
CONFLICT = "conflict"


class Asked(Struct, frozen=True):
    """One labelled pair, what we say of it, and what each peer says."""

    label: str
    gold: str
    ours: str
    peers: dict[str, str]


def matched(story: Story) -> Pile:
    """The story run as one pile."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pile.jsonl"
        records = [
            {"id": one.file, "text": story.texts[one.file], "outlet": one.outlet, "published": one.published}
            | {"language": one.language}
            for one in story.reports
        ]
        path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
        case = Case()
        case.add([str(path)])
        return case.run()


def readings(story: Story, pile: Pile) -> dict[str, Figure]:
    """The figure of the pile that stands at each gold figure; the one that shares most characters."""
    documents = {document.document.source.name: document for document in pile.documents}
    found: dict[str, Figure] = {}
    for key in story.figures:
        report, start, end = story.place(key)
        over = [
            (min(end, figure.end) - max(start, figure.start), -figure.start, figure.id, figure)
            for figure in documents[report].marks.of(Figure)
            if figure.start < end and start < figure.end
        ]
        if over:
            found[key] = max(over, key=lambda row: row[:3])[3]
    return found


def asked(story: Story) -> list[Asked]:
    """Every labelled pair of a story with the answers."""
    pile = matched(story)
    figures, stand = readings(story, pile), standings(pile)
    read = {key: _reading(story, key, figure) for key, figure in figures.items()}
    judges = {name: make(list(read.values())) for name, make in PEERS.items()}
    rows = []
    for (left, right), gold in story.pairs().items():
        label = f"{story.name}: {left} [{story.figures[left].words}] {right} [{story.figures[right].words}]"
        if left not in figures or right not in figures:
            rows.append(Asked(label, gold, NOT_READ, dict.fromkeys(PEERS, NOT_READ)))
            continue
        got = stand.between(figures[left].id, figures[right].id)
        peers = {name: judge(read[left], read[right]) for name, judge in judges.items() if judge is not None}
        rows.append(Asked(label, gold, got.value if got is not None else UNRELATED, peers))
    return rows


def _reading(story: Story, key: str, figure: Figure) -> Reading:
    """What a peer is given: value, unit and the paragraph."""
    report, start, _ = story.place(key)
    text = story.texts[report]
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", start)
    return Reading(figure.value, figure.unit, text[first : last if last >= 0 else len(text)])


class Scores(Struct, frozen=True):
    """Accuracy over all pairs, and precision and recall of each class (None where it is never said or never right)."""

    accuracy: float
    precision: dict[str, float | None]
    recall: dict[str, float | None]


def scores(rows: Sequence[Asked], said: Callable[[Asked], str]) -> Scores:
    """How one answer does against gold."""
    right = Counter(row.gold for row in rows if said(row) == row.gold)
    gold, got = Counter(row.gold for row in rows), Counter(said(row) for row in rows)
    return Scores(
        accuracy=sum(right.values()) / max(1, len(rows)),
        precision={one: right[one] / got[one] if got[one] else None for one in CLASSES},
        recall={one: right[one] / gold[one] if gold[one] else None for one in CLASSES},
    )


def show(rows: Sequence[Asked], worst: int) -> None:
    """Print the scores, and up to `worst` faults of each class."""
    ours = scores(rows, lambda row: row.ours)
    peers = _peer_scores(rows)
    print(f"{'accuracy':22} {ours.accuracy:.3f}   " + "   ".join(f"{n} {s.accuracy:.3f}" for n, s in peers.items()))
    gold = Counter(row.gold for row in rows)
    for one in CLASSES:
        beside = "   ".join(f"{n} {_both(s, one)}" for n, s in peers.items())
        print(f"{one:22} of {gold[one]:4}   precision, recall {_both(ours, one)}   {beside}")
        for row in [row for row in rows if row.gold == one != row.ours][:worst]:
            print(f"      {row.label} -> {row.ours}")
    print(f"{NOT_READ:22} {sum(row.ours == NOT_READ for row in rows)} pairs")


def _peer_scores(rows: Sequence[Asked]) -> dict[str, Scores]:
    names = [name for name in PEERS if all(name in row.peers for row in rows)]
    return {name: scores(rows, partial(_said_by, name)) for name in names}


def _said_by(name: str, row: Asked) -> str:
    return row.peers[name]


def _both(one: Scores, name: str) -> str:
    return " ".join("  -  " if value is None else f"{value:.3f}" for value in (one.precision[name], one.recall[name]))


def figures_of(half: str, rows: Sequence[Asked]) -> list[Measured]:
    """The two figures that are reached for, with the best peer beside each."""
    ours, peers = scores(rows, lambda row: row.ours), _peer_scores(rows)
    measured = []
    metrics: dict[str, Callable[[Scores], float]] = {"pair-class accuracy": _accuracy, "conflict precision": _conflict}
    for metric, of in metrics.items():
        peer, best = max(((of(one), name) for name, one in peers.items()), default=(None, None))
        gold = f"agreement/{half}, {len(rows)} pairs"
        measured.append(Measured("agreement of figures", gold, metric, "rules", of(ours), peer, best, COMMAND))
    return measured


def _accuracy(one: Scores) -> float:
    return one.accuracy


def _conflict(one: Scores) -> float:
    return one.precision[CONFLICT] or 0.0


def run() -> None:
    """Score a split, or some stories of it."""
    given = halves(__doc__)
    if given.json:
        for half in ("development", "held-back"):
            for row in figures_of(half, [row for story in stories(half) for row in asked(story)]):
                print(msgspec.json.encode(row).decode())
        return
    rows = [row for story in stories(given.split, given.story) for row in asked(story)]
    print(f"{given.split}: {len(rows)} pairs of figures")
    show(rows, given.worst)


if __name__ == "__main__":
    run()
