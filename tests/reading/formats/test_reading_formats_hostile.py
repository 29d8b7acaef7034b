"""Files made to choke a reader: each ends, says what it left out, keeps what it can, and stays within 512 MB."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.reading.formats.hostile_files import HOSTILE

ROOT = Path(__file__).parents[3]
MOST_MEMORY = 512_000_000
KEPT = "The harbour office said on Monday that the ferry would sail again next week."


def key(name: str) -> str:
    return f"{sorted(HOSTILE).index(name):03}-{HOSTILE[name][0]}"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a process of its own made of all the files."""
    pytest.importorskip("resource", reason="limits of memory are set and read in the way of Unix")
    folder = tmp_path_factory.mktemp("hostile")
    good = tmp_path_factory.mktemp("good") / "good.txt"
    good.write_text("The mayor opened the new bridge on Friday, the council said.\n", encoding="utf-8")
    for name, (_, make, _) in HOSTILE.items():
        (folder / key(name)).write_bytes(make())
    command = [sys.executable, "-m", "tests.reading.formats.read_in_bounds", str(folder), str(good)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2_000:]
    return dict(json.loads(done.stdout))


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_what_is_left_out_is_said(told: dict[str, Any], name: str) -> None:
    assert HOSTILE[name][2] <= set(told[key(name)]["codes"])


@pytest.mark.parametrize("name", sorted(name for name, (file, _, _) in HOSTILE.items() if file in {"x.html", "x.warc"}))
def test_what_can_be_read_is_read(told: dict[str, Any], name: str) -> None:
    text = told[key(name)]["text"]
    assert KEPT in text or "9,000 cars" in text.replace("\n", " ")


@pytest.mark.parametrize("name", ["zip paths", "tar paths"])
def test_tricks_with_paths_open_nothing_else(told: dict[str, Any], name: str) -> None:
    assert "root:" not in told[key(name)]["text"]
    assert "/etc/passwd" not in told[key(name)]["text"]
    assert told[key(name)]["sources"] == {"zip paths": 5, "tar paths": 2}[name]


@pytest.mark.parametrize("name", [name for name in sorted(HOSTILE) if "laughs" in name or "entity" in name])
def test_entities_are_never_expanded(told: dict[str, Any], name: str) -> None:
    assert "lollol" not in told[key(name)]["text"]
    assert "root:" not in told[key(name)]["text"]
    assert KEPT in told[key(name)]["text"]


@pytest.mark.parametrize("name", ["cut WARC", "WARC with noise", "broken WARC member", "WARC that says too much"])
def test_a_web_archive_goes_on_behind_what_is_broken(told: dict[str, Any], name: str) -> None:
    assert "9,000 cars" in told[key(name)]["text"]


@pytest.mark.parametrize("name", ["cut gzip", "cut zip", "cut tar", "cut feed", "cut JSON"])
def test_what_stands_before_the_break_is_read(told: dict[str, Any], name: str) -> None:
    assert len(told[key(name)]["text"]) > 60


def test_all_of_it_stays_within_512_megabytes(told: dict[str, Any]) -> None:
    """One process read them all: its peak is above each one's."""
    steps = sorted((row["peak"], name) for name, row in told.items())
    assert steps[-1][0] < MOST_MEMORY
