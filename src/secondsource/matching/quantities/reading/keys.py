"""What of a figure is compared."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language.measures import fates, known_keys, qualifiers, terms_of
from secondsource.model.group import Actor, CopyFamily, Event, Story
from secondsource.model.mark import (
    ActorKind,
    Comparator,
    Figure,
    Mention,
    MentionForm,
    Moment,
    MomentKind,
    Speaker,
    Statement,
)
from secondsource.model.pile import MarkedDocument, Pile
from secondsource.text.edtf import Extent, extent

from .measured import TIMES, bounds, dimension_of
from .sentence import subjects
from .story import Places, acquaintances, places_of_events
from .subject import NOTHING, Subject

_DATES = frozenset({MomentKind.DATE, MomentKind.TIME})
_MOST_OF_A_TABLE = 100
"""Figures of a document that are looked through for others of which the same is asked."""


class FigureKeys(Struct, frozen=True, gc=False):
    """A figure with what other stages found out about its surroundings."""

    figure: Figure
    dimension: str
    """What its unit can be compared with: `money`, or the unit itself."""
    language: str
    rank: int
    """Which figure of its document it is, from 0."""
    parties: frozenset[str]
    """Actor ids; names where a mention is in no actor."""
    families: frozenset[str]
    events: frozenset[str]
    stories: frozenset[str]
    utterance: str | None
    voice: str | None
    period: Extent | None
    published: Extent | None
    fates: frozenset[str]
    """Keys of what can become of people."""
    head_known: bool
    """Whether what is measured is in the tables, not just the nearest noun."""
    qualifiers: frozenset[str]
    revises: bool
    """Whether its sentence says that an earlier figure is corrected."""
    subject: Subject = NOTHING
    alone: bool = True
    """Whether no other figure of its document has its value and unit."""
    crowd: int = 1
    """How many values its document gives where the same is asked."""
    home: frozenset[str] = frozenset()
    """Places that its event is about."""
    acquaintances: frozenset[str] = frozenset()
    """People and organisations of its document that few documents of the pile name."""
    shared_places: frozenset[str] = frozenset()
    """Places that are written alike in several languages of its event, and codes of countries."""
    beside: frozenset[tuple[float, str]] = frozenset()
    """Value and unit of the figures right before and behind it."""
    mates: frozenset[tuple[float, str]] = frozenset()
    """Value and unit of the other figures of its sentence."""
    id: str = ""
    """The figure's id."""
    head: str | None = None
    """The key of what is measured; of people what became of them, where the clause says (killed, arrested)."""
    words: frozenset[str] = frozenset()
    """Keys of the content words of its clause."""
    told: frozenset[str] = frozenset()
    """What the content words of its clause mean, and of the clause it goes on from."""
    bounds: tuple[float | None, float | None] = (None, None)
    """The interval that it allows, when held against another."""
    rounded: bool = False
    """Whether it is given as it is, not as about or more than."""
    tells_when: bool = False
    """Whether it says how far off something is, not how long it lasts: two years ago."""


def _head(figure: Figure, fates: frozenset[str]) -> str | None:
    if not figure.measure or not figure.terms:
        return None
    if figure.terms[0] == "person":
        return next((term for term in figure.terms[1:] if term in fates), "person")
    return figure.terms[0]


def in_unit(one: FigureKeys, unit: str) -> FigureKeys:
    """The same figure in another unit, as other reports of its event or copies of its text name it."""
    return replace(one, figure=replace(one.figure, unit=unit), dimension=dimension_of(unit))


def figure_keys(pile: Pile) -> list[FigureKeys]:
    """The keys of every figure, in order of source and place."""
    families = _groups_by_source(pile, CopyFamily)
    events = _groups_by_source(pile, Event)
    story_of = {event: story.id for story in pile.groups_of(Story) for event in story.members}
    resolved = {one.target: one.published.edtf for one in pile.resolutions}
    places = places_of_events(pile)
    known = acquaintances(pile)
    found: list[FigureKeys] = []
    for marked in pile.documents:
        figures = marked.marks.of(Figure)
        if not figures:
            continue
        names = _actors_by_name(pile, marked)
        own_events = events.get(marked.id, frozenset())
        about = subjects(
            marked.document.text,
            marked.document.language or "en",
            figures,
            _named(marked),
            marked.marks.of(Moment),
        )
        alike = Counter((one.value, one.unit) for one in figures)
        for rank, figure in enumerate(figures):
            found.append(
                _keys(
                    pile,
                    marked,
                    figure,
                    rank,
                    Around(
                        names,
                        resolved,
                        families.get(marked.id, frozenset()),
                        own_events,
                        frozenset(story_of[event] for event in own_events if event in story_of),
                        about.get(figure.id, NOTHING),
                        _own_period(pile, figure, about, figures),
                        alike[figure.value, figure.unit] == 1,
                        _crowd(figure, figures, about),
                        places.get(marked.id, Places()),
                        known.get(marked.id, frozenset()),
                        _beside(figures, rank),
                        _mates(figure, figures, about),
                    ),
                )
            )
    return found


