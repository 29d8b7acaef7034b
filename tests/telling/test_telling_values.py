"""How a count grew: the values of a revised figure in the order of the days on which pages first gave them."""

import datetime as dt

from msgspec.structs import replace

from secondsource.telling import terminal
from secondsource.telling.dossier import ClaimRow, Dossier
from secondsource.telling.lookup import Lookup
from secondsource.telling.values import values_by_day


def _barges(told: Dossier, agreement: str) -> ClaimRow:
    claim = next(one for one in told.claims if one.id == "claim:barges")
    return replace(claim, agreement=replace(claim.agreement, value=agreement))


def test_each_value_of_a_revised_figure_stands_on_its_first_day(told: Dossier) -> None:
    found = values_by_day(_barges(told, "revised"), Lookup(told))
    assert found == [(dt.date(2025, 4, 3), ("12",)), (None, ("15",))]


def test_a_figure_that_nobody_counted_again_has_no_steps(told: Dossier) -> None:
    assert values_by_day(_barges(told, "conflict"), Lookup(told)) == []


def test_the_summary_shows_the_steps(told: Dossier) -> None:
    revised = replace(told, claims=(_barges(told, "revised"),))
    assert "12 → 15" in terminal.summary(revised)
