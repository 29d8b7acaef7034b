"""Whether the clause around an expression looks ahead or back: the nearest verb before it says, else the one behind."""

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cache
from typing import Literal

from secondsource.language.calendar import Tense

Time = Literal["future", "past", "ending", "over", "limit", "unknown"]
"""`ending`: a form that may be past or a participle, such as "invited"; `over`: a word right before
says that the date is past."""
_TIMES: dict[str, Time] = {"future": "future", "limit": "limit", "past": "past", "ending": "ending"}
_AUXILIARY = 14
"""Characters within which a participle belongs to the auxiliary before it."""
_SENTENCE_END = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z]{2})(?<!Sept)[.!?][\"'”’»]*\s+(?=[\"'“‘«]*[^\W\d_a-z])|\n\s*\n")


@cache
def _cues(tense: Tense) -> re.Pattern[str]:
    def either(forms: tuple[str, ...]) -> str:
        return (
            "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(forms, key=len, reverse=True)) or "(?!)"
        )

    endings = "|".join(re.escape(form) for form in tense.past_endings) or "(?!)"
    return re.compile(
        rf"(?<!\w)(?:(?P<future>{either(tense.future)})|(?P<limit>{either(tense.limit)})|(?P<past>{either(tense.past)})|(?P<ending>\w{{2,}}(?:{endings})))(?!\w)",
        re.IGNORECASE,
    )


def tenses(text: str, table: Tense) -> Callable[[int, int], Time]:
    """A function that tells the tense around characters `start` to `end` of `text`."""
    cues = _cues_in(text, table)
    over = frozenset(table.over)
    places = [place for place, _ in cues]
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]

    def at(start: int, end: int) -> Time:
        sentence = bisect_left(ends, start + 1)
        first = ends[sentence - 1] if sentence else 0
        last = ends[sentence] if sentence < len(ends) else len(text)
        word = text[max(0, start - 24) : start].split()
        if word and word[-1].lower() in over and not text[start - 1 : start].strip():
            return "over"
        before = bisect_left(places, start) - 1
        if before >= 0 and places[before] >= first:
            if cues[before][1] != "limit":
                return cues[before][1]
            earlier = cues[before - 1][1] if before and places[before - 1] >= first else "future"
            return "past" if earlier == "past" else "future"
        behind = bisect_left(places, end)
        if behind < len(places) and places[behind] < last and cues[behind][1] != "limit":
            return cues[behind][1] if "," not in text[end : places[behind]] else "unknown"
        return "unknown"

    return at


def _cues_in(text: str, table: Tense) -> list[tuple[int, Time]]:
    """The cues in order; a participle right behind "had" or "was" is past beyond doubt."""
    found: list[tuple[int, Time]] = []
    end = -_AUXILIARY
    for match in _cues(table).finditer(text):
        time = _TIMES[match.lastgroup or ""]
        if time == "ending" and found and found[-1][1] == "past" and match.start() - end < _AUXILIARY:
            time = "past"
        found.append((match.start(), time))
        end = match.end()
    return found
