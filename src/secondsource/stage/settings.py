"""`secondsource.toml`: a table for each stage; an unknown key is refused."""

import tomllib
from pathlib import Path

import msgspec
from msgspec import Struct

from secondsource.errors import SettingsError
from secondsource.model.made import Grade


class ReadingSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """Work budgets of the readers."""

    max_characters: int = 500_000
    """Characters read of one source; the rest is left out with a Problem."""
    max_nodes: int = 200_000
    """HTML nodes visited in one source."""
    max_depth: int = 2_000
    """Nesting beyond which an HTML page is read as stripped text."""


class CopySettings(Struct, frozen=True, forbid_unknown_fields=True):
    """How alike two bodies must be to be one copy."""

    sample_modulus: int = 2
    least_score: float = 0.33


NO_PARSER = "none"
"""The English parser that is none: statements by the rules alone, whatever the grade."""


class ModelSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """Which models the *models* grade takes."""

    english_parser: str = ""
    """The folder of a spaCy model; empty: the one that is installed; `none`: no parser."""


class RunSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """How the run itself is done; never changes a result."""

    grade: Grade = Grade.RULES
    processes: int = 0
    """0: one for each core."""


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """All settings."""

    run: RunSettings = RunSettings()
    reading: ReadingSettings = ReadingSettings()
    copies: CopySettings = CopySettings()
    models: ModelSettings = ModelSettings()

    @property
    def parser(self) -> str | None:
        """The English parser of this grade: a folder, "" for the installed one, None for none."""
        chosen = self.models.english_parser
        return None if self.run.grade is Grade.RULES or chosen == NO_PARSER else chosen


def load(path: Path | None) -> Settings:
    """Settings from a file; the defaults where no path is given.

    Raises `SettingsError` for a missing file, bad TOML, an unknown key or a value of the wrong type.
    """
    if path is None:
        return Settings()
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Settings)
    except FileNotFoundError as error:
        raise SettingsError(f"{path}: there is no such settings file.", next_step="Name an existing file.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not valid TOML: {error}", next_step="Mend the line it names.") from error
    except msgspec.ValidationError as error:
        raise SettingsError(
            f"{path}: {error}", next_step="See docs/settings.md for the tables, keys and their types."
        ) from error
