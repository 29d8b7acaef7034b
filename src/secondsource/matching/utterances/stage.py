"""The matcher of utterances."""

from msgspec import Struct

from secondsource.model.group import Actor, CopyFamily, Event, Group, Utterance
from secondsource.model.judgement import Judgement
from secondsource.model.mark import Mark, Statement
from secondsource.model.pile import Matched, Pile

from .block import candidates
from .compare import compare, is_likest, likest
from .decide import decide
from .group import judged, link, utterances
from .keys import said, weights


class MatchUtterances(Struct, frozen=True):
    """Finds the same remark in several reports, and the same remark made again elsewhere."""

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
        pairs = [compare(left, right, weighed) for left, right in candidates(all_said)]
        best = likest(pairs)
        links = [
            link(pair, relation, verdicts)
            for pair in pairs
            if (relation := decide(pair, is_likest(pair, best))) is not None
        ]
        links.sort(key=lambda one: one.id)
        return Matched(links=tuple(links), groups=tuple(utterances(all_said, links, judgements)))
