"""Copies against independent reports: versions of one article (trimmed, reordered, mixed) and same-event reports.

Positives are pairs of English versions of one WMT21 article, one of the two altered. Negatives are pairs of articles
that
giveme5w1h files under one event, and pairs of different WMT21 articles. A same-event pair that shares half of the
shorter
text's word 5-grams is a real copy and is left out of the negatives.
"""

from itertools import combinations, pairwise

from bench.documents import document, mixed, reordered, trimmed
from bench.harness import DATA, Measured, Request, main
from bench.peers import shingles
from secondsource.matching.copies.compare import Comparison, compare
from secondsource.matching.copies.decide import Standing, standing
from secondsource.matching.copies.keys import Body, body_of
from secondsource.stage.settings import CopySettings
from secondsource.text.similarity import containment, jaccard

LEAST_SEGMENTS = 4


class _Scored:
    """Pairs with a gold label, our decision and score, and a peer's score."""

    def __init__(self) -> None:
        self.rows: list[tuple[bool, bool, float, float, Comparison]] = []

    def add(self, left: Body, right: Body, gold: bool) -> None:
        comparison = compare(left, right)
        peer = jaccard(frozenset(shingles(list(left.words), 3)), frozenset(shingles(list(right.words), 3)))
        self.rows.append(
            (
                gold,
                standing(comparison, CopySettings().least_score) is Standing.COPY,
                comparison.score,
                peer,
                comparison,
            )
        )


def f1(pairs: list[tuple[bool, bool]]) -> float:
    """F1 of (gold, said) pairs."""
    hit = sum(gold and said for gold, said in pairs)
    return 2 * hit / (sum(gold for gold, _ in pairs) + sum(said for _, said in pairs)) if hit else 0.0


def auc(scored: list[tuple[bool, float]]) -> float:
    """Area under the ROC curve by ranks, ties counted half."""
    ordered = sorted(scored, key=lambda row: row[1])
    ranks, at = 0.0, 0
    while at < len(ordered):
        end = at
        while end < len(ordered) and ordered[end][1] == ordered[at][1]:
            end += 1
        ranks += sum(gold for gold, _ in ordered[at:end]) * (at + 1 + end) / 2
        at = end
    good = sum(gold for gold, _ in ordered)
    bad = len(ordered) - good
    return (ranks - good * (good + 1) / 2) / (good * bad)


def _body(key: str, text: str, language: str = "en") -> Body:
    return body_of(document(key, text, language))


def measure(request: Request) -> list[Measured]:
    """Pair F1 and AUC of the product's own comparison, beside word 3-gram Jaccard at .7."""
    articles: dict[str, list[str]] = {}
    for record in request.records():
        if record["lang"] == "en" and record["kind"] != "src" and record["nseg"] >= LEAST_SEGMENTS:
            articles.setdefault(f"{record['file']} {record['docid']}", []).append(record["text"])
    scored = _Scored()
    firsts: list[Body] = []
    for number, (key, versions) in enumerate(sorted(articles.items())):
        first = versions[0]
        firsts.append(_body(key, first))
        for at, other in enumerate(versions[1:6]):
            altered = (trimmed(other, "en"), reordered(other, "en"), mixed(other, versions[-1], "en"), other)[
                (at + number) % 4
            ]
            scored.add(firsts[-1], _body(f"{key} {at}", altered), True)
    for left, right in pairwise(firsts):
        scored.add(left, right, False)
    for left, right in same_event_pairs():
        if containment(left.shingles, right.shingles) < 0.5:
            scored.add(left, right, False)
    _print_worst(scored, request.worst)
    command, gold = "python -m bench.copies_wmt21", request.gold_name
    rows = scored.rows
    return [
        Measured(
            "copies",
            gold,
            "pair F1",
            "rules",
            f1([(g, s) for g, s, *_ in rows]),
            f1([(g, p >= 0.7) for g, _, _, p, _ in rows]),
            "word 3-gram Jaccard",
            command,
        ),
        Measured(
            "copies",
            gold,
            "AUC",
            "rules",
            auc([(g, s) for g, _, s, *_ in rows]),
            auc([(g, p) for g, _, _, p, _ in rows]),
            "word 3-gram Jaccard",
            command,
        ),
    ]


def same_event_pairs() -> list[tuple[Body, Body]]:
    """Pairs of giveme5w1h articles on one event."""
    events: dict[str, list[Body]] = {}
    for record in Request(DATA / "events" / "giveme5w1h.jsonl.gz", 0).records():
        events.setdefault(str(record["event_id"]), []).append(_body(record["id"], record["text"]))
    return [pair for _, bodies in sorted(events.items()) for pair in combinations(bodies[:6], 2)]


def _print_worst(scored: _Scored, worst: int) -> None:
    wrong = [row for row in scored.rows if row[0] != row[1]]
    wrong.sort(key=lambda row: row[2] if row[0] else 1 - row[2])
    for gold, _, score, _, comparison in wrong[:worst]:
        print(f"--- gold {'copy' if gold else 'independent'}, score {score}", *comparison.features, sep="\n    ")
        for body in (comparison.left, comparison.right):
            print(f"    {body.source}: {' '.join(body.words)[:300]}")


if __name__ == "__main__":
    main(measure, "copies/wmt21")
