"""The plan: the built-in stages in their order. This is the program's table of contents."""

from collections.abc import Callable, Sequence
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
from secondsource.model.document import Document
from secondsource.model.pile import Marks
from secondsource.model.problem import Problem
from secondsource.model.source import RawSource
from secondsource.reading.stage import ReadPage
from secondsource.reading.standing.label import labelled
from secondsource.stage.check import check
from secondsource.stage.contract import Marked, Marker, Matcher, Read, Reader, Weigher
from secondsource.stage.settings import Settings
from secondsource.weighing.stage import WeighClaims

R = TypeVar("R", Read, Marked)


class Plan(Struct, frozen=True):
    """Stages in the order they run."""

    reader: Reader
    labeller: Callable[[Sequence[Document]], tuple[Document, ...]]
    """Labels what pages of the pile share; the one step of reading that needs them all."""
    markers: tuple[Marker, ...]
    matchers: tuple[Matcher, ...]
    weighers: tuple[Weigher, ...]


def built_in(settings: Settings) -> Plan:
    """The plan of this version. Raises `PlanError` where a stage finds nothing it needs."""
    plan = Plan(
        reader=ReadPage(settings.reading),
        labeller=labelled,
        markers=(
            MarkCredits(),
            MarkMentions(),
            MarkMoments(),
            MarkQuotes(settings.parser),
            MarkFigures(),
            MarkActions(),
        ),
        matchers=(
            MatchCopies(settings.copies),
            MatchActors(),
            MatchEvents(settings.run.grade),
            MatchStories(),
            MatchUtterances(settings.run.grade),
            MatchQuantities(),
        ),
        weighers=(WeighClaims(),),
    )
    check(plan.markers, plan.matchers, plan.weighers)
    return plan


class ReadOne(Struct, frozen=True):
    """The part of the plan that needs one source's bytes; it travels to worker processes."""

    settings: Settings

    def __call__(self, raw: RawSource) -> Read:
        """Read a source. One without text gives only its problems."""
        reader = built_in(self.settings).reader
        return _guarded(lambda: reader.read(raw), Read(None), (raw.id, raw.name), reader.name)


class MarkOne(Struct, frozen=True):
    """The part of the plan that needs one document, labelled with the whole pile in view; it travels, too."""

    settings: Settings

    def __call__(self, document: Document) -> Marked:
        """Put every marker to a document, each with the marks of those before it."""
        marks, problems = Marks(), list[Problem]()
        source = document.source
        for marker in built_in(self.settings).markers:
            step = partial(marker.mark, document, marks)
            marked = _guarded(step, Marked(), (source.id, source.name), marker.name)
            marks = marks.plus(marked.marks)
            problems.extend(marked.problems)
        return Marked(marks.all, tuple(problems))


def _guarded(step: Callable[[], R], failed: R, source: tuple[str, str], name: str) -> R:
    """The step's result; where it breaks on a page, the page goes on without it and a problem says so. `source`
    is the page's id and name."""
    try:
        return step()
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # a library in Rust that panics raises what is no Exception
        line = error.__traceback__
        while line is not None and line.tb_next is not None:
            line = line.tb_next
        place = f"{Path(line.tb_frame.f_code.co_filename).name}:{line.tb_lineno}" if line else "?"
        cause = f"{type(error).__name__} at {place}: {error}"
        identity, called = source
        why = f"{called}: stage '{name}' broke ({cause}); the rest of the page is told"
        return replace(failed, problems=(Problem(identity, "stage-failed", why),))
