"""Units and currencies: every written form of each, by language.

The names come from the Unicode CLDR (through babel); `language/_all/units.toml` says which of its units are known and
adds symbols, `language/<code>/units.toml` adds what people write beside that.
"""

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.numbers import get_currency_name, list_currencies
from babel.units import format_unit
from msgspec import Struct, field

from secondsource.language.pack import table

_REGIONS = {"en": ("en", "en_GB"), "pt": ("pt", "pt_PT"), "fr": ("fr", "fr_CH"), "de": ("de", "de_CH")}
_OLD_MONEY = frozenset({"XXX", "XTS", "XAU", "XAG", "XPT", "XPD"})


class SharedUnits(Struct, frozen=True, forbid_unknown_fields=True):
    """What all languages share."""

    cldr: dict[str, str]
    symbols: dict[str, str]
    currency_symbols: dict[str, str]
    scraped: dict[str, str]
    """What scrapers make of a sign, which begins the names of products as well: PS2.7m, but a PS4."""
    minor: dict[str, str]
    doubtful: dict[str, tuple[str, ...]]
    millions: dict[str, str]
    shared_money: dict[str, tuple[str, ...]]
    """Currencies of several countries that are called by one name, in ISO 4217 codes."""


class UnitWords(Struct, frozen=True, forbid_unknown_fields=True):
    """What one language adds: unit = its written forms, lower case."""

    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    cents: dict[str, str] = field(default_factory=dict)
    """Words for the hundredth of a currency, and that currency."""
    ages: tuple[str, ...] = ()
    """What stands behind the number of an age: `-year-old`."""
    ages_before: tuple[str, ...] = ()
    """What stands before it: `aged`."""
    per: tuple[str, ...] = ()
    """What joins a rate: `per`, `a`."""
    per_money: tuple[str, ...] = ()
    """What joins a sum to the unit of money that it is paid for: 11 cents on the euro."""
    not_rate: tuple[str, ...] = ()
    """What, behind a rate, shows that it is none: a year earlier."""
    lead_in: tuple[str, ...] = ()
    """Adjectives that may stand between a number and a unit of time: les deux prochaines années."""


class Units(Struct, frozen=True):
    """Written forms to units. `phrases` lists, by first word, the words of each form (longest first) with its unit;
    `symbols` are matched with their case."""

    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    symbols: dict[str, str]
    millions: frozenset[str]
    """Signs that stand for a million of their currency: MEUR."""
    before: dict[str, str]
    """Currency signs and codes that stand before a number, with their case."""
    scraped: frozenset[str]
    """Those of them that begin the names of products as well."""
    cents: dict[str, str]
    """Signs and names of a hundredth of a currency, with the currency."""
    minor: frozenset[str]
    """The currencies that have such a hundredth."""
    ages: tuple[str, ...]
    ages_before: tuple[str, ...]
    per: tuple[str, ...]
    per_money: tuple[tuple[str, ...], ...]
    not_rate: tuple[str, ...]
    lead_in: tuple[str, ...]


@cache
def units_of(code: str) -> Units:
    """All written forms of units in a language."""
    shared = _shared()
    own = table(code, "units", UnitWords) or UnitWords()
    forms: dict[str, str] = {}
    for region in _REGIONS.get(code, (code,)):
        forms.update(_cldr_units(region, shared.cldr))
    forms = {**_currencies(code), **forms}
    for unit, words in own.words.items():
        forms.update(dict.fromkeys(words, unit))
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for form, unit in sorted(forms.items()):
        parts = tuple(form.split())
        by_first.setdefault(parts[0], []).append((parts, unit))
    phrases = {first: tuple(sorted(rows, key=lambda row: (-len(row[0]), row))) for first, rows in by_first.items()}
    doubtful = _OLD_MONEY.union(*shared.doubtful.values())
    codes = {code: code for code in sorted(list_currencies()) if code not in doubtful} | shared.millions
    cents = {**shared.minor, **own.cents}
    return Units(
        phrases=phrases,
        symbols={**shared.currency_symbols, **shared.scraped, **codes, **shared.symbols},
        millions=frozenset(shared.millions),
        before={**codes, **shared.currency_symbols, **shared.scraped},
        scraped=frozenset(shared.scraped),
        cents=cents,
        minor=frozenset(cents.values()),
        ages=tuple(sorted(own.ages, key=lambda form: (-len(form), form))),
        ages_before=own.ages_before,
        per=own.per,
        per_money=tuple(tuple(form.split()) for form in own.per_money),
        not_rate=own.not_rate,
        lead_in=own.lead_in,
    )


@cache
def _shared() -> SharedUnits:
    shared: SharedUnits | None = table("_all", "units", SharedUnits)
    assert shared is not None, "the shared units ship with the package"
    return shared


@cache
def shared_money() -> dict[str, frozenset[str]]:
    """Currencies of several countries, in ISO 4217 codes, by the one name that they are called by: franc, krone."""
    return {name: frozenset(codes) for name, codes in _shared().shared_money.items()}


def is_money(unit: str | None) -> bool:
    """Whether a unit is a currency: an ISO 4217 code, or a franc, crown, dinar or peso of no known country."""
    return unit is not None and ((len(unit) == 3 and unit.isupper()) or unit in shared_money())


def _locale(code: str) -> Locale:
    try:
        return Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def _cldr_units(code: str, units: dict[str, str]) -> dict[str, str]:
    """Long forms of CLDR units in one locale, singular and plural."""
    locale = _locale(code)
    forms: dict[str, str] = {}
    for identifier, unit in units.items():
        for count in (1, 2, 5, 100):
            written = format_unit(count, identifier, "long", locale=locale)
            words = "".join(char for char in written if not char.isdigit()).replace("\u00a0", " ").strip().lower()
            if words and not words.startswith(("de ", "di ")):
                forms[words] = unit
                if code.startswith("de") and " " not in words and words[-1] in "re":
                    forms[f"{words}n"] = unit  # the dative: aus 30 Zentimetern
    return forms


def _currencies(code: str) -> dict[str, str]:
    """CLDR's names of the currencies in one language, singular and plural, lower case."""
    locale = _locale(code)
    forms: dict[str, str] = {}
    for currency in sorted(list_currencies(locale)):
        if currency in _OLD_MONEY:
            continue
        for name in {
            get_currency_name(currency, locale=locale),
            get_currency_name(currency, 1, locale=locale),
            get_currency_name(currency, 2, locale=locale),
            get_currency_name(currency, 100, locale=locale),
        }:
            plain = name.lower()
            if "(" in plain or plain == currency.lower():
                continue
            for form in _inflected(plain, code):
                forms.setdefault(form, currency)
    return forms


def _inflected(name: str, code: str) -> list[str]:
    """German bends the adjective of a currency: Kanadischer Dollar, 5 Millionen kanadische(n) Dollar."""
    first, space, rest = name.partition(" ")
    if code != "de" or not space or not first.endswith(("er", "es", "e", "en")):
        return [name]
    stem = first.removesuffix("n").removesuffix("r").removesuffix("s").removesuffix("e")
    return [name, *(f"{stem}{ending} {rest}" for ending in ("e", "en", "er"))]
