"""What a figure takes from its clause: whose it is, which time it covers, of what it is a part.

Each text is read with its parties and moments, on a page of 1 June 2025 in which nobody is quoted.
"""

import datetime as dt

import pytest

from secondsource.marking.figures.stage import MarkFigures
from secondsource.marking.mentions.stage import MarkMentions
from secondsource.marking.moments.stage import MarkMoments
from secondsource.model.document import Document
from secondsource.model.mark import Figure, Mention
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import Marks
from secondsource.model.published import Published
from secondsource.model.source import Source

DAY = dt.date(2025, 6, 1)


def read(text: str, language: str, role: Role = Role.BODY) -> tuple[list[Figure], dict[str, Mention]]:
    source = Source("source:case", "case", "case", None, "", "text/plain", "utf-8")
    when = Published(DAY.isoformat(), DAY, DAY, (), (DAY,))
    document = Document(source, text, language, (Passage(0, len(text), role),), published=when)
    marks = Marks()
    for marker in (MarkMentions(), MarkMoments(), MarkFigures()):
        marks = marks.plus(marker.mark(document, marks).marks)
    return list(marks.of(Figure)), {mention.id: mention for mention in marks.of(Mention)}


@pytest.mark.parametrize(
    ("language", "text", "number", "source"),
    [
        ("en", "Police counted 300 demonstrators in the square.", "300", "Police"),
        ("en", "According to Eurostat, prices rose 2.4% in May.", "2.4%", "Eurostat"),
        ("en", "Unemployment fell to 5.9% in May (Eurostat).", "5.9%", "Eurostat"),
        ("en", "Eurostat puts the number of jobless at 13 million.", "13 million", "Eurostat"),
        ("en", "The number fell to 61, figures published by Eurostat on Monday show.", "61", "Eurostat"),
        ("fr", "L'Insee table désormais sur une inflation de 2,3 % cette année.", "2,3 %", "Insee"),
        ("en", "Of the 412 ferries Eurostat inspected, 104 failed.", "412", "Eurostat"),
        ("fr", "La police a compté 300 manifestants sur la place.", "300", "police"),
        ("fr", "Selon Eurostat, les prix ont augmenté de 2,4 % en mai.", "2,4 %", "Eurostat"),
        ("de", "Die Polizei zählte 300 Demonstranten auf dem Platz.", "300", "Polizei"),
        ("de", "Laut Eurostat stiegen die Preise im Mai um 2,4 Prozent.", "2,4 Prozent", "Eurostat"),
    ],
)
def test_the_clause_names_whose_figure_it_is(language: str, text: str, number: str, source: str) -> None:
    figures, mentions = read(text, language)
    figure = next(one for one in figures if one.text == number)
    assert figure.source_mention is not None
    assert mentions[figure.source_mention].text == source


def test_a_headline_names_its_source_before_a_colon() -> None:
    figures, mentions = read("Eurostat: prices up 2.4% in May", "en", Role.HEADLINE)
    assert [mentions[one.source_mention].text for one in figures if one.source_mention] == ["Eurostat"]


@pytest.mark.parametrize(
    "text",
    [
        "The storm left 40 people dead.",
        "Eurostat has 85 inspectors.",
        "Residents of Lisbon waited for 3 hours.",
        "Police have seized records from only a fraction of the city's 300 brothels.",
        "At night 300 women reported being robbed.",
        "Some 300 people are expected at the Victory Column.",
    ],
)
def test_a_clause_that_names_nobody_gives_no_source(text: str) -> None:
    assert [one.source_mention for one in read(text, "en")[0]] == [None]


def test_what_goes_on_from_a_sourced_figure_has_its_source() -> None:
    figures, mentions = read("Eurostat counted 301 ferries, of which 58 failed. That is 19.3 per cent.", "en")
    assert [mentions[one.source_mention].text for one in figures if one.source_mention] == ["Eurostat"] * 3


@pytest.mark.parametrize(
    ("language", "text", "part", "whole"),
    [
        ("en", "At most 15 of the 23 ships had new seals.", "15", "23"),
        ("en", "Of the 412 ferries inspected, 104 failed.", "104", "412"),
        ("en", "They inspected 301 ferries, of which 58 failed.", "58", "301"),
        ("fr", "Sur les 412 ferries contrôlés, 104 ont échoué.", "104", "412"),
        ("de", "Höchstens 15 der 23 Schiffe sind umgerüstet.", "15", "23"),
        ("de", "Sie prüften 301 Fähren, davon 58 mit Mängeln.", "58", "301"),
    ],
)
def test_a_part_points_at_its_whole(language: str, text: str, part: str, whole: str) -> None:
    figures = {one.text: one for one in read(text, language)[0]}
    assert figures[part].part_of == figures[whole].id
    assert figures[whole].part_of is None


def test_a_place_that_opens_a_clause_is_no_whole() -> None:
    assert [one.part_of for one in read("In 21 docks and eight halls they stored grain.", "en")[0]] == [None, None]


def test_all_of_them_are_no_part() -> None:
    assert next(one.part_of for one in read("All 23 ships were refitted, and 4 of them twice.", "en")[0]) is None


@pytest.mark.parametrize(
    ("language", "text", "number", "period"),
    [
        ("en", "From January to April they inspected 301 ferries.", "301", "2025-01/2025-04"),
        ("fr", "De janvier à avril, ils ont contrôlé 301 ferries.", "301", "2025-01/2025-04"),
        ("de", "Von Januar bis April prüften sie 301 Fähren.", "301", "2025-01/2025-04"),
        ("en", "In the first quarter of 2025 sales fell 4%.", "4%", "2025-01/2025-03"),
        ("en", "On the night of 2 January 231 people were on board.", "231", "2025-01-02"),
        ("en", "They inspected 412 ferries in 2024. In 96 cases the doors failed.", "96", "2024"),
        ("en", "Imports of ships reached $3 million in 2024. Imports of seals rose by 41.9%.", "41.9%", "2024"),
    ],
)
def test_a_figure_covers_the_time_its_text_names(language: str, text: str, number: str, period: str) -> None:
    assert next(one for one in read(text, language)[0] if one.text == number).period == period


@pytest.mark.parametrize(
    ("language", "text", "change"),
    [
        ("fr", "Les ventes sont supérieures de 19 % de plus qu’en 2023.", "rise"),
        ("fr", "Les ventes atteignent 5 % de moins qu’en 2023.", "fall"),
        ("it", "Le vendite sono il 5% in meno rispetto al 2023.", "fall"),
        ("de", "Das waren 18,7 Prozent mehr als 2023.", "rise"),
    ],
)
def test_more_and_less_behind_a_share_tell_which_way_it_went(language: str, text: str, change: str) -> None:
    assert [one.change for one in read(text, language)[0] if one.unit == "percent"] == [change]


@pytest.mark.parametrize(
    ("text", "number", "source"),
    [
        ("Eurostat put the number of jobless at about 13 million.", "13 million", "Eurostat"),
        ("Eurostat put 40 clerks on the case.", "40", None),
    ],
)
def test_who_puts_something_somewhere_gives_no_figure(text: str, number: str, source: str | None) -> None:
    figures, mentions = read(text, "en")
    figure = next(one for one in figures if one.text.endswith(number))
    named = mentions[figure.source_mention].text if figure.source_mention else None
    assert named == source


def test_two_shares_of_a_whole_put_neither_in_the_place_of_the_other() -> None:
    figures, _ = read("The port works for the 1 percent, not the 99 percent.", "en")
    assert [one.replaced_by for one in figures] == [None, None]
