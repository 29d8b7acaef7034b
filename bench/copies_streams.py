"""Copies in long streams: recall, precision and speed on invented streams of 1,000, 10,000 and 100,000 documents.

    python -m bench.copies_streams [--size N]

A third of the documents are copies of an earlier one: verbatim, cut to its first part, lightly edited, or half of it
inside another text. All share stock sentences, names and topics, so that likeness alone proves nothing. Gold pairs are
the copies with their original and with each other. Peer: datasketch's MinHash LSH (128 permutations, Jaccard .5) on the
same shingles. Seconds are those of one core; of short streams both tools have the best of several runs, in turn, for
other work on the machine slows single ones. Python's search for cycles is paused for both, as the program does.
"""

import argparse
import random
import resource
import sys
import time
from collections.abc import Callable, Sequence
from itertools import combinations

import msgspec
from msgspec import Struct

from bench.documents import document
from bench.harness import Measured
from bench.peers import shingles
from secondsource.engine.garbage import collection_paused
from secondsource.matching.copies.stage import copies, groups
from secondsource.model.pile import Pile
from secondsource.stage.settings import CopySettings

ONSETS = ["b", "br", "c", "d", "dr", "f", "g", "gr", "h", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr", "v"]
VOWELS = ["a", "e", "i", "o", "u", "ea", "ou", "ie"]
ENDS = ["", "n", "r", "s", "t", "l", "nd", "rm"]
VOCABULARY = 6_000
TOPIC_WORDS = 60
STOCK = [
    "Our newsroom will keep you informed about what happens next in this story.",
    "A spokesman could not be reached for comment on the matter late in the evening.",
    "The matter is to be discussed again at the next regular meeting of the committee.",
]
KINDS = ("verbatim", "cut", "edited", "inside")
ENOUGH = 30_000
"""Documents of all runs of a stream: shorter ones are run several times."""
MOST_RUNS = 10


def word(number: int) -> str:
    """The invented word of a number: two or three syllables."""
    chance = random.Random(number)
    return "".join(chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(ENDS) for _ in range(2 + number % 2))


WORDS = [word(number) for number in range(VOCABULARY)]


class Topic:
    """Words, names and a few figures that the reports of one topic share."""

    def __init__(self, chance: random.Random) -> None:
        self.words = [WORDS[chance.randrange(VOCABULARY)] for _ in range(TOPIC_WORDS)]
        self.names = [word(VOCABULARY + chance.randrange(4_000)).capitalize() for _ in range(8)]
        self.numbers = [str(chance.randint(11, 9_999)) for _ in range(6)]

    def word(self, chance: random.Random) -> str:
        """A word as it comes in running text: mostly common ones, some of the topic, a name or figure now and then."""
        kind = chance.random()
        if kind < 0.03:
            return chance.choice(self.numbers)
        if kind < 0.10:
            return chance.choice(self.names)
        if kind < 0.40:
            return chance.choice(self.words)
        return WORDS[min(VOCABULARY - 1, int(chance.paretovariate(0.7)) - 1)]


def text(topic: Topic, length: int, chance: random.Random) -> list[str]:
    """The sentences of one report, a stock sentence among them."""
    found = []
    for _ in range(length):
        words = [topic.word(chance) for _ in range(chance.randint(9, 24))]
        found.append(" ".join([words[0].capitalize(), *words[1:]]) + ".")
    found.insert(chance.randrange(length), chance.choice(STOCK))
    return found


def copied(original: list[str], kind: str, topic: Topic, chance: random.Random) -> list[str]:
    """A copy of a report."""
    if kind == "verbatim":
        return list(original)
    if kind == "cut":
        return original[: max(4, round(len(original) * 0.5))]
    if kind == "edited":
        return [edited(line, chance) for line in original if chance.random() > 0.08]
    half = original[: max(4, len(original) // 2)]
    return [*text(topic, len(half), chance), *half]


def edited(line: str, chance: random.Random) -> str:
    """A sentence with about every tenth word replaced."""
    return " ".join(WORDS[chance.randrange(VOCABULARY)] if chance.random() < 0.1 else one for one in line.split())


def stream(size: int) -> tuple[list[str], set[tuple[str, str]]]:
    """The texts of a stream, and the pairs of document numbers that are copies."""
    chance = random.Random(size)
    originals: list[list[str]] = []
    families: dict[int, list[str]] = {}
    texts: list[str] = []
    topics = [Topic(chance) for _ in range(max(4, size // 40))]
    topic_of: list[Topic] = []
    for number in range(size):
        key = f"{number:06}"
        if originals and chance.random() < 0.33:
            of = chance.randrange(max(0, len(originals) - 400), len(originals))
            texts.append("\n".join(copied(originals[of], chance.choice(KINDS), topic_of[of], chance)))
            families[of].append(key)
        else:
            topic_of.append(chance.choice(topics))
            originals.append(text(topic_of[-1], chance.randint(8, 20), chance))
            families[len(originals) - 1] = [key]
            texts.append("\n".join(originals[-1]))
    return texts, {pair for family in families.values() for pair in combinations(family, 2)}


def ours(texts: list[str]) -> tuple[set[tuple[str, str]], float]:
    """Pairs in one family, and the seconds of one core from documents on: candidates, decisions, families."""
    pile = Pile(tuple(document(f"{number:06}", one, "en") for number, one in enumerate(texts)))
    start = time.process_time()
    families = groups(pile, copies(pile, CopySettings())).groups
    taken = time.process_time() - start
    return {pair for members in families for pair in combinations(members, 2)}, taken


def theirs(texts: list[str]) -> tuple[set[tuple[str, str]], float] | None:
    """The same of datasketch."""
    try:
        from datasketch import MinHash, MinHashLSH  # noqa: PLC0415  peers are optional
    except ImportError:
        return None
    start = time.process_time()
    index = MinHashLSH(threshold=0.5, num_perm=128)
    found: set[tuple[str, str]] = set()
    for number, one in enumerate(texts):
        sketch = MinHash(num_perm=128)
        sketch.update_batch([value.to_bytes(8, "little") for value in shingles(one.lower().split(), 5)])
        key = f"{number:06}"
        found.update(tuple(sorted((other, key))) for other in index.query(sketch))
        index.insert(key, sketch)
    return found, time.process_time() - start


class Outcome(Struct, frozen=True):
    """What one tool made of a stream."""

    recall: float
    precision: float
    speed: float
    """Documents a second of one core."""


Tool = Callable[[list[str]], tuple[set[tuple[str, str]], float] | None]


def outcomes(texts: list[str], gold: set[tuple[str, str]], tools: Sequence[Tool]) -> list[Outcome | None]:
    """The figures of each tool; None where it is not installed. Speed is that of the quickest run."""
    found: list[Outcome | None] = [None] * len(tools)
    for _ in range(max(1, min(MOST_RUNS, ENOUGH // len(texts)))):
        for at, tool in enumerate(tools):
            with collection_paused():
                result = tool(texts)
            before = found[at]
            if result is not None:
                pairs, taken = result
                hit = len(pairs & gold)
                speed = max(len(texts) / taken, before.speed if before else 0.0)
                found[at] = Outcome(hit / len(gold), hit / max(1, len(pairs)), speed)
    return found


def rows(size: int, mine: Outcome, peer: Outcome | None) -> list[Measured]:
    """The three figures of one size; speed as a ratio."""
    command = f"python -m bench.copies_streams --size {size}"
    figures = (
        ("pair recall", mine.recall, peer.recall if peer else None),
        ("pair precision", mine.precision, peer.precision if peer else None),
        ("documents a second, ratio", mine.speed / peer.speed if peer else 0.0, 1.0 if peer else None),
    )
    return [
        Measured("copies in streams", f"stream of {size}", metric, "rules", ours, theirs, "datasketch", command)
        for metric, ours, theirs in figures
    ]


def run() -> None:
    """Print one line for each size and tool, or the figures as JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, action="append", help="documents in the stream (1000 and 10000)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON lines, nothing else")
    given = parser.parse_args()
    ours(stream(2)[0])  # the first run loads tables
    for size in given.size or (1_000, 10_000):
        texts, gold = stream(size)
        mine, peer = outcomes(texts, gold, (ours, theirs))
        if given.json and mine is not None:
            for row in rows(size, mine, peer):
                print(msgspec.json.encode(row).decode())
            continue
        for name, one in (("secondsource", mine), ("datasketch", peer)):
            shown = (
                "not installed"
                if one is None
                else f"recall {one.recall:.3f} precision {one.precision:.3f} documents/s {one.speed:8.0f}"
            )
            print(f"{size:7} {name:13} {shown}", flush=True)
        if mine and peer:
            print(f"{size:7} ratio {mine.speed / peer.speed:.1f}; most memory so far {_gigabytes():.1f} GB", flush=True)


def _gigabytes() -> float:
    """The most memory that this process held."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e9 if sys.platform == "darwin" else 1e6)


if __name__ == "__main__":
    run()
