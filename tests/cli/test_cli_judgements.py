"""A person's judgements: applied on every run, undone by taking them out, never a traceback."""

from pathlib import Path

import pytest

from secondsource.case import Case, Settings
from secondsource.errors import SettingsError
from secondsource.stage.settings import RunSettings

PAGE = """The old bridge over the Tarn will stay closed until June, the mayor said on Monday.
Engineers found rust in nine of the forty bolts that hold the northern arch.
Repairs will cost 4.2 million euros, of which the region pays a third.
Until then buses leave from the station and go round by the ring road."""


def families(folder: Path, judgements: str | None) -> tuple[int, set[str]]:
    """How many families there are, and the codes of the problems."""
    (folder / "one.txt").write_text(PAGE, encoding="utf-8")
    (folder / "two.txt").write_text(PAGE.replace("bolts", "screws"), encoding="utf-8")
    case = Case(Settings(run=RunSettings(processes=1)))
    case.add([str(folder / "one.txt"), str(folder / "two.txt")])
    if judgements is not None:
        (folder / "judgements.toml").write_text(judgements, encoding="utf-8")
        case.judge_by(folder / "judgements.toml")
    dossier = case.dossier()
    return len(dossier.copies), {problem.code for problem in dossier.problems}


def judged(verdict: str, right: str = "two.txt") -> str:
    return f'[[judgement]]\nleft = "one.txt"\nright = "{right}"\nverdict = "{verdict}"\n'


@pytest.mark.parametrize(("judgements", "count"), [(None, 1), ("different", 0), ("unsure", 1), ("same", 1)])
def test_a_judgement_decides(tmp_path: Path, judgements: str | None, count: int) -> None:
    assert families(tmp_path, judged(judgements) if judgements else None) == (count, set())


def test_a_judgement_on_nothing_in_the_pile_is_said(tmp_path: Path) -> None:
    assert families(tmp_path, judged("different", "three.txt")) == (1, {"judgement-without-match"})


@pytest.mark.parametrize("content", ['[[judgement]]\nleft = "a"\n', judged("maybe"), "[[judgment]]\n", "[[judgement"])
def test_a_file_that_cannot_be_followed_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(SettingsError, match=r"judgements\.toml"):
        families(tmp_path, content)


def test_a_missing_file_is_named() -> None:
    with pytest.raises(SettingsError, match="no such file"):
        Case().judge_by(Path("absent.toml"))
