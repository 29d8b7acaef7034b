"""The matcher of utterances."""

from msgspec import Struct

from secondsource.model.group import Actor, CopyFamily, Event, Group, Utterance
from secondsource.model.judgement import Judgement
from secondsource.model.made import Grade
from secondsource.model.mark import Mark, Statement
from secondsource.model.pile import Matched, Pile

from .block import apart, candidates, worth
from .compare import Compared, is_likest, likest
from .copies import aligned, beside, gaps
from .decide import Relation, Standing, decide, fills_gap
from .group import judged, link, link_by_meaning, utterances
from .left import left_over
from .meaning import proposed
from .said import said
from .weights import weights


class MatchUtterances(Struct, frozen=True):
    """Finds the same remark in several reports, and the same remark made again elsewhere."""

    grade: Grade = Grade.RULES

    @property
    def name(self) -> str:
        """Its name in the plan."""
        return "utterances"

    @property
    def needs(self) -> tuple[type[Mark] | type[Group], ...]:
        """Statements, their speakers' actors, the occasions, and who copied whom."""
        return (Statement, Actor, Event, CopyFamily)

    @property
    def gives(self) -> tuple[type[Group], ...]:
        """Utterances."""
        return (Utterance,)

    def match(self, pile: Pile, judgements: tuple[Judgement, ...]) -> Matched:
        """One utterance for every remark on one occasion; each statement is in exactly one."""
        all_said = said(pile)
        weighed = weights(all_said)
        verdicts = judged(judgements)
        wanted = candidates(all_said, weighed) | worth(beside(all_said, pile), all_said, weighed, in_copy=True)
        compared = Compared(weighed, {})
        both = ((all_said[a], all_said[b]) for a, b in sorted(wanted))
        pairs = [compared.of(one, other) for one, other in both if apart(one, other)]
        best, chained = likest(pairs), aligned(pairs, pile)
        links = []
        for pair in pairs:
            ids = (min(pair.left.id, pair.right.id), max(pair.left.id, pair.right.id))
            relation = decide(pair, Standing(is_likest(pair, best), chained.get(ids)))
            if relation is not None:
                links.append(link(pair, relation, verdicts))
        same = {(one.left, one.right) for one in links if one.relation == Relation.SAME}
        between = [compared.of(one, other) for one, other in gaps(all_said, same, pile)]
        links += [link(pair, Relation.SAME, verdicts) for pair in between if fills_gap(pair)]
        links += [link(pair, Relation.SAME, verdicts) for pair in left_over(all_said, links, judgements, compared)]
        if self.grade is Grade.MODELS:
            same = {(one.left, one.right) for one in links if one.relation == Relation.SAME}
            links += [link_by_meaning(one, verdicts) for one in proposed(all_said, same, compared)]
        links.sort(key=lambda one: one.id)
        return Matched(links=tuple(links), groups=tuple(utterances(all_said, links, judgements, compared)))
