"""The stage: candidates, then alignment, then families."""

from itertools import combinations

from msgspec import Struct

from secondsource.model.group import CopyFamily, Group
from secondsource.model.judgement import Judgement
from secondsource.model.keys import content_id
from secondsource.model.link import Link, LinkKind
from secondsource.model.mark import Credit, Mark, Statement
from secondsource.model.pile import Matched, Pile
from secondsource.stage.grouping import components, pairs_of
from secondsource.stage.settings import CopySettings

from .candidates import candidates
from .compare import compare
from .decide import decide, is_copy
from .group import Copied, family, trusted
from .keys import Body, body_of

REPRINT_DAYS = 10
"""Pages certainly further apart than this are a story told again, unless they repeat it word for word."""
WORD_FOR_WORD = 0.3


class MatchCopies(Struct, frozen=True):
    """Finds copy families."""

    settings: CopySettings = CopySettings()
    name: str = "copies"
    needs: tuple[type[Mark] | type[Group], ...] = (Credit, Statement)
    gives: tuple[type[Group], ...] = (CopyFamily,)

    def match(self, pile: Pile, judgements: tuple[Judgement, ...]) -> Matched:
        """Links and families over all documents."""
        bodies = {marked.id: body_of(marked) for marked in pile.documents}
        copied: dict[frozenset[str], Copied] = {}
        for left, right in candidates(bodies.values(), self.settings.sample_modulus):
            comparison = compare(bodies[left], bodies[right])
            far_apart = _days_apart(pile, left, right) > REPRINT_DAYS
            if far_apart and comparison.contained < WORD_FOR_WORD:
                continue
            if is_copy(comparison, self.settings.least_score):
                copied[frozenset((left, right))] = Copied(comparison, decide(comparison))
        copied = trusted(copied)
        links = tuple(_link(pair) for pair in copied.values())
        families = tuple(
            family(members, copied, bodies, pile)
            for members in _groups(bodies, links, judgements, pile)
            if len(members) > 1
        )
        return Matched(links=links, groups=families)


def _groups(
    bodies: dict[str, Body], links: tuple[Link, ...], judgements: tuple[Judgement, ...], pile: Pile
) -> list[tuple[str, ...]]:
    """Groups of copies; pages certainly far apart in time are never joined by way of an undated third."""
    close = {frozenset((link.left, link.right)) for link in links}
    never = [
        (left, right)
        for members in components(bodies, pairs_of(links), judgements)
        for left, right in combinations(members, 2)
        if frozenset((left, right)) not in close and _days_apart(pile, left, right) > REPRINT_DAYS
    ]
    return components(bodies, pairs_of(links), judgements, never)


def _days_apart(pile: Pile, left: str, right: str) -> int:
    """Days that certainly lie between two publications; 0 where their intervals meet or one is unknown."""
    one, other = pile.published(left), pile.published(right)
    if one is None or other is None:
        return 0
    return max((other.earliest - one.latest).days, (one.earliest - other.latest).days, 0)


def _link(pair: Copied) -> Link:
    left, right = pair.comparison.left.source, pair.comparison.right.source
    return Link(
        id=content_id("link", "copy", left, right),
        kind=LinkKind.COPY,
        left=left,
        right=right,
        relation=pair.decision.relation.value,
        score=pair.comparison.score,
        features=pair.comparison.features,
        reasons=pair.decision.reasons,
    )
