"""Which numbers are no figures: years, dates, times, names, list numbers, scores, addresses, idioms."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from secondsource.language.figures import FigureWords, HeadOrder, figure_words
from secondsource.language.numbers.words import numerals_of
from secondsource.language.numerals import Form
from secondsource.language.subjects import may_give
from secondsource.text.normalise import plain
from secondsource.text.pattern import either

from .clause import TIMES, opens_with
from .dates import WORD_AFTER, is_bare, is_behind, is_date, is_time, last_word
from .find import Written
from .measure import counted

_LIST_NUMBER = re.compile(r"(?:^|\n)[ \t(\[]*$")
_LONGEST_BRACKET = 200
_ENDS = frozenset('.:;!?)”"')
_LIST_MARK = re.compile(r"[.)\]](?:\s|$)")
_PARAGRAPH = re.compile(r"\)\s[A-ZÀ-Þ]")
_MODEL = re.compile(r"[ -][A-ZÀ-Þ]{2,}(?![a-zß-ÿ])")
_WORDS_AFTER = re.compile(r"[ \u00a0]([^\W\d_][\w'’.-]*)")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n“”\"«»(•–-])\s*$")
_LONGEST_ROW = 10**10
_SIZES = frozenset({"inch"})
_DIVISORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100, 128, 1000})
_HUNDRED = 100
_THOUSAND = 1000
_YEAR_CUE_AFTER = re.compile(r"['’]?s\b|[-–/]\d")
_MODERN, _BEHIND = 1900, 16
"""Years before which only histories speak of; code points behind a number that may say of whom it is."""
_LONGEST_GAP, _WHOSE = 120, 5
"""Code points before a number that hold the count whose verb it shares; words before the name of whose it is."""


@cache
def _gap_patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before and behind a second count that leaves out its verb and noun."""
    both, small = either(figure_words(code).range_and), either(numerals_of(code).small)
    led = rf"(?:{either(figure_words(code).determiners)})\s(?:[^\W\d_]+['’]?\s){{1,{_WHOSE - 1}}}"
    whose = rf"(?:(?:[^\W\d_]+['’]?[\s’'-]){{0,{_WHOSE}}}(?:[A-ZÀ-Þ][\w-]+\s){{1,3}}|{led})"
    before = rf"(?:\d|(?<![^\W_])(?i:{small}))\s[^\W\d_][^.!?:\n]*?(?:,|;|\s(?:{both}))\s{whose}$"
    return re.compile(before), re.compile(rf"\s?(?:[.;]\s|[.;]$|,\s(?!\d)|$|\s(?:{both})\s)")


@cache
def _of_more(code: str) -> re.Pattern[str]:
    """Behind a part the number of its whole: die CDU 38 der 101 Abgeordneten."""
    words = figure_words(code)
    links = either((*words.of, *words.out_of, *words.wholes))
    return re.compile(rf"\s(?:{links})\s(?:(?:{either(words.determiners)})\s)?\d")


def is_figure(text: str, written: Written, code: str) -> bool:
    """Whether a number counts or measures something."""
    if written.ranged and written.unit is None and _are_years(written):
        return False
    if written.form is Form.FRACTION and _is_slashed_name(text, written, code):
        return False
    if written.form is Form.WORDS and (_is_capital_name(text, written) or is_time(text, written, code)):
        return False
    if _is_some_time(written) or _is_third(text, written, code) or _is_dotted_ordinal(text, written, code):
        return False
    if written.unit in TIMES and (
        _is_attribute(text, written) or _is_some_day(text, written) or _is_step_back(text, written, code)
    ):
        return False
    if _is_product(text, written) or _is_gallery(text, written, code):
        return False
    if _are_two_who_belong(text, written, code) or _is_in_compound(text, written):
        return False
    if written.ranged or written.unit is not None:
        return not is_date(text, written, code) and not _is_name_with_unit(text, written)
    if written.form is Form.DIGITS:
        return not _is_other_digits(text, written, code)
    if written.form is Form.WORDS and written.value == 1:
        return _counts_one(text, written, code)
    if _is_rank(text, written, code):
        return False
    return not (_named(text, written, code) and written.form is Form.WORDS)


def _is_step_back(text: str, written: Written, code: str) -> bool:
    """One year earlier, ein Jahr zuvor: a moment, not a length of time."""
    if written.value != 1:
        return False
    tail = text[written.end : written.end + 24].lower()
    return any(re.match(rf"\s{re.escape(word)}(?!\w)", tail) is not None for word in figure_words(code).earlier)


