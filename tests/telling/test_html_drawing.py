"""The words under the pictures: in full where two lines can hold them, never wider than their room."""

from hypothesis import given
from hypothesis import strategies as st

from secondsource.telling.html.drawing.confluence import Flow, Page, Report, Voice, confluence
from secondsource.telling.html.drawing.svg import in_lines, width_of

NAMES = st.lists(st.text("aeimnrstAEW.’", min_size=1, max_size=14), min_size=1, max_size=6).map(" ".join)


def test_a_long_name_stands_in_two_lines() -> None:
    assert in_lines("Tagus Courier", 84) == ("Tagus Courier",)
    assert in_lines("Le Quotidien de l’Estran", 84) == ("Le Quotidien", "de l’Estran")
    assert in_lines("European Passenger Shipping Authority", 96) == ("European", "Passenger Shi…")


@given(NAMES, st.sampled_from((60.0, 84.0, 96.0)))
def test_no_line_is_wider_than_its_room_and_no_word_is_lost_without_a_sign(name: str, room: float) -> None:
    lines = in_lines(name, room)
    assert len(lines) <= 2
    assert all(width_of(line) <= room for line in lines)
    assert " ".join(lines) == name or any(line.endswith("…") for line in lines)


def test_a_label_of_two_lines_moves_what_stands_below_it() -> None:
    def height(voice: str) -> float:
        page = Page("01", "01.txt", "#p", "")
        flow = Flow((page,), (Report("Merival News", (0,)),), (Voice(voice, (0,)),))
        return float(str(confluence(flow)).split('height="')[1].split('"')[0])

    assert height("European Passenger Shipping Authority") > height("Helena Varro")
