"""Numbers of a text joined with their units, signs and ranges: what is written, before it is asked what it means."""

import re
from decimal import Decimal
from functools import cache

from msgspec import Struct

from secondsource.language.figures import figure_words
from secondsource.language.numerals import Form, Numeral, find_numerals
from secondsource.language.units import Units, units_of

_GAP = r"[ \u00a0\u202f\u2009]"
_WORD = re.compile(r"[^\W\d_]+(?:[’'.\-‑/][^\W\d_]+)*[²³]?", re.UNICODE)
_OF = re.compile(rf"{_GAP}(?:of|de|di|d['’]|van){_GAP}?")


class Written(Struct, frozen=True):
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
    """Every number of `text` with what belongs to it, in order."""
    numerals = find_numerals(text, code)
    found: list[Written] = []
    at = 0
    while at < len(numerals):
        one = _single(text, code, numerals[at])
        if at + 1 < len(numerals):
            both = _ranged(text, code, one, _single(text, code, numerals[at + 1]))
            if both is not None:
                found.append(both)
                at += 2
                continue
        found.append(one)
        at += 1
    return found


def _single(text: str, code: str, numeral: Numeral) -> Written:
    units = units_of(code)
    start, unit = _sign_before(text, numeral.start, code)
    end, after = _unit_after(text, numeral, code)
    age_end = _age_end(text, numeral, units)
    if age_end is not None and unit is None:
        end, after = age_end, "year"
    value, step = numeral.value, numeral.step
    if unit is not None and after is not None and after != unit and not _same_money(unit, after):
        end, after = numeral.end, None
    if after == "pound" and numeral.scaled:
        after = "GBP"
    if after in units.cents.values() and after is not None:
        cents = text[numeral.end : end].strip().lower()
        if cents in units.cents:
            value, step = value / 100, max(step, Decimal(1)) / 100
    # "US$10 Australian": what stands behind is the more telling of the two
    unit = after if unit == "USD" and after is not None else unit or after
    per_end, per = _rate(text, end, code) if unit is not None else (end, None)
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


def _same_money(before: str, after: str) -> bool:
    return before == "USD" and len(after) == 3 and after.isupper()


@cache
def _before_pattern(code: str) -> re.Pattern[str]:
    signs = sorted(units_of(code).before, key=lambda sign: (-len(sign), sign))
    named = "|".join(re.escape(sign) for sign in signs)
    return re.compile(rf"(?<![^\W\d_])({named}){_GAP}?[-−]?$")


@cache
def _symbol_pattern(code: str) -> re.Pattern[str]:
    units = units_of(code)
    known = {*units.symbols, *(sign for sign in units.cents if not sign[0].isalpha())}
    named = "|".join(re.escape(sign) for sign in sorted(known, key=lambda sign: (-len(sign), sign)))
    return re.compile(rf"(?:{_GAP}|-)?({named})(?![^\W_])")


def _sign_before(text: str, at: int, code: str) -> tuple[int, str | None]:
    match = _before_pattern(code).search(text[max(0, at - 8) : at])
    if match is None:
        return at, None
    return at - (len(match.string) - match.start(1)), units_of(code).before[match[1]]


def _unit_after(text: str, numeral: Numeral, code: str) -> tuple[int, str | None]:
    """Where the unit behind a number ends, and which it is."""
    at, units = numeral.end, units_of(code)
    at += text[at : at + 1] == "+"
    words = _words_after(text, at)
    read = _phrase(words, units)
    if read is not None:
        return read
    symbol = _symbol_pattern(code).match(text, at)
    if symbol is not None and not _letter_is_word(symbol, text):
        return symbol.end(), units.symbols.get(symbol[1]) or units.cents.get(symbol[1])
    if words and words[0][0].lower() in units.cents:
        return words[0][2], units.cents[words[0][0].lower()]
    if numeral.scaled or numeral.form in (Form.VAGUE, Form.ABOUT, Form.ROUND):
        return _unit_behind_of(text, at, code)
    return numeral.end, None


def _letter_is_word(symbol: re.Match[str], text: str) -> bool:
    """A single letter set off by a space is more often a word or an initial than a unit ("5 m" and "5 g" are not)."""
    letter = symbol[1]
    spaced = text[symbol.start()].isspace()
    return len(letter) == 1 and letter.isalpha() and spaced and letter not in "mgtlWV"


def _unit_behind_of(text: str, at: int, code: str) -> tuple[int, str | None]:
    """Millions of dollars, milliards d'euros, 35 millions de $."""
    match = _OF.match(text, at)
    if match is None:
        return at, None
    read = _phrase(_words_after(text, match.end()), units_of(code))
    if read is not None:
        return read
    symbol = _symbol_pattern(code).match(text, match.end())
    return (symbol.end(), units_of(code).symbols.get(symbol[1])) if symbol else (at, None)


