"""Where a text speaks of time: the leftmost longest expressions that mean something."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from secondsource.language.calendar import CalendarRule
from secondsource.model.excerpt import Excerpt
from secondsource.text.clock import ZONES

from .grammar import UNKNOWN, CompiledRule, Grammar, grammar
from .lexemes import Lexeme, lexemes
from .meaning import Meaning
from .parse import parse

_REACH = 24
"""Characters in front of a word in which the word before it stands."""
_ZONE = re.compile(rf"\s(?:{ZONES})\b")
_WORD_BEFORE = re.compile(r"[^\W\d_]+ $")


class Found(Struct, frozen=True, gc=False):
    """Characters `start` to `end` of the text with what they mean; `groups` are the values of their words by name."""

    start: int
    end: int
    meaning: Meaning
    groups: Mapping[str, str]


class _Match(Struct, frozen=True, gc=False):
    """Lexemes `start` to `end` that a rule fits; `words` are the places, names and classes of those it takes values
    from."""

    start: int
    end: int
    rule: CalendarRule
    words: tuple[tuple[int, str, tuple[str, ...]], ...]


def find(text: str, reported: Excerpt, rules: Grammar) -> list[Found]:
    """The temporal expressions of the reported passages of `text`, in order and without overlap."""
    known = lexemes(text, reported, rules)
    found: list[Found] = []
    for at, signs in _runs("".join([lexeme.sense.sign for lexeme in known])):
        free_from = 0
        for match in _matches(rules.code, signs):
            if match.start < free_from:
                continue
            groups = _groups(match, known, at)
            meant = parse(match.rule.do, groups)
            if meant is None:
                continue
            free_from = match.end
            start, end = known[at + match.start].start, known[at + match.end - 1].end
            if not meant.skip and not _is_of_name(text, start, end, groups):
                found.append(Found(start, end, meant, groups))
    return found


def _is_of_name(text: str, start: int, end: int, groups: Mapping[str, str]) -> bool:
    """Whether an expression is part of something else: "Florida Today", "a Long March 4C rocket", "1830 GMT"."""
    if text[end - 1].isdigit() and text[end : end + 1].isalpha():
        return True
    if text[start:end].isdecimal() and _ZONE.match(text, end):
        return True  # "1830 GMT" is an hour, no year
    if "dayref" not in groups or not text[start].isupper() or not text[start + 1 : end].islower():
        return False
    before = _WORD_BEFORE.search(text, max(0, start - _REACH), start)
    return before is not None and before[0][:1].isupper() and not before[0].isupper()


def _runs(signs: str) -> Iterator[tuple[int, str]]:
    """The runs of known words, each with the place of its first."""
    at = 0
    for run in signs.split(UNKNOWN):
        if run:
            yield at, run
        at += len(run) + 1


@lru_cache(maxsize=1 << 14)
def _matches(code: str, signs: str) -> Sequence[_Match]:
    """All matches of all patterns in one run of known words, leftmost and longest first. Texts speak of time in few
    ways, so that what was found for a run of signs is kept."""
    rules = grammar(code)
    if rules is None or not rules.starts.search(signs):
        return ()
    present = frozenset(signs)
    found: list[_Match] = []
    for rule in rules.rules:
        if any(map(present.isdisjoint, rule.needed)):
            continue
        for match in rule.pattern.finditer(signs):
            name = next((one for one in rule.spans if match.start(one) >= 0), 0)
            start, end = match.span(name)
            if end > start:
                found.append(_Match(start, end, rule.rule, _words(rule, match)))
    return tuple(sorted(found, key=lambda one: (one.start, -one.end)))


def _words(rule: CompiledRule, match: re.Match[str]) -> tuple[tuple[int, str, tuple[str, ...]], ...]:
    return tuple(
        (match.start(group), name, classes)
        for group, (name, classes) in rule.classes.items()
        if match.start(group) >= 0
    )


def _groups(match: _Match, known: list[Lexeme], shift: int) -> dict[str, str]:
    """The values of the words that matched, by name; a second and third value of a name are kept
    as `name2`, `name3`."""
    groups = dict(match.rule.give)
    for at, name, classes in match.words:
        values = known[at + shift].values
        chosen = next(one for one in classes if one in values)
        key = name or chosen
        ending = "" if key not in groups or key in match.rule.give else "2" if f"{key}2" not in groups else "3"
        groups.setdefault(f"{key}{ending}", values[chosen])
    return groups
