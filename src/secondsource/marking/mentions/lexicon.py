"""The language tables compiled for lookup: phrase to entry, longest first."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cache

from msgspec import Struct

from secondsource.language import names as name_tables
from secondsource.language import offices as office_tables
from secondsource.language import places as place_tables
from secondsource.language.figures import figure_words
from secondsource.language.offices import Offices
from secondsource.language.pack import table
from secondsource.language.places import Places
from secondsource.language.speech import lexicon as speech

from .words import Word, Words, keys_of


class Sort(StrEnum):
    """What a phrase of the tables is."""

    STATE = "state"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    SEAT = "seat"
    """A building that stands for a government."""
    PLACE = "place"
    ORGANISATION = "organisation"
    BEFORE = "before"
    """Words that stand for an organisation only in front of an office."""
    NOUN = "noun"
    """A common noun for an organisation that the text has named."""
    OFFICE = "office"
    ROLE = "role"
    MINISTRY = "ministry"
    BODY = "body"
    DATA = "data"
    GOVERNMENT = "government"
    NAME = "name"
    """No phrase of the tables: a run of capitalised words."""


TITLES = frozenset({Sort.OFFICE, Sort.ROLE})
"""What may stand for one person."""
BODIES = frozenset({Sort.BODY, Sort.MINISTRY})
"""What may stand for an organisation, with its owner's name."""
_COMPOUNDS = frozenset({Sort.OFFICE, Sort.ROLE, Sort.BODY, Sort.DATA})
_NOUNS = _COMPOUNDS | {Sort.MINISTRY, Sort.GOVERNMENT, Sort.NOUN}
_LEAST_SUFFIX = 6


class Entry(Struct, frozen=True):
    """A phrase: its sort, its key (ISO code, canonical name, office key) and, for people, gender and number."""

    sort: Sort
    key: str
    gender: str = ""
    many: bool = False
    of: str = ""
    country: str = ""


class _Form(Struct, frozen=True):
    keys: tuple[str, ...]
    entry: Entry
    cased: bool
    exact: str | None


class _Forms(Struct, frozen=True):
    """The phrases that begin with one word."""

    longer: dict[str, tuple[_Form, ...]]
    """Those of several words by their second, longest first."""
    single: tuple[_Form, ...]


class CompanyForms(Struct, frozen=True, forbid_unknown_fields=True):
    """`_all/company_forms.toml`."""

    forms: frozenset[str]
    unpeople: frozenset[str]
    no_company: frozenset[str]
    place_ends: frozenset[str]
    place_begins: frozenset[str]
    storms: frozenset[str]
    """Words before the name of a storm, which is no party."""
    thing_begins: frozenset[str]
    """First words of the names of laws, prizes and days, where nouns do not stand side by side."""
    no_party: frozenset[str]
    """Abbreviations of things and hours, which are no party: "GMT"."""
    legal: frozenset[str]
    """Legal forms and the like behind a company's name."""
    numbers: frozenset[str]
    """Numbers that go on with a name: "Formula One"."""
    ordinals: frozenset[str]
    """Numbers with which a name begins: "First Meridian"."""


