"""A speaker's name read from the phrase alone, where no mention covers it."""

import re

from secondsource.language.speech.lexicon import Kind, Lexicon
from secondsource.model.mark import Mention, Naming, Speaker
from secondsource.model.span import Span

from .antecedents import starting_in

_PHRASE = re.compile(r"\S+")
_GENITIVE = re.compile(r"['’]s$|(?<=s)['’]$")
_PARTICLES = frozenset(
    {"de", "del", "la", "da", "do", "dos", "di", "van", "der", "den", "von", "bin", "al", "ten", "af"}
)
_WORK = re.compile(r"(?:[^\s,]+ ){0,3}?[„“\"«]\s?([^„“”\"«»]{2,40}?)\s?[“”\"»]")
"""A name in marks behind its noun: die Zeitung „Nordkurier“."""
_PUBLISHED = re.compile(
    r"^((?:an?|the|une?|la|le) [a-zà-ÿ]+) (?:published|released|issued|unveiled|parue?|publiée?)\b.*$"
)
"""What a report is, in front of when or where it came out: "*a study* published on"."""
_NICKNAME = re.compile(r"\b[A-ZÀ-Þ][a-zß-ÿ]+ [“\"‘][A-ZÀ-Þ][a-zß-ÿ]+[”\"’] [A-ZÀ-Þ][a-zß-ÿ]+\b")
"""A given name, a nickname between marks and a family name."""
_DESCRIBED = 60
"""Characters of a noun with its article, in front of a relative clause."""
_LEAST_NAME, _MOST_NAME = 2, 4
"""Words of a person's name behind an office."""


def name_behind_office(
    text: str, source: Span, head: Span, mentions: tuple[Mention, ...], lexicon: Lexicon
) -> Speaker | None:  # fmt: skip
    """A name that an office brings in, where the office alone, or nothing, is a known mention: "The harbour master,
    *Teo Marin*", "le capitaine du port *Téo Marin*", "die Zeitung „*Nordkurier*“"."""
    words = list(_PHRASE.finditer(text, head.start, head.end))
    work = _WORK.match(text, head.start, head.end)
    if work is not None:
        return _named(Span(*work.span(1)), source, mentions, text)
    if not words:
        return None
    described = lexicon.kinds.get(words[0].group().lower()) is Kind.DETERMINER or words[-1].group()[0].islower()
    if described and source.end > head.end:
        apposed = _apposed_name(text, Span(head.end, source.end), lexicon)
        return None if apposed is None else _named(apposed, source, mentions, text)
    at = len(words)
    while at > 0 and words[at - 1].group()[0].isupper():
        at -= 1
    if lexicon.speech.nouns_capital:
        at += 1  # the office is a noun with a capital itself
        at = at if at < len(words) and words[at - 1].group().lower().endswith(lexicon.speech.titles) else len(words)
    elif at == 0 or lexicon.kinds.get(words[at - 1].group().lower()) is not None:
        return None
    elif words[at - 1].group().lower() in lexicon.sets["titles"] and _depends(words[:at], lexicon):
        return None  # "le porte-parole du *ministre Paul Dac*"
    if not _LEAST_NAME <= len(words) - at <= _MOST_NAME:
        return None
    return _named(Span(words[at].start(), head.end), source, mentions, text)


def name_with_nickname(text: str, source: Span) -> Speaker | None:
    """A person whose phrase holds a nickname between marks: "Cllr *Marcia “Cia” Price*"."""
    found = _NICKNAME.search(text, source.start, source.end)
    return None if found is None else Speaker(found.group(), Naming.NAMED, source.start, source.end)


def _depends(words: list[re.Match[str]], lexicon: Lexicon) -> bool:
    """Whether a preposition stands among some words, so that the office at their end is another's."""
    joins = lexicon.sets["prepositions"] | lexicon.sets["contractions"]
    return any(word.group().lower() in joins for word in words[1:])


