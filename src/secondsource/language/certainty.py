"""Words by which a writer stops short of certainty: "may", "aurait", "mutmaßlich"."""

import re
from functools import cache

from msgspec import Struct

from secondsource.text.pattern import either

from .pack import table


class Certainty(Struct, frozen=True, forbid_unknown_fields=True):
    """One language's words, in lower case; a phrase holds its words in order."""

    hedges: tuple[str, ...] = ()


def hedge(text: str, code: str | None) -> str | None:
    """The first hedge of the text as written; None where it has none, or the language no table.

    A capital counts at the head of the text only: May is a month.
    """
    pattern = _pattern(code or "")
    found = pattern.search(text[:1].lower() + text[1:]) if pattern else None
    return text[found.start() : found.end()] if found else None


@cache
def _pattern(code: str) -> re.Pattern[str] | None:
    words = table(code, "certainty", Certainty)
    if words is None or not words.hedges:
        return None
    return re.compile(rf"(?<!\w)(?:{either(words.hedges)})(?!\w)")
