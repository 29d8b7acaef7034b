"""One page that breaks a stage never stops a run, whatever it breaks it with; a person's interrupt does."""

from pathlib import Path

import pytest

from secondsource.case import Case, Settings
from secondsource.marking.quotes.stage import MarkQuotes
from secondsource.stage.settings import RunSettings


class Panic(BaseException):
    """What the libraries in Rust raise where they panic: no `Exception`."""


def pile(folder: Path) -> Case:
    """A pile of one page."""
    (folder / "page.txt").write_text("Mill stops\n\n“It stands still,” the miller Ada Roth said on Monday.")
    case = Case(Settings(run=RunSettings(processes=1)))
    case.add([str(folder)])
    return case


@pytest.mark.parametrize("fault", [Panic("panicked"), ValueError("no")], ids=["panic", "error"])
def test_a_broken_stage_is_a_problem_of_its_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    def broken(*_: object) -> None:
        raise fault

    monkeypatch.setattr(MarkQuotes, "mark", broken)
    problems = [problem for problem in pile(tmp_path).dossier().problems if problem.code == "stage-failed"]
    assert len(problems) == 1 and type(fault).__name__ in problems[0].message


def test_an_interrupt_stops_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(MarkQuotes, "mark", interrupted)
    with pytest.raises(KeyboardInterrupt):
        pile(tmp_path).dossier()
