"""Cuts inside a line: a dateline before the first sentence, tags and style rules left between words."""

import re
from functools import cache
from importlib.resources import files

from secondsource.language.mastheads import agency_named
from secondsource.model.passage import Passage, Role
from secondsource.model.span import Span

from .debris import markup

_CITY = r"[A-ZÀ-ÞŠŽČ][\w.'’À-ÿ-]*(?:[ /-](?:[A-ZÀ-ÞŠŽČa-z][\w.'’À-ÿ-]*)){0,4}"
_DASH = r"[-–—―:]{1,2}"
_SIGN = r"[(\[]\s*(?P<agency>[^\W\d_][\w./ '’&,-]{1,40})\s*[)\]]"
_BEFORE = (
    rf"(?P<city>{_CITY}(?:\s\([A-ZÀ-Þ][\w'’. -]{{2,24}}\)(?=[ ,]))?(?:,\s*[A-ZÀ-Þ][\w. '’-]{{1,30}}){{0,2}})?"
    r"(?:,?\s*(?P<date>[^()\n]{3,25}\d[^()\n]{0,12}))?,?\s*"
)
_SIGNED = re.compile(
    rf"{_BEFORE}{_SIGN}(?:,\s*[^()\n–—]{{0,20}}\d{{4}})?\s*\.?(?:{_DASH}\s+|--)"
    rf"(?:[A-ZÀ-ÞŠŽČ][A-ZÀ-ÞŠŽČ.'’ -]{{2,30}},\s*\d{{1,2}}\s+[A-ZÀ-Þ]{{3,9}}\.?\s*{_DASH}\s+)?"
)
"""A country may stand behind the place in brackets: "LIÈGE (Belgique), 3 mai (Belga) - ". Place and date may stand
behind the agency, too: "(ANSA) - GUBBIO, 27 OTT - "."""
_UNDASHED = re.compile(rf"{_BEFORE}{_SIGN}\.?\s+(?=[A-ZÀ-ÞŠŽČ«»„“\"])")
"""As Swiss agencies sign: "Bern, 24. Mai 2025 (sda) Die Polizei …"."""
_SMALL_SIGN = re.compile(r"[a-zà-ÿ]{2,5}(?:/[a-zà-ÿ]{2,5})?")
_SHOUTED = re.compile(
    rf"(?P<city>[A-ZÀ-ÞŠŽČ][A-ZÀ-ÞŠŽČ.'’-]+(?:[ /-][A-ZÀ-ÞŠŽČ][A-ZÀ-ÞŠŽČ.'’-]+){{0,3}}"
    rf"(?:,\s*[\w. '’]{{2,30}}){{0,3}})\s*(?:{_DASH})\s+"
)
_PLAIN = re.compile(r"(?P<city>[A-ZÀ-ÞŠŽČ][A-ZÀ-ÞŠŽČ'’-]{2,}(?: [A-ZÀ-ÞŠŽČ]{3,}){0,2}?)\s+(?=[A-ZÀ-Þ«\"“„])")
_TITLED = re.compile(
    r"(?P<city>[A-ZÀ-Þ][a-zà-ÿ]+(?:[ -][A-ZÀ-Þ][a-zà-ÿ]+){0,2})(?:/(?P<agency>\w+))?"
    r"\s*(?:[–—]|\s-|\.\s-)\s+(?=[A-ZÀ-Þ«\"“„])"
)
_WORD = re.compile(r"\w")


@cache
def cities() -> frozenset[str]:
    """Cities that datelines carry alone, folded."""
    raw = files("secondsource.language").joinpath("datelines.txt").read_text(encoding="utf-8")
    return frozenset(row.strip().casefold() for row in raw.splitlines() if row.strip() and not row.startswith("#"))


def dateline(text: str, span: Span) -> Span | None:
    """The dateline at the start of `span`: place, date, agency and dash, without the white space behind."""
    head = span.cut(text)[:160]
    match = _SIGNED.match(head) if "(" in head or "[" in head else None
    if match and (match["city"] or _is_sign(match["agency"])) and len(match[0]) < 110:
        return _trimmed(span, match)
    match = _undashed(head)
    if match and len(match[0]) < 110:
        return _trimmed(span, match)
    match = _SHOUTED.match(head)
    if match and len(match[0]) < 80:
        return _trimmed(span, match)
    match = _TITLED.match(head)
    if match and (match["city"].casefold() in cities() or match["agency"]):
        return _trimmed(span, match)
    match = _PLAIN.match(head)
    if match and _is_place(match["city"], text):
        return _trimmed(span, match)
    return None


def _undashed(head: str) -> re.Match[str] | None:
    """A place, a sign in brackets and at once the first sentence: only with a date, or a sign that is an agency's or
    written small, for a party or a country stands so behind a name, too."""
    match = _UNDASHED.match(head) if "(" in head or "[" in head else None
    if match is None or not match["city"]:
        return None
    dated = match["date"] is not None and match["agency"].isupper()
    small = _SMALL_SIGN.fullmatch(match["agency"]) is not None
    return match if dated or small or agency_named(match["agency"]) else None


def _is_sign(name: str) -> bool:
    """Whether a name in brackets that nothing but a dash follows is an agency's: known, or a sign in letters of one
    size: "(ADP) – ", "(pn) – "."""
    return bool(agency_named(name)) or name.isupper() or _SMALL_SIGN.fullmatch(name) is not None


def _trimmed(span: Span, match: re.Match[str]) -> Span:
    return Span(span.start, span.start + len(match[0].rstrip()))


def _is_place(shouted: str, text: str) -> bool:
    """A known dateline city, or a word that the text elsewhere writes as a name ("HAMBURG", later "in Hamburg")."""
    if shouted.casefold() in cities():
        return True
    return len(shouted) >= 5 and re.search(rf"\b{re.escape(shouted.title())}\b", text) is not None


def split(text: str, span: Span, role: Role) -> list[Passage]:
    """`span` as passages: its markup apart, the rest with `role`; pieces without a letter or digit stay with the
    markup."""
    tags = markup(text, span)
    if not tags:
        return [Passage(span.start, span.end, role)]
    found: list[Passage] = []
    at = span.start
    for tag in [*tags, Span(span.end, span.end)]:
        rest = _stripped(text, Span(at, tag.start))
        if rest is not None:
            found.append(Passage(rest.start, rest.end, role if _WORD.search(rest.cut(text)) else Role.MARKUP))
        if tag.end > tag.start:
            found.append(Passage(tag.start, tag.end, Role.MARKUP))
        at = tag.end
    return found


def _stripped(text: str, span: Span) -> Span | None:
    cut = span.cut(text)
    if not cut.strip():
        return None
    return Span(span.start + len(cut) - len(cut.lstrip()), span.start + len(cut.rstrip()))


def signer(line: str) -> str | None:
    """The agency that signs the dateline at the start of `line`: "BERLIN (Reuters) – …" gives Reuters."""
    head = line[:160]
    if "(" not in head and "[" not in head:
        return None
    match = _SIGNED.match(head) or _undashed(head)
    return match["agency"].strip() if match and (match["city"] or _is_sign(match["agency"])) else None
