"""Outlet, title and authors of a page, only where the page or its record names them."""

import re

from secondsource.language.credits import credits_of
from secondsource.language.mastheads import agency_named
from secondsource.model.masthead import Masthead
from secondsource.model.passage import Passage, Role
from secondsource.model.source import Given
from secondsource.text.normalise import fold

from .html.page import Page
from .nameplate import outlet_shown
from .page_data import PageData, short_code
from .section import sections_of

_TITLE_PARTS = re.compile(r"\s+[|–—\-*·•»:]+\s+")
_ADDRESS = re.compile(r"https?:|www\.|@|^\(", re.IGNORECASE)
_DOMAIN = re.compile(r"\.(?:de|com|org|net|fr|es|it|nl|pt|co\.uk)\b", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:,|;|&|\||\s/\s|\b(?:und|and|et|y|e|en)\b)\s*")
_HOST = re.compile(r"https?://(?:[\w-]+\.)*?([\w-]{2,})\.(?:co\.)?[a-z]{2,}(?:/|$)")
_NAME = re.compile(
    r"(?:(?:Dr|Prof|Sir|Dame)\.?\s+)*[A-ZÀ-ÞŠŽČĆĐ][\w.'’\-]*"
    r"(?:\s+(?:de|da|del|della|van|von|der|den|di|le|la|bin|al|el|dos|du|zu|ter|[A-ZÀ-ÞŠŽČĆĐ][\w.'’\-]*)){1,4}"
)
_BYLINE_END = re.compile(r"\s*(?:\||•|·|\d|\(|\s[-–—]\s|\bPublished\b|\bUpdated\b).*$", re.DOTALL)
_MOST_AUTHORS = 8
_LEVEL = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "\u00a0": " "})
"""Signs that a page writes now so, now so; each for one, so that lengths stay."""
_SIGNED = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_BEHIND_PLACE = re.compile(r",|\s[–—-]|\s\d")


def outlet_of(page: Page, given: Given) -> str | None:
    """The publication: the record's word, else the page data's, else what stands behind the headline in the page's
    title, if the page shows that name too; else as the page's own lines name it."""
    known = given.outlet or page.data.outlet or _from_title(page)
    return known or outlet_shown(page.layer.text, page.passages)


def _from_title(page: Page) -> str | None:
    shown = _shown_headline(page)
    if shown is None:
        return None
    for title in page.data.titles:
        if fold(title).startswith(fold(shown)) and len(title) > len(shown):
            name = _TITLE_PARTS.split(title[len(shown) :] if title.startswith(shown) else title)[-1].strip(" |-–—·•»")
            if 0 < len(name.split()) <= 5 and any(char.isalpha() for char in name) and name in page.layer.text:
                return name
    return None


def _shown_headline(page: Page) -> str | None:
    for passage in page.passages:
        if passage.role is Role.HEADLINE:
            return passage.span.cut(page.layer.text)
    return None


def title_of(page: Page) -> str | None:
    """The title that the page's data gives, without the outlet's name behind it; else the headline as shown."""
    shown = _shown_headline(page)
    title = page.data.title
    if title is None:
        return shown or (page.data.titles[0] if page.data.titles else None)
    level = title.translate(_LEVEL)
    others = [other for other in (shown, *page.data.titles) if other is not None and len(other) >= 12]
    for other in sorted(others, key=len):
        if level.startswith(other.translate(_LEVEL)) and _TITLE_PARTS.match(title[len(other) :]):
            return title[: len(other)]
    parts = _TITLE_PARTS.split(title)
    if page.data.outlet and len(parts) > 1 and fold(parts[-1]) == fold(page.data.outlet):
        return title[: title.rindex(parts[-1])].rstrip(" |–—-*·•»:")
    return title


def masthead_of(text: str, passages: tuple[Passage, ...], page: Page | None, given: Given) -> Masthead:
    """What stands around the report; a record's own word comes before the page's."""
    data = page.data if page is not None else PageData()
    dateline = next((each.span for each in passages if each.role is Role.DATELINE), None)
    place, agency = _placed(dateline.cut(text)) if dateline is not None else (None, None)
    layer = page.layer if page is not None else None
    sections = sections_of(text, passages, given.url or data.url, data, layer)
    return Masthead(
        given.title or (title_of(page) if page is not None else None),
        data.stated_titles,
        given.authors or (authors_of(page) if page is not None else ()),
        sections[0].value if sections else None,
        data.url,
        next((each.span for each in passages if each.role is Role.STANDFIRST), None),
        dateline,
        place,
        agency,
        sections,
    )


def _placed(dateline: str) -> tuple[str | None, str | None]:
    """Place and agency of a dateline: "BERLIN, April 25 (Reuters) –", "Wien/dpa –", "London/Teheran –"."""
    words = dateline.strip(" .:–—-―")
    signed = _SIGNED.search(words)
    agency = None
    if signed is not None:
        words, agency = words[: signed.start()], agency_named(signed[1]) or signed[1].strip()
    elif "/" in words and (named := agency_named(words.rpartition("/")[2])) is not None:
        words, agency = words.rpartition("/")[0], named
    place = _BEHIND_PLACE.split(words)[0].strip(" .:–—-―")
    return place or None, agency


def authors_of(page: Page) -> tuple[str, ...]:
    """Who wrote it: the page data's authors; the persons of the byline where the data names nobody or the house
    alone."""
    stated = _parts(page, page.data.authors)
    houses = _houses(page)
    if not stated or all(_is_house(name, houses) for name in stated):
        signed = [name for name in _parts(page, _bylines(page)) if _NAME.fullmatch(name)]
        stated = [name for name in signed if not _is_house(name, houses)] or stated
    return tuple(dict.fromkeys(stated))[:_MOST_AUTHORS]


def _houses(page: Page) -> tuple[str, ...]:
    """Folded names of the outlet: as the page data gives it, and the middle of its host."""
    host = _HOST.match(page.data.url or "")
    return tuple(name for name in (fold(page.data.outlet or ""), fold(host[1]) if host else "") if name)


def _is_house(name: str, houses: tuple[str, ...]) -> bool:
    folded = fold(name)
    return bool(_DOMAIN.search(name)) or any(
        folded in house or house in folded or folded.replace(" ", "") == house for house in houses
    )


def _bylines(page: Page) -> tuple[str, ...]:
    texts = (passage.span.cut(page.layer.text) for passage in page.passages if passage.role is Role.BYLINE)
    return tuple(_BYLINE_END.sub("", text) for text in texts)[:3]


def _parts(page: Page, texts: tuple[str, ...]) -> list[str]:
    """The single names in lists of names, without addresses, handles and photo credits."""
    table = credits_of(short_code(page.data.language))
    found: list[str] = []
    for text in texts:
        for part in _JOINED.split(_without_opening(text, table.byline)):
            name = part.strip(" .:*")
            if not name or _ADDRESS.search(name):
                continue
            if fold(name.replace("-", " ")) not in {fold(each.replace("-", " ")) for each in found}:
                found.append(name)
    return found


def _without_opening(text: str, openings: tuple[str, ...]) -> str:
    text = " ".join(text.split())
    for opening in sorted(openings, key=len, reverse=True):
        if text[: len(opening)].casefold() == opening and text[len(opening) : len(opening) + 1] in {" ", ":"}:
            return text[len(opening) :].lstrip(" :")
    return text
