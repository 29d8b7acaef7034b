"""One line of reporting and one voice where pages look like two: dispatches of one agency, a surname, a body's name in
two languages, a fact that a later occasion tells again."""

from pathlib import Path

from tests.weighing.test_weighing_counts import claim, pages, told

NOON = """Wolf kills sheep above Sellen

CHUR, July 3, 2025, 1120 GMT (Nordwire) - A wolf killed sheep on the Gasura pasture above Sellen during the night, the
cantonal hunting office said on Thursday. The flock is worth 19,400 francs, the farmers' union said.

Gamekeeper Gion Caviezel followed the tracks as far as the tree line. No dog had barked, for there was none.

(Nordwire)
"""
EVENING = """Canton wants the wolf of Sellen shot

CHUR, July 3, 2025, 1845 GMT (Nordwire) - Cantonal minister Annetta Luzi asked on Thursday that the wolf of Sellen be
shot. Whoever strikes twice comes a third time, she said.

Environmental groups objected: fences had been promised for ten years and never built. The flock on the Gasura pasture
is worth 19,400 francs, according to the farmers' union.

(Nordwire)
"""
FULL_NAME = """Land hilft Familien

Mittwoch, 18. Februar 2026

Kultusministerin Regina Althoff sagte in der Stadthalle von Halden schnelle Hilfe zu. Jede betroffene Familie
bekomme 10.400 Euro vom Land, sagte Regina Althoff bei der Gedenkfeier.
"""
SURNAME = """Kerzen in Halden

Mittwoch, 18. Februar 2026

Vor der Stadthalle von Halden brannten Kerzen, ein Chor sang, und niemand klatschte. Jede betroffene
Familie bekomme 10.400 Euro vom Land, sagte Ministerin Althoff.
"""
CITY_GERMAN = """Nachzählung beendet

Montag, 10. November 2025

In Trellen ist die Nachzählung der Stimmen am Sonntag zu Ende gegangen. Die Kosten beziffert die Stadt auf 48.600 Euro.
"""
CITY_FRENCH = """Le recomptage est terminé

Lundi 10 novembre 2025

Soixante bénévoles ont dormi dans leur voiture, et la soupe était froide. La ville chiffre la dépense à 48 600 euros.

« On ne m’y reprendra plus », a soufflé une retraitée en rendant son badge devant le gymnase.
"""
CUT = """Tausende ohne Strom im Warn

Wernau, 18. November 2025

Ein Stromausfall hat am Dienstagabend den Warn lahmgelegt. Rund 61.300 Haushalte waren nach Angaben des Netzbetreibers
Saarnetz ohne Strom.
"""
CAUSE = """Bagger löste Stromausfall im Warn aus

Wernau, 24. November 2025

Ein Bagger hat vor einer Woche das Kabel bei Ludau beschädigt, sagte Saarnetz-Vorstand Matthias Quint am Montag. Von dem
Ausfall im Warn waren nach Angaben von Saarnetz 61.300 Haushalte betroffen.
"""


def test_two_dispatches_of_one_agency_on_one_day_are_one_report(tmp_path: Path) -> None:
    dossier = told(tmp_path, noon=NOON, evening=EVENING)
    row = claim(dossier, "19,400", "measured")
    assert pages(dossier, row) == {"noon.txt", "evening.txt"}
    assert len(row.support.reports) == 1


def test_a_surname_alone_is_no_second_voice_beside_its_bearer(tmp_path: Path) -> None:
    row = claim(told(tmp_path, full=FULL_NAME, short=SURNAME), "10.400", "measured")
    assert len(row.support.reports) == 2
    assert len(row.support.voices) == 1


def test_a_city_in_two_languages_is_one_voice(tmp_path: Path) -> None:
    dossier = told(tmp_path, german=CITY_GERMAN, french=CITY_FRENCH)
    row = claim(dossier, "48.600", "measured")
    assert pages(dossier, row) == {"german.txt", "french.txt"}
    assert len(row.support.voices) == 1


def test_what_a_later_occasion_tells_again_is_one_claim(tmp_path: Path) -> None:
    dossier = told(tmp_path, cut=CUT, cause=CAUSE)
    assert pages(dossier, claim(dossier, "61.300", "measured")) == {"cut.txt", "cause.txt"}
