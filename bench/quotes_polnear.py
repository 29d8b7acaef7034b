"""Statements on PolNeAR: content and source together, content tokens, direct quotes with their speakers."""

import re
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from bench.documents import document as made
from bench.harness import Measured, Request, main
from bench.quotes_table import Attribution, Table, kind_of
from secondsource.errors import ModelError
from secondsource.language.parsing import english
from secondsource.marking.mentions.stage import MarkMentions
from secondsource.marking.moments.stage import MarkMoments
from secondsource.marking.quotes.stage import MarkQuotes
from secondsource.model.document import Document
from secondsource.model.mark import AnyMark, Statement, StatementKind
from secondsource.model.pile import Marks
from secondsource.stage.contract import Marker

COMMAND = "python -m bench.quotes_polnear"
_TOKEN = re.compile(r"\w+|[^\w\s]")
_OPENING = ('"', "“", "‘", "''", "'", "``", "«", "„")
_CLOSING = ('"', "”", "’", "''", "'", "»", "“")
_GAP = re.compile(r"[\s,.;:!?\"“”'‘’–—-]*")

Tokens = frozenset[int]
Found = tuple[list[tuple[int, int]], list[tuple[int, int]], bool]
RULES = MarkQuotes()


class Scores:
    """Counts over documents."""

    def __init__(self) -> None:
        self.counts: dict[str, list[int]] = {}
        self.worst: list[tuple[float, str]] = []
        self.table = Table()

    def add(self, name: str, right: int, given: int, wanted: int) -> None:
        """Add to one figure."""
        row = self.counts.setdefault(name, [0, 0, 0])
        for at, value in enumerate((right, given, wanted)):
            row[at] += value

    def f1(self, name: str) -> float:
        """Twice the right ones over given and wanted."""
        right, given, wanted = self.counts.get(name, [0, 0, 0])
        return 2 * right / (given + wanted) if given + wanted else 0.0

    def share(self, name: str) -> float:
        """Right over given."""
        right, given, _ = self.counts.get(name, [0, 0, 0])
        return right / given if given else 0.0


def document_of(text: str, name: str, language: str) -> Document:
    """Plain text as a document whose lines are all body."""
    return made(name, text, language).document


def early_markers() -> tuple[MarkMentions, MarkMoments]:
    """The markers that statements need."""
    return MarkMentions(), MarkMoments()


def statements_of(document: Document, early: Sequence[Any], quotes: Marker = RULES) -> list[Statement]:
    """The statements of a document, after the earlier markers."""
    marks = Marks()
    for marker in early:
        marks = marks.plus(marker.mark(document, marks).marks)
    made: Sequence[AnyMark] = quotes.mark(document, marks).marks
    return [mark for mark in made if isinstance(mark, Statement)]


def ours(text: str, name: str, early: Sequence[Any], quotes: Marker = RULES) -> list[Found]:
    """Our statements as (content, source, direct). The gold keeps quotation marks and conjunction: mapped to that."""
    found = []
    document = document_of(text, name, "en")
    for mark in statements_of(document, early, quotes):
        spans = [widened(text, span.start, span.end) for span in mark.spans]
        named = mark.source_phrase or mark.speaker
        source = [(named.start, named.end)] if named else []
        found.append((spans, source, mark.kind is StatementKind.DIRECT))
    return found


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """With the quotation marks around it and the "that" in front."""
    while start and text[start - 1] in "\"“”‘'`":
        start -= 1
    while end < len(text) and text[end] in "\"”“’'":
        end += 1
    if text[max(0, start - 5) : start] == "that ":
        start -= 5
    return start, end


def tokens_of(places: list[tuple[int, int]], spans: Sequence[Sequence[int]]) -> Tokens:
    """Numbers of the tokens that begin inside the spans."""
    return frozenset(
        number for number, (start, _) in enumerate(places) if any(span[0] <= start < span[1] for span in spans)
    )


def overlap(left: Tokens, right: Tokens) -> float:
    """Shared over all."""
    union = len(left | right)
    return len(left & right) / union if union else 0.0


def is_direct(text: str, spans: Sequence[Sequence[int]]) -> bool:
    """Whether the content is words between marks and nothing else."""
    if not spans:
        return False
    ordered = sorted(spans, key=lambda span: span[0])
    first, last = text[ordered[0][0] :], text[: ordered[-1][1]].rstrip(" .,")
    return first.startswith(_OPENING) and last.endswith(_CLOSING)


def pairs(given: list[Attribution], gold: list[Attribution], fits: Callable[..., float]) -> list[tuple[int, int]]:
    """One-to-one pairs, best first."""
    scored = sorted(
        ((-score, i, j) for i, a in enumerate(given) for j, b in enumerate(gold) if (score := fits(a, b)) > 0),
    )
    used_given: set[int] = set()
    used_gold: set[int] = set()
    found = []
    for _, i, j in scored:
        if i not in used_given and j not in used_gold:
            used_given.add(i)
            used_gold.add(j)
            found.append((i, j))
    return found


def _both(a: Attribution, b: Attribution) -> float:
    content, source = overlap(a.content, b.content), overlap(a.source, b.source)
    return content + source if content >= 0.5 and source >= 0.5 else 0.0


def _content(a: Attribution, b: Attribution) -> float:
    content = overlap(a.content, b.content)
    return content + overlap(a.source, b.source) / 10 if content >= 0.5 else 0.0


