"""What every source is read by after its text is known: passages of plain text, language, date."""

from secondsource.model.passage import Passage
from secondsource.model.published import Clue, Published
from secondsource.model.source import Given

from . import passages_plain, tongue
from .dates import published
from .nameplate import outlet_shown
from .page_data import PageStamp, short_code


def passages_of(text: str, given: Given) -> tuple[Passage, ...]:
    """The role of every passage of a plain text, which is itself the coordinate text."""
    return passages_plain.label(text, short_code(given.language), given)


def outlet_of(text: str, passages: tuple[Passage, ...], given: Given) -> str | None:
    """The publication: the record's word, else as the text names it outside the report."""
    return given.outlet or outlet_shown(text, passages)


def language_of(text: str, passages: tuple[Passage, ...], stated: str | None) -> str | None:
    """ISO 639-1 code of the text; what page or record state where the text does not tell."""
    return tongue.language_of(text, passages) or short_code(stated)


def published_of(
    text: str, passages: tuple[Passage, ...], language: str | None, given: Given, stamps: tuple[PageStamp, ...]
) -> tuple[Published | None, tuple[Clue, ...]]:
    """When it was published, and every clue; spans without the source's id yet."""
    return published(text, passages, language, given, stamps)
