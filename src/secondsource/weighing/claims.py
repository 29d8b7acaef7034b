"""Claims from groups: what is said (utterances and their repeats), measured (quantities), done (like deeds)."""

from msgspec.structs import replace

from secondsource.model.claim import Claim, ClaimAgreement, ClaimKind
from secondsource.model.group import Agreement, Part, Quantity, Utterance
from secondsource.model.keys import content_id
from secondsource.model.mark import Action, Figure, Realis, Statement, StatementKind
from secondsource.model.pile import Pile
from secondsource.model.span import Place, Reason, Span

from .deeds import Deed, deeds_of
from .differences import differences
from .heading import figure_wording, sentence_of, usual_wording, wording
from .lineage import support
from .origins import Origins


def said(pile: Pile, origins: Origins) -> list[Claim]:
    """One claim for each remark, its repeats on other occasions included."""
    utterances = {utterance.id: utterance for utterance in pile.groups_of(Utterance)}
    claims: list[Claim] = []
    done: set[str] = set()
    for utterance in utterances.values():
        if utterance.id in done:
            continue
        together = _with_repeats(utterance.id, utterances)
        done.update(together)
        members = [told for one in together for told in _told(utterances[one], pile)]
        direct = [statement for statement in members if statement.kind is not StatementKind.INDIRECT]
        told = [(statement.text, statement.source) for statement in direct or members]
        heading = wording(told, pile) if direct else usual_wording(told, pile)
        why = "the same remark" if len(together) == 1 else f"the same remark on {len(together)} occasions"
        claims.append(
            _claim(
                ClaimKind.SAID,
                heading,
                utterance.id,
                members,
                origins,
                (Agreement.SAME, _all(why, members)),
            )
        )
    return claims


def _told(utterance: Utterance, pile: Pile) -> list[Statement]:
    """Its members; of a statement that other reports tell as several remarks only the words that belong to this one."""
    marks = [pile.mark(member) for member in utterance.members]
    spans: dict[str, tuple[Span, ...]] = {}
    for part in utterance.parts:
        spans[part.member] = (*spans.get(part.member, ()), *part.spans)
    return [_cut(mark, spans.get(mark.id), pile) for mark in marks if isinstance(mark, Statement)]


def _cut(statement: Statement, spans: tuple[Span, ...] | None, pile: Pile) -> Statement:
    if spans is None:
        return statement
    text = pile.document(statement.source).document.text
    words = " ".join(span.cut(text) for span in spans)
    return replace(statement, start=spans[0].start, end=spans[-1].end, spans=spans, text=words)


def _with_repeats(start: str, utterances: dict[str, Utterance]) -> list[str]:
    found, open_ends = {start}, [start]
    while open_ends:
        for other in utterances[open_ends.pop()].repeats:
            if other in utterances and other not in found:
                found.add(other)
                open_ends.append(other)
    return sorted(found)


def measured(pile: Pile, origins: Origins) -> list[Claim]:
    """One claim for each quantity."""
    claims: list[Claim] = []
    for quantity in pile.groups_of(Quantity):
        members = [mark for member in quantity.members if isinstance(mark := pile.mark(member), Figure)]
        heading = figure_wording(members, origins)
        claims.append(
            _claim(ClaimKind.MEASURED, heading, quantity.id, members, origins, (quantity.agreement, quantity.reasons))
        )
    return claims


def did(pile: Pile, origins: Origins) -> list[Claim]:
    """One claim for each deed of an occasion: see `deeds`."""
    return [_deed(deed, members, pile, origins) for deed, members in deeds_of(pile)]


def _deed(deed: Deed, members: list[Action], pile: Pile, origins: Origins) -> Claim:
    denied = [action for action in members if action.realis is Realis.DENIED]
    if denied and len(denied) < len(members):
        agreement = (Agreement.UNDECIDED, _all("told as done and as denied", denied))
    else:
        agreement = (Agreement.SAME, _all("the same deed of the same parties", members))
    heading = wording([(sentence_of(action, pile), action.source) for action in members], pile)
    return _claim(
        ClaimKind.DID,
        heading,
        content_id("deed", deed.occasion, deed.actor, deed.code, deed.target),
        members,
        origins,
        agreement,
    )


def _claim(
    kind: ClaimKind,
    text: str,
    group: str,
    members: list[Statement] | list[Figure] | list[Action],
    origins: Origins,
    agreement: tuple[Agreement, tuple[Reason, ...]],
) -> Claim:
    ids = tuple(sorted({member.id for member in members}))
    return Claim(
        id=content_id("claim", kind.value, *sorted({_key(member, origins.pile) for member in members})),
        kind=kind,
        text=text,
        group=group,
        members=ids,
        agreement=ClaimAgreement(*agreement),
        support=support(kind, list(members), origins),
        differences=differences(list(members), origins),
        parts=tuple(Part(m.id, m.spans) for m in members if isinstance(m, Statement) and _is_part(m, origins.pile)),
    )


def _key(member: Statement | Figure | Action, pile: Pile) -> str:
    """What a claim knows a member by: its id, and of a part of a statement where it begins."""
    return f"{member.id} {member.start}" if _is_part(member, pile) else member.id


def _is_part(member: Statement | Figure | Action, pile: Pile) -> bool:
    """Whether it is only some words of a statement."""
    return member is not pile.mark(member.id)


def _all(why: str, members: list[Statement] | list[Action]) -> tuple[Reason, ...]:
    return (Reason(why, tuple(sorted(Place(m.source, m.start, m.end) for m in members))),)
