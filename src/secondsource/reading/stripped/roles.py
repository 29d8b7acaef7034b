"""Roles of lines: the headline and what stands round it, what is inside the report, what surrounds it."""

from collections.abc import Sequence

from msgspec import Struct

from secondsource.language.credits import Credits
from secondsource.language.furniture import Kind
from secondsource.model.passage import Role
from secondsource.model.span import Span
from secondsource.text.normalise import fold

from .authors import names_author, signature
from .headline import TITLE_WORDS, WINDOW, Page, headline, heads_next
from .lines import Line
from .matter import Matter
from .pieces import dateline
from .signs import credits_picture, is_caption, is_copyright, is_credit, is_name_list, signs_off

_PARAGRAPH = 8
"""Words of a paragraph at least."""
_BEGINNING = 0.15
"""Share of the report's words that its first piece has at least."""
_GAP = 4
"""Lines on from one line of a piece to its next at most."""
_CAPTION = (4, 30)
"""Words of a caption without a sign of its own."""
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
    explained = [_signed(line, setting) for line in lines]
    page = _titling(lines, explained, setting)
    roles = [
        _inside(lines, inside, at, explained[at], setting) if inside[at] else _around(line, explained[at], setting)
        for at, line in enumerate(lines)
    ]
    if lead is None:
        head = headline(lines, min(len(lines), WINDOW), page)
        if head is not None:
            roles[head] = Role.HEADLINE
        return roles
    head = headline(lines, lead, page)
    if head is None and heads_next(lines, inside, lead, page):
        head, lead = lead, next(at for at in range(lead + 1, len(lines)) if inside[at])
    if head is not None:
        roles[head] = Role.HEADLINE
        for at in range(lead):
            if at == head or (lines[at].folded == lines[head].folded and not lines[at].bullet):
                roles[at] = Role.HEADLINE
    _between(lines, range(0 if head is None else head + 1, lead), setting, roles)
    _standfirst(lines, head, lead, roles)
    _captions(lines, roles, setting)
    _links(lines, roles)
    signed = signature(lines, roles, setting.credits)
    if signed is not None:
        roles[signed] = Role.BYLINE
    return roles


def _titling(lines: Sequence[Line], explained: Sequence[Role | None], setting: Setting) -> Page:
    """The page for whoever seeks its headline; furniture and lines that sign or explain are none."""
    barred = (
        at
        for at, line in enumerate(lines)
        if line.has(*_FURNITURE, Kind.LEGAL) or (line.words <= TITLE_WORDS and explained[at] is not None)
    )
    return Page(setting.credits, setting.matter, setting.title, frozenset(barred))


def _lead(lines: Sequence[Line], inside: Sequence[bool]) -> int | None:
    """The first line of the report that is a sentence; else the first line of the report. A small piece far above the
    rest (an appeal, a summary of another story) is not where the report begins."""
    pieces = _pieces(inside)
    if not pieces:
        return None
    words = [sum(lines[at].words for at in piece) for piece in pieces]
    enough = min(max(words), _BEGINNING * sum(words))
    first = next(piece[0] for piece, count in zip(pieces, words, strict=True) if count >= enough)
    for at in range(first, min(len(lines), first + 12)):
        if inside[at] and lines[at].words >= 12 and lines[at].ended:
            return at
    return first


def _pieces(inside: Sequence[bool]) -> list[list[int]]:
    """The places of the report's lines, parted where more than a few others lie between."""
    pieces: list[list[int]] = []
    for at, held in enumerate(inside):
        if held and pieces and at - pieces[-1][-1] <= _GAP:
            pieces[-1].append(at)
        elif held:
            pieces.append([at])
    return pieces


def _inside(
    lines: Sequence[Line], inside: Sequence[bool], at: int, signed: Role | None, setting: Setting
) -> Role:  # fmt: skip
    line = lines[at]
    if signed is Role.CAPTION and signs_off(line) and _is_last(lines, inside, at):
        return Role.BODY  # an agency signs its report at the end of the last paragraph
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


def _is_last(lines: Sequence[Line], inside: Sequence[bool], at: int) -> bool:
    """Whether no paragraph of the report follows."""
    return not any(inside[on] and lines[on].words >= _PARAGRAPH for on in range(at + 1, len(lines)))


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
    """The role of a line that is no part of the report whatever stands round it: code, legal, captions, credits."""
    if line.coded and (line.stops < 3 or line.words < 8):
        return Role.MARKUP
    if is_copyright(line) or (Kind.LEGAL in line.holds and Kind.LEGAL in line.opens):
        return Role.LEGAL if line.words > 3 or line.digits > 0 else Role.CREDIT
    if is_caption(line, setting.credits, setting.signers):
        return Role.CREDIT if line.words <= 5 and is_credit(line, setting.credits, setting.signers) else Role.CAPTION
    if is_credit(line, setting.credits, setting.signers):
        return Role.CREDIT
    return None


def _around(line: Line, signed: Role | None, setting: Setting) -> Role:
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


def _captions(lines: Sequence[Line], roles: list[Role], setting: Setting) -> None:
    """A line that is no sentence, right before the name of a picture's maker, tells what the picture shows."""
    for at in range(1, len(lines)):
        line = lines[at - 1]
        if roles[at] is not Role.CREDIT or not credits_picture(lines[at], setting.credits):
            continue
        loose = roles[at - 1] in (Role.SUBHEAD, Role.TEASER, Role.BODY, Role.FURNITURE, Role.STANDFIRST)
        below = at > 1 and roles[at - 2] is Role.HEADLINE
        if loose and not below and not line.ended and _CAPTION[0] <= line.words <= _CAPTION[1]:
            roles[at - 1] = Role.CAPTION


def _links(lines: Sequence[Line], roles: list[Role]) -> None:
    """Titles below "Read also" inside the report: the first, and those after it that no paragraph follows."""
    at = 0
    while at < len(lines):
        heads = roles[at] is Role.FURNITURE and not lines[at].whole.isdisjoint((Kind.RELATED, Kind.BOX))
        at += 1
        first = at
        while heads and at < len(lines) and _is_link(lines[at]) and roles[at] in (Role.SUBHEAD, Role.BODY):
            below = lines[at + 1] if at + 1 < len(lines) else None
            if at > first and below is not None and not _is_link(below):
                break
            roles[at] = Role.TEASER
            at += 1


def _is_link(line: Line) -> bool:
    return not line.ended and 3 <= line.words <= 22 and not line.text.rstrip().endswith(":")


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
        if line.words > 65 or dateline(line.text, Span(0, len(line.text))) is not None:
            return
        after = [roles[on] for on in range(at + 1, min(at + 4, len(lines)))]
        apart = any(role in (Role.BYLINE, Role.CAPTION, Role.CREDIT) for role in after[:2])
        if not line.ended or (at < lead) or (apart and line.words <= 45):
            roles[at] = Role.STANDFIRST
        return


def folded_title(title: str | None) -> str | None:
    """The record's title in the form that lines are compared in."""
    return fold(title) if title else None
