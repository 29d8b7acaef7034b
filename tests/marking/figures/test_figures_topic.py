"""What a figure measures where no table knows it, which way it moved, and what its clause leaves out.

Each text is read with its parties and moments, as on a page.
"""

import pytest

from tests.marking.figures.test_figures_in_context import read


@pytest.mark.parametrize(
    ("language", "text", "number", "measure"),
    [
        ("en", "Season tickets will go up by 8% to £690.", "8%", "Season tickets"),
        ("en", "Season tickets will go up by 8% to £690.", "£690", "Season tickets"),
        ("en", "Add-ons could take the fee to £48 million.", "£48 million", "fee"),
        ("en", "Police put the crowd in Lodsk at 45,000.", "45,000", "crowd"),
        ("en", "The outlook was clouded by a 6% drop in butter volumes.", "6%", "butter volumes"),
        ("en", "Guards found 2.4 tonnes of gunpowder in a shed.", "2.4 tonnes", "gunpowder"),
        ("en", "Net debt is set to peak at 46% of gross domestic product.", "46%", "Net debt"),
        ("de", "Die Neuverschuldung soll auf 590 Millionen Euro sinken.", "590 Millionen Euro", "Neuverschuldung"),
        ("de", "Die Nebenkosten stiegen in den 14 größten Städten um 4,4 Prozent.", "4,4 Prozent", "Nebenkosten"),
        ("de", "Ein Becher Sahne kostet im Handel derzeit 1,99 Euro.", "1,99 Euro", "Becher Sahne"),
        ("fr", "Le péage moyen atteint 32 euros.", "32 euros", "péage moyen"),
        ("fr", "Les réservoirs ne sont remplis qu'à 27 %.", "27 %", "réservoirs"),
    ],
)
def test_a_value_is_said_of_the_phrase_that_its_clause_is_about(
    language: str, text: str, number: str, measure: str
) -> None:
    figures, _ = read(text, language)
    assert next(one for one in figures if one.text == number).measure == measure


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "The guild says 90.", "90"),
        ("de", "Die Gewerkschaft hatte 900 gefordert.", "900"),
        ("en", "The driver shot a gun into the crowd before driving 3 kilometres.", "3 kilometres"),
    ],
)
def test_whoever_does_something_is_not_what_is_measured(language: str, text: str, number: str) -> None:
    figures, _ = read(text, language)
    assert next(one for one in figures if one.text == number).measure is None


@pytest.mark.parametrize(
    ("language", "text", "number", "measure"),
    [
        (
            "de",
            "Die Pachtquote lag bei 6,8 Prozent. Im Juni hatte sie bei 7,2 Prozent gelegen.",
            "7,2 Prozent",
            "Pacht",
        ),
        ("en", "Some 3,400 residents left. Around 900 of them slept in schools.", "900", "residents"),
        ("en", "The hall holds 52,000 spectators, 14,000 more than the old one.", "14,000", "spectators"),
        ("en", "The ministry counted 212 deaths; activists put the number at 400.", "400", "deaths"),
    ],
)
def test_what_a_clause_leaves_out_the_figure_before_it_says(
    language: str, text: str, number: str, measure: str
) -> None:
    figures, _ = read(text, language)
    found = next(one for one in figures if one.text == number)
    assert found.measure is not None and measure in found.measure


@pytest.mark.parametrize(
    ("language", "text", "number", "change"),
    [
        ("de", "Die Ausgaben sollen auf 590 Millionen Euro sinken.", "590 Millionen Euro", "to-level"),
        ("de", "Der Umsatz nahm um 3,8 Prozent zu.", "3,8 Prozent", "rise"),
        ("de", "Die Klinik nahm 22 Patienten auf.", "22", None),
        ("de", "Energie war 3,4 Prozent billiger.", "3,4 Prozent", "fall"),
        ("en", "The roads killed 351 people, 51 fewer than in 2023.", "51", "fall"),
        ("fr", "L'an passé, 36 816 arrivées ont été enregistrées.", "36 816", None),
        ("fr", "Le nombre de demandes a bondi à 108 100, dont 47 % ont abouti.", "47 %", None),
    ],
)
def test_which_way_it_moved(language: str, text: str, number: str, change: str | None) -> None:
    figures, _ = read(text, language)
    assert next(one for one in figures if one.text == number).change == change


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("The river rose to 6.8 metres, the highest level since 1990.", "6.8 metres", None),
        ("The clinic has given 1,500 doses since March 2024.", "1,500", "2024-03/.."),
    ],
)
def test_since_opens_a_period_and_a_record_has_none(text: str, number: str, period: str | None) -> None:
    figures, _ = read(text, "en")
    assert next(one for one in figures if one.text == number).period == period


@pytest.mark.parametrize(
    ("language", "text", "values", "units"),
    [
        ("en", "Texel has reported 54 cases and Borkum 12.", (54, 12), ("count", "count")),
        ("de", "Im Rat stellt die CDU 38 der 101 Abgeordneten, die SPD 36.", (38, 101, 36), ("count",) * 3),
        ("de", "Sie verlor 6,3 Punkte und kam auf 29,4 Prozent.", (6.3, 29.4), ("percentage-point", "percent")),
        ("en", "The group from Denmark earned 1.2 billion kroner.", (1.2e9,), ("DKK",)),
        ("en", "It earned 1.2 billion kroner.", (1.2e9,), ("krone",)),
        ("en", "The owner, 58, was arrested.", (58,), ("year",)),
        ("fr", "Le loyer atteint 32 euros le mètre carré, contre 14 euros ici.", (32, 14), ("EUR/square-metre",) * 2),
    ],
)
def test_values_and_units(language: str, text: str, values: tuple[float, ...], units: tuple[str, ...]) -> None:
    figures, _ = read(text, language)
    assert tuple(one.value for one in figures) == pytest.approx(values)
    assert tuple(one.unit for one in figures) == units
