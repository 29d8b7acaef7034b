"""What a figure is about, read off its sentence: what is asked, how it is drawn, of which part and place, and who
counts."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language.measures import empty
from secondsource.language.subjects import ASKED, Hit, Role, Word, hits, hits_among, of_money, words_of
from secondsource.model.mark import ActorKind, Figure, Mention, MentionForm, Moment
from secondsource.model.span import Span
from secondsource.text.normalise import plain
from secondsource.text.sentences import sentences

from .frame import EMPTY, PEOPLE, Frame, aliases, frames, tokens
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
_AND = frozenset({"and", "und", "et", "y", "e", "en", "och"})
_RIGHT_BEHIND = 25
"""Characters behind a count within which its head stands."""
_MOST_OF_A_SENTENCE = 40
"""Figures from which a line is a table, whose words say nothing of any one of them."""
_MOST_ASKED = 4
_OF_ANOTHER = 10.0
"""What it costs a body to stand in the clause of another figure."""
_DRAWING, _SCALE = 5, 8.0
"""Words that draw the line of a measure otherwise, at most; how many times apart two values of one measure are."""
_TIMES = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})
_UNITS_TOLD = frozenset({"count", "percent", "percentage-point", "times"}) | _TIMES - {"hour", "minute"}
"""Units that no bare number takes from the figure before it: 82 percent of them, 11 in Lyon."""
_TO = 6
"""Characters, at most, between the two figures of a change: from 4.3 to 4.1 hours."""
_FATES = frozenset({"death", "injury", "missing"})
_OLDER = frozenset({"earlier", "corrected"})
_NO_WORDS: frozenset[str] = frozenset()
_BACK = 4
"""Figures that are looked back for the one that a figure goes on from."""
_NEAR, _OF_IT, _RIGHT_BEFORE = 20.0, 6.5, 2.0


class Subject(Struct, frozen=True, gc=False):
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
    frame: Frame = EMPTY
    """The words of its own clause."""
    goes_on: str | None = None
    """The figure before it, by id, where its own clause says nothing but who gives it or when."""
    dated: bool = False
    """Whether a moment stands in its own clause."""
    own: tuple[frozenset[str], ...] = ()
    """The keys of each content word of its clause, and of that of the figure it goes on from."""
    unit: str | None = None
    """The unit of the figure that it goes on from, where it has none itself: 4.1 hours a day, not 4.3."""


NOTHING = Subject((), frozenset(), False, frozenset(), False, frozenset(), None, None, frozenset(), 0)
"""Of a figure that stands in no sentence."""


class _Sentence(Struct, frozen=True):
    """A sentence with what stands in it."""

    rank: int
    span: Span
    words: list[Word]
    hits: list[Hit]
    mentions: list[Mention]
    figures: list[Figure]
    voice_before: str | None


def subjects(
    text: str, code: str, figures: Sequence[Figure], mentions: Iterable[Mention], moments: Sequence[Moment] = ()
) -> dict[str, Subject]:
    """The subjects of a document's figures, by figure id. `figures` and `moments` are in order of place."""
    starts = [one.start for one in moments]
    found: dict[str, Subject] = {}
    recent: list[Recent] = []
    inside = [
        (one, tokens(text, one.words, code, one.mentions, one.figures, one.hits))
        for one in _sentences(text, code, figures, list(mentions))
        if len(one.figures) <= _MOST_OF_A_SENTENCE
    ]
    known_as = aliases([words for _, words in inside])
    for sentence, words in inside:
        for figure, frame in zip(sentence.figures, frames(text, code, words, sentence.figures, known_as), strict=True):
            at = bisect_left(starts, _opens(figure, frame, sentence))
            dated = at < len(starts) and starts[at] < min(frame.end, sentence.span.end)
            subject = replace(_subject(text, code, sentence, figure, frame), dated=dated)
            before = base_of(figure, subject, recent)
            last = recent[-1].subject if recent and sentence.rank - recent[-1].sentence <= 1 else None
            if before is not None:
                subject = replace(_carried(subject, before.subject), goes_on=before.subject.goes_on or before.figure.id)
                subject = replace(subject, own=(*frame.own, *before.subject.own))
            elif last is not None and sentence.rank == last.sentence and "from" in subject.cues:
                subject = _carried(subject, last)
            near = [one for one in recent[-1:] if one.sentence == sentence.rank]
            base = before or next(iter(near), None)
            unit = (base and _taken(figure, subject, base, code)) or _of_next(text, figure, sentence.figures)
            subject = replace(subject, unit=unit)
            found[figure.id] = subject
            recent.append(Recent(figure, subject, sentence.rank, frozenset(k for w in words for k in w.keys)))
    return found


