"""A text as the calendar sees it: words and numbers with their senses, everything else unknown."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from secondsource.model.excerpt import Excerpt
from secondsource.model.span import Span
from secondsource.text.remembered import Remembered
from secondsource.text.stretches import KNOWN, SOUGHT, WORTHLESS, stretches, worths_of

from .grammar import BREAK, UNKNOWN, Grammar, Sense, digit_classes, grammar, number_classes, ordinal_classes

_TOKEN = re.compile(
    r"""(?=[\S\n])(?:  # what comes most often comes first, and most spaces are not tried at all
      (?P<word>[^\W\d_]{2,})
    | (?:(?<!\w)|(?<=(?<!\d)(?:19|20)\d\d))(?P<part>[QqHh][1-4])(?!\w)
    | (?P<letter>[^\W\d_])
    | (?P<gap>\n[^\S\n]*\n\s*)
    | (?:(?<![\w.,:/-])|(?<=\d/\d-)|(?<=\d/\d\d-)|(?<=/\d{4}-)|(?<=-\d{4}-))(?:
        (?P<ymd>\d{4}(?P<s1>[-./])\d{1,2}(?P=s1)\d{1,2})(?:[T\ ](?P<ymdhm>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z?)?(?![\w/-])
      | (?P<dmy>\d{1,2}(?P<s2>[-./])\d{1,2}(?P=s2)(?:\d{4}|\d\d))(?![\w/]|-(?!\d{1,2}[-/.]\d)|\.\d)
      | (?P<my>(?:1[0-2]|0?[1-9])(?:\s*[/-]\s*|\.\s?)(?:19|20)\d\d|(?:19|20)\d\d(?:\s*/\s*|\s-\s)(?:1[0-2]|0?[1-9])
              |(?:19|20)\d\d(?:\s-|-\s)(?:1[0-2]|0[1-9])
              |(?:19|20)\d\d[.-](?:1[0-2]|0[1-9]))(?![\w/-]|\.\d)
      | (?P<slashed>\d{1,2}/\d{1,2})(?![\w/]|-(?!\d{1,2}/)|\.\d)
      | (?P<hm>\d{1,2}[:h]\d\d)(?::\d\d)?(?![\d:]))
    | (?<!\d)(?<!\d[-/.])(?P<iso>(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d|-\d)
    | (?<!\w)(?P<tens>['’‘`]?(?:\d\d)?\d0['’]?s)(?!\w)
    | (?P<large>\d{1,3}(?:[.,'\u2019\u00a0\u202f]\d{3})+(?![\d])(?:[.,]\d+)?)
    | (?P<dot>\d{1,2}\.\d{1,2})(?![\d.,]\d)
    | (?P<decimal>\d+[.,]\d+)
    | (?P<digits>\d+)
    | (?P<mark>[^\s\w]))""",
    re.VERBOSE,
)
_LETTERS = ("word", "letter")
_WITHOUT_DIGITS = re.compile(r"\D*[^\W\d_]\D*")
_SAME_MARK = {"'": "\u2019", "\u2018": "\u2019", "\u2013": "-", "\u2014": "--", "\u2011": "-", "\u2010": "-"}
_MONEY = frozenset("$£€¥#")
_GLUED = frozenset({"month", "monthab", "fiscal"})
"""Classes of words that a number may hang on: Dec31, FY18."""
_MOST_NUMBER_WORDS = 9
_TOO_LONG = 12
"""Digits that are no number of the calendar any more."""
_NO_SENSE = Sense(UNKNOWN, {})
_GAP = Sense(BREAK, {})


class Lexeme(Struct, frozen=True, gc=False):
    """Characters `start` to `end` with their sense."""

    start: int
    end: int
    sense: Sense

    @property
    def values(self) -> Mapping[str, str]:
        """The value in each class."""
        return self.sense.values


def lexemes(text: str, reported: Excerpt, rules: Grammar) -> list[Lexeme]:
    """The lexemes of the reported passages, in order, at their places in `text`, as far as they stand near a word or
    number of the calendar; each passage that is read to its end is closed by a break.

    Number words that belong together are one lexeme, compounds are cut in two.
    """
    found: list[Lexeme] = []
    starts, passages = reported.starts, reported.spans
    for stretch in stretches(reported.text, _worths(rules.code)):
        for at in range(bisect_right(starts, stretch.start) - 1, bisect_left(starts, stretch.end)):
            passage = passages[at]
            shift = passage.start - starts[at]
            inside = Span(max(passage.start, stretch.start + shift), min(passage.end, stretch.end + shift))
            found += _of_stretch(text, inside, rules)
            if inside.end == passage.end:
                found.append(Lexeme(passage.end, passage.end, _GAP))
    return found


@cache
def _worths(code: str) -> Remembered[int]:
    """What each piece of a text is worth to the calendar of a language."""
    rules = grammar(code)

    def worth(word: str) -> int:
        if rules is None:
            return WORTHLESS
        sense = rules.forms.get(word) or (rules.lower.get(word.lower()) if word[1:2].isupper() else None)  # XIXe
        if sense is not None:
            return SOUGHT if rules.core.match(sense.sign) else KNOWN
        if word.lower() in rules.calendar.numbers.ordinal_endings:
            return KNOWN
        cut = rules.tails.fullmatch(word.lower()) if rules.tails else None
        return SOUGHT if cut and word[: cut.end("head")] in rules.forms else WORTHLESS

    return worths_of(worth)


def _of_stretch(text: str, stretch: Span, rules: Grammar) -> list[Lexeme]:
    """The lexemes of one stretch. Pieces of words alone are remembered; what stands between them is read as a whole,
    for dates may have spaces inside."""
    cut = text[stretch.start : stretch.end]
    if "\n" in cut:
        return _join_numbers(_read(text, stretch, rules), text, rules)
    found: list[Lexeme] = []
    remembered = _pieces(rules.code)
    unread, at = -1, stretch.start
    for piece in cut.split(" "):
        known = remembered[piece]
        if known is None:
            unread = at if unread < 0 else unread
        else:
            if unread >= 0:
                found += _read(text, Span(unread, at - 1), rules)
                unread = -1
            goes_on = known.opens_unknown and found and found[-1].sense is _NO_SENSE
            for lexeme in known.lexemes[1:] if goes_on else known.lexemes:
                found.append(Lexeme(at + lexeme.start, at + lexeme.end, lexeme.sense))
        at += len(piece) + 1
    if unread >= 0:
        found += _read(text, Span(unread, stretch.end), rules)
    return _join_numbers(found, text, rules)


class _Piece(Struct, frozen=True, gc=False):
    """What stands between two spaces, with letters and no digit: its lexemes, counted from its start."""

    lexemes: tuple[Lexeme, ...]
    opens_unknown: bool
    """Whether the first is an unknown word, which goes on with a run of unknown words."""


@cache
def _pieces(code: str) -> Remembered[_Piece | None]:
    """What each piece of a text says; None where only its neighbours tell how to read it."""
    rules = grammar(code)

    def piece_of(written: str) -> _Piece | None:
        if rules is None or not _WITHOUT_DIGITS.fullmatch(written):
            return None
        lexemes = tuple(_read(written, Span(0, len(written)), rules))
        unknown = lexemes[0].sense is _NO_SENSE and written[lexemes[0].start].isalpha()
        return _Piece(lexemes, unknown and rules.tails is None)

    return Remembered(piece_of)


def _read(text: str, stretch: Span, rules: Grammar) -> list[Lexeme]:
    """The lexemes of a stretch by the pattern, without joining number words."""
    found: list[Lexeme] = []
    forms, compounds = rules.forms, rules.tails is not None
    unknown = False  # whether the last one is: a run of unknown words is one lexeme, since no pattern looks inside
    end = -1
    for token in _TOKEN.finditer(text, stretch.start, stretch.end):
        kind = token.lastgroup
        start, before = token.start(), end
        end = token.end()
        if kind in _LETTERS:
            word = token[0]
            sense = forms.get(word)
            if sense is None and word[1:2].isupper():  # XIXe
                sense = rules.lower.get(word.lower())
            if sense is not None and before != start:
                found.append(Lexeme(start, end, sense))
                unknown = False
                continue
            if before != start and not compounds:
                if not unknown:
                    found.append(Lexeme(start, end, _NO_SENSE))
                unknown = True
                continue
            _add_word(found, word, start, rules)
        elif kind == "mark":
            mark = _SAME_MARK.get(token[0], token[0])
            found.append(Lexeme(start, end, rules.lower.get(mark, _NO_SENSE)))
        elif kind == "gap":
            found.append(Lexeme(start, end, _GAP))
        elif kind == "tens":
            digits = re.sub(r"\D", "", token[0])
            name = "tens2" if len(digits) == 2 and token[0][0].isdigit() else "tens"
            found.append(Lexeme(start, end, rules.of_classes({name: digits})))
        elif kind == "part":
            name = "qn" if token[0][0] in "Qq" else "hn"
            found.append(Lexeme(start, end, rules.of_classes({name: token[0][1]})))
        else:
            found.append(_number(token, text, rules, found[-1] if found else None))
        unknown = found[-1].sense is _NO_SENSE
    return found


def _add_word(found: list[Lexeme], word: str, start: int, rules: Grammar) -> None:
    sense = rules.forms.get(word)
    end = start + len(word)
    if found and found[-1].end == start and found[-1].values and _is_number(found[-1]):
        glued = _ordinal(found[-1], word, rules)
        if glued:
            found[-1] = Lexeme(found[-1].start, end, glued)
            return
        if sense is None:  # A320, 5G: a name, not a number
            found[-1] = Lexeme(found[-1].start, found[-1].end, _NO_SENSE)
    if sense is None and rules.tails:
        cut = rules.tails.fullmatch(word.lower())
        if cut:
            head = word[: cut.end("head")]
            first, second = rules.forms.get(head), rules.lower.get(cut["tail"])
            if first and second:
                middle = start + len(head)
                found += (Lexeme(start, middle, first), Lexeme(middle, end, second))
                return
    found.append(Lexeme(start, end, sense or _NO_SENSE))


def _is_number(lexeme: Lexeme) -> bool:
    return "num" in lexeme.values and "wnum" not in lexeme.values


def _ordinal(before: Lexeme, word: str, rules: Grammar) -> Sense | None:
    if word.lower() in rules.calendar.numbers.ordinal_endings and "dec" not in before.values:
        number = before.values["num"]
        return rules.of_classes({**ordinal_classes(int(number)), "dord": number})
    return None


_TELEPHONE = re.compile(r"(?<!\d)\d{3}-$")
_LINE = 4
"""Digits that close a telephone number behind three and a hyphen: 336-1961."""


def _number(token: re.Match[str], text: str, rules: Grammar, last: Lexeme | None) -> Lexeme:
    start, end = token.span()
    before = text[start - 1] if start else " "
    named = before.isalpha() and not (last and last.end == start and not _GLUED.isdisjoint(last.values))
    if before == "-" and _TELEPHONE.search(text, max(0, start - 5), start) and len(token[0]) == _LINE:
        return Lexeme(start, end, _NO_SENSE)
    if before in _MONEY or named or (before == "_" and not token["iso"]) or text[end : end + 1] == "%":
        return Lexeme(start, end, _NO_SENSE)
    if token.lastgroup == "digits":
        return Lexeme(start, end, _digits(rules.code)[token[0]])
    fixed = rules.lower.get(token[0])  # 9/11
    return Lexeme(start, end, fixed or rules.of_classes(_number_values(token, rules)))


@cache
def _digits(code: str) -> Remembered[Sense]:
    """What a run of digits may be."""
    rules = grammar(code)

    def sense(digits: str) -> Sense:
        if rules is None:
            return _NO_SENSE
        return rules.lower.get(digits) or rules.of_classes(digit_classes(digits) if len(digits) < _TOO_LONG else {})

    return Remembered(sense)


def _number_values(token: re.Match[str], rules: Grammar) -> dict[str, str]:
    if token["ymd"]:
        year, month, day = re.split(r"[-./]", token["ymd"])
        hour = token["ymdhm"]
        return {"ymd": f"{year}-{int(month):02}-{int(day):02}" + (f"T{hour}" if hour else "")}
    if token["iso"]:
        return {"ymd": token["iso"]}
    if token["dmy"]:
        return {"dmy": _day_month_year(token["dmy"], rules)}
    if token["my"]:
        one, two = (int(part) for part in re.split(r"\D+", token["my"]))
        year, month = max(one, two), min(one, two)
        return {"my": f"{year:04}-{month:02}"} if 1 <= month <= 12 else {}
    if token["slashed"]:
        one, two = (int(part) for part in token["slashed"].split("/"))
        day, month = (one, two) if rules.calendar.day_first else (two, one)
        if month > 12 and len(token["slashed"]) == 5:
            day, month = month, day
        if token["slashed"] == "24/7" or not (1 <= month <= 12 and 1 <= day <= 31):
            return {}
        # 1/2 and 3/4 are fractions as a rule, 29/2 is a day
        return {"dm" if len(token["slashed"]) > 3 else "dmx": f"{month:02}-{day:02}"}
    if token["hm"]:
        hour, minute = re.split("[:h]", token["hm"])
        return {"hm": f"{int(hour):02}:{minute}"}
    if token["dot"]:
        return _dotted(token["dot"], rules)
    plain = token[0].replace(rules.calendar.thousands, "").replace(rules.calendar.decimal, ".")
    return {"num": plain, "dec": plain} if re.fullmatch(r"\d+(\.\d+)?", plain) else {}


def _dotted(written: str, rules: Grammar) -> dict[str, str]:
    """ "17.30" may be a time, "28.10" a day and month, "2.5" a number."""
    first, second = written.split(".")
    values = {}
    if rules.calendar.decimal == ".":
        values = {"num": written, "dec": written}
    else:
        values = {"num": f"{first}.{second}", "dec": f"{first}.{second}"}
    if int(first) <= 24 and len(second) == 2 and int(second) <= 59:
        values["hdot"] = f"{int(first):02}:{second}"
    if rules.calendar.day_first and 1 <= int(first) <= 31 and 1 <= int(second) <= 12:
        values["dmdot"] = f"{int(second):02}-{int(first):02}"
    return values


def _day_month_year(written: str, rules: Grammar) -> str:
    one, two, year = (int(part) for part in re.split(r"[-./]", written))
    first = (rules.calendar.day_first or one > 12) and two <= 12
    day, month = (one, two) if first else (two, one)
    if year < 100:
        year += 2000 if year < 50 else 1900
    return f"{year:04}-{month:02}-{day:02}"


def _join_numbers(found: list[Lexeme], text: str, rules: Grammar) -> list[Lexeme]:
    """Number words in a row made one: "twenty four", "nineteen ninety-six", "a hundred"."""
    if not [lexeme for lexeme in found if "wnum" in lexeme.sense.values]:
        return found
    out: list[Lexeme] = []
    at = 0
    while at < len(found):
        if "wnum" not in found[at].sense.values:
            out.append(found[at])
            at += 1
            continue
        ordinal = _spelled_ordinal(found, at, text)
        if ordinal:
            out.append(Lexeme(found[at].start, ordinal.end, rules.of_classes(dict(ordinal.values))))
            at += 2 if text[found[at + 1].start] != "-" else 3
            continue
        end = _run_of_numbers(found, at, text, rules)
        if end - at > 1:
            values = [
                int(rules.cardinals[word])
                for lexeme in found[at:end]
                if (word := text[lexeme.start : lexeme.end].lower()) in rules.cardinals
            ]
            joined = _joined(values, rules)
            if joined is not None:
                out.append(Lexeme(found[at].start, found[end - 1].end, rules.of_classes(joined)))
                at = end
                continue
        out.append(found[at])
        at += 1
    return out


def _spelled_ordinal(found: list[Lexeme], at: int, text: str) -> Lexeme | None:
    """The ordinal that "twenty" and "-first" are together; its `start` is that of its last word."""
    tens = found[at].values.get("wnum", "")
    step = at + 2 if at + 2 < len(found) and text[found[at + 1].start] == "-" else at + 1
    if len(tens) != 2 or tens[1] != "0" or step >= len(found) or "ordinal" not in found[step].values:
        return None
    last = int(found[step].values["ordinal"])
    if not 1 <= last <= 9 or tens == "10":
        return None
    return Lexeme(found[step].start, found[step].end, Sense(UNKNOWN, ordinal_classes(int(tens) + last)))


def _run_of_numbers(found: list[Lexeme], at: int, text: str, rules: Grammar) -> int:
    """Where the run of number words that starts at `at` ends."""
    if "wnum" not in found[at].values:
        return at
    end = at + 1
    while end < min(len(found), at + _MOST_NUMBER_WORDS):
        step = end
        word = text[found[step].start : found[step].end].lower()
        if (word in rules.calendar.numbers.joiners or word == "-") and step + 1 < len(found):
            step += 1
        if "wnum" not in found[step].values or text[found[end - 1].end : found[step].start].count("\n") > 1:
            break
        end = step + 1
    return end


def _joined(values: list[int], rules: Grammar) -> dict[str, str] | None:
    if len(values) > _MOST_NUMBER_WORDS:
        return None
    if rules.calendar.numbers.years_in_pairs and len(values) in {2, 3} and 13 <= values[0] <= 20:
        pair = sum(values[1:])
        if 10 <= pair <= 99 and (len(values) == 2 or (values[1] >= 20 and values[2] < 10)):
            return {"wyear": str(values[0] * 100 + pair)}
    hundreds = len(values) > 2 and values[1] == 100 and 11 <= values[0] <= 20
    total = current = 0
    for value in values:
        if value >= 1000:
            total += max(current, 1) * value
            current = 0
        elif value == 100:
            current = max(current, 1) * value
        elif value == 20 and current % 100 == 4:
            current += 76  # quatre-vingt
        elif current and (current % 100 and not (current % 10 == 0 and value < 20)):
            return None
        else:
            current += value
    whole = total + current
    in_years = (1000 in values or hundreds) and 1000 <= whole <= 2100
    return {"wyear": str(whole), **number_classes(whole)} if in_years else number_classes(whole)
