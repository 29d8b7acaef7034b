"""Text that was broken at a fixed width is read as the paragraphs it was."""

from secondsource.reading.stripped.wrapped import rows

MAIL = """The council has voted for the new tram line by a single vote,
after eleven hours of debate and a fire alarm that sent all sixty
members into the rain.

Work begins in spring. The mayor called it a good day for the
city.
"""

LIST = """Trams in the rain
Council votes after fire alarm
Mayor calls it a good day
Read more stories from the council and the committees of the city
"""


def joined(text: str) -> list[str]:
    return [" ".join(row.span.cut(text).split()) for row in rows(text)]


def test_lines_of_one_paragraph_are_one_row() -> None:
    assert [len(paragraph.split()) for paragraph in joined(MAIL)] == [30, 14]


def test_a_list_stays_a_list() -> None:
    assert len(joined(LIST)) == 4


def test_a_text_with_long_lines_is_left_as_it_is() -> None:
    text = "A line of the usual kind that\nstands alone.\n" + "A paragraph on one line. " * 10 + "\n"
    assert len(joined(text)) == 3


def test_no_character_is_lost() -> None:
    kept = "".join("".join(row.span.cut(MAIL).split()) for row in rows(MAIL))
    assert kept == "".join(MAIL.split())
