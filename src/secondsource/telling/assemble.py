"""From the finished pile to the dossier: rows with ids in place of records."""

from collections.abc import Iterable

from secondsource.model.claim import Claim, LineageStep
from secondsource.model.group import Actor, CopyFamily, Event, Origin, Part, Quantity, Story, Utterance
from secondsource.model.link import LinkKind
from secondsource.model.made import Made
from secondsource.model.mark import Action, Credit, Figure, Mention, Moment, Statement
from secondsource.model.masthead import Masthead
from secondsource.model.pile import MarkedDocument, Pile
from secondsource.model.published import Published
from secondsource.model.span import Place, Reason, Span

from . import dossier as rows


def assemble(pile: Pile, made: Made) -> rows.Dossier:
    """The dossier of a pile. Every list is in the order of the pile's sources, then of place."""
    lookup = _Lookup(pile)
    return rows.Dossier(
        dossier=rows.VERSION,
        made=rows.MadeRow(made.version, made.grade.value, made.settings, made.models),
        sources=tuple(_source(document, lookup) for document in pile.documents),
        copies=tuple(_copies(family) for family in pile.groups_of(CopyFamily)),
        actors=tuple(_actor(actor, pile) for actor in pile.groups_of(Actor)),
        events=tuple(_event(event) for event in pile.groups_of(Event)),
        stories=tuple(rows.StoryRow(story.id, story.title, story.members) for story in pile.groups_of(Story)),
        statements=tuple(_statement(s, lookup) for d in pile.documents for s in d.marks.of(Statement)),
        utterances=tuple(_utterance(utterance) for utterance in pile.groups_of(Utterance)),
        moments=tuple(_moment(m, lookup) for d in pile.documents for m in d.marks.of(Moment)),
        figures=tuple(_figure(f, lookup) for d in pile.documents for f in d.marks.of(Figure)),
        quantities=tuple(_quantity(quantity) for quantity in pile.groups_of(Quantity)),
        actions=tuple(_action(a, lookup) for d in pile.documents for a in d.marks.of(Action)),
        claims=tuple(_claim(claim) for claim in pile.claims),
        problems=tuple(rows.ProblemRow(p.source, p.code, p.message, p.start, p.end) for p in pile.problems),
        possible_copies=tuple(
            rows.PossibleCopyRow(link.left, link.right, link.score, _reasons(link.reasons))
            for link in sorted(pile.links_of(LinkKind.POSSIBLE_COPY), key=lambda link: (link.left, link.right))
        ),
    )


class _Lookup:
    """Questions that several kinds of rows ask of the pile."""

    def __init__(self, pile: Pile) -> None:
        self.pile = pile
        self.resolved = pile.resolved
        self.story_of = {event: story.id for story in pile.groups_of(Story) for event in story.members}
        self.event_of_action = {action: e.id for e in pile.groups_of(Event) for action in e.actions}
        self.actor_by_name = {
            (mention.source, mention.name): actor
            for document in pile.documents
            for mention in document.marks.of(Mention)
            if (actor := self.actor(mention.id)) is not None
        }

    def group(self, kind: type[Actor | Event | Quantity], member: str | None) -> str | None:
        """Id of the group of a kind that holds a member."""
        if member is None:
            return None
        group = self.pile.group_of.get((kind, member))
        return group.id if group else None

    def utterance(self, statement: Statement) -> str | None:
        """Id of the utterance that the first words of a statement belong to."""
        group = self.pile.utterance(statement.id, statement.start)
        return group.id if group else None

    def actor(self, mention: str | None) -> str | None:
        """Id of the actor that a mention belongs to."""
        return self.group(Actor, mention)

    def speaker(self, statement: str | None) -> str | None:
        """Id of the actor who makes a statement."""
        if statement is None:
            return None
        mark = self.pile.mark(statement)
        if not isinstance(mark, Statement) or mark.speaker is None:
            return None
        by_mention = self.actor(mark.speaker.mention)
        return by_mention or self.actor_by_name.get((mark.source, mark.speaker.name))

    def edtf(self, moment: str | None) -> str | None:
        """What a moment resolves to, with the help of other sources where one was had."""
        if moment is None:
            return None
        if moment in self.resolved:
            return self.resolved[moment].edtf
        mark = self.pile.mark(moment)
        return mark.edtf if isinstance(mark, Moment) else None


