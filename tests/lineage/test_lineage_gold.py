"""The lineage benchmark is sound: every story loads, every gold text is unique, every page is read without a broken
stage."""

import tomllib

import pytest

from bench.lineage.gold import FOLDER, Story

SPLIT = tomllib.loads((FOLDER / "SPLIT.toml").read_text(encoding="utf-8"))
NAMES = sorted(path.name for path in (FOLDER / "stories").iterdir())


def test_every_story_is_in_one_half() -> None:
    assert sorted(SPLIT["development"] + SPLIT["held-back"]) == NAMES


def test_the_benchmark_is_large_enough() -> None:
    assert len(NAMES) >= 12
    assert sum(len(list((FOLDER / "stories" / name / "reports").iterdir())) for name in NAMES) >= 160


@pytest.mark.parametrize("name", NAMES)
def test_a_story_is_sound(name: str) -> None:
    story = Story(FOLDER / "stories" / name)
    assert {row.key for row in story.gold.source} == set(story.rows)
    assert [problem for problem in story.dossier.problems if problem.code == "stage-failed"] == []
    members = {member for family in story.gold.family for member in family.members}
    assert members <= set(story.texts)
    for claim in story.gold.claim:
        assert set(claim.pages) <= set(story.texts)
