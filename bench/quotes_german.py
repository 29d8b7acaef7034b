"""Statements on German Wikinews: direct and indirect ones with their speakers."""

import re
from collections.abc import Sequence
from typing import Any

from bench.harness import Measured, Request, main
from bench.quotes_polnear import Scores, document_of, early_markers, overlap, pairs, statements_of
from bench.quotes_table import Attribution
from secondsource.model.mark import Speaker, Statement, StatementKind
from secondsource.model.span import Span

_QUOTES = "„“”»«\"'‚‘’"
_CLAUSE = re.compile(r", (?:der|die|das|dem|den|deren|dessen|welche[rs]?) (?=[a-zäöü])")
_ASIDE = ("FreeIndirect", "IndirectFreeIndirect", "Reported")
"""Kinds of the gold that are no statements with a cue: they neither count nor are held against us."""


def gold_of(record: dict[str, Any], kinds: Sequence[str]) -> list[Attribution]:
    """The annotations of some kinds as token sets."""
    found = []
    for note in record["annotations"]:
        if note["type"] in kinds:
            quote, speaker = frozenset(note["quote"]["tokenIds"]), frozenset(note["speaker"]["tokenIds"])
            shown = f"{note['speaker']['text']} | {note['cue']['text']} | {note['quote']['text']}"
            found.append(Attribution(quote, speaker, note["type"] == "Direct", shown))
    return found


def ours(record: dict[str, Any], early: Sequence[Any]) -> list[Attribution]:
    """Our statements as token sets; the gold keeps the marks and the conjunction."""
    text = record["originalText"]
    places = [(token["charBegin"], token["charEnd"], token["id"]) for token in record["tokens"]]
    found = []
    for mark in statements_of(document_of(text, record["documentName"], "de"), early):
        for named in _sources(mark):
            end = _without_clause(text, named.start, named.end) if named is not None else 0
            speaker = frozenset(n for start, _, n in places if named is not None and named.start <= start < end)
            shown = f"{text[named.start : named.end] if named else ''} | {mark.text}"
            for spans in _annotated(text, [_widened(text, span.start, span.end) for span in mark.spans]):
                quote = frozenset(number for start, _, number in places if any(s <= start < e for s, e in spans))
                found.append(Attribution(quote, speaker, mark.kind is StatementKind.DIRECT, shown))
            for inner in mark.quoted:
                # the gold counts the quoted words inside an indirect statement as a direct one of their own
                start, end = _widened(text, inner.start, inner.end)
                part = frozenset(number for at, _, number in places if start <= at < end)
                found.append(Attribution(part, speaker, True, f"{shown} [{text[start:end]}]"))
    return found


def _without_clause(text: str, start: int, end: int) -> int:
    """Where a source ends without a relative clause, which the gold leaves out ("Deiss, der sich entschloss"), as
    against an apposition, which ends in a noun."""
    found = _CLAUSE.search(text, start, end)
    return end if found is None or text[start:end].rsplit(maxsplit=1)[-1][0].isupper() else found.start()


def _sources(mark: Statement) -> Sequence[Span | Speaker | None]:
    """Whom the gold names as sources: of a verb that cites ("ndr.de zitiert den Sprecher") both the person and who
    cites, in two annotations of the same words; our record has both."""
    person = mark.source_phrase or mark.speaker
    return [person] if mark.cited_by is None else [person, mark.cited_by]


def _annotated(text: str, spans: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """One statement as the gold counts it: a sentence that ends between two quotations makes them two."""
    parts = [spans[:1]]
    for span in spans[1:]:
        between = text[parts[-1][-1][1] : span[0]]
        if re.search(r"[.!?]", between) or "\n" in between:
            parts.append([])
        parts[-1].append(span)
    return parts


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    while start and text[start - 1] in _QUOTES:
        start -= 1
    while end < len(text) and text[end] in _QUOTES:
        end += 1
    if text[max(0, start - 5) : start] == "dass ":
        start -= 5
    return start, end


def _fits(a: Attribution, b: Attribution) -> float:
    content, speaker = overlap(a.content, b.content), overlap(a.source, b.source)
    named = speaker >= 0.5 or (not a.source and not b.source)
    return content + speaker if content >= 0.5 and named else 0.0


def score(record: dict[str, Any], early: Sequence[Any], scores: Scores) -> None:
    """Add one document's counts."""
    given = ours(record, early)
    aside = gold_of(record, _ASIDE)
    for kind, direct in (("Direct", True), ("Indirect", False)):
        gold = gold_of(record, [kind])
        every = gold_of(record, ["Direct", "Indirect"])
        offered = [a for a in given if a.direct is direct]
        hit = pairs(given, gold, _fits)
        kept = {i for i, _ in pairs(offered, every, _fits)}
        loose = [
            i
            for i, a in enumerate(offered)
            if i not in kept and any(overlap(a.content, b.content) > 0.2 for b in aside)
        ]
        scores.add(f"{kind} recall", len(hit), len(gold), 0)
        scores.add(f"{kind} precision", len(kept), len(offered) - len(loose), 0)
        missed = [a.shown for j, a in enumerate(gold) if j not in {j for _, j in hit}]
        extra = [a.shown for i, a in enumerate(offered) if i not in kept and i not in loose]
        if missed or extra:
            lines = [f"== {kind} {record['documentName']}", *(f"  gold  {m}" for m in missed)]
            scores.worst.append(
                (-float(len(missed) + len(extra)), "\n".join([*lines, *(f"  ours  {e}" for e in extra)]))
            )


def measure(request: Request) -> list[Measured]:
    """Our figures; no peer that reads German statements is known to install."""
    early, scores = early_markers(), Scores()
    for record in request.records():
        score(record, early, scores)
    for _, shown in sorted(scores.worst)[: request.worst]:
        print(shown)
    rows = []
    for kind in ("Direct", "Indirect"):
        precision, recall = scores.share(f"{kind} precision"), scores.share(f"{kind} recall")
        value = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        for metric, figure in (("F1", value), ("precision", precision), ("recall", recall)):
            rows.append(
                Measured(
                    "quotes, German",
                    request.gold_name,
                    f"{kind} content+speaker {metric}",
                    "rules",
                    figure,
                    None,
                    None,
                    "python -m bench.quotes_german",
                )
            )
    return rows


if __name__ == "__main__":
    main(measure, "quotes/german_wikinews_dev")
