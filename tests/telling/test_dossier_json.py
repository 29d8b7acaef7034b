"""The file is written piece by piece, and has the bytes of the whole."""

from pathlib import Path

import msgspec
import pytest

from secondsource.telling import dossier_json
from secondsource.telling.dossier import Dossier, MadeRow, ProblemRow


def dossier(problems: int) -> Dossier:
    rows = tuple(ProblemRow(f"source:{at}", "cut", f"“{at}”\nis gone", at, None) for at in range(problems))
    made = MadeRow("1", "rules", {"copies.least_score": "0.4"})
    return Dossier(1, made, (), (), (), (), (), (), (), (), (), (), (), (), rows)


@pytest.mark.parametrize("problems", [0, 1, 3, 4, 7])
def test_pieces_make_the_whole(problems: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dossier_json, "ROWS", 3)
    told = dossier(problems)
    written = dossier_json.write(told, tmp_path)
    assert written.read_bytes() == msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"
    assert dossier_json.load(tmp_path) == told
