"""Links and groups: utterances with their fullest wording, and which of them repeat each other."""

from collections import Counter
from itertools import combinations

from msgspec.structs import replace

from secondsource.model.group import Part, Utterance
from secondsource.model.judgement import Judgement, Verdict
from secondsource.model.keys import content_id
from secondsource.model.link import Feature, Link, LinkKind
from secondsource.model.span import Place, Reason
from secondsource.stage.grouping import Pair, components

from .compare import Compared, Comparison
from .cuts import cuts
from .decide import Relation, is_alike_inside, is_changed
from .meaning import Proposed
from .occasion import certainly_apart
from .said import Said

_BY_MEANING = 0.1
"""What nearness in meaning counts beside a score by words."""
_ALL_COMPARED = 24
"""Members up to which every two of a group are compared, also those that no key brought together."""


def link(pair: Comparison, relation: Relation, judgements: dict[tuple[str, str], Verdict]) -> Link:
    """The link of a pair, with the features that said so."""
    left, right = sorted((pair.left, pair.right), key=lambda one: one.id)
    kind = LinkKind.REPEATS if relation is Relation.REPEATS else LinkKind.UTTERANCE
    places = tuple(Place(one.source, one.start, one.end) for one in (left, right))
    why = {
        Relation.SAME: "the same remark on one occasion",
        Relation.REPEATS: "the same remark on another occasion",
        Relation.CHANGED: f"alike, but the {' and '.join(pair.changed)} changed",
        Relation.OTHER_SPEAKER: "the same words, given to another speaker",
    }[relation]
    return Link(
        id=content_id("link", kind, left.id, right.id),
        kind=kind,
        left=left.id,
        right=right.id,
        relation=relation,
        score=round(pair.score, 4),
        features=pair.features,
        reasons=(Reason(why, places),),
        judged=(left.id, right.id) in judgements,
    )


def link_by_meaning(one: Proposed, judgements: dict[tuple[str, str], Verdict]) -> Link:
    """The link of a pair that lies near in meaning; it comes behind all links by words."""
    made = link(one.pair, Relation.SAME, judgements)
    features = (*made.features, Feature("near in meaning", one.likeness, 0.0))
    reason = Reason("near in meaning, and nothing speaks against it", made.reasons[0].spans)
    return replace(made, score=round(_BY_MEANING * one.likeness, 4), features=features, reasons=(reason,))


def judged(judgements: tuple[Judgement, ...]) -> dict[tuple[str, str], Verdict]:
    """Verdicts by sorted pair."""
    table: dict[tuple[str, str], Verdict] = {}
    for judgement in sorted(judgements, key=lambda j: (j.left, j.right, j.verdict)):
        left, right = sorted((judgement.left, judgement.right))
        table[(left, right)] = judgement.verdict
    return table


def utterances(
    all_said: list[Said], links: list[Link], judgements: tuple[Judgement, ...], compared: Compared
) -> list[Utterance]:
    """Every statement in exactly one utterance, in order of their ids."""
    whole = {one.id: one for one in all_said}
    same = [one for one in links if one.relation == Relation.SAME]
    parted = [(one.left, one.right) for one in links if _parts(one, whole)]
    joined = _surest(same, links)
    cut = cuts(components(whole, joined, judgements), whole, compared)
    by_id = cut.items(all_said)
    pairs, never = cut.pairs(joined, whole), cut.kept_apart(parted, whole)
    said_of_parts = cut.judged(judgements, whole)
    groups = components(by_id, pairs, said_of_parts, never)
    never += _told_apart(groups, by_id, {(one.left, one.right) for one in pairs}, compared)
    groups = components(by_id, pairs, said_of_parts, never)
    ids = {member: content_id("utterance", *members) for members in groups for member in members}
    repeats: dict[str, set[str]] = {}
    for one in links:
        if one.kind is LinkKind.REPEATS:
            for left, right in cut.meant(whole[one.left], whole[one.right]):
                if ids[left.id] != ids[right.id]:
                    repeats.setdefault(ids[left.id], set()).add(ids[right.id])
                    repeats.setdefault(ids[right.id], set()).add(ids[left.id])
    return [_utterance([by_id[member] for member in members], ids[members[0]], repeats) for members in groups]


def _surest(same: list[Link], links: list[Link]) -> list[Pair]:
    """The links that join, as pairs: the more statements differ materially from one of the two, the later they come.
    So a version that nobody else has gives way to the one that most have."""
    differing = Counter(end for one in links if one.relation == Relation.CHANGED for end in (one.left, one.right))
    return [Pair(one.score / (1 + max(differing[one.left], differing[one.right])), one.left, one.right) for one in same]


def _parts(one: Link, by_id: dict[str, Said]) -> bool:
    """Whether a link keeps its two statements apart, whatever joins them to others."""
    repeated = one.relation == Relation.REPEATS and certainly_apart(by_id[one.left], by_id[one.right])
    return repeated or one.relation == Relation.CHANGED


def _told_apart(
    groups: list[tuple[str, ...]], by_id: dict[str, Said], same: set[tuple[str, str]], compared: Compared
) -> list[tuple[str, str]]:
    """Statements that chance to hang together through others, but are no versions of one remark themselves: those of
    one source that are not alike, for one report tells them as two remarks, and those that differ materially."""
    found = []
    for members in groups:
        for left, right in combinations(members, 2):
            if (left, right) in same:
                continue
            one, other = by_id[left], by_id[right]
            if one.source == other.source:
                parted = not is_alike_inside(compared.of(one, other))
            else:
                parted = _of_two(compared.of(one, other)) or (
                    len(members) <= _ALL_COMPARED and is_changed(compared.of(one, other))
                )
            if parted:
                found.append((left, right))
    return found


def _of_two(pair: Comparison) -> bool:
    """Whether two reports of their own surely tell the words of two parties, neither of them as a quotation."""
    one, other = pair.left, pair.right
    reports = one.family is None or one.family != other.family
    parties = one.sure and other.sure and one.speaker != other.speaker
    return reports and parties and not one.direct and not other.direct


def _utterance(members: list[Said], group_id: str, repeats: dict[str, set[str]]) -> Utterance:
    fullest = max(members, key=lambda one: (one.direct, not one.repaired, one.look.length, one.id))
    occasions = sorted({one.occasion for one in members if one.occasion is not None})
    return Utterance(
        id=group_id,
        members=tuple(sorted({one.statement for one in members})),
        parts=tuple(Part(one.statement, one.spans) for one in sorted(members, key=_place) if one.id != one.statement),
        text=fullest.text,
        occasion=occasions[0] if len(occasions) == 1 else None,
        repeats=tuple(sorted(repeats.get(group_id, ()))),
        speaker=_speaker(members),
    )


def _place(one: Said) -> tuple[str, int, str]:
    return one.source, one.start, one.id


def _speaker(members: list[Said]) -> str | None:
    """The named party that most members have for speaker; what is known by a pronoun counts where nothing else is."""
    named = [one.speaker for one in members if one.certain] or [one.speaker for one in members if one.sure]
    counted = Counter(named).most_common(2)
    if not counted or (len(counted) > 1 and counted[0][1] == counted[1][1]):
        return None
    return counted[0][0]
