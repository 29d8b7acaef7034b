"""Simple ways to compare two figures, to measure against. Each is given our reading of the figures."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from bench.agreement.gold import UNRELATED

_NEAR = 0.01
"""Values within a hundredth of each other are taken for one."""
_ALIKE = 0.2
"""Cosine likeness of two paragraphs from which they are taken to speak of one thing; the best of .1, .2 … .6 on the
development stories."""


class Reading(Struct, frozen=True):
    """A figure as a peer sees it."""

    value: float
    unit: str
    paragraph: str


Judge = Callable[[Reading, Reading], str]


def naive(_: Sequence[Reading]) -> Judge:
    """Same unit and values within a hundredth: same; same unit otherwise: conflict."""
    return _by_value


def _by_value(left: Reading, right: Reading) -> str:
    if left.unit != right.unit:
        return UNRELATED
    if left.value == right.value:
        return "same"
    near = abs(left.value - right.value) <= _NEAR * max(abs(left.value), abs(right.value))
    return "same-by-rounding" if near else "conflict"


def tf_idf(readings: Sequence[Reading]) -> Judge | None:
    """scikit-learn: paragraphs alike by TF-IDF of character n-grams speak of one thing; then by value."""
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415  peers are optional
    except ImportError:
        return None
    paragraphs = sorted({one.paragraph for one in readings})
    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True).fit_transform(paragraphs)
    likeness = (vectors @ vectors.T).toarray().tolist()
    at = {paragraph: index for index, paragraph in enumerate(paragraphs)}

    def judge(left: Reading, right: Reading) -> str:
        alike = likeness[at[left.paragraph]][at[right.paragraph]] >= _ALIKE
        return _by_value(left, right) if alike else UNRELATED

    return judge


PEERS: dict[str, Callable[[Sequence[Reading]], Judge | None]] = {"naive": naive, "TF-IDF": tf_idf}
