"""The error tree: what stops a run, as against a `Problem`, which never does.

    SecondsourceError             anything this program raises on purpose; carries what to do next
    ├── PileError                 the input named on the command line cannot be used at all
    ├── SettingsError             a settings file with an unknown key or a value out of range
    ├── PlanError                 a stage needs a record that no earlier stage gives
    ├── OutputError               the place to write to cannot be written
    ├── DossierError              a dossier that cannot be opened, or that lacks what was asked for
    └── ModelError                the models grade was asked for and its models are not installed

A bad page inside a pile is not an error: it becomes a `Problem` record in the result, and the rest is still told.
"""


class SecondsourceError(Exception):
    """An error with a cause and the next step for the person who meets it."""

    exit_code = 1

    def __init__(self, cause: str, *, next_step: str) -> None:
        super().__init__(cause)
        self.cause = cause
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.cause}\n{self.next_step}"


class PileError(SecondsourceError):
    """Nothing readable was named: a missing path, an empty folder."""

    exit_code = 3


class SettingsError(SecondsourceError):
    """A settings file that cannot be followed."""

    exit_code = 4


class PlanError(SecondsourceError):
    """A plan whose stages do not fit together."""

    exit_code = 5


class OutputError(SecondsourceError):
    """The output folder cannot be made or written."""

    exit_code = 6


class DossierError(SecondsourceError):
    """A dossier that is missing, of another version, or without the item asked for."""

    exit_code = 7


class ModelError(SecondsourceError):
    """A model of the *models* grade is not installed or cannot be loaded."""

    exit_code = 9
