"""Do mentions cover the sources of attributions? Share of gold sources that overlap a mention, beside spaCy's names.

Gold: `quotes/polnear_*`. A gold source is covered where a mention's tokens and its own have an intersection over union
of at least 0.5. Gold sources take in titles, appositions and relative clauses; the second figure therefore also counts
a source where a mention lies wholly inside it and begins within its first eight words.
"""

from collections.abc import Callable, Sequence
from typing import Any

from bench.documents import document
from bench.harness import Measured, Request, main
from bench.peers import english
from secondsource.marking.mentions.stage import MarkMentions
from secondsource.model.document import Document
from secondsource.model.pile import Marks
from secondsource.text.tokens import words

COMMAND = "python -m bench.mentions_polnear"
Spans = list[tuple[int, int]]


def measure(request: Request) -> Sequence[Measured]:
    """Coverage by our mentions and by the peer's entities and noun chunks."""
    records = request.records()
    ours = _coverage(records, _mentions, request.worst)
    peer = _peer()
    theirs = _coverage(records, peer, 0) if peer else None
    names = ("sources covered, IoU >= .5", "sources begun by a mention")
    return [
        Measured(
            "mentions", request.gold_name, metric, "rules", ours[at], theirs[at] if theirs else None,
            "spaCy md entities" if theirs else None, COMMAND,
        )
        for at, metric in enumerate(names)
    ]  # fmt: skip


def as_document(text: str, language: str = "en") -> Document:
    """A document whose non-blank lines are all body."""
    return document("gold", text, language).document


def _mentions(text: str) -> Spans:
    return [(m.start, m.end) for m in MarkMentions().mark(as_document(text), Marks()).marks]


def _coverage(records: list[dict[str, Any]], find: Callable[[str], Spans], worst: int) -> tuple[float, float]:
    gold = covered = begun = 0
    missed: list[str] = []
    for record in records:
        text = record["text"]
        starts = [(word.start, word.end) for word in words(text)]
        found = [(_tokens(starts, [span]), span) for span in find(text)]
        for source in (a["source"] for a in record["attributions"] if a["source"]):
            gold += 1
            wanted = _tokens(starts, [(s, e) for s, e in source])
            best = max((_iou(wanted, tokens) for tokens, _ in found), default=0.0)
            covered += best >= 0.5
            first = {token for token in wanted if token < min(wanted) + 8} if wanted else set()
            starts_well = any(tokens and tokens <= wanted and tokens & first for tokens, _ in found)
            begun += best >= 0.5 or starts_well
            if best < 0.5 and not starts_well:
                missed.append(_shown(text, source, found, wanted))
    for line in missed[:worst]:
        print(line)
    return covered / gold, begun / gold


def _tokens(starts: Spans, spans: Spans) -> set[int]:
    return {at for at, (start, end) in enumerate(starts) if any(start < e and s < end for s, e in spans)}


def _iou(left: set[int], right: set[int]) -> float:
    return len(left & right) / len(left | right) if left | right else 0.0


def _shown(text: str, source: Any, found: list[tuple[set[int], tuple[int, int]]], wanted: set[int]) -> str:
    near = [text[s:e] for tokens, (s, e) in found if tokens & wanted]
    start, end = source[0][0], source[-1][1]
    context = f"…{text[max(0, start - 30) : start]}⟦{text[start:end]}⟧{text[end : end + 30]}…"
    return f"{context!r}  ours: {near}"


def md_model() -> Any | None:
    """spaCy with its middle English model, as the package index carries it; None where it is not installed."""
    try:
        import spacy  # noqa: PLC0415

        return english(spacy)
    except ImportError:
        return None


def _peer() -> Callable[[str], Spans] | None:
    pipeline = md_model()
    if pipeline is None:
        return None

    def find(text: str) -> Spans:
        wanted = {"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"}
        return [(e.start_char, e.end_char) for e in pipeline(text).ents if e.label_ in wanted]

    return find


if __name__ == "__main__":
    main(measure, "quotes/polnear_dev")
