"""What copies changed in a claim, each change once with all the pages that made it."""

from msgspec import Struct

from .dossier import ClaimRow, PlaceRow
from .wording import listed

_GRAVEST_FIRST = (
    "lost negation",
    "changed attribution",
    "dropped attribution",
    "certainty grew",
    "certainty shrank",
    "dropped qualifier",
    "added qualifier",
    "rounded figure",
)
"""What turns a claim into another one stands before what only makes it rougher."""


class Altered(Struct, frozen=True):
    """One change: `before` is where the claim is told as the others have it, `after` where it is told otherwise."""

    kind: str
    note: str
    before: tuple[PlaceRow, ...]
    after: tuple[PlaceRow, ...]


def altered(claim: ClaimRow) -> tuple[Altered, ...]:
    """The differences of a claim, alike ones joined, the gravest first."""
    found: dict[tuple[str, str], tuple[dict[PlaceRow, None], dict[PlaceRow, None]]] = {}
    for row in claim.differences:
        before, after = found.setdefault((row.kind, row.note), ({}, {}))
        before[row.left] = None
        after[row.right] = None
    ordered = sorted(found, key=lambda key: _gravity(key[0]))
    return tuple(Altered(*key, tuple(found[key][0]), tuple(found[key][1])) for key in ordered)


def kinds(changes: tuple[Altered, ...]) -> str:
    """The kinds of change, each once: `dropped attribution and rounded figure`."""
    return listed(list(dict.fromkeys(change.kind for change in changes)), len(_GRAVEST_FIRST))


def _gravity(kind: str) -> int:
    return _GRAVEST_FIRST.index(kind) if kind in _GRAVEST_FIRST else len(_GRAVEST_FIRST)
