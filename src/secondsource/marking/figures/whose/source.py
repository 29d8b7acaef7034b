"""Whose figure it is, where no statement tells: the party that the clause names as its source."""

import re
from functools import cache

from msgspec.structs import replace

from secondsource.language.figures import FigureWords, figure_words
from secondsource.model.mark import ActorKind, Figure, Mention, MentionForm, Statement
from secondsource.model.span import Span
from secondsource.text.pattern import either, signs_of

from .around import Around
from .gapped import beside, has_source
from .label import labelled
from .witness import own_count, told_back

_SUBJECTS = frozenset(
    {ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.STATE, ActorKind.GROUP, ActorKind.DATA_SOURCE}
)
_FAR = 90
"""Characters between a verb and its number, at most."""
_NEAR = 24
"""Characters between a subject and its verb, an auxiliary and an adverb allowed."""
_BEHIND_PHRASE = 60
_QUALIFIERS = 5
_LONGEST_BRACKET = 48
_SENTENCE_BEFORE = 240
_APART = 3
"""Words from a verb within which its second word stands: table désormais sur."""
_BLURRED = 3
"""Words right before a number among which a verb's second word stands: put the toll *at* more than 40."""
_BEHIND_VERB = 24
"""Characters between a verb and the subject behind it, an article and an adjective allowed."""
_MOST_BEFORE = 2
"""Words before a figure that opens its sentence: "Rund 17 Verletzte"."""
_ARTICLE = 6
_OPENS = re.compile(r"(?:^|[.!?\n])[\s”“»«]*(?:[^\W\d_]{1,3}['’\s])?$")
_APPOSITION = re.compile(r",[^.;:]{1,80},\s*$")
_CLAUSE_ENDS = re.compile(r"[.;:!?“”»«]")
_OWNED = re.compile(r"['’]s?\s([^\W\d_]+(?:\s[^\W\d_]+)?)")
"""What belongs to a party: the city's own count."""
_AFTER_COMMA = re.compile(r",\s([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+")


def sourced(figures: list[Figure], sentence: Span, around: Around, code: str) -> list[Figure]:
    """The figures of one sentence (its span in the source), each that stands in no statement with the statement whose
    attribution its tail belongs to, or with the mention that the clause names as its source. What goes on from a figure
    before it in the sentence has that one's source."""
    if all(around.is_spoken(figure.statement) for figure in figures):
        return figures
    told = [one for one in around.statements_in(sentence) if one.speaker is not None]
    mentions = [one for one in around.mentions_in(sentence) if one.kind in _SUBJECTS]
    if not told and not mentions and not figure_words(code).pronouns:
        return figures
    found = [
        figure if around.is_spoken(figure.statement) else _sourced(figure, sentence, told, mentions, around, code)
        for figure in figures
    ]
    for at in range(1, len(found)):
        if not has_source(found[at]) and not around.is_spoken(found[at].statement):
            found[at] = beside(found[at - 1], found[at], mentions, around, code)
    return found


def _sourced(
    figure: Figure, sentence: Span, told: list[Statement], mentions: list[Mention], around: Around, code: str
) -> Figure:
    text, words = around.document.text, figure_words(code)
    # "detained 30 last month, Varro said, after nine in March": the tail is hers too, but not the hall she spoke in
    tail = [one for one in told if one.cue and one.end <= one.cue.start and one.cue.end <= figure.start]
    behind_cue = text[tail[-1].cue.end : figure.start] if tail and tail[-1].cue else ""
    if "," in behind_cue or _goes_on_alone(behind_cue, figure, mentions):
        return figure if _is_aside(behind_cue, words) else replace(figure, follows=tail[-1].id)
    back = told_back(text, sentence, code)
    if back is not None:
        itself = _last_named(mentions, back.start) if back.own else None
        before = around.speaker_before(sentence.start) if itself is None else None
        opening = _opening_before(sentence, around) if not back.own else None
        if opening is not None and (before is None or before.end <= opening.start):
            itself, before = opening, None  # "Die Bauern ziehen ab. Nach ihrer Zählung …"
        if itself is not None or before is not None:
            return replace(figure, source_mention=itself and itself.id, follows=before and before.id)
    own = own_count(text, sentence, figure.span, code)
    if own is not None:
        return replace(figure, own_count=own)
    named = (
        _counter(figure, sentence, mentions, around, code)
        if not mentions
        else (
            _said_behind(figure, mentions, text, code)
            or _according(figure, sentence, mentions, text, code)
            or _by_its_count(sentence, mentions, text, words)
            or _in_brackets(figure, sentence, mentions, text, words)
            or _counter(figure, sentence, mentions, around, code)
            or _counter_behind(figure, mentions, text, code)
            or labelled(figure, sentence, mentions, text)
            or _data(mentions, text, code)
        )
    )
    return replace(figure, source_mention=named.id) if named is not None else figure


