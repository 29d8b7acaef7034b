"""Which reports share an occasion, and what they learn from each other."""

import datetime as dt
import itertools
import re

import pytest

from secondsource.matching.events.stage import MatchEvents
from secondsource.model.document import Document
from secondsource.model.group import CopyFamily, Event, Origin
from secondsource.model.judgement import Judgement, Verdict
from secondsource.model.mark import Moment, MomentKind
from secondsource.model.passage import Passage, Role
from secondsource.model.pile import MarkedDocument, Marks, Matched, Pile
from secondsource.model.published import Published
from secondsource.model.source import Source
from secondsource.model.span import Span
from secondsource.text import edtf

MOMENTS = {
    "on Thursday": "weekday:3",
    "on Monday": "weekday:0",
    "jeudi": "weekday:3",
    "next month": "month:+1",
    "in May": "month-of-year:5:next",
}
"""Wordings that these tests mark, with their relations."""


def published_in(written: str) -> Published:
    """A publication on the days that an EDTF allows."""
    extent = edtf.extent(written)
    assert extent and extent.earliest and extent.latest
    return Published(written, extent.earliest, extent.latest, (), edtf.days(written, 62))


def thursdays(first: str, last: str) -> Published:
    """All Thursdays between two days."""
    days = edtf.weekdays_in(dt.date.fromisoformat(first), dt.date.fromisoformat(last), 3)
    written = edtf.one_of(map(edtf.format_day, days))
    assert written
    return Published(written, days[0], days[-1], (), days)


def report(
    name: str, text: str, published: str | Published | None = None, language: str = "en", outlet: str | None = None
) -> MarkedDocument:
    """A report whose first line is its headline."""
    head, _, _ = text.partition("\n")
    passages = (Passage(0, len(head), Role.HEADLINE), Passage(len(head) + 1, len(text), Role.BODY))
    when = published_in(published) if isinstance(published, str) else published
    source = Source(name, name, name, None, name, "text/plain", "utf-8")
    document = Document(source, text, language, passages, Span(0, len(head)), outlet, when)
    moments = [
        Moment(
            id=f"moment:{name}:{match.start()}",
            source=name,
            start=match.start(),
            end=match.end(),
            text=match[0],
            kind=MomentKind.DATE,
            edtf=None,
            timex=None,
            anchor="published",
            relation=relation,
        )
        for wording, relation in MOMENTS.items()
        for match in re.finditer(wording, text)
    ]
    return MarkedDocument(document, Marks().plus(moments))


HARBOUR = [
    report(
        "harbour-1",
        "Crane topples in Ostby harbour\nA crane fell on two barges in Ostby harbour on Monday, the port of Ostby "
        "said. Captain Ruth Ekman saw the crane sway before it fell on the barges.",
        "2024-03-04",
    ),
    report(
        "harbour-2",
        "Barges crushed as harbour crane falls\nTwo barges lay under a fallen crane in Ostby on Monday. Ruth Ekman, a "
        "captain, said the crane swayed in the wind over the harbour.",
        "2024-03-05",
    ),
]
BUDGET = [
    report(
        "budget-1",
        "Parliament passes budget after night of votes\nLawmakers in Velmond passed the budget on Thursday by three "
        "votes. Finance Minister Arno Petz called the budget honest.",
        "2024-03-07",
    ),
    report(
        "budget-2",
        "Velmond budget survives by three votes\nThe budget of Finance Minister Arno Petz passed parliament in Velmond "
        "on Thursday after a night of votes.",
        "2024-03-07",
    ),
]


def match(*reports: MarkedDocument, families: tuple[CopyFamily, ...] = (), judged: tuple[Judgement, ...] = ()) -> Pile:
    """The pile after the matcher."""
    pile = Pile(tuple(reports), groups=families)
    return pile.plus(MatchEvents().match(pile, judged))


def groups(pile: Pile) -> set[tuple[str, ...]]:
    """The members of each event."""
    return {event.members for event in pile.groups_of(Event)}


def test_reports_of_one_occasion_are_one_event() -> None:
    assert groups(match(*HARBOUR, *BUDGET)) == {("harbour-1", "harbour-2"), ("budget-1", "budget-2")}


def test_order_does_not_matter() -> None:
    found = [match(*order) for order in itertools.permutations([*HARBOUR, *BUDGET])]
    assert len({(pile.groups, pile.resolutions, tuple(sorted(link.id for link in pile.links))) for pile in found}) == 1


def test_every_link_shows_its_features() -> None:
    links = match(*HARBOUR, *BUDGET).links
    assert links
    assert all(link.features and 0 <= link.score <= 1 and link.left < link.right for link in links)


def test_an_event_has_a_day_and_a_title() -> None:
    (event,) = match(*HARBOUR).groups_of(Event)
    assert event.when is not None
    assert event.when.edtf == "2024-03-04"
    assert event.title in {"Crane topples in Ostby harbour", "Barges crushed as harbour crane falls"}


