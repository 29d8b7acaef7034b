"""The outlet of a page, only where the page or its record names it."""

from secondsource.model.source import Given

from .html.page import Page


def outlet_of(page: Page, given: Given) -> str | None:
    """The publication: the record's word, else the page data's."""
    return given.outlet or page.data.outlet
