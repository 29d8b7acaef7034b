"""Whose voice each telling has, when copies of one text name it differently.

Copies are one act of reporting, so what they tell alike has one voice: a title in one is the name in another, and a
speaker whom a single copy swaps is that copy's difference, not a further voice. A remark has one voice whoever reports
it, copy or not.
"""

from collections import Counter

from msgspec import Struct

from secondsource.model.claim import Difference
from secondsource.model.mark import Figure, Naming, Statement
from secondsource.model.span import Place
from secondsource.text.normalise import plain
from secondsource.text.similarity import name_ratio

from .origins import Member, Origins
from .parties import Voice
from .reports import Reports

_ALMOST_ONE_NAME = 0.9
"""Likeness of two full names of which one may be a slip of the pen: Manual Orvik, Manuel Orvik."""
OWN_WORDS = Voice("", "no voice named", "the page tells it in its own words")


class Voiced(Struct, frozen=True):
    """A member with the voice it is counted under."""

    member: Member
    voice: Voice


def voiced(carried: list[Member], origins: Origins) -> list[Voiced]:
    """The members of one report, each with its voice; all of one voice share the same record. A title that is a name
    in another copy is that name wherever the report has it."""
    groups = [_heard(alike, origins) for alike in _told_alike(carried)]
    mains = [_main([voice for _, voice in own if voice], origins) or _one_of_all_pages(own, origins) for own in groups]
    titles = {
        voice.id: main
        for own, main in zip(groups, mains, strict=True)
        for _, voice in own
        if voice is not None and main is not None and not origins.parties.known(voice)
    }
    first: dict[str, Voice] = {}
    found: list[Voiced] = []
    for own, main in zip(groups, mains, strict=True):
        held = titles.get(main.id, main) if main is not None else None
        for member, voice in own:
            kept = voice if voice and held is None else held or OWN_WORDS
            found.append(Voiced(member, first.setdefault(kept.id, kept)))
    return found


def _one_of_all_pages(own: list[tuple[Member, Voice | None]], origins: Origins) -> Voice | None:
    """Of voices named equally often the one of the page that the copies come from, else the first; None where a page
    names two of them side by side. The prosecutors of a text and those of its translation are one."""
    named: dict[str, set[Voice]] = {}
    for member, voice in own:
        if voice is not None and origins.parties.known(voice):
            named.setdefault(member.source, set()).add(voice)
    if not named or any(len(voices) > 1 for voices in named.values()):
        return None
    first = origins.first_page(min(named), frozenset(named))
    return min(named.get(first or "", min(named.values(), key=sorted)))


def _heard(alike: list[Member], origins: Origins) -> list[tuple[Member, Voice | None]]:
    """Members with the voices their clauses give them. A headline names a topic as it names a speaker ("Corvane: 300
    jobs"): its voice counts only where the text below it has none."""
    own = [(member, origins.voice(member)) for member in alike]
    below = any(voice is not None and not origins.in_headline(member) for member, voice in own)
    return [(member, None if below and origins.in_headline(member) else voice) for member, voice in own]


def spoken(statements: list[Statement], told_by: Reports, origins: Origins) -> list[Voiced]:
    """The tellings of one remark, all under one voice, whoever reports it: words that somebody said on an occasion have
    one speaker. A page that names another has him wrong, or only his title, and adds no voice."""
    main = _speaker(statements, told_by, origins) or OWN_WORDS
    return [Voiced(statement, main) for statement in statements]


def _speaker(statements: list[Statement], told_by: Reports, origins: Origins) -> Voice | None:
    """The party that most reports name, known parties before titles and unnamed ones; of parties named as often, the
    one named in full at the quote, then a person, then the one that most pages name. None where no page names any."""
    if len(statements) == 1:
        return origins.voice(statements[0])
    own = ((statement, origins.voice(statement)) for statement in statements)
    heard = [(statement, voice) for statement, voice in own if voice is not None]
    known = [(statement, voice) for statement, voice in heard if origins.parties.known(voice)]
    votes: dict[str, set[str]] = {}
    named: Counter[str] = Counter()
    for statement, voice in known or heard:
        votes.setdefault(voice.id, set()).add(told_by[statement.source].id)
        named[voice.id] += statement.speaker is not None and statement.speaker.how is Naming.NAMED
    told = Counter(voice.id for _, voice in known or heard)
    people = {voice.id for _, voice in heard if origins.parties.is_person(voice)}
    best = min(votes, key=lambda one: (-len(votes[one]), -named[one], one not in people, -told[one], one), default=None)
    return min((voice for _, voice in heard if voice.id == best), default=None)