class Lexicon(Struct, frozen=True):
    """All phrases of one language."""

    forms: dict[str, _Forms]
    suffixes: tuple[tuple[str, Entry], ...]
    endings: tuple[str, ...]
    portfolios: dict[str, tuple[tuple[tuple[str, ...], str], ...]]

    def at(self, words: Words, index: int) -> tuple[Entry, int] | None:
        """The longest phrase that begins at a word: its entry and where it ends (index, not included)."""
        word = words[index]
        forms = self.forms.get(word.key)
        if forms is not None:
            if forms.longer and index + 1 < len(words):
                for form in forms.longer.get(words.key[index + 1], ()):
                    if _begins(form, word) and _goes_on(form, words, index):
                        return form.entry, index + len(form.keys)
            for form in forms.single:
                if _begins(form, word):
                    return form.entry, index + 1
        if self.suffixes and word.capital and word.key.endswith(self.endings):
            for suffix, entry in self.suffixes:
                if word.key.endswith(suffix) and len(word.key) > len(suffix) + 2:
                    return self._compound(word.key[: -len(suffix)], entry), index + 1
        return None

    def _compound(self, first: str, entry: Entry) -> Entry:
        """An office with what its compound tells of the owner: Kremlsprecher, Außenamtssprecherin."""
        owner = self.single(first) or self.single(first.removesuffix("s"))
        if owner is None:
            return entry
        if owner.sort in {Sort.STATE, Sort.SEAT, Sort.CAPITAL}:
            return Entry(entry.sort, entry.key, entry.gender, entry.many, owner.key, owner.key)
        of = owner.key if owner.sort is Sort.ORGANISATION else ""
        return Entry(entry.sort, entry.key, entry.gender, entry.many, of)

    def portfolio(self, words: Words, index: int) -> tuple[str, int] | None:
        """The portfolio of a minister whose words begin here ("des Affaires étrangères"), and where they end."""
        if index >= len(words):
            return None
        for keys, key in self.portfolios.get(words.key[index], ()):
            if tuple(word.key for word in words[index : index + len(keys)]) == keys:
                return key, index + len(keys)
        return None

    def single(self, key: str) -> Entry | None:
        """The entry of a phrase of one word, whatever its capitals."""
        forms = self.forms.get(key)
        return forms.single[0].entry if forms is not None and forms.single else None


def _begins(form: _Form, first: Word) -> bool:
    """Whether the capitals of a word allow the phrase that begins with it."""
    return (first.capital or not form.cased) and (form.exact is None or first.text == form.exact)


def _goes_on(form: _Form, words: Words, index: int) -> bool:
    """Whether the words of a phrase follow, in the same sentence, behind its second."""
    end = index + len(form.keys)
    if end > len(words) or words.sentence[end - 1] != words.sentence[index]:
        return False
    return words.key[index + 2 : end] == [*form.keys[2:]]


@cache
def lexicon(code: str) -> Lexicon:
    """The phrases of a language; a language without tables has the organisations alone."""
    pack = name_tables.names(code)
    nouns = pack is not None and pack.unnoun
    gathered: dict[tuple[tuple[str, ...], str | None], _Form] = {}
    for phrase, entry in _phrases(code):
        keys = keys_of(phrase, code)
        if not keys:
            continue
        bare = phrase.replace(".", "")
        exact = phrase if bare.isupper() and bare.isalpha() and len(bare) <= 4 and len(keys) == 1 else None
        cased = phrase[0].isupper() or (nouns and len(keys) == 1 and entry.sort in _NOUNS)
        gathered.setdefault((keys, exact), _Form(keys, entry, cased, exact))
    forms: dict[str, list[_Form]] = {}
    for form in sorted(gathered.values(), key=lambda form: -len(form.keys)):
        forms.setdefault(form.keys[0], []).append(form)
    suffixes = _suffixes(code)
    by_first = {first: _by_second(group) for first, group in forms.items()}
    return Lexicon(by_first, suffixes, tuple(suffix for suffix, _ in suffixes), _portfolios(code))


def _by_second(forms: Sequence[_Form]) -> _Forms:
    longer: dict[str, list[_Form]] = {}
    for form in forms:
        if len(form.keys) > 1:
            longer.setdefault(form.keys[1], []).append(form)
    single = tuple(form for form in forms if len(form.keys) == 1)
    return _Forms({second: tuple(group) for second, group in longer.items()}, single)


@cache
def company_forms() -> CompanyForms:
    """Words that make a run an organisation, and words no person's name ends with."""
    found: CompanyForms | None = table("_all", "company_forms", CompanyForms)
    assert found is not None
    return found


