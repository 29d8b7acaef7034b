"""Quoted sentences of one article in two independent translations: is each told as one utterance with its twin?

Every sentence with a quotation mark is a statement; all are given to one speaker, on one occasion, in one copy family,
so that nothing but the words can tell which belong together. The twin is the sentence of the same line.
"""

import re
from collections.abc import Sequence
from itertools import combinations
from typing import Any

from bench.harness import Measured, Request, main
from bench.quotes_polnear import document_of
from secondsource.matching.utterances.stage import MatchUtterances
from secondsource.model.group import Actor, CopyFamily, Event, Origin
from secondsource.model.keys import content_id
from secondsource.model.link import LinkKind
from secondsource.model.mark import ActorKind, Naming, Speaker, Statement, StatementKind
from secondsource.model.pile import MarkedDocument, Marks, Pile
from secondsource.model.span import Span

_MARK = re.compile(r"[\"“”„«»]")
LANGUAGES = ("en", "fr", "de")

Line = tuple[int, str]


def quoted_lines(text: str) -> list[Line]:
    """The lines with a quotation mark, with their numbers."""
    return [(number, line) for number, line in enumerate(text.split("\n")) if _MARK.search(line)]


def marked(name: str, text: str, language: str) -> MarkedDocument:
    """A document whose quoted lines are statements of one speaker."""
    document = document_of(text, name, language)
    found = []
    at = 0
    for number, line in enumerate(text.split("\n")):
        if _MARK.search(line):
            found.append(
                Statement(
                    id=content_id("statement", name, number),
                    source=name,
                    start=at,
                    end=at + len(line),
                    kind=StatementKind.MIXED,
                    spans=(Span(at, at + len(line)),),
                    text=_MARK.sub("", line),
                    speaker=Speaker("X", Naming.NAMED, at, at + 1),
                )
            )
        at += len(line) + 1
    return MarkedDocument(document, Marks().plus(found))


def pairs_of(left: tuple[str, str, str], right: tuple[str, str, str]) -> tuple[int, int, int]:
    """Right pairs found, pairs found, pairs to find; each side is (name, text, language)."""
    documents = (marked(*left), marked(*right))
    names = tuple(document.id for document in documents)
    groups = (
        CopyFamily(id="copies:1", members=names, origin=Origin(), derivations=()),
        Event(id="event:1", members=names, title="", when=None, where=None, actions=()),
        Actor(id="actor:1", members=(), name="X", kind=ActorKind.PERSON, aliases=()),
    )
    links = MatchUtterances().match(Pile(documents, groups=groups), ()).links
    number = {
        content_id("statement", name, n): (name, n) for name, text, _ in (left, right) for n, _ in quoted_lines(text)
    }
    found = [link for link in links if link.kind is LinkKind.UTTERANCE and link.relation == "same"]
    across = [link for link in found if number[link.left][0] != number[link.right][0]]
    right_ones = sum(number[link.left][1] == number[link.right][1] for link in across)
    wanted = {n for n, _ in quoted_lines(left[1])} & {n for n, _ in quoted_lines(right[1])}
    return right_ones, len(across), len(wanted)


def texts_of(records: Sequence[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """For each article, one text a language and translator, references before machines."""
    rank = {"src": 0, "ref": 1, "hyp": 2}
    articles: dict[str, list[dict[str, Any]]] = {}
    for record in sorted(records, key=lambda r: (r["docid"], rank[r["kind"]], r["lang"], r["who"] or "")):
        if record["lang"] in LANGUAGES:
            articles.setdefault(record["docid"], []).append(record)
    return articles


def measure(request: Request) -> list[Measured]:
    """Recall and precision within one language and across two."""
    counts = {"one language": [0, 0, 0], "two languages": [0, 0, 0]}
    for texts in texts_of(request.records()).values():
        for kind, pair in _chosen(texts):
            left, right = ((f"{side}", text["text"], text["lang"]) for side, text in zip("ab", pair, strict=True))
            for at, count in enumerate(pairs_of(left, right)):
                counts[kind][at] += count
    rows = []
    for kind, (right_ones, found, wanted) in counts.items():
        for metric, value in (("recall", right_ones / max(1, wanted)), ("precision", right_ones / max(1, found))):
            rows.append(
                Measured(
                    "utterances",
                    request.gold_name,
                    f"{kind}: {metric}",
                    "rules",
                    value,
                    None,
                    None,
                    "python -m bench.utterances_wmt21",
                )
            )
    return rows


def _chosen(texts: list[dict[str, Any]]) -> list[tuple[str, tuple[dict[str, Any], dict[str, Any]]]]:
    """The first two texts of each language that are translations, and the first text of each two languages."""
    chosen = []
    first: dict[str, dict[str, Any]] = {}
    for text in texts:
        first.setdefault(text["lang"], text)
    for language in LANGUAGES:
        translated = [text for text in texts if text["lang"] == language and text["kind"] != "src"][:2]
        if len(translated) == 2 and _parallel(*translated):
            chosen.append(("one language", (translated[0], translated[1])))
    for one, other in combinations(sorted(first), 2):
        if _parallel(first[one], first[other]):
            chosen.append(("two languages", (first[one], first[other])))
    return chosen


def _parallel(left: dict[str, Any], right: dict[str, Any]) -> bool:
    same = left["text"].count("\n") == right["text"].count("\n")
    return bool(same and _MARK.search(left["text"]) and _MARK.search(right["text"]))


if __name__ == "__main__":
    main(measure, "copies/wmt21")
