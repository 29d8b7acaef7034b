"""Toponyms found as state or place mentions, beside spaCy's GPE and LOC entities.

Gold: `places/geowebnews_*`, annotations in brat form. Wanted are the pragmatic toponyms Literal, Metonymic, Mixed and
Coercion; adjectives and other modifiers, languages, people of a place and the like are neither wanted nor wrong. A
prediction is right where it overlaps a wanted toponym; precision counts predictions, recall counts toponyms.
"""

from collections.abc import Callable, Sequence
from typing import Any

from bench.harness import Measured, Request, main
from bench.mentions_polnear import Spans, as_document, md_model
from secondsource.marking.mentions.stage import MarkMentions
from secondsource.model.mark import ActorKind, Mention, MentionForm
from secondsource.model.pile import Marks

COMMAND = "python -m bench.places_toponyms"
WANTED = frozenset({"Literal", "Metonymic", "Mixed", "Coercion"})
IGNORED = frozenset({"Literal_Modifier", "Non_Literal_Modifier", "Embedded_Literal", "Embedded_Non_Lit"}) | {
    "Demonym",
    "Language",
    "Homonym",
}


def measure(request: Request) -> Sequence[Measured]:
    """F1, precision and recall of toponyms."""
    records = request.records()
    ours = _scores(records, _ours, request.worst)
    peer = _peer()
    theirs = _scores(records, peer, 0) if peer else (None, None, None)
    return [
        Measured("places", request.gold_name, metric, "rules", mine, other, "spaCy md" if peer else None, COMMAND)
        for metric, mine, other in zip(("F1", "precision", "recall"), ours, theirs, strict=True)
    ]


def _ours(text: str) -> Spans:
    marks = MarkMentions().mark(as_document(text), Marks()).marks
    kinds = {ActorKind.STATE, ActorKind.PLACE}
    return [
        (m.start, m.end)
        for m in marks
        if isinstance(m, Mention) and m.kind in kinds and m.form is not MentionForm.PRONOUN and m.office is None
    ]


def _scores(records: list[dict[str, Any]], find: Callable[[str], Spans], worst: int) -> tuple[float, float, float]:
    right = predicted = reached = wanted = 0
    wrong: list[str] = []
    for record in records:
        text, gold, ignored = record["text"], _gold(record["ann"], WANTED), _gold(record["ann"], IGNORED)
        found = [span for span in find(text) if not (_meets(span, ignored) and not _meets(span, gold))]
        right += sum(_meets(span, gold) for span in found)
        predicted += len(found)
        reached += sum(_meets(span, found) for span in gold)
        wanted += len(gold)
        wrong += [f"missed  {_shown(text, span)}" for span in gold if not _meets(span, found)]
        wrong += [f"extra   {_shown(text, span)}" for span in found if not _meets(span, gold)]
    for line in wrong[:worst]:
        print(line)
    precision, recall = right / predicted if predicted else 0.0, reached / wanted if wanted else 0.0
    total = precision + recall
    return (2 * precision * recall / total if total else 0.0), precision, recall


def _gold(annotations: str, kinds: frozenset[str]) -> Spans:
    spans: Spans = []
    for line in annotations.split("\n"):
        fields = line.split("\t")
        if fields[0].startswith("T") and len(fields) > 1 and fields[1].split()[0] in kinds:
            places = fields[1].split(None, 1)[1].replace(";", " ").split()
            spans.append((int(places[0]), int(places[-1])))
    return spans


def _meets(span: tuple[int, int], others: Spans) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _shown(text: str, span: tuple[int, int]) -> str:
    return repr(f"…{text[max(0, span[0] - 30) : span[0]]}⟦{text[span[0] : span[1]]}⟧{text[span[1] : span[1] + 20]}…")


def _peer() -> Callable[[str], Spans] | None:
    pipeline = md_model()
    if pipeline is None:
        return None

    def find(text: str) -> Spans:
        return [(e.start_char, e.end_char) for e in pipeline(text).ents if e.label_ in {"GPE", "LOC"}]

    return find


if __name__ == "__main__":
    main(measure, "places/geowebnews_first100")
