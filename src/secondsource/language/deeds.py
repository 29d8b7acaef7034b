"""Deeds: the words by which a language tells who did what to whom, with PLOVER's types.

Types, and the rule that a promised cooperation is an agreement and an announced hostility a threat: the public PLOVER
definitions (https://github.com/openeventdata/PLOVER). The patterns are written for this project.
"""

from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from itertools import chain

from msgspec import Struct

from .pack import table

COOPERATIVE = ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT")
CONFLICTUAL = (
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)
CODES = COOPERATIVE + CONFLICTUAL
IDIOM = ""
"""The code of a pattern that tells no deed."""
_SHORTEST_BASE = 5
"""Letters of a verb that parts from its particle, at least: ab|sagen, not ein|igen."""
_BEFORE_PARTICIPLES, _WITHIN_INFINITIVES = "ge", "zu"
"""What German puts before a participle's stem, and between particle and infinitive."""


class Deed(Struct, frozen=True):
    """Patterns of one type.

    A pattern is a row of lemmas, `a|b` for either, `~` for a gap of up to eight words inside the clause, `~ ~` for
    twice as many. `verbs` open with a verb, `nouns` with a noun that names the deed itself. Where verbs close the
    clause, `a + b` is a thing and its verb, in either order.
    """

    code: str
    mode: str | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


