"""The words of a paragraph: read piece by piece between spaces, and still those of the whole text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.language.speech.lexicon import Lexicon, lexicon
from secondsource.marking.quotes.grammar.words import _TOKEN, Sentence, sentences
from secondsource.model.span import Span

PIECES = st.sampled_from(
    [
        "Bundes-",
        "und",
        "Landesamt",
        "NATO's",
        "U.S.",
        "J.",
        "90%",
        "3.5",
        "l’Elysée",
        "a-t-il",
        "nord.de",
        "--",
        "…",
        ",",
        ".",
        "don't",
        "officers'",
        "(",
        ")",
        "\t",
        "\xa0",
        "_",
        "",
        "x-",
        "-",
        "oder,",
        "Mr.",
        "no.",
        "said.",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=30).map(" ".join), st.text(max_size=80))


def words_of(code: str) -> Lexicon:
    found = lexicon(code)
    assert found is not None
    return found


def read(text: str, code: str) -> list[Sentence]:
    return sentences(text, Span(0, len(text)), [], words_of(code))


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_a_space_parts_no_word_that_the_whole_text_has(text: str) -> None:
    found = [start for sentence in read(text, "en") for start in sentence.starts]
    whole = {match.start(): match.group() for match in _TOKEN.finditer(text)}
    assert set(found) <= whole.keys()
    joined = whole.keys() - set(found)
    assert all(whole[start] == "." for start in joined), "only a stop goes to the word before it"


@given(TEXTS, st.sampled_from(["en", "de", "fr"]))
@settings(max_examples=400, deadline=None)
def test_words_stand_in_order_where_the_sentence_says(text: str, code: str) -> None:
    found = read(text, code)
    places = [
        (start, token.text) for sentence in found for start, token in zip(sentence.starts, sentence.tokens, strict=True)
    ]
    assert all(text.startswith(word, start) for start, word in places)
    assert places == sorted(places)


def test_a_hanging_hyphen_belongs_to_its_word_before_and() -> None:
    tokens = [token.text for token in read("Bundes- und Landesamt, nord- west", "de")[0].tokens]
    assert tokens == ["Bundes-", "und", "Landesamt", ",", "nord", "-", "west"]


def test_a_long_list_without_a_stop_is_cut() -> None:
    assert [len(sentence.tokens) for sentence in read("word " * 700, "en")] == [300, 300, 100]
