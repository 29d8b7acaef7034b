"""The publication as a page names itself where no data does: above the headline, in its copyright line, in a line that
says where it was posted. A name is only taken where it is made like a publication's."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from secondsource.language.credits import credits_of
from secondsource.language.mastheads import agency_named, is_publication
from secondsource.model.passage import Passage, Role
from secondsource.text.normalise import fold

_OWNED = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)[\s©:]*(?:(?:19|20)\d\d(?:\s*[-–—]\s*(?:\d{4}|\d\d))?)?[\s,]*(?:by\s+)?"
    r"(?P<name>[^\W\d_][^.,;|©·•()\n]{1,50}?)\s*(?:[.,;|©·•()\n]|[-–—]\s|\ball rights\b|$)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*(?:[|·•]|\s[-–—]\s)\s*")
_WORD = re.compile(r"[^\W\d_][\w&.\-]*")
_GLUED = re.compile(r"[a-zß-ÿ][A-ZÀ-Þ]")
_ELISION = re.compile(r"\b([ldLD])['’](?=\w)")
_SIGNED = re.compile(r"\(([^()]{2,30})\)")
_ABOVE = 8
"""Passages above the headline that are looked at."""
_LONGEST = 6
"""Words of a name at most."""
_ENDING = 5
"""Letters at least of a publication's word that ends a compound."""
_TOP = 3
"""Passages at the very top whose name needs no second mention."""
_ENDING = 5
"""Letters of a publication's word at least that may end a compound: "Elbkurier"."""
_SHELL = (Role.FURNITURE, Role.TEASER, Role.LEGAL)


class Words(Struct, frozen=True):
    """The words of all tongues that tell publications' names from labels."""

    publishing: frozenset[str]
    linking: frozenset[str]
    articles: frozenset[str]
    joins: frozenset[str]
    labels: frozenset[str]
    vague: frozenset[str]
    house: tuple[str, ...]

    def publishes(self, word: str) -> bool:
        """Whether publications' names are made of the folded word."""
        return is_publication(word) or word in self.publishing

    def compound(self, word: str) -> bool:
        """Whether a publication's word ends a longer one: "elbkurier"."""
        ends = (word[-size:] for size in range(_ENDING, len(word) - 2))
        return any(self.publishes(end) and end not in self.vague for end in ends)


@cache
def _words() -> Words:
    table = credits_of(None)
    articles = frozenset(word.strip("'") for word in table.particles)
    publishing, linking, labels = frozenset(table.mastheads), frozenset(table.linking), frozenset(table.labels)
    vague, joins = frozenset(table.vague), frozenset(table.joins)
    return Words(publishing, linking, articles, joins, labels, vague, table.house)


def outlet_shown(text: str, passages: Sequence[Passage]) -> str | None:
    """The publication's name as written, or None. An agency's copyright is no outlet's: the page carries its copy."""
    words = _words()
    plates = tuple(_plates(text, passages))
    signers = _signers(text, passages)
    shell = fold("\n".join(passage.span.cut(text) for passage in passages if passage.role in _SHELL))
    for name in (*_owners(text, passages), *_posted(text, passages, words)):
        folded = _core(name, words)
        if agency_named(name) is not None or any(folded.startswith(signer) for signer in signers):
            continue
        if _stands(name, shell) or (" " in name and any(_core(plate, words) == folded for plate in plates)):
            return name
    return next((plate for plate in plates if _stands(plate, shell)), None)


def _stands(name: str, shell: str) -> bool:
    """Whether a name is a publication's; one that ends as sections do must also stand in an address of the page's
    shell ("merivalnews.example")."""
    if not is_masthead(name):
        return False
    words = _words()
    written = "".join(char for char in _core(name, words) if char.isalnum())
    return fold(name).split()[-1] not in words.vague or (" " in name and written in shell)


def is_masthead(name: str) -> bool:
    """Whether a name has a publication's word where such names have it, and a word of its own: "The Skerry Post",
    "La Gazette du Ponant"; not "World News"."""
    known = _words()
    words = _ELISION.sub(r"\1 ", name).split()
    small = known.linking | known.articles
    if not 1 <= len(words) <= _LONGEST or not all(word[0].isupper() or fold(word) in small for word in words):
        return False
    if len(_GLUED.findall(name)) > 1:
        return False
    folded = [fold(word).strip(".") for word in words]
    while folded and folded[0] in known.articles:
        folded = folded[1:]
    if not folded or not all(_WORD.fullmatch(word) or word == "&" for word in folded):
        return False
    if len(folded) == 1:
        return known.compound(folded[0])
    leads = len(folded) > 2 and folded[1] in known.linking - known.joins and known.publishes(folded[0])
    own = [word for word in folded if not (known.publishes(word) or word in small or word in known.labels)]
    return bool(own) and (leads or known.publishes(folded[-1]) or any(map(known.compound, folded)))


def _plates(text: str, passages: Sequence[Passage]) -> Iterator[str]:
    """Names in the lines above the headline: those at the top, and others that stand in the page's shell again."""
    head = next((at for at, passage in enumerate(passages) if passage.role is Role.HEADLINE), 0)
    shell = [fold(passage.span.cut(text)) for passage in passages if passage.role in _SHELL]
    for at, passage in enumerate(passages[: min(head, _ABOVE)]):
        if passage.role not in _SHELL:
            continue
        name = _PARTS.split(" ".join(passage.span.cut(text).split()))[0].strip(" *•·-–—|")
        if 0 < len(name) <= 50 and (at < _TOP or sum(fold(name) in line for line in shell) > 1):
            yield name


def _owners(text: str, passages: Sequence[Passage]) -> Iterator[str]:
    for passage in passages:
        if passage.role in (Role.LEGAL, Role.FURNITURE):
            for match in _OWNED.finditer(passage.span.cut(text)[:400]):
                yield " ".join(match["name"].split())


def _posted(text: str, passages: Sequence[Passage], words: Words) -> Iterator[str]:
    for passage in passages:
        if passage.role is Role.FURNITURE and passage.end - passage.start <= 80:
            line = " ".join(passage.span.cut(text).split())
            folded = line.casefold()
            for phrase in words.house:
                if folded.startswith(phrase + " "):
                    yield line[len(phrase) :].strip(" .:|")


def _signers(text: str, passages: Sequence[Passage]) -> frozenset[str]:
    """Folded names that sign a dateline."""
    cuts = (passage.span.cut(text) for passage in passages if passage.role is Role.DATELINE)
    return frozenset(fold(match[1]) for cut in cuts for match in _SIGNED.finditer(cut))


def _core(name: str, words: Words) -> str:
    """A folded name without its article."""
    first, _, rest = fold(name).partition(" ")
    return rest if rest and first in words.articles else fold(name)
