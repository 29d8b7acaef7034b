"""What a figure is about, read off its sentence."""

import msgspec
import pytest

from secondsource.language.subjects import Role, hits
from secondsource.marking.figures.stage import MarkFigures
from secondsource.marking.mentions.stage import MarkMentions
from secondsource.marking.moments.stage import MarkMoments
from secondsource.matching.quantities.reading.measured import amounts_meet, digits, kind_of
from secondsource.matching.quantities.reading.sentence import subjects
from secondsource.matching.quantities.reading.subject import Subject
from secondsource.model.document import Document
from secondsource.model.mark import Comparator, Figure, Mention
from secondsource.model.passage import Passage
from secondsource.model.passage import Role as PassageRole
from secondsource.model.pile import Marks
from secondsource.model.source import Source


def about(text: str, code: str = "en") -> dict[str, Subject]:
    """The subjects of a text's figures, by the figures' own characters."""
    source = Source("source:1", "1", "1", None, "1", "text/plain", "utf-8")
    document = Document(source, text, code, (Passage(0, len(text), PassageRole.BODY),))
    marks = Marks()
    for marker in (MarkMentions(), MarkMoments(), MarkFigures()):
        marks = marks.plus(marker.mark(document, marks).marks)
    figures = marks.of(Figure)
    found = subjects(text, code, figures, marks.of(Mention))
    return {figure.text: found[figure.id] for figure in figures}


@pytest.mark.parametrize(
    ("text", "code", "figure", "asked"),
    [
        ("Eleven people were killed and 34 were injured in the collision.", "en", "Eleven", "death"),
        ("Eleven people were killed and 34 were injured in the collision.", "en", "34", "injury"),
        ("The budget foresees a deficit of 2.8 percent of gross domestic product.", "en", "2.8 percent", "deficit"),
        (
            "Der Umsatz stieg auf 412 Millionen Euro, der Gewinn auf 31 Millionen Euro.",
            "de",
            "31 Millionen Euro",
            "profit",
        ),
        ("L’incendie a ravagé 1 400 hectares de garrigue.", "fr", "1 400 hectares", "burned"),
        ("Der Zug fuhr mit 100 Kilometern pro Stunde in die Kurve.", "de", "100 Kilometern pro Stunde", "speed"),
    ],
)
def test_what_is_asked_stands_nearest(text: str, code: str, figure: str, asked: str) -> None:
    assert about(text, code)[figure].asked[0] == asked


def test_an_elliptic_sentence_goes_on_from_the_one_before() -> None:
    found = about("In October 18,400 refugees came. In September it was 12,100.")["12,100"]
    assert (found.asked[0], found.carried) == ("refugee", True)


def test_of_them_makes_a_part() -> None:
    found = about("Thirty-four people were injured, nine of them seriously.")
    assert (found["Thirty-four"].part, found["nine"].part) == (False, True)


def test_who_counts_is_the_nearest_body() -> None:
    found = about("In Nantes, 9,000 people marched, according to organisers; police counted 3,200.")
    assert (found["9,000"].voice, found["3,200"].voice) == ("organiser", "police")


def test_a_line_of_a_table_says_nothing_of_its_figures() -> None:
    text = "Deaths by district: " + ", ".join(f"{3001 + at} people" for at in range(60))
    figures = [
        msgspec.structs.replace(figure(3001.0 + at, "count"), id=str(at), start=20 + 13 * at, end=24 + 13 * at)
        for at in range(60)
    ]
    assert subjects(text, "en", figures, ()) == {}


def test_a_name_is_no_body() -> None:
    assert about("On Sunday the Harbour Union won 31 seats.")["31"].voice is None


def test_a_phrase_keeps_its_words_from_being_taken_alone() -> None:
    found = hits("an exit poll", "en")
    assert [(hit.key, hit.role) for hit in found] == [("poll", Role.DRAWN)]


def test_a_language_without_a_table_says_nothing() -> None:
    assert hits("Umarło 11 osób", "pl") == []


def figure(value: float, unit: str) -> Figure:
    """A bare figure."""
    return Figure(
        id="f", source="s", start=0, end=1, text="", value=value, low=value, high=value, unit=unit,
        comparator=Comparator.EQUAL, measure=None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("left", "right", "meet"),
    [
        ((62, "mile"), (100, "kilometre"), True),
        ((4.5e6, "hectare"), (11.1e6, "acre"), True),
        ((20, "mile"), (20, "kilometre"), False),
        ((4e6, "EUR"), (4e6, "EUR/day"), True),
        ((3, "tonne"), (3, "kilometre"), False),
    ],
)
def test_amounts_in_two_units(left: tuple[float, str], right: tuple[float, str], meet: bool) -> None:
    assert amounts_meet(figure(*left), figure(*right)) is meet
    assert amounts_meet(figure(*right), figure(*left)) is meet


def test_kinds_of_units_and_digits_of_values() -> None:
    assert [kind_of(unit) for unit in ("mile", "metre", "USD", "EUR/tonne", "percent")] == [
        "metre", "metre", "money", "money", "percent",
    ]  # fmt: skip
    assert [digits(value) for value in (6200, 26.3, 0.5, 1_150_000)] == [2, 3, 1, 3]


