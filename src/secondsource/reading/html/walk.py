"""From a page's markup to its text layer."""

from collections.abc import Iterator
from itertools import islice

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from secondsource.stage.settings import ReadingSettings

from .layer import Layer
from .writer import ENDING, MARKED, PLAIN, STAMPED, TEXT, UNREAD, Writer


def parse(text: str) -> LexborHTMLParser:
    """The tree as a browser with scripting would build it. Mutation events are off: they copy the options of a
    `select` about, in time that grows with their square."""
    return LexborHTMLParser(text, options=LexborDocumentOptions.WO_EVENTS, scripting=True)


def layer(tree: LexborHTMLParser, settings: ReadingSettings) -> Layer:
    """The text layer of a parsed page. Elements without text are left out, inline ones kept where they bear microdata
    or a time. At most `max_nodes` nodes are visited and `max_characters` written; elements nested deeper than
    `max_depth` count as part of the one at that depth."""
    told = tree.css("[itemprop], pre, textarea")
    marked = frozenset(node.mem_id for node in told if "itemprop" in node.attributes)
    writer = Writer(settings, marked, MARKED if marked else PLAIN)
    root = tree.body or tree.root
    if root is None:
        return writer.finished("")
    verbatim = any(node.tag in {"pre", "textarea"} for node in told)
    cut = _walk(root, writer, verbatim)
    return writer.finished(cut or ("too-long" if writer.at > settings.max_characters else ""))


def _walk(root: LexborNode, writer: Writer, verbatim: bool) -> str:
    """Every node in document order; the code of the budget that ran out, or nothing.

    The parser tells no ends of elements. Where one has ended is seen when the next text, or the next end of a line,
    stands in another: most nodes are looked at once and forgotten.
    """
    nodes = root.traverse(include_text=True, skip_empty=not verbatim)
    budget = islice(nodes, writer.settings.max_nodes)
    effect_of = writer.effects.get
    for node in budget:
        effect = effect_of(node.tag_id, -1)
        if effect == TEXT:
            if not writer.write(node, node.text_content or ""):
                return "too-long"
            continue
        if effect < 0:
            effect = writer.own_effect(node)
        if effect & UNREAD:
            _pass_over(node, budget)
        elif effect & ENDING:
            if writer.line:
                writer.leave(node)
        elif effect & STAMPED and node.first_child is not None:
            writer.enter(node)
    return "" if next(nodes, None) is None else "too-many-nodes"


def _pass_over(node: LexborNode, nodes: Iterator[LexborNode]) -> None:
    """Take from `nodes` what stands in `node`."""
    last = None
    inner = node.last_child
    while inner is not None:
        if inner.is_empty_text_node:
            inner = inner.prev
        else:
            last, inner = inner, inner.last_child
    if last is None:
        return
    end = last.mem_id
    for each in nodes:
        if each.mem_id == end:
            return
