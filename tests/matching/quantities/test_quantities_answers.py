"""What the second of two figures of one report answers to the first: another body's number, a correction, a price
without its rate, a conversion; and what is no answer."""

import pytest

from secondsource.model.group import Agreement
from tests.matching.quantities.test_quantities_warrant import between


@pytest.mark.parametrize(
    ("text", "one", "other", "language"),
    [
        (
            "The line will carry 24,000 passengers a day. The court of audit puts demand at 17,500.",
            "24,000",
            "17,500",
            "en",
        ),
        (
            "Depuis janvier, 38 000 clients sont partis, affirme Velis. Le comparateur Prixo en dénombre 61 000.",
            "38 000",
            "61 000",
            "fr",
        ),
        (
            "Die Linie kostet 211 Millionen Euro. Der Rechnungshof bleibt bei 230 Millionen.",
            "211 Millionen Euro",
            "230 Millionen",
            "de",
        ),
    ],
)
def test_who_sets_a_bare_number_against_that_of_the_report_contradicts_it(
    text: str, one: str, other: str, language: str
) -> None:
    assert between(text, one, other, language) is Agreement.CONFLICT


@pytest.mark.parametrize(
    ("text", "one", "other", "agreement"),
    [
        (
            "The line will carry 24,000 passengers a day. In 2019 the city counted 17,500.",
            "24,000",
            "17,500",
            Agreement.DIFFERENT_PERIOD,
        ),
        ("Dead birds number 1,040; with ducks the count is 1,390.", "1,040", "1,390", None),
        (
            "The city counts 14,200 pupils. The ministry counts differently: 13,650.",
            "14,200",
            "13,650",
            Agreement.DIFFERENT_DEFINITION,
        ),
    ],
)
def test_a_day_another_line_or_another_method_explains_the_difference(
    text: str, one: str, other: str, agreement: Agreement | None
) -> None:
    assert between(text, one, other) is agreement


@pytest.mark.parametrize(
    ("text", "one", "other", "language"),
    [
        ("Nach Abgleich der Proben seien es 119 statt von 128 Wölfen.", "119", "128", "de"),
        ("Le canton autorise 35 tirs de loups au lieu des 27 prévus.", "35", "27", "fr"),
        ("Rents stood at 15.30 euros a square metre, not at 15.80 euros.", "15.30 euros a square metre", "15.80", "en"),
        ("The insurer raised its own estimate of victims to 1.7 million from 1.1 million.", "1.7 million", "1.1", "en"),
    ],
)
def test_one_number_takes_the_place_of_another(text: str, one: str, other: str, language: str) -> None:
    assert between(text, one, other, language) is Agreement.REVISED


def test_what_was_taken_back_is_in_no_dispute_with_who_speaks_later() -> None:
    text = "The canton corrected its wolf count to 119 from 128. The hunters' union insists on 180."
    assert between(text, "128", "180") is None


@pytest.mark.parametrize(
    ("text", "one", "other", "language"),
    [
        ("They ask for 40 million Danish kroner, about 5.9 million dollars.", "40 million", "5.9 million", "en"),
        ("La vente a rapporté 410 millions d'euros, soit 4,5 milliards de couronnes.", "410", "4,5 milliards", "fr"),
        ("Sie verlangen 40 Millionen Kronen, umgerechnet gut 5,3 Millionen Euro.", "40 Mill", "5,3 Millionen", "de"),
    ],
)
def test_a_sum_is_converted_without_a_bracket(text: str, one: str, other: str, language: str) -> None:
    assert between(text, one, other, language) is Agreement.CONVERTED


def test_the_votes_of_two_who_ran_are_no_correction() -> None:
    text = "Orla Deasy received 11,907 votes against 11,864 for Fintan Meere, who asked for a recount."
    assert between(text, "11,907", "11,864") is None


def test_five_of_the_injured_are_a_part() -> None:
    text = "The crash left 17 people injured. Five of the injured are in a serious condition."
    assert between(text, "17", "Five") is None
