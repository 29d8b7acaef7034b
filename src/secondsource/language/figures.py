"""How each language words figures: comparators, ranges, changes, and what is no figure. `<code>/figures.toml`."""

import re
from enum import StrEnum
from functools import cache

from babel import Locale, UnknownLocaleError
from msgspec import Struct
from msgspec.structs import replace

from secondsource.language.pack import table


class HeadOrder(StrEnum):
    """Where the head of a noun phrase stands: twenty Chinese firms, vingt entreprises chinoises."""

    LAST = "last"
    FIRST = "first"


class FigureWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases in lower case. `*_before` stand before the number, `*_after` behind it and its unit."""

    about_before: tuple[str, ...] = ()
    nearly_before: tuple[str, ...] = ()
    """From below: close to, almost."""
    more_before: tuple[str, ...] = ()
    little_more_before: tuple[str, ...] = ()
    """What a value hardly exceeds: just over. `figure_words` adds them to `more_before`."""
    at_least_before: tuple[str, ...] = ()
    less_before: tuple[str, ...] = ()
    at_most_before: tuple[str, ...] = ()
    at_least_after: tuple[str, ...] = ()
    at_most_after: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    range_and: tuple[str, ...] = ()
    range_to: tuple[str, ...] = ()
    out_of: tuple[str, ...] = ()
    """What stands between a part and its whole: seven in ten."""
    rise: frozenset[str] = frozenset()
    fall: frozenset[str] = frozenset()
    below_zero: tuple[str, ...] = ()
    """What behind degrees makes them less than none."""
    climbing: tuple[str, ...] = ()
    """What, right before "up to", makes it a way and no limit: went up to."""
    to: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    base: tuple[str, ...] = ()
    """What leads to the value before a change: from, compared with."""
    function: frozenset[str] = frozenset()
    """Words that end a noun phrase and carry no content."""
    clause: tuple[str, ...] = ()
    """Words that open a new clause."""
    of: tuple[str, ...] = ()
    negating: frozenset[str] = frozenset()
    """What denies a number: not."""
    but: tuple[str, ...] = ()
    """What leads from a number that is denied to the right one: not 300 but 420."""
    scaled_of: frozenset[str] = frozenset()
    """Words behind millions and billions without which, in languages that need one, nothing is counted by them."""
    number_named: tuple[str, ...] = ()
    """What names a count before its number: the number of ferries was 96."""
    either: frozenset[str] = frozenset()
    """Those of `range_to` that leave a choice: or."""
    numbering: frozenset[str] = frozenset()
    """Words before `number_of` behind which that is a verb: the ships now number 12."""
    number_of: frozenset[str] = frozenset()
    """Words right before a number that make it a name: number, page, flight."""
    ordinal_before: frozenset[str] = frozenset()
    """Articles behind which digits with a full stop are an ordinal: ihren 40. Geburtstag."""
    ranks: frozenset[str] = frozenset()
    """Words that make the number behind them a place: the top three."""
    spreads: frozenset[str] = frozenset()
    """Verbs of a spread, not of a change: ranges from 5 to 7."""
    indexes: frozenset[str] = frozenset()
    """Names that end in a number: Fortune 500."""
    plurals: frozenset[str] = frozenset()
    """Plurals without the plural ending."""
    fillers: frozenset[str] = frozenset()
    """Words between a number and what it counts that say nothing of it: ten more ships."""
    plural_modifiers: frozenset[str] = frozenset()
    """Plurals that qualify the noun behind them: sports cars."""
    one_idioms: frozenset[str] = frozenset()
    """What follows the word for one where it counts nothing: one another."""
    one_before: frozenset[str] = frozenset()
    """What precedes it there: no one."""
    verbs: frozenset[str] = frozenset()
    """Common verb forms that may follow a counted noun."""
    head: HeadOrder = HeadOrder.LAST
    heads_capital: bool = False
    """Whether nouns are capitalised."""
    earlier: tuple[str, ...] = ()
    """What closes a moment one step back: a year earlier."""
    instead: tuple[str, ...] = ()
    """What stands between a figure and the one it takes the place of: 104, not 96."""
    passing: frozenset[str] = frozenset()
    """Verbs that lead from one value to the next: passe de 3 à 4."""
    instead_of: tuple[str, ...] = ()
    """Those of `instead` behind which function words may follow."""
    converting: tuple[str, ...] = ()
    """What stands between a sum and the same in another currency: equivalent to."""
    revising: tuple[str, ...] = ()
    """What says that an earlier figure is corrected."""
    more_after: tuple[str, ...] = ()
    """Right behind a share it is one more: 19% more than a year earlier."""
    less_after: tuple[str, ...] = ()
    according: tuple[str, ...] = ()
    """What stands before the source of a sentence: according to."""
    according_after: tuple[str, ...] = ()
    """What stands behind it: zufolge."""
    counting: tuple[str, ...] = ()
    """Verb forms whose subject is the source of the number behind them: police counted 40."""
    counted_last: tuple[str, ...] = ()
    """Participles that close such a clause behind its number: hat 412 Fähren überprüft."""
    auxiliaries: tuple[str, ...] = ()
    """What stands between the subject and such a participle."""
    between_subject: frozenset[str] = frozenset()
    """Auxiliaries and adverbs that may stand between the subject and such a verb."""
    definite: tuple[str, ...] = ()
    """Articles before the number of a thing that a relative clause tells of: the 412 ferries the authority saw."""
    beside: frozenset[str] = frozenset()
    """What may stand behind a number that leaves its unit to the one before: 160 litres, down from 185 in June."""
    wholes: tuple[str, ...] = ()
    """What opens a clause with the whole of the part behind it: of the 412 ferries."""
    saying: frozenset[str] = frozenset()
    """Verb forms between a figure and the one who said it: 40 dead, said police."""
    data_from: frozenset[str] = frozenset()
    """What stands right before the data that a sentence rests on: from, nach."""
    pronouns: frozenset[str] = frozenset()
    """Pronouns of the subject, for a source named in the sentence before."""
    thereby: tuple[str, ...] = ()
    """What opens a sentence whose source the one before names: demnach."""
    source_named: tuple[str, ...] = ()
    """What names a source in brackets: source."""
    of_which: tuple[str, ...] = ()
    """What leads from a whole to its part: of which."""
    going_on: tuple[str, ...] = ()
    """What opens a sentence or clause that goes on from the figure before it: that is, of them."""
    counting_apart: tuple[tuple[str, str], ...] = ()
    """Such verbs in two words, the second right before the number or closing its clause: stellt … zurück."""
    counting_close: frozenset[str] = frozenset()
    """Verb forms that give a number only right before it: l'assureur dit 21 000."""
    verb_second: bool = False
    """Whether the subject may stand behind its verb: 17 Verletzte zählte die Polizei."""
    own: tuple[str, ...] = ()
    """How a report speaks of itself and of those who wrote it: we, our, this newspaper."""
    own_counts: tuple[str, ...] = ()
    """What says, close behind such a word, that they counted or saw it themselves: counted, calculations."""
    according_self: tuple[str, ...] = ()
    """According to the party that the sentence speaks of: by its own count, nach eigenen Angaben."""
    according_back: tuple[str, ...] = ()
    """According to somebody named before: according to him, nach deren Angaben."""

    aside: frozenset[str] = frozenset()
    """What opens a page's own background on a thing that a speaker names: …, whose hull was 40 years old."""
    known_by: tuple[str, ...] = ()
    """What joins a thing to what it is known by: that, which, qui."""
    wrought: tuple[str, ...] = ()
    """What it did, right behind that word: the fire *that burned* 1,400 hectares."""
    no_year_behind: frozenset[str] = frozenset()
    """Words behind which no year stands: they count with 1700."""
    year_before: frozenset[str] = frozenset()
    """Words before a year of long ago: in 1492; 1200 alone is a count."""
    clock_before: frozenset[str] = frozenset()
    """What stands before hours and minutes parted by a point: at 6.10."""
    twosomes: frozenset[str] = frozenset()
    """Nouns for two people that count two things only before an "of": a couple."""
    hour_before: tuple[str, ...] = ()
    """What stands before an hour of the day that is written as a mere number: shortly after eight."""
    galleries: frozenset[str] = frozenset()
    """What a page counts of its own: photos."""
    thousands_and_rest: frozenset[str] = frozenset()
    """Words for a thousand behind which the rest stands in digits: 3 mil 500."""
    aged_nouns: tuple[str, ...] = ()
    """Ends of words for a person, behind which a number in brackets is an age: Radfahrer (27)."""
    prepositions: frozenset[str] = frozenset()
    """Words whose noun is no subject: in den Städten stiegen die Mieten."""
    change_in: frozenset[str] = frozenset()
    """What leads from a change to what changes: a 6% drop in volumes."""
    determiners: frozenset[str] = frozenset()
    """Articles and the like, that open a noun phrase."""
    placing: tuple[str, ...] = ()
    """Prepositions behind which a capital begins the name of a place: in, near."""
    all_of: frozenset[str] = frozenset()
    """What may stand for an article between a part and its whole: half of all firms."""
    compared_with: tuple[str, ...] = ()
    """What stands right before the time that something is compared with: the same period of."""
    since: tuple[str, ...] = ()
    """What opens a time that is not over: since."""
    extreme: frozenset[str] = frozenset()
    """Words that make a time behind them the reach of a record: the highest since 1990."""
    moving_apart: tuple[tuple[str, str, str], ...] = ()
    """Verbs of change in two words, with what they say: nahm … zu, `rise`."""
    of_them: frozenset[str] = frozenset()
    """Pronouns before a verb of giving that stand for what is counted: le syndicat en redoute 2 000."""
    passive: frozenset[str] = frozenset()
    """Forms of "to be" right before a participle."""
    points: frozenset[str] = frozenset()
    """Words for points, which beside percentages are percentage points."""
    genitives: frozenset[str] = frozenset()
    """Words that lead from a thing to what it is of: the price of butter."""
    measuring: frozenset[str] = frozenset()
    """Verb forms by which a value is said of something: stood, costs, beträgt, atteint."""
    particles: frozenset[str] = frozenset()
    """Words that with a verb right before them make another verb: turned out."""
    behind_age: frozenset[str] = frozenset()
    """Words that go on behind a person's age: the owner, 58, was arrested."""
    felling: frozenset[str] = frozenset()
    """Verb forms with which a word of falling is no change: gunned down."""
    clock_after: tuple[str, ...] = ()
    """What stands behind the hour: o'clock, Uhr."""
    ordinal_endings: tuple[str, ...] = ()
    """What makes digits an ordinal in a date: 5th of May."""
    months_capital: bool = False
    """Whether the names of months have a capital, so that "may" is no month."""
    until: tuple[str, ...] = ()
    """What stands between the two moments of a range: from January to September."""
    compared_with_year: tuple[str, ...] = ()
    """What stands before a year that something is compared with, and there only: up 5% on 2023."""
    likening: tuple[str, ...] = ()
    """What stands before data that are only an example or a name: as customs data."""
    plural_endings: tuple[str, ...] = ()
    """Endings of nouns in the plural."""
    singular_endings: tuple[str, ...] = ()
    """Endings of words in the singular that look like plurals: process."""
    third_person: tuple[str, ...] = ()
    """Endings of verb forms that no adjective behind a noun in the singular has: un groupe produit."""
    participle_endings: tuple[str, ...] = ()
    """Endings of past participles: closed."""
    unnamed_endings: tuple[str, ...] = ()
    """Endings of words that head no noun phrase: quickly, falling, closed."""
    adverb_endings: tuple[str, ...] = ()
    """Endings of adverbs of manner: quickly."""
    fraction_of: tuple[str, ...] = ()
    """What stands between a fraction and the one unit that it is of: half a mile, a quarter of a percentage point."""

    @property
    def bounds_before(self) -> tuple[str, ...]:
        """All that bounds a value behind it: about, at least, up to."""
        above = (*self.more_before, *self.at_least_before)
        return (*self.about_before, *self.nearly_before, *above, *self.less_before, *self.at_most_before)


@cache
def figure_words(code: str) -> FigureWords:
    """The table of a language; for one without, an empty one."""
    words = table(code, "figures", FigureWords) or FigureWords()
    return replace(words, more_before=(*words.more_before, *words.little_more_before))


@cache
def clause_words(code: str) -> frozenset[str]:
    """Words that open a new clause, in lower case."""
    return frozenset(figure_words(code).clause)


def verb_last(code: str) -> bool:
    """Whether the participle closes its clause."""
    return figure_words(code).verb_second


def head_first(code: str) -> bool:
    """Whether the head of a noun phrase stands first."""
    return figure_words(code).head is HeadOrder.FIRST


@cache
def month_pattern(code: str) -> str:
    """An alternation of the month names and abbreviations of a language, from the Unicode CLDR."""
    try:
        locale = Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse("en")
    names = {
        str(name).rstrip(".")
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for name in locale.months[context][width].values()
    }
    names |= {"Sept"} if code == "en" else set()
    return "|".join(sorted((re.escape(name) for name in names if not name.isdigit()), key=lambda n: (-len(n), n)))
