"""Real pages, damaged: cut, doubled, with flipped bytes and broken tags, joined with others. Nothing may break.

`python -m bench.reading_fuzz [--gold FILE] [--mutations N] [--seed N] [--worst N]` prints how many damaged pages raised
an exception, lost a character (one of the text that is not blank and has no role, or two), have a span that cannot be
cut, or read differently the second time. All are to be 0. The gold's records have `html` or `text`; every fourth page
is read as the plain text of itself.
"""

import argparse
import gzip
import hashlib
import json
import random
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bench.harness import DATA
from secondsource.model.document import Document
from secondsource.model.source import RawSource
from secondsource.model.span import Place, Span
from secondsource.reading.stage import ReadPage

MUTATIONS = 2_000
FILES = ("reading/aeb", "reading/wcxb_dev_articles", "reading/fundus_de_us_uk", "reading/stripped_text_dev")
KINDS = ("exceptions", "lost characters", "spans that do not cut", "unlike the second time")
_ODD = (
    b"\0",
    b"\xff",
    b"\xed\xa0\x80",
    "\u2028".encode(),
    b"&#0;",
    b"&#xD800;",
    b"&nbsp",
    b"<",
    b">",
    b"\r",
    b'"',
    b"'",
)
_TAGS = (
    *(b"<div>", b"</div>", b"<p", b"</p>", b"<table>", b"<td>", b"</table>", b"<script>", b"<!--", b"-->", b"<title>"),
    *(b"<svg>", b"<select>", b"<textarea>", b"<template>", b"</body>", b"<a href='", b"<pre>", b"<plaintext>"),
)


def cut(data: bytes, draw: random.Random, _other: bytes) -> bytes:
    """The page breaks off."""
    return data[: draw.randrange(len(data))]


def without(data: bytes, draw: random.Random, _other: bytes) -> bytes:
    """A stretch is missing."""
    start, end = _stretch(data, draw)
    return data[:start] + data[end:]


def doubled(data: bytes, draw: random.Random, _other: bytes) -> bytes:
    """A stretch comes twice."""
    start, end = _stretch(data, draw)
    return data[:end] + data[start:]


def flipped(data: bytes, draw: random.Random, _other: bytes) -> bytes:
    """Some bytes are others."""
    held = bytearray(data)
    for _ in range(draw.randint(1, 60)):
        held[draw.randrange(len(held))] = draw.randrange(256)
    return bytes(held)


def odd(data: bytes, draw: random.Random, _other: bytes) -> bytes:
    """Characters that no page should have stand in it."""
    return _strewn(data, draw, _ODD)


def tagged(data: bytes, draw: random.Random, _other: bytes) -> bytes:
    """Tags stand where none belong."""
    return _strewn(data, draw, _TAGS)


def unquoted(data: bytes, draw: random.Random, _other: bytes) -> bytes:
    """Angles and quotation marks are missing."""
    held = bytearray(data)
    places = [at for at, byte in enumerate(held) if byte in b"<>\"'/="]
    for at in sorted(draw.sample(places, min(len(places), draw.randint(1, 30))), reverse=True):
        del held[at]
    return bytes(held)


def joined(data: bytes, draw: random.Random, other: bytes) -> bytes:
    """The page goes on as another one."""
    return data[: draw.randrange(len(data))] + other[draw.randrange(len(other)) :]


def nested(data: bytes, draw: random.Random, other: bytes) -> bytes:
    """Another page stands inside."""
    at = draw.randrange(len(data))
    return data[:at] + other + data[at:]


def recoded(data: bytes, draw: random.Random, _other: bytes) -> bytes:
    """The bytes are in another encoding than the page says."""
    return data.decode("utf-8", "replace").encode(
        draw.choice(("cp1252", "utf-16", "koi8-r", "shift_jis", "utf-8-sig")), "ignore"
    )


DAMAGES: tuple[Callable[[bytes, random.Random, bytes], bytes], ...] = (
    *(cut, without, doubled, flipped, odd, tagged, unquoted, joined, nested, recoded),
)


