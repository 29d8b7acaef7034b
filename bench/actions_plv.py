"""What the one did to the other, both given: macro-F1 over PLOVER's types, beside TF-IDF with a linear SVM."""

import re
from collections.abc import Sequence

from bench.harness import Measured, Request, main
from secondsource.marking.actions.between import deed_between, plover_code
from secondsource.model.span import Span

MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
"""This gold has one type for both."""
PEER = "TF-IDF + SVM, 10-fold on this gold"
Parsed = tuple[str, list[Span], list[Span]]


def measure(request: Request) -> Sequence[Measured]:
    """Every sentence with its marked source and target."""
    records = request.records()
    gold = [record["gold_root"] for record in records]
    parsed = [_parse(record) for record in records]
    found = [_code(*one) for one in parsed]
    if request.worst:
        wrong = [i for i, (one, other) in enumerate(zip(gold, found, strict=True)) if one != other]
        for i in wrong[: request.worst]:
            print(f"gold {gold[i]:10} ours {found[i]:10} {records[i]['marked_sentence']}")
    texts = [_abstract(one) for one in parsed]
    return [
        Measured(
            capability="actions",
            gold=request.gold_name,
            metric="root macro-F1",
            grade="rules",
            ours=macro_f1(gold, found),
            peer=_peer(texts, gold),
            peer_name=PEER,
            command="python -m bench.actions_plv",
        )
    ]


def _parse(record: dict[str, str]) -> Parsed:
    """The text and the spans that its marks enclose."""
    text, spans, opened = "", {"s": [], "t": []}, 0  # type: tuple[str, dict[str, list[Span]], int]
    for part in re.split(r"(</?[st]>)", record["marked_sentence"]):
        if part in ("<s>", "<t>"):
            opened = len(text)
        elif part in ("</s>", "</t>"):
            spans[part[2]].append(Span(opened, len(text)))
        else:
            text += part
    return text, spans["s"], spans["t"]


def _code(text: str, actors: list[Span], targets: list[Span]) -> str:
    told = deed_between(text, Span(0, len(text)), actors, targets, "en")
    code = plover_code(told.code, told.realis) if told else ""
    return MERGED.get(code, code)


def _abstract(parsed: Parsed) -> str:
    """The text with its parties replaced by fixed words, as the peer sees it."""
    text, actors, targets = parsed
    for span, word in sorted([(s, "SOURCE") for s in actors] + [(t, "TARGET") for t in targets], reverse=True):
        text = text[: span.start] + word + text[span.end :]
    return text


def macro_f1(gold: Sequence[str], found: Sequence[str]) -> float:
    """The mean F1 over the types of the gold."""
    total = 0.0
    types = sorted(set(gold))
    for one in types:
        both = sum(g == one == f for g, f in zip(gold, found, strict=True))
        total += 2 * both / (sum(g == one for g in gold) + sum(f == one for f in found))
    return total / len(types)


def _peer(texts: list[str], gold: list[str]) -> float | None:
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415  # a peer need not be installed
        from sklearn.model_selection import cross_val_predict  # noqa: PLC0415
        from sklearn.pipeline import make_pipeline  # noqa: PLC0415
        from sklearn.svm import LinearSVC  # noqa: PLC0415
    except ImportError:
        return None
    method = make_pipeline(TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True), LinearSVC(random_state=0))
    return macro_f1(gold, list(cross_val_predict(method, texts, gold, cv=10)))


if __name__ == "__main__":
    main(measure, "actions/plv_train")
