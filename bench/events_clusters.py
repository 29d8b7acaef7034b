"""Reports of one happening: B³ and pair F1 of the event matcher, beside TF-IDF with agglomerative clustering. All texts
as one pile, and again each topic as a pile of its own, which is what a reporter brings."""

from collections.abc import Callable, Mapping, Sequence

from bench.events_reports import Scores, events, joined, print_worst, report, score
from bench.harness import Measured, Request, main
from secondsource.model.made import Grade

PEER = "TF-IDF + agglomerative, one threshold"
LEAST_PILE = 3
"""Reports of a topic that make a pile of their own."""
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
    texts = {record["id"]: record["text"] for record in records}
    topics = _topics([(record["id"], record.get("topic", record["event"])) for record in records])
    by_id = {one.id: one for one in reports}
    ours_alone = _alone(gold, topics, lambda ids: events([by_id[one] for one in ids]))
    peer_alone = _alone(gold, topics, lambda ids: _grouped({one: texts[one] for one in ids}))
    metric = "B3 F1, each topic its own pile"
    return [*rows, Measured("events", request.gold_name, metric, "rules", ours_alone or 0.0, peer_alone, PEER, command)]


def _topics(labelled: Sequence[tuple[str, str]]) -> list[list[str]]:
    """The reports of each topic that has enough of them; where gold has no topics, of each happening."""
    found: dict[str, list[str]] = {}
    for key, topic in labelled:
        found.setdefault(topic, []).append(key)
    return [keys for _, keys in sorted(found.items()) if len(keys) >= LEAST_PILE]


def _alone(
    gold: Mapping[str, str], topics: Sequence[Sequence[str]], group: Callable[[Sequence[str]], Mapping[str, str] | None]
) -> float | None:
    """B³ F1 over the reports of all topics, each grouped without the others; None where a peer is not installed."""
    answers: dict[str, tuple[int, str]] = {}
    for number, keys in enumerate(topics):
        found = group(keys)
        if found is None:
            return None
        answers |= {key: (number, found[key]) for key in keys}
    return score({key: gold[key] for key in answers}, answers).b_cubed


def _peer(texts: list[str], gold: dict[str, str]) -> Scores | None:
    found = _grouped(dict(zip(gold, texts, strict=True)))
    return score(gold, found) if found is not None else None


def _grouped(texts: Mapping[str, str]) -> dict[str, str] | None:
    """The peer's groups; None where it is not installed."""
    try:
        from sklearn.cluster import AgglomerativeClustering  # noqa: PLC0415  # a peer need not be installed
        from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415
    except ImportError:
        return None
    weighed = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(list(texts.values()))
    distances = (1 - (weighed @ weighed.T).toarray()).clip(0)
    method = AgglomerativeClustering(None, metric="precomputed", linkage="average", distance_threshold=PEER_DISTANCE)
    return dict(zip(texts, map(str, method.fit_predict(distances)), strict=True))


if __name__ == "__main__":
    main(measure, "events/giveme5w1h")
