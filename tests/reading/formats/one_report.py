"""One invented report in every format that is read, made in code so that each byte of it can be seen."""

import base64
import gzip
import io
import json
import tarfile
import zipfile
import zlib
from html import escape

HEADLINE = "Tarn bridge to stay closed until June"
BYLINE = "Claire Vasseur"
OUTLET = "The Albi Courier"
STANDFIRST = "Repairs to the old bridge will cost more than the town had planned."
PARAGRAPHS = (
    "The old bridge over the Tarn will stay closed until June, Mayor Claire Fontanel told the council on Monday.",
    "“We will not open it before the last bolt has been checked,” she said. Repairs will cost 4.2 million euros, "
    "a third more than the town had set aside in its budget for the year.",
    "Some 9,000 cars crossed the bridge on an ordinary day before engineers found cracks in two of its piers. "
    "Drivers have had to go round by the motorway since January, and shops on the left bank say that they lose "
    "one customer in five.",
    "The council is to vote on a loan for the repairs next week. The opposition wants an inquiry into how the cracks "
    "went unnoticed through three inspections.",
)
URL = "https://albicourier.example/news/tarn-bridge"
PUBLISHED = "2025-03-04T08:30:00Z"
BODY_HTML = "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in PARAGRAPHS)
BODY_TEXT = "\n\n".join(PARAGRAPHS)

PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{HEADLINE} | {OUTLET}</title>
<meta property="og:site_name" content="{OUTLET}">
<meta property="article:published_time" content="{PUBLISHED}"><meta name="author" content="{BYLINE}"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>{HEADLINE}</h1><p class="byline">By {BYLINE}</p>{BODY_HTML}</article>
<footer>© 2025 {OUTLET}</footer></body></html>"""

STRIPPED = f"{HEADLINE}\n\nBy {BYLINE}\n\n4 March 2025\n\n{BODY_TEXT}\n"

MARKDOWN = f"""---
title: "{HEADLINE}"
author: {BYLINE}
date: 2025-03-04
publication: {OUTLET}
---

# {HEADLINE}

{BODY_TEXT}
"""

RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>{OUTLET}</title><link>https://albicourier.example/</link><language>en-GB</language>
<item><title>{HEADLINE}</title><link>{URL}</link><guid isPermaLink="false">tarn-1</guid>
<dc:creator><![CDATA[{BYLINE}]]></dc:creator><pubDate>Tue, 04 Mar 2025 08:30:00 GMT</pubDate>
<description>{STANDFIRST}</description>
<content:encoded><![CDATA[{BODY_HTML}]]></content:encoded></item>
</channel></rss>"""

ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>{OUTLET}</title><updated>2025-03-04T09:00:00Z</updated>
<entry><title type="text">{HEADLINE}</title><id>tag:albicourier.example,2025:tarn</id>
<link rel="self" href="https://albicourier.example/atom/1"/><link rel="alternate" href="{URL}"/>
<published>{PUBLISHED}</published><updated>2025-03-05T10:00:00Z</updated><author><name>{BYLINE}</name></author>
<summary>{STANDFIRST}</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{BODY_HTML}</div></content></entry></feed>"""

NITF = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.4/specification/dtd/nitf-3-4.dtd">
<nitf><head><title>{HEADLINE}</title>
<docdata><doc-id id-string="urn:courier:tarn-1"/><date.issue norm="20250304T083000Z"/></docdata>
<pubdata name="{OUTLET}"/></head>
<body><body.head><hedline><hl1>{HEADLINE}</hl1><hl2>{STANDFIRST}</hl2></hedline>
<byline>By <person>{BYLINE}</person></byline><dateline><location>ALBI</location></dateline></body.head>
<body.content>{BODY_HTML}<media media-type="image"><media-reference source="x.jpg"/>
<media-caption>The bridge on Sunday.</media-caption></media></body.content>
<body.end><tagline>Additional reporting by Paul Estève</tagline></body.end></body></nitf>"""

NEWSML = f"""<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2025-03-04T08:31:00Z</sent></header><itemSet>
<newsItem guid="urn:newsml:courier.example:20250304:tarn" version="1" standard="NewsML-G2" xml:lang="en">
<itemMeta><itemClass qcode="ninat:text"/><provider literal="courier"><name>{OUTLET}</name></provider>
<versionCreated>2025-03-04T08:31:00Z</versionCreated></itemMeta>
<contentMeta><contentCreated>{PUBLISHED}</contentCreated><headline>{HEADLINE}</headline><by>By {BYLINE}</by>
<dateline>ALBI</dateline><language tag="en"/><description>{STANDFIRST}</description></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>{HEADLINE}</title></head><body>{BODY_HTML}</body></html></inlineXML></contentSet></newsItem>
<newsItem guid="urn:newsml:courier.example:20250304:photo" version="1"><itemMeta><itemClass qcode="ninat:picture"/>
</itemMeta><contentSet><remoteContent href="x.jpg"/></contentSet></newsItem></itemSet></newsMessage>"""