def _opens(figure: Figure, frame: Frame, sentence: _Sentence) -> int:
    """Where the clause of a figure opens; a week in "a week ago" parts no clauses."""
    ahead = [one for one in sentence.figures if one.end <= figure.start]
    if not ahead or ahead[-1].unit not in _TIMES:
        return max(frame.start, sentence.span.start)
    return max((one.end for one in ahead if one.unit not in _TIMES), default=sentence.span.start)


class Recent(Struct, frozen=True, gc=False):
    """A figure that others may go on from."""

    figure: Figure
    subject: Subject
    sentence: int
    words: frozenset[str]
    """Keys of all words of its sentence."""


def base_of(figure: Figure, subject: Subject, recent: Sequence[Recent]) -> Recent | None:
    """The figure that one goes on from: its own clause has nothing but words of that one's sentence, besides who gives
    it, when, and how the line is drawn."""
    frame = subject.frame
    named_alike = [one for one in recent[-_BACK:] if frame.noun & one.subject.frame.noun]
    for one in reversed(named_alike or recent[-_BACK:]):
        if subject.sentence - one.sentence > 2:
            return None
        if one.figure.part_of is not None or one.subject.part:
            continue
        one_unit = one.figure.unit == figure.unit or _bare(figure, frame, one)
        if not one_unit or one.figure.converts is not None or not _of_one_size(figure, one.figure):
            continue
        told = one.subject.frame.words | (_NO_WORDS if one.sentence == subject.sentence else one.words)
        if _other_noun(frame.noun, one.subject.frame.noun, told):
            continue
        if _asks_else(subject, one.subject):
            continue
        own = sum(1 for keys in frame.own if not keys & told)
        if own == 0:
            return one
        if subject.sentence - one.sentence > 1:
            return None
        otherwise = subject.sure and not set(subject.asked) & set(one.subject.asked)
        named = frame.noun and not frame.noun & told and PEOPLE not in frame.noun
        allowed = (1 if frame.gives else 0) + (_DRAWING if subject.drawn else 0) + (2 if _OLDER & subject.cues else 0)
        if not otherwise and not named and own <= allowed:
            return one
    return None


def _asks_else(one: Subject, other: Subject) -> bool:
    """Whether the noun right behind a count asks for something else than the figure before (34 hurt, seven dead), or
    the word before it says what became of people (shot three of them, killing two)."""
    if one.frame.noun == frozenset() and one.first & _FATES and other.first and not one.first & set(other.asked):
        return True
    behind = bool(one.frame.noun) and one.sure and other.sure
    return behind and not one.first & other.first and not one.asked[0].startswith(HEAD)


def _bare(figure: Figure, frame: Frame, before: Recent) -> bool:
    """Whether a number has no unit, and counts nothing, behind an amount: it is of that unit."""
    counts = figure.unit != "count" or bool(frame.noun)
    return not counts and (before.subject.unit or before.figure.unit) not in _UNITS_TOLD


def _taken(figure: Figure, subject: Subject, before: Recent, code: str) -> str | None:
    """The unit that a bare number takes from the figure before it: where it goes on from that one, where it has
    decimals, as no count has, and where it is of what only sums are of: a loss of 150,000 francs, a gain of 300,000."""
    unit = before.subject.unit or before.figure.unit
    if not _bare(figure, subject.frame, before) or not _of_one_size(figure, before.figure):
        return None
    sums = kind_of(unit) == "money" and bool(subject.first) and subject.first <= of_money(code)
    return unit if not figure.value.is_integer() or not subject.frame.own or sums else None


