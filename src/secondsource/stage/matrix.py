"""What all things of a pile are weighed by, as one sparse matrix: who shares heavy terms with whom is found, and
thousands of pairs are compared, in a few sums."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import chain, count, pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

IntArray = npt.NDArray[np.int64]
FloatArray = npt.NDArray[np.float64]


class Matrix(NamedTuple):
    """A row for each thing, a column for each term, and only what is not 0: row `i` has the entries from `bounds[i]`
    to before `bounds[i + 1]`."""

    bounds: IntArray
    columns: IntArray
    weights: FloatArray
    width: int

    def row(self, at: int) -> slice:
        """The entries of one row."""
        return slice(self.bounds[at], self.bounds[at + 1])

    def rows(self, rows: IntArray) -> tuple[IntArray, IntArray]:
        """The entries of these rows, one row behind the other, and by the places in `rows` whose they are."""
        starts, lengths = self.bounds[rows], self.bounds[rows + 1] - self.bounds[rows]
        before = np.cumsum(lengths) - lengths
        whose = np.repeat(np.arange(len(rows)), lengths)
        return np.arange(len(whose)) + (starts - before)[whose], whose

    def heaviest(self, most: int) -> "Matrix":
        """The same with at most so many terms of each row, the heaviest; of terms as heavy, the first of the pile."""
        of_row = np.repeat(np.arange(len(self.bounds) - 1), np.diff(self.bounds))
        order = np.lexsort((self.columns, -self.weights, of_row))
        kept = np.sort(order[np.arange(len(order)) - self.bounds[of_row] < most])
        return Matrix(
            _bounds(np.minimum(np.diff(self.bounds), most)), self.columns[kept], self.weights[kept], self.width
        )

    def by_column(self, most: int) -> "Matrix":
        """Rows for the columns and columns for the rows, without those that more than `most` rows have."""
        of_row = np.repeat(np.arange(len(self.bounds) - 1), np.diff(self.bounds))
        lengths = np.bincount(self.columns, minlength=self.width)
        lengths[lengths > most] = 0
        order = np.argsort(self.columns, kind="stable")
        order = order[lengths[self.columns[order]] > 0]
        return Matrix(_bounds(lengths), of_row[order], self.weights[order], len(self.bounds) - 1)

    def products(self, left: IntArray, right: IntArray) -> tuple[FloatArray, IntArray]:
        """The products of pairs of rows, and how many columns each pair shares. `left` is in order: each of its rows is
        written out once for all its pairs."""
        products, shared = np.zeros(len(left)), np.zeros(len(left), np.int64)
        written = np.zeros(self.width)
        for start, end in pairwise(np.flatnonzero(np.diff(left, prepend=-1, append=-1)).tolist()):
            own = self.row(left[start])
            written[self.columns[own]] = self.weights[own]
            entries, whose = self.rows(right[start:end])
            met = written[self.columns[entries]]
            products[start:end] = np.bincount(whose, met * self.weights[entries], end - start)
            shared[start:end] = np.bincount(whose[met != 0], minlength=end - start)
            written[self.columns[own]] = 0.0
        return products, shared


class Postings:
    """The heaviest terms of each row, and for each of them the rows that have it."""

    def __init__(self, heaviest: Matrix, most: int) -> None:
        """A term of more rows than `most` is left out: it says nothing, and its postings are the longest."""
        self._of_row = heaviest
        self._of_term = heaviest.by_column(most)

    def likeness(self, at: int) -> FloatArray:
        """How alike each row is to this one by these terms."""
        own = self._of_row.row(at)
        entries, whose = self._of_term.rows(self._of_row.columns[own])
        shares = self._of_term.weights[entries] * self._of_row.weights[own][whose]
        return np.bincount(self._of_term.columns[entries], shares, self._of_term.width)


def likeliest(at: int, likeness: FloatArray, least: float, most: int) -> IntArray:
    """The rows that are likest to a row, at least so much and at most so many; of those as like, the first."""
    near = np.flatnonzero(likeness >= least)
    near = near[near != at]
    best: IntArray = near[np.argsort(-likeness[near], kind="stable")[:most]]
    return best


def matrix(rows: Sequence[Mapping[str, float]], kinds: Iterable[Hashable]) -> Matrix:
    """The matrix of these rows. A term of rows of two kinds, such as languages, has two columns.

    Columns are numbered in order of the rows, so that the same rows give the same sums to the last bit.
    """
    number = count()
    numbers: dict[Hashable, dict[str, int]] = defaultdict(lambda: defaultdict(number.__next__))
    lengths = np.fromiter(map(len, rows), np.int64, len(rows))
    total = int(lengths.sum())
    named = chain.from_iterable(map(numbers[kind].__getitem__, row) for row, kind in zip(rows, kinds, strict=True))
    columns = np.fromiter(named, np.int64, total)
    weights = np.fromiter(chain.from_iterable(row.values() for row in rows), np.float64, total)
    return Matrix(_bounds(lengths), columns, weights, next(number))


def _bounds(lengths: IntArray) -> IntArray:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)])
