"""What the clause of one figure says: what it goes on from, who gives it, and words that languages share."""

import pytest

from secondsource.marking.figures.stage import MarkFigures
from secondsource.marking.mentions.stage import MarkMentions
from secondsource.marking.moments.stage import MarkMoments
from secondsource.matching.quantities.reading.frame import keys_of, skeleton
from secondsource.matching.quantities.reading.sentence import subjects
from secondsource.matching.quantities.reading.subject import Subject
from secondsource.model.document import Document
from secondsource.model.mark import Figure, Mention, Moment
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import Marks
from secondsource.model.source import Source


def about(text: str, code: str = "en") -> tuple[dict[str, Subject], dict[str, str]]:
    """The subjects of a text's figures by the figures' characters, and those characters by figure id."""
    source = Source("source:1", "1", "1", None, "1", "text/plain", "utf-8")
    document = Document(source, text, code, (Passage(0, len(text), Role.BODY),))
    marks = Marks()
    for marker in (MarkMentions(), MarkMoments(), MarkFigures()):
        marks = marks.plus(marker.mark(document, marks).marks)
    figures = marks.of(Figure)
    found = subjects(text, code, figures, marks.of(Mention), marks.of(Moment))
    return {one.text: found[one.id] for one in figures}, {one.id: one.text for one in figures}


@pytest.mark.parametrize(
    ("text", "code", "figure", "base"),
    [
        (
            "The spill covers 310 hectares. The farmers' union speaks of 470 hectares.",
            "en",
            "470 hectares",
            "310 hectares",
        ),
        ("Le lac est rempli à 23,4 %. Une semaine plus tôt, il l'était à 24,9 %.", "fr", "24,9 %", "23,4 %"),
        (
            "Der Stausee ist zu 24 Prozent gefüllt. Vor einer Woche waren es 22 Prozent.",
            "de",
            "22 Prozent",
            "24 Prozent",
        ),
    ],
)
def test_a_clause_that_says_only_who_or_when_goes_on_from_the_one_before(
    text: str, code: str, figure: str, base: str
) -> None:
    found, texts = about(text, code)
    assert texts[found[figure].goes_on or ""] == base


@pytest.mark.parametrize(
    "text",
    [
        "Eleven people were killed and 34 were injured in the collision.",
        "The farm lost 410 geese. The county hired 380 drivers.",
        "Revenue came to 148 million euros and profit to 3 million euros.",
    ],
)
def test_a_clause_with_words_of_its_own_goes_on_from_nothing(text: str) -> None:
    found, _ = about(text)
    assert [one.goes_on for one in found.values()] == [None, None]


def test_who_gives_a_figure_stands_in_its_own_clause() -> None:
    found, _ = about("Police counted 1,400 marchers, organisers 4,000.")
    assert not found["1,400"].frame.bodies & found["4,000"].frame.bodies
    assert found["4,000"].frame.bodies


def test_a_number_of_an_operator_by_two_names_has_one_giver() -> None:
    found, _ = about(
        "The grid operator Rede Norte put the repair at 12 million euros. Rede Norte keeps to 12 million euros."
    )
    assert all(one.frame.bodies for one in found.values())


def test_what_is_hoped_for_is_told_from_what_is() -> None:
    found, _ = about("The airport counted 340,000 passengers. Its director hopes for 360,000.")
    assert (found["340,000"].frame.expects, found["360,000"].frame.expects) == (False, True)


@pytest.mark.parametrize(("one", "other"), [("container", "conteneur"), ("cocaine", "kokain"), ("banana", "banane")])
def test_cognates_share_their_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_words_of_one_meaning_share_a_key() -> None:
    assert keys_of("patients", "en") & keys_of("patienten", "de")
    assert not keys_of("geese", "en") & keys_of("fahrer", "de")
