"""Every command, setting and problem code is documented."""

import json
import re
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

from secondsource.cli.app import app
from secondsource.stage.settings import Settings
from secondsource.telling.schema import schema

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [command.callback.__name__ for command in app.registered_commands if command.callback]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_names_every_command(command: str) -> None:
    assert f"secondsource {command}" in README


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    result = CliRunner().invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert len(result.output) > 100


def test_every_setting_is_documented() -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    for table, values in msgspec.to_builtins(Settings()).items():
        assert f"## [{table}]" in page
        for key, default in values.items():
            shown = f'"{default}"' if isinstance(default, str) else str(default)
            assert f"| `{key}` | `{shown}` |" in page


def test_every_problem_code_is_documented() -> None:
    page = (ROOT / "docs" / "problems.md").read_text(encoding="utf-8")
    used = set()
    for path in (ROOT / "src").rglob("*.py"):
        used.update(
            re.findall(r'Problem\(\s*[^,()]+(?:\([^()]*\))?,\s*"([a-z0-9-]+)"', path.read_text(encoding="utf-8"))
        )
        used.update(re.findall(r'code="([a-z0-9-]+)"', path.read_text(encoding="utf-8")))
    assert used
    assert {code for code in used if f"`{code}`" not in page} == set()


def test_the_published_schema_is_the_one_of_the_types() -> None:
    published = json.loads((ROOT / "docs" / "dossier.schema.json").read_text(encoding="utf-8"))
    assert published == schema(), "renew it with: .venv/bin/python -m secondsource.telling.schema"
