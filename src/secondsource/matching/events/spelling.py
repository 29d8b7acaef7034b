"""One key for the spellings of a word."""

from functools import lru_cache

from secondsource.text.normalise import plain


@lru_cache(maxsize=65536)
def key_of(word: str) -> str:
    """One key for a word's spellings: case, accents, possessive and plural endings taken off."""
    key = plain(word)
    if key.endswith("'s"):
        key = key[:-2]
    if len(key) > 4 and key.endswith("ies"):
        return key[:-3] + "y"
    if len(key) > 3 and key.endswith("s") and not key.endswith(("ss", "us", "is")):
        return key[:-1]
    return key
