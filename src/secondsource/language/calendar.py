"""The calendar of a tongue: its words for days, months, units and directions, and the patterns that join them.

A pattern is a sequence over words:

- `ago` a word as it stands (lower case), `"."` a mark as it stands;
- `{month}` any word of a class of `words`, kept under that name; `{_:prep}` not kept; `{day:ordinal}` a class kept
  under another name; `{month|season}` any of several classes, each kept under its own name;
- `@name` another pattern of `macros`; `( | ) ? * +` as in regular expressions, also `(?! )`, `(?= )`, `(?<! )`,
  `(?<= )`;
- `%` the end of a paragraph; `< >` encloses the expression itself where the pattern also looks at words around it.

Numbers have classes by their shape: `num` any, `d31`, `m12`, `h24`, `min60` (two digits), `yy` (two digits, `oldyy`
above 31), `yyyy` (1000 to 2199), `recent` (1900 to 2059), `wnum` (in words), `w31`, `wyear` (a year in words),
`ordinal`, `ord31`, `dord` (an ordinal in digits), `qn` and `hn` (Q3, H1), `tens` (1990s, '80s); dates in figures
`ymd`, `dmy`, `my`, `dm`, `dmx` (one that may be a fraction), `dmdot`, times `hm`, `hdot`. A class whose name starts
with `x_` never starts a search by itself: every pattern needs at least one word of another class.
"""

from msgspec import Struct

from secondsource.language.pack import table


class CalendarRule(Struct, frozen=True, forbid_unknown_fields=True):
    """What a matched pattern means: `do` names the meaning, `give` adds values as if words had said them."""

    pattern: str
    do: str = "date"
    give: dict[str, str] = {}


class NumberWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Number words by value, how they combine, and the ordinals with the endings that make them of digits."""

    cardinals: dict[str, tuple[str, ...]]
    ordinals: dict[str, tuple[str, ...]]
    ordinal_endings: tuple[str, ...] = ()
    joiners: tuple[str, ...] = ()
    """Words that may stand inside a number: "and", "et"."""
    reversed_joiner: str = ""
    """What joins one and ten in one word, smaller first: the German "und"."""
    years_in_pairs: bool = False
    """Whether "nineteen ninety-six" is a year."""


class Tense(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell whether a clause looks ahead or back; `past_endings` are endings of past forms."""

    future: tuple[str, ...] = ()
    limit: tuple[str, ...] = ()
    """Words that look ahead unless a past form stands before them: "by", "until"."""
    past: tuple[str, ...] = ()
    past_endings: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    """Words that, right before a date, say that it is over: "ended"."""


class Calendar(Struct, frozen=True, forbid_unknown_fields=True):
    """One language's table, `language/<code>/calendar.toml`."""

    day_first: bool
    decimal: str
    thousands: str
    numbers: NumberWords
    words: dict[str, dict[str, tuple[str, ...]]]
    """Class, value, forms. `{a,b}` in a form stands for either."""
    proper: tuple[str, ...] = ()
    """Classes whose words count only with a capital."""
    capital: tuple[str, ...] = ()
    """Forms that count only with a capital, beside the classes of `proper`: "may", "march"."""
    joiners: tuple[str, ...] = ()
    """What stands between dates that share their month or year: "and", "to", "-"."""
    tails: tuple[str, ...] = ()
    """Second halves at which a compound word is cut in two: "Montag|abend"."""
    starts: tuple[str, ...] = ()
    """Patterns that start a search beside the words of classes: "on the 27", though 27 alone may be anything."""
    macros: dict[str, str] = {}
    rules: tuple[CalendarRule, ...] = ()
    tense: Tense = Tense()


def calendar(code: str) -> Calendar | None:
    """The calendar of a language; None where it has none."""
    return table(code, "calendar", Calendar)
