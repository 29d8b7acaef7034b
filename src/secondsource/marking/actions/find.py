"""Deeds of one text: sentence by sentence, with the parties that stand in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language.deeds import Deeds, Lexicon, lexicon
from secondsource.model.mark import Realis
from secondsource.model.span import Span

from .look_alikes import is_cited, tells_none, worded
from .parse import Hit, Word, cut_of, hits, is_stop, openers_of, places_of, words_of
from .party import Party
from .roles import Roles, roles
from .target import ALONE

_UNAIMED = ALONE | {"CONCEDE", "MOBILIZE", "REQUEST"}
"""Types that need nobody to whom it is done: resigned, mobilised, asked for patience."""
_WITHOUT_END = ALONE | {"REQUEST"}
"""Types whose pattern may end in a preposition with nobody behind it."""
_ATTRIBUTE = 6
"""Words between the article and a participle before its noun."""


class Named(Struct, frozen=True, order=True, gc=False):
    """A party as marked in the text: its characters and its key."""

    span: Span
    key: str
    person: bool | None = None
    """Whether it is one person; None where that is not known."""
    place: bool = False
    """Whether it is a place or a state, which may be no more than where something happens."""


class Told(Struct, frozen=True, gc=False):
    """A deed with its parties: characters of the text, type, mode, keys of actors and targets."""

    span: Span
    code: str
    mode: str | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    realis: Realis
    noun: bool
    weight: int
    passive: bool = False
    weak: bool = False
    """A lone word of many senses."""
    aimed: bool = False
    """Whether the words say what the actor does without a target: their type needs none, they name a thing themselves
    ("signed an agreement"), or a thing follows."""
    suffers: bool = False
    """Whether its verb always has an object, so that a passive tells of somebody who does it: was charged."""
    direct: bool = True
    """False for a deed that is one only where no preposition stands before the other, and one does."""
    mishap: bool = False
    """A word for what befalls people without anybody's doing as well: killed, injured."""


def deeds_in(text: str, sentence: Span, parties: Iterable[Named], language: str | None) -> list[Told]:
    """The deeds of a sentence, in order of place; empty for a language without a lexicon. The parties are asked for
    only where the lexicon finds a deed."""
    known = lexicon(language)
    if known is None:
        return []
    cut = cut_of(text, sentence)
    by_piece = words_of(cut, known)
    words = tuple(chain.from_iterable(by_piece))
    openers, present = openers_of(words)
    told_of = [worded(words, hit, known.table) for hit in hits(words, openers, present, known)]
    if not told_of:
        return []
    at = places_of(cut, by_piece, sentence.start)
    placed = _placed(text, words, at, parties)
    found: list[Told] = []
    governed: tuple[int, Realis] | None = None
    taken = -1
    last: tuple[Hit, Roles] | None = None
    for hit in told_of:
        if hit.first <= taken and not hit.pattern.noun:
            continue
        if hit.first <= taken or any(party.first <= hit.first <= party.last for party in placed):
            continue
        if hit.weight == 1 and not hit.pattern.noun and not _verbal(words, hit.first, placed, known.table):
            continue
        if tells_none(words, hit, placed, known.table):
            taken = max(taken, hit.last)
            continue
        told = _resumed(words, hit, roles(words, hit, placed, known.table), last, known.table)
        last = (hit, told)
        realis = told.realis
        if governed and hit.first - governed[0] <= 4 and realis in (Realis.PLANNED, Realis.ASSERTED):
            realis = governed[1]
        if governed and found and hit.first - governed[0] <= 4 and not found[-1].targets:
            found[-1] = replace(found[-1], targets=told.targets)
        governed = _governs(words, hit, known.table)
        taken = max(taken, hit.last)
        span = Span(at[hit.first], at[hit.last] + words[hit.last].length)
        weak = _is_weak(words, hit, placed, known)
        told = replace(told, realis=realis)
        made = _told(words, span, hit, told, known)
        found.append(replace(made, weak=weak, direct=_is_direct(words, hit, told, placed, known.table)))
    return found


