"""What a spot credits: names and roles."""

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language.credits import Credits, version_in
from secondsource.language.mastheads import agencies_named, agency_named, is_publication
from secondsource.model.mark import CreditRole
from secondsource.model.span import Span
from secondsource.text.normalise import fold

from .find import Place, Spot

_LETTER = r"[^\W\d_]"
_UPPER = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪİĹŁŃŇŌŐŘŚŞŠŤŪŮŰŹŻŽА-Я]"
_PARTICLE = r"(?:de|da|del|della|di|van|von|der|den|ten|ter|la|le|du|dos|zu|zur|bin|ben|al|el|af|av)"
_PERSON = re.compile(
    rf"{_UPPER}{_LETTER}*[\w.'’\-]*(?:\s+{_PARTICLE}\b)*(?:\s+(?:{_PARTICLE}\s+)*(?:Mc|Mac|O['’]|d['’])?{_UPPER}[\w.'’\-]*){{1,3}}"
)
_SPLIT = re.compile(r"\s*(?:[,;/&|•·]|\s[-–—]\s)\s*")
_TRIM = ' \t\u00a0.,;:()[]–—-•*/|©"“”'
_CAPITALS = re.compile(
    rf"(?:{_UPPER}[\w.'’&\-]*)(?:\s+(?:(?:of|de|du|des|am|and|the|für|i)\s+)?{_UPPER}[\w.'’&\-]*|\s+\d+\b){{0,4}}"
)
_CUT = re.compile(rf"\s+(?:in|from|aus|à|en|a|w)\s+{_UPPER}[\w’'\-]+(?:\s+{_UPPER}[\w’'\-]+)*$")
_WORD = re.compile(r"\S+")
_SMALL_WORDS = re.compile(r"(?:\s+[a-zà-ÿ]+)*\s+")
"""What stands between an agency and its people: "writers", "staff writer"."""
_SHOUT = 4
_SIGN_WORDS = 4
"""Words of a wire's sign at most, where no table knows it."""
_SMALL_SIGN = re.compile(r"[a-zäöü]{2,5}")
_ACRONYM = re.compile(r"(?!I{2,3}$)[A-Z]{3,}")
_DESK_WORDS = 4
_TOLD_WORDS = 3
"""Words in small letters with which a photo's sign is a sentence."""
_LINKED = re.compile(r"https?://|www\.")
_FROM = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)


class Found(Struct, frozen=True, gc=False):
    """A credit before it has an id."""

    role: CreditRole
    name: str
    span: Span
    through: str | None = None


class Desk(Struct, frozen=True):
    """What names are read with: the tongue's table, and the folded names that the document's datelines sign with."""

    table: Credits
    signers: frozenset[str]
    outlet: str | None = None
    """The publication, where it is known: in a photo's sign it is the photographer's house."""


def parse(text: str, spot: Spot, desk: Desk) -> Iterator[Found]:
    """The credits of one spot."""
    match spot.place:
        case Place.DATELINE:
            yield from _signed(text, spot.span)
        case Place.SIGNED:
            for found in _signed(text, spot.span):
                yield replace(found, name=agency_named(found.name.upper()) or found.name)
        case Place.CLOSING:
            yield from _closed(text, spot.span, desk)
        case Place.ORIGIN:
            origin = desk.table.origin_in(spot.span.cut(text).replace("’", "'").casefold())
            if origin is not None:
                whole = Span(spot.span.start, spot.span.start + origin[1])
                yield Found(CreditRole.TRANSLATOR, whole.cut(text), whole, origin[0])
        case Place.BESIDE:
            yield from _beside(text, spot.span, desk)
        case Place.PRESS:
            if agency_named(spot.span.cut(text)) is None:
                yield _named(CreditRole.RELAYED, text, spot.span)
        case Place.PICTURE:
            yield from _photo(text, spot.span, desk)
        case Place.COPYRIGHT:
            yield from _copyright(text, spot.span, desk)
        case Place.INTERVIEW:
            yield from _relayed_by_interview(text, spot.span, desk)
        case Place.BYLINE:
            yield from _byline(text, spot.span, desk)
        case Place.CREDIT:
            yield from _credit(text, spot.span, desk)


def _closed(text: str, span: Span, desk: Desk) -> Iterator[Found]:
    """ "(Reuters)", or "(pn/us)" where a dateline of the page signs with "pn": the rest are the writers' initials."""
    name = span.cut(text)
    parts = re.split(r"[/,]", name)
    if fold(name) in desk.signers or agencies_named(name):
        yield from _signed(text, span)
    elif fold(parts[0]) in desk.signers:
        yield _named(CreditRole.WIRE, text, Span(span.start, span.start + len(parts[0])))
    elif opened := _opened(name, desk.table.beside):
        yield from _beside(text, Span(span.start + opened, span.end), desk)