@pytest.mark.parametrize(
    ("text", "code", "figure", "asked"),
    [
        ("Two children have died in the valley.", "en", "Two", "death"),
        ("At least 84 people, including ten children, were killed in the crowd.", "en", "84", "death"),
        ("Au moins 23 migrants sont morts en mer.", "fr", "23", "death"),
        ("Vier Arbeiter werden noch vermisst.", "de", "Vier", "missing"),
        ("An attacker shot at a party, killing five officers.", "en", "five", "death"),
    ],
)
def test_what_became_of_people_is_asked_before_who_they_are(text: str, code: str, figure: str, asked: str) -> None:
    assert about(text, code)[figure].asked[0] == asked


def test_the_measure_says_what_is_asked() -> None:
    found = about("Police, who had asked the tractors to leave, put the crowd in the square at 4,500.")
    assert found["4,500"].asked[0] == "marcher"


def test_of_an_amount_that_no_table_knows_its_head_is_asked() -> None:
    assert about("Ein Becher Sahne kostete 1,99 Euro.", "de")["1,99 Euro"].asked[0] in ("price", "cost")
    assert about("The turnstile index stood at 31 kilometres.")["31 kilometres"].asked == ("head:index",)


def test_a_share_of_people_is_not_asked_by_who_they_are() -> None:
    assert about("Some 64 percent of teenagers and 22 percent of parents agreed.")["64 percent"].asked == ()


def test_a_change_and_the_level_behind_it_are_asked_one_thing() -> None:
    found = about("The deficit is 12 billion dollars. Health spending rises by 5.5% to 31 billion dollars.")
    assert found["31 billion dollars"].first == found["5.5%"].first


@pytest.mark.parametrize(
    ("text", "code", "figure"),
    [
        ("Inflation stood at 2.4%. Turnout in the election was 68%, the office said.", "en", "68%"),
        ("Die CDU kam auf 29,4 Prozent. Die Wahlbeteiligung lag bei 68,9 Prozent.", "de", "68,9 Prozent"),
        ("Le chômage recule à 7,2 %. La participation électorale a atteint 68 %, dit la préfecture.", "fr", "68 %"),
    ],
)
def test_a_share_that_measures_something_else_does_not_go_on(text: str, code: str, figure: str) -> None:
    found = about(text, code)[figure]
    assert (found.asked[0], found.carried) == ("participation", False)


def test_a_size_is_asked_only_of_units_that_it_is_measured_in() -> None:
    found = about("The ships lay at anchor, some of them for as long as nine days, in waves 4 metres high.")
    assert not {"wave", "height"} & set(found["nine days"].asked)
    assert found["4 metres"].asked[0] in {"wave", "height"}


def test_nobody_is_counted_in_hours() -> None:
    assert about("The hostages were held for two years by the rebels.")["two years"].asked == ()


@pytest.mark.parametrize("figure", ["Three", "eleven"])
def test_a_list_of_counts_shares_what_became_of_them(figure: str) -> None:
    assert about("Three guards and eleven prisoners died in the fighting.")[figure].asked[0] == "death"


def test_only_a_sum_is_lost_in_this_sense() -> None:
    found = about("The retailer lost 19 million pounds. The euro lost 2 percent.")
    assert found["19 million pounds"].asked[0] == "loss"
    assert "loss" not in found["2 percent"].asked


def test_a_bare_number_whose_sentence_says_what_it_counts_takes_no_unit_from_another() -> None:
    found = about("The festival lost 120,000 francs. The number of visitors was corrected: it was 71,200.")["71,200"]
    assert (found.asked[0], found.unit) == ("visitor", None)


def test_an_animal_that_was_killed_is_still_asked_what_became_of_it() -> None:
    found = about("Some 86,000 geese live in the district. By Wednesday 52,000 animals had been killed.")["52,000"]
    assert found.asked[0] == "death"


@pytest.mark.parametrize(
    ("text", "code", "figure", "asked"),
    [
        ("48 Fahrer nahm die Wache an der Grenze fest.", "de", "48", "arrested"),
        ("Die Firma setzte im Vorjahr 98 Millionen Franken um.", "de", "98 Millionen Franken", "revenue"),
        ("Aus der Kirche traten 14.500 Menschen aus.", "de", "14.500", "church-exit"),
    ],
)
def test_the_particle_that_closes_a_clause_makes_the_verb(text: str, code: str, figure: str, asked: str) -> None:
    assert about(text, code)[figure].asked[0] == asked


def test_a_participle_that_opens_its_clause_says_what_became_of_them() -> None:
    asked = about("Festgenommen wurden sieben Zöllner.", "de")["sieben"].asked
    assert asked[0] == "arrested"


def test_a_phrase_that_is_only_a_cue_leaves_its_words_what_is_asked() -> None:
    found = {
        hit.key for hit in hits("Le stade coûtera finalement 35 millions d'euros.", "fr") if hit.role is Role.MONEY
    }
    assert "cost" in found


@pytest.mark.parametrize(
    ("word", "key"), [("Neuankünfte", "arrival"), ("Haushalten", "family"), ("Lärmklagen", "complaint")]
)
def test_german_nouns_are_known_by_their_last_part_and_in_the_dative(word: str, key: str) -> None:
    assert key in {hit.key for hit in hits(word, "de")}


def test_a_bare_number_is_asked_what_the_last_of_its_unit_is() -> None:
    text = "On Monday 180,000 households lost power. By noon on Tuesday 45,000 had still to wait."
    assert set(about(text)["45,000"].first) & set(about(text)["180,000"].first)
