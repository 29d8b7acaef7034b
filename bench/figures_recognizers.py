"""Numbers, percentages and currencies against the specs of Microsoft's recognizers: pass rate in English, French and
German.

A case passes where as many are found as the spec lists, each where the spec has it (the characters overlap) and with
its value (to six digits); a currency also with its ISO 4217 code. Subunits count in their currency (50 cents is 0.5).
Cases whose spec gives no value (a lone "%") are left out.
"""

import math
import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import msgspec
from babel import Locale

from bench.harness import Measured, Request, main
from bench.recognizers_peer import load
from secondsource.language.numerals import find_numerals
from secondsource.language.units import is_money
from secondsource.marking.figures.find import find_written
from secondsource.marking.figures.join import joined
from secondsource.marking.figures.masked import masked

_LANGUAGES = {"English": "en", "French": "fr", "German": "de"}
_CULTURES = {"en": "en-us", "fr": "fr-fr", "de": "de-de"}
_MODELS = {"NumberModel": "numbers", "PercentModel": "percentages", "CurrencyModel": "currencies"}
_CODES = {
    "dollar": "USD", "pound": "GBP", "livre": "GBP", "franc": "franc", "rupee": "INR", "roupie": "INR", "rupie": "INR",
    "peseta": "ESP", "dollar états-unis": "USD", "dollar canadien": "CAD", "yen japonais": "JPY", "yuan chinois": "CNY",
    "netherlands guilder": "NLG", "florins néerlandais": "NLG", "mark finlandais": "FIM", "finnish markka": "FIM",
    "chinese yuan": "CNY", "united states dollar": "USD", "mexican peso": "MXN", "dollar australien": "AUD",
    "dollar de hong kong": "HKD", "franc suisse": "CHF", "roupie indienne": "INR", "bitcoin": "BTC",
    "euro": "EUR", "lao kip": "LAK",
}  # fmt: skip
_CENTS = {"cent": "USD", "pence": "GBP", "penny": "GBP", "centimes": "EUR", "sen": "MYR"}


class Found(msgspec.Struct, frozen=True):
    """A value at a place; `code` is a currency's."""

    start: int
    end: int
    value: float
    code: str | None = None


@cache
def _code_of(unit: str) -> str:
    """The ISO 4217 code of a currency as the specs name it."""
    plain = unit.lower()
    names = {name.lower(): code for code, name in Locale("en").currencies.items()}
    return _CODES.get(plain) or names.get(plain) or plain


def expected(record: dict[str, Any]) -> list[Found] | None:
    """What the spec lists; None where it gives no value."""
    found = []
    for result in record["Results"]:
        resolution = result.get("Resolution") or {}
        value = _number(resolution.get("value"), _LANGUAGES[record["language"]])
        if value is None:
            return None
        start = result.get("Start", record["Input"].lower().find(result["Text"].lower()))
        end = result["End"] + 1 if "End" in result else start + len(result["Text"])
        code = None
        if record["model"] == "CurrencyModel":
            unit = resolution.get("unit") or ""
            code = resolution.get("isoCurrency") or _code_of(unit)
            if unit.lower() in _CENTS:
                value, code = value / 100, _CENTS[unit.lower()]
        found.append(Found(start, end, value, code))
    return found


def _number(written: Any, language: str) -> float | None:
    text = str(written or "").rstrip("%")
    if language != "en":
        text = text.replace(",", ".")
    return float(text) if re.fullmatch(r"-?\d+(\.\d+)?(E[+-]?\d+)?", text) else None


def ours(text: str, model: str, language: str) -> list[Found]:
    """What we find of a model's kind."""
    if model == "NumberModel":
        return [Found(one.start, one.end, float(one.value)) for one in find_numerals(text, language)]
    wanted = (lambda unit: unit == "percent") if model == "PercentModel" else is_money
    return [
        Found(one.start, one.end, float(one.value), one.unit if model == "CurrencyModel" else None)
        for one in joined(text, language, find_written(text, language))
        if not any(start < one.end and one.start < end for start, end in masked(text, language))
        and one.unit is not None
        and wanted(one.unit)
    ]


def theirs() -> Callable[[str, str, str], list[Found]] | None:
    """Microsoft's own engine for Python, or None where it is not installed."""
    try:
        numbers, units = load("recognizers_number"), load("recognizers_number_with_unit")
    except ImportError:
        return None
    engines = {
        "NumberModel": numbers.recognize_number,
        "PercentModel": numbers.recognize_percentage,
        "CurrencyModel": units.recognize_currency,
    }

    def find(text: str, model: str, language: str) -> list[Found]:
        found = []
        try:
            results = engines[model](text, _CULTURES[language])
        except Exception:  # it raises on some of its own specs
            return []
        for result in results:
            resolution = result.resolution or {}
            value = _number(resolution.get("value"), language)
            unit = resolution.get("unit") or ""
            code = (resolution.get("isoCurrency") or _code_of(unit)) if model == "CurrencyModel" else None
            if value is not None and unit.lower() in _CENTS:
                value, code = value / 100, _CENTS[unit.lower()]
            found.append(Found(result.start, result.end + 1, math.nan if value is None else value, code))
        return found

    return find


def passes(found: list[Found], wanted: list[Found]) -> bool:
    """Whether both list the same."""
    if len(found) != len(wanted):
        return False
    return all(
        one.start < other.end
        and other.start < one.end
        and math.isclose(one.value, other.value, rel_tol=1e-6, abs_tol=1e-9)
        and one.code == other.code
        for one, other in zip(found, wanted, strict=True)
    )


def cases(records: Iterable[dict[str, Any]], language: str, model: str) -> list[tuple[str, list[Found]]]:
    """Inputs with what is wanted, each input once."""
    found: dict[str, list[Found]] = {}
    for record in records:
        if _LANGUAGES.get(record["language"]) == language and record["model"] == model:
            wanted = expected(record)
            if wanted is not None:
                found.setdefault(record["Input"], wanted)
    return sorted(found.items())


def measure(request: Request) -> list[Measured]:
    """One rate for each language and kind, and one over all."""
    records = request.records()
    other = theirs()
    rows, right, peer_right, total = [], 0, 0, 0
    for language in _CULTURES:
        for model, name in _MODELS.items():
            listed = cases(records, language, model)
            misses = [(text, wanted) for text, wanted in listed if not passes(ours(text, model, language), wanted)]
            their = sum(passes(other(text, model, language), wanted) for text, wanted in listed) if other else 0
            right, peer_right, total = right + len(listed) - len(misses), peer_right + their, total + len(listed)
            for text, wanted in misses[: request.worst]:
                print(f"[{language} {name}] {text!r}\n     - {_shown(text, wanted)}")
                print(f"     + {_shown(text, ours(text, model, language))}")
            if listed:
                rows.append(_row(request, f"{name} {language}", len(listed) - len(misses), their, len(listed), other))
    if total:
        rows.append(_row(request, "pass rate", right, peer_right, total, other))
    return rows


def _shown(text: str, found: list[Found]) -> str:
    return "; ".join(f"{text[one.start : one.end]} = {one.value:g} {one.code or ''}".strip() for one in found)


def _row(request: Request, metric: str, right: int, their: int, total: int, other: object | None) -> Measured:
    return Measured(
        capability="figures",
        gold=request.gold_name,
        metric=metric,
        grade="rules",
        ours=right / total,
        peer=their / total if other is not None else None,
        peer_name="ms-recognizers" if other is not None else None,
        command="python -m bench.figures_recognizers",
    )


if __name__ == "__main__":
    main(measure, "figures/recognizers_specs")
