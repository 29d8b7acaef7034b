"""Which statements are worth comparing: those that share a speaker and rare words, or a copy family."""

from collections import Counter
from itertools import combinations

from .keys import Said

_COMMON = 40
"""A word in more statements than this pairs nothing by itself."""
_COMMON_MEANING = 80
"""The same for meanings across languages, within one speaker's statements."""
_SHARED = 2
"""Rare words that two statements of one speaker share before they are compared."""
_SHARED_IN_COPY = 1
_SHARED_STRANGERS = 4
"""The same where the speakers differ: to find a remark that changed its speaker."""


def candidates(all_said: list[Said]) -> list[tuple[Said, Said]]:
    """Pairs to compare, each once, in order of their ids. No pair of one source whose words overlap."""
    by_key: dict[str, list[int]] = {}
    for index, one in enumerate(all_said):
        for key in sorted(set(one.words) | one.numbers):
            by_key.setdefault(key, []).append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for members in by_key.values():
        if len(members) <= _COMMON:
            shared.update(combinations(members, 2))
    pairs = {pair for pair, count in shared.items() if _worth(all_said[pair[0]], all_said[pair[1]], count)}
    pairs |= _across_languages(all_said)
    ordered = sorted(pairs)
    return [(all_said[a], all_said[b]) for a, b in ordered if not _same_words(all_said[a], all_said[b])]


def _worth(left: Said, right: Said, shared: int) -> bool:
    same = left.speaker is not None and left.speaker == right.speaker
    family = left.family is not None and left.family == right.family
    need = _SHARED_IN_COPY if family else _SHARED if same else _SHARED_STRANGERS
    return shared >= min(need, len(set(left.words)), len(set(right.words))) and shared > 0


def _across_languages(all_said: list[Said]) -> set[tuple[int, int]]:
    """Statements in different languages: all of one copy family; of one speaker, those that share two meanings."""
    families: dict[str, list[int]] = {}
    keyed: dict[tuple[str, str], list[int]] = {}
    for index, one in enumerate(all_said):
        if one.family is not None:
            families.setdefault(one.family, []).append(index)
        if one.speaker is not None:
            for key in sorted(one.senses | one.numbers):
                keyed.setdefault((one.speaker, key), []).append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for members in keyed.values():
        if len(members) <= _COMMON_MEANING:
            shared.update(combinations(members, 2))
    found = {pair for pair, count in shared.items() if count > 1}
    for members in families.values():
        found.update(combinations(members, 2))
    return {(a, b) for a, b in found if all_said[a].language != all_said[b].language}


def _same_words(left: Said, right: Said) -> bool:
    return left.source == right.source and left.start < right.end and right.start < left.end
