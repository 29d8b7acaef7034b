"""The set of remarks is sound: every word stands where the gold says, every hard pair names two utterances, and it is
as large and as mixed as it says."""

import tomllib
from collections import Counter

import pytest

from bench.remarks.gold import FOLDER, KINDS, Story, given, matched, placed

SPLIT = tomllib.loads((FOLDER / "SPLIT.toml").read_text(encoding="utf-8"))
NAMES = sorted(path.name for path in (FOLDER / "stories").iterdir())
STORIES = [Story(FOLDER / "stories" / name) for name in NAMES]


def test_every_story_is_in_one_half() -> None:
    assert sorted(SPLIT["development"] + SPLIT["held-back"]) == NAMES
    assert len(SPLIT["development"]) >= len(SPLIT["held-back"]) >= 6  # what is written later is for development


def test_it_is_large_enough() -> None:
    assert len(STORIES) >= 12
    assert sum(len(story.pairs()) for story in STORIES) >= 600


def test_it_has_every_kind_of_hard_pair_in_both_halves() -> None:
    for half in SPLIT.values():
        kinds = Counter(kind for story in STORIES if story.name in half for kind in story.pairs().values())
        assert set(kinds) == {"same", *KINDS}


def test_it_has_three_languages_and_pairs_across_them() -> None:
    across: Counter[frozenset[str]] = Counter()
    for story in STORIES:
        language = {report.key: report.language for report in story.gold.report}
        of_name = {remark.name: language[remark.report] for remark in story.gold.statement}
        across.update(frozenset(of_name[name] for name in pair) for pair, k in story.pairs().items() if k == "same")
    assert {frozenset(("en", "fr")), frozenset(("en", "de")), frozenset(("fr", "de"))} <= set(across)


@pytest.mark.parametrize("story", STORIES, ids=NAMES)
def test_the_words_stand_where_the_gold_says(story: Story) -> None:
    files = {path.name for path in (story.folder / "reports").iterdir()}
    assert {report.key for report in story.gold.report} == files
    for remark in story.gold.statement:
        assert all(span.end > span.start for span in story.spans(remark))
    names = [remark.name for remark in story.gold.statement]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("story", STORIES, ids=NAMES)
def test_hard_pairs_name_two_utterances_of_the_story(story: Story) -> None:
    told = {remark.utterance for remark in story.gold.statement}
    for hard in story.gold.hard:
        assert hard.kind in KINDS
        assert hard.left != hard.right
        assert {hard.left, hard.right} <= told


def test_the_statements_given_are_found_again_in_their_own_words() -> None:
    story = STORIES[0]
    documents = given(story, story.marked())
    found = placed(story, matched(documents))
    assert set(found) == {remark.name for remark in story.gold.statement}
    assert len({one.statement for one in found.values()}) == len(found)
