"""To whom a deed is done: the object of a verb, and the doer of a passive."""

from collections.abc import Sequence

from secondsource.language.deeds import Deeds

from .parse import Hit, Word, is_stop
from .party import Party, are_joined, before_articles, is_genitive

ALONE = frozenset({"AGREE", "REJECT", "THREATEN", "RETREAT", "PROTEST"})
"""Types whose deed is told by its actor alone: agreed to, refused to."""
_OF_OWNER = frozenset({"CONSULT", "REQUEST", "COOPERATE"})
"""Types that are done to what is owned, not to its owner: "urged Velmond's allies". A reproach to Velmond's launch is
one to Velmond."""
OWNING = frozenset({"'s", "'", "’"})
"""Signs of a genitive behind a name."""
_IN_PERSON = frozenset({"CONSULT", "CONCEDE", "COOPERATE"})
"""Types whose object is a party itself, not what is called after one: "discussed the Velmond tax law". A Velmond offer,
however, is accepted or rejected of Velmond."""
_DONE_TO_PEOPLE = frozenset({"COERCE", "ASSAULT", "ACCUSE"})
"""Types that are done to somebody, not to where he is from."""
_MADE_TO = frozenset({"COERCE", "REQUEST"})
"""Types whose infinitive has their object for a subject: "forced Meere to", not "forced the keepers to shoot Meere"."""
_HARMFUL = frozenset({"COERCE", "ASSAULT", "SANCTION", "ACCUSE"})
"""Types whose purpose is not the one they are done to: "seized a ship to help Velmond"; aid is given
to him whom it is to help."""
_FRIENDLY = frozenset({"SUPPORT", "AID", "COOPERATE", "CONCEDE", "AGREE", "REQUEST"})
"""Types that are not done to those against whom something is: "defended its sanctions against Velmond"."""
_DIRECT = _HARMFUL | {"SUPPORT", "REJECT", "REQUEST", "CONCEDE", "AID"}
"""Types whose object no aside preposition leads to: "sagt die Messe wegen des Sturms ab"."""
_BLAMED = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT"})
"""Types that are done to the doer of what they are about: "investigates crimes committed by Velmond"."""
_WITH_CLAUSE = frozenset({"AGREE", "REJECT"})
"""Types behind which a clause may stand without "that": "promised Orsoni would stay", "denied the two men had met"."""
_TOWARDS = frozenset({"ASSAULT", "MOBILIZE", "PROTEST", "CONSULT"})
REACH = 18
"""Words from the deed within which a party is looked for."""
_BEFORE_VERB = 8
"""Words between an object and the verb that closes its clause."""
_ATTRIBUTES = 2
"""Words between a number and what it counts."""
_TOWN_OF = 3
"""Words before a town that the words for it lead to: the city of."""
_DASHES = frozenset("–—")
_BEHIND_MARK = 5
"""Words behind "to" within which a party is its own: "handed the files to the new council"."""
_BEHIND_LINK = 6
"""The same behind a deed that ends in its preposition: "went to the town"."""


def object_of(words: Sequence[Word], hit: Hit, right: Sequence[Party], table: Deeds) -> tuple[str, ...]:
    """The first party behind the verb, before a new clause opens, with those joined to it; the deed's own words may
    open one ("demanded that Hamas …")."""
    if not right:
        return ()
    ends = hit.pattern.places[-1]
    if hit.weight > 1 and ends and not ends.isdisjoint(table.links):
        right = [party for party in right if party.first - hit.last <= _BEHIND_LINK]
    if hit.pattern.code in _WITH_CLAUSE and right and _opens_clause(words, right[0], table):
        return ()
    if hit.pattern.code == "AGREE" and right and _is_promised(words, right[0]):
        return ()
    if hit.pattern.code == "THREATEN" and _names_danger(words, hit, table):
        right = [party for party in right if party.first < hit.last]
    if hit.pattern.code in _FRIENDLY:
        right = [party for party in right if not _is_opposed(words, hit, party, table)]
    if hit.last > hit.first and words[hit.last].form in table.infinitive_marks and hit.pattern.code in ALONE:
        right = [party for party in right if _is_own(words, hit, party, table)]
    if hit.pattern.code in _MADE_TO and None in hit.pattern.places and words[hit.last].form in table.infinitive_marks:
        right = [party for party in right if party.first < hit.last]
    if hit.pattern.code in _TOWARDS and right and _starts_out(words, hit, right[0], table):
        return ()
    if hit.pattern.code in _IN_PERSON and right and is_modifier(words, right[0], table):
        return ()
    if hit.pattern.code in _OF_OWNER and right and _is_owner(words, right[0]):
        return ()
    if hit.pattern.code in _HARMFUL:
        right = [party for party in right if not _behind_infinitive(words, hit, party, table)]
    if hit.pattern.code == "REQUEST":
        right = [party for party in right if not _is_passed_over(words, hit, party, table)]
        right = [party for party in right if not _behind_infinitive(words, hit, party, table)]
    right = [party for party in right if not _is_aside(words, hit, party, table)]
    right = [party for party in right if not (is_modifier(words, party, table) and _is_of(words, party, table))]
    if hit.pattern.code in _IN_PERSON:
        right = [party for party in right if not _owns_noun(words, hit, party, table)]
    right = [party for party in right if not _is_home(words, hit, party, table)]
    whom = [party for party in right if not _is_where(words, hit, party, table)]
    return _first_of(words, (hit.first, hit.last), whom, table) or _first_of(words, (hit.first, hit.last), right, table)


