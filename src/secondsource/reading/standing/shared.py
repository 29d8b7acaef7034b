"""Which lines of a pile stand on several of its pages: one 64-bit hash for each line, and one sort."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from xxhash import xxh3_64_intdigest

from secondsource.model.document import Document
from secondsource.model.passage import Passage, Role

from ..stripped.form import word_count

Array = np.ndarray[Any, Any]

TOLD = frozenset({Role.BODY, Role.SUBHEAD, Role.STANDFIRST})
"""The roles that a line of standing matter may have been given by mistake."""
_LEAST_WORDS = 3
_UNREAD = frozenset({Role.MARKUP, Role.DATELINE})


class Spot(Struct, frozen=True, order=True):
    """Where a shared line stands: the document's number in the pile and the passage's number in the document."""

    document: int
    passage: int


def shared_lines(documents: Sequence[Document]) -> dict[int, tuple[Spot, ...]]:
    """Each line that stands on two pages and more, and on at least one of them as the report's, with all its places:
    one on each page, the first. Keys are hashes of the line without regard to case and spacing; lines of less than
    three words are left out."""
    keys = [_keys(document) for document in documents]
    wanted = _wanted(documents, keys)
    places: dict[int, dict[int, int]] = {key: {} for key in wanted}
    for number, row in enumerate(keys):
        for passage, key in enumerate(row.tolist()):
            if key in places:
                places[key].setdefault(number, passage)
    return {key: tuple(Spot(*each) for each in sorted(found.items())) for key, found in places.items()}


def _wanted(documents: Sequence[Document], keys: Sequence[Array]) -> list[int]:
    """The hashes that occur on two pages, sorted, if one of the pages has the line in its report."""
    if not keys:
        return []
    on_pages, times = np.unique(np.concatenate([np.unique(row) for row in keys]), return_counts=True)
    told = [
        row[[passage.role in TOLD for passage in document.passages]]
        for document, row in zip(documents, keys, strict=True)
    ]
    several = np.intersect1d(on_pages[times > 1], np.concatenate(told))
    return [key for key in several.tolist() if key != _NOTHING]


_NOTHING = 0
"""The key of what is not compared."""


def _keys(document: Document) -> Array:
    """The hash of each passage of a document, in order."""
    return np.array([_key(document.text, passage) for passage in document.passages], dtype=np.uint64)


def _key(text: str, passage: Passage) -> int:
    if passage.role in _UNREAD:
        return _NOTHING
    line = " ".join(text[passage.start : passage.end].split())
    if len(line) < 2 * _LEAST_WORDS or word_count(line[:_OPENING]) < _LEAST_WORDS:
        return _NOTHING
    return xxh3_64_intdigest(line.casefold().encode("utf-8", "surrogatepass"))


_OPENING = 60
"""Characters in which a line has three words, if it has them."""
