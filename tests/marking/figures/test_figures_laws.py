"""Laws that hold for the figures of any text."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.language.numerals import find_numerals
from secondsource.marking.figures.stage import MarkFigures
from secondsource.model.document import Document
from secondsource.model.mark import (
    Figure,
    Moment,
    MomentKind,
    Naming,
    Speaker,
    Statement,
    StatementKind,
)
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import Marks
from secondsource.model.source import Source
from secondsource.model.span import Span

LANGUAGES = ("en", "fr", "de", "es", "it", "pt", "nl", "xx")
PIECES = (
    "26.3%", "1,234", "1.234,5", "$240.1 billion", "(€223 billion)", "more than", "two thirds", "une vingtaine", "of",
    "ten", "zweihundert", "Mrd.", "-", "–", "/", "3-1", "F-16", "2023", "June 16", "\n", ". ", "people", "from", "to",
    "½", "1e9", "9" * 40, "0.0001", "per", "gallon", "half", "a", "million", "5", "°C", "firms", "rose", "not", "und",
    "\u202f", "٣", "1/0", "1/3", "^99", "$", "€", "+", "'", "I²", "K²", "İ",
)  # fmt: skip


def document(text: str, language: str, roles: tuple[Passage, ...] = ()) -> Document:
    """A text with its passages; all body where none are given."""
    source = Source("source:law", "law", "law", None, "", "text/plain", "utf-8")
    return Document(source, text, language, roles or (Passage(0, len(text), Role.BODY),))


def marked(made: Document, marks: Marks | None = None) -> list[Figure]:
    """The figures of a document."""
    return [one for one in MarkFigures().mark(made, marks or Marks()).marks if isinstance(one, Figure)]


TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join) | st.text(max_size=60)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_spans_are_the_text_and_bounds_hold_the_value(text: str, language: str) -> None:
    found = marked(document(text, language))
    for one in found:
        assert one.text == text[one.start : one.end] != ""
        assert "\n" not in one.text
        assert one.value == one.value and abs(one.value) < 1e60
        assert one.low is None or one.low <= one.value * (1 + 1e-9) + 1e-9 or one.value < 0
        assert one.high is None or one.high >= one.value - abs(one.value) * 1e-9 or one.value < 0
    ends = [(one.start, one.end) for one in found]
    assert ends == sorted(ends)
    assert all(first[1] <= second[0] for first, second in pairwise(ends))
    assert marked(document(text, language)) == found


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_numerals_do_not_overlap(text: str, language: str) -> None:
    found = find_numerals(text, language)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(0 <= one.start < one.end <= len(text) for one in found)


@pytest.mark.parametrize("role", [Role.FURNITURE, Role.TEASER, Role.CAPTION, Role.CREDIT, Role.LEGAL, Role.MARKUP])
def test_only_reported_passages_carry_figures(role: Role) -> None:
    text = "Exports rose 13%.\nTrade hit $240 billion in 2023"
    at = text.index("Trade")
    made = document(text, "en", (Passage(0, at - 1, Role.BODY), Passage(at, len(text), role)))
    assert [one.text for one in marked(made)] == ["13%"]


def test_the_period_is_the_moment_of_the_clause_and_not_its_base() -> None:
    text = "Trade hit $240.1 billion last year, up 26.3% from 2022."
    moments = [_moment(text, "last year", "2023"), _moment(text, "2022", "2022")]
    periods = [one.period for one in marked(document(text, "en"), Marks().plus(moments))]
    assert periods == ["2023", "2023"]


def test_an_unresolved_moment_is_kept() -> None:
    text = "The agency detained 30 ferries last month."
    moment = _moment(text, "last month", None)
    (one,) = marked(document(text, "en"), Marks().plus([moment]))
    assert (one.period, one.period_moment) == (None, moment.id)


def test_the_day_of_speaking_is_no_period() -> None:
    text = "The alliance has 32 members, she said on Thursday."
    moment = _moment(text, "on Thursday", "2024-04-25")
    end = text.index(",")
    statement = Statement(
        id="statement:1", source="source:law", start=0, end=end, kind=StatementKind.INDIRECT, spans=(Span(0, end),),
        text=text[:end], speaker=Speaker("she", Naming.PRONOUN, end + 2, end + 5), when=moment.id,
    )  # fmt: skip
    (one,) = marked(document(text, "en"), Marks().plus([moment, statement]))
    assert (one.period, one.statement) == (None, "statement:1")


def test_a_figure_belongs_to_the_innermost_statement() -> None:
    text = "Reuters reported that she said exports rose 13%."
    inner = Span(text.index("exports"), len(text) - 1)
    outer = Span(text.index("she"), len(text) - 1)
    statements = [
        Statement(
            id=name, source="source:law", start=span.start, end=span.end, kind=StatementKind.INDIRECT, spans=(span,),
            text=span.cut(text), speaker=None,
        )
        for name, span in (("statement:outer", outer), ("statement:inner", inner))
    ]  # fmt: skip
    (one,) = marked(document(text, "en"), Marks().plus(statements))
    assert one.statement == "statement:inner"


def _moment(text: str, words: str, edtf: str | None) -> Moment:
    start = text.index(words)
    return Moment(
        id=f"moment:{start}", source="source:law", start=start, end=start + len(words), text=words, edtf=edtf, timex="",
        kind=MomentKind.DATE,
    )  # fmt: skip


def test_today_changes_nothing() -> None:
    text = f"In {dt.date(1999, 1, 1).year} and 2030 there were 12 firms."
    assert [one.text for one in marked(document(text, "en"))] == ["12"]


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ('He was "horrified" by a shooting at the fair that left at least 50 dead.', "en", False),
        ("The fire that burned 1,400 hectares was put out with too few men.", "en", False),
        ("Il faut soutenir la commune après l'incendie qui a détruit 40 maisons.", "fr", False),
        ("At least 50 people were killed at the fair.", "en", True),
        ("The fire left 50 people without a roof.", "en", True),
    ],
)
def test_what_a_thing_is_known_by_is_the_pages_own(text: str, language: str, said: bool) -> None:
    end = len(text) - 1
    statement = Statement(
        id="statement:1", source="source:law", start=0, end=end, kind=StatementKind.INDIRECT, spans=(Span(0, end),),
        text=text[:end], speaker=None,
    )  # fmt: skip
    (one,) = marked(document(text, language), Marks().plus([statement]))
    assert (one.statement == "statement:1") is said