def _goes_on_alone(behind_cue: str, figure: Figure, mentions: list[Mention]) -> bool:
    """Whether a sentence goes on behind a semicolon and names no other party: said the bishops; in 2023 it was 61."""
    at = behind_cue.rfind(";")
    start = figure.start - len(behind_cue) + at
    return at >= 0 and not any(start < one.start < figure.start for one in mentions)


def _is_aside(between: str, words: FigureWords) -> bool:
    """Whether what stands between a cue and a figure opens the page's own background: of the ship, she said, whose …"""
    return any(after in words.aside for after in _AFTER_COMMA.findall(between.lower()))


def _last_named(mentions: list[Mention], at: int) -> Mention | None:
    """The party named last before a place in its sentence, people without a name after all others: the fire brigade
    moved 84 patients, by its own count."""
    before = [one for one in mentions if one.end <= at and one.kind is not ActorKind.DATA_SOURCE]
    named = [one for one in before if one.form is not MentionForm.COLLECTIVE]
    return next(iter(named[-1:] or before[-1:]), None)


def _data(mentions: list[Mention], text: str, code: str) -> Mention | None:
    """The data that the sentence rests on: nach Zolldaten; customs data show."""
    words = figure_words(code)
    for one in mentions:
        if one.kind is not ActorKind.DATA_SOURCE:
            continue
        if _as_pattern(code).search(text[max(0, one.start - _NEAR) : one.start].lower()):
            continue
        before = [word.lower() for word in _WORD.findall(text[max(0, one.start - _NEAR) : one.start])][-2:]
        after = _WORD.search(text, one.end, one.end + _NEAR)
        if any(word in words.data_from for word in before) or (after is not None and after[0].lower() in words.saying):
            return one
    return None


@cache
def _as_pattern(code: str) -> re.Pattern[str]:
    """As, right before a party, one word allowed."""
    return re.compile(rf"(?<!\w)(?:{either(figure_words(code).likening)})\s(?:[^\W\d_]+\s)?$")


@cache
def _inverted_pattern(code: str) -> re.Pattern[str]:
    """A verb behind its quotation or clause, before its subject."""
    articles = either(figure_words(code).determiners)
    return re.compile(rf"[,”“»]\s?([^\W\d_]+)\s(?:(?:{articles})['’\s])?$")


@cache
def _in_a_place(code: str) -> re.Pattern[str]:
    """Where a party is: police in Nice."""
    words = figure_words(code)
    return re.compile(rf"^\s(?:{either((*words.prepositions, *words.of))})\s(?:[A-ZÀ-Þ][^\W\d_]+\s?){{1,3}}")


def _said_behind(figure: Figure, mentions: list[Mention], text: str, code: str) -> Mention | None:
    """The speaker behind the figure: "höchstens 15 …, sagte Marit Osland"; and "not 96, as her report said"."""
    words = figure_words(code)
    for one in mentions:
        if one.start < figure.end:
            continue
        before = text[max(figure.end, one.start - _NEAR) : one.start].lower()
        inverted = _inverted_pattern(code).search(before)
        clause_opens = one.form is MentionForm.PRONOUN and not words.verb_second  # "…, said he saw"
        if inverted is not None and inverted[1] in words.saying and not clause_opens:
            return one
        after = _WORD.search(text, one.end, one.end + _NEAR)
        close = one.start - figure.end < _NEAR and _as_pattern(code).search(before)
        if close and after is not None and after[0].lower() in words.saying:
            return one
    return None


def _counter_behind(figure: Figure, mentions: list[Mention], text: str, code: str) -> Mention | None:
    """The subject of a relative clause right behind the figure: the 412 ferries the authority looked at."""
    words = figure_words(code)
    before = text[max(0, figure.start - _ARTICLE) : figure.start].lower().split()
    if not before or before[-1] not in words.definite:
        return None
    for one in mentions:
        if not figure.end < one.start <= figure.end + _NEAR or not _WORD.search(text, figure.end, one.start):
            continue
        verb = _phrases(code)[2].search(text, one.end, one.end + _NEAR)
        if verb is not None and "," not in text[figure.end : one.start] and not text[one.end : verb.start()].strip():
            return one
    return None


