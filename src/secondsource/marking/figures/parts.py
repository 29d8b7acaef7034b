"""Parts and wholes: 15 of the 23 ships, of 412 ferries 104, 301 ferries of which 58; and what a sentence puts right."""

import re
from functools import cache
from itertools import combinations, pairwise

from msgspec.structs import replace

from secondsource.language.figures import figure_words
from secondsource.model.mark import Figure
from secondsource.text.pattern import either

from .find import Written

_LONGEST = 60
"""Characters between a part and its whole."""


def parted(figures: list[Figure], written: list[Written], text: str, code: str) -> list[Figure]:
    """The figures of one sentence; a count that is told to be a part of another has that one's id, and so has the count
    in whose place it is put: 104, not 96, out of 412. `written` are their numbers in `text`, in the same order."""
    found = list(figures)
    for one, other in combinations(range(len(figures)), 2):
        if {figures[one].unit, figures[other].unit} != {"count"} or figures[one].value == figures[other].value:
            continue
        between = text[written[one].end : written[other].start].lower()
        if len(between) > _LONGEST:
            continue
        before = text[max(0, written[one].start - _LONGEST) : written[one].start].lower()
        small, large = sorted((one, other), key=lambda at: figures[at].value)
        behind = _of_pattern(code).fullmatch(between) is not None
        ahead = _whole_first(code).search(before) is not None or _of_which(code).search(between) is not None
        if (behind and small == one) or (ahead and large == one):
            found[small] = replace(found[small], part_of=figures[large].id)
    wholes = {one.id: one.part_of for one in found} | {
        one.replaced_by: one.part_of for one in found if one.replaced_by and one.part_of
    }
    return [one if one.part_of == wholes[one.id] else replace(one, part_of=wholes[one.id]) for one in found]


def put_right(figures: list[Figure], written: list[Written], text: str, code: str) -> list[Figure]:
    """The figures of one sentence; one that is denied has the id of that which the sentence puts in its place: not
    300 but 420 tents."""
    found = list(figures)
    for at, (one, other) in enumerate(pairwise(written)):
        before = text[max(0, one.start - _LONGEST) : one.start].lower().split()[-1:]
        if not figure_words(code).negating.intersection(before) or other.start - one.end > _LONGEST:
            continue
        alike = figures[at].unit == figures[at + 1].unit and figures[at].value != figures[at + 1].value
        if alike and _but(code).fullmatch(text, one.end, other.start):
            found[at + 1] = replace(found[at + 1], revises=True)
            found[at] = replace(found[at], replaced_by=figures[at + 1].id)
    return found


@cache
def _but(code: str) -> re.Pattern[str]:
    """What stands between the two numbers, a noun allowed before it: households, but."""
    return re.compile(rf"(?:\s[^\W\d_]+){{0,2}},?\s(?:{either(figure_words(code).but)})\s", re.IGNORECASE)


@cache
def _of_pattern(code: str) -> re.Pattern[str]:
    """What stands between a part and its whole: of the, of its, of Corvane's, der."""
    links = either((*figure_words(code).of, *figure_words(code).out_of))
    noun = r"(?:[^\W\d_]+\s){0,2}"
    return re.compile(rf",?\s{noun}(?:{links})[\s'’](?:[^\W\d_]+(?:['’]s)?\s){{0,3}}")


@cache
def _whole_first(code: str) -> re.Pattern[str]:
    """What opens a clause with its whole: of the 412 ferries."""
    return re.compile(rf"(?:^|[.;:,\n]\s*)(?:{either(figure_words(code).wholes)})[\s'’](?:[^\W\d_]+\s){{0,2}}$")


@cache
def _of_which(code: str) -> re.Pattern[str]:
    """What leads from a whole to its part: of which, dont, davon."""
    return re.compile(rf"(?<![^\W_])(?:{either(figure_words(code).of_which)})(?![^\W_])")
