"""The stage: candidates, then alignment, then families."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from msgspec import Struct

from secondsource.model.group import CopyFamily, Group, Relation
from secondsource.model.judgement import Judgement, Verdict
from secondsource.model.keys import content_id
from secondsource.model.link import Link, LinkKind
from secondsource.model.mark import Credit, Mark, Statement
from secondsource.model.pile import Matched, Pile
from secondsource.model.published import Published, Strength
from secondsource.model.span import Place, Reason
from secondsource.stage.grouping import Pair, components
from secondsource.stage.settings import CopySettings

from .candidates import Candidate, candidates
from .compare import Comparison, Copy, compare
from .decide import Standing, reason, standing, two_agencies
from .families import Families, Samples, families, trusted
from .group import family
from .keys import Body, body_of
from .reuse import reuses
from .signs import signers
from .takes import possible_takes, takes

REPRINT_DAYS = 10
"""Pages certainly further apart than this are a story told again, unless they repeat it word for word."""
WORD_FOR_WORD = 0.3
MOSTLY = 0.5
"""Share of a text that is more than the quotes which two reporters have in common."""


class MatchCopies(Struct, frozen=True):
    """Finds copy families."""

    settings: CopySettings = CopySettings()
    name: str = "copies"
    needs: tuple[type[Mark] | type[Group], ...] = (Credit, Statement)
    gives: tuple[type[Group], ...] = (CopyFamily,)

    def match(self, pile: Pile, judgements: tuple[Judgement, ...]) -> Matched:
        """Links and families over all documents."""
        found = copies(pile, self.settings)
        grouped = groups(pile, found, judgements)
        told = tuple(family(members, found.copied, found.bodies, grouped.mixed) for members in grouped.groups)
        relations = {frozenset((d.from_id, d.to_id)): d.relation for group in told for d in group.derivations}
        links = tuple(_link(pair, relations) for pair in found.copied.values())
        reused = reuses(found.passages, found.bodies, grouped.groups)
        possible = _possible(found.possible, grouped.groups, judgements)
        return Matched(links=(*links, *possible, *reused), groups=told)


class Copies(NamedTuple):
    """What was found in a pile before it is grouped."""

    bodies: dict[str, Body]
    copied: dict[frozenset[str], Copy]
    samples: Samples
    passages: list[tuple[str, str]]
    """Pairs that may share a passage."""
    possible: list[Comparison]
    """Pairs of which it cannot be told whether one is a copy."""


def copies(pile: Pile, settings: CopySettings) -> Copies:
    """Every pair of copies in a pile."""
    known = signers(pile.documents)
    bodies = {marked.id: body_of(marked, known) for marked in pile.documents}
    found = candidates(bodies.values(), settings.sample_modulus)
    copied: dict[frozenset[str], Copy] = {}
    possible: list[Comparison] = []
    for pair in _with_takes(found.pairs, bodies.values()):
        left, right = bodies[pair.left], bodies[pair.right]
        plain = pair.sure and (pair.contained >= MOSTLY or not left.quotes or not right.quotes)
        measured = None if plain else compare(left, right, found.common)
        contained = measured.contained if measured else pair.contained
        if contained < WORD_FOR_WORD and _far_apart(pile, left, right):
            continue
        told = _told(measured, settings.least_score) if measured else Standing.COPY
        if told is Standing.COPY:
            copied[frozenset((pair.left, pair.right))] = Copy(left, right, contained, found.common, measured)
        elif measured and told is Standing.POSSIBLE:
            possible.append(measured)
    return Copies(bodies, trusted(copied), found.samples, found.passages, possible)


def _with_takes(found: list[Candidate], bodies: Iterable[Body]) -> Iterator[Candidate]:
    """The candidates, and the pairs that an agency may have sent one after the other."""
    yield from found
    known = {(pair.left, pair.right) for pair in found}
    yield from (Candidate(*pair, 0.0, False) for pair in possible_takes(bodies) if pair not in known)


def _told(measured: Comparison, least: float) -> Standing:
    return Standing.COPY if takes(measured) else standing(measured, least)


def groups(pile: Pile, found: Copies, judgements: tuple[Judgement, ...] = ()) -> Families:
    """The families of a pile's copies, as sources."""
    never = _never(found.bodies, found.copied, judgements, pile)
    return families(found.bodies, found.copied, judgements, never, found.samples)


def _never(
    bodies: Mapping[str, Body],
    copied: Mapping[frozenset[str], Copy],
    judgements: tuple[Judgement, ...],
    pile: Pile,
) -> list[tuple[str, str]]:
    """Pages certainly far apart in time, and texts of two agencies, are never joined by way of a third page."""
    pairs = [Pair(found.score, *sorted(pair)) for pair, found in copied.items()]
    pages = {page for pair in copied for page in pair}
    return [
        (left, right)
        for members in components(pages, pairs, judgements)
        for left, right in combinations(members, 2)
        if frozenset((left, right)) not in copied
        and (_far_apart(pile, bodies[left], bodies[right]) or two_agencies(bodies[left], bodies[right]))
    ]


def _far_apart(pile: Pile, left: Body, right: Body) -> bool:
    """Whether more days than a reprint takes certainly lie between two publications."""
    one, other = _certain(pile, left), _certain(pile, right)
    if one is None or other is None:
        return False
    return max((other.earliest - one.latest).days, (one.earliest - other.latest).days) > REPRINT_DAYS


def _certain(pile: Pile, body: Body) -> Published | None:
    """When a page was published, where it states its year; a year that was worked out from a weekday is not certain."""
    stated = any(clue.strength is Strength.STATED and clue.earliest is not None for clue in body.marked.document.clues)
    without_year = any(clue.strength is Strength.STATED and clue.day is not None for clue in body.marked.document.clues)
    return None if without_year and not stated else pile.published(body.source)


def _link(pair: Copy, relations: Mapping[frozenset[str], Relation]) -> Link:
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
        reasons=(_reason(pair),),
    )


def _possible(
    pairs: Iterable[Comparison], groups: Iterable[tuple[str, ...]], judgements: tuple[Judgement, ...]
) -> Iterator[Link]:
    """Links between pages of no common family that may be copies. Texts of two agencies, and what a person judged
    different, are in no doubt."""
    settled = {frozenset(pair) for members in groups for pair in combinations(members, 2)}
    settled |= {frozenset((one.left, one.right)) for one in judgements if one.verdict is Verdict.DIFFERENT}
    for pair in pairs:
        left, right = sorted((pair.left.source, pair.right.source))
        if frozenset((left, right)) not in settled and not two_agencies(pair.left, pair.right):
            yield Link(
                id=content_id("link", LinkKind.POSSIBLE_COPY, left, right),
                kind=LinkKind.POSSIBLE_COPY,
                left=left,
                right=right,
                relation="undecided",
                score=pair.score,
                features=pair.features,
                reasons=(reason(pair),),
            )


def _reason(pair: Copy) -> Reason:
    """What the two have in common: aligned sentences, or the share of words where that was enough."""
    if pair.measured:
        return reason(pair.measured)
    spans = (pair.left.excerpt.spans, pair.right.excerpt.spans)
    places = [
        Place(body.source, each[0].start, each[-1].end)
        for body, each in zip((pair.left, pair.right), spans, strict=True)
        if each
    ]
    return Reason(f"{pair.contained:.0%} of the shorter text's runs of five words stand in the other", tuple(places))
