"""Cases anyone can add: `cases/<name>/input.txt` with the parties in [brackets], `expected.toml` with the deeds."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.marking.actions.between import deed_between, plover_code
from secondsource.marking.actions.find import Named, deeds_in
from secondsource.marking.actions.stage import MarkActions
from secondsource.model.document import Document
from secondsource.model.mark import Action, ActorKind, Mention, MentionForm, Realis, Statement, StatementKind
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import Marks
from secondsource.model.source import Source
from secondsource.model.span import Span

CASES = sorted(path.parent for path in (Path(__file__).parent / "cases").glob("*/input.txt"))
SPORT = "The coach praised his players. The club leads the league this season; fans filled the stadium. "
COUNCIL = "The mayor praised his deputies. The council meets in the old hall this week; families filled the square. "


def marked(raw: str, language: str) -> tuple[Document, Marks]:
    """A text without its brackets, and a mention for each of them."""
    text, spans = "", []
    for part in re.split(r"(\[[^\]]*\])", raw):
        if part.startswith("["):
            spans.append(Span(len(text), len(text) + len(part) - 2))
        text += part.strip("[]")
    source = Source("case", "case", "case", None, "case", "text/plain", "utf-8")
    mentions = [
        Mention(
            id=f"mention:{span.start}",
            source="case",
            start=span.start,
            end=span.end,
            text=span.cut(text),
            name=span.cut(text),
            kind=ActorKind.ORGANISATION,
            form=MentionForm.NAME,
        )
        for span in spans
    ]
    return Document(source, text, language, (Passage(0, len(text), Role.BODY),)), Marks().plus(mentions)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_case(case: Path) -> None:
    expected = tomllib.loads((case / "expected.toml").read_text(encoding="utf-8"))
    document, marks = marked((case / "input.txt").read_text(encoding="utf-8"), expected.get("language", "en"))
    found = [mark for mark in MarkActions().mark(document, marks).marks if isinstance(mark, Action)]
    rows = [
        {
            key: value
            for key, value in (("code", one.code), ("actor", one.actor), ("target", one.target), ("realis", one.realis))
            if value is not None
        }
        for one in found
    ]
    assert rows == expected["deeds"]


def test_what_a_speaker_says_stays_an_allegation() -> None:
    document, marks = marked("[Ostby] said that [Velmond] attacked [Karvenia].", "en")
    start, end = document.text.index("Velmond"), len(document.text) - 1
    statement = Statement(
        id="statement:1",
        source="case",
        start=start,
        end=end,
        kind=StatementKind.INDIRECT,
        spans=(Span(start, end),),
        text=document.text[start:end],
        speaker=None,
    )
    (action,) = MarkActions().mark(document, marks.plus([statement])).marks
    assert isinstance(action, Action)
    assert (action.realis, action.statement) == (Realis.ALLEGED, "statement:1")


def test_a_language_without_a_lexicon_gives_nothing() -> None:
    document, marks = marked("[Ostby] hyökkäsi [Velmond].", "fi")
    assert MarkActions().mark(document, marks).marks == ()


@pytest.mark.parametrize(
    ("code", "realis", "plover"),
    [
        ("AID", Realis.PLANNED, "AGREE"),
        ("SANCTION", Realis.THREATENED, "THREATEN"),
        ("COOPERATE", Realis.DENIED, "REJECT"),
        ("ASSAULT", Realis.ASSERTED, "ASSAULT"),
    ],
)
def test_promises_and_threats_have_their_own_types(code: str, realis: Realis, plover: str) -> None:
    assert plover_code(code, realis) == plover


def test_the_deed_between_two_given_parties() -> None:
    text = "Velmond was accused of delay by Ostby, which had sanctioned Karvenia."
    told = deed_between(text, Span(0, len(text)), [Span(32, 37)], [Span(0, 7)], "en")
    assert told is not None
    assert told.code == "ACCUSE"


@given(st.text(alphabet="abc RrAa attacked accused of by . , \" ’'[]", max_size=120))
def test_spans_lie_in_the_text(text: str) -> None:
    for told in deeds_in(text, Span(0, len(text)), [Named(Span(0, min(3, len(text))), "x")], "en"):
        assert 0 <= told.span.start < told.span.end <= len(text)


def test_two_parties_side_by_side_break_nothing() -> None:
    document, marks = marked("[Ostby] accused [ministers] [Velmond] of delay.", "en")
    found = [one for one in MarkActions().mark(document, marks).marks if isinstance(one, Action)]
    assert [one.actor for one in found] == ["Ostby"]


@pytest.mark.parametrize(("text", "deeds"), [(SPORT, 0), (COUNCIL, 1)])
def test_a_text_full_of_words_of_sport_tells_no_attacks(text: str, deeds: int) -> None:
    document, marks = marked(text + "[Ostby] attacked [Velmond].", "en")
    found = [one for one in MarkActions().mark(document, marks).marks if isinstance(one, Action)]
    assert len(found) == deeds
