"""Other tools on the copy pairs alone, each at the threshold that suits it best on the very stories scored."""

from collections.abc import Callable, Sequence
from itertools import combinations

from bench.lineage.gold import Story

Likeness = Callable[[Sequence[str]], list[list[float]]]


def minhash(texts: Sequence[str]) -> list[list[float]]:
    """datasketch: estimated Jaccard likeness of shingles of five words."""
    from datasketch import MinHash  # noqa: PLC0415  peers are optional

    sketches = []
    for text in texts:
        words = text.casefold().split()
        sketch = MinHash(num_perm=128)
        sketch.update_batch([" ".join(words[at : at + 5]).encode() for at in range(max(1, len(words) - 4))])
        sketches.append(sketch)
    return [[float(left.jaccard(right)) for right in sketches] for left in sketches]


def tf_idf(texts: Sequence[str]) -> list[list[float]]:
    """scikit-learn: cosine of TF-IDF vectors of character 3- to 5-grams, the best plain vector across languages."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415

    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True).fit_transform(texts)
    table: list[list[float]] = (vectors @ vectors.T).toarray().tolist()
    return table


def headline(texts: Sequence[str]) -> list[list[float]]:
    """rapidfuzz: token-set ratio of the first lines."""
    from rapidfuzz import fuzz  # noqa: PLC0415

    first = [next((line for line in text.splitlines() if line.strip()), "") for text in texts]
    return [[fuzz.token_set_ratio(left, right) / 100 for right in first] for left in first]


PEERS: dict[str, Likeness] = {"MinHash": minhash, "TF-IDF": tf_idf, "headline": headline}


def peer(stories: Sequence[Story], likeness: Likeness) -> tuple[float, float, float, float] | None:
    """Threshold, precision, recall and F1 of a peer's copy pairs at its best threshold; None where not installed."""
    scored: list[tuple[float, bool]] = []
    for story in stories:
        keys = sorted(story.texts)
        try:
            table = likeness([story.texts[key] for key in keys])
        except ImportError:
            return None
        gold, ignored = story.gold_pairs(), story.ignored()
        for left, right in combinations(range(len(keys)), 2):
            pair = frozenset((keys[left], keys[right]))
            if pair not in ignored:
                scored.append((table[left][right], pair in gold))
    best = (0.0, 0.0, 0.0, 0.0)
    total, hit = sum(same for _, same in scored), 0
    ranked = sorted(scored, reverse=True)
    for count, (score, same) in enumerate(ranked, 1):
        hit += same
        last_of_its_score = count == len(ranked) or ranked[count][0] != score
        f1 = 2 * hit / (count + total)
        if last_of_its_score and f1 > best[3]:
            best = (score, hit / count, hit / total, f1)
    return best
