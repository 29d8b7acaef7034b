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

LAYER_VERSION = 2

_BLANKS = " \t\n\r\f"
_WHITE = re.compile(r"[ \t\n\r\f]+")
# fmt: off
_UNSEEN = (
    "area", "audio", "base", "canvas", "col", "datalist", "embed", "head", "iframe", "map", "math", "noembed",
    "noframes", "noscript", "object", "param", "script", "source", "style", "svg", "template", "title", "track",
    "video",
)
_INLINE = (
    "a", "abbr", "acronym", "b", "basefont", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "input", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp",
    "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
)
_BLOCKS = (
    "html", "body", "div", "p", "ul", "ol", "li", "table", "tbody", "tr", "td", "th", "section", "article",
    "header", "footer", "main", "nav", "aside", "figure", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "form",
    "button", "blockquote", "dl", "dt", "dd",
)
# fmt: on
"""The commonest block elements; whatever stands in no list is one too."""
_PHRASED = frozenset(["p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dd", "dt", "figcaption"])
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAMING = frozenset(
    ["class", "id", "role", "itemprop", "data-component", "data-testid", "data-type", "aria-label", "name"]
)
_NAMES_LIMIT = 400
"""Characters of class and id kept of one element: enough for any honest page."""


_TEXT, _UNREAD, _BREAK, _BLOCK, _NOTED, _LINK, _BOLD, _VERBATIM, _STAMPED = (1 << bit for bit in range(9))
"""What a node does to the text, as bits: several may hold. A `_NOTED` one may become an element of the layer; a
`_STAMPED` one may say a time, with text or without. Plain integers, for there are millions of them."""
_ENDING = _BREAK | _BLOCK
_COUNTED = _LINK | _BOLD | _VERBATIM | _STAMPED


def _effects(inline: int) -> dict[int, int]:
    """The effect of every listed tag, where inline elements have at least the effect `inline`. The key is the parser's
    own number of a tag, which it tells faster than the name."""
    found = dict.fromkeys(_BLOCKS, _BLOCK | _NOTED)
    found |= dict.fromkeys(_INLINE, inline)
    found |= dict.fromkeys(_UNSEEN, _UNREAD)
    found |= dict.fromkeys(["pre", "textarea"], _BLOCK | _NOTED | _VERBATIM)
    found |= {"br": _BREAK, "hr": _BREAK, "time": _NOTED | _STAMPED}
    found["a"] |= _LINK
    found["b"] |= _BOLD
    found["strong"] |= _BOLD
    sample = LexborHTMLParser("<p>text<!-- comment -->").css("p")[0]
    numbered = {sample.parser.create_node(tag).tag_id: effect for tag, effect in found.items()}
    for node in sample.iter(include_text=True):
        numbered[node.tag_id] = _TEXT if node.is_text_node else _UNREAD
    return numbered


_PLAIN = _effects(0)
_MARKED = _effects(_NOTED)
"""For pages with microdata, which any inline element may bear."""


class Element(Struct, frozen=True, gc=False):
    """An element that holds text. `names` joins class, id, role and the like."""

    tag: str
    parent: int
    """Index of the element around it; -1 for the root."""
    start: int
    """Where its text begins in the layer."""
    line: int
    """How many blocks of the layer stand before it."""
    names: str = ""
    itemprop: str = ""
    stamp: str = ""
    """The `datetime` attribute; a `time` that has one is kept even without text."""
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
    """The text of a page with its blocks. What stands in `elements[i]` ends, exclusive, at `ends[i]` in the text, at
    `line_ends[i]` among the blocks and at `element_ends[i]` among the elements."""

    text: str
    blocks: tuple[Block, ...]
    elements: tuple[Element, ...]
    ends: tuple[int, ...]
    line_ends: tuple[int, ...]
    element_ends: tuple[int, ...]
    cut: str = ""
    """The budget that ended the reading before the page did, as a problem's code; empty where none did."""


def parse(text: str) -> LexborHTMLParser:
    """The tree as a browser with scripting would build it. Mutation events are off: they copy the options of a
    `select` about, in time that grows with their square."""
    return LexborHTMLParser(text, options=LexborDocumentOptions.WO_EVENTS, scripting=True)


