"""Which events belong to one story."""

import datetime as dt

from secondsource.matching.stories.decide import LEAST, least
from secondsource.matching.stories.stage import MatchStories
from secondsource.model.document import Document
from secondsource.model.group import Event, Story
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import MarkedDocument, Marks, Pile
from secondsource.model.published import Published
from secondsource.model.source import Source


def told(name: str, text: str, day: str) -> tuple[MarkedDocument, Event]:
    """A report and the event it is alone in."""
    source = Source(name, name, name, None, name, "text/plain", "utf-8")
    document = Document(source, text, "en", (Passage(0, len(text), Role.BODY),))
    date = dt.date.fromisoformat(day)
    when = Published(day, date, date, (), (date,))
    event = Event(id=f"event:{name}", members=(name,), title=text[:20], when=when, where=None, actions=())
    return MarkedDocument(document, Marks()), event


STEPS = [
    told(
        "spill",
        "The tanker Mirena spilled oil off Kolvik. Captain Yngve Dahl of Norla Shipping was questioned about the "
        "tanker and the oil.",
        "2024-01-10",
    ),
    told(
        "trial",
        "The trial of Captain Yngve Dahl opened in Kolvik. Norla Shipping denied that the tanker Mirena had leaked oil "
        "before.",
        "2024-06-03",
    ),
    told(
        "verdict",
        "Captain Yngve Dahl was acquitted in Kolvik; Norla Shipping must pay for the oil of the tanker Mirena.",
        "2024-11-20",
    ),
]
OTHER = told(
    "bakery",
    "A bakery in Lunde won the prize for the best rye bread, said judge Petra Holm of the guild.",
    "2024-06-03",
)


def stories(*steps: tuple[MarkedDocument, Event]) -> tuple[Story, ...]:
    """The stories of a pile of events."""
    pile = Pile(tuple(report for report, _ in steps), groups=tuple(event for _, event in steps))
    return pile.plus(MatchStories().match(pile, ())).groups_of(Story)


def test_events_chain_over_months_and_strangers_stay_out() -> None:
    (story,) = stories(*STEPS, OTHER)
    assert story.members == ("event:spill", "event:trial", "event:verdict")


def test_order_does_not_matter() -> None:
    assert stories(*STEPS, OTHER) == stories(OTHER, *reversed(STEPS))


def test_a_lone_report_is_no_story() -> None:
    assert stories(OTHER) == ()


def test_a_handful_of_reports_is_one_matter_and_a_thousand_are_many() -> None:
    assert least(12) < LEAST / 2 < least(90) < least(1000) <= LEAST


def test_a_pile_of_few_reports_chains_by_little() -> None:
    shut = told("shut", "The bridge at Wernau was shut on Tuesday after an inspector found cracks.", "2025-03-04")
    expert = told("expert", "Cracks were known to the owner since 2021, an expert of the owner wrote.", "2025-03-07")
    (story,) = stories(shut, expert)
    assert story.members == ("event:expert", "event:shut")