def _place(place: Place) -> rows.PlaceRow:
    return rows.PlaceRow(place.source, place.start, place.end)


def _reasons(reasons: Iterable[Reason]) -> tuple[rows.ReasonRow, ...]:
    return tuple(rows.ReasonRow(reason.why, tuple(map(_place, reason.spans))) for reason in reasons)


def _when(published: Published | None) -> rows.WhenRow | None:
    if published is None:
        return None
    return rows.WhenRow(
        published.edtf, published.earliest.isoformat(), published.latest.isoformat(), _reasons(published.reasons)
    )


def _span(span: Span | None) -> rows.SpanRow | None:
    return rows.SpanRow(span.start, span.end) if span else None


def _source(marked: MarkedDocument, lookup: _Lookup) -> rows.SourceRow:
    document, source = marked.document, marked.document.source
    masthead = document.masthead
    event = lookup.group(Event, document.id)
    return rows.SourceRow(
        id=source.id,
        name=source.name,
        path=source.path,
        record=source.record,
        sha256=source.sha256,
        url=source.url,
        media_type=source.media_type,
        encoding=source.encoding,
        length=len(document.text),
        text=document.text,
        language=document.language,
        outlet=document.outlet,
        event=event,
        story=lookup.story_of.get(event) if event else None,
        passages=tuple(rows.PassageRow(p.role.value, p.start, p.end) for p in document.passages),
        headline=_span(document.headline),
        published=_when(lookup.pile.published(document.id)),
        credits=tuple(rows.CreditRow(c.role.value, c.name, c.start, c.end, c.through) for c in marked.marks.of(Credit)),
        title=masthead.title,
        titles=tuple(rows.TitleRow(title.value, title.property) for title in masthead.titles),
        authors=masthead.authors,
        section=masthead.section,
        canonical=masthead.canonical_url,
        standfirst=_span(masthead.standfirst),
        dateline=_dateline(masthead),
    )


def _dateline(masthead: Masthead) -> rows.DatelineRow | None:
    span = masthead.dateline
    return rows.DatelineRow(span.start, span.end, masthead.place, masthead.agency) if span else None


def _origin(origin: Origin) -> rows.OriginRow:
    return rows.OriginRow(origin.source, origin.outside, _reasons(origin.reasons))


def _copies(family: CopyFamily) -> rows.CopyRow:
    derivations = tuple(
        rows.DerivationRow(d.from_id, d.to_id, d.relation.value, d.score, d.directed, _reasons(d.reasons))
        for d in family.derivations
    )
    return rows.CopyRow(family.id, family.members, _origin(family.origin), derivations)


def _actor(actor: Actor, pile: Pile) -> rows.ActorRow:
    marks = (pile.mark(member) for member in actor.members)
    places = sorted(Place(mark.source, mark.start, mark.end) for mark in marks)
    return rows.ActorRow(actor.id, actor.name, actor.kind.value, actor.aliases, tuple(map(_place, places)))


def _event(event: Event) -> rows.EventRow:
    return rows.EventRow(event.id, event.title, _when(event.when), event.where, event.members, event.actions)


def _statement(statement: Statement, lookup: _Lookup) -> rows.StatementRow:
    speaker = statement.speaker
    return rows.StatementRow(
        id=statement.id,
        source=statement.source,
        kind=statement.kind.value,
        start=statement.start,
        end=statement.end,
        spans=tuple(rows.SpanRow(span.start, span.end) for span in statement.spans),
        text=statement.text,
        speaker=rows.SpeakerRow(
            lookup.speaker(statement.id), speaker.name, speaker.how.value, speaker.start, speaker.end
        )
        if speaker
        else None,
        speaker_missing=statement.speaker_missing,
        cue=_span(statement.cue),
        addressee=statement.addressee,
        event=lookup.group(Event, statement.source),
        utterance=lookup.utterance(statement),
        within=statement.within,
        negated=statement.negated,
        repaired=statement.repaired,
        repair=statement.repair,
        occasion=statement.occasion,
        realis=statement.realis.value if statement.realis else None,
    )