def _phrases(code: str) -> Iterator[tuple[str, Entry]]:
    """Earlier phrases win over equal later ones."""
    offices, places = office_tables.offices(code), place_tables.places(code)
    if places is not None:
        yield from _country_phrases(places, code)
    else:
        for iso, name in place_tables.country_names(code).items():
            yield name, Entry(Sort.STATE, iso)
    for name, organisation in office_tables.organisations().items():
        for form in organisation.names:
            yield from _inflected(form, Entry(Sort.ORGANISATION, name), places)
        for form in organisation.before:
            yield form, Entry(Sort.BEFORE, name)
    if offices is not None:
        yield from _office_phrases(offices)
    for name, organisation in office_tables.organisations().items():
        for form in organisation.nouns:
            yield form, Entry(Sort.NOUN, name)
    world = place_tables.world()
    for line in f"{world.towns}\n{world.regions}".split("\n"):
        if line.strip():
            yield from _inflected(line.strip(), Entry(Sort.PLACE, line.strip()), places)
    for region in places.regions if places else ():
        yield region, Entry(Sort.PLACE, region)


def _country_phrases(places: Places, code: str) -> Iterator[tuple[str, Entry]]:
    for kind, forms_by_country in ((Sort.CAPITAL, places.capitals), (Sort.SEAT, places.metonyms)):
        for iso, forms in forms_by_country.items():
            for form in forms:
                yield from _inflected(form, Entry(kind, iso), places)
    for iso, forms in places.countries.items():
        for form in forms:
            yield from _inflected(form, Entry(Sort.STATE, iso), places)
    for iso, name in place_tables.country_names(code).items():
        yield from _inflected(name, Entry(Sort.STATE, iso), places)
    for iso, forms in places.demonyms.items():
        for form in forms:
            for ending in places.endings if form[0].islower() or "-" in form else ("",):
                yield form + ending, Entry(Sort.DEMONYM, iso, many=_is_people(form, places, code))
    for form in places.peoples:
        for ending in places.endings if form[0].islower() else ("",):
            yield form + ending, Entry(Sort.DEMONYM, "")
    for noun in places.governments:
        yield noun, Entry(Sort.GOVERNMENT, noun)


def _is_people(form: str, places: Places, code: str) -> bool:
    """Whether a word of nationality means the people: plural in English, a noun where nouns have capitals."""
    if places.people_ends:
        return form.endswith(places.people_ends) and not form.endswith(places.people_unends)
    pack = name_tables.names(code)
    return pack is not None and pack.unnoun and form[0].isupper() and "-" not in form


def _inflected(form: str, entry: Entry, places: Places | None) -> Iterator[tuple[str, Entry]]:
    yield form, entry
    for ending in places.genitives if places else ():
        if " " not in form and form[-1] not in "sxzß":
            yield form + ending, entry


def _office_phrases(offices: Offices) -> Iterator[tuple[str, Entry]]:
    for key, words in offices.portfolios.items():
        for phrase, gender in _ministers(offices, words):
            yield phrase, Entry(Sort.OFFICE, f"{key}-minister", gender)
        for pattern in offices.ministry:
            for word in words:
                yield pattern.replace("{}", word), Entry(Sort.MINISTRY, f"{key}-ministry")
    for sort, group in ((Sort.OFFICE, offices.offices), (Sort.ROLE, offices.roles)):
        for key, forms in group.items():
            masculine = "m" if offices.masculine and forms.she else ""
            for form in forms.one:
                yield form, Entry(sort, key, "" if form.endswith("e") else masculine)
            for form in forms.she:
                yield form, Entry(sort, key, "f")
            for form in forms.he:
                yield form, Entry(sort, key, "m")
            for form in _plurals((*forms.one, *forms.she), offices) if sort is Sort.ROLE else ():
                yield form, Entry(sort, key, many=True)
            for form in forms.many:
                yield form, Entry(sort, key, many=True)
                if form.endswith(offices.datives):
                    yield f"{form}n", Entry(sort, key, many=True)
    for sort, table_of in ((Sort.DATA, offices.data), (Sort.BODY, offices.bodies)):
        for key, nouns in table_of.items():
            for noun in nouns:
                yield noun, Entry(sort, key)


