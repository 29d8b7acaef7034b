"""Voices that are one house: a firm and its head, a body under a shorter name, a spokeswoman without one; and outlets
that two pages have a remark from."""

from pathlib import Path

from tests.weighing.test_weighing_counts import claim, pages, told

FIRM = """Saltwater in the tanks of Aldbach dairy

ALDBACH, Tuesday 4 March 2025 (Nordwire) - Saltwater has spoilt a day's milk at a dairy in Aldbach.

Hellmich Milk said it had poured away 9,400 litres.

(Nordwire)
"""

HEAD = """The morning the milk was salt

By Nora Welling

Wednesday 5 March 2025

The yard smells of a beach. Two tankers stand by the drain with their hatches open.

“We had to pour away 9,400 litres,” said Jörg Hellmich, whose grandfather built the place, and he looked at the drain.
"""

OFFICE = """Wehr bei Lostock wird repariert

LOSTOCK, Dienstag, 4. März 2025 (Nordwire) - Das Wehr bei Lostock wird ein halbes Jahr lang repariert. Die Arbeiten
kosten 3,2 Millionen Euro, teilte das Landesamt für Wasserbau am Dienstag mit.

Taucher hatten im Herbst Risse im Beton gefunden. Seither darf kein Lastwagen mehr über die Krone fahren.

(Nordwire)
"""

OFFICE_IN_SHORT = """Lostock bekommt sein Wehr zurück

Von Petra Lindt

Mittwoch, 5. März 2025

Am Ufer stehen Pfähle, einer davon schief. Das Landesamt gibt die Kosten mit 3,2 Millionen Euro an.
Die Angler haben ihre Stühle schon weggetragen.
"""

ASKED = """Bridge toll will not rise, county says

By Nora Welling

Tuesday 4 March 2025

A lorry had got stuck at the barrier, and its driver was counting coins into the attendant's hand.

A spokeswoman for the county council said the toll brought in 410,000 euros a year.
"""

TO_AN_OUTLET = """Skipper saw the light too late

By Jonas Ekdahl

Tuesday 4 March 2025

The trawler lay on its side at low tide, with a rope of mussels around its screw.

“I saw the light and I thought it was a house,” skipper Lena Orvik told the Lostock Gazette on Tuesday.
"""

TO_THE_SAME = """A house that was a lighthouse

5 March 2025

Insurers were to look at the trawler on Wednesday, and two museums have asked for its bell.

Lena Orvik, its skipper, told the Lostock Gazette: “I saw the light and I thought it was a house.”
"""


def test_a_firm_and_the_head_it_is_called_after_are_one_origin(tmp_path: Path) -> None:
    row = claim(told(tmp_path, firm=FIRM, head=HEAD), "9,400", "measured")
    assert len(row.support.reports) == 2
    assert row.support.verdict == "single-origin"


def test_a_body_under_a_part_of_its_name_is_no_second_voice(tmp_path: Path) -> None:
    row = claim(told(tmp_path, full=OFFICE, short=OFFICE_IN_SHORT), "3,2 Millionen Euro", "measured")
    assert len(row.support.pages) == 2
    assert len(row.support.voices) == 1


def test_a_spokeswoman_without_a_name_has_the_voice_of_her_council(tmp_path: Path) -> None:
    row = claim(told(tmp_path, asked=ASKED), "410,000", "measured")
    assert [voice.name for voice in row.support.lineage] == ["county council"]


def test_what_was_told_to_one_outlet_is_one_report_of_it(tmp_path: Path) -> None:
    dossier = told(tmp_path, first=TO_AN_OUTLET, second=TO_THE_SAME)
    row = claim(dossier, "I thought it was a house", "said")
    assert pages(dossier, row) == {"first.txt", "second.txt"}
    assert len(row.support.reports) == 1


def test_a_police_spokesman_has_the_voice_of_the_police(tmp_path: Path) -> None:
    page = """Lastwagen verliert Äpfel bei Lostock

Dienstag, 4. März 2025

Auf der Landstraße bei Lostock hat ein Lastwagen am Dienstag Äpfel verloren. Die Polizei sperrte die Straße.

Die Ladung habe 4,7 Tonnen gewogen, sagte ein Polizeisprecher. Die Anwohner kamen mit Körben.
"""
    row = claim(told(tmp_path, page=page), "4,7 Tonnen", "measured")
    assert [voice.name for voice in row.support.lineage] == ["Polizei"]
