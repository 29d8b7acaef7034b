"""Bytes to characters: by byte-order mark, then what transport or page declare, then UTF-8, then detection."""

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
_SUPERSETS = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "iso8859-9": "cp1254"}
"""What browsers read instead: each holds all of the declared encoding and what pages use beyond it."""
_SUPERSETS |= {"shift_jis": "cp932", "euc_kr": "cp949", "tis-620": "cp874", "iso8859-11": "cp874", "big5": "big5hkscs"}
_LATIN_LETTERS = ("cp1252", "cp1250", "iso8859_2", "cp1254", "cp1257", "cp1258")
_OTHER_ALPHABETS = ("cp1251", "koi8_r", "koi8_u", "iso8859_5", "cp866", "cp1253", "cp1255", "cp1256", "cp874")
_CHARACTERS = ("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "utf_16_le", "utf_16_be")
_CANDIDATES = (*_LATIN_LETTERS, *_OTHER_ALPHABETS, *_CHARACTERS)
"""The encodings that the web uses (WHATWG Encoding Standard); a guess is one of them."""
_TELLING_BYTES = 60
_IN_A_WORD = re.compile(r"[^\W\d_][¡-©«-¶¸¹»-¿×÷][^\W\d_]")
"""A sign between letters, where no language of Western Europe writes one."""
_LOST = "\ufffd"
_WIDE_SAMPLE = 4096
_WIDE_SHARE = 0.4
"""Share of one value among every other byte that gives UTF-16 away: the high bytes of an alphabet are all alike."""
_FOREIGN_SHARE = 0.3
"""No language of Latin letters writes that many of them with accents."""
_UPPER_SHARE = 0.6
"""A text with that many capitals was read with the wrong one of the Cyrillic encodings, which swap the cases."""


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
    wide = wide_encoding(data)
    if wide is not None:
        return _checked(raw, data.decode(wide, "replace"), wide)
    declared = _declared(raw)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _by_other(raw, declared, error)
    if declared is not None and declared.startswith(("iso2022", "hz")):
        return _checked(raw, data.decode(declared, "replace"), declared)  # these shift between ASCII bytes
    # Valid UTF-8 beyond ASCII is hardly ever chance, and a page whose meta could be read is not in UTF-16.
    return Decoded(text, "utf-8", () if data.isascii() else _mismatch(raw, declared))


def wide_encoding(data: bytes) -> str | None:
    """`utf-16-le` or `utf-16-be` where bytes without a mark are in it, else None.

    Every other byte of such a text is the high one, and an alphabet has few of those: NUL for Latin letters, 4 for
    Cyrillic ones.
    """
    sample = data[:_WIDE_SAMPLE]
    if len(sample) < 8 or b"\0" not in sample:  # a blank has one
        return None
    high, low = (max(map(half.count, set(half)), default=0) / len(half) for half in (sample[1::2], sample[::2]))
    for share, other, name in ((high, low, "utf-16-le"), (low, high, "utf-16-be")):
        if share >= _WIDE_SHARE and share > other and _is_text(sample[: len(sample) // 2 * 2], name):
            return name
    return None


def _is_text(sample: bytes, encoding: str) -> bool:
    """Whether nearly all of it are letters, blanks and marks when read so, with blanks between words."""
    text = sample.decode(encoding, "replace")
    blanks = sum(char in " \n\r\t" for char in text)
    good = sum(char.isalnum() or char.isspace() or char in "<>\"'.,;:!?-–—/()=&’“”«»„%" for char in text)
    return blanks > 0 and good >= 0.9 * len(text)


def _is_wide_name(declared: str | None) -> bool:
    return declared is not None and declared.startswith(("utf-16", "utf-32"))


def _declared(raw: RawSource) -> str | None:
    """What the transport says, else the page. Latin-1 from a server is often only its default."""
    transport = _codec(raw.given.charset)
    if transport is not None and transport not in _LATIN:
        return transport
    head = raw.data[:_DECLARATION_BYTES]
    match = (_XML_DECLARED.search(head) or _DECLARED.search(head)) if raw.media_type == "text/html" else None
    return (_codec(match[1].decode("ascii", "ignore")) if match is not None else None) or transport


def _codec(label: str | None) -> str | None:
    """Python's name of an encoding, or None for what is none: `base64` and `rot13` are codecs too."""
    try:
        found = codecs.lookup((label or "").strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    return found.name if found._is_text_encoding else None


def _by_other(raw: RawSource, declared: str | None, error: UnicodeDecodeError) -> Decoded:
    data = raw.data
    if declared is not None and declared != "utf-8" and not _is_wide_name(declared):
        name = _SUPERSETS.get(declared, declared)
        text = data.decode(name, "replace")
        if not _is_garbled(text):
            return _checked(raw, text, name)
    as_utf8 = data.decode("utf-8", "replace")
    lost = as_utf8.count(_LOST)
    beyond_ascii = sum(1 for char in as_utf8 if char > "\x7f")
    if lost * 4 < beyond_ascii:  # other encodings hardly ever make whole characters of UTF-8
        return _checked(raw, as_utf8, "utf-8")
    name = _guess(_sample(data, error.start))
    text = data.decode(name, "replace")
    why = f"the bytes are not UTF-8 (first at byte {error.start}); read as {name}, which is a guess"
    if declared is not None:
        why = f"the bytes do not fit {declared}, which is declared; read as {name}, which is a guess"
    return Decoded(text, name.replace("_", "-"), (Problem(raw.id, "guessed-charset", why), *_losses(raw, text)))


def _is_garbled(text: str) -> bool:
    """Whether a text was read with an encoding that is not its own: places lost, accents on every third letter, or
    capitals inside words."""
    sample = text[:_SAMPLE_BYTES]
    beyond = [char for char in sample if char > "\x7f"]
    if len(beyond) < _TELLING_BYTES:
        return beyond.count(_LOST) > 0.5 * len(beyond)
    if beyond.count(_LOST) > 0.1 * len(beyond):
        return True
    letters = [char for char in sample if char.isalpha()]
    latin = [char for char in beyond if "\xc0" <= char <= "\xff"]
    cyrillic = [char for char in beyond if "\u0400" <= char <= "\u04ff"]
    if len(latin) > _FOREIGN_SHARE * len(letters) and len(latin) > 0.8 * len(beyond):
        return _accented_throughout(sample)
    return len(cyrillic) > 0.5 * len(beyond) and sum(map(str.isupper, cyrillic)) > _UPPER_SHARE * len(cyrillic)


def _accented_throughout(text: str) -> bool:
    """Whether words of three and more letters have nothing but accented ones."""
    words = [word for word in re.findall(r"[^\W\d_]{3,}", text) if not word.isascii()]
    return sum(all(char > "\x7f" for char in word) for word in words) > 0.5 * len(words)


def _guess(sample: bytes) -> str:
    """The likeliest encoding. Text with few bytes beyond ASCII is Latin; a short one says too little to tell which."""
    beyond = sum(1 for byte in sample if byte > 0x7F)
    few = beyond < _TELLING_BYTES and beyond * 6 < len(sample)
    if few and _IN_A_WORD.search(sample.decode("cp1252", "replace")) is None:
        return "cp1252"
    best = from_bytes(sample, cp_isolation=[*_CANDIDATES]).best()
    return best.encoding if best is not None else "cp1252"


def _sample(data: bytes, around: int) -> bytes:
    start = max(0, around - _SAMPLE_BYTES // 2)
    return data[start : start + _SAMPLE_BYTES]


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
