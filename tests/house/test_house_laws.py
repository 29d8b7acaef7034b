"""The laws of the house on the sample pile: exact spans, one order of bytes, roles for every character."""

import hashlib
from pathlib import Path

import jsonschema
import msgspec
import pytest

from bench.life_of_a_quote import PAGE, page
from secondsource import samples
from secondsource.case import Case, Settings, opened, verified
from secondsource.engine import local
from secondsource.stage.settings import RunSettings
from secondsource.telling.dossier import Dossier
from secondsource.telling.schema import schema

PILE = Path(samples.__file__).parent / "pile"


def told(folder: Path, paths: list[str], processes: int = 1, *, shown: bool = False) -> Dossier:
    """Build a dossier into a folder."""
    case = Case(Settings(run=RunSettings(processes=processes)))
    case.add(paths)
    case.tell(folder, page=shown)
    return opened(folder)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("dossier")
    told(target, [str(PILE)], shown=True)
    return target


def test_every_span_cuts_again_from_the_raw_files(folder: Path) -> None:
    result = verified(folder)
    assert result.failures == ()
    assert result.spans > 1000


def test_the_dossier_keeps_its_published_schema(folder: Path) -> None:
    jsonschema.validate(msgspec.json.decode((folder / "dossier.json").read_bytes()), schema())


def test_every_character_that_shows_has_exactly_one_role(folder: Path) -> None:
    for source in opened(folder).sources:
        covered = bytearray(source.length)
        for passage in source.passages:
            for at in range(passage.start, passage.end):
                covered[at] += 1
        assert max(covered) == 1
        bare = [at for at, char in enumerate(source.text) if not char.isspace() and not covered[at]]
        assert bare == [], f"{source.name}: {source.text[bare[0] : bare[0] + 40]!r}"


def test_order_processes_and_repetition_change_no_byte(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = sorted(str(path) for path in PILE.iterdir())
    monkeypatch.setattr(local, "SMALL", 4)
    digests = {hashlib.sha256((folder / "dossier.json").read_bytes()).hexdigest()}
    for number, (order, processes) in enumerate(((files[::-1], 1), (files[7:] + files[:7], 2))):
        told(tmp_path / str(number), order, processes)
        digests.add(hashlib.sha256((tmp_path / str(number) / "dossier.json").read_bytes()).hexdigest())
    assert len(digests) == 1


def test_every_id_is_of_something_in_the_dossier(folder: Path) -> None:
    dossier = opened(folder)
    marks = {row.id for rows in (dossier.statements, dossier.figures, dossier.actions) for row in rows}
    sources = {row.id for row in dossier.sources}
    families = {row.id for row in dossier.copies}
    actors = {row.id for row in dossier.actors}
    for claim in dossier.claims:
        assert set(claim.members) <= marks
        assert set(claim.support.pages) <= sources
        assert set(claim.support.reports) <= sources | families
        assert {voice for voice in claim.support.voices if voice.startswith("actor:")} <= actors
    assert {row.actor for row in dossier.actions if row.actor} <= actors
    assert {figure for quantity in dossier.quantities for figure in quantity.figures} <= marks


def test_the_life_of_a_quote_shows_the_real_records() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "renew it with: .venv/bin/python -m bench.life_of_a_quote"
