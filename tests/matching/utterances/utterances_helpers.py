"""Piles made by hand: statements with their speakers, on occasions, in copy families."""

from secondsource.matching.utterances.stage import MatchUtterances
from secondsource.model.document import Document
from secondsource.model.group import Actor, CopyFamily, Event, Origin, Utterance
from secondsource.model.judgement import Judgement
from secondsource.model.keys import content_id
from secondsource.model.mark import ActorKind, Mention, MentionForm, Naming, Speaker, Statement, StatementKind
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import MarkedDocument, Marks, Matched, Pile
from secondsource.model.source import Source
from secondsource.model.span import Span


class Report:
    """One source: its remarks, each `(speaker, words)`, in a language, on an occasion, in a family or none."""

    def __init__(
        self, name: str, remarks: list[tuple[str, str]], *, on: str = "monday", family: str = "", language: str = "en"
    ) -> None:
        self.name, self.on, self.family, self.language = name, on, family, language
        self.text = "\n".join(f"{speaker}: {words}" for speaker, words in remarks)
        marks: list[Mention | Statement] = []
        at = 0
        for speaker, words in remarks:
            mention = _mention(name, speaker, at)
            start = at + len(speaker) + 2
            marks += [mention, _statement(name, words, start, mention)]
            at = start + len(words) + 1
        source = Source(name, name, name, None, "", "text/plain", "utf-8")
        passages = (Passage(0, len(self.text), Role.BODY),)
        document = Document(source, self.text, language, passages)
        self.marked = MarkedDocument(document, Marks().plus(marks))


def _mention(source: str, name: str, at: int) -> Mention:
    return Mention(
        id=content_id("mention", source, at), source=source, start=at, end=at + len(name), text=name, name=name,
        kind=ActorKind.PERSON, form=MentionForm.NAME,
    )  # fmt: skip


def _statement(source: str, words: str, start: int, mention: Mention) -> Statement:
    return Statement(
        id=content_id("statement", source, start), source=source, start=start, end=start + len(words),
        kind=StatementKind.DIRECT, spans=(Span(start, start + len(words)),), text=words,
        speaker=Speaker(mention.name, Naming.NAMED, mention.start, mention.end, mention.id),
    )  # fmt: skip


def pile_of(*reports: Report) -> Pile:
    """The pile of these reports, with one actor for each name."""
    documents = tuple(sorted((report.marked for report in reports), key=lambda marked: marked.id))
    mentions = [mention for document in documents for mention in document.marks.of(Mention)]
    actors = [
        Actor(
            id=f"actor:{name}", members=tuple(sorted(m.id for m in mentions if m.name == name)), name=name,
            kind=ActorKind.PERSON, aliases=(),
        )
        for name in sorted({mention.name for mention in mentions})
    ]  # fmt: skip
    events = [
        Event(
            id=f"event:{on}", members=tuple(sorted(r.name for r in reports if r.on == on)), title=on, when=None,
            where=None, actions=(),
        )
        for on in sorted({report.on for report in reports})
    ]  # fmt: skip
    families = [
        CopyFamily(
            id=f"copies:{family}", members=tuple(sorted(r.name for r in reports if r.family == family)),
            origin=Origin(), derivations=(),
        )
        for family in sorted({report.family for report in reports if report.family})
    ]  # fmt: skip
    return Pile(documents, groups=(*actors, *events, *families))


def matched(*reports: Report, judgements: tuple[Judgement, ...] = ()) -> Matched:
    """What the matcher finds in these reports."""
    return MatchUtterances().match(pile_of(*reports), judgements)


def wordings(found: Matched, *reports: Report) -> list[list[str]]:
    """The statements of every utterance, by their words, sorted."""
    pile = pile_of(*reports)
    groups = [group for group in found.groups if isinstance(group, Utterance)]
    return sorted(sorted(pile.mark(member).text for member in group.members) for group in groups)  # type: ignore[union-attr]  # members are statements, which have a text
