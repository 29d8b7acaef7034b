"""Who a source phrase names: its mention, its full name, and how it is known."""

import re

from msgspec import Struct

from secondsource.language.speech.lexicon import Kind, Lexicon
from secondsource.model.mark import ActorKind, Mention, MentionForm, Naming, Speaker
from secondsource.model.span import Span

from .antecedents import (
    contradicts,
    described_before,
    last_subject,
    person_before,
    starting_in,
    thing_before,
    with_article,
)
from .phrases import name_behind_office, name_with_nickname, noun_before, phrase_alone

_FORMS = {
    MentionForm.NAME: Naming.NAMED,
    MentionForm.SURNAME: Naming.NAMED,
    MentionForm.METONYM: Naming.NAMED,
    MentionForm.TITLE: Naming.TITLE,
    MentionForm.PRONOUN: Naming.PRONOUN,
    MentionForm.COLLECTIVE: Naming.COLLECTIVE,
    MentionForm.UNNAMED: Naming.UNNAMED,
}


_NEAR = 60
"""Characters within which a relative pronoun has its noun in front."""
_NEAR_SPEAKER = 500
"""Characters within which a pronoun may mean an unnamed speaker in front."""
_REACH = 3_000
"""Characters within which a pronoun has its person in front."""
_PHRASE = re.compile(r"\S+")
_LINKS = (Kind.DETERMINER, Kind.PREPOSITION)
_NAMES = (MentionForm.NAME, MentionForm.SURNAME)
_AGED = re.compile(r"(?:the|der|die|le|la) \d{1,2}[- ](?:year[- ]old|jährige)\b(?! [a-zà-ÿ]{4,} [A-Z])", re.IGNORECASE)
"""A person whom only an age describes: "the 24-year-old", "der 24-Jährige"."""
_SUCH_AS = (" ceux", " celles", " those", " celui", " celle", "À ceux")
"""Pronouns that a relative clause makes mean anybody: "those who say"."""
NOBODY = "a common noun that names nobody"
"""Why an abstract noun ("estimates", "Ermittlungen") is no speaker."""


class Found(Struct, frozen=True, gc=False):
    """A speaker, or the reason why there is none."""

    speaker: Speaker | None
    missing: str | None = None


class Before(Struct, frozen=True, gc=False):
    """Who spoke before: the last speaker, the last that can be a person, the last group."""

    last: Speaker | None = None
    person: Speaker | None = None
    group: Speaker | None = None

    def then(self, speaker: Speaker | None, mentions: dict[str, Mention], lexicon: Lexicon) -> "Before":
        """After one more statement."""
        if speaker is None:
            return self
        mention = mentions.get(speaker.mention) if speaker.mention else None
        plural = speaker.how is Naming.COLLECTIVE
        human = mention.kind is ActorKind.PERSON if mention else not speaker.name.isupper() and not plural
        first = speaker.name.split()[:1]
        bare = mention is None and speaker.how is Naming.TITLE and bool(first) and first[0].islower()
        if speaker.how is Naming.DATA or (bare and lexicon.kinds.get(first[0]) is not Kind.DETERMINER):
            human = False  # "customers"
        return Before(speaker, speaker if human else self.person, speaker if plural else self.group)


