"""Names as they sound: one form for the ways in which languages write a name from another alphabet."""

import re
from functools import lru_cache

from .normalise import plain

_STEPS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"[’'`\-.]", ""),
        (r"schtsch|shch|chtch|szcz|tsch|tch|dsch|dzh|sch|sh|ch|zh|cz|ts|tz", "s"),
        (r"(?<=[aeiou])j(?=[aeio])", "s"),
        (r"[zsç]", "s"),
        (r"c(?=[eiy])", "s"),
        (r"ck|c|q", "k"),
        (r"x", "ks"),
        (r"ph|ff", "f"),
        (r"kh|gh", "h"),
        (r"th", "t"),
        (r"w", "v"),
        (r"ou|oo", "u"),
        (r"ee", "i"),
        (r"ie|[yj]", "i"),
        (r"(?<=[aeiou])h(?=[^aeiou]|$)", ""),
        (r"(?<=[a-z]{2}[^aeiou])e$", ""),
        (r"(.)\1+", r"\1"),
    )
)
_VOWELS = re.compile(r"[aeiouh]")


@lru_cache(maxsize=65536)
def sounded(name: str) -> str:
    """A word of a name with its spelling made one: Zelensky, Zelenskyy and Selenskyj give the same.

    The table is our own, from the usual English, French and German ways of writing Cyrillic and Arabic names.
    """
    word = plain(name)
    for pattern, by in _STEPS:
        word = pattern.sub(by, word)
    return word


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """The consonants of `sounded`: a key under which variants of a name meet; never empty for a word."""
    sound = sounded(name)
    return _VOWELS.sub("", sound) or sound
