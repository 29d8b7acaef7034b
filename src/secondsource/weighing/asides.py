"""What a report adds to the words it reports: a relative clause between commas is its own background."""

import re
from functools import cache

from secondsource.language.deeds import lexicon


def is_aside(led: str, language: str | None) -> bool:
    """Whether reported words, up to a figure, have just opened such a clause: "the lender, which employs". Where the
    pronoun stands right at the figure it parts a count ("26 malades, dont 11"), and that is told by the speaker."""
    pattern = _opened(language)
    return pattern is not None and pattern.search(led.lower()) is not None


@cache
def _opened(language: str | None) -> re.Pattern[str] | None:
    known = lexicon(language)
    if known is None or not known.table.relatives:
        return None
    pronouns = "|".join(sorted(map(re.escape, known.table.relatives)))
    return re.compile(rf",\s(?:{pronouns})\s[^\W\d_][^,.;:“”»«]*\s$")
