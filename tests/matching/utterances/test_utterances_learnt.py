"""The weights by which the models grade decides what is one remark: few, readable, and each of a feature."""

from itertools import product

import pytest

from secondsource.matching.utterances.compare import Comparison, compare
from secondsource.matching.utterances.meaning import Proposed, chance_of, features, learnt_weights
from secondsource.matching.utterances.said import said
from secondsource.matching.utterances.weights import weights
from tests.matching.utterances.utterances_helpers import Report, pile_of

MAYOR = "Ines Dahl"


def pair(one: str, other: str) -> Comparison:
    """Two remarks of one speaker in two reports, compared."""
    reports = Report("a", [(MAYOR, one)]), Report("b", [(MAYOR, other)])
    first, second = said(pile_of(*reports))
    return compare(first, second, weights([first, second]))


FERRY = pair(
    "The ferry will stay in port until the hull is mended.", "Until its hull is mended, that ferry stays in port."
)


def test_every_weight_is_of_a_feature_and_every_feature_is_weighed() -> None:
    assert list(learnt_weights().weights) == list(features(Proposed(FERRY, 0.5)))


def test_the_file_names_the_stories_that_it_was_learnt_from() -> None:
    assert len(learnt_weights().stories) > 20


@pytest.mark.parametrize(("likeness", "words"), list(product((0.0, 0.5, 1.0), repeat=2)))
def test_a_chance_lies_between_nothing_and_certainty(likeness: float, words: float) -> None:
    told = features(Proposed(FERRY, likeness)) | {"words found again": words}
    assert 0.0 < chance_of(told, learnt_weights()) < 1.0


def test_what_lies_nearer_in_meaning_is_likelier_one_remark() -> None:
    far, near = (chance_of(features(Proposed(FERRY, likeness)), learnt_weights()) for likeness in (0.2, 0.9))
    assert far < near


def test_what_shares_more_words_is_likelier_one_remark() -> None:
    told = features(Proposed(FERRY, 0.5))
    few, many = (chance_of(told | {"words found again": share}, learnt_weights()) for share in (0.1, 0.9))
    assert few < many
