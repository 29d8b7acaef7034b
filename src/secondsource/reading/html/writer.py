"""Writes the text layer: what each kind of node does to the text, and the lines and elements that come of it."""

import re

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser, LexborNode

from secondsource.stage.settings import ReadingSettings

from .blocks import OPEN_PAGE, SETTING, Line, line_of, within
from .layer import Element, Layer

BLANKS = " \t\n\r\f"
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


TEXT, UNREAD, BREAK, BLOCK, NOTED, LINK, BOLD, VERBATIM, STAMPED = (1 << bit for bit in range(9))
"""What a node does to the text, as bits: several may hold. A `NOTED` one may become an element of the layer; a
`STAMPED` one may say a time, with text or without. Plain integers, for there are millions of them."""
ENDING = BREAK | BLOCK
_ALWAYS_NOTED = BLOCK | STAMPED
_INHERITED = LINK | BOLD | VERBATIM
_NOWHERE = (0, 0, 0)
_PHRASES = 1 << 9
"""No node's own effect: that the innermost block holds phrases only."""


def _effects(inline: int) -> dict[int, int]:
    """The effect of every listed tag, where inline elements have at least the effect `inline`. The key is the parser's
    own number of a tag, which it tells faster than the name."""
    found = dict.fromkeys(_BLOCKS, BLOCK | NOTED)
    found |= dict.fromkeys(_INLINE, inline)
    found |= dict.fromkeys(_UNSEEN, UNREAD)
    found |= dict.fromkeys(["pre", "textarea"], BLOCK | NOTED | VERBATIM)
    found |= {"br": BREAK, "hr": BREAK, "time": NOTED | STAMPED}
    found["a"] |= LINK
    found["b"] |= BOLD
    found["strong"] |= BOLD
    sample = LexborHTMLParser("<p>text<!-- comment -->").css("p")[0]
    numbered = {sample.parser.create_node(tag).tag_id: effect for tag, effect in found.items()}
    for node in sample.iter(include_text=True):
        numbered[node.tag_id] = TEXT if node.is_text_node else UNREAD
    return numbered


PLAIN = _effects(0)
MARKED = _effects(NOTED)
"""For pages with microdata, which any inline element may bear."""


class _Open(Struct, frozen=True, gc=False):
    """What holds in an element that text was written in, and that has not ended."""

    level: int
    """How many blocks, times and elements with microdata are open in it, itself included if it is one."""
    inherited: int
    """What it and all around it do to its text."""
    effect: int
    index: int
    """Its place among the elements, or that of the one around it; -1 for none."""
    block: int
    """The same of the innermost block."""
    kind: int
    """What kind of lines stand in it (`blocks.within`)."""
    hidden: bool
    noted: bool
    """Whether it is an element of its own."""


_OUTSIDE = _Open(1, 0, 0, -1, -1, OPEN_PAGE, False, False)


def _marked(held: _Open, effect: int) -> _Open:
    """The same in a link, or in bold."""
    inherited = held.inherited | effect & _INHERITED
    return _Open(held.level, inherited, held.effect, held.index, held.block, held.kind, held.hidden, held.noted)


