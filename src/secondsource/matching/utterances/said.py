"""A statement made ready for comparing: what it says, who says it, when, and where it stands."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from math import log

from msgspec import Struct

from secondsource.language.wording import wording
from secondsource.model.group import Actor, CopyFamily, Event
from secondsource.model.mark import Mention, MentionForm, Moment, Statement, StatementKind
from secondsource.model.pile import MarkedDocument, Pile
from secondsource.text.edtf import extent
from secondsource.text.normalise import plain

from .terms import Clause, Term, clauses, runs

_RARE = 3
"""Words in fewer statements than this all weigh alike: a translator's choice of word is no evidence of another
remark."""
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
    """A statement made ready for comparing."""

    id: str
    source: str
    language: str
    clauses: tuple[Clause, ...]
    direct: bool
    """Whether it is in the speaker's own words, at least in part."""
    text: str
    speaker: str | None
    """The actor's id, else the speaker's name made plain."""
    sure: bool
    """Whether the speaker is a party that some page names, not a bare title or a phrase that nothing resolves."""
    occasion: str | None
    family: str | None
    days: Days | None
    venue: str | None
    """Who alone was told, where the page says so: a medium, or the page's own reporter."""
    start: int
    end: int
    order: float
    """Place among the source's statements, from 0 to 1."""
    repaired: bool
    keys: frozenset[str]
    """Everything it can be found by."""
    terms: int
    """Content words and numbers."""
    every: frozenset[str]
    """All words, function words too."""
    runs: frozenset[str]
    """Every six words that follow each other."""


class Weights(Struct, frozen=True):
    """How much each word says: rare ones much, those of the whole story little (inverse document frequency, K. Spärck
    Jones 1972, over the statements of the pile)."""

    table: dict[str, float]
    rarest: float

    def of(self, key: str) -> float:
        """The weight of a key."""
        return self.table.get(key, self.rarest)

    def of_term(self, term: Term) -> float:
        """A term weighs what its commonest key does."""
        return min(self.of(key) for key in term.keys)


def weights(all_said: Iterable[Said]) -> Weights:
    """The weights of all keys in these statements."""
    counts: Counter[str] = Counter()
    total = 0
    for one in all_said:
        counts.update(one.keys)
        total += 1
    table = {key: log(1 + total / max(seen, _RARE)) for key, seen in counts.items()}
    return Weights(table, log(1 + total / _RARE))


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
        told = clauses(statement.text, language)
        speaker = _speaker(statement, pile)
        days = (moments.get(statement.when) if statement.when else None) or printed
        found.append(
            Said(
                id=statement.id,
                source=document.id,
                language=language,
                clauses=told,
                direct=statement.kind is not StatementKind.INDIRECT,
                text=statement.text,
                speaker=speaker,
                sure=speaker in named,
                occasion=event.id if event else None,
                family=family.id if family else None,
                days=days,
                venue=_venue(statement, document),
                start=statement.start,
                end=statement.end,
                order=index / max(1, len(statements) - 1),
                repaired=statement.repaired,
                keys=frozenset(key for clause in told for key in clause.keys),
                terms=sum(len(clause.terms) + len(clause.amounts) for clause in told),
                every=frozenset(key for clause in told for key in clause.every),
                runs=runs(statement.text),
            )
        )
    return found


def _speaker(statement: Statement, pile: Pile) -> str | None:
    speaker = statement.speaker
    if speaker is None:
        return None
    actor = pile.group_of.get((Actor, speaker.mention)) if speaker.mention else None
    return actor.id if actor else f"name:{plain(speaker.name)}"


def _venue(statement: Statement, document: MarkedDocument) -> str | None:
    """What the words around the cue say: "she told Austrian radio", "he told me"."""
    if statement.cue is None:
        return None
    text, small = document.document.text, wording(document.document.language or "en")
    end = next((s.start for s in statement.spans if s.start >= statement.cue.end), statement.cue.end + _BEHIND_CUE)
    behind = text[statement.cue.end : min(end, statement.cue.end + _BEHIND_CUE)]
    words = [plain(word) for word in _WORD.findall(_SENTENCE_END.split(behind)[0])]
    if any(word in small.own for word in words):
        return f"own {document.id}"
    outlet = plain(document.document.outlet or "")
    if outlet and outlet in " ".join(words):
        return f"own {document.id}"
    return next((word for word in words if word in small.media), None)


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
