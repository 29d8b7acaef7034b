"""What a claim lost or gained on its way through the copies of one report."""

from pathlib import Path

import pytest

from secondsource.case import Case, Settings
from secondsource.language.certainty import hedge
from secondsource.stage.settings import RunSettings

WIRE = """Silo collapse in Tarnova kills grain workers

TARNOVA, Tuesday 4 March 2025 (Nordwire) - A grain silo collapsed at the port of Tarnova on Tuesday morning, the fire
service said.

About 40 workers were on the quay when the wall gave way, the fire chief, Ilse Brandt, told reporters at the gate.

“The wall may have been weakened by the storm in January,” Brandt said. “We will know more when the grain is out.”

The harbour company lost 12.7% of its storage, according to its yearly report. Ships were sent to the northern basin.

Two cranes stood idle until the evening, and the road to the terminal stayed shut.

(Nordwire)
"""

CUT = """Grain silo falls in Tarnova

TARNOVA, Tuesday 4 March 2025 (Nordwire) - A grain silo collapsed at the port of Tarnova on Tuesday morning, the fire
service said.

40 workers were on the quay when the wall gave way, the fire chief, Ilse Brandt, told reporters at the gate.

“The wall was weakened by the storm in January,” Brandt said. “We will know more when the grain is out.”

The harbour company lost 13% of its storage, according to its yearly report. Ships were sent to the northern basin.

Two cranes stood idle until the evening, and the road to the terminal stayed shut.
"""


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[str, str]]]:
    """Each kind of difference with the characters of both sides."""
    folder = tmp_path_factory.mktemp("pile")
    (folder / "wire.txt").write_text(WIRE, encoding="utf-8")
    (folder / "cut.txt").write_text(CUT, encoding="utf-8")
    case = Case(Settings(run=RunSettings(processes=1)))
    case.add([str(folder)])
    dossier = case.dossier()
    texts = {source.id: source.text for source in dossier.sources}
    found: dict[str, list[tuple[str, str]]] = {}
    for claim in dossier.claims:
        for one in claim.differences:
            sides = [texts[place.source][place.start : place.end] for place in (one.left, one.right)]
            found.setdefault(one.kind, []).append((sides[0], sides[1]))
    return found


def test_a_dropped_about_is_shown(kinds: dict[str, list[tuple[str, str]]]) -> None:
    assert ("40", "40") in kinds["dropped qualifier"]


def test_a_rounded_figure_is_shown(kinds: dict[str, list[tuple[str, str]]]) -> None:
    assert any("12.7" in left and "13" in right for left, right in kinds["rounded figure"])


def test_a_certainty_that_grew_is_shown(kinds: dict[str, list[tuple[str, str]]]) -> None:
    assert any("may have been" in left and "was weakened" in right for left, right in kinds["certainty grew"])


@pytest.mark.parametrize(
    ("text", "code", "found"),
    [
        ("it may rain", "en", "may"),
        ("they met in May", "en", None),
        ("Perhaps they met", "en", "Perhaps"),
        ("la digue aurait cédé", "fr", "aurait"),
        ("der mutmaßliche Täter", "de", "mutmaßliche"),
        ("het dak zou zijn ingestort", "nl", "zou"),
        ("a language without a table", "xx", None),
    ],
)
def test_words_of_doubt(text: str, code: str, found: str | None) -> None:
    assert hedge(text, code) == found


OWN_REPORTER = """The wall that nobody looked at

By Jonas Ekdahl

Tuesday 4 March 2025

Gulls stood on the spilled barley when our reporter came to the northern quay of Tarnova on Tuesday afternoon.

“The wall may have been weakened by the storm in January,” Ilse Brandt, the fire chief, said beside an engine.

A crane driver drank tea from a lid and did not want to talk about the wall, nor about the men.
"""

WRONG_NAME = WIRE.replace("storm in January,” Brandt said", "storm in January,” Teo Marin, the harbour master, said")


def test_a_remark_has_one_voice_even_where_a_page_names_another(tmp_path: Path) -> None:
    for name, text in (("wire", WIRE), ("own", OWN_REPORTER), ("wrong", WRONG_NAME)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    case = Case(Settings(run=RunSettings(processes=1)))
    case.add([str(tmp_path)])
    dossier = case.dossier()
    said = [claim for claim in dossier.claims if claim.kind == "said" and "weakened by the storm" in claim.text]
    claim = max(said, key=lambda one: len(one.support.pages))
    names = {actor.id: actor.name for actor in dossier.actors}
    assert [names[voice] for voice in claim.support.voices] == ["Ilse Brandt"]
    assert len(claim.support.pages) == 3
    assert claim.support.verdict == "single-origin"
    assert any(one.kind == "changed attribution" and "Teo Marin" in one.note for one in claim.differences)
