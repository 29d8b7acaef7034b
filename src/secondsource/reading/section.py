"""The section of a page: which part of the publication it stands in, by its data, by what it shows, by its address."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from secondsource.language.page import all_words
from secondsource.model.masthead import Section
from secondsource.model.passage import Passage, Role
from secondsource.model.span import Span
from secondsource.text.normalise import fold

from .address import folders_of
from .html.layer import Layer
from .page_data import PageData

_ABOVE = 6
"""Passages above the headline among which a section's name stands."""
_BELOW = 3
_KICKED = 3
"""Passages between a kicker and the headline, itself included, at most."""
_LABEL = 30
"""Characters of an entry of a menu."""
_LABELLED = 60
"""Passages that are looked at for a label such as "Category:"."""
_WORDS = 4
"""Words of a section's name at most."""
_LETTERS = 40
_MENU = 3
"""So many names of sections one below the other are a menu."""
_CRUMB_LINE = 300
_CRUMBS = re.compile(r"\s*[>›»→]\s*|\s+[/|·•]\s+|\n")
_JOINTS = re.compile(r"(?<=[a-zà-ÿß])(?=[A-ZÀ-Þ])")
_CRUMB_NAMES = re.compile(r"breadcrumb|\bcrumbs?\b", re.IGNORECASE)
_LIST = re.compile(r"\s*[,;|]\s*")
_MARKS = " \t*•·-–—|>›»:#[]"
_SHOWN = (Role.FURNITURE, Role.SUBHEAD, Role.TEASER, Role.BYLINE, Role.STANDFIRST)


def sections_of(
    text: str, passages: Sequence[Passage], url: str | None, data: PageData | None = None, layer: Layer | None = None
) -> tuple[Section, ...]:
    """Every section that the page gives, by trust, each name once; `data` and `layer` are an HTML page's."""
    data = data or PageData()
    headline = next((each.span.cut(text) for each in passages if each.role is Role.HEADLINE), "")
    outside = frozenset(fold(name) for name in (headline, data.outlet or "", *data.titles) if name)
    stated = [(name, each.property) for each in data.stated_sections for name in _LIST.split(each.value)[:1]]
    stated += [(name, "JSON-LD BreadcrumbList") for name in _deepest(data.breadcrumbs, outside)]
    found = [Section(name, called, _place(name, text, passages)) for name, called in stated if _is_name(name, outside)]
    found += _trail(layer, outside) if layer is not None else []
    found += [*_above(text, passages, outside), *_labelled(text, passages, outside), *_from_address(url)]
    once: dict[str, Section] = {}
    for section in found:
        once.setdefault(fold(section.value), section)
    return tuple(once.values())


def _is_name(value: str, outside: frozenset[str]) -> bool:
    """Whether it can be a section's name: short, and neither the front page's, the outlet's nor the report's own."""
    folded = fold(value)
    if not 1 < len(folded) <= _LETTERS or len(folded.split()) > _WORDS + 1 or folded in _known("none"):
        return False
    return any(char.isalpha() for char in folded) and "_" not in folded and folded not in outside


def _deepest(crumbs: Sequence[str], outside: frozenset[str]) -> tuple[str, ...]:
    """The last crumb that names a section, if any: behind it may stand the report itself, cut off."""
    names = [name for at, name in enumerate(crumbs) if _is_name(name, outside) and not _is_cut(name, outside)]
    return tuple(names[-1:])


def _is_cut(name: str, outside: frozenset[str]) -> bool:
    cut = fold(name).rstrip(" .…")
    return len(cut) >= _LETTERS // 4 and any(each.startswith(cut) for each in outside)


def _place(value: str, text: str, passages: Sequence[Passage]) -> Span | None:
    """Where a passage outside the report is this name and nothing else."""
    wanted = fold(value)
    for passage in passages:
        if passage.role in _SHOWN and passage.end - passage.start <= _LETTERS + 10:
            cut = passage.span.cut(text)
            if fold(cut.strip(_MARKS)) == wanted:
                start = passage.start + len(cut) - len(cut.lstrip(_MARKS))
                return Span(start, start + len(cut.strip(_MARKS)))
    return None


def _trail(layer: Layer, outside: frozenset[str]) -> list[Section]:
    """The deepest crumb of the first element of an HTML page that calls itself a breadcrumb."""
    for at, element in enumerate(layer.elements):
        if "rumb" not in element.names or not _CRUMB_NAMES.search(element.names):
            continue
        start, end = element.start, layer.ends[at]
        if not layer.text[start:end].strip() or end - start > _CRUMB_LINE:
            continue
        inner = range(at + 1, layer.element_ends[at])
        links = [(layer.elements[on].start, layer.ends[on]) for on in inner if layer.elements[on].tag == "a"]
        spots = [spot for place in links or [(start, end)] for spot in _parts(layer.text, Span(*place))]
        return [Section(spot.cut(layer.text), "breadcrumb", spot) for spot in _deepest_of(layer.text, spots, outside)]
    return []


def _deepest_of(text: str, spots: Sequence[Span], outside: frozenset[str]) -> Iterator[Span]:
    names = [" ".join(spot.cut(text).split()) for spot in spots]
    for name in _deepest(names, outside):
        yield spots[names.index(name)]


