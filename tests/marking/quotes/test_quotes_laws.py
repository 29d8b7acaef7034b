"""What holds of every statement, whatever the text."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.marking.quotes.find import quotations
from secondsource.marking.quotes.stage import MarkQuotes
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import Marks
from secondsource.model.span import Span
from tests.marking.quotes.quotes_helpers import body_document, statements

WORDS = [
    "said",
    "says",
    "told",
    "he",
    "that",
    "war",
    "ships",
    "we",
    "warned",
    "sagte",
    "selon",
    "Lee",
    "(",
    ")",
    ",",
    ".",
    "?",
    "'",
    "''",
    "—",
    "“",
    "”",
    '"',
    "«",
    "»",
    "„",
    "‘",
    "’",
]
PIECES = st.sampled_from([*WORDS, "Ann Lee", "the minister", "according to", "\n", " "])
TEXTS = st.lists(PIECES, max_size=40).map(" ".join)


@given(TEXTS, st.sampled_from(["en", "fr", "de", "es", "it", "pt", "nl", "sv"]))
@settings(max_examples=150, deadline=None)
def test_every_span_lies_in_the_text_and_cuts_its_words(text: str, language: str) -> None:
    for one in statements(body_document(text, language)):
        assert one.text == " ".join(span.cut(text) for span in one.spans)
        assert (one.start, one.end) == (one.spans[0].start, max(span.end for span in one.spans))
        assert all(0 <= span.start < span.end <= len(text) for span in one.spans)
        assert one.speaker is None or text[one.speaker.start : one.speaker.end].strip()
        assert (one.speaker is None) == (one.speaker_missing is not None)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_quotations_do_not_overlap_and_hold_their_words(text: str) -> None:
    line = text.replace("\n", " ")
    found = quotations(line, Span(0, len(line)), lambda start, end: None)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))
    assert all(q.start <= q.inner.start <= q.inner.end <= q.end for q in found)


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_two_runs_give_the_same_marks(text: str) -> None:
    document = body_document(text)
    assert MarkQuotes().mark(document, Marks()) == MarkQuotes().mark(document, Marks())


def test_words_outside_reported_passages_are_never_statements() -> None:
    text = "“We sail at dawn,” Ann Lee said.\n“Buy now,” the shop said."
    document = body_document(text)
    first, second = document.passages
    document = type(document)(document.source, text, "en", (first, Passage(second.start, second.end, Role.FURNITURE)))
    assert [one.text for one in statements(document)] == ["We sail at dawn,"]


def test_a_link_line_between_does_not_interrupt_the_speaker() -> None:
    text = "“We sail at dawn,” Ann Lee said.\nALSO SEE: Ten ports\n“The wind is good.”"
    document = body_document(text)
    parts = document.passages
    link = Passage(parts[1].start, parts[1].end, Role.TEASER)
    document = type(document)(document.source, text, "en", (parts[0], link, parts[2]))
    (one,) = statements(document)
    assert one.speaker is not None
    assert one.speaker.name == "Ann Lee"
    assert one.text.endswith("The wind is good.")


def test_a_language_without_a_table_is_told_as_a_problem() -> None:
    marked = MarkQuotes().mark(body_document("“Hei,” sa Kari.", "xx"), Marks())
    assert marked.marks == ()
    assert [problem.code for problem in marked.problems] == ["quotes-language-without-table"]
