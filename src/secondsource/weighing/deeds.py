"""Which actions of a pile are one deed: the same type, on one occasion, of parties that agree as far as they are named.

A report leaves out what its reader knows: the doer in a headline ("Hale arrested"), the target behind a verb that needs
none ("Hale sues"). Such a telling is the deed of that occasion with which its one party fits, if there is just one.
"""

from collections import defaultdict
from typing import NamedTuple

from secondsource.model.group import Actor, Event
from secondsource.model.mark import Action, ActorKind, Figure, Mention, MentionForm, Realis
from secondsource.model.passage import Role
from secondsource.model.pile import Pile
from secondsource.text.normalise import plain

_TOLD = (MentionForm.NAME, MentionForm.SURNAME, MentionForm.TITLE, MentionForm.COLLECTIVE)
_DONE = (Realis.ASSERTED, Realis.ALLEGED)
_WORDS = frozenset({"AGREE", "CONSULT", "REJECT", "REQUEST", "SUPPORT"})
"""Types that are done with words: where one page alone tells of them, the statement is the claim."""


class Deed(NamedTuple):
    """What makes actions of several pages one: the occasion, PLOVER's type, and the ids of doer and target, empty where
    no page names one."""

    occasion: str
    code: str
    actor: str
    target: str


def deeds_of(pile: Pile) -> list[tuple[Deed, list[Action]]]:
    """Every deed that is worth a claim, with the actions that tell it, in order."""
    return [
        (deed, members)
        for deed, members in sorted(_completed(_as_told(pile)).items())
        if (deed.actor and deed.target) or len({one.source for one in members}) > 1 or _is_told_outright(members, pile)
    ]


def _as_told(pile: Pile) -> dict[Deed, list[Action]]:
    """The actions whose named parties are known actors, by what they tell."""
    found: dict[Deed, list[Action]] = {}
    for document in pile.documents:
        event = pile.group_of.get((Event, document.id))
        occasion = event.id if event else document.id
        for action in document.marks.of(Action):
            parties = [(one, pile.actor(one or "")) for one in (action.actor_mention, action.target_mention)]
            if any(mention and actor is None for mention, actor in parties):
                continue
            actor, target = (_key(actor) if actor else "" for _, actor in parties)
            if action.target and not action.target_mention:
                target = action.mode or ""  # people without a name: the deed and their number
            if actor or target:
                found.setdefault(Deed(occasion, action.code, actor, target), []).append(action)
    return found


def _key(party: Actor) -> str:
    """What a party is known by: a crowd or somebody without a name by the words for it, which every copy has."""
    return plain(party.name) if party.kind is ActorKind.GROUP else party.id


def _completed(told: dict[Deed, list[Action]]) -> dict[Deed, list[Action]]:
    """What is told with one party alone joins the same deed with both, where just one of them fits."""
    whole: dict[tuple[str, str], list[Deed]] = defaultdict(list)
    for deed in told:
        if deed.actor and deed.target:
            whole[deed.occasion, deed.code].append(deed)
    found: dict[Deed, list[Action]] = {}
    for deed, members in sorted(told.items()):
        fitting = [one for one in whole[deed.occasion, deed.code] if _fits(deed, one)]
        found.setdefault(fitting[0] if len(fitting) == 1 else deed, []).extend(members)
    return found


def _fits(deed: Deed, whole: Deed) -> bool:
    """Whether the parties that a deed names are those of one that names both."""
    return deed.actor in ("", whole.actor) and deed.target in ("", whole.target)


def _is_told_outright(members: list[Action], pile: Pile) -> bool:
    """Whether a text tells as done what a party with a name did or met with: a headline is no more than a hint."""
    return any(
        action.code not in _WORDS
        and action.realis in _DONE
        and _is_named(action.actor_mention or action.target_mention, pile)
        and not _in_headline(action, pile)
        and not _is_counted(action, pile)
        for action in members
    )


def _is_named(mention: str | None, pile: Pile) -> bool:
    """Whether some page gives the party of a mention a name."""
    actor = pile.actor(mention or "")
    marks = [pile.mark(member) for member in actor.members] if actor else []
    return any(isinstance(mark, Mention) and mark.form in _TOLD for mark in marks)


def _is_counted(action: Action, pile: Pile) -> bool:
    """Whether it tells what a number of people did, "150 people demonstrated": the claim is the figure."""
    figures = pile.document(action.source).marks.of(Figure)
    return any(figure.start <= action.start <= figure.end + 1 for figure in figures)


def _in_headline(action: Action, pile: Pile) -> bool:
    document = pile.document(action.source).document
    return any(passage.span.covers(action.span) for passage in document.of(Role.HEADLINE))
