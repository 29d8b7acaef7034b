"""Pages, reports, voices: what is counted, and what is never invented. Piles of a few lines each, read by the whole
plan."""

from pathlib import Path

import pytest

from secondsource.case import Case, Settings
from secondsource.stage.settings import RunSettings
from secondsource.telling.dossier import ClaimRow, Dossier

WIRE = """Dam above Castelnau cracked, authority says

CASTELNAU, Tuesday 4 March 2025 (Nordwire) - The reservoir above Castelnau lost a third of its water in eleven days,
the basin authority said on Tuesday.

Engineers found a crack of forty metres in the northern wall, its director, Agnès Morel, told reporters at the town
hall.

“The wall lost 38% of its strength in one winter,” Morel said.

Some 2,300 people in the valley were asked to leave their homes before nightfall. The dam was built in 1961.

(Nordwire)
"""

CUT = """Crack found in Castelnau dam

CASTELNAU, Tuesday 4 March 2025 (Nordwire) - The reservoir above Castelnau lost a third of its water in eleven days,
the basin authority said on Tuesday.

Engineers found a crack of forty metres in the northern wall, its director, Agnès Morel, told reporters at the town
hall.

“The wall lost 38% of its strength in one winter,” Morel said.
"""

SECOND_REPORTER = """Valley below the dam empties in the rain

By Jonas Ekdahl

Tuesday 4 March 2025

Mud, a tractor on its side, and no one left in the café: that was Castelnau on Tuesday evening, seen by our reporter.

Nine buses left the school yard between four and six, and a tenth would not start.

“The wall lost 38% of its strength in one winter,” Agnès Morel, director of the basin authority, said at the town hall.

She would not say when people may come back, and left by the rear door.
"""


def told(folder: Path, **texts: str) -> Dossier:
    """The dossier of these pages."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    case = Case(Settings(run=RunSettings(processes=1)))
    case.add([str(folder)])
    return case.dossier()


def claim(dossier: Dossier, words: str, kind: str) -> ClaimRow:
    """The claim of a kind whose member figure or statement says these words."""
    texts = {row.id: row.text for row in dossier.statements} | {row.id: row.text for row in dossier.figures}
    found = [c for c in dossier.claims if c.kind == kind and any(words in texts.get(m, "") for m in c.members)]
    return max(found, key=lambda c: len(c.support.pages))


def pages(dossier: Dossier, row: ClaimRow) -> set[str]:
    """Names of a claim's pages."""
    return {source.name for source in dossier.sources if source.id in row.support.pages}


@pytest.mark.parametrize(("kind", "words"), [("measured", "38%"), ("said", "38% of its strength")])
def test_two_reports_of_one_speech_are_two_reports_and_one_voice(tmp_path: Path, kind: str, words: str) -> None:
    dossier = told(tmp_path, wire=WIRE, cut=CUT, own=SECOND_REPORTER)
    row = claim(dossier, words, kind)
    assert pages(dossier, row) == {"wire.txt", "cut.txt", "own.txt"}
    assert len(row.support.reports) == 2
    assert len(row.support.voices) == 1
    assert row.support.verdict == "single-origin"


def test_a_copy_is_no_further_report(tmp_path: Path) -> None:
    dossier = told(tmp_path, wire=WIRE, cut=CUT)
    row = claim(dossier, "38%", "measured")
    assert len(row.support.pages) == 2
    assert len(row.support.reports) == 1


def test_every_count_is_the_length_of_its_list_and_its_tree(tmp_path: Path) -> None:
    dossier = told(tmp_path, wire=WIRE, cut=CUT, own=SECOND_REPORTER)
    for row in dossier.claims:
        reports = {report.id for voice in row.support.lineage for report in voice.steps}
        leaves = {page.id for voice in row.support.lineage for report in voice.steps for page in report.steps}
        voices = {voice.id for voice in row.support.lineage if voice.id}
        assert reports == set(row.support.reports)
        assert voices == set(row.support.voices)
        assert leaves | set(row.support.unknown) == set(row.support.pages)


def test_a_page_with_almost_no_text_is_unknown_and_not_one_more_source(tmp_path: Path) -> None:
    dossier = told(tmp_path, wire=WIRE, scrap="The wall lost 38% of its strength, Agnès Morel said.")
    row = claim(dossier, "38%", "measured")
    scrap = next(source.id for source in dossier.sources if source.name == "scrap.txt")
    assert scrap in row.support.pages
    assert scrap in row.support.unknown
    assert len(row.support.reports) == 1


def test_one_more_unrelated_page_changes_no_count(tmp_path: Path) -> None:
    before = claim(told(tmp_path, wire=WIRE, own=SECOND_REPORTER), "38%", "measured").support
    other = "MILAN, Friday 7 March 2025 - The new hall seats 1,400 listeners, its director said on Friday."
    after = claim(told(tmp_path, other=other), "38%", "measured").support
    assert (len(before.pages), len(before.reports), len(before.voices)) == (
        len(after.pages),
        len(after.reports),
        len(after.voices),
    )


def test_a_page_of_two_origins_counts_as_the_report_it_has_the_claim_from(tmp_path: Path) -> None:
    other = """Grain price at the port of Brodno falls

BRODNO, Tuesday 4 March 2025 (Estwire) - Wheat at the port of Brodno fell by 14% within a day on Tuesday, the exchange
said, after two ships from the south came in early and filled both silos.

“Nobody expected them before Friday,” the exchange's head, Pavel Drimm, told reporters in the hall.

Traders sent lorries home. The last such fall was in 2019, when the river froze and no barge could leave.

(Estwire)
"""
    body = other.split("\n\n", 1)[1].removesuffix("(Estwire)\n")
    mixed = WIRE.removesuffix("(Nordwire)\n") + "\n" + body + "\n(Nordwire, Estwire)\n"
    dossier = told(tmp_path, wire=WIRE, cut=CUT, other=other, mixed=mixed)
    dam, wheat = claim(dossier, "38%", "measured"), claim(dossier, "14%", "measured")
    assert pages(dossier, dam) == {"wire.txt", "cut.txt", "mixed.txt"}
    assert pages(dossier, wheat) == {"other.txt", "mixed.txt"}
    assert len(dam.support.reports) == len(wheat.support.reports) == 1
    assert dam.support.reports != wheat.support.reports
