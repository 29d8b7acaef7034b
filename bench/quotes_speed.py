"""What mentions and statements cost beside spaCy's full pipeline, on the same articles in the same run, one core.

Ours is the marking of documents that are already read: mentions, moments left out, then statements. The peer's is one
call of its pipeline on the same text. The figure is a ratio of articles a second; each side runs once to warm up.
"""

from collections.abc import Callable, Sequence
from time import process_time
from typing import Any

from bench.documents import document
from bench.harness import Measured, Request, main
from bench.peers import english
from secondsource.marking.mentions.stage import MarkMentions
from secondsource.marking.quotes.stage import MarkQuotes
from secondsource.model.pile import Marks

COMMAND = "python -m bench.quotes_speed"
ARTICLES = 40
"""Articles that are measured: enough for a steady ratio, few enough for the peer."""
ROUNDS = 3
"""Times ours is run, of which the fastest counts; the peer runs once."""


def measure(request: Request) -> Sequence[Measured]:
    """The ratio; without the peer ours alone would say nothing, and there is no row."""
    pipeline = _pipeline()
    if pipeline is None:
        return []
    texts = [record["text"] for record in request.records()[:ARTICLES]]
    documents = [document(str(at), text, "en").document for at, text in enumerate(texts)]
    mentions, quotes = MarkMentions(), MarkQuotes()

    def ours() -> None:
        for one in documents:
            found = Marks().plus(mentions.mark(one, Marks()).marks)
            quotes.mark(one, found)

    def theirs() -> None:
        for text in texts:
            pipeline(text)

    ours()
    pipeline(texts[0])
    fastest = min(_seconds(ours) for _ in range(ROUNDS))
    ratio = _seconds(theirs) / fastest
    return [
        Measured(
            "quotes speed",
            request.gold_name,
            "mentions and statements, ratio of articles/s",
            "rules",
            ratio,
            1.0,
            "spaCy md pipeline",
            COMMAND,
        )
    ]


def _seconds(run: Callable[[], None]) -> float:
    start = process_time()
    run()
    return process_time() - start


def _pipeline() -> Any | None:
    try:
        import spacy  # noqa: PLC0415

        return english(spacy)
    except ImportError:
        return None


if __name__ == "__main__":
    main(measure, "quotes/polnear_dev")
