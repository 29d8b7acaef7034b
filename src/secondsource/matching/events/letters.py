"""How alike headlines are letter by letter: runs of four and five letters, by their rarity in the pile.

Few words say a headline, and two languages share few words; but names, and words that languages have in common, share
most of their letters once all are written in Latin ones: "skateboard", "skateboarder", "скейтбордист".
"""

import math
from collections import Counter
from collections.abc import Mapping

import numpy

from secondsource.text.normalise import plain
from secondsource.text.tokens import written_words
from secondsource.text.transliterate import latin

from .compare import FEW, cosine

LENGTHS = (4, 5)
"""Letters of a run; the space before and behind a word counts as one."""
MOST = 80
"""Nearest headlines that each headline is compared with."""
LEAST = 0.05
"""Likeness below which a headline is no neighbour."""
APART = 4
"""Days beyond which likeness of letters alone proposes nothing."""


class Letters:
    """The headlines of a pile as unit vectors of their runs of letters."""

    def __init__(self, headlines: Mapping[str, str]) -> None:
        """`headlines` by their source. A run that one headline alone has tells nothing, and is left out."""
        counts = {source: _runs(headlines[source]) for source in sorted(headlines)}
        found_in = Counter(run for runs in counts.values() for run in runs)
        total = len(counts) + FEW.reports + 1
        rare = {run: math.log(total / (found + 0.5)) for run, found in found_in.items() if found > 1}
        self._vectors = {
            source: _unit(
                {run: (1.0 + math.log(count)) * rare[run] for run, count in sorted(runs.items()) if run in rare}
            )
            for source, runs in counts.items()
        }

    def likeness(self, left: str, right: str) -> float:
        """From 0 to 1."""
        return cosine(self._vectors[left], self._vectors[right])

    def candidates(self, days: Mapping[str, int | None]) -> list[tuple[str, str]]:
        """Pairs of headlines that are near in letters and not far in time, each pair in order, sorted."""
        sources = list(self._vectors)
        rows, weights = self._postings()
        when = numpy.array([numpy.nan if days[source] is None else days[source] for source in sources], dtype=float)
        pairs: set[tuple[int, int]] = set()
        for at, runs in enumerate(self._vectors.values()):
            if not runs:
                continue
            others = numpy.concatenate([rows[run] for run in runs])
            shares = numpy.concatenate([weight * weights[run] for run, weight in runs.items()])
            alike = numpy.bincount(others, shares, len(sources))
            near = numpy.flatnonzero((alike >= LEAST) & ~(numpy.abs(when - when[at]) > APART))
            best = near[numpy.argsort(-alike[near], kind="stable")][: MOST + 1].tolist()
            pairs.update((min(at, other), max(at, other)) for other in best if other != at)
        return [(sources[left], sources[right]) for left, right in sorted(pairs)]

    def _postings(self) -> tuple[dict[str, numpy.ndarray], dict[str, numpy.ndarray]]:
        rows: dict[str, list[int]] = {}
        weights: dict[str, list[float]] = {}
        for at, runs in enumerate(self._vectors.values()):
            for run, weight in runs.items():
                rows.setdefault(run, []).append(at)
                weights.setdefault(run, []).append(weight)
        return (
            {run: numpy.array(found) for run, found in rows.items()},
            {run: numpy.array(found) for run, found in weights.items()},
        )


def _runs(headline: str) -> Counter[str]:
    """The runs of letters of each word, with how often they stand."""
    found: Counter[str] = Counter()
    for word in written_words(latin(plain(headline))):
        spaced = f" {word} "
        for length in LENGTHS:
            found.update(spaced[at : at + length] for at in range(max(1, len(spaced) - length + 1)))
    return found


def _unit(weights: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(math.fsum([weight * weight for weight in weights.values()])) or 1.0
    return {run: weight / length for run, weight in weights.items()}
