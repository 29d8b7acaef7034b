"""Lines that name an author without "by NAME": a correspondent and a place, a desk, a signature behind the report."""

import re
from collections.abc import Sequence

from secondsource.language.credits import Credits
from secondsource.language.furniture import Kind
from secondsource.language.mastheads import agency_named, is_publication
from secondsource.model.passage import Role
from secondsource.text.normalise import fold
from secondsource.text.pattern import either

from .lines import Line
from .signs import bare, is_byline, is_name_list

_WORDS = 14
"""Words of a byline at most."""
_DESK_WORDS = 5
_SIGNED_WORDS = (2, 5)
"""Words of a signature: one person."""
_NOTES = 2
"""Lines at most between a signature and the end of what was taken for the report."""
_KNOWN = (
    Kind.RELATED,
    Kind.SHARE,
    Kind.CONSENT,
    Kind.FORM,
    Kind.ADVERT,
    Kind.SIGNUP,
    Kind.CLOSING,
    Kind.BOX,
    Kind.LEGAL,
    Kind.HEADING,
)


def names_author(line: Line, table: Credits) -> bool:
    """Whether the line is a byline: "By NAME", "De notre envoyé spécial à Brest, NAME", "By the Desk"."""
    return is_byline(line, table) or _is_sent(line, table) or _is_desk(line, table)


def _is_sent(line: Line, table: Credits) -> bool:
    """An opening of several words, then a place or nothing, a comma, and names alone."""
    if not 4 <= line.words <= _WORDS or line.coded or line.text.endswith((".", ":")):
        return False
    text = bare(line)
    opened = any(" " in phrase and text.startswith(phrase + " ") for phrase in table.byline)
    _, comma, names = line.text.rpartition(",")
    return opened and bool(comma) and is_name_list(names.strip())


def _is_desk(line: Line, table: Credits) -> bool:
    """ "By" and a desk of the house, and nothing else."""
    if line.words > _DESK_WORDS:
        return False
    words = bare(line).rstrip(" .").split()
    return 2 < len(words) <= _DESK_WORDS and words[0] in table.byline and words[-1] in table.desks


def signature(lines: Sequence[Line], roles: Sequence[Role], table: Credits) -> int | None:
    """The line behind the report, or behind all but its last paragraphs, that is a person's name and nothing else; None
    where there is none, or where the report speaks of that person (a speaker's name under words set off)."""
    bodies = [at for at, role in enumerate(roles) if role is Role.BODY]
    if not bodies:
        return None
    behind = next((at for at in range(bodies[-1] + 1, len(roles)) if roles[at] is not Role.MARKUP), None)
    near = [] if behind is None or roles[behind] not in (Role.FURNITURE, Role.TEASER) else [behind]
    near += [at for at in range(bodies[-1] - 1, max(0, bodies[-1] - 1 - _NOTES), -1) if roles[at] is Role.SUBHEAD]
    return next((at for at in near if _is_one_person(lines[at], table) and not _is_told(at, lines, roles)), None)


def _is_told(at: int, lines: Sequence[Line], roles: Sequence[Role]) -> bool:
    """Whether the name is no author's: the report has it too, or its words are no name's."""
    name = lines[at].text.strip(" .*•–—-")
    whole = re.compile(rf"(?<!\w){re.escape(name.split()[-1])}(?!\w)")
    reported = (Role.BODY, Role.STANDFIRST, Role.HEADLINE)
    if any(whole.search(lines[on].text) for on in range(len(lines)) if roles[on] in reported):
        return True
    return _is_plain(name, lines)


def _is_plain(name: str, lines: Sequence[Line]) -> bool:
    """Whether a word of the name also stands in the text as a word in small letters: "Related Tasks" is no person."""
    words = {word.casefold() for word in name.split() if word[0].isupper() and len(word) > 2}
    small = re.compile(rf"(?<!\w)(?:{either(words)})(?!\w)") if words else None
    return small is None or len(words) < 2 or any(small.search(line.text) for line in lines)


def _is_one_person(line: Line, table: Credits) -> bool:
    low, high = _SIGNED_WORDS
    if not low <= line.words <= high or line.has(*_KNOWN) or line.bullet or line.glued or line.shouted or line.digits:
        return False
    name = line.text.strip(" .")
    if "," in name or not is_name_list(name) or line.function_share or line.times > 2:
        return False
    if not set(fold(name).split()).isdisjoint((*table.labels, *table.desks)):
        return False
    return agency_named(name) is None and not is_publication(name)
