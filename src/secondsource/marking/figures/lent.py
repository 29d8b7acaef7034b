"""A number that leaves its unit to another: from 208 pounds to 193; 12 million euros, the union says 25 million; not
4.2 but 3.9 tonnes."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from msgspec.structs import replace

from secondsource.language.figures import figure_words
from secondsource.language.numerals import Form
from secondsource.language.units import is_money, shared_money
from secondsource.model.mark import Figure, Mention
from secondsource.text.pattern import either

from .clause import TIGHT
from .find import GAP, Written, words_after
from .measure import counted

_FULL_STOP = re.compile(r"[.!?][”»\"’]?\s")
_FAR, _NEAR = 160, 16
"""Code points to the number before, and to the one behind, that lends its unit."""
_SCALE = Decimal(8)
"""Of one unit are values that are no more than that many times apart."""
_SCALE_NAMED = Decimal(30)
"""The same where both are counted in millions."""
_THOUSAND = Decimal(1000)
_MOST_POINTS, _BESIDE = Decimal(40), 30
"""Points that may be those of a share, and code points to the percentage beside them."""
_LEAST, _DOZEN = Decimal(2), Decimal(12)
_CLOSED = re.compile(r"\s?(?:[.;!?](?:\s|$)|,\s|\Z)")
_NEVER_LENT = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "times", *TIGHT})


def lent_unit(text: str, code: str, before: Written | None, one: Written) -> Written:
    """A number, with the unit of the one before where it leaves its own out."""
    if before is None or before.unit is None or one.unit is not None:
        return one
    if one.form is not Form.DIGITS and not (one.form is Form.WORDS and (one.scaled or _closes(text, one))):
        return one
    if not _moves(text, code, before, one) and not _goes_on(text, code, before, one):
        return one
    return replace(one, unit=before.unit, per=before.per)


def lender(text: str, before: Sequence[Written]) -> Written | None:
    """The number that may lend its unit: the last one, over years and a conversion in brackets."""
    for one in reversed(before[-3:]):
        year = one.unit is None and 1900 <= one.value < 2100
        if not year and text[one.start - 1 : one.start] != "(":
            return one
    return None


def _moves(text: str, code: str, before: Written, one: Written) -> bool:
    """From 208 pounds to 193."""
    opens, leads = _from_to(code)
    if not opens.search(text[max(0, before.start - 20) : before.start]) or not leads.match(
        text[before.end : one.start]
    ):
        return False
    follows = words_after(text, one.end)
    return not follows or follows[0][0].lower() in figure_words(code).function


@cache
def _from_to(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before the first and before the second value of a way: from … to …"""
    words = figure_words(code)
    first, then = either((*words.base, *words.of)), either(words.to)
    before = rf"(?<!\w)(?:{first})\s(?:[^\W\d_]+\s)?$"
    return re.compile(before), re.compile(rf"(?:{GAP}[^\W\d_]+){{0,3}}{GAP}(?:{then}){GAP}(?:[^\W\d_]+{GAP})?$")


def _goes_on(text: str, code: str, before: Written, one: Written) -> bool:
    """Whether a number with nothing behind it that it could count stands in the sentence of an amount of its size, or
    in the next: of two amounts in millions, or of two without a scale."""
    between = text[before.end : one.start]
    if len(between) > _FAR or "\n" in between or len(_FULL_STOP.findall(between)) > 1:
        return False
    if is_money(before.unit) and not one.scaled and _FULL_STOP.search(between):
        return False
    if before.unit in _NEVER_LENT or one.value < _LEAST or not _of_one_size(before, one):
        return False
    if one.scaled != before.scaled or (is_money(before.unit) and not _is_sum(before, one)):
        return False
    return _bare(text, code, one)


def _is_sum(before: Written, one: Written) -> bool:
    """Whether a number looks like a sum of money: in millions, in thousands, or with cents."""
    return one.scaled or min(one.value, before.value) >= _THOUSAND or one.step < 1


def _closes(text: str, one: Written) -> bool:
    """Whether a number word above a dozen closes its clause: l'avocat avance quarante-deux."""
    return one.value > _DOZEN and _CLOSED.match(text, one.end) is not None


