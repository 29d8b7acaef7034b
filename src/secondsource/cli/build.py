"""The commands that make a dossier."""

import sys
from importlib.resources import files
from pathlib import Path

from msgspec.structs import replace
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from secondsource.case import Case, load


class DrawnProgress:
    """A bar on standard error, drawn only where somebody watches."""

    def __init__(self) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._bar = Bar(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty())

    def start(self, what: str, total: int) -> None:
        """Show the bar."""
        self._bar.start()
        self._task = self._bar.add_task(what, total=total)

    def advance(self) -> None:
        """One further."""
        self._bar.advance(self._task)

    def finish(self) -> None:
        """Take the bar away."""
        self._bar.stop()


def sample_pile() -> str:
    """The folder of the sample pile inside the installed program."""
    return str(files("secondsource.samples").joinpath("pile"))


def build(pile: list[str], output: Path, *, page: bool, settings: Path | None, processes: int) -> None:
    """Read, match, weigh, write; print the summary."""
    chosen = load(settings)
    if processes:
        chosen = replace(chosen, run=replace(chosen.run, processes=processes))
    case = Case(chosen, DrawnProgress())
    case.add(pile)
    written = case.tell(output, page=page)
    print(case.summary())
    print("Written:", *written, sep="\n  ")
