"""Tokens keep hyphens, apostrophes and digit groups together; pieces never cut one in two."""

from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.tokens import pieces, tokens


def cut(text: str) -> list[str]:
    return [span.cut(text) for span in tokens(text)]


def test_words_numbers_and_marks() -> None:
    assert cut("Don't pay €10 000,50 – it's half-price!") == [
        "Don't", "pay", "€", "10 000,50", "–", "it's", "half-price", "!",
    ]  # fmt: skip


def test_a_piece_ends_at_a_plain_space() -> None:
    assert pieces("“Go,” she said.") == ["“Go,”", "she", "said."]


def test_two_spaces_have_an_empty_piece_between_them() -> None:
    assert pieces("one  two") == ["one", "", "two"]


def test_a_number_grouped_by_spaces_is_one_piece() -> None:
    assert pieces("some 10 000 ships of 12 lines") == ["some", "10 000", "ships", "of", "12", "lines"]


_TEXTS = st.text(st.sampled_from("aé1290 .,'’-\u00a0\n“€"), max_size=40)


@given(_TEXTS)
def test_the_tokens_of_the_pieces_are_those_of_the_text(text: str) -> None:
    apart, at = [], 0
    for piece in pieces(text):
        apart += [token.shifted(at) for token in tokens(piece)]
        at += len(piece) + 1
    assert apart == tokens(text)