def _names_danger(words: Sequence[Word], hit: Hit, table: Deeds) -> bool:
    """Whether the words end in what leads to the thing warned of, not to the one warned: "warned that Velmond"."""
    ends = words[hit.last].form
    return hit.weight > 1 and (ends in table.clause_openers or ends in table.owners or ends in table.opposing)


def _is_opposed(words: Sequence[Word], hit: Hit, party: Party, table: Deeds) -> bool:
    """Whether a party is the one against whom something is done ("backed the war against Velmond"), or belongs to the
    doer's own thing, behind its preposition ("defended its handling of Velmond")."""
    before = before_articles(words, party, table, hit.last)
    if before <= hit.last:
        return False
    form, opening = words[before].form, words[hit.last + 1].form
    own = opening in table.possessives and before > hit.last + 1
    return form in table.opposing or (own and form in table.owners | table.links)


def _is_aside(words: Sequence[Word], hit: Hit, party: Party, table: Deeds) -> bool:
    """Whether a preposition behind the deed leads to a party that is no object: one of another participle's doer
    ("joined a march led by Velmond"), or one that no object of the type has."""
    before = before_articles(words, party, table, hit.first)
    if before <= hit.first or before == hit.last:
        return False
    while before > hit.last + 1 and words[before].form in table.attributes:
        before -= 1
    if table.passives_behind and is_genitive(words, party, table) and _is_led_noun(words, party, table):
        return True
    form = words[before].form
    if form in table.governing - table.betweens and before > hit.last:
        return True
    if form in table.agents and hit.pattern.code not in _BLAMED:
        return words[before - 1].form.endswith((*table.pasts, *table.adjectival))
    return form in table.asides and hit.pattern.code in _DIRECT


def _is_led_noun(words: Sequence[Word], party: Party, table: Deeds) -> bool:
    """Whether a preposition leads to the noun that a party owns: "droht mit Einsatz der Armee"."""
    noun = party.first - 2
    return noun > 0 and words[noun - 1].form in table.links


def _is_of(words: Sequence[Word], party: Party, table: Deeds) -> bool:
    """Whether a name that tells which noun is meant stands behind an "of": "backed rounds of Velmond sanctions"."""
    return party.first > 1 and words[party.first - 1].form in table.owners - table.agents - table.origins


def _is_promised(words: Sequence[Word], party: Party) -> bool:
    """Whether a party is counted and no name: what is promised, and no partner of a promise ("60 new inspectors")."""
    ahead = range(max(0, party.first - _ATTRIBUTES), party.first + 1)
    return not party.proper and any(words[at].form[:1].isdigit() for at in ahead)


def _is_passed_over(words: Sequence[Word], hit: Hit, party: Party, table: Deeds) -> bool:
    """Whether a party is not who is asked: it is to suffer what is asked for ("called for the men to be freed"), or
    stands behind the "must" that tells what another must do."""
    last = hit.pattern.places[-1]
    if hit.weight > 1 and last is not None and last <= table.doubts:
        return party.first > hit.last
    ahead = [words[i].form for i in range(party.last + 1, min(len(words), party.last + 4))]
    return bool(ahead) and ahead[0] in table.infinitive_marks and any(form in table.passives for form in ahead)


def _is_home(words: Sequence[Word], hit: Hit, party: Party, table: Deeds) -> bool:
    """Whether a place only tells where somebody comes from: "arrested a man from Corvane"."""
    before = party.first - 1
    return (
        party.place
        and before > hit.last + 1
        and hit.pattern.code in _DONE_TO_PEOPLE
        and words[before].form in table.origins - table.agents
    )


def _owns_noun(words: Sequence[Word], hit: Hit, party: Party, table: Deeds) -> bool:
    """Whether what the deed is done to is a noun that belongs to the party: "met the envoy of Velmond"."""
    before = before_articles(words, party, table, hit.last)
    if before <= hit.last + 1 or words[before].form not in table.owners - table.agents - table.betweens:
        return False
    return words[before].form not in table.origins and words[before - 1].form not in table.portions


