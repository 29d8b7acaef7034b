"""A press release is its issuer's word: whose the figures are that it tells in its own words."""

from pathlib import Path

from secondsource.case import Case, Settings
from secondsource.stage.settings import RunSettings
from secondsource.telling.dossier import ClaimRow, Dossier

RELEASE = """Pressemitteilung

Universität Arnau verlegt Sammlung in den Neubau

Arnau, 4. März 2025

Die Universität Arnau hat am Dienstag 96 Schränke mit Steinen in den Neubau verlegt. Der Umzug dauerte fünf Stunden.

„Kein Gerät hat auch nur eine Minute stillgestanden“, erklärt die Kanzlerin Miriam Oster. 230 Beschäftigte
kamen aus dem Frei. Die Universität Arnau dankt ihnen.
"""

SIGNED = """Universität Arnau verlegt Sammlung in den Neubau

Von Jan Wessel

Arnau, 4. März 2025

Die Universität Arnau hat am Dienstag 96 Schränke mit Steinen in den Neubau verlegt. Der Umzug dauerte fünf Stunden
und ging ohne Zwischenfälle zu Ende.
"""

IN_ITS_LINE = """Sperling verschwindet aus den Städten

In 47 Städten ist der Bestand des Haussperlings seit 1998 um 38 Prozent zurückgegangen. Für die Studie des Instituts
wurden die Zählungen von 12.400 Freiwilligen ausgewertet, so Forscher der Universität Halle. Die Zählungen fanden
jedes Jahr im Mai statt.

Pressekontakt: Universität Halle, Öffentlichkeitsarbeit
"""


def told(folder: Path, text: str) -> Dossier:
    """The dossier of one page."""
    (folder / "page.txt").write_text(text, encoding="utf-8")
    case = Case(Settings(run=RunSettings(processes=1)))
    case.add([str(folder)])
    return case.dossier()


def voices(dossier: Dossier, words: str) -> list[str]:
    """The names of the voices of the figure with these words."""
    figure = next(row for row in dossier.figures if row.text == words)
    claim: ClaimRow = next(row for row in dossier.claims if figure.id in row.members)
    return [step.name for step in claim.support.lineage if step.id]


def test_what_a_release_tells_its_issuer_says(tmp_path: Path) -> None:
    assert voices(told(tmp_path, RELEASE), "96") == ["Universität Arnau"]


def test_a_report_that_somebody_signs_is_no_release(tmp_path: Path) -> None:
    assert voices(told(tmp_path, SIGNED), "96") == []


def test_the_line_for_the_press_names_the_issuer(tmp_path: Path) -> None:
    assert voices(told(tmp_path, IN_ITS_LINE), "38 Prozent") == ["Universität Halle"]