def _resumed(words: Sequence[Word], hit: Hit, told: Roles, last: tuple[Hit, Roles] | None, table: Deeds) -> Roles:
    """The roles where the deed goes on from the one before: whom that one befell did not do this one, unless a relative
    pronoun says so ("killed 50 people and wounded 400")."""
    if last is None or told.passive or hit.pattern.noun or last[0].pattern.noun:
        return told
    before = last[1]
    if before.passive and _shares_passive(words, hit, told, table):
        return replace(told, actors=(), targets=before.targets, passive=True)
    if before.passive or not told.actors or not set(told.actors) <= set(before.targets):
        return told
    if not any(_joins(words[i].form, table) for i in (hit.first - 1, hit.first - 2)):
        return told
    return replace(told, actors=tuple(key for key in before.actors if key not in told.targets))


def _shares_passive(words: Sequence[Word], hit: Hit, told: Roles, table: Deeds) -> bool:
    """Whether a participle goes on with the passive before it: "was fired, banned from the guild and expelled"."""
    behind = words[hit.last + 1] if hit.last + 1 < len(words) else None
    joined = hit.first > 0 and words[hit.first - 1].form in table.joiners
    ends = behind is None or is_stop(behind) or behind.form in table.behind_passives or behind.form in table.joiners
    return joined and (ends or hit.weight > 1) and words[hit.first].form.endswith(table.participles)


def _joins(form: str, table: Deeds) -> bool:
    """Whether a word joins two clauses of one subject."""
    return (form in table.joiners or form in table.breaks) and form not in table.relatives


def _governs(words: Sequence[Word], hit: Hit, table: Deeds) -> tuple[int, Realis] | None:
    """What a governing deed makes of the one right behind it: a threat, a plan, a wish."""
    ahead = [words[i].form for i in range(hit.first + 1, min(len(words), hit.last + 3)) if not is_stop(words[i])]
    if hit.pattern.noun or not any(form in table.onward for form in ahead):
        return None
    made = {"THREATEN": Realis.THREATENED, "AGREE": Realis.PLANNED, "REQUEST": Realis.HYPOTHETICAL}
    made["REJECT"] = Realis.DENIED
    return (hit.last, made[hit.pattern.code]) if hit.pattern.code in made else None


def _is_compound(words: Sequence[Word], at: int, table: Deeds) -> bool:
    """Whether an auxiliary stands before a participle, or the joiner by which it shares one: "a jugé … et convoqué"."""
    before = words[max(0, at - 3) : at]
    return any(word.form in table.auxiliary_verbs for word in before) or (
        bool(before) and before[-1].form in table.joiners
    )


def _is_bare(words: Sequence[Word], at: int, parties: Sequence[Party], table: Deeds) -> bool:
    """Whether a word without a verb's ending stands right behind one name that is no plural: "the Aarvita hack"."""
    word = words[at]
    if not table.behind_objects or word.form not in word.lemmas:
        return False
    if any(ending in word.form[-2:] for ending in ("ed", "en")):
        return False
    near = next((party for party in parties if party.last == at - 1), None)
    if near is None or not near.proper or words[near.last].form.endswith("s"):
        return False
    return near.first == 0 or words[near.first - 1].form not in table.joiners


def _is_aimed(words: Sequence[Word], hit: Hit, known: Lexicon) -> bool:
    """Whether the deed is told in full by its actor and its words: see `Told.aimed`."""
    if hit.pattern.code in _UNAIMED or (hit.weight > 1 and not _reaches_on(words, hit, known)):
        return True
    if not words[hit.first].lemmas.isdisjoint(known.table.objectless):
        return True
    at = _behind_time(words, hit.last + 1, known.table)
    if at == len(words) or is_stop(words[at]):
        return False
    table, behind = known.table, words[at].form
    closed = behind in table.prepositions or (behind in table.breaks and behind not in table.articles)
    return behind[:1].isalnum() and not closed


def _behind_time(words: Sequence[Word], at: int, table: Deeds) -> int:
    """The first word behind a phrase of time that opens at a word: "searched on Thursday the store"."""
    opening = at
    while at < len(words) and words[at].form in table.prepositions | table.determiners:
        at += 1
    if at == len(words) or words[at].form not in table.times:
        return opening
    while at < len(words) and words[at].form in table.times:
        at += 1
    return at