def as_one(found: list[Voiced], origins: Origins) -> list[Voiced]:
    """The voices of one claim with those that cannot be told apart put together: the police of one page and those of
    another, two of one name, and a title without a name with the one voice that holds it. In doubt nobody is counted
    twice."""
    if len(found) == 1:
        return found
    voices = sorted({one.voice.id: one.voice for one in found}.values())
    main = _named_alike(voices, origins)
    main |= _in_two_languages([one for one in found if one.voice.id not in main], origins)
    main |= _in_one_role([voice for voice in voices if voice.id not in main], origins)
    main |= _in_writing([voice for voice in voices if voice.id not in main], origins)
    side_by_side = _side_by_side(found, origins)
    main |= _mere_words([voice for voice in voices if voice.id not in main and voice not in side_by_side], origins)
    return [Voiced(one.member, _held(one.voice, main)) for one in found]


def _held(voice: Voice, main: dict[str, Voice]) -> Voice:
    """The voice that another is counted under, at any remove."""
    return _held(main[voice.id], main) if voice.id in main else voice


def _in_two_languages(found: list[Voiced], origins: Origins) -> dict[str, Voice]:
    """Bodies and groups that give one value, each in languages of its own, under the one that the pages mention most: a
    name and its translation, unless their roles part them (the police, an agency)."""
    values: dict[Voice, set[tuple[str, float]]] = {}
    tongues: dict[Voice, set[str]] = {}
    for one in found:
        if isinstance(one.member, Figure) and origins.parties.is_several(one.voice):
            values.setdefault(one.voice, set()).add((one.member.unit or "", one.member.value))
            tongues.setdefault(one.voice, set()).add(origins.language(one.member.source) or "")
    main: dict[str, Voice] = {}
    for voice in sorted(values, key=lambda one: (-origins.parties.fame(one), one)):
        for other in (kept for kept in sorted(values) if kept.id in main and main[kept.id] == kept):
            apart = values[voice].isdisjoint(values[other]) or not tongues[voice].isdisjoint(tongues[other])
            if not apart and not origins.parties.unlike_roles(voice, other):
                main[voice.id] = other
                break
        main.setdefault(voice.id, voice)
    return {voice: kept for voice, kept in main.items() if kept.id != voice}


def _in_one_role(voices: list[Voice], origins: Origins) -> dict[str, Voice]:
    """Voices without a name, under the one voice that holds their role, else under the first of that role."""
    named: dict[str, list[Voice]] = {}
    bare: dict[str, list[Voice]] = {}
    for voice in sorted(voices, key=lambda one: one.id):
        role = origins.parties.role(voice)
        if role is not None:
            bare.setdefault(role, []).append(voice)
        for held in origins.parties.roles(voice) if role is None else ():
            named.setdefault(held, []).append(voice)
    found: dict[str, Voice] = {}
    for role, alike in bare.items():
        holders = named.get(role, [])
        main = holders[0] if len(holders) == 1 else alike[0]
        found |= {voice.id: main for voice in alike if voice.id != main.id}
    return found


def _in_writing(voices: list[Voice], origins: Origins) -> dict[str, Voice]:
    """Statements and letters whose owner no page tells, under the first party of the claim, known ones first: they may
    be its."""
    papers = [voice for voice in voices if origins.parties.is_paper(voice)]
    others = [voice for voice in voices if voice not in papers and origins.parties.is_bound(voice)]
    main = min(others, key=lambda voice: (not origins.parties.known(voice), voice), default=None)
    return {voice.id: main for voice in papers if main is not None}


def _side_by_side(found: list[Voiced], origins: Origins) -> set[Voice]:
    """Words for a speaker beside whom the same page names a party with another figure: 120 according to the organisers,
    85 according to the prefecture. They mean somebody else."""
    figures = [(one.member, one.voice) for one in found if isinstance(one.member, Figure) and one.voice.id]
    return {
        voice
        for figure, voice in figures
        if not origins.parties.is_bound(voice)
        and any(
            other.source == figure.source and other.value != figure.value and origins.parties.is_bound(party)
            for other, party in figures
        )
    }


def _mere_words(voices: list[Voice], origins: Origins) -> dict[str, Voice]:
    """Words that one page has for a speaker, that are no name and bound to no party, beside a party of the pile: it
    cannot be told whether they mean another, and nobody is counted for them. Where nobody else is named, the first of
    them counts for all: "une étude parue" and "a study published"."""
    unbound = [
        voice
        for voice in voices
        if voice.id and not origins.parties.is_bound(voice) and not origins.parties.is_own(voice)
    ]
    words = [voice for voice in unbound if not _is_name(voice, origins)]
    beside = any(origins.parties.is_bound(voice) for voice in voices)
    return {voice.id: OWN_WORDS if beside else words[0] for voice in (words if beside else words[1:])}


