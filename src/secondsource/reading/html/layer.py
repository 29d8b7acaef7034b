"""The text layer of an HTML page: every visible text node in document order, in blocks, with where it stands in the
tree.

The layer is the coordinate text of an HTML source. Its making is fixed by `LAYER_VERSION`: the same bytes give the same
layer. Runs of HTML white space become one space (kept as they are inside `pre`), block elements, cells and `br` end a
line with one line feed, and the content of `head`, `script`, `style`, `template`, `noscript` and of media fallbacks is
not text. What CSS or an attribute hides is kept in the layer and marked as hidden in its element.
"""

from collections.abc import Iterable
from itertools import accumulate

from msgspec import Struct

from .blocks import Line

LAYER_VERSION = 2


class Element(Struct, frozen=True, gc=False):
    """An element that holds text. `names` joins class, id, role and the like."""

    tag: str
    parent: int
    """Index of the element around it; -1 for the root."""
    start: int
    """Where its text begins in the layer."""
    line: int
    """How many lines of the layer stand before it."""
    names: str = ""
    itemprop: str = ""
    stamp: str = ""
    """The `datetime` attribute; a `time` that has one is kept even without text."""
    hidden: bool = False


class Layer(Struct, frozen=True):
    """The text of a page with its lines. What stands in `elements[i]` ends, exclusive, at `ends[i]` in the text, at
    `line_ends[i]` among the lines and at `element_ends[i]` among the elements."""

    text: str
    lines: tuple[Line, ...]
    elements: tuple[Element, ...]
    ends: tuple[int, ...]
    line_ends: tuple[int, ...]
    element_ends: tuple[int, ...]
    cut: str = ""
    """The budget that ended the reading before the page did, as a problem's code; empty where none did."""

    def totals(self, values: Iterable[float]) -> list[float]:
        """For each element, the sum over the lines in it; `values` has one for each line."""
        sums = (0.0, *accumulate(values))
        return [sums[end] - sums[element.line] for element, end in zip(self.elements, self.line_ends, strict=True)]

    def spread(self, values: list[int], index: int, value: int) -> None:
        """Give this value to an element and to all that stand in it; `values` has one for each element."""
        end = self.element_ends[index]
        values[index:end] = [value] * (end - index)
