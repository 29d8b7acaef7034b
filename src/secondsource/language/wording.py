"""The small words that turn what a clause says: negation, passive agents, "about", clock times, who was told."""

from functools import cache

from msgspec import Struct

from secondsource.text.normalise import plain

from .pack import table

_LEAST_DENYING = 5
"""Letters of the shortest beginning of a denying word."""


class Wording(Struct, frozen=True, forbid_unknown_fields=True):
    """One language's words for comparing statements. All lower case; accents are folded when they are looked up."""

    empty: tuple[str, ...] = ()
    """Words that say nothing by themselves: articles, pronouns, auxiliaries, the commonest prepositions."""
    negators: tuple[str, ...] = ()
    """Words that negate the clause they stand in."""
    plain_negators: tuple[str, ...] = ()
    """Those of them that deny what is done, and not of everybody or everything: "not"."""
    leaning: tuple[str, ...] = ()
    """Words that may stand for a negation: "refuse", "without". Their clause agrees with a negated and a plain one."""
    reversing: tuple[str, ...] = ()
    """Words and phrases that turn their clause into its contrary where all else is the same: "refuse", "far from",
    "ruled … out" with other words between."""
    denying: tuple[str, ...] = ()
    """Words that are the contrary of their rest, behind the bar: "un|safe"; a trailing * stands for any ending."""
    hollow: dict[str, str] = {}
    """Verbs that say nothing beside another word of their clause: German "gibt" beside "es"."""
    speaking: tuple[str, ...] = ()
    """The first person as a subject: "we"."""
    spoken_to: tuple[str, ...] = ()
    """The first person as an object: "us"."""
    openers: tuple[str, ...] = ()
    """Words behind which, or at the start of the clause, a first person of either kind is the subject: « que nous »."""
    speaking_endings: tuple[str, ...] = ()
    """Endings of a verb close behind that tell such a subject: « nous achetons »."""
    not_negating: tuple[tuple[str, str], ...] = ()
    """A negator and a word behind it that soften the negation: "not only", "ne … que"."""
    expletive: tuple[str, ...] = ()
    """Negators that deny nothing by themselves behind some words: « avant qu'il *ne* parte »."""
    expletive_behind: tuple[str, ...] = ()
    """Those words."""
    even: tuple[str, ...] = ()
    """Words between a negator and a number that only bound the number: "not *even* ten minutes"."""
    agents: tuple[str, ...] = ()
    """Words that bring in the agent of a passive: "by"."""
    about: tuple[str, ...] = ()
    """Words by which a number is no more than near: "nearly", "some"."""
    shares: tuple[str, ...] = ()
    """What stands between two numbers that make a share: "six *in* ten"."""
    shares_apart: tuple[str, ...] = ()
    """The same behind the thing that is counted: "six samples *out of* ten"."""
    clock: tuple[str, ...] = ()
    """Words behind a number that make it a time of day: "Uhr"."""
    multiples: dict[str, float] = {}
    """Words that say how many times: "twice"."""
    multiple_ends: tuple[str, ...] = ()
    """Ends that make such a word of a numeral: „hundertfach“."""
    coordinators: tuple[str, ...] = ()
    """Words that set two parties side by side: "and"."""
    joints: tuple[str, ...] = ()
    """Words that may join two clauses of one sentence: "and", "but"."""
    subordinators: tuple[str, ...] = ()
    """Words that open a subordinate clause: "that", « qui »."""
    comparing: str = ""
    """The word in front of the second side of a comparison: "than"."""
    comparatives: tuple[str, ...] = ()
    """Where that word means other things as well, the words behind which it compares: « plus … *que* »."""
    passive: tuple[str, ...] = ()
    """Auxiliaries of the passive: "was"."""
    objects: tuple[str, ...] = ()
    """Words that mark what follows as an object: German "den"."""
    verb_last: bool = False
    """Whether a verb may stand behind both its parties: German "der Hund habe den Wolf gejagt"."""
    object_first: bool = False
    """Whether a pronoun that is the object stands in front of its verb: « on nous a dit »."""
    particles: tuple[str, ...] = ()
    """Words that stand apart from their verb and change its meaning: "tear *down*", "reißt … *ab*"."""
    own: tuple[str, ...] = ()
    """Words by which a page says that its own reporter was told: "told me"."""
    media: tuple[str, ...] = ()
    """Words for a programme or paper that was told: "told Austrian radio"."""