class Deeds(Struct, frozen=True, dict=True):
    """One language's table."""

    deeds: tuple[Deed, ...]
    irregular: dict[str, str] = {}
    """Form to lemma, where the endings do not tell."""
    endings: tuple[tuple[str, str], ...] = ()
    """Ending and what replaces it to give a lemma; all are tried, the lexicon decides."""
    separable: tuple[str, ...] = ()
    """Particles that part from their verb, longest first: "lehnte … ab"."""
    negations: frozenset[str] = frozenset()
    """Words that deny the verb they stand before."""
    plans: frozenset[str] = frozenset()
    """Words or rows of words before a verb that make it a plan: will, intend to."""
    ongoing: frozenset[str] = frozenset()
    """Verb forms before "to" that make the deed behind it no plan: continued to send."""
    failing: frozenset[str] = frozenset()
    """Verb forms before "to" that deny the deed behind it: failed to send."""
    doubts: frozenset[str] = frozenset()
    """Words before a verb that make it a supposition: if, may, could."""
    passives: frozenset[str] = frozenset()
    """Forms of the auxiliary of the passive."""
    agents: frozenset[str] = frozenset()
    """Prepositions before the doer of a passive."""
    links: frozenset[str] = frozenset()
    """Prepositions before the one it is done to, with verb nouns and verbs alike: on, against, to, with."""
    owners: frozenset[str] = frozenset()
    """Prepositions before the doer of a verb noun: of, by."""
    breaks: frozenset[str] = frozenset()
    """Words that open a new clause: who, which, that, while."""
    determiners: frozenset[str] = frozenset()
    """Words that make the next one a noun: the, its, new."""
    articles: frozenset[str] = frozenset()
    """Words that may stand between a preposition and its name."""
    joiners: frozenset[str] = frozenset()
    """What joins two parties: and, a comma."""
    participles: tuple[str, ...] = ()
    """Endings of the passive participle."""
    plurals: tuple[str, ...] = ()
    """Endings that a verb form shares with a plural noun."""
    auxiliaries: frozenset[str] = frozenset()
    """Words that make the next one a verb."""
    auxiliary_verbs: frozenset[str] = frozenset()
    """Those of them that stand between a subject and its verb."""
    adverbs: tuple[str, ...] = ()
    """Endings of adverbs."""
    relatives: frozenset[str] = frozenset()
    """Relative pronouns."""
    owning_relatives: frozenset[str] = frozenset()
    """Those of them behind which a noun is the subject: whose."""
    finite: frozenset[str] = frozenset()
    """Finite forms of auxiliaries, each of which has a subject of its own or shares one: was, would."""
    pronouns: frozenset[str] = frozenset()
    """Personal pronouns of the subject."""
    plain: frozenset[str] = frozenset()
    """Lemmas that are deeds only where no preposition stands before the other party: "received the envoy", not
    "received treatment in Velmond"."""
    causes: frozenset[str] = frozenset()
    """Verb forms that make their object do what the infinitive behind it says: forced, asked."""
    objectless: frozenset[str] = frozenset()
    """Lemmas that are deeds only without an object: "demonstrated in Velmond", not "demonstrated its strength"."""
    sports: frozenset[str] = frozenset()
    """Forms that make a sentence one about a game, in which nobody is attacked or punished: innings, playoffs."""
    withs: frozenset[str] = frozenset()
    """Prepositions behind which a verbal noun may have an attribute: "with heavy fighting"."""
    origins: frozenset[str] = frozenset()
    """Prepositions before where a blow comes from or under whom it falls, not whom it hits: from, under."""
    possessives: frozenset[str] = frozenset()
    """Possessive pronouns, by which what is said to be done is the speaker's own: "said its forces withdrew"."""
    thing_pronouns: frozenset[str] = frozenset()
    """Those of `pronouns` that mean no person: it."""
    own_pronouns: frozenset[str] = frozenset()
    """Those of `pronouns` that mean whoever speaks or is spoken to, and nobody named in the sentence: we."""
    obliques: frozenset[str] = frozenset()
    """Articles and possessives in an oblique case, behind which a party cannot be a subject: "seinen Vater"."""
    object_pronouns: frozenset[str] = frozenset()
    """Personal pronouns of the object alone: him, them."""
    reflexives: frozenset[str] = frozenset()
    """Pronouns that make what looks like a passive an active: "se sont engagés"."""
    weak: frozenset[str] = frozenset()
    """Lemmas of many senses, which are deeds only where both parties are named."""
    places: frozenset[str] = frozenset()
    """Prepositions before the place of a deed."""
    concerns: frozenset[str] = frozenset()
    """Prepositions before what a reproach is about, which is not the one reproached."""
    lights: frozenset[str] = frozenset()
    """Verb forms whose object names what their subject does: announced, launched."""
    gains: frozenset[str] = frozenset()
    """Prepositions before those for whom a thing is: for."""
    onward: frozenset[str] = frozenset()
    """Words by which one deed governs the next: to, that."""
    before_nouns: frozenset[str] = frozenset()
    """Prepositions behind which only an infinitive is a verb: "conférence de presse", "refuse de céder"."""
    infinitives: tuple[str, ...] = ()
    """Endings of the infinitive."""
    adjectival: tuple[str, ...] = ()
    """Endings of participles that say nothing of a doer without an auxiliary: "les médailles dérobées"."""
    mishaps: frozenset[str] = frozenset()
    """Lemmas of what befalls people without anybody's doing as well: kill, injure, destroy."""
    contests: frozenset[str] = frozenset()
    """Forms that make a fight one of votes or goals: votes, points, match."""
    portions: frozenset[str] = frozenset()
    """Nouns that name so many of what follows: "thousands of soldiers" are soldiers."""
    pasts: tuple[str, ...] = ()
    """Endings of the regular past, by which a party is the subject of what follows: "and Velmond responded"."""
    gerunds: tuple[str, ...] = ()
    """Endings of the verbal noun, whose doer the clause need not name: "fined for insulting the judges"."""
    passives_behind: frozenset[str] = frozenset()
    """Forms of the passive's auxiliary that close the clause: worden."""
    always_aimed: frozenset[str] = frozenset()
    """Lemmas that always have an object: a participle of theirs without one is a passive ("eight people killed in")."""
    times: frozenset[str] = frozenset()
    """Words of time that may stand right behind a verb or its object: yesterday, Monday, last."""
    behind_passives: frozenset[str] = frozenset()
    """Words that open no object behind such a participle: in, during."""
    bounds: frozenset[str] = frozenset()
    """Words behind a preposition that make it part of a number: at least."""
    ways: frozenset[str] = frozenset()
    """Prepositions behind which no object of the verb before stands any more: "a letter to the aid team"."""
    questions: frozenset[str] = frozenset()
    """Words that open a question inside a sentence: whether, how."""
    infinitive_subjects: frozenset[str] = frozenset()
    """Prepositions before the subject of an infinitive: for the court to rule."""
    infinitive_marks: frozenset[str] = frozenset()
    """Words before an infinitive: to."""
    behind_objects: frozenset[str] = frozenset()
    """Words besides prepositions, conjunctions and adverbs behind which a name is still the object itself: people
    ("Velmond officials"), verbs, small words. Empty where names do not stand before their nouns."""
    betweens: frozenset[str] = frozenset()
    """Prepositions before two sides: between."""
    tolls: tuple[str, ...] = ()
    """What opens a clause that says what a happening cost, by which a reader knows it: the attack that left."""
    custody: dict[str, tuple[str, ...]] = {}
    """What is done to people whom no report need name, by kind: arrest, charge, sentence, acquit. Forms as written, "~"
    for what stands between the parts of a verb."""
    indefinite: frozenset[str] = frozenset()
    """Indefinite articles of the singular: a, einen."""
    single: frozenset[str] = frozenset()
    """Definite articles that stand before one person: the, den."""
    reports: frozenset[str] = frozenset()
    """Verb forms behind which a clause with a subject of its own opens: said, confirmed."""
    idioms: tuple[str, ...] = ()
    """Patterns that look like a deed and tell none: captured on film, launched a product."""
    attributes: frozenset[str] = frozenset()
    """Words that stand between a preposition and a name without an article: in *northern* Velmond, of *former* Vale."""
    governing: frozenset[str] = frozenset()
    """Prepositions besides `links`, `owners` and `places` behind which a name is no subject: across, despite."""
    examples: frozenset[str] = frozenset()
    """Words of which two lead to an example: such as."""
    opposing: frozenset[str] = frozenset()
    """Prepositions before those whom no friendly deed is done to: against."""
    asides: frozenset[str] = frozenset()
    """Prepositions before what no verb of a deed has for its object: wegen, devant."""
    pastimes: frozenset[str] = frozenset()
    """Words of sport and shows: a text full of them tells of no real attacks, visits and aid."""
    foreseers: frozenset[str] = frozenset()
    """Those whose warnings tell what they expect and threaten nobody: analysts, a report."""
    asks: frozenset[str] = frozenset()
    """Verb forms whose object does what the infinitive behind it says, if it is done at all: asked, required."""
    means: frozenset[str] = frozenset()
    """Verb forms whose object serves the infinitive behind it, which is done as well: used a crane to rescue."""
    attributive: tuple[str, ...] = ()
    """Endings of a participle that stands right before its noun, as in German: der beschädigt*e* Stützpunkt."""
    attacks: frozenset[str] = frozenset()
    """Lemmas that tell of an attack, be it one of words: attack."""
    spoken: frozenset[str] = frozenset()
    """Words of a sentence in which an attack is one of words: debate, tweeted."""

    @cached_property
    def prepositions(self) -> frozenset[str]:
        """Those before a party and those before a place."""
        return self.links | self.places

    @cached_property
    def leisure(self) -> frozenset[str]:
        """Words of games, and of sport and shows."""
        return self.sports | self.pastimes

    @cached_property
    def clause_openers(self) -> frozenset[str]:
        """Words that open a clause and join no two parties."""
        return self.breaks - self.joiners

    @cached_property
    def openers(self) -> frozenset[str]:
        """The same, and those that open a question."""
        return (self.breaks | self.questions) - self.joiners

    @cached_property
    def behind_names(self) -> frozenset[str]:
        """Words behind which a name is still the object itself, not the attribute of a noun."""
        small = self.auxiliary_verbs | self.negations | self.portions | self.times | self.pronouns
        return self.behind_objects | self.prepositions | self.breaks | self.joiners | self.agents | small

    @cached_property
    def no_nouns(self) -> frozenset[str]:
        """Words that are no noun of the singular in front of another noun."""
        verbal = self.auxiliaries | self.plans | self.doubts | self.causes
        return self.behind_names | self.determiners | self.links | self.times | self.object_pronouns | verbal


