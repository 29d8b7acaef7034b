"""Which line is the headline: the words of the report, and the form and place of titles, weighed."""

from collections.abc import Sequence

from msgspec import Struct

from secondsource.language.credits import Credits
from secondsource.language.furniture import Kind
from secondsource.model.span import Span
from secondsource.text.similarity import name_ratio

from .authors import names_author
from .lines import Line
from .matter import Matter
from .pieces import dateline
from .signs import is_name_list

WINDOW = 40
"""Lines before the lead among which the headline is sought."""
TITLE_WORDS = 32
"""Words of a headline at most."""
_NEAR = 4
"""Lines behind a title among which a byline or a date stands."""
_ASKING = ("?", "!", "”", '"', "»", "’")
_HEADING = "#"
"""What marks a heading of the first order in Markdown."""
_TITLE = 5
"""Words of a title at least; less are a topic above it."""
_FULL = 4
"""Content words of a line whose share in the report is hardly chance."""


class Weights(Struct, frozen=True):
    """What each feature of a line adds to its value as a headline: on the scale of log odds, set by hand."""

    titled: float = 8.0
    """It is the title that the record gives."""
    share: float = 3.0
    """Times the share of its content words that the report uses …"""
    shared: float = 3.0
    """… and as much again in a line of four such words and more."""
    apart: float = 2.5
    """A blank line stands before it, as scrapes set headings off."""
    capitals: float = 1.5
    """Times the share of its words with a capital."""
    functional: float = 1.0
    """Times the share of function words: labels have none."""
    asks: float = 1.5
    colon: float = 0.8
    signed: float = 1.0
    """A byline or a date stands close behind it."""
    topmost: float = 1.0
    """No line before it could be the headline."""
    usual: float = 0.7
    """It has five to twenty words."""
    heading: float = 3.0
    """It is marked as a heading."""
    live: float = 2.5
    """It says that the report runs on: of a running report this is the title, its posts have titles of their own."""
    twice: float = 0.6
    """The very line stands in the text twice: above the report, and in the way to it from the front page."""
    long: float = -0.1
    """For each word over thirteen."""
    ended: float = -1.6
    numbered: float = -2.5
    listed: float = -2.0
    parted: float = -2.2
    """Signs part it as they part menus and ways from the front page."""
    shouted: float = -1.2
    names: float = -1.5
    cut: float = -3.0
    """It breaks off in dots, as titles do in the way from the front page."""
    glued: float = -1.0
    far: float = -0.06
    """For each line between it and the lead."""
    standfirst: float = 1.5
    """What a line right below another title must be worth more than that."""
    least: float = 2.5
    """The value from which a line is a headline at all."""


WEIGHTS = Weights()


class Page(Struct, frozen=True):
    """What titles are judged by."""

    credits: Credits
    matter: Matter
    title: str | None
    """The record's own title, folded."""
    barred: frozenset[int]
    """The places of lines that are something else for sure: furniture, credits, captions."""


def headline(lines: Sequence[Line], lead: int, page: Page, weights: Weights = WEIGHTS) -> int | None:
    """The line before the lead that reads most like its headline, or None."""
    best: tuple[float, int] | None = None
    for at in range(max(0, lead - WINDOW), lead):
        if not _is_candidate(lines[at], at, page):
            continue
        value = _value(lines, at, lead, page, weights) + (weights.topmost if best is None else 0.0)
        if best is None or value > best[0] + _below(lines, best[1], at, weights):
            best = (value, at)
    return best[1] if best is not None and best[0] >= weights.least else None


def _below(lines: Sequence[Line], best: int, at: int, weights: Weights) -> float:
    """By how much a line must be better than the best one before it: more where it stands right below a title of some
    words, for there the standfirst stands, which says more of the report's words."""
    return weights.standfirst if best == at - 1 and lines[best].words >= _TITLE and not lines[best].ended else 0.0


def _is_candidate(line: Line, at: int, page: Page) -> bool:
    if _is_titled(line, page):
        return True
    if line.words < 3 or line.words > TITLE_WORDS or line.coded or line.bullet in ("*", "+", "o"):
        return False
    if line.stamped or line.text.rstrip().endswith(":"):
        return False
    return at not in page.barred and not names_author(line, page.credits)


def _is_titled(line: Line, page: Page) -> bool:
    return page.title is not None and name_ratio(page.title, line.folded) >= 0.92


def _value(lines: Sequence[Line], at: int, lead: int, page: Page, weights: Weights) -> float:
    line = lines[at]
    share = page.matter.share(line.stems)
    value = weights.share * share + weights.shared * share * min(1.0, len(set(line.stems)) / _FULL)
    value += weights.capitals * line.capital_share + weights.functional * line.function_share
    value += weights.long * max(0, line.words - 13) + weights.far * (lead - at)
    return value + sum(weight for weight, holds in _signs_of(lines, at, lead, page, weights) if holds)


def _signs_of(
    lines: Sequence[Line], at: int, lead: int, page: Page, weights: Weights
) -> tuple[tuple[float, bool], ...]:
    """Each weight with whether the line has what it is for."""
    line = lines[at]
    end = line.text.rstrip()[-1:]
    return (
        (weights.titled, _is_titled(line, page)),
        (weights.apart, line.blanks_before > 0),
        (weights.asks, end == "?"),
        (weights.colon, ":" in line.text),
        (weights.signed, any(_signs(each, page) for each in lines[at + 1 : min(lead, at + 1 + _NEAR)])),
        (weights.usual, 5 <= line.words <= 20),
        (weights.live, line.words >= 5 and line.has(Kind.LIVE)),
        (weights.twice, line.times == 2),
        (weights.ended, line.ended and end not in _ASKING),
        (weights.numbered, line.numbered),
        (weights.listed, bool(line.bullet) and not line.numbered and line.bullet != _HEADING),
        (weights.heading, line.bullet == _HEADING),
        (weights.parted, line.separators > 0),
        (weights.shouted, line.shouted),
        (weights.names, is_name_list(line.text)),
        (weights.cut, line.folded.rstrip(" ]").endswith("...")),
        (weights.glued, line.glued > 0),
    )


def _signs(line: Line, page: Page) -> bool:
    """Whether the line is a byline, or hardly more than a date."""
    return names_author(line, page.credits) or line.stamped or (line.dated and line.words <= 8)


def heads_next(lines: Sequence[Line], inside: Sequence[bool], lead: int, page: Page) -> bool:
    """Whether the report's first line is its headline, closed with a full stop: a headline says what the lead says
    again at greater length, while a lead and the paragraph behind it share less."""
    line = lines[lead]
    after = next((lines[at] for at in range(lead + 1, len(lines)) if inside[at]), None)
    if after is None or line.words > 20 or after.words < 1.4 * line.words or lead in page.barred:
        return False
    if line.bullet or line.blanks_before == 0 < line.number or dateline(line.text, Span(0, len(line.text))) is not None:
        return False
    if any(_is_breadcrumb(each, line) for each in lines[max(0, lead - 5) : lead]):
        return True
    return Matter.of((after.stems,)).share(line.stems) >= 0.6


def _is_breadcrumb(line: Line, title: Line) -> bool:
    """Whether `line` ends with the beginning of `title`, cut off: "HomeWorldWar in Ukraine. ..."."""
    cut = line.folded.rstrip(" .…")
    return any(cut.endswith(title.folded[:size].rstrip(" .")) for size in range(10, min(60, len(title.folded))))
