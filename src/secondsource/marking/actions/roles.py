"""Who did it, to whom, and whether it is told as done: read off the clause around a deed."""

from collections.abc import Sequence

from msgspec import Struct

from secondsource.language.deeds import Deeds
from secondsource.model.mark import Realis

from .closing import clause_start, is_inverted, parties_before, parties_behind
from .parse import Hit, Word, is_stop
from .party import Party, before_articles, is_governed
from .realis import realis_of
from .subject import pronoun_before, speaker_behind, subject_of
from .target import agent_before, agent_behind, object_before, object_of
from .trailing import is_trailing, subject_of_trailing

_BEFORE_NOUN = 3
"""Words between a party and the noun of its deed."""
_SIDES = 12
"""Words behind a noun within which the two sides of what it names stand."""


class Roles(Struct, frozen=True, gc=False):
    """What the clause tells of a deed. `actors` and `targets` are keys, in order of place."""

    actors: tuple[str, ...]
    targets: tuple[str, ...]
    realis: Realis
    passive: bool


def roles(words: Sequence[Word], hit: Hit, parties: Sequence[Party], table: Deeds) -> Roles:
    """The roles of one deed."""
    inside = [party for party in parties if hit.first <= party.first <= hit.last]
    left = [party for party in parties if party.last < hit.first]
    right = [party for party in parties if party.first > hit.last]
    passive = not hit.pattern.noun and _is_passive(words, hit.first, table)
    realis = realis_of(words, hit, parties, table)
    if passive and realis is Realis.PLANNED and _is_present(words, hit.first, table):
        realis = Realis.ASSERTED
    if hit.pattern.noun:
        actors, targets = _of_noun(words, hit, (left, inside + right), table)
        return Roles(actors, targets, realis, False)
    if not passive and _is_apposed(words, hit, table):
        return Roles((), (), realis, False)
    reduced = not passive and (_is_reduced_passive(words, hit, table) or _lacks_object(words, hit, left, table))
    behind = speaker_behind(words, hit.first, right)
    if behind:
        return Roles(behind, (), realis, False)
    subject = _subject(words, hit, left, table)
    pronoun = pronoun_before(words, hit.first, left, table)
    if pronoun:
        free = {
            party.key for party in left if _may_mean(pronoun, party, table) and not is_governed(words, party, table)
        }
        subject = tuple(free) if len(free) == 1 else ()
    if reduced:
        near = [party.key for party in left if party.last == hit.first - 1 and not _is_side(words, party, table)]
        return Roles(agent_behind(words, hit, right, table), tuple(near), realis, True)
    if passive:
        agents = agent_behind(words, hit, right, table) or agent_before(words, left, table)
        return Roles(agents, tuple(key for key in subject if key not in agents), realis, True)
    closed = parties_before(words, hit.first, left, table)
    closes = clause_start(words, hit.first, table) is not None
    if closed is None and not closes and is_inverted(words, hit.first, left, table):
        behind_verb = parties_behind(words, hit.first, inside + right, table)
        if behind_verb is not None:
            return Roles(behind_verb[0], behind_verb[1], realis, False)
    targets = () if closes and hit.weight == 1 else object_of(words, hit, inside + right, table)
    if closed is not None and not targets:
        return Roles(closed[0], closed[1], realis, False)
    targets = targets or object_before(words, hit.first, left, table)
    return Roles(tuple(key for key in subject if key not in targets), targets, realis, False)


def _subject(words: Sequence[Word], hit: Hit, left: Sequence[Party], table: Deeds) -> tuple[str, ...]:
    """Whose deed it is, as keys."""
    if left and left[-1].last < hit.first - 1 and is_trailing(words, hit.first, table):
        found = subject_of_trailing(words, hit.first, hit.pattern.code, left, table)
        return tuple(dict.fromkeys(party.key for party in found))
    return subject_of(words, hit.first, left, table)


