"""A statement made ready for comparing: what it says, who says it, when, and where it stands."""

import datetime as dt
import re
from functools import cached_property

from msgspec import Struct

from secondsource.language.wording import wording
from secondsource.model.group import Actor, CopyFamily, Event
from secondsource.model.mark import ActorKind, Mention, MentionForm, Moment, Naming, Statement, StatementKind
from secondsource.model.pile import MarkedDocument, Pile
from secondsource.model.span import Span
from secondsource.text.edtf import extent
from secondsource.text.normalise import plain
from secondsource.text.sentences import sentences

from .terms import Clause, clauses
from .words import Look, look, runs

_BEFORE_PRINT = dt.timedelta(days=3)
"""How long before its publication a remark may have been made that the page does not date."""
_LONGEST = dt.timedelta(days=45)
"""Times longer than this date nothing."""


_FEWEST, _MOST = 2, 4
"""Words of a full name."""
_BY_CONTEXT = frozenset((Naming.PRONOUN, Naming.CONTINUED))
_BEHIND_CUE = 60
"""Characters behind a cue in which the one told is looked for."""
_BETWEEN = 24
"""Characters between a statement and its cue in which the one told may stand: « nous dit-elle »."""
_MARKS = re.compile(r"[.!?\n“”„«»\"]")
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
    statement: str
    """The statement that it is, or that it is a part of."""
    source: str
    language: str
    direct: bool
    """Whether it is in the speaker's own words, at least in part."""
    text: str
    pieces: tuple[str, ...]
    """Its text, parted where a cue stands between two of its sentences."""
    spans: tuple[Span, ...]
    """The characters of its words in its page."""
    page: str
    """The whole text of its page."""
    look: Look
    speaker: str | None
    """The actor's id, else the speaker's name made plain."""
    sure: bool
    """Whether the speaker is a party that some page names, not a bare title or a phrase that nothing resolves."""
    certain: bool
    """Whether, besides, the page names the speaker at the statement: who "he" is may be read wrongly."""
    occasion: str | None
    family: str | None
    days: Days | None
    behind: str
    """What stands around the cue, outside the statement."""
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
        return clauses(self.pieces, self.language)

    @cached_property
    def sentences(self) -> tuple[tuple[Span, ...], ...]:
        """The characters of each of its sentences; those of one that a cue interrupts are several spans."""
        found: list[tuple[Span, ...]] = []
        for span in self.spans:
            words = span.cut(self.page)
            inside = [each.shifted(span.start) for each in sentences(words, self.language)]
            if found and inside and words[:1].islower():
                found[-1] = (*found[-1], inside.pop(0))
            found += [(each,) for each in inside]
        return tuple(found)

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
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
    def negations(self) -> int:
        """How often it negates, in whatever way; "not" and "nobody", « ne » and « pas » of one clause are one."""
        return sum(bool(clause.negators) + len(clause.reversers) for clause in self.clauses)

    @cached_property
    def terms(self) -> int:
        """Content words and numbers."""
        return sum(len(clause.terms) + len(clause.amounts) for clause in self.clauses)

    @cached_property
    def told_here(self) -> bool:
        """Whether it was told to the page's own reporter: "he told me", « nous dit-elle »."""
        words = self._around
        return any(word in wording(self.language).own for word in words) or bool(
            self.outlet and self.outlet in " ".join(words)
        )

    @cached_property
    def venue(self) -> str | None:
        """Who alone was told, where the page says so: a medium, or the page's own reporter ("she told Austrian
        radio")."""
        if self.told_here:
            return f"own {self.source}"
        return next((word for word in self._around if word in wording(self.language).media), None)

    @property
    def _around(self) -> list[str]:
        """The words around the cue, in its sentence."""
        return [plain(word) for word in _WORD.findall(_SENTENCE_END.split(self.behind)[0])]


class _People(Struct, frozen=True):
    """Who the speakers of a pile may be."""

    named: frozenset[str]
    """Ids of the actors that some page calls by a name."""
    full_names: dict[str, str]