def _beside(text: str, span: Span, desk: Desk) -> Iterator[Found]:
    """Houses whose matter the page also uses: names in a list, one of which at least is an agency's or an acronym."""
    joins = "|".join(map(re.escape, desk.table.joins))
    cut, at = span.cut(text), 0
    pieces: list[Span] = []
    for between in [*re.finditer(rf"\s*[,/&]\s*|\s(?:{joins})\s", cut), None]:
        bare = _bare(text, Span(at, between.start() if between else len(cut)).shifted(span.start))
        at = between.end() if between else at
        pieces += [bare] if bare is not None else []
    names = [piece.cut(text) for piece in pieces]
    houses = [agency_named(name) is not None or fold(name) in desk.signers or _is_acronym(name) for name in names]
    if any(houses) and all(_CAPITALS.fullmatch(name) or house for name, house in zip(names, houses, strict=True)):
        for piece in pieces:
            yield _named(CreditRole.AGENCY, text, piece)


def _is_acronym(name: str) -> bool:
    return _ACRONYM.fullmatch(name) is not None


def _signed(text: str, span: Span) -> Iterator[Found]:
    """ "(AFP/dpa)": one wire for each part; "(pn)": a sign in small letters, as German agencies write them."""
    at = span.start
    for part in re.split(r"([/,&+]|\s[-–—]\s)", span.cut(text)):
        piece = _bare(text, Span(at, at + len(part)))
        at += len(part)
        if piece is None:
            continue
        name = piece.cut(text)
        small = _SMALL_SIGN.fullmatch(name) is not None
        if agency_named(name) is not None or (len(name) > 1 and (small or not name.islower())):
            yield _named(CreditRole.WIRE, text, piece)


def _named(role: CreditRole, text: str, span: Span) -> Found:
    written = span.cut(text)
    plain = " ".join(written.split())
    if plain.isupper() and len(plain) > _SHOUT and plain.isalpha():
        plain = plain.capitalize()  # a sign set in capitals, not an acronym
    return Found(role, agency_named(written) or plain, span)


def _photo(text: str, span: Span, desk: Desk) -> Iterator[Found]:
    """ "Ana Lima/AFP", "MERIVAL/Ana Lima": the person, where the other parts are houses; else the sign as it stands.
    "Image: the minister leaves the hall" tells what is seen and credits nobody."""
    small = sum(word[0].islower() for word in span.cut(text).split())
    if small >= _TOLD_WORDS or _LINKED.search(span.cut(text)):
        return
    parts = list(_list(text, span))
    people = [part for part in parts if _PERSON.fullmatch(part.cut(text)) and not _is_house(part.cut(text), desk)]
    yield _named(CreditRole.PHOTO, text, people[0] if len(parts) > 1 and len(people) == 1 else span)


def _is_house(name: str, desk: Desk) -> bool:
    """Whether a part of a photo's sign is an agency, a publication or an acronym, not a person."""
    return (
        agency_named(name) is not None
        or fold(name) in desk.signers
        or (desk.outlet is not None and fold(name) == fold(desk.outlet))
        or (name.isupper() and " " not in name)
        or is_publication(name)
    )


def _bare(text: str, span: Span) -> Span | None:
    """The span without white space and marks round it; a full stop that belongs to initials stays."""
    start, end = span.start, span.end
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    if end < span.end and text[end] == "." and re.search(rf"\b{_UPPER}\.{_UPPER}$", text[start:end]):
        end += 1
    return Span(start, end) if end > start else None


def _copyright(text: str, span: Span, desk: Desk) -> Iterator[Found]:
    """The owner in a copyright line, where it is an agency: the page carries its copy."""
    cut = span.cut(text)
    if not _FROM.search(cut[:20]):
        return
    for match in _CAPITALS.finditer(cut[:80]):
        owner = _agency_in(match[0], desk)
        if owner is not None:
            yield _named(CreditRole.AGENCY, text, owner.shifted(span.start + match.start()))
            return


def _agency_in(name: str, desk: Desk) -> Span | None:
    """The first words of a name that are an agency's, the longest that begin there: in "Copyright 2018 The Associated
    Press" the last three."""
    words = list(_WORD.finditer(name))
    for first, word in enumerate(words):
        for last in reversed(words[first:]):
            span = Span(word.start(), last.end())
            if agency_named(span.cut(name)) is not None or fold(span.cut(name)) in desk.signers:
                return span
    return None


