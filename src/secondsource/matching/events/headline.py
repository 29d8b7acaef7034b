"""What a headline says, without what its site writes around it: its own name behind, the label of a series before."""

import re

from secondsource.language.occasions import headline_labels
from secondsource.model.span import Span

_OUTLET = re.compile(r"(?<=\S)\s+[|–—-]\s+(?P<name>[^\s|–—:][^|\n–—:]{1,39})$")
"""What sites write behind a headline: "Storm nears coast - The Daily Globe"."""
_LABEL = re.compile(r"(?P<label>[^:|\n]{2,40}?)\s*(?::|\s\|)\s+(?=\S)")
"""What they write before it: "The Latest: Storm nears coast", "Liveticker | …"."""
_WORD = re.compile(r"\w+")
MOST_NAMES = 2
"""Names behind one headline: a section, then the outlet."""
MOST_LABEL_WORDS = 4
LEAST_LEFT = 20
"""Characters that must be left of a headline for anything to be taken off."""


def told(line: str, language: str) -> Span:
    """The part of a headline that tells what happened."""
    end = len(line)
    for _ in range(MOST_NAMES):
        outlet = _OUTLET.search(line, 0, end)
        if outlet is None or outlet["name"][0].islower() or outlet.start() < LEAST_LEFT:
            break
        end = outlet.start()
    label = _LABEL.match(line, 0, end)
    start = label.end() if label and _is_label(label["label"], language) and end - label.end() >= LEAST_LEFT else 0
    return Span(start, end)


def _is_label(words: str, language: str) -> bool:
    """Whether the words name a series and nothing that happened: a rolling report, a video, an explainer."""
    labels = headline_labels(language)
    written = _WORD.findall(words.casefold())
    return len(written) <= MOST_LABEL_WORDS and any(word in labels for word in written)
