"""Laws of the text layer: nothing visible is lost, every character has one role, spans cut what they say."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.reading.html.page import read_page, read_report
from secondsource.reading.html.walk import layer, parse
from secondsource.stage.settings import ReadingSettings

TAGS = [
    "div",
    "p",
    "span",
    "b",
    "a",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "h1",
    "h2",
    "article",
    "aside",
    "nav",
    "br",
    "pre",
    "x-own",
]
WORDS = st.text(alphabet="abcdefghij &<>\"'é中\u00a0\n\t.", max_size=12)


@st.composite
def markup(draw: st.DrawFn) -> str:
    parts: list[str] = []
    for _ in range(draw(st.integers(0, 25))):
        kind = draw(st.integers(0, 3))
        tag = draw(st.sampled_from(TAGS))
        if kind == 0:
            parts.append(
                f"<{tag} class='{draw(st.sampled_from(['', 'related', 'article-body', 'comment', 'byline']))}'>"
            )
        elif kind == 1:
            parts.append(f"</{tag}>")
        else:
            parts.append(html.escape(draw(WORDS)))
    return "".join(parts)


def visible(text: str) -> list[str]:
    """The characters that are not blank, sorted: tables move stray text before themselves, as browsers do."""
    bare = html.unescape(re.sub(r"<[^<>]*>", "", text))
    return sorted(char for char in bare if not char.isspace())


@given(markup())
def test_no_visible_character_is_lost(text: str) -> None:
    found = layer(parse(text), ReadingSettings())
    assert sorted(char for char in found.text if not char.isspace()) == visible(text)


@given(markup())
def test_every_character_has_one_role(text: str) -> None:
    page = read_page(text)
    covered = [0] * len(page.layer.text)
    for passage in page.passages:
        assert 0 <= passage.start < passage.end <= len(page.layer.text)
        for at in range(passage.start, passage.end):
            covered[at] += 1
    for char, times in zip(page.layer.text, covered, strict=True):
        assert times <= 1
        assert times == 1 or char.isspace()
    assert list(page.passages) == sorted(page.passages)


@given(markup())
def test_the_report_alone_is_read_as_with_the_rest_of_the_page(text: str) -> None:
    page = read_page(text)
    layer, labelled = read_report(text)
    assert (layer, labelled.passages, labelled.report) == (page.layer, page.passages, page.report)


def test_elements_end_where_their_text_ends() -> None:
    found = layer(parse("<ul><li itemprop=name>one <time>3 May</time></li><li>two</li></ul>"), ReadingSettings())
    ends = {element.tag: found.text[:end] for element, end in zip(found.elements, found.ends, strict=True)}
    assert ends["time"] == "one 3 May"
    assert ends["ul"] == "one 3 May\ntwo\n"
    assert [found.lines[element.line].text for element in found.elements if element.tag == "li"] == ["one 3 May", "two"]


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    read_page(text)


@given(st.binary(max_size=200))
def test_any_bytes_are_read(data: bytes) -> None:
    read_page("<p>" + data.decode("latin-1") + "</p><div")


def test_the_same_page_gives_the_same_layer() -> None:
    text = "<h1>One</h1><p>Two <b>three</b>, four.</p><pre>a  b\n c</pre>five<br>six"
    assert read_page(text) == read_page(text)
    assert read_page(text).layer.text == "One\nTwo three, four.\na  b\n c\nfive\nsix\n"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>a</p>\n\n<p>b</p>", "a\nb\n"),
        ("<p>one <a href=x>two</a>\n three</p>", "one two three\n"),
        ("<p>a<own-tag>b</own-tag>c</p>", "abc\n"),
        ("<script>no</script><style>no</style><template>no</template><p>yes</p>", "yes\n"),
        ("<table><tr><td>1</td><td>2</td></tr></table>", "1\n2\n"),
        ("<p>&nbsp;</p><p>x&nbsp;y</p>", "\u00a0\nx\u00a0y\n"),
        ("<p><b>a</b> <i>b</i><i>c</i></p>", "a bc\n"),
        ("<p>a<b> <i> </i></b>b<u></u>c</p>", "a bc\n"),
        ("<p>a<svg> <g> </g> </svg>b<script> no </script>c</p>", "abc\n"),
        ("<p>a<span>b<br></span>c</p>d<div></div>e", "ab\nc\nd\ne\n"),
        ("<pre>a<b> </b>b\n <i>c</i></pre>", "a b\nc\n"),
    ],
)
def test_layer(markup: str, text: str) -> None:
    assert layer(parse(markup), ReadingSettings()).text == text