def _is_rank(text: str, written: Written, code: str) -> bool:
    """The bottom three, the second half: a place, with nothing counted behind it."""
    words = figure_words(code)
    before = last_word(text[max(0, written.start - 20) : written.start])
    return before is not None and before[1].lower() in words.ranks and is_bare(text, written, code)


def _is_slashed_name(text: str, written: Written, code: str) -> bool:
    """9/11, 24/7, 8/8: only what people divide by makes a fraction, and less of it than the whole. The half of a year
    and a half is none of its own."""
    if written.value == 50 and is_behind(text, written, frozenset(figure_words(code).range_and)):
        return True
    slashed = re.search(r"(?:(\d+)\s?)?[/⁄]\s?(\d+)$", text[written.number_start : written.number_end])
    if slashed is None:
        return False
    top, bottom = int(slashed[1] or 0), int(slashed[2])
    return bottom not in _DIVISORS or top >= bottom


def _is_capital_name(text: str, written: Written) -> bool:
    """The Gang of Eight: a number word with a capital inside a sentence, and no other capital behind it."""
    if not text[written.number_start].isupper() or _SENTENCE_START.search(
        text[max(0, written.start - 8) : written.start]
    ):
        return False
    after = WORD_AFTER.match(text, written.end)
    return after is None or after[1][0].islower()


def _is_some_time(written: Written) -> bool:
    """Une fois de plus, one time: no count."""
    return written.unit == "times" and written.form is Form.WORDS and written.value == 1


def _is_third(text: str, written: Written, code: str) -> bool:
    """A third party, un quatrième trimestre: the ordinal, since what it would be a part of follows at once."""
    if written.form is not Form.FRACTION:
        return False
    words, table = text[written.start : written.end].lower().split(), numerals_of(code)
    lone = len(words) == 2 and (words[0] in table.articles or table.small.get(words[0]) == 1)
    ordinal = lone and words[1] in table.ordinals
    return ordinal and not is_bare(text, written, code) and WORD_AFTER.match(text, written.end) is not None


def _is_dotted_ordinal(text: str, written: Written, code: str) -> bool:
    """Ihren 40. Geburtstag, den 25.August."""
    words = figure_words(code)
    if not words.ordinal_before or written.form is not Form.DIGITS or text[written.end : written.end + 1] != ".":
        return False
    before = last_word(text[max(0, written.start - 20) : written.start])
    follows = re.match(r"\.\s?[^\W\d_]", text[written.end : written.end + 3])
    return follows is not None and before is not None and before[1].lower() in words.ordinal_before


def _are_years(written: Written) -> bool:
    last = written.upper if written.upper is not None else written.value
    return (
        all(1500 <= year < 2200 and year == int(year) for year in (written.value, last)) and written.form is Form.DIGITS
    )


def _is_attribute(text: str, written: Written) -> bool:
    """A five-year plan: the time belongs to a name for the thing. An age is something else."""
    return not written.age and not written.ranged and text[written.number_end : written.number_end + 1] in "-‑"


def _is_some_day(text: str, written: Written) -> bool:
    """One day he left: no count of days."""
    opens = _SENTENCE_START.search(text[max(0, written.start - 8) : written.start])
    return written.form is Form.WORDS and written.value == 1 and written.unit == "day" and opens is not None


def _is_other_digits(text: str, written: Written, code: str) -> bool:
    tests = (_touches_letters, is_date, is_time, _is_score, _is_list_number, _is_year, _named)
    return any(test(text, written, code) for test in tests)


def _is_name_with_unit(text: str, written: Written) -> bool:
    """4K, and digits glued to a letter and a hyphen before (X-5 m)."""
    before = text[max(0, written.number_start - 1) : written.number_start]
    return written.start == written.number_start and before.isalnum()


def _touches_letters(text: str, written: Written, code: str) -> bool:
    """20th, 4x4, MI6, #5, and long rows of digits, which number things."""
    if text[written.number_start : written.number_end].isdigit() and written.value >= _LONGEST_ROW:
        return True
    after = text[written.end : written.end + 2]
    before = text[max(0, written.start - 2) : written.start]
    if after[:1].isalpha() or (after[:1] == "-" and after[1:2].isupper()):
        return True
    glued = before[-1:] in "'’#_/\\" and before[-1:] != ""
    return glued or before[-1:].isalpha() or (after[:1] in "/\\" and after[1:2].isdigit())


def _is_gallery(text: str, written: Written, code: str) -> bool:
    """25 Photos: … and a line of its own, "2 Bilder", count what the page shows."""
    after = WORD_AFTER.match(text, written.end)
    if after is None or after[1].lower() not in figure_words(code).galleries:
        return False
    return text[after.end() : after.end() + 1] in (":", "\n", "", ")")


