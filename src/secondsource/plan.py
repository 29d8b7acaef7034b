"""The plan: the built-in stages in their order. This is the program's table of contents."""

from msgspec import Struct

from secondsource.marking.actions.stage import MarkActions
from secondsource.marking.credits.stage import MarkCredits
from secondsource.marking.figures.stage import MarkFigures
from secondsource.marking.mentions.stage import MarkMentions
from secondsource.marking.moments.stage import MomentMarker
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
from secondsource.stage.contract import Marker, Matcher, Reader, Weigher
from secondsource.stage.settings import Settings
from secondsource.weighing.stage import WeighClaims


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
        markers=(MarkCredits(), MarkMentions(), MomentMarker(), MarkQuotes(), MarkFigures(), MarkActions()),
        matchers=(
            MatchCopies(settings.copies),
            MatchActors(),
            MatchEvents(),
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
        read = plan.reader.read(raw)
        problems = list(read.problems)
        if read.document is None:
            return ReadAndMarked(None, tuple(problems))
        marks = Marks()
        for marker in plan.markers:
            marked = marker.mark(read.document, marks)
            marks = marks.plus(marked.marks)
            problems.extend(marked.problems)
        return ReadAndMarked(MarkedDocument(read.document, marks), tuple(problems))