def _names_thing(words: Sequence[Word], at: int, parties: Sequence[Party], table: Deeds) -> bool:
    """Whether a bare word behind a name is called after it: "the Velmond attack", "of the Aarvita contest"."""
    near = next((party for party in parties if party.last == at - 1), None)
    if not table.behind_objects:
        return False  # where names stand behind their nouns
    if near is None or not near.first or not _is_bare(words, at, parties, table) or words[at].form in table.irregular:
        return False
    before = words[near.first - 1].form
    return before in table.determiners or before in table.links or before == "'s"


def _has_plain_object(words: Sequence[Word], at: int, table: Deeds) -> bool:
    """Whether a verb that is a deed only without an object has one: "demonstrate its strength"."""
    if words[at].lemmas.isdisjoint(table.objectless) or at + 1 == len(words):
        return False
    behind = words[at + 1].form
    others = (table.prepositions, table.breaks, table.times, table.agents)
    return behind.isalpha() and not any(behind in forms for forms in others) and not behind.endswith(table.adverbs)


def _is_of_noun(words: Sequence[Word], at: int, parties: Sequence[Party], table: Deeds) -> bool:
    """Whether a participle without its object belongs to the noun before it: "seizes ship suspected of smuggling"."""
    word, before = words[at], words[at - 1] if at else None
    if before is None or at + 1 == len(words) or word.lemmas.isdisjoint(table.always_aimed) or word.form in word.lemmas:
        return False
    if not word.form.endswith(table.participles) or any(party.last == at - 1 for party in parties):
        return False
    ahead = words[at + 1].form
    known = before.form in table.behind_names or before.form in table.articles or before.form.endswith(table.adverbs)
    if known or ahead in table.agents or not before.form.isalpha():
        return False
    return ahead in table.behind_passives or ahead in table.owners


def _may_be_plural(word: Word, table: Deeds) -> bool:
    """Whether a form may be a noun of the plural as well as a verb: sanctions, attacks."""
    return word.form.endswith(table.plurals) and word.form not in word.lemmas


def _is_plural_behind_to(words: Sequence[Word], at: int, table: Deeds) -> bool:
    """Whether "to" leads to a noun of the plural and not to an infinitive: "with regard to sanctions"."""
    return at > 0 and words[at - 1].form in table.infinitive_marks and _may_be_plural(words[at], table)


def _is_owned(words: Sequence[Word], at: int, table: Deeds) -> bool:
    """Whether a form that may be a plural has an owner behind it, as no verb has: "the terrorist attacks of May"."""
    if at + 1 == len(words) or not _may_be_plural(words[at], table):
        return False
    return words[at + 1].form in table.owners - table.agents - table.origins


def _opens_noun(words: Sequence[Word], at: int, table: Deeds) -> bool:
    """Whether a German participle and what tells more of it stand between an article and its noun: "der von Raketen
    beschädigte Stützpunkt"."""
    if at + 1 == len(words) or words[at + 1].plain or not words[at].form.endswith(table.attributive):
        return False
    opening = range(max(0, at - _ATTRIBUTE), at - 1)
    return any(words[i].form in table.articles and words[i + 1].form in table.links | table.agents for i in opening)


def _is_attribute(words: Sequence[Word], at: int, table: Deeds) -> bool:
    """Whether a participle stands before its noun: "of previously granted awards"."""
    before = at - 1
    while before >= 0 and table.adverbs and words[before].form.endswith(table.adverbs):
        before -= 1
    closed = before >= 0 and (words[before].form in table.determiners or words[before].form in table.owners)
    return closed and before < at - 1 and words[at].form.endswith(table.participles)


def _is_direct(words: Sequence[Word], hit: Hit, told: Roles, parties: Sequence[Party], table: Deeds) -> bool:
    """See `Told.direct`; "of" may stand there ("hundreds of")."""
    if hit.weight > 1 or hit.pattern.noun or words[hit.first].lemmas.isdisjoint(table.plain):
        return True
    first = next((party.first for party in parties if party.key in told.targets and party.first > hit.last), hit.last)
    between = (words[i].form for i in range(hit.last + 1, first))
    return not any(form in table.prepositions and form not in table.owners for form in between)


