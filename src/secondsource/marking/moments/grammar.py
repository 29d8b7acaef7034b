"""A language's calendar made ready: every word class gets a sign, every pattern a regular expression over signs.

A text is then a short string of signs, and all patterns together run over it at the speed of `re`.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from itertools import product

from msgspec import Struct

from secondsource.language.calendar import Calendar, CalendarRule, NumberWords, calendar

from .needed import needed

UNKNOWN, BREAK = "\ue000", "\ue001"
_FIRST_SIGN = 0xE002
_PIECE = re.compile(
    r"""\{(?:(?P<group>\w+):)?(?P<classes>[\w|]+)\} | @(?P<macro>\w+) | "(?P<mark>[^"]+)" | (?P<span>[<>])
    | (?P<look>\(\?(?:<[!=]|[!=])) | (?P<open>\() | (?P<same>[)|?*+]) | (?P<end>%) | (?P<word>[^\W\d_]+)""",
    re.VERBOSE,
)
_REPEATS = {"*": "{0,9}", "+": "{1,9}"}
"""No more than so often: a list of a thousand days must not be looked through from each of them."""
_BRACES = re.compile(r"\{([^{}]*)\}")
_DIGIT_CLASSES = frozenset({"num", "d31", "m12", "h24", "min60", "yy", "oldyy", "dec", "small", "ordinal", "ord31"})


class Sense(Struct, frozen=True):
    """A word's sign, and its value in each class it belongs to."""

    sign: str
    values: Mapping[str, str]


class CompiledRule(Struct, frozen=True, dict=True):
    """A rule ready to be tried; its expression is compiled when first needed. `classes` tells for each group of
    `pattern` the classes whose value it takes."""

    expression: str
    needed: tuple[frozenset[str], ...]
    """Sets of signs of each of which a match holds at least one."""
    classes: Mapping[str, tuple[str, tuple[str, ...]]]
    rule: CalendarRule

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression."""
        return re.compile(self.expression)

    @cached_property
    def spans(self) -> tuple[str, ...]:
        """The groups that enclose the expression itself, where the pattern also looks at words around it."""
        return tuple(name for name in self.pattern.groupindex if name[0] == "s")


class Grammar(Struct, frozen=True):
    """Everything needed to find expressions in one language."""

    code: str
    calendar: Calendar
    forms: Mapping[str, Sense]
    """Every form as it may be written: in lower case, with a capital, in capitals."""
    lower: Mapping[str, Sense]
    signs: Mapping[frozenset[str], str]
    cardinals: Mapping[str, int]
    core: re.Pattern[str]
    """One sign of a word that starts a search."""
    starts: re.Pattern[str]
    """What a run of signs must hold to be worth a search: such a word, or a pattern that starts one."""
    rules: tuple[CompiledRule, ...]
    tails: re.Pattern[str] | None

    def of_classes(self, values: dict[str, str]) -> Sense:
        """The sense of a number, by its classes."""
        return Sense(self.signs.get(frozenset(values), UNKNOWN), values)


@cache
def grammar(code: str) -> Grammar | None:
    """The grammar of a language, made once; None where the language has no calendar."""
    table = calendar(code)
    return _build(code, table) if table else None


def digit_classes(digits: str) -> dict[str, str]:
    """The classes of a run of digits, with its value in each."""
    value = int(digits)
    plain = str(value)
    found = {"num": plain}
    if len(digits) <= 2:
        if 1 <= value <= 31:
            found["d31"] = plain
        if 1 <= value <= 12:
            found["m12"] = plain
        if value <= 24:
            found["h24"] = plain
        if len(digits) == 2:
            found["yy"] = digits
            if value > 31:
                found["oldyy"] = digits
            if value <= 59:
                found["min60"] = digits
    elif len(digits) == 4 and 1000 <= value <= 2199:
        found["yyyy"] = digits
        if value >= 1900 and value <= 2059:
            found["recent"] = digits
    elif len(digits) == 3 and value >= 100:
        found["yyy"] = digits
    return found


def ordinal_classes(value: int) -> dict[str, str]:
    """The classes of an ordinal."""
    found = {"ordinal": str(value)}
    if 1 <= value <= 31:
        found["ord31"] = str(value)
    return found


def number_classes(value: int) -> dict[str, str]:
    """The classes of a number in words."""
    found = {"num": str(value), "wnum": str(value)}
    if 1 <= value <= 31:
        found["w31"] = str(value)
    return found


def number_words(numbers: NumberWords) -> dict[str, int]:
    """Every number word with its value, with the joined forms of languages that say the ones before the tens."""
    found = {form: int(value) for value, forms in numbers.cardinals.items() for form in forms}
    if numbers.reversed_joiner:
        ones = [(form, value) for form, value in found.items() if 1 <= value <= 9]
        tens = [(form, value) for form, value in found.items() if 20 <= value <= 90]
        for (one, low), (ten, high) in product(ones, tens):
            found[f"{one}{numbers.reversed_joiner}{ten}"] = low + high
    return found


def expand(form: str) -> list[str]:
    """The forms that `{a,b}` stands for: `letzt{e,en}` is letzte, letzten."""
    parts = _BRACES.split(form)
    choices = [part.split(",") if at % 2 else [part] for at, part in enumerate(parts)]
    return ["".join(choice) for choice in product(*choices)]


def _build(code: str, table: Calendar) -> Grammar:
    words = _words(table)
    texts = [_inline(rule.pattern, table.macros) for rule in table.rules]
    starts = [_inline(pattern, table.macros) for pattern in table.starts]
    for text in (*texts, *starts):
        for piece in _PIECE.finditer(text):
            literal = piece["word"] or piece["mark"]
            if literal:
                words.setdefault(literal, {})[f"={literal}"] = literal
    numbers = number_words(table.numbers)
    proper, capitals = set(table.proper), set(table.capital)
    signs: dict[frozenset[str], str] = {}

    def sense(values: dict[str, str]) -> Sense:
        key = frozenset(values)
        return Sense(signs.setdefault(key, chr(_FIRST_SIGN + len(signs))), values)

    capital = {form: sense(values) for form, values in sorted(words.items())}
    lower = {
        form: sense(kept)
        for form, values in sorted(words.items())
        if form not in capitals and (kept := {name: value for name, value in values.items() if name not in proper})
    }
    for values in _numeric_shapes():
        sense(values)
    core = "".join(sign for key, sign in signs.items() if any(_is_core(name) for name in key))
    by_class = _by_class(signs)
    rules = tuple(_compile(text, rule, by_class) for text, rule in zip(texts, table.rules, strict=True))
    tails = "|".join(sorted((tail for form in table.tails for tail in expand(form)), key=len, reverse=True))
    return Grammar(
        code=code,
        calendar=table,
        forms={
            **{form.upper(): one for form, one in capital.items()},
            **{form[:1].upper() + form[1:]: one for form, one in capital.items()},
            **lower,
        },
        lower=lower,
        signs=signs,
        cardinals=numbers,
        core=re.compile(f"[{core}]"),
        starts=re.compile("|".join([f"[{core}]", *(_expression(text, by_class) for text in starts)])),
        rules=rules,
        tails=re.compile(rf"(?P<head>\w{{3,}}?)(?P<tail>{tails})") if tails else None,
    )


def _is_core(name: str) -> bool:
    return not name.startswith("=") and name not in _DIGIT_CLASSES and not name.startswith("x_")


def _words(table: Calendar) -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = {}
    for name, by_value in table.words.items():
        for value, forms in by_value.items():
            for form in (full for written in forms for full in expand(written)):
                words.setdefault(form, {})[name] = value
    for rank, forms in table.numbers.ordinals.items():
        for form in (full for written in forms for full in expand(written)):
            words.setdefault(form, {}).update(ordinal_classes(int(rank)))
    for form, number in _joined_ordinals(table.numbers).items():
        words.setdefault(form, {}).update(ordinal_classes(number))
    for form, number in number_words(table.numbers).items():
        words.setdefault(form, {}).update(number_classes(number))
    return words


def _joined_ordinals(numbers: NumberWords) -> dict[str, int]:
    """Ordinals that say the ones before the tens, "einundzwanzigste"."""
    if not numbers.reversed_joiner:
        return {}
    ones = [(form, int(value)) for value, forms in numbers.cardinals.items() if int(value) < 10 for form in forms]
    tens = [
        (form, int(value))
        for value, forms in numbers.ordinals.items()
        if int(value) >= 20
        for written in forms
        for form in expand(written)
    ]
    return {f"{one}{numbers.reversed_joiner}{ten}": low + high for (one, low), (ten, high) in product(ones, tens)}


def _numeric_shapes() -> Iterable[dict[str, str]]:
    """One example of each class set that numbers can have."""
    digits = [f"{value}" for value in range(10)] + [f"{value:02}" for value in range(100)]
    yield from (digit_classes(one) for one in [*digits, "100", "1000", "1950", "2150", "2500", "12345"])
    yield from (ordinal_classes(value) for value in (0, 5, 40))
    yield from (number_classes(value) for value in (0, 5, 40))
    yield {"num": "", "dec": ""}
    yield {"wyear": "", "num": "", "wnum": ""}
    yield {"wyear": ""}
    yield {"qn": ""}
    yield {"hn": ""}
    yield {"ordinal": "", "dord": ""}
    yield {"ordinal": "", "ord31": "", "dord": ""}
    for name in ("ymd", "dmy", "dm", "dmx", "my", "tens", "tens2", "hm", "hdot"):
        yield {name: ""}
    yield {"hdot": "", "dec": "", "num": ""}
    yield {"hdot": "", "dmdot": "", "dec": "", "num": ""}
    yield {"dmdot": "", "dec": "", "num": ""}


def _inline(pattern: str, macros: Mapping[str, str], depth: int = 0) -> str:
    if depth > 12:
        raise ValueError(f"macros nest too deeply in {pattern!r}")
    return re.sub(r"@(\w+)", lambda found: f"({_inline(macros[found[1]], macros, depth + 1)})", pattern)


def _compile(text: str, rule: CalendarRule, by_class: Mapping[str, str]) -> CompiledRule:
    classes: dict[str, tuple[str, tuple[str, ...]]] = {}
    expression = _expression(text, by_class, classes)

    def of_piece(piece: re.Match[str]) -> str | None:
        literal = piece["word"] or piece["mark"]
        names = tuple(piece["classes"].split("|")) if piece["classes"] else (f"={literal}",) if literal else ()
        return _signs_of(names, by_class) if names else BREAK if piece["end"] else None

    return CompiledRule(expression, needed(_PIECE.finditer(text), of_piece), classes, rule)


def _expression(
    text: str, by_class: Mapping[str, str], classes: dict[str, tuple[str, tuple[str, ...]]] | None = None
) -> str:
    """A pattern as a regular expression over signs; the groups it makes are added to `classes`."""
    out: list[str] = []
    at = 0
    for piece in _PIECE.finditer(text):
        if text[at : piece.start()].strip():
            raise ValueError(f"cannot read {text[at : piece.start()]!r} in pattern {text!r}")
        at = piece.end()
        out.append(_translate(piece, {} if classes is None else classes, by_class))
    return "".join(out)


def _translate(
    piece: re.Match[str], classes: dict[str, tuple[str, tuple[str, ...]]], by_class: Mapping[str, str]
) -> str:
    if piece["classes"]:
        names = tuple(piece["classes"].split("|"))
        chosen = _set_of(names, by_class)
        if piece["group"] == "_":
            return chosen
        group = f"g{len(classes)}"
        classes[group] = (piece["group"] or "", names)
        return f"(?P<{group}>{chosen})"
    literal = piece["word"] or piece["mark"]
    if literal:
        return _set_of((f"={literal}",), by_class)
    if piece["span"]:
        return f"(?P<s{piece.start()}>" if piece["span"] == "<" else ")"
    if piece["end"]:
        return BREAK
    if piece["same"] in _REPEATS:
        return _REPEATS[piece["same"]]
    return "(?:" if piece["open"] else piece["look"] or piece["same"]


def _by_class(signs: Mapping[frozenset[str], str]) -> dict[str, str]:
    """The signs of each class."""
    found: dict[str, list[str]] = {}
    for key, sign in signs.items():
        for name in key:
            found.setdefault(name, []).append(sign)
    return {name: "".join(sorted(chosen)) for name, chosen in found.items()}


def _signs_of(names: tuple[str, ...], by_class: Mapping[str, str]) -> str:
    if len(names) == 1:
        return by_class.get(names[0], "")
    return "".join(sorted({sign for name in names for sign in by_class.get(name, "")}))


def _set_of(names: tuple[str, ...], by_class: Mapping[str, str]) -> str:
    chosen = _signs_of(names, by_class)
    return f"[{chosen}]" if chosen else "(?!)"
