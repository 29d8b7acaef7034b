"""XML: a tree of bounded size, without any entity of the document's own; and which format it is."""

import re
from html.entities import html5
from xml.etree.ElementTree import Element, SubElement
from xml.parsers import expat
from xml.parsers.expat import errors

from msgspec import Struct

from secondsource.model.problem import Problem
from secondsource.model.source import Given, RawSource
from secondsource.reading.decode import decode

from .feeds import feed
from .item import Unpacked
from .markup import local
from .newsml import newsml
from .nitf import nitf

_MOST_NODES = 200_000
_DEEPEST = 200
"""Elements nested deeper count as text of the one at that depth."""
_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535), 65533)
"""Characters that XML does not know; a feed that holds one is read all the same."""
_SUBSET = re.compile(
    r"""(\s*(?:<\?.{0,2000}?\?>\s*|<!--.*?-->\s*)*<!DOCTYPE[^\[>]{0,2000})
    (\[(?:[^\]"'<]++|"[^"]*+"|'[^']*+'|<!--.*?-->|<)*+\])""",
    re.DOTALL | re.VERBOSE,
)
"""The prolog up to a document type's own declarations, and these."""
_BARE = re.compile(r"&(?!#?\w{1,31};)")


def xml(name: str, data: bytes) -> Unpacked:
    """The texts of an XML file: a feed, NITF or NewsML-G2. What is broken is read up to there."""
    tree = parsed(name, data)
    yield from tree.problems
    if tree.root is None:
        return
    kind = local(tree.root.tag)
    if kind == "nitf":
        yield from nitf(name, tree.root)
    elif kind in {"newsItem", "newsMessage", "packageItem"}:
        yield from newsml(name, tree.root)
    elif kind in {"rss", "feed", "RDF", "channel"}:
        yield from feed(name, tree.root)
    else:
        yield Problem(name, "not-text", f"{name}: XML that is no feed, NITF or NewsML-G2 ({kind}); left out")


class Parsed(Struct, frozen=True):
    """The root of a document, as far as it could be read."""

    root: Element | None
    problems: tuple[Problem, ...]


def parsed(name: str, data: bytes) -> Parsed:
    """The tree of a document. Entities that it declares are never expanded: their references stay as written.
    Elements beyond a budget are left out; a bare "&" is taken for what it looks like."""
    decoded = decode(RawSource(name, name, name, None, "", "text/html", data, Given()))
    problems = [Problem(name, each.code, f"{name}: {each.message}") for each in decoded.problems]
    text = decoded.text.translate(_CONTROLS)
    subset = _SUBSET.match(text)
    if subset is not None:
        if "<!ENTITY" in subset[2]:
            why = f"{name}: declares its own entities; they are never expanded"
            problems.append(Problem(name, "entities", why))
        text = subset[1] + text[subset.end(2) :]
    builder = _Builder(name)
    if not builder.read(text) and _BARE.search(text):
        problems += builder.problems
        builder = _Builder(name)
        builder.read(_BARE.sub("&amp;", text))
    return Parsed(builder.root, (*problems, *builder.problems))


class _FullError(Exception):
    """The node budget is spent."""


class _Builder:
    """Elements from expat's events."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Element | None = None
        self.problems: list[Problem] = []
        self._open: list[Element] = []
        self._depth = self._nodes = 0
        self._closed: Element | None = None  # the element closed last, while its tail is written
        self._pieces: list[str] = []

    def read(self, text: str) -> bool:
        """Parse a whole document; what is wrong with it becomes a Problem. False where a token is no XML."""
        parser = expat.ParserCreate(encoding="utf-8", namespace_separator="}")
        parser.buffer_text = False  # where the document breaks off, what was read of a text would stay in the buffer
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._pieces.append
        parser.SkippedEntityHandler = self._skipped
        parser.UseForeignDTD(True)  # makes an unknown entity one that is skipped, not an error
        try:
            parser.Parse(text.encode("utf-8", "replace"), True)
        except _FullError:
            why = f"{self.name}: more than {_MOST_NODES} elements; the rest was left out"
            self.problems.append(Problem(self.name, "too-many-nodes", why))
        except (expat.ExpatError, ValueError) as error:
            why = f"{self.name}: not well-formed XML: {error}; what stands before was read"
            self.problems.append(Problem(self.name, "broken-feed", why))
            self._flush()
            return not (
                isinstance(error, expat.ExpatError) and errors.codes[errors.XML_ERROR_INVALID_TOKEN] == error.code
            )
        self._flush()
        return True

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._flush()
        self._nodes += 1
        if self._nodes > _MOST_NODES:
            raise _FullError
        self._depth += 1
        if self._depth > _DEEPEST:
            return
        if self._open:
            self._open.append(SubElement(self._open[-1], tag, attributes))
        else:
            self.root = Element(tag, attributes)
            self._open.append(self.root)
        self._closed = None

    def _end(self, _tag: str) -> None:
        self._flush()
        if self._depth <= _DEEPEST:
            self._closed = self._open.pop()
        self._depth -= 1

    def _flush(self) -> None:
        text = "".join(self._pieces)
        self._pieces.clear()
        if not text or not self._open:
            return
        if self._closed is not None:
            self._closed.tail = (self._closed.tail or "") + text
        else:
            self._open[-1].text = (self._open[-1].text or "") + text

    def _skipped(self, entity: str, _is_parameter: bool) -> None:
        """A reference that is not expanded: HTML's own names are known, others stay as written."""
        self._pieces.append(html5.get(f"{entity};", f"&{entity};"))