@cache
def _phrases(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands before a source, what stands behind it, and the verbs whose subject it is."""

    def whole(forms: tuple[str, ...]) -> re.Pattern[str]:
        return re.compile(rf"(?<![^\W_])(?:{either(forms)})(?![^\W_])", re.IGNORECASE)

    words = figure_words(code)
    return whole(words.according), whole(words.according_after), whole(words.counting)


@cache
def _openers(code: str) -> frozenset[str]:
    """The first words of the verbs of counting: a quick look before they are sought."""
    return frozenset(phrase.split()[0] for phrase in figure_words(code).counting)


@cache
def _according_signs(code: str) -> tuple[str, ...]:
    """Words of which every phrase that names a source holds one: a quick look before the phrases are sought."""
    words = figure_words(code)
    return signs_of((*words.according, *words.according_after))


def _according(figure: Figure, sentence: Span, mentions: list[Mention], text: str, code: str) -> Mention | None:
    """The source that a phrase names anywhere in the sentence: according to the ministry."""
    if not any(map(text[sentence.start : sentence.end].lower().__contains__, _according_signs(code))):
        return None
    before, behind, _ = _phrases(code)
    for match in before.finditer(text, sentence.start, sentence.end):
        after = [one for one in mentions if match.end() <= one.start <= match.end() + _BEHIND_PHRASE]
        if after and _leads_to(text[match.end() : after[0].start]):
            return after[0]
    for match in behind.finditer(text, sentence.start, sentence.end):
        ahead = [one for one in mentions if one.end <= match.start() <= one.end + _NEAR]
        if ahead:
            return ahead[-1]
    return None


def _by_its_count(sentence: Span, mentions: list[Mention], text: str, words: FigureWords) -> Mention | None:
    """The party whose count or estimate it is: by the city's estimate."""
    for one in mentions:
        owned = _OWNED.match(text, one.end, sentence.end)
        if owned is None or not any(word in words.own_counts for word in owned[1].lower().split()):
            continue
        led = text[max(sentence.start, one.start - _ARTICLE - 3) : one.start].lower().split()
        if any(word in words.by for word in led):
            return one
    return None


def _leads_to(between: str) -> bool:
    """Whether only an article and a few words that qualify stand between "according to" and a party, no other noun
    phrase with a number or a verb of its own."""
    plain = not any(map(str.isdigit, between)) and not _CLAUSE_ENDS.search(between)
    return plain and len(between.split()) <= _QUALIFIERS


def _in_brackets(
    figure: Figure, sentence: Span, mentions: list[Mention], text: str, words: FigureWords
) -> Mention | None:
    """The source in brackets behind the figure: (Eurostat), (source: ministry of health)."""
    opened = text.find("(", figure.end, sentence.end)
    closed = text.find(")", opened, sentence.end + 1) if opened >= 0 else -1
    if closed < 0 or closed - opened > _LONGEST_BRACKET:
        return None
    inside = [one for one in mentions if opened < one.start and one.end <= closed]
    if len(inside) != 1:
        return None
    rest = [word.lower() for word in _WORD.findall(text[opened : inside[0].start] + " " + text[inside[0].end : closed])]
    sure = inside[0].kind is ActorKind.DATA_SOURCE or any(word in words.source_named for word in rest)
    plain = all(word in words.source_named or word in words.function for word in rest)
    return inside[0] if plain and (sure or inside[0].kind is ActorKind.ORGANISATION) else None


def _counter(figure: Figure, sentence: Span, mentions: list[Mention], around: Around, code: str) -> Mention | None:
    """The subject of a verb of counting, estimating or announcing right before the figure; in German also of a
    participle behind it."""
    text, words = around.document.text, figure_words(code)
    for verb in reversed(_verbs(figure, sentence, text, code)):
        if "," in text[verb.end : figure.start]:
            continue
        subject = (
            _subject(verb.start, sentence, mentions, text, code)
            or (_subject_behind(verb, figure.start, mentions, text) if words.verb_second else None)
            or _pronoun(verb.start, sentence, around, words)
        )
        if subject is not None:
            return subject
    if not words.counted_last or not any(word in words.counted_last for word in _closing(figure, sentence, text)):
        return _behind_its_verb(figure, sentence, mentions, text, code) if words.verb_second else None
    before = [one for one in mentions if one.end <= figure.start]
    return next((one for one in reversed(before) if _beside_auxiliary(one, sentence, figure, text, words)), None)


def _beside_auxiliary(one: Mention, sentence: Span, figure: Figure, text: str, words: FigureWords) -> bool:
    """Whether an auxiliary stands right behind a party, or before it and its article: hat die Polizei mit 48.000 Euro
    beziffert."""
    after = _WORD.search(text, one.end, figure.start)
    if after is not None and after[0].lower() in words.auxiliaries:
        return True
    ahead = [word.lower() for word in _WORD.findall(text, sentence.start, one.start)][-2:]
    if ahead and ahead[-1] in words.determiners:
        ahead.pop()
    return bool(ahead) and ahead[-1] in words.auxiliaries


def _closing(figure: Figure, sentence: Span, text: str) -> list[str]:
    """The words behind a figure among which its clause may close."""
    return [word.lower() for word in _WORD.findall(text, figure.end, min(sentence.end, figure.end + _FAR))[:5]]


def _verbs(figure: Figure, sentence: Span, text: str, code: str) -> list[Span]:
    """The verbs of counting before a figure and in its clause, in order."""
    words, head = figure_words(code), max(sentence.start, figure.start - _FAR)
    before = [word.lower() for word in _WORD.findall(text, head, figure.start)]
    told = frozenset(before)
    found: list[Span] = []
    if not told.isdisjoint(_openers(code)):
        found = [Span(*match.span()) for match in _phrases(code)[2].finditer(text, head, figure.start)]
    if not told.isdisjoint(verb for verb, _ in words.counting_apart):
        ends = {*_closing(figure, sentence, text), *before[-(1 if words.verb_second else _BLURRED) :]}
        for at, (word, one) in enumerate(zip(before, _places(text, head, figure.start), strict=True)):
            near = {*ends, *before[at + 1 : at + _APART]}
            found += [one] if any((word, particle) in words.counting_apart for particle in near) else []
    if before and before[-1] in words.counting_close:
        last = _places(text, head, figure.start)[-1]
        found += [last] if not text[last.end : figure.start].strip() else []
    return sorted(verb for verb in found if not _CLAUSE_ENDS.search(text, verb.end, figure.start))


def _places(text: str, start: int, end: int) -> list[Span]:
    """Where the words between two characters stand."""
    return [Span(*match.span()) for match in _WORD.finditer(text, start, end)]


def _subject_behind(verb: Span, end: int, mentions: list[Mention], text: str) -> Mention | None:
    """The party right behind its verb: den Schaden beziffert die Stadt auf 48.000 Euro."""
    for one in mentions:
        if verb.end <= one.start <= verb.end + _BEHIND_VERB and one.end <= end:
            return one if len(text[verb.end : one.start].split()) <= 1 else None
    return None


def _behind_its_verb(figure: Figure, sentence: Span, mentions: list[Mention], text: str, code: str) -> Mention | None:
    """The subject of a verb of counting right behind the figure that opens the sentence: 17 Verletzte zählte die
    Polizei."""
    if len(_WORD.findall(text, sentence.start, figure.start)) > _MOST_BEFORE:
        return None
    verb = _phrases(code)[2].search(text, figure.end, min(sentence.end, figure.end + _NEAR))
    if verb is None or _CLAUSE_ENDS.search(text, figure.end, verb.start()) or "," in text[figure.end : verb.start()]:
        return None
    return _subject_behind(Span(*verb.span()), sentence.end, mentions, text)


def _subject(verb: int, sentence: Span, mentions: list[Mention], text: str, code: str) -> Mention | None:
    """The party that stands before a verb, over an apposition between commas."""
    before = [one for one in mentions if one.end <= verb and one.start >= sentence.start]
    for one in before:
        if _APPOSITION.fullmatch(text, one.end, verb):
            return one
    near = [one for one in before if verb - one.end <= _NEAR and _is_led_by(text[one.end : verb], code)]
    return near[-1] if near else None


def _is_led_by(between: str, code: str) -> bool:
    """Whether nothing but a place, auxiliaries and adverbs stands between a subject and its verb: police in Nice have
    since counted."""
    words = figure_words(code)
    rest = _in_a_place(code).sub(" ", between).replace(",", " ").split()
    return all(word.lower() in words.between_subject or word.endswith(words.adverb_endings) for word in rest)


def _pronoun(verb: int, sentence: Span, around: Around, words: FigureWords) -> Mention | None:
    """The party that opens the sentence before, where a pronoun stands before the verb."""
    text = around.document.text
    before = [match[0].lower() for match in _WORD.finditer(text, max(sentence.start, verb - _NEAR), verb)]
    if not any(word in words.pronouns for word in before[-2:]):
        return None
    return _opening_before(sentence, around)


def _opening_before(sentence: Span, around: Around) -> Mention | None:
    """The party that opens a sentence right before."""
    ahead = around.mentions_in(Span(max(0, sentence.start - _SENTENCE_BEFORE), sentence.start))
    text = around.document.text
    opening = [
        one for one in ahead if one.kind in _SUBJECTS and _OPENS.search(text[max(0, one.start - _NEAR) : one.start])
    ]
    return opening[-1] if opening else None
