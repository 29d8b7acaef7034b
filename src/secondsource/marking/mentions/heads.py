"""Which words for offices, roles, bodies and data are the head of a phrase, which only lead to one; whose a body is,
and how a body of a state is called."""

from collections import Counter

from secondsource.language import places as place_tables

from .find import Item
from .index import Index
from .lexicon import TITLES, Sort, function_words, verbs

_HEADS = frozenset({Sort.OFFICE, Sort.ROLE, Sort.MINISTRY, Sort.BODY, Sort.DATA, Sort.GOVERNMENT})
_LAND = frozenset({Sort.STATE, Sort.DEMONYM})
_NAMING = _LAND | {Sort.CAPITAL}
_ATTRIBUTES = 2
"""Unknown words, at most, between a body and whose it is."""


def is_head(item: Item, known: Index) -> bool:
    """Whether a phrase is built around it."""
    if item.sort not in _HEADS or _goes_on(item, known) or _only_cites(item, known) or _is_adjective(item, known):
        return False
    if _is_thing(item, known):
        return False
    return item.sort is not Sort.DATA or not _is_verb_here(item, known)


def _is_adjective(item: Item, known: Index) -> bool:
    """Whether a word that may follow its noun does so here: « le classement général », « la province voisine »."""
    if item.last != item.first + 1 or known.words.key[item.first] not in known.pack.after or not item.first:
        return False
    before = known.words[item.first - 1]
    same = known.words.sentence[item.first - 1] == known.words.sentence[item.first]
    noun = before.text.isalpha() and before.text.islower() and before.key not in function_words(known.language)
    return same and noun


def _is_thing(item: Item, known: Index) -> bool:
    """Whether a word for an office is a thing here: "out of his head", "in the chair"; not "the head of the bank"."""
    words, pack = known.words, known.pack
    if item.last != item.first + 1 or words.key[item.first] not in pack.things or item.first < 2:
        return False
    after = words.key[item.last] if item.last < len(words) else ""
    if after in pack.of or words[item.first].capital or _names_holder(item, known):
        return False
    before = words.key[item.first - 1]
    return before in pack.things_behind or f"{words.key[item.first - 2]} {before}" in pack.things_behind


def _names_holder(item: Item, known: Index) -> bool:
    """Whether the holder is named right behind: "its head, Marit Osland"."""
    words = known.words
    behind = item.last + 1 if item.last < len(words) and words.key[item.last] == "," else item.last
    return behind < len(words) and words[behind].capital and words.sentence[behind] == words.sentence[item.first]


def _only_cites(item: Item, known: Index) -> bool:
    """ "Angaben" and the like lead to who made them; in a compound ("Polizeiangaben") they are all there is."""
    statements = known.pack.data.get("statements", ())
    return item.entry is not None and item.entry.key == "statements" and known.words.key[item.first] in statements


def _is_verb_here(item: Item, known: Index) -> bool:
    """ "The Tax Policy Center estimates": a noun of data right behind a name is its verb."""
    before = known.ends.get(item.first)
    named = before is not None and before.sort in {Sort.NAME, Sort.ORGANISATION, Sort.BODY}
    word = known.words[item.first]
    return named and item.last == item.first + 1 and word.key.endswith("s") and known.names.stacked


def _goes_on(item: Item, known: Index) -> bool:
    """Whether the item only leads up to a later head: the ministry in "ministry spokesman"."""
    after = known.starts.get(item.last)
    if after is None:
        word = known.words[item.last] if item.last < len(known.words) else None
        if word is None or word.key != "'s":
            return False
        after = known.starts.get(item.last + 1)
    if after is None or after.sort not in _HEADS:
        return False
    if item.sort is Sort.ROLE and known.names.stacked and after.sort in TITLES:
        return after.first == item.last  # "Republican opponent", "billionaire entrepreneur"
    if item.entry is not None and item.entry.many and item.sort is Sort.ROLE and after.first > item.last:
        return after.sort in {Sort.DATA, Sort.BODY}  # "the Ferry Crews' Federation"
    return item.sort not in TITLES or after.sort is Sort.DATA


def body_name(key: str, country: str | None) -> str:
    """One English name for a body of a state, the same from every language: "Chinese foreign ministry"."""
    noun = key.replace("-", " ")
    return f"{nationality(country)} {noun}" if country else noun


def nationality(country: str) -> str:
    """The English adjective of a country, else its English name."""
    english = place_tables.places("en")
    forms = english.demonyms.get(country) if english else None
    return forms[0] if forms else place_tables.country_names("en").get(country, country.upper())


def owner_over_nouns(first: int, head: Item, known: Index, taken: int) -> Item | None:
    """Whose a body is, over up to two unknown words: Italy's *competition* watchdog, the Danish *shipping* company."""
    if not known.names.stacked or head.sort is not Sort.BODY:
        return None
    words = known.words
    for at in range(first - 1, max(taken, first - _ATTRIBUTES - 1), -1):
        if at in known.starts or words.sentence[at] != words.sentence[first] or not words[at].small:
            return None
        if (
            not words[at].text.isalpha()
            or words.key[at] in function_words(known.language)
            or words.key[at] in verbs(known.language)
        ):
            return None
        owned = words.key[at - 1] == "'s"
        owner = known.ends.get(at - 1 if owned else at)
        if owner is not None and owner.first >= taken and (owned or owner.sort is Sort.DEMONYM):
            return owner if owner.sort in _LAND else None
    return None


def federation(beginning: str, known: Index) -> str:
    """The country (ISO 3166) of a word that begins so: of those that share it the one that the page speaks of most,
    by its name, its people, its capital and its words (`federations` in `offices.toml`); the usual one where the
    page speaks of none more."""
    usual, sharing = known.pack.countries[beginning], known.pack.federations
    if beginning not in known.pack.federal:
        return usual
    spoken = Counter(
        item.entry.key
        for item in known.starts.values()
        if item.sort in _NAMING and item.entry is not None and item.entry.key in sharing
    )
    for country, words in sharing.items():
        spoken[country] += sum(1 for key in known.words.key if key in words)
    most = max(sharing, key=lambda country: (spoken[country], country), default=usual)
    return most if spoken[most] > spoken[usual] else usual
