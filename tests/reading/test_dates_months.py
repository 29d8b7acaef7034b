"""Dates in words are sought only where a month may be named; no date is lost by that."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.language.stamps import calendar_of
from secondsource.reading.dating.written import _worded, dates_in, may_name_month

TONGUES = (None, "en", "de", "fr", "es", "it", "pt", "nl", "sv", "tr")
SPELLINGS = st.sampled_from([str.upper, str.title, str.lower, lambda name: name.replace("i", "İ").replace("s", "ſ")])


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_what_the_patterns_read_has_a_month_in_it(data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(TONGUES))
    name = data.draw(st.sampled_from(sorted(calendar_of(language).months)))
    spelling = data.draw(SPELLINGS)
    written = data.draw(st.sampled_from(["4 {} 2024", "{} 4, 2024", "am 4. {} 2024", "x{}y", "{}", "no month {}2"]))
    text = written.format(spelling(name)) + data.draw(st.text(max_size=10))
    if any(pattern.search(text) for pattern in _worded(language)):
        assert may_name_month(text, language)


@pytest.mark.parametrize("text", ["12 of 45 pages", "call 555 3412", "the 3rd of them, 20 years on"])
def test_a_text_without_any_month_has_no_date(text: str) -> None:
    assert not may_name_month(text, "en")
    assert dates_in(text, "en") == []
