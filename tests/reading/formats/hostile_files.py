"""Files made to choke a reader. Each is made anew by a function, for some are large."""

import gzip
import io
import json
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable

from tests.reading.formats.one_report import PAGE, http, pdf_of, record, tarred, web_archive, zipped

SENTENCE = "<p>The harbour office said on Monday that the ferry would sail again next week.</p>"
GOOD = SENTENCE.encode()


def _zeros(megabytes: int) -> bytes:
    """Gzip of so many millions of the letter a: a thousandth of their size."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    piece = b"a" * 1_000_000
    return b"".join([*(packer.compress(piece) for _ in range(megabytes)), packer.flush()])


def _zip_bomb(levels: int) -> bytes:
    """A zip of sixteen zips of sixteen zips … of a megabyte each."""
    held = zipped(**{f"{n:02}__txt": b"a" * 1_000_000 for n in range(16)})
    for _ in range(levels - 1):
        held = zipped(**{f"{n:02}__zip": held for n in range(16)})
    return held


def _overlapping(members: int, size: int) -> bytes:
    """A zip whose members all lie on the same bytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packer.compress(b"a" * size) + packer.flush()
    crc = zlib.crc32(b"a" * size)
    name = b"00000.txt"
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 0, crc, len(body), size, len(name), 0) + name + body
    entry = struct.pack(
        "<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, crc, len(body), size, len(name), 0, 0, 0, 0, 0, 0
    )
    directory = (entry + name) * members
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, members, members, len(directory), len(local), 0)
    return local + directory + end


def _tricky_zip() -> bytes:
    """Members that would climb out, sit at the root, or point elsewhere."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in (
            "../../up.html",
            "/etc/root.html",
            "C:\\Windows\\win.html",
            "..\\..\\back.html",
            "a/./b/../c.html",
        ):
            archive.writestr(zipfile.ZipInfo(name), GOOD)
        link = zipfile.ZipInfo("link.txt")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return held.getvalue()


def _tricky_tar() -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for name in ("../../up.html", "/etc/root.html"):
            member = tarfile.TarInfo(name)
            member.size = len(GOOD)
            archive.addfile(member, io.BytesIO(GOOD))
        for kind, name in (
            (tarfile.SYMTYPE, "soft.html"),
            (tarfile.LNKTYPE, "hard.html"),
            (tarfile.CHRTYPE, "dev.html"),
        ):
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, "/etc/passwd"
            archive.addfile(member)
    return held.getvalue()


def _laughs(root: str, text: str) -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY l0 "lol">{entities}]>{text}'.encode()


def _feed(title: str, description: str) -> str:
    item = f"<item><title>{title}</title><description>{description}</description></item>"
    return f"<rss><channel><title>Echo</title>{item}</channel></rss>"


_PACKED_SENTENCE = "&lt;p&gt;The harbour office said on Monday that the ferry would sail again next week.&lt;/p&gt;"

HOSTILE: dict[str, tuple[str, Callable[[], bytes], frozenset[str]]] = {}
"""By name: the file's name, its maker, and the codes of problems that must be told."""


def _add(name: str, file: str, maker: Callable[[], bytes], *codes: str) -> None:
    HOSTILE[name] = (file, maker, frozenset(codes))


