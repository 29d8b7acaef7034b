"""Piles of headlines alone: what joins them, what keeps them apart, and what a link then shows."""

import datetime as dt
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.matching.events.chance import MODELS, RULES, Curve, chance
from secondsource.matching.events.stage import MatchEvents
from secondsource.model.document import Document
from secondsource.model.group import CopyFamily, Event, Origin
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import MarkedDocument, Marks, Pile
from secondsource.model.published import Published
from secondsource.model.source import Source
from secondsource.model.span import Span


def headline(name: str, text: str, when: str, language: str = "en") -> MarkedDocument:
    """A page of which only the headline is known, with its hour."""
    moment = dt.datetime.fromisoformat(when)
    day = moment.date()
    published = Published(day.isoformat(), day, day, (), (day,), minute=moment.hour * 60 + moment.minute)
    source = Source(name, name, name, None, name, "text/plain", "utf-8")
    passages = (Passage(0, len(text), Role.HEADLINE),)
    return MarkedDocument(Document(source, text, language, passages, Span(0, len(text)), None, published), Marks())


PILE = [
    headline("gold-en", "Skateboarder Ada Marlow, 13, wins gold in Ostby", "2024-07-26 12:05"),
    headline("gold-en-2", "The Latest: Ada Marlow wins skateboard gold at 13 | The Ostby Globe", "2024-07-26 12:40"),
    headline("gold-de", "Skateboarderin Ada Marlow gewinnt mit 13 Gold in Ostby", "2024-07-26 13:10", "de"),
    headline("gold-es", "La skater Ada Marlow gana el oro con 13 años en Ostby", "2024-07-26 13:30", "es"),
    headline("rowing", "Rowing in Ostby put off as the typhoon comes near", "2024-07-26 12:20"),
    headline("rowing-2", "Typhoon near Ostby puts off rowing for a day", "2024-07-26 14:00"),
    headline("judo", "Judo: Petz beats Varga to take bronze", "2024-07-29 09:00"),
    headline("judo-2", "The Latest: Petz takes judo bronze against Varga", "2024-07-29 09:30"),
]


def events(reports: list[MarkedDocument], families: tuple[CopyFamily, ...] = ()) -> set[tuple[str, ...]]:
    """The members of each event."""
    matched = MatchEvents().match(Pile(tuple(reports), groups=families), ())
    return {group.members for group in matched.groups if isinstance(group, Event)}


def test_headlines_of_one_happening_meet_across_languages() -> None:
    found = events(PILE)
    assert ("gold-de", "gold-en", "gold-en-2", "gold-es") in found
    assert ("rowing", "rowing-2") in found
    assert ("judo", "judo-2") in found


def test_the_label_of_a_series_joins_nothing() -> None:
    latest = [
        headline("one", "The Latest: Petz takes judo bronze against Varga", "2024-07-29 09:30"),
        headline("two", "The Latest: Typhoon near Ostby puts off rowing", "2024-07-29 10:00"),
    ]
    assert events(latest) == {("one",), ("two",)}


def test_days_keep_rounds_apart() -> None:
    rounds = [
        headline(f"{day}-{number}", f"Ostby reports {count} new cases of the virus", f"2024-07-{day} 0{number}:00")
        for day, count in (("10", "1,204"), ("14", "1,377"))
        for number in (1, 2, 3)
    ]
    assert events(rounds) == {("10-1", "10-2", "10-3"), ("14-1", "14-2", "14-3")}


@settings(max_examples=25, deadline=None)
@given(st.permutations(PILE))
def test_the_order_of_headlines_does_not_matter(order: list[MarkedDocument]) -> None:
    assert events(order) == events(PILE)


def test_links_of_headlines_show_what_was_compared() -> None:
    links = MatchEvents().match(Pile(tuple(PILE)), ()).links
    shown = {link.right: link for link in links if link.left == "gold-de"}
    features = {feature.name: feature for feature in shown["gold-en"].features}
    assert set(features) == {"words", "letters", "days between", "chance of one happening"}
    assert features["words"].value == 0.0  # two languages
    assert features["letters"].value > 0.2
    assert features["chance of one happening"].value == pytest.approx(shown["gold-en"].score / 0.6, abs=1e-5)


@given(
    st.sampled_from([RULES, MODELS]), st.floats(0, 6), st.booleans(), st.floats(0, 1), st.floats(0, 1), st.floats(-1, 1)
)
def test_a_chance_falls_with_the_days_and_rises_with_likeness(
    curve: Curve, days: float, same: bool, words: float, letters: float, meaning: float
) -> None:
    here = chance(curve, days, same, words, letters, meaning)
    assert 0.0 <= here <= 1.0
    assert chance(curve, days + 1, same, words, letters, meaning) <= here
    assert chance(curve, days, same, words, min(1.0, letters + 0.1), meaning) >= here
    assert chance(curve, days, same, words, letters, min(1.0, meaning + 0.1)) >= here


def body(name: str, text: str) -> MarkedDocument:
    """A report with headline and body."""
    head, _, _ = text.partition("\n")
    passages = (Passage(0, len(head), Role.HEADLINE), Passage(len(head) + 1, len(text), Role.BODY))
    day = dt.date(2024, 3, 4)
    source = Source(name, name, name, None, name, "text/plain", "utf-8")
    published = Published("2024-03-04", day, day, (), (day,))
    return MarkedDocument(Document(source, text, "en", passages, Span(0, len(head)), None, published), Marks())


FOOT = " Follow our reporters."


def test_what_stands_around_reports_makes_no_copies_of_them() -> None:
    """A family by a shared foot alone: the reports tell of two things, and stay two events."""
    crane = body(
        "crane",
        "Crane falls in harbour\nA crane fell on two barges in Ostby harbour on Monday. Captain Ruth Ekman saw the jib "
        "sway in the wind before it broke; divers searched the basin for a missing welder until dusk." + FOOT,
    )
    votes = body(
        "votes",
        "Budget passes\nLawmakers in Velmond passed the budget of Arno Petz by three votes on Monday after a night of "
        "debate about pensions, schools and the tax on timber that the greens oppose." + FOOT,
    )
    family = CopyFamily(id="copies:foot", members=("crane", "votes"), origin=Origin(), derivations=())
    assert events([crane, votes, *PILE], (family,)) >= {("crane",), ("votes",)}


def test_copies_stay_together_over_one_that_does_not_fit() -> None:
    crane = "Crane falls in harbour\nA crane fell on two barges on Monday, Captain Ruth Ekman of the port said."
    pile = [body("a", crane), body("b", "Budget passes\nLawmakers passed the budget of Arno Petz."), body("c", crane)]
    family = CopyFamily(id="copies:crane", members=("a", "b", "c"), origin=Origin(), derivations=())
    for order in itertools.permutations(pile):
        assert ("a", "c") in events(list(order), (family,))
