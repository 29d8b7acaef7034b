"""Grouping: order never matters, judgements hold, what must stay apart stays apart."""

import random

from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.judgement import Judgement, Verdict
from secondsource.stage.grouping import Pair, components

ITEMS = list("abcdefgh")
pairs = st.lists(st.builds(Pair, st.floats(0, 1), st.sampled_from(ITEMS), st.sampled_from(ITEMS)), max_size=20)


@given(pairs, st.randoms(use_true_random=False))
def test_the_order_of_pairs_never_matters(given_pairs: list[Pair], chance: random.Random) -> None:
    shuffled = given_pairs.copy()
    chance.shuffle(shuffled)
    assert components(ITEMS, given_pairs) == components(ITEMS[::-1], shuffled)


@given(pairs)
def test_every_item_is_in_exactly_one_group(given_pairs: list[Pair]) -> None:
    assert sorted(item for group in components(ITEMS, given_pairs) for item in group) == ITEMS


@given(pairs, st.sampled_from(ITEMS), st.sampled_from(ITEMS))
def test_a_judgement_is_stronger_than_any_pair(given_pairs: list[Pair], left: str, right: str) -> None:
    if left == right:
        return
    apart = components(ITEMS, given_pairs, [Judgement(left, right, Verdict.DIFFERENT)])
    together = components(ITEMS, given_pairs, [Judgement(left, right, Verdict.SAME)])
    unsure = components(ITEMS, given_pairs, [Judgement(left, right, Verdict.UNSURE)])
    assert not any(left in group and right in group for group in apart)
    assert any(left in group and right in group for group in together)
    assert unsure == components(ITEMS, given_pairs)


@given(pairs)
def test_what_must_never_join_never_joins(given_pairs: list[Pair]) -> None:
    never = [("a", "b"), ("c", "d")]
    for group in components(ITEMS, given_pairs, never=never):
        assert not {"a", "b"} <= set(group)
        assert not {"c", "d"} <= set(group)


def test_the_stronger_pair_wins_where_both_cannot_hold() -> None:
    weak, strong = Pair(0.6, "a", "b"), Pair(0.9, "b", "c")
    assert components(["a", "b", "c"], [weak, strong], never=[("a", "c")]) == [("a",), ("b", "c")]


@given(pairs, st.lists(st.tuples(st.sampled_from(ITEMS), st.sampled_from(ITEMS))))
def test_what_nothing_joins_needs_no_keeping_apart(given_pairs: list[Pair], never: list[tuple[str, str]]) -> None:
    items = [*ITEMS, "z"]
    alone = [("z", item) for item in ITEMS]
    assert components(items, given_pairs, never=never) == components(items, given_pairs, never=[*never, *alone])
