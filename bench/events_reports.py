"""What the measures of events share: reports built from gold text, and B³ and pair scores over groups."""

import datetime as dt
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from secondsource.errors import ModelError
from secondsource.marking.moments.stage import MarkMoments
from secondsource.matching.events.stage import MatchEvents
from secondsource.model.document import Document
from secondsource.model.group import Event
from secondsource.model.made import Grade
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import MarkedDocument, Marks, Pile
from secondsource.model.published import Published
from secondsource.model.source import Source
from secondsource.model.span import Span

TOKENISED = (("`` ", "“"), (" ''", "”"), (" 's", "'s"), (" n't", "n't"), (" ,", ","), (" .", "."), (" - ", "-"))
"""How texts that come split into tokens are written together again."""


class Scores(Struct, frozen=True):
    """B³ F1 (Bagga and Baldwin 1998) and F1 over pairs of items in one group."""

    b_cubed: float
    pairs: float


def report(key: str, text: str, published: str | None, language: str) -> MarkedDocument:
    """A report as reading would give it: the first line is its headline where it looks like one."""
    passages: list[Passage] = []
    headline: Span | None = None
    at = 0
    for line in text.split("\n"):
        if line.strip():
            first = not passages
            titled = first and len(line) < 160 and not line.rstrip().endswith(".")
            if titled:
                headline = Span(at, at + len(line))
            passages.append(Passage(at, at + len(line), Role.HEADLINE if titled else Role.BODY))
        at += len(line) + 1
    days: Published | None = None
    if published:
        when = dt.datetime.fromisoformat(published)
        minute = when.hour * 60 + when.minute if len(published) > len("2021-07-01") else None
        day = when.date()
        days = Published(day.isoformat(), day, day, (), (day,), minute=minute)
    source = Source(key, key, key, None, key, "text/plain", "utf-8")
    document = Document(source, text, language, tuple(passages), headline, published=days)
    return MarkedDocument(document, Marks(MarkMoments().mark(document, Marks()).marks))


def events(reports: Iterable[MarkedDocument], grade: Grade = Grade.RULES) -> dict[str, str] | None:
    """The event of each source, as the product's matcher finds it; None where the grade's model is not installed."""
    pile = Pile(tuple(sorted(reports, key=lambda one: one.id)))
    try:
        matched = MatchEvents(grade).match(pile, ())
    except ModelError:
        return None
    return {member: group.id for group in matched.groups if isinstance(group, Event) for member in group.members}


def score(gold: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> Scores:
    """Both scores over the items of `gold`; an item that was not grouped stands alone."""
    keys = sorted(gold)
    answers: Sequence[Hashable] = [found.get(key, ("alone", key)) for key in keys]
    labels = [gold[key] for key in keys]
    in_gold, in_found = Counter(labels), Counter(answers)
    in_both = Counter(zip(labels, answers, strict=True))
    precision = sum(in_both[pair] / in_found[pair[1]] for pair in zip(labels, answers, strict=True)) / len(keys)
    recall = sum(in_both[pair] / in_gold[pair[0]] for pair in zip(labels, answers, strict=True)) / len(keys)
    shared = sum(count * (count - 1) for count in in_both.values())
    total = sum(count * (count - 1) for counter in (in_gold, in_found) for count in counter.values())
    return Scores(2 * precision * recall / (precision + recall), 2 * shared / total if total else 0.0)


def joined(text: str) -> str:
    """Text that came in tokens, written together."""
    for apart, together in TOKENISED:
        text = text.replace(apart, together)
    return text


def print_worst(records: Sequence[Mapping[str, Any]], gold: str, found: Mapping[str, str], most: int) -> None:
    """The groups with most mistakes, each with its members' gold labels and first words."""
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for record in records:
        groups.setdefault(found[record["id"]], []).append(record)
    whole = Counter(str(record[gold]) for record in records)

    def mistakes(members: list[Mapping[str, Any]]) -> int:
        labels = Counter(str(member[gold]) for member in members)
        top = labels.most_common(1)[0]
        return len(members) - top[1] + whole[top[0]] - top[1]

    for members in sorted(groups.values(), key=lambda one: (-mistakes(one), str(one[0]["id"])))[:most]:
        print(f"--- {mistakes(members)} mistakes, {dict(Counter(str(member[gold]) for member in members))}")
        for member in members:
            print(f"    {member[gold]!s:40} {member.get('text', '')[:90]!r}")
