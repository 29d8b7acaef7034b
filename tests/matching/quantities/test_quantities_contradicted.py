"""A number that another body holds to be wrong, right behind it; what looks like that and is none; and what was said
before, put right, or counted otherwise."""

import pytest

from secondsource.model.group import Agreement
from tests.matching.quantities.test_quantities_warrant import between


@pytest.mark.parametrize(
    ("text", "one", "other", "language"),
    [
        (
            "Die Behörde schätzt die Zahl der Vergifteten auf 140. Das sei viel zu niedrig, sagt Ines Kolbe, "
            "Sprecherin der Kliniken. Ihre Leute kämen auf 215.",
            "140",
            "215",
            "de",
        ),
        (
            "Nach Darstellung des Vorstands fallen 320 Stellen weg. Die Gewerkschaft hält das für geschönt: 480 seien "
            "es, sagte Sekretär Jan Hempel.",
            "320",
            "480",
            "de",
        ),
        (
            "The board puts the damage at 19 million euros. Insurers called that a guess but hold on to "
            "26 million euros.",
            "19 million euros",
            "26 million euros",
            "en",
        ),
        (
            "Les soignants maintiennent leur estimation de 62 malades, loin des 41 de l'agence.",
            "62",
            "41",
            "fr",
        ),
        (
            "Die Verwalterin geht von 4,2 Millionen Euro rückständiger Miete aus, deren Verband von 7,5 Millionen "
            "Euro.",
            "4,2 Millionen Euro",
            "7,5 Millionen Euro",
            "de",
        ),
        ("That will cost 1,250 jobs rather than 950. The union sees 1,700 go.", "1,250", "1,700", "en"),
    ],
)
def test_a_number_that_another_body_holds_to_be_wrong_is_in_dispute(
    text: str, one: str, other: str, language: str
) -> None:
    assert between(text, one, other, language) is Agreement.CONFLICT


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Of the parents 60 percent say so. The study found girls 35 percent more likely to be ill.", "60", "35"),
        ("The police denied 140 requests. The union has 215 members in the town.", "140", "215"),
    ],
)
def test_two_numbers_of_two_things_are_in_no_dispute(text: str, one: str, other: str) -> None:
    assert between(text, one, other) is not Agreement.CONFLICT


def test_what_is_denied_gives_way_to_what_is_put_in_its_place() -> None:
    text = "Ce ne sont pas 18 000 mais 21 500 foyers qui ont été privés d'eau."
    assert between(text, "18 000", "21 500", "fr") is Agreement.REVISED


def test_what_somebody_had_reported_is_revised() -> None:
    text = "Deaths from the fever now number 131; on 17 July the agency had reported 112."
    assert between(text, "131", "112") is Agreement.REVISED


def test_who_counts_others_as_well_draws_the_line_otherwise() -> None:
    text = (
        "La police recense vingt-neuf blessés. Le service d'ambulances recense pour sa part 38 blessés : il compte "
        "aussi les personnes en état de choc."
    )
    assert between(text, "vingt-neuf", "38", "fr") is Agreement.DIFFERENT_DEFINITION
