"""Commands and their options. What they do is imported when they run, so that help is quick."""

from pathlib import Path
from typing import Annotated, Literal

import typer

app = typer.Typer(
    name="secondsource",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Give it a pile of news reports. It tells which are really the same copy, what they report and when, who said "
    "what, which figures they give, and how many independent sources stand behind each claim.",
    epilog="Exit codes: 0 done; 1 another error; 2 wrong usage; 3 nothing to read; 4 settings; 5 plan; "
    "6 output cannot be written; 7 no such dossier or claim; 8 a span does not hold; 9 a model is not installed.",
)

OutputOption = Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Folder to write into.")]
PageOption = Annotated[bool, typer.Option("--page/--no-page", help="Write index.html beside dossier.json.")]
SettingsOption = Annotated[
    Path | None, typer.Option("--settings", metavar="FILE", help="A secondsource.toml; see docs/settings.md.")
]
JudgementsOption = Annotated[
    Path | None, typer.Option("--judgements", metavar="FILE", help="Your judgements.toml; see docs/judgements.md.")
]
ProcessesOption = Annotated[int, typer.Option("--processes", min=0, metavar="N", help="Workers; 0: one for each core.")]
GradeOption = Annotated[
    Literal["rules", "models"] | None,
    typer.Option("--grade", help="rules needs no model; models: see docs/models.md."),
]
FolderArgument = Annotated[Path, typer.Argument(metavar="DIR", help="A folder that build has written.")]


@app.callback(invoke_without_command=True)
def start(version: Annotated[bool, typer.Option("--version", help="Say the version and stop.")] = False) -> None:
    """Options that stand before a command."""
    if version:
        from secondsource import __version__  # noqa: PLC0415  quick help

        typer.echo(f"secondsource {__version__}")
        raise typer.Exit


@app.command()
def build(  # noqa: PLR0913, PLR0917  a command has as many parameters as options
    pile: Annotated[list[str], typer.Argument(metavar="PILE", help="Files, folders, globs, or - for stdin.")],
    output: OutputOption = Path("dossier"),
    page: PageOption = True,
    settings: SettingsOption = None,
    judgements: JudgementsOption = None,
    processes: ProcessesOption = 0,
    grade: GradeOption = None,
) -> None:
    """Read a pile and write its dossier: index.html and dossier.json."""
    from .build import Order  # noqa: PLC0415  quick help
    from .build import build as run  # noqa: PLC0415  quick help

    run(Order(tuple(pile), output, page, settings, judgements, processes, grade))


@app.command()
def demo(output: OutputOption = Path("dossier"), page: PageOption = True) -> None:
    """Write the dossier of the sample pile that comes with the program."""
    from .build import Order, sample_pile  # noqa: PLC0415  quick help
    from .build import build as run  # noqa: PLC0415  quick help

    run(Order((sample_pile(),), output, page))


@app.command()
def why(
    folder: FolderArgument,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's id, or words of it.")],
) -> None:
    """Show the lineage of one claim, down to the characters."""
    from secondsource.case import why as lineage  # noqa: PLC0415  quick help

    typer.echo(lineage(folder, claim))


@app.command()
def verify(folder: FolderArgument) -> None:
    """Cut every span again from the raw files. Exit code 0 only if all hold, else 8."""
    from secondsource.case import verified  # noqa: PLC0415  quick help

    result = verified(folder)
    for failure in result.failures[:50]:
        typer.echo(failure, err=True)
    if result.failures:
        typer.echo(f"{len(result.failures)} of {result.spans} checks do not hold.", err=True)
        raise typer.Exit(8)
    typer.echo(f"All {result.spans} spans hold.")