_add("nested elements", "x.html", lambda: b"<div>" * 50_000 + GOOD + b"</div>" * 50_000, "too-deep")
_add("nested a million deep", "x.html", lambda: GOOD + b"<div>" * 1_000_000, "too-deep")
_add("unclosed paragraphs", "x.html", lambda: GOOD + b"<p>" * 200_000, "too-many-nodes")
_add("unclosed inline tags", "x.html", lambda: GOOD + b"<b>" * 200_000, "too-deep")
_add("unclosed formatting", "x.html", lambda: GOOD + b"<b><i><u><font><a>" * 40_000)
_add("all markup", "x.html", lambda: GOOD + b"<a>" * 10_000_000, "too-long")
_add("all elements", "x.html", lambda: GOOD + b"<i></i>" * 1_000_000)
_add("all comments", "x.html", lambda: GOOD + b"<!---->" * 1_000_000)
_add("many attributes", "x.html", lambda: GOOD + b"<p " + b" ".join(b"a%d=1" % n for n in range(700_000)) + b">x</p>")
_add("same attribute", "x.html", lambda: GOOD + b"<p " + b"a " * 2_000_000 + b">x</p>")
_add("angles", "x.html", lambda: GOOD + b"<" * 1_000_000, "too-long")
_add("closing angles", "x.html", lambda: GOOD + b">" * 1_000_000, "too-long")
_add("long attribute", "x.html", lambda: b'<div class="' + b"a b " * 1_300_000 + b'">' + GOOD + b"</div>")
_add("unclosed attribute", "x.html", lambda: GOOD + b'<div class="' + b"a b " * 1_300_000)
_add("unclosed comment", "x.html", lambda: GOOD + b"<!-- " + b"a b " * 1_300_000)
_add("unclosed script", "x.html", lambda: GOOD + b"<script>" + b"a<b;" * 1_500_000)
_add("tables in tables", "x.html", lambda: GOOD + b"<table><tr><td>" * 30_000, "too-deep")
_add("misplaced in tables", "x.html", lambda: GOOD + b"<table>" + b"<b>x" * 30_000)
_add("entities of HTML", "x.html", lambda: GOOD + b"&NotEqualTilde;" * 300_000)
_add("long word", "x.html", lambda: GOOD + b"<p>" + b"a" * 5_000_000, "too-long")
_add("blanks", "x.html", lambda: GOOD + b" \n\t" * 3_000_000)
_add("line ends", "x.txt", lambda: b"The ferry sailed on Monday.\n" + b"\n" * 5_000_000, "too-long")
_add("short lines", "x.txt", lambda: b"The ferry sailed on Monday, the harbour office said.\n" + b"a\n" * 240_000)
_add(
    "combining marks", "x.txt", lambda: b"The ferry sailed on Monday, they said.\n" + b"a" + "\u0301".encode() * 400_000
)
_add("digits", "x.txt", lambda: b"The ferry sailed on Monday, they said.\n" + b"1" * 400_000)
_add("quotes", "x.txt", lambda: b"The ferry sailed on Monday, they said.\n" + b'"a" said ' * 40_000)
_add("NULs", "x.html", lambda: PAGE.replace("bridge", "bri\0dge").encode())
_add("NULs all over", "x.txt", lambda: b"\0" * 1_000_000, "not-text")
_add(
    "lone surrogates", "x.jsonl", lambda: b'{"text": "The ferry \\ud800 sailed on Monday \\udc00, the office said."}\n'
)
_add("gzip bomb", "x.txt.gz", lambda: _zeros(1_000), "too-long")
_add("gzip in gzip", "x.txt.gz.gz", lambda: gzip.compress(_zeros(1_000)), "too-long")
_add(
    "gzip of records",
    "x.jsonl.gz",
    lambda: gzip.compress((b'{"text": "' + b"a" * 1_000 + b'"}\n') * 5_000),
)
_add("gzip many deep", "x.txt.gz.gz.gz.gz.gz", lambda: _deep(GOOD), "left-out")
_add("zip bomb", "x.zip", lambda: zipped(**{f"{n:02}__txt": b"a" * 30_000_000 for n in range(12)}), "too-long")
_add("zips in zips", "x.zip", lambda: _zip_bomb(3), "too-long")
_add("overlapping zip", "x.zip", lambda: _overlapping(20_000, 30_000_000), "too-long")
_add("zip paths", "x.zip", _tricky_zip, "left-out")
_add("tar paths", "x.tar", _tricky_tar, "left-out")
_add("tar bomb", "x.tar.gz", lambda: gzip.compress(tarred(a__txt=b"a" * 200_000_000)), "too-long")
_add("cut gzip", "x.html.gz", lambda: gzip.compress(PAGE.encode() * 50)[:-400], "broken-archive")
_add("cut zip", "x.zip", lambda: zipped(a__html=GOOD, b__html=GOOD)[:-30], "broken-archive")
_add("cut tar", "x.tar", lambda: tarred(a__html=GOOD, b__html=GOOD)[:1_600], "broken-archive")
_add(
    "WARC that says too much",
    "x.warc",
    lambda: record(http(GOOD), content_length="999999999") + web_archive(),
    "broken-archive",
)
_add(
    "WARC that says too little",
    "x.warc",
    lambda: record(http(GOOD), content_length="40") + web_archive(),
    "broken-archive",
)
_add(
    "WARC without a number",
    "x.warc",
    lambda: record(http(GOOD), content_length="many") + web_archive(),
    "broken-archive",
)
_add("WARC below nought", "x.warc", lambda: record(http(GOOD), content_length="-1") + web_archive(), "broken-archive")
_add("cut WARC", "x.warc", lambda: web_archive() + record(http(GOOD * 100))[:-4_000], "broken-archive")
_add(
    "cut WARC members",
    "x.warc.gz",
    lambda: gzip.compress(web_archive()) + gzip.compress(record(http(GOOD * 99)))[:-30],
    "broken-archive",
)
_add(
    "broken WARC member",
    "x.warc.gz",
    lambda: gzip.compress(record(http(GOOD)))[:-60] + b"\xff" * 40 + gzip.compress(web_archive()),
    "broken-archive",
)
_add("WARC with noise", "x.warc", lambda: web_archive() + b"noise\r\n\r\n" * 1_000 + web_archive(), "broken-archive")
_add(
    "WARC bomb",
    "x.warc.gz",
    lambda: gzip.compress(record(b"a" * 300_000_000, "metadata")) + gzip.compress(web_archive()),
    "too-long",
)
_add(
    "WARC of a bomb",
    "x.warc",
    lambda: record(http(_zeros(500), "Content-Type: text/html", "Content-Encoding: gzip")) + web_archive(),
    "too-long",
)
_add("laughs in a feed", "x.xml", lambda: _laughs("rss", _feed("&l9;", _PACKED_SENTENCE)), "entities")
_add(
    "laughs in NITF",
    "x.xml",
    lambda: _laughs("nitf", f"<nitf><body><body.content>{SENTENCE}<p>&l9;</p></body.content></body></nitf>"),
    "entities",
)
_add(
    "laughs in an attribute",
    "x.xml",
    lambda: _laughs("rss", _feed("x", _PACKED_SENTENCE).replace("<item>", '<item a="&l9;">')),
    "entities",
)
_add(
    "laughs in UTF-16",
    "x.xml",
    lambda: _laughs("rss", _feed("&l9;", _PACKED_SENTENCE)).decode().encode("utf-16"),
    "entities",
)
_add(
    "outside entity",
    "x.xml",
    lambda: b'<!DOCTYPE rss [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + _feed("&e;", _PACKED_SENTENCE).encode(),
    "entities",
)
_add(
    "outside document type",
    "x.xml",
    lambda: b'<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">' + _feed("x", _PACKED_SENTENCE).encode(),
)
_add("deep XML", "x.xml", lambda: _feed("x", "<a>" * 100_000).encode())
_add("wide XML", "x.xml", lambda: _feed("x", "<a/>" * 5_000_000).encode(), "too-many-nodes")
_add(
    "many entries",
    "x.xml",
    lambda: _feed("x", _PACKED_SENTENCE).replace("</item>", "</item>" + "<item/>" * 3_000_000).encode(),
    "too-many-nodes",
)
_add("cut feed", "x.xml", lambda: _feed("Ferry", _PACKED_SENTENCE).encode()[:-30], "broken-feed")
_add("deep JSON", "x.json", lambda: b"[" * 1_000_000, "broken-record")
_add("wide JSON", "x.json", lambda: b"[" + b"{}," * 10_000_000 + b"{}]", "broken-record")
_add(
    "cut JSON",
    "x.json",
    lambda: json.dumps([{"text": "The ferry sailed on Monday, they said."}] * 3).encode()[:-20],
    "broken-record",
)
_add("deep mail", "x.eml", lambda: _deep_mail(3_000))
_add("many lines of mail", "x.eml", lambda: b"Subject: x\nFrom: a@b.example\n\n" + b"a\n" * 10_000_000, "too-long")
_add(
    "long mail header",
    "x.eml",
    lambda: b"Subject: " + b"=?utf-8?q?a?= " * 300_000 + b"\nFrom: a@b.example\n\nThe ferry sailed on Monday.\n",
)
_add("many mail headers", "x.eml", lambda: b"X-A: b\n" * 100_000 + b"\nThe ferry sailed on Monday.\n")
_add("long mailbox", "x.mbox", lambda: b"From a\n\nThe ferry sailed.\n" + b"\n" * 3_000_000)
_add("PDF of letters", "x.pdf", lambda: pdf_of([b"BT /F1 10 Tf (" + b"A" * 100_000_000 + b") Tj ET"]), "broken-pdf")
_add("PDF of steps", "x.pdf", lambda: pdf_of([b"q " * 50_000_000]), "broken-pdf")
_add("PDF of words", "x.pdf", lambda: pdf_of([b"BT /F1 10 Tf " + b"(AB) Tj " * 4_000 + b"ET"] * 12))
_add("cut PDF", "x.pdf", lambda: pdf_of([b"BT /F1 10 Tf (The ferry sailed) Tj ET"] * 3)[:700])


def _deep(data: bytes) -> bytes:
    for _ in range(5):
        data = gzip.compress(data)
    return data


def _deep_mail(levels: int) -> bytes:
    body = b"Content-Type: text/plain\n\nThe ferry sailed on Monday.\n"
    for level in range(levels):
        mark = b"b%d" % level
        body = b'Content-Type: multipart/mixed; boundary="%s"\n\n--%s\n%s\n--%s--\n' % (mark, mark, body, mark)
    return b"From: a@b.example\nSubject: x\n" + body
