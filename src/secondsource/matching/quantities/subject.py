"""What a figure is about, read off its sentence: what is asked, how it is drawn, of which part and place, and who
counts."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from secondsource.language.measures import empty, known_keys
from secondsource.language.subjects import ASKED, Hit, Role, hits
from secondsource.model.mark import ActorKind, Figure, Mention, MentionForm
from secondsource.model.span import Span
from secondsource.text.normalise import plain
from secondsource.text.sentences import sentences

from .measured import kind_of

HEAD = "head:"
"""What the keys of counted heads begin with; they are those of `language/measures.py`."""
_DIRECTLY = 2
"""Words between a count and what it counts, at most."""
_COUNTED_THERE = 8.0
_ACROSS, _COMMA, _BEHIND = 3.0, 3.0, 4.0
"""What it costs, in words, to pass another figure, to pass a comma, and to stand behind an amount."""
_WHOLE = 10.0
"""What it costs to stand right behind a percentage: 82 percent of the staff says of whom, not what."""
_SURELY = 6.0
"""Up to that far the nearest word surely says what is asked of an amount."""
_OF_SIZES = frozenset({Role.SIZE})
_FITTING = {
    "count": frozenset({Role.COUNTED}),
    "money": frozenset({Role.MONEY}),
    "percent": frozenset({Role.RATE, Role.MONEY, Role.COUNTED, Role.SIZE}),
    "percentage-point": frozenset({Role.RATE, Role.MONEY, Role.COUNTED, Role.SIZE}),
}
"""What a figure of a kind is of: a sum is no count of people, and a speed is none of trains."""
_UNFIT = 6.0
"""What it costs, in words, to be of another kind."""
_ARTICLES = frozenset({"the", "a", "an", "la", "le", "les", "une", "un", "el", "il", "lo", "o", "de", "het"})
_RIGHT_BEHIND = 25
"""Characters behind a count within which its head stands."""
_MOST_OF_A_SENTENCE = 40
"""Figures from which a line is a table, whose words say nothing of any one of them."""
_MOST_ASKED = 4
_NEAR, _OF_IT, _RIGHT_BEFORE = 20.0, 6.5, 2.0


class Subject(Struct, frozen=True):
    """What a figure is about."""

    asked: tuple[str, ...]
    """Keys of what is counted or measured, the most likely first."""
    first: frozenset[str]
    """Those of them that the nearest word stands for."""
    sure: bool
    """Whether that word stands so near that nothing else can be meant."""
    drawn: frozenset[str]
    """Keys of what draws the measure otherwise than usual."""
    part: bool
    """Whether the words right around it make it a part of something named before."""
    places: frozenset[str]
    """Places and countries that its sentence names, folded."""
    voice: str | None
    """The kind of body that counts, by the nearest word for one."""
    voice_before: str | None
    """The kind of body that the sentence before names first, where its own names none."""
    cues: frozenset[str]
    """What sets it against another figure: `from` right before it; `earlier`, `corrected`, `grown` in its sentence."""
    sentence: int
    """Which sentence of its document it stands in, from 0."""
    carried: bool = False
    """Whether its own sentence does not say what is asked, and the figure before it does."""


NOTHING = Subject((), frozenset(), False, frozenset(), False, frozenset(), None, None, frozenset(), 0)
"""Of a figure that stands in no sentence."""


class _Sentence(Struct, frozen=True):
    """A sentence with what stands in it."""

    rank: int
    span: Span
    hits: list[Hit]
    mentions: list[Mention]
    figures: list[Figure]
    voice_before: str | None


def subjects(text: str, code: str, figures: Sequence[Figure], mentions: Iterable[Mention]) -> dict[str, Subject]:
    """The subjects of a document's figures, by figure id. `figures` are in order of place."""
    found: dict[str, Subject] = {}
    before: Subject | None = None
    for sentence in _sentences(text, code, figures, list(mentions)):
        if len(sentence.figures) > _MOST_OF_A_SENTENCE:
            continue
        for figure in sentence.figures:
            subject = _subject(text, code, sentence, figure)
            mate = before is not None and sentence.rank == before.sentence and "from" in subject.cues
            near = before is not None and sentence.rank - before.sentence <= 1
            if before is not None and (mate or (near and not subject.asked)):
                subject = _carried(subject, before)
            found[figure.id] = before = subject
    return found


def _carried(subject: Subject, before: Subject) -> Subject:
    """An elliptic sentence goes on from the one before, and what a change starts from from the change."""
    return Subject(
        asked=before.asked,
        first=before.first,
        sure=False,
        drawn=subject.drawn | before.drawn,
        part=subject.part,
        places=subject.places,
        voice=subject.voice,
        voice_before=subject.voice_before,
        cues=subject.cues,
        sentence=subject.sentence,
        carried=True,
    )


def _sentences(text: str, code: str, figures: Sequence[Figure], mentions: list[Mention]) -> list[_Sentence]:
    """The sentences that hold figures."""
    found: list[_Sentence] = []
    at = named = 0
    before: Span | None = None
    for rank, span in enumerate(sentences(text, code)):
        inside = []
        while at < len(figures) and figures[at].start < span.end:
            inside.append(figures[at])
            at += 1
        while named < len(mentions) and mentions[named].start < span.start:
            named += 1
        if inside:
            within = [one for one in mentions[named : named + 60] if one.start < span.end]
            said = hits(text[span.start : span.end], code)
            named_here = any(hit.role is Role.VOICE for hit in said)
            last = None if named_here or before is None else _first_voice(hits(text[before.start : before.end], code))
            found.append(_Sentence(rank, span, said, within, inside, last))
        before = span
    return found