def _plurals(forms: Iterable[str], offices: Offices) -> Iterator[str]:
    """The plurals that the ends of some forms tell."""
    for form in forms:
        for ending, plural in offices.declined:
            if form.endswith(ending):
                yield form.removesuffix(ending) + plural


def _ministers(offices: Offices, words: Iterable[str]) -> Iterator[tuple[str, str]]:
    for pattern in offices.minister:
        for word in words:
            yield pattern.replace("{}", word), "f" if "ministerin" in pattern else ""


@cache
def _suffixes(code: str) -> tuple[tuple[str, Entry], ...]:
    """Last parts of compounds, in languages that write them as one word: every single-word form of some length."""
    offices, pack = office_tables.offices(code), name_tables.names(code)
    if offices is None or pack is None or not pack.unnoun:
        return ()
    found: dict[str, Entry] = {}
    for suffix, key in offices.suffixes.items():
        sort = Sort.OFFICE if key in offices.offices else Sort.ROLE
        found[suffix] = Entry(sort, key, "f" if suffix.endswith("in") else "")
    for phrase, entry in _office_phrases(offices):
        if phrase.isalpha() and len(phrase) >= _LEAST_SUFFIX and entry.sort in _COMPOUNDS:
            found.setdefault(phrase, entry)
    return tuple(sorted(found.items(), key=lambda pair: (-len(pair[0]), pair[0])))


def _portfolios(code: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    offices = office_tables.offices(code)
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for key, forms in offices.portfolios.items() if offices else ():
        for form in forms:
            keys = keys_of(form, code)
            found.setdefault(keys[0], []).append((keys, key))
    return {first: tuple(sorted(group, key=lambda each: -len(each[0]))) for first, group in found.items()}


@cache
def function_words(code: str) -> frozenset[str]:
    """Words that open a sentence with a capital and are no name."""
    pack = name_tables.names(code)
    return frozenset(pack.function.split()) if pack else frozenset()


def is_finite(key: str, code: str) -> bool:
    """Whether a word is a known finite verb, or ends as regular past forms do."""
    return key in verbs(code) or (len(key) > 5 and key.endswith(_past(code))) or key.endswith(_contracted(code))


def is_adverb(key: str, code: str) -> bool:
    """Whether a word ends as adverbs of manner do."""
    pack = name_tables.names(code)
    return pack is not None and bool(pack.adverbs) and len(key) > 5 and key.endswith(pack.adverbs)


@cache
def _contracted(code: str) -> tuple[str, ...]:
    pack = name_tables.names(code)
    return pack.contracted if pack else ()


@cache
def _past(code: str) -> tuple[str, ...]:
    pack = name_tables.names(code)
    return pack.past if pack and pack.past else ("\0",)


@cache
def speaking(code: str) -> frozenset[str]:
    """Verbs that people rather than things are subjects of."""
    pack = name_tables.names(code)
    return verbs(code) - frozenset(pack.auxiliaries.split()) if pack else frozenset()


@cache
def naming(code: str) -> frozenset[tuple[str, ...]]:
    """The ends, two words long, of phrases that name a source behind them: "according to", "selon les" apart."""
    words = speech.lexicon(code)
    phrases = [phrase for known in words.phrases.values() for phrase in known] if words else []
    return frozenset(phrase[-2:] for phrase in phrases if len(phrase) > 1)


@cache
def acting(code: str) -> frozenset[str]:
    """Verbs of saying and of giving a number: what a town's administration does and the town itself does not."""
    words = figure_words(code)
    counting = {phrase.split()[0] for phrase in words.counting} | {verb for verb, _ in words.counting_apart}
    return (words.saying | counting) - words.between_subject


@cache
def verbs(code: str) -> frozenset[str]:
    """Frequent finite verbs."""
    pack = name_tables.names(code)
    return frozenset(pack.verbs.split()) if pack else frozenset()
