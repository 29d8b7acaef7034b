"""Noun phrases around an office, role, body or data source: "NATO's secretary general", "le ministre portugais …"."""

from collections.abc import Sequence

from msgspec import Struct

from secondsource.language import names as name_tables

from .find import Item
from .heads import body_name, federation, is_head, owner_over_nouns
from .index import Index
from .lexicon import BODIES, TITLES, Sort, function_words, lexicon, verbs

_OWNERS = frozenset(
    {
        Sort.STATE,
        Sort.DEMONYM,
        Sort.CAPITAL,
        Sort.SEAT,
        Sort.PLACE,
        Sort.ORGANISATION,
        Sort.BEFORE,
        Sort.MINISTRY,
        Sort.BODY,
        Sort.GOVERNMENT,
        Sort.NAME,
        Sort.NOUN,
        Sort.DATA,
    }
)
_COUNTRY = frozenset({Sort.STATE, Sort.DEMONYM, Sort.CAPITAL, Sort.SEAT})
_LONGEST_OF = 5
MANY = frozenset({"company", "campaign", "association", "university", "house", "city", "party", "management"})
"""Kinds of bodies of which a country has many: "a Chinese company" is not every other one."""


class Right(Struct, frozen=True, gc=False):
    """What stands to the right of a head: up to which word, with which items, the words of its complement."""

    last: int
    uses: tuple[Item, ...] = ()
    text: str | None = None
    key: str | None = None


class Phrase(Struct, frozen=True, gc=False):
    """A noun phrase by word indices (half-open), without its article; `uses` are the items inside it."""

    first: int
    last: int
    head: Item
    uses: tuple[Item, ...]
    key: str
    """The office, role or body as a key, with the portfolio where the phrase tells it."""
    of: str | None
    body: str | None
    """The words of a body that is no phrase of the tables: "Autorité européenne du transport"."""
    country: str | None
    article: str
    """`definite`, `indefinite`, `several` or "" where nothing stands before it."""


def phrases(found: Sequence[Item], known: Index) -> list[Phrase]:
    """The phrases in order; an item is used by one phrase only, the earlier and larger one."""
    made: list[Phrase] = []
    taken = 0
    for item in found:
        if item.first < taken or not is_head(item, known):
            continue
        phrase = _phrase(item, known, taken)
        made.append(phrase)
        taken = phrase.last
    return made


def _phrase(head: Item, known: Index, taken: int) -> Phrase:
    first, left = _leftwards(head, known, taken)
    first = _with_adjectives(first, known, taken)
    right = _rightwards(head, known)
    uses = (*left, head, *right.uses)
    country = _country(uses) or _implied(head, known)
    entry = head.entry
    of = (entry.of if entry else "") or _owner(left, right, known) or right.text
    return Phrase(
        first=first,
        last=right.last,
        head=head,
        uses=uses,
        key=right.key or (entry.key if entry else ""),
        of=of or country,
        body=right.text,
        country=country,
        article=_article(first, known),
    )


def _leftwards(head: Item, known: Index, taken: int) -> tuple[int, list[Item]]:
    words, first, uses = known.words, head.first, list[Item]()
    sentence = words.sentence[head.first]
    while first > taken and words.sentence[first - 1] == sentence:
        item = known.ends.get(first)
        if item is None and words.key[first - 1] == "'s":
            item = known.ends.get(first - 1)
        if item is not None and item.first >= taken and item.sort in _OWNERS and _may_own(item, uses, known):
            uses.insert(0, item)
            first = item.first
        elif words.key[first - 1] in known.pack.modifiers and item is None:
            first -= 1
        elif item is not None and _is_modifier(item, known):
            first = item.first
        elif (owner := owner_over_nouns(first, head, known, taken)) is not None:
            uses.insert(0, owner)
            return owner.first, uses
        else:
            break
    return first, uses


