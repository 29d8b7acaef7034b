"""What mentions and statements cost beside spaCy's full pipeline, on the same articles in the same run, one core.

Ours is the marking of documents that are already read: mentions, moments left out, then statements. The peer's is one
call of its pipeline on the same text. The figure is a ratio of articles a second, each article at its quickest of
several rounds.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from bench.documents import document
from bench.harness import Measured, Request, main
from bench.peers import english
from bench.quickest import quickest
from bench.quotes_polnear import graded
from secondsource.marking.mentions.stage import MarkMentions
from secondsource.marking.quotes.stage import MarkQuotes
from secondsource.model.document import Document
from secondsource.model.pile import Marks

COMMAND = "python -m bench.quotes_speed"
ARTICLES = 40
"""Articles that are measured: enough for a steady ratio, few enough for the peer."""
PEER_ROUNDS = 3


def measure(request: Request) -> Sequence[Measured]:
    """The ratio; without the peer ours alone would say nothing, and there is no row."""
    texts = [record["text"] for record in request.records()[:ARTICLES]]
    documents = [document(str(at), text, "en").document for at, text in enumerate(texts)]
    spent = {
        grade: sum(quickest([partial(_marked, quotes, one) for one in documents])) for grade, quotes in graded(request)
    }
    pipeline = _pipeline()  # loaded only now: its many objects slow the collection of garbage
    if pipeline is None:
        return []
    theirs = sum(quickest([partial(pipeline, text) for text in texts], PEER_ROUNDS))
    rows: list[Measured] = []
    for grade, seconds in spent.items():
        print(f"{grade}: {1000 * seconds / len(texts):.2f} ms an article, the peer {1000 * theirs / len(texts):.1f} ms")
        metric = "mentions and statements, ratio of articles/s"
        ratio = theirs / seconds
        rows.append(
            Measured("quotes speed", request.gold_name, metric, grade, ratio, 1.0, "spaCy md pipeline", COMMAND)
        )
    return rows


def _marked(quotes: MarkQuotes, document: Document) -> None:
    """Mentions and statements of a document."""
    quotes.mark(document, Marks().plus(MarkMentions().mark(document, Marks()).marks))


def _pipeline() -> Any | None:
    try:
        import spacy  # noqa: PLC0415

        return english(spacy)
    except ImportError:
        return None


if __name__ == "__main__":
    main(measure, "quotes/polnear_dev")