def _apposed_name(text: str, behind: Span, lexicon: Lexicon) -> Span | None:
    """A name of two to four words, all with capitals, between the comma that opens the span and the next."""
    start = behind.start
    while start < behind.end and text[start] in " ,":
        start += 1
    comma = text.find(",", start, behind.end)
    name = Span(start, behind.end if comma < 0 else comma)
    linked = re.search(r" (?:of|from|at|in) ", name.cut(text)) if not lexicon.speech.nouns_capital else None
    name = Span(start, start + linked.start()) if linked is not None else name  # "Ann Lee of Oslo"
    words = name.cut(text).split()
    small = _PARTICLES if not lexicon.speech.nouns_capital else _PARTICLES - {"der", "den"}
    whole = all(word[0].isupper() or word in small for word in words)
    return name if "," in text[behind.start : start] and whole and _LEAST_NAME <= len(words) <= _MOST_NAME else None


def _named(name: Span, source: Span, mentions: tuple[Mention, ...], text: str) -> Speaker:
    """The speaker whose name stands at these characters, by its mention where there is one."""
    for mention in starting_in(mentions, name):
        if mention.start == name.start and mention.end == name.end:
            return Speaker(mention.name, Naming.NAMED, source.start, source.end, mention.id)
    return Speaker(name.cut(text).strip(" ’'"), Naming.NAMED, source.start, source.end)


def noun_before(text: str, end: int, lexicon: Lexicon) -> Span | None:
    """An article with the noun of a person right in front of a relative clause that no comma parts: "to *a watchmaker*
    who told him"; None where it describes somebody named before: "is *the novice* who", "Lee, *the maker* who"."""
    words = list(_PHRASE.finditer(text, max(0, end - _DESCRIBED), end))
    for at in range(len(words) - 1, max(0, len(words) - _LEAST_NAME - _MOST_NAME), -1):
        word, before = words[at].group(), words[at - 1].group()
        if lexicon.kinds.get(word.lower()) is Kind.DETERMINER:
            describes = before.endswith(",") or lexicon.kinds.get(before.lower()) is Kind.AUXILIARY
            person = at < len(words) - 1 and _person_noun(words[-1].group(), lexicon)
            return Span(words[at].start(), words[-1].end()) if person and not describes else None
        if not word.isalpha() or not word.islower() or lexicon.kinds.get(word) is not None:
            return None
    return None


def _person_noun(word: str, lexicon: Lexicon) -> bool:
    """Whether a noun names a person by what he is or does."""
    listed = any(word in lexicon.sets[name] for name in ("descriptions", "unnamed_nouns", "titles"))
    return listed or word.endswith(lexicon.speech.person_endings)


def phrase_alone(text: str, source: Span, head: Span, lexicon: Lexicon) -> Speaker:
    """A speaker read from the phrase alone, where no mention covers it."""
    phrase = _GENITIVE.sub("", " ".join(head.cut(text).split()))
    phrase = _PUBLISHED.sub(r"\1", phrase)
    words = [word.strip(".,").lower() for word in phrase.split()]
    plain = words[1:] if words and lexicon.kinds.get(words[0]) is Kind.DETERMINER else words
    core = []
    for word in plain:
        if lexicon.kinds.get(word) is Kind.PREPOSITION:
            break
        core.append(word)
    last = core[-1] if core else ""
    if any(word in lexicon.sets["data_nouns"] for word in core):
        how = Naming.DATA
    elif last in lexicon.sets["collective_nouns"]:
        how = Naming.COLLECTIVE
    elif words and words[0] in lexicon.sets["indefinite"]:
        how = Naming.UNNAMED
    else:
        how = Naming.NAMED if any(word[:1].isupper() for word in phrase.split()[1:] or [phrase]) else Naming.TITLE
    return Speaker(_proper(phrase, words, lexicon), how, source.start, source.end)


def _proper(phrase: str, words: list[str], lexicon: Lexicon) -> str:
    """The name that closes a description in small letters: "the haulage body *Transnord*"; else the phrase."""
    small = [at for at, word in enumerate(phrase.split()) if not word[:1].isupper()]
    last = small[-1] if small else 0
    described = lexicon.kinds.get(words[0]) is Kind.DETERMINER if words else False
    if lexicon.speech.nouns_capital or not described or not 1 <= last < len(words) - 1:
        return phrase
    linked = any(lexicon.kinds.get(word) in (Kind.PREPOSITION, Kind.COORDINATOR) for word in words)
    return phrase if linked else " ".join(phrase.split()[last + 1 :])