def _may_mean(pronoun: str, party: Party, table: Deeds) -> bool:
    """Whether a pronoun can stand for a party: "it" for no person, "we" for nobody who is named."""
    if pronoun in table.own_pronouns:
        return False
    return not (party.person and pronoun in table.thing_pronouns)


def _is_passive(words: Sequence[Word], at: int, table: Deeds) -> bool:
    """A form of the passive's auxiliary right before a participle, adverbs between them allowed; in a language whose
    clauses close with their verb, anywhere in the clause."""
    form = words[at].form
    if not form.endswith(table.participles):
        return False
    if table.passives_behind and _auxiliary_in_clause(words, at, table.passives_behind):
        return True
    if table.passives_behind and _is_participle(form) and _auxiliary_in_clause(words, at, table.passives):
        return True
    for back in range(at - 1, max(-1, at - 4), -1):
        if words[back].form in table.passives:
            return not (back and words[back - 1].form in table.reflexives)
        adverbial = words[back].form in table.negations or words[back].form in table.auxiliary_verbs
        if not (adverbial or words[back].form.endswith(table.adverbs) or words[back].form in table.times):
            return False
    return False


def _is_reduced_passive(words: Sequence[Word], hit: Hit, table: Deeds) -> bool:
    """Whether a participle stands without its auxiliary, its doer behind it: "a letter signed by the judges"."""
    behind = words[hit.last + 1].form if hit.last + 1 < len(words) else ""
    return words[hit.first].form.endswith(table.participles) and behind in table.agents


def _is_apposed(words: Sequence[Word], hit: Hit, table: Deeds) -> bool:
    """Whether a participle behind a comma tells of the noun before it: "the logs, released yesterday, showed"."""
    if not hit.first or words[hit.first - 1].form != "," or words[hit.first].lemmas.isdisjoint(table.always_aimed):
        return False
    behind = words[hit.last + 1].form if hit.last + 1 < len(words) else ""
    return words[hit.first].form.endswith(table.participles) and (
        behind in table.times or behind in table.behind_passives
    )


def _lacks_object(words: Sequence[Word], hit: Hit, left: Sequence[Party], table: Deeds) -> bool:
    """Whether a participle right behind a party lacks the object that its verb always has: "eight people killed in
    Corvane", "Man arrested after a fire". A name behind another noun did it ("the girls Velmond kidnapped in May")."""
    party = next((one for one in left if one.last == hit.first - 1), None)
    word = words[hit.first]
    if party is None or word.lemmas.isdisjoint(table.always_aimed):
        return False
    if hit.weight > 1 and not _has_empty_gap(hit):
        return False
    if not word.form.endswith(table.participles) or word.form in table.always_aimed:
        return False
    before = words[party.first - 1].form if party.first else ""
    name = not words[party.last].plain  # "the girls Velmond kidnapped", but "200 Velmond girls kidnapped"
    if before in table.relatives or before in table.onward or (name and before.isalpha()):
        return False
    behind = hit.first + 1
    while behind < len(words) and words[behind].form.endswith(table.adverbs):
        behind += 1
    if behind == len(words) or is_stop(words[behind]) or words[behind].form == ",":
        return True
    if behind + 1 < len(words) and words[behind + 1].form in table.bounds:
        return False
    return words[behind].form in table.behind_passives or words[behind].form in table.times


def _has_empty_gap(hit: Hit) -> bool:
    """Whether the place of the object in a pattern is empty: "banned from", not "banned Velmond from"."""
    return None in hit.pattern.places and hit.last - hit.first == hit.weight - 1


def _is_present(words: Sequence[Word], at: int, table: Deeds) -> bool:
    """Whether the auxiliary of a German passive tells no plan: "wird verhaftet", but "soll verhaftet werden"."""
    return bool(table.passives_behind) and not _auxiliary_in_clause(words, at, table.plans - table.passives)


def _is_participle(form: str) -> bool:
    """Whether a German form behind "werden" is a participle: an infinitive makes a future of it."""
    return form.endswith("t") or "ge" in form[:-2]


