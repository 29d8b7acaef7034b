"""The toll of an occasion is one number that grows, also where one page gives two of its values."""

import itertools

from secondsource.matching.actors.stage import MatchActors
from secondsource.matching.quantities.stage import MatchQuantities
from secondsource.model.group import Event, Quantity
from secondsource.model.mark import Figure
from secondsource.model.pile import Pile
from tests.matching.quantities.test_quantities_pairs import Side, document

NIGHT = "At least 41 people were killed when a lorry drove into a crowd in Velsk on Thursday, the town hall said."
MORNING = (
    "At least 52 people were killed in Velsk, Friday, when a lorry drove into a crowd. The street was full, a waiter "
    "said. “By now many of you have heard about the 41 people that have died in Velsk,” a friend of the family wrote. "
    "“Two of those 41 people came from Harnby.”"
)
NOON = "The lorry killed 52 people in Velsk. Doctors gave 49 blood donors tea."
LIST = "In Velsk 52 people were killed, the prefect said. The police have three names on their list."
PAGES = {
    "night": Side(NIGHT, "", published="2025-03-13"),
    "morning": Side(MORNING, "", published="2025-03-14"),
    "noon": Side(NOON, "", published="2025-03-15"),
    "list": Side(LIST, "", published="2025-03-15"),
}


def groups(names: tuple[str, ...]) -> dict[tuple[str, int], frozenset[float]]:
    """Each figure by its page and place, with all values of its quantity."""
    documents = {name: document(PAGES[name], name) for name in names}
    pile = Pile(tuple(documents.values()))
    pile = pile.plus(MatchActors().match(pile, ()))
    ids = tuple(sorted(one.id for one in pile.documents))
    event = Event(id="event:1", members=ids, title="", when=None, where=None, actions=())
    pile = Pile(pile.documents, groups=(*pile.groups, event), links=pile.links)
    matched = MatchQuantities().match(pile, ())
    figures = {mark.id: mark for one in pile.documents for mark in one.marks.of(Figure)}
    page = {one.id: name for name, one in documents.items()}
    return {
        (page[figures[member].source], figures[member].start): frozenset(figures[m].value for m in group.members)
        for group in matched.groups
        if isinstance(group, Quantity)
        for member in group.members
    }


def test_all_values_of_a_toll_are_one_quantity() -> None:
    found = groups(tuple(PAGES))
    assert found["night", NIGHT.index("41")] == {41.0, 52.0}
    assert found["noon", NOON.index("52")] == {41.0, 52.0}


def test_what_is_counted_beside_the_dead_is_no_value_of_their_toll() -> None:
    found = groups(tuple(PAGES))
    assert found["list", LIST.index("three")] == {3.0}
    assert found["noon", NOON.index("49")] == {49.0}


def test_the_order_of_pages_changes_nothing() -> None:
    assert len({tuple(sorted(groups(order).items())) for order in itertools.permutations(PAGES)}) == 1
