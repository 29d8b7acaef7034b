"""Pairs of figures from invented reports: every agreement class, in English, French and German.

The cases are lines of TOML, two reports each; the earlier stages mark them as they would any page.
"""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest

from secondsource.marking.figures.stage import MarkFigures
from secondsource.marking.mentions.stage import MarkMentions
from secondsource.marking.moments.stage import MarkMoments
from secondsource.marking.quotes.stage import MarkQuotes
from secondsource.matching.actors.stage import MatchActors
from secondsource.matching.quantities.stage import MatchQuantities
from secondsource.model.document import Document
from secondsource.model.group import Agreement, AnyGroup, CopyFamily, Event, Origin, Quantity, Story
from secondsource.model.judgement import Judgement, Verdict
from secondsource.model.mark import Figure
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import MarkedDocument, Marks, Pile
from secondsource.model.published import Published
from secondsource.model.source import Source

CASES = Path(__file__).parent / "cases"


class Side(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One report: its text, and the figure that is compared, as written there."""

    text: str
    figure: str
    language: str = "en"
    published: str = "2025-03-14"


class Pair(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two reports and how their figures stand to each other: an agreement class, or `none` where nothing links them.

    `setting`: `copy` (one text), `event` (one happening), `story` (two happenings of one story), `none`.
    """

    name: str
    left: Side
    right: Side
    expected: str
    setting: str = "event"


def load() -> list[Pair]:
    """All pairs of all case files."""
    found: list[Pair] = []
    for path in sorted(CASES.glob("*.toml")):
        found += msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8"))["pair"], list[Pair])
    return found


def document(side: Side, name: str) -> MarkedDocument:
    """A report of body text alone, marked."""
    source = Source(f"source:{name}", name, name, None, name, "text/plain", "utf-8")
    day = dt.date.fromisoformat(side.published)
    published = Published(side.published, day, day, (), (day,))
    passages = (Passage(0, len(side.text), Role.BODY),)
    made = Document(source, side.text, side.language, passages, published=published)
    marks = Marks()
    for marker in (MarkMentions(), MarkMoments(), MarkQuotes(), MarkFigures()):
        marks = marks.plus(marker.mark(made, marks).marks)
    return MarkedDocument(made, marks)


def pile_of(pair: Pair, *, swapped: bool = False) -> Pile:
    """Both reports with the groups that earlier stages would give."""
    sides = [document(pair.left, "a"), document(pair.right, "b")]
    pile = Pile(tuple(reversed(sides) if swapped else sides))
    pile = pile.plus(MatchActors().match(pile, ()))
    return msgspec.structs.replace(pile, groups=pile.groups + tuple(_groups(pair.setting, [side.id for side in sides])))


def _groups(setting: str, ids: list[str]) -> list[AnyGroup]:
    members = tuple(sorted(ids))
    both: dict[str, Any] = {"title": "", "when": None, "where": None, "actions": ()}
    if setting == "copy":
        family = CopyFamily(id="copy:1", members=members, origin=Origin(), derivations=())
        return [family, Event(id="event:1", members=members, **both)]
    if setting == "event":
        return [Event(id="event:1", members=members, **both)]
    if setting == "story":
        events = [Event(id=f"event:{at}", members=(one,), **both) for at, one in enumerate(members)]
        return [*events, Story(id="story:1", members=tuple(event.id for event in events), title="")]
    return []


def figure(pile: Pile, name: str, text: str) -> Figure:
    """The figure of a report whose characters hold these, or are held by them."""
    figures = pile.document(f"source:{name}").marks.of(Figure)
    found = [one for one in figures if text in one.text or one.text in text]
    assert found, f"no figure {text!r} among {[one.text for one in figures]}"
    exact = [one for one in found if one.text == text]
    return (exact or found)[0]


def outcome(pair: Pair, judgements: tuple[Judgement, ...] = (), *, swapped: bool = False) -> str:
    """How matching says the two figures stand."""
    pile = pile_of(pair, swapped=swapped)
    matched = MatchQuantities().match(pile, judgements)
    groups = {member: group for group in matched.groups if isinstance(group, Quantity) for member in group.members}
    left, right = figure(pile, "a", pair.left.figure), figure(pile, "b", pair.right.figure)
    one, other = groups[left.id], groups[right.id]
    if one.id == other.id:
        return one.agreement
    return next((agreement for identifier, agreement in one.related if identifier == other.id), "none")


PAIRS = load()


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_pair(pair: Pair) -> None:
    assert outcome(pair) == pair.expected


@pytest.mark.parametrize("pair", PAIRS[::3], ids=lambda pair: pair.name)
def test_the_order_of_reports_changes_nothing(pair: Pair) -> None:
    one, other = (MatchQuantities().match(pile_of(pair, swapped=way), ()) for way in (False, True))
    assert one == other


def test_every_class_has_cases() -> None:
    assert {pair.expected for pair in PAIRS} >= set(Agreement) - {Agreement.UNDECIDED}
    assert len(PAIRS) >= 40
    assert {pair.right.language for pair in PAIRS} | {pair.left.language for pair in PAIRS} >= {"en", "fr", "de"}


def test_every_figure_is_in_exactly_one_quantity() -> None:
    for pair in PAIRS:
        pile = pile_of(pair)
        groups = [g for g in MatchQuantities().match(pile, ()).groups if isinstance(g, Quantity)]
        members = [member for group in groups for member in group.members]
        figures = [one.id for document in pile.documents for one in document.marks.of(Figure)]
        assert sorted(members) == sorted(figures)


def test_a_lone_figure_is_stated_once() -> None:
    pair = next(pair for pair in PAIRS if pair.expected == "none")
    groups = [g for g in MatchQuantities().match(pile_of(pair), ()).groups if isinstance(g, Quantity)]
    alone = [group for group in groups if len(group.members) == 1]
    assert alone
    assert {(group.agreement, group.reasons[0].why) for group in alone} == {(Agreement.SAME, "Stated once.")}


def test_a_person_says_that_two_figures_are_the_same() -> None:
    pair = next(pair for pair in PAIRS if pair.expected == "none")
    pile = pile_of(pair)
    left, right = figure(pile, "a", pair.left.figure), figure(pile, "b", pair.right.figure)
    groups = MatchQuantities().match(pile, (Judgement(left.id, right.id, Verdict.SAME),)).groups
    assert any({left.id, right.id} <= set(group.members) for group in groups)


def test_a_person_says_that_two_figures_are_different() -> None:
    pair = next(pair for pair in PAIRS if pair.expected == "same")
    pile = pile_of(pair)
    left, right = figure(pile, "a", pair.left.figure), figure(pile, "b", pair.right.figure)
    groups = MatchQuantities().match(pile, (Judgement(left.id, right.id, Verdict.DIFFERENT),)).groups
    assert not any({left.id, right.id} <= set(group.members) for group in groups)


def test_links_show_what_was_compared() -> None:
    pair = next(pair for pair in PAIRS if pair.expected == "same-by-rounding")
    pile = pile_of(pair)
    links = MatchQuantities().match(pile, ()).links
    assert links
    for link in links:
        assert link.left < link.right
        assert link.reasons and link.reasons[0].spans
        assert {"value", "measure"} & {feature.name for feature in link.features}
