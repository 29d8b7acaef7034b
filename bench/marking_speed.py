"""Moments, figures and deeds together: articles a second of one core, beside spaCy's full pipeline on the same texts.

Our cost is that of the three markers alone, on documents already read, each given the marks of the markers before it
(credits, mentions, quotes). The peer runs every component of its English md model. Both are warm; the figure is a
ratio of articles per second, ours over the peer's, in one run.
"""

from collections.abc import Sequence
from functools import partial

from bench.events_reports import report
from bench.harness import Measured, Request, main
from bench.quickest import quickest
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
PEER_ROUNDS = 3
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
    """Processor time of each marker over all its jobs; what it looks up in the marks is its own cost."""
    times = quickest([partial(_mark, *job) for job in work])
    spent = dict.fromkeys(MEASURED, 0.0)
    for (marker, _, _), time in zip(work, times, strict=True):
        spent[marker.name] += time
    return spent


def _mark(marker: Marker, document: Document, marks: Marks) -> None:
    marker.mark(document, Marks(marks.all))


def peer(texts: Sequence[str]) -> float | None:
    """The processor time that spaCy's full pipeline takes for the texts; None where it is not installed."""
    try:
        import spacy  # noqa: PLC0415  peers are optional

        from bench.peers import english  # noqa: PLC0415

        pipeline = english(spacy)
    except ImportError:
        return None
    return sum(quickest([partial(pipeline, text) for text in texts], PEER_ROUNDS))


def measure(request: Request) -> list[Measured]:
    """One ratio, and the share of each marker in our cost."""
    records = request.records()[:ARTICLES]
    documents = [report(one["id"], one["text"], one.get("published"), "en").document for one in records]
    work = jobs(documents)  # makes the tables ready, too
    best = seconds(work)
    theirs = peer([one.text for one in documents])  # loaded only now: its many objects slow the collection of garbage
    ours = len(documents) / sum(best.values())
    letters = sum(len(one.text) for one in documents) / len(documents)
    each = ", ".join(f"{name} {1000 * best[name] / len(documents):.2f} ms" for name in MEASURED)
    print(f"{letters:.0f} characters an article: {each}")
    if theirs:
        print(f"articles a second: ours {ours:.1f}, spaCy md {len(documents) / theirs:.1f}")
    metric = "moments, figures, deeds: ratio of articles/s"
    ratio = ours * (theirs or 0.0) / len(documents)
    command = "python -m bench.marking_speed"
    name = "spaCy md, full pipeline" if theirs else None
    return [
        Measured("marking speed", request.gold_name, metric, "rules", ratio, 1.0 if theirs else None, name, command)
    ]


if __name__ == "__main__":
    main(measure, "events/giveme5w1h")
