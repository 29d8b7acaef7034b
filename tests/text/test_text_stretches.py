"""The stretches worth reading hold every sought word and digit, with the known words around them."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.stretches import KNOWN, SOUGHT, WORTHLESS, stretches, worths_of
from secondsource.text.tokens import words

_WORTHS = {"on": KNOWN, "the": KNOWN, "last": KNOWN, "Monday": SOUGHT, "Friday": SOUGHT}


def worth(word: str) -> int:
    return _WORTHS.get(word, WORTHLESS)


def cut(text: str) -> list[str]:
    return [span.cut(text) for span in stretches(text, worths_of(worth))]


def test_a_stretch_reaches_over_known_words_to_the_first_unknown_one() -> None:
    assert cut("Rain fell on the last Monday of a long month.") == ["fell on the last Monday of"]


def test_a_digit_makes_a_stretch_of_its_own() -> None:
    assert cut("Some 40 ships left, and rain fell.") == ["Some 40 ships"]


def test_stretches_that_share_an_unknown_word_are_one() -> None:
    assert cut("Monday rain Friday") == ["Monday rain Friday"]


def test_what_stands_before_a_hyphen_belongs_to_its_piece() -> None:
    assert cut("Rain fell until mid-Monday on end.") == ["until mid-Monday on end."]


def test_a_text_without_sought_words_has_none() -> None:
    assert cut("on the last of them") == []


_TEXTS = st.lists(st.sampled_from([*_WORTHS, "rain", "40", ",", ". ", "\n", "7th", "é"]), max_size=30).map(" ".join)


@given(_TEXTS)
def test_they_are_in_order_apart_and_hold_every_sought_word_and_digit(text: str) -> None:
    found = stretches(text, worths_of(worth))
    assert all(one.end <= other.start for one, other in pairwise(found))
    sought = [span for span in words(text) if worth(span.cut(text)) == SOUGHT or span.cut(text)[0].isdigit()]
    assert all(any(one.covers(span) for one in found) for span in sought)
