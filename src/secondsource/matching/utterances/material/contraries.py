"""Meanings that are the contrary of each other."""

from functools import cache

from secondsource.language.meanings import opposites
from secondsource.matching.utterances.words import CONTRARY


def opposed(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether a meaning of one is the contrary of a meaning of the other."""
    table = _contraries()
    named = any(not right.isdisjoint(table.get(key, ())) for key in left)
    return named or not right.isdisjoint(_denied(left)) or not left.isdisjoint(_denied(right))


def _denied(keys: frozenset[str]) -> list[str]:
    """The keys that words such as "unsafe" are the contrary of."""
    return [key.removeprefix(CONTRARY) for key in keys if key.startswith(CONTRARY)]


@cache
def _contraries() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for one, other in opposites():
        table[one] = table.get(one, frozenset()) | {other}
        table[other] = table.get(other, frozenset()) | {one}
    return table
