"""The signature picture: pages flow into reports, reports into voices."""

from markupsafe import Markup
from msgspec import Struct

from .svg import curve, drawing, element, fitted, in_lines, link, text, title

_WIDTH = 290
_PAGE_X, _REPORT_X, _VOICE_X = 62, 148, 241
_REPORT_LABEL, _VOICE_LABEL = 84, 96
"""The widest labels under two circles at one height: half of each together leave a gap between the columns."""
_LINE = 12
_TOP = 22


class Page(Struct, frozen=True):
    """A page: its short label, what it is called, and the link to its characters."""

    label: str
    name: str
    href: str
    at: str


class Report(Struct, frozen=True):
    """A report and the numbers of its pages."""

    name: str
    pages: tuple[int, ...]


class Voice(Struct, frozen=True):
    """A voice and the numbers of the reports that carry it; not `named` where pages speak in their own words."""

    name: str
    reports: tuple[int, ...]
    named: bool = True


class Flow(Struct, frozen=True):
    """What flows together behind one claim. `loose` pages could not be placed."""

    pages: tuple[Page, ...]
    reports: tuple[Report, ...]
    voices: tuple[Voice, ...]
    loose: tuple[int, ...] = ()


def confluence(flow: Flow) -> Markup:
    """The picture, 290 wide, about as high as it has pages."""
    size = 13 if len(flow.pages) <= 5 else 10 if len(flow.pages) <= 10 else 7
    page_y, report_y, bottom = _rows(flow, size)
    voice_y = _voices(flow, report_y)
    many = sum(voice.named for voice in flow.voices) > 1
    parts = [
        text(_PAGE_X + 6, 9, "pages", "s", "middle"),
        text(_REPORT_X, 9, "reports", "s", "middle"),
        text(_VOICE_X, 9, "voices" if len(flow.voices) != 1 else "voice", "s", "middle"),
    ]
    for number, report in enumerate(flow.reports):
        parts += [_line(_PAGE_X + size, page_y[p], _REPORT_X - 8, report_y[number], "l") for p in report.pages]
    for number, voice in enumerate(flow.voices):
        for report_number in voice.reports:
            ends = (_REPORT_X + 8, report_y[report_number], _VOICE_X - 9, voice_y[number])
            parts.append(_line(*ends, "l" if voice.named else "l d"))
    parts += [_page(page, page_y[n], size, loose=n in flow.loose) for n, page in enumerate(flow.pages)]
    for number, report in enumerate(flow.reports):
        parts.append(element("circle", title(report.name), cx=_REPORT_X, cy=report_y[number], r=8, class_="h b"))
        parts += _label(_REPORT_X, report_y[number] + 19, report.name, _REPORT_LABEL)
    for number, voice in enumerate(flow.voices):
        kind = "h d b" if not voice.named else "m" if many else "o"
        parts.append(element("circle", title(voice.name), cx=_VOICE_X, cy=voice_y[number], r=9, class_=kind))
        parts += _label(_VOICE_X, voice_y[number] + 20, voice.name, _VOICE_LABEL)
    labels = [_more(voice.name, _VOICE_LABEL) for voice in flow.voices]
    lowest = max([bottom, *(y + 24 + more for y, more in zip(voice_y, labels, strict=True))])
    return drawing(_WIDTH, lowest, spoken(flow), *parts, class_="flow")


def spoken(flow: Flow) -> str:
    """The picture in words: `3 pages, 2 reports, 1 voice`."""
    named = sum(voice.named for voice in flow.voices)
    counts = ((len(flow.pages), "page"), (len(flow.reports), "report"), (named, "voice"))
    said = ", ".join(f"{number} {name}{'' if number == 1 else 's'}" for number, name in counts)
    if named < len(flow.voices):
        said += " and the page's own words"
    return said + (f"; {len(flow.loose)} not placed" if flow.loose else "")


def thread(flow: Flow) -> Markup:
    """The same in one line for a claim on one page: a square, a circle, a dot."""
    named = any(voice.named for voice in flow.voices)
    return drawing(
        64,
        14,
        spoken(flow),
        element("path", d="M11 7H24M36 7H50", class_="l"),
        element("rect", x=2, y=2.5, width=9, height=9, class_="h"),
        element("circle", cx=30, cy=7, r=5, class_="h"),
        element("circle", cx=56, cy=7, r=5, class_="o" if named else "h d"),
        class_="flow",
    )


def _rows(flow: Flow, size: int) -> tuple[dict[int, float], list[float], float]:
    """Middle of each page and each report, and the lowest point."""
    pages: dict[int, float] = {}
    reports: list[float] = []
    y = float(_TOP)
    for report in flow.reports:
        own = [page for page in report.pages if page not in pages]
        height = len(own) * (size + 4) - 4 if own else 0
        room = max(height, 18)
        start = y + (room - height) / 2
        for number, page in enumerate(own):
            pages[page] = start + number * (size + 4) + size / 2
        reports.append(y + room / 2)
        y += max(room + 12, room / 2 + 30 + _more(report.name, _REPORT_LABEL))
    for page in range(len(flow.pages)):
        if page not in pages:
            pages[page] = y + size / 2
            y += size + 6
    return pages, reports, y


def _voices(flow: Flow, report_y: list[float]) -> list[float]:
    found: list[float] = []
    free = 0.0
    for voice in flow.voices:
        ys = [report_y[number] for number in voice.reports]
        found.append(max(free, sum(ys) / len(ys) if ys else float(_TOP + 9)))
        free = found[-1] + 42 + _more(voice.name, _VOICE_LABEL)
    return found


def _label(x: float, y: float, name: str, room: float) -> list[Markup]:
    """A name under its circle, in two lines where one cannot hold it."""
    return [text(x, y + number * _LINE, line, "s", "middle") for number, line in enumerate(in_lines(name, room))]


def _more(name: str, room: float) -> float:
    """What the further lines of a label take, in units of the drawing."""
    return _LINE * (len(in_lines(name, room)) - 1)


def _page(page: Page, y: float, size: int, *, loose: bool) -> Markup:
    square = element(
        "rect", title(page.name), x=_PAGE_X, y=y - size / 2, width=size, height=size, class_="h d b" if loose else "h b"
    )
    parts = [square]
    if size > 9:
        label = fitted(page.label, _PAGE_X - 6)
        parts.insert(0, text(_PAGE_X - 5, y + 4, label, "s", "end"))
    else:
        label = page.label
    return link(page.href, page.at, *parts, label=f"{label}, {page.name}: show the words")


def _line(x1: float, y1: float, x2: float, y2: float, class_: str) -> Markup:
    return element("path", d=curve(x1, y1, x2, y2), class_=class_)
