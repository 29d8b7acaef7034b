"""How a tongue writes dates and speaks of them: names of months and days (CLDR), and words round dates."""

from functools import cache

from babel import Locale, UnknownLocaleError
from msgspec import Struct

from secondsource.text.pattern import either

from .pack import languages, table


class Stamps(Struct, frozen=True):
    """The table `stamps.toml` of one language; phrases folded. `{}` stands for a year or a month's name."""

    published: tuple[str, ...] = ()
    """What stands before the date of publication."""
    updated: tuple[str, ...] = ()
    """What stands before the date of a later change."""
    other: tuple[str, ...] = ()
    """What stands before dates that are neither: events, deadlines, births."""
    future: tuple[str, ...] = ()
    """Words that make a sentence speak of what is to come."""
    not_now: tuple[str, ...] = ()
    """Words before a weekday that make it another week's, or every week's."""
    last_year: tuple[str, ...] = ()
    from_year: tuple[str, ...] = ()
    """How a comparison names the year before: "from {}", "compared with {}"."""
    year_earlier: tuple[str, ...] = ()
    """How a comparison goes with the year before, unnamed: "from a year earlier"."""
    year_words: tuple[str, ...] = ()
    """Words before a bare number of four digits that make it a year."""
    in_year: tuple[str, ...] = ()
    last_of_month: tuple[str, ...] = ()
    """The most recent month of that name: "last {}"."""
    in_month: tuple[str, ...] = ()
    """A month by its bare name: "in {}". Where the sentence speaks of what is to come it is still ahead, else past."""


class Calendar(Struct, frozen=True):
    """Names of months and weekdays of a language and of English, folded, to their numbers (Monday is 0)."""

    months: dict[str, int]
    weekdays: dict[str, int]
    month_pattern: str
    """Alternatives, longest first, for use in an expression that ignores case."""
    weekday_pattern: str


@cache
def stamps_of(code: str | None) -> Stamps:
    """The table of a language joined with the English one; all languages together for None or an unknown one."""
    known = languages()
    codes = tuple(dict.fromkeys((code, "en"))) if code in known else known
    tables = [found for each in codes if each is not None and (found := table(each, "stamps", Stamps)) is not None]
    return Stamps(
        **{
            field: tuple(dict.fromkeys(phrase for each in tables for phrase in getattr(each, field)))
            for field in Stamps.__struct_fields__
        }
    )


@cache
def calendar_of(code: str | None) -> Calendar:
    """Month and weekday names from the Unicode CLDR (through Babel); of all packed languages for None."""
    codes = tuple(dict.fromkeys((code, "en"))) if code is not None else languages()
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    for each in codes:
        try:
            locale = Locale.parse(each)
        except (UnknownLocaleError, ValueError):
            continue
        for form in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[form][width].items():
                    _enter(months, name, number)
                for number, name in locale.days[form][width].items():
                    _enter(weekdays, name, number)
    for extra, number in (("sept", 9), ("tues", 1), ("thur", 3), ("thurs", 3), ("märz", 3), ("jänner", 1)):
        _enter(months if extra in {"sept", "märz", "jänner"} else weekdays, extra, number)
    return Calendar(months, weekdays, either(months), either(weekdays))


def _enter(names: dict[str, int], name: str, number: int) -> None:
    bare = name.casefold().rstrip(".")
    if len(bare) >= 2 and not bare.isdigit():
        names.setdefault(bare, number)