def _bare(text: str, code: str, one: Written) -> bool:
    """Whether a number is followed by no word that it could count."""
    if text[one.end : one.end + 1] == "-":
        return False
    follows, words = words_after(text, one.end), figure_words(code)
    if not follows:
        return True
    first = re.split("['’]", follows[0][0].lower())[0]
    if one.scaled and words.scaled_of and first not in words.scaled_of:
        return True  # 310 millions dus aux banques; a count would say: 310 millions de
    if one.scaled and words.heads_capital and counted(text, one.end, code) is None:
        return True  # hielt 3,4 Millionen für genug
    return first in words.beside or (one.scaled and first in words.between_subject)  # 12 millions ont été retrouvés


def _of_one_size(before: Written, one: Written) -> bool:
    low, high = sorted((abs(before.value), abs(one.value)))
    return high <= (_SCALE_NAMED if before.scaled and one.scaled else _SCALE) * low


def lent_back(text: str, code: str, written: list[Written]) -> list[Written]:
    """Numbers of which the second alone has the unit that both share: not 4.2 but 3.9 tonnes; from 80 to 60 km/h."""
    found = list(written)
    for at, behind in enumerate(written[1:]):
        one = found[at]
        if behind.unit is None or one.form is not Form.DIGITS or not _of_one_size(one, behind):
            continue
        between = text[one.end : behind.start]
        leads = _leads_to(text, code, one, between) and one.end == one.number_end and one.start == one.number_start
        instead = one.unit is None and behind.unit not in _NEVER_LENT and _put_aside(text, code, one, behind)
        if leads or instead:
            found[at] = replace(one, unit=behind.unit, per=behind.per)
    return found


def _leads_to(text: str, code: str, one: Written, between: str) -> bool:
    """Whether a change leads from a number to the one behind it: from 80 to 60."""
    words, before = figure_words(code), _word_before(text, one)
    return before in (*words.base, *words.of, *words.by) and between.strip().lower() in words.to


def _put_aside(text: str, code: str, one: Written, behind: Written) -> bool:
    """Whether a number is named only as the one that is not meant: not 4.2 but 3.9."""
    between = text[one.end : behind.start]
    beside = len(between) <= _NEAR and between[:1] in ", " and one.scaled == behind.scaled
    return _word_before(text, one) in figure_words(code).instead and beside and _bare(text, code, one)


def _word_before(text: str, one: Written) -> str:
    return next(iter(text[max(0, one.start - _NEAR) : one.start].lower().split()[-1:]), "")


def in_points(text: str, code: str, written: list[Written]) -> list[Written]:
    """The numbers; points beside percentages are percentage points: verlor 6,3 Punkte und kam auf 29,4 Prozent."""
    words = figure_words(code).points
    shares = [one for one in written if one.unit == "percent"]
    if not words or not shares:
        return written
    return [_in_points(text, one, shares, words) if one.unit is None else one for one in written]


def _in_points(text: str, one: Written, shares: list[Written], words: frozenset[str]) -> Written:
    follows = words_after(text, one.end)
    if not follows or follows[0][0].lower() not in words or one.value > _MOST_POINTS:
        return one
    for share in shares:
        first, last = sorted((one, share), key=lambda each: each.start)
        between = text[first.end : last.start]
        if len(between) <= _BESIDE and not _FULL_STOP.search(between) and "\n" not in between:
            return replace(one, unit="percentage-point", end=follows[0][2])
    return one


def in_national_money(figures: list[Figure], mentions: Sequence[Mention]) -> list[Figure]:
    """The figures, sums in crowns, francs, dinars or pesos in those of the one country of such money that the document
    names. The first two letters of a currency's code are its country's (ISO 4217)."""
    if not any(figure.unit.partition("/")[0] in shared_money() for figure in figures):
        return figures
    countries = {one.country.upper() for one in mentions if one.country is not None}
    return [_national(figure, countries) for figure in figures]


def _national(figure: Figure, countries: set[str]) -> Figure:
    unit, slash, per = figure.unit.partition("/")
    known = sorted(code for code in shared_money().get(unit, ()) if code[:2] in countries)
    return replace(figure, unit=f"{known[0]}{slash}{per}") if len(known) == 1 else figure