def _with_adjectives(first: int, known: Index, taken: int) -> int:
    """Over up to two unknown words between the article and the phrase: "the embattled president"."""
    for size in (1, 2):
        at = first - size
        if at - 1 < taken or known.words.sentence[at - 1] != known.words.sentence[first]:
            return first
        word = known.words[at]
        small = word.key in function_words(known.language) or word.key in verbs(known.language)
        plain = (word.text[0].islower() and word.text.isalpha()) or word.key.endswith(known.pack.ages)
        if small or not plain or at in known.starts:
            return first
        if known.pack.is_article(known.words.key[at - 1]):
            return at
    return first


def _is_modifier(item: Item, known: Index) -> bool:
    """Whether the item before a head only qualifies it: "billionaire entrepreneur", "deputy director"."""
    if item.sort is Sort.ROLE and known.names.stacked:
        return True
    return item.last - item.first == 1 and known.words.key[item.first] in known.pack.modifiers


def _may_own(item: Item, uses: Sequence[Item], known: Index) -> bool:
    word = known.words[item.first]
    if item.sort in {Sort.CAPITAL, Sort.PLACE} and (uses or (known.words.opens[item.first] and word.text.isupper())):
        return False  # a dateline runs into the sentence: WASHINGTON NATO Secretary General …
    if item.sort is not Sort.NAME:
        return True
    if known.names.unnoun:
        return item.last == item.first + 1 and _is_attribute(item, known)
    return known.language not in {"fr", "es", "it", "pt"} and not known.words.titled[item.first]


def _is_attribute(item: Item, known: Index) -> bool:
    """Where nouns have capitals: an abbreviation glued to the office ("GdP-Vorsitzende"), a town."""
    word = known.words[item.first]
    glued = known.text[known.words.end(item.first) : known.words.start[item.last]] in {"-", "‑"}
    return glued or (word.key.endswith("er") and len(word.key) > 5) or (word.text.isupper() and len(word.text) > 1)


def _rightwards(head: Item, known: Index) -> Right:
    """What follows the head: adjectives, a minister's portfolio, up to three complements with "of"."""
    words, uses = known.words, list[Item]()
    last = _adjectives(head.last, uses, known)
    key = None
    if head.entry is not None and head.entry.key in {"minister", "agency"}:
        found = lexicon(known.language).portfolio(words, last)
        if found is not None:
            key, last = f"{found[0]}-{'minister' if head.sort is Sort.OFFICE else 'ministry'}", found[1]
    text: str | None = None
    town = _town_behind(last, head, known)
    if town is not None:
        return Right(town.last, (*uses, town), known.cut(town.first, town.last), key)
    for _ in range(3):
        reached = _of(last, head, known)
        if reached is None:
            break
        last, text = reached.last, text or reached.text
        uses.extend(reached.uses)
        if any(item.sort in {Sort.STATE, Sort.ORGANISATION, Sort.NAME} for item in reached.uses):
            break
    return Right(last, tuple(uses), text, key)


def _town_behind(at: int, head: Item, known: Index) -> Item | None:
    """The town right behind a body, where nouns have capitals: "Landgericht Köln"."""
    town = known.starts.get(at)
    if town is None or head.sort is not Sort.BODY or not known.names.unnoun:
        return None
    same = known.words.sentence[at] == known.words.sentence[head.first]
    return town if same and town.sort in {Sort.PLACE, Sort.CAPITAL} else None


def _adjectives(last: int, uses: list[Item], known: Index) -> int:
    words = known.words
    while known.pack.after and last < len(words) and words.sentence[last] == words.sentence[last - 1]:
        item = known.starts.get(last)
        if item is not None and item.sort is Sort.DEMONYM:
            uses.append(item)
            last = item.last
        elif words.key[last] in known.pack.after:
            last += 1
        else:
            break
    return last


