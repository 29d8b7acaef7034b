"""Interviews printed as questions and answers, without marks and without names in front of the lines."""

import re

from msgspec import Struct

from secondsource.language.speech.lexicon import Lexicon
from secondsource.model.mark import ActorKind, Mention, MentionForm
from secondsource.model.span import Span

from .antecedents import starting_in
from .paragraphs import Paragraph
from .saying import Saying
from .turns import interviewed

_WORD = re.compile(r"[^\W\d_]+")
_MARKED = re.compile(r"[\"“”«»„]")
_LABEL = re.compile(r"[QAF]\s?[:.]\s+")
"""The letter that some papers print in front of a line: "Q: …", "A: …"."""
_LEAST_QUESTIONS = 3
"""Questions that make an interview."""
_MOST_WORDS = 80
"""Words of a question at most."""
_NAMES = (MentionForm.NAME, MentionForm.SURNAME)


class Interview(Struct, frozen=True, gc=False):
    """Who answers, and the answers by the number of their first paragraph."""

    guest: Mention
    answers: dict[int, Paragraph]


class _Line(Struct, frozen=True, gc=False):
    """A paragraph as an interview shows it."""

    span: Span
    asks: bool
    """Whether it is a question or a prompt."""
    addresses: bool
    """Whether it says "you"."""
    own: bool
    """Whether it says "I"."""
    told: bool
    """Whether it may be an answer: no marks around words, and nothing about the guest."""


def interview(text: str, spans: list[Span], mentions: tuple[Mention, ...], lexicon: Lexicon) -> Interview | None:
    """The answers of a printed interview; None where the text is none: fewer than three questions, questions that
    mostly say no "you", answers that mostly say no "I" (as in lists of questions that the writer answers), or nobody
    named in front of the first."""
    asked = [at for at, span in enumerate(spans) if _is_question(text, span)]
    if len(asked) < _LEAST_QUESTIONS:
        return None
    guest = interviewed(mentions, spans[asked[0]].start)
    if guest is None:
        return None
    lines = [_line(text, span, guest, mentions, lexicon) for span in spans]
    runs = [run for at in asked if (run := _answer(lines, at + 1))]
    spoken = sum(any(lines[at].own for at in run) for run in runs)
    addressed = sum(lines[at].addresses for at in asked)
    if len(runs) < _LEAST_QUESTIONS or 2 * spoken < len(runs) or 2 * addressed < len(asked):
        return None
    return Interview(guest, {at: paragraph for run in runs for at, paragraph in _spoken(text, lines, run).items()})


def _is_question(text: str, span: Span) -> bool:
    words = span.cut(text)
    return words.rstrip(" *_").endswith("?") and not _MARKED.match(words) and len(_WORD.findall(words)) <= _MOST_WORDS


def _line(text: str, span: Span, guest: Mention, mentions: tuple[Mention, ...], lexicon: Lexicon) -> _Line:
    written = span.cut(text)
    words = {word.lower() for word in _WORD.findall(written)}
    own = not words.isdisjoint(lexicon.sets["speaking_self"])
    addresses = not words.isdisjoint(lexicon.sets["second_person"])
    asks = _is_question(text, span) or (addresses and not own)
    named = (m for m in starting_in(mentions, span) if m.kind is ActorKind.PERSON and m.form in _NAMES)
    about = any(m.name == guest.name for m in named)
    return _Line(span, asks, addresses, own, not (about or _MARKED.match(written)))


def _answer(lines: list[_Line], start: int) -> list[int]:
    """The paragraphs that answer a question right before `start`: the first, and those that go on in the first
    person."""
    found: list[int] = []
    for at in range(start, len(lines)):
        line = lines[at]
        if line.asks or not line.told or (found and not line.own):
            break
        found.append(at)
    return found


def _spoken(text: str, lines: list[_Line], run: list[int]) -> dict[int, Paragraph]:
    """The paragraphs of one answer: its words are one saying, which stands in the first."""
    pieces = tuple(_unlabelled(text, lines[at].span) for at in run)
    first, span = run[0], lines[run[0]].span
    saying = Saying(pieces, (), True, None, span, paragraph=first)
    rest = {at: Paragraph(lines[at].span, at, ()) for at in run[1:]}
    return {first: Paragraph(span, first, (saying,)), **rest}


def _unlabelled(text: str, span: Span) -> Span:
    label = _LABEL.match(text, span.start, span.end)
    return span if label is None else Span(label.end(), span.end)