def score(record: dict[str, Any], found: list[Any], scores: Scores) -> None:
    """Add one document's counts."""
    text = record["text"]
    places = [match.span() for match in _TOKEN.finditer(text)]
    gold = [
        Attribution(
            tokens_of(places, a["content"]),
            tokens_of(places, a["source"]),
            is_direct(text, a["content"]),
            " … ".join(text[s:e] for s, e in [*a["source"], *a["cue"], *a["content"]]),
            kind_of(text, a["content"], is_direct(text, a["content"])),
        )
        for a in record["attributions"]
    ]
    given = [
        Attribution(tokens_of(places, content), tokens_of(places, source), direct, "", kind_of(text, content, direct))
        for content, source, direct in found
    ]
    both = pairs(given, gold, _both)
    scores.add("both", len(both), len(given), len(gold))
    scores.table.add(record["id"].split("_")[0], given, gold, both)
    _by_kind(given, gold, both, scores)
    said_given = frozenset().union(*(a.content for a in given)) if given else frozenset()
    said_gold = frozenset().union(*(a.content for a in gold)) if gold else frozenset()
    scores.add("tokens", len(said_given & said_gold), len(said_given), len(said_gold))
    near = pairs(given, gold, _content)
    right = [(i, j) for i, j in near if gold[j].direct and given[i].direct]
    named = sum(overlap(given[i].source, gold[j].source) >= 0.5 for i, j in right)
    scores.add("accuracy", named, len(right), len(right))
    total = len(given) + len(gold)
    scores.worst.append((2 * len(both) / total if total else 1.0, _shown(record, text, found, gold, both)))


def _by_kind(given: list[Attribution], gold: list[Attribution], both: list[tuple[int, int]], scores: Scores) -> None:
    """Recall over gold of a kind and precision over ours of it, as one F1."""
    for name, kind in (("direct", True), ("other", False)):
        wanted = [j for j, a in enumerate(gold) if a.direct is kind]
        offered = [i for i, a in enumerate(given) if a.direct is kind]
        hit = {j for _, j in both}
        made = {i for i, _ in both}
        found, kept = sum(j in hit for j in wanted), sum(i in made for i in offered)
        scores.add(f"{name} recall", found, len(wanted), 0)
        scores.add(f"{name} precision", kept, len(offered), 0)


def harmonic(precision: float, recall: float) -> float:
    """F1 of the two."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _shown(record: dict[str, Any], text: str, found: list[Any], gold: list[Attribution], both: list[Any]) -> str:
    hit_given, hit_gold = {i for i, _ in both}, {j for _, j in both}
    lines = [f"== {record['id']}"]
    for j, a in enumerate(gold):
        if j not in hit_gold:
            lines.append(f"  gold  {'D' if a.direct else ' '} {a.shown}"[:300].replace("\n", "¶"))
    for i, (content, source, direct) in enumerate(found):
        if i not in hit_given:
            cut = " … ".join(text[s:e] for s, e in [*source, *content])
            lines.append(f"  ours  {'D' if direct else ' '} {cut}"[:300].replace("\n", "¶"))
    return "\n".join(lines)


def measure(request: Request) -> list[Measured]:
    """Our figures and the peers' over the whole gold; on standard error ours by outlet and kind, and the losses."""
    records = request.records()
    peers = [_peer("textacy", records), _peer("spaCy", records)]
    rows: list[Measured] = []
    for grade, quotes in graded(request):
        scores = _scored(records, quotes, request.worst)
        for metric, value in _figures(scores):
            best = max((p for p in peers if p is not None), key=lambda p: p[1][metric], default=None)
            its = best[1][metric] if best else None
            name = best[0] if best else None
            rows.append(Measured("quotes", request.gold_name, metric, grade, value, its, name, COMMAND))
        print(grade, scores.table.show(), sep="\n", file=sys.stderr)
    return rows


def graded(request: Request) -> list[tuple[str, MarkQuotes]]:
    """The markers of the grades that were asked for; that of the models only where they are installed."""
    found = [("rules", RULES)]
    if request.wants("models"):
        try:
            english.identity()
            found.append(("models", MarkQuotes(parser="")))
        except ModelError as error:
            print(f"models grade: {error}", file=sys.stderr)
    return [(grade, quotes) for grade, quotes in found if request.wants(grade)]


def _scored(records: list[dict[str, Any]], quotes: Marker, worst: int) -> Scores:
    early, scores = early_markers(), Scores()
    for record in records:
        score(record, ours(record["text"], record["id"], early, quotes), scores)
    for share, shown in sorted(scores.worst)[:worst]:
        print(f"{share:.2f}\n{shown}")
    return scores


def _figures(scores: Scores) -> list[tuple[str, float]]:
    return [
        ("content+source F1", scores.f1("both")),
        ("content-token F1", scores.f1("tokens")),
        ("direct span+speaker F1", harmonic(scores.share("direct precision"), scores.share("direct recall"))),
        ("direct speaker accuracy", scores.share("accuracy")),
        ("indirect and mixed F1", harmonic(scores.share("other precision"), scores.share("other recall"))),
    ]


def _peer(name: str, records: list[dict[str, Any]]) -> tuple[str, dict[str, float]] | None:
    """A peer's figures, or None where it is not installed."""
    try:
        peers = import_module("bench.quotes_peers")
        run: Callable[[str], list[Any]] = peers.textacy_quotes() if name == "textacy" else peers.spacy_quotes()
    except (ImportError, OSError):
        return None
    scores = Scores()
    for record in records:
        score(record, run(record["text"]), scores)
    return name, dict(_figures(scores))


if __name__ == "__main__":
    main(measure, "quotes/polnear_dev")