def _of(at: int, head: Item, known: Index) -> Right | None:
    """What an "of" right behind the head brings."""
    words, sentence = known.words, known.words.sentence[head.first]
    if at >= len(words) or words.sentence[at] != sentence:
        return None
    tight = words.key[at] in known.pack.of
    loose = words.key[at] in known.pack.at and (head.sort in TITLES or _is_proper(head, known))
    if not tight and not loose:
        return None
    begin = next((i for i in range(at + 1, len(words)) if words.key[i] not in known.pack.definite), len(words))
    if begin >= len(words) or words.sentence[begin] != sentence:
        return None
    if words[begin].small and _is_infinitive(words.key[begin], known):
        return None
    return _owned_by(begin, at, known)


def _is_infinitive(key: str, known: Index) -> bool:
    return key.endswith(known.names.infinitives) and not key.endswith(known.names.not_infinitives)


def _owned_by(begin: int, at: int, known: Index) -> Right | None:
    """The owner whose words begin at `begin`, behind the preposition `at`."""
    words = known.words
    tight = words.key[at] in known.pack.of
    end, uses = _owners(begin, known)
    if uses and uses[-1].sort in TITLES:
        return Right(end, tuple(uses), known.cut(begin, end))
    if not tight and uses and uses[-1].entry is not None and uses[-1].entry.key == "county":
        return None  # "officials in Marlow County": where they are
    if uses and uses[-1].sort in BODIES:
        nested = _rightwards(uses[-1], known)
        return Right(nested.last, (*uses, *nested.uses), known.cut(begin, nested.last))
    if len(uses) > 1 and uses[0].sort is Sort.DEMONYM and uses[-1].sort is Sort.NAME:
        return Right(end, tuple(uses), known.cut(begin, end))
    owned = end < len(words) and words.key[end] == "'s"
    if not tight and uses and _tells_no_owner(uses[0], words.key[at], known):
        return None
    thing = known.names.stacked and begin > at + 1 and uses and uses[-1].sort is Sort.NAME
    thing = thing and _lower_nouns(end, 0, known) > end  # "of the Lund *tunnel*"
    if uses and not owned and not thing and uses[-1].sort is not Sort.DEMONYM:
        return Right(end, tuple(uses))
    return _nouns(begin, end + 1 if owned else end, uses, known) if tight else None


def _tells_no_owner(item: Item, preposition: str, known: Index) -> bool:
    """Whether a loose preposition only says where somebody is, or leads to what may be a common noun."""
    if item.sort in {Sort.STATE, Sort.PLACE, Sort.CAPITAL}:
        return preposition in known.pack.where
    return item.sort is Sort.NAME and known.names.unnoun


def _owners(begin: int, known: Index) -> tuple[int, list[Item]]:
    """The items of a body's name from a word on: "European Shipping Authority", "Ferry Crews"."""
    chain: list[Item] = []
    end = begin
    while (item := known.starts.get(end) or _owned_body(end, chain, known)) is not None and len(chain) < 4:
        crews = item.sort in TITLES and chain and chain[-1].sort is Sort.NAME
        if item.sort not in _OWNERS and not (crews and known.words[item.first].capital):
            break
        chain.append(item)
        end = item.last
    bodies = [at for at, item in enumerate(chain) if item.sort in {Sort.BODY, Sort.MINISTRY, Sort.ORGANISATION}]
    if bodies:
        chain = chain[: bodies[-1] + 1]
    elif chain and chain[0].sort is not Sort.DEMONYM:
        chain = chain[: 2 if len(chain) > 1 and chain[1].sort in TITLES else 1]
    else:
        chain = chain[:2]
    return (chain[-1].last if chain else begin), chain


def _owned_body(at: int, chain: Sequence[Item], known: Index) -> Item | None:
    """The body behind a possessive: "the Ferry Crews' Federation"."""
    if not chain or at >= len(known.words) or known.words.key[at] != "'s":
        return None
    item = known.starts.get(at + 1)
    return item if item is not None and item.sort in BODIES else None


