"""Numbers of a text joined with their units, signs and ranges: what is written, before it is asked what it means."""

import re
from decimal import Decimal
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language.figures import figure_words
from secondsource.language.numbers.words import numerals_of
from secondsource.language.numerals import Form, Numeral, find_numerals
from secondsource.language.units import Units, is_money, units_of

GAP = r"[ \u00a0\u202f\u2009]"
_WORD = re.compile(r"[^\W\d_]+(?:[’'.\-‑/][^\W\d_]+)*[²³]?", re.UNICODE)
_NEXT_WORD = re.compile(rf"[ \u00a0\u202f\u2009\-‑]{{0,2}}({_WORD.pattern})")
_GAPS = frozenset(" \u00a0\u202f\u2009-")
_MOST_WORDS = 5
_LONGEST_SIGN = 8
_AMOUNT = re.compile(r"\d+(?:[.,]\d|[a-z]{1,2}\b|\s(?:trillion|billion|million|thousand))")
"""A number that is a sum rather than the end of a name: PS2.7m, but a PS4."""
_OLD = re.compile(r"[- ]old\b")
_HYPHENED_RATE = re.compile(r"-(?:a|an|per)-([^\W\d_]+)")
_OF = re.compile(rf"{GAP}(?:of|de|di|d['’]|van){GAP}?")


