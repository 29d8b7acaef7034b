"""Deeds of one text: sentence by sentence, with the parties that stand in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language.deeds import Deeds, Lexicon, lexicon
from secondsource.model.mark import Realis
from secondsource.model.span import Span

from .parse import Hit, Word, hits, is_stop, places, read
from .roles import Party, Roles, roles

_ALONE = frozenset({"AGREE", "REJECT", "THREATEN", "RETREAT", "PROTEST"})
"""Types whose deed is told by its actor alone: agreed to, refused to."""


class Named(Struct, frozen=True, order=True):
    """A party as marked in the text: its characters and its key."""

    span: Span
    key: str


class Told(Struct, frozen=True):
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


def deeds_in(text: str, sentence: Span, parties: Sequence[Named], language: str | None) -> list[Told]:
    """The deeds of a sentence, in order of place; empty for a language without a lexicon."""
    known = lexicon(language)
    if known is None:
        return []
    words = read(text, sentence, known)
    told_of = hits(words, known)
    if not told_of:
        return []
    at = places(text, sentence, known)
    placed = _placed(text, words, at, parties)
    found: list[Told] = []
    governed: tuple[int, Realis] | None = None
    taken = -1
    for hit in told_of:
        if hit.first <= taken and not hit.pattern.noun:
            continue
        if hit.first <= taken or any(party.first <= hit.first <= party.last for party in placed):
            continue
        if hit.weight == 1 and not hit.pattern.noun and not _verbal(words, hit.first, placed, known.table):
            continue
        told = roles(words, hit, placed, known.table)
        realis = told.realis
        if governed and hit.first - governed[0] <= 4 and realis in (Realis.PLANNED, Realis.ASSERTED):
            realis = governed[1]
        if governed and found and hit.first - governed[0] <= 4 and not found[-1].targets:
            found[-1] = replace(found[-1], targets=told.targets)
        governed = _governs(words, hit, known.table)
        taken = max(taken, hit.last)
        span = Span(at[hit.first], at[hit.last] + words[hit.last].length)
        found.append(_told(span, words[hit.first], hit, replace(told, realis=realis), known))
    return found


def _governs(words: Sequence[Word], hit: Hit, table: Deeds) -> tuple[int, Realis] | None:
    """What a governing deed makes of the one right behind it: a threat, a plan, a wish."""
    ahead = [words[i].form for i in range(hit.first + 1, min(len(words), hit.last + 3)) if not is_stop(words[i])]
    if hit.pattern.noun or not any(form in table.onward for form in ahead):
        return None
    made = {"THREATEN": Realis.THREATENED, "AGREE": Realis.PLANNED, "REQUEST": Realis.HYPOTHETICAL}
    made["REJECT"] = Realis.DENIED
    return (hit.last, made[hit.pattern.code]) if hit.pattern.code in made else None


def _verbal(words: Sequence[Word], at: int, parties: Sequence[Party], table: Deeds) -> bool:
    """Whether a lone word is a verb here: inflected as one, or behind its subject or an auxiliary."""
    form = words[at].form
    if form not in words[at].lemmas and not form.endswith(table.plurals):
        return True
    if at == 0:
        return False
    before = words[at - 1].form
    near = any(0 < at - party.last <= 2 for party in parties)
    leading = (table.plans, table.doubts, table.negations, table.auxiliaries)
    return near or any(before in forms for forms in leading)


def _reaches_on(hit: Hit, known: Lexicon) -> bool:
    """Whether the pattern ends in a preposition and says nothing without the one behind it."""
    last = hit.pattern.places[-1]
    return (
        hit.pattern.code not in _ALONE
        and hit.weight > 1
        and last is not None
        and not last.isdisjoint(known.table.links)
    )


def _of_many_senses(word: Word, known: Lexicon) -> bool:
    """Whether the table calls the lemma weak, or the form may be a noun: "sanctions", "shooting"."""
    if not word.lemmas.isdisjoint(known.table.weak):
        return True
    noun = word.form in word.lemmas or word.form.endswith(known.table.plurals)
    return noun and not word.lemmas.isdisjoint(known.nouns)


def _placed(text: str, words: Sequence[Word], at: Sequence[int], parties: Sequence[Named]) -> list[Party]:
    """The parties by their words; `at` are the characters at which the words start."""
    found: list[Party] = []
    for party in sorted(parties):
        first = max(0, bisect_right(at, party.span.start) - 1)
        if at[first] + words[first].length <= party.span.start:
            first += 1
        last = bisect_left(at, party.span.end) - 1
        if first <= last:
            found.append(Party(first, last, party.key, proper=not party.span.cut(text).islower()))
    return found


def _told(span: Span, first: Word, hit: Hit, told: Roles, known: Lexicon) -> Told:
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
        weak=(hit.weight == 1 and _of_many_senses(first, known)) or _reaches_on(hit, known),
    )