def _is_name(voice: Voice, origins: Origins) -> bool:
    """Whether every word but an article before them has a capital: "Spedition Haberle", "the Kolberg Group"; not a
    single word where every noun has one ("laut Innenministerium")."""
    first, *others = voice.name.split()
    if not others and origins.writes_nouns_large(voice):
        return False
    return all(word[0].isupper() for word in others or [first]) and (first[0].isupper() or bool(others))


def _named_alike(voices: list[Voice], origins: Origins) -> dict[str, Voice]:
    """Parties of one name, and people of almost one, each under the one that the pages mention most: a slip of the pen
    makes no second source."""
    found: dict[str, Voice] = {}
    voices = sorted(voices, key=lambda one: (-origins.parties.fame(one), one))
    for at, voice in enumerate(voices):
        near = (other for other in voices[:at] if _one_name(voice, other, origins))
        first = next(near, None)
        if first is not None:
            found[voice.id] = found.get(first.id, first)
    return found


def _one_name(voice: Voice, other: Voice, origins: Origins) -> bool:
    """Whether two voices have one name, or the one the other's surname alone; the name of one body is part of the
    other's ("Landesamt", "Landesamt für Straßenbau"); or a page words as a description with the other's name what it
    binds to no party: "le syndicat Centrale du froid"."""
    one, name = plain(voice.name), plain(other.name)
    if origins.parties.is_body(voice) and origins.parties.is_body(other):
        return f" {one} " in f" {name} " or f" {name} " in f" {one} "
    if origins.parties.is_bound(voice) and origins.parties.is_bound(other):
        if not (origins.parties.known(voice) and origins.parties.known(other)):
            return one in origins.parties.aliases(other) or name in origins.parties.aliases(voice)
        if not (origins.parties.is_person(voice) and origins.parties.is_person(other)):
            return one == name
        return name_ratio(one, name) >= _ALMOST_ONE_NAME or _is_surname(one, name) or _is_surname(name, one)
    return any(
        f" {left}".endswith(f" {right}") or f" {right}".endswith(f" {left}")
        for left in origins.parties.names(voice)
        for right in origins.parties.names(other)
    )


def _is_surname(one: str, name: str) -> bool:
    """Whether a person's one word closes another's full name: Althoff, Regina Althoff."""
    return " " not in one and name.endswith(f" {one}")


def swapped(carried: list[Member], told_by: Reports, origins: Origins) -> list[Difference]:
    """Members of one report, or of one remark, whose page names another known party than the others do."""
    found: list[Difference] = []
    for alike in _told_alike(carried):
        own = [(member, voice) for member in alike if (voice := origins.voice(member)) and origins.parties.known(voice)]
        told = [member for member, _ in own if isinstance(member, Statement)]
        main = _speaker(told, told_by, origins) if told else _main([voice for _, voice in own], origins)
        if main is None:
            continue
        model = next(member for member, voice in own if voice.id == main.id)
        for member, voice in own:
            if voice.id != main.id:
                note = f"said by {voice.name} here, by {main.name} in the others"
                found.append(Difference("changed attribution", _place(model), _place(member), note))
    return found


def _told_alike(carried: list[Member]) -> list[list[Member]]:
    """Statements together; figures by unit and their first two digits; deeds together."""
    groups: dict[str, list[Member]] = {}
    for member in carried:
        key = f"{member.unit} {member.value:.2g}" if isinstance(member, Figure) else ""
        groups.setdefault(key, []).append(member)
    return [groups[key] for key in sorted(groups)]


def _main(voices: list[Voice], origins: Origins) -> Voice | None:
    """The voice that most members name, known parties before who issued a release, and this one before titles and
    unnamed ones; None where two are equally known."""
    if not voices:
        return None
    known = [voice for voice in voices if origins.parties.known(voice)]
    issuers = [voice for voice in voices if origins.parties.is_issuer(voice)]
    counts = Counter(voice.id for voice in known or issuers or voices)
    (best, most), *others = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if known and others and others[0][1] == most:
        return None
    return next(voice for voice in sorted(voices) if voice.id == best)


def _place(member: Member) -> Place:
    if isinstance(member, Statement) and member.speaker and member.speaker.end > member.speaker.start:
        return Place(member.source, member.speaker.start, member.speaker.end)
    return Place(member.source, member.start, member.end)
