"""Dispatches of one agency with their hours are one line of reporting, also where the later one is written anew."""
# ruff: noqa: E501  a paragraph of a page is a line

from pathlib import Path

from secondsource.case import Case
from secondsource.model.group import CopyFamily, Relation

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
