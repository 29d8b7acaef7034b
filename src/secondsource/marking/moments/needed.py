"""Which signs a pattern cannot do without, so that it need not be tried where none of them stands.

A pattern is a tree of sequences, choices and options. A sequence cannot do without any of its items that is no option;
the smallest such set is kept. A choice cannot do without the sets of all its branches together.
"""

import re
from collections.abc import Callable, Iterator

Signs = frozenset[str]


def needed(pieces: Iterator[re.Match[str]], signs_of: Callable[[re.Match[str]], str | None]) -> Signs:
    """The smallest set of signs of which every match holds at least one; empty where nothing can be said.

    `signs_of` gives the signs that one piece stands for, None for pieces that stand for no word.
    """
    found, _ = _choice(list(pieces), 0, signs_of)
    return found or frozenset()


def _choice(
    pieces: list[re.Match[str]], at: int, signs_of: Callable[[re.Match[str]], str | None]
) -> tuple[Signs | None, int]:
    """The set of the branches from `at` to the closing bracket or the end, and where that is."""
    branches: list[Signs | None] = []
    best: Signs | None = None
    while at < len(pieces):
        piece = pieces[at]
        mark = piece["same"]
        if mark == ")" or piece["span"] == ">":
            break
        if mark == "|":
            branches.append(best)
            best = None
            at += 1
            continue
        item, at = _item(pieces, at, signs_of)
        if item and (best is None or len(item) < len(best)):
            best = item
    branches.append(best)
    if any(branch is None for branch in branches):
        return None, at
    return frozenset().union(*(branch for branch in branches if branch)), at


def _item(
    pieces: list[re.Match[str]], at: int, signs_of: Callable[[re.Match[str]], str | None]
) -> tuple[Signs | None, int]:
    """The set of one item with what follows it, None where it is an option or only looks around."""
    piece = pieces[at]
    if piece["open"] or piece["span"] == "<" or piece["look"]:
        found, at = _choice(pieces, at + 1, signs_of)
        found = None if piece["look"] else found
    else:
        signs = signs_of(piece)
        found = frozenset(signs) if signs else None
    at += 1
    if at < len(pieces) and pieces[at]["same"] in {"?", "*"}:
        return None, at + 1
    if at < len(pieces) and pieces[at]["same"] == "+":
        at += 1
    return found, at
