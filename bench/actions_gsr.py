"""Who did what to whom from raw text: records whose actor, target and PLOVER type are all among the marked actions."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bench.harness import Measured, Request, main
from secondsource.marking.actions.between import plover_code
from secondsource.marking.actions.stage import MarkActions
from secondsource.marking.mentions.stage import MarkMentions
from secondsource.model.document import Document
from secondsource.model.mark import Action, Mention
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import Marks
from secondsource.model.source import Source
from secondsource.text.normalise import plain

EARLIER = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
"""Types of the gold's earlier codebook that today's 16 hold under another name."""
Told = tuple[str, str, str]


def measure(request: Request) -> Sequence[Measured]:
    """Every record that names an actor; a record without a target asks for none."""
    records = [record for record in request.records() if _parties(record, "source")]
    found = [_actions(record["text"]) for record in records]
    right = [_holds(record, actions) for record, actions in zip(records, found, strict=True)]
    if request.worst:
        wrong = [i for i, one in enumerate(right) if not one]
        for i in wrong[: request.worst]:
            record = records[i]
            print(f"--- {record['text']}")
            print(f"    gold {record['event']} {_parties(record, 'source')} -> {_parties(record, 'target')}")
            print(f"    ours {found[i]}")
    share = sum(right) / len(right)
    types = sum(any(_type(record) == one[0] for one in told) for record, told in zip(records, found, strict=True))
    command = "python -m bench.actions_gsr"
    return [
        Measured("actions", request.gold_name, "actor, target, type", "rules", share, None, None, command),
        Measured("actions", request.gold_name, "type", "rules", types / len(right), None, None, command),
    ]


def _parties(record: Mapping[str, Any], role: str) -> list[str]:
    found = record.get(role) or []
    return [party["actorText"] for party in found if isinstance(party, dict) and party.get("actorText")]


def _type(record: Mapping[str, Any]) -> str:
    event = str(record["event"])
    return EARLIER.get(event, event)


def _actions(text: str) -> list[Told]:
    """Type, actor and target of every marked action, each party as its mention is written and named."""
    source = Source("gold", "gold", "gold", None, "gold", "text/plain", "utf-8")
    document = Document(source, text, "en", (Passage(0, len(text), Role.BODY),))
    marks = Marks(MarkMentions().mark(document, Marks()).marks)
    marks = marks.plus(MarkActions().mark(document, marks).marks)
    named = {mention.id: f"{mention.text} {mention.name}" for mention in marks.of(Mention)}
    return [
        (
            plover_code(action.code, action.realis),
            named.get(action.actor_mention or "", ""),
            named.get(action.target_mention or "", action.where or ""),
        )
        for action in marks.of(Action)
    ]


def _holds(record: Mapping[str, Any], actions: Iterable[Told]) -> bool:
    actors, targets = _parties(record, "source"), _parties(record, "target")
    return any(
        code == _type(record)
        and _one_of(actor, actors)
        and (not targets or _one_of(target, targets) or (actor in actors and len(actors) > 1))
        for code, actor, target in actions
    )


def _one_of(found: str, names: Sequence[str]) -> bool:
    """Whether a word of a gold name stands in the mention."""
    mine = set(plain(found).replace(".", "").split())
    return any(mine & {word for word in plain(name).replace(".", "").split() if len(word) > 1} for name in names)


if __name__ == "__main__":
    main(measure, "actions/plover_gsr")