def _relayed_by_interview(text: str, span: Span, desk: Desk) -> Iterator[Found]:
    cut = span.cut(text)
    head = (
        re.match(rf"(?:(?:{'|'.join(map(re.escape, desk.table.particles))})\s+)?", cut)
        if desk.table.particles
        else None
    )
    skip = head.end() if head else 0
    match = _CAPITALS.match(cut, skip)
    if match is None:
        return
    name = re.sub(r"[’']s$", "", match[0])
    if (name.isupper() and len(name) > 1) or agency_named(name) is not None or is_publication(name):
        start = span.start + match.start()
        yield _named(CreditRole.RELAYED, text, Span(start, start + len(name)))


def _byline(text: str, span: Span, desk: Desk) -> Iterator[Found]:
    start = span.start + _opened(span.cut(text), desk.table.byline)
    people = tuple(_people(text, Span(start, span.end), desk, CreditRole.BYLINE))
    if start == span.start:  # no opening word says that persons follow
        people = tuple(each for each in people if not _is_label(each.name, desk, text))
    yield from people or _house_desk(text, Span(start, span.end), desk)


def _is_label(name: str, desk: Desk, text: str) -> bool:
    """Whether a name is made like a section's or a publication's ("Breaking News Emails"), or of words that the page
    writes in small letters elsewhere ("Climate Change")."""
    folded = fold(name).split()
    if is_publication(name) or not set(folded).isdisjoint(desk.table.labels):
        return True
    if len(folded) == 2 and folded[0] in desk.table.particles:
        return True
    return all(re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", text) for word in name.split())


def _house_desk(text: str, span: Span, desk: Desk) -> Iterator[Found]:
    """ "By the Desk", "Newsquay Desk": a byline that names nobody but a desk of the house."""
    for piece in _list(text, span):
        words = fold(piece.cut(text)).split()
        if 1 < len(words) <= _DESK_WORDS and words[-1] in desk.table.desks:
            yield Found(CreditRole.BYLINE, " ".join(piece.cut(text).split()), piece)
            return


def _opened(cut: str, phrases: tuple[str, ...]) -> int:
    """Characters of `cut` up to behind the phrase it opens with; 0 where it opens with none."""
    head = len(cut) - len(cut.lstrip(" *•·-–—|>([©"))
    rest = cut[head:].replace("’", "'").casefold()
    for phrase in sorted(phrases, key=lambda each: (-len(each), each)):
        if rest.startswith(phrase) and not (phrase[-1].isalnum() and rest[len(phrase) : len(phrase) + 1].isalnum()):
            return head + len(phrase)
    return 0


def _people(text: str, span: Span, desk: Desk, role: CreditRole, through: str | None = None) -> Iterator[Found]:
    """Names of persons in a list; an agency among them is a wire, a job title is nobody."""
    joins = "|".join(
        re.escape(word) for word in desk.table.joins if len(word) > 0 and word not in {"in", "a", "à", "aus"}
    )
    pattern = re.compile(rf"\s*(?:[,;/&|•·]|\s[-–—]\s|(?<!\w)(?:{joins})(?!\w))\s*") if joins else _SPLIT
    at = 0
    cut = span.cut(text)
    pieces: list[Span] = []
    for mark in [*pattern.finditer(cut), None]:
        pieces.append(Span(at, mark.start() if mark else len(cut)))
        at = mark.end() if mark else at
    for piece in pieces:
        bare = _bare(text, piece.shifted(span.start))
        if bare is None:
            continue
        name = bare.cut(text)
        trimmed = _CUT.sub("", name)
        bare, name = Span(bare.start, bare.start + len(trimmed)), trimmed
        if agency_named(name) is not None:
            yield _named(CreditRole.WIRE if role is CreditRole.BYLINE else role, text, bare)
        elif fold(name) in desk.table.jobs or any(map(str.isdigit, name)):
            continue
        elif (match := _PERSON.match(name)) is not None and len(match[0]) >= 0.6 * len(name):
            words = _without_house(match[0].split())
            while len(words) > 2 and fold(words[-1]) in desk.table.jobs:
                words.pop()
            whole = " ".join(words)
            of_house = len(words) < len(match[0].split()) and is_publication(whole)  # "Harbour Post Staff"
            if len(words) > 1 and not of_house and not any(fold(word) in desk.table.jobs for word in words):
                yield Found(role, whole, Span(bare.start, bare.start + match.start() + len(whole)), through)


def _without_house(words: list[str]) -> list[str]:
    """The words of a name up to an acronym among them: "Ana Lima BBC" is Ana Lima, "CNN Business" nobody."""
    if all(word.isupper() for word in words):
        return words
    at = next((at for at, word in enumerate(words) if _ACRONYM.fullmatch(word)), len(words))
    return words[:at]


def _credit(text: str, span: Span, desk: Desk) -> Iterator[Found]:
    """A credit line: a photo's, a publication's, a translator's, a wire's name alone or with the house's own desk."""
    cut = span.cut(text)
    table = desk.table
    if (at := _opened(cut, table.photo)) or "©" in cut[:3]:
        bare = _bare(text, Span(span.start + at, span.end))
        if bare is not None:
            yield from _photo(text, bare, desk)
        return
    version = version_in(cut.replace("’", "'").casefold(), table)
    if version is not None:
        yield from _version(text, span, version, desk)
        return
    if at := _opened(cut, table.translated):
        yield from _people(text, Span(span.start + at, span.end), desk, CreditRole.TRANSLATOR)
        return
    if at := _opened(cut, table.relay):
        for piece in _list(text, Span(span.start + at, span.end)):
            known = agency_named(piece.cut(text)) is not None
            yield _named(CreditRole.AGENCY if known else CreditRole.RELAYED, text, piece)
        return
    yield from _wire(text, span, desk)


def _wire(text: str, span: Span, desk: Desk) -> Iterator[Found]:
    cut = span.cut(text)
    folded = cut.casefold()
    cuts = sorted({folded.find(phrase) for phrase in desk.table.additional if phrase in folded})
    if cuts and cuts[0] > 0:
        head = _bare(text, Span(span.start, span.start + cuts[0]))
        if head is not None and (staff := _agency_first(head.cut(text), desk)) is not None:
            yield _named(CreditRole.WIRE, text, staff.shifted(head.start))
            named = _SMALL_WORDS.match(text, head.start + staff.end, head.end)
            yield from _people(text, Span(named.end() if named else head.end, head.end), desk, CreditRole.BYLINE)
        elif head is not None and len(head.cut(text).split()) <= _SIGN_WORDS:
            yield _named(CreditRole.WIRE, text, head)
        behind = span.start + cuts[0]
        behind += _opened(text[behind : span.end], desk.table.additional)
        yield from _people(text, Span(behind, span.end), desk, CreditRole.BYLINE)
        return
    pieces = list(_list(text, span))
    if pieces and all(agency_named(p.cut(text)) is not None or fold(p.cut(text)) in desk.signers for p in pieces):
        for piece in pieces:
            yield _named(CreditRole.WIRE, text, piece)
        return
    at = span.start
    for part in re.split(r"(;)", cut):
        duty = _opened(part, desk.table.reporting)
        if duty:
            yield from _people(text, Span(at + duty, at + len(part)), desk, CreditRole.BYLINE)
        at += len(part)


def _agency_first(name: str, desk: Desk) -> Span | None:
    """The agency that a line begins with: "Associated Press writers Ana Lima and …"."""
    found = _agency_in(name, desk)
    return (
        found
        if found is not None and (found.start == 0 or fold(name[: found.start].strip()) in desk.table.particles)
        else None
    )


def _list(text: str, span: Span) -> Iterator[Span]:
    at = span.start
    for part in re.split(r"([/,;|&])", span.cut(text)):
        bare = _bare(text, Span(at, at + len(part)))
        at += len(part)
        if bare is not None:
            yield bare


def _version(text: str, span: Span, version: tuple[str, int, int], desk: Desk) -> Iterator[Found]:
    """The name next to the words that name the version is its translator; the others of the list wrote the text."""
    cut = span.cut(text)
    through, at, end = version
    before = Span(span.start + _opened(cut, desk.table.reporting), span.start + at)
    behind = Span(span.start + end + _opened(cut[end:], desk.table.byline), span.end)
    heads = list(_people(text, before, desk, CreditRole.BYLINE))
    tails = list(_people(text, behind, desk, CreditRole.TRANSLATOR, through))
    if tails:
        yield from heads
        yield from tails
    elif heads:
        yield from heads[:-1]
        last = heads[-1]
        yield Found(CreditRole.TRANSLATOR, last.name, last.span, through)
    else:
        whole = Span(span.start + at, span.start + end)
        yield Found(CreditRole.TRANSLATOR, whole.cut(text), whole, through)
