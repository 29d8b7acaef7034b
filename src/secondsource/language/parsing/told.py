"""Verbs that report only beside a complement that a parser has found for them."""

from functools import cache

from msgspec import Struct

from secondsource.language.pack import table
from secondsource.language.speech.lexicon import Form, forms_by_word
from secondsource.language.speech.table import VerbGroup


class Told(Struct, frozen=True, forbid_unknown_fields=True):
    """The table of a language."""

    verbs: tuple[VerbGroup, ...]


@cache
def told(code: str) -> dict[str, tuple[Form, ...]]:
    """The forms of such verbs by word; empty where the language has no table."""
    found = table(code, "told", Told)
    return forms_by_word(found.verbs) if found is not None else {}
