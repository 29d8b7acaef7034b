"""A problem: something a reader should know, which does not stop the run."""

from msgspec import Struct


class Problem(Struct, frozen=True, order=True):
    """A documented code, the source it concerns (its name where it could not even be read) and where in it."""

    source: str
    code: str
    message: str
    start: int | None = None
    end: int | None = None
