"""How pages of a tongue name their parts: class and id words, and the lines that belong to the page and not to the
report."""

import re
from functools import cache

from msgspec import Struct

from .pack import languages, table


class NameWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Words in class, id, role and the like, in lower case, parted by hyphens: `read-more`. A star at the end stands
    for any letters: `relat*`."""

    content: tuple[str, ...] = ()
    """Containers of the report's text."""
    furniture: tuple[str, ...] = ()
    teaser: tuple[str, ...] = ()
    comment: tuple[str, ...] = ()
    caption: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    standfirst: tuple[str, ...] = ()
    headline: tuple[str, ...] = ()
    legal: tuple[str, ...] = ()


class LineWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Openings of lines, in lower case, or whole lines. A line of prose that merely begins like one is not meant: the
    labelling asks for shortness or links too."""

    furniture: tuple[str, ...] = ()
    """A line that begins so and is short is furniture."""
    whole: tuple[str, ...] = ()
    """A line that is nothing but this (marks and digits aside) is furniture."""
    teaser: tuple[str, ...] = ()
    """A line that begins so points to another story."""
    ending: tuple[str, ...] = ()
    """A heading that begins so ends the report: what follows is about other things."""
    legal: tuple[str, ...] = ()
    caption: tuple[str, ...] = ()
    """A short line that begins so is a picture's caption or credit."""
    byline: tuple[str, ...] = ()


class PageWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The table `page.toml` of one language."""

    names: NameWords = NameWords()
    lines: LineWords = LineWords()


@cache
def all_words(part: str, kind: str) -> tuple[str, ...]:
    """The words of one kind (`furniture`, `teaser` …) of `names` or `lines` over all languages, sorted: pages mix
    tongues in their markup and even in their boilerplate."""
    found: set[str] = set()
    for code in languages():
        words = table(code, "page", PageWords)
        if words is not None:
            found.update(getattr(getattr(words, part), kind))
    return tuple(sorted(found))


@cache
def names_pattern(kind: str) -> re.Pattern[str]:
    """Finds a class or id word of this kind in hyphen-parted names."""
    alternatives = [
        re.escape(word[:-1]) if word.endswith("*") else re.escape(word) + r"(?![a-z])"
        for word in all_words("names", kind)
    ]
    return re.compile(r"(?<![a-z])(?:" + "|".join(alternatives or ["(?!)"]) + ")")


@cache
def line_pattern(kind: str) -> re.Pattern[str]:
    """Matches at the start of a lower-case line that begins with one of the openings, at a word's end."""
    alternatives = sorted(all_words("lines", kind), key=lambda word: (-len(word), word))
    return re.compile("(?:" + "|".join(map(re.escape, alternatives) if alternatives else ["(?!)"]) + r")(?!\w)")
