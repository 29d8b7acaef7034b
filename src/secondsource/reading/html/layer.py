"""The text layer of an HTML page: every visible text node in document order, in blocks, with where it stands in the
tree.

The layer is the coordinate text of an HTML source. Its making is fixed by `LAYER_VERSION`: the same bytes give the same
layer. Runs of HTML white space become one space (kept as they are inside `pre`), block elements, cells and `br` end a
line with one line feed, and the content of `head`, `script`, `style`, `template`, `noscript` and of media fallbacks is
not text. What CSS or an attribute hides is kept in the layer and marked as hidden in its element.
"""

import re

from msgspec import Struct
from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from secondsource.stage.settings import ReadingSettings

LAYER_VERSION = 1

_BLANKS = " \t\n\r\f"
_WHITE = re.compile(r"[ \t\n\r\f]+")
_UNSEEN = frozenset(
    [
        "head",
        "script",
        "style",
        "template",
        "noscript",
        "noframes",
        "iframe",
        "object",
        "video",
        "audio",
        "canvas",
        "svg",
        "math",
        "title",
        "datalist",
        "area",
        "map",
        "param",
        "source",
        "track",
        "embed",
    ]
)
INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "basefont",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "amp-img",
    ]
)
_BOLD = frozenset({"b", "strong"})
_SILENT = INLINE - _BOLD - {"a", "time"}
"""Inline elements of which nothing is kept but their text."""
_PHRASED = frozenset(["p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dd", "dt", "figcaption"])
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAMING = frozenset(
    ["class", "id", "role", "itemprop", "data-component", "data-testid", "data-type", "aria-label", "name"]
)
_NAMES_LIMIT = 400
"""Characters of class and id kept of one element: enough for any honest page."""


class Element(Struct, frozen=True, gc=False):
    """An element that holds or may hold text. `names` joins class, id, role and the like."""

    tag: str
    parent: int
    """Index of the element around it; -1 for the root."""
    depth: int
    start: int
    """Where its text begins in the layer."""
    names: str = ""
    itemprop: str = ""
    stamp: str = ""
    """The `datetime` attribute."""
    hidden: bool = False


class Block(Struct, frozen=True, gc=False):
    """One line of the layer, without the white space around it."""

    start: int
    end: int
    element: int
    """Index of the innermost block-level element around it."""
    link_characters: int
    bold_characters: int


class Layer(Struct, frozen=True):
    """The text of a page with its blocks; `ends[i]` is where the text of `elements[i]` ends."""

    text: str
    blocks: tuple[Block, ...]
    elements: tuple[Element, ...]
    ends: tuple[int, ...]
    cut: str = ""
    """The budget that ended the reading before the page did, as a problem's code; empty where none did."""


def parse(text: str) -> LexborHTMLParser:
    """The tree as a browser with scripting would build it. Mutation events are off: they copy the options of a
    `select` about, in time that grows with their square."""
    return LexborHTMLParser(text, options=LexborDocumentOptions.WO_EVENTS, scripting=True)


def layer(tree: LexborHTMLParser, settings: ReadingSettings) -> Layer:
    """The text layer of a parsed page; inline elements are kept where they bear microdata or a time.
    At most `max_nodes` nodes are visited and `max_characters` written; elements
    nested deeper than `max_depth` count as part of the one at that depth."""
    writer = _Writer(marked=tree.css_first("[itemprop]") is not None)
    root = tree.root
    cut = ""
    if root is not None:
        cut = _walk(root, writer, settings) or ("too-long" if writer.at > settings.max_characters else "")
    return writer.finished(cut)


def _walk(root: LexborNode, writer: "_Writer", settings: ReadingSettings) -> str:
    """Depth first, without recursion; the code of the budget that ran out, or nothing."""
    open_nodes: list[LexborNode] = []
    silent: list[bool] = []
    node = root
    for _ in range(settings.max_nodes):
        entered = False
        tag = node.tag or ""
        if tag == "-text":
            room = settings.max_characters - writer.at
            if room <= 0:
                break
            writer.write((node.text_content or "")[: room + 1])
        elif tag == "br":
            writer.end_line()
        elif tag not in _UNSEEN and tag[:1].isalpha():
            child = node.first_child
            if child is not None:
                silent.append(tag in _SILENT and not writer.marked)
                if not silent[-1]:
                    writer.enter(tag, node, len(open_nodes) < settings.max_depth)
                open_nodes.append(node)
                node = child
                entered = True
            elif tag not in INLINE:
                writer.end_line()
        while not entered:
            following = node.next
            if following is not None and open_nodes:
                node = following
                break
            if not open_nodes:
                return ""
            node = open_nodes.pop()
            if not silent.pop():
                writer.leave()
    for is_silent in reversed(silent):
        if not is_silent:
            writer.leave()
    return "too-long" if writer.at >= settings.max_characters else "too-many-nodes"


