"""An HTML page read: its layer, the role of every line, and its own data."""

import re

from msgspec import Struct

from secondsource.model.passage import Passage
from secondsource.model.source import Given
from secondsource.model.span import Span
from secondsource.reading.page_data import PageData, hints, page_data, short_code
from secondsource.stage.settings import ReadingSettings

from .bounds import bounded
from .layer import Layer
from .passages import Labelled, Told, label
from .walk import layer, parse

_MARKUP = re.compile(r"<(?:[a-zA-Z][a-zA-Z0-9:-]*[\s/>]|/[a-zA-Z]|!--|!doctype)", re.IGNORECASE)
_DEFAULTS = ReadingSettings()
_NOTHING = Given()


class Page(Struct, frozen=True):
    """What is read of the page itself. `problems` are codes with their messages."""

    layer: Layer
    passages: tuple[Passage, ...]
    data: PageData
    report: Span
    """The characters of the element that holds the report."""
    problems: tuple[tuple[str, str], ...] = ()


def has_markup(text: str) -> bool:
    """Whether any tag stands in the text."""
    return _MARKUP.search(text) is not None


def read_page(text: str, settings: ReadingSettings = _DEFAULTS, given: Given = _NOTHING) -> Page:
    """Read the characters of an HTML page, within the budgets; `given` is what its record says of it."""
    safe, problems = bounded(text, settings)
    tree = parse(safe)
    found = layer(tree, settings)
    if found.cut:
        problems = (*problems, (found.cut, "the page holds more than its budget allows; the rest was left out"))
    data = page_data(tree, found)
    labelled = label(found, told_by(data, given))
    return Page(found, labelled.passages, data, labelled.report, problems)


def read_report(text: str, settings: ReadingSettings = _DEFAULTS) -> tuple[Layer, Labelled]:
    """The text layer of a page and the role of every line, as `read_page` tells them, for whoever asks for no more: its
    dates, address, outlet and sections are not looked for."""
    tree = parse(bounded(text, settings)[0])
    found = layer(tree, settings)
    return found, label(found, told_by(hints(tree, found)))


def told_by(data: PageData, given: Given = _NOTHING) -> Told:
    """What of a page's data, and of its record's, helps with the labels."""
    titles = data.titles if given.title is None else (given.title, *data.titles)
    language = short_code(data.language) or short_code(given.language)
    return Told(titles, data.descriptions, (*given.authors, *data.authors), language)
