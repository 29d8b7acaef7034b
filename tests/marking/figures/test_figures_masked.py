"""Looking only where digits stand finds what looking through the whole text finds."""

from hypothesis import given
from hypothesis import strategies as st

from secondsource.marking.figures.masked import masked, masked_in
from secondsource.model.span import Span

WORDS = [
    *("7", "of", "25", "8", "9", "10", "call", "020", "7946", "0958", "(0)20", "-", ".", "7/25", "8/25", "9/25", "the"),
    *("ferries,", "1.500", "3,", "a\n12", "12\nof", "", "\u00a033", "www.ferries.example", "und", "drei"),
]


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from(["en", "de", "fr"]))
def test_what_is_masked_does_not_depend_on_where_it_is_looked_for(words: list[str], code: str) -> None:
    text = " ".join(words)
    assert masked(text, code) == masked_in(text, [Span(0, len(text))])


def test_a_phone_number_counts_nothing() -> None:
    text = "The union counted 412 ferries. Call (0)20 7946 0958 for the list."
    assert [text[start:end] for start, end in masked(text, "en")] == ["0)20 7946 0958"]