def _is_proper(head: Item, known: Index) -> bool:
    """Whether a body's capital says it is a name: "Commission on Presidential Debates"."""
    pack = name_tables.names(known.language)
    words, last = known.words, head.last - 1
    return pack is not None and not pack.unnoun and words[last].capital and not words.titled[last]


def _nouns(begin: int, end: int, uses: list[Item], known: Index) -> Right | None:
    """The common nouns of a complement, up to a verb, a preposition or any other small word."""
    stop = _capital_nouns(end, known) if known.names.unnoun else _lower_nouns(end, len(uses), known)
    return Right(stop, tuple(uses), known.cut(begin, stop)) if stop > begin else None


def _lower_nouns(at: int, extra: int, known: Index) -> int:
    words, stop = known.words, at
    while stop < len(words) and stop - at < _LONGEST_OF + extra and _continues(stop, at, known):
        stop += 1
    return stop


def _continues(at: int, begin: int, known: Index) -> bool:
    words, word = known.words, known.words[at]
    if words.sentence[at] != words.sentence[at - 1] or not word.text[0].isalpha():
        return False
    if at > begin and words.start[at] - words.end(at - 1) > 2:
        return False
    small = word.key in function_words(known.language) or word.key in verbs(known.language)
    return not small and word.key not in known.pack.of and word.key not in known.pack.definite


def _capital_nouns(at: int, known: Index) -> int:
    """Where nouns have capitals: adjectives in small letters only before a noun, and then that noun."""
    words, stop = known.words, at
    while stop < len(words) and stop - at < _LONGEST_OF and _continues(stop, at, known):
        if words[stop].capital:
            return stop + 1
        stop += 1
    return at


def _country(uses: Sequence[Item]) -> str | None:
    for item in uses:
        if item.sort in _COUNTRY and item.entry is not None and item.entry.key:
            return item.entry.key
    return None


def _implied(head: Item, known: Index) -> str | None:
    """The country that the word itself tells: a Bundeskanzler is Germany's, or Austria's."""
    if head.entry is not None and head.entry.country:
        return head.entry.country
    key = known.words.key[head.first]
    return next((federation(begin, known) for begin in known.pack.countries if key.startswith(begin)), None)


def _owner(left: Sequence[Item], right: Right, known: Index) -> str | None:
    """Whose office: the organisation nearest to it, else the country."""
    country = _country([*left, *right.uses])
    for item in [*reversed(left), *right.uses]:
        entry = item.entry
        if item.sort in {Sort.ORGANISATION, Sort.BEFORE, Sort.NOUN} and entry is not None:
            return entry.key
        if item.sort in {Sort.MINISTRY, Sort.BODY, Sort.DATA} and entry is not None:
            if country is None and item in right.uses:
                return None
            if item in left and country is None and (name := _proper_body(item, known)) is not None:
                return name
            return body_name(entry.key, country)
        if item.sort is Sort.NAME and (right.text is None or item in left):
            return known.cut(item.first, item.last)
        if item.sort is Sort.PLACE and entry is not None and country is None:
            return entry.key
    return country


def _proper_body(item: Item, known: Index) -> str | None:
    """The name that a body with capitals has before an office: "European Passenger Shipping Authority chief"."""
    if not _is_proper(item, known):
        return None
    first, sentence = item.first, known.words.sentence[item.first]
    while (before := known.ends.get(first)) is not None and before.sort in {Sort.NAME, Sort.DEMONYM, Sort.PLACE}:
        if known.words.sentence[before.first] != sentence or known.words[before.first].text.isupper():
            break
        first = before.first
    return known.cut(first, item.last) if first < item.first else None


def _article(first: int, known: Index) -> str:
    if first == 0 or known.words.sentence[first - 1] != known.words.sentence[first]:
        return ""
    key = known.words.key[first - 1]
    if key in known.pack.definite:
        return "definite"
    if key in known.pack.indefinite:
        return "indefinite"
    return "several" if key in known.pack.several or key.isdigit() else ""