def _are_two_who_belong(text: str, written: Written, code: str) -> bool:
    """A New York couple: only "a couple of" counts."""
    words = figure_words(code)
    if written.unit is not None or text[written.start : written.end].rpartition(" ")[2].lower() not in words.twosomes:
        return False
    after = WORD_AFTER.match(text, written.end)
    return after is None or after[1].lower() not in (*words.genitives, *words.more_after)


def _is_product(text: str, written: Written) -> bool:
    """A 16-inch MacBook: the size belongs to a name."""
    hyphenated = text[written.number_end : written.number_end + 1] in "-‑" and written.end > written.number_end
    sized = hyphenated and written.unit in _SIZES and written.value % 1 == 0
    after = WORD_AFTER.match(text, written.end) if sized else None
    return after is not None and after[1][0].isupper()


def _is_in_compound(text: str, written: Written) -> bool:
    """A best-of-seven series: a number word that a hyphen ties to the word before it."""
    before = text[max(0, written.start - 2) : written.start]
    return written.form is Form.WORDS and len(before) == 2 and before[1] == "-" and before[0].isalpha()


def _is_score(text: str, written: Written, code: str) -> bool:
    """One side of 2-1 or 6–4, or of a version or an address such as 10-12."""
    after = text[written.end : written.end + 2]
    before = text[max(0, written.start - 2) : written.start]
    return (len(after) == 2 and after[0] in "-–:" and after[1].isdigit()) or (
        len(before) == 2 and before[1] in "-–:" and before[0].isdigit()
    )


def _is_list_number(text: str, written: Written, code: str) -> bool:
    if written.value >= 100 or _LIST_MARK.match(text, written.end) is None:
        return False
    if _LIST_NUMBER.search(text[max(0, written.start - 12) : written.start]):
        return True
    if text[written.end] != ")":
        return False
    before = text[max(0, written.start - _LONGEST_BRACKET) : written.start]
    if before.endswith("("):
        return _PARAGRAPH.match(text, written.end) is not None and before[:-1].rstrip()[-1:] in _ENDS
    return before.count("(") == before.count(")") and before[-1:].isspace() and before.rstrip()[-1:] in _ENDS


def _is_year(text: str, written: Written, code: str) -> bool:
    digits = text[written.number_start : written.number_end]
    if _YEAR_CUE_AFTER.match(text, written.end):
        return True
    if not (len(digits) == 4 and digits.isdigit() and 1000 <= written.value < 2200):
        return False
    if is_behind(text, written, figure_words(code).no_year_behind) or _counts_like_a_year(text, written, code):
        return False
    if written.value < 1500 and not is_behind(text, written, figure_words(code).year_before):
        return False
    if written.value < 1500 or _comparator_near(text, written, code):
        return is_bare(text, written, code)
    return True


def _counts_like_a_year(text: str, written: Written, code: str) -> bool:
    """Whether digits that look like a year count, where thousands are written without a sign: spricht von 2000
    Arbeitsplätzen, zählte 1800 Teilnehmer, 1840 davon."""
    words = figure_words(code)
    if words.head is not HeadOrder.FIRST and not words.heads_capital:
        return False
    if opens_with(text[written.end : written.end + _BEHIND], words.of_which):
        return True
    noun = counted(text, written.end, code)
    if noun is None or not (words.heads_capital or noun.cut(text).endswith(words.plural_endings)):
        return False
    if is_behind(text, written, frozenset((*words.of, *words.by))):
        return True
    return written.value < _MODERN and not is_behind(text, written, words.year_before)


def _comparator_near(text: str, written: Written, code: str) -> bool:
    before = text[max(0, written.start - 24) : written.start].lower().rstrip()
    return f" {before}".endswith(_comparators(code))


@cache
def _comparators(code: str) -> tuple[str, ...]:
    """What bounds a value before it, each behind a space."""
    words = figure_words(code)
    known = (*words.about_before, *words.more_before, *words.less_before, *words.at_least_before, *words.nearly_before)
    return tuple(f" {word}" for word in known)