class Pattern(Struct, frozen=True):
    """One row of a deed, ready to match: for each place the lemmas that may stand there; None for a gap."""

    code: str
    mode: str | None
    noun: bool
    places: tuple[frozenset[str] | None, ...]
    weight: int
    """How many of its words are given."""
    second: frozenset[str]
    """What may stand at the next given place behind the first; empty for a pattern of one word."""
    parted: bool
    """Whether it ends in a particle that closes its clause."""


class Lexicon(Struct, frozen=True):
    """A language's patterns by first lemma, and every lemma that occurs in one."""

    language: str
    table: Deeds
    by_first: dict[str, tuple[Pattern, ...]]
    lemmas: frozenset[str]
    nouns: frozenset[str]
    """Lemmas that open a verb noun's pattern: their forms may be nouns."""


@cache
def lexicon(language: str | None) -> Lexicon | None:
    """The compiled table of a language; None where it has none."""
    deeds = table(language, "deeds", Deeds) if language else None
    if deeds is None:
        return None
    by_first: dict[str, list[Pattern]] = {}
    lemmas: set[str] = set()
    for deed in (Deed(IDIOM, verbs=deeds.idioms), *deeds.deeds):
        for noun, rows in ((False, deed.verbs), (True, deed.nouns)):
            for row in chain.from_iterable([_orders(row, deeds.separable) for row in rows]):
                pattern = _pattern(deed, row, deeds.separable, noun=noun)
                lemmas.update(lemma for place in pattern.places if place for lemma in place)
                for lemma in sorted(pattern.places[0] or ()):
                    by_first.setdefault(lemma, []).append(pattern)
    longest_first = {
        lemma: tuple(sorted(rows, key=lambda row: (-row.weight, row.noun))) for lemma, rows in by_first.items()
    }
    nouns = frozenset(lemma for lemma, rows in longest_first.items() if any(row.noun for row in rows))
    return Lexicon(language or "", deeds, longest_first, frozenset(lemmas), nouns)


