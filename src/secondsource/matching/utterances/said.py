"""A statement made ready for comparing: what it says, who says it, when, and where it stands."""

import datetime as dt
import re
from functools import cached_property

from msgspec import Struct

from secondsource.language.wording import wording
from secondsource.model.group import Actor, CopyFamily, Event
from secondsource.model.mark import Mention, MentionForm, Moment, Statement, StatementKind
from secondsource.model.pile import MarkedDocument, Pile
from secondsource.text.edtf import extent
from secondsource.text.normalise import plain

from .terms import Clause, Look, clauses, look, runs

_BEFORE_PRINT = dt.timedelta(days=3)
"""How long before its publication a remark may have been made that the page does not date."""
_LONGEST = dt.timedelta(days=45)
"""Times longer than this date nothing."""


_BEHIND_CUE = 60
"""Characters behind a cue in which the one told is looked for."""
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?\n“”„«»\"]")


class Days(Struct, frozen=True):
    """The days on which it may have been said; `told` where the statement's own sentence says so."""

    first: dt.date
    last: dt.date
    told: bool


class Said(Struct, frozen=True, dict=True):
    """A statement made ready for comparing. What only a comparison needs is made when it is asked for: most statements
    are never compared."""

    id: str
    source: str
    language: str
    direct: bool
    """Whether it is in the speaker's own words, at least in part."""
    text: str
    look: Look
    speaker: str | None
    """The actor's id, else the speaker's name made plain."""
    sure: bool
    """Whether the speaker is a party that some page names, not a bare title or a phrase that nothing resolves."""
    occasion: str | None
    family: str | None
    days: Days | None
    behind: str
    """What stands behind the cue."""
    outlet: str
    """The page's own, folded; empty where it is not known."""
    start: int
    end: int
    order: float
    """Place among the source's statements, from 0 to 1."""
    repaired: bool

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """What it says, clause by clause."""
        return clauses(self.text, self.language)

    @cached_property
    def runs(self) -> frozenset[str]:
        """Every six words that follow each other."""
        return runs(self.text)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of all clauses."""
        return frozenset(key for clause in self.clauses for key in clause.keys)

    @cached_property
    def every(self) -> frozenset[str]:
        """All words, function words too."""
        return frozenset(key for clause in self.clauses for key in clause.every)

    @cached_property
    def terms(self) -> int:
        """Content words and numbers."""
        return sum(len(clause.terms) + len(clause.amounts) for clause in self.clauses)

    @cached_property
    def venue(self) -> str | None:
        """Who alone was told, where the page says so: a medium, or the page's own reporter ("she told Austrian radio",
        "he told me")."""
        small = wording(self.language)
        words = [plain(word) for word in _WORD.findall(_SENTENCE_END.split(self.behind)[0])]
        if any(word in small.own for word in words) or (self.outlet and self.outlet in " ".join(words)):
            return f"own {self.source}"
        return next((word for word in words if word in small.media), None)


def said(pile: Pile) -> list[Said]:
    """Every statement of the pile, sorted by id."""
    resolved = {one.target: one.published for one in pile.resolutions}
    named = _named(pile)
    found: list[Said] = []
    for document in pile.documents:
        moments = {moment.id: _days_of(moment) for moment in document.marks.of(Moment)}
        moments |= {
            moment: Days(resolved[moment].earliest, resolved[moment].latest, told=True)
            for moment in moments
            if moment in resolved
        }
        found.extend(_of_document(document, pile, moments, named))
    return sorted(found, key=lambda one: one.id)


def _named(pile: Pile) -> frozenset[str]:
    """Ids of the actors that some page calls by a name."""
    forms = (MentionForm.NAME, MentionForm.SURNAME, MentionForm.METONYM)
    named = {m.id for d in pile.documents for m in d.marks.of(Mention) if m.form in forms}
    return frozenset(actor.id for actor in pile.groups_of(Actor) if not named.isdisjoint(actor.members))


def _of_document(
    document: MarkedDocument, pile: Pile, moments: dict[str, Days | None], named: frozenset[str]
) -> list[Said]:
    statements = document.marks.of(Statement)
    language = document.document.language or "en"
    event = pile.group_of.get((Event, document.id))
    family = pile.group_of.get((CopyFamily, document.id))
    printed = _days_before_print(document.id, pile)
    found: list[Said] = []
    for index, statement in enumerate(statements):
        speaker = _speaker(statement, pile)
        days = (moments.get(statement.when) if statement.when else None) or printed
        found.append(
            Said(
                id=statement.id,
                source=document.id,
                language=language,
                direct=statement.kind is not StatementKind.INDIRECT,
                text=statement.text,
                look=look(statement.text, language),
                speaker=speaker,
                sure=speaker in named,
                occasion=event.id if event else None,
                family=family.id if family else None,
                days=days,
                behind=_behind(statement, document),
                outlet=plain(document.document.outlet or ""),
                start=statement.start,
                end=statement.end,
                order=index / max(1, len(statements) - 1),
                repaired=statement.repaired,
            )
        )
    return found


def _speaker(statement: Statement, pile: Pile) -> str | None:
    speaker = statement.speaker
    if speaker is None:
        return None
    actor = pile.group_of.get((Actor, speaker.mention)) if speaker.mention else None
    return actor.id if actor else f"name:{plain(speaker.name)}"


def _behind(statement: Statement, document: MarkedDocument) -> str:
    """The words behind the cue, as far as the next part of the statement."""
    if statement.cue is None:
        return ""
    end = next((span.start for span in statement.spans if span.start >= statement.cue.end), None)
    most = statement.cue.end + _BEHIND_CUE
    return document.document.text[statement.cue.end : most if end is None else min(end, most)]


def _days_of(moment: Moment) -> Days | None:
    whole = extent(moment.edtf) if moment.edtf else None
    if whole is None or whole.earliest is None or whole.latest is None:
        return None
    return Days(whole.earliest, whole.latest, told=True) if whole.latest - whole.earliest <= _LONGEST else None


def _days_before_print(source: str, pile: Pile) -> Days | None:
    published = pile.published(source)
    if published is None or published.latest - published.earliest > _LONGEST:
        return None
    return Days(published.earliest - _BEFORE_PRINT, published.latest, told=False)
