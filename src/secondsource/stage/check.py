"""Before a run: does every stage find what it needs?"""

from collections.abc import Sequence

from secondsource.errors import PlanError
from secondsource.model.group import Group
from secondsource.model.mark import Mark

from .contract import Marker, Matcher, Weigher


def check(markers: Sequence[Marker], matchers: Sequence[Matcher], weighers: Sequence[Weigher]) -> None:
    """Raise `PlanError`, naming the stage and the record, where a need is met by no earlier stage."""
    given: set[type[Mark] | type[Group]] = set()
    stages: tuple[Marker | Matcher | Weigher, ...] = (*markers, *matchers, *weighers)
    for stage in stages:
        for need in stage.needs:
            if need not in given:
                raise PlanError(
                    f"Stage '{stage.name}' needs {need.__name__} records, and no stage before it gives them.",
                    next_step="Put a stage that gives them earlier in the plan.",
                )
        given.update(getattr(stage, "gives", ()))  # a weigher ends the line: it gives claims, which no stage needs
