"""The matcher of events."""

from msgspec import Struct

from secondsource.model.group import Actor, CopyFamily, Event, Group, Resolution
from secondsource.model.judgement import Judgement, Verdict
from secondsource.model.keys import content_id
from secondsource.model.made import Grade
from secondsource.model.mark import Action, Mark, Mention, Moment, Statement
from secondsource.model.pile import Matched, Pile

from .compare import Vector
from .decide import copied_pairs, judged_pairs, links_within, missing_pairs, never_pairs
from .group import LINKAGE, cluster
from .keys import ReportKeys, met_across, redated, report_keys
from .occasion import title_of, when_of, where_of
from .resolve import beside_others, learn, undated
from .scores import Scores


class MatchEvents(Struct, frozen=True):
    """Finds the main occasion of each source, and which sources share it."""

    grade: Grade = Grade.RULES

    @property
    def name(self) -> str:
        """Its name in the plan."""
        return "events"

    @property
    def needs(self) -> tuple[type[Mark] | type[Group], ...]:
        """Marks of every kind that times or tells a deed, and the groups made before."""
        return (Mention, Moment, Action, Statement, Actor, CopyFamily)

    @property
    def gives(self) -> tuple[type[Group], ...]:
        """Events."""
        return (Event,)

    def match(self, pile: Pile, judgements: tuple[Judgement, ...]) -> Matched:
        """Events with their links, and what sources learn from each other about their days."""
        told = tuple(document for document in pile.documents if document.document.reported.text.strip())
        reports = {document.id: report_keys(document, pile) for document in told}
        resolutions = _learn_in_families(pile, reports)
        pile = pile.plus(Matched(resolutions=resolutions))
        reports = met_across({source: redated(keys, pile) for source, keys in reports.items()})
        reports = beside_others(reports, pile)
        scores = Scores(reports, self.grade)
        comparisons = scores.compared(scores.candidates)
        judged_same = judged_pairs(judgements, reports, Verdict.SAME)
        judged_different = judged_pairs(judgements, reports, Verdict.DIFFERENT)
        same = set(judged_same)
        never = [*judged_different, *(pair for pair in never_pairs(comparisons, reports) if pair not in same)]
        fixed = ([*judged_same, *copied_pairs(pile, reports, scores.compare)], never)
        groups = cluster(list(reports.values()), scores.rarity, comparisons, LINKAGE, fixed)
        comparisons += scores.compared(sorted(missing_pairs(groups, comparisons)))
        comparisons.sort(key=lambda pair: (pair.left, pair.right))
        later = _learn_in_events(pile, groups, reports)
        pile = pile.plus(Matched(resolutions=later))
        events = [_event(members, scores.vectors, pile) for members in groups]
        return Matched(
            links=tuple(links_within(groups, comparisons, judged_same, scores.features)),
            groups=tuple(sorted(events, key=lambda event: event.id)),
            resolutions=(*resolutions, *later),
        )


def _learn_in_families(pile: Pile, reports: dict[str, ReportKeys]) -> tuple[Resolution, ...]:
    found: list[Resolution] = []
    for family in pile.groups_of(CopyFamily):
        members = [reports[member] for member in family.members if member in reports]
        if len(members) > 1:
            found.extend(learn(members, pile, least_names=2))
    return tuple(found)


def _learn_in_events(
    pile: Pile, groups: list[tuple[str, ...]], reports: dict[str, ReportKeys]
) -> tuple[Resolution, ...]:
    found: list[Resolution] = []
    for members in groups:
        if len(members) < 2:
            continue
        learnt = learn([reports[member] for member in members], pile)
        found.extend(learnt)
        taught = {resolution.target for resolution in learnt}
        dated = [member for member in members if member in taught or pile.published(member)]
        if len(dated) == len(members):
            continue
        helpers = [reports[member] for member in dated]
        for member in members:
            if member not in taught and pile.published(member) is None:
                found.extend(undated(reports[member], helpers, pile))
    return tuple(found)


def _event(members: tuple[str, ...], vectors: dict[str, Vector], pile: Pile) -> Event:
    reports = [vectors[member] for member in members]
    keys = [report.keys for report in reports]
    actions = [action for member in members for action in pile.document(member).marks.of(Action)]
    return Event(
        id=content_id("event", *members),
        members=members,
        title=title_of(reports),
        when=when_of(keys, pile),
        where=where_of(keys, pile),
        actions=tuple(action.id for action in actions),
    )