def said(pile: Pile) -> list[Said]:
    """Every statement of the pile, sorted by id."""
    resolved = pile.resolved
    people = _People(_named(pile), _full_names(pile))
    found: list[Said] = []
    for document in pile.documents:
        moments = {moment.id: _days_of(moment) for moment in document.marks.of(Moment)}
        moments |= {
            moment: Days(resolved[moment].earliest, resolved[moment].latest, told=True)
            for moment in moments
            if moment in resolved
        }
        found.extend(_of_document(document, pile, moments, people))
    return sorted(found, key=lambda one: one.id)


def _named(pile: Pile) -> frozenset[str]:
    """Ids of the actors that some page calls by a name."""
    forms = (MentionForm.NAME, MentionForm.SURNAME, MentionForm.METONYM)
    named = {m.id for d in pile.documents for m in d.marks.of(Mention) if m.form in forms}
    return frozenset(actor.id for actor in pile.groups_of(Actor) if not named.isdisjoint(actor.members))


def _of_document(document: MarkedDocument, pile: Pile, moments: dict[str, Days | None], people: _People) -> list[Said]:
    statements = document.marks.of(Statement)
    language = document.document.language or "en"
    event = pile.group_of.get((Event, document.id))
    family = pile.group_of.get((CopyFamily, document.id))
    printed = _days_before_print(document.id, pile)
    found: list[Said] = []
    for index, statement in enumerate(statements):
        speaker = _speaker(statement, pile, people.full_names)
        days = (moments.get(statement.when) if statement.when else None) or printed
        found.append(
            Said(
                id=statement.id,
                statement=statement.id,
                source=document.id,
                language=language,
                direct=statement.kind is not StatementKind.INDIRECT,
                text=statement.text,
                pieces=_pieces(statement, document.document.text),
                spans=statement.spans,
                page=document.document.text,
                look=look(statement.text, language),
                speaker=speaker,
                sure=speaker in people.named,
                certain=speaker in people.named
                and statement.speaker is not None
                and statement.speaker.how not in _BY_CONTEXT,
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


def _pieces(statement: Statement, text: str) -> tuple[str, ...]:
    """The words on each side of a cue; in one piece where it stands within a sentence, which then goes on small."""
    if len(statement.spans) == 1:
        return (statement.text,)
    pieces: list[str] = []
    for span in statement.spans:
        words = " ".join(span.cut(text).split())
        if pieces and words[:1].islower():
            pieces[-1] += f" {words}"
        else:
            pieces.append(words)
    return tuple(pieces)


def _full_names(pile: Pile) -> dict[str, str]:
    """The full names of people, folded, with their actors; without those that several people have."""
    found: dict[str, set[str]] = {}
    for actor in pile.groups_of(Actor):
        if actor.kind is ActorKind.PERSON:
            for name in (actor.name, *actor.aliases):
                if _FEWEST <= len(name.split()) <= _MOST:
                    found.setdefault(plain(name), set()).add(actor.id)
    return {name: actors.pop() for name, actors in found.items() if len(actors) == 1}


def _speaker(statement: Statement, pile: Pile, full_names: dict[str, str]) -> str | None:
    """The actor who speaks, by the mention that the speaker has, or by the one full name that stands in the speaker's:
    "Lord Mayor Anna Roth"."""
    speaker = statement.speaker
    if speaker is None:
        return None
    actor = pile.group_of.get((Actor, speaker.mention)) if speaker.mention else None
    if actor is not None:
        return actor.id
    words = plain(speaker.name).split()
    parts = (
        " ".join(words[at : at + length])
        for length in range(_FEWEST, _MOST + 1)
        for at in range(len(words) - length + 1)
    )
    inside = {full_names[part] for part in parts if part in full_names}
    return inside.pop() if len(inside) == 1 else f"name:{' '.join(words)}"


def _behind(statement: Statement, document: MarkedDocument) -> str:
    """The words between the statement and its cue, and those behind it as far as the statement's next part."""
    cue, text = statement.cue, document.document.text
    if cue is None:
        return ""
    before = max((span.end for span in statement.spans if span.end <= cue.start), default=cue.start)
    end = next((span.start for span in statement.spans if span.start >= cue.end), None)
    most = cue.end + _BEHIND_CUE
    between = text[before : cue.start] if cue.start - before <= _BETWEEN else ""
    return f"{_MARKS.sub(' ', between)} {text[cue.end : most if end is None else min(end, most)]}"


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
