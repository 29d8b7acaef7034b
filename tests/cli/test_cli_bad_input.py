"""Bad input: a clear message or a problem that names the file; the rest of the pile is still told."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec import Struct

from secondsource.case import Case, Settings, opened
from secondsource.cli import main
from secondsource.stage.settings import ReadingSettings, RunSettings
from secondsource.telling.dossier import Dossier

GOOD = """Bridge over the Tarn stays closed, mayor says

ALBI, Monday 3 March 2025 - The old bridge over the Tarn will stay closed until June, Mayor Claire Fontanel said on
Monday.

"We will not open it before the last bolt has been checked," she told reporters. Repairs will cost 4.2 million euros.
"""


class Outcome(Struct, frozen=True):
    """What a run of the command line came to."""

    code: int
    said: str
    complained: str


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    def call(*words: str) -> Outcome:
        monkeypatch.setattr("sys.argv", ["secondsource", *words])
        with pytest.raises(SystemExit) as stopped:
            main()
            raise SystemExit(0)
        captured = capsys.readouterr()
        return Outcome(int(stopped.value.code or 0), captured.out, captured.err)

    return call


def told(folder: Path, **files: bytes) -> Dossier:
    """The dossier of these files beside one good report."""
    pile = folder / "pile"
    pile.mkdir()
    (pile / "good.txt").write_text(GOOD, encoding="utf-8")
    for name, data in files.items():
        (pile / name.replace("__", ".")).write_bytes(data)
    case = Case(Settings(run=RunSettings(processes=1)))
    case.add([str(pile)])
    case.tell(folder / "out", page=False)
    return opened(folder / "out")


def codes(dossier: Dossier, name: str) -> set[str]:
    """Codes of the problems that name a file."""
    ids = {row.id for row in dossier.sources if row.name == name}
    return {p.code for p in dossier.problems if name in p.source or name in p.message or p.source in ids}


def test_a_good_report_has_no_problem(tmp_path: Path) -> None:
    dossier = told(tmp_path)
    assert dossier.problems == ()
    assert [row.name for row in dossier.sources] == ["good.txt"]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty__txt", b"", "empty-source"),
        ("blank__txt", b" \n\n\t\n", "empty-source"),
        ("binary__txt", bytes(range(256)) * 40, "not-text"),
        ("cut__pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Cat", "broken-pdf"),
        (
            "cut__warc",
            b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 900\r\n\r\nHTTP/1.1 200 OK\r\n",
            "broken-archive",
        ),
        ("cut__zip", b"PK\x03\x04" + bytes(60), "broken-archive"),
        ("cut__xml", b"<rss><channel><item><title>One</titl", "broken-feed"),
        ("other__xml", b"<svg></svg>", "not-text"),
        (
            "laughs__xml",
            b'<!DOCTYPE r [<!ENTITY a "ha">]><rss><channel><item><title>&a;</title></item></channel></rss>',
            "entities",
        ),
        ("cut__json", b'[{"text": "The council met on Monday and voted."}, {"te', "broken-record"),
        ("nothing__eml", b"Subject: x\nFrom: a@b.example\n\n", "empty-source"),
        ("sentenceless__html", b"<html><body><ul><li><a href='/'>Home</a></li></ul></body></html>", "no-sentence"),
    ],
)
def test_a_bad_file_is_a_problem_and_the_rest_is_told(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    dossier = told(tmp_path, **{name: data})
    assert code in codes(dossier, name.replace("__", "."))
    assert "good.txt" in [row.name for row in dossier.sources]
    assert dossier.statements


def test_a_wrong_charset_is_said(tmp_path: Path) -> None:
    words = "Le maire a parlé à l’hôtel de ville, où l’été dure."
    page = f"<html><head><meta charset='utf-8'></head><body><p>{words}</p></body></html>"
    dossier = told(tmp_path, page__html=page.encode("cp1252"))
    row = next(row for row in dossier.sources if row.name == "page.html")
    assert "parlé" in row.text
    assert codes(dossier, "page.html")


def test_a_line_of_five_megabytes_is_read_in_part_and_said(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_bytes(b"The river rose again on Monday. " * 160_000)
    case = Case(Settings(run=RunSettings(processes=1), reading=ReadingSettings(max_characters=50_000)))
    case.add([str(tmp_path)])
    dossier = case.dossier()
    assert "too-long" in {problem.code for problem in dossier.problems}
    assert [row.length for row in dossier.sources] == [50_000]


def test_a_broken_json_line_is_named_by_its_number(tmp_path: Path) -> None:
    lines = (
        b'{"id": "one", "text": "The council met on Monday and voted for the new bridge."}\n{"text": \n{"url": "x"}\n'
    )
    dossier = told(tmp_path, feed__jsonl=lines)
    assert "one" in [row.name for row in dossier.sources]
    messages = [p.message + p.source for p in dossier.problems]
    assert any("feed.jsonl" in message and "2" in message for message in messages)
    assert any("feed.jsonl" in message and "3" in message for message in messages)


def test_a_damaged_archive_is_a_problem(tmp_path: Path) -> None:
    whole = gzip.compress(GOOD.encode())
    dossier = told(tmp_path, cut__txt__gz=whole[: len(whole) // 2])
    assert any(p.code == "broken-archive" and "cut.txt" in p.source + p.message for p in dossier.problems), (
        dossier.problems
    )


@pytest.mark.parametrize("packed", [False, True])
def test_standard_input_needs_no_name(tmp_path: Path, packed: bool) -> None:
    command = [sys.executable, "-m", "secondsource", "build", "-", "-o", str(tmp_path / "out"), "--no-page"]
    data = gzip.compress(GOOD.encode()) if packed else GOOD.encode()
    done = subprocess.run(command, input=data, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    (row,) = opened(tmp_path / "out").sources
    assert row.text == GOOD
    assert row.name == "stdin"


def test_standard_input_without_text_stops_with_three(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "secondsource", "build", "-", "-o", str(tmp_path / "out")]
    done = subprocess.run(command, input=b"\x89PNG\r\n\x1a\n" + bytes(500), capture_output=True, check=False)
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr


def test_a_missing_path_stops_with_three(tmp_path: Path, run) -> None:  # type: ignore[no-untyped-def]
    outcome = run("build", str(tmp_path / "absent"), "-o", str(tmp_path / "out"))
    assert outcome.code == 3
    assert "absent" in outcome.complained
    assert "Traceback" not in outcome.complained


def test_a_folder_without_documents_stops_with_three(tmp_path: Path, run) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "nothing").mkdir()
    outcome = run("build", str(tmp_path / "nothing"), "-o", str(tmp_path / "out"))
    assert outcome.code == 3
    assert "nothing" in outcome.complained


def test_an_output_that_cannot_be_written_stops_with_six(tmp_path: Path, run) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "taken").write_text("a file, not a folder", encoding="utf-8")
    outcome = run("build", str(tmp_path / "good.txt"), "-o", str(tmp_path / "taken"))
    assert outcome.code == 6
    assert "taken" in outcome.complained


def test_build_why_verify(tmp_path: Path, run) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    out = tmp_path / "out"
    assert run("build", str(tmp_path / "good.txt"), "-o", str(out)).code == 0
    assert (out / "index.html").is_file()
    why = run("why", str(out), "last bolt")
    assert why.code == 0
    assert "Claire Fontanel" in why.said
    assert "good.txt" in why.said
    assert run("verify", str(out)).code == 0


def test_verify_notices_a_changed_file(tmp_path: Path, run) -> None:  # type: ignore[no-untyped-def]
    file, out = tmp_path / "good.txt", tmp_path / "out"
    file.write_text(GOOD, encoding="utf-8")
    run("build", str(file), "-o", str(out), "--no-page")
    file.write_text(GOOD.replace("4.2", "4.3"), encoding="utf-8")
    outcome = run("verify", str(out))
    assert outcome.code == 8
    assert "changed" in outcome.complained


def test_verify_notices_a_span_that_does_not_hold(tmp_path: Path, run) -> None:  # type: ignore[no-untyped-def]
    file, out = tmp_path / "good.txt", tmp_path / "out"
    file.write_text(GOOD, encoding="utf-8")
    run("build", str(file), "-o", str(out), "--no-page")
    dossier = json.loads((out / "dossier.json").read_text(encoding="utf-8"))
    dossier["figures"][0]["start"] += 1
    (out / "dossier.json").write_text(json.dumps(dossier), encoding="utf-8")
    assert run("verify", str(out)).code == 8


def test_a_claim_that_is_not_there_stops_with_seven(tmp_path: Path, run) -> None:  # type: ignore[no-untyped-def]
    file, out = tmp_path / "good.txt", tmp_path / "out"
    file.write_text(GOOD, encoding="utf-8")
    run("build", str(file), "-o", str(out), "--no-page")
    assert run("why", str(out), "no such words anywhere").code == 7
    assert run("why", str(tmp_path / "absent"), "bolt").code == 7


def test_unknown_usage_stops_with_two(run) -> None:  # type: ignore[no-untyped-def]
    assert run("build").code == 2
    assert run("fly").code == 2


def test_a_dossier_of_a_cut_page_verifies_with_the_bounds_it_was_made_with(tmp_path: Path, run) -> None:  # type: ignore[no-untyped-def]
    page = tmp_path / "long.txt"
    page.write_text("The harbour of Brodno was shut on Monday.\n\n" + "Ships waited outside. " * 200, encoding="utf-8")
    settings = tmp_path / "secondsource.toml"
    settings.write_text("[reading]\nmax_characters = 1000\n", encoding="utf-8")
    out = tmp_path / "out"
    assert run("build", str(page), "-o", str(out), "--settings", str(settings), "--no-page").code == 0
    assert run("verify", str(out)).code == 0
