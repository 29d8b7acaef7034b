"""PDF: the text layer of its pages, in the order in which the pages write it."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from secondsource.model.problem import Problem
from secondsource.model.source import Given

from .item import Item, Unpacked, utf8
from .markup import file_name

if TYPE_CHECKING:
    from pypdf import PdfReader

_PAGE_BREAK = "\n\f"
"""What parts two pages: the labelling knows by it what stands at the edge of a page."""
_MOST_PAGES = 1_000
_MOST_FAILURES = 10
"""Pages that cannot be read before the file is given up."""
_MOST_CHARACTERS = 4_000_000
_MOST_STEPS = 400_000
"""Drawing operators of all pages together; a page of text has some thousands."""
_MOST_BYTES = 40_000_000
"""Bytes of all pages' drawing streams, unpacked."""
_STREAM_BYTES = 4_000_000
"""What one stream may unpack to; a page of text needs a hundredth."""


class _SpentError(Exception):
    """A budget of the whole file is spent."""


class _Budget:
    """Counts operators, bytes and characters of a document as its pages are read."""

    def __init__(self) -> None:
        self.steps = _MOST_STEPS
        self.bytes = _MOST_BYTES
        self.characters = _MOST_CHARACTERS
        self.failures = _MOST_FAILURES

    def step(self, *_operator: object) -> None:
        self.steps -= 1
        self.check()

    def check(self) -> None:
        """Raises `_SpentError` where any count has run out."""
        if min(self.steps, self.bytes, self.characters, self.failures) < 0:
            raise _SpentError


def pdf(name: str, data: bytes) -> Unpacked:
    """The text of a PDF as a plain text, each page but the first behind a line feed and a form feed. Scanned pages have
    none."""
    texts: list[str] = []
    problems: list[Problem] = []
    given = Given()
    with _bounded():
        try:
            reader = _opened(data)
            given = _given(reader)
            _read(name, reader, texts, problems)
        except Exception as error:  # a damaged file fails in as many ways as it has bytes
            problems.append(Problem(name, "broken-pdf", f"{name}: a PDF that cannot be read: {_said(error)}"))
    yield from problems
    text = _PAGE_BREAK.join(filter(None, texts))
    if text:
        yield Item(file_name(name), "text/plain", utf8(text), given)
    elif not problems:
        yield Problem(name, "empty-source", f"{name}: a PDF without a text layer (scanned pages have none)")


def _opened(data: bytes) -> "PdfReader":
    from pypdf import PdfReader  # noqa: PLC0415  # heavy to import

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise ValueError("it asks for a password")
    return reader


def _read(name: str, reader: "PdfReader", texts: list[str], problems: list[Problem]) -> None:
    """The text of each page, as far as the budget goes."""
    budget = _Budget()
    count = len(reader.pages)
    for number in range(min(count, _MOST_PAGES)):
        try:
            page = reader.pages[number]
            contents = page.get_contents()
            budget.bytes -= len(contents.get_data()) if contents is not None else 0
            budget.check()
            text = page.extract_text(visitor_operand_before=budget.step)
            budget.characters -= len(text)
            texts.append(text.strip())
            budget.check()
        except _SpentError:
            why = f"{name}: a PDF of {count} pages, of which {number} could be read within the budget"
            problems.append(Problem(name, "too-long", why))
            return
        except Exception as error:  # a page that cannot be read does not stop the others
            problems.append(Problem(name, "broken-pdf", f"{name}: page {number + 1} cannot be read: {_said(error)}"))
            budget.failures -= 1
    if count > _MOST_PAGES:
        why = f"{name}: {count} pages; only the first {_MOST_PAGES} were read"
        problems.append(Problem(name, "too-long", why))


def _given(reader: "PdfReader") -> Given:
    """Title, author and language. The day a PDF was made is not the day of publication, and is left alone."""
    try:
        told = reader.metadata
        title, author = (told.title, told.author) if told is not None else (None, None)
        language = reader.root_object.get("/Lang")
    except Exception:  # data about the document is no reason to give up the document
        return Given()
    return Given(
        title=_clean(title),
        language=_clean(str(language)) if isinstance(language, str) else None,
        authors=tuple(filter(None, [_clean(author)])),
    )


def _clean(value: object) -> str | None:
    return " ".join(str(value).split())[:500] or None if value else None


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__


@contextmanager
def _bounded() -> Iterator[None]:
    """pypdf within its limits, and without its warnings: what matters of them becomes a Problem."""
    from pypdf import Configuration, apply_configuration  # noqa: PLC0415

    limits = Configuration(
        zlib_maximum_output_length=_STREAM_BYTES,
        lzw_maximum_output_length=_STREAM_BYTES,
        run_length_maximum_output_length=_STREAM_BYTES,
        array_based_stream_maximum_output_length=2 * _STREAM_BYTES,
        stream_parsing_work_maximum_count=200_000,
        stream_decoding_work_maximum_length=5 * _STREAM_BYTES,
        xform_maximum_invocations_per_extraction=100,
        jbig2dec_binary=None,
    )

    log = logging.getLogger("pypdf")
    level = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        with apply_configuration(limits):
            yield
    finally:
        log.setLevel(level)