class Written(Struct, frozen=True, gc=False):
    """A number with its unit at `start` to `end`; its digits or words alone at `number_start` to `number_end`.

    `upper` is the top of a range or of a vague number. `unit` is None for a bare number; `per` is what a rate is by.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    value: Decimal
    step: Decimal
    form: Form
    scaled: bool
    unit: str | None = None
    upper: Decimal | None = None
    ranged: bool = False
    per: str | None = None
    age: bool = False


def find_written(text: str, code: str) -> list[Written]:
    """Every number of `text` with what belongs to it, in order; two numbers that make one figure are still two."""
    found: list[Written] = []
    for numeral in find_numerals(text, code):
        last = found[-1] if found else None
        if last is not None and numeral.end <= last.end:
            continue  # the word for a hundred in "por ciento"
        if last is not None and last.start < last.number_start and numeral.start > last.end > last.number_end:
            before = _sign_before(text, numeral.start, code, last.number_end)[0]
            if before < last.end:  # $ 20 $ 37: the second sign is the second number's
                found[-1] = replace(last, end=last.number_end)
        found.append(_single(text, code, numeral, found[-1].end if found else 0))
    return found


def _single(text: str, code: str, numeral: Numeral, floor: int) -> Written:
    units = units_of(code)
    start, unit = _sign_before(text, numeral.start, code, floor)
    end, after = _unit_after(text, numeral, code)
    age_end = _age_end(text, numeral, units) or _old_end(text, end, after)
    if age_end is not None and unit is None:
        end, after = age_end, after if after in ("month", "week", "day") else "year"
    value, step = numeral.value, numeral.step
    signs = (text[start : numeral.start].strip(), text[numeral.end : end].strip())
    if not units.millions.isdisjoint(signs):
        value, step = value * 1_000_000, max(step, Decimal(1)) * 1_000_000
    if unit is not None and after is not None and after != unit and not _same_money(unit, after):
        end, after = numeral.end, None
    if after == "pound" and numeral.scaled:
        after = "GBP"
    if after in units.minor and text[numeral.end : end].strip(" -\u00a0").lower() in units.cents:
        value, step = value / 100, max(step, Decimal(1)) / 100
    elif after is None and (cents := _cents_inside(text, numeral, units)) is not None:
        value, step, after = value / 10_000, Decimal("0.01"), cents
    # "US$10 Australian": what stands behind is the more telling of the two
    unit = after if unit == "USD" and after is not None else unit or after
    end, factor = _scale_behind(text, end, code) if is_money(after) and not numeral.scaled else (end, 1)
    value, step = value * factor, step * factor
    per_end, per = _rate(text, end, code) if unit is not None else (end, None)
    if after in units.minor and is_money(per) and value < 1:
        unit = per  # 11 cents on the euro are cents of the euro
    return Written(
        start=start,
        end=per_end,
        number_start=numeral.start,
        number_end=numeral.end,
        value=value,
        step=step,
        form=numeral.form,
        scaled=numeral.scaled,
        unit=unit,
        upper=numeral.upper,
        per=per,
        age=age_end is not None,
    )


def _scale_behind(text: str, end: int, code: str) -> tuple[int, int]:
    """75 USD million."""
    words = words_after(text, end)
    factor = numerals_of(code).multiplier(words[0][0].lower()) if words else None
    return (words[0][2], factor) if factor is not None else (end, 1)


def _cents_inside(text: str, numeral: Numeral, units: Units) -> str | None:
    """French writes the cent like the hundred: "12 cents" is read as 1,200 before it is seen to be money."""
    written = text[numeral.start : numeral.end]
    if not written[0].isdigit() or written[-1].isdigit():
        return None
    words = written.lower().split()
    return units.cents.get(words[-1]) if len(words) == 2 else None


def _same_money(before: str, after: str) -> bool:
    return before == "USD" and len(after) == 3 and after.isupper()


@cache
def _before_pattern(code: str) -> re.Pattern[str]:
    signs = sorted(units_of(code).before, key=lambda sign: (-len(sign), sign))
    named = "|".join(re.escape(sign) for sign in signs)
    return re.compile(rf"(?<![^\W\d_])({named}){GAP}?[-−]?$")


@cache
def _signs_by_last(code: str) -> dict[str, tuple[str, ...]]:
    """The signs that stand before a number, by what they end in."""
    by_last: dict[str, list[str]] = {}
    for sign in sorted(units_of(code).before):
        by_last.setdefault(sign[-1], []).append(sign)
    return {last: tuple(signs) for last, signs in by_last.items()}


@cache
def _symbol_patterns(code: str) -> dict[str, re.Pattern[str]]:
    """The symbols of units by their first letters."""
    units = units_of(code)
    known = {*units.symbols, *(sign for sign in units.cents if not sign[0].isalpha())}
    by_first: dict[str, list[str]] = {}
    for sign in sorted(known, key=lambda sign: (-len(sign), sign)):
        by_first.setdefault(sign[0], []).append(re.escape(sign))
    return {first: re.compile(rf"(?:{GAP}|-)?({'|'.join(signs)})(?![^\W_])") for first, signs in by_first.items()}


def _symbol_at(text: str, at: int, code: str) -> re.Match[str] | None:
    """The symbol of a unit right behind a number, a space or hyphen allowed between."""
    first = text[at : at + 1]
    pattern = _symbol_patterns(code).get(text[at + 1 : at + 2] if first in _GAPS else first)
    return pattern.match(text, at) if pattern is not None else None


def _sign_before(text: str, at: int, code: str, floor: int) -> tuple[int, str | None]:
    """Where the sign before a number starts, and its currency; not before `floor`, where another number ends."""
    head = text[max(floor, at - _LONGEST_SIGN) : at].rstrip(" \u00a0\u202f\u2009-−")
    if not head or not head.endswith(_signs_by_last(code).get(head[-1], ())):
        return at, None
    match = _before_pattern(code).search(text[max(floor, at - _LONGEST_SIGN) : at])
    if match is None or (match[1] in units_of(code).scraped and not _AMOUNT.match(text, at)):
        return at, None
    return at - (len(match.string) - match.start(1)), units_of(code).before[match[1]]


def _unit_after(text: str, numeral: Numeral, code: str) -> tuple[int, str | None]:
    """Where the unit behind a number ends, and which it is."""
    at, units = numeral.end, units_of(code)
    at += text[at : at + 1] == "+"
    words = _unit_words(text, at, units)
    if words and words[0][0].lower() in units.lead_in:
        words = words[1:]
    read = unit_phrase(words, units)
    if read is not None:
        return read
    symbol = _symbol_at(text, at, code)
    if symbol is not None and not _letter_is_word(symbol, text):
        return symbol.end(), units.symbols.get(symbol[1]) or units.cents.get(symbol[1])
    first = words[0][0].lower().split("-")[0] if words else ""
    if first in units.cents:
        return words[0][1] + len(first), units.cents[first]
    if numeral.scaled or numeral.form in (Form.VAGUE, Form.ABOUT, Form.ROUND):
        return _unit_behind_of(text, at, code)
    return numeral.end, None


def _letter_is_word(symbol: re.Match[str], text: str) -> bool:
    """A single letter set off by a space is more often a word or an initial than a unit ("5 m" and "5 g" are not)."""
    letter = symbol[1]
    if text[symbol.end() : symbol.end() + 1] in ("'", "’"):
        return True  # 23 l'an dernier
    spaced = text[symbol.start()].isspace()
    return len(letter) == 1 and letter.isalpha() and spaced and letter not in "mgtlWVCF"


def _unit_behind_of(text: str, at: int, code: str) -> tuple[int, str | None]:
    """Millions of dollars, milliards d'euros, 35 millions de $."""
    match = _OF.match(text, at)
    if match is None:
        return at, None
    read = unit_phrase(words_after(text, match.end()), units_of(code))
    if read is not None:
        return read
    symbol = _symbol_at(text, match.end(), code)
    return (symbol.end(), units_of(code).symbols.get(symbol[1])) if symbol else (at, None)