def _pattern(deed: Deed, row: str, separable: tuple[str, ...], *, noun: bool) -> Pattern:
    places = _places(row)
    given = [place for place in places if place is not None]
    second = given[1] if len(given) > 1 else frozenset()
    parted = len(given) > 1 and places[-1] is not None and places[-1] <= frozenset(separable)
    return Pattern(deed.code, deed.mode, noun, places, len(given), second, parted)


def _orders(row: str, separable: tuple[str, ...]) -> Iterator[str]:
    """The rows that one stands for: a verb that parts from its particle, a thing before and behind its verb."""
    thing, plus, verb = row.partition(" + ")
    particle, base = _parted(verb if plus else row, separable)
    if plus:
        yield f"{thing} ~ {verb}"
        yield f"{base or verb} ~ {thing}"
    else:
        yield row
        if base:
            yield f"{base} ~ ~ {particle}"


def _parted(verb: str, separable: tuple[str, ...]) -> tuple[str, str]:
    """The particle and the verb that part from each other in a main clause; two empty strings where none do."""
    for particle in separable:
        base = verb.removeprefix(particle)
        if base != verb and len(base) >= _SHORTEST_BASE and base.isalpha():
            return particle, base
    return "", ""


def _places(row: str) -> tuple[frozenset[str] | None, ...]:
    return tuple(None if word == "~" else frozenset(word.split("|")) for word in row.split())


@lru_cache(maxsize=1 << 16)
def lemmas_of(word: str, language: str) -> frozenset[str]:
    """The lemmas of a language's lexicon that a lower-case word may be a form of; none for a language without one."""
    known = lexicon(language)
    if known is None:
        return frozenset()
    irregular = known.table.irregular.get(word)
    found = {word} & known.lemmas | _closing_lemmas(word, known)
    if irregular in known.lemmas:
        found.add(str(irregular))
    if irregular is not None or word in known.table.determiners:
        return frozenset(found)  # "des" is no form of "de"
    for ending, instead in known.table.endings:
        if not word.endswith(ending) or len(word) - len(ending) < 2:
            continue
        stem = word[: len(word) - len(ending)]
        for lemma in (stem + instead, stem[:-1] if not instead and stem[-1:] == stem[-2:-1] else ""):
            if lemma in known.lemmas:
                found.add(lemma)
    return frozenset(found)


def _closing_lemmas(word: str, known: Lexicon) -> set[str]:
    """The verbs of which a word is the form that closes a clause, as participle or infinitive with "zu": "abgelehnt",
    "abzulehnen", "gefordert"."""
    table = known.table
    found: set[str] = set()
    for particle in ("", *table.separable) if table.separable else ():
        rest = word.removeprefix(particle)
        if particle and (rest == word or len(rest) < _SHORTEST_BASE):
            continue
        found |= {particle + base for base in _bases(rest, table, behind_particle=bool(particle))} & known.lemmas
    return found


def _bases(form: str, table: Deeds, *, behind_particle: bool) -> Iterator[str]:
    """The infinitives that a form may stand for; behind a particle also as an infinitive, and as a participle without
    "ge"."""
    if form in table.irregular:
        yield table.irregular[form]
    if behind_particle:
        yield form
        yield form.removeprefix(_WITHIN_INFINITIVES)
    elif not form.startswith(_BEFORE_PARTICIPLES):
        return
    stem = form.removeprefix(_BEFORE_PARTICIPLES)
    if stem.endswith("t"):
        yield from (stem[:-1] + "en", stem[:-1] + "n")
    if stem.endswith("et"):
        yield stem[:-2] + "en"