def _parts(text: str, span: Span) -> list[Span]:
    """The crumbs of a line, parted by signs, or run together as a scrape leaves them: "HomeWorld", "Home World"."""
    found = [part for piece in _split(text, span, _CRUMBS) for part in _unjoined(text, piece)]
    return [spot for spot in found if spot.start < spot.end]


def _split(text: str, span: Span, signs: re.Pattern[str]) -> list[Span]:
    edges = [0, *(edge for sign in signs.finditer(span.cut(text)) for edge in sign.span()), span.end - span.start]
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return [_trimmed(text, span.start + start, span.start + end) for start, end in pairs]


def _unjoined(text: str, piece: Span) -> list[Span]:
    """A piece that begins with the way to the front page, taken apart; any other as it is."""
    joined = _split(text, piece, _JOINTS)
    if len(joined) > 1 and fold(joined[0].cut(text)) in _known("none"):
        return joined
    first, space, rest = piece.cut(text).partition(" ")
    if not space or fold(first) not in _known("none"):
        return [piece]
    words = rest.split(" ")
    name = next((tail for at in range(len(words)) if fold(tail := " ".join(words[at:])) in _known("names")), rest)
    return [Span(piece.start, piece.start + len(first)), Span(piece.end - len(name), piece.end)]


def _trimmed(text: str, start: int, end: int) -> Span:
    cut = text[start:end]
    lead = len(cut) - len(cut.lstrip(_MARKS + "\n"))
    return Span(start + lead, start + max(lead, len(cut.rstrip(_MARKS + "\n"))))


def _above(text: str, passages: Sequence[Passage], outside: frozenset[str]) -> Iterator[Section]:
    """A breadcrumb near the headline, then a kicker: a section's name on a line of its own, in no menu."""
    head = next((at for at, each in enumerate(passages) if each.role is Role.HEADLINE), None)
    if head is None:
        return
    near = [*range(head - 1, max(-1, head - 1 - _ABOVE), -1), *range(head + 1, min(len(passages), head + 1 + _BELOW))]
    shown = [at for at in near if passages[at].role in _SHOWN]
    for at in shown:
        if passages[at].end - passages[at].start <= _CRUMB_LINE:
            spots = _parts(text, passages[at].span)
            names = [fold(spot.cut(text)) for spot in spots]
            known = sum(1 for name in names if name in _known("names"))
            if len(names) > 1 and known and (names[0] in _known("none") or known == len(names) == 2):
                path = [spot for spot, name in zip(spots, names, strict=True) if name in _known("names")]
                yield Section(path[-1].cut(text), "breadcrumb", path[-1])
                break
    for at in shown:
        spot = _trimmed(text, passages[at].start, passages[at].end)
        name = spot.cut(text)
        if (
            head - _KICKED <= at < head
            and _is_section(name)
            and _is_name(name, outside)
            and not _in_menu(text, passages, at)
        ):
            yield Section(name, "kicker", spot)
            break


def _is_section(name: str) -> bool:
    return len(name) <= _LETTERS and fold(name) in _known("names")


def _in_menu(text: str, passages: Sequence[Passage], at: int) -> bool:
    """Whether the line is one of several names one below the other, or follows closely on another short line."""
    run = 1
    for step in (-1, 1):
        on = at + step
        while 0 <= on < len(passages) and _is_section(passages[on].span.cut(text).strip(_MARKS)):
            run += 1
            on += step
    if run >= _MENU or at == 0:
        return run >= _MENU
    before = passages[at - 1]
    near = "\n" not in text[before.end : passages[at].start].replace("\n", "", 1)
    return (
        near and before.end - before.start <= _LABEL and fold(before.span.cut(text).strip(_MARKS)) not in _known("none")
    )


def _labelled(text: str, passages: Sequence[Passage], outside: frozenset[str]) -> Iterator[Section]:
    """The name behind "Category:", "Rubrik:"."""
    for passage in (*passages[:_LABELLED], *passages[_LABELLED:][-_LABELLED:]):
        if passage.role not in _SHOWN or passage.end - passage.start > 2 * _LETTERS:
            continue
        cut = passage.span.cut(text)
        folded = cut.casefold()
        label = next((each for each in _labels() if folded.startswith(each)), None)
        if label is not None:
            end = passage.start + len(re.split(r",|\||·", cut)[0])
            spot = _trimmed(text, passage.start + len(label) - 1, end)
            if _is_name(spot.cut(text), outside):
                yield Section(spot.cut(text), "label", spot)
                return


@cache
def _labels() -> tuple[str, ...]:
    """Each with the space behind it, the longest first."""
    return tuple(sorted((f"{label} " for label in _known("labels")), key=lambda label: (-len(label), label)))


def _from_address(url: str | None) -> Iterator[Section]:
    """The deepest part of the address that is a section's name, of those it begins with."""
    named = [
        part for part in folders_of(url) if fold(part.replace("-", " ")) in _known("names") or part in _known("names")
    ]
    if named:
        yield Section(named[-1], "address")


@cache
def _known(kind: str) -> frozenset[str]:
    return frozenset(all_words("sections", kind))
