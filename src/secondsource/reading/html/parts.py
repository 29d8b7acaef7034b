"""What part of a page each element is, by its tag, role and class words, before any text is looked at."""

import re
from functools import lru_cache

from secondsource.language.page import Named, name_table

from .layer import Layer

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


class Part:
    """What an element says it is, as bits: several may hold. Plain integers, for there are millions of them."""

    NONE = 0
    CONTENT = 1
    FURNITURE = 2
    TEASER = 4
    COMMENT = 8
    CAPTION = 16
    BYLINE = 32
    STANDFIRST = 64
    HEADLINE = 128
    LEGAL = 256
    BODY = 1024
    """The article's body by name, more than a container of content."""
    HIDDEN = 2048
    FRAME = 512
    """A frame that mostly holds no report; weak evidence alone."""


_SIGNED = Part.CAPTION | Part.BYLINE | Part.STANDFIRST
ASIDE = Part.FURNITURE | Part.TEASER | Part.COMMENT | Part.LEGAL | Part.HIDDEN | Part.FRAME
"""Parts that hold no text of the report."""

_LIMITS = (
    (Part.COMMENT, 0.97),
    (Part.FURNITURE, 0.6),
    (Part.LEGAL, 0.6),
    (Part.TEASER, 0.45),
    (Part.HIDDEN, 0.8),
    (Part.FRAME, 0.3),
    (Part.CAPTION, 0.3),
    (Part.STANDFIRST, 0.3),
    (Part.BYLINE, 0.15),
)
_SIZES = ((Part.BYLINE, 400), (Part.CAPTION, 2_000), (Part.STANDFIRST, 1_500))
"""Characters of an element beyond which it is no such part, whatever it is called."""
_BY_TAG = {
    "nav": Part.FURNITURE,
    "footer": Part.FURNITURE,
    "menu": Part.FURNITURE,
    "button": Part.FURNITURE,
    "select": Part.FURNITURE,
    "textarea": Part.FURNITURE,
    "dialog": Part.FURNITURE,
    "form": Part.FRAME,
    "label": Part.FURNITURE,
    "input": Part.FURNITURE,
    "aside": Part.FRAME,
    "figcaption": Part.CAPTION,
    "figure": Part.CAPTION,
    "caption": Part.CAPTION,
    "h1": Part.HEADLINE,
    "address": Part.BYLINE,
}
_BY_PROPERTY = {
    "articlebody": Part.CONTENT | Part.BODY,
    "headline": Part.HEADLINE,
    "author": Part.BYLINE,
    "caption": Part.CAPTION,
    "description": Part.STANDFIRST,
    "comment": Part.COMMENT,
}


def parts_of(layer: Layer, prose: list[float]) -> list[int]:
    """The parts that tag, class words and microdata name for each element of a page.

    `prose` is the running text under each element. A class word that stands for an aside is passed over where the
    elements that bear it hold too much of the page's running text: page builders use such words for anything.
    """
    named = [_named(element.names) if element.names else _NONE for element in layer.elements]
    for index in [index for index, element in enumerate(layer.elements) if element.hidden]:
        named[index] |= _HIDDEN
    misused = _misused(layer, named, prose)
    parts: list[int] = []
    for element, words, end in zip(layer.elements, named, layer.ends, strict=True):
        if not words and not element.itemprop:
            part = _BY_TAG.get(element.tag, Part.NONE)
        else:
            part = _part(element.tag, words - misused if misused else words, element.itemprop)
        if part & _SIGNED:
            for flag, most in _SIZES:
                if end - element.start > most:
                    part &= ~flag
        parts.append(part)
    return parts


@lru_cache(maxsize=16_384)
def _part(tag: str, words: frozenset[Named], itemprop: str) -> int:
    part = _BY_TAG.get(tag, Part.NONE) | _BY_PROPERTY.get(itemprop.lower(), Part.NONE)
    for word in words:
        part |= _BY_KIND[word.kind]
    return part & ~(Part.FURNITURE | Part.FRAME | Part.LEGAL) if part & Part.BODY else part


@lru_cache
def limit(part: int) -> float:
    """The share of running text beyond which a part that names itself an aside is none."""
    return next(share for flag, share in _LIMITS if part & flag)


def _misused(layer: Layer, named: list[frozenset[Named]], prose: list[float]) -> frozenset[Named]:
    """Class words for asides whose elements, the outermost of each counted, hold too much of the prose."""
    sums: dict[Named, float] = {}
    above: list[frozenset[Named]] = []
    for element, own, value in zip(layer.elements, named, prose, strict=True):
        over = above[element.parent] if element.parent >= 0 else _NONE
        if own and not own <= over:
            if value:
                for word in own - over:
                    sums[word] = sums.get(word, 0.0) + value
            over |= own
        above.append(over)
    whole = prose[0] if prose else 0.0
    return frozenset(
        word
        for word, total in sums.items()
        if _BY_KIND[word.kind] & (ASIDE | _SIGNED) and total > whole * limit(_BY_KIND[word.kind])
    )


@lru_cache(maxsize=65_536)
def _named(names: str) -> frozenset[Named]:
    lower = names.lower()
    if lower != names:
        lower = _CAMEL.sub("-", names).lower()
    found: frozenset[Named] = _NONE
    for name in lower.split():
        if own := _of_class(name):
            found |= own
    return found


@lru_cache(maxsize=65_536)
def _of_class(name: str) -> frozenset[Named]:
    """What one class says. A class such as `article-body-infobox` names a part of the body, not the body."""
    found = name_table().find(name)
    if found and any(_BY_KIND[word.kind] & ASIDE for word in found):
        return frozenset(word for word in found if not _BY_KIND[word.kind] & Part.BODY)
    return found


_NONE: frozenset[Named] = frozenset()
_HIDDEN = frozenset({Named("hidden", "hidden")})
_BY_KIND: dict[str, int] = {name.lower(): bit for name, bit in vars(Part).items() if isinstance(bit, int)}
