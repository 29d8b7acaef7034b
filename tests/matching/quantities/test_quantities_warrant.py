"""What is told of two figures of one report: who is counted is no rival, a girl is no boy, and a bare number has the
unit of what it goes on from."""

import datetime as dt

import pytest

from secondsource.matching.quantities.stage import MatchQuantities
from secondsource.matching.quantities.standing import standings
from secondsource.model.group import Agreement
from secondsource.model.pile import Pile
from tests.matching.quantities.test_quantities_pairs import Side, document, figure

DAY = dt.date(2025, 11, 4).isoformat()


def between(text: str, one: str, other: str, language: str = "en") -> Agreement | None:
    """How two figures of one report stand to each other."""
    pile = Pile((document(Side(text, one, language, DAY), "a"),))
    matched = pile.plus(MatchQuantities().match(pile, ()))
    return standings(matched).between(figure(pile, "a", one).id, figure(pile, "a", other).id)


@pytest.mark.parametrize(
    ("text", "one", "other", "language"),
    [
        (
            "Half of teens say they feel addicted, and most parents, 60 percent, say it of their children.",
            "Half",
            "60",
            "en",
        ),
        ("Girls spent 4.7 hours a day on their phones, boys 3.9 hours.", "4.7 hours", "3.9 hours", "en"),
        ("Mädchen kommen auf 4,7 Stunden am Tag, Jungen auf 3,9 Stunden.", "4,7 Stunden", "3,9 Stunden", "de"),
        ("The trust questioned 2,400 pupils and 1,150 parents in September.", "2,400", "1,150", "en"),
        (
            "Lena Marsh has children aged 7 and 10. Others feel like Ida Bell, a mom of two, said a friend.",
            "10",
            "two",
            "en",
        ),
    ],
)
def test_two_things_of_one_report_are_in_no_dispute(text: str, one: str, other: str, language: str) -> None:
    assert between(text, one, other, language) is None


def test_a_toll_that_grew_is_no_dispute() -> None:
    text = "The toll grew overnight, with the mayor saying 77 people died. The minister said 80 people were killed."
    assert between(text, "77", "80") is Agreement.REVISED


def test_a_verb_left_out_is_understood() -> None:
    text = "The farmers' union estimates losses at 320 million euros, the insurers at 190 million euros."
    assert between(text, "320 million euros", "190 million euros") is Agreement.CONFLICT


def test_a_bare_number_has_the_unit_of_what_it_takes_the_place_of() -> None:
    text = "Teenagers spent 4.1 hours a day on their phones, not 4.3, the trust said on Tuesday."
    assert between(text, "4.1 hours", "4.3") is Agreement.REVISED


def test_a_forecast_after_another_is_taken_back() -> None:
    text = "Analysts at Selmer expect costs of 300 million euros, after 260 million euros a week ago."
    assert between(text, "300 million euros", "260 million euros") is Agreement.REVISED


def test_pounds_that_are_converted_are_sterling() -> None:
    text = "The bill would set a fine of 90,000 pounds (about 104,000 euros) for such shops."
    assert between(text, "90,000 pounds", "104,000 euros") is Agreement.CONVERTED


@pytest.mark.parametrize(
    ("text", "one", "other", "language", "expected"),
    [
        (
            "Heil will die Verdienstgrenze von 6300 Euro auf 44.590 Euro anheben.",
            "6300 Euro",
            "44.590 Euro",
            "de",
            None,
        ),
        (
            "Die CSU kommt im Kreistag auf 16 Sitze (zuvor 22), verliert also sechs Sitze.",
            "16 Sitze",
            "22",
            "de",
            Agreement.DIFFERENT_PERIOD,
        ),
        (
            "The party holds 16 seats (previously 22) in the council.",
            "16 seats",
            "22",
            "en",
            Agreement.DIFFERENT_PERIOD,
        ),
    ],
)
def test_a_step_from_one_value_to_the_next_is_no_dispute_and_no_correction(
    text: str, one: str, other: str, language: str, expected: Agreement | None
) -> None:
    assert between(text, one, other, language) is expected


def test_what_some_of_those_asked_think_is_no_rival_of_what_others_think() -> None:
    text = (
        "Etwa die Hälfte der Befragten findet laut der Studie, Männer führten besser. 40 Prozent seien der Meinung, "
        "dass Männer die besseren Manager sind, heißt es in der Studie."
    )
    assert between(text, "Hälfte", "40 Prozent", "de") is not Agreement.CONFLICT


def test_in_a_language_of_which_little_is_known_one_report_tells_no_dispute() -> None:
    told = {
        "en": "Police counted 900 marchers, the union counted 2,500 marchers.",
        "nl": "De politie telde 900 betogers, de vakbond telde 2.500 betogers.",
    }
    assert between(told["en"], "900", "2,500", "en") is Agreement.CONFLICT
    assert between(told["nl"], "900", "2.500", "nl") is not Agreement.CONFLICT


def test_some_of_the_dead_are_no_other_count_of_them() -> None:
    text = (
        "A plane crash on Sunday killed 12 people, officials said. The two pilots also died in the crash, President "
        "Luis Varga said."
    )
    assert between(text, "12", "two") is None