def speaker_of(
    text: str, source: Span, head: Span, mentions: tuple[Mention, ...], before: Before, lexicon: Lexicon
) -> Found:
    """The speaker that the characters of `source` name; `before` is who spoke before, for pronouns."""
    head, possessive = _behind_saying_noun(text, _without_clause(text, head, lexicon), lexicon)
    if possessive:
        return _of_pronoun(text, source, possessive, mentions, before, lexicon)
    words = head.cut(text).split()
    first = _owner(words[0].lower(), lexicon) if len(words) == 1 else words[0].lower() if words else ""
    stem = first.split("'")[0].split("’")[0]
    person = stem in lexicon.sets["he"] or stem in lexicon.sets["she"]
    pronoun = len(words) == 1 and (person or lexicon.kinds.get(stem) is Kind.PRONOUN)
    if aged(text, head):
        other = _of_article(text, source, words[0].lower(), mentions, before, lexicon)
        return omitted(source, mentions, before) if other is None else other
    if before.last is not None and " ".join(words).lower() in lexicon.speech.same_source:
        last = before.last
        return Found(Speaker(last.name, Naming.CONTINUED, source.start, source.end, last.mention))
    called = name_with_nickname(text, source)
    if called is not None:
        return Found(called)
    mention = _mention(source, head, mentions, text, lexicon)
    if mention is not None and mention.form is MentionForm.PRONOUN and contradicts(mention.name, "", stem, lexicon):
        mention = None  # "Jan Voss' Anwältin … *sie*"
    if mention is None or (mention.form not in _NAMES and mention.name.lower() == mention.text.lower()):
        beside = source.end > head.end and not lexicon.speech.nouns_look_like_verbs
        apposed = name_behind_office(text, source, head, mentions, lexicon) if beside else None
        if apposed is not None:
            return Found(apposed)
        known = described_before(text, head, mentions, lexicon)
        if known is not None:
            return Found(Speaker(known.name, Naming.TITLE, source.start, source.end, known.id))
    if mention is not None and not (pronoun and mention.form is not MentionForm.PRONOUN):
        how = Naming.DATA if mention.kind is ActorKind.DATA_SOURCE else _FORMS[mention.form]
        if how not in (Naming.NAMED, Naming.PRONOUN, Naming.DATA):
            named = name_behind_office(text, source, head, mentions, lexicon)
            if named is not None:
                return Found(named)
        opens = (
            pronoun and text[max(0, source.start - 9) : source.start].rstrip()[-1:] in ".!?…"
        )  # "The fund sold its shares. *It* said …"
        body = thing_before(text, source.start, stem, mentions, lexicon) if opens else None
        if body is not None:
            return Found(Speaker(body.name, Naming.PRONOUN, source.start, source.end, body.id))
        turns = opens and person and bool(lexicon.speech.elisions)
        doer = last_subject(text, source.start, 0, mentions, lexicon) if turns else None
        if doer is not None and not contradicts(doer.name, with_article(text, doer), stem, lexicon):
            return Found(Speaker(doer.name, Naming.PRONOUN, source.start, source.end, doer.id))
        nearer = _unnamed_before(mention, mentions, before) if mention.form is MentionForm.PRONOUN and person else None
        if nearer is not None:
            return Found(Speaker(nearer.name, Naming.PRONOUN, source.start, source.end, nearer.mention))
        if mention.form is not MentionForm.PRONOUN or mention.name.lower() != mention.text.lower():
            return _unless_nobody(Speaker(mention.name, how, source.start, source.end, mention.id), head, text, lexicon)
    if pronoun:
        return _of_pronoun(text, source, first, mentions, before, lexicon)
    named = name_behind_office(text, source, head, mentions, lexicon) or phrase_alone(text, source, head, lexicon)
    return _unless_nobody(named, head, text, lexicon)


def _without_clause(text: str, head: Span, lexicon: Lexicon) -> Span:
    """The phrase up to a relative clause: "*a driver* who had waited"."""
    relatives = lexicon.sets["relatives"]
    if relatives.isdisjoint(head.cut(text).lower().split()):
        return head
    words = list(_PHRASE.finditer(text, head.start, head.end))
    at = next((i for i, word in enumerate(words) if i and word.group().lower() in relatives), None)
    return head if at is None else Span(head.start, words[at - 1].end())


def _unnamed_before(pronoun: Mention, mentions: tuple[Mention, ...], before: Before) -> Speaker | None:
    """Who spoke last, where he or she is unnamed, or no mention has the name, and stands nearer than any name of whom
    the pronoun is taken for: "A spokeswoman said … *She* added"."""
    last = before.last
    if last is None or last is not before.person:
        return None
    if last.how not in (Naming.UNNAMED, Naming.TITLE) and not (last.how is Naming.NAMED and last.mention is None):
        return None
    near = starting_in(mentions, Span(last.start, pronoun.start))
    named = any(m.kind is ActorKind.PERSON and m.form is not MentionForm.PRONOUN and m.start >= last.end for m in near)
    far = pronoun.start - last.end > _NEAR_SPEAKER
    return None if named or far or last.name == pronoun.name else last


def aged(text: str, phrase: Span) -> bool:
    """Whether nothing but an age describes a person: "the 24-year-old"."""
    return _AGED.match(text, phrase.start, phrase.end) is not None


