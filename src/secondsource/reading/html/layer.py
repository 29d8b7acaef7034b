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
_PHRASED = frozenset(["p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dd", "dt", "figcaption"])
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAMING = ("class", "id", "role", "itemprop", "data-component", "data-testid", "data-type", "aria-label", "name")
_NAMES_LIMIT = 400
"""Characters of class and id kept of one element: enough for any honest page."""


class Element(Struct, frozen=True):
    """An element that holds or may hold text. `names` joins class, id, role and the like."""

    tag: str
    parent: int
    """Index of the element around it; -1 for the root."""
    depth: int
    start: int
    """Where its text begins in the layer."""
    names: str = ""
    href: str = ""
    itemprop: str = ""
    stamp: str = ""
    """The `datetime` attribute."""
    hidden: bool = False


class Block(Struct, frozen=True):
    """One line of the layer, without the white space around it."""

    start: int
    end: int
    element: int
    """Index of the innermost block-level element around it."""
    first: int
    """Index of the first element opened inside the block; `last` is one past the last."""
    last: int
    link_characters: int
    bold_characters: int
    after_break: bool
    """Whether only a `br` parts it from the block before."""


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
    """The text layer of a parsed page. At most `max_nodes` nodes are visited and `max_characters` written; elements
    nested deeper than `max_depth` count as part of the one at that depth."""
    writer = _Writer()
    root = tree.root
    cut = ""
    if root is not None:
        cut = _walk(root, writer, settings) or ("too-long" if writer.at > settings.max_characters else "")
    return writer.finished(cut)


def _walk(root: LexborNode, writer: "_Writer", settings: ReadingSettings) -> str:
    """Depth first, without recursion; the code of the budget that ran out, or nothing."""
    open_nodes: list[LexborNode] = []
    node = root
    for _ in range(settings.max_nodes):
        entered = False
        room = settings.max_characters - writer.at
        if room <= 0:
            break
        if node.is_text_node:
            writer.write((node.text_content or "")[: room + 1])
        else:
            tag = node.tag or ""
            if tag == "br":
                writer.end_line(by_break=True)
            elif tag[:1].isalpha() and tag not in _UNSEEN:
                child = node.first_child
                if child is not None:
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
            writer.leave()
    while open_nodes:
        open_nodes.pop()
        writer.leave()
    return "too-long" if writer.at >= settings.max_characters else "too-many-nodes"


class _Writer:
    """Builds a layer from the events of a walk."""

    def __init__(self) -> None:
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
        self.line_first = 0
        self.line_after_break = False
        self.line_links = 0
        self.line_bolds = 0
        self.line_open = False
        self.space_due = False
        self.by_break = False

    def enter(self, tag: str, node: LexborNode, deep_enough: bool) -> None:
        """An element with content opens."""
        inline = tag in INLINE or ("-" in tag and self._in_phrase())
        if not inline:
            self.end_line()
        parent = self.stack[-1][0] if self.stack else -1
        if deep_enough:
            index = len(self.elements)
            self.elements.append(self._element(tag, node, parent))
            self.ends.append(self.at)
        else:
            index = parent
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
        text = _WHITE.sub(" ", text)
        if text == " " or not text:
            self.space_due = self.space_due or (bool(text) and self.line_open)
            return
        if text[0] == " ":
            self.space_due = self.line_open
            text = text[1:]
        if text[-1] == " ":
            self._put(text[:-1])
            self.space_due = True
        else:
            self._put(text)

    def end_line(self, by_break: bool = False) -> None:
        """A block boundary."""
        if self.line_open:
            self._close_line()
            self.by_break = by_break
        else:
            self.by_break = False  # two breaks in a row, or a break beside a block, part like a paragraph
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
        attributes = node.attributes
        if not attributes:
            return Element(tag, parent, depth, self.at, hidden=hidden)
        named = [value for key in _NAMING if (value := attributes.get(key))]
        style = attributes.get("style")
        hidden = hidden or "hidden" in attributes or bool(style and _HIDDEN_STYLE.search(style[:_NAMES_LIMIT]))
        return Element(
            tag,
            parent,
            depth,
            self.at,
            " ".join(named)[:_NAMES_LIMIT] if named else "",
            (attributes.get("href") or "")[:2000] if tag == "a" else "",
            (attributes.get("itemprop") or "")[:_NAMES_LIMIT],
            (attributes.get("datetime") or "")[:_NAMES_LIMIT],
            hidden,
        )

    def _write_lines(self, text: str) -> None:
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for number, line in enumerate(lines):
            if number:
                self.end_line(by_break=True)
            if line and (self.line_open or line.strip()):
                self._put(line)

    def _put(self, text: str) -> None:
        if not self.line_open:
            self.line_open = True
            self.line_start = self.at
            self.line_part = len(self.parts)
            self.line_after_break = self.by_break
            self.line_first = self._first_inline()
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

    def _first_inline(self) -> int:
        """The outermost of the inline elements that are open where a line begins; else the next to be opened."""
        first = len(self.elements)
        for index, _, inline in reversed(self.stack):
            if not inline:
                break
            first = index
        return first

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
                    self.line_first,
                    len(self.elements),
                    self.line_links,
                    self.line_bolds,
                    self.line_after_break,
                )
            )
        self.parts.append("\n")
        self.at += 1
        self.line_open = False
