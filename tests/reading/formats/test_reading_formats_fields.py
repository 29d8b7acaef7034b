"""What the fields of single formats give, and the small print of each."""

import io
import json

import pytest

from secondsource.model.problem import Problem
from secondsource.model.source import RawSource
from secondsource.reading.formats.item import Item
from secondsource.reading.formats.kinds import Kind, kind_of
from secondsource.reading.formats.unpack import unpacked
from secondsource.reading.stage import ReadPage
from tests.reading.formats.one_report import BODY_TEXT, HEADLINE, PAGE, http, mailbox, pdf, pdf_of, record


def items(name: str, data: bytes | str) -> list[Item]:
    return [each for each in unpacked(name, io.BytesIO(_bytes(data))) if isinstance(each, Item)]


def problems(name: str, data: bytes | str) -> list[Problem]:
    return [each for each in unpacked(name, io.BytesIO(_bytes(data))) if isinstance(each, Problem)]


def _bytes(data: bytes | str) -> bytes:
    return data.encode() if isinstance(data, str) else data


def text(item: Item) -> str:
    raw = RawSource("source:1", item.name, "x", None, "", item.media_type, item.data, item.given)
    document = ReadPage().read(raw).document
    return document.text if document is not None else ""


def rss(*fields: str, channel: str = "<title>Echo</title>") -> str:
    return f"<rss><channel>{channel}<item>{''.join(fields)}</item></channel></rss>"


def atom(*fields: str) -> str:
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Echo</title><entry>{"".join(fields)}</entry></feed>'


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Fish &amp; chips", "Fish & chips"),
        ("Fish &amp;amp; chips", "Fish & chips"),
        ("<![CDATA[Fish & <b>chips</b>]]>", "Fish & chips"),
        ("3 &lt; 4", "3 < 4"),
        ("Fish & chips", "Fish & chips"),
        ("caf&eacute;", "café"),
    ],
)
def test_a_title_of_a_feed_is_text_however_it_is_packed(title: str, shown: str) -> None:
    (item,) = items("f.xml", rss(f"<title>{title}</title>", "<description>x</description>"))
    assert item.given.title == shown
    assert text(item).split("\n")[0] == shown


def test_a_bare_ampersand_breaks_no_feed_but_is_said() -> None:
    feed = rss("<title>Fish & chips</title>", "<description>Here & there</description>")
    assert [problem.code for problem in problems("f.xml", feed)] == ["broken-feed"]
    assert "Here & there" in text(items("f.xml", feed)[0])


def test_plain_descriptions_keep_their_signs() -> None:
    (item,) = items("f.xml", rss("<description>Shares fell 3 &lt; 4, AT&amp;T said</description>"))
    assert text(item).strip() == "Shares fell 3 < 4, AT&T said"


def test_a_description_that_begins_the_text_is_not_said_twice() -> None:
    (item,) = items(
        "f.xml",
        rss(
            "<title>T</title><description>The ferry sailed.</description>",
            '<e:encoded xmlns:e="urn:x">&lt;p&gt;The ferry sailed.&lt;/p&gt;&lt;p&gt;On Monday.&lt;/p&gt;</e:encoded>',
        ),
    )
    assert text(item) == "T\nThe ferry sailed.\nOn Monday.\n"


@pytest.mark.parametrize(
    ("author", "known"),
    [
        ("<author>jane@echo.example (Jane Holt)</author>", ("Jane Holt",)),
        ("<author>jane@echo.example</author>", ()),
        ("<dc:creator xmlns:dc='urn:dc'>Jane Holt</dc:creator><author>Jane Holt</author>", ("Jane Holt",)),
    ],
)
def test_an_address_is_no_author(author: str, known: tuple[str, ...]) -> None:
    (item,) = items("f.xml", rss("<title>T</title>", author, "<description>x</description>"))
    assert item.given.authors == known


def test_an_aggregator_names_where_an_item_is_from() -> None:
    source = '<source url="https://b.example">The Beacon</source>'
    (item,) = items("f.xml", rss("<title>T</title>", source, "<description>x</description>"))
    assert item.given.outlet == "The Beacon"


def test_atom_says_what_its_text_is() -> None:
    (item,) = items("f.atom", atom('<title type="text">1 &lt; 2</title><content type="text">a &lt;b&gt; c</content>'))
    assert text(item) == "1 < 2\na <b> c\n"


def test_a_feed_in_another_encoding() -> None:
    feed = (
        f'<?xml version="1.0" encoding="windows-1251"?>{rss("<title>Мост закрыт</title><description>x</description>")}'
    )
    assert items("f.xml", feed.encode("cp1251"))[0].given.title == "Мост закрыт"


def test_nitf_takes_marked_names_into_the_sentence() -> None:
    body = "<p>Mayor <person>Claire Fontanel</person> gave <money>4 million</money> on <chron>Monday</chron>.</p>"
    (item,) = items("n.xml", f"<nitf><body><body.content>{body}</body.content></body></nitf>")
    assert text(item) == "Mayor Claire Fontanel gave 4 million on Monday.\n"


def test_other_xml_is_left_out_and_said() -> None:
    assert [problem.code for problem in problems("a.xml", "<svg><g/></svg>")] == ["not-text"]


def test_a_schema_org_article_is_a_record() -> None:
    article = {
        "@type": "NewsArticle",
        "headline": "T",
        "articleBody": "The ferry sailed.",
        "datePublished": "2025-03-04",
        "author": [{"@type": "Person", "name": "Jane Holt"}],
        "publisher": {"name": "Echo"},
        "inLanguage": "en",
    }
    (item,) = items("a.json", json.dumps(article))
    given = item.given
    assert (given.title, given.published, given.outlet, given.authors) == ("T", "2025-03-04", "Echo", ("Jane Holt",))
    assert given.dated_by == "datePublished"


