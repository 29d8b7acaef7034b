"""Whose report and whose voice: shared passages, houses that are named, bodies without a name, reports that counted for
themselves."""

from pathlib import Path

from tests.weighing.test_weighing_counts import SECOND_REPORTER, WIRE, claim, pages, told

OWN_WITH_A_PARAGRAPH = """A night in the sports hall of Aldbach

By Petra Lindt

Wednesday 5 March 2025

The hall smells of rubber and soup. Forty camp beds stand under the baskets, and somebody has brought an accordion.

Anton Greis, 81, sleeps in his coat. He has left the valley twice before, he says, and both times the dam held.

Some 2,300 people in the valley were asked to leave their homes before nightfall. The dam was built in 1961.

At ten the lights go out. The accordion does not.
"""

WITNESS = """Shutters down in Harbour Street

By Nora Welling

Tuesday 4 March 2025

The rain had stopped when the last of the marchers turned into Harbour Street, and the shops were shut.

I counted 61 broken windows between the chapel and the bridge. A glazier was already at work on the third.
"""

POLICE_ENGLISH = """March through the harbour

Tuesday 4 March 2025

Harbour workers marched through Lostock on Tuesday against the closure of the eastern dock. Police counted 900 marchers.

They carried a boat on their shoulders and set it down before the town hall.
"""

POLICE_GERMAN = """Marsch durch Lostock

Dienstag, 4. März 2025

Hafenarbeiter sind am Dienstag durch Lostock gezogen. Die Polizei zählte 900 Teilnehmer. Vor dem Rathaus stellten sie
ein Boot ab, das sie auf den Schultern getragen hatten, und gingen wortlos heim.
"""


def test_pages_that_share_the_passage_are_one_report_of_what_it_tells(tmp_path: Path) -> None:
    dossier = told(tmp_path, wire=WIRE, own=OWN_WITH_A_PARAGRAPH)
    row = claim(dossier, "2,300", "measured")
    assert pages(dossier, row) == {"wire.txt", "own.txt"}
    assert len(row.support.reports) == 1
    assert row.support.verdict == "single-origin"


def test_a_page_that_says_from_whom_it_has_a_remark_is_no_second_report_of_it(tmp_path: Path) -> None:
    passed_on = SECOND_REPORTER.replace("said at the town hall", "told the agency Nordwire")
    dossier = told(tmp_path, wire=WIRE, own=passed_on)
    row = claim(dossier, "38% of its strength", "said")
    assert pages(dossier, row) == {"wire.txt", "own.txt"}
    assert len(row.support.reports) == 1


def test_a_reporter_who_counted_is_the_voice(tmp_path: Path) -> None:
    dossier = told(tmp_path, witness=WITNESS)
    row = claim(dossier, "61", "measured")
    assert [step.name for step in row.support.lineage] == ["Nora Welling"]
    assert len(row.support.voices) == 1


def test_the_police_of_two_pages_are_not_two_voices(tmp_path: Path) -> None:
    dossier = told(tmp_path, english=POLICE_ENGLISH, german=POLICE_GERMAN)
    row = claim(dossier, "900", "measured")
    assert len(row.support.voices) == 1


def test_what_follows_an_announcement_in_one_breath_is_part_of_it(tmp_path: Path) -> None:
    page = """Bridge at Aldbach stays shut

Tuesday 4 March 2025

The bridge at Aldbach has cracks and stays shut, the roads office announced on Tuesday. The number of cracks rose to 14.

The bridge was opened in 1968. It carries 26,000 vehicles a day.
"""
    dossier = told(tmp_path, page=page)
    assert [step.name for step in claim(dossier, "14", "measured").support.lineage] == ["roads office"]
    assert claim(dossier, "26,000", "measured").support.voices == ()


def test_what_a_board_rejects_is_not_its_figure(tmp_path: Path) -> None:
    page = """Harlan raises its offer for the rope works

Tuesday 4 March 2025

The Harlan group made a new offer for the rope works of Skelby on Tuesday, its third since the autumn.

The board of Skelby Ropes rejected the $105 million approach in November. It meets again on Friday.
"""
    dossier = told(tmp_path, page=page)
    assert claim(dossier, "$105 million", "measured").support.voices == ()


