"""Copies across languages: WMT21 articles against human translations, found among all articles of the language pair.

Metric: F1 of the pairs that the product's own candidate search and decision call copies. Peer: cosine of TF-IDF over
character 3- to 5-grams, each source article paired with its nearest translation.
"""

from bench.copies_wmt21 import LEAST_SEGMENTS, f1
from bench.documents import document
from bench.harness import Measured, Request, main
from secondsource.matching.copies.stage import copies
from secondsource.model.pile import MarkedDocument, Pile
from secondsource.stage.settings import CopySettings

Decided = list[tuple[bool, bool]]
PAIRS = ("de-fr", "fr-de", "ru-en", "is-en")
MOST = 120
"""Articles of a language pair; every source is held against every translation."""


def _articles(request: Request, pair: str) -> dict[str, tuple[str, str]]:
    """Source and first translation of each article that has both."""
    source, target = pair.split("-")
    texts: dict[str, dict[str, str]] = {}
    for record in request.records():
        if record["file"].split(".")[1] != pair or record["nseg"] < LEAST_SEGMENTS:
            continue
        if record["kind"] == "src" or record["lang"] == target:
            texts.setdefault(record["docid"], {}).setdefault(
                source if record["kind"] == "src" else target, record["text"]
            )
    both = {key: (found[source], found[target]) for key, found in sorted(texts.items()) if len(found) == 2}
    return dict(list(both.items())[:MOST])


def _peer(articles: dict[str, tuple[str, str]]) -> float | None:
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415  peers are optional
    except ImportError:
        return None
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5))
    vectors = vectorizer.fit_transform([text for pair in articles.values() for text in pair])
    nearest = (vectors[0::2] @ vectors[1::2].T).argmax(axis=1)
    right = sum(int(place) == at for at, place in enumerate(nearest.A1 if hasattr(nearest, "A1") else nearest))
    return right / len(articles)


def measure(request: Request) -> list[Measured]:
    """Pair F1 for each language pair."""
    rows: list[Measured] = []
    for pair in PAIRS:
        articles = _articles(request, pair)
        if not articles:
            continue
        source, target = pair.split("-")
        documents = [
            document(f"{key} {language}", text, language)
            for key, texts in articles.items()
            for language, text in zip((source, target), texts, strict=True)
        ]
        scored = _decide(documents, list(articles), (source, target), request.worst)
        rows.append(
            Measured(
                "copies across languages",
                request.gold_name,
                f"{pair} pair F1",
                "rules",
                f1(scored),
                _peer(articles),
                "char TF-IDF, nearest",
                "python -m bench.copies_translations",
            )
        )
    return rows


def _decide(documents: list[MarkedDocument], keys: list[str], languages: tuple[str, str], worst: int) -> Decided:
    found = copies(Pile(tuple(documents)), CopySettings()).copied
    scored: Decided = []
    for key in keys:
        for other in keys:
            pair = frozenset((f"{key} {languages[0]}", f"{other} {languages[1]}"))
            scored.append((key == other, pair in found))
            if (pair in found) != (key == other) and worst > 0:
                worst -= 1
                print(f"--- {sorted(pair)} gold {key == other}, score {found[pair].score if pair in found else 0}")
    return scored


if __name__ == "__main__":
    main(measure, "copies/wmt21")
