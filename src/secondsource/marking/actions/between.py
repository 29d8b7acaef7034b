"""The one deed between two given parties: what a sentence says the one did to the other, as PLOVER codes it."""

from collections.abc import Sequence

from secondsource.model.mark import Realis
from secondsource.model.span import Span

from .find import Named, Told, deeds_in

ACTOR, TARGET = "actor", "target"
_PROMISED = frozenset({"CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
_THREATENED = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})


def deed_between(
    text: str, sentence: Span, actors: Sequence[Span], targets: Sequence[Span], language: str
) -> Told | None:
    """The deed that the actor does to the target; the nearest reading where the clause does not give both."""
    parties = [*(Named(span, ACTOR) for span in actors), *(Named(span, TARGET) for span in targets)]
    found = deeds_in(text, sentence, parties, language)
    return min(found, key=lambda told: _distance(told, actors, targets), default=None)


def _distance(told: Told, actors: Sequence[Span], targets: Sequence[Span]) -> tuple[int, ...]:
    """Less is better: parties in their roles, then between the two, then near behind the actor."""
    roles = (ACTOR not in told.actors) + (TARGET not in told.targets)
    wrong = (TARGET in told.actors) + (ACTOR in told.targets)
    first = min((span.end for span in actors), default=0)
    other = min((span.start for span in targets), default=first)
    between = min(first, other) <= told.span.start <= max(first, other)
    return (roles + wrong, not between, told.noun, abs(told.span.start - first), -told.weight)


def plover_code(code: str, realis: Realis) -> str:
    """PLOVER's type of a told deed: what is promised is an agreement, hostility to come a threat, cooperation refused a
    rejection (PLOVER codebook)."""
    if realis is Realis.PLANNED and code in _PROMISED:
        return "AGREE"
    if realis in (Realis.PLANNED, Realis.THREATENED) and code in _THREATENED:
        return "THREATEN"
    if realis is Realis.DENIED and code in _PROMISED | {"AGREE"}:
        return "REJECT"
    return code
