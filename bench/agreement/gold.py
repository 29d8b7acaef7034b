"""The gold of one story of the agreement benchmark: its reports, its figures, and the class of each labelled pair."""

import re
import tomllib
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from secondsource.model.group import Agreement

FOLDER = Path(__file__).parent
UNRELATED = "unrelated"
S = TypeVar("S", bound=Struct)
CLASSES = (*(one.value for one in Agreement), UNRELATED)


class Report(Struct, frozen=True, forbid_unknown_fields=True):
    """One report: its file, and what is known of it from outside."""

    file: str
    outlet: str
    language: str
    published: str


class Figure(Struct, frozen=True, forbid_unknown_fields=True):
    """A figure by the exact words of its report; `occurrence` counts from 1, whole words only."""

    key: str
    report: str
    words: str
    occurrence: int = 1


class Pairs(Struct, frozen=True, forbid_unknown_fields=True, rename={"label": "class"}):
    """Pairs of one class: all pairs `among` these figures, or each of the one list `between` with each of the other."""

    label: str
    among: tuple[str, ...] = ()
    between: tuple[tuple[str, ...], ...] = ()
    why: str = ""

    def each(self) -> Iterator[frozenset[str]]:
        """The pairs, each a set of two keys."""
        found = combinations(self.among, 2) if self.among else product(*self.between)
        return (frozenset(pair) for pair in found)


class _Reports(Struct, frozen=True, forbid_unknown_fields=True):
    """story.toml."""

    report: tuple[Report, ...]


class _Gold(Struct, frozen=True, forbid_unknown_fields=True):
    """gold.toml."""

    figure: tuple[Figure, ...]
    pairs: tuple[Pairs, ...]


class Story:
    """A story's reports and gold."""

    def __init__(self, folder: Path) -> None:
        self.name = folder.name
        self.reports = _load(folder / "story.toml", _Reports).report
        gold = _load(folder / "gold.toml", _Gold)
        self.figures = {figure.key: figure for figure in gold.figure}
        self.entries = gold.pairs
        self.texts = {one.file: (folder / "reports" / one.file).read_text(encoding="utf-8") for one in self.reports}

    def pairs(self) -> dict[tuple[str, str], str]:
        """The class of each labelled pair, both keys sorted. `ValueError` where a pair is labelled twice."""
        found: dict[tuple[str, str], str] = {}
        for entry in self.entries:
            for pair in entry.each():
                if len(pair) != 2:
                    raise ValueError(f"{self.name}: a figure is paired with itself: {sorted(pair)}")
                left, right = sorted(pair)
                if (left, right) in found:
                    raise ValueError(f"{self.name}: labelled twice: {left}, {right}")
                found[left, right] = entry.label
        return found

    def place(self, key: str) -> tuple[str, int, int]:
        """A figure's report, and start and end of its words there. `ValueError` where they do not stand there."""
        figure = self.figures[key]
        words = re.compile(rf"(?<!\w){re.escape(figure.words)}(?!\w)")
        found = list(words.finditer(self.texts[figure.report]))
        if len(found) < figure.occurrence:
            raise ValueError(f"{self.name}: {figure.report} does not hold {figure.occurrence} times: {figure.words}")
        return figure.report, *found[figure.occurrence - 1].span()


def _load(path: Path, kind: type[S]) -> S:
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), kind)


def stories(half: str, word: str = "") -> list[Story]:
    """The stories of `development`, `held-back` or `all` whose name holds `word`, by name."""
    halves: dict[str, list[str]] = tomllib.loads((FOLDER / "SPLIT.toml").read_text(encoding="utf-8"))
    names = sorted(name for part, members in halves.items() if half in (part, "all") for name in members)
    return [Story(FOLDER / "stories" / name) for name in names if word in name]