class Small(Struct, frozen=True):
    """A language's table made ready for look-up by folded word."""

    empty: frozenset[str]
    negators: frozenset[str]
    plain_negators: frozenset[str]
    leaning: frozenset[str]
    reversing: dict[str, tuple[tuple[tuple[str, ...], bool], ...]]
    """By their first word: the words of each phrase, and whether others may stand between them."""
    denying: dict[str, int]
    """Without their bars, how long what stands before the bar is; a beginning keeps its *."""
    hollow: dict[str, str]
    speaking: frozenset[str]
    spoken_to: frozenset[str]
    openers: frozenset[str]
    speaking_endings: tuple[str, ...]
    not_negating: frozenset[tuple[str, str]]
    expletive: frozenset[str]
    expletive_behind: frozenset[str]
    even: frozenset[str]
    agents: frozenset[str]
    about: frozenset[str]
    shares: frozenset[str]
    shares_apart: frozenset[str]
    clock: frozenset[str]
    multiples: dict[str, float]
    multiple_ends: tuple[str, ...]
    coordinators: frozenset[str]
    joints: frozenset[str]
    subordinators: frozenset[str]
    comparing: str
    comparatives: frozenset[str]
    passive: frozenset[str]
    objects: frozenset[str]
    verb_last: bool
    object_first: bool
    particles: frozenset[str]
    own: frozenset[str]
    media: frozenset[str]


@cache
def wording(code: str) -> Small:
    """The table of a language; an empty one where it has none."""
    words = table(code, "wording", Wording) or Wording()
    return Small(
        empty=_folded(words.empty),
        negators=_folded(words.negators),
        plain_negators=_folded(words.plain_negators),
        leaning=_folded(words.leaning),
        reversing=_by_first_word(words.reversing),
        denying={plain(word).replace("|", ""): len(plain(word.split("|")[0])) for word in words.denying},
        hollow={plain(verb): plain(beside) for verb, beside in words.hollow.items()},
        speaking=_folded(words.speaking),
        spoken_to=_folded(words.spoken_to),
        openers=_folded(words.openers),
        speaking_endings=words.speaking_endings,
        not_negating=frozenset((plain(one), plain(other)) for one, other in words.not_negating),
        expletive=_folded(words.expletive),
        expletive_behind=_folded(words.expletive_behind),
        even=_folded(words.even),
        agents=_folded(words.agents),
        about=_folded(words.about),
        shares=_folded(words.shares),
        shares_apart=_folded(words.shares_apart),
        clock=_folded(words.clock),
        multiples={plain(word): times for word, times in words.multiples.items()},
        multiple_ends=tuple(sorted(map(plain, words.multiple_ends), key=lambda each: (-len(each), each))),
        coordinators=_folded(words.coordinators),
        joints=_folded(words.joints),
        subordinators=_folded(words.subordinators),
        comparing=words.comparing,
        comparatives=_folded(words.comparatives),
        passive=_folded(words.passive),
        objects=_folded(words.objects),
        verb_last=words.verb_last,
        object_first=words.object_first,
        particles=_folded(words.particles),
        own=_folded(words.own),
        media=_folded(words.media),
    )


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(plain(word) for word in words)


def _by_first_word(phrases: tuple[str, ...]) -> dict[str, tuple[tuple[tuple[str, ...], bool], ...]]:
    table: dict[str, tuple[tuple[tuple[str, ...], bool], ...]] = {}
    for phrase in phrases:
        words = tuple(plain(word) for word in phrase.split() if word != "…")
        table[words[0]] = (*table.get(words[0], ()), (words, "…" in phrase))
    return table


def contrary(word: str, code: str) -> str | None:
    """What a folded word is the contrary of by its beginning: "safe" for "unsafe"; None for other words."""
    known = wording(code).denying
    keys = (word, *(f"{word[:length]}*" for length in range(len(word), _LEAST_DENYING - 1, -1)))
    found = next((known[key] for key in keys if key in known), None)
    return None if found is None else word[found:]
