"""Which signs a pattern cannot do without, so that it need not be tried where one of them is missing.

A pattern is a tree of sequences, choices and options. A sequence cannot do without any of its items that is no option.
Of a choice only this is known: it cannot do without the sets of all its branches together.
"""

import re
from collections.abc import Callable, Iterator

Signs = frozenset[str]


def needed(pieces: Iterator[re.Match[str]], signs_of: Callable[[re.Match[str]], str | None]) -> tuple[Signs, ...]:
    """Sets of signs of each of which every match holds at least one, the smallest set first; none where nothing can be
    said.

    `signs_of` gives the signs that one piece stands for, None for pieces that stand for no word.
    """
    found, _ = _choice(list(pieces), 0, signs_of)
    return tuple(sorted(dict.fromkeys(found), key=len))


def _choice(
    pieces: list[re.Match[str]], at: int, signs_of: Callable[[re.Match[str]], str | None]
) -> tuple[list[Signs], int]:
    """The sets of the branches from `at` to the closing bracket or the end, and where that is."""
    branches: list[list[Signs]] = [[]]
    while at < len(pieces):
        piece = pieces[at]
        mark = piece["same"]
        if mark == ")" or piece["span"] == ">":
            break
        if mark == "|":
            branches.append([])
            at += 1
            continue
        items, at = _item(pieces, at, signs_of)
        branches[-1] += items
    if len(branches) == 1:
        return branches[0], at
    if not all(branches):
        return [], at
    return [frozenset[str]().union(*(min(branch, key=len) for branch in branches))], at


def _item(
    pieces: list[re.Match[str]], at: int, signs_of: Callable[[re.Match[str]], str | None]
) -> tuple[list[Signs], int]:
    """The sets of one item with what follows it, none where it is an option or only looks around."""
    piece = pieces[at]
    found: list[Signs] = []
    if piece["open"] or piece["span"] == "<" or piece["look"]:
        inside, at = _choice(pieces, at + 1, signs_of)
        found = [] if piece["look"] else inside
    elif signs := signs_of(piece):
        found = [frozenset(signs)]
    at += 1
    if at < len(pieces) and pieces[at]["same"] in {"?", "*"}:
        return [], at + 1
    if at < len(pieces) and pieces[at]["same"] == "+":
        at += 1
    return found, at
