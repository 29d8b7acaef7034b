"""The outlet, headline and authors of a page, only where the page or its record names them."""

from secondsource.model.passage import Role
from secondsource.model.source import Given

from .html.page import Page


def outlet_of(page: Page, given: Given) -> str | None:
    """The publication: the record's word, else the page data's."""
    return given.outlet or page.data.outlet


def headline_of(page: Page) -> str | None:
    """The headline as the text layer has it, else as the page's data has it."""
    for passage in page.passages:
        if passage.role is Role.HEADLINE:
            return passage.span.cut(page.layer.text)
    return page.data.titles[0] if page.data.titles else None


def authors_of(page: Page) -> tuple[str, ...]:
    """The persons who wrote it."""
    return page.data.authors