def _utterance(utterance: Utterance) -> rows.UtteranceRow:
    return rows.UtteranceRow(
        id=utterance.id,
        statements=utterance.members,
        occasion=utterance.occasion,
        text=utterance.text,
        repeats=utterance.repeats,
        parts=tuple(map(_part, utterance.parts)),
    )


def _part(part: Part) -> rows.PartRow:
    return rows.PartRow(part.member, tuple(rows.SpanRow(span.start, span.end) for span in part.spans))


def _moment(moment: Moment, lookup: _Lookup) -> rows.MomentRow:
    resolved = lookup.resolved.get(moment.id)
    own = (moment.reason,) if moment.reason else ()
    return rows.MomentRow(
        id=moment.id,
        source=moment.source,
        start=moment.start,
        end=moment.end,
        text=moment.text,
        edtf=resolved.edtf if resolved else moment.edtf,
        timex=moment.timex,
        kind=moment.kind.value,
        anchor=moment.anchor,
        reasons=_reasons(resolved.reasons if resolved else own),
    )


def _figure(figure: Figure, lookup: _Lookup) -> rows.FigureRow:
    return rows.FigureRow(
        id=figure.id,
        source=figure.source,
        start=figure.start,
        end=figure.end,
        text=figure.text,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        unit=figure.unit,
        comparator=figure.comparator.value,
        change=figure.change,
        measure=figure.measure,
        of=figure.of,
        period=lookup.edtf(figure.period_moment) or figure.period,
        attributed_to=lookup.speaker(figure.statement or figure.follows) or lookup.actor(figure.source_mention),
        statement=figure.statement,
        converts=figure.converts,
        quantity=lookup.group(Quantity, figure.id),
        part_of=figure.part_of,
    )


def _quantity(quantity: Quantity) -> rows.QuantityRow:
    return rows.QuantityRow(
        quantity.id,
        quantity.measure,
        quantity.unit,
        quantity.period,
        quantity.members,
        quantity.agreement.value,
        _reasons(quantity.reasons),
        tuple(rows.RelatedRow(other, agreement.value) for other, agreement in quantity.related),
    )


def _action(action: Action, lookup: _Lookup) -> rows.ActionRow:
    return rows.ActionRow(
        id=action.id,
        source=action.source,
        start=action.start,
        end=action.end,
        text=action.text,
        actor=lookup.actor(action.actor_mention),
        target=lookup.actor(action.target_mention),
        code=action.code,
        mode=action.mode,
        realis=action.realis.value,
        attributed_to=lookup.speaker(action.statement),
        when=lookup.edtf(action.when),
        where=action.where,
        event=lookup.event_of_action.get(action.id),
    )


def _lineage(step: LineageStep) -> rows.LineageRow:
    return rows.LineageRow(
        step.kind, step.id, step.name, step.why, tuple(map(_place, step.spans)), tuple(map(_lineage, step.steps))
    )


def _claim(claim: Claim) -> rows.ClaimRow:
    support = claim.support
    return rows.ClaimRow(
        id=claim.id,
        kind=claim.kind.value,
        text=claim.text,
        members=claim.members,
        agreement=rows.AgreementRow(claim.agreement.value.value, _reasons(claim.agreement.reasons)),
        support=rows.SupportRow(
            support.pages,
            support.reports,
            support.voices,
            support.outlets,
            support.unknown,
            support.unattributed,
            support.verdict.value,
            tuple(map(_lineage, support.lineage)),
        ),
        differences=tuple(
            rows.DifferenceRow(d.kind, _place(d.left), _place(d.right), d.note) for d in claim.differences
        ),
        parts=tuple(map(_part, claim.parts)),
    )
