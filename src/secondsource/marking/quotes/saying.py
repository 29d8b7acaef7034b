"""Words that somebody says, as a paragraph shows them; quotations that no cue governs."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language.speech.lexicon import Lexicon
from secondsource.model.span import Span

from .draft import Draft
from .find import Quotation
from .grammar.words import Sentence, titled
from .labels import label, nominal, works
from .leads import inscribed, introduced, unlisted, wanted

LEAST_WORDS = 8
"""Quoted words without any cue below which they are taken for a label, a title or a scare quote."""
_LEAST_ALONE = 3
"""Quoted words that stand alone below which they are no statement."""
_LEAST_OF_SUBHEAD = 6
"""The same between single marks: fewer are a heading inside the text."""
GOES_ON_WORDS = 4
"""Quoted words with which a sentence must begin to go on the quotation of the sentence before."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


class Saying(Struct, frozen=True, gc=False):
    """Words that somebody says, before the speaker is resolved. Offsets are the document's."""

    pieces: tuple[Span, ...]
    quoted: tuple[Quotation, ...]
    direct: bool
    draft: Draft | None
    """The cue and source; None where nothing in the paragraph names them."""
    sentence: Span
    """The cue's sentence, else the quoted words'."""
    goes_on: bool = False
    """Whether it continues whoever spoke before."""
    open_end: bool = False
    """Whether its last quotation is not closed in this paragraph."""
    opens: bool = False
    """Whether the paragraph begins with its first quotation."""
    repair: str | None = None
    doer: Draft | None = None
    """Who is the subject of the sentence before, where nobody speaks in it and no cue names the speaker."""
    ahead: Draft | None = None
    """Who is the subject of the sentence behind it, for words that nobody said to whom no sentence before leads."""
    paragraph: int = 0
    """Number of the paragraph in which its last words stand."""

    @property
    def start(self) -> int:
        """The first character of its words."""
        return self.pieces[0].start


def words_in(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))


def quoted_at(marks: list[Quotation], indices: Sequence[int]) -> tuple[Quotation, ...]:
    """The quotations with these numbers."""
    return tuple(marks[index] for index in indices)


def direct(marks: list[Quotation], indices: Sequence[int], draft: Draft | None, at: Span) -> Saying:
    """Quotations of one speaker as a direct saying."""
    quoted = quoted_at(marks, indices)
    return Saying(
        pieces=tuple(q.inner for q in quoted),
        quoted=quoted,
        direct=True,
        draft=draft,
        sentence=at,
        goes_on=draft is not None and draft.thus,
        open_end=not quoted[-1].closed,
        repair=next((q.repair for q in quoted if q.repair), None),
    )


def tidy(text: str, piece: Span) -> Span:
    """Without the marks that close a clause."""
    end = piece.end
    while end > piece.start and text[end - 1] in " ,;:–—":
        end -= 1
    return Span(piece.start, max(end, piece.start + 1))


def lengthened(saying: Saying, pieces: tuple[Span, ...], more: tuple[Quotation, ...], paragraph: int = 0) -> Saying:
    """The saying with further words between marks."""
    return replace(
        saying,
        pieces=saying.pieces + pieces,
        paragraph=max(saying.paragraph, paragraph),
        quoted=saying.quoted + more,
        open_end=bool(more) and not more[-1].closed,
        repair=saying.repair or next((q.repair for q in more if q.repair), None),
    )


def appended(marks: list[Quotation], indices: Sequence[int], found: list[Saying], since: int = 0) -> bool:
    """Whether a quotation that stands alone was added: to the quotation before it, where that one's cue or words reach
    behind `since`, else as a saying of its own of whoever spoke or acted last."""
    if not found:
        return False
    more = quoted_at(marks, indices)
    at = next((i for i in range(len(found) - 1, -1, -1) if _ends_in_marks(found[i])), None)
    near = at is not None and max(found[at].sentence.end, found[at].pieces[-1].end) > since
    if at is not None and near and (at == len(found) - 1 or found[at].sentence == found[-1].sentence):
        found[at] = lengthened(found[at], tuple(q.inner for q in more), more)
    else:
        found.append(replace(direct(marks, indices, None, Span(more[0].start, more[-1].end)), goes_on=True))
    return True


def _ends_in_marks(saying: Saying) -> bool:
    """Whether a further quotation can go on a saying: a direct one, or one whose words stand in front of the cue."""
    return bool(saying.quoted) and (saying.direct or (saying.draft is not None and saying.draft.fronted))


def loose(
    text: str,
    marks: list[Quotation],
    left: list[int],
    parts: tuple[Sentence | None, Sentence],
    found: list[Saying],
    lexicon: Lexicon,
) -> list[Saying]:
    """Quoted words inside a sentence that no cue governs: the words behind a colon are its subject's; others, where
    they are more than a label, his who spoke in the sentence before, else nobody's."""
    kept: list[Saying] = []
    before, sentence = parts
    behind = _behind_colon(sentence)
    goes_on = before is not None and any(one.sentence == before.span and one.draft is not None for one in found)
    for index in left:
        long = words_in(marks[index].inner.cut(text)) >= LEAST_WORDS
        leader = None
        if index == behind and works(sentence.tokens, index, lexicon):
            continue
        if index == behind and (titled(sentence.tokens) or not _title(marks[index].inner.cut(text))):
            leader = inscribed(sentence, index, lexicon) or introduced(sentence, lexicon)
        leader = leader or unlisted(sentence, index, lexicon) or wanted(sentence, index, lexicon)
        if leader is None and not nominal(marks[index].inner.cut(text), lexicon):
            leader = inscribed(sentence, index, lexicon)
        if leader is None and label(sentence.tokens, index, lexicon):
            continue
        if leader is None and nominal(marks[index].inner.cut(text), lexicon):
            continue
        whole = goes_on or marks[index].inner.cut(text)[:1].isupper()  # a fragment of the writer's own clause is not
        told = index == behind and goes_on and words_in(marks[index].inner.cut(text)) >= GOES_ON_WORDS
        if leader is not None or (whole and (long or told)):
            made = direct(marks, [index], leader, sentence.span)
            kept.append(replace(made, goes_on=goes_on and leader is None))
    return kept


def _title(words: str) -> bool:
    """Whether quoted words look like the name of a work: a few, all with capitals."""
    found = _WORD.findall(words)
    return words[-1:] not in ".!?" and len(found) <= 6 and all(word[0].isupper() for word in found if len(word) > 3)


def _behind_colon(sentence: Sentence) -> int | None:
    """The quotation right behind the sentence's first colon."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens[:-1]):
        if token.text == ":":
            return tokens[at + 1].quote
    return None


def unclaimed(
    text: str, marks: list[Quotation], pending: list[tuple[Sentence, list[int]]], lexicon: Lexicon
) -> list[Saying]:  # fmt: skip
    """Quotations that stand alone and that no cue took, where they are more than a name: his who speaks around them."""
    indices = [index for _, left in pending for index in left]
    if all(nominal(marks[index].inner.cut(text), lexicon) for index in indices):
        return []
    quoted = quoted_at(marks, indices)
    least = _LEAST_OF_SUBHEAD if all(one.single for one in quoted) else _LEAST_ALONE
    heading = all(q.inner.cut(text).isupper() for q in quoted)  # “EVENTUALLY VOTERS DECIDE WELL”
    if heading or sum(words_in(q.inner.cut(text)) for q in quoted) < least:
        return []
    return [replace(direct(marks, indices, None, Span(quoted[0].start, quoted[-1].end)), goes_on=True)]
