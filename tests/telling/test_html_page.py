"""The page: safe against what its sources hold, exact in what it shows, and usable without a mouse or a script."""

import base64
import hashlib
import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser, LexborNode

from secondsource.errors import OutputError
from secondsource.telling import html
from secondsource.telling.dossier import Dossier

PLACE = re.compile(r"(\d+):(\d+)-(\d+)")


@pytest.fixture(scope="module")
def text(told: Dossier) -> str:
    return html.render(told)


@pytest.fixture(scope="module")
def page(text: str) -> LexborHTMLParser:
    return LexborHTMLParser(text)


def first(node: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    found = node.css_first(selector)
    assert found is not None, selector
    return found


def attribute(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""


def test_it_is_written_where_asked(told: Dossier, tmp_path: Path) -> None:
    path = html.write(told, tmp_path / "new" / "folder")
    assert path == tmp_path / "new" / "folder" / "index.html"
    assert path.read_bytes().startswith(b"<!doctype html>")


def test_a_place_that_cannot_be_written_is_an_error_with_a_next_step(told: Dossier, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(OutputError, match="cannot be written"):
        html.write(told, tmp_path / "taken")


def test_the_same_dossier_gives_the_same_bytes(told: Dossier, text: str) -> None:
    assert html.render(told) == text


def test_no_text_of_a_source_becomes_markup(page: LexborHTMLParser) -> None:
    assert [node.tag for node in page.css("script")] == ["script"]
    assert not page.css("img, iframe, object, embed, link, base, form, em, i, u")
    for node in page.css("*"):
        for name, value in node.attributes.items():
            assert not name.startswith("on"), f"{node.tag} has {name}"
            assert name != "style"
            assert not (value or "").strip().lower().startswith("javascript:")


def test_nothing_is_fetched(page: LexborHTMLParser) -> None:
    assert not page.css("[src], [srcset], [action], [background]")
    assert "url(" not in first(page, "style").text()
    assert "@import" not in first(page, "style").text()


def test_the_policy_names_the_hashes_of_style_and_script(page: LexborHTMLParser) -> None:
    policy = attribute(first(page, 'meta[http-equiv="Content-Security-Policy"]'), "content")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        digest = hashlib.sha256(first(page, tag).text().encode()).digest()
        assert f"{directive} 'sha256-{base64.b64encode(digest).decode()}'" in policy


def test_only_addresses_of_the_web_become_links(page: LexborHTMLParser) -> None:
    for node in page.css("a"):
        assert attribute(node, "href").startswith(("#", "http://", "https://"))


def test_each_source_is_there_character_for_character(page: LexborHTMLParser, told: Dossier) -> None:
    shown = [node.text(deep=True) for node in page.css(".source .text")]
    assert shown == [source.text for source in told.sources]


def test_the_characters_of_every_link_lie_in_their_source(page: LexborHTMLParser, told: Dossier) -> None:
    links = [node for node in page.css("[data-at]") if attribute(node, "data-at")]
    assert links
    for node in links:
        for one in attribute(node, "data-at").split(","):
            number, start, end = (int(group) for group in PLACE.fullmatch(one).groups())  # type: ignore[union-attr]
            assert 0 <= start <= end <= told.sources[number - 1].length


def test_a_figure_shows_the_words_that_its_link_opens(page: LexborHTMLParser, told: Dossier) -> None:
    links = page.css("a.figure")
    assert len(links) == 4
    for node in links:
        number, start, end = map(int, PLACE.match(attribute(node, "data-at")).groups())  # type: ignore[union-attr]
        assert told.sources[number - 1].text[start:end] == node.text(deep=True)


def test_a_variant_without_what_was_left_out_is_the_statement_itself(page: LexborHTMLParser, told: Dossier) -> None:
    remark = first(page, "#said .remark")
    shown = []
    for node in remark.css(".say a.q"):
        whole = LexborHTMLParser(node.html or "")
        for left_out in whole.css("del"):
            left_out.decompose()
        shown.append(whole.body.text(deep=True) if whole.body else "")
    assert sorted(shown) == sorted(statement.text for statement in told.statements)
    assert remark.css("ins") and remark.css("del")


def test_every_claim_is_there_once_with_its_confluence(page: LexborHTMLParser, told: Dossier) -> None:
    for claim in told.claims:
        (node,) = page.css(f'[id="c-{claim.id.removeprefix("claim:")}"]')
        said = attribute(first(node, "svg.flow"), "aria-label")
        counts = (len(claim.support.pages), len(claim.support.reports), len(claim.support.voices))
        assert tuple(map(int, re.findall(r"\d+", said)[:3])) == counts


def test_a_wording_says_on_what_occasion_it_was_said_and_what_is_not_told_as_said(page: LexborHTMLParser) -> None:
    notes = [node.text(deep=True) for node in page.css("#said .say footer")]
    assert any(note.endswith("· on <u>Thursday</u>") for note in notes)
    assert any(note.endswith("· planned") for note in notes)
    assert not any("told as done" in note for note in notes)


def test_a_source_shows_what_its_masthead_says_and_no_credit_twice(page: LexborHTMLParser) -> None:
    row = first(page, "table.sources tbody tr").text(deep=True)
    assert "Wire: Corriel · By Ada <b>Holm</b> · Section: Ports & <i>Trade</i> · From Port Ellan" in row
    assert "By Corriel" not in row


def test_a_page_s_own_address_is_text_and_a_link_only_to_the_web(page: LexborHTMLParser) -> None:
    table = first(page, "table.sources")
    (link,) = table.css('a[href^="http"]')
    assert attribute(link, "href") == link.text(deep=True) == "https://corriel.example/tolls?a=1&b=2"
    assert "noreferrer" in attribute(link, "rel").split()
    assert "javascript:alert('canonical')" in table.text(deep=True)


def test_what_copies_changed_is_told_once_for_all_pages_the_gravest_first(page: LexborHTMLParser) -> None:
    told = next(node for node in page.css("#c-tolls details.why") if "told differently" in node.text(deep=True))
    assert first(told, "summary").text() == "told differently: dropped attribution and rounded figure"
    assert [" ".join(node.text(deep=True).split()) for node in told.css("li")] == [
        "dropped attribution in copy, against wire",
        "rounded figure in wire copy, against wire: 26.3% became about 26%",
    ]


def test_a_part_is_shown_with_its_whole(told: Dossier) -> None:
    by_id = {figure.id: figure for figure in told.figures}
    part = replace(by_id["figure:12a"], part_of="figure:15b")
    figures = tuple(part if figure.id == part.id else figure for figure in told.figures)
    page = LexborHTMLParser(html.render(replace(told, figures=figures)))
    assert "12 barges of 15" in " ".join(first(page, "#figures #q-barges .written").text(deep=True).split())
    assert "12 of 15: 2 pages" in first(page, "#disputed .values").text()


def test_sections_answer_in_the_order_of_the_design(page: LexborHTMLParser) -> None:
    order = "happened agreed disputed single said figures copied did sources problems how"
    assert " ".join(attribute(node, "id") for node in page.css("main > section")) == order


def test_conflicts_stand_under_disputed(page: LexborHTMLParser) -> None:
    assert [attribute(node, "id") for node in page.css("#disputed .claim")] == ["c-barges"]
    assert "12: 2 pages, 15: 1 page" in first(page, "#disputed .values").text()


def test_no_id_is_given_twice_and_every_inner_link_has_a_target(page: LexborHTMLParser) -> None:
    ids = [attribute(node, "id") for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    for node in page.css('a[href^="#"]'):
        assert attribute(node, "href")[1:] in ids


def test_headings_go_down_one_level_at_a_time(page: LexborHTMLParser) -> None:
    levels = [int(node.tag[1]) for node in page.css("h1, h2, h3, h4, h5, h6")]  # type: ignore[index]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - before <= 1 for before, later in pairwise(levels))


def test_everything_that_can_be_reached_has_a_name(page: LexborHTMLParser) -> None:
    for node in page.css("a, button, summary"):
        assert node.text(deep=True).strip() or attribute(node, "aria-label"), node.html
    for node in page.css("svg, [role=region], nav, aside"):
        assert attribute(node, "aria-label"), node.html
    for node in page.css("thead th"):
        assert attribute(node, "scope") == "col"
    assert attribute(first(page, "html"), "lang") == "en"


def test_every_drawing_is_well_formed(text: str) -> None:
    drawings = re.findall(r"<svg.*?</svg>", text, re.DOTALL)
    assert drawings
    for drawing in drawings:
        ET.fromstring(drawing)


def test_an_empty_dossier_still_makes_a_page(told: Dossier) -> None:
    empty = Dossier(1, told.made, *((),) * 13)
    page = LexborHTMLParser(html.render(empty))
    assert first(page, "h1").text() == "No page"
    assert not page.css("article")