def _named(text: str, written: Written, code: str) -> bool:
    """Number 10, Flight 370, Fortune 500, iPhone 11 Pro: the number belongs to a name."""
    head = text[max(0, written.start - 40) : written.start]
    if written.form is Form.DIGITS and written.value % 1 == 0 and _names_follow(text, written, code):
        return True
    match = last_word(head)
    if match is None:
        return False
    words, before = figure_words(code), match[1]
    grouped = written.value >= _THOUSAND and not text[written.number_start : written.number_end].isdigit()
    ahead = head[: match.start()].split()[-1:]
    if before.lower() in words.number_of and ahead and ahead[0].lower() in words.numbering:
        return False
    if may_give(plain(before), code) and before.islower() and is_gapped(text, written, code):
        return False  # 30 boats, a farmers' group 45
    if before.lower() in words.number_of and not grouped:
        follows = WORD_AFTER.match(text, written.end)
        plural = follows is not None and follows[1][0].islower() and _is_plural(follows[1], words)
        return not plural or not before.islower()
    if before.lower().rstrip(".") in words.indexes and (before[0].isupper() or before.islower() is False):
        return True
    if is_gapped(text, written, code) or _of_more(code).match(text, written.end):
        return False
    capital = before[0].isupper() and not _SENTENCE_START.search(head[: match.start()])
    if not capital or before.lower() in words.function or before[-1] in '.,;:)”"':
        return False
    if words.heads_capital:
        if _shares_a_noun(text, written, code):
            return False
        version = _MODEL.match(text, written.end)
        alone = version is not None and text[version.end() : version.end() + 1] != "-"
        return (alone or is_bare(text, written, code)) and written.value < _THOUSAND
    after = WORD_AFTER.match(text, written.end)
    return after is None or after[1][0].isupper() or after[1].lower() in words.function


def numbers_of_names(text: str, found: Sequence[Written], code: str) -> frozenset[str]:
    """The digits that a text writes as a part of a name, and again elsewhere: Boeing 737, Fortune 500."""
    numbers = Counter([text[one.number_start : one.number_end] for one in found])
    again = {number for number, times in numbers.items() if times > 1 and number.isdigit()}
    if not again:
        return frozenset()
    bare = [one for one in found if one.form is Form.DIGITS and one.unit is None and one.value >= _HUNDRED]
    digits = ((text[one.number_start : one.number_end], one) for one in bare)
    return frozenset(number for number, one in digits if number in again and _named(text, one, code))


def is_named_elsewhere(text: str, written: Written, names: frozenset[str], code: str) -> bool:
    """Whether digits that the text has in a name stand for it here: the 737 is old, der 737 MAX."""
    if text[written.start : written.end] not in names:
        return False
    return is_bare(text, written, code) or _MODEL.match(text, written.end) is not None


def _shares_a_noun(text: str, written: Written, code: str) -> bool:
    """41 or 63; in Linz 12 und in Graz 17 Menschen: the noun behind the second number is that of the first as
    well."""
    return _shared_noun(code).match(text, written.end) is not None


@cache
def _shared_noun(code: str) -> re.Pattern[str]:
    words = figure_words(code)
    return re.compile(rf"\s(?:{either(words.either)}|(?:{either(words.range_and)})(?:\s[^\W\d_]+){{1,3}})\s\d")


def _is_plural(word: str, words: FigureWords) -> bool:
    """Whether a word has a plural ending, or is a plural without one."""
    return word.endswith(words.plural_endings) or word.lower() in words.plurals


def is_gapped(text: str, written: Written, code: str) -> bool:
    """54 cases and Oklahoma 12: a second count that leaves out its verb and noun, right behind whose it is."""
    head = text[max(0, written.start - _LONGEST_GAP) : written.start]
    before, behind = _gap_patterns(code)
    return behind.match(text, written.end) is not None and before.search(head) is not None


def _names_follow(text: str, written: Written, code: str) -> bool:
    """11 Pro Max, 787 Dreamliner, 22 Ave Foch: names behind the number, and no plural that they qualify."""
    if figure_words(code).heads_capital:
        return False
    if text[written.end : written.end + 1] not in " \u00a0":
        return False
    words = [word.rstrip(".") for word in _WORDS_AFTER.findall(text, written.end, written.end + 48)]
    if not words or not words[0][0].isupper():
        return False
    if words[0].endswith("s") or not text[written.number_start : written.number_end].isdigit():
        return False
    phrase = takewhile(lambda word: word.lower() not in _closing(code), words[:6])
    return not any(word[0].islower() and _is_plural(word, figure_words(code)) for word in phrase)


@cache
def _closing(code: str) -> frozenset[str]:
    """Words that end the phrase behind a number."""
    return figure_words(code).function.difference(figure_words(code).range_and)


def _counts_one(text: str, written: Written, code: str) -> bool:
    """The word for one counts only before a noun, and not in idioms. In languages where it is the article too it never
    does."""
    words = figure_words(code)
    if not words.one_idioms:
        return False
    after = WORD_AFTER.match(text, written.end)
    before = last_word(text[max(0, written.start - 20) : written.start])
    if after is None or after[1].lower() in words.one_idioms:
        return False
    if before is not None and before[1].lower() in words.one_before:
        return False
    return after[1].lower() in words.of or after[1].lower() not in words.function
