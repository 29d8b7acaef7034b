"""The passages and their gold, as `bench/questions/README.md` describes them."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

FOLDER = Path(__file__).parent / "passages"
SLOTS = ("value", "comparator", "unit", "measure", "asked", "of", "period", "change", "voice")
NOTHING, UNSCORED = "-", "~"


class Wanted(Struct, frozen=True):
    """One figure: its words, where they start in the text, and the right answers of each slot; none where a slot is not
    scored."""

    words: str
    start: int
    answers: dict[str, tuple[str, ...]]

    @property
    def end(self) -> int:
        """Behind its words."""
        return self.start + len(self.words)


class Passage(Struct, frozen=True):
    """A passage with its figures in order."""

    name: str
    language: str
    published: str
    text: str
    figures: tuple[Wanted, ...]


def passages() -> Iterator[Passage]:
    """All passages, by name."""
    for path in sorted(FOLDER.glob("*.txt")):
        head, _, rest = path.read_text(encoding="utf-8").partition("\n")
        text, _, gold = rest.partition("\n--\n")
        language, published = head.split()
        yield Passage(path.stem, language, published, text, tuple(_figures(path.stem, text, gold)))


def _figures(name: str, text: str, gold: str) -> Iterator[Wanted]:
    floor = 0
    for line in gold.splitlines():
        words, *cells = (cell.strip() for cell in line.split("|"))
        if len(cells) != len(SLOTS):
            raise ValueError(f"{name}: a figure has {len(SLOTS)} slots: {line}")
        start = _found(text, words, floor)
        if start < 0:
            raise ValueError(f"{name}: {words!r} does not follow in the text")
        floor = start + 1
        answers = {slot: _answers(cell) for slot, cell in zip(SLOTS, cells, strict=True)}
        yield Wanted(words, start, answers)


def _found(text: str, words: str, floor: int) -> int:
    """The next place of some words that is no part of a longer number: 51, but not in 351."""
    start = text.find(words, floor)
    while start > 0 and text[start - 1].isdigit():
        start = text.find(words, start + 1)
    return start


def _answers(cell: str) -> tuple[str, ...]:
    answers = tuple(answer.strip() for answer in cell.split(" or "))
    return () if UNSCORED in answers else answers
