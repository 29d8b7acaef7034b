"""The sparse matrix of a pile gives the sums that dictionaries give, row by row and pair by pair."""

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from secondsource.stage.matrix import Postings, likeliest, matrix

rows = st.lists(st.dictionaries(st.sampled_from("abcdef"), st.floats(0.1, 1.0), max_size=6), min_size=1, max_size=8)
kinds = st.sampled_from(["en", "de"])


def product(left: dict[str, float], right: dict[str, float]) -> float:
    return math.fsum(left[term] * right[term] for term in left.keys() & right.keys())


@given(rows)
def test_products_are_those_of_the_rows(given_rows: list[dict[str, float]]) -> None:
    pairs = [(one, other) for one in range(len(given_rows)) for other in range(len(given_rows))]
    left, right = (np.array(side, np.int64) for side in zip(*pairs, strict=True))
    products, shared = matrix(given_rows, [""] * len(given_rows)).products(left, right)
    for (one, other), found, count in zip(pairs, products.tolist(), shared.tolist(), strict=True):
        assert math.isclose(found, product(given_rows[one], given_rows[other]), abs_tol=1e-12)
        assert count == len(given_rows[one].keys() & given_rows[other].keys())


@given(rows, st.data())
def test_terms_of_two_kinds_never_meet(given_rows: list[dict[str, float]], data: st.DataObject) -> None:
    of_row = data.draw(st.lists(kinds, min_size=len(given_rows), max_size=len(given_rows)))
    table = Postings(matrix(given_rows, of_row), most=100)
    for at, row in enumerate(given_rows):
        for other, likeness in enumerate(table.likeness(at).tolist()):
            expected = product(row, given_rows[other]) if of_row[at] == of_row[other] else 0.0
            assert math.isclose(likeness, expected, abs_tol=1e-12)


@given(rows, st.integers(1, 6))
def test_the_heaviest_terms_are_kept(given_rows: list[dict[str, float]], most: int) -> None:
    table = matrix(given_rows, [""] * len(given_rows)).heaviest(most)
    for at, row in enumerate(given_rows):
        kept = sorted(table.weights[table.row(at)].tolist(), reverse=True)
        assert kept == sorted(row.values(), reverse=True)[:most]


def test_a_term_of_many_rows_is_left_out() -> None:
    rows = [{"common": 1.0, "rare": 1.0}, {"common": 1.0, "rare": 1.0}, {"common": 1.0}]
    table = Postings(matrix(rows, [""] * 3), most=2)
    assert table.likeness(0).tolist() == [1.0, 1.0, 0.0]


def test_the_likeliest_come_first_and_of_those_as_like_the_first_row() -> None:
    assert likeliest(1, np.array([0.5, 1.0, 0.7, 0.5, 0.1]), 0.2, 2).tolist() == [2, 0]
