"""For one page: whose report it is. For one member of a claim: whose voice it is."""

import re
from functools import cached_property

from msgspec import Struct

from secondsource.language.credits import credits_of
from secondsource.language.figures import figure_words
from secondsource.language.mastheads import agency_named, is_publication
from secondsource.language.offices import offices
from secondsource.language.places import is_country_code
from secondsource.language.speech.lexicon import lexicon
from secondsource.model.group import Actor, CopyFamily, Event
from secondsource.model.link import Link, LinkKind
from secondsource.model.mark import (
    Action,
    ActorKind,
    Credit,
    CreditRole,
    Figure,
    Mention,
    MentionForm,
    Naming,
    Speaker,
    Statement,
    StatementKind,
)
from secondsource.model.passage import Role
from secondsource.model.pile import Pile
from secondsource.text.normalise import fold, plain

from .asides import is_aside, tells_who
from .borrowed import borrowed
from .parties import OWN_VOICE, Parties, Voice

Member = Statement | Figure | Action
"""What a claim is made of."""

LEAST_BODY = 60
"""A page with fewer characters of body cannot be placed: too little to tell whether it is a copy."""


_ARTICLE = re.compile(r"(?:the|le|la|les|l'|au|der|dem|die|das|den) ?\b", re.IGNORECASE)
_SIGNS = (CreditRole.WIRE, CreditRole.AGENCY)
_HEADS = (Role.HEADLINE, Role.STANDFIRST)
_NAMES = (MentionForm.NAME, MentionForm.SURNAME)
_WORDS_ALONE = "voice:"
"""What the id of a voice begins with that is bound to no party: the words of one page."""
_DENYING = "deny"
_DESCRIPTION = re.compile(r"[^\W\d_]\S*(?:\s[^\W\d_][^\s,;:]*){2,9}")
"""Words that tell which people speak: two people with knowledge of the talks."""


class Report(Struct, frozen=True, order=True):
    """One act of reporting: a copy family, or a page that is in none."""

    id: str
    name: str
    why: str


