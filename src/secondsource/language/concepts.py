"""Words of news that mean the same in several languages, for comparing wordings across them."""

from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct

from secondsource.text.normalise import plain
from secondsource.text.transliterate import latin

COLUMNS = ("en", "fr", "de", "es", "it", "pt", "nl", "ru", "is")


class _Column(Struct, frozen=True):
    """One language's words: whole, and by their beginnings."""

    whole: dict[str, str]
    beginnings: dict[str, str]
    longest: int


@lru_cache(maxsize=1 << 16)
def concept(word: str, code: str | None) -> str | None:
    """The concept of a word in a language, named by its English headword, or None.

    `word` is folded and in Latin letters (`text.normalise.plain`, `text.transliterate.latin`).
    The longest beginning wins. Words of languages without a column have no concept.
    """
    column = _columns().get(code or "")
    if column is None:
        return None
    if word in column.whole:
        return column.whole[word]
    for length in range(min(len(word), column.longest), 2, -1):
        found = column.beginnings.get(word[:length])
        if found is not None:
            return found
    return None


@cache
def _columns() -> dict[str, _Column]:
    text = files("secondsource.language").joinpath("concepts.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {code: _column(at, lines) for at, code in enumerate(COLUMNS)}


def _column(at: int, lines: list[list[str]]) -> _Column:
    whole: dict[str, str] = {}
    beginnings: dict[str, str] = {}
    for line in lines:
        name = line[0].split("|")[0].rstrip("*")
        for written in line[at].split("|"):
            word = latin(plain(written))
            if word.endswith("*"):
                beginnings.setdefault(word[:-1], name)
            else:
                whole.setdefault(word, name)
    return _Column(whole, beginnings, max((len(word) for word in beginnings), default=0))
