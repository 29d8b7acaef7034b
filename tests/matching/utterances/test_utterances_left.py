"""What few common words leave open: phrases, contraries that are denied, what is left of a speaker's words."""

import pytest
from msgspec.structs import replace

from secondsource.matching.utterances.compare import compare
from secondsource.matching.utterances.decide import Relation, Standing, decide
from secondsource.matching.utterances.material.changes import changes, speaks_against
from secondsource.matching.utterances.said import said
from secondsource.matching.utterances.stage import MatchUtterances
from secondsource.matching.utterances.terms import Clause, clauses
from secondsource.matching.utterances.weights import weights
from secondsource.matching.utterances.words import words_of
from secondsource.model.group import Utterance
from tests.matching.utterances.utterances_helpers import Report, pile_of

ANN = "Ann Lee"


def clause(text: str, language: str = "en") -> Clause:
    return clauses([text], language)[0]


def together(left: str, right: str, *, languages: tuple[str, str] = ("en", "en")) -> bool:
    """Whether two reports' only remarks of one speaker are one."""
    one = Report("a", [(ANN, left)], language=languages[0])
    two = Report("b", [(ANN, right)], language=languages[1])
    made = MatchUtterances().match(pile_of(one, two), ())
    return len([group for group in made.groups if type(group) is Utterance]) == 1


@pytest.mark.parametrize(
    ("text", "language", "phrase"),
    [
        ("They were let go in spring", "en", "let go"),
        ("Tout peut partir d'un coup", "fr", "d'un coup"),
        ("Alles rutscht auf einmal ab", "de", "auf einmal"),
    ],
)
def test_a_phrase_is_one_word(text: str, language: str, phrase: str) -> None:
    assert phrase in [word.folded for word in words_of(text, language)]


@pytest.mark.parametrize(
    ("left", "right", "languages"),
    [
        ("No pension is in danger", "The pensions are safe", ("en", "en")),
        ("Not a single pension was in danger", "Sämtliche Renten seien gesichert", ("en", "de")),
        ("Aucune retraite n'est menacée", "Keine einzige Rente sei in Gefahr", ("fr", "de")),
    ],
)
def test_what_is_denied_agrees_with_its_contrary(left: str, right: str, languages: tuple[str, str]) -> None:
    assert together(left, right, languages=languages)


def test_a_contrary_without_a_not_speaks_against() -> None:
    one, other = said(
        pile_of(Report("a", [(ANN, "The pensions are safe")]), Report("b", [(ANN, "The pensions are in danger")]))
    )
    assert speaks_against(one, other)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("They told us by text message", "We told them by text message"),
        ("The ministry alerted me three times", "I alerted the ministry three times"),
    ],
)
def test_the_speaker_who_acts_is_not_the_speaker_who_suffers(left: str, right: str) -> None:
    assert "roles" in changes(clause(left), clause(right), crossed=False)


def test_who_excuses_himself_suffers_nothing() -> None:
    left, right = clause("Ich möchte mich für den Fehler entschuldigen", "de"), clause("I apologise for the error")
    assert "roles" not in changes(left, right, crossed=True)


@pytest.mark.parametrize(
    ("left", "right", "differs"),
    [
        ("We pay four times as much as our rivals", "Wir zahlen das Vierfache unserer Konkurrenten", False),
        ("We pay fourteen times as much as our rivals", "Wir zahlen das Vierfache unserer Konkurrenten", True),
        ("Turnout was twice as high", "La participation était double", False),
    ],
)
def test_words_for_how_many_times_are_numbers(left: str, right: str, differs: bool) -> None:
    language = "fr" if "était" in right else "de"
    assert ("number" in changes(clause(left), clause(right, language), crossed=True)) is differs


def test_the_end_of_a_month_is_not_that_of_the_year() -> None:
    left = clause("The road stays shut until the end of the month")
    right = clause("The road stays shut until the end of the year")
    assert "day" in changes(left, right, crossed=False)


def test_closed_until_a_day_agrees_with_open_from_then() -> None:
    left = clause("La route reste fermée jusqu'au 30 novembre", "fr")
    right = clause("Il faudra attendre jusqu'au 30 novembre pour rouvrir la route", "fr")
    assert "opposite" not in changes(left, right, crossed=False)


def test_what_most_have_wins_over_what_one_changed() -> None:
    texts = ["The ministry was warned three times and gave no answer"] * 3
    changed = "The ministry was warned thirteen times and gave no answer"
    reports = [Report(name, [(ANN, text)]) for name, text in zip("abcd", [*texts, changed], strict=True)]
    made = MatchUtterances().match(pile_of(*reports), ())
    sizes = sorted(len(group.members) for group in made.groups if type(group) is Utterance)
    assert sizes == [1, 3]


SMOKE = "The smoke from the burning warehouse was never dangerous to the neighbours"
SMOKE_AGAIN = "The neighbours were never endangered by smoke from the warehouse that was burning"


def remarks_of(*told: list[str]) -> list[int]:
    """How many members each utterance has, where one person says these things in several reports."""
    reports = [Report(name, [(ANN, text) for text in texts]) for name, texts in zip("abcd", told, strict=False)]
    made = MatchUtterances().match(pile_of(*reports), ())
    return sorted(len(group.members) for group in made.groups if type(group) is Utterance)


def test_what_stands_beside_one_remark_in_both_reports_needs_less_in_common() -> None:
    rest, retold = "The whole building has to be torn down soon", "That building is beyond repair and must go"
    assert remarks_of([SMOKE, rest], [SMOKE_AGAIN, retold]) == [2, 2]
    assert remarks_of([rest], [retold]) == [1, 1]


def test_beside_one_remark_a_nobody_in_common_says_nothing() -> None:
    assert remarks_of([SMOKE, "Nobody had to go to hospital"], [SMOKE_AGAIN, "Nobody leaves the harbour"]) == [1, 1, 2]


@pytest.mark.parametrize(("quoted", "found"), [(False, None), (True, Relation.SAME)])
def test_a_word_or_two_that_nobody_quotes_is_no_part_of_a_long_remark(quoted: bool, found: Relation | None) -> None:
    long = "The president returned to Paris from Avignon for emergency talks at the interior ministry after the attack."
    one, other = said(pile_of(Report("a", [(ANN, "Emergency talks")]), Report("b", [(ANN, long)])))
    short = replace(one if one.source == "a" else other, direct=quoted)
    beside = other if one.source == "a" else one
    pair = compare(short, beside, weights([one, other]))
    assert decide(pair, Standing(likest=True, usual=None)) == found
