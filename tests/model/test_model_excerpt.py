"""A reading copy maps every character back to its source."""

from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.excerpt import Excerpt
from secondsource.model.span import Span


@given(st.text(min_size=6, max_size=80), st.data())
def test_every_character_of_a_reading_copy_can_be_found_again(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=4, max_size=4)))
    spans = (Span(cuts[0], cuts[1]), Span(cuts[2], cuts[3]))
    excerpt = Excerpt.join(text, spans)
    for at, char in enumerate(excerpt.text):
        if at == spans[0].end - spans[0].start:
            assert char == "\n"
            continue
        origin = excerpt.origin(Span(at, at + 1))
        assert origin.cut(text).replace("\n", " ") == char
        assert any(span.covers(origin) for span in spans)


def test_a_span_across_a_join_runs_from_its_first_to_its_last_character() -> None:
    text = "One. FURNITURE Two."
    excerpt = Excerpt.join(text, (Span(0, 4), Span(15, 19)))
    assert excerpt.text == "One.\nTwo."
    assert excerpt.origin(Span(0, 9)).cut(text) == text
