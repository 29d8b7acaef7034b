"""Bodies that a pronoun means: "Norway's central bank kept its rate. *It* said …", "Die Bank … *Sie* teilte mit"; and
people whom a description means: "der Kroate", "le technicien"."""

import re
from bisect import bisect_left
from operator import attrgetter
from typing import TypeVar

from secondsource.language.names import genders
from secondsource.language.speech.lexicon import Kind, Lexicon
from secondsource.model.mark import ActorKind, Mark, Mention, MentionForm
from secondsource.model.span import Span

_REACH = 700
"""Characters within which the sentence before stands."""
_FAR = 3_000
"""Characters within which a pronoun has its person in front."""
_BOUNDARY = re.compile(r"[.!?…][\"”“»’']?\s+(?=[A-ZÀ-Þ„“\"«¿¡])|\n\s*")
_MOST_WORDS = 4
"""Words of a subject in front of the mention's own."""
_OFFICE = 7
"""Words of an office that a comma parts from its holder."""
_BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.STATE, ActorKind.DATA_SOURCE})

_NAMES = (MentionForm.NAME, MentionForm.SURNAME)
_START = attrgetter("start")

M = TypeVar("M", bound=Mark)


def starting_in(marks: tuple[M, ...], span: Span) -> tuple[M, ...]:
    """The marks, sorted by start as they are kept, that begin inside the span."""
    first = bisect_left(marks, span.start, key=_START)
    return marks[first : bisect_left(marks, span.end, lo=first, key=_START)]


def thing_before(
    text: str, at: int, word: str, mentions: tuple[Mention, ...], lexicon: Lexicon
) -> Mention | None:  # fmt: skip
    """The body that a pronoun at character `at` means: the subject of the sentence before, or of its own, where no
    person stands there; None where the word cannot mean a thing, or the article says another gender."""
    if word not in lexicon.sets["it"]:
        return None
    start = max(0, at - _REACH)
    starts = [start, *[match.end() for match in _BOUNDARY.finditer(text, start, at)]]
    for first, last in zip(reversed(starts[-2:]), (at, starts[-1]), strict=False):
        inside = [m for m in starting_in(mentions, Span(first, last)) if m.end <= at]
        if any(m.kind is ActorKind.PERSON and m.form is not MentionForm.UNNAMED for m in inside):
            return None
        subject = next((m for m in inside if _leads(text, first, m, lexicon)), None)
        if subject is not None and subject.kind in _BODIES:
            return subject if _agrees(text, subject, word, lexicon) else None
        if subject is not None:
            return None
    return None


def subject_before(text: str, at: int, since: int, mentions: tuple[Mention, ...], lexicon: Lexicon) -> Mention | None:
    """The person who is the subject of the sentence right before character `at`, where it begins behind `since`."""
    start = _sentence_start(text, at)
    if start is None or start < since:
        return None
    inside = [m for m in starting_in(mentions, Span(start, at)) if m.kind is ActorKind.PERSON]
    first = next((m for m in inside if _leads(text, start, m, lexicon)), None)
    return first if first is not None and first.form is not MentionForm.UNNAMED else None


def only_person_before(text: str, at: int, mentions: tuple[Mention, ...]) -> Mention | None:
    """The one person whom the sentence right before character `at` names; None where it names none or several."""
    start = _sentence_start(text, at)
    inside = () if start is None else starting_in(mentions, Span(start, at))
    named = {m.name: m for m in inside if m.kind is ActorKind.PERSON and m.form in _NAMES}
    return next(iter(named.values())) if len(named) == 1 else None


def _sentence_start(text: str, at: int) -> int | None:
    """Where the sentence right before character `at` begins; None where none does."""
    start = max(0, at - _REACH)
    starts = [start, *[match.end() for match in _BOUNDARY.finditer(text, start, at)]]
    if at - starts[-1] <= 2:
        starts.pop()
    return starts[-1] if starts else None


