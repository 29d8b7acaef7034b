"""Plain text: the decoded file itself is the coordinate text."""

from secondsource.model.passage import Passage, Role
from secondsource.model.published import Clue, Published
from secondsource.model.source import Given

from .page_data import PageStamp, short_code


def passages_of(text: str, given: Given) -> tuple[tuple[Passage, ...], str | None]:
    """The role of every passage, and the outlet where record or text name it."""
    try:
        from .passages_plain import label  # noqa: PLC0415

        return label(text, short_code(given.language), given), given.outlet
    except ImportError:
        pass
    passages: list[Passage] = []
    at = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            start = at + len(line) - len(line.lstrip())
            passages.append(Passage(start, start + len(bare), Role.BODY))
        at += len(line) + 1
    return tuple(passages), given.outlet


def language_of(text: str, passages: tuple[Passage, ...], stated: str | None) -> str | None:
    """ISO 639-1 code of the text; what page or record state where the text does not tell."""
    from . import tongue  # noqa: PLC0415

    return tongue.language_of(text, passages) or short_code(stated)


def published_of(
    text: str, passages: tuple[Passage, ...], language: str | None, given: Given, stamps: tuple[PageStamp, ...]
) -> tuple[Published | None, tuple[Clue, ...]]:
    """When it was published."""
    try:
        from .dates import published  # noqa: PLC0415
    except ImportError:
        return None, ()
    return published(text, passages, language, given, stamps)
