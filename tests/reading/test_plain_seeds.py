"""The five seeds, line by line: which passages have which role."""

from pathlib import Path

import pytest

from secondsource.model.passage import Role
from secondsource.model.source import Given
from secondsource.reading.dates import published
from secondsource.reading.passages_plain import label
from secondsource.reading.tongue import language_of

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not beside this repository")


def seed(number: str) -> str:
    """The text of one seed."""
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return path.read_text(encoding="utf-8")


def of(number: str, role: Role) -> list[str]:
    """Opening words of the passages of a role."""
    text = seed(number)
    return [text[p.start : p.end][:40].strip() for p in label(text, None, Given()) if p.role is role]


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_seeds_are_english(number: str) -> None:
    text = seed(number)
    assert language_of(text, label(text, None, Given())) == "en"


def test_the_french_versions_credits_and_small_print() -> None:
    assert of("000", Role.HEADLINE) == ["Stoltenberg (NATO) denounces Chinese tec"]
    assert of("000", Role.DATELINE) == ["BERLIN (Reuters) –"]
    assert of("000", Role.CREDIT) == ["Photo credit © Reuters", "(Sabine Siebold, Jean-Stéphane Brosse fo", "Reuters"]
    assert of("000", Role.FURNITURE) == ["Read alsoCounting", "Source link -87"]
    assert len(of("000", Role.LEGAL)) == 1
    assert len(of("000", Role.BODY)) == 6


def test_the_edited_copys_surroundings() -> None:
    assert of("001", Role.HEADLINE) == ["NATO Warns China: Good Ties at Risk, if"]
    assert of("001", Role.STANDFIRST) == ["Western military chief said Beijing’s he"]
    assert of("001", Role.CAPTION) == ["NATO Secretary General Jens Stoltenberg"]
    assert of("001", Role.SUBHEAD) == ["Allies warned: Don’t get dependent on Ch"]
    assert of("001", Role.CREDIT) == ["• Reuters with additional editing by Jim"]
    assert len(of("001", Role.BODY)) == 10
    assert len(of("001", Role.TEASER)) == 10


def test_captions_between_paragraphs() -> None:
    assert of("002", Role.DATELINE) == ["WASHINGTON"]
    assert len(of("002", Role.CAPTION)) == 4
    assert len(of("002", Role.BODY)) == 22


def test_a_headline_twice_and_a_comment_rule() -> None:
    assert len(of("003", Role.HEADLINE)) == 2
    assert of("003", Role.FURNITURE) == ["The comments posted here are not from Cn"]


def test_debris_and_teasers_of_unrelated_stories() -> None:
    assert of("004", Role.HEADLINE) == ["War in Ukraine. NATO is worried about Ch"]
    assert of("004", Role.SUBHEAD) == ["arms supply"]
    assert of("004", Role.CREDIT) == ["Source: Le Figaro"]
    assert len(of("004", Role.MARKUP)) == 4
    body = " ".join(of("004", Role.BODY))
    assert "FPV" not in body
    assert "Kosovo" not in body


DAYS = {"002": "2024-06-17", "003": None, "004": "2023-04-05"}


@pytest.mark.parametrize(("number", "edtf"), DAYS.items())
def test_days_of_publication(number: str, edtf: str | None) -> None:
    text = seed(number)
    found, _ = published(text, label(text, None, Given()), "en", Given(), ())
    assert (found.edtf if found else None) == edtf


@pytest.mark.parametrize(
    ("number", "first", "last"), [("000", "2024-04-04", "2024-12-26"), ("001", "2024-01-04", "2024-05-30")]
)
def test_only_thursdays_of_some_months(number: str, first: str, last: str) -> None:
    text = seed(number)
    found, _ = published(text, label(text, None, Given()), "en", Given(), ())
    assert found is not None
    assert {day.weekday() for day in found.days} == {3}
    assert (found.earliest.isoformat(), found.latest.isoformat()) == (first, last)