def _is_where(words: Sequence[Word], hit: Hit, party: Party, table: Deeds) -> bool:
    """Whether a preposition of place leads to a party behind a deed that does not end in one: "clashed in Corvane with
    the army"."""
    before = before_articles(words, party, table, hit.first)
    if not party.place or before <= hit.first or before == hit.last:
        return False
    return words[before].form in table.places


def object_before(words: Sequence[Word], at: int, left: Sequence[Party], table: Deeds) -> tuple[str, ...]:
    """The object in front of a verb that closes its clause: "hat den Mann verurteilt"."""
    near = left[-1] if left else None
    if near is None or not near.first or words[near.first - 1].form not in table.obliques:
        return ()
    between = [words[i].form for i in range(near.last + 1, at)]
    return () if "," in between or len(between) > _BEFORE_VERB else (near.key,)


def _first_of(words: Sequence[Word], deed: tuple[int, int], right: Sequence[Party], table: Deeds) -> tuple[str, ...]:
    chosen: list[Party] = []
    for party in right:
        if chosen:
            if not are_joined(words, chosen[-1], party, table) or _opens_clause(words, party, table):
                break
        else:
            if _only_joined(words, deed[1], party, table):
                break
            if not party.proper and _linked_later(words, party, right, table):
                continue
            gap = range(deed[0] + 1, party.first)
            if len(gap) > REACH or any(is_stop(words[i]) for i in gap):
                break
            if any(words[i].form == "," for i in range(deed[1] + 1, party.first)):
                break
            if _leaves_clause(words, deed, party, table):
                break
        chosen.append(party)
    return tuple(dict.fromkeys(party.key for party in chosen))


def _starts_out(words: Sequence[Word], hit: Hit, party: Party, table: Deeds) -> bool:
    """Whether a party is only where a blow or a plan comes from: "fired a missile from Velmond"."""
    before = before_articles(words, party, table, hit.last)
    if before > hit.last and words[before].form in table.owners - table.origins and party.place:
        ahead = range(max(hit.last + 1, before - _TOWN_OF), before)  # "from the western town of Corvane"
        return any(words[i].form in table.origins - table.agents for i in ahead)
    return before > hit.last and words[before].form in table.origins


def _is_owner(words: Sequence[Word], party: Party) -> bool:
    """Whether what follows belongs to the party: "Velmond's allies"."""
    return party.last + 1 < len(words) and words[party.last + 1].form in OWNING


def _is_own(words: Sequence[Word], hit: Hit, party: Party, table: Deeds) -> bool:
    """Whether a party belongs to "agreed to" and the infinitive behind, not to what that one is done to."""
    return party.first - hit.last <= _BEHIND_MARK or words[party.first - 1].form in table.infinitive_marks


def _leaves_clause(words: Sequence[Word], deed: tuple[int, int], party: Party, table: Deeds) -> bool:
    """Whether another clause opens between a deed and a party: at a conjunction or question word, a dash, an infinitive
    ("released a video to show Velmond"), a participle behind its noun ("sent a letter accusing Velmond")."""
    object_named = deed[1] > deed[0] and not (words[deed[1]].form in table.links or words[deed[1]].form in table.onward)
    for at in range(deed[1] + 1, party.first):
        form, before = words[at].form, words[at - 1].form
        if form in _DASHES or form == before == "-" or form in table.questions:
            return True
        if form in table.clause_openers and not table.passives_behind:
            return True  # where verbs close the clause a comma stands before its openers, which may be articles
        if _goes_on(words, at, table):
            return True
        if form in table.infinitive_marks and party.first - at > _BEHIND_MARK:
            return True
        noun_before = (at > deed[1] + 1 or object_named) and before.isalpha() and before not in table.determiners
        noun_before = noun_before and before not in table.articles
        if noun_before and table.gerunds and form.endswith(table.gerunds):
            return True
    return False


def _behind_infinitive(words: Sequence[Word], hit: Hit, party: Party, table: Deeds) -> bool:
    """Whether a verb, behind "to", parts the two: "seized a ship *to benefit* Velmond"."""
    marks = (i for i in range(hit.last + 1, party.first - 1) if words[i].form in table.infinitive_marks)
    return any(words[i + 1].form not in table.determiners | table.articles for i in marks)


def _goes_on(words: Sequence[Word], at: int, table: Deeds) -> bool:
    """Whether a joiner leads to the next verb of the same subject: "rejected the offer and asked Velmond"."""
    if words[at].form not in table.joiners or words[at].form == "," or at + 1 == len(words):
        return False
    ahead = words[at + 1]
    regular = bool(table.pasts) and ahead.form.endswith(table.pasts)
    return bool(ahead.opens) and ahead.plain and (regular or ahead.form in table.irregular)