class Origins(Struct, frozen=True, dict=True):
    """Answers about one pile."""

    pile: Pile

    @cached_property
    def parties(self) -> Parties:
        """What the pages tell of those whose voices these are."""
        return Parties(self.pile)

    @cached_property
    def _families(self) -> dict[str, list[CopyFamily]]:
        """The families of a page: several where it mixes texts of two origins."""
        found: dict[str, list[CopyFamily]] = {}
        for family in sorted(self.pile.groups_of(CopyFamily), key=lambda one: one.id):
            for member in family.members:
                found.setdefault(member, []).append(family)
        return found

    def _family(self, source: str, carriers: frozenset[str]) -> CopyFamily | None:
        """The family from which the page has what `carriers` carry: the one that most of them belong to; or, where none
        of its own has it, that of another house that signs the page as well."""
        families = self._families.get(source, [])
        best = max(families, key=lambda one: len(carriers.intersection(one.members)), default=None)
        if best is None or len(carriers.intersection(best.members)) > 1:
            return best
        return self._other_signer(source, best, carriers) or best

    def _other_signer(self, source: str, own: CopyFamily, carriers: frozenset[str]) -> CopyFamily | None:
        """The family of a house whose name stands under a page beside that of its own family: with FAB and Westnet."""
        besides = self.houses(source) - self._signed_by(own)
        for page in sorted(carriers - {source}) if besides else ():
            for family in self._families.get(page, ()):
                if besides & self._signed_by(family):
                    return family
        return None

    def _signed_by(self, family: CopyFamily) -> set[str]:
        """The houses that sign every other page of a family: its own, not those of a page that mixes two."""
        signed = [houses for page in family.members if (houses := self.houses(page))]
        common = set.intersection(*signed) if signed else set()
        outside = {plain(family.origin.outside)} if family.origin.outside else set()
        return common | outside

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], Actor]:
        found: dict[tuple[str, str], Actor] = {}
        for actor in self.pile.groups_of(Actor):
            for member in actor.members:
                mention = self.pile.mark(member)
                if isinstance(mention, Mention):
                    found.setdefault((mention.source, mention.name), actor)
        return found

    def report(self, source: str, carriers: frozenset[str]) -> Report:
        """The report from which a page has a claim; `carriers` are all pages of the claim."""
        family = self._family(source, carriers)
        if family is None:
            document = self.pile.document(source).document
            name = document.outlet or document.source.name
            return Report(source, name, "no other page of the pile carries this text")
        if family.origin.outside:
            name = family.origin.outside
        else:
            first = self.pile.document(family.origin.source or family.members[0]).document
            name = first.outlet or first.source.name
        return Report(family.id, name, f"{len(family.members)} pages carry one text")

    @cached_property
    def _reuses(self) -> dict[str, list[Link]]:
        found: dict[str, list[Link]] = {}
        for link in self.pile.links_of(LinkKind.REUSE):
            found.setdefault(link.left, []).append(link)
        return found

    def reuses_among(self, sources: frozenset[str]) -> list[Link]:
        """The passages that two of these pages share though they are no copies, in order."""
        links = (link for source in sorted(sources) for link in self._reuses.get(source, ()))
        return sorted((link for link in links if link.right in sources), key=lambda link: (link.left, link.right))

    def houses(self, source: str) -> set[str]:
        """The names under which a page publishes: its outlet, and the agency that signs it."""
        document = self.pile.document(source)
        signed = {credit.name for credit in document.marks.of(Credit) if credit.role in _SIGNS}
        return {plain(name) for name in (document.document.outlet, *sorted(signed)) if name}

    def wires(self, source: str) -> set[str]:
        """The agencies that sent a page out, in the form of `houses`."""
        signed = self.pile.document(source).marks.of(Credit)
        return {plain(credit.name) for credit in signed if credit.role is CreditRole.WIRE}

    def occasion(self, source: str) -> str:
        """Id of the event that a page reports; empty where it is in none."""
        event = self.pile.group_of.get((Event, source))
        return event.id if event else ""

    def relays(self, member: Member) -> set[str]:
        """The houses that a page names where it tells a claim, as those it has it from: "the Courier reported", "told
        the Nordwire agency"; in the form of `houses`."""
        found = self._relayed_around(member)
        statement = member if isinstance(member, Statement) else self._statement(_said_in(member))
        if statement is not None and statement.addressee:
            told = f" {plain(statement.addressee)} "
            found |= {house for house in self._signing if f" {house} " in told}
            found |= _publication(statement.addressee)
        if statement is not None and statement.speaker and (house := self._informing(statement.speaker.name)):
            found.add(house)
        return found - self.houses(member.source)

    def _relayed_around(self, member: Member) -> set[str]:
        """The houses that the passage around a member names as those it has something from."""
        document = self.pile.document(member.source)
        relayed = [credit for credit in document.marks.of(Credit) if credit.role is CreditRole.RELAYED]
        if not relayed:
            return set()
        around = next((passage for passage in document.document.passages if passage.span.covers(member.span)), None)
        floor, end = (around.start, around.end) if around else (member.start, member.end)
        return {plain(credit.name) for credit in relayed if floor <= credit.start and credit.end <= end}

    @cached_property
    def _signing(self) -> tuple[str, ...]:
        """The agencies that sign pages of the pile, and the outlets of others."""
        return tuple(sorted({house for document in self.pile.documents for house in self.houses(document.id)}))

    @cached_property
    def alike(self) -> dict[str, set[str]]:
        """The pages of which it cannot be told whether a page has its text from them: `possible-copy` links, and pages
        whose figures are another report's."""
        possible = [(link.left, link.right) for link in self.pile.links_of(LinkKind.POSSIBLE_COPY)]
        found: dict[str, set[str]] = {}
        for one, other in [*possible, *borrowed(self.pile)]:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
        return found

    def placed(self, source: str) -> bool:
        """Whether the page has enough body to tell if it is a copy."""
        if source in self._families:
            return True
        return len(self.pile.document(source).document.body.text) >= LEAST_BODY

    def voice(self, member: Member) -> Voice | None:
        """The innermost speaker of what is claimed; None where the page tells it in its own words."""
        if isinstance(member, Figure) and member.own_count:
            return self._witness(member)
        statement = member if isinstance(member, Statement) else self._statement(_said_in(member))
        silent = statement is None or statement.speaker is None
        if isinstance(member, Figure) and not silent and self._is_aside(member):
            return None
        if silent and isinstance(member, Figure):
            return self._counted_by(member) or self._issued(member)
        if statement is None or statement.speaker is None:
            return None
        speaker = statement.speaker
        actor = (
            self.pile.actor(speaker.mention or "")
            or self._by_name.get((statement.source, speaker.name))
            or self._named_in(statement.source, speaker)
        )
        said = self.pile.document(statement.source).document.text[speaker.start : speaker.end]
        why = f"{speaker.how.value}: “{said}”" if said.strip() else speaker.how.value
        if speaker.mention and (body := self._spoken_for(speaker)):
            return Voice(*body, why)
        if actor is not None and actor.kind is ActorKind.PLACE:
            actor = self._body_in(statement.source, speaker)
            if actor is None:
                return None
        if actor is None:
            return Voice(f"{_WORDS_ALONE}{statement.source}:{speaker.name}", speaker.name, why)
        if self.parties.is_press(actor.id) or self._informing(speaker.name):
            return None  # who prints it is no voice
        return Voice(actor.id, self._called(actor, speaker, said), why)

    def _called(self, actor: Actor, speaker: Speaker, said: str) -> str:
        """What a voice is shown as: its name, or the words of the page where it has none: "a senior official", "two
        people with knowledge of the talks", « bureau antifraude régional »."""
        described = _DESCRIPTION.fullmatch(said) is not None
        if speaker.how is Naming.COLLECTIVE and actor.kind is ActorKind.GROUP and described:
            return said
        if speaker.how is Naming.UNNAMED and actor.kind is ActorKind.PERSON and self.parties.unnamed[actor.id]:
            return said if said.strip() else actor.name
        _, _, noun = said.partition(" ")
        bare = speaker.how is Naming.TITLE and actor.kind is ActorKind.ORGANISATION and actor.name.islower()
        return noun if bare and described and f"{noun} ".startswith(f"{actor.name} ") else actor.name

    def _informing(self, name: str) -> str | None:
        """The house of which a compound says that it has learnt something: "nach Halyard-Informationen"."""
        house, _, noun = name.rpartition("-")
        named = plain(house)
        return named if fold(noun) in credits_of(None).learnt and named in self._signing else None

    def _is_aside(self, figure: Figure) -> bool:
        """Whether a figure stands in what the report adds to somebody's words, not in the words: "the lender, which
        employs 300 people, would close, she said", "said its boss, who employs 86"; or in what somebody denies:
        "rejected the $105 billion offer"."""
        document = self.pile.document(figure.source).document
        said = self._statement(_said_in(figure))
        if said is not None and said.speaker is not None and said.speaker.start <= figure.start < said.speaker.end:
            return tells_who(document.text[said.speaker.start : figure.start], document.language)
        statement = self._statement(figure.statement)
        if statement is None or statement.kind is not StatementKind.INDIRECT:
            return False
        if statement.manner == _DENYING:
            return True
        return is_aside(document.text[statement.start : figure.start], document.language)

    def _body_in(self, source: str, speaker: Speaker) -> Actor | None:
        """The body whose town closes the characters of a speaker, for no town speaks: "die Staatsanwaltschaft
        Saarbrücken"."""
        marks = self.pile.document(source).marks.of(Mention)
        inside = [one for one in marks if speaker.start <= one.start and one.end < speaker.end]
        bodies = [one for one in inside if one.kind is ActorKind.ORGANISATION]
        return self.pile.actor(bodies[-1].id) if bodies else None

    def _named_in(self, source: str, speaker: Speaker) -> Actor | None:
        """The party whose mention closes the characters of a speaker, where none was bound to it, or opens them before
        "of": "the prefecture", "la Coordination des vergers"."""
        document = self.pile.document(source)
        text, words = document.document.text, figure_words(document.document.language or "en")
        for one in document.marks.of(Mention):
            if not (speaker.start <= one.start and one.end <= speaker.end):
                continue
            behind = text[one.end : speaker.end].split()
            whole = not behind or (one.form is MentionForm.NAME and behind[0] in words.of)
            if whole and text.count(" ", speaker.start, one.start) <= 1:
                return self.pile.actor(one.id)
        return None

    def _spoken_for(self, speaker: Speaker) -> tuple[str, str] | None:
        """Id and name of the body for which a spokesperson without a name speaks: the one whose the text says it is,
        else the last body before it in the same paragraph. What she says is the body's word."""
        mark = self.pile.mark(speaker.mention or "")
        if not isinstance(mark, Mention) or mark.office != "spokesperson" or mark.form in _NAMES:
            return None
        actor = self.pile.actor(mark.id)
        if actor is not None and not self.parties.unnamed[actor.id]:
            return None
        if mark.office_of:
            body = self._by_name.get((mark.source, mark.office_of))
            return (body.id, body.name) if body else _in_words(mark.source, mark.office_of)
        last = self._body_around(mark, speaker.end)
        return (last.id, last.name) if last else None

    def _body_around(self, spokesperson: Mention, end: int) -> Actor | None:
        """The body that the characters of the speaker name ("a spokesman for the county council", "Polizeisprecher"),
        else the last one before them in the paragraph."""
        document = self.pile.document(spokesperson.source)
        floor = document.document.text.rfind("\n", 0, spokesperson.start)
        bodies = [one for one in document.marks.of(Mention) if one.kind is ActorKind.ORGANISATION]
        house = _house_in(spokesperson, document.document.language)
        own = [one for one in bodies if spokesperson.end <= one.start and one.end <= end]
        own += [one for one in bodies if house and plain(one.name) == house]
        before = [one for one in bodies if floor < one.start < spokesperson.start and one.form in _NAMES]
        found = own[:1] or before[-1:]
        return self.pile.actor(found[0].id) if found else None

    def _counted_by(self, figure: Figure) -> Voice | None:
        """The party whose figure the clause says it is: "police counted 40"."""
        mention = self.pile.mark(figure.source_mention) if figure.source_mention else None
        if not isinstance(mention, Mention) or self._informing(mention.name):
            return None
        why = f"the clause names it as its source: “{mention.text}”"
        actor = self.pile.actor(mention.id)
        if actor is None:
            return Voice(f"{_WORDS_ALONE}{figure.source}:{mention.name}", mention.name, why)
        return Voice(actor.id, actor.name, why)

    def _issued(self, figure: Figure) -> Voice | None:
        """The issuer of a press release, whose figures are its own."""
        issuer = self.parties.issuers.of.get(figure.source)
        return Voice(issuer.id, issuer.name, "it issued this press release") if issuer else None

    def _witness(self, figure: Figure) -> Voice:
        """The report itself, whose reporter counted: its outlet, else who signs it, else the page."""
        document = self.pile.document(figure.source)
        signed = [credit.name for credit in document.marks.of(Credit) if credit.role is CreditRole.BYLINE]
        name = document.document.outlet or next(iter(signed), document.document.source.name)
        said = figure.own_count.cut(document.document.text) if figure.own_count else ""
        return Voice(f"{OWN_VOICE}{figure.source}:{name}", name, f"it counted for itself: “{said}”")

    def in_headline(self, member: Member) -> bool:
        """Whether it stands in the headline or the standfirst of its page."""
        passages = self.pile.document(member.source).document.passages
        return any(passage.role in _HEADS and passage.span.covers(member.span) for passage in passages)

    def first_page(self, source: str, carriers: frozenset[str]) -> str | None:
        """The page of the pile that the copies of this page's text come from; None where it is outside or unknown."""
        family = self._family(source, carriers)
        return family.origin.source if family else None

    def writes_nouns_large(self, voice: Voice) -> bool:
        """Whether a voice that is no more than the words of a page stands on one whose language gives every noun a
        capital."""
        page = voice.id.removeprefix(_WORDS_ALONE).partition(f":{voice.name}")[0]
        known = lexicon(self.language(page)) if voice.id.startswith(_WORDS_ALONE) else None
        return known is not None and known.speech.nouns_capital

    def language(self, source: str) -> str | None:
        """The page's language."""
        return self.pile.document(source).document.language

    def _statement(self, mark: str | None) -> Statement | None:
        found = self.pile.mark(mark) if mark else None
        return found if isinstance(found, Statement) else None


