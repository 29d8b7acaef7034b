"""Regular expressions made of the written forms of a table."""

import re
from collections.abc import Iterable


def either(forms: Iterable[str]) -> str:
    """An alternation of written forms, the longest first; of none, what never matches."""
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form))) or "$."


def signs_of(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Words of which every phrase holds one, the longest of each: a text that holds none of them holds no phrase, which
    is told faster. A word inside which another of them stands is left out."""
    found: list[str] = []
    for word in sorted({max(phrase.split(), key=len) for phrase in phrases}, key=lambda word: (len(word), word)):
        if not any(map(word.__contains__, found)):
            found.append(word)
    return tuple(found)
