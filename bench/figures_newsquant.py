"""Figures on NewsQuant: F1 of values, and of values with their units.

A gold quantity is met by a figure of the same sentence with the same value (ranges by both ends), one to one. With
units, the unit must be right as well: the gold's normalised unit or its wording, lower case and in the singular, is
what ours is called; a count is called by the noun phrase it counts. Values are compared to six digits. Where the
conventions differ ours are rewritten to the gold's before comparing: it writes a change "from A to B" as one range,
cents as cents, and a fraction in words as a fraction.

Peer: Microsoft's recognizers (recognizers-text-suite), numbers, percentages, currencies, dimensions and ages together;
where it finds a unit for a number, the number counts once, with the unit.
"""

import math
import re
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from bench.harness import Measured, Request, main
from bench.recognizers_peer import load
from secondsource.language.pack import table
from secondsource.language.units import SharedUnits
from secondsource.marking.figures.stage import MarkFigures
from secondsource.model.document import Document
from secondsource.model.mark import Comparator, Figure
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import Marks
from secondsource.model.source import Source

GOLD = "figures/newsquant_even"

_CALLED = {
    "USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "JPY": "japanese yen", "AUD": "australian dollar",
    "CAD": "canadian dollar", "CNY": "chinese yuan", "INR": "indian rupee", "ILS": "shekel", "MYR": "malaysian ringgit",
    "HKD": "hong kong dollar", "NZD": "new zealand dollar", "SGD": "singapore dollar", "DKK": "danish krone",
    "SEK": "swedish krona", "NOK": "norwegian krone", "CHF": "swiss franc", "ZAR": "south african rand",
    "RUB": "russian ruble", "HRK": "croatian kuna", "KRW": "south korean won", "PHP": "philippine peso",
    "percent": "percentage", "percentage-point": "percentage point", "kilometre/hour": "kilometre per hour",
    "pound": "pound-mass", "ratio": "", "revolution/minute": "revolutions per minute",
}  # fmt: skip
_PLURALS = {"feet": "foot", "inches": "inch", "people": "people", "children": "child", "men": "man", "women": "woman"}


class Named(msgspec.Struct, frozen=True):
    """A quantity as compared: its values (one, or both ends of a range) and every name its unit goes by."""

    values: tuple[float, ...]
    units: frozenset[str]
    shown: str


def ours(text: str) -> list[Named]:
    """The figures of a sentence, read as the body of a document."""
    source = Source("source:0", "0", "0", None, "", "text/plain", "utf-8")
    document = Document(source, text, "en", (Passage(0, len(text), Role.BODY),))
    figures = [mark for mark in MarkFigures().mark(document, Marks()).marks if isinstance(mark, Figure)]
    named: list[Named] = []
    for at, figure in enumerate(figures):
        # a number that nothing is counted by right behind has no unit in the gold
        counted = figure.measure if (figure.measure or "-")[:4] in text[figure.end : figure.end + 12] else None
        if at and named and _leads(text, figures[at - 1], figure):
            before = named.pop()
            units = frozenset(_unit_names(figure, counted)) | before.units
            named.append(Named((before.values[0], figure.value), units, before.shown))
        else:
            named.append(_named(figure, counted))
    return named


def _leads(text: str, first: Figure, second: Figure) -> bool:
    """Whether the text says `from FIRST [in May] to SECOND`."""
    before, between = text[max(0, first.start - 30) : first.start], text[first.end : second.start]
    return bool(
        re.search(r"\bfrom (?:\w+ )?$", before) and re.fullmatch(r"\s(?:\w+ ){0,3}to (?:just |about )?", between)
    )


def _named(figure: Figure, counted: str | None) -> Named:
    cents = re.search(r"(?<!per)[\s\d](cents?|pence|sen|p)( per \w+)?$", figure.text)
    if cents is not None:
        return Named(
            (figure.value * 100,), frozenset({_plain(cents[1] + (cents[2] or ""))}), f"{figure.text} = {figure.value:g}"
        )
    if figure.unit == "percent" and not re.search(r"%|p\.?\s?c|per\s?cent|^\d[\d.,]*$", figure.text):
        return Named((figure.value / 100,), frozenset({""}), figure.text)  # a fraction in words
    ends: tuple[float, ...] = (figure.value,)
    if figure.comparator is Comparator.RANGE and figure.low is not None and figure.high is not None:
        ends = (figure.low, figure.high)
    shown = f"{figure.text} = {figure.value:g} {figure.unit} {figure.measure}"
    return Named(ends, frozenset(_unit_names(figure, counted)), shown)


def _unit_names(figure: Figure, counted: str | None) -> Iterable[str]:
    if figure.unit == "count":
        yield _plain(counted) if counted is not None else ""
        return
    if figure.measure == "age":
        yield _plain(f"{figure.unit} of age")
        return
    base, slash, per = figure.unit.partition("/")
    name = _CALLED.get(figure.unit) or _CALLED.get(base, base.replace("-", " "))
    yield _plain(name if figure.unit in _CALLED or not slash else f"{name} per {per.replace('-', ' ')}")


