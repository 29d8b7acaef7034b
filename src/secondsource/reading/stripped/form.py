"""What can be seen of a line at a glance: sentence ends, links, glued words, program code, figures, clocks.

Every expression begins with a character that is rare in running text, so that a search runs over a paragraph quickly;
what must stand before it is asked afterwards, by a look behind.
"""

import re

from msgspec import Struct

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_ASCII_WORD = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)*")
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+")
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese letters: scripts that set no space between words."""
_UNSPACED_WORD = 2
"""Letters of a word in them, on the average."""
_SIGNED = re.compile(r"[\u0900-\u0dff]")
"""Scripts of India, whose vowel signs are no letters to the expression for words."""
_SIGNED_WORD = re.compile(r"[^\s\d_।॥.,;:!?…\"“”‘’'()\[\]{}<>/|«»–—*•·+=&#@%-]+")
_STOPS = re.compile(
    r"[.!?…؟۔](?=[\s\"”’»)]|$)(?:(?<=[^\W\d_]{2}.)|(?<=[^\W\d_]{2}[\"”’»)\]].)|(?<=[^\W\d_]{2}[\"”’»)\]]{2}.))|[।。！？]"
)
_ENDS = re.compile(r"[.!?…।。！？؟۔][\"“”’'»«)\]」』\s]*$|[.!?…,]?[”\"»]\s*$")
_ADDRESS = re.compile(r"\.(?<=[\w-].)(?:com|org|net|co\.uk|de|fr)\b")
_MAIL = re.compile(r"@(?:(?<=[\w.]@)[\w-]+\.\w|(?<=^@)\w+$)")
_GLUED = re.compile(r"[A-ZÀ-Þ](?<=[a-zà-ÿß)].)[a-zà-ÿ]")
_SEPARATORS = re.compile(r"[|•›]|[·»/>](?<=\s.)[|·•›»/>]?\s")
_QUOTED = re.compile(r"«[^«»]*»")
_CODE_SIGNS = ("{", "}", "=", ";", "function", "!important")
_CODE = re.compile(
    r"[{};]\s*[\w-]+\s*:\s*[^;{}]+;|\bfunction\s*\(|\bvar \w+\s*=|\(\)\s*[{;]|=>|!important|\.\w[\w-]*\s*\{|\}\);"
    r"|\{\"\w+\":"
)
_DIGIT = re.compile(r"\d")
_HOUR = re.compile(r"(?<!\d)\d{1,2}(?:[:h]\d{2}(?!\d)|\.\d{2}\s?(?:Uhr|[ap]m)\b)")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b|\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LABEL_WORDS = 8
"""A year dates a line of this many words at most; in longer ones it is spoken of."""
_TAIL = 40
"""Characters at the end of a line that show how it ends."""


class Words(Struct, frozen=True):
    """How many words a line has, those found in small letters, the shares of function words and of words with a
    capital."""

    count: int = 0
    small: tuple[str, ...] = ()
    function_share: float = 0.0
    capital_share: float = 0.0


def words_of(core: str, function_words: frozenset[str]) -> Words:
    """The words of `core`; shares are 0 where it has none."""
    core = core.replace("’", "'")
    words = _word_form(core).findall(core)
    if not words:
        return Words()
    small = tuple(map(str.lower, words))
    function = sum(map(function_words.__contains__, small))
    capitals = sum([word[0].isupper() for word in words])
    return Words(_counted(core, len(words)), small, function / len(words), capitals / len(words))


def _word_form(core: str) -> re.Pattern[str]:
    if core.isascii():
        return _ASCII_WORD
    return _SIGNED_WORD if _SIGNED.search(core) else _WORD


def _counted(core: str, found: int) -> int:
    """The number of words, estimated in scripts without spaces."""
    if core.isascii():
        return found
    if _SIGNED.search(core):
        return len(core.split())
    return max(found, sum(map(len, UNSPACED.findall(core))) // _UNSPACED_WORD)


def word_count(text: str) -> int:
    """How many words `text` has."""
    return _counted(text, len(_WORD.findall(text)))


def is_shouted(core: str) -> bool:
    """Whether it is in capitals throughout, and more than a sign."""
    return core.isupper() and sum(map(str.isalpha, core)) > 3


def stops(core: str) -> int:
    """Sentence ends: a stop behind a word of two letters and more, and behind closing quotation marks."""
    return len(_STOPS.findall(core))


def is_ended(raw: str) -> bool:
    """Whether the line ends as a sentence does."""
    return _ENDS.search(raw[-_TAIL:]) is not None


def is_linked(core: str) -> bool:
    """Whether an address of the web or of mail stands in it."""
    if "://" in core or "www." in core or _ADDRESS.search(core) is not None:
        return True
    return "@" in core and _MAIL.search(core) is not None


def glued(core: str) -> int:
    """Places where a small letter runs into a capital: "HomeWorldSport"."""
    return len(_GLUED.findall(core))


def separators(core: str) -> int:
    """Signs that part the entries of a menu."""
    if "«" in core:
        core = _QUOTED.sub("", core)
    return len(_SEPARATORS.findall(core))


def is_code(core: str) -> bool:
    """Whether it holds program code or style rules."""
    return any(map(core.__contains__, _CODE_SIGNS)) and _CODE.search(core) is not None


def digits(core: str) -> float:
    """Share of its characters that are figures."""
    return len(_DIGIT.findall(core)) / max(1, len(core))


def is_dated(core: str, words: int) -> bool:
    """Whether a clock time or a date in figures stands in it, or, in a short line, a year."""
    return _CLOCK.search(core) is not None or (words <= _LABEL_WORDS and _YEAR.search(core) is not None)


def is_stamp(core: str, words: int) -> bool:
    """Whether it is hardly more than a day with its year and a time: "18 December 2025, 9:46 pm"."""
    return words <= _LABEL_WORDS and _YEAR.search(core) is not None and _HOUR.search(core) is not None
