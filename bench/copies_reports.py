"""Copies among real reports: pairs of one pile that were judged by reading both, many of them of one event.

The texts are SemEval-2022 task 8's; the verdicts are ours (`bench/copies_judged.tsv`). Only pairs that some version of
the rules took for copies, or nearly, were read: the figures tell how a change of the rules fares, not how often a pair
of reports is a copy. Peer: cosine of TF-IDF over character 3- to 5-grams at the threshold that suits it best on these
very pairs.
"""

from pathlib import Path

from bench.copies_wmt21 import f1
from bench.harness import Measured, Request, main
from secondsource.matching.copies.stage import copies, groups
from secondsource.model.pile import MarkedDocument, Marks, Pile
from secondsource.model.source import RawSource
from secondsource.plan import MarkOne, ReadOne
from secondsource.stage.settings import Settings

JUDGED = Path(__file__).parent / "copies_judged.tsv"


def judged() -> list[tuple[str, str, bool]]:
    """The judged pairs: two texts by their keys, and whether one is made from the other."""
    lines = (line.split("\t") for line in JUDGED.read_text(encoding="utf-8").splitlines() if line[:1] != "#")
    return [(left, right, verdict == "copy") for left, right, verdict in lines]


def measure(request: Request) -> list[Measured]:
    """Precision, recall and F1 over the judged pairs, as the whole plan reads, marks and groups the texts."""
    records = enumerate(request.records())
    texts = {f"{number}:{side}": record[f"text{side}"] for number, record in records for side in "12"}
    pairs = [(left, right, gold) for left, right, gold in judged() if left in texts and right in texts]
    if not pairs:
        return []
    together = _families({key: texts[key] for pair in pairs for key in pair[:2]})
    said = [(gold, bool(together.get(left, set()) & together.get(right, set()))) for left, right, gold in pairs]
    for (left, right, _), (gold, found) in zip(pairs, said, strict=True):
        if gold != found and request.worst > 0:
            print(f"--- {left} {right}: judged {'copy' if gold else 'apart'}")
    hits = sum(gold and found for gold, found in said)
    ours = {
        "judged pairs: precision": hits / max(1, sum(found for _, found in said)),
        "judged pairs: recall": hits / sum(gold for gold, _ in said),
        "judged pairs: F1": f1(said),
    }
    peer = _peer(pairs, texts)
    return [
        Measured(
            "copies among reports",
            request.gold_name,
            metric,
            "rules",
            value,
            peer if metric.endswith("F1") else None,
            "char TF-IDF, best threshold",
            "python -m bench.copies_reports",
        )
        for metric, value in ours.items()
    ]


def _families(texts: dict[str, str]) -> dict[str, set[int]]:
    """The families of each text."""
    settings = Settings()
    read, mark = ReadOne(settings), MarkOne(settings)
    documents: list[MarkedDocument] = []
    for key, text in sorted(texts.items()):
        document = read(RawSource(key, key, key, None, key, "text/plain", text.encode())).document
        if document is not None:
            documents.append(MarkedDocument(document, Marks(mark(document).marks)))
    pile = Pile(tuple(documents))
    found: dict[str, set[int]] = {}
    for number, members in enumerate(groups(pile, copies(pile, settings.copies)).groups):
        for member in members:
            found.setdefault(member, set()).add(number)
    return found


def _peer(pairs: list[tuple[str, str, bool]], texts: dict[str, str]) -> float | None:
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415  peers are optional
    except ImportError:
        return None
    keys = sorted({key for pair in pairs for key in pair[:2]})
    row = {key: at for at, key in enumerate(keys)}
    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5)).fit_transform([texts[key] for key in keys])
    likeness = [(gold, float(vectors[row[left]].multiply(vectors[row[right]]).sum())) for left, right, gold in pairs]
    return max(f1([(gold, value >= bar) for gold, value in likeness]) for _, bar in likeness)


if __name__ == "__main__":
    main(measure, "likeness/semeval22_training")
