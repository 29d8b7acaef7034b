"""Who gives a figure: what describes a body is no word of the measure, and two bodies set side by side disagree."""

import pytest

from secondsource.model.group import Agreement
from tests.matching.quantities.test_quantities_frame import about
from tests.matching.quantities.test_quantities_warrant import between


@pytest.mark.parametrize(
    ("text", "code", "figure"),
    [
        ("The Geneva dealer Paul Aubry values the vase at 3 million euros.", "en", "3 million euros"),
        ("Laut einer Studie der Hochschule Brugg sind es 40.000 Euro.", "de", "40.000 Euro"),
        ("La commissaire-priseuse lyonnaise Anne Morel parle de 3 millions d'euros.", "fr", "3 millions d'euros"),
    ],
)
def test_words_that_describe_who_gives_a_figure_say_nothing_of_what_it_measures(
    text: str, code: str, figure: str
) -> None:
    found, _ = about(text, code)
    told = {key for keys in found[figure].frame.own for key in keys}
    written = {"dealer", "expert", "owner", "hired", "studie", "hochschul", "commissair", "lyonnais"}
    assert not {f"= {word}" for word in written} & told


def test_a_name_in_quotation_marks_belongs_to_its_body() -> None:
    text = "Die Polizei zählte 150 Menschen, die Bürgerinitiative „Brücke jetzt“ 400."
    assert between(text, "150", "400", "de") is Agreement.CONFLICT


@pytest.mark.parametrize(
    ("text", "one", "other", "language"),
    [
        (
            "Prosecutors value the gold at 1.5 million euros, the museum at 1.6 million.",
            "1.5 million euros",
            "1.6 million",
            "en",
        ),
        (
            "Die Polizei bleibt bei neun Minuten, die Gewerkschaft der Wachleute bei 25.",
            "neun Minuten",
            "25",
            "de",
        ),
        (
            "La préfecture dénombre quatorze maisons perdues ; le collectif des sinistrés, vingt-deux.",
            "quatorze",
            "vingt-deux",
            "fr",
        ),
        (
            "Quelque 120 bateaux selon les organisateurs, 85 selon la préfecture, ont bloqué le port.",
            "120",
            "85",
            "fr",
        ),
        (
            "The blockade cost Famelac 3.1 million euros by its own account, 2 million euros in the view of the union.",
            "3.1 million euros",
            "2 million euros",
            "en",
        ),
    ],
)
def test_two_who_are_set_side_by_side_disagree_also_of_a_few(text: str, one: str, other: str, language: str) -> None:
    assert between(text, one, other, language) is Agreement.CONFLICT


def test_another_body_is_not_corrected_by_the_first() -> None:
    text = "Police corrected their count to 1,500 marchers from 1,200. The union stands by 2,500."
    assert between(text, "1,500", "1,200") is Agreement.REVISED
    assert between(text, "1,500", "2,500") is Agreement.CONFLICT


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Clark has children aged 7 and 10. Others feel like Ida Bell, a mother of two, who said so.", "10", "two"),
        ("The paper found that Haller Bank has 2,300 firms there, Swiss Unity has 1,105.", "2,300", "1,105"),
        (
            "Officials said 10 of the 12 victims were tourists. A family said five of the dead were theirs.",
            "12",
            "five",
        ),
        (
            "A flight sells for 90 million dollars. A mission for the army, which asks for more, is expected to go for "
            "150 million dollars.",
            "90 million dollars",
            "150 million dollars",
        ),
        (
            "The wine region measures 4,800 hectares. In all 3,050 hectares burned, the prefecture said.",
            "4,800 hectares",
            "3,050 hectares",
        ),
    ],
)
def test_a_name_beside_a_number_that_it_does_not_give_is_no_rival(text: str, one: str, other: str) -> None:
    assert between(text, one, other) is not Agreement.CONFLICT


def test_what_a_phrase_attributes_has_a_subject_of_its_own() -> None:
    text = (
        "Insurers expect claims of 25 million euros. Vineyards alone lost 8.5 million euros according to the "
        "chamber of agriculture, 12 million euros according to the growers' union."
    )
    assert between(text, "25 million euros", "12 million euros") is None
    assert between(text, "8.5 million euros", "12 million euros") is Agreement.CONFLICT


def test_the_area_that_burned_on_the_day_before_is_counted_again() -> None:
    text = "Nach Angaben der Präfektur sind inzwischen 2900 Hektar verbrannt, am Vortag waren es 2400."
    assert between(text, "2900 Hektar", "2400", "de") is Agreement.REVISED
