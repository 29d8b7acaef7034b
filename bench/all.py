"""Run every measuring command and write docs/measured.json and docs/measured.md: `make bench`."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench.harness import DATA
from secondsource.language.vectors import PACKAGE

HERE = Path(__file__).resolve().parent
DOCS = HERE.parent / "docs"
OWN_GOLD = ("lineage_score", "quantities_agreement", "copies_streams", "figures_questions")
"""Commands whose gold is written, or made, inside the project."""
COMMANDS = (
    *(
        path.stem
        for path in sorted(HERE.glob("*.py"))
        if path.stem not in ("all", "harness") and "main(measure" in path.read_text(encoding="utf-8")
    ),
    *OWN_GOLD,
)
"""Every command that prints its figures as JSON lines."""
FURTHER_GOLD = {
    "events_clusters": ("events/ecbplus_1_35",),
    "moments_timeml": ("moments/krauts_dolomiten100_de", "moments/aquaint", "moments/wikiwars_first11"),
}
"""Gold besides a command's own."""
OF_MODELS = ("utterances_pairs",)
"""Commands that measure one grade a run; the others print both where the models are installed."""
ERRORS = DOCS / "measured_errors.md"


def rows_of(command: str) -> list[dict[str, Any]]:
    """The figures of one command on all its gold; a command without its gold gives none."""
    rows = _called(command, ())
    for name in FURTHER_GOLD.get(command, ()):
        rows += _called(command, ("--gold", str(DATA / f"{name}.jsonl.gz")))
    if command in OF_MODELS and find_spec(PACKAGE) is not None:
        rows += _called(command, ("--grade", "models"))
    return rows


def _called(command: str, options: tuple[str, ...]) -> list[dict[str, Any]]:
    called = [sys.executable, "-m", f"bench.{command}", "--json", *options]
    done = subprocess.run(called, capture_output=True, text=True, cwd=HERE.parent, check=False)
    if done.returncode:
        print(f"{command}: failed\n{done.stderr[-2000:]}", file=sys.stderr)
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def table(rows: list[dict[str, Any]]) -> str:
    """The figures as a page."""
    lines = [
        "# Measured",
        "",
        "Written by `make bench`. Gold is public and stays outside the project; `--gold FILE` takes any file of the",
        "same form, `--worst N` prints the worst cases. A peer's figure comes from the same run. Speeds are ratios.",
        "",
        "| capability | gold | metric | grade | ours | peer | | command |",
        f"|{'---|' * 8}",
    ]
    for row in rows:
        peer = "" if row["peer"] is None else f"{row['peer']:.3f}"
        cells = (row["capability"], row["gold"], row["metric"], row["grade"], f"{row['ours']:.3f}", peer)
        lines.append(f"| {' | '.join(cells)} | {row['peer_name'] or ''} | `{row['command']}` |")
    errors = ERRORS.read_text(encoding="utf-8") if ERRORS.is_file() else ""
    return "\n".join(lines) + "\n\n" + errors


def run() -> None:
    """Measure everything."""
    rows: list[dict[str, Any]] = []
    for command in COMMANDS:
        found = rows_of(command)
        print(f"{command}: {len(found)} figures", file=sys.stderr)
        rows.extend(found)
    (DOCS / "measured.json").write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (DOCS / "measured.md").write_text(table(rows), encoding="utf-8")


if __name__ == "__main__":
    run()
