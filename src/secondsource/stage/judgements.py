"""`judgements.toml`: what a person has said of pairs, kept beside the pile and applied on every run.

    [[judgement]]
    left = "a.txt"          # a source by its name, or any id of the dossier
    right = "b.txt"
    verdict = "different"   # same, different, unsure
    by = "jm"               # optional
    note = "I was there"    # optional

Undoing a judgement is taking its lines out.
"""

import tomllib
from pathlib import Path

import msgspec
from msgspec import Struct

from secondsource.errors import SettingsError
from secondsource.model.judgement import Judgement


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    judgement: tuple[Judgement, ...] = ()


def load(path: Path) -> tuple[Judgement, ...]:
    """The judgements of a file, as written.

    Raises `SettingsError` for a missing file, bad TOML, an unknown key or an unknown verdict.
    """
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _File).judgement
    except FileNotFoundError as error:
        raise SettingsError(
            f"{path}: there is no such file of judgements.", next_step="Name one that exists."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not valid TOML: {error}", next_step="Mend the line it names.") from error
    except msgspec.ValidationError as error:
        raise SettingsError(f"{path}: {error}", next_step="See docs/judgements.md for the keys.") from error
