"""The reader of the plan: one source, bytes to document."""

from msgspec import Struct
from msgspec.structs import replace

from secondsource.model.document import Document
from secondsource.model.passage import REPORTED, Passage, Role
from secondsource.model.problem import Problem
from secondsource.model.source import RawSource, Source
from secondsource.model.span import Span
from secondsource.stage.contract import Read
from secondsource.stage.settings import ReadingSettings

from . import plain
from .decode import Decoded, decode
from .html.page import Page, has_markup, read_page
from .masthead import masthead_of, outlet_of
from .page_data import PageData
from .placed import placed

_SENTENCE_WORDS = 4
_MOST_LINES = 20_000
"""Lines read of a plain text: each is weighed against its neighbours. A long report has hundreds."""


class ReadPage(Struct, frozen=True):
    """Reads plain text and HTML. Never raises on bad content."""

    settings: ReadingSettings = ReadingSettings()

    @property
    def name(self) -> str:
        """Its name in the plan."""
        return "page"

    @property
    def media_types(self) -> tuple[str, ...]:
        """What it reads."""
        return ("text/plain", "text/html")

    def read(self, raw: RawSource) -> Read:
        """Decode, find the text and the role of every passage, the language, the date and the outlet."""
        if not raw.data.strip():
            return Read(None, (Problem(raw.id, "empty-source", f"{raw.name}: nothing is in it"),))
        decoded = decode(raw)
        if not decoded.text.strip("\ufeff\0 \t\r\n"):
            return Read(
                None, (*decoded.problems, Problem(raw.id, "empty-source", f"{raw.name}: only blanks are in it"))
            )
        if raw.media_type == "text/html" and has_markup(decoded.text):
            return self._read_html(raw, decoded)
        return self._read_plain(raw, decoded)

    def _read_html(self, raw: RawSource, decoded: Decoded) -> Read:
        page = read_page(decoded.text, self.settings, raw.given)
        text = page.layer.text
        problems = _without_places(decoded.problems) + tuple(
            Problem(raw.id, code, f"{raw.name}: {message}") for code, message in page.problems
        )
        if not page.passages:
            return Read(None, (*problems, Problem(raw.id, "empty-source", f"{raw.name}: the page shows no text")))
        outlet = outlet_of(page, raw.given)
        return self._finish(raw, decoded.encoding, _Found(text, page.passages, page, outlet), problems)

    def _read_plain(self, raw: RawSource, decoded: Decoded) -> Read:
        text, problems = decoded.text, decoded.problems
        if len(text) > self.settings.max_characters:
            why = f"{raw.name}: {len(text)} characters; only the first {self.settings.max_characters} were read"
            problems += (Problem(raw.id, "too-long", why, self.settings.max_characters, len(text)),)
            text = text[: self.settings.max_characters]
        lines = text.split("\n", _MOST_LINES)
        if len(lines) > _MOST_LINES:
            end = len(text) - len(lines[-1])
            why = f"{raw.name}: more than {_MOST_LINES} lines; the rest was left out"
            problems += (Problem(raw.id, "too-long", why, end, len(text)),)
            text = text[:end]
        passages = plain.passages_of(text, raw.given)
        return self._finish(
            raw, decoded.encoding, _Found(text, passages, None, plain.outlet_of(text, passages, raw.given)), problems
        )

    def _finish(self, raw: RawSource, encoding: str, found: "_Found", problems: tuple[Problem, ...]) -> Read:
        data = found.page.data if found.page is not None else PageData()
        language = plain.language_of(found.text, found.passages, raw.given.language or data.language)
        told = replace(raw.given, url=raw.given.url or data.url)
        published, clues = plain.published_of(found.text, found.passages, language, told, data.stamps)
        published, clues = placed(published, tuple(clues), raw.id)
        if not _has_sentence(found):
            problems += (Problem(raw.id, "no-sentence", f"{raw.name}: no sentence of a report was found in it"),)
        source = Source(
            raw.id,
            raw.name,
            raw.path,
            raw.record,
            raw.sha256,
            raw.media_type,
            encoding,
            raw.given,
            told.url,
        )
        headline = next((p.span for p in found.passages if p.role is Role.HEADLINE), None)
        masthead = masthead_of(found.text, found.passages, found.page, raw.given)
        document = Document(
            source, found.text, language, found.passages, headline, found.outlet, published, clues, masthead
        )
        return Read(document, problems)


class _Found(Struct, frozen=True):
    text: str
    passages: tuple[Passage, ...]
    page: Page | None
    outlet: str | None


def _without_places(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems without their places: those count in the page's markup, not in its text layer."""
    return tuple(Problem(problem.source, problem.code, problem.message) for problem in problems)


def _has_sentence(found: _Found) -> bool:
    return any(
        len(Span(p.start, p.end).cut(found.text).split()) >= _SENTENCE_WORDS
        for p in found.passages
        if p.role in REPORTED and p.role is not Role.HEADLINE
    )