def _unless_nobody(speaker: Speaker, head: Span, text: str, lexicon: Lexicon) -> Found:
    """The speaker; reports of unnamed media as a voice without a name; nobody where the phrase is no more than an
    abstract noun with its adjectives: "initial estimates", "Ermittlungen"."""
    words = [word.strip(".,").lower() for word in head.cut(text).split()]
    core = [word for word in words if lexicon.kinds.get(word) is not Kind.DETERMINER]
    owned = any(word.endswith(("'s", "’s")) for word in words)
    if not core or owned or (speaker.how is Naming.NAMED and speaker.mention is not None):
        return Found(speaker)
    if core[-1] in lexicon.sets["hearsay_nouns"]:
        return Found(Speaker(speaker.name, Naming.UNNAMED, speaker.start, speaker.end))
    first = next((i for i, word in enumerate(core) if lexicon.kinds.get(word) is Kind.PREPOSITION), len(core))
    bare = core[-1] in lexicon.sets["abstract_nouns"] and first == len(core)
    return Found(None, NOBODY) if bare else Found(speaker)


def _of_article(
    text: str, source: Span, article: str, mentions: tuple[Mention, ...], before: Before, lexicon: Lexicon
) -> Found | None:  # fmt: skip
    """Whom an age means where its article cannot mean who spoke last: "*die* 33-Jährige"."""
    she, last = article in lexicon.sets["feminine"], before.person
    pronoun = lexicon.speech.she[0] if she else lexicon.speech.he[0]
    if last is None or lexicon.speech.nouns_look_like_verbs or not contradicts(last.name, "", pronoun, lexicon):
        return None
    other = person_before(source.start, pronoun, mentions, lexicon)
    return None if other is None else Found(Speaker(other.name, Naming.TITLE, source.start, source.end, other.id))


def _owner(word: str, lexicon: Lexicon) -> str:
    """The pronoun that a possessive stands for: "*his* claim that"."""
    if word in lexicon.sets["possessives_he"]:
        return lexicon.speech.he[0]
    return lexicon.speech.she[0] if word in lexicon.sets["possessives_she"] else word


def _mention(source: Span, head: Span, mentions: tuple[Mention, ...], text: str, lexicon: Lexicon) -> Mention | None:
    inside = [m for m in starting_in(mentions, source) if m.end <= source.end]
    core = [m for m in inside if m.end <= head.end]
    owners = [m for m in core if text.startswith(("'s", "’s"), m.end)]  # "*Marchant*'s coach, Derek Soames"
    if not any(m.kind is ActorKind.PERSON and m.form in _NAMES and m not in owners for m in core):
        apposed = _apposed(inside, head, text, lexicon)
        if apposed is not None:
            return apposed
    named = [m for m in core if m.kind is ActorKind.PERSON and m.form in _NAMES]
    described = [m for m in named if _describes(text, head, m, lexicon)]
    if len(described) == 1:
        return described[0]
    ending = [m for m in core if not text[m.end : head.end].strip(" ’'s,")]
    if ending:
        best = max(ending, key=lambda m: (m.kind is ActorKind.PERSON, m.end - m.start, m.id))
        between = _behind_attribute(text[head.start : best.start].split(), lexicon)
        linked = any(lexicon.kinds.get(word) is Kind.PREPOSITION for word in between)
        spoken = next((m for m in core if m.form is MentionForm.UNNAMED and _determined(text, head, m, lexicon)), None)
        if spoken is not None and (linked or (spoken.end < best.start and best.kind is ActorKind.ORGANISATION)):
            return spoken  # "A *spokeswoman* for the ministry"
        if linked and best.kind is ActorKind.PERSON and _behind_office(text, head, best, lexicon):
            return best  # "Secretary of State *Rex Tillerson*"
        return None if linked and best.form is not MentionForm.TITLE else best
    core = [m for m in core if not text.startswith(("'s", "’s"), m.end)]  # "the minister's aide"
    leading = [m for m in core if not text[head.start : m.start].strip() or _determined(text, head, m, lexicon)]
    if leading:
        rest = text[leading[0].end : head.end].lower().split()
        if (rest and lexicon.kinds.get(rest[0]) is Kind.PREPOSITION) or leading[0].form in (
            MentionForm.TITLE, MentionForm.COLLECTIVE, MentionForm.UNNAMED,
        ):  # fmt: skip
            return max(leading, key=lambda m: (m.end - m.start, m.id))
    people = [m for m in inside if m.kind is ActorKind.PERSON and m.start >= head.end]
    return people[0] if people and not any(word[:1].isupper() for word in text[head.start : head.end].split()) else None


