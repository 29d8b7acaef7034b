"""Tables of personal names: the words around names by language, and given and family names for all languages."""

from functools import cache

from msgspec import Struct

from secondsource.text.sounds import sounded

from .pack import table

_LONGEST_SYLLABLE = 5
"""Letters of a syllable of a Korean or Chinese given name: Hyeok, Xiang."""


class Names(Struct, frozen=True, forbid_unknown_fields=True):
    """`names.toml` of one language. Long lists stand as words parted by white space, all in small letters."""

    function: str
    """Words that open a sentence with a capital and are no name, weekdays and months included."""
    honorifics: dict[str, str]
    """Forms of address with the gender they tell: `m`, `f` or nothing."""
    pronouns: dict[str, str]
    """Personal pronouns: `m`, `f`, `p` for plural, nothing where the form does not tell."""
    subject: frozenset[str]
    """Pronouns that can only be subjects: those that are resolved."""
    verbs: str
    """Frequent finite verb forms of speech and of having, being, willing: what makes a name before them a subject."""
    auxiliaries: str = ""
    """Those of `verbs` that things do as readily as people: has, is, shows."""
    past: tuple[str, ...] = ()
    """Endings of regular past forms."""
    adverbs: tuple[str, ...] = ()
    """Endings of adverbs of manner."""
    relatives: tuple[str, ...] = ()
    """Words after a comma that tell a person ("who")."""
    elisions: tuple[str, ...] = ()
    """Short words that elide before a vowel and an apostrophe."""
    plural: frozenset[str] = frozenset()
    """Plural pronouns that can only be subjects."""
    quantifiers: frozenset[str] = frozenset()
    """Words of quantity that stand for people before a verb: some, others."""
    impersonal: frozenset[str] = frozenset()
    """Words after a pronoun that show it names nobody ("il faut")."""
    copulas: frozenset[str] = frozenset()
    """Words after which an office is a predicate and no party ("as president", "became mayor")."""
    possessives: dict[str, str] = {}
    """Possessives: `m`, `f` for a person of that gender, `o` for a body or several people, nothing for any owner."""
    gendered: bool = False
    """Whether things have a grammatical gender, so that a company may be "she"."""
    unnoun: bool = False
    """Whether common nouns have capitals too, so that a capital proves no name."""
    stacked: bool = False
    """Whether nouns stand side by side, the last one the head: police officer, the Velmond Treaty."""
    bare_roles: bool = True
    """Whether what somebody is may open a sentence without an article: "Omwonende Fatima Bakkali"."""
    impersons: frozenset[str] = frozenset()
    """Articles that stand before no person's name: the."""
    family_plurals: tuple[str, ...] = ()
    """Ends of the plural of a family name: the Steinbergs."""
    called: frozenset[str] = frozenset()
    """Words between what somebody is and the name: a man *called* Errol."""
    wed: frozenset[str] = frozenset()
    """Verbs whose object is a person: he *married* Elsie Trew."""
    contracted: tuple[str, ...] = ()
    """Ends of finite verbs that hold a negation: n't."""
    saying: frozenset[str] = frozenset()
    """Verb forms that say on what another verb said: adding."""
    infinitives: tuple[str, ...] = ()
    """Ends of infinitives, which behind "of" name nobody: « demander aux clients de payer »."""
    not_infinitives: tuple[str, ...] = ()
    """Ends of nouns that look like those: « quartier »."""
    doubled: frozenset[str] = frozenset()
    """Pronouns of one woman that mean several people as well: sie."""
    singular: tuple[str, ...] = ()
    """Ends of the verb by which such a pronoun is one woman."""
    not_singular: tuple[str, ...] = ()
    """Ends by which it is several people."""
    negating: frozenset[str] = frozenset()
    """Words of negation between a pronoun and its verb."""
    resuming: frozenset[str] = frozenset()
    """Words before a pronoun that goes on with the subject of the main clause."""


class GivenNames(Struct, frozen=True, forbid_unknown_fields=True):
    """`_all/given_names.toml`: names of all languages, parted by white space."""

    male: str
    female: str
    either: str
    family_first: str
    particles: str
    suffixes: tuple[str, ...]
    honours: tuple[str, ...] = ()
    short: str = ""
    """Given names with their short forms, one line each."""
    bodies: tuple[str, ...] = ()
    """Ends of German nouns of bodies, which no family name has behind "von der"."""
    addresses: frozenset[str] = frozenset()
    """Forms of address with which a name begins wherever they stand."""
    trades: tuple[str, ...] = ()
    """Ends of English words for what somebody is."""


