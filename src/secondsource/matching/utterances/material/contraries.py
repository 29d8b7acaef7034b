"""Meanings that are the contrary of each other."""

from functools import cache

from secondsource.language.meanings import opposites


def opposed(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether a meaning of one is the contrary of a meaning of the other."""
    table = _contraries()
    return any(not right.isdisjoint(table.get(key, ())) for key in left)


@cache
def _contraries() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for one, other in opposites():
        table[one] = table.get(one, frozenset()) | {other}
        table[other] = table.get(other, frozenset()) | {one}
    return table
