"""The second reader labelled what the first did: every pair, every claim, of the held-back stories."""

import csv
import tomllib
from pathlib import Path

import pytest

from bench import second_reader
from bench.agreement import gold as agreement
from bench.lineage import gold as lineage
from bench.remarks import gold as remarks

LINEAGE = tomllib.loads((lineage.FOLDER / "SPLIT.toml").read_text(encoding="utf-8"))["held-back"]
REMARKS = tomllib.loads((remarks.FOLDER / "SPLIT.toml").read_text(encoding="utf-8"))["held-back"]


@pytest.mark.parametrize("story", agreement.stories("held-back"), ids=lambda story: story.name)
def test_every_pair_is_labelled_twice(story: agreement.Story) -> None:
    path = agreement.FOLDER / "second_reader" / f"{story.name}.tsv"
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines(), delimiter="\t"))
    assert {(row["left"], row["right"]) for row in rows} == set(story.pairs())
    assert {row["class"] for row in rows} <= set(agreement.CLASSES)


@pytest.mark.parametrize("name", LINEAGE)
def test_every_claim_is_counted_twice(name: str) -> None:
    def claims(path: Path) -> list[str]:
        found = tomllib.loads(path.read_text(encoding="utf-8"))["claim"]
        return sorted(one["key"] for one in found)

    second = lineage.FOLDER / "second_reader" / f"{name}.toml"
    assert claims(second) == claims(lineage.FOLDER / "stories" / name / "gold.toml")


@pytest.mark.parametrize("name", REMARKS)
def test_every_statement_is_grouped_twice(name: str) -> None:
    path = remarks.FOLDER / "second_reader" / f"{name}.tsv"
    rows = csv.DictReader(path.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    gold = remarks.Story(remarks.FOLDER / "stories" / name).gold
    assert [row["report"] for row in rows] == [one.report for one in gold.statement]


def test_the_pages_of_the_benchmarks_say_how_far_the_two_agree() -> None:
    found = {
        (one.benchmark, one.metric): one.value for one in (*second_reader.of_agreement(), *second_reader.of_lineage())
    }
    page = (agreement.FOLDER / "README.md").read_text(encoding="utf-8")
    assert f"kappa {found['agreement', 'kappa']:.3f}".replace("0.", ".") in page
    page = (lineage.FOLDER / "README.md").read_text(encoding="utf-8")
    for metric in ("reports of a claim", "voices of a claim", "verdict of a claim"):
        assert f"{found['lineage', metric]:.3f}".lstrip("0") in page
