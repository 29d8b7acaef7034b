"""One written form for what readers take as the same: case, quotation marks, dashes, spaces, ligatures."""

import re
import unicodedata
from functools import lru_cache

_SAME = str.maketrans(
    dict.fromkeys("‘’‚‛′´`ʼ", "'")
    | dict.fromkeys("“”„‟″«»＂", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\u2005", " ")
    | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", None)
    | {"…": "..."}
)
_VARIANT = re.compile("[" + "".join(map(chr, sorted(_SAME))) + "]")


def fold(text: str) -> str:
    """Case-folded, typographic variants made plain, runs of white space made one space. Length may change."""
    if text.isascii():
        return " ".join(text.replace("`", "'").split()).casefold()
    written = _VARIANT.sub(_same, unicodedata.normalize("NFKC", text))
    return " ".join(written.split()).casefold()


def _same(match: re.Match[str]) -> str:
    return _SAME[ord(match[0])] or ""


def plain(text: str) -> str:
    """Like `fold`, and without accents: for names and keys."""
    return _plain_word(text) if len(text) <= _WORD_LENGTH else _plain(text)


def _plain(text: str) -> str:
    folded = fold(text)
    if folded.isascii():
        return folded
    decomposed = unicodedata.normalize("NFKD", folded)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


_WORD_LENGTH = 40
_plain_word = lru_cache(maxsize=1 << 16)(_plain)
"""Words come again and again: most of a run's calls are answered from here."""
