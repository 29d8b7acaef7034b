"""Places that are where something is done, and no party to it."""

from secondsource.marking.actions.find import Named, deeds_in
from secondsource.model.span import Span


def subjects(text: str, *places: str) -> list[tuple[str, ...]]:
    """Who does each deed of a text, its places given."""
    parties = [Named(Span(text.index(place), text.index(place) + len(place)), place, place=True) for place in places]
    return [told.actors for told in deeds_in(text, Span(0, len(text)), parties, "en")]


def test_a_country_behind_its_town_is_no_subject() -> None:
    assert subjects("The parties met in Corriel, Velmond, and agreed to a truce.", "Velmond") == [(), ()]


def test_a_country_behind_a_comma_may_be_one() -> None:
    assert subjects("Late in Corvane, Velmond agreed to a truce.", "Velmond") == [("Velmond",)]


def test_a_place_behind_an_adjective_is_no_subject() -> None:
    assert subjects("A small crash in northwest Velmond killed 12 people.", "Velmond") == [()]