def _behind_attribute(words: list[str], lexicon: Lexicon) -> list[str]:
    """Words in front of a name in small letters, without an attribute that stands between an article and its noun:
    "die *seit Jahren in Bern lebende* Autorin"; its prepositions tie no further noun to the phrase."""
    lower = [word.lower() for word in words]
    opens = lexicon.speech.nouns_capital and lexicon.kinds.get(lower[0]) is Kind.DETERMINER if words else False
    if not opens or len(words) < 2 or lexicon.kinds.get(lower[1]) is not Kind.PREPOSITION:
        return lower
    last = max(at for at, word in enumerate(words) if word[0].islower())
    return lower if lexicon.kinds.get(lower[last]) is not None else lower[last:]


def _behind_office(text: str, head: Span, person: Mention, lexicon: Lexicon) -> bool:
    """Whether all the words in front of a name are an office written with capitals, of which the last is a noun."""
    before = text[head.start : person.start].split()
    if person.form not in _NAMES or not before or not before[-1][0].isupper():
        return False
    last = max((at for at, word in enumerate(before) if lexicon.kinds.get(word) is Kind.PREPOSITION), default=0)
    body = [word for word in before[last + 1 :] if lexicon.kinds.get(word) is not Kind.DETERMINER]
    held = last and " " in person.text and any(word in lexicon.sets["titles"] for word in before[:last])
    if held and all(word[0].isupper() and word.lower() not in lexicon.sets["titles"] for word in body):
        return True  # "US ambassador to the UN *Nikki Haley*"
    return all(word[0].isupper() or lexicon.kinds.get(word) is Kind.PREPOSITION for word in before)


def _describes(text: str, head: Span, person: Mention, lexicon: Lexicon) -> bool:
    """Whether nothing but an office and its adjectives stand in front of a name, and a preposition behind it: "lead
    author *Wei Zhang* of Hull", "l'entraîneur lillois *Marc Vidal* au micro"."""
    before = text[head.start : person.start].lower().replace("’", "'").replace("'", "' ").split()
    behind = text[person.end : head.end].lower().split()
    linked = any(lexicon.kinds.get(word) is Kind.PREPOSITION or word.endswith(",") for word in before)
    return not linked and bool(behind) and lexicon.kinds.get(behind[0]) in _LINKS


def _behind_saying_noun(text: str, head: Span, lexicon: Lexicon) -> tuple[Span, str]:
    """The part of "Angaben der Polizei" that names somebody; for "seiner Meinung", the pronoun it stands for."""
    nouns = lexicon.speech.according_nouns
    if not nouns:
        return head, ""
    words = list(_PHRASE.finditer(text, head.start, head.end))
    at = next((i for i, match in enumerate(words) if match.group().lower().endswith(nouns)), None)
    if at is None:
        return head, ""
    if at + 1 < len(words):
        rest = [m for m in words[at + 1 :] if lexicon.kinds.get(m.group().lower()) not in _LINKS]
        return (Span(rest[0].start(), head.end), "") if rest else (head, "")
    first = words[0].group().lower()
    if first in lexicon.sets["possessives_he"]:
        return head, lexicon.speech.he[0]
    return head, lexicon.speech.she[0] if first in lexicon.sets["possessives_she"] else ""


def _apposed(inside: list[Mention], head: Span, text: str, lexicon: Lexicon) -> Mention | None:
    """The person named right behind an office: "the head of diplomacy, Josep Borrell"."""
    described = lexicon.kinds.get(head.cut(text).lower().partition(" ")[0]) is Kind.DETERMINER
    described = described and not any(m.kind is ActorKind.PERSON and m.start < head.end for m in inside)
    for mention in inside:
        body = mention.kind is ActorKind.ORGANISATION and mention.form is MentionForm.NAME and described
        if body and text[head.end : mention.start].strip() == "," and text[mention.end : mention.end + 1] in ", ":
            return mention  # "The contractor, *Dataweft*, blamed …"
        if mention.start >= head.end and mention.kind is ActorKind.PERSON and mention.form in _NAMES:
            between = text[head.end : mention.start].lower().split()
            words = [word.strip(",") for word in between]
            plain = all(lexicon.kinds.get(word) in (None, Kind.DETERMINER) for word in words if word)
            return mention if plain and len(words) <= 4 else None
    return None


def _determined(text: str, head: Span, mention: Mention, lexicon: Lexicon) -> bool:
    return lexicon.kinds.get(text[head.start : mention.start].strip().lower()) is Kind.DETERMINER