def _crowd(figure: Figure, figures: Sequence[Figure], about: dict[str, Subject]) -> int:
    """Different values of its document of which the same is asked, of one time, without those that are recalled."""
    if figure.id not in about:
        return 0
    alike = {
        one.value
        for one in figures[:_MOST_OF_A_TABLE]
        if (one.unit, one.period) == (figure.unit, figure.period)
        and _alike(about.get(one.id, NOTHING), about[figure.id])
    }
    return len(alike)


def _alike(one: Subject, other: Subject) -> bool:
    return bool(one.first & other.first) and one.drawn == other.drawn and "from" not in one.cues


def _named(marked: MarkedDocument) -> list[Mention]:
    """The parties that a document names, and whoever speaks in it without being one: the farm insurers."""
    mentions = list(marked.marks.of(Mention))
    known = {one.id for one in mentions}
    speakers = {one.speaker for one in marked.marks.of(Statement) if one.speaker is not None}
    mentions += [_unnamed(marked.id, one) for one in speakers if one.mention not in known]
    return sorted(mentions, key=lambda each: (each.start, each.end, each.id))


def _unnamed(source: str, speaker: Speaker) -> Mention:
    return Mention(
        id=f"speaker:{speaker.name}",
        source=source,
        start=speaker.start,
        end=min(speaker.end, speaker.start + len(speaker.name)),  # the organisers, not: the organisers, 85 by the count
        text=speaker.name,
        name=speaker.name,
        kind=ActorKind.GROUP,
        form=MentionForm.UNNAMED,
    )


class Around(Struct, frozen=True, gc=False):
    """What all figures of a document share, and the subject of the one."""

    names: dict[str, str]
    resolved: dict[str, str]
    """EDTF of the moments that other sources let resolve."""
    families: frozenset[str]
    events: frozenset[str]
    stories: frozenset[str]
    subject: Subject
    own_period: bool
    alone: bool
    crowd: int
    places: Places
    acquaintances: frozenset[str]
    beside: frozenset[tuple[float, str]]
    mates: frozenset[tuple[float, str]]


def _mates(figure: Figure, figures: Sequence[Figure], about: dict[str, Subject]) -> frozenset[tuple[float, str]]:
    here = about[figure.id].sentence if figure.id in about else None
    others = (one for one in figures[:_MOST_OF_A_TABLE] if one is not figure and one.id in about)
    return frozenset((one.value, one.unit) for one in others if about[one.id].sentence == here)


def _beside(figures: Sequence[Figure], rank: int) -> frozenset[tuple[float, str]]:
    near = (*figures[max(0, rank - 1) : rank], *figures[rank + 1 : rank + 2])
    return frozenset((one.value, one.unit) for one in near)


def _keys(pile: Pile, marked: MarkedDocument, figure: Figure, rank: int, around: Around) -> FigureKeys:
    code = marked.document.language or "en"
    figure = replace(figure, unit=around.subject.unit) if around.subject.unit is not None else figure
    if figure.unit == "degree" and code != "en":
        figure = replace(figure, unit="celsius")  # nobody who writes so measures heat otherwise
    statement = figure.statement
    utterance = pile.utterance(statement, figure.start) if statement is not None else None
    return FigureKeys(
        figure=figure,
        dimension=dimension_of(figure.unit),
        language=code,
        rank=rank,
        parties=frozenset(around.names.get(name, name) for name in figure.of),
        families=around.families,
        events=around.events,
        stories=around.stories,
        utterance=utterance.id if utterance is not None else None,
        voice=_voice(pile, statement or figure.follows),
        period=_period(pile, around, figure),
        published=_published(pile, figure.source),
        fates=fates(code),
        head_known=bool(figure.terms) and figure.terms[0] in known_keys(code),
        qualifiers=_qualifiers(figure.measure, code),
        revises=figure.revises,
        subject=around.subject,
        alone=around.alone,
        crowd=around.crowd,
        home=around.places.home,
        shared_places=around.places.shared,
        acquaintances=around.acquaintances,
        beside=around.beside,
        mates=around.mates,
        id=figure.id,
        head=_head(figure, fates(code)),
        words=frozenset(figure.terms),
        told=frozenset(key for each in around.subject.own for key in each),
        bounds=bounds(figure),
        rounded=figure.comparator is Comparator.EQUAL,
        tells_when=figure.unit in TIMES and _of_a_date(figure, marked),
    )


