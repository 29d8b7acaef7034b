"""The stage: candidates, then alignment, then families."""

from collections.abc import Mapping
from itertools import combinations

from msgspec import Struct

from secondsource.model.group import CopyFamily, Group, Relation
from secondsource.model.judgement import Judgement
from secondsource.model.keys import content_id
from secondsource.model.link import Link, LinkKind
from secondsource.model.mark import Credit, Mark, Statement
from secondsource.model.pile import Matched, Pile
from secondsource.stage.grouping import Pair, components
from secondsource.stage.settings import CopySettings

from .candidates import candidates, common_anchors
from .compare import Comparison, compare
from .decide import is_copy, reason, two_agencies
from .families import families, trusted
from .group import family
from .keys import Body, body_of
from .signs import signers

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
        known = signers(pile.documents)
        bodies = {marked.id: body_of(marked, known) for marked in pile.documents}
        copied = trusted(copies(bodies, pile, self.settings))
        found = families(bodies, copied, judgements, _never(bodies, copied, judgements, pile))
        groups = tuple(family(members, copied, bodies, found.mixed) for members in found.groups)
        relations = {frozenset((d.from_id, d.to_id)): d.relation for group in groups for d in group.derivations}
        return Matched(links=tuple(_link(pair, relations) for pair in copied.values()), groups=groups)


def copies(bodies: Mapping[str, Body], pile: Pile, settings: CopySettings) -> dict[frozenset[str], Comparison]:
    """Every pair of copies, with what was measured on it."""
    copied: dict[frozenset[str], Comparison] = {}
    common = common_anchors(bodies.values())
    for left, right in candidates(bodies.values(), settings.sample_modulus):
        comparison = compare(bodies[left], bodies[right], common)
        if comparison.contained < WORD_FOR_WORD and _days_apart(pile, left, right) > REPRINT_DAYS:
            continue
        if is_copy(comparison, settings.least_score):
            copied[frozenset((left, right))] = comparison
    return copied


def _never(
    bodies: Mapping[str, Body],
    copied: Mapping[frozenset[str], Comparison],
    judgements: tuple[Judgement, ...],
    pile: Pile,
) -> list[tuple[str, str]]:
    """Pages certainly far apart in time, and texts of two agencies, are never joined by way of a third page."""
    pairs = [Pair(found.score, *sorted(pair)) for pair, found in copied.items()]
    return [
        (left, right)
        for members in components(bodies, pairs, judgements)
        for left, right in combinations(members, 2)
        if frozenset((left, right)) not in copied
        and (_days_apart(pile, left, right) > REPRINT_DAYS or two_agencies(bodies[left], bodies[right]))
    ]


def _days_apart(pile: Pile, left: str, right: str) -> int:
    """Days that certainly lie between two publications; 0 where their intervals meet or one is unknown."""
    one, other = pile.published(left), pile.published(right)
    if one is None or other is None:
        return 0
    return max((other.earliest - one.latest).days, (one.earliest - other.latest).days, 0)


def _link(pair: Comparison, relations: Mapping[frozenset[str], Relation]) -> Link:
    """The pair as a link; its relation where one derives from the other, else that both carry one text."""
    left, right = sorted((pair.left.source, pair.right.source))
    relation = relations.get(frozenset((left, right)))
    return Link(
        id=content_id("link", "copy", left, right),
        kind=LinkKind.COPY,
        left=left,
        right=right,
        relation=relation.value if relation else "same",
        score=pair.score,
        features=pair.features,
        reasons=(reason(pair),),
    )