def test_two_rounds_of_the_same_kind_stay_two_events() -> None:
    """Same champion, same words; the other boxer and the other year tell them apart."""
    rounds = [
        report(
            f"{loser.lower()}-{number}",
            f"Varga keeps title against {loser}\nAnton Varga stopped {first} {loser} in the {count} round in {town} to "
            f"keep his heavyweight title on Saturday. {loser} went down twice; {words} Varga said.",
            f"{year}-0{month}-1{number}",
        )
        for loser, first, count, town, year, month in (
            ("Ramon", "Hector", "seventh", "Graz", 2022, 5),
            ("Tibbets", "Tony", "sixth", "Bern", 2023, 7),
        )
        for number, words in enumerate(("I am happy,", "It was work,", "He hits hard,"))
    ]
    assert groups(match(*rounds)) == {
        ("ramon-0", "ramon-1", "ramon-2"),
        ("tibbets-0", "tibbets-1", "tibbets-2"),
    }


def test_languages_meet_by_names() -> None:
    french = report(
        "port-fr",
        "Une grue s’effondre à Ostby\nUne grue est tombée lundi sur deux péniches dans le port d’Ostby. La capitaine "
        "Ruth Ekman l’a vue vaciller à Ostby.",
        "2024-03-04",
        "fr",
    )
    found = groups(match(*HARBOUR, *BUDGET, french))
    assert ("harbour-1", "harbour-2", "port-fr") in found


@pytest.mark.parametrize(("verdict", "together"), [(Verdict.SAME, True), (Verdict.DIFFERENT, False)])
def test_a_person_decides(verdict: Verdict, together: bool) -> None:
    left, right = ("budget-1", "harbour-1") if together else ("harbour-1", "harbour-2")
    found = groups(match(*HARBOUR, *BUDGET, judged=(Judgement(left, right, verdict),)))
    assert any({left, right} <= set(members) for members in found) is together


def test_a_report_without_reported_text_is_no_event() -> None:
    empty = report("empty", "\n ")
    assert groups(match(empty, *HARBOUR)) == {("harbour-1", "harbour-2")}


def family(*members: str) -> CopyFamily:
    """Copies of one text."""
    return CopyFamily(id="copies:test", members=tuple(sorted(members)), origin=Origin(), derivations=())


def test_siblings_settle_the_month_between_them() -> None:
    """ "Next month" in the one and "in May" in the other leave April; "on Thursday" leaves its Thursdays."""
    one = report(
        "one",
        "Minister heads abroad\nOrla Brandt said on Thursday that trade talks were open. Brandt confirmed that she "
        "intends to travel to Karvenia next month.",
        thursdays("2024-01-01", "2024-12-31"),
    )
    two = report(
        "two",
        "Brandt keeps talks open\nTrade talks were open, Orla Brandt said on Thursday. Sources said that Orla Brandt "
        "will travel to Karvenia in May.",
        thursdays("2024-01-01", "2024-12-31"),
    )
    pile = match(one, two, families=(family("one", "two"),))
    for source in ("one", "two"):
        published = pile.published(source)
        assert published is not None
        assert published.edtf == "[2024-04-04,2024-04-11,2024-04-18,2024-04-25]"
        assert {place.source for reason in published.reasons for place in reason.spans} == {"one", "two"}
    resolved = {resolution.target: resolution for resolution in pile.resolutions}
    moment = next(one for one in pile.document("one").marks.all if getattr(one, "text", "") == "next month")
    assert resolved[moment.id].published.edtf == "2024-05"
    assert resolved["one"].learnt_from == ("two",)


def test_a_sibling_with_a_date_gives_the_day_of_the_same_weekday() -> None:
    undated = report("copy", BUDGET[1].document.text, thursdays("2024-01-01", "2024-12-31"))
    pile = match(BUDGET[0], undated)
    published = pile.published("copy")
    assert published is not None
    assert published.edtf == "2024-03-07"


def test_an_undated_report_is_not_dated_more_exactly_than_its_sibling_allows() -> None:
    undated = report("undated", HARBOUR[1].document.text.replace("on Monday", "in the morning"))
    published = match(HARBOUR[0], undated).published("undated")
    assert published is not None
    assert published.earliest.isoformat() == "2024-03-04"
    assert published.latest > published.earliest


def test_dates_that_do_not_fit_teach_nothing() -> None:
    other = report("later", BUDGET[1].document.text, thursdays("2024-06-01", "2024-06-30"))
    pile = match(BUDGET[0], other, families=(family("budget-1", "later"),))
    assert pile.resolutions == ()


def test_nothing_in_nothing_out() -> None:
    assert MatchEvents().match(Pile(()), ()) == Matched()
