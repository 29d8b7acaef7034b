"""What is done to people whom the report does not name: two brothers were arrested, a man was sentenced.

Such people are no party that could be told apart from others. What can be told is the deed and how many it befell.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from msgspec import Struct

from secondsource.language.calendar import calendar
from secondsource.language.deeds import Deeds, Lexicon, lexicon
from secondsource.language.numerals import find_numerals
from secondsource.model.span import Span

CODES = {"arrest": "COERCE", "charge": "ACCUSE", "sentence": "COERCE", "acquit": "CONCEDE"}
"""PLOVER's type of each kind."""
_SUFFERED = frozenset({"charge"})
"""Kinds whose verb means another deed where it is active: "charged 30 euros"."""
_SEVERAL = 99
"""People at most whom a report would count so."""
_AUXILIARY = 4
"""Words before a participle among which the auxiliary of its passive stands."""
_DATELINE = re.compile(r"^.{0,80}?(?:\)|\d)\s?[-–—:]\s")
_BEYOND = r"[^.;:!?“”«»\n]{0,70}?"
_NEXT = re.compile(r"[\s’']([\w-]*[^\W\d_][\w-]*)")
_FAR, _NEAR = 90, 48
"""Characters between people and the verb at the end of their clause, at most; and where they stand inside it."""
_CLAUSE = re.compile(r"[;:!?“”«»–—]")
_WORDS = 4
"""Words of the people's noun phrase that are kept."""
_AHEAD = 16
"""Characters that hold the next word."""
_WORD = re.compile(r"[^\W_]+")


class Held(Struct, frozen=True, gc=False):
    """A deed done to unnamed people: the characters of its verb, of the people, how many they are, and its kind."""

    verb: Span
    people: Span
    count: int
    kind: str


def words_in(text: str, language: str) -> list[str]:
    """The words of such verbs that stand in a text: a quick look before its sentences are searched."""
    return [word for word in _longest_words(language) if word in text]


@cache
def _longest_words(language: str) -> tuple[str, ...]:
    known = lexicon(language)
    forms = known.table.custody.values() if known else ()
    return tuple(sorted({max(form.split(), key=len) for kind in forms for form in kind}))


def held_in(text: str, sentence: Span, language: str) -> list[Held]:
    """Such deeds of a sentence, in order of place."""
    known = lexicon(language)
    pattern = _forms(language)
    if known is None or pattern is None:
        return []
    found: list[Held] = []
    for match in pattern.finditer(text, sentence.start, sentence.end):
        people = next(_people(text, sentence, Span(*match.span()), match.lastgroup or "", known), None)
        if people is not None and match.lastgroup is not None:
            found.append(Held(Span(*match.span()), people[0], people[1], match.lastgroup))
    return found


@cache
def _forms(language: str) -> re.Pattern[str] | None:
    """Every form with its kind as the name of its group; None where a language has none."""
    known = lexicon(language)
    if known is None or not known.table.custody:
        return None
    groups = [f"(?P<{kind}>{'|'.join(map(_form, forms))})" for kind, forms in known.table.custody.items()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)")


def _form(written: str) -> str:
    """The pattern of a form as the table writes it."""
    return rf"\s{_BEYOND}\s".join(map(re.escape, written.split(" ~ ")))


def _people(text: str, sentence: Span, verb: Span, kind: str, known: Lexicon) -> Iterator[tuple[Span, int]]:
    """The people of a deed, likeliest first: who opens the clause of a passive, else who stands behind the verb, or, in
    a language that closes its clauses with the verb, before it."""
    table, language = known.table, known.language
    dateline = _DATELINE.match(text[sentence.start : verb.start])
    head = Span(sentence.start + (dateline.end() if dateline else 0), verb.start)
    before = [word.lower() for word in _WORD.findall(head.cut(text))]
    behind = [word.lower() for word in _WORD.findall(text[verb.end : verb.end + _AHEAD])][:1]
    last = bool(table.passives_behind)
    near = before if last else before[-_AUXILIARY:]
    if not (table.reflexives | table.negations | table.doubts | table.plans).isdisjoint(near[-_AUXILIARY:]):
        return  # "s'est arrêté": it stopped; "could be jailed", "have not been charged"
    passive = not (table.passives | table.passives_behind).isdisjoint([*near, *behind])
    if (passive or (before and before[0] in table.obliques)) and _is_subject(head.cut(text), before, table):
        yield from _opening(text, head, table, language)
    if last:
        opening = _WORD.match(text, verb.start)
        led = opening is not None and opening[0] in table.links  # "zu einer Buße verurteilt"
        yield from _nearest(text, Span(head.start, verb.start if led else verb.end), table, language)
    if not passive and kind not in _SUFFERED:
        yield from _behind(text, Span(verb.start, sentence.end), table, language)


