"""Two wordings of what one person said are joined where they say the same, and kept apart where one of them denies,
reverses or weakens what the other says. The pairs, with a note on each, are in the folder polarity/."""

import tomllib
from pathlib import Path

import pytest

from secondsource.matching.utterances.material.polarity import denials
from secondsource.matching.utterances.terms import Clause, clauses
from tests.matching.utterances.utterances_helpers import Report, matched, wordings

ANN = "Ann Lee"
FOLDER = Path(__file__).parent / "polarity"
LANGUAGES = ("en", "de", "fr", "across")
Case = tuple[str, str, str, str, str]


def cases(*, same: bool) -> list[Case]:
    """Note, languages and wordings of the pairs that are the same, or that are not."""
    found: list[Case] = []
    for name in LANGUAGES:
        for pair in tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["pair"]:
            one, other = pair.get("languages", (name, name))
            if pair["same"] is same and not pair.get("missed", False):
                found.append((pair["note"], one, other, pair["one"], pair["other"]))
    return found


def together(case: Case, family: str) -> bool:
    _, one, other, left, right = case
    reports = (
        Report("a", [(ANN, left)], family=family, language=one),
        Report("b", [(ANN, right)], family=family, language=other),
    )
    return len(wordings(matched(*reports), *reports)) == 1


def clause(text: str, language: str) -> Clause:
    return clauses([text], language)[0]


@pytest.mark.parametrize("family", ["", "wire"], ids=["two reports", "copies"])
@pytest.mark.parametrize("case", cases(same=False), ids=lambda case: case[0])
def test_what_one_denies_or_reverses_is_another_remark(case: Case, family: str) -> None:
    assert not together(case, family)


@pytest.mark.parametrize("case", cases(same=True), ids=lambda case: case[0])
def test_one_remark_denied_in_two_ways_is_one(case: Case) -> None:
    assert together(case, "wire")


@pytest.mark.parametrize(
    ("text", "language", "denied"),
    [
        ("The council will not approve the bridge.", "en", ["approv", "bridg"]),
        ("The mayor denies that she took money.", "en", ["took", "mon"]),
        ("The town will pay, but the club will not pay.", "en", ["pay"]),
        ("Der Rat genehmigt die Brücke nicht.", "de", ["rat", "genehmig", "bruck"]),
    ],
)
def test_a_denial_reaches_as_far_as_its_part_of_the_sentence(text: str, language: str, denied: list[str]) -> None:
    found = denials(clause(text, language))
    assert [[term.stem for term in one.scope] for one in found] == [denied]


@pytest.mark.parametrize("text", ["The office did not fail to warn them.", "Nobody can deny that prices fell."])
def test_a_denial_that_is_denied_denies_nothing(text: str) -> None:
    assert denials(clause(text, "en")) == []
