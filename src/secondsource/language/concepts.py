"""Words of several languages that mean the same: a small table for proposing what may be a translation of what."""

from functools import cache
from importlib.resources import files

_COLUMNS = ("en", "fr", "de")
_LONGEST = 14
"""Letters of the longest entry that is looked up as the beginning of a word."""


def concept(word: str, language: str) -> str | None:
    """The key of the word's concept, the same in every language of the table; None where it has none.

    `word` is in small letters without accents (see `text.normalise.plain`). The longest entry that begins the word
    counts.
    """
    table = _table().get(language)
    if table is None:
        return None
    whole = table.get(f"={word}")
    if whole is not None:
        return whole
    for length in range(min(len(word), _LONGEST), 2, -1):
        found = table.get(word[:length])
        if found is not None and (length > 3 or len(word) - length <= 2):
            return found
    return None


@cache
def _table() -> dict[str, dict[str, str]]:
    """For each language, the entries with their concept's key (the first English entry)."""
    text = files("secondsource.language").joinpath("concepts.tsv").read_text(encoding="utf-8")
    tables: dict[str, dict[str, str]] = {code: {} for code in _COLUMNS}
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        columns = line.split("\t")
        key = columns[0].split()[0].lstrip("=")
        for code, entries in zip(_COLUMNS, columns, strict=True):
            for entry in entries.split():
                tables[code].setdefault(entry, key)
    return tables