def _is_subject(head: str, words: list[str], table: Deeds) -> bool:
    """Whether what opens a clause goes with the verb at its end: no other clause opens between, and it is not far."""
    return (
        len(head) <= _FAR
        and not _CLAUSE.search(head)
        and (table.reports | table.breaks - table.joiners).isdisjoint(words[1:])
    )


def _opening(text: str, around: Span, table: Deeds, language: str) -> Iterator[tuple[Span, int]]:
    """People right at the start of some characters, behind the last comma where a passive of its own stands before it:
    "One man was hurt, two others were arrested"."""
    clause = around.cut(text).rfind(", ")
    before = around.cut(text)[: max(clause, 0)].lower()
    if not (table.passives | table.passives_behind).isdisjoint(_WORD.findall(before)):
        around = Span(around.start + clause + 1, around.end)
    cut = around.cut(text)
    start = around.start + len(cut) - len(cut.lstrip(' "“„«'))
    found = _counted(text, Span(start, around.end), table, language)
    if found is not None:
        yield found


def _behind(text: str, around: Span, table: Deeds, language: str) -> Iterator[tuple[Span, int]]:
    """People right behind an active verb, or behind one word of time: a condamné mercredi deux frères."""
    days = _weekdays(language)
    words = list(islice(_WORD.finditer(text, around.start, around.end), 3))
    for word in words[1:]:
        found = _counted(text, Span(word.start(), around.end), table, language)
        if found is not None and word[0].lower() not in table.single:
            yield found
        if word[0].lower() not in days:
            return


@cache
def _weekdays(language: str) -> frozenset[str]:
    known = calendar(language)
    weekdays = known.words.get("weekday", {}) if known else {}
    return frozenset(form for forms in weekdays.values() for form in forms)


def _nearest(text: str, around: Span, table: Deeds, language: str) -> Iterator[tuple[Span, int]]:
    """People counted in small letters inside a clause, the last first: am Dienstag zwei Brüder."""
    for word in reversed(list(_WORD.finditer(text, around.start, around.end))):
        if around.end - word.start() > _NEAR:
            return
        if word[0].islower() and word[0] not in table.single:
            found = _counted(text, Span(word.start(), around.end), table, language)
            if found is not None:
                yield found


def _counted(text: str, around: Span, table: Deeds, language: str) -> tuple[Span, int] | None:
    """The people that some characters open with, and their number; None where they open with none."""
    cut = around.cut(text)
    first = _WORD.match(cut)
    if first is None:
        return None
    article = first[0].lower() in table.indefinite | table.single
    at = first.end() + 1 if first[0].lower() in table.articles else 0  # "the two brothers"
    numerals = find_numerals(cut[at : at + _AHEAD], language)
    counted = bool(numerals) and numerals[0].start == 0 and 1 <= numerals[0].value <= _SEVERAL
    counted = counted and cut[at + numerals[0].end :][:1].isspace()
    start = at + numerals[0].end if counted else first.end()
    end = _noun_phrase(cut, start, table)
    if end == start or not (counted or article):
        return None
    if not counted and first[0].lower() in table.single and _is_plural(cut[start:end], table):
        return None  # "the defendants": how many, it does not say
    return Span(around.start, around.start + end), int(numerals[0].value) if counted else 1


def _is_plural(words: str, table: Deeds) -> bool:
    return bool(table.plurals) and words.endswith((*table.plurals, "men", "people"))


def _noun_phrase(cut: str, start: int, table: Deeds) -> int:
    """Where the words of a noun phrase end that go on from `start`: before a verb, a preposition or a joiner."""
    ends = table.auxiliary_verbs | table.passives | table.passives_behind | table.links | table.owners | table.joiners
    at = start
    for word in islice(_NEXT.finditer(cut, start), _WORDS):
        if word.start() != at or word[1].lower() in ends:
            break
        at = word.end()
    return at
