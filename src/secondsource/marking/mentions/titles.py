"""Noun phrases around an office, role, body or data source: "NATO's secretary general", "le ministre portugais …"."""

from collections.abc import Sequence

from msgspec import Struct

from secondsource.language import offices as office_tables
from secondsource.language import places as place_tables
from secondsource.language.offices import Offices

from .find import Item
from .lexicon import Sort, function_words, verbs
from .words import Word

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
_HEADS = frozenset({Sort.OFFICE, Sort.ROLE, Sort.MINISTRY, Sort.BODY, Sort.DATA, Sort.GOVERNMENT})
_LONGEST_OF = 5


class Phrase(Struct, frozen=True):
    """A noun phrase by word indices (half-open), without its article; `uses` are the items inside it."""

    first: int
    last: int
    head: Item
    uses: tuple[Item, ...]
    of: str | None
    country: str | None
    article: str
    """`definite`, `indefinite`, `several` or "" where nothing stands before it."""


class Index(Struct, frozen=True):
    """Items by the word at which they begin and end."""

    text: str
    words: Sequence[Word]
    language: str
    pack: Offices
    starts: dict[int, Item]
    ends: dict[int, Item]
    lowered: frozenset[str]
    """Words that the document also writes with a small letter."""
    alone: frozenset[str]
    """Capitalised words that the document has on their own, inside a sentence: family names, if anything."""

    def cut(self, first: int, last: int) -> str:
        """The text of words `first` to `last`, white space made single spaces."""
        return " ".join(self.text[self.words[first].start : self.words[last - 1].end].split())


def index(text: str, words: Sequence[Word], found: Sequence[Item], language: str) -> Index | None:
    """The items for lookup; None for a language without offices."""
    pack = office_tables.offices(language)
    if pack is None:
        return None
    alone = frozenset(
        words[i.first].key for i in found if i.sort is Sort.NAME and i.last == i.first + 1 and not words[i.first].titled
    )
    lowered = frozenset(word.key for word in words if word.text[0].islower())
    return Index(text, words, language, pack, {i.first: i for i in found}, {i.last: i for i in found}, lowered, alone)


def phrases(found: Sequence[Item], known: Index) -> list[Phrase]:
    """The phrases in order; an item is used by one phrase only, the earlier and larger one."""
    made: list[Phrase] = []
    taken = 0
    for item in found:
        if item.sort not in _HEADS or item.first < taken or _goes_on(item, known):
            continue
        phrase = _phrase(item, known, taken)
        made.append(phrase)
        taken = phrase.last
    return made


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
    return item.sort not in {Sort.OFFICE, Sort.ROLE} or after.sort is Sort.DATA


def _phrase(head: Item, known: Index, taken: int) -> Phrase:
    first, left = _leftwards(head, known, taken)
    last, right, of_text = _rightwards(head, known)
    uses = (*left, head, *right)
    return Phrase(
        first, last, head, uses, _owner(left, right, known) or of_text, _country(uses), _article(first, known, left)
    )


def _leftwards(head: Item, known: Index, taken: int) -> tuple[int, list[Item]]:
    words, first, uses = known.words, head.first, list[Item]()
    sentence = words[head.first].sentence
    while first > taken and words[first - 1].sentence == sentence:
        item = known.ends.get(first)
        if item is None and words[first - 1].key == "'s":
            item = known.ends.get(first - 1)
        if item is not None and item.first >= taken and item.sort in _OWNERS and _may_own(item, uses, known):
            uses.insert(0, item)
            first = item.first
        elif words[first - 1].key in known.pack.modifiers and item is None:
            first -= 1
        elif item is not None and item.last - item.first == 1 and words[item.first].key in known.pack.modifiers:
            first = item.first
        else:
            break
    return first, uses


def _may_own(item: Item, uses: Sequence[Item], known: Index) -> bool:
    word = known.words[item.first]
    if item.sort in {Sort.CAPITAL, Sort.PLACE} and (uses or (word.opens and word.text.isupper())):
        return False  # a dateline runs into the sentence: WASHINGTON NATO Secretary General …
    if item.sort is not Sort.NAME:
        return True
    return known.language not in {"de", "fr", "es", "it", "pt"} and not word.titled