NINJS = json.dumps(
    {
        "uri": "urn:ninjs:courier.example:tarn",
        "type": "text",
        "versioncreated": PUBLISHED,
        "language": "en",
        "headline": HEADLINE,
        "byline": f"By {BYLINE}",
        "located": "Albi",
        "infosource": [{"name": OUTLET}],
        "description_text": STANDFIRST,
        "body_html": BODY_HTML,
    }
)

NINJS_3 = json.dumps(
    {
        "uri": "urn:ninjs:courier.example:tarn",
        "contentcreated": PUBLISHED,
        "language": "en",
        "headlines": [{"role": "short", "value": "Bridge"}, {"role": "main", "value": HEADLINE}],
        "by": f"By {BYLINE}",
        "infosources": [{"name": OUTLET}],
        "bodies": [
            {"contenttype": "text/plain", "value": BODY_TEXT},
            {"contenttype": "text/html", "value": BODY_HTML},
        ],
    }
)

RECORD = {
    "id": "tarn-1",
    "url": URL,
    "title": HEADLINE,
    "published": PUBLISHED,
    "outlet": OUTLET,
    "authors": [BYLINE],
    "language": "en",
}


def newsletter() -> bytes:
    """A message with a plain and an HTML part, as lists send them."""
    html = f"<html><body><h1>{HEADLINE}</h1><p>By {BYLINE}</p>{BODY_HTML}</body></html>"
    return (
        (
            f"From: {OUTLET} <news@albicourier.example>\r\nTo: readers@albicourier.example\r\nSubject: {HEADLINE}\r\n"
            "Date: Tue, 4 Mar 2025 08:30:00 +0000\r\nMessage-ID: <tarn-1@albicourier.example>\r\n"
            "List-Id: Morning letter <morning.albicourier.example>\r\nMIME-Version: 1.0\r\n"
            'Content-Type: multipart/alternative; boundary="xx"\r\n\r\n'
            "--xx\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nSee the web version.\r\n"
            "--xx\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        ).encode()
        + _base64(html.encode("cp1252"))
        + b"\r\n--xx--\r\n"
    )


def web_page_archive() -> bytes:
    """MHTML as browsers save it."""
    return (
        (
            f"From: <Saved by a browser>\r\nSnapshot-Content-Location: {URL}\r\nSubject: {HEADLINE}\r\n"
            "Date: Mon, 10 Mar 2025 12:00:00 -0000\r\nMIME-Version: 1.0\r\n"
            'Content-Type: multipart/related; type="text/html"; boundary="yy"\r\n\r\n'
            f"--yy\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\nContent-Location: {URL}\r\n\r\n"
        ).encode()
        + _base64(PAGE.encode())
        + b"\r\n--yy\r\nContent-Type: text/css\r\n\r\nbody {}\r\n--yy--\r\n"
    )


def _base64(data: bytes) -> bytes:
    return base64.encodebytes(data).replace(b"\n", b"\r\n")


def mailbox() -> bytes:
    """An mbox file of two messages."""
    second = newsletter().replace(b"tarn-1", b"tarn-2")
    return b"".join(b"From news@albicourier.example Tue Mar  4\n" + m + b"\n" for m in (newsletter(), second))


def http(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    """An HTTP response."""
    head = "\r\n".join([f"HTTP/1.1 {status}", *(headers or ("Content-Type: text/html; charset=utf-8",))])
    return head.encode() + b"\r\n\r\n" + body


def record(block: bytes, kind: str = "response", url: str = URL, **fields: str) -> bytes:
    """A WARC record; `fields` overwrite its headers (`content_length="5"`)."""
    headers = {
        "WARC-Type": kind,
        "WARC-Target-URI": url,
        "WARC-Date": "2025-03-10T12:00:00Z",
        "WARC-Record-ID": "<urn:uuid:00000000-0000-4000-8000-000000000001>",
        "Content-Type": "application/http; msgtype=response" if kind == "response" else "text/plain",
        "Content-Length": str(len(block)),
    }
    headers |= {key.replace("_", "-").title(): value for key, value in fields.items()}
    return "\r\n".join(["WARC/1.1", *(f"{key}: {value}" for key, value in headers.items())]).encode() + (
        b"\r\n\r\n" + block + b"\r\n\r\n"
    )


def web_archive() -> bytes:
    """A WARC of one page with its request and a picture."""
    return (
        record(b"software: test\r\n", "warcinfo", url="")
        + record(b"GET / HTTP/1.1\r\n\r\n", "request")
        + record(http(PAGE.encode()))
        + record(http(b"\x89PNG", "Content-Type: image/png"), url="https://albicourier.example/x.png")
    )


def web_archive_by_members() -> bytes:
    """The same, each record a gzip member, as crawlers write it."""
    parts = web_archive().split(b"WARC/1.1\r\n")[1:]
    return b"".join(gzip.compress(b"WARC/1.1\r\n" + part, mtime=0) for part in parts)


def pdf(pages: list[list[str]] | None = None, **told: str) -> bytes:
    """A PDF with a text layer: a line of the page a line of text."""
    contents = [_drawn(lines) for lines in (pages or [_wrapped()])]
    return pdf_of(contents, **(told or {"Title": HEADLINE, "Author": BYLINE}))


def _wrapped() -> list[str]:
    lines = [HEADLINE, "", f"By {BYLINE}", "", "4 March 2025", ""]
    for paragraph in PARAGRAPHS:
        line = ""
        for word in paragraph.split():
            if len(line) + len(word) > 90:
                lines.append(line)
                line = ""
            line = f"{line} {word}".strip()
        lines += [line, ""]
    return lines


def _drawn(lines: list[str]) -> bytes:
    drawn = [b"BT /F1 11 Tf"]
    for number, line in enumerate(lines):
        text = line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        drawn.append(b"1 0 0 1 60 %d Tm (%s) Tj" % (800 - 16 * number, text))
    return b"\n".join([*drawn, b"ET"])


def pdf_of(contents: list[bytes], **told: str) -> bytes:
    """A PDF whose pages draw these streams."""
    objects = [b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>", b""]
    pages: list[int] = []
    for content in contents:
        packed = zlib.compress(content, 9)
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 1 0 R >> >> "
            b"/Contents %d 0 R >>" % len(objects)
        )
        pages.append(len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), b" ".join(b"%d 0 R" % p for p in pages))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>")
    objects.append(b"<< %s >>" % " ".join(f"/{key} ({value})" for key, value in told.items()).encode("cp1252"))
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\n"
        % (
            len(objects) + 1,
            table,
            len(objects) + 1,
            len(objects) - 1,
            len(objects),
        )
        + b"startxref\n%d\n%%%%EOF\n" % len(out)
    )


