"""The agreement benchmark is sound: every figure stands where gold says, every pair has one class, each class is
used."""

import tomllib
from collections import Counter

import pytest

from bench.agreement.gold import CLASSES, FOLDER, Story, stories

SPLIT = tomllib.loads((FOLDER / "SPLIT.toml").read_text(encoding="utf-8"))
NAMES = sorted(path.name for path in (FOLDER / "stories").iterdir())


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_stands_in_its_report(name: str) -> None:
    story = Story(FOLDER / "stories" / name)
    for key, figure in story.figures.items():
        report, start, end = story.place(key)
        assert story.texts[report][start:end] == figure.words


@pytest.mark.parametrize("name", NAMES)
def test_no_two_figures_stand_in_one_place(name: str) -> None:
    story = Story(FOLDER / "stories" / name)
    assert len({story.place(key) for key in story.figures}) == len(story.figures)


@pytest.mark.parametrize("name", NAMES)
def test_every_pair_has_one_known_class_and_every_figure_a_pair(name: str) -> None:
    story = Story(FOLDER / "stories" / name)
    pairs = story.pairs()
    assert set(pairs.values()) <= set(CLASSES)
    assert {key for pair in pairs for key in pair} == set(story.figures)


@pytest.mark.parametrize("name", NAMES)
def test_a_story_is_a_pile_of_newspaper_reports(name: str) -> None:
    story = Story(FOLDER / "stories" / name)
    assert 4 <= len(story.reports) <= 7
    assert {path.name for path in (FOLDER / "stories" / name / "reports").iterdir()} == set(story.texts)
    assert len({one.outlet for one in story.reports}) >= 3
    for text in story.texts.values():
        assert 80 <= len(text.split()) <= 250


def test_equal_values_of_one_thing_are_never_in_conflict() -> None:
    for story in stories("all"):
        for (left, right), label in story.pairs().items():
            if label in {"conflict", "revised", "undecided"}:
                assert story.figures[left].words != story.figures[right].words, (story.name, left, right)


def test_every_story_is_in_one_half() -> None:
    assert sorted(SPLIT["development"] + SPLIT["held-back"]) == NAMES


def test_every_class_is_used_in_both_halves() -> None:
    for half in SPLIT:
        assert {label for story in stories(half) for label in story.pairs().values()} == set(CLASSES)


def test_the_benchmark_is_as_large_as_its_page_says() -> None:
    everything = stories("all")
    assert len(everything) == 58
    languages = Counter(one.language for story in everything for one in story.reports)
    assert languages == {"en": 127, "de": 105, "fr": 91}
    classes = Counter(label for story in everything for label in story.pairs().values())
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    for name, count in classes.items():
        assert f"| {name} | {count} |" in page
    assert f"{classes.total():,} labelled pairs" in page
    assert f"{sum(len(story.figures) for story in everything)} figures" in page