def _rightwards(head: Item, known: Index) -> tuple[int, list[Item], str | None]:
    words, last, uses = known.words, head.last, list[Item]()
    sentence = words[head.first].sentence
    of_text: str | None = None
    while last < len(words) and words[last].sentence == sentence:
        item = known.starts.get(last)
        if known.pack.after and item is not None and item.sort is Sort.DEMONYM:
            uses.append(item)
            last = item.last
        elif words[last].key in known.pack.after:
            last += 1
        else:
            break
    for _ in range(2):
        reached = _of(last, head, known)
        if reached is None:
            break
        last, more, text = reached
        uses.extend(more)
        of_text = of_text or text
        if any(item.sort in {Sort.STATE, Sort.ORGANISATION, Sort.NAME} for item in more):
            break
    return last, uses, of_text


def _of(at: int, head: Item, known: Index) -> tuple[int, list[Item], str | None] | None:
    """What an "of" right behind the head brings: where it ends, its items and, without any, its words."""
    words = known.words
    sentence = words[head.first].sentence
    if at >= len(words) or words[at].sentence != sentence:
        return None
    tight = words[at].key in known.pack.of
    named = words[head.last - 1].capital and not words[head.last - 1].titled
    loose = words[at].key in known.pack.at and (head.sort in {Sort.OFFICE, Sort.ROLE} or named)
    if not tight and not loose:
        return None
    begin = at + 1
    while begin < len(words) and words[begin].key in known.pack.definite and words[begin].sentence == sentence:
        begin += 1
    if begin >= len(words) or words[begin].sentence != sentence:
        return None
    uses: list[Item] = []
    end = begin
    while (item := known.starts.get(end)) is not None and item.sort in _OWNERS and len(uses) < 3:
        if uses and (item.sort is Sort.NAME or uses[-1].sort not in {Sort.DEMONYM, Sort.STATE, Sort.ORGANISATION}):
            break
        uses.append(item)
        end = item.last
    owned = end < len(words) and words[end].key == "'s"
    if uses and not owned and uses[-1].sort is not Sort.DEMONYM:
        return end, uses, None
    return _nouns(begin, end + 1 if owned else end, uses, known) if tight else None


def _nouns(begin: int, end: int, uses: list[Item], known: Index) -> tuple[int, list[Item], str | None] | None:
    words = known.words
    stop = end
    functions, finite = function_words(known.language), verbs(known.language)
    while stop < len(words) and stop - begin < _LONGEST_OF + 2 * len(uses):
        word = words[stop]
        if word.sentence != words[begin].sentence or not word.text[0].isalpha() or word.start - words[stop - 1].end > 2:
            break
        if word.key in functions or word.key in finite or word.key in known.pack.of or word.key in known.pack.definite:
            break
        stop += 1
    if stop == begin:
        return None
    return stop, uses, " ".join(word.key for word in words[begin:stop])


def _country(uses: Sequence[Item]) -> str | None:
    for item in uses:
        if item.sort in _COUNTRY and item.entry is not None:
            return item.entry.key
    return None


def _owner(left: Sequence[Item], right: Sequence[Item], known: Index) -> str | None:
    """Whose office: the organisation nearest to it, else the country."""
    near = [*reversed(left), *right]
    country = _country(near)
    for item in near:
        if item.sort in {Sort.ORGANISATION, Sort.BEFORE, Sort.NOUN} and item.entry is not None:
            return item.entry.key
        if item.sort in {Sort.MINISTRY, Sort.BODY, Sort.DATA} and item.entry is not None:
            return body_name(item.entry.key, country)
        if item.sort is Sort.NAME:
            return " ".join(word.text for word in known.words[item.first : item.last])
        if item.sort is Sort.PLACE and item.entry is not None and country is None:
            return item.entry.key
    return country


def body_name(key: str, country: str | None) -> str:
    """One English name for a body of a state, the same from every language: "Chinese foreign ministry"."""
    noun = key.replace("-", " ")
    return f"{nationality(country)} {noun}" if country else noun


def nationality(country: str) -> str:
    """The English adjective of a country, else its English name."""
    english = place_tables.places("en")
    forms = english.demonyms.get(country) if english else None
    return forms[0] if forms else place_tables.country_names("en").get(country, country.upper())


def _article(first: int, known: Index, left: Sequence[Item]) -> str:
    if first == 0 or known.words[first - 1].sentence != known.words[first].sentence:
        return ""
    key = known.words[first - 1].key
    if key in known.pack.definite:
        return "definite"
    if key in known.pack.indefinite:
        return "indefinite"
    return "several" if key in known.pack.several or key.isdigit() else ""