def last_subject(text: str, at: int, since: int, mentions: tuple[Mention, ...], lexicon: Lexicon) -> Mention | None:
    """The person named as the subject of the sentence before the one that holds character `at`."""
    start = max(0, at - _REACH)
    begin = max((match.end() for match in _BOUNDARY.finditer(text, start, at)), default=start)
    led = ":" in text[begin:at]  # "Ann Lee contests it: according to *her*, …"
    found = subject_before(text, at if led else begin, since, mentions, lexicon)
    if found is not None and found.form is MentionForm.TITLE:
        named = [m for m in starting_in(mentions, Span(found.end, at)) if m.form in _NAMES]
        between = text[found.end : named[0].start] if named else ","
        found = (
            named[0] if "," not in between and len(between.split()) <= 1 else found
        )  # "Le technicien lyonnais *Ruiz*"
    return found if found is not None and found.form in (*_NAMES, MentionForm.TITLE) else None


def _leads(text: str, first: int, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether nothing but words of its own phrase stand between the sentence's first character and the mention."""
    before = text[first : mention.start].lower()
    opening, comma, rest = before.rpartition(",")
    opener = opening.partition(" ")[0]
    aside = lexicon.kinds.get(opener) is Kind.PREPOSITION or opener.endswith(lexicon.speech.participle_endings)
    if comma and "," not in opening and aside:
        before = rest  # "In Bern, *the mayor* fears"
    genitive = lexicon.speech.nouns_capital and mention.text[-1:] in "s'’" and mention.form in _NAMES
    if genitive and text[mention.end + 1 : mention.end + 2].isupper():
        return False  # "*Trattners* Anwältin dementierte"
    words = before.split()
    apposed = before.rstrip().endswith(",") and text.startswith(",", mention.end) and before.count(",") == 1
    if apposed and words and lexicon.kinds.get(words[0]) is Kind.DETERMINER and len(words) <= _OFFICE:
        return mention.form is MentionForm.NAME  # "The mayor of Bern, *Ann Lee*, fears"
    kinds = (Kind.PREPOSITION, Kind.AUXILIARY, Kind.FINITE, Kind.PRONOUN, Kind.SUBORDINATOR)
    return len(words) <= _MOST_WORDS and "," not in before and not any(lexicon.kinds.get(w) in kinds for w in words)


def with_article(text: str, mention: Mention) -> str:
    """A mention with the word in front of it, which may be its article."""
    before = text[max(0, mention.start - 6) : mention.start].split()[-1:]
    return " ".join([*before, mention.text])


def _agrees(text: str, mention: Mention, word: str, lexicon: Lexicon) -> bool:
    """Whether the article in front of a body does not forbid the pronoun: "*der* Konzern … sie"."""
    article = text[max(0, mention.start - 6) : mention.start].lower().split()[-1:]
    if not article:
        return True
    other = "feminine" if word in lexicon.sets["he"] else "masculine" if word in lexicon.sets["she"] else ""
    return not other or article[0] not in lexicon.sets[other]


def described_before(text: str, phrase: Span, mentions: tuple[Mention, ...], lexicon: Lexicon) -> Mention | None:
    """The person named before whom a noun with its article stands for: "*der Kroate*", "*cet élu* du Rhône": the
    subject of the sentence before, else who was named last, where the article does not forbid it."""
    if any(word.lower() in lexicon.sets["data_nouns"] for word in phrase.cut(text).split()):
        return None  # "le dernier *bilan*"
    if lexicon.speech.nouns_look_like_verbs:
        pronoun = _once_described(text, phrase, lexicon)
    else:
        person = any(m.kind is ActorKind.PERSON and m.end <= phrase.end for m in starting_in(mentions, phrase))
        pronoun = _described_as(phrase.cut(text).replace("’", "'"), lexicon, person=person)
    if pronoun is None:
        return None
    subject = last_subject(text, phrase.start, 0, mentions, lexicon)
    if subject is not None and not contradicts(subject.name, subject.text, pronoun, lexicon):
        return subject
    return person_before(phrase.start, pronoun, mentions, lexicon, _REACH)


def person_before(
    at: int, pronoun: str, mentions: tuple[Mention, ...], lexicon: Lexicon, reach: int = _FAR
) -> Mention | None:
    """The nearest person named in front of character `at` whom a pronoun can mean."""
    near = starting_in(mentions, Span(max(0, at - reach), at))
    people = (m for m in reversed(near) if m.kind is ActorKind.PERSON and m.form in _NAMES and m.end <= at)
    return next((m for m in people if not contradicts(m.name, m.text, pronoun, lexicon)), None)


def _once_described(text: str, phrase: Span, lexicon: Lexicon) -> str | None:
    """An empty word, which may mean man or woman, for an English description whose noun the text has once: "*the*
    scaffolder", "*the* former Ajax *striker*"; None for another phrase."""
    words = phrase.cut(text).lower().split()
    if (
        len(words) < 2
        or words[0] not in lexicon.sets["definite_articles"]
        or words[-1].partition("-of-")[0] not in lexicon.sets["descriptions"]  # "the *dad*-of-three"
    ):
        return None
    if phrase.cut(text).split()[-1].isupper():
        return None  # "the statistics agency *DANE*"
    joined = any(lexicon.kinds.get(word) is Kind.PREPOSITION or word[-1:] == "," for word in words[1:])
    return None if joined or len(re.findall(rf"\b{re.escape(words[-1])}\b", text.lower())) > 1 else ""


def _described_as(phrase: str, lexicon: Lexicon, *, person: bool) -> str | None:
    """The pronoun for a person whom such a noun describes; None where the phrase is something else, or more. `person`:
    whether the noun is known to mean a person, so that behind "this" it can be any."""
    sets = lexicon.sets
    words = phrase.replace("l'", "l' ").replace("L'", "l' ").lower().split()
    pointing = sets["pointing"] | {"l'"}
    if not words or words[0] in sets["indefinite"]:
        return None
    man = words[0] in sets["masculine"] or words[0] in pointing
    woman = words[0] in sets["feminine"]
    nouns = phrase.split()[1:] if lexicon.speech.nouns_capital else []
    core, contracted = words[1:], sets["contractions"]
    links = (at for at, word in enumerate(core) if lexicon.kinds.get(word) is Kind.PREPOSITION or word in contracted)
    end = next(links, len(core))
    beside = end < len(core) and core[end] in sets["occasion_words"]  # "o autarca *em* conferência de imprensa"
    owned = end + 1 < len(core) and not (core[end + 1][0].isdigit() or beside or words[0] in sets["pointing"])
    if not (man or woman) or not core[:end] or end > 2 or owned or any(word[0].isupper() for word in nouns[: end - 1]):
        return None
    if lexicon.speech.nouns_capital:
        known = core[end - 1].endswith(lexicon.speech.descriptions)
        plural = woman and not core[end - 1].endswith(("in", "e"))
        known = known and not plural and not (man and core[end - 1].endswith("in"))
    else:
        former = core[0] in sets["formers"]
        known = core[end - 1] in sets["descriptions"] or (core[0] in sets["descriptions"] and not former)
        known = known or (former and words[0] in sets["pointing"])  # "cet ancien instituteur"
    own = phrase.replace("'", "' ").split()
    demonym = len(own) == 2 and own[1][0].isupper() and core[0].endswith(lexicon.speech.demonym_endings)
    if not (known or demonym or (person and words[0] in sets["pointing"])):
        return None
    return lexicon.speech.she[0] if woman else lexicon.speech.he[0]


def contradicts(name: str, phrase: str, word: str, lexicon: Lexicon) -> bool:
    """Whether a given name, or the article of an office, tells that a pronoun cannot mean a person."""
    man, woman = word in lexicon.sets["he"], word in lexicon.sets["she"]
    if man == woman:
        return False
    given = genders().get(name.split(maxsplit=1)[0].lower(), "") if name else ""
    if given:
        return given == ("f" if man else "m")
    article = phrase.split(" ", 1)[0].lower()
    return article in lexicon.sets["feminine" if man else "masculine"]
