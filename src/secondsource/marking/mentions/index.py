"""What the walk found, laid out for lookup by place."""

from collections.abc import Sequence

from msgspec import Struct

from secondsource.language import names as name_tables
from secondsource.language import offices as office_tables
from secondsource.language.names import Names
from secondsource.language.offices import Offices

from .find import Item
from .lexicon import Sort, function_words, is_adverb, is_finite, naming, verbs
from .words import Words

_NONE = frozenset[str]()
_NO_OFFICES = Offices(
    of=_NONE, at=_NONE, where=_NONE, joins=_NONE, definite=_NONE, indefinite=_NONE, several=_NONE, modifiers=_NONE,
    top=_NONE, minister=(), ministry=(), portfolios={}, offices={}, roles={}, bodies={}, data={},
)  # fmt: skip

_NO_NAMES = Names(function="", honorifics={}, pronouns={}, subject=_NONE, verbs="")


class Index(Struct, frozen=True):
    """Items by the word at which they begin and end."""

    text: str
    words: Words
    language: str
    pack: Offices
    names: Names
    starts: dict[int, Item]
    ends: dict[int, Item]
    lowered: frozenset[str]
    """Words that the document also writes with a small letter."""
    stand_ins: Sequence[int]
    """Where words stand that may mean a party without naming it."""
    alone: frozenset[str]
    """Capitalised words that the document has on their own, inside a sentence: family names, if anything."""
    families: frozenset[str]
    """Last words of runs that begin with a given name."""

    def stand_ins_among(self, keys: frozenset[str]) -> list[int]:
        """Where those of them stand that have one of these keys, in order."""
        return [at for at in self.stand_ins if self.words.key[at] in keys]

    def is_subject(self, first: int, last: int) -> bool:
        """Whether a finite verb stands right behind words `first` to `last` (adverbs and days between), or in front; or
        a phrase in front names them as a source: "according to Ann Lee"."""
        if first > 0 and self.words.key[first - 1] in verbs(self.language):
            return True
        if first > 1 and (self.words.key[first - 2], self.words.key[first - 1]) in naming(self.language):
            return True
        return self.leads_on(first, last)

    def leads_on(self, first: int, last: int) -> bool:
        """Whether a finite verb comes right behind words `first` to `last`, adverbs and days between."""
        functions = function_words(self.language)
        begin, sentence = self._over_bracket(last), self.words.sentence[first]
        for at in range(begin, min(begin + 4, len(self.words))):
            word = self.words[at]
            if self.words.sentence[at] != sentence:
                return False
            if is_finite(word.key, self.language) and not word.capital:
                return True
            other = word.key not in functions and not is_adverb(word.key, self.language)
            if other or word.key in self.pack.of:
                return False
        return False

    def _over_bracket(self, at: int) -> int:
        """Behind a short bracket that begins here: "(R-Va.)"."""
        if at < len(self.words) and self.words.key[at] == "(":
            for end in range(at + 1, min(at + 9, len(self.words))):
                if self.words.key[end] == ")":
                    return end + 1
        return at

    def cut(self, first: int, last: int) -> str:
        """The text of words `first` to `last`, white space made single spaces."""
        return " ".join(self.text[self.words.start[first] : self.words.end(last - 1)].split())


def index(text: str, words: Words, found: Sequence[Item], language: str) -> Index:
    """The items for lookup; a language without tables has no titles."""
    pack = office_tables.offices(language) or _NO_OFFICES
    names = name_tables.names(language) or _NO_NAMES
    alone = frozenset(
        words.key[i.first] for i in found if i.sort is Sort.NAME and i.last == i.first + 1 and not words.titled[i.first]
    )
    given = name_tables.genders()
    families = frozenset(
        words.key[i.last - 1]
        for i in found
        if i.sort is Sort.NAME and i.last > i.first + 1 and words.key[i.first] in given
    )
    lowered = frozenset([word.key for word in set(words) if word.small])
    meaning_parties = name_tables.stand_ins(language)
    stand_ins = [at for at, key in enumerate(words.key) if key in meaning_parties]
    starts, ends = {item.first: item for item in found}, {item.last: item for item in found}
    return Index(text, words, language, pack, names, starts, ends, lowered, stand_ins, alone, families)
