"""What a page adds of its own to what somebody says: by what the thing is known that he speaks of."""

import re
from functools import cache

from secondsource.language.figures import figure_words
from secondsource.model.mark import Statement, StatementKind
from secondsource.text.pattern import either

_BEFORE = 90
"""Characters before a figure in which such a clause opens."""


def is_background(statement: Statement, text: str, start: int, code: str) -> bool:
    """Whether the figure at `start` of the source's text tells what is known of a thing that a statement in the page's
    words only names: he was "horrified" by a shooting *that left at least 50* dead."""
    if statement.kind is StatementKind.DIRECT:
        return False
    return _known_by(code).search(text[max(statement.start, start - _BEFORE) : start].lower()) is not None


@cache
def _known_by(code: str) -> re.Pattern[str]:
    """Such a clause up to its figure, up to four small words ("at least") allowed before it."""
    words = figure_words(code)
    return re.compile(rf"(?<!\w)(?:{either(words.known_by)})\s(?:{either(words.wrought)})\s(?:[^\W\d_]+\s){{0,4}}$")
