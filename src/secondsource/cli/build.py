"""The commands that make a dossier."""

import sys
from importlib.resources import files
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from secondsource.case import Case, Grade, load


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


class Order(Struct, frozen=True):
    """What the command line asks of a build."""

    pile: tuple[str, ...]
    output: Path
    page: bool = True
    settings: Path | None = None
    judgements: Path | None = None
    processes: int = 0
    grade: str | None = None


def build(order: Order) -> None:
    """Read, match, weigh, write; print the summary."""
    chosen = load(order.settings)
    if order.processes:
        chosen = replace(chosen, run=replace(chosen.run, processes=order.processes))
    if order.grade:
        chosen = replace(chosen, run=replace(chosen.run, grade=Grade(order.grade)))
    case = Case(chosen, DrawnProgress())
    case.add(order.pile)
    if order.judgements is not None:
        case.judge_by(order.judgements)
    written = case.tell(order.output, page=order.page)
    print(case.summary())
    print("Written:", *written, sep="\n  ")