class Writer:
    """Builds a layer from the events of a walk."""

    def __init__(self, settings: ReadingSettings, marked: frozenset[int], effects: dict[int, int]) -> None:
        self.settings = settings
        self.marked = marked  # the parser's numbers of the nodes that bear microdata
        self.effects = effects
        self.own: dict[int, int] = {}  # effects of the elements whose tags are in no list, by the parser's numbers
        self.held: dict[int, int] = {}  # what `_held` has found
        self.texts: list[str] = []  # of the lines
        self.at = 0
        self.lines: list[Line] = []
        self.elements: list[Element] = []
        self.extents: list[tuple[int, int, int]] = []  # of each element: where its text, lines and elements end
        self.open: list[_Open] = [_OUTSIDE]
        self.places: dict[int, _Open] = {}  # what holds in nodes with text, by the parser's numbers
        self.inner = 0  # the parser's number of the node that text was last written in
        self.inherited = 0  # what that and all around it do
        self.inline = 0  # how many open elements are no blocks
        self.line: list[str] = []
        self.line_place = (0, -1, OPEN_PAGE)  # where it starts, its block, its kind
        self.line_links = 0
        self.line_bolds = 0
        self.last: LexborNode | None = None  # the text node written last
        self.spaced = False  # whether it ended with a blank

    def own_effect(self, node: LexborNode) -> int:
        """The effect of an element whose tag is in no list. Elements of a page's own making are inline among phrases,
        and so is data without text."""
        tag = node.tag or ""
        phrased = node.parent is not None and bool(self._held(node.parent) & _PHRASES)
        if tag in {"meta", "link"}:
            return UNREAD if phrased else BREAK
        if not tag[:1].isalpha():
            return UNREAD
        effect = NOTED if phrased and ("-" in tag or ":" in tag) else BLOCK | NOTED
        self.own[node.mem_id] = effect
        return effect

    def is_verbatim(self, node: LexborNode) -> bool:
        """Whether the blanks of a text node count."""
        return node.parent is not None and bool(self._held(node.parent) & VERBATIM)

    def write(self, node: LexborNode, text: str) -> bool:
        """A text node; False where nothing more may be written."""
        bare = text.strip(BLANKS)
        parent = node.parent
        if not bare and not (self.line and self.is_verbatim(node)):
            return True
        if parent is not None and parent.mem_id != self.inner:
            self.enter(parent)
        if self.inherited & VERBATIM:
            return self._write_lines(text)
        room = self.settings.max_characters - self.at
        if room < len(bare):
            if room <= 0:
                return False
            bare = bare[: room + 1]
        if "\n" in bare or "  " in bare or "\t" in bare or "\r" in bare or "\f" in bare:
            bare = _WHITE.sub(" ", bare)
        if self.line and (self.spaced or text[0] in BLANKS or self._blank_before(node)):
            self.line.append(" ")
            self.at += 1
        self._put(bare)
        self.spaced = text[-1] in BLANKS
        self.last = node
        return True

    def enter(self, node: LexborNode) -> None:
        """From here on everything stands in `node`: what does not hold it has ended, and what holds it becomes an
        element only now, since the larger half of a page's elements hold no text."""
        places = self.places
        path: list[LexborNode] = []
        numbers: list[int] = []
        around: LexborNode | None = node
        held = _OUTSIDE
        while around is not None:
            number = around.mem_id
            if number in places:
                held = places[number]
                break
            path.append(around)
            numbers.append(number)
            around = around.parent
        if held.level < len(self.open):
            self._close(held.level)
        effects, marked = self.effects, self.marked
        while path:
            each, number = path.pop(), numbers.pop()
            effect = effects.get(each.tag_id)
            if effect is None:
                effect = self.own.get(number, 0)
            if effect & _ALWAYS_NOTED or (effect & NOTED and number in marked):
                held = self._begin(each, effect, held)
            elif effect & _INHERITED & ~held.inherited:
                held = _marked(held, effect)
            places[number] = held
        self.inner = node.mem_id
        self.inherited = held.inherited

    def leave(self, node: LexborNode) -> None:
        """A line ends before `node`."""
        if self.inline:  # an inline element that has ended, ended before the line did
            around = node.parent
            while around is not None and around.mem_id not in self.places:
                around = around.parent
            self._close(self.places[around.mem_id].level if around is not None else 1)
            self.inner = 0
        if self.line:
            self._end_line()

    def finished(self, cut: str) -> Layer:
        """The layer of everything written."""
        self._close(1)
        if self.line:
            self._end_line()
        self.texts.append("")
        ends, line_ends, element_ends = zip(*self.extents, strict=True) if self.extents else ((), (), ())
        return Layer("\n".join(self.texts), tuple(self.lines), tuple(self.elements), ends, line_ends, element_ends, cut)

    def _blank_before(self, node: LexborNode) -> bool:
        """Whether blanks stand between a text node and the one written last: the walk leaves out blank text."""
        last = self.last.mem_id if self.last is not None else 0
        at = node
        while True:
            before = at.prev
            if before is None:
                before = at.parent
                if before is None:
                    return False
            else:
                while not self._effect(before) & UNREAD and (inner := before.last_child) is not None:
                    before = inner
                if before.is_text_node:
                    return before.mem_id != last
            at = before

    def _held(self, node: LexborNode) -> int:
        """What holds for that which stands in a node: whether its blanks count, whether it is in a phrase."""
        path: list[LexborNode] = []
        around: LexborNode | None = node
        held: int | None = None
        while around is not None and (held := self.held.get(around.mem_id)) is None:
            path.append(around)
            around = around.parent
        held = held or 0
        for each in reversed(path):
            effect = self._effect(each)
            if effect & UNREAD:
                held = 0
            elif effect & BLOCK:
                held = (held | effect) & VERBATIM | (_PHRASES if each.tag in _PHRASED else 0)
            self.held[each.mem_id] = held
        return held

    def _effect(self, node: LexborNode) -> int:
        found = self.effects.get(node.tag_id)
        return self.own.get(node.mem_id, 0) if found is None else found

    def _begin(self, node: LexborNode, effect: int, around: _Open) -> _Open:
        """Text is written in this node for the first time."""
        inherited = around.inherited | effect & _INHERITED
        level = len(self.open) + 1
        index, block, kind, hidden = around.index, around.block, around.kind, around.hidden
        noted = level <= self.settings.max_depth + 1
        if noted:
            element = _element(node, around, self.at, len(self.lines))
            index = len(self.elements)
            self.elements.append(element)
            self.extents.append(_NOWHERE)
            hidden = element.hidden
            if kind or element.tag in SETTING:
                kind = within(element.tag, kind)
        if effect & BLOCK:
            block = index
        else:
            self.inline += 1
        begun = _Open(level, inherited, effect, index, block, kind, hidden, noted)
        self.open.append(begun)
        return begun

    def _close(self, level: int) -> None:
        """End the open elements beyond the first `level`."""
        while len(self.open) > level:
            last = self.open.pop()
            if last.effect & BLOCK:
                if self.line:
                    self._end_line()
            else:
                self.inline -= 1
            if last.noted:
                self.extents[last.index] = (self.at, len(self.lines), len(self.elements))

    def _write_lines(self, text: str) -> bool:
        room = self.settings.max_characters - self.at
        lines = text[: room + 1].replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for number, line in enumerate(lines):
            if number and self.line:
                self._end_line()
            if line and (self.line or line.strip()):
                self._put(line)
        return room > 0

    def _put(self, text: str) -> None:
        length = len(text)
        if not self.line:
            around = self.open[-1]
            self.line_place = (self.at, around.block, around.kind)
            self.line_links = self.line_bolds = 0
        if self.inherited & LINK:
            self.line_links += length
        if self.inherited & BOLD:
            self.line_bolds += length
        self.line.append(text)
        self.at += length

    def _end_line(self) -> None:
        """A block boundary."""
        line = "".join(self.line)
        if line[0].isspace() or line[-1].isspace():
            start, element, kind = self.line_place
            self.line_place = (start + len(line) - len(line.lstrip()), element, kind)
        if text := line.strip():
            self.lines.append(line_of(text, self.line_place, self.line_links, self.line_bolds))
        self.texts.append(line)
        self.at += 1
        self.line.clear()


def _element(node: LexborNode, around: _Open, at: int, line: int) -> Element:
    attributes = node.attributes
    hidden = around.hidden
    names = itemprop = stamp = ""
    for key, value in attributes.items():
        if key in _NAMING:
            if value:
                names = f"{names} {value}" if names else value
                if key == "itemprop":
                    itemprop = value[:_NAMES_LIMIT]
        elif key == "style":
            hidden = hidden or (value is not None and _HIDDEN_STYLE.search(value[:_NAMES_LIMIT]) is not None)
        elif key == "hidden":
            hidden = True
        elif key == "datetime" and value:
            stamp = value[:_NAMES_LIMIT]
    return Element(node.tag or "", around.index, at, line, names[:_NAMES_LIMIT], itemprop, stamp, hidden)
