"""Sentences lie in their text, in order, and no white space in the world breaks them."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.sentences import sentences


def cut(text: str, language: str = "en") -> list[str]:
    return [span.cut(text) for span in sentences(text, language)]


def test_a_line_feed_ends_a_sentence() -> None:
    assert cut("Ferries stay in port\nThe crews walked out. They want more pay. ") == [
        "Ferries stay in port",
        "The crews walked out.",
        "They want more pay.",
    ]


def test_a_letter_set_off_from_its_full_stop_by_a_no_break_space() -> None:
    text = "Le port passe au plan B\u00a0. Les équipages attendent."
    assert "".join(cut(text, "fr")).replace(" ", "") == text.replace(" ", "")


def test_a_german_sentence_may_begin_with_a_number() -> None:
    text = "Das sagt die Polizei. 12 Menschen kamen. 3.720 Liter flossen aus. Nach Abs. 2 gilt das seit dem 3. Mai."
    assert [span.cut(text) for span in sentences(text, "de")] == [
        "Das sagt die Polizei.",
        "12 Menschen kamen.",
        "3.720 Liter flossen aus.",
        "Nach Abs. 2 gilt das seit dem 3. Mai.",
    ]


def test_the_same_line_in_two_places_keeps_its_places() -> None:
    found = sentences("It rained.\nIt rained.", "en")
    assert [(span.start, span.end) for span in found] == [(0, 10), (11, 21)]


_TEXTS = st.text(st.sampled_from("aBDrJ. !?…”“\n\t\x85\u00a0\u2009\u3000é1"), max_size=60)


@given(_TEXTS, st.sampled_from(["en", "de", "fr", "xx"]))
def test_they_hold_all_that_is_not_white_space(text: str, language: str) -> None:
    found = sentences(text, language)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(span.cut(text) == span.cut(text).strip() != "" for span in found)
    assert "".join("".join(span.cut(text).split()) for span in found) == "".join(text.split())
