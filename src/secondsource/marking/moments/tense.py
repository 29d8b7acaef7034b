"""Whether the clause around an expression looks ahead or back: the nearest verb before it says, else the one behind."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache
from typing import Literal

from secondsource.language.calendar import Tense
from secondsource.text.remembered import Remembered

Time = Literal["future", "past", "ending", "over", "limit", "unknown"]
"""`ending`: a form that may be past or a participle, such as "invited"; `over`: a word right before
says that the date is past."""
_OPENING_WORDS = 4
"""Words before an expression that still opens its sentence: the verb behind a comma is its own."""
_BACK = frozenset({"past", "ending"})
_POSSESSIVE = frozenset({"'s", "’s"})
_SHORTEST_PARTICIPLE = 4
_AUXILIARY = 14
"""Characters within which a participle belongs to the auxiliary before it."""
_SENTENCE_END = re.compile(
    r"[.!?\n](?:(?<!\n)(?<![A-Z].)(?<!\b[A-Z][a-z]{2}.)(?<!Sept.)[\"'”’»]*\s+(?=[\"'“‘«]*[^\W\d_a-z])|(?<=\n)\s*\n)"
)
_WORD = re.compile(r"\w+(?:['’]\w+)*")


_Saying = tuple[str, tuple[tuple[tuple[str, ...], Time], ...], bool]
"""What a word may say of the time: itself in lower case, the phrases that it opens, the longest first, with their
times, and whether it ends as a past form or a participle does."""


@cache
def _sayings(tense: Tense, names: frozenset[str]) -> Remembered[_Saying]:
    """What each word may say of the time. `names` are words that with a capital say nothing."""
    phrases: dict[str, list[tuple[tuple[str, ...], Time]]] = {}
    times: tuple[tuple[Time, tuple[str, ...]], ...] = (
        ("future", tense.future), ("limit", tense.limit), ("past", tense.past),
    )  # fmt: skip
    for time, forms in times:
        for form in forms:
            words = tuple(form.split())
            phrases.setdefault(words[0], []).append((words, time))
    longest_first = {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in phrases.items()}

    def saying(word: str) -> _Saying:
        plain = word.lower().replace("’", "'")
        opens = longest_first.get(plain, ()) if not (word[0].isupper() and plain in names) else ()
        ends = word.endswith(tense.past_endings) and word[0].islower() and len(word) >= _SHORTEST_PARTICIPLE
        return plain, opens, ends

    return Remembered(saying)


def tenses(text: str, table: Tense, names: frozenset[str] = frozenset()) -> Callable[[int, int], Time]:
    """A function that tells the tense around characters `start` to `end` of `text`. Only the sentences asked for are
    looked at. `names` are words that with a capital are no verbs: May."""
    ends, sayings = _ends(text), _sayings(table, names)
    known: dict[int, tuple[list[int], list[Time]]] = {}

    def cues_of(sentence: int) -> tuple[list[int], list[Time]]:
        if sentence not in known:
            first, last = _bounds(ends, sentence, len(text))
            cues = _cues_in(text, first, last, sayings)
            known[sentence] = [place for place, _ in cues], [time for _, time in cues]
        return known[sentence]

    def at(start: int, end: int) -> Time:
        word = text[max(0, start - 24) : start].split()
        if word and word[-1].lower() in table.over and not text[start - 1 : start].strip():
            return "over"
        places, times = cues_of(bisect_left(ends, start + 1))
        behind = bisect_left(places, end)
        after = times[behind] if behind < len(places) else "unknown"
        if after in _BACK and not text[end : places[behind]].strip():
            return "past"  # "on Monday criticized"
        if text[end : end + 2] in _POSSESSIVE:
            return "unknown"  # "Wednesday's ruling" is known of, whatever is to come of it
        before = bisect_left(places, start) - 1
        if before >= 0 and times[before] != "limit":
            return times[before]
        if before >= 0:
            earlier = times[before - 1] if before else after
            return "past" if earlier == "past" or (not before and earlier in _BACK) else "future"
        if after == "limit":
            return "unknown"
        first, _ = _bounds(ends, bisect_left(ends, start + 1), len(text))
        opens = len(text[first:start].split()) <= _OPENING_WORDS  # "In January, the company bought"
        return after if opens or "," not in text[end : _place(places, behind)] else "unknown"

    return at


def _ends(text: str) -> list[int]:
    """Where the sentences of a text end, but for the last."""
    return [match.end() for match in _SENTENCE_END.finditer(text)]


def _place(places: list[int], at: int) -> int:
    return places[at] if at < len(places) else 0


def _bounds(ends: list[int], sentence: int, length: int) -> tuple[int, int]:
    """Where a sentence starts and ends; the last one with the text."""
    first = ends[sentence - 1] if sentence else 0
    return first, ends[sentence] if sentence < len(ends) else length


def _cues_in(text: str, first: int, last: int, sayings: Remembered[_Saying]) -> list[tuple[int, Time]]:
    """The cues of a sentence in order; a participle right behind "had" or "was" is past beyond doubt, one right behind
    "will be" is to come."""
    found: list[tuple[int, Time]] = []
    end = -_AUXILIARY
    for start, stop, alone in _cues_of(text, first, last, sayings):
        time = alone
        close = found and start - end < _AUXILIARY and "," not in text[end:start]
        if close and found[-1][1] == "future" and alone in _BACK:
            time = "future"
        elif close and found[-1][1] == "past" and alone == "ending":
            time = "past"
        found.append((start, time))
        end = stop
    return found


def _cues_of(text: str, first: int, last: int, sayings: Remembered[_Saying]) -> Iterator[tuple[int, int, Time]]:
    """Start, end and time of each cue; the longest phrase from a word on."""
    words = list(_WORD.finditer(text, first, last))
    said = list(map(sayings.__getitem__, [match[0] for match in words]))
    free_from = 0
    for at, (_, phrases, ending) in enumerate(said):
        if at < free_from or not (phrases or ending):
            continue
        for phrase, time in phrases:
            if len(phrase) == 1 or tuple([plain for plain, _, _ in said[at : at + len(phrase)]]) == phrase:
                free_from = at + len(phrase)
                yield words[at].start(), words[free_from - 1].end(), time
                break
        else:
            if ending:
                yield words[at].start(), words[at].end(), "ending"
