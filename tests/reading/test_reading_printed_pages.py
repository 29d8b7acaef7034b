"""Printed pages: running heads and feet are furniture, and a title that runs on is the headline once."""

from secondsource.model.passage import Role
from secondsource.model.source import Given
from secondsource.reading.passages_plain import label

TITLE = "Harbour board votes to deepen the channel for larger ships"
PAGES = (
    (
        "The harbour board of Skelby voted on Tuesday to deepen the channel so that larger ships can call at its quay.",
        "The work will cost 240 million crowns and begin in October with the stretch off the northern light, which",
    ),
    (
        "has silted up since the storm of last winter. Fishermen fear for the herring that spawn in the shallow water.",
        "“Nobody has told us where our boats are to go in those two years”, said Randi Moe, who heads their union.",
    ),
    (
        "The environment agency has not yet given its opinion, which the board expects before the end of the month.",
        "A first plan to deepen the channel was given up in 2009, when freight on the line fell by a third in a year.",
    ),
)


def printed(*, head: str, foot: str, title: str = TITLE) -> str:
    """Three pages as a PDF gives them; `#` stands for the page's number."""
    texts = []
    for number, lines in enumerate(PAGES, 1):
        shown = [head.replace("#", str(number)), *([title] if number == 1 else []), *lines]
        texts.append("\n".join([*filter(None, shown), foot.replace("#", str(number))]))
    return "\n\f".join(texts)


def roles(text: str) -> dict[Role, list[str]]:
    """The words of each role."""
    found: dict[Role, list[str]] = {}
    for passage in label(text, "en", Given()):
        found.setdefault(passage.role, []).append(passage.span.cut(text))
    return found


def test_heads_and_feet_with_page_numbers_are_furniture() -> None:
    text = printed(head="The Skerry Post | Wednesday, 5 March 2025 | page #", foot="#/3")
    found = roles(text)
    assert found[Role.HEADLINE] == [TITLE]
    assert len(found[Role.FURNITURE]) == 6
    assert "Skerry" not in " ".join(found[Role.BODY])
    assert "crowns" in " ".join(found[Role.BODY])


def test_an_address_at_the_foot_of_each_page_is_furniture() -> None:
    found = roles(printed(head="", foot="https://skerrypost.example/harbour/channel-2025 #/3"))
    assert len(found[Role.FURNITURE]) == 3


def test_a_title_at_the_head_of_each_page_is_the_headline_once() -> None:
    found = roles(printed(head=TITLE, foot="#", title=""))
    assert found[Role.HEADLINE] == [TITLE]
    assert found[Role.FURNITURE].count(TITLE) == 2


def test_a_paragraph_goes_on_over_the_page() -> None:
    texts = ["\n".join(lines) for lines in PAGES]
    wide = "\n\f".join([f"{TITLE}\n\n{texts[0]}", *texts[1:]])
    body = roles(wide)[Role.BODY]
    assert any("which\n\fhas silted up" in paragraph for paragraph in body)


def test_without_form_feeds_lines_are_no_pages() -> None:
    text = printed(head="The council met again and heard the board on all the points.", foot="#").replace("\f", "")
    assert "The council met again" in " ".join(roles(text).get(Role.BODY, []))
