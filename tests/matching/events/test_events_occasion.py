"""The day of an event, which most leads name and no report is older than, with those that say otherwise; its place."""

import itertools

from secondsource.model.group import Event
from secondsource.model.mark import ActorKind, Mention, MentionForm, Moment, Naming, Speaker, Statement, StatementKind
from secondsource.model.pile import MarkedDocument, Marks
from secondsource.model.span import Span
from tests.matching.events.test_events_stage import HARBOUR, match, report

LATER = report(
    "harbour-3",
    "Fallen crane still blocks Ostby harbour\nThe crane that fell on two barges in Ostby harbour on Thursday of all "
    "days, as one angler had it, still blocks the port of Ostby. Captain Ruth Ekman saw it sway.",
    "2024-03-06",
)
NEXT_DAY = [
    report(
        f"harbour-{number}",
        "Crane on barges: Ostby harbour closed\nThe port of Ostby was closed on Thursday after a crane fell on two "
        "barges in the harbour. Captain Ruth Ekman saw the crane sway before it fell on the barges.",
        "2024-03-07",
    )
    for number in (4, 5, 6)
]


def when(*reports: MarkedDocument) -> str | None:
    """The day of the only event."""
    (event,) = match(*reports).groups_of(Event)
    return event.when.edtf if event.when else None


def test_most_leads_decide_and_the_others_are_shown() -> None:
    (event,) = match(*HARBOUR, LATER).groups_of(Event)
    assert event.when is not None and event.when.edtf == "2024-03-04"
    against = event.when.reasons[-1]
    assert against.why == "others speak for another day"
    assert {place.source for place in against.spans} == {"harbour-3"}


def test_an_event_is_not_later_than_its_first_report() -> None:
    assert when(*HARBOUR, *NEXT_DAY) == "2024-03-04"


def test_the_order_of_reports_does_not_change_the_day() -> None:
    pile = [*HARBOUR, LATER, NEXT_DAY[0]]
    assert len({when(*order) for order in itertools.permutations(pile)}) == 1


def _said_on(page: MarkedDocument, day: str) -> MarkedDocument:
    """The page with this moment as the one at which somebody spoke."""
    moment = next(moment for moment in page.marks.of(Moment) if moment.text == day)
    statement = Statement(
        id=f"statement:{page.id}",
        source=page.id,
        start=0,
        end=5,
        kind=StatementKind.INDIRECT,
        spans=(Span(0, 5),),
        text="Crane",
        speaker=Speaker("the port", Naming.NAMED, 0, 5),
        when=moment.id,
    )
    return MarkedDocument(page.document, Marks().plus([*page.marks.all, statement]))


def test_the_day_of_a_statement_counts_less_than_the_day_of_what_it_tells() -> None:
    pages = [_said_on(page, "on Monday") for page in HARBOUR]
    told = report(
        "harbour-7",
        "Crane topples in Ostby harbour\nA crane fell on two barges in Ostby harbour on Thursday, and the port of "
        "Ostby is closed. Captain Ruth Ekman saw the crane sway before it fell on the barges.",
        "2024-03-04",
    )
    assert when(*pages, told) == "2024-03-04"
    assert when(pages[0], told) == "2024-02-29"


def _naming(page: MarkedDocument, name: str, kind: ActorKind = ActorKind.PLACE) -> MarkedDocument:
    """The page with the first "Ostby" marked as part of this name."""
    at = page.document.text.index("Ostby")
    mention = Mention(
        id=f"mention:{page.id}",
        source=page.id,
        start=at,
        end=at + 5,
        text="Ostby",
        name=name,
        kind=kind,
        form=MentionForm.NAME,
    )
    return MarkedDocument(page.document, page.marks.plus([mention]))


def _where(*reports: MarkedDocument) -> str | None:
    (event,) = match(*reports).groups_of(Event)
    return event.where


def test_the_place_has_the_name_that_the_reports_give_it() -> None:
    one, two = HARBOUR
    assert _where(_naming(one, "Ostby"), two) == "Ostby"
    assert _where(_naming(one, "Ostby Falls"), _naming(two, "Ostby Falls")) == "Ostby Falls"
    assert _where(_naming(one, "OSTBY"), two) == "Ostby"


def test_what_nobody_names_as_a_place_is_none() -> None:
    one, two = HARBOUR
    assert _where(one, two) is None
    assert _where(_naming(one, "Ostby Lines", ActorKind.ORGANISATION), two) is None


def test_a_day_that_has_begun_there_may_be_the_day() -> None:
    """Pages dated Wednesday tell what happened on Thursday morning on the other side of the date line."""
    told = "A ferry sank off Kaihu on Thursday morning, the port said. Forty people swam to the quay of Kaihu."
    far = [report(f"far-{at}", f"Ferry sinks off Kaihu\n{told}", "2024-03-06") for at in range(2)]
    near = [report(f"near-{at}", f"Forty swim ashore at Kaihu\n{told}", "2024-03-07") for at in range(2)]
    (event,) = match(*far, *near).groups_of(Event)
    assert event.when is not None
    assert event.when.edtf == "2024-03-07"
