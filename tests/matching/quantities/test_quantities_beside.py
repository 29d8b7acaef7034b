"""Two values that one report states: which of the classes its words say."""

import pytest

from secondsource.marking.figures.stage import MarkFigures
from secondsource.marking.mentions.stage import MarkMentions
from secondsource.marking.moments.stage import MarkMoments
from secondsource.marking.quotes.stage import MarkQuotes
from secondsource.matching.quantities.stage import MatchQuantities
from secondsource.matching.quantities.standing import standings
from secondsource.model.document import Document
from secondsource.model.group import Agreement
from secondsource.model.mark import Figure
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import MarkedDocument, Marks, Pile
from secondsource.model.source import Source


def pile_of(text: str, language: str) -> Pile:
    """A report of body text alone, marked."""
    source = Source("source:1", "1", "1", None, "1", "text/plain", "utf-8")
    document = Document(source, text, language, (Passage(0, len(text), Role.BODY),))
    marks = Marks()
    for marker in (MarkMentions(), MarkMoments(), MarkQuotes(), MarkFigures()):
        marks = marks.plus(marker.mark(document, marks).marks)
    return Pile((MarkedDocument(document, marks),))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "The ministry puts the land without water at 31,000 hectares. Farmers speak of 47,000 hectares.",
            "en",
            Agreement.CONFLICT,
        ),
        (
            "La chambre de commerce chiffre les pertes à 38 millions d'euros ; "
            "les assureurs n'en voient que 20 millions.",
            "fr",
            Agreement.CONFLICT,
        ),
        (
            "Der Stausee ist zu 24 Prozent gefüllt. Vor einer Woche waren es 22 Prozent.",
            "de",
            Agreement.DIFFERENT_PERIOD,
        ),
        ("The hall will cost 96 million euros instead of the planned 90 million.", "en", Agreement.REVISED),
        (
            "Auf der Straße wäre der Fund laut Polizei 210 Millionen Euro wert. "
            "Im Großhandel, rechnet die Staatsanwaltschaft, wären es 130 Millionen Euro.",
            "de",
            Agreement.DIFFERENT_DEFINITION,
        ),
        (
            "The airport counted 340,000 passengers in 2023. It hopes for 360,000 in 2024.",
            "en",
            Agreement.DIFFERENT_PERIOD,
        ),
        ("The airport counted 340,000 passengers. Its director hopes for 360,000.", "en", None),
        ("Revenue came to 148 million euros and net profit to 124 million euros.", "en", None),
    ],
)
def test_two_values_of_one_report(text: str, language: str, expected: Agreement | None) -> None:
    pile = pile_of(text, language)
    matched = MatchQuantities().match(pile, ())
    figures = pile.documents[0].marks.of(Figure)
    assert standings(pile.plus(matched)).between(figures[0].id, figures[-1].id) is expected
