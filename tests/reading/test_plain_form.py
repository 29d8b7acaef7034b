"""What is seen of a line at a glance, in several scripts; and the law that lets plain prose take a short path."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.reading.stripped import form
from secondsource.reading.stripped.path import _INSIDE, COSTS, _best

NONE: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("The mill stands still. Nobody knows why.", 2),
        ("“It stands still.” Nobody knows why", 1),
        ("It costs 4.2 million, not 5.", 0),
        ("Es steht still (seit Mai). Warum?", 2),
        ("橋は閉まる。市長が述べた。", 2),
    ],
)
def test_sentence_ends(line: str, ends: int) -> None:
    assert form.stops(line) == ends


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("The minister’s mill stands still", 5),
        ("L'usine s'arrête", 2),
        ("पुराना पुल जून तक बंद रहेगा", 6),
        ("古い橋は六月まで閉鎖", 5),
        ("123 – 456", 0),
    ],
)
def test_words_are_counted_in_every_script(line: str, words: int) -> None:
    assert form.words_of(line, NONE).count == words
    assert form.word_count(line) == words


@pytest.mark.parametrize(
    "line", ["see www.valley.example", "desk@valley.example", "@valley", "valley.co.uk", "https://x"]
)
def test_addresses(line: str) -> None:
    assert form.is_linked(line)


@pytest.mark.parametrize("line", ["the mill. The dam", "e.g. the mill", "at 5 @ the mill"])
def test_no_addresses(line: str) -> None:
    assert not form.is_linked(line)


@pytest.mark.parametrize(
    "line", ["December 18, 2025, 9:46 pm", "12.11.2024, 21:46 Uhr", "Posted by Ann, 3 May 2024 at 17h05"]
)
def test_stamps(line: str) -> None:
    assert form.is_stamp(line, form.word_count(line))


@pytest.mark.parametrize(
    "line", ["12.10.2022", "9:46 pm", "In 2022 the mill opened at 9:00 for the first time in ten years"]
)
def test_no_stamps(line: str) -> None:
    assert not form.is_stamp(line, form.word_count(line))


@given(st.text(max_size=200))
def test_shares_are_shares(line: str) -> None:
    words = form.words_of(line, frozenset({"the"}))
    assert 0.0 <= words.function_share <= 1.0
    assert 0.0 <= words.capital_share <= 1.0
    assert 0.0 <= form.digits(line) <= 1.0


@given(st.lists(st.floats(0.01, 10.0), min_size=1, max_size=30).filter(lambda values: sum(values) > COSTS.enter + 1e-6))
def test_where_every_line_speaks_for_the_report_the_best_path_leaves_none_out(values: list[float]) -> None:
    assert _best([0] * len(values), values, COSTS) == [_INSIDE] * len(values)
