"""Where a written number begins, and what right before it makes it a part of a word."""

import pytest

from secondsource.language.numerals import find_numerals


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Fire shuts the road\n12 people were hurt.", [12]),
        ("Prices fall to USD\n40 a head", [40]),
        ("the\n-12 of the night", [-12]),
        ("Take the B12 to Harnby.", []),
        ("the COVID19 rules", []),
    ],
)
def test_a_line_that_ends_in_a_letter_takes_no_number_of_the_next(text: str, values: list[int]) -> None:
    assert [int(one.value) for one in find_numerals(text, "en")] == values
