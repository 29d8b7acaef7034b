"""The language of a text, by its blocks."""

from secondsource.model.passage import Passage, Role
from secondsource.reading.tongue import language_of, vote

ENGLISH = "The council has dropped its plan for a night market after residents complained about the noise."
GERMAN = "Das Freibad bleibt in der Hand der Stadt, das hat der Rat am Donnerstag mit großer Mehrheit beschlossen."


def test_the_body_decides_and_not_the_furniture() -> None:
    text = f"{ENGLISH}\n{GERMAN}"
    cut = len(ENGLISH)
    passages = (Passage(0, cut, Role.FURNITURE), Passage(cut + 1, len(text), Role.BODY))
    assert language_of(text, passages) == "de"


def test_two_languages_in_equal_parts_are_no_language() -> None:
    assert vote([ENGLISH, GERMAN]) is None


def test_too_little_text_is_no_language() -> None:
    assert vote(["Reuters", "Berlin"]) is None
