"""Pages made to choke a reader, cut down before they are parsed."""

import html
import re

from secondsource.stage.settings import ReadingSettings

_MARKUP_SHARE = 10
"""Markup characters read for each character of text that may be kept."""
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,30})(?=[\s/>])[^<>]{0,20000}>?")
_UNSEEN = re.compile(
    r"<(script|style|template|noscript)\b.*?(?:</\1\s*>|$)|<!--.*?(?:-->|$)", re.DOTALL | re.IGNORECASE
)
_BREAKING = re.compile(
    r"(?i)</?(?:p|div|br|li|ul|ol|tr|td|th|table|h[1-6]|section|article|blockquote|pre|hr|header|footer|dd|dt)\b"
)
_LONG_VALUE = re.compile(r"""=\s*(?:"[^"<]{5000,}"|'[^'<]{5000,}')""")
_WHOLE_TAG = re.compile(
    r"""(?P<code><(?P<raw>script|style|textarea)\b[^>]{0,1000}>(?:[^<]++|<(?!/(?P=raw)))*+|<!--(?:[^-]++|-(?!->))*+)"""
    r"""|<(?P<name>[a-zA-Z][^\s/>]{0,40})(?:[^"'>]++|"[^"]*+"|'[^']*+')*+>?""",
    re.DOTALL | re.IGNORECASE,
)
"""A tag, or text whose angles and quotation marks are none of the markup's."""
_OPENING = re.compile(r"<[a-zA-Z]")
_LONG_TAG = 20_000
"""Characters of one tag."""
_MANY_ATTRIBUTES = 30_000
"""Signs of equality on a page below which no tag can have so many attributes that it costs noticeable time."""
_NO_NEED = 8_000
"""Below this many `<` no nesting can cost the parser noticeable time."""
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_CLOSED_FOR_THEM = frozenset(["p", "li", "dd", "dt", "tr", "td", "th", "option", "thead", "tbody", "tfoot"])
_FORMATTING = frozenset(
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"]
)
_FORMATTING_OPEN = 200


def bounded(text: str, settings: ReadingSettings) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The markup to parse and what was wrong with it: at most five times the character budget, and, where elements
    nest so deep that a parser's time would grow with the square, its text without tags."""
    problems: list[tuple[str, str]] = []
    limit = settings.max_characters * _MARKUP_SHARE
    text = _without_long_tags(text)
    if len(text) > limit:
        text = _LONG_VALUE.sub('=""', _UNSEEN.sub(" ", text))
    if len(text) > limit:
        problems.append(("too-long", f"{len(text)} characters of markup; only the first {limit} were read"))
        text = text[:limit]
    if text.count("<") > _NO_NEED and _too_deep(text, settings.max_depth):
        problems.append(("too-deep", f"elements nest deeper than {settings.max_depth}; read without its tags"))
        text = _without_tags(text)
    return text, tuple(problems)


def _without_long_tags(text: str) -> str:
    """Tags of very many characters lose their long values, and if that is not enough all their attributes: a parser
    compares each attribute with all before it."""
    many = len(text) > 5 * _MANY_ATTRIBUTES and text.count("=") >= _MANY_ATTRIBUTES
    if not many and not _has_long_tag(text):
        return text
    kept: list[str] = []
    at = 0
    for match in _WHOLE_TAG.finditer(text):
        if match.end() - match.start() >= _LONG_TAG and not match["code"]:
            kept += (text[at : match.start()], _shortened(match))
            at = match.end()
    return "".join((*kept, text[at:]))


def _has_long_tag(text: str) -> bool:
    """Whether a tag may begin, or something that looks like one, from which no end is in sight."""
    half = _LONG_TAG // 2
    at = 0
    while at + half < len(text):
        if text.find(">", at, at + half) >= 0:
            at += half
            continue
        start, end = text.rfind(">", 0, at) + 1, text.find(">", at + half)
        end = end if end >= 0 else len(text)
        if end - start >= _LONG_TAG and _OPENING.search(text, start, end) is not None and not _in_code(text, start):
            return True
        at = end
    return False


def _in_code(text: str, at: int) -> bool:
    """Whether a script or a style sheet is open there."""
    for tag in ("script", "style"):
        start = text.rfind(f"<{tag}", 0, at)
        if start >= 0 and text.find(f"</{tag}", start, at) < 0:
            return True
    return False


def _shortened(match: re.Match[str]) -> str:
    tag = _LONG_VALUE.sub('=""', match[0])
    return tag if len(tag) < _LONG_TAG else f"<{match['name']}>"


def _too_deep(text: str, max_depth: int) -> bool:
    """Follows the open tags roughly, as a parser would, in one pass."""
    depth = formatting = 0
    for match in _TAG.finditer(text):
        closing, name = match[1], match[2].lower()
        if name in _VOID or name in _CLOSED_FOR_THEM:
            continue
        step = -1 if closing else 1
        depth = max(0, depth + step)
        if name in _FORMATTING:
            formatting = max(0, formatting + step)
        if depth > max_depth or formatting > _FORMATTING_OPEN:
            return True
    return False


def _without_tags(text: str) -> str:
    """Lines of escaped text: what the page shows, every tag gone."""
    seen = _UNSEEN.sub(" ", text)
    broken = _BREAKING.sub(lambda match: "\n" + match[0], seen)
    bare = html.unescape(_TAG.sub("", broken))
    lines = (line.strip() for line in bare.split("\n"))
    return "".join(f"<p>{html.escape(line, quote=False)}\n" for line in lines if line)
