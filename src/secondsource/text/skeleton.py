"""One key for a name as several languages write it: its consonants, across Latin, Cyrillic, Greek and Arabic letters.

`Lisbon`, `Lisbonne`, `Lissabon` and `Лиссабон` all give `lsbn`; `Hamburg` and `Hambourg` `mbrg`. A key for finding
candidates: short names collide, so what it finds is to be weighed by how rare the key is.
"""

import re
from functools import lru_cache

from .normalise import plain

_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ",
        "a b v g d e z z i i k l m n o p r s t u f h s s s s . y . e u a e i i e g".replace(".", "").split(" "),
        strict=False,
    )
)
_GREEK = dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", "avgdesitiklmnkoprsstifhpo", strict=True))
_ARABIC = dict(
    zip(
        "بتثجحخدذرزسشصضطظعغفقكلمنهپچژگک",
        "b t s g h h d d r s s s s d t s - g f k k l m n h b s s g k".replace("-", "a").split(),
        strict=True,
    )
)
_LETTERS = str.maketrans(_CYRILLIC | _GREEK | _ARABIC | {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "e"})
_SOUNDS = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"(?:tsch|sch|tch|sh|ch|cz|sz|ts|tz|dz|dj)"), "s"),
    (re.compile(r"(?:ck|kh|qu|q)"), "k"),
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"[cx]"), "k"),
    (re.compile(r"[zç]"), "s"),
    (re.compile(r"[wu](?=[aeio])"), "v"),
    (re.compile(r"j"), "g"),
)
_SILENT = re.compile(r"[^bdfgklmnprstv0-9]")
_DOUBLED = re.compile(r"([a-z])\1+")


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """The consonant key of one word; digits are kept as they are. Empty where nothing is left."""
    word = plain(name).translate(_LETTERS)
    if word[:1].isdigit():
        return word
    for sound, key in _SOUNDS:
        word = sound.sub(key, word)
    return _DOUBLED.sub(r"\1", _SILENT.sub("", word))
