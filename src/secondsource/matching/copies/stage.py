"""The stage: candidates by shared shingles and anchors, then alignment, then families."""

from collections.abc import Iterable
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

from .compare import compare
from .decide import decide, is_copy
from .group import Copied, family
from .keys import Body, body_of

MOST_POSTINGS = 60
"""A key in more bodies than this is no evidence, and is left out of candidate search."""
ENOUGH_VOTES = 6


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
        copied: list[Copied] = []
        for left, right in candidates(bodies.values(), self.settings.sample_modulus):
            comparison = compare(bodies[left], bodies[right])
            far_apart = _days_apart(pile, left, right) > REPRINT_DAYS
            if far_apart and comparison.contained < WORD_FOR_WORD:
                continue
            if is_copy(comparison, self.settings.least_score):
                copied.append(Copied(comparison, decide(comparison)))
        links = tuple(_link(pair) for pair in copied)
        families = [
            family(members, [c for c in copied if c.comparison.left.source in members], bodies, pile)
            for members in _groups(bodies, links, judgements, pile)
            if len(members) > 1
        ]
        return Matched(links=links, groups=tuple(families))


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


def candidates(bodies: Iterable[Body], modulus: int) -> list[tuple[str, str]]:
    """Pairs worth comparing: two shared sampled shingles, or three shared anchors; between languages also six pairs of
    words that stand in one sentence on both sides."""
    known = sorted(bodies, key=lambda body: body.source)
    votes: dict[tuple[str, str], int] = {}
    postings: dict[int | str, list[str]] = {}
    for body in known:
        keys: tuple[int | str, ...] = (*body.sample(modulus), *body.anchors)
        for key in keys:
            postings.setdefault(key, []).append(body.source)
    for key, sources in postings.items():
        if 1 < len(sources) <= MOST_POSTINGS:
            weight = 3 if isinstance(key, int) else 2
            for pair in combinations(sources, 2):
                votes[pair] = votes.get(pair, 0) + weight
    _vote_across(known, votes)
    return sorted(pair for pair, count in votes.items() if count >= ENOUGH_VOTES)


def _vote_across(bodies: list[Body], votes: dict[tuple[str, str], int]) -> None:
    """A vote for each pair of words that two bodies of different languages have in one sentence."""
    language = {body.source: body.language for body in bodies}
    if len(set(language.values())) == 1:
        return
    postings: dict[tuple[str, str], list[str]] = {}
    for body in bodies:
        for key in body.word_pairs:
            postings.setdefault(key, []).append(body.source)
    for sources in postings.values():
        if 1 < len(sources) <= MOST_POSTINGS:
            for pair in combinations(sources, 2):
                if language[pair[0]] != language[pair[1]]:
                    votes[pair] = votes.get(pair, 0) + 1


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
