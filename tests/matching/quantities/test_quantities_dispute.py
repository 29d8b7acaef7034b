"""Two who stand beside two numbers dispute nothing, unless the numbers are of one thing, of one place, and say how much
there is."""

import pytest

from secondsource.matching.quantities.stage import MatchQuantities
from secondsource.matching.quantities.standing import standings
from secondsource.model.group import Agreement
from secondsource.model.mark import Figure
from tests.matching.quantities.test_quantities_beside import pile_of

NONE = [
    ("another town", "Police counted 4,200 marchers. In Linde the organisers spoke of 2,900 marchers.", "en"),
    ("asked and offered", "The union demands 6 percent more pay; the city offers 3 percent.", "en"),
    ("asked and offered", "Die Bauern verlangen 52 Cent je Liter. Die Molkerei bietet 44 Cent je Liter.", "de"),
    ("two losses", "Fishermen fear losses of 3 million euros; hotels speak of 5 million euros in lost bookings.", "en"),
    ("promised", "La région promet 20 millions d'euros, le département cinq millions.", "fr"),
    ("asked and offered", "Le syndicat réclame 8 % de plus ; la mairie propose 3 %.", "fr"),
    (
        "two wholes",
        "The union said 64 percent of bus drivers stayed at home. The company said 48 percent of its buses ran.",
        "en",
    ),
    (
        "what it was built for",
        "Die Polizei spricht von 410 Menschen auf dem Steg. Gebaut war er laut der Firma Holm für 250 Menschen.",
        "de",
    ),
    (
        "a part",
        "The barge carried 212 people, of whom 34 were crew, the owner said.",
        "en",
    ),
    (
        "those who help and those who leave",
        "L'incendie progresse, a indiqué la préfecture. 540 pompiers sont sur place. 1 300 habitants ont été évacués.",
        "fr",
    ),
]


@pytest.mark.parametrize(("why", "text", "language"), NONE)
def test_two_numbers_of_two_things_are_in_no_dispute(why: str, text: str, language: str) -> None:
    pile = pile_of(text, language)
    pile = pile.plus(MatchQuantities().match(pile, ()))
    figures = pile.documents[0].marks.of(Figure)
    assert len(figures) >= 2
    assert standings(pile).between(figures[0].id, figures[-1].id) is not Agreement.CONFLICT, why


def test_two_who_count_one_thing_are_in_dispute() -> None:
    pile = pile_of("Police counted 4,200 marchers in Linde. The organisers spoke of 9,000 marchers.", "en")
    pile = pile.plus(MatchQuantities().match(pile, ()))
    figures = pile.documents[0].marks.of(Figure)
    assert standings(pile).between(figures[0].id, figures[-1].id) is Agreement.CONFLICT


def test_girls_and_boys_are_whom_a_figure_counts_and_answer_nobody() -> None:
    pile = pile_of("Teenagers spent 4.3 hours a day on their phones. Girls spent 4.7 hours, boys 3.9.", "en")
    pile = pile.plus(MatchQuantities().match(pile, ()))
    figures = pile.documents[0].marks.of(Figure)
    assert standings(pile).between(figures[-2].id, figures[-1].id) is None


def test_a_body_behind_a_semicolon_is_not_the_one_before_it() -> None:
    text = (
        "Quelque 6 000 personnes ont défilé, d'après la police ; le syndicat Verdo en a compté 11 000. "
        "La fermeture toucherait 1 150 salariés selon la police, 1 700 selon le syndicat."
    )
    pile = pile_of(text, "fr")
    pile = pile.plus(MatchQuantities().match(pile, ()))
    figures = pile.documents[0].marks.of(Figure)
    assert standings(pile).between(figures[-2].id, figures[-1].id) is Agreement.CONFLICT


def test_nobody_disputes_what_he_said_before() -> None:
    text = (
        "The ministry sees weddings at 54,000 by 2035; Velsk, a think tank in Wels, has 48,500. Velsk once put its own "
        "number for 2035 at 51,300, in a paper of last March."
    )
    pile = pile_of(text, "en")
    pile = pile.plus(MatchQuantities().match(pile, ()))
    figures = pile.documents[0].marks.of(Figure)
    assert standings(pile).between(figures[-2].id, figures[-1].id) is not Agreement.CONFLICT
