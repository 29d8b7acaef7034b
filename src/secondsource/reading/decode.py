"""Bytes to characters: by byte-order mark, then what the page declares, then UTF-8, then detection."""

import codecs
import re

from charset_normalizer import from_bytes
from msgspec import Struct

from secondsource.model.problem import Problem
from secondsource.model.source import RawSource

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([a-z0-9_:.\-]{2,40})""", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([a-z0-9_:.\-]{2,40})""", re.IGNORECASE)
_DECLARATION_BYTES = 4096
"""The HTML standard looks into the first 1,024 bytes; many pages declare later."""
_SAMPLE_BYTES = 65_536
_LATIN = frozenset({"iso8859-1", "ascii", "latin-1"})
"""Browsers read these as windows-1252 (WHATWG Encoding Standard, section 4.2)."""
_TELLING_BYTES = 60
_LOST = "\ufffd"


class Decoded(Struct, frozen=True):
    """The characters of a source and the encoding they came from."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


def decode(raw: RawSource) -> Decoded:
    """The characters of `raw`, line ends kept. Bytes that fit no character become U+FFFD, with a `bad-charset` Problem
    that points at the first."""
    data = raw.data
    for mark, name in _BOMS:
        if data.startswith(mark):
            body = data[len(mark) :] if name == "utf-8" else data
            return _checked(raw, body.decode(name, "replace"), name)
    declared = _declared(data[:_DECLARATION_BYTES]) if raw.media_type == "text/html" else None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _by_other(raw, declared, error)
    if declared is None or declared in {"utf-8", *_LATIN} or data.isascii():
        return Decoded(text, "utf-8", _mismatch(raw, declared) if not data.isascii() else ())
    if declared.startswith(("utf-16", "utf-32")) or _is_wide(data):
        return Decoded(text, "utf-8", _mismatch(raw, declared))  # a page whose meta was readable is not in UTF-16
    if declared in {"cp1252", "iso8859-15"} or not declared.startswith(("iso2022", "hz")):
        return Decoded(text, "utf-8", _mismatch(raw, declared))  # valid UTF-8 beyond ASCII is hardly ever chance
    return _checked(raw, data.decode(declared, "replace"), declared)


def _is_wide(data: bytes) -> bool:
    return data[:200].count(0) > 60


def _by_other(raw: RawSource, declared: str | None, error: UnicodeDecodeError) -> Decoded:
    data = raw.data
    if _is_wide(data):
        name = "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
        return _checked(raw, data.decode(name, "replace"), name)
    if declared is not None and declared != "utf-8":
        name = "cp1252" if declared in _LATIN else declared
        return _checked(raw, data.decode(name, "replace"), name)
    as_utf8 = data.decode("utf-8", "replace")
    lost = as_utf8.count(_LOST)
    beyond_ascii = sum(1 for char in as_utf8 if char > "\x7f")
    if lost * 20 < beyond_ascii or (declared == "utf-8" and lost * 3 < beyond_ascii):
        return _checked(raw, as_utf8, "utf-8")
    name = _guess(_sample(data, error.start))
    text = data.decode(name, "replace")
    why = f"the bytes are not UTF-8 (first at byte {error.start}); read as {name}, which is a guess"
    return Decoded(text, name.replace("_", "-"), (Problem(raw.id, "guessed-charset", why), *_losses(raw, text)))


def _guess(sample: bytes) -> str:
    """The likeliest encoding. Text with few bytes beyond ASCII is Latin; a short one says too little to tell which."""
    beyond = sum(1 for byte in sample if byte > 0x7F)
    if beyond < _TELLING_BYTES and beyond * 6 < len(sample):
        return "cp1252"
    best = from_bytes(sample).best()
    return best.encoding if best is not None and best.encoding != "utf_8" else "cp1252"


def _sample(data: bytes, around: int) -> bytes:
    start = max(0, around - _SAMPLE_BYTES // 2)
    return data[start : start + _SAMPLE_BYTES]


def _declared(head: bytes) -> str | None:
    match = _XML_DECLARED.search(head) or _DECLARED.search(head)
    if match is None:
        return None
    try:
        found = codecs.lookup(match[1].decode("ascii"))
    except (LookupError, UnicodeDecodeError):
        return None
    return found.name if found._is_text_encoding else None  # `base64`, `rot13` and the like are codecs too


def _mismatch(raw: RawSource, declared: str | None) -> tuple[Problem, ...]:
    if declared in {None, "utf-8"}:
        return ()
    return (Problem(raw.id, "charset-mismatch", f"the page says {declared}, but its bytes are UTF-8; read as UTF-8"),)


def _checked(raw: RawSource, text: str, encoding: str) -> Decoded:
    return Decoded(text, encoding, _losses(raw, text))


def _losses(raw: RawSource, text: str) -> tuple[Problem, ...]:
    lost = text.count(_LOST)
    if not lost:
        return ()
    at = text.index(_LOST)
    why = f"{lost} places could not be decoded and stand as U+FFFD"
    return (Problem(raw.id, "bad-charset", why, at, at + 1),)
