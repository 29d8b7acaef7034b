"""Before a run the plan is checked: every stage finds what it needs."""

import pytest

from secondsource.errors import PlanError
from secondsource.plan import built_in
from secondsource.stage.check import check
from secondsource.stage.settings import Settings


def test_the_built_in_plan_fits_together() -> None:
    plan = built_in(Settings())
    assert [marker.name for marker in plan.markers][:2] == ["credits", "mentions"]


def test_a_stage_before_what_it_needs_is_named() -> None:
    plan = built_in(Settings())
    with pytest.raises(PlanError, match=r"needs .* records, and no stage before it gives them"):
        check(plan.markers[::-1], plan.matchers, plan.weighers)


def test_weighing_needs_matching() -> None:
    plan = built_in(Settings())
    with pytest.raises(PlanError, match="CopyFamily"):
        check(plan.markers, (), plan.weighers)
