"""Dispatches of one agency with their hours are one line of reporting, also where the later one is written anew."""
# ruff: noqa: E501  a paragraph of a page is a line

from pathlib import Path

from secondsource.case import Case
from secondsource.model.group import CopyFamily, Relation
from tests.matching.copies.test_copies_precedence import edges

EARLY = """Dach der Eishalle Marnkirchen eingestürzt

Passau, 9. Januar 2026, 20.15 Uhr (Nordbild) - In Marnkirchen in Niederbayern ist am Freitagabend das Dach der Eishalle eingestürzt. Mindestens zwölf Menschen wurden nach Angaben der Polizei verletzt. Zum Zeitpunkt des Unglücks trainierte dort eine Jugendmannschaft.

Die Ursache war zunächst offen. In den vergangenen Tagen hatte es in der Region stark geschneit.

(Nordbild)
"""
LATE = """Eishalle eingestürzt: 19 Verletzte, niemand mehr unter den Trümmern

Passau, 9. Januar 2026, 23.40 Uhr (Nordbild) - Beim Einsturz des Daches der Eishalle von Marnkirchen sind am Freitagabend 19 Menschen verletzt worden, drei von ihnen schwer. Das teilte die Polizei mit. Zum Zeitpunkt des Unglücks trainierte dort eine Jugendmannschaft.

Trainer Pavel Horka brachte 22 Kinder durch den Kabinengang ins Freie. «Erst hat es geknackt wie ein Ast, dann war der Himmel da», sagte er. Bürgermeisterin Verena Stadler sprach von einem Wunder, dass niemand gestorben sei.

Auf dem Dach lag nach Einschätzung der Feuerwehr ein halber Meter nasser Schnee. Die Staatsanwaltschaft Passau nahm Ermittlungen auf.

(Nordbild)
"""


def families(folder: Path, **texts: str) -> tuple[CopyFamily, ...]:
    """The families of a pile of texts."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    case = Case()
    case.add([str(folder)])
    return case.run().groups_of(CopyFamily)


def test_a_later_dispatch_of_the_same_evening_is_a_take(tmp_path: Path) -> None:
    (family,) = families(tmp_path, early=EARLY, late=LATE)
    between = [one.relation for one in family.derivations if not one.from_id.startswith("outside:")]
    assert between == [Relation.FOLLOW_UP]


def test_a_dispatch_of_another_agency_is_none(tmp_path: Path) -> None:
    found = families(tmp_path, early=EARLY, late=LATE.replace("Nordbild", "Südwest"))
    assert all(len(family.members) == 1 for family in found)


NOON = """Weltkriegsbombe im Hafen von Wittlohe entdeckt

Wittlohe, 12. Mai 2026, 12.05 Uhr (Nordbild) - Bei Baggerarbeiten im Hafen von Wittlohe ist am Dienstag eine Bombe aus dem Zweiten Weltkrieg gefunden worden. Etwa 3100 Anwohner müssen ihre Häuser verlassen, wie die Stadt mitteilte.

Der Sprengkörper wiegt nach Angaben der Polizei fünf Zentner. Feuerwerker sind unterwegs.
"""
NIGHT = """Aufatmen in Wittlohe

Wittlohe, 12. Mai 2026, 22.40 Uhr (Nordbild) - Nach langem Bangen durften am Dienstagabend 3100 Wittloher heim. Feuerwerkerin Grit Habel hatte um 21.52 Uhr den Zünder herausgedreht. «Der war nicht begeistert von mir», sagte sie.

Fünf Zentner Sprengstoff lagen unter dem Kai. Eine Turnhalle nahm 240 Wartende auf, so die Polizei.
"""
KEPT = """Bombe entschärft

Nach langem Bangen durften am Dienstagabend 3100 Wittloher heim. Feuerwerkerin Grit Habel hatte um 21.52 Uhr den Zünder herausgedreht. „Der war nicht begeistert von mir“, sagte sie. (Nordbild)
"""


def test_dispatches_of_one_place_and_day_are_takes_though_no_sentence_was_kept(tmp_path: Path) -> None:
    assert ("noon", "night", "follow-up") in edges(tmp_path, noon=NOON, night=NIGHT)


def test_the_hour_says_which_take_is_first_not_the_length(tmp_path: Path) -> None:
    found = edges(tmp_path, noon=NIGHT.replace("22.40", "11.40").replace("Dienstagabend", "Dienstag"), night=NOON)
    assert ("noon", "night", "follow-up") in found


def test_a_page_has_its_text_from_the_take_that_it_kept(tmp_path: Path) -> None:
    assert ("night", "paper", "excerpt") in edges(tmp_path, noon=NOON, night=NIGHT, paper=KEPT)


def test_a_dispatch_from_another_place_is_another_report(tmp_path: Path) -> None:
    moved = NIGHT.replace("Wittlohe, 12. Mai 2026, 22.40 Uhr", "Mainz, 13. Mai 2026, 9.40 Uhr")
    assert not edges(tmp_path, noon=NOON, night=moved)