def layer(tree: LexborHTMLParser, settings: ReadingSettings) -> Layer:
    """The text layer of a parsed page. Elements without text are left out, inline ones kept where they bear microdata
    or a time. At most `max_nodes` nodes are visited and `max_characters` written; elements nested deeper than
    `max_depth` count as part of the one at that depth."""
    marked = tree.css("[itemprop]") if b"itemprop" in tree.raw_html else []
    writer = _Writer(settings, frozenset(node.mem_id for node in marked))
    root = tree.root
    if root is None:
        return writer.finished("")
    cut = _walk(root, writer, _MARKED if marked else _PLAIN)
    return writer.finished(cut or ("too-long" if writer.at > settings.max_characters else ""))


def _walk(root: LexborNode, writer: "_Writer", effects: dict[int, int]) -> str:
    """Depth first, without recursion; the code of the budget that ran out, or nothing."""
    path, indices = writer.path, writer.indices
    effect_of = effects.get
    node = root
    for _ in range(writer.settings.max_nodes):
        effect = effect_of(node.tag_id, -1)
        if effect < 0:
            effect = writer.effect_of(node.tag or "")
        child = None
        if effect == _TEXT:
            text = node.text_content or ""
            bare = text.strip(_BLANKS)
            if bare or writer.verbatim:
                if not writer.write(text, bare):
                    break
            else:
                writer.space_due = True
        elif not effect & _UNREAD:
            if effect & _ENDING and writer.line:
                writer.end_line()
            child = node.first_child
        if child is not None:
            path.append((node, effect))
            if effect & _COUNTED:
                writer.entered(effect)
            node = child
            continue
        following = node.next
        while following is None and path:
            node, effect = path.pop()
            if effect & _BLOCK and writer.line:
                writer.end_line()
            if effect & _COUNTED:
                writer.left(effect)
            if len(indices) > len(path):
                writer.close(effect)
            following = node.next
        if following is None or not path:
            return ""
        node = following
    return "too-long" if writer.at >= writer.settings.max_characters else "too-many-nodes"


