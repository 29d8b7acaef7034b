"""Tags and style rules that a scrape left between words."""

import re

from secondsource.model.span import Span

_TAG = re.compile(r"<\s*/?\s*[a-zA-Z][\w-]*(?:\s+[\w:-]+(?:\s*=\s*(?:[\"“”'][^>]*?[\"“”']|[^\s>]+))?)*\s*/?\s*>")
_OPEN_TAG = re.compile(r"<\s*/?\s*[a-zA-Z][\w-]*\s+[\w-]+\s*=[^>]*>?")
_RULE = re.compile(
    r"(?:@[\w-]+\s*\([^{}]{0,80}\)\s*\{\s*)?(?:[.#][\w-]+[\w\s.,#:>-]{0,80}|[a-z][\w-]*)\s*\{[^{}]{0,600}\}(?:\s*\})*"
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
