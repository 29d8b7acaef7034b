"""Statements on PolNeAR by outlet and kind, and the classes of what went wrong: printed beside the figures."""

from collections import Counter
from collections.abc import Sequence

KINDS = ("direct", "mixed", "indirect")
_MARKS = '"“”«»„'
_SINGLE = ("''", "‘", "``")

Pairs = Sequence[tuple[int, int]]


class Attribution:
    """Content and source as sets of token numbers."""

    def __init__(
        self, content: frozenset[int], source: frozenset[int], direct: bool, shown: str, kind: str = ""
    ) -> None:
        self.content, self.source, self.direct, self.shown, self.kind = content, source, direct, shown, kind


def kind_of(text: str, spans: Sequence[Sequence[int]], direct: bool) -> str:
    """`direct`, `mixed` where words in marks are part of the content, else `indirect`."""
    if direct:
        return "direct"
    words = " ".join(text[span[0] : span[1]] for span in spans)
    marked = any(mark in words for mark in _SINGLE) or any(char in _MARKS for char in words)
    return "mixed" if marked else "indirect"


class Table:
    """Counts by outlet and kind: wanted, found, given, right."""

    def __init__(self) -> None:
        self.counts: dict[tuple[str, str], list[int]] = {}
        self.classes: Counter[str] = Counter()

    def add(self, outlet: str, given: Sequence[Attribution], gold: Sequence[Attribution], both: Pairs) -> None:
        """One document's attributions, and which of them fit."""
        hit, kept = {j for _, j in both}, {i for i, _ in both}
        for j, one in enumerate(gold):
            self._count(outlet, one.kind, wanted=1, found=int(j in hit), given=0, right=0)
            if j not in hit:
                self.classes[f"{one.kind}: {_lost(one, given)}"] += 1
        for i, one in enumerate(given):
            self._count(outlet, one.kind, wanted=0, found=0, given=1, right=int(i in kept))
            if i not in kept and not any(one.content & other.content for other in gold):
                self.classes[f"{one.kind}: ours alone, the gold has nothing there"] += 1

    def _count(self, outlet: str, kind: str, *, wanted: int, found: int, given: int, right: int) -> None:
        for key in ((outlet, kind), ("all", kind)):
            row = self.counts.setdefault(key, [0, 0, 0, 0])
            for at, more in enumerate((wanted, found, given, right)):
                row[at] += more

    def show(self) -> str:
        """The table, then the classes, the largest first."""
        head = "".join(f"{kind + ' F1':>15}{'(gold)':>8}" for kind in KINDS)
        lines = [f"{'outlet':16}{head}"]
        for outlet in sorted({outlet for outlet, _ in self.counts}, key=lambda name: (name == "all", name)):
            cells = "".join(self._cell(outlet, kind) for kind in KINDS)
            lines.append(f"{outlet:16}{cells}")
        lines.append("what went wrong:")
        lines += [f"  {number:5} {name}" for name, number in sorted(self.classes.items(), key=lambda x: (-x[1], x[0]))]
        return "\n".join(lines)

    def _cell(self, outlet: str, kind: str) -> str:
        wanted, found, given, right = self.counts.get((outlet, kind), [0, 0, 0, 0])
        recall, precision = found / wanted if wanted else 0.0, right / given if given else 0.0
        value = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return f"{value:15.3f}{wanted:8}"


def _lost(one: Attribution, given: Sequence[Attribution]) -> str:
    near = [other for other in given if one.content & other.content]
    whole = [other for other in near if len(one.content & other.content) * 2 >= len(one.content | other.content)]
    if not near:
        return "content missed"
    if not whole:
        return "content cut otherwise"
    if not any(other.source for other in whole):
        return "speaker missing"
    return "speaker another, or its phrase cut otherwise"
