"""Lines that sign or explain: bylines, credits of text and photo, captions; and pieces that are no words at all."""

import re
from functools import cache

import ahocorasick

from secondsource.language.credits import Credits, version_in
from secondsource.language.mastheads import agency_named
from secondsource.text.normalise import fold

from .lines import Line

_TAIL_SIGN = re.compile(
    r"[.!?…]\s?[\"”»']?\s*(?:[(\[]\s*)?(?:via\s+|©\s*|Foto:\s*|Photo:\s*|Credit:\s*)?"
    r"(?P<sign>[A-ZÀ-Þ][\w.'’&-]*(?:[ /,-]{1,2}[A-ZÀ-Þ][\w.'’&-]*){0,4})\s*[)\]]?$"
)
_DAY = re.compile(
    r",\s*(?:[A-Z][a-zé]{2,8}\.?\s+)?\d{0,2}\s?[A-Za-zéûä.]{3,10}\.?,?\s+\d{0,2},?\s*(?:19|20)\d\d\s*[.)]"
)
_PARENS = re.compile(r"[(\[][^()\[\]]{3,300}[)\]]\s*\.?")
_NAME = r"[A-ZÀ-ÞŠŽČ][\w.'’\-]*"
_NAMES = re.compile(
    rf"{_NAME}(?:\s+(?:de|da|del|della|van|von|der|den|di|le|la|bin|al|el|dos|du|zu|ter)\b)*(?:\s+{_NAME}){{1,3}}"
)
_PICTURED = re.compile(
    r"(?:©|\(c\)|(?:^|[\s(\[|.])(?:foto|fotos|bild|bilder|photo|photos|image|images|picture|pic|credit|credits|crédit|imagen|"
    r"imagem|immagine|quelle|beeld)\s?:)\s?[^.!?]{2,70}[)\]]?\.?$",
    re.IGNORECASE,
)
"""A picture's sign at the end of its caption: "(Image: Getty)", "Foto: Karl Binder/dpa", "© Netflix | PR"."""
_SIGN_NAME = r"(?-i:[A-ZÀ-Þ][\w.'’&-]*(?:[ /][A-ZÀ-Þ][\w.'’&-]*){0,4})"
_LOUD_NAME = r"(?-i:[A-ZÀ-Þ][A-ZÀ-Þ .'’&-]{1,40})"
_SIGNED_OFF = re.compile(
    rf"(?:[.!?…»”\")\]]\s(?:fotos?|beeld|bilder|bild|photos?|imagen|imagem|immagine)\s{_SIGN_NAME}"
    rf"|\({_LOUD_NAME}/{_LOUD_NAME}\)|\s\|\s{_LOUD_NAME}|\s[-–—]\s{_SIGN_NAME}/{_SIGN_NAME}"
    r"|(?-i:[a-zà-ÿ)]\.[A-ZÀ-Þ][\w’'-]*(?:[ /(-][A-ZÀ-Þ(][\w’').-]*){0,4}))\.?$",
    re.IGNORECASE,
)
"""A picture's sign without a colon at the end of its caption: ". Foto Ana Lima", "(ANA LIMA / KITTIWAKE)", " - Ana
Lima/Kittiwake", "| THE POST", or glued to the last word ("on Monday.Kittiwake")."""
_COPYRIGHT = re.compile(r"^(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_PICTURED_REACH = 110
_SIGN_REACH = 160
"""Characters at the end of a line in which a picture's sign stands."""
_SHOWN = 12
"""Characters before the sign that tell what the picture shows, at least."""
_SENTENCE = 7
"""Words of a sentence at least."""
_SHORT = 16
"""Words of a credit line at most, lists of names aside."""


def _opens(folded: str, phrases: tuple[str, ...]) -> str | None:
    if not folded.startswith(phrases):
        return None
    for phrase in phrases:
        if folded.startswith(phrase):
            rest = folded[len(phrase) : len(phrase) + 1]
            if not rest or not (rest.isalnum() and phrase[-1].isalnum()):
                return phrase
    return None


@cache
def _finder(phrases: tuple[str, ...]) -> object:
    """One search (Aho-Corasick) for all these phrases."""
    automaton = ahocorasick.Automaton()
    for phrase in phrases:
        automaton.add_word(phrase, phrase)
    automaton.make_automaton()
    return automaton


def _holds(folded: str, phrases: tuple[str, ...]) -> bool:
    """Whether one of the phrases stands anywhere in the text."""
    return bool(phrases) and next(_finder(phrases).iter(folded), None) is not None  # type: ignore[attr-defined]  # untyped C type


def bare(line: Line) -> str:
    """The folded line without list mark and opening bracket."""
    return line.folded.lstrip("*•·-–—|>([ ")


def is_name_list(text: str) -> bool:
    """Whether `text` is one to six names of persons joined by commas and joining words, and nothing else."""
    parts = [part.strip(" .") for part in re.split(r",|;|&|/|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b", text)]
    parts = [part for part in parts if part]
    return 0 < len(parts) <= 6 and all(_NAMES.fullmatch(part) for part in parts) and not text.isupper()


def is_byline(line: Line, table: Credits) -> bool:
    """Whether the line says who wrote the text: an opening word and at least one name behind it."""
    if line.words > _SHORT or line.stops > 1 or line.coded:
        return False
    opened = _opens(bare(line), table.byline)
    if opened is None:
        return False
    rest = line.text[len(line.text) - len(line.text.lstrip("*•·-–—|>([ ")) :][len(opened) :].strip(" :")
    first = rest[:1]
    return bool(first) and (first.isupper() or _opens(fold(rest), table.jobs) is not None) and line.function_share < 0.6


def is_credit(line: Line, table: Credits, signers: frozenset[str]) -> bool:
    """Whether the line credits a wire, a translator, a relayed source, an editor or a photographer.

    `signers` are folded names that the document's own datelines sign with.
    """
    text = bare(line).rstrip(" .)]")
    if line.words > 40:
        return False
    if line.words <= 6 and (agency_named(line.text) is not None or text in signers):
        return True
    if (line.words <= _SHORT or _PARENS.fullmatch(line.text)) and version_in(text, table) is not None:
        return True
    if line.words <= 2 * _SHORT and line.capital_share > 0.25 and _holds(text, table.additional):
        return True
    if _PARENS.fullmatch(line.text) and _holds(text, table.reporting):
        return True
    if line.words > _SHORT and line.capital_share < 0.4:
        return False
    return any(
        _opens(text, phrases) is not None
        for phrases in (table.reporting, table.relay, table.translated, table.photo)
        if phrases
    ) and (line.words <= 8 or line.capital_share > 0.3)


def is_caption(line: Line, table: Credits, signers: frozenset[str]) -> bool:
    """Whether the line tells what a picture shows: it says so, or ends with a picture's sign."""
    if line.words > 70 or line.words < 2:
        return False
    text = bare(line)
    if _opens(text, table.caption_opens) is not None and line.words <= 60:
        return True
    if line.words <= 60 and _holds(text, table.caption_holds):
        return True
    if line.words <= 60 and _is_pictured(line.text):
        return True
    match = _TAIL_SIGN.search(line.text[-_SIGN_REACH:]) if line.words >= 6 else None
    if match is None:
        return False
    sign = match["sign"]
    parts = (sign, *sign.split("/"))
    known = any(agency_named(part) is not None or fold(part) in signers for part in parts)
    shouted = sign.isupper() and len(sign) >= 2
    return known or (shouted and bool(_DAY.search(line.text)))


def signs_off(line: Line) -> bool:
    """Whether a sentence of a report ends with an agency's sign and nothing that pictures have: a day, a name."""
    match = _TAIL_SIGN.search(line.text[-_SIGN_REACH:])
    told = line.words >= _SENTENCE and line.function_share >= 0.2
    return match is not None and told and "/" not in match["sign"] and not _DAY.search(line.text)


def credits_picture(line: Line, table: Credits) -> bool:
    """Whether a line names a picture's maker behind a word for it, and nothing else."""
    return line.words <= _SHORT and _opens(bare(line), table.photo) is not None


def _is_pictured(text: str) -> bool:
    """Whether a picture's sign ends the text, and something stands before it."""
    tail = text[-_PICTURED_REACH:]
    match = _PICTURED.search(tail) if ":" in tail or "©" in tail or "(c)" in tail.lower() else None
    match = match or _SIGNED_OFF.search(tail)
    return match is not None and match.start() + len(text) - len(tail) >= _SHOWN


def is_copyright(line: Line) -> bool:
    """Whether the line opens with a copyright sign."""
    return bool(_COPYRIGHT.match(line.text.lstrip("*•·- ")))
