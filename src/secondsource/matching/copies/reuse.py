"""Passages that stand word for word in pages which are otherwise no copies: a paragraph of an agency in a report of its
own, background carried along, an excerpt in a round-up.

What two pages have in such a passage they have from one hand, so it is no second report of what is claimed there. Two
reporters at one press conference share its quotations, but not what they tell in their own words: a passage that is
mostly quotation says nothing.
"""

from collections.abc import Iterable, Mapping, Sequence

from secondsource.model.keys import content_id
from secondsource.model.link import Feature, Link, LinkKind
from secondsource.model.span import Place, Reason, Span
from secondsource.text.tokens import words

from .keys import Body

GRAM = 5
"""Words in a row that may begin a passage."""
LEAST = 12
"""Words of a passage at least, a name or a figure among them; shorter runs and those without are turns of speech."""


def reuses(
    pairs: Iterable[tuple[str, str]], bodies: Mapping[str, Body], families: Iterable[Sequence[str]]
) -> tuple[Link, ...]:
    """A link for every two pages that are in no family together and share a passage. Its first reason has the places in
    pairs: each passage in the left page, then in the right one."""
    together: dict[str, set[int]] = {}
    for at, members in enumerate(families):
        for member in members:
            together.setdefault(member, set()).add(at)
    found: list[Link] = []
    for left, right in sorted(pairs):
        if together.get(left, set()) & together.get(right, set()):
            continue
        shared = passages(bodies[left], bodies[right])
        if shared:
            found.append(_link(bodies[left], bodies[right], shared))
    return tuple(found)


def passages(left: Body, right: Body) -> list[tuple[Span, Span]]:
    """The passages that both have, as spans of both sources, in the order of the right one."""
    if left.language != right.language:
        return []
    found: list[tuple[Span, Span]] = []
    for start, other, count in _runs(left.words, right.words):
        here, there = _place(left, start, start + count), _place(right, other, other + count)
        told = not (left.mostly_quoted(here) or right.mostly_quoted(there))
        if told and _particular(here.cut(left.marked.document.text)):
            found.append((here, there))
    return found


def _runs(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int, int]]:
    """Runs of words that both have: where each begins on both sides and how many words it has, the first of several."""
    first: dict[tuple[str, ...], int] = {}
    for at in range(len(left) - GRAM, -1, -1):
        first[tuple(left[at : at + GRAM])] = at
    found: list[tuple[int, int, int]] = []
    at = 0
    while at + GRAM <= len(right):
        start = first.get(tuple(right[at : at + GRAM]))
        count = 0 if start is None else _length(left[start:], right[at:])
        if start is not None and count >= LEAST:
            found.append((start, at, count))
        at += max(1, count - GRAM + 1)
    return found


def _length(left: Sequence[str], right: Sequence[str]) -> int:
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count


def _place(body: Body, first: int, end: int) -> Span:
    """Where the words from `first` to before `end` stand in the source."""
    spans = words(body.excerpt.text)
    return body.excerpt.origin(Span(spans[first].start, spans[end - 1].end))


def _particular(text: str) -> bool:
    """Whether a passage holds a figure or, behind its first word, a name."""
    return any(any(map(str.isdigit, word)) or word[0].isupper() for word in text.split()[1:])


def _link(left: Body, right: Body, shared: list[tuple[Span, Span]]) -> Link:
    sides = [(left, [here for here, _ in shared]), (right, [there for _, there in shared])]
    share = [sum(span.end - span.start for span in spans) / max(1, body.length) for body, spans in sides]
    places = tuple(
        Place(body.source, span.start, span.end)
        for pair in shared
        for body, span in zip((left, right), pair, strict=True)
    )
    return Link(
        id=content_id("link", "reuse", left.source, right.source),
        kind=LinkKind.REUSE,
        left=left.source,
        right=right.source,
        relation="reuses",
        score=min(1.0, max(share)),
        features=(
            Feature("share of the left page", min(1.0, share[0]), 1.0),
            Feature("of the right", min(1.0, share[1]), 1.0),
        ),
        reasons=(Reason(f"{len(shared)} passages stand word for word in both", places),),
    )
