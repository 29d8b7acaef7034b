"""Reports of one happening: B³ and pair F1 of the event matcher, beside TF-IDF with agglomerative clustering."""

from collections.abc import Sequence

from bench.events_reports import Scores, events, joined, print_worst, report, score
from bench.harness import Measured, Request, main
from secondsource.model.made import Grade

PEER = "TF-IDF + agglomerative, one threshold"
PEER_DISTANCE = 0.84
"""The peer's one threshold for both sets: the best mean of its four figures on them."""


def measure(request: Request) -> Sequence[Measured]:
    """Every text of the gold as one pile; the same setting for every gold file."""
    records = request.records()
    for record in records:
        record["text"] = joined(record["text"]) if "``" in record["text"] or " ," in record["text"] else record["text"]
    gold = {record["id"]: record["event"] for record in records}
    reports = [report(record["id"], record["text"], record.get("date"), "en") for record in records]
    graded = {grade: found for grade in Grade if (found := events(reports, grade)) is not None}
    if request.worst:
        print_worst(records, "event", graded[Grade.RULES], request.worst)
    peer = _peer([record["text"] for record in records], gold)
    command = "python -m bench.events_clusters"
    if request.gold_name != "events/giveme5w1h":
        command += f" --gold {request.gold_name}"
    rows = []
    for grade, found in graded.items():
        ours = score(gold, found)
        for metric, mine, its in (
            ("B3 F1", ours.b_cubed, peer.b_cubed if peer else None),
            ("pair F1", ours.pairs, peer.pairs if peer else None),
        ):
            rows.append(Measured("events", request.gold_name, metric, grade.value, mine, its, PEER, command))
    return rows


def _peer(texts: list[str], gold: dict[str, str]) -> Scores | None:
    try:
        from sklearn.cluster import AgglomerativeClustering  # noqa: PLC0415  # a peer need not be installed
        from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415
    except ImportError:
        return None
    weighed = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
    distances = (1 - (weighed @ weighed.T).toarray()).clip(0)
    method = AgglomerativeClustering(None, metric="precomputed", linkage="average", distance_threshold=PEER_DISTANCE)
    return score(gold, dict(zip(gold, map(str, method.fit_predict(distances)), strict=True)))


if __name__ == "__main__":
    main(measure, "events/giveme5w1h")
