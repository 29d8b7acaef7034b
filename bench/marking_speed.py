"""Moments, figures and deeds together: articles a second of one core, beside spaCy's full pipeline on the same texts.

Our cost is that of the three markers alone, on documents already read, each given the marks of the markers before it
(credits, mentions, quotes). The peer runs every component of its English md model. Both are warm; the figure is a
ratio of articles per second, ours over the peer's, in one run.
"""

import time
from collections.abc import Callable, Sequence

from bench.events_reports import report
from bench.harness import Measured, Request, main
from secondsource.marking.actions.stage import MarkActions
from secondsource.marking.credits.stage import MarkCredits
from secondsource.marking.figures.stage import MarkFigures
from secondsource.marking.mentions.stage import MarkMentions
from secondsource.marking.moments.stage import MarkMoments
from secondsource.marking.quotes.stage import MarkQuotes
from secondsource.model.document import Document
from secondsource.model.pile import Marks
from secondsource.stage.contract import Marker

ARTICLES = 60
ROUNDS = 3
"""Each side is measured so often, and its best time counts: other work on the machine only ever slows."""
MEASURED = ("moments", "figures", "actions")
PLAN: tuple[Marker, ...] = (
    MarkCredits(), MarkMentions(), MarkMoments(), MarkQuotes(), MarkFigures(), MarkActions(),
)  # fmt: skip
Job = tuple[Marker, Document, Marks]


def jobs(documents: Sequence[Document]) -> list[Job]:
    """What each measured marker has to do: a document with the marks of the markers before it."""
    found: list[Job] = []
    for document in documents:
        marks = Marks()
        for marker in PLAN:
            if marker.name in MEASURED:
                found.append((marker, document, marks))
            marks = marks.plus(marker.mark(document, marks).marks)
    return found


def seconds(work: Sequence[Job]) -> dict[str, float]:
    """Processor time of each marker over all its jobs."""
    spent = dict.fromkeys(MEASURED, 0.0)
    for marker, document, marks in work:
        fresh = Marks(marks.all)  # what a marker looks up in the marks is its own cost
        start = time.process_time()
        marker.mark(document, fresh)
        spent[marker.name] += time.process_time() - start
    return spent


def peer(texts: Sequence[str]) -> Callable[[], float] | None:
    """The processor time that spaCy's full pipeline takes for the texts; None where it is not installed."""
    try:
        import spacy  # noqa: PLC0415  peers are optional

        from bench.peers import english  # noqa: PLC0415

        pipeline = english(spacy)
    except ImportError:
        return None

    def run() -> float:
        start = time.process_time()
        for text in texts:
            pipeline(text)
        return time.process_time() - start

    return run


def measure(request: Request) -> list[Measured]:
    """One ratio, and the share of each marker in our cost."""
    records = request.records()[:ARTICLES]
    documents = [report(one["id"], one["text"], one.get("published"), "en").document for one in records]
    work = jobs(documents)  # makes the tables ready, too
    best = min((seconds(work) for _ in range(ROUNDS)), key=lambda one: sum(one.values()))
    theirs = peer([one.text for one in documents])  # loaded only now: its many objects slow the collection of garbage
    peer_best = min(theirs() for _ in range(ROUNDS)) if theirs else 0.0
    ours = len(documents) / sum(best.values())
    letters = sum(len(one.text) for one in documents) / len(documents)
    each = ", ".join(f"{name} {1000 * best[name] / len(documents):.2f} ms" for name in MEASURED)
    print(f"{letters:.0f} characters an article: {each}")
    if peer_best:
        print(f"articles a second: ours {ours:.1f}, spaCy md {len(documents) / peer_best:.1f}")
    metric = "moments, figures, deeds: ratio of articles/s"
    ratio = ours * peer_best / len(documents)
    command = "python -m bench.marking_speed"
    name = "spaCy md, full pipeline" if theirs else None
    return [
        Measured("marking speed", request.gold_name, metric, "rules", ratio, 1.0 if theirs else None, name, command)
    ]


if __name__ == "__main__":
    main(measure, "events/giveme5w1h")
