"""Which element of the page holds the report.

Every line has a value: running text counts for it, links and scraps count against it. The element whose lines sum up to
most is the container: a frame around it only adds links and scraps.

Source of the idea: J. Pasternack, D. Roth, "Extracting article text from the web with maximum subsequence
segmentation", WWW 2009; here over subtrees instead of over token runs.
"""

from msgspec import Struct

from .blocks import Line
from .layer import Layer
from .parts import ASIDE, Part, limit

_SHARE_OF_PROSE = (
    (Part.COMMENT, 0.05),
    (Part.FURNITURE, 0.1),
    (Part.LEGAL, 0.1),
    (Part.HIDDEN, 0.1),
    (Part.TEASER, 0.3),
    (Part.FRAME, 0.6),
)
"""What is left of the value of running text in a part that names itself so."""


_MOST_BONUS = 1.25
"""What an element's sum is worth more for saying that it holds the report's text."""
_TRAILED = 0.8
"""A child with this share of the running text of its parent stands for it."""
_MAIN = frozenset(["article", "main"])
_LEAVES = frozenset(["p", "li", "ul", "ol", "td", "tr", "tbody", "table", "blockquote", "h2", "h3"])


def container(layer: Layer, lines: tuple[Line, ...], parts: list[int], prose: list[float], headline: int | None) -> int:
    """Index of the element that holds the report; -1 for a page without elements. `prose` is the running text under
    each element, `headline` the index of the headline's line."""
    if not layer.elements:
        return -1
    above = _inherited(layer, parts, prose)
    totals = layer.totals([_value(line, above) for line in lines])
    best, best_score = 0, float("-inf")
    for index, total in enumerate(totals):
        if total < best_score and total * _MOST_BONUS < best_score:
            continue
        bonus = _MOST_BONUS if parts[index] & Part.CONTENT else 1.1 if layer.elements[index].tag in _MAIN else 1.0
        score = total * bonus if total > 0 else total
        if score >= best_score:
            best, best_score = index, score
    free = [line.element >= 0 and not above[line.element] for line in lines]
    kept = [line.prose if is_free else 0.0 for line, is_free in zip(lines, free, strict=True)]
    bare = [
        len(line.text) * (1 - line.link_share) if is_free and not line.heading else 0.0
        for line, is_free in zip(lines, free, strict=True)
    ]
    ground = _Ground(layer, lines, parts, layer.totals(kept), layer.totals(bare))
    return _without_trailer(ground, _anchored(ground, best, headline))


class _Ground(Struct, frozen=True):
    """What the corrections of a first choice look at; `prose` and `text` leave asides out, `text` also links and
    headings."""

    layer: Layer
    lines: tuple[Line, ...]
    parts: list[int]
    prose: list[float]
    text: list[float]


def _anchored(ground: _Ground, best: int, headline: int | None) -> int:
    """The choice put right by the headline and by the one element that calls itself the article's body."""
    layer = ground.layer
    if headline is not None:
        near = _below(ground, headline)
        if near >= 0 and not _related(layer, near, best) and ground.text[near] >= 0.2 * ground.text[best]:
            best = near
    named = _named_bodies(ground, headline)
    if len(named) != 1:
        return best
    body = named[0]
    if best == body or _within(layer, best, body):
        return best
    own = ground.prose[body]
    text = layer.ends[body] - layer.elements[body].start
    if _within(layer, body, best):
        return (
            body
            if own >= 0.6 * ground.prose[best]
            or (own >= 0.2 * ground.prose[best] and _leads(ground, best, body, headline))
            else best
        )
    return body if text >= 250 and own >= 0.2 * ground.prose[best] else best


