"""Who says a figure where no statement tells: counters in many wordings, and the report that counted for itself.

Each text is read with its parties and moments, on a page in which nobody is quoted.
"""

import pytest

from secondsource.language.figures import figure_words
from secondsource.marking.figures.stage import MarkFigures
from secondsource.marking.figures.whose.witness import own_count
from secondsource.marking.mentions.stage import MarkMentions
from secondsource.marking.moments.stage import MarkMoments
from secondsource.marking.quotes.stage import MarkQuotes
from secondsource.model.document import Document
from secondsource.model.mark import Figure
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import Marks
from secondsource.model.source import Source
from secondsource.model.span import Span
from tests.marking.figures.test_figures_in_context import read


@pytest.mark.parametrize(
    ("language", "text", "number", "source"),
    [
        ("de", "Den Schaden beziffert die Polizei auf 48.000 Euro.", "48.000 Euro", "Polizei"),
        ("de", "17 Verletzte zählte die Polizei.", "17", "Polizei"),
        ("de", "Die Polizei kommt auf 900.", "900", "Polizei"),
        ("de", "Die Polizei setzt die Zahl auf 900.", "900", "Polizei"),
        ("de", "Den Schaden hat die Polizei mit 48.000 Euro beziffert.", "48.000 Euro", "Polizei"),
        ("de", "Den Schaden hat die Stadt mit 48.000 Euro beziffert.", "48.000 Euro", "Stadt"),
        ("de", "Die Bauern ziehen ab. Nach ihrer Zählung kamen 300 Traktoren.", "300", "Bauern"),
        ("en", "The fire brigade moved 84 patients to other wards, by its own count.", "84", "fire brigade"),
        ("de", "Die Polizei zählte 150 Teilnehmer, die Veranstalter 400.", "400", "Veranstalter"),
        ("fr", "La police y voit 900 personnes.", "900", "police"),
        ("fr", "La police, elle, en compte 900.", "900", "police"),
        ("fr", "La police dit 900.", "900", "police"),
        ("en", "The total is 900, by Haberle's reckoning.", "900", "Haberle"),
        ("en", "By the union's own count, 900 people marched.", "900", "union"),
        ("en", "The union had, by its own count, 900 members in the yard.", "900", "union"),
        ("fr", "Le syndicat donne le chiffre de 900 manifestants.", "900", "syndicat"),
        ("en", "The prefecture is setting aside 31 million euros.", "31 million euros", "prefecture"),
    ],
)
def test_the_clause_names_who_counted(language: str, text: str, number: str, source: str) -> None:
    figures, mentions = read(text, language)
    figure = next(one for one in figures if one.text == number)
    assert figure.source_mention is not None
    assert mentions[figure.source_mention].text == source


def test_a_capital_before_the_colon_of_a_headline_says_where_it_was() -> None:
    figures, mentions = read("Moscow: 40 dead in a fire", "en")
    assert [mentions[one.source_mention].kind for one in figures if one.source_mention] == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ostby club: 49 killed", []),
        ("Police: 17 killed in fire", ["Police"]),
        ("Eurostat: 13 million jobless", ["Eurostat"]),
    ],
)
def test_the_house_before_the_colon_of_a_headline_has_not_counted(text: str, source: list[str]) -> None:
    figures, mentions = read(text, "en", Role.HEADLINE)
    assert [mentions[one.source_mention].text for one in figures if one.source_mention] == source


def test_who_opens_the_clause_behind_said_has_not_said_what_stands_before() -> None:
    figures, _ = read("Martin Bamford, who was among 50 injured, said he saw the tram.", "en")
    assert [one.source_mention for one in figures] == [None]


def test_where_the_verb_is_left_out_the_party_before_the_number_counted_it() -> None:
    figures, mentions = read("La police a compté 900 marcheurs, la préfecture 2 500.", "fr")
    assert [mentions[one.source_mention or ""].text for one in figures] == ["police", "préfecture"]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Our reporter counted 61 broken windows in the street.", "Our reporter counted"),
        ("en", "By our count 40 shops were closed.", "our count"),
        ("fr", "Nous avons compté 260 personnes à la mairie.", "Nous avons compté"),
        ("fr", "Selon nos calculs, le oui a obtenu 287 voix.", "nos calculs"),
        ("de", "In der Gasse hat unsere Reporterin 61 Fenster gezählt.", "unsere"),
        ("de", "Nach unserer Zählung verließen 23 Zuhörer den Saal.", "unserer Zählung"),
        ("de", "57 Zuschauer haben wir im Saal gezählt.", "wir im Saal gezählt"),
        ("de", "Dort haben wir am Vormittag noch 6 Beutel in der Truhe gezählt.", "wir"),
        ("en", "Forty shops were closed by our count.", "our count"),
        ("de", "Auf der Treppe zählen wir 63 Kerzen.", "zählen wir"),
        ("en", "Half of the chairs were empty. I would say 400 people.", "I would say"),
        ("fr", "Les rangs sont clairsemés. Je dirais 400 personnes.", "Je dirais"),
        ("de", "Am Tor warteten 27 Lastwagen; ich stand am Zaun und zählte.", "ich stand am Zaun und zählte"),
        ("fr", "Derrière, 23 camions ramassent le reste : nous les avons comptés.", "nous les avons comptés"),
    ],
)
def test_a_report_that_counted_for_itself_says_so(language: str, text: str, words: str) -> None:
    figures, _ = read(text, language)
    assert [one.own_count.cut(text) for one in figures if one.own_count] == [words]


def test_a_party_that_no_name_covers_has_not_the_figure_of_the_one_before_it() -> None:
    figures, mentions = read("Die Polizei zählte 150 Teilnehmer, die Ordner 400.", "de")
    assert [mentions[one.source_mention].text if one.source_mention else None for one in figures] == ["Polizei", None]


@pytest.mark.parametrize("text", ["We met 40 people.", "The count was 40."])
def test_that_we_were_there_is_no_count(text: str) -> None:
    assert [one.own_count for one in read(text, "en")[0]] == [None]


def test_a_language_without_words_for_it_tells_no_own_count() -> None:
    assert not figure_words("nl").own
    assert own_count("Wij telden 40 mensen.", Span(0, 21), Span(11, 13), "nl") is None


@pytest.mark.parametrize(
    ("language", "tail", "hers"),
    [
        ("en", "after nine in March", True),
        ("en", "not from the Skerry, whose crew of 17 had left her", False),
        ("de", "nicht von der Skerry, deren 17 Leute sie verlassen hatten", False),
    ],
)
def test_what_a_page_adds_on_a_thing_named_behind_a_cue_is_its_own(language: str, tail: str, hers: bool) -> None:
    said = {"en": "Thirty came from one yard, Helena Varro said, ", "de": "Dreißig kämen daher, sagte Helena Varro, "}
    text = f"{said[language]}{tail}."
    source = Source("source:case", "case", "case", None, "", "text/plain", "utf-8")
    document, marks = Document(source, text, language, (Passage(0, len(text), Role.BODY),)), Marks()
    for marker in (MarkMentions(), MarkMoments(), MarkQuotes(), MarkFigures()):
        marks = marks.plus(marker.mark(document, marks).marks)
    assert (marks.of(Figure)[-1].follows is not None) is hers
