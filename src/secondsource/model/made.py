"""How a result was made: version, grade and settings, so that the same input can give the same bytes again."""

from enum import StrEnum

from msgspec import Struct


class Grade(StrEnum):
    """Rules need no model at all; models add a parser and sentence vectors."""

    RULES = "rules"
    MODELS = "models"


class Made(Struct, frozen=True):
    """`settings` are those that differ from the defaults; `models` the models used, by name and version, with hash."""

    version: str
    grade: Grade
    settings: dict[str, str]
    models: dict[str, str] = {}