def _of_next(text: str, figure: Figure, figures: Sequence[Figure]) -> str | None:
    """The unit that a number with decimals takes from the one right behind it: from 4.3 to 4.1 hours."""
    behind = next((one for one in figures if one.start >= figure.end), None)
    if figure.value.is_integer() or figure.unit != "count" or behind is None or behind.unit in _UNITS_TOLD:
        return None
    near = behind.start - figure.end <= _TO and text[figure.end : behind.start].replace(" ", "").isalpha()
    return behind.unit if near and _of_one_size(figure, behind) else None


def _other_noun(noun: frozenset[str], base: frozenset[str], told: frozenset[str]) -> bool:
    """Whether two counts are of differently named things; people are whoever was counted before."""
    return bool(noun and base) and not noun & (base | told) and PEOPLE not in noun


def _of_one_size(figure: Figure, other: Figure) -> bool:
    low, high = sorted((abs(figure.value), abs(other.value)))
    return figure.unit == "percent" or high <= _SCALE * low


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
        frame=subject.frame,
        dated=subject.dated,
        own=subject.own,
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
            words = words_of(text, span.start, span.end)
            said = hits_among(words, code)
            named_here = any(hit.role is Role.VOICE for hit in said)
            last = None
            if not named_here and before is not None:
                known = found[-1].hits if found and found[-1].rank == rank - 1 else None
                last = _first_voice(
                    known if known is not None else hits_among(words_of(text, before.start, before.end), code)
                )
            found.append(_Sentence(rank, span, words, said, within, inside, last))
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


def _subject(text: str, code: str, sentence: _Sentence, figure: Figure, frame: Frame) -> Subject:
    asked: dict[str, float] = {}
    voices: dict[str, float] = {}
    drawn, cues = set(), set()
    part = False
    fitting = _FITTING.get(kind_of(figure.unit), _OF_SIZES)
    for hit in sentence.hits:
        word = Span(hit.start, hit.end)
        cost = _cost(text, word, figure, sentence.figures)
        if hit.role in ASKED:
            cost += 0.0 if hit.role in fitting else _UNFIT
            asked[hit.key] = min(cost, asked.get(hit.key, cost))
        elif hit.role is Role.VOICE and not _named(text, word, sentence.span, code):
            cost += 0.0 if frame.start <= word.start < frame.end else _OF_ANOTHER
            voices[hit.key] = min(cost, voices.get(hit.key, cost))
        elif hit.role is Role.DRAWN and cost < _NEAR and frame.start <= word.start < frame.end:
            drawn.add(hit.key)
        elif hit.role is Role.PART and figure.unit == "count":
            part = part or (cost <= _OF_IT and "," not in text[figure.end : word.start])
        elif hit.role is Role.CUE and (hit.key != "from" or (word.end <= figure.start and cost < _RIGHT_BEFORE)):
            cues.add(hit.key)
    ranked = sorted(asked, key=lambda key: (asked[key], key))[:_MOST_ASKED]
    head = _counted(text, figure, code)
    if head is not None and not any(asked[key] < 0 for key in ranked):
        ranked, asked = [head, *(key for key in ranked if key != head)], {**asked, head: -_COUNTED_THERE}
    elif not ranked and _head(figure) is not None:
        ranked, asked = [f"{HEAD}{_head(figure)}"], {f"{HEAD}{_head(figure)}": _NEAR}
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
        frame=frame,
        own=frame.own,
    )


def _counted(text: str, figure: Figure, code: str) -> str | None:
    """What a count stands before, where no table of subjects knows it: its head, marked as such. What stands for
    people, or for whatever was spoken of, says nothing."""
    head = _head(figure)
    if head is None or not 0 <= text.find(figure.measure or "", figure.end) - figure.end <= _RIGHT_BEHIND:
        return None
    told = [hit.key for hit in hits(figure.measure or "", code) if hit.role in ASKED]
    return told[-1] if told else f"{HEAD}{head}"


def _head(figure: Figure) -> str | None:
    """What a count counts, where that is more than people or whatever was spoken of."""
    if figure.unit != "count" or not figure.measure or not figure.terms:
        return None
    head = figure.terms[0]
    return None if head == "person" or head in empty() else head


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
    before is what it counts; over "and" another thing begins: "killed 59 people and injured hundreds"."""
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
    joined = not _AND.isdisjoint(between.casefold().split())
    return cost - (_COUNTED_THERE if cost <= _DIRECTLY and not joined else 0.0)
