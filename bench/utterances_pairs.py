"""Which statements of several reports are one utterance: the project's own set of remarks, in bench/remarks.

`python -m bench.utterances_pairs [--split development|held-back|all] [--grade rules|models] [--gold FOLDER]
[--worst N] [--json]`. Scored are all pairs of statements inside a story. *Given*: the statements are the gold's, with
the speakers found here. *End to end*: the statements are those found here; where one of them holds two remarks of the
gold, because the quotation goes on, the two utterances cannot be told apart, and their pairs count neither way. FOLDER
is laid out as bench/remarks, with SPLIT.toml and stories/.
"""

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from itertools import combinations
from pathlib import Path

import msgspec
from msgspec import Struct

from bench.harness import Measured
from bench.remarks.gold import FOLDER, KINDS, Pair, Placed, Story, given, matched, placed
from bench.remarks.peers import PEERS, PeerScore, peer
from secondsource.model.made import Grade

OfPeer = Callable[[PeerScore], float]
COMMAND = "python -m bench.utterances_pairs"


class Request(Struct, frozen=True):
    """What the command line asked for."""

    folder: Path
    split: str
    worst: int
    grade: Grade = Grade.RULES


class Score(Struct, frozen=True):
    """Pairs of all stories: what is the same and found, missed, and wrongly joined by kind of hard pair."""

    found: int
    missed: tuple[str, ...]
    false: tuple[tuple[str, str], ...]
    """Kind of the hard pair (`other` where it has none) and the pair itself."""
    unseen: int
    """Statements of the gold that no statement of ours overlaps."""

    @property
    def precision(self) -> float:
        """Right among found."""
        return self.found / max(1, self.found + len(self.false))

    @property
    def recall(self) -> float:
        """Found among right."""
        return self.found / max(1, self.found + len(self.missed))

    @property
    def f1(self) -> float:
        """Of the two."""
        return 2 * self.found / max(1, 2 * self.found + len(self.missed) + len(self.false))

    @property
    def kinds(self) -> Counter[str]:
        """False pairs by kind."""
        return Counter(kind for kind, _ in self.false)


def score(stories: Sequence[Story], *, end_to_end: bool, grade: Grade = Grade.RULES) -> Score:
    """The pairs that the product joins, against the gold."""
    found, unseen = 0, 0
    missed: list[str] = []
    false: list[tuple[str, str]] = []
    for story in stories:
        documents = story.marked()
        told = placed(story, matched(documents if end_to_end else given(story, documents), grade))
        kinds, held = story.pairs(), _held_together(story, told)
        remarks = story.gold.statement
        unseen += sum(remark.name not in told for remark in remarks)
        for left, right in combinations(remarks, 2):
            kind = kinds.get(frozenset((left.name, right.name)), "other")
            joined = left.name in told and right.name in told
            joined = joined and told[left.name].utterance == told[right.name].utterance
            label = f"{story.name}\n      {left.name}\n      {right.name}"
            found += joined and kind == "same"
            if kind == "same" and not joined:
                missed.append(label)
            elif kind != "same" and joined and frozenset((left.utterance, right.utterance)) not in held:
                false.append((kind, label))
    return Score(found, tuple(missed), tuple(false), unseen)


def _held_together(story: Story, told: dict[str, Placed]) -> set[Pair]:
    """Pairs of the gold's utterances that some statement found holds both."""
    within: dict[Placed, set[str]] = {}
    for remark in story.gold.statement:
        if remark.name in told:
            within.setdefault(told[remark.name], set()).add(remark.utterance)
    return {frozenset(pair) for names in within.values() for pair in combinations(sorted(names), 2)}


def stories_of(request: Request) -> list[Story]:
    """The stories of a split, by name."""
    halves: dict[str, list[str]] = tomllib.loads((request.folder / "SPLIT.toml").read_text(encoding="utf-8"))
    chosen = (name for half, names in halves.items() if request.split in (half, "all") for name in names)
    return [Story(request.folder / "stories" / name) for name in sorted(chosen)]


def _false(kind: str, one: PeerScore) -> float:
    return one.false[kind]


def _f1(one: PeerScore) -> float:
    return one.f1


def measure(request: Request) -> list[Measured]:
    """Pair F1 and false pairs, given and end to end, with the peers beside."""
    stories = stories_of(request)
    peers = {name: found for name, likeness in PEERS.items() if (found := peer(stories, likeness)) is not None}
    best = max(peers, key=lambda name: (peers[name].f1, name), default=None)
    gold = f"remarks, {request.split}"
    rows: list[Measured] = []

    def add(metric: str, ours: float, of_peer: OfPeer | None) -> None:
        theirs = of_peer(peers[best]) if best and of_peer else None
        command = f"{COMMAND} --split {request.split}{'' if request.grade is Grade.RULES else ' --grade models'}"
        rows.append(
            Measured("utterances", gold, metric, request.grade.value, ours, theirs, best if of_peer else None, command)
        )

    for mode, end_to_end in (("given statements", False), ("end to end", True)):
        made = score(stories, end_to_end=end_to_end, grade=request.grade)
        add(f"{mode}: pair F1", made.f1, None if end_to_end else _f1)
        add(f"{mode}: precision", made.precision, None)
        add(f"{mode}: recall", made.recall, None)
        if end_to_end:
            add(f"{mode}: statements not found", made.unseen, None)
        for kind in (*KINDS, "other"):
            of_peer: OfPeer | None = None if end_to_end else partial(_false, kind)
            add(f"{mode}: false pairs, {kind}", made.kinds[kind], of_peer)
        for label in made.missed[: request.worst]:
            print(f"{mode}, missed: {label}")
        for kind, label in made.false[: request.worst]:
            print(f"{mode}, false, {kind}: {label}")
    rows += [
        Measured("utterances", gold, f"peer: {name}: pair F1", "peer", one.f1, None, None, f"{COMMAND}")
        for name, one in peers.items()
    ]
    return rows


def main(measure: Callable[[Request], Sequence[Measured]]) -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=sys.modules["__main__"].__doc__)
    parser.add_argument("--split", choices=["development", "held-back", "all"], default="development")
    parser.add_argument("--gold", type=Path, default=FOLDER, help="a folder of this form")
    parser.add_argument("--grade", type=Grade, choices=list(Grade), default=Grade.RULES, help="models: vectors propose")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="show N faults of each sort")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON lines, nothing else")
    asked = parser.parse_args()
    for row in measure(Request(asked.gold, asked.split, 0 if asked.json else asked.worst, asked.grade)):
        if asked.json and row.grade == "peer":
            continue  # a peer alone is shown to people; among the figures it stands beside ours
        peer_said = "" if row.peer is None else f"{row.peer_name} {row.peer:.4f}"
        line = f"{row.capability:12} {row.gold:20} {row.metric:40} {row.ours:9.4f}   {peer_said}"
        print(msgspec.json.encode(row).decode() if asked.json else line)


if __name__ == "__main__":
    main(measure)
