"""Lines of a stripped text with what can be seen of each: shape, sentence form, marks, known phrases."""

import re
from collections import Counter

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language.furniture import Kind, Lookup
from secondsource.model.span import Span
from secondsource.text.normalise import fold

from . import form
from .debris import unmarked
from .matter import stems
from .wrapped import rows

_BULLET = re.compile(r"(?:[*•●▪■◦‣·○»›→➤✓✔+#]|o|-|–|—|\d{1,3}[.)])(?=\s+\S)")
_NUMBERED = re.compile(r"\d{1,3}[.)]")
_JOINT = re.compile(r"(?<=[a-zà-ÿß])(?=[A-ZÀ-Þ])")
_HELD_WORDS = 70
"""Lines of more words are hardly furniture for holding one phrase of it."""
_LOOK = 1500
"""Characters of a line that are looked at for its form; a longer line is of one kind throughout, or nothing is."""


class Line(Struct, frozen=True):
    """One line that is not blank. `start`, `end`: its characters without white space around them, in the document."""

    number: int
    start: int
    end: int
    text: str
    folded: str
    bullet: str
    """The list mark it begins with, or empty."""
    words: int
    function_share: float
    """Share of words that are function words of the language: high in sentences, low in labels."""
    capital_share: float
    """Share of words that begin with a capital."""
    shouted: bool
    stops: int
    """Sentence ends inside, the last included."""
    ended: bool
    """Whether it ends as a sentence does."""
    digits: float
    linked: bool
    glued: int
    separators: int
    coded: bool
    dated: bool
    stamped: bool
    """Whether it is hardly more than a day with its year and a time."""
    times: int
    """How often the very line stands in the document."""
    blanks_before: int
    whole: frozenset[Kind]
    opens: frozenset[Kind]
    holds: frozenset[Kind]
    stems: tuple[str, ...] = ()
    """The stems of its content words, in order (`matter.stems`)."""
    running: bool = False
    """Whether it is a running head or foot of a printed page."""

    @property
    def span(self) -> Span:
        """Its characters."""
        return Span(self.start, self.end)

    @property
    def numbered(self) -> bool:
        """Whether its list mark is a number."""
        return bool(_NUMBERED.fullmatch(self.bullet))

    @property
    def sentence(self) -> bool:
        """Whether it reads as at least one sentence."""
        return self.ended and self.words >= 7 and self.function_share >= 0.2

    def has(self, *kinds: Kind) -> bool:
        """Whether a phrase of one of these kinds is the line, opens it or stands in it."""
        return any(kind in self.whole or kind in self.opens or kind in self.holds for kind in kinds)


def lines_of(text: str, lookup: Lookup) -> tuple[Line, ...]:
    """The lines of `text` that are not blank, in order; lines broken at a width are joined (`wrapped.rows`)."""
    seen = [(row, fold(text[row.start : row.end][:_LOOK])) for row in rows(text)]
    times = Counter(folded for _, folded in seen)
    found: list[Line] = []
    for number, (row, folded) in enumerate(seen):
        line = _line(number, row.span, row.span.cut(text), (folded, times[folded], row.blanks), lookup)
        found.append(replace(line, running=True) if row.running else line)
    return tuple(found)


def _line(number: int, span: Span, raw: str, seen: tuple[str, int, int], lookup: Lookup) -> Line:
    folded, times, before = seen
    looked = unmarked(raw[:_LOOK])
    match = _BULLET.match(looked)
    bullet = match[0] if match else ""
    core = looked[len(bullet) :].lstrip()
    words = form.words_of(core, lookup.function_words)
    count = words.count if len(raw) <= _LOOK else form.word_count(raw)
    glued, digits = form.glued(core), form.digits(core)
    whole, opens, holds = lookup.kinds(folded, count <= _HELD_WORDS)
    if glued and count <= 12:
        opens |= lookup.kinds(_JOINT.sub(" ", looked).casefold(), False)[1]
    return Line(
        number=number,
        start=span.start,
        end=span.end,
        text=raw,
        folded=folded,
        bullet=bullet,
        words=count,
        function_share=words.function_share,
        capital_share=words.capital_share,
        shouted=form.is_shouted(core),
        stops=form.stops(core),
        ended=form.is_ended(raw),
        digits=digits,
        linked=form.is_linked(core),
        glued=glued,
        separators=form.separators(core),
        coded=form.is_code(core) or (len(looked) < len(raw[:_LOOK]) and words.count < 4),
        dated=digits > 0.0 and form.is_dated(core, words.count),
        stamped=digits > 0.0 and form.is_stamp(core, words.count),
        times=times,
        blanks_before=before,
        whole=whole,
        opens=opens,
        holds=holds,
        stems=stems(words.small, core, lookup.function_words),
    )
