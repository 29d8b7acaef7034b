"""What a report adds to the words it reports: a clause between commas, what a happening had cost, who a speaker is."""

import re
from functools import cache
from itertools import chain

from secondsource.language.deeds import lexicon
from secondsource.language.figures import figure_words
from secondsource.text.pattern import either

_NEAR = 90
"""Characters between the opening of such a clause and its figure, at most."""
_WORD = re.compile(r"[^\W\d_]+")


def is_aside(led: str, language: str | None) -> bool:
    """Whether reported words, up to a figure, have just opened such a clause: "the lender, which employs", "horrified
    by an attack that left". Where the pronoun stands right at the figure it parts a count ("26 malades, dont 11"), and
    that is told by the speaker."""
    pattern = _opened(language)
    return pattern is not None and pattern.search(led[-_NEAR:].lower()) is not None


def tells_who(described: str, language: str | None) -> bool:
    """Whether the characters of a speaker up to a figure only tell who he is, "its boss, who employs 86", and not what
    he says: "its boss, who puts the damage at"."""
    known = figure_words(language or "en")
    words = f" {' '.join(_WORD.findall(described.lower()))} "
    counting = chain(known.counting, (verb for verb, _ in known.counting_apart))
    return not any(f" {verb} " in words for verb in counting)


@cache
def _opened(language: str | None) -> re.Pattern[str] | None:
    known = lexicon(language)
    if known is None or not (known.table.relatives or known.table.tolls):
        return None
    pronouns, tolls = either(known.table.relatives), either(known.table.tolls)
    rest = r"[^,.;:“”»«]*$"
    return re.compile(rf",\s(?:{pronouns})\s[^\W\d_]{rest}|\s(?:{tolls})\s{rest}")