def _verbal(words: Sequence[Word], at: int, parties: Sequence[Party], table: Deeds) -> bool:
    """Whether a lone word is a verb here: inflected as one, or behind its subject or an auxiliary."""
    form = words[at].form
    if _names_thing(words, at, parties, table) or is_cited(words, at, table):
        return False
    if table.passives_behind:  # there participles stand in the table, and nouns have capitals
        return (words[at].plain or at == 0) and not _opens_noun(words, at, table)
    if _is_attribute(words, at, table) or _has_plain_object(words, at, table) or _is_owned(words, at, table):
        return False
    if _is_of_noun(words, at, parties, table) or _is_plural_behind_to(words, at, table):
        return False
    if form.endswith(table.adjectival) and not _is_compound(words, at, table):
        return False
    if form not in words[at].lemmas and not form.endswith(table.plurals):
        return True
    if table.gerunds and form.endswith(table.gerunds) and at and words[at - 1].form == ",":
        return True  # "shelled the town, killing a nurse"
    if at == 0:
        return False
    before = words[at - 1].form
    near = any(0 < at - party.last <= 2 for party in parties)
    leading = (table.plans, table.doubts, table.negations, table.auxiliaries)
    return near or any(before in forms for forms in leading)


def _reaches_on(words: Sequence[Word], hit: Hit, known: Lexicon) -> bool:
    """Whether the deed's words end in a preposition and say nothing without the one behind it."""
    table = known.table
    ends = words[hit.last].form in table.links | table.agents | table.governing
    return ends and hit.weight > 1 and hit.pattern.code not in _WITHOUT_END and not hit.pattern.parted


def _of_many_senses(word: Word, known: Lexicon) -> bool:
    """Whether the table calls the lemma weak, or the form may be a noun: "sanctions", "shooting"."""
    if not word.lemmas.isdisjoint(known.table.weak):
        return True
    noun = word.form in word.lemmas or word.form.endswith(known.table.plurals)
    return noun and not word.lemmas.isdisjoint(known.nouns)


def _placed(text: str, words: Sequence[Word], at: Sequence[int], parties: Iterable[Named]) -> list[Party]:
    """The parties by their words; `at` are the characters at which the words start."""
    found: list[Party] = []
    for party in sorted(parties):
        first = max(0, bisect_right(at, party.span.start) - 1)
        if at[first] + words[first].length <= party.span.start:
            first += 1
        last = bisect_left(at, party.span.end) - 1
        if first <= last:
            found.append(Party(first, last, party.key, not party.span.cut(text).islower(), party.person, party.place))
    return found


def _is_weak(words: Sequence[Word], hit: Hit, parties: Sequence[Party], known: Lexicon) -> bool:
    infinitive = hit.first and words[hit.first - 1].form in known.table.infinitive_marks
    if infinitive and words[hit.first].lemmas.isdisjoint(known.table.weak):
        return _reaches_on(words, hit, known)  # "forcing the troops to retreat" is no retreat of many senses
    if hit.weight == 1 and (
        _of_many_senses(words[hit.first], known) or _is_bare(words, hit.first, parties, known.table)
    ):
        return True
    return _reaches_on(words, hit, known)


def _told(words: Sequence[Word], span: Span, hit: Hit, told: Roles, known: Lexicon) -> Told:
    return Told(
        span=span,
        code=hit.pattern.code,
        mode=hit.pattern.mode,
        actors=told.actors,
        targets=told.targets,
        realis=told.realis,
        noun=hit.pattern.noun,
        weight=hit.weight,
        passive=told.passive,
        aimed=_is_aimed(words, hit, known),
        suffers=not words[hit.first].lemmas.isdisjoint(known.table.always_aimed),
        mishap=hit.weight == 1 and not words[hit.first].lemmas.isdisjoint(known.table.mishaps),
    )
