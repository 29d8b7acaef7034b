"""Parties of single sources, and the keys under which the same party of another source is looked for."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language.names import family_and_given, genders, middle, suffixes
from secondsource.model.mark import ActorKind, Mention, MentionForm
from secondsource.model.pile import MarkedDocument
from secondsource.text.normalise import plain
from secondsource.text.sounds import skeleton, sounded

_PEOPLE = (ActorKind.PERSON,)
_FORM_ORDER = (MentionForm.NAME, MentionForm.METONYM, MentionForm.SURNAME, MentionForm.TITLE)


_AFFILIATED = re.compile(r"(?P<name>\S+(?: \S+)+?) (?:(?:of|from|vom|beim)|(?P<particle>von (?:der|dem|den))) ")
"""A name and what its bearer belongs to: "Ruedi Zgraggen of the foundation"."""


class Office(Struct, frozen=True, order=True):
    """An office that a source gives a party."""

    office: str
    of: str
    country: str


class Party(Struct, frozen=True):
    """What one source names with one name. `id` is that of its first mention in the fullest form."""

    id: str
    source: str
    language: str
    name: str
    kind: ActorKind
    form: MentionForm
    country: str
    offices: tuple[Office, ...]
    mentions: tuple[str, ...]
    aliases: tuple[str, ...]
    """Texts that name it and that could name it alone (no pronouns)."""
    family: str
    """The family name as it sounds; empty for other parties than people."""
    given: str
    suffix: str
    middle: str

    @property
    def face(self) -> tuple[object, ...]:
        """All of it that is compared with others."""
        words = (self.name, self.family, self.given, self.suffix, self.middle)
        return (self.kind, self.form, self.language, self.country, self.offices, self.aliases, *words)

    @property
    def is_titled(self) -> bool:
        """Whether the source knows only its office."""
        return self.kind is ActorKind.PERSON and self.form is MentionForm.TITLE

    @property
    def is_described(self) -> bool:
        """Whether its source has only a description of several words for this organisation: "the crews' federation"."""
        bare = self.form is MentionForm.TITLE and self.name in self.aliases
        return bare and self.kind is ActorKind.ORGANISATION and " " in self.name


def parties(marked: MarkedDocument) -> list[Party]:
    """The parties of a document: mentions of one kind with one name, in order of place."""
    by_name: dict[tuple[str, ...], list[Mention]] = {}
    for mention in marked.marks.of(Mention):
        by_name.setdefault(_identity(mention), []).append(mention)
    language = marked.document.language or "en"
    return [_party(mentions, language) for mentions in by_name.values()]


def _identity(mention: Mention) -> tuple[str, ...]:
    if mention.form is MentionForm.UNNAMED:
        return (mention.kind, "", mention.id)
    if mention.kind is ActorKind.STATE and mention.country:
        return (mention.kind, mention.country)
    if _is_issued(mention):
        return (ActorKind.ORGANISATION, plain(mention.name))
    if mention.kind is ActorKind.PERSON and _is_bare(mention) and mention.office:
        return (mention.kind, plain(mention.name), mention.office, mention.office_of or "")
    return (mention.kind, plain(_own_name(mention)))


def _own_name(mention: Mention) -> str:
    return bare_name(mention.name) if mention.kind is ActorKind.PERSON else mention.name


def bare_name(name: str) -> str:
    """A person's name without what the person belongs to. "Ursula von der Leyen" stays whole: a particle behind given
    names opens the family name."""
    found = _AFFILIATED.match(name)
    if found is None:
        return name
    last = plain(found["name"].split()[-1])
    return name if found["particle"] and last in genders() else found["name"]


def _is_issued(mention: Mention) -> bool:
    """Whether a report carries the name of the organisation whose it is: then that organisation speaks in it."""
    return mention.kind is ActorKind.DATA_SOURCE and mention.form is MentionForm.TITLE


def _is_bare(mention: Mention) -> bool:
    """Whether a title stands for itself: the document names no holder."""
    return mention.form is MentionForm.TITLE and plain(mention.name) == plain(mention.text)


def _party(mentions: list[Mention], language: str) -> Party:
    first = min(mentions, key=lambda m: (_rank(m), m.start, m.id))
    offices = sorted(
        {Office(m.office, m.office_of or "", m.country or "") for m in mentions if m.office and _tells(m, first)}
    )
    family, given, suffix, initials = _person_keys(first)
    alone = (m.text for m in mentions if m.form is not MentionForm.PRONOUN and not _is_issued(m))
    return Party(
        id=first.id,
        source=first.source,
        language=language,
        name=_own_name(first),
        kind=ActorKind.ORGANISATION if _is_issued(first) else first.kind,
        form=first.form,
        country=next((m.country for m in mentions if m.country), ""),
        offices=tuple(offices),
        mentions=tuple(m.id for m in mentions),
        aliases=tuple(dict.fromkeys(" ".join(text.split()) for text in alone)),
        family=family,
        given=given,
        suffix=suffix,
        middle=initials,
    )


def _rank(mention: Mention) -> int:
    return _FORM_ORDER.index(mention.form) if mention.form in _FORM_ORDER else len(_FORM_ORDER)


def _tells(mention: Mention, first: Mention) -> bool:
    """Offices that a pronoun carries are none that the text states; a report is no office."""
    return not _is_issued(mention) and (mention.form is not MentionForm.PRONOUN or mention is first)


def _person_keys(mention: Mention) -> tuple[str, str, str, str]:
    if mention.kind not in _PEOPLE or mention.form in {MentionForm.TITLE, MentionForm.UNNAMED}:
        return "", "", "", ""
    keys = tuple(_own_name(mention).casefold().replace("’", "'").split())
    family, given = family_and_given(keys)
    suffix = next((key.strip(".") for key in keys[1:] if key in suffixes()), "")
    return sounded(family), sounded(given) if given else "", suffix, middle(keys)


def with_one_body(found: Sequence[Party]) -> list[Party]:
    """The parties by id, their offices under one name for each body: the abbreviation that the pile gives it."""
    short: dict[str, set[str]] = {}
    for party in found:
        if party.kind is ActorKind.ORGANISATION:
            for alias in party.aliases:
                if alias.isupper() and len(alias) > 1 and alias != party.name:
                    short.setdefault(plain(party.name), set()).add(alias)
    one = {name: next(iter(aliases)) for name, aliases in short.items() if len(aliases) == 1}
    return sorted((_under_one(party, one) for party in found), key=lambda party: party.id)


def _under_one(party: Party, short: dict[str, str]) -> Party:
    if not any(plain(office.of) in short for office in party.offices):
        return party
    offices = {replace(office, of=short.get(plain(office.of), office.of)) for office in party.offices}
    return replace(party, offices=tuple(sorted(offices)))


def blocks(party: Party) -> tuple[str, ...]:
    """The keys of a party; parties that share none are never compared."""
    if party.form is MentionForm.UNNAMED or party.form is MentionForm.PRONOUN:
        return ()
    if party.kind is ActorKind.STATE and party.country:
        return (f"state {party.country}",)
    if party.kind is ActorKind.PERSON:
        return _person_blocks(party)
    if party.kind is ActorKind.GROUP:
        return _group_blocks(party)
    if party.kind is ActorKind.DATA_SOURCE:
        return _data_blocks(party)
    if party.kind is ActorKind.PLACE:
        capital = (f"capital {party.country}",) if party.country else ()
        return (*capital, *dict.fromkeys(f"place {skeleton(word)}" for word in party.name.split()[:1]))
    if party.kind is ActorKind.ORGANISATION and party.form is MentionForm.TITLE and party.name in party.aliases:
        return ()  # "the agency" of a source that names none
    return _named(party.kind.value, party)


def _person_blocks(party: Party) -> tuple[str, ...]:
    if party.is_titled:
        return office_blocks(party)
    named = [f"person {skeleton(party.family.split()[-1])}"]
    if party.given:
        named.append(f"person {skeleton(party.given)}")
    return tuple(named)


def office_blocks(party: Party) -> tuple[str, ...]:
    """The bodies whose offices a party holds: under these a bare title looks for its holder."""
    return tuple(dict.fromkeys(f"office {office.of}" for office in party.offices if office.of))


def word_blocks(party: Party) -> tuple[str, ...]:
    """The first word of an organisation's name: under it a shorter form looks for the longer."""
    return (f"word {plain(party.name).split()[0]}",)


def noun_blocks(party: Party) -> tuple[str, ...]:
    """The last word of an organisation's name in its language: under it a description looks for the name."""
    return (f"noun {party.language} {plain(party.name).split()[-1]}",)


def _data_blocks(party: Party) -> tuple[str, ...]:
    """A kind of data of a country or body; a proper name; nothing for "the report"."""
    if not party.offices:
        return _named("data", party)
    office = party.offices[0]
    owner = party.country or office.of
    return (f"data {office.office} {owner}",) if owner else ()


def _group_blocks(party: Party) -> tuple[str, ...]:
    owned = tuple(f"group {office.office} {office.of}" for office in party.offices if office.of)
    return owned or (_named("group", party) if party.form is MentionForm.NAME else ())


def _named(kind: str, party: Party) -> tuple[str, ...]:
    """Keys of a name and of its other spellings: capital abbreviations stand for themselves."""
    short = [alias for alias in party.aliases if alias.isupper() and len(alias) > 1]
    return tuple(dict.fromkeys(f"{kind} {plain(form)}" for form in (party.name, *short)))