def _stretch(data: bytes, draw: random.Random) -> tuple[int, int]:
    start = draw.randrange(len(data))
    return start, min(len(data), start + draw.randrange(1, max(2, len(data) // 3)))


def _strewn(data: bytes, draw: random.Random, pieces: Sequence[bytes]) -> bytes:
    for _ in range(draw.randint(1, 12)):
        at = draw.randrange(len(data) + 1)
        data = data[:at] + draw.choice(pieces) + data[at:]
    return data


def damaged(pages: Sequence[bytes], count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """`count` pages with one to three damages each, and what was done; the same for the same seed."""
    for number in range(count):
        draw = random.Random(seed * 1_000_003 + number)
        data, names = draw.choice(pages), []
        for damage in draw.choices(DAMAGES, k=draw.choice((1, 1, 2, 3))):
            names.append(damage.__name__)
            data = damage(data, draw, draw.choice(pages)) or b"x"
        yield f"{number}: {' '.join(names)}", data


def faults(data: bytes, media_type: str) -> list[tuple[str, str]]:
    """The kinds of what goes wrong when these bytes are read, with a word on each."""
    raw = RawSource("source:1", "page", "page", None, hashlib.sha256(data).hexdigest(), media_type, data)
    try:
        document = ReadPage().read(raw).document
        again = ReadPage().read(raw).document
        if document is None:
            return []
        found = [*_lost(document), *_uncut(document)]
    except Exception:
        return [("exceptions", traceback.format_exc(limit=-3))]
    return [*found, *([("unlike the second time", "")] if document != again else [])]


def _lost(document: Document) -> Iterator[tuple[str, str]]:
    times = bytearray(len(document.text))
    for passage in document.passages:
        for at in range(max(0, passage.start), min(len(times), passage.end)):
            times[at] = min(2, times[at] + 1)
    for at, char in enumerate(document.text):
        if times[at] > 1 or (not times[at] and not char.isspace()):
            yield "lost characters", f"{times[at]} roles at {at}: {document.text[max(0, at - 30) : at + 30]!r}"
            return


def _uncut(document: Document) -> Iterator[tuple[str, str]]:
    reasons = [*(document.published.reasons if document.published else ()), *(clue.reason for clue in document.clues)]
    spans: list[Span | Place] = [passage.span for passage in document.passages]
    spans += [place for reason in reasons for place in reason.spans]
    spans += [document.headline] if document.headline is not None else []
    for span in spans:
        if not 0 <= span.start < span.end <= len(document.text):
            yield "spans that do not cut", str(span)
    for excerpt in (document.reported, document.body):
        for start, span in zip(excerpt.starts, excerpt.spans, strict=True):
            part = excerpt.text[start : start + span.end - span.start]
            if part != span.cut(document.text).replace("\n", " "):
                yield "spans that do not cut", f"of the reading copy: {span}"


def pages_of(file: Path) -> list[bytes]:
    """The pages of a gold file."""
    opened = gzip.open if file.suffix == ".gz" else open
    with opened(file, "rt", encoding="utf-8") as lines:
        records = map(json.loads, lines)
        pages = [(record.get("html") or record.get("text") or "").encode("utf-8", "replace") for record in records]
    return [page for page in pages if page]


def main() -> None:
    """Damage, read, count."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--gold", type=Path, action="append", help="a gold file with html or text; may be given again")
    parser.add_argument("--mutations", type=int, default=MUTATIONS, metavar="N", help="damaged pages in all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="print the first N faults")
    given = parser.parse_args()
    files = [file for file in given.gold or [DATA / f"{name}.jsonl.gz" for name in FILES] if file.is_file()]
    if not files:
        print("skipped: no gold file is there; name one with --gold")
        return
    pages = [page for file in files for page in pages_of(file)]
    counts: Counter[str] = Counter()
    for number, (name, data) in enumerate(damaged(pages, given.mutations, given.seed)):
        for kind, what in faults(data, "text/plain" if number % 4 == 3 else "text/html"):
            counts[kind] += 1
            if counts.total() <= given.worst:
                print(f"{kind}: {name}\n{what}")
    print(f"{given.mutations} damaged pages of {len(pages)}: {', '.join(f'{kind} {counts[kind]}' for kind in KINDS)}")


if __name__ == "__main__":
    main()