def _first_voice(found: Iterable[Hit]) -> str | None:
    voices = [hit.key for hit in found if hit.role is Role.VOICE]
    return voices[0] if voices else None


def places_of(mentions: Iterable[Mention]) -> frozenset[str]:
    """Places and countries among mentions: the country's code, else the folded name."""
    kinds = (ActorKind.PLACE, ActorKind.STATE)
    named = (one for one in mentions if one.kind in kinds and one.form is not MentionForm.METONYM)
    return frozenset(one.country or plain(one.name) for one in named)


def _subject(text: str, code: str, sentence: _Sentence, figure: Figure) -> Subject:
    asked: dict[str, float] = {}
    voices: dict[str, float] = {}
    drawn, cues = set(), set()
    part = False
    fitting = _FITTING.get(kind_of(figure.unit), _OF_SIZES)
    for hit in sentence.hits:
        word = Span(hit.start + sentence.span.start, hit.end + sentence.span.start)
        cost = _cost(text, word, figure, sentence.figures)
        if hit.role in ASKED:
            cost += 0.0 if hit.role in fitting else _UNFIT
            asked[hit.key] = min(cost, asked.get(hit.key, cost))
        elif hit.role is Role.VOICE and not _named(text, word, sentence.span, code):
            voices[hit.key] = min(cost, voices.get(hit.key, cost))
        elif hit.role is Role.DRAWN and cost < _NEAR:
            drawn.add(hit.key)
        elif hit.role is Role.PART and figure.unit == "count":
            part = part or (cost <= _OF_IT and "," not in text[figure.end : word.start])
        elif hit.role is Role.CUE and (hit.key != "from" or (word.end <= figure.start and cost < _RIGHT_BEFORE)):
            cues.add(hit.key)
    ranked = sorted(asked, key=lambda key: (asked[key], key))[:_MOST_ASKED]
    head = _counted(text, figure, code)
    if head is not None and not any(asked[key] < 0 for key in ranked):
        ranked, asked = [head, *(key for key in ranked if key != head)], {**asked, head: -_COUNTED_THERE}
    return Subject(
        asked=tuple(ranked),
        first=frozenset(key for key in ranked if asked[key] <= asked[ranked[0]]),
        sure=bool(ranked)
        and ranked[0] not in empty()
        and asked[ranked[0]] < (0 if figure.unit == "count" else _SURELY),
        drawn=frozenset(drawn),
        part=part,
        places=places_of(one for one in sentence.mentions if not _across(one, figure, sentence.figures)),
        voice=min(voices, key=lambda key: (voices[key], key), default=None),
        voice_before=None if voices else sentence.voice_before,
        cues=frozenset(cues),
        sentence=sentence.rank,
    )


def _counted(text: str, figure: Figure, code: str) -> str | None:
    """What a count stands before, where no table of subjects knows it: its head, marked as such. What stands for
    people, or for whatever was spoken of, says nothing."""
    if figure.unit != "count" or not figure.measure or not figure.terms:
        return None
    if not 0 <= text.find(figure.measure, figure.end) - figure.end <= _RIGHT_BEHIND:
        return None
    head = figure.terms[0]
    if head == "person" or head in empty():
        return None
    told = [hit.key for hit in hits(figure.measure, code) if hit.role in ASKED]
    return told[-1] if told else f"{HEAD}{head}" if head in known_keys(code) else None


def _named(text: str, word: Span, sentence: Span, code: str) -> bool:
    """Whether a word is a part of a name, by its capital: Harbour Union, the group Union portuaire."""
    if code == "de" or not text[word.start].isupper() or word.start == sentence.start:
        return False
    before = text[sentence.start : word.start].split()
    return bool(before) and before[-1].casefold() not in _ARTICLES


def _across(mention: Mention, figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether another figure stands between a mention behind a figure and that figure: 6,240 staff, 412 in France."""
    return any(figure.start < one.start < mention.start for one in others)


def _cost(text: str, word: Span, figure: Figure, others: Sequence[Figure]) -> float:
    """How far a word stands from a figure: in words, more across other figures and commas. What a count stands right
    before is what it counts."""
    if word.start < figure.end and figure.start < word.end:
        return 0.0
    behind = word.start >= figure.end
    between = text[figure.end : word.start] if behind else text[word.end : figure.start]
    low, high = sorted((word.start, figure.start))
    crossed = sum(1 for one in others if one is not figure and low < one.start < high)
    stops = between.count(",") + between.count(";") + between.count(":")
    cost = len(between.split()) + _ACROSS * crossed + _COMMA * stops
    if not behind:
        return cost
    if figure.unit != "count":
        return cost + (_WHOLE if figure.unit == "percent" and len(between.split()) <= _DIRECTLY else _BEHIND)
    return cost - (_COUNTED_THERE if cost <= _DIRECTLY else 0.0)