def zipped(**members: bytes) -> bytes:
    """A zip file; `a__txt` stands for `a.txt`."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name.replace("__", ".")), data, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def tarred(**members: bytes) -> bytes:
    """A tar file."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for name, data in members.items():
            member = tarfile.TarInfo(name.replace("__", "."))
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return held.getvalue()


def every_format() -> dict[str, bytes]:
    """A file of each format by its name."""
    lines = (
        json.dumps({**RECORD, "text": STRIPPED}) + "\n" + json.dumps({**RECORD, "id": "tarn-2", "html": PAGE}) + "\n"
    )
    return {
        "plain.txt": STRIPPED.encode(),
        "note.md": MARKDOWN.encode(),
        "page.html": PAGE.encode(),
        "saved.mhtml": web_page_archive(),
        "crawl.warc": web_archive(),
        "crawl-2.warc.gz": web_archive_by_members(),
        "print.pdf": pdf(),
        "records.jsonl": lines.encode(),
        "record.json": json.dumps({**RECORD, "text": STRIPPED}).encode(),
        "ninjs.json": NINJS.encode(),
        "ninjs-3.json": NINJS_3.encode(),
        "rss.xml": RSS.encode(),
        "feed.atom": ATOM.encode(),
        "nitf.xml": NITF.encode(),
        "newsml.xml": NEWSML.encode(),
        "letter.eml": newsletter(),
        "letters.mbox": mailbox(),
        "zipped.zip": zipped(page__html=PAGE.encode(), in_it__txt=STRIPPED.encode()),
        "tarred.tar.gz": gzip.compress(tarred(page__html=PAGE.encode()), mtime=0),
        "single.html.gz": gzip.compress(PAGE.encode(), mtime=0),
        "crawl.zip": zipped(crawl__warc=web_archive(), print__pdf=pdf()),
    }
