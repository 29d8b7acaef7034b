"""What of a headline tells what happened, and what its site wrote around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.matching.events.headline import told


@pytest.mark.parametrize(
    ("line", "language", "left"),
    [
        ("Storm nears the coast of Ostby - The Ostby Globe", "en", "Storm nears the coast of Ostby"),
        ("Storm nears the coast of Ostby | Weather | The Globe", "en", "Storm nears the coast of Ostby"),
        ("The Latest: Storm nears the coast of Ostby", "en", "Storm nears the coast of Ostby"),
        ("Liveticker | Sturm erreicht die Küste von Ostby", "de", "Sturm erreicht die Küste von Ostby"),
        ("EN DIRECT : la tempête approche de la côte", "fr", "la tempête approche de la côte"),
        ("Em vídeo: tempestade chega à costa de Ostby", "pt", "tempestade chega à costa de Ostby"),
        ("LIVE: Neurje dosega obalo pri Ostbyju", "sl", "Neurje dosega obalo pri Ostbyju"),
    ],
)
def test_names_and_labels_are_taken_off(line: str, language: str, left: str) -> None:
    assert told(line, language).cut(line) == left


@pytest.mark.parametrize(
    "line",
    [
        "Games open in Ostby - in a stadium without spectators",  # what follows the dash is told, not a name
        "Ruth Ekman: Harbour captain sails into retirement",  # a person is no label
        "Minister: tax on timber will fall next year",
        "Live: storm hits",  # too little would be left
        "Ostby - The Globe",
    ],
)
def test_what_is_told_stays(line: str) -> None:
    assert told(line, "en").cut(line) == line


@given(st.text(max_size=120), st.sampled_from(["en", "de", "xx"]))
def test_what_is_left_lies_within_the_line(line: str, language: str) -> None:
    span = told(line, language)
    assert 0 <= span.start <= span.end <= len(line)