def test_a_ninjs_picture_has_no_text() -> None:
    picture = {"uri": "urn:x", "type": "picture", "pubstatus": "usable", "headline": "T"}
    assert [problem.code for problem in problems("p.json", json.dumps(picture))] == ["broken-record"]


def test_the_plain_part_of_a_message_is_untouched() -> None:
    lines = "The ferry sailed.\n\n  It was late –\n"
    message = f"Subject: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{lines}"
    (item,) = items("m.eml", message)
    assert text(item) == lines


def test_a_message_with_a_wrong_charset_is_read_by_its_bytes() -> None:
    head = b"Subject: x\nContent-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: 8bit\n\n"
    (item,) = items("m.eml", head + "L’été était long, dit-elle à l’hôtel.".encode())
    assert "L’été était long" in text(item)


def test_attachments_are_counted() -> None:
    message = (
        "Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        "--b\nContent-Type: text/plain\n\nThe ferry sailed.\n"
        '--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename="r.pdf"\n\nxx\n--b--\n'
    )
    (problem,) = problems("m.eml", message)
    assert (problem.code, "1 attachment" in problem.message) == ("left-out", True)


def test_a_line_that_begins_with_from_parts_messages_only_behind_an_empty_one() -> None:
    box = mailbox() + b"From x\nSubject: third\n\nThe ferry sailed.\nFrom Monday on it will not.\n"
    found = items("b.mbox", box)
    assert len(found) == 3
    assert text(found[2]).endswith("From Monday on it will not.\n")


def test_a_web_archive_unpacks_what_servers_pack() -> None:
    chunks = b"5\r\n<p>Th\r\nc\r\ne ferry.</p>\r\n0\r\n\r\n"
    (item,) = items("a.warc", record(http(chunks, "Content-Type: text/html", "Transfer-Encoding: chunked")))
    assert item.data == b"<p>The ferry.</p>"
    plain = record(http(PAGE.encode(), "Content-Type: text/html", "Content-Encoding: gzip"))
    assert items("a.warc", plain)[0].data == PAGE.encode()


def test_a_web_archive_takes_only_pages_that_were_found() -> None:
    archive = record(http(b"<p>Gone</p>", status="404 Not Found")) + record(
        http(b"", "Location: /", status="301 Moved")
    )
    (problem,) = problems("a.warc", archive)
    assert "HTTP 301 (1), HTTP 404 (1)" in problem.message


def test_a_web_archive_of_plain_text_and_of_feeds() -> None:
    texts = record(BODY_TEXT.encode(), "conversion")
    feed = record(
        http(rss("<title>T</title><description>x</description>").encode(), "Content-Type: application/rss+xml")
    )
    found = items("a.warc", texts + feed)
    assert [item.media_type for item in found] == ["text/plain", "text/html"]
    assert [item.given.captured for item in found] == ["2025-03-10T12:00:00Z"] * 2


def test_pages_of_a_pdf_are_parted_by_a_form_feed() -> None:
    (item,) = items("p.pdf", pdf([[HEADLINE, "Page one."], ["Page two."]]))
    assert item.data.decode() == f"{HEADLINE}\nPage one.\n\fPage two."


def test_a_pdf_without_a_text_layer_says_so() -> None:
    (problem,) = problems("p.pdf", pdf_of([b"0 0 100 100 re f"]))
    assert (problem.code, "without a text layer" in problem.message) == ("empty-source", True)


def test_a_pdf_is_read_as_far_as_its_drawing_steps_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("secondsource.reading.formats.pdf._MOST_STEPS", 60)
    data = pdf([[f"Page {number}.", *["The ferry sailed."] * 8] for number in range(5)])
    (item,) = items("p.pdf", data)
    (problem,) = problems("p.pdf", data)
    assert "Page 1." in item.data.decode()
    assert "Page 4." not in item.data.decode()
    assert (problem.code, "a PDF of 5 pages" in problem.message) == ("too-long", True)


def test_a_head_of_markdown_may_be_missing() -> None:
    assert items("a.md", "# T\n\nThe ferry sailed.\n")[0].given.title is None
    assert items("a.md", "---\nnot closed\n")[0].data == b"---\nnot closed\n"


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.TXT", b"<html>", Kind.TEXT),
        ("a.warc.gz", b"", Kind.WARC),
        ("a.tar.gz", b"", Kind.GZIP),
        ("stdin", b"%PDF-1.7", Kind.PDF),
        ("stdin", b"PK\x03\x04", Kind.ZIP),
        ("stdin", b"WARC/1.0\r\n", Kind.WARC),
        ("stdin", b"<?xml version='1.0'?><!-- x --><nitf>", Kind.XML),
        ("stdin", b'{"text": "a"}\n{"text": "b"}\n', Kind.LINES),
        ("stdin", b'{\n "text": "a"\n}', Kind.JSON),
        ("stdin", b"From: a@b.example\r\nSubject: x\r\n\r\n", Kind.MESSAGE),
        ("stdin", b"From: the editors\n\nThe ferry sailed.", Kind.OTHER),
        ("stdin", b"The ferry sailed.", Kind.OTHER),
    ],
)
def test_the_kind_of_a_file(name: str, head: bytes, kind: Kind) -> None:
    assert kind_of(name, head) is kind
