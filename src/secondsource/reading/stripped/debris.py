"""Tags and style rules that a scrape left between words."""

import re

from secondsource.model.span import Span

_TAG = re.compile(r"<\s{0,3}/?\s{0,3}[a-zA-Z][\w-]{0,40}(?:\s[^<>]{0,2000})?/?>")
_OPEN_TAG = re.compile(r"<\s{0,3}/?[a-zA-Z][\w-]{0,40}\s{1,3}[\w:-]{1,60}\s{0,3}=[^<>]{0,2000}>?")
_RULE = re.compile(
    r"(?:@[\w-]{1,30}\s{0,3}\([^{}()]{0,80}\)\s{0,3}\{\s{0,3})?(?:[.#][\w-][^{}<>\n]{0,80}|[a-z][\w-]{0,30})\s?\{[^{}]{0,600}\}(?:\s{0,3}\})*"
)


def markup(text: str, span: Span) -> list[Span]:
    """Tags and style rules inside `span`, in order."""
    cut = span.cut(text)
    if "<" not in cut and "{" not in cut:
        return []
    found: list[Span] = []
    for pattern in (_TAG, _OPEN_TAG, _RULE):
        for match in pattern.finditer(cut[:20_000]):
            piece = Span(*match.span()).shifted(span.start)
            if not any(piece.touches(other) for other in found):
                found.append(piece)
    return sorted(found)


def unmarked(line: str) -> str:
    """`line` without its markup."""
    if "<" not in line and "{" not in line:
        return line
    kept: list[str] = []
    at = 0
    for piece in markup(line, Span(0, len(line))):
        kept.append(line[at : piece.start])
        at = piece.end
    return " ".join("".join((*kept, line[at:])).split(" ")).strip()
