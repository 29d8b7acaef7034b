"""Every format gives the same report: its text, its roles, what its fields say; and every span can be cut again."""

from pathlib import Path

import pytest

from secondsource.case import Case, Settings, opened, verified
from secondsource.model.document import Document
from secondsource.model.passage import Role
from secondsource.reading.again import raw_again
from secondsource.reading.collect import collect
from secondsource.reading.formats.kinds import KNOWN
from secondsource.reading.stage import ReadPage
from secondsource.stage.settings import ReadingSettings, RunSettings
from tests.reading.formats.one_report import (
    BYLINE,
    HEADLINE,
    OUTLET,
    PARAGRAPHS,
    STANDFIRST,
    every_format,
)

FORMATS = every_format()
NO_OUTLET = {"plain.txt", "print.pdf", "crawl.zip", "zipped.zip"}
"""Files with a text that names no publication."""
WITH_STANDFIRST = {"rss.xml", "feed.atom", "nitf.xml", "newsml.xml", "ninjs.json"}


@pytest.fixture(params=sorted(FORMATS))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def documents(folder: Path, name: str) -> list[Document]:
    (folder / name).write_bytes(FORMATS[name])
    raws, _ = collect([str(folder / name)], ReadingSettings())
    read = [ReadPage().read(raw).document for raw in raws]
    return [document for document in read if document is not None]


def cut(document: Document, *roles: Role) -> list[str]:
    return [" ".join(passage.span.cut(document.text).split()) for passage in document.of(*roles)]


def test_the_report_is_read_in_full(tmp_path: Path, name: str) -> None:
    for document in documents(tmp_path, name):
        body = " ".join(cut(document, Role.BODY))
        assert all(paragraph in body for paragraph in PARAGRAPHS)
        assert [headline.lstrip("# ") for headline in cut(document, Role.HEADLINE)] == [HEADLINE]
        assert document.language == "en"


def test_byline_outlet_and_day_are_known(tmp_path: Path, name: str) -> None:
    for document in documents(tmp_path, name):
        signed = cut(document, Role.BYLINE)
        assert any(BYLINE in line for line in signed) or BYLINE in document.source.given.authors
        assert document.outlet == OUTLET or (name in NO_OUTLET and document.outlet is None)
        assert document.published is not None
        assert document.published.edtf == "2025-03-04"


@pytest.mark.parametrize("name", sorted(WITH_STANDFIRST))
def test_a_summary_field_stands_below_the_headline(tmp_path: Path, name: str) -> None:
    (document,) = documents(tmp_path, name)
    assert cut(document, Role.STANDFIRST) == [STANDFIRST]


@pytest.mark.parametrize("name", ["nitf.xml", "newsml.xml"])
def test_a_date_line_field_stands_before_the_first_words(tmp_path: Path, name: str) -> None:
    (document,) = documents(tmp_path, name)
    assert cut(document, Role.DATELINE) == ["ALBI –"]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("rss.xml", "pubDate says Tue, 04 Mar 2025 08:30:00 GMT"),
        ("feed.atom", "published says 2025-03-04T08:30:00Z"),
        ("nitf.xml", "date.issue says 2025-03-04T08:30:00Z"),
        ("newsml.xml", "contentCreated says 2025-03-04T08:30:00Z"),
        ("ninjs.json", "versioncreated says 2025-03-04T08:30:00Z"),
        ("letter.eml", "the mail's Date says 2025-03-04T08:30:00+00:00"),
        ("note.md", "date says 2025-03-04"),
        ("record.json", "the record's own date says 2025-03-04T08:30:00Z"),
    ],
)
def test_the_reason_for_the_day_names_the_field(tmp_path: Path, name: str, why: str) -> None:
    (document,) = documents(tmp_path, name)
    assert document.published is not None
    assert why in [reason.why for reason in document.published.reasons]


def test_an_archive_only_says_when_a_page_had_appeared(tmp_path: Path) -> None:
    (document,) = documents(tmp_path, "crawl.warc")
    whys = [clue.reason.why for clue in document.clues]
    assert "the archive's copy is of 2025-03-10T12:00:00Z: it appeared by then" in whys


def test_every_source_can_be_fetched_again(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(FORMATS[name])
    raws, _ = collect([str(tmp_path / name)], ReadingSettings())
    assert len(raws)
    for raw in raws:
        assert raw_again(Path(raw.path), raw.record) == raw


def test_what_is_read_of_standard_input_does_not_need_a_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(FORMATS[name])
    (tmp_path / "unnamed").write_bytes(FORMATS[name])
    named, _ = collect([str(tmp_path / name)], ReadingSettings())
    unnamed, _ = collect([str(tmp_path / "unnamed")], ReadingSettings())
    assert [raw.data for raw in named] == [raw.data for raw in unnamed]
    if name not in {"note.md"}:  # a Markdown file's head is read where the name says that it is one
        assert [(raw.media_type, raw.given) for raw in named] == [(raw.media_type, raw.given) for raw in unnamed]


def test_every_ending_states_its_coordinate_text() -> None:
    page = (Path(__file__).parents[3] / "docs" / "formats.md").read_text(encoding="utf-8")
    table = page.partition("| format | endings | coordinate text |")[2].partition("**Text layer**")[0]
    stated = set(table.replace("|", " ").split())
    assert sorted(KNOWN - stated - {".text", ".jsonlines", ".ninjs"}) == []


def test_a_pile_of_all_formats_verifies(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    for name, data in FORMATS.items():
        (pile / name).write_bytes(data)
    case = Case(Settings(run=RunSettings(processes=1)))
    case.add([str(pile)])
    case.tell(tmp_path / "out", page=False)
    assert len({Path(row.path).name for row in opened(tmp_path / "out").sources}) == len(FORMATS)
    result = verified(tmp_path / "out")
    assert result.failures == ()
    assert result.spans > 500
