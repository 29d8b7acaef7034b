"""How much of the very words of one text stands in another."""

from msgspec import Struct

from .keys import Body

WORDS = 4
"""Words in a row that count as taken over."""


class Wording(Struct, frozen=True):
    """What a text keeps of another's words."""

    kept: float
    """Share of the later text's words that stand in runs taken from the earlier."""
    given: float
    """Share of the earlier text's words that the later one keeps."""
    run: int
    """Words of the longest stretch taken over."""
    whole: float
    """Share kept between the first and the last word taken over: what stands before and behind may be the page's."""


def wording(earlier: Body, later: Body) -> Wording:
    """Compare the words of two bodies in one language; between languages nothing is kept."""
    if earlier.language != later.language:
        return Wording(0.0, 0.0, 0, 0.0)
    kept, run, whole = _covered(later.words, earlier.runs)
    given, _, _ = _covered(earlier.words, later.runs)
    return Wording(kept, given, run, whole)


def _covered(words: tuple[str, ...], runs: frozenset[tuple[str, ...]]) -> tuple[float, int, float]:
    """Share of `words` in these runs, the longest such stretch, and the share between the first and the last run."""
    inside = longest = stretch = last = 0
    first = len(words)
    for at, run in enumerate(zip(words, words[1:], words[2:], words[3:], strict=False)):
        if run in runs:
            fresh = WORDS if at >= last else at + WORDS - last
            stretch = stretch + fresh if at <= last else fresh
            inside += fresh
            first = min(first, at)
            last = at + WORDS
            longest = max(longest, stretch)
    return inside / max(1, len(words)), longest, inside / max(1, last - first)
