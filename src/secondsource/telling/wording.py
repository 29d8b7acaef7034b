"""Plain English for what the dossier counts and classes."""

from collections.abc import Sequence

_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_PLURALS = {"copy": "copies", "family": "families", "story": "stories"}

AGREEMENT = {
    "same": "same",
    "same-by-rounding": "same by rounding",
    "converted": "same, converted",
    "different-period": "another period",
    "different-definition": "another definition",
    "revised": "revised",
    "conflict": "in conflict",
    "undecided": "agreement undecided",
}
RELATION = {
    "verbatim": "word for word",
    "light edit": "edited",
    "excerpt": "cut",
    "rewrite": "rewritten",
    "translation": "translated",
    "back-translation": "back from a translation",
    "follow-up": "follow-up",
}
REALIS = {
    "asserted": "told as done",
    "alleged": "alleged",
    "denied": "denied",
    "planned": "planned",
    "threatened": "threatened",
    "hypothetical": "supposed",
}
LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "it": "Italian",
    "ja": "Japanese",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}
DEEDS = {
    "AGREE": "agrees with",
    "CONSULT": "meets or visits",
    "SUPPORT": "supports",
    "CONCEDE": "yields to",
    "COOPERATE": "works with",
    "AID": "aids",
    "RETREAT": "withdraws from",
    "REQUEST": "asks",
    "ACCUSE": "accuses",
    "REJECT": "rejects",
    "THREATEN": "threatens",
    "PROTEST": "protests against",
    "MOBILIZE": "mobilises against",
    "SANCTION": "sanctions",
    "COERCE": "coerces",
    "ASSAULT": "attacks",
}
"""The sixteen types of PLOVER (https://github.com/openeventdata/PLOVER), as verbs."""


def deed(code: str) -> str:
    """A PLOVER type as a verb."""
    return DEEDS.get(code.upper(), code.lower().replace("_", " "))


def plural(name: str, number: int) -> str:
    """`page` or `pages`; the last word of `name` is the noun."""
    if number == 1:
        return name
    head, _, noun = name.rpartition(" ")
    many = _PLURALS.get(noun, noun + "s")
    return f"{head} {many}" if head else many


def count(number: int, name: str) -> str:
    """`three pages`, `no page`, `23 reports`: words up to twenty."""
    word = _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"
    return f"{word} {plural(name, number)}" if number else f"no {name}"


def figures(number: int, name: str) -> str:
    """`3 pages`: digits always, for labels."""
    return f"{number:,} {plural(name, number)}"


def listed(names: Sequence[str], most: int = 4) -> str:
    """`A, B and C`; beyond `most`, `A, B, C and 5 more`."""
    shown = list(names[:most])
    if len(names) > most:
        return f"{', '.join(shown)} and {len(names) - most:,} more"
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def capital(text: str) -> str:
    """The same with a capital letter first."""
    return text[:1].upper() + text[1:]


def language(code: str | None) -> str:
    """The English name of a language by its ISO 639-1 code; the code itself where we have none."""
    return LANGUAGES.get(code, code) if code else "language not told"