def _of_a_date(figure: Figure, marked: MarkedDocument) -> bool:
    """Whether a figure is a part of a moment that is a date or a time of day."""
    here = (figure.start, figure.end)
    around = (one for one in marked.marks.of(Moment) if one.start <= figure.start and figure.end <= one.end)
    return any(one.kind in _DATES and (one.start, one.end) != here for one in around)


def _qualifiers(measure: str | None, code: str) -> frozenset[str]:
    """What the phrase itself narrows down; words elsewhere in the clause do not."""
    found = frozenset(term.key for term in terms_of(measure, code)) if measure is not None else frozenset()
    return found & qualifiers(code)


def _groups_by_source(pile: Pile, kind: type[CopyFamily] | type[Event]) -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for group in pile.groups_of(kind):
        for member in group.members:
            table.setdefault(member, set()).add(group.id)
    return {source: frozenset(ids) for source, ids in table.items()}


def _actors_by_name(pile: Pile, marked: MarkedDocument) -> dict[str, str]:
    names: dict[str, str] = {}
    for mention in marked.marks.of(Mention):
        actor = pile.group_of.get((Actor, mention.id))
        if actor is not None:
            names.setdefault(mention.name, actor.id)
    return names


def _voice(pile: Pile, statement: str | None) -> str | None:
    if statement is None:
        return None
    speaker = getattr(pile.mark(statement), "speaker", None)
    if speaker is None:
        return None
    actor = pile.group_of.get((Actor, speaker.mention)) if speaker.mention is not None else None
    return actor.id if actor is not None else str(speaker.name)


def _own_period(pile: Pile, figure: Figure, about: dict[str, Subject], figures: Sequence[Figure]) -> bool:
    """Whether its period is its own. A day of saying what was held earlier is none; and what stands behind the figure
    that a change starts from (to 6.2 percent from 6.3 percent in September) is of that one alone."""
    if figure.id in about and "earlier" in about[figure.id].cues:
        return False
    if figure.period_moment is None:
        return True
    at = pile.mark(figure.period_moment).start
    rivals = [one for one in figures[:_MOST_OF_A_TABLE] if one.period_moment == figure.period_moment]
    cues = about[figure.id].cues if figure.id in about else frozenset()
    if "corrected" in cues and at < figure.start and _is_day(pile, figure.period_moment):
        return False  # on Tuesday it corrected the fine: the day is that of the correction
    if "from" in cues and "corrected" not in cues and at < figure.start:
        # after 82% a week earlier: the day of the sentence is that of the figure before it
        return not any(one.start < figure.start and one.unit == figure.unit for one in rivals)
    between = (one for one in rivals if figure.start < one.start < at and one.id in about)
    return not any("from" in about[one.id].cues for one in between)


def _is_day(pile: Pile, moment: str) -> bool:
    mark = pile.mark(moment)
    days = extent(mark.edtf) if isinstance(mark, Moment) and mark.edtf is not None else None
    return days is not None and days.earliest is not None and days.earliest == days.latest


def _period(pile: Pile, around: Around, figure: Figure) -> Extent | None:
    """What the page says, or what other sources let its moment resolve to; else the time that its sentence recalls."""
    recalled = around.subject.recalled
    if figure.period is None and recalled is not None:
        moment = pile.mark(recalled)
        edtf = around.resolved.get(recalled, moment.edtf if isinstance(moment, Moment) else None)
        return extent(edtf) if edtf is not None else None
    if not around.own_period:
        return None
    if figure.period_moment is not None and figure.period_moment in around.resolved:
        return extent(around.resolved[figure.period_moment])
    return extent(figure.period) if figure.period is not None else None


def _published(pile: Pile, source: str) -> Extent | None:
    published = pile.published(source)
    return Extent(published.earliest, published.latest) if published is not None else None


def overlap(left: Extent, right: Extent) -> bool:
    """Whether two extents share a day; an open end reaches for ever."""
    return not (_before(left.latest, right.earliest) or _before(right.latest, left.earliest))


def _before(last: dt.date | None, first: dt.date | None) -> bool:
    return last is not None and first is not None and last < first