@cache
def names(code: str) -> Names | None:
    """The words around names in a language; None without such a table."""
    return table(code, "names", Names)


@cache
def stand_ins(code: str) -> frozenset[str]:
    """Words of a language that may mean a party without naming it: pronouns of the subject, words of quantity."""
    pack = names(code)
    return pack.subject | pack.plural | pack.quantifiers if pack is not None else frozenset()


@cache
def plural_stand_ins(code: str) -> frozenset[str]:
    """Those of them that mean several people: they, some."""
    pack = names(code)
    return pack.plural | pack.quantifiers if pack is not None else frozenset()


@cache
def genders() -> dict[str, str]:
    """Given name in small letters to `m`, `f` or "" (either)."""
    lists = _given()
    known = dict.fromkeys(lists.male.casefold().split(), "m")
    for name in lists.female.casefold().split():
        known[name] = "" if known.get(name) == "m" else "f"
    return known | dict.fromkeys(lists.either.casefold().split(), "")


@cache
def short_forms() -> frozenset[frozenset[str]]:
    """Every pair of a given name and one of its short forms, as they sound."""
    lines = (line.split() for line in _given().short.casefold().splitlines() if line)
    return frozenset(frozenset((sounded(full), sounded(short))) for full, *shorts in lines for short in shorts)


@cache
def family_first() -> frozenset[str]:
    """Family names in small letters that stand before the given name."""
    return frozenset(_given().family_first.casefold().split())


@cache
def particles() -> frozenset[str]:
    """Small words inside family names."""
    return frozenset(_given().particles.casefold().split())


@cache
def bodies() -> tuple[str, ...]:
    """Ends of words that tell to whom somebody belongs, not what he is called: "von der Universität"."""
    return _given().bodies


@cache
def addresses() -> frozenset[str]:
    """Forms of address in small letters with which a name begins wherever they stand: Mr, Madame."""
    return _given().addresses


@cache
def trades() -> tuple[str, ...]:
    """Ends of English words for what somebody is: backbencher, actor, ethologist, comedian, resident, actress."""
    return _given().trades


@cache
def suffixes() -> frozenset[str]:
    """What may follow a family name: Jr, III."""
    return frozenset(word.casefold() for word in _given().suffixes)


@cache
def honours() -> frozenset[str]:
    """Letters behind a name that are no part of it: KC, MP."""
    return frozenset(_given().honours)


def family_and_given(keys: tuple[str, ...]) -> tuple[str, str]:
    """The family name with its particles, and the first given name; Chinese and Korean names the other way round."""
    core = tuple(key for key in keys if key not in suffixes()) or keys
    if len(core) == 1:
        return core[0], ""
    if len(core) <= 3 and core[0] in family_first():
        if _are_syllables(core[1:]):
            return core[0], "-".join(core[1:])  # Kim Jong Un as Kim Jong-un
        if core[0] not in genders():
            return core[0], core[1]
    begin = len(core) - 1
    while begin > 1 and core[begin - 1] in particles():
        begin -= 1
    return " ".join(core[begin:]), core[0]


def _are_syllables(keys: tuple[str, ...]) -> bool:
    """Whether these are the two syllables of a given name, in one word or in two: Jong-un, Jong Un."""
    syllables = "-".join(keys).split("-")
    short = all(key.isalpha() and len(key) <= _LONGEST_SYLLABLE for key in syllables)
    return len(syllables) == 2 and short and genders().keys().isdisjoint((*keys, *syllables))


def middle(keys: tuple[str, ...]) -> str:
    """The initials between the given and the family name: "hw" for George H.W. Bush; empty without any."""
    core = tuple(key for key in keys if key not in suffixes())
    if len(core) < 3 or core[0] in family_first():
        return ""
    between = "".join(core[1:-1]) if any("." in key for key in core[1:-1]) else ""
    return "".join(char for char in between if char.isalpha()) if all(len(p) <= 2 for p in between.split(".")) else ""


@cache
def _given() -> GivenNames:
    lists: GivenNames | None = table("_all", "given_names", GivenNames)
    assert lists is not None
    return lists
