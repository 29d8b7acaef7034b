"""What the grammar of a clause says of its figure: nobody who gives it is what it counts, no verb heads a phrase, a
second count shares verb and noun, names of places and subjects say of whom it is, a time one step back is its own.

Each text is read with its parties and moments, on a page of 1 June 2025 in which nobody is quoted.
"""

import datetime as dt

import pytest

from secondsource.marking.figures.stage import MarkFigures
from secondsource.marking.mentions.stage import MarkMentions
from secondsource.marking.moments.stage import MarkMoments
from secondsource.model.document import Document
from secondsource.model.mark import Figure
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import Marks
from secondsource.model.published import Published
from secondsource.model.source import Source

DAY = dt.date(2025, 6, 1)


def read(text: str, language: str) -> dict[str, Figure]:
    """The figures of a text by their characters."""
    source = Source("source:case", "case", "case", None, "", "text/plain", "utf-8")
    when = Published(DAY.isoformat(), DAY, DAY, (), (DAY,))
    document = Document(source, text, language, (Passage(0, len(text), Role.BODY),), published=when)
    marks = Marks()
    for marker in (MarkMentions(), MarkMoments(), MarkFigures()):
        marks = marks.plus(marker.mark(document, marks).marks)
    return {figure.text: figure for figure in marks.of(Figure)}


@pytest.mark.parametrize(
    ("language", "text", "number", "measure"),
    [
        ("de", "Die Polizei zählte 1200 Radfahrer. Die Gewerkschaft spricht von 1.900.", "1.900", "Radfahrer"),
        ("fr", "La police suisse parle de 38 kilomètres pour ce trajet.", "38 kilomètres", None),
        ("fr", "Combien étaient-ils ? Trois, répète la police.", "Trois", None),
        ("en", "The company expects sales to grow between 2% and 4%.", "2% and 4%", "sales"),
        ("en", "Lawyers at the firm think 450 million more likely than 350 million.", "450 million", None),
        ("en", "Lamb now fetches 14.90 euros at the market.", "14.90 euros", "Lamb"),
        ("fr", "Le pont est cher. Il devait coûter 90 millions d'euros.", "90 millions d'euros", None),
    ],
)
def test_who_gives_a_figure_is_not_what_it_counts(language: str, text: str, number: str, measure: str | None) -> None:
    assert read(text, language)[number].measure == measure


@pytest.mark.parametrize(
    ("language", "text", "number", "measure"),
    [
        ("en", "Officials list 35 damaged boats, a farmers' group 48.", "48", "damaged boats"),
        ("en", "The hospital in Lyon took in 21 patients, the hospital in Valence 14.", "14", "patients"),
        ("de", "Die Klinik in Wels hat 35 Igel gepflegt, die Klinik in Steyr 52.", "52", "Igel"),
        ("fr", "Norvik exploite 25 hôtels, son rival Baltrans 48.", "48", "hôtels"),
        ("de", "In Wels wurden neun Schulen geschlossen, in Steyr drei.", "drei", "Schulen"),
    ],
)
def test_a_second_count_shares_verb_and_noun(language: str, text: str, number: str, measure: str) -> None:
    assert read(text, language)[number].measure == measure


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("de", "Vor dem Rathaus zählte die Polizei 1800 Teilnehmer.", ["1800"]),
        ("de", "Die Gemeinde spricht von 2000 Arbeitsplätzen.", ["2000"]),
        ("de", "Die Zahl der Anrufe sank auf 32.500. 1760 davon kamen aus der Stadt.", ["32.500", "1760"]),
        ("de", "Die Polizei kontrollierte in Wels 37 und in Steyr 58 Fahrer.", ["37", "58"]),
        ("de", "Seit 2015 Leiter der Schule, ging er nun.", []),
        ("de", "Agen, 20. Januar. Die Bauern fordern mehr Geld.", []),
        ("en", "It happened in 1848 and again in 1871.", []),
    ],
)
def test_digits_like_a_year_count_where_a_noun_follows(language: str, text: str, numbers: list[str]) -> None:
    assert list(read(text, language)) == numbers


def test_a_scaled_number_without_a_noun_takes_the_unit_before() -> None:
    text = "Die Stadt bietet 3,7 Millionen Euro. Der Anwalt hielt 6,4 Millionen für gerecht."
    assert read(text, "de")["6,4 Millionen"].unit == "EUR"


def test_a_number_word_that_closes_its_clause_takes_the_unit_before() -> None:
    text = "La police parle de 86 km/h. Le chauffeur nie et avance soixante-huit."
    assert read(text, "fr")["soixante-huit"].unit == "kilometre/hour"


@pytest.mark.parametrize(
    ("language", "text", "number", "name"),
    [
        ("de", "In der Nacht fielen in Kelbra 95 Liter Regen.", "95 Liter", "Kelbra"),
        ("fr", "Plus de 5 400 hectares sont partis en fumée en Calabre.", "5 400 hectares", "Calabre"),
        ("en", "Kestwick lost £12.7 million in the year to March.", "£12.7 million", "Kestwick"),
    ],
)
def test_names_of_a_clause_say_of_whom_a_figure_is(language: str, text: str, number: str, name: str) -> None:
    assert name in read(text, language)[number].of


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("de", "Die Küste zählte 48 Schiffe. Im Vorjahr waren es 37 gewesen.", "37"),
        ("en", "The museum had 58,000 visitors. A year earlier it was 61,000.", "61,000"),
    ],
)
def test_a_time_one_step_back_that_opens_a_clause_is_the_figures_own(language: str, text: str, number: str) -> None:
    assert read(text, language)[number].period == "2024"


def test_a_time_that_something_is_compared_with_is_not() -> None:
    assert read("Der Verein hat mehr als im Vorjahr, nämlich 40 Mitglieder.", "de")["40"].period is None


def test_a_participle_that_opens_its_sentence_is_not_what_is_counted() -> None:
    assert read("Die Fischer fingen neun Störe. Genehmigt sind 36.", "de")["36"].measure == "Störe"
