"""Words that somebody says, as a paragraph shows them."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from secondsource.model.span import Span

from .draft import Draft
from .find import Quotation
from .grammar.words import WORD


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
    return len(WORD.findall(text))


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