def test_the_same_source_is_whoever_was_cited_last(tmp_path: Path) -> None:
    page = """Un pont fermé à Aldbach

Mardi 4 mars 2025

Le pont d’Aldbach a été fermé mardi matin, a indiqué le parquet de Mons.
Quarante voitures ont été remorquées, a précisé la même source.

Le pont avait été inauguré en 1968. Il relie les deux rives de la ville.
"""
    (step,) = claim(told(tmp_path, page=page), "Quarante", "measured").support.lineage
    assert step.name == "parquet de Mons"


def test_a_house_that_has_learnt_something_is_no_voice(tmp_path: Path) -> None:
    first = """Bridge talks end in Aldbach

ALDBACH, Tuesday 4 March 2025 (Nordwire) - The talks about the bridge at Aldbach ended on Tuesday without a result, and
nobody would say when they will go on.
"""
    second = """Brücke bei Aldbach wird teurer

Von Petra Lindt

Mittwoch, 5. März 2025

Nach Nordwire-Informationen kostet die Brücke bei Aldbach 15 Millionen Franken. Am Ufer stehen schon die Bagger, und die
Anwohner sehen ihnen zu.
"""
    dossier = told(tmp_path, first=first, second=second)
    assert claim(dossier, "15 Millionen Franken", "measured").support.voices == ()


def test_the_head_of_a_house_is_a_voice(tmp_path: Path) -> None:
    first = """Bridge talks end in Aldbach

ALDBACH, Tuesday 4 March 2025 (Nordwire) - The talks about the bridge at Aldbach ended on Tuesday without a result, and
nobody would say when they will go on.
"""
    second = """Nordwire streicht Stellen

Von Petra Lindt

Mittwoch, 5. März 2025

Die Agentur werde am Ort 40 Stellen streichen. „Wir haben keine Wahl“, sagte die Nordwire-Chefin am Mittwoch in Aldbach.
"""
    dossier = told(tmp_path, first=first, second=second)
    assert len(claim(dossier, "keine Wahl", "said").support.voices) == 1


BOSS = """Honey under suspicion

Tuesday 4 March 2025

The honey works in Lostock rejects it. “Our own laboratory checks every batch and has found nothing,” said its boss,
Hugo Dellmar, who employs 86 people. The jars stay on the shelves, and the town waits for a second test.
"""


def test_a_figure_that_only_tells_who_a_speaker_is_is_not_his(tmp_path: Path) -> None:
    dossier = told(tmp_path, boss=BOSS)
    assert claim(dossier, "86", "measured").support.voices == ()


SOURCES = """Two samples exchanged

Tuesday 4 March 2025

Three people familiar with the tests said the samples had been mixed up in the laboratory at Lostock. The laboratory
declined to comment and referred questions to the ministry, which is closed on Tuesdays.
"""


def test_people_without_a_name_are_called_as_the_page_calls_them(tmp_path: Path) -> None:
    dossier = told(tmp_path, sources=SOURCES)
    row = claim(dossier, "mixed up", "said")
    assert [step.name for step in row.support.lineage] == ["Three people familiar with the tests"]


OFFICE = """Du faux miel saisi

Mardi 4 mars 2025

D’après le bureau antifraude régional, 12,4 tonnes de faux miel ont été saisies au port de Lostock en 2024, le triple de
l’année précédente. La marchandise avait été déclarée comme sirop.
"""


def test_a_body_without_a_name_is_called_as_the_page_calls_it(tmp_path: Path) -> None:
    row = claim(told(tmp_path, office=OFFICE), "12,4 tonnes", "measured")
    assert [step.name for step in row.support.lineage] == ["bureau antifraude régional"]


PRINTED = """Hafen wird gesperrt

Dienstag, 4. März 2025

Der Hafen von Lostock werde für 14 Wochen gesperrt, berichtete die Zeitung am Dienstag. Fähren gibt es bis dahin keine.
"""


def test_who_prints_it_is_no_voice(tmp_path: Path) -> None:
    assert claim(told(tmp_path, printed=PRINTED), "14 Wochen", "measured").support.voices == ()
