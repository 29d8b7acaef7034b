"""Words hashed all at once: a word has one hash wherever it stands, and names and numbers are found by theirs."""

from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.text.clock import minute_of_day
from secondsource.text.fingerprints import anchor, grams, words_of
from secondsource.text.similarity import by_chance_in_order

TEXTS = st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60), max_size=6)


@given(TEXTS)
@settings(deadline=None)
def test_a_text_gives_the_same_words_alone_and_among_others(texts: list[str]) -> None:
    together = words_of(texts)
    for number, text in enumerate(texts):
        alone = words_of([text])
        assert together.hashes[together.text == number].tolist() == alone.hashes.tolist()
        assert together.anchors[together.anchor_text == number].tolist() == alone.anchors.tolist()


def test_case_accents_and_script_make_no_difference() -> None:
    one, other = words_of(["Élan vital in Москва"]), words_of(["ELAN Vital, in moskva"])
    assert one.hashes.tolist() == other.hashes.tolist()


def test_names_inside_a_sentence_and_numbers_are_anchors() -> None:
    found = words_of(["In Trier, Ilka Bernstorff got 20,917 votes in 2019; 7 were void, 406 spoiled."])
    assert found.anchors.tolist() == [anchor(key) for key in ("trier", "ilka", "bernstorff", "20.917", "406")]


def test_a_number_is_one_whatever_parts_its_digits() -> None:
    written = ["x 20,917 y", "x 20.917 y", "x 20 917 y", "x 20’917 y"]
    assert {words_of([text]).anchors.tolist()[0] for text in written} == {anchor("20.917")}


def test_runs_of_words_stay_inside_a_text() -> None:
    words = words_of(["one two three", "four five six"])
    assert grams(words, 3)[1].tolist() == [0, 1]


def test_hours_as_lines_write_them() -> None:
    lines = {
        "14.09.2025, 09.35 Uhr": 575,
        "0812 GMT": 492,
        "04.02.2025, 12 h 14": 734,
        "Sunday 18 May 2025 21:55": 1315,
        "Updated 3:05 p.m.": 905,
        "10.11.2025": None,
        "up 3.5 points in 2019": None,
    }
    assert {line: minute_of_day(line) for line in lines} == lines


def test_what_random_orders_have_in_common_grows_slowly() -> None:
    assert [round(by_chance_in_order(count)) for count in (0, 1, 4, 9, 16)] == [0, 1, 2, 4, 6]
