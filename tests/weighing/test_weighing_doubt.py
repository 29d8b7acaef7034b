"""In doubt never a higher count: figures that are another report's, words that are no party, voices that may be one."""

from pathlib import Path

import pytest

from secondsource.weighing.asides import is_aside
from tests.weighing.test_weighing_counts import claim, pages, told

WIRE = """Ferry line stops after boiler fire

LOSTOCK, Tuesday 4 March 2025 (Nordwire) - The ferry line between Lostock and Aldbach stopped all sailings on Tuesday
after a boiler fire aboard the Petrel, the operator Sundlinje said.

The fire broke out at noon with 312 passengers aboard. Fourteen of them were taken to hospital.

Sundlinje said it had cancelled 46 sailings. The repair would cost 2.7 million crowns, it said.

The company employs 190 people in Lostock.

(Nordwire)
"""

RETOLD = """Wenn der Kessel brennt

5. März 2025

190 Menschen arbeiten in Lostock für die Reederei Sundlinje. Was sie seit Dienstag umtreibt, begann mittags auf der
„Petrel“: Im Maschinenraum brannte der Kessel. Vierzehn Menschen kamen ins Krankenhaus.

46 Fahrten fallen nun aus, und die Rechnung steht auch schon fest: Die Reparatur kostet 2,7 Millionen Kronen.

An Bord waren 312 Passagiere, als das Feuer ausbrach.
"""

SEEN = """Where the ferry should be

By Nora Welling

5 March 2025

Eleven people stand at the pier at Lostock with their bicycles. Nobody has told them anything, a woman says, and she has
asked twice.

The man in the kiosk sold 230 coffees before ten. Sundlinje said it had cancelled 46 sailings; the board shows none.
"""


def test_a_page_that_has_its_figures_from_a_report_is_no_second_one(tmp_path: Path) -> None:
    row = claim(dossier := told(tmp_path, wire=WIRE, retold=RETOLD), "46", "measured")
    assert pages(dossier, row) == {"wire.txt", "retold.txt"}
    assert len(row.support.reports) == 1
    assert len(row.support.unknown) == 1


def test_a_reporter_with_figures_of_her_own_is_a_second_one(tmp_path: Path) -> None:
    row = claim(dossier := told(tmp_path, wire=WIRE, seen=SEEN), "46", "measured")
    assert pages(dossier, row) == {"wire.txt", "seen.txt"}
    assert len(row.support.reports) == 2
    assert not row.support.unknown


ASKED = """Der Rauch über dem Hafen

5. März 2025

„Ich habe den Rauch gesehen, bevor jemand etwas sagte“, sagt die Köchin Merle Brandt.

190 Menschen arbeiten in Lostock für Sundlinje. Auf der Werft liegt die „Petrel“ nun neben zwei Kuttern.

„Die Schwimmwesten haben wir selbst gesucht“, sagt der Passagier Ole Fink. Die Reparatur kostet
2,7 Millionen Kronen. Bis dahin fallen 46 Fahrten aus.
"""


def test_a_page_that_quotes_whom_nobody_else_asked_is_a_second_one(tmp_path: Path) -> None:
    row = claim(dossier := told(tmp_path, wire=WIRE, asked=ASKED), "190", "measured")
    assert pages(dossier, row) == {"wire.txt", "asked.txt"}
    assert len(row.support.reports) == 2


SEIZED = """Kabeldiebe gefasst

Dienstag, 4. März 2025

In einer Lagerhalle am Fluss fanden die Beamten 12 Tonnen Kupferkabel, wie die Staatsanwaltschaft Saarbrücken mitteilte.
Die Diebe hatten ihre Beute nachts mit einem Boot gebracht und unter Planen versteckt.
"""


def test_a_town_that_closes_the_name_of_a_body_does_not_speak(tmp_path: Path) -> None:
    row = claim(told(tmp_path, page=SEIZED), "12 Tonnen", "measured")
    assert [step.name for step in row.support.lineage] == ["Staatsanwaltschaft Saarbrücken"]


@pytest.mark.parametrize(
    ("language", "led", "aside"),
    [
        ("en", "the lender, which employs ", True),
        ("en", "the gunman, who had killed ", True),
        ("en", "the lender would dismiss ", False),
        ("en", "he was horrified by an attack that left at least ", True),
        ("en", "an attacker had killed ", False),
        ("de", "er trauere nach dem Anschlag, bei dem ", True),
        ("fr", "la société, qui emploie ", True),
        ("fr", "26 malades, dont ", False),
        ("de", "die Bank, die ", False),
        (None, "the lender, which employs ", False),
    ],
)
def test_a_clause_between_commas_is_the_reports_own(language: str | None, led: str, aside: bool) -> None:
    assert is_aside(led, language) is aside


def test_what_an_army_says_of_two_launches_is_no_remark_said_twice(tmp_path: Path) -> None:
    first = (
        "Missile crosses the strait of Kaihu\n\nBy Nora Welling\n\nTuesday 4 March 2025\n\nSirens woke the town. "
        "The army of Norway said the missile was launched from the pier near Aldbach and fell into the sea.\n"
    )
    second = (
        "A second missile over Kaihu\n\nBy Jonas Ekdahl\n\nFriday 4 April 2025\n\nThe sirens came a month later. "
        "The army of Norway said the missile was launched from the pier near Aldbach and broke into pieces.\n"
    )
    dossier = told(tmp_path, first=first, second=second)
    told_by = [len(row.support.pages) for row in dossier.claims if row.kind == "said"]
    assert len(told_by) > 1
    assert set(told_by) == {1}


NEST_ENGLISH = """Storks counted

LOSTOCK, Tuesday 4 March 2025 (Nordwire) - The Lostock Bird Institute counted 214 pairs of storks in the marshes this
spring. The number has doubled since the dyke was opened.
"""
NEST_GERMAN = """Störche gezählt

Dienstag, 4. März 2025

Das Amt für Naturschutz zählte in diesem Frühjahr 214 Storchenpaare im Marschland, wie es am Dienstag bekannt gab. Seit
der Deich offen ist, brüten doppelt so viele.
"""


def test_bodies_that_give_one_value_in_two_languages_are_not_counted_twice(tmp_path: Path) -> None:
    row = claim(told(tmp_path, english=NEST_ENGLISH, german=NEST_GERMAN), "214", "measured")
    assert len(row.support.pages) == 2
    assert len(row.support.voices) == 1
