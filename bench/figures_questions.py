"""What a figure says, slot by slot, on passages of our own: `bench/questions/README.md` says how it is scored.

`python -m bench.figures_questions [--worst N] [--json]`. No peer answers these questions.
"""

import argparse
import json
import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec
from msgspec import Struct

from bench.harness import Measured
from bench.questions.gold import NOTHING, SLOTS, Passage, Wanted, passages
from secondsource.case import Case
from secondsource.matching.quantities.reading.keys import FigureKeys, figure_keys
from secondsource.matching.quantities.reading.subject import HEAD
from secondsource.model.mark import Figure, Statement
from secondsource.model.pile import Pile
from secondsource.stage.settings import RunSettings, Settings
from secondsource.telling.dossier import Dossier
from secondsource.text.normalise import plain

COMMAND = "python -m bench.figures_questions"
_EXACT = 1e-3
_SHORTEST_NAME = 3


class Answer(Struct, frozen=True):
    """One slot of one figure: whether it is right, what came out, and what it should have been."""

    slot: str
    right: bool
    shown: str


class Read(Struct, frozen=True):
    """A figure with its keys, and every name that its voice and its parties go by."""

    figure: Figure
    keys: FigureKeys
    voice: frozenset[str]
    parties: frozenset[str]


Judge = Callable[[Read, tuple[str, ...]], bool]


def answers(passage: Passage) -> list[Answer]:
    """All scored slots of a passage, read as a pile of one report."""
    case = _case(passage)
    pile, dossier = case.run(), case.dossier()
    text = pile.documents[0].document.text
    shift = text.find(passage.text[:40])
    left = [_read(keys, pile, dossier) for keys in figure_keys(pile)]
    found: list[Answer] = []
    for wanted in passage.figures:
        read = _at(wanted, shift, left)
        if read is not None:
            left.remove(read)
        found += [
            Answer(slot, read is not None and JUDGES[slot](read, right), _shown(passage, wanted, slot, read))
            for slot, right in wanted.answers.items()
            if right
        ]
    return found


def _case(passage: Passage) -> Case:
    record = {"id": passage.name, "text": passage.text, "language": passage.language, "published": passage.published}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "passage.jsonl"
        path.write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
        case = Case(Settings(run=RunSettings(processes=1)))
        case.add([str(path)])
        case.run()
    return case


def _read(keys: FigureKeys, pile: Pile, dossier: Dossier) -> Read:
    """A figure with the names of its voice: the actor it is attributed to, else the speaker of its statement."""
    actors = {actor.id: {plain(actor.name), *map(plain, actor.aliases)} for actor in dossier.actors}
    figure = next(one for one in pile.documents[0].marks.of(Figure) if one.id == keys.id)
    given = next(one.attributed_to for one in dossier.figures if one.id == figure.id)
    voice = actors.get(given or "", set())
    if not voice:
        told = (one for one in pile.documents[0].marks.of(Statement) if one.id in (figure.statement, figure.follows))
        voice = {plain(one.speaker.name) for one in told if one.speaker is not None}
    parties = {plain(name) for name in figure.of} | {plain(place) for place in keys.subject.places}
    parties |= {name for party in keys.parties for name in actors.get(party, ())}
    return Read(figure, keys, frozenset(voice), frozenset(parties))


def _at(wanted: Wanted, shift: int, left: list[Read]) -> Read | None:
    """The figure that shares most characters with the gold's."""
    start, end = wanted.start + shift, wanted.end + shift
    over = [read for read in left if read.figure.start < end and start < read.figure.end]
    return max(over, key=lambda read: min(end, read.figure.end) - max(start, read.figure.start), default=None)


def _shown(passage: Passage, wanted: Wanted, slot: str, read: Read | None) -> str:
    head = passage.text[max(0, wanted.start - 60) : wanted.start].replace("\n", " ")
    tail = passage.text[wanted.end : wanted.end + 40].replace("\n", " ")
    got = "not read" if read is None else OURS[slot](read)
    return f"{passage.name}: {head}[{wanted.words}]{tail} -> {got}, not {' or '.join(wanted.answers[slot])}"


def _named(names: frozenset[str], right: tuple[str, ...]) -> bool:
    """Whether one of the names is, holds or is held by a right one; no name where nothing is right."""
    if not names:
        return NOTHING in right
    wanted = [plain(one) for one in right if one != NOTHING]
    close = (
        one == name or (len(name) >= _SHORTEST_NAME and (one in name or name in one))
        for one in wanted
        for name in names
    )
    return any(close)


def _is_value(read: Read, right: tuple[str, ...]) -> bool:
    return any(abs(read.figure.value - float(one)) <= _EXACT * max(1.0, abs(float(one))) for one in right)


def _is_measure(read: Read, right: tuple[str, ...]) -> bool:
    measure = plain(read.figure.measure or "")
    return any(plain(one) in measure if one != NOTHING else not measure for one in right)


def _is_asked(read: Read, right: tuple[str, ...]) -> bool:
    first = read.keys.subject.asked[:1]
    return first[0].removeprefix(HEAD) in right if first else NOTHING in right


def _same(slot: str) -> Judge:
    """Whether an answer is, to the letter, one of the right ones."""
    return lambda read, right: OURS[slot](read) in right


OURS: dict[str, Callable[[Read], str]] = {
    "value": lambda read: f"{read.figure.value:g}",
    "comparator": lambda read: read.figure.comparator.value,
    "unit": lambda read: read.keys.figure.unit,
    "measure": lambda read: read.figure.measure or NOTHING,
    "asked": lambda read: " ".join(read.keys.subject.asked) or NOTHING,
    "of": lambda read: ", ".join(sorted(read.parties)) or NOTHING,
    "period": lambda read: read.figure.period or NOTHING,
    "change": lambda read: read.figure.change or NOTHING,
    "voice": lambda read: ", ".join(sorted(read.voice)) or NOTHING,
}
"""What came out, by slot."""
JUDGES: dict[str, Judge] = {
    **{slot: _same(slot) for slot in ("comparator", "unit", "period", "change")},
    "value": _is_value,
    "measure": _is_measure,
    "asked": _is_asked,
    "of": lambda read, right: _named(read.parties, right),
    "voice": lambda read, right: _named(read.voice, right),
}
"""Whether what came out is right, by slot."""


def run() -> None:
    """Score all passages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="show N faults of each slot")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON lines")
    given = parser.parse_args()
    told = list(passages())
    rows = [answer for passage in told for answer in answers(passage)]
    gold = f"questions, {sum(len(passage.figures) for passage in told)} figures"
    for slot in (*SLOTS, "all slots"):
        of = [row for row in rows if slot in (row.slot, "all slots")]
        share = sum(row.right for row in of) / max(1, len(of))
        if given.json:
            measured = Measured("questions of figures", gold, slot, "rules", share, None, None, COMMAND)
            print(msgspec.json.encode(measured).decode())
            continue
        print(f"{slot:12} {share:.3f} of {len(of)}")
        wrong = [row.shown for row in of if not row.right] if slot != "all slots" else []
        print("".join(f"      {shown}\n" for shown in wrong[: given.worst]), end="")


if __name__ == "__main__":
    run()
