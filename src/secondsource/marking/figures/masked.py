"""Where no number of a text counts: addresses, phone numbers, the numbering of pictures."""

import re
from collections.abc import Sequence
from itertools import chain

from secondsource.language.numbers.items import near_numbers
from secondsource.model.span import Span

_ADDRESS_SIGN = re.compile(r"://\S*|www\.\S*|@\S*|\.(?:com|org|net|html?|php|co\.uk)\b\S*")
_LONGEST_HEAD = 400
_ADDRESS_SIGNS = ("://", "www.", "@", ".com", ".org", ".net", ".htm", ".php", ".co.uk")
_TWO_GROUPS = re.compile(r"\d\D+\d")
_PHONE = re.compile(r"\d[\d ().\u00a0-]{7,}\d")
_OF_A_WHOLE = re.compile(r"(\d(?<![\d.,/]\d)\d{0,2})(?: \w{2,3} |/)(\d{1,3})(?![.,/]?\d)")
_STEPS = 4
"""Numbers of one whole from which they are a numbering."""


def masked(text: str, code: str) -> list[tuple[int, int]]:
    """Stretches in which no number counts: addresses, phone numbers, the numbering of pictures."""
    return masked_in(text, near_numbers(text, code))


def masked_in(text: str, near: Sequence[Span]) -> list[tuple[int, int]]:
    """The same, looked for in stretches of which each holds wholly what it holds a part of."""
    spans: list[tuple[int, int]] = []
    addressed = any(sign in text for sign in _ADDRESS_SIGNS)
    for sign in _ADDRESS_SIGN.finditer(text) if addressed else ():
        head = text[max(0, sign.start() - _LONGEST_HEAD) : sign.start()]
        start = sign.start() - len(head) + max(head.rfind(" "), head.rfind("\n"), head.rfind("\u00a0")) + 1
        spans.append((start, sign.end()))
    near = [one for one in near if _TWO_GROUPS.search(text, one.start, one.end)]
    for match in chain.from_iterable(_PHONE.finditer(text, one.start, one.end) for one in near):
        groups = re.findall(r"\d+", match[0])
        # groups of three throughout are one large number
        if (
            ". " not in match[0]
            and len(groups) >= 3
            and sum(map(len, groups)) >= 8
            and not all(len(group) == 3 for group in groups[1:])
        ):
            spans.append(match.span())
    return _merged(sorted((*spans, *_numbering(text, near))))


def _numbering(text: str, near: Sequence[Span]) -> list[tuple[int, int]]:
    """Where pictures or clips are numbered, "7 of 25 … 8 of 25", "7/25": four numbers and more of one whole."""
    counted: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for match in chain.from_iterable(_OF_A_WHOLE.finditer(text, one.start, one.end) for one in near):
        if int(match[1]) <= int(match[2]):
            counted.setdefault(match[2], {}).setdefault(match[1], []).append(match.span())
    galleries = (steps for steps in counted.values() if len(steps) >= _STEPS)
    return [span for steps in galleries for spans in steps.values() for span in spans]


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted spans without overlap."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