def is_modifier(words: Sequence[Word], party: Party, table: Deeds) -> bool:
    """Whether a name only tells which of the nouns right behind it: "the Velmond capital", "a Velmond law"."""
    if not table.behind_objects or not party.proper or party.last + 1 == len(words):
        return False
    return is_plain_noun(words[party.last + 1], table)


def is_plain_noun(word: Word, table: Deeds) -> bool:
    """Whether a word behind a name is none of those behind which the name is still the party itself."""
    if not word.form.isalpha() or not word.plain or word.form.endswith((*table.adverbs, *table.gerunds)):
        return False
    return word.form not in table.behind_names and word.form not in table.determiners


def _opens_clause(words: Sequence[Word], party: Party, table: Deeds) -> bool:
    """Whether the party is the subject of what is promised or said: "promised Orsoni would stay"."""
    ahead = words[party.last + 1].form if party.last + 1 < len(words) else ""
    verbal = any(ahead in forms for forms in (table.auxiliary_verbs, table.plans, table.doubts))
    verbal = verbal or ahead in _DASHES or ahead == "-"
    verbal = verbal or (bool(table.pasts) and ahead.endswith(table.pasts) and ahead not in table.irregular)
    return verbal and ahead not in table.onward and ahead not in table.negations


def _only_joined(words: Sequence[Word], deed: int, party: Party, table: Deeds) -> bool:
    """Whether nothing but a joiner stands between: in "which Meere supports and Deasy wants" nobody is supported;
    an article may follow it."""
    between = [words[i].form for i in range(deed + 1, party.first)]
    return bool(between) and between[0] in table.joiners and set(between[1:]) <= table.articles


def _linked_later(words: Sequence[Word], party: Party, right: Sequence[Party], table: Deeds) -> bool:
    """Whether a name follows that a preposition ties to the deed: “sent troops to Liberia” is done to Liberia."""
    later = next((other for other in right if other.first > party.last), None)
    if later is None or not later.proper or later.first - party.last > 8:
        return False
    between = range(party.last + 1, later.first)
    apart = [words[i].form for i in between]
    if not apart or any(is_stop(words[i]) for i in between):
        return False
    return apart[0] in table.links and table.infinitive_marks.isdisjoint(apart[:-_BEHIND_MARK])


def agent_behind(words: Sequence[Word], hit: Hit, right: Sequence[Party], table: Deeds) -> tuple[str, ...]:
    """The doer of a passive: "abducted by Velmond"; nobody where another preposition parts them ("struck by a wheel at
    the Velmond race")."""
    for at in range(hit.first + 1, min(len(words), hit.first + REACH)):
        if is_stop(words[at]) or (words[at].form in table.clause_openers and not table.passives_behind):
            break
        if words[at].form in table.agents:
            if _leads_verb(words, at + 1, right, table) or _is_of_participle(words, at - 1, hit, table):
                return ()
            doers = [party for party in right if party.first > at]
            if not doers or _is_parted(words, at, doers[0], table) or _is_owner(words, doers[0]):
                return ()  # "by Velmond's first astronaut"
            return _first_of(words, (at, at), doers, table)
    return ()


def _is_of_participle(words: Sequence[Word], at: int, hit: Hit, table: Deeds) -> bool:
    """Whether another participle stands before the "by": "allowed on a tour *sponsored* by Velmond"."""
    return at > hit.last and bool(table.pasts) and words[at].plain and words[at].form.endswith(table.pasts)


def _is_parted(words: Sequence[Word], at: int, party: Party, table: Deeds) -> bool:
    """Whether another preposition or a joiner stands between "by" and a party; not in "by the city of Corvane"."""
    ahead = range(at + 1, party.first)
    if party.place and words[party.first - 1].form in table.owners and len(ahead) <= _TOWN_OF:
        return False
    forms = [words[i].form for i in ahead]
    return not all(apart.isdisjoint(forms) for apart in (table.prepositions, table.owners, table.joiners))


def _leads_verb(words: Sequence[Word], at: int, right: Sequence[Party], table: Deeds) -> bool:
    """Whether a verbal noun follows "by", which tells how and not who: "by claiming that rebels"."""
    named = any(party.first <= at <= party.last for party in right)
    return at < len(words) and bool(table.gerunds) and words[at].form.endswith(table.gerunds) and not named


def agent_before(words: Sequence[Word], left: Sequence[Party], table: Deeds) -> tuple[str, ...]:
    """The doer of a passive in a language that closes its clauses with the verb: "vom Gericht verurteilt worden"."""
    if not table.passives_behind:
        return ()
    return tuple(party.key for party in left if _is_agent(words, party, table))[-1:]


def _is_agent(words: Sequence[Word], party: Party, table: Deeds) -> bool:
    """Whether the preposition of a passive's doer leads to a party: "von der Polizei"."""
    before = before_articles(words, party, table, 0)
    return before >= 0 and words[before].form in table.agents
