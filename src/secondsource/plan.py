"""The plan: the built-in stages in their order. This is the program's table of contents."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from secondsource.marking.actions.stage import MarkActions
from secondsource.marking.credits.stage import MarkCredits
from secondsource.marking.figures.stage import MarkFigures
from secondsource.marking.mentions.stage import MarkMentions
from secondsource.marking.moments.stage import MarkMoments
from secondsource.marking.quotes.stage import MarkQuotes
from secondsource.matching.actors.stage import MatchActors
from secondsource.matching.copies.stage import MatchCopies
from secondsource.matching.events.stage import MatchEvents
from secondsource.matching.quantities.stage import MatchQuantities
from secondsource.matching.stories.stage import MatchStories
from secondsource.matching.utterances.stage import MatchUtterances
from secondsource.model.pile import MarkedDocument, Marks
from secondsource.model.problem import Problem
from secondsource.model.source import RawSource
from secondsource.reading.stage import ReadPage
from secondsource.stage.check import check
from secondsource.stage.contract import Marked, Marker, Matcher, Read, Reader, Weigher
from secondsource.stage.settings import Settings
from secondsource.weighing.stage import WeighClaims

R = TypeVar("R", Read, Marked)


class Plan(Struct, frozen=True):
    """Stages in the order they run."""

    reader: Reader
    markers: tuple[Marker, ...]
    matchers: tuple[Matcher, ...]
    weighers: tuple[Weigher, ...]


def built_in(settings: Settings) -> Plan:
    """The plan of this version. Raises `PlanError` where a stage finds nothing it needs."""
    plan = Plan(
        reader=ReadPage(settings.reading),
        markers=(MarkCredits(), MarkMentions(), MarkMoments(), MarkQuotes(), MarkFigures(), MarkActions()),
        matchers=(
            MatchCopies(settings.copies),
            MatchActors(),
            MatchEvents(settings.run.grade),
            MatchStories(),
            MatchUtterances(),
            MatchQuantities(),
        ),
        weighers=(WeighClaims(),),
    )
    check(plan.markers, plan.matchers, plan.weighers)
    return plan


class ReadAndMarked(Struct, frozen=True):
    """What one source came to."""

    marked: MarkedDocument | None
    problems: tuple[Problem, ...]


class ReadAndMark(Struct, frozen=True):
    """The part of the plan that needs one source alone; it travels to worker processes."""

    settings: Settings

    def __call__(self, raw: RawSource) -> ReadAndMarked:
        """Read a source and put every marker to it. A source without text gives only its problems."""
        plan = built_in(self.settings)
        read = _guarded(lambda: plan.reader.read(raw), Read(None), raw, plan.reader.name)
        problems = list(read.problems)
        if read.document is None:
            return ReadAndMarked(None, tuple(problems))
        document, marks = read.document, Marks()
        for marker in plan.markers:
            marked = _guarded(partial(marker.mark, document, marks), Marked(), raw, marker.name)
            marks = marks.plus(marked.marks)
            problems.extend(marked.problems)
        return ReadAndMarked(MarkedDocument(document, marks), tuple(problems))


def _guarded(step: Callable[[], R], failed: R, raw: RawSource, name: str) -> R:
    """The step's result; where it breaks on a page, the page goes on without it and a problem says so."""
    try:
        return step()
    except Exception as error:
        line = error.__traceback__
        while line is not None and line.tb_next is not None:
            line = line.tb_next
        place = f"{Path(line.tb_frame.f_code.co_filename).name}:{line.tb_lineno}" if line else "?"
        cause = f"{type(error).__name__} at {place}: {error}"
        why = f"{raw.name}: stage '{name}' broke ({cause}); the rest of the page is told"
        return replace(failed, problems=(Problem(raw.id, "stage-failed", why),))
