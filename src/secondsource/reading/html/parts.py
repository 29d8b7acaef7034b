"""What part of a page each element is, by its tag, role and class words, before any text is looked at."""

import re
from enum import IntFlag
from functools import lru_cache

from secondsource.language.page import names_pattern

from .layer import Element

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SEPARATOR = re.compile(r"[^a-z ]+")


class Part(IntFlag):
    """What an element says it is. Several may hold."""

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
    LIST_FRAME = 512
    """A generic frame such as aside or header, weak evidence alone."""


ASIDE = Part.FURNITURE | Part.TEASER | Part.COMMENT | Part.LEGAL
"""Parts that hold no text of the report."""

_KINDS = (
    (Part.CONTENT, "content"),
    (Part.FURNITURE, "furniture"),
    (Part.TEASER, "teaser"),
    (Part.COMMENT, "comment"),
    (Part.CAPTION, "caption"),
    (Part.BYLINE, "byline"),
    (Part.STANDFIRST, "standfirst"),
    (Part.HEADLINE, "headline"),
    (Part.LEGAL, "legal"),
)
_BY_TAG = {
    "nav": Part.FURNITURE,
    "footer": Part.FURNITURE,
    "menu": Part.FURNITURE,
    "button": Part.FURNITURE,
    "select": Part.FURNITURE,
    "textarea": Part.FURNITURE,
    "dialog": Part.FURNITURE,
    "form": Part.FURNITURE,
    "label": Part.FURNITURE,
    "input": Part.FURNITURE,
    "aside": Part.TEASER,
    "figcaption": Part.CAPTION,
    "caption": Part.CAPTION,
    "h1": Part.HEADLINE,
    "address": Part.BYLINE,
}
_BY_PROPERTY = {
    "articlebody": Part.CONTENT,
    "headline": Part.HEADLINE,
    "author": Part.BYLINE,
    "caption": Part.CAPTION,
    "description": Part.STANDFIRST,
    "comment": Part.COMMENT,
}


def part_of(element: Element) -> Part:
    """The parts that tag, class words and microdata name."""
    part = _BY_TAG.get(element.tag, Part.NONE)
    if element.names:
        part |= part_named(element.names)
    if element.itemprop:
        part |= _BY_PROPERTY.get(element.itemprop.lower(), Part.NONE)
    return part


@lru_cache(maxsize=65_536)
def part_named(names: str) -> Part:
    """The parts that class and id words name."""
    plain = _SEPARATOR.sub("-", _CAMEL.sub("-", names).lower())
    part = Part.NONE
    for flag, kind in _KINDS:
        if names_pattern(kind).search(plain):
            part |= flag
    return part