def _unit_words(text: str, at: int, units: Units) -> list[tuple[str, int, int]]:
    """The words behind a number that may name its unit: the first alone, where no longer name opens with it."""
    match = _NEXT_WORD.match(text, at)
    if match is None:
        return []
    first = match[1].lower().replace("’", "'")
    if first in units.phrases or first in units.lead_in:
        return words_after(text, at)
    return [(match[1], match.start(1), match.end(1))]


def words_after(text: str, at: int) -> list[tuple[str, int, int]]:
    """Up to five words that follow with nothing but spaces or a hyphen between."""
    words: list[tuple[str, int, int]] = []
    while len(words) < _MOST_WORDS:
        match = _NEXT_WORD.match(text, at)
        if match is None:
            break
        words.append((match[1], match.start(1), match.end(1)))
        at = match.end()
    return words


def unit_phrase(words: list[tuple[str, int, int]], units: Units) -> tuple[int, str] | None:
    """The unit that some words, as `words_after` gives them, open with, and where it ends; None where they do not."""
    if not words:
        return None
    lower = [word.lower().replace("’", "'") for word, _, _ in words]
    for form, unit in units.phrases.get(lower[0], ()):
        if tuple(lower[: len(form)]) == form:
            return words[len(form) - 1][2], unit
    head = lower[0].split("-")[0]
    for form, unit in units.phrases.get(head, ()) if head != lower[0] else ():
        if len(form) == 1:
            return words[0][1] + len(head), unit
    return None


def _age_end(text: str, numeral: Numeral, units: Units) -> int | None:
    """Behind "-year-old"; or behind the unit of "aged 45", "âgé de 45 ans"."""
    tail = text[numeral.end : numeral.end + 24]
    for form in units.ages if tail.startswith(units.ages) else ():
        if tail.startswith(form) and form.strip() not in ("ans", "anni"):
            return numeral.end + len(form)
    before = text[max(0, numeral.start - 24) : numeral.start].lower().rstrip()
    for form in units.ages_before if before.endswith(units.ages_before) else ():
        if before.endswith(form) and not before[: -len(form)][-1:].isalpha() and numeral.value <= 120:
            bare = next((form for form in units.ages if tail.startswith(form)), "")
            return numeral.end + len(bare)
    return None


def _old_end(text: str, end: int, unit: str | None) -> int | None:
    """Behind "18 month-old"; English alone writes ages in other units so."""
    match = _OLD.match(text, end) if unit in ("month", "week", "day") else None
    return match.end() if match is not None else None


def _rate(text: str, end: int, code: str) -> tuple[int, str | None]:
    """`per gallon`, `a month`, `/h`: where it ends and what it is by; only what is no unit already."""
    units = units_of(code)
    if text[end : end + 1] == "/" and (match := _WORD.match(text, end + 1)):
        return match.end(), _per_name(match[0], units)
    hyphened = _HYPHENED_RATE.match(text, end, end + 24)
    if hyphened is not None:
        return hyphened.end(), _per_name(hyphened[1], units)
    first = _NEXT_WORD.match(text, end)
    paid_for = _paid_for(text, end, first[1].lower(), units) if first is not None else None
    if paid_for is not None:
        return paid_for
    if first is None or first[1].lower() not in units.per or text[first.start(1) - 1] == "-":
        return end, None
    words = words_after(text, end)
    if len(words) < 2:
        return end, None
    if len(words) > 2 and words[2][0].lower() in units.not_rate:
        return end, None
    sure = words[0][0].lower() in ("per", "pro")
    per = unit_phrase(words[1:], units)
    if per is not None:
        return per
    if sure and words[1][0].lower() not in figure_words(code).function:
        name, stop = words[1][0].lower(), words[1][2]
        return stop, name
    return end, None


def _paid_for(text: str, end: int, first: str, units: Units) -> tuple[int, str] | None:
    """The unit of money that a sum is paid for: 11 cents on the euro. `first`: the word behind the sum."""
    if all(form[0] != first for form in units.per_money):
        return None
    words = words_after(text, end)
    lower = tuple(word.lower() for word, _, _ in words)
    for form in units.per_money:
        read = unit_phrase(words[len(form) :], units) if lower[: len(form)] == form else None
        if read is not None and is_money(read[1]):
            return read
    return None


def _per_name(word: str, units: Units) -> str:
    read = unit_phrase([(word, 0, len(word))], units)
    return read[1] if read else units.symbols.get(word, word.lower())
