"""What every measuring command shares: its options, its gold, and how it prints what it found."""

import argparse
import gzip
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"


class Measured(msgspec.Struct, frozen=True):
    """One figure: ours and a peer's on the same gold. `peer` is None where the peer is not installed."""

    capability: str
    gold: str
    metric: str
    grade: str
    ours: float
    peer: float | None
    peer_name: str | None
    command: str


class Request(msgspec.Struct, frozen=True):
    """What the command line asked for."""

    gold: Path
    worst: int
    grade: str = ""
    """The one grade that was asked for; empty: each that is installed."""

    def wants(self, grade: str) -> bool:
        """Whether a grade is to be measured."""
        return self.grade in ("", grade)

    @property
    def gold_name(self) -> str:
        """The gold's name under data/, such as `reading/aeb`."""
        return f"{self.gold.parent.name}/{self.gold.name.split('.')[0]}"

    def records(self) -> list[dict[str, Any]]:
        """The gold's records."""
        opened = gzip.open if self.gold.suffix == ".gz" else open
        with opened(self.gold, "rt", encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]


Measure = Callable[[Request], Sequence[Measured]]


def gold_file(named: str) -> Path:
    """A gold file by its path, or by its name under data/ such as `events/ecbplus_1_35`."""
    known = DATA / f"{named}.jsonl.gz"
    return known if known.is_file() and not Path(named).is_file() else Path(named)


def halves(description: str | None) -> argparse.Namespace:
    """The options of a command whose gold is a folder of stories in two halves: split, story, worst, json."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--split", choices=["development", "held-back", "all"], default="development")
    parser.add_argument("--story", default="", help="only the stories of the split whose name holds this word")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="show N faults of each measure")
    parser.add_argument("--json", action="store_true", help="print the figures of both halves as JSON lines")
    return parser.parse_args()


def main(measure: Measure, default_gold: str) -> None:
    """Run one measuring command: `python -m bench.NAME [--gold FILE|NAME] [--worst N] [--json]`.

    `default_gold` is a name under data/ such as `reading/aeb`. Without its gold the command says so and exits with 0.
    """
    parser = argparse.ArgumentParser(description=sys.modules["__main__"].__doc__)
    parser.add_argument("--gold", type=gold_file, default=gold_file(default_gold), help="a file, or a name under data/")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="print the N worst cases beside their gold")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON lines, nothing else")
    parser.add_argument("--grade", choices=["rules", "models"], default="", help="one grade, where there are two")
    given = parser.parse_args()
    if not given.gold.is_file():
        print(f"skipped: {given.gold} is not there; name another gold file with --gold")
        return
    for row in measure(Request(given.gold, given.worst, given.grade)):
        if given.json:
            print(msgspec.json.encode(row).decode())
        else:
            peer = "peer not installed" if row.peer is None else f"{row.peer_name} {row.peer:.4f}"
            print(f"{row.capability:24} {row.gold:36} {row.metric:36} ours {row.ours:.4f}   {peer}")