class _Writer:
    """Builds a layer from the events of a walk."""

    def __init__(self, settings: ReadingSettings, marked: frozenset[int]) -> None:
        self.settings = settings
        self.marked = marked  # the parser's numbers of the nodes that bear microdata
        self.parts: list[str] = []
        self.at = 0
        self.elements: list[Element] = []
        self.ends: list[int] = []
        self.line_ends: list[int] = []
        self.element_ends: list[int] = []
        self.blocks: list[Block] = []
        self.path: list[tuple[LexborNode, int]] = []  # the open nodes and their effects
        self.indices: list[int] = []  # of each that text was written in: its element, or that of the one around it
        self.links = 0
        self.bolds = 0
        self.verbatim = 0
        self.line: list[str] = []
        self.line_start = 0
        self.line_element = -1
        self.line_links = 0
        self.line_bolds = 0
        self.space_due = False

    def effect_of(self, tag: str) -> int:
        """The effect of a tag that is in no list. Elements of a page's own making are inline among phrases, and so is
        data without text."""
        phrased = self._in_phrase()
        if tag in {"meta", "link"}:
            return _UNREAD if phrased else _BREAK
        if not tag[:1].isalpha():
            return _UNREAD
        own = "-" in tag or ":" in tag
        return _NOTED if own and phrased else _BLOCK | _NOTED

    def entered(self, effect: int) -> None:
        """The node opened last is one that counts."""
        if effect & _LINK:
            self.links += 1
        elif effect & _BOLD:
            self.bolds += 1
        elif effect & _VERBATIM:
            self.verbatim += 1
        else:
            self._index()

    def left(self, effect: int) -> None:
        """A node that counts closes."""
        if effect & _LINK:
            self.links -= 1
        elif effect & _BOLD:
            self.bolds -= 1
        elif effect & _VERBATIM:
            self.verbatim -= 1

    def close(self, effect: int) -> None:
        """A node that text was written in closes."""
        index = self.indices.pop()
        if effect & _NOTED and index >= 0:
            self.ends[index] = self.at
            self.line_ends[index] = len(self.blocks)
            self.element_ends[index] = len(self.elements)

    def write(self, text: str, bare: str) -> bool:
        """A text node, with and without its blanks; False where nothing more may be written."""
        if self.verbatim:
            return self._write_lines(text)
        room = self.settings.max_characters - self.at
        if room < len(bare):
            if room <= 0:
                return False
            bare = bare[: room + 1]
        if "\n" in bare or "  " in bare or "\t" in bare or "\r" in bare or "\f" in bare:
            bare = _WHITE.sub(" ", bare)
        self._put(bare, self.space_due or text[0] in _BLANKS)
        self.space_due = text[-1] in _BLANKS
        return True

    def end_line(self) -> None:
        """A block boundary."""
        line = "".join(self.line) if len(self.line) > 1 else self.line[0]
        start, end = self.line_start, self.line_start + len(line)
        if line[0].isspace() or line[-1].isspace():
            start += len(line) - len(line.lstrip())
            end = start + len(line.strip())
        if start < end:
            self.blocks.append(Block(start, end, self.line_element, self.line_links, self.line_bolds))
        self.parts.append(line)
        self.parts.append("\n")
        self.at += 1
        self.line.clear()

    def finished(self, cut: str) -> Layer:
        """The layer of everything written."""
        if self.line:
            self.end_line()
        while self.path:
            _, effect = self.path.pop()
            if len(self.indices) > len(self.path):
                self.close(effect)
        return Layer(
            "".join(self.parts),
            tuple(self.blocks),
            tuple(self.elements),
            tuple(self.ends),
            tuple(self.line_ends),
            tuple(self.element_ends),
            cut,
        )

    def _in_phrase(self) -> bool:
        """Whether the innermost block holds phrases only."""
        return next((node.tag in _PHRASED for node, effect in reversed(self.path) if effect & _BLOCK), False)

    def _index(self) -> None:
        """Give every open node its element: what holds no text never costs that much."""
        above = self.indices[-1] if self.indices else -1
        for node, effect in self.path[len(self.indices) :]:
            noted = effect & (_BLOCK | _STAMPED) or (effect & _NOTED and node.mem_id in self.marked)
            if noted and len(self.indices) < self.settings.max_depth:
                over = self.elements[above] if above >= 0 else None
                self.elements.append(_element(node, above, over, (self.at, len(self.blocks))))
                above = len(self.elements) - 1
                self.ends.append(self.at)
                self.line_ends.append(len(self.blocks))
                self.element_ends.append(above + 1)
            self.indices.append(above)

    def _write_lines(self, text: str) -> bool:
        room = self.settings.max_characters - self.at
        lines = text[: room + 1].replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for number, line in enumerate(lines):
            if number and self.line:
                self.end_line()
            if line and (self.line or line.strip()):
                self._put(line, spaced=False)
        return room > 0

    def _put(self, text: str, spaced: bool) -> None:
        if len(self.indices) < len(self.path):
            self._index()
        length = len(text)
        if self.links:
            self.line_links += length
        if self.bolds:
            self.line_bolds += length
        if not self.line:
            self.line_start = self.at
            self.line_element = self._innermost()
            self.line_links = length if self.links else 0
            self.line_bolds = length if self.bolds else 0
        elif spaced:
            text = " " + text
            length += 1
        self.line.append(text)
        self.at += length

    def _innermost(self) -> int:
        """The element of the innermost open block."""
        level = len(self.path) - 1
        while level >= 0 and not self.path[level][1] & _BLOCK:
            level -= 1
        return self.indices[level] if level >= 0 else -1


def _element(node: LexborNode, parent: int, above: Element | None, place: tuple[int, int]) -> Element:
    named: list[str] = []
    itemprop = stamp = ""
    hidden = above is not None and above.hidden
    for key, value in node.attributes.items():
        if key == "hidden":
            hidden = True
        elif not value:
            continue
        elif key in _NAMING:
            named.append(value)
            if key == "itemprop":
                itemprop = value[:_NAMES_LIMIT]
        elif key == "datetime":
            stamp = value[:_NAMES_LIMIT]
        elif key == "style" and not hidden:
            hidden = _HIDDEN_STYLE.search(value[:_NAMES_LIMIT]) is not None
    names = " ".join(named)[:_NAMES_LIMIT] if named else ""
    return Element(node.tag or "", parent, *place, names, itemprop, stamp, hidden)
