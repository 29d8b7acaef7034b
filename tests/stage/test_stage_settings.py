"""The settings file: known keys are followed, anything else is refused with its place."""

from pathlib import Path

import pytest

from secondsource.errors import SettingsError
from secondsource.stage.settings import Settings, load


def test_without_a_file_the_defaults_hold() -> None:
    assert load(None) == Settings()


def test_a_key_that_is_known_is_followed(tmp_path: Path) -> None:
    file = tmp_path / "secondsource.toml"
    file.write_text("[reading]\nmax_characters = 1000\n", encoding="utf-8")
    assert load(file).reading.max_characters == 1000


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("[reading]\nmax_charactrs = 5\n", "max_charactrs"),
        ("[spelling]\n", "spelling"),
        ("[run]\nprocesses = 'two'\n", "processes"),
        ("[run\n", "not valid TOML"),
    ],
)
def test_anything_else_is_refused(tmp_path: Path, content: str, named: str) -> None:
    file = tmp_path / "secondsource.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match=named) as raised:
        load(file)
    assert str(file) in str(raised.value)
    assert raised.value.next_step


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no such settings file"):
        load(tmp_path / "absent.toml")
