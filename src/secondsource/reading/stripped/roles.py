"""Roles of lines: the headline and what stands round it, what is inside the report, what surrounds it."""

from collections.abc import Sequence

from msgspec import Struct

from secondsource.language.credits import Credits
from secondsource.language.furniture import Kind
from secondsource.model.passage import Role
from secondsource.model.span import Span
from secondsource.text.normalise import fold
from secondsource.text.similarity import name_ratio

from .authors import names_author, signature
from .lines import Line
from .matter import Matter
from .pieces import dateline
from .signs import is_caption, is_copyright, is_credit, is_name_list

_WINDOW = 40
"""Lines before the lead among which the headline is sought."""
_FURNITURE = (Kind.RELATED, Kind.SHARE, Kind.CONSENT, Kind.FORM, Kind.ADVERT, Kind.SIGNUP, Kind.CLOSING, Kind.BOX)


class Setting(Struct, frozen=True):
    """What the lines are judged by."""

    credits: Credits
    signers: frozenset[str]
    matter: Matter
    title: str | None
    """The record's own title, folded."""


def roles_of(lines: Sequence[Line], inside: Sequence[bool], setting: Setting) -> list[Role]:
    """One role for each line."""
    lead = _lead(lines, inside)
    roles = [
        _inside(lines, inside, at, setting) if inside[at] else _around(lines[at], setting) for at in range(len(lines))
    ]
    if lead is None:
        head = _headline(lines, min(len(lines), _WINDOW), setting)
        if head is not None:
            roles[head] = Role.HEADLINE
        return roles
    head = _headline(lines, lead, setting)
    if head is None and _heads_next(lines, inside, lead, setting):
        head, lead = lead, next(at for at in range(lead + 1, len(lines)) if inside[at])
    if head is not None:
        roles[head] = Role.HEADLINE
        for at in range(lead):
            if at == head or (lines[at].folded == lines[head].folded and not lines[at].bullet):
                roles[at] = Role.HEADLINE
    _between(lines, range(0 if head is None else head + 1, lead), setting, roles)
    _standfirst(lines, head, lead, roles)
    signed = signature(lines, roles, setting.credits)
    if signed is not None:
        roles[signed] = Role.BYLINE
    return roles


def _lead(lines: Sequence[Line], inside: Sequence[bool]) -> int | None:
    """The first line of the report that is a sentence; else the first line of the report."""
    first = next((at for at, held in enumerate(inside) if held), None)
    for at in range(first or 0, min(len(lines), (first or 0) + 12)):
        if first is not None and inside[at] and lines[at].words >= 12 and lines[at].ended:
            return at
    return first


def _inside(lines: Sequence[Line], inside: Sequence[bool], at: int, setting: Setting) -> Role:
    line = lines[at]
    signed = _signed(line, setting)
    if signed is not None:
        return signed
    if names_author(line, setting.credits):
        return Role.BYLINE
    if _is_furniture(line):
        return Role.TEASER if Kind.RELATED in line.opens and line.words > 4 else Role.FURNITURE
    if line.times > 1 and line.words < 12 and not line.ended:
        return Role.FURNITURE
    if _is_lone_link(lines, at):
        return Role.TEASER
    if _is_subhead(lines, inside, at):
        return Role.SUBHEAD
    return Role.BODY


def _is_furniture(line: Line) -> bool:
    if not (line.whole or line.opens or line.holds):
        return False
    if line.words <= 40 and (any(kind in line.whole for kind in _FURNITURE)):
        return True
    opens = any(kind in line.opens for kind in _FURNITURE)
    holds = sum(1 for kind in _FURNITURE if kind in line.holds)
    if opens and (line.words <= 12 or not line.sentence or holds):
        return True
    return holds >= 2 and line.words <= 60


def _is_lone_link(lines: Sequence[Line], at: int) -> bool:
    """Whether the line has a list mark but stands in no list: a link to another story between two paragraphs."""
    line = lines[at]
    if not line.bullet or line.numbered or line.ended or not 3 <= line.words <= 20 or line.text.rstrip().endswith(":"):
        return False
    around = [lines[on] for on in (at - 1, at + 1) if 0 <= on < len(lines)]
    return all(not near.bullet and near.words >= 15 for near in around) and len(around) == 2


def _signed(line: Line, setting: Setting) -> Role | None:
    if line.coded and (line.stops < 3 or line.words < 8):
        return Role.MARKUP
    if is_copyright(line) or (Kind.LEGAL in line.holds and Kind.LEGAL in line.opens):
        return Role.LEGAL if line.words > 3 or line.digits > 0 else Role.CREDIT
    if is_caption(line, setting.credits, setting.signers):
        return Role.CREDIT if line.words <= 5 and is_credit(line, setting.credits, setting.signers) else Role.CAPTION
    if is_credit(line, setting.credits, setting.signers):
        return Role.CREDIT
    return None


