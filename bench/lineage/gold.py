"""The gold of one story, and the dossier made of its reports."""

import tomllib
from itertools import combinations
from pathlib import Path

import msgspec
from msgspec import Struct

from secondsource.case import Case
from secondsource.telling.dossier import ActorRow, ClaimRow, Dossier

FOLDER = Path(__file__).parent
Pair = frozenset[str]


class Source(Struct, frozen=True):
    """A report of the story: `key` is its file name."""

    key: str
    language: str
    event: str
    published: str = ""


class Derivation(Struct, frozen=True, rename={"from_": "from"}):
    """`to` has its text from `from_`, a key or `outside:NAME`. Not directed: nothing says which was first."""

    from_: str
    to: str
    relation: str
    directed: bool = True
    also: list[str] = []
    """Further relations that are right where the line between two is a matter of taste."""


class Family(Struct, frozen=True):
    """Sources that carry one text or successive takes of it: one act of reporting."""

    key: str
    members: list[str]
    derivations: list[Derivation]
    origin: str = ""


class FollowUp(Struct, frozen=True, rename={"from_": "from"}):
    """A later report of its own that reuses background of an earlier one: neither a copy pair nor a fault."""

    from_: str
    to: str


class Text(Struct, frozen=True):
    """Characters that occur once in a source; for figures also what they come to."""

    source: str
    text: str
    value: float = 0.0
    unit: str = ""


class Utterance(Struct, frozen=True):
    """One remark on one occasion."""

    key: str
    members: list[Text]
    repeats: list[str] = []


class Quantity(Struct, frozen=True):
    """Figures that measure the same; `also` are further answers that are right."""

    key: str
    agreement: str
    figures: list[Text]
    also: list[str] = []


class Event(Struct, frozen=True):
    """A happening and the sources whose main occasion it is."""

    key: str
    when: str
    sources: list[str]


class Party(Struct, frozen=True):
    """A voice's name and how else it is written in the reports."""

    name: str
    aliases: list[str] = []


class Claim(Struct, frozen=True):
    """A claim with its three counts."""

    key: str
    kind: str
    anchor: Text
    pages: list[str]
    reports: int
    voices: list[str]
    verdict: str
    agreement: str = "same"


class Gold(Struct, frozen=True):
    """gold.toml of one story."""

    source: list[Source]
    event: list[Event]
    family: list[Family] = []
    follow_up: list[FollowUp] = []
    utterance: list[Utterance] = []
    quantity: list[Quantity] = []
    party: list[Party] = []
    claim: list[Claim] = []


class Story:
    """A story's gold and texts, and the dossier made of them."""

    def __init__(self, folder: Path) -> None:
        self.name = folder.name
        self.gold = msgspec.convert(tomllib.loads((folder / "gold.toml").read_text(encoding="utf-8")), Gold)
        self.texts = {one.key: (folder / "reports" / one.key).read_text(encoding="utf-8") for one in self.gold.source}
        self.check()
        case = Case()
        case.add([str(folder / "reports")])
        self.dossier: Dossier = case.dossier()
        self.rows = {Path(row.path).name: row for row in self.dossier.sources}
        self.keys = {row.id: key for key, row in self.rows.items()}
        self.actors: dict[str, ActorRow] = {actor.id: actor for actor in self.dossier.actors}

    def check(self) -> None:
        """Raise `ValueError` where a gold text does not occur exactly once in its source."""
        gold = self.gold
        texts = [text for u in gold.utterance for text in u.members] + [t for q in gold.quantity for t in q.figures]
        for text in texts + [claim.anchor for claim in gold.claim]:
            if self.texts[text.source].count(text.text) != 1:
                raise ValueError(f"{self.name}: {text.source} does not hold exactly once: {text.text}")

    def place(self, text: Text) -> tuple[str, int, int]:
        """Source id, start and end of a gold text in the dossier; an empty place where the page was not read so."""
        row = self.rows.get(text.source)
        start = row.text.find(text.text) if row else -1
        return (row.id, start, start + len(text.text)) if row and start >= 0 else ("", 0, 0)

    def gold_pairs(self) -> set[Pair]:
        """Copies after gold."""
        return {frozenset(pair) for family in self.gold.family for pair in combinations(sorted(set(family.members)), 2)}

    def ignored(self) -> set[Pair]:
        """Pairs that count neither way: those between two reports of which one follows up the other."""
        found: set[Pair] = set()
        for one in self.gold.follow_up:
            found |= {frozenset((a, b)) for a in self._carriers(one.from_) for b in self._carriers(one.to) if a != b}
        return found - self.gold_pairs()

    def _carriers(self, source: str) -> set[str]:
        """The source and all that carry its text."""
        return {source}.union(*(family.members for family in self.gold.family if source in family.members))

    def got_pairs(self) -> set[Pair]:
        """Copies after the dossier."""
        families = [sorted(self.keys[member] for member in copy.members) for copy in self.dossier.copies]
        return {frozenset(pair) for members in families for pair in combinations(members, 2)}


def told_elsewhere(claim: ClaimRow, start: int, end: int) -> set[str]:
    """Of the statements of which only a part belongs to a claim, those whose part lies outside `start` to `end`."""
    inside = {part.statement for part in claim.parts for span in part.spans if span.start < end and start < span.end}
    return {part.statement for part in claim.parts} - inside