def _words_after(text: str, at: int) -> list[tuple[str, int, int]]:
    """Up to five words that follow with nothing but spaces or a hyphen between."""
    words: list[tuple[str, int, int]] = []
    while len(words) < 5:
        behind = at
        while behind < len(text) and (text[behind] in " \u00a0\u202f\u2009-‑" and text[behind] != "\n"):
            behind += 1
        match = _WORD.match(text, behind)
        if match is None or behind - at > 2:
            break
        words.append((match[0], match.start(), match.end()))
        at = match.end()
    return words


def _phrase(words: list[tuple[str, int, int]], units: Units) -> tuple[int, str] | None:
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
    for form in units.ages:
        if tail.startswith(form) and form.strip() not in ("ans", "anni"):
            return numeral.end + len(form)
    before = text[max(0, numeral.start - 24) : numeral.start].lower().rstrip()
    for form in units.ages_before:
        if before.endswith(form) and not before[: -len(form)][-1:].isalpha() and numeral.value <= 120:
            bare = next((form for form in units.ages if tail.startswith(form)), "")
            return numeral.end + len(bare)
    return None


def _rate(text: str, end: int, code: str) -> tuple[int, str | None]:
    """`per gallon`, `a month`, `/h`: where it ends and what it is by; only what is no unit already."""
    units = units_of(code)
    words = _words_after(text, end)
    if text[end : end + 1] == "/" and (match := _WORD.match(text, end + 1)):
        return match.end(), _per_name(match[0], units)
    if len(words) < 2 or words[0][0].lower() not in units.per or text[words[0][1] - 1] == "-":
        return end, None
    sure = words[0][0].lower() in ("per", "pro")
    per = _phrase(words[1:], units)
    if per is not None:
        return per
    if sure and words[1][0].lower() not in figure_words(code).function:
        name, stop = words[1][0].lower(), words[1][2]
        return stop, name
    return end, None


def _per_name(word: str, units: Units) -> str:
    read = _phrase([(word, 0, len(word))], units)
    return read[1] if read else units.symbols.get(word, word.lower())


@cache
def _joint_pattern(code: str) -> re.Pattern[str]:
    """What stands between the two ends of a range."""
    words = figure_words(code)
    named = "|".join(re.escape(word) for word in (*words.range_to, *words.range_and))
    return re.compile(rf"(?:{_GAP}({named}){_GAP}|{_GAP}?[-–—‑]{_GAP}?)$", re.IGNORECASE)


@cache
def _opening_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, words)) or '$.'}){_GAP}(?:\w+{_GAP})?$", re.IGNORECASE)


def _ranged(text: str, code: str, low: Written, high: Written) -> Written | None:
    """`between 5 and 7`, `5-7%`, `$62 to $68`: one figure from two numbers; None where they are two."""
    joint = _joint_pattern(code).match(text[low.end : high.start])
    if joint is None or joint.end() != high.start - low.end:
        return None
    if low.unit is not None and high.unit is not None and low.unit != high.unit:
        return None
    if low.unit is not None and high.unit is None:
        return None
    words = figure_words(code)
    opened = _opening_pattern(words.between).search(text[max(0, low.start - 20) : low.start]) is not None
    joiner = (joint[1] or "-").lower()
    if joiner in words.range_and and not opened:
        return None
    if joiner == "-" and high.unit is None and not opened and not _noun_follows(text, high.end, low, high):
        return None
    factor = _lent_scale(low, high)
    value = low.value * factor
    if value >= high.value or (
        joiner not in words.range_and and high.value > 100 * max(value, Decimal(1)) and not opened
    ):
        return None
    return Written(
        start=low.start,
        end=high.end,
        number_start=low.number_start,
        number_end=high.number_end,
        value=value,
        step=max(low.step * factor, high.step),
        form=high.form,
        scaled=high.scaled,
        unit=high.unit or low.unit,
        upper=high.upper or high.value,
        ranged=True,
        per=high.per,
        age=high.age,
    )


def _noun_follows(text: str, at: int, low: Written, high: Written) -> bool:
    """A score (2-1, 6-4) has no noun behind it; a range of counts has."""
    words = _words_after(text, at)
    return bool(words) and words[0][0][0].islower() and low.value < high.value and len(words[0][0]) > 3


def _lent_scale(low: Written, high: Written) -> Decimal:
    """`5 to 7 million` means five million: the scale of the second holds for the first, where it has none."""
    if not high.scaled or low.scaled or low.value >= 1000:
        return Decimal(1)
    scale = Decimal(1)
    while high.value / (scale * 1000) >= 1:
        scale *= 1000
    return scale
