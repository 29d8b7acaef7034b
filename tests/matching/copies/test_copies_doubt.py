"""Two reports of one event are alike in their facts: when they are no copies, and when it cannot be told."""

from pathlib import Path

from bench.documents import document
from secondsource.case import Case, Settings
from secondsource.matching.copies.compare import compare
from secondsource.matching.copies.decide import Standing, standing
from secondsource.matching.copies.keys import body_of
from secondsource.model.judgement import Judgement, Verdict
from secondsource.stage.settings import CopySettings, RunSettings
from secondsource.telling.dossier import Dossier

STATEMENT = (
    "“We are deeply sorry for what our passengers went through on Tuesday night and we will pay every one of them back "
    "in full, for no ticket was checked at the gate as it should have been,” the airline said in a statement."
)
LANDED = f"""A flight of Boreal Air from Malmö to Lisbon turned back over Hamburg on Tuesday.
Two brothers had boarded with one ticket between them, the crew found out two hours into the journey.
{STATEMENT}
The singer Dora Lindh, who was on board, wrote of eight hours to nowhere.
The aircraft landed in Malmö shortly before midnight and the police took both men to the station."""
TWEETED = f"""Dora Lindh has had longer evenings, but few as pointless, she told her two million followers.
Her plane to Lisbon flew in a great circle and ended where it had begun.
{STATEMENT}
Nobody on board was hurt, and nobody got a hot meal either, she complained.
Fans answered with pictures of pastries that she would now have to bake for herself."""

KYTHERA_EN = """Five people died when a ferry caught fire off Kythera on Monday, the coast guard said.
The Agia Sofia was on its way from Neapoli with 214 passengers.
A helicopter lifted the captain from the bridge after an hour.
Minister Petros Galanis ordered an inquiry.
Villagers in Diakofti took in survivors."""
KYTHERA_DE = """Auf dem Weg nach Kythera ist am Montag eine Fähre in Brand geraten, fünf Menschen kamen um.
Reedereien in Neapoli sagten darauf alle Fahrten ab.
Der Brand begann nach Angaben des Betreibers in einem Lastwagen mit Olivenöl.
Minister Petros Galanis kam noch in der Nacht auf die Insel.
Angehörige warteten im Hafen auf Namen.
Gewerkschaften verlangen seit Jahren bessere Löschanlagen."""


AGAIN = """A ferry burned off Kythera on Monday, and five people did not come home.
The company had passed its last inspection in spring.
On board the Agia Sofia from Neapoli were 214 passengers, among them a school class from Gythio.
“We saw only smoke,” said a fisherman in Diakofti, whose boat went out at six.
Petros Galanis, the minister, wants an inquiry into the sprinklers.
The mayor has asked for three days of mourning."""


def dossier(folder: Path, left: str, right: str) -> Dossier:
    (folder / "one.txt").write_text(left, encoding="utf-8")
    (folder / "two.txt").write_text(right, encoding="utf-8")
    case = Case(Settings(run=RunSettings(processes=1)))
    case.add([str(folder)])
    return case.dossier()


def test_a_statement_that_two_reports_print_whole_is_not_taken_by_one_from_the_other(tmp_path: Path) -> None:
    assert not dossier(tmp_path, LANDED, TWEETED).copies


def test_a_few_names_in_like_order_make_no_copy_in_another_language() -> None:
    comparison = compare(body_of(document("left", KYTHERA_EN, "en")), body_of(document("right", KYTHERA_DE, "de")))
    assert standing(comparison, CopySettings().least_score) is Standing.POSSIBLE


def test_where_it_cannot_be_told_there_is_no_family_but_the_reason_for_doubt(tmp_path: Path) -> None:
    told = dossier(tmp_path, KYTHERA_EN, AGAIN)
    assert not told.copies
    (doubt,) = told.possible_copies
    assert {span.source for span in doubt.reasons[0].spans} == {source.id for source in told.sources}


def test_a_page_in_doubt_is_unknown_and_no_second_report(tmp_path: Path) -> None:
    told = dossier(tmp_path, KYTHERA_EN, AGAIN)
    both = [claim for claim in told.claims if len(claim.support.pages) == 2]
    assert both
    for claim in both:
        assert len(claim.support.reports) == 1
        assert len(claim.support.unknown) == 1
        assert claim.support.verdict == "single-origin"


def test_what_a_person_judged_different_is_in_no_doubt(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(KYTHERA_EN, encoding="utf-8")
    (tmp_path / "two.txt").write_text(AGAIN, encoding="utf-8")
    case = Case(Settings(run=RunSettings(processes=1)))
    case.add([str(tmp_path)])
    assert case.dossier().possible_copies
    case.judge(Judgement("one.txt", "two.txt", Verdict.DIFFERENT))
    told = case.dossier()
    assert not told.possible_copies
    assert any(len(claim.support.reports) == 2 for claim in told.claims)
