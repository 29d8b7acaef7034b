"""A store that lives as long as the run."""

from secondsource.model.judgement import Judgement
from secondsource.model.pile import MarkedDocument, Pile
from secondsource.model.problem import Problem


class MemoryStore:
    """Writer and View at once, in dictionaries."""

    def __init__(self) -> None:
        self._documents: dict[str, MarkedDocument] = {}
        self._problems: set[Problem] = set()
        self._judgements: dict[tuple[str, str], Judgement] = {}

    def put_document(self, document: MarkedDocument) -> None:
        """Keep a document under its source id."""
        self._documents[document.id] = document

    def put_problem(self, problem: Problem) -> None:
        """Keep a problem."""
        self._problems.add(problem)

    def put_judgement(self, judgement: Judgement) -> None:
        """Keep a judgement; the last one on a pair holds."""
        left, right = sorted((judgement.left, judgement.right))
        self._judgements[left, right] = judgement

    def pile(self) -> Pile:
        """Documents sorted by name, then id; problems sorted."""
        documents = sorted(self._documents.values(), key=lambda d: (d.document.source.name, d.id))
        return Pile(tuple(documents), tuple(sorted(self._problems, key=_place)))

    def judgements(self) -> tuple[Judgement, ...]:
        """The judgements in force, sorted by pair."""
        return tuple(judgement for _, judgement in sorted(self._judgements.items(), key=lambda entry: entry[0]))


def _place(problem: Problem) -> tuple[str, int, str, str]:
    return problem.source, problem.start if problem.start is not None else -1, problem.code, problem.message