def gold(quantity: dict[str, Any]) -> Named:
    """A gold quantity."""
    ends = tuple(float(part) for part in re.findall(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?", _dashed(quantity["value"])))
    units = {_plain(quantity["normalized_unit"]), _plain(quantity["unit"])}
    return Named(ends, frozenset(units), f"{quantity['value']} {quantity['unit']} ({quantity['normalized_unit']})")


def _dashed(value: str) -> str:
    """`1.0-1.5` is a range: its dash is no sign."""
    return re.sub(r"(?<=\d)\s*-\s*(?=\d)", " ", str(value))


def _plain(unit: str) -> str:
    """Lower case, words in the singular, symbols by the name of their unit."""
    shared = table("_all", "units", SharedUnits)
    assert shared is not None
    symbol = shared.symbols.get(unit) or shared.currency_symbols.get(unit)
    if symbol is not None:
        unit = _CALLED.get(symbol, symbol).replace("/", " per ")
    words = re.findall(r"[^\s-]+", unit.lower())
    return " ".join(_PLURALS.get(word, re.sub(r"(?<=[^s])s$", "", word)) for word in words)


def _same(one: Named, other: Named) -> bool:
    if len(one.values) != len(other.values):
        return False
    return all(math.isclose(a, b, rel_tol=1e-6, abs_tol=1e-9) for a, b in zip(one.values, other.values, strict=True))


def _same_unit(one: Named, other: Named) -> bool:
    return bool(one.units & other.units)


def _met(found: list[Named], wanted: list[Named], *, unit: bool) -> list[tuple[Named | None, Named | None]]:
    """Pairs of found and wanted, one to one; those alike in unit too are paired first."""
    left, pairs = list(found), []
    for check in (lambda a, b: _same(a, b) and _same_unit(a, b), _same if not unit else None):
        if check is None:
            continue
        for want in list(wanted):
            hit = next((one for one in left if check(one, want)), None)
            if hit is not None:
                pairs.append((hit, want))
                left.remove(hit)
                wanted = [one for one in wanted if one is not want]
    return [*pairs, *((one, None) for one in left), *((None, want) for want in wanted)]


def score(records: list[dict[str, Any]], find: Callable[[str], list[Named]], *, unit: bool) -> tuple[float, list[Any]]:
    """Micro F1 over all sentences, and each sentence's pairs."""
    right = found = wanted = 0
    pages = []
    for record in records:
        golds = [gold(quantity) for quantity in record["quantities"]]
        pairs = _met(find(record["text"]), golds, unit=unit)
        right += sum(1 for one, want in pairs if one is not None and want is not None)
        found += sum(1 for one, _ in pairs if one is not None)
        wanted += len(golds)
        pages.append((record["text"], pairs))
    return (2 * right / (found + wanted) if found + wanted else 1.0), pages


def peer() -> Callable[[str], list[Named]] | None:
    """Microsoft's recognizers, or None where they are not installed."""
    try:
        numbers = load("recognizers_number")
        units = load("recognizers_number_with_unit")
    except ImportError:
        return None

    share = numbers.recognize_percentage
    recognizers = (
        units.recognize_currency, units.recognize_age, units.recognize_dimension, share, numbers.recognize_number,
    )  # fmt: skip

    def find(text: str) -> list[Named]:
        spans: list[tuple[int, int, Named]] = []
        for recognize in recognizers:
            for result in recognize(text, "en-us"):
                value = str(result.resolution.get("value") or "").rstrip("%")
                covered = any(start <= result.end and result.start <= end for start, end, _ in spans)
                if covered or not re.fullmatch(r"-?[\d.]+(?:E[+-]?\d+)?", value):
                    continue
                unit = result.resolution.get("unit") or ("percentage" if recognize is share else "-")
                named = Named((float(value),), frozenset({_plain(unit)}), f"{result.text} {unit}")
                spans.append((result.start, result.end, named))
        return [named for _, _, named in spans]

    return find


def measure(request: Request) -> list[Measured]:
    """Value F1 and value+unit F1."""
    records = request.records()
    other = peer()
    rows = []
    for metric, unit in (("value F1", False), ("value+unit F1", True)):
        figure, pages = score(records, ours, unit=unit)
        their = score(records, other, unit=unit)[0] if other is not None else None
        rows.append(
            Measured(
                capability="figures",
                gold=request.gold_name,
                metric=metric,
                grade="rules",
                ours=figure,
                peer=their,
                peer_name="ms-recognizers" if other is not None else None,
                command="python -m bench.figures_newsquant",
            )
        )
        worst = [page for page in pages if any(None in pair for pair in page[1])]
        for text, pairs in worst[: request.worst]:
            print(f"[{metric}] {text}")
            for one, want in pairs:
                if one is None or want is None:
                    print(f"     {'+' if want is None else '-'} {(one or want).shown}")
    return rows


if __name__ == "__main__":
    main(measure, GOLD)
