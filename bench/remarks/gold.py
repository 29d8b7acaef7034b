"""The gold of one story of remarks, and the pile made of its reports."""

import json
import tempfile
import tomllib
from functools import cached_property
from itertools import combinations
from pathlib import Path

import msgspec
from msgspec import Struct

from secondsource.case import Case
from secondsource.model.group import Utterance
from secondsource.model.keys import content_id
from secondsource.model.made import Grade
from secondsource.model.mark import Statement, StatementKind
from secondsource.model.pile import MarkedDocument, Marks, Pile
from secondsource.model.span import Span
from secondsource.plan import built_in
from secondsource.stage.settings import RunSettings, Settings

FOLDER = Path(__file__).parent
KINDS = ("claim", "negation", "number", "repeat", "roles", "topic")
"""Kinds of hard pairs; the guideline says what each means."""
Pair = frozenset[str]


class Report(Struct, frozen=True):
    """A report: `key` is its file name; `day` the day it appeared (ISO 8601)."""

    key: str
    outlet: str
    language: str
    day: str


class Remark(Struct, frozen=True):
    """A statement as one report has it: `words` are its pieces, each of which occurs once in the report."""

    report: str
    words: list[str]
    utterance: str

    @property
    def name(self) -> str:
        """Its name in the story."""
        return f"{self.report}: {' … '.join(self.words)}"


class Hard(Struct, frozen=True):
    """Two utterances that are easily taken for one, and why they are two."""

    kind: str
    left: str
    right: str


class Gold(Struct, frozen=True):
    """gold.toml of one story."""

    report: list[Report]
    statement: list[Remark]
    hard: list[Hard] = []


class Story(Struct, frozen=True, dict=True):
    """A story's folder with its gold and texts."""

    folder: Path

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.folder.name

    @cached_property
    def gold(self) -> Gold:
        """What a careful reader finds."""
        return msgspec.convert(tomllib.loads((self.folder / "gold.toml").read_text(encoding="utf-8")), Gold)

    @cached_property
    def texts(self) -> dict[str, str]:
        """The reports by key."""
        return {one.key: (self.folder / "reports" / one.key).read_text(encoding="utf-8") for one in self.gold.report}

    def spans(self, remark: Remark) -> tuple[Span, ...]:
        """Where the words stand. Raises `ValueError` where they do not stand there exactly once."""
        text, found = self.texts[remark.report], []
        for words in remark.words:
            if text.count(words) != 1:
                raise ValueError(f"{self.name}: {remark.report} does not hold exactly once: {words}")
            at = text.index(words)
            found.append(Span(at, at + len(words)))
        return tuple(found)

    def pairs(self) -> dict[Pair, str]:
        """Every labelled pair of statements, by their names: `same`, or the kind of a hard pair."""
        told: dict[str, list[str]] = {}
        for remark in self.gold.statement:
            told.setdefault(remark.utterance, []).append(remark.name)
        found = {frozenset(pair): "same" for names in told.values() for pair in combinations(names, 2)}
        for hard in self.gold.hard:
            found |= {frozenset((a, b)): hard.kind for a in told[hard.left] for b in told[hard.right]}
        return found

    def marked(self) -> list[MarkedDocument]:
        """The reports, read and marked as any pile."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "reports.jsonl"
            records = (
                {"id": r.key, "text": self.texts[r.key], "published": r.day, "outlet": r.outlet, "language": r.language}
                for r in self.gold.report
            )
            path.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in records), encoding="utf-8")
            case = Case(Settings(run=RunSettings(processes=1)))
            case.add([str(path)])
            return list(case.marked().documents)


def matched(documents: list[MarkedDocument], grade: Grade = Grade.RULES) -> Pile:
    """The documents as a pile, matched as far as their utterances."""
    pile = Pile(tuple(documents))
    for matcher in built_in(Settings(run=RunSettings(grade=grade))).matchers:
        pile = pile.plus(matcher.match(pile, ()))
        if Utterance in matcher.gives:
            break
    return pile


def given(story: Story, documents: list[MarkedDocument]) -> list[MarkedDocument]:
    """The documents with the gold's statements in place of those found there: their words, with the speaker found."""
    wanted: dict[str, list[tuple[Span, ...]]] = {}
    for remark in story.gold.statement:
        wanted.setdefault(story.texts[remark.report], []).append(story.spans(remark))
    return [_with(one, wanted.get(one.document.text, [])) for one in documents]


def _with(marked: MarkedDocument, wanted: list[tuple[Span, ...]]) -> MarkedDocument:
    found = marked.marks.of(Statement)
    made = [_statement(marked, spans, found) for spans in wanted]
    taken = {one.id for one in found if any(spans[0].start < one.end and one.start < spans[-1].end for spans in wanted)}
    kept = [mark for mark in marked.marks.all if mark.id not in taken]
    return MarkedDocument(marked.document, Marks().plus([*kept, *made]))


def _statement(marked: MarkedDocument, spans: tuple[Span, ...], found: tuple[Statement, ...]) -> Statement:
    """A statement of exactly these words; the rest is that of the statement found which overlaps them most."""
    start, end = spans[0].start, spans[-1].end
    text = " ".join(span.cut(marked.document.text) for span in spans)
    near = max(found, key=lambda one: (min(end, one.end) - max(start, one.start), one.id), default=None)
    if near is None or near.end <= start or end <= near.start:
        name = content_id("statement", marked.id, start, end)
        kind = StatementKind.INDIRECT
        return Statement(
            id=name, source=marked.id, start=start, end=end, kind=kind, spans=spans, text=text, speaker=None
        )
    name = content_id("statement", near.id, start, end)
    return msgspec.structs.replace(near, id=name, start=start, end=end, spans=spans, text=text)


class Placed(Struct, frozen=True):
    """The statement that overlaps a remark most, and the utterance that it is in."""

    statement: str
    utterance: str


def placed(story: Story, pile: Pile) -> dict[str, Placed]:
    """Where each remark is, by its name; remarks whose words no statement overlaps are left out."""
    source_of = {one.document.text: one for one in pile.documents}
    of_statement = _remarks(pile)
    found: dict[str, Placed] = {}
    for remark in story.gold.statement:
        document = source_of.get(story.texts[remark.report])
        statements = document.marks.of(Statement) if document else ()
        spans = story.spans(remark)
        overlap, statement = max(((_overlap(spans, one.spans), one.id) for one in statements), default=(0, ""))
        told = [(_overlap(spans, words), utterance) for words, utterance in of_statement.get(statement, ())]
        group = max(told, default=None) if overlap else None
        if group is not None:
            found[remark.name] = Placed(statement, group[1])
    return found


def _remarks(pile: Pile) -> dict[str, list[tuple[tuple[Span, ...], str]]]:
    """The utterances that each statement belongs to, with the words of it that do."""
    found: dict[str, list[tuple[tuple[Span, ...], str]]] = {}
    for utterance in pile.groups_of(Utterance):
        parts = [(part.member, part.spans) for part in utterance.parts]
        cut = {member for member, _ in parts}
        whole = [
            (mark.id, mark.spans) for member in utterance.members if isinstance(mark := pile.mark(member), Statement)
        ]
        for member, spans in [*parts, *(each for each in whole if each[0] not in cut)]:
            found.setdefault(member, []).append((spans, utterance.id))
    return found


def _overlap(spans: tuple[Span, ...], others: tuple[Span, ...]) -> int:
    return sum(max(0, min(one.end, other.end) - max(one.start, other.start)) for one in spans for other in others)
