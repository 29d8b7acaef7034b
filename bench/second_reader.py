"""How far a second reader of the held-back stories agrees with their gold: what a careful reader can reach.

`python -m bench.second_reader`. The second reader had the guideline and the texts, and no label of the first. Nothing
is asked of secondsource here. Data: `bench/*/second_reader/`, one file a story. Agreement of figures: the share of
pairs with one class, and Cohen's kappa (Cohen 1960). Lineage: copy pairs, relation and direction of the derivations
that both have between the same two texts, and the counts of each claim. Remarks: pairs of statements taken for one
utterance.
"""

import csv
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import msgspec
from msgspec import Struct

from bench.agreement import gold as agreement
from bench.lineage import gold as lineage
from bench.remarks import gold as remarks

HELD_BACK = "held-back"


class Line(Struct, frozen=True):
    """One printed figure."""

    benchmark: str
    metric: str
    value: float
    of: int


class Counted(Struct, frozen=True):
    """The counts of a claim as the second reader has them."""

    key: str
    pages: list[str]
    reports: int
    voices: list[str]
    verdict: str
    agreement: str


class Reading(Struct, frozen=True):
    """What the second reader found in a story of the lineage benchmark."""

    family: list[lineage.Family]
    claim: list[Counted]
    follow_up: list[lineage.FollowUp] = []


def of_agreement() -> list[Line]:
    """Classes of pairs of figures."""
    both: Counter[tuple[str, str]] = Counter()
    for story in agreement.stories(HELD_BACK):
        first = story.pairs()
        for row in _rows(agreement.FOLDER, story.name):
            left, right = sorted((row["left"], row["right"]))
            both[first[left, right], row["class"]] += 1
    total = both.total()
    alike = sum(count for (one, other), count in both.items() if one == other) / total
    ours, theirs = Counter[str](), Counter[str]()
    for (one, other), count in both.items():
        ours[one] += count
        theirs[other] += count
    chance = sum(ours[one] * theirs[one] for one in ours) / total**2
    return [
        Line("agreement", "same class", alike, total),
        Line("agreement", "kappa", (alike - chance) / (1 - chance), total),
    ]


def of_lineage() -> list[Line]:
    """Copies, and the counts of claims."""
    hits: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    shared = ours = theirs = 0
    for name in _names(lineage.FOLDER):
        gold = msgspec.convert(tomllib.loads(_text(lineage.FOLDER / "stories" / name / "gold.toml")), lineage.Gold)
        second = msgspec.convert(tomllib.loads(_text(lineage.FOLDER / "second_reader" / f"{name}.toml")), Reading)
        loose = {frozenset((one.from_, one.to)) for one in (*gold.follow_up, *second.follow_up)}
        one, other = _copies(gold.family) - loose, _copies(second.family) - loose
        shared, ours, theirs = shared + len(one & other), ours + len(one), theirs + len(other)
        for metric, right in (*_derivations(gold, second), *_claims(gold, second)):
            asked[metric] += 1
            hits[metric] += right
    lines = [Line("lineage", "copy pair F1", 2 * shared / (ours + theirs), ours)]
    return lines + [Line("lineage", metric, hits[metric] / asked[metric], asked[metric]) for metric in asked]


def of_remarks() -> list[Line]:
    """Pairs of statements that are one utterance."""
    shared = ours = theirs = 0
    for name in _names(remarks.FOLDER):
        gold = remarks.Story(remarks.FOLDER / "stories" / name).gold
        one = _alike([one.utterance for one in gold.statement])
        other = _alike([row["utterance"] for row in _rows(remarks.FOLDER, name)])
        shared, ours, theirs = shared + len(one & other), ours + len(one), theirs + len(other)
    return [Line("remarks", "pair F1", 2 * shared / (ours + theirs), ours)]


def _derivations(gold: lineage.Gold, second: Reading) -> Iterator[tuple[str, bool]]:
    """Relation and direction of what both derive between the same two texts."""
    theirs = {frozenset((one.from_, one.to)): one for family in second.family for one in family.derivations}
    for one in (one for family in gold.family for one in family.derivations):
        other = theirs.get(frozenset((one.from_, one.to)))
        yield "the same two texts", other is not None
        if other is not None:
            yield "relation", bool({one.relation, *one.also} & {other.relation, *other.also})
            if one.directed:
                yield "direction", other.directed and other.from_ == one.from_


def _claims(gold: lineage.Gold, second: Reading) -> Iterator[tuple[str, bool]]:
    """The three counts of each claim, its verdict and, where a value is measured, its agreement."""
    names = {written: party.name for party in gold.party for written in (party.name, *party.aliases)}
    theirs = {one.key: one for one in second.claim}
    for one in gold.claim:
        other = theirs[one.key]
        yield "pages of a claim", set(one.pages) == set(other.pages)
        yield "reports of a claim", one.reports == other.reports
        voices = [{names.get(name, name) for name in told} for told in (one.voices, other.voices)]
        yield "voices of a claim", voices[0] == voices[1]
        yield "verdict of a claim", one.verdict == other.verdict
        if one.kind == "measured":
            yield "agreement of a value", one.agreement == other.agreement


def _copies(families: Sequence[lineage.Family]) -> set[frozenset[str]]:
    return {frozenset(pair) for family in families for pair in combinations(family.members, 2)}


def _alike(groups: Sequence[str]) -> set[tuple[int, int]]:
    """Pairs of places whose groups are one."""
    return {(left, right) for left, right in combinations(range(len(groups)), 2) if groups[left] == groups[right]}


def _rows(folder: Path, story: str) -> list[dict[str, str]]:
    with (folder / "second_reader" / f"{story}.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _names(folder: Path) -> list[str]:
    halves: dict[str, list[str]] = tomllib.loads(_text(folder / "SPLIT.toml"))
    return sorted(halves[HELD_BACK])


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def main() -> int:
    """Print how far the two readers agree."""
    for line in (*of_agreement(), *of_lineage(), *of_remarks()):
        sys.stdout.write(f"{line.benchmark:10} {line.metric:22} {line.value:.3f} of {line.of}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