def _of_pronoun(
    text: str, source: Span, word: str, mentions: tuple[Mention, ...], before: Before, lexicon: Lexicon
) -> Found:
    word = word.split("'", maxsplit=1)[0].split("’", maxsplit=1)[0]
    if word in lexicon.sets["relatives"]:
        if text[: source.start].rstrip().endswith(_SUCH_AS):
            return Found(None, "nobody in particular")
        reach = Span(max(0, source.start - 2 * _NEAR), source.start)
        near = [m for m in starting_in(mentions, reach) if source.start - _NEAR <= m.end <= source.start]
        noun = noun_before(text, source.start, lexicon)
        if noun is not None and not any(m.end > noun.start for m in near):
            alone = phrase_alone(text, noun, noun, lexicon)
            return Found(Speaker(alone.name, alone.how, source.start, source.end))
        if near:
            named = [m for m in near if m.form in _NAMES and text.startswith(",", m.end)]
            told = [m for m in named if m.kind is ActorKind.PERSON]  # "*Ann Lee*, head of the union, who"
            best = told[-1] if told else max(near, key=lambda m: (m.end, m.end - m.start, m.id))
            how = Naming.DATA if best.kind is ActorKind.DATA_SOURCE else _FORMS[best.form]
            return Found(Speaker(best.name, how, source.start, source.end, best.id))
        said = before.last
        if said is not None and text[said.end : source.start] == ", ":
            return Found(Speaker(said.name, Naming.CONTINUED, source.start, source.end, said.mention))
        return Found(None, "relative pronoun without a known antecedent")
    if word in lexicon.sets["first_person"]:
        return Found(None, "first person of the writer")
    thing = thing_before(text, source.start, word, mentions, lexicon)
    if thing is not None:
        return Found(Speaker(thing.name, Naming.PRONOUN, source.start, source.end, thing.id))
    singular = word in lexicon.sets["he"] or word in lexicon.sets["she"]
    latter = person_before(source.start, word, mentions, lexicon) if word in lexicon.sets["latter"] else None
    if latter is not None:
        return Found(Speaker(latter.name, Naming.PRONOUN, source.start, source.end, latter.id))
    last = before.person
    doer = last_subject(text, source.start, last.end if last else 0, mentions, lexicon) if singular else None
    if doer is not None and not contradicts(doer.name, with_article(text, doer), word, lexicon):
        return Found(Speaker(doer.name, Naming.PRONOUN, source.start, source.end, doer.id))
    if last is not None and singular and _of_other_sex(text, last, word, lexicon):
        other = person_before(source.start, word, mentions, lexicon)
        last = last if other is None else Speaker(other.name, Naming.PRONOUN, source.start, source.end, other.id)
    if last is not None and singular:
        return Found(Speaker(last.name, Naming.PRONOUN, source.start, source.end, last.mention))
    if singular:
        return _last_person(source, mentions)
    last = before.last
    if word in lexicon.sets["it"] and last is not None and last not in (before.person, before.group):
        return Found(Speaker(last.name, Naming.PRONOUN, source.start, source.end, last.mention))
    if before.group is not None and word in lexicon.sets["they"]:
        return Found(Speaker(before.group.name, Naming.PRONOUN, source.start, source.end, before.group.mention))
    return Found(None, "pronoun without a known antecedent")


def _of_other_sex(text: str, speaker: Speaker, word: str, lexicon: Lexicon) -> bool:
    """Whether a given name, or the article of an office, tells that a pronoun cannot mean a speaker."""
    return contradicts(speaker.name, text[speaker.start : speaker.end], word, lexicon)


def omitted(cue: Span, mentions: tuple[Mention, ...], before: Before) -> Found:
    """Whom a verb without any subject means, where the language allows that: who spoke last, else the last person."""
    if before.person is not None:
        return Found(Speaker(before.person.name, Naming.PRONOUN, cue.start, cue.end, before.person.mention))
    return _last_person(cue, mentions)


def _last_person(at: Span, mentions: tuple[Mention, ...]) -> Found:
    near = starting_in(mentions, Span(max(0, at.start - _REACH), at.start))
    people = [m for m in near if m.end <= at.start and m.kind is ActorKind.PERSON]
    if not people:
        return Found(None, "pronoun without a known antecedent")
    return Found(Speaker(people[-1].name, Naming.PRONOUN, at.start, at.end, people[-1].id))
