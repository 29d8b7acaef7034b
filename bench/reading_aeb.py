"""Body text of article pages: F1 over 4-word shingles, as the Article Extraction Benchmark defines it; peer
trafilatura, with pages per second of both."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from bench.harness import Measured, Request, main
from bench.reading_bodies import ours, print_worst, rows, run, trafilatura_body, words


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """4-word shingles with their counts; a shorter text is one shingle."""
    tokens = words(text)
    return Counter(tuple(tokens[at : at + 4]) for at in range(max(1, len(tokens) - 3)))


def counts(gold: str, found: str) -> tuple[float, float, float]:
    """True positives, false positives and false negatives of one page, as shares of their sum."""
    left, right = shingles(gold), shingles(found)
    shared = sum((left & right).values())
    extra, missed = sum(right.values()) - shared, sum(left.values()) - shared
    total = shared + extra + missed
    return shared / total, extra / total, missed / total


def precision_and_recall(triple: tuple[float, float, float]) -> tuple[float, float]:
    """Of one page; both 1 where nothing is wrong, both 0 where nothing is right."""
    shared, extra, missed = triple
    if extra == missed == 0:
        return 1.0, 1.0
    if shared == 0:
        return 0.0, 0.0
    return shared / (shared + extra), shared / (shared + missed)


def f1(pairs: Iterable[tuple[str, str]]) -> float:
    """Harmonic mean of the mean precision and the mean recall over all pages."""
    scores = [precision_and_recall(counts(gold, found)) for gold, found in pairs]
    precision = sum(score[0] for score in scores) / len(scores)
    recall = sum(score[1] for score in scores) / len(scores)
    return 2 * precision * recall / (precision + recall)


def page_f1(gold: str, found: str) -> float:
    """Of one page, to sort the worst."""
    precision, recall = precision_and_recall(counts(gold, found))
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def measure(request: Request) -> Sequence[Measured]:
    """The figures of one gold file."""
    records: list[dict[str, Any]] = request.records()
    mine, peer = run((ours, trafilatura_body), records)
    assert mine is not None
    print_worst(request, records, mine, page_f1)
    golds = [record["body"] for record in records]
    scores = (f1(zip(golds, mine.texts, strict=True)), f1(zip(golds, peer.texts, strict=True)) if peer else None)
    return rows(request, "shingle F1 (AEB)", scores, (mine, peer), "python -m bench.reading_aeb")


if __name__ == "__main__":
    main(measure, "reading/aeb")