def _without_trailer(ground: _Ground, best: int) -> int:
    """Down to a child as long as it has nearly all the running text and hardly any stands before it: what comes behind
    in boxes of its own is an appeal, a rating, a note."""
    layer = ground.layer
    while True:
        whole = ground.prose[best]
        child = best + 1
        end = layer.element_ends[best]
        before = 0.0
        while child < end and ground.prose[child] < _TRAILED * whole:
            before += ground.prose[child]
            child = layer.element_ends[child]
        if child >= end or whole <= 0 or before > 0.02 * whole or layer.elements[child].tag in _LEAVES:
            return best
        best = child


def _below(ground: _Ground, headline: int) -> int:
    """The smallest element around the headline that has 400 characters of text besides."""
    at = ground.lines[headline].element
    while at >= 0 and ground.text[at] < 400:
        at = ground.layer.elements[at].parent
    return at


def _named_bodies(ground: _Ground, headline: int | None) -> list[int]:
    """The outermost elements that say that they hold the article's body, behind the headline, scraps left out."""
    layer = ground.layer
    after = ground.lines[headline].start if headline is not None else 0
    found: list[int] = []
    for index in [index for index, part in enumerate(ground.parts) if part & Part.BODY]:
        element = layer.elements[index]
        if layer.ends[index] <= after or element.hidden or (found and _within(layer, index, found[-1])):
            continue
        if layer.ends[index] - element.start >= 200:
            found.append(index)
    return [_innermost(ground, body) for body in found]


def _innermost(ground: _Ground, body: int) -> int:
    """The body inside a body that holds half of its running text, however often one stands in the other."""
    for index in range(body + 1, ground.layer.element_ends[body]):
        if ground.parts[index] & Part.BODY and ground.prose[index] >= 0.5 * ground.prose[body] > 0:
            body = index
    return body


def _leads(ground: _Ground, best: int, body: int, headline: int | None) -> bool:
    """Whether hardly any running text of `best` stands between headline and `body`."""
    layer = ground.layer
    start = ground.lines[headline].start if headline is not None else layer.elements[best].start
    between = sum(line.prose for line in ground.lines if start <= line.start < layer.elements[body].start)
    return between <= 0.1 * ground.prose[best]


def _within(layer: Layer, inner: int, outer: int) -> bool:
    return outer <= inner < layer.element_ends[outer]


def _related(layer: Layer, one: int, other: int) -> bool:
    return _within(layer, one, other) or _within(layer, other, one)


def _value(line: Line, above: list[int]) -> float:
    part = above[line.element] if line.element >= 0 else Part.NONE
    if line.prose:
        for flag, share in _SHARE_OF_PROSE:
            if part & flag:
                return line.prose * share
        return line.prose
    if line.heading:
        return 0.0
    if line.link_share > 0.5:
        return -20.0 - 0.3 * len(line.text)
    return -2.0 if line.words < 6 and not line.in_table else 0.0


def _inherited(layer: Layer, parts: list[int], prose: list[float]) -> list[int]:
    """The aside parts of each element and of all above it; what holds much of the page's prose is no aside."""
    found = [Part.NONE] * len(parts)
    for index in [index for index, part in enumerate(parts) if part & ASIDE]:
        own = parts[index] & ASIDE
        if own | found[index] != found[index] and prose[index] <= prose[0] * limit(own):
            layer.spread(found, index, own | found[index])
    return found


def asides(layer: Layer, parts: list[int], prose: list[float], chosen: int) -> list[int]:
    """For each element, the aside it stands in (its own or one above), or none. Inside the container an element that
    says it is an aside, but holds much of the prose, is none; elements around the container are none either."""
    around: set[int] = set()
    at = chosen
    while at >= 0:
        around.add(at)
        at = layer.elements[at].parent
    whole = prose[chosen] if chosen >= 0 else 0.0
    inside = range(chosen, layer.element_ends[chosen]) if chosen >= 0 else range(0)
    found = [Part.NONE] * len(parts)
    for index in [index for index, part in enumerate(parts) if part & ASIDE]:
        if found[index] or index in around:
            continue
        own = parts[index] & ASIDE
        if index not in inside or prose[index] <= whole * max(0.6, limit(own)):
            layer.spread(found, index, own)
    return found
