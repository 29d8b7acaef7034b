"""What can be named as a pile, and what is said of that which cannot be read."""

import gzip
import io
import json
import tarfile
import zipfile
from pathlib import Path

import pytest

from secondsource.errors import PileError
from secondsource.model.source import RawSource
from secondsource.reading.again import raw_again
from secondsource.reading.collect import collect
from secondsource.stage.settings import ReadingSettings

TEXT = "The ferry sailed on Monday, the harbour office said.\n"


def names(*paths: Path) -> list[str]:
    return [raw.name for raw in read(*paths)]


def read(*paths: Path) -> list[RawSource]:
    return list(collect([str(path) for path in paths], ReadingSettings())[0])


def codes(*paths: Path) -> list[str]:
    return [problem.code for problem in collect([str(path) for path in paths], ReadingSettings())[1]]


def test_files_folders_and_globs_give_the_same_sources(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "deep" / "a.html").write_text(f"<p>{TEXT}</p>", encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text(TEXT, encoding="utf-8")
    by_folder = read(tmp_path)
    assert [raw.name for raw in by_folder] == ["a.html", "b.txt"]
    assert read(tmp_path / "deep" / "a.html", tmp_path / "b.txt") == by_folder
    assert read(tmp_path / "b.txt", tmp_path / "deep" / "a.html", tmp_path / "b.txt") == by_folder
    assert read(tmp_path / "**" / "*.*") == by_folder


def test_a_missing_path_or_an_empty_folder_stops_a_run_that_has_nothing_else(tmp_path: Path) -> None:
    with pytest.raises(PileError):
        read(tmp_path / "none.txt")
    with pytest.raises(PileError):
        read(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert codes(tmp_path / "a.txt", tmp_path / "none.txt") == ["missing-path"]


def test_same_bytes_under_two_names_are_two_sources(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    both = read(tmp_path / "a.txt", tmp_path / "b.txt")
    assert len({raw.id for raw in both}) == 2
    assert read(tmp_path / "b.txt", tmp_path / "a.txt") == both


def test_json_lines_say_which_line_is_broken(tmp_path: Path) -> None:
    pile = tmp_path / "pile.jsonl"
    lines = [
        '{"id": "one", "text": "A text."}',
        "{broken",
        '{"title": "no text"}',
        "",
        '{"id": "two", "html": "<p>B</p>"}',
    ]
    pile.write_text("\n".join(lines), encoding="utf-8")
    raws, problems = collect([str(pile)], ReadingSettings())
    assert [(raw.name, raw.media_type, raw.record) for raw in raws] == [
        ("one", "text/plain", 0),
        ("two", "text/html", 1),
    ]
    assert [problem.code for problem in problems] == ["broken-record", "broken-record"]
    assert "line 2" in problems[0].message
    assert "line 3" in problems[1].message


def test_a_record_gives_what_it_knows_of_its_text(tmp_path: Path) -> None:
    record = {
        "id": 7,
        "text": "T",
        "url": "https://a.example/x",
        "published": "2024-05-01",
        "outlet": "A",
        "language": "en",
    }
    (tmp_path / "r.json").write_text(json.dumps([record]), encoding="utf-8")
    given = read(tmp_path / "r.json")[0].given
    assert (given.id, given.url, given.published, given.outlet) == ("7", "https://a.example/x", "2024-05-01", "A")


def test_binary_files_are_named_and_left_out(tmp_path: Path) -> None:
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04")
    assert codes(tmp_path) == ["left-out", "not-text"]
    assert names(tmp_path) == ["a.txt"]


def test_archives_are_opened(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr("in/a.txt", TEXT)
        archive.writestr("../../b.html", "<p>B</p>")
        archive.writestr("c.png", b"\x89PNG")
    with gzip.open(tmp_path / "g.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.write('{"id": "g", "text": "G"}\n')
    with tarfile.open(tmp_path / "t.tar", "w") as archive:
        member = tarfile.TarInfo("t.md")
        member.size = len(TEXT)
        archive.addfile(member, io.BytesIO(TEXT.encode()))
    assert names(tmp_path) == ["a.txt", "b.html", "g", "t.md"]


def test_a_broken_archive_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "z.zip").write_bytes(b"PK\x03\x04 nothing more")
    (tmp_path / "g.txt.gz").write_bytes(gzip.compress(TEXT.encode())[:20])
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert codes(tmp_path) == ["broken-archive", "broken-archive"]


def test_a_bomb_is_read_in_bounds(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "bomb.txt.gz", "wb") as bomb:
        for _ in range(64):
            bomb.write(b"a" * 1_000_000)
    assert codes(tmp_path) == ["too-long"]
    assert len(read(tmp_path)[0].data) == 32_000_000


def test_a_feed_gives_its_entries(tmp_path: Path) -> None:
    (tmp_path / "f.xml").write_text(
        "<rss><channel><title>Echo</title><item><title>One</title><link>https://e.example/1</link>"
        "<pubDate>Wed, 07 Feb 2024 08:00:00 GMT</pubDate><description>&lt;p&gt;First.&lt;/p&gt;</description></item>"
        "</channel></rss>",
        encoding="utf-8",
    )
    (raw,) = read(tmp_path)
    assert raw.given.outlet == "Echo"
    assert raw.data == b"<h1>One</h1>\n<div><p>First.</p></div>"


def test_a_message_gives_its_text(tmp_path: Path) -> None:
    (tmp_path / "m.eml").write_bytes(
        b"Subject: Ferry sails\r\nDate: Wed, 7 Feb 2024 08:00:00 +0000\r\n"
        b"Content-Type: text/plain; charset=utf-8\r\n\r\nIt sailed.\r\n"
    )
    (raw,) = read(tmp_path)
    assert (raw.given.title, raw.given.published) == ("Ferry sails", "2024-02-07T08:00:00+00:00")


def test_every_source_can_be_fetched_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "r.jsonl").write_text('{"id": "1", "text": "A"}\n{"id": "2", "text": "B"}\n', encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr("x.txt", TEXT + "x")
        archive.writestr("y.txt", TEXT + "y")
    for raw in read(tmp_path):
        assert raw_again(Path(raw.path), raw.record) == raw
    with pytest.raises(LookupError):
        raw_again(tmp_path / "r.jsonl", 9)
