"""Statements of the models grade, end to end: where the parser is installed."""

import pytest

from secondsource.errors import ModelError
from secondsource.language.parsing import english
from secondsource.marking.quotes.stage import MarkQuotes
from secondsource.model.mark import Statement
from secondsource.model.pile import Marks
from tests.marking.quotes.quotes_helpers import body_document, mentions, statements

TEXT = (
    "Those who want to swim in the harbour may do so from June, the council said on Monday.\n"
    "Mayor Ann Lee endorsed the plan last week, calling it “a gift to the town”.\n"
    "She said she hoped the water would be warm.\n"
    "A company called Lumo sought to stop the work."
)


@pytest.fixture(autouse=True)
def _installed() -> None:
    pytest.importorskip("spacy", reason="the models grade is not installed")
    try:
        english.identity()
    except ModelError:
        pytest.skip("no English model of spaCy is installed")


def parsed(text: str, language: str = "en") -> list[Statement]:
    document = body_document(text, language)
    found = MarkQuotes(parser="").mark(document, mentions(document)).marks
    return [mark for mark in found if isinstance(mark, Statement)]


def test_words_stand_in_the_text_at_their_spans() -> None:
    for statement in parsed(TEXT):
        assert statement.text == " ".join(TEXT[span.start : span.end] for span in statement.spans)


def test_an_object_ends_before_what_the_writer_adds() -> None:
    assert "the plan" in [statement.text for statement in parsed(TEXT)]


def test_a_speakers_own_hope_inside_her_words_is_no_second_statement() -> None:
    told = [statement.text for statement in parsed(TEXT)]
    assert "she hoped the water would be warm" in told
    assert "the water would be warm" not in told


def test_a_company_that_is_called_so_is_no_speaker_of_its_name() -> None:
    assert all(statement.text != "Lumo" for statement in parsed(TEXT))


def test_a_document_of_another_language_is_read_by_the_rules() -> None:
    german = "Die Bürgermeisterin sagte, das Wasser sei warm."
    document = body_document(german, "de")
    assert parsed(german, "de") == statements(document, mentions(document))


def test_twice_is_the_same() -> None:
    document = body_document(TEXT)
    assert MarkQuotes(parser="").mark(document, Marks()) == MarkQuotes(parser="").mark(document, Marks())
