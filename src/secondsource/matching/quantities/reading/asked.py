"""What a figure asks, by the words of its sentence: each costs its distance, and the cheapest that fits is meant."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from secondsource.language.figures import clause_words, figure_words, head_first, verb_last
from secondsource.language.measures import empty, terms_of
from secondsource.language.subjects import (
    ASKED,
    Hit,
    Role,
    befalling,
    dimensions,
    hits,
    may_give,
    parting,
    said_of_numbers,
    subject_words,
)
from secondsource.model.mark import Figure, Mention
from secondsource.model.span import Span
from secondsource.text.normalise import plain

from .frame import Frame
from .measured import SHARES, TIMES, kind_of
from .subject import HEAD, Sentence, Subject, places_of

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
_OF_BARE = frozenset({Role.COUNTED, Role.MONEY, Role.SUM})
_OF_UNITS = frozenset({Role.SIZE, Role.COUNTED})
_NEVER_COUNTED = frozenset({"metre", "square-metre", "kilometre/hour", "celsius", "fahrenheit"})
"""Kinds of unit in which nobody and nothing is counted."""
_FITTING = {
    "count": frozenset({Role.COUNTED}),
    "money": frozenset({Role.MONEY, Role.SUM}),
    "percent": frozenset({Role.RATE, Role.MONEY, Role.COUNTED, Role.SIZE}),
    "percentage-point": frozenset({Role.RATE, Role.MONEY, Role.COUNTED, Role.SIZE}),
}
"""What a figure of a kind is of: a sum is no count of people, and a speed is none of trains."""
_UNFIT = 6.0
"""What it costs, in words, to be of another kind."""
_RIGHT_BEHIND = 25
"""Characters behind a count within which its head stands."""
_MOST_ASKED = 4
_GOVERNED, _NEAR_WORDS = 8.0, 30
"""What it costs to stand under a preposition, and the characters before a word that hold it."""
_WORDS = re.compile(r"[^\W\d_]+|[,.;:]")
_OF_ANOTHER = 10.0
"""What it costs a body to stand in the clause of another figure."""
_MEASURED, _RECALLED = 4.0, 2.0
"""By how much nearer a word stands that the figure measures, and how near one that its sentence leaves out."""
_BEFALLS = 10.0
"""By how much what became of people is more asked than who they are."""
_GOES_ON = 12
"""Characters behind what a figure measures that may belong to a phrase of the tables."""
_CHANGES = frozenset({"rise", "fall"})
_SUFFERED = frozenset({"death", "injury", "badly-injured"})
_INSERTED = re.compile(r",[^,.;:]{2,60},")
"""What is put in between commas: 84 people, including ten children, were killed."""
_STOPS = re.compile(r"[,.;:]")
_NEXT = re.compile(r"[ -]([^\W\d_]+)")
_INVERTED = 3
"""Words, at most, from a participle that opens its clause to the count."""
_SOON, _LATE = 4, 9
"""Words behind a count of people within which stands what became of them; where the participle closes the clause."""
_NEAR, _OF_IT, _RIGHT_BEFORE = 20.0, 6.5, 2.0


def subject_of(text: str, code: str, sentence: Sentence, figure: Figure, frame: Frame) -> Subject:
    """The subject of a figure, read off its own sentence alone."""
    asked: dict[str, float] = {}
    voices: dict[str, float] = {}
    drawn, cues = set(), set()
    part = _of_a_whole(text, figure, code)
    fitting = _FITTING.get(kind_of(figure.unit), _OF_SIZES)
    for hit in sentence.hits:
        word = Span(hit.start, hit.end)
        cost = _cost(text, word, figure, sentence.figures, code)
        if hit.role is Role.SUM and kind_of(figure.unit) != "money":
            continue
        if hit.role in _OF_UNITS and _is_of_another_dimension(hit.key, hit.role, figure):
            continue  # last year the bank earned 40 million: no sum is asked how long
        if hit.role is Role.RATE and figure.unit == "percent" and not text[figure.end : word.start].strip(" \u00a0"):
            cost = 0.0  # 34% support: not of whom
        if hit.role in ASKED:
            if hit.role not in fitting:
                cost += _UNFIT + (_COUNTED_THERE if cost < 0 else 0.0)  # four villas worth: no worth is counted
            cost += _UNFIT if word.start in frame.giving else _governed(text, word, sentence.span, figure, code)
            cost = min(cost, _SOON) / 10 - _BEFALLS if _befalls(text, hit, sentence, figure, cost, code) else cost
            asked[hit.key] = min(cost, asked.get(hit.key, cost))
        elif hit.role is Role.VOICE and not _named(text, word, sentence.span, code):
            cost += 0.0 if frame.start <= word.start < frame.end else _OF_ANOTHER
            voices[hit.key] = min(cost, voices.get(hit.key, cost))
        elif hit.role is Role.DRAWN and cost < _NEAR and frame.start <= word.start < frame.end:
            if not _of_a_body(text, word, code):
                drawn.add(hit.key)
        elif hit.role is Role.PART and figure.unit == "count":
            part = part or (cost <= _OF_IT and "," not in text[figure.end : word.start])
        elif hit.role is Role.CUE and (hit.key != "from" or (word.end <= figure.start and cost < _RIGHT_BEFORE)):
            bracketed = hit.key == "earlier" and text[word.start - 1 : word.start] == "("
            cues.add("from" if bracketed else hit.key)  # 16 seats (previously 22): nothing is taken back
    asked = asked if _says_what(figure, frame, sentence) else {}
    for key in _measured(text, sentence.span, figure, code):
        asked[key] = asked[key] - _MEASURED if key in asked else _RECALLED
    if all(cost >= _UNFIT for cost in asked.values()):
        asked |= dict.fromkeys(_stuff(text, figure, code), _RECALLED)
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


def _says_what(figure: Figure, frame: Frame, sentence: Sentence) -> bool:
    """Whether a word of the sentence may say what is asked: of a count before no noun, a thing that is counted or a
    sum. Genehmigt sind 40: no licence is counted, but what was spoken of."""
    if figure.unit != "count" or frame.noun:
        return True
    return any(hit.role in _OF_BARE for hit in sentence.hits)


def _is_of_another_dimension(key: str, role: Role, figure: Figure) -> bool:
    """Whether what a key stands for is measured in other units: no sum of money is a size, no depth a time, and no one
    is counted in hours or miles. Shares are of anything."""
    kind = kind_of(figure.unit)
    if role is Role.COUNTED:
        return figure.unit in TIMES or kind in _NEVER_COUNTED
    if kind == "money":
        return True
    dimension = "time" if figure.unit in TIMES else kind
    return key in dimensions() and kind not in SHARES and dimension not in dimensions()[key]


def _governed(text: str, word: Span, sentence: Span, figure: Figure, code: str) -> float:
    """What it costs a word before an amount to stand under a preposition and not to lead to the amount itself: rents
    rose *in the towns* by 4%; the revenue *of the restaurants* fell; but a loss of 40 million, the number of jobs."""
    rules = figure_words(code)
    if word.end > figure.start or text[word.end : figure.start].strip().casefold() in rules.of:
        return 0.0
    ahead = [one.casefold() for one in _WORDS.findall(text, max(sentence.start, word.start - _NEAR_WORDS), word.start)]
    while ahead and ahead[-1].isalpha() and (ahead[-1] in rules.determiners or ahead[-1] not in rules.function):
        ahead.pop()
    if not ahead:
        return 0.0
    of_a_number = len(ahead) > 1 and plain(ahead[-2]) in said_of_numbers(code)
    under = ahead[-1] in rules.prepositions or (ahead[-1] in rules.genitives and not of_a_number)
    return _GOVERNED if under else 0.0


def _of_a_body(text: str, word: Span, code: str) -> bool:
    """Whether the next word is a noun for a body that may give a figure: a shipping company draws no line."""
    after = _NEXT.match(text, word.end)
    return after is not None and may_give(plain(after[1]), code)


def _befalls(text: str, hit: Hit, sentence: Sentence, figure: Figure, cost: float, code: str) -> bool:
    """Whether a word a little behind a count of people, or the verb right before it, says what became of them: 23
    migrants have since died, killing five officers; of a list of counts it says so of all."""
    if figure.unit != "count" or hit.key not in befalling():
        return False
    if hit.end <= figure.start:
        return _opens_passive(text, hit, sentence.span, figure, code) or (cost == 0 and hit.key in _SUFFERED)
    listed = _last_listed(text, figure, sentence, hit.start, code).end
    aside = [match.span() for match in _INSERTED.finditer(text, listed, hit.start)]
    others = (one.start for one in sentence.figures if listed <= one.start < hit.start)
    if any(not any(start <= at < end for start, end in aside) for at in others):
        return False  # 28 are hurt, five in danger: what is said of the last is not said of the first
    between = _INSERTED.sub(" ", text[listed : hit.start])
    opens = clause_words(code).difference(subject_words(code).articles)
    plainly = not _STOPS.search(between) and opens.isdisjoint(between.casefold().split())
    return plainly and len(between.split()) <= (_LATE if verb_last(code) else _SOON)


def _opens_passive(text: str, hit: Hit, sentence: Span, figure: Figure, code: str) -> bool:
    """Whether a participle opens the clause of a count, with nothing but its auxiliary between: Festgenommen wurden
    sieben Verdächtige."""
    between = text[hit.end : figure.start].casefold().split()
    opens = hit.start == sentence.start or _STOPS.search(text, hit.start - 2, hit.start) is not None
    return opens and 0 < len(between) <= _INVERTED and between[0] in figure_words(code).passive


def _last_listed(text: str, figure: Figure, sentence: Sentence, end: int, code: str) -> Figure:
    """The last of the counts that one begins, each with nothing but its noun: three guards and eleven prisoners."""
    last = figure
    for one in sentence.figures:
        if figure.end <= one.start < end:
            between = text[last.end : one.start].strip(" ,").removeprefix(last.measure or "").strip(" ,")
            if one.unit != "count" or (between and between.casefold() not in subject_words(code).joining):
                break
            last = one
    return last


def _measured(text: str, sentence: Span, figure: Figure, code: str) -> list[str]:
    """The keys of the head of what a figure measures, where that stands before it, or in a sentence before. What stands
    behind a percentage says of whom it is, not what it is; what stands right behind a count is known as what it counts.
    """
    if figure.measure == "age":
        return ["age"]
    behind = figure.measure is not None and figure.measure in text[figure.end : sentence.end]
    if figure.measure is None or (behind and figure.change not in _CHANGES):
        return []
    at = text.find(figure.measure, sentence.start, sentence.end)
    phrase = text[at : at + len(figure.measure) + _GOES_ON] if at >= 0 else figure.measure  # chiffre d'affaires
    told = [hit for hit in hits(phrase, code) if hit.role in ASKED and hit.start < len(figure.measure)]
    head = (told[0] if head_first(code) else told[-1]) if told else None
    here = behind or figure.measure in text[sentence.start : figure.start]
    known = {hit.key for hit in hits(text[sentence.start : sentence.end], code)} if here else frozenset()
    return [hit.key for hit in told if head and hit.start == head.start and (not here or hit.key in known)]


def _stuff(text: str, figure: Figure, code: str) -> tuple[str, ...]:
    """What a mass or a stretch is of, right behind it: 6.2 tonnes of cocaine; nothing where that is not said."""
    if not figure.measure or not figure.terms or kind_of(figure.unit) in ("money", *_FITTING):
        return ()
    behind = figure.measure in text[figure.end : figure.end + _RIGHT_BEHIND * 2]
    return (f"{HEAD}{figure.terms[0]}",) if behind and _of_measure(figure, code) else ()


def _of_measure(figure: Figure, code: str) -> bool:
    """Whether the first term of a figure is of its measure, not of another word of its clause."""
    return figure.terms[0] in {term.key for term in terms_of(figure.measure or "", code)}


def headed(text: str, subject: Subject, figure: Figure, code: str) -> Subject:
    """The subject; of an amount of which neither the tables nor the figures before tell what is asked, the head of what
    it measures, marked as such. What stands behind a percentage is no head: 64 percent of teenagers."""
    if subject.asked or figure.unit == "count" or figure.measure is None or not figure.terms:
        return subject
    of_whom = kind_of(figure.unit) == "percent" and figure.measure in text[figure.end : figure.end + _RIGHT_BEHIND * 2]
    words = plain(figure.measure).split()
    if (
        of_whom
        or not _of_measure(figure, code)
        or figure.terms[0] in empty()
        or not said_of_numbers(code).isdisjoint(words)
    ):
        return subject
    head = f"{HEAD}{figure.terms[0]}"
    return replace(subject, asked=(head,), first=frozenset({head}))


def _of_a_whole(text: str, figure: Figure, code: str) -> bool:
    """Whether the words right behind a count say that it is a part of those: five of the injured."""
    if figure.unit != "count":
        return False
    behind = text[figure.end : figure.end + _RIGHT_BEHIND].lstrip().lower()
    return any(
        behind.startswith(phrase) and not behind[len(phrase) : len(phrase) + 1].isalpha() for phrase in parting(code)
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
    return bool(before) and before[-1].casefold() not in subject_words(code).articles


def _across(mention: Mention, figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether another figure stands between a mention behind a figure and that figure: 6,240 staff, 412 in France."""
    return any(figure.start < one.start < mention.start for one in others)


def _cost(text: str, word: Span, figure: Figure, others: Sequence[Figure], code: str) -> float:
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
    joined = not subject_words(code).joining.isdisjoint(between.casefold().split())
    there = cost <= _DIRECTLY and not joined and word.start < _end_of_counted(text, figure)
    return cost - (_COUNTED_THERE if there else 0.0)


def _end_of_counted(text: str, figure: Figure) -> int:
    """Where the phrase that a count stands right before ends: of 690 consumers by post no post is counted. Where it is
    not known, or people are counted, the end of the text."""
    if _head(figure) is None:
        return len(text)
    at = text.find(figure.measure, figure.end, figure.end + _RIGHT_BEHIND) if figure.measure else -1
    return at + len(figure.measure or "") if at >= 0 else len(text)
