"""A word for a number ("scores") agrees with many exact numbers, and ties none of them together."""

import itertools

from secondsource.matching.actors.stage import MatchActors
from secondsource.matching.quantities.stage import MatchQuantities
from secondsource.model.group import Event, Quantity
from secondsource.model.pile import Pile
from tests.matching.quantities.test_quantities_pairs import Side, document, figure

PAGES = {
    "lorry": Side("A lorry killed 84 people in Velsk on Thursday, the prefect said.", "84"),
    "scores": Side("Scores of people were killed in Velsk on Thursday, the prefect said.", "Scores"),
    "again": Side("Scores of people were killed in Velsk on Thursday, a doctor said.", "Scores"),
    "year": Side("A bomb killed 130 people in Velsk, the town hall said.", "130"),
}


def quantities(names: tuple[str, ...]) -> dict[str, str]:
    """The quantity of the figure of each page."""
    documents = tuple(document(PAGES[name], name) for name in names)
    ids = tuple(sorted(one.id for one in documents))
    pile = Pile(documents)
    pile = pile.plus(MatchActors().match(pile, ()))
    event = Event(id="event:1", members=ids, title="", when=None, where=None, actions=())
    pile = Pile(pile.documents, groups=(*pile.groups, event), links=pile.links)
    matched = MatchQuantities().match(pile, ())
    groups = {member: group.id for group in matched.groups if isinstance(group, Quantity) for member in group.members}
    return {name: groups[figure(pile, name, PAGES[name].figure).id] for name in names}


def test_a_word_for_a_number_ties_no_two_exact_numbers_together() -> None:
    found = quantities(tuple(PAGES))
    assert found["lorry"] != found["year"]


def test_a_word_for_a_number_goes_with_the_exact_one_it_is_likest_to() -> None:
    found = quantities(("lorry", "scores", "again"))
    assert len(set(found.values())) == 1


def test_the_order_of_pages_changes_nothing() -> None:
    assert len({tuple(sorted(quantities(order).items())) for order in itertools.permutations(PAGES)}) == 1
