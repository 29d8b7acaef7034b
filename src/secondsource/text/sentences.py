"""Sentences with their places."""

import re
from functools import lru_cache

from sentencex import segment

from secondsource.model.span import Span

_BEFORE_STOP = re.compile("[\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000](?=\\s*\\.)")
"""White space beyond ASCII in front of a full stop ("plan B ."): sentencex, which counts bytes there, breaks on it."""
_ORDINAL_STOPS = frozenset({"cs", "da", "de", "fi"})
"""Languages whose ordinals end in a full stop: sentencex begins no sentence with a number there."""
_NUMBER_BEHIND_STOP = re.compile(r"([^\W\d_]{3,}\)?)\. \d(?=[\d.,]*(?<!\.)(?:[^\d.,]|$))")
_BEFORE_NUMBERS = frozenset({
    "abs", "abschn", "art", "aufl", "einschl", "evtl", "exkl", "geb", "gegr", "gest", "ggf", "hausnr", "inkl", "kap",
    "max", "min", "mind", "ref", "std", "str", "tel", "ungef", "verf", "vgl", "ziff", "zuzügl", "zzgl", "odst",
    "jan", "feb", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dez",
})  # fmt: skip
"""Abbreviations, three letters and longer, that stand before numbers in these languages: Abs. 2, inkl. 3, Tel. 030."""


def sentences(text: str, language: str) -> list[Span]:
    """Sentence spans inside `text`, trimmed of white space; a line feed always ends a sentence."""
    if "\n" not in text:
        return list(_of_line(text, language))
    found: list[Span] = []
    at = 0
    for line in text.split("\n"):
        if line and not line.isspace():
            found += [span.shifted(at) for span in _of_line(line, language)]
        at += len(line) + 1
    return found


@lru_cache(maxsize=1 << 12)
def _of_line(line: str, language: str) -> tuple[Span, ...]:
    """Where the sentences of one line start and end. Kept, since several readers of one pile ask for the same."""
    found: list[Span] = []
    at = 0
    plain = line if line.isascii() else _BEFORE_STOP.sub(" ", line)
    if language in _ORDINAL_STOPS:
        plain = _NUMBER_BEHIND_STOP.sub(_lettered, plain)
    for raw in segment(language, plain):  # white space and all: together they are the line again
        head, tail = len(raw) - len(raw.lstrip()), len(raw.rstrip())
        if tail > head:
            found.append(Span(at + head, at + tail))
        at += len(raw)
    return tuple(found)


def _lettered(found: re.Match[str]) -> str:
    """A letter in the place of a number's first digit, so that a sentence may begin there."""
    opens = found[1].casefold() not in _BEFORE_NUMBERS
    return f"{found[0][:-1]}X" if opens else found[0]