def _around(line: Line, setting: Setting) -> Role:
    signed = _signed(line, setting)
    if signed is not None:
        return signed
    if Kind.LEGAL in line.holds or Kind.LEGAL in line.opens:
        return Role.LEGAL
    if Kind.RELATED in line.opens and line.words > 4:
        return Role.TEASER
    if line.has(*_FURNITURE) or line.has(Kind.BIO):
        return Role.FURNITURE
    if names_author(line, setting.credits):
        return Role.BYLINE
    if line.words >= 5 and (line.function_share >= 0.1 or line.ended) and not (line.separators or line.stamped):
        return Role.TEASER
    return Role.FURNITURE


def _is_subhead(lines: Sequence[Line], inside: Sequence[bool], at: int) -> bool:
    line = lines[at]
    if line.words > 14 or line.words == 0 or line.text.rstrip()[-1] in ".,;:…" or (line.bullet and not line.numbered):
        return False
    if line.text.rstrip()[-1] in "”\"»'’" and line.ended:
        return False
    return any(inside[on] and lines[on].words >= 10 for on in range(at + 1, min(at + 3, len(lines))))


def _headline(lines: Sequence[Line], lead: int, setting: Setting) -> int | None:
    """The line before the lead that reads most like its headline, or None."""
    best: tuple[float, int] | None = None
    for at in range(max(0, lead - _WINDOW), lead):
        value = _headline_value(lines[at], lead - at, setting)
        if value is not None and (best is None or value > best[0]):
            best = (value, at)
    return best[1] if best is not None and best[0] >= 1.0 else None


def _heads_next(lines: Sequence[Line], inside: Sequence[bool], lead: int, setting: Setting) -> bool:
    """Whether the report's first line is its headline, closed with a full stop: a headline says what the lead says
    again at greater length, while a lead and the paragraph behind it share less."""
    line = lines[lead]
    after = next((lines[at] for at in range(lead + 1, len(lines)) if inside[at]), None)
    if after is None or line.words > 20 or after.words < 1.4 * line.words or _signed(line, setting) is not None:
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


def _headline_value(line: Line, distance: int, setting: Setting) -> float | None:
    titled = setting.title is not None and name_ratio(setting.title, line.folded) >= 0.92
    if not titled and (line.words < 3 or line.words > 32 or line.coded or line.bullet in ("*", "+", "o")):
        return None
    if not titled and (
        line.has(*_FURNITURE, Kind.LEGAL) or _signed(line, setting) is not None or names_author(line, setting.credits)
    ):
        return None
    value = 4.0 if titled else 0.0
    value += 3.0 * setting.matter.share(line.stems)
    if line.times == 2 or (line.times > 2 and titled):
        value += 1.0
    if 5 <= line.words <= 20:
        value += 0.8
    value -= 0.08 * max(0, line.words - 13)
    if line.ended and not line.text.rstrip().endswith(("?", "!", "”", '"', "»", "’")):
        value -= 0.9
    if line.separators or line.dated:
        value -= 1.0
    if is_name_list(line.text):
        value -= 1.5
    return value - 0.06 * distance


def _between(lines: Sequence[Line], between: range, setting: Setting, roles: list[Role]) -> None:
    """Names and dates between headline and lead are the byline."""
    for at in between:
        line = lines[at]
        if roles[at] in (Role.HEADLINE, Role.CAPTION, Role.CREDIT, Role.LEGAL, Role.MARKUP):
            continue
        named = is_name_list(line.text.lstrip("*•·-– ")) and not line.has(*_FURNITURE)
        if names_author(line, setting.credits) or (named and line.words <= 8 and _signs_near(lines, at)):
            roles[at] = Role.BYLINE


def _signs_near(lines: Sequence[Line], at: int) -> bool:
    """Whether a date, a long sentence or a byline stands within three lines behind."""
    return any(lines[on].dated or lines[on].words >= 20 for on in range(at + 1, min(at + 4, len(lines))))


def _standfirst(lines: Sequence[Line], head: int | None, lead: int, roles: list[Role]) -> None:
    """The sentence right behind the headline, where something other than the report's next paragraph follows it."""
    if head is None:
        return
    for at in range(head + 1, min(lead + 1, len(lines))):
        if roles[at] in (Role.HEADLINE, Role.BYLINE, Role.CREDIT, Role.CAPTION, Role.LEGAL, Role.MARKUP):
            continue
        line = lines[at]
        if line.words < 7 or line.function_share < 0.15 or line.bullet or line.has(*_FURNITURE):
            if roles[at] is Role.SUBHEAD:
                return
            continue
        if line.words > 65:
            return
        after = [roles[on] for on in range(at + 1, min(at + 4, len(lines)))]
        apart = any(role in (Role.BYLINE, Role.CAPTION, Role.CREDIT) for role in after[:2])
        if not line.ended or (at < lead) or (apart and line.words <= 45):
            roles[at] = Role.STANDFIRST
        return


def folded_title(title: str | None) -> str | None:
    """The record's title in the form that lines are compared in."""
    return fold(title) if title else None