def _house_in(spokesperson: Mention, language: str | None) -> str:
    """The body in a compound, folded: that of "Polizeisprecher" is "polizei"; empty where there is none."""
    word = plain(spokesperson.text)
    known = offices(language) if language else None
    endings = known.suffixes.items() if known else ()
    fitting = [ending for ending, key in endings if key == spokesperson.office and word.endswith(ending)]
    return word.removesuffix(max(fitting, key=len)).removesuffix("s") if fitting else ""


def _publication(addressee: str) -> set[str]:
    """The outlet that somebody told something, in the form of `Origins.houses`: "the Gazette", "CNN's Ann Roe"."""
    name = _ARTICLE.sub("", addressee.replace("’", "'").partition("'s ")[0])
    known = name[:1].isupper() and (is_publication(name) or agency_named(name) is not None)
    return {plain(name)} if known else set()


def _in_words(source: str, body: str) -> tuple[str, str] | None:
    """A body that no mention names, under the words for it; None for the code of a country, whose spokesperson may be
    any ministry's."""
    return (f"{_WORDS_ALONE}{source}:{body}", body) if not is_country_code(body) else None


def _said_in(mark: Figure | Action) -> str | None:
    """Id of the statement whose speaker is the mark's voice."""
    return mark.statement or (mark.follows if isinstance(mark, Figure) else None)
