"""Which page was first, and how the others stand to it: by what pages say of themselves, by what they kept."""
# ruff: noqa: E501  a paragraph of a page is a line

from pathlib import Path

from secondsource.case import Case
from secondsource.model.group import CopyFamily

RELEASE = """Medienmitteilung: Stadtwerke Birsau senken den Wasserpreis

Birsau, 4. Juni 2026

Die Stadtwerke Birsau senken den Wasserpreis zum 1. Juli um 9 Prozent. Das haben Aufsichtsrat und Gemeinderat am Donnerstag beschlossen.

„Wir geben zurück, was wir an Pumpstrom sparen“, sagt Geschäftsführerin Ilka Brandner. 11 300 Haushalte werden im Schnitt um 26 Euro entlastet.

Der Leitungsbau geht weiter wie geplant.
"""
PRINTED = """Wasser wird in Birsau billiger

05.06.2026

Die Stadtwerke Birsau senken den Wasserpreis zum 1. Juli um 9 Prozent. Das haben Aufsichtsrat und Gemeinderat am Donnerstag beschlossen.

„Wir geben zurück, was wir an Pumpstrom sparen“, sagt Geschäftsführerin Ilka Brandner. 11 300 Haushalte werden im Schnitt um 26 Euro entlastet.
"""
ABROAD = """Water gets cheaper in Birsau

Birsau Utilities is cutting the price of water by 9 percent from 1 July. The supervisory board and the town council decided this on Thursday.

“We are giving back what we save on power for the pumps,” says managing director Ilka Brandner. On average, 11,300 households will save 26 euros.

The laying of pipes will go on as planned.
"""
WIRE = """Fähre läuft vor Norsund auf Grund

Norsund, 8. Juli 2026 (nbd) - Vor dem Hafen von Norsund ist am Mittwoch die Fähre «Helga» mit 212 Passagieren auf Grund gelaufen. Verletzt wurde niemand, teilte die Küstenwache mit.

Das Schiff hatte nach Angaben der Reederei eine Boje übersehen. «Wir standen plötzlich still, und der Kaffee lief weiter», sagte die Passagierin Britt Sörensen. Schlepper zogen die Fähre nach drei Stunden frei.

Der Kapitän muss sich am Freitag dem Seeamt erklären.
"""
FRENCH = """Un ferry s’échoue devant Norsund

Le ferry « Helga », avec 212 passagers à bord, s’est échoué mercredi devant le port de Norsund. Personne n’a été blessé, ont indiqué les garde-côtes.

Selon la compagnie, le navire n’avait pas vu une bouée. « Tout à coup nous étions à l’arrêt, et le café continuait à couler », a raconté la passagère Britt Sörensen. Des remorqueurs ont dégagé le ferry au bout de trois heures.

Le capitaine devra s’expliquer vendredi devant le tribunal maritime.
"""
HOME = """Fährunglück vor Norsund endet glimpflich

Die Fähre „Helga“ ist am Mittwoch mit 212 Reisenden an Bord vor dem Hafen von Norsund gestrandet. Nach Angaben der Küstenwächter wurde niemand verletzt.

Das Schiff habe laut der Gesellschaft eine Boje nicht gesehen. „Auf einmal waren wir am Halt, und der Kaffee floss immer weiter“, erzählte die Reisende Britt Sörensen. Schleppschiffe machten die Fähre am Ende von drei Stunden los.

Der Kapitän wird sich am Freitag vor dem Seegericht erklären müssen.
"""
RETOLD = """Gestrandet, aber heiter

Auf einer Sandbank vor Norsund saß am Mittwoch die Fähre „Helga“ fest, an Bord 212 Reisende. Die Küstenwache meldet: keine Verletzten.

Eine Boje war übersehen worden, so die Reederei. „Wir standen plötzlich still, und der Kaffee lief weiter“, sagte Britt Sörensen, die mitfuhr. Nach drei Stunden kam die Fähre mit Hilfe von Schleppern frei.

Am Freitag hat der Kapitän vor dem Seeamt zu erscheinen.
"""


def edges(folder: Path, **texts: str) -> set[tuple[str, str, str]]:
    """Who certainly has it from whom, and how, by the names of the pages."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    case = Case()
    case.add([str(folder)])
    pile = case.run()
    names = {each.id: each.document.source.name.removesuffix(".txt") for each in pile.documents}
    return {
        (names.get(one.from_id, one.from_id), names[one.to_id], one.relation.value)
        for family in pile.groups_of(CopyFamily)
        for one in family.derivations
        if one.directed
    }


def test_what_was_handed_out_comes_before_what_was_printed_or_translated(tmp_path: Path) -> None:
    found = edges(tmp_path, printed=PRINTED, release=RELEASE, abroad=ABROAD)
    assert found == {("release", "printed", "excerpt"), ("release", "abroad", "translation")}


def test_an_agency_comes_before_its_subscribers_in_any_language(tmp_path: Path) -> None:
    assert ("wire", "french", "translation") in edges(tmp_path, french=FRENCH, wire=WIRE)


def test_quotes_in_other_words_tell_that_a_text_came_back_from_a_translation(tmp_path: Path) -> None:
    found = edges(tmp_path, wire=WIRE, french=FRENCH, home=HOME)
    assert ("french", "home", "back-translation") in found


def test_quotes_that_stand_tell_that_it_was_retold_at_home(tmp_path: Path) -> None:
    found = edges(tmp_path, wire=WIRE, french=FRENCH, retold=RETOLD)
    assert ("wire", "retold", "rewrite") in found