class _Writer:
    """Builds a layer from the events of a walk."""

    def __init__(self, marked: bool) -> None:
        self.marked = marked  # whether the page has microdata, which inline elements may carry
        self.parts: list[str] = []
        self.at = 0
        self.elements: list[Element] = []
        self.ends: list[int] = []
        self.blocks: list[Block] = []
        self.stack: list[tuple[int, str, bool]] = []  # index of the element or its stand-in, tag, whether inline
        self.phrases: list[bool] = []  # for each of `containers`, whether it holds phrases only
        self.containers: list[int] = []  # indices of the open block-level elements
        self.links = 0
        self.bolds = 0
        self.pres = 0
        self.line_start = 0
        self.line_part = 0
        self.line_links = 0
        self.line_bolds = 0
        self.line_open = False
        self.space_due = False

    def enter(self, tag: str, node: LexborNode, deep_enough: bool) -> None:
        """An element with content opens."""
        inline = tag in INLINE or ("-" in tag and self._in_phrase())
        if not inline:
            self.end_line()
        index = self.stack[-1][0] if self.stack else -1
        if deep_enough and (not inline or tag == "time" or self.marked):
            element = self._element(tag, node, index)
            if not inline or element.itemprop or element.stamp:
                index = len(self.elements)
                self.elements.append(element)
                self.ends.append(self.at)
        self.stack.append((index, tag, inline))
        if tag == "a":
            self.links += 1
        elif tag in _BOLD:
            self.bolds += 1
        elif tag in {"pre", "textarea"}:
            self.pres += 1
        if not inline:
            self.containers.append(index)
            self.phrases.append(tag in _PHRASED)

    def leave(self) -> None:
        """The element opened last closes."""
        index, tag, inline = self.stack.pop()
        if not inline:
            self.end_line()
            self.containers.pop()
            self.phrases.pop()
        if index >= 0:
            self.ends[index] = self.at
        if tag == "a":
            self.links -= 1
        elif tag in _BOLD:
            self.bolds -= 1
        elif tag in {"pre", "textarea"}:
            self.pres -= 1

    def write(self, text: str) -> None:
        """A text node."""
        if self.pres:
            self._write_lines(text)
            return
        if not text.strip(_BLANKS):
            self.space_due = self.space_due or (bool(text) and self.line_open)
            return
        if "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text:
            text = _WHITE.sub(" ", text)
        if text[0] == " ":
            self.space_due = self.line_open
            text = text[1:]
        if text[-1] == " ":
            self._put(text[:-1])
            self.space_due = True
        else:
            self._put(text)

    def end_line(self) -> None:
        """A block boundary."""
        if self.line_open:
            self._close_line()
        self.space_due = False

    def finished(self, cut: str) -> Layer:
        """The layer of everything written."""
        self.end_line()
        return Layer("".join(self.parts), tuple(self.blocks), tuple(self.elements), tuple(self.ends), cut)

    def _in_phrase(self) -> bool:
        """Whether the innermost block holds phrases only: an element of the page's own making is inline there."""
        return bool(self.phrases) and self.phrases[-1]

    def _element(self, tag: str, node: LexborNode, parent: int) -> Element:
        above = self.elements[parent] if parent >= 0 else None
        depth = above.depth + 1 if above is not None else 0
        hidden = above.hidden if above is not None else False
        named: list[str] = []
        itemprop = stamp = ""
        for key, value in node.attributes.items():
            if key in _NAMING and value:
                named.append(value)
            if key == "hidden":
                hidden = True
            elif not value:
                continue
            elif key == "itemprop":
                itemprop = value[:_NAMES_LIMIT]
            elif key == "datetime":
                stamp = value[:_NAMES_LIMIT]
            elif key == "style" and not hidden:
                hidden = _HIDDEN_STYLE.search(value[:_NAMES_LIMIT]) is not None
        names = " ".join(named)[:_NAMES_LIMIT] if named else ""
        return Element(tag, parent, depth, self.at, names, itemprop, stamp, hidden)

    def _write_lines(self, text: str) -> None:
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for number, line in enumerate(lines):
            if number:
                self.end_line()
            if line and (self.line_open or line.strip()):
                self._put(line)

    def _put(self, text: str) -> None:
        if not self.line_open:
            self.line_open = True
            self.line_start = self.at
            self.line_part = len(self.parts)
            self.line_links = self.line_bolds = 0
        elif self.space_due:
            self.parts.append(" ")
            self.at += 1
        self.space_due = False
        self.parts.append(text)
        self.at += len(text)
        if self.links:
            self.line_links += len(text)
        if self.bolds:
            self.line_bolds += len(text)

    def _close_line(self) -> None:
        line = "".join(self.parts[self.line_part :])
        bare = line.strip()
        if bare:
            start = self.line_start + len(line) - len(line.lstrip())
            self.blocks.append(
                Block(
                    start,
                    start + len(bare),
                    self.containers[-1] if self.containers else -1,
                    self.line_links,
                    self.line_bolds,
                )
            )
        self.parts.append("\n")
        self.at += 1
        self.line_open = False
