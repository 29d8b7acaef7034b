"""Lines of a stripped text with what can be seen of each: shape, sentence form, marks, known phrases."""

import re
from collections import Counter

from msgspec import Struct

from secondsource.language.furniture import Kind, Lookup
from secondsource.model.span import Span
from secondsource.text.normalise import fold

from .debris import unmarked
from .wrapped import rows

_BULLET = re.compile(r"(?:[*•●▪■◦‣·○»›→➤✓✔+#]|o|-|–|—|\d{1,3}[.)])(?=\s+\S)")
_NUMBERED = re.compile(r"\d{1,3}[.)]")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_STOPS = re.compile(r"[^\W\d_]{2,}[\"”’»)\]]*[.!?…](?=\s|[\"”’»)]|$)")
_ENDS = re.compile(r"[.!?…][\"“”’'»«)\]\s]*$|[.!?…,]?[”\"»]\s*$")
_LINK = re.compile(r"https?://|www\.|[\w.]+@[\w-]+\.\w|^@\w+$|[\w-]+\.(?:com|org|net|co\.uk|de|fr)\b")
_GLUED = re.compile(r"[a-zà-ÿß)][A-ZÀ-Þ][a-zà-ÿ]")
_SEPARATORS = re.compile(r"\s[|•·›»/:/]{1,2}\s|[|•›]")
_CODE = re.compile(
    r"[{};]\s*[\w-]+\s*:\s*[^;{}]+;|\bfunction\s*\(|\bvar \w+\s*=|\(\)\s*[{;]|=>|!important|\.\w[\w-]*\s*\{|\}\);"
    r"|\{\"\w+\":"
)
_JOINT = re.compile(r"(?<=[a-zà-ÿß])(?=[A-ZÀ-Þ])")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b|\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
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
    times: int
    """How often the very line stands in the document."""
    blanks_before: int
    whole: frozenset[Kind]
    opens: frozenset[Kind]
    holds: frozenset[Kind]

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
    seen = [(row.start, row.end, row.blanks, fold(text[row.start : row.end][:_LOOK])) for row in rows(text)]
    times = Counter(folded for _, _, _, folded in seen)
    found: list[Line] = []
    for number, (start, end, before, folded) in enumerate(seen):
        found.append(_line(number, Span(start, end), text[start:end], (folded, times[folded], before), lookup))
    return tuple(found)


def _line(number: int, span: Span, raw: str, seen: tuple[str, int, int], lookup: Lookup) -> Line:
    folded, times, before = seen
    looked = unmarked(raw[:_LOOK])
    match = _BULLET.match(looked)
    bullet = match[0] if match else ""
    core = looked[len(bullet) :].lstrip()
    words = _WORD.findall(core)
    count = len(words) if len(raw) <= _LOOK else len(_WORD.findall(raw))
    glued = len(_GLUED.findall(core))
    known = lookup.function_words
    function = sum(1 for word in words if word.lower().replace("’", "'") in known)
    capitals = sum(1 for word in words if word[0].isupper())
    letters = sum(map(len, words))
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
        function_share=function / len(words) if words else 0.0,
        capital_share=capitals / len(words) if words else 0.0,
        shouted=letters > 3 and core.isupper(),
        stops=len(_STOPS.findall(core)),
        ended=bool(_ENDS.search(raw[-40:])),
        digits=sum(map(str.isdigit, core)) / max(1, len(core)),
        linked=bool(_LINK.search(core)),
        glued=glued,
        separators=len(_SEPARATORS.findall(core)),
        coded=bool(_CODE.search(core)) or (len(looked) < len(raw[:_LOOK]) and len(words) < 4),
        dated=bool(_CLOCK.search(core)) or (bool(_YEAR.search(core)) and len(words) <= 8),
        times=times,
        blanks_before=before,
        whole=whole,
        opens=opens,
        holds=holds,
    )
