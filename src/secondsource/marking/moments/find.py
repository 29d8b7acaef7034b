"""Where a text speaks of time: the leftmost longest expressions that mean something."""

import re
from bisect import bisect_right
from collections.abc import Mapping

from msgspec import Struct

from secondsource.language.calendar import CalendarRule

from .grammar import UNKNOWN, CompiledRule, Grammar
from .lexemes import Lexeme, lexemes
from .meaning import Meaning
from .parse import parse


class Found(Struct, frozen=True):
    """Characters `start` to `end` of the text with what they mean; `first` and `last` are their lexemes."""

    start: int
    end: int
    meaning: Meaning
    groups: Mapping[str, str]


class _Candidate(Struct, frozen=True):
    start: int
    end: int
    rule: CalendarRule
    groups: Mapping[str, str]


def find(text: str, grammar: Grammar) -> list[Found]:
    """The temporal expressions of `text`, in order and without overlap."""
    known = lexemes(text, grammar)
    candidates = _candidates(known, grammar)
    found: list[Found] = []
    free_from = 0
    for one in sorted(candidates, key=lambda one: (one.start, -one.end)):
        if one.start < free_from:
            continue
        meant = parse(one.rule.do, one.groups)
        if meant is None:
            continue
        free_from = one.end
        if meant.skip:
            continue
        found.append(Found(known[one.start].start, known[one.end - 1].end, meant, one.groups))
    return found


def _candidates(known: list[Lexeme], grammar: Grammar) -> list[_Candidate]:
    """All matches of all patterns, over the stretches of known words that hold one that matters."""
    signs = "".join(lexeme.sense.sign for lexeme in known)
    text, starts, offsets = "", [], []
    parts: list[str] = []
    length = at = 0
    for stretch in signs.split(UNKNOWN):
        if stretch and grammar.core.search(stretch):
            starts.append(length)
            offsets.append(at - length)
            parts.append(stretch)
            length += len(stretch) + 1
        at += len(stretch) + 1
    text = UNKNOWN.join(parts)
    found: list[_Candidate] = []
    present = frozenset(text)
    for rule in grammar.rules:
        if rule.needed and rule.needed.isdisjoint(present):
            continue
        for match in rule.pattern.finditer(text):
            shift = offsets[bisect_right(starts, match.start()) - 1]
            name = next((one for one in rule.spans if match.start(one) >= 0), 0)
            start, end = match.span(name)
            if end > start:
                found.append(_Candidate(start + shift, end + shift, rule.rule, _groups(rule, match, known, shift)))
    return found


def _groups(rule: CompiledRule, match: re.Match[str], known: list[Lexeme], shift: int) -> dict[str, str]:
    """The values of the words that matched, by name; a second and third value of a name are kept
    as `name2`, `name3`."""
    groups = dict(rule.rule.give)
    for group, (name, classes) in rule.classes.items():
        at = match.start(group)
        if at < 0:
            continue
        values = known[at + shift].values
        chosen = next(one for one in classes if one in values)
        key = name or chosen
        ending = "" if key not in groups or key in rule.rule.give else "2" if f"{key}2" not in groups else "3"
        groups.setdefault(f"{key}{ending}", values[chosen])
    return groups
