"""How much of the very words of one text stands in another."""

from collections.abc import Iterable

from msgspec import Struct

from .keys import TAKEN, Body, runs_of

QUOTED = 3
"""Words in a row that count as kept inside direct speech."""
FEWEST_QUOTED, FEW_QUOTED = 4, 8
"""Words of a quote that is more than a word in marks, and of all quotes from which it can be told whether they were
kept."""


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
    for at, run in enumerate(runs_of(words)):
        if run in runs:
            fresh = TAKEN if at >= last else at + TAKEN - last
            stretch = stretch + fresh if at <= last else fresh
            inside += fresh
            first = min(first, at)
            last = at + TAKEN
            longest = max(longest, stretch)
    return inside / max(1, len(words)), longest, inside / max(1, last - first)


def quotes_kept(earlier: Iterable[Body], later: Body) -> float | None:
    """Share of the words of a text's direct speech that one of some texts of its language has in the same order; None
    where it quotes too little. Who retells a text lets the quotes stand, who brings one back from another language
    cannot."""
    text = later.marked.document.text
    quotes = [words for span in later.quotes if len(words := later.words_in(span.cut(text))) >= FEWEST_QUOTED]
    total = sum(map(len, quotes))
    if total < FEW_QUOTED:
        return None
    return max((_kept(quotes, one.words) / total for one in earlier), default=0.0)


def _kept(quotes: Iterable[tuple[str, ...]], told: tuple[str, ...]) -> int:
    """How many words of some quotes stand in runs that a text has."""
    runs = frozenset(runs_of(told, QUOTED))
    kept = 0
    for words in quotes:
        starts = [at for at, run in enumerate(runs_of(words, QUOTED)) if run in runs]
        kept += len({at + step for at in starts for step in range(QUOTED)})
    return kept