def _auxiliary_in_clause(words: Sequence[Word], at: int, auxiliaries: frozenset[str]) -> bool:
    """Whether the passive's auxiliary stands in the clause of this word: "wurde am Kai verhaftet"."""
    for steps in (range(at + 1, len(words)), range(at - 1, -1, -1)):
        for i in steps:
            if words[i].form in auxiliaries:
                return True
            if is_stop(words[i]) or words[i].form == ",":
                break
    return False


def _of_noun(
    words: Sequence[Word], hit: Hit, sides: tuple[Sequence[Party], Sequence[Party]], table: Deeds
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A verb noun's parties: "Russia's attack on Ukraine", "an attack by Russia", "the US sanctioning of …"."""
    left, right = sides
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    two = _between_two(words, hit, right, table)
    if two:
        return two
    if left and _precedes(words, left[-1], hit.first, table):
        actors = (left[-1].key,)
    else:
        actors = _announcer(words, hit.first, left, table)
    for party in right:
        back = before_articles(words, party, table, hit.first)
        link = words[back].form if back >= hit.first else ""
        if party.first - hit.last > 10:
            break
        if not actors and _is_doer_of(words, hit, party, table):
            actors = (party.key,)
            continue
        if link in table.agents and not actors:
            actors = (party.key,)
        elif link in table.links and not targets:
            targets = (party.key,)
    return actors, tuple(key for key in targets if key not in actors)


def _announcer(words: Sequence[Word], at: int, left: Sequence[Party], table: Deeds) -> tuple[str, ...]:
    """Who does it by the verb in front: "Velmond *announced* the suspension of"."""
    back = at - 1
    while back > at - _BEFORE_NOUN and back > 0 and words[back].form in table.articles | table.times:
        back -= 1
    return subject_of(words, back, left, table) if back > 0 and words[back].form in table.lights else ()


def _is_doer_of(words: Sequence[Word], hit: Hit, party: Party, table: Deeds) -> bool:
    """Whether a genitive's article stands between a noun and its doer: "Angriff der Rebellen auf"."""
    genitive = table.owners & table.articles
    return party.first - 2 == hit.first and hit.last > party.last and words[party.first - 1].form in genitive


def _precedes(words: Sequence[Word], party: Party, at: int, table: Deeds) -> bool:
    """Whether a party stands close before a noun, with no clause and no preposition between: "Velmond's attack"."""
    between = range(party.last + 1, at)
    if len(between) > _BEFORE_NOUN or any(is_stop(words[i]) or words[i].form == "," for i in between):
        return False
    apart = (table.prepositions, table.articles, table.behind_objects)
    if any(_is_verb_form(words[i], table) for i in between):
        return False  # "Velmond welcomes the release of"
    return not any(words[i].form in forms for i in between for forms in apart)


def _is_verb_form(word: Word, table: Deeds) -> bool:
    """Whether a word in small letters before a noun is a verb with a subject of its own; no light one."""
    if not table.behind_objects or word.form in table.lights:
        return False
    return bool(word.opens) and word.plain and word.form not in word.lemmas


def _is_side(words: Sequence[Word], party: Party, table: Deeds) -> bool:
    """Whether a party is the second of two between which something goes on: "talks between Velmond and Corvane"."""
    before = [words[i].form for i in range(max(0, party.first - _SIDES), party.first)]
    while before and before[-1] in table.articles:
        before.pop()
    return bool(before) and before[-1] in table.joiners and any(form in table.betweens for form in before)


def _between_two(
    words: Sequence[Word], hit: Hit, right: Sequence[Party], table: Deeds
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The two sides of what goes on between them: "talks between Velmond and the Karven government"."""
    near = [party for party in right if party.first - hit.last <= _SIDES]
    if len(near) < 2 or not any(words[i].form in table.betweens for i in range(hit.first, near[0].first)):
        return None
    first, second = near[:2]
    joined = [words[i].form for i in range(first.last + 1, second.first)]
    if not joined or joined[0] not in table.joiners or not set(joined[1:]) <= table.articles:
        return None
    return (first.key,), (second.key,)
