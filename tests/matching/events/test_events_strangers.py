"""A pile of one story: what all its reports say still makes them one happening, and its rounds stay apart."""
# ruff: noqa: E501  a sentence of a report is a line

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from secondsource.matching.events.keys import ReportKeys, report_keys
from secondsource.matching.events.resolve import beside_others
from secondsource.matching.events.time import rounds
from secondsource.model.pile import MarkedDocument, Pile
from secondsource.model.published import Clue, Strength
from secondsource.model.span import Reason
from tests.matching.events.test_events_stage import groups, match, report

FIRE = (
    "Fire at the Skelby rope works\nA fire destroyed the rope works of Skelby on the harbour, the fire brigade of Skelby said. "
    "Forty firefighters from Yorkshire fought the flames until noon. The rope works belong to the Harlan family.",
    "Harlan's rope works burn down\nNothing is left of the Skelby rope works that the Harlan family built in 1911. Smoke hung "
    "over the harbour when neighbours came out, and the brigade had forty men on the quay in Yorkshire.",
    "Two hundred jobs at risk in Skelby\nThe Harlan family will decide in May whether it builds the rope works again. Two "
    "hundred people worked there. The fire brigade found no cause yet, and the harbour stays closed, the Yorkshire paper says.",
)
"""Three reporters on one fire, each with words of their own."""
MOURNING = (
    "Town of ropes mourns its works\nSkelby made ropes since 1911. After the fire at the Harlan works the harbour was silent; "
    "a few men from the brigade stood on the quay with neighbours."
)
TRIAL = (
    "Harlan goes to court over the rope works fire\nPeter Harlan denied before the court of Skelby that he had neglected the "
    "sprinklers of the rope works. The prosecutor Ann Dole read out a letter of the insurer Northern Mutual.",
    "Insurer's letter read out in Skelby court\nA letter of Northern Mutual warned Peter Harlan of the sprinklers, the "
    "prosecutor Ann Dole told the court. The rope works in Skelby burnt down.",
)
DAYS = st.lists(st.dates(dt.date(2025, 1, 1), dt.date(2025, 3, 1)), max_size=5)


def test_reports_of_one_happening_alone_in_a_pile_are_one_event() -> None:
    pile = match(*(report(f"fire-{at}", text) for at, text in enumerate(FIRE)))
    assert groups(pile) == {("fire-0", "fire-1", "fire-2")}


def test_a_later_round_of_the_story_stays_apart() -> None:
    fire = [report(f"fire-{at}", text, "2025-03-03") for at, text in enumerate(FIRE)]
    trial = [report(f"trial-{at}", text, "2025-03-14") for at, text in enumerate(TRIAL)]
    assert groups(match(*fire, *trial)) == {("fire-0", "fire-1", "fire-2"), ("trial-0", "trial-1")}


def test_an_undated_page_joins_a_happening_that_was_told_over_days() -> None:
    days = ("2025-03-03", "2025-03-05", "2025-03-03")
    told = [report(f"fire-{at}", text, day) for at, (text, day) in enumerate(zip(FIRE, days, strict=True))]
    assert groups(match(*told, report("undated", MOURNING))) == {("fire-0", "fire-1", "fire-2", "undated")}


def dated(days: list[dt.date]) -> list[ReportKeys]:
    """A report for each day."""
    reports = [report(f"{at}", FIRE[0], day.isoformat()) for at, day in enumerate(days)]
    pile = Pile(tuple(reports))
    return [report_keys(one, pile) for one in reports]


@given(DAYS, DAYS)
def test_rounds_do_not_depend_on_order(left: list[dt.date], right: list[dt.date]) -> None:
    one, other = dated(left), dated(right)
    assert rounds(one, other) == rounds(other[::-1], one[::-1])
    assert 0.0 <= rounds(one, other) < 1.0


def test_days_that_mingle_or_a_lone_report_tell_no_rounds() -> None:
    first, third, ninth = (dt.date(2025, 3, day) for day in (1, 3, 9))
    assert rounds(dated([first, ninth]), dated([third, third])) == 0.0
    assert rounds(dated([first]), dated([ninth, ninth])) == 0.0
    assert rounds(dated([first, first]), dated([ninth, ninth])) > 0.5


def _stating(month: int, day: int) -> MarkedDocument:
    """An undated report that says more of the mourning than of the fire, and states its day without a year."""
    undated = report("stated", FIRE[2])
    clue = Clue(Strength.STATED, Reason("the dateline", ()), month=month, day=day)
    return replace(undated, document=replace(undated.document, clues=(clue,)))


def test_an_undated_page_that_states_its_day_is_compared_on_that_day() -> None:
    dated = [report(f"fire-{at}", text, "2025-03-04") for at, text in enumerate(FIRE[:2])]
    keys = {one.id: report_keys(one, Pile((*dated, _stating(3, 5)))) for one in (*dated, _stating(3, 5))}
    found = beside_others(keys, Pile((*dated, _stating(3, 5))))
    assert found["stated"].earliest == found["stated"].latest == dt.date(2025, 3, 5)
    assert found["fire-0"] == keys["fire-0"]


def test_a_stated_day_far_from_all_dated_reports_says_nothing() -> None:
    pile = Pile((report("fire-0", FIRE[0], "2025-03-04"), _stating(10, 19)))
    keys = {one.id: report_keys(one, pile) for one in pile.documents}
    assert beside_others(keys, pile)["stated"].earliest is None
