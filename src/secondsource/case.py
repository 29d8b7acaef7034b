"""The one door: open a case, add a pile, run the plan, judge, ask why, tell. Everything outside comes through here."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from secondsource import __version__
from secondsource.engine.base import Engine, Progress
from secondsource.engine.garbage import collection_paused
from secondsource.engine.local import LocalEngine
from secondsource.errors import DossierError
from secondsource.language import vectors
from secondsource.language.parsing import english
from secondsource.model.document import Document
from secondsource.model.judgement import Judgement
from secondsource.model.made import Grade, Made
from secondsource.model.pile import MarkedDocument, Marks, Pile
from secondsource.model.problem import Problem
from secondsource.model.source import RawSource
from secondsource.plan import MarkOne, ReadOne, built_in
from secondsource.reading.again import raw_again
from secondsource.reading.collect import collect
from secondsource.stage import judgements
from secondsource.stage.contract import Marked
from secondsource.stage.settings import ReadingSettings, RunSettings, Settings, load
from secondsource.store.memory import MemoryStore
from secondsource.telling import dossier_json, html, terminal
from secondsource.telling.assemble import assemble
from secondsource.telling.dossier import ClaimRow, Dossier
from secondsource.verify import Verified, verify

__all__ = ["Case", "Grade", "Settings", "find_claim", "load", "opened", "verified", "why"]


class Case:
    """A pile under one set of settings. A script that uses several processes guards its main part, as Python asks.

    >>> case = Case()
    >>> case.add(["reports/"])
    >>> case.tell(Path("out"))
    """

    def __init__(self, settings: Settings | None = None, progress: Progress | None = None) -> None:
        self.settings = settings or Settings()
        self._store = MemoryStore()
        self._engine: Engine = LocalEngine(self.settings.run.processes, progress)
        self._done: dict[str, tuple[Document, Marked]] = {}
        self._marked: Pile | None = None
        self._pile: Pile | None = None
        self._dossier: Dossier | None = None

    def add(self, paths: Sequence[str]) -> None:
        """Read files, folders, globs or `-`.

        Raises `PileError` where nothing at all can be read, `ModelError` where the grade asks for a missing model.
        """
        self.made()
        raws, problems = collect(paths, self.settings.reading)
        for problem in problems:
            self._store.put_problem(problem)
        for read in self._engine.map(ReadOne(self.settings), raws, "Reading"):
            if read.document is not None:
                self._store.put_document(MarkedDocument(read.document, Marks()))
            for problem in read.problems:
                self._store.put_problem(problem)
        self._marked = self._pile = self._dossier = None

    def judge(self, judgement: Judgement) -> None:
        """Take a person's judgement into the next run. A side may be a source's name or any id."""
        documents = self.marked().documents
        ids = {d.document.source.name: d.id for d in documents}
        left, right = ids.get(judgement.left, judgement.left), ids.get(judgement.right, judgement.right)
        known = {mark.id for d in documents for mark in d.marks.all} | set(ids.values())
        for side in (left, right):
            if side not in known:
                why = f"no source or mark of the pile is called '{side}': the judgement is not applied"
                self._store.put_problem(Problem(side, "judgement-without-match", why))
                self._marked = None
        self._store.put_judgement(replace(judgement, left=left, right=right))
        self._pile = self._dossier = None

    def judge_by(self, path: Path) -> None:
        """Take every judgement of a file; see docs/judgements.md. Raises `SettingsError`."""
        for judgement in judgements.load(path):
            self.judge(judgement)

    def marked(self) -> Pile:
        """Everything read, what its pages share labelled, and every document marked; kept until something is added.

        A document that keeps its labels beside more pages is not marked again.
        """
        if self._marked is None:
            read, marked = self._store.pile(), MemoryStore()
            documents = built_in(self.settings).labeller([each.document for each in read.documents])
            new = [each for each in documents if each != self._done.get(each.id, (None,))[0]]
            results = self._engine.map(MarkOne(self.settings), new, "Marking")
            self._done |= {each.id: (each, found) for each, found in zip(new, results, strict=True)}
            for document, found in (self._done[each.id] for each in documents):
                marked.put_document(MarkedDocument(document, Marks(found.marks)))
                for problem in found.problems:
                    marked.put_problem(problem)
            for problem in read.problems:
                marked.put_problem(problem)
            self._marked = marked.pile()
        return self._marked

    def run(self) -> Pile:
        """The pile matched and weighed; kept until something is added or judged."""
        if self._pile is None:
            plan, pile = built_in(self.settings), self.marked()
            with collection_paused():
                for matcher in plan.matchers:
                    pile = pile.plus(matcher.match(pile, self._store.judgements()))
                for weigher in plan.weighers:
                    pile = pile.weighed(weigher.weigh(pile))
            self._pile = pile
        return self._pile

    def made(self) -> Made:
        """How this case's results are made. How the run was spread over processes is left out: it changes nothing.

        Raises `ModelError` where the grade asks for a missing model.
        """
        settings = replace(self.settings, run=RunSettings(grade=self.settings.run.grade))
        default, ours = msgspec.to_builtins(Settings()), msgspec.to_builtins(settings)
        changed = {
            f"{table}.{key}": str(value)
            for table, values in ours.items()
            for key, value in values.items()
            if default[table][key] != value
        }
        models = dict(vectors.identity()) if self.settings.run.grade is Grade.MODELS else {}
        if settings.parser is not None:
            models |= english.identity(settings.parser)
        return Made(__version__, self.settings.run.grade, changed, models)

    def dossier(self) -> Dossier:
        """The result as one record."""
        if self._dossier is None:
            with collection_paused():
                self._dossier = assemble(self.run(), self.made())
        return self._dossier

    def tell(self, folder: Path, *, page: bool = True) -> tuple[Path, ...]:
        """Write `dossier.json` and, unless refused, `index.html` into `folder`. Raises `OutputError`."""
        dossier = self.dossier()
        written = dossier_json.write(dossier, folder)
        return (written, html.write(dossier, folder)) if page else (written,)

    def summary(self) -> str:
        """The result on one screen of a terminal."""
        return terminal.summary(self.dossier())


def opened(folder: Path) -> Dossier:
    """The dossier in a folder. Raises `DossierError`."""
    return dossier_json.load(folder)


def find_claim(dossier: Dossier, asked: str) -> ClaimRow:
    """The claim with this id, the start of an id, or whose text holds these words.

    Of several the one on most pages, then reports; what is measured before what is said or done. Raises `DossierError`
    where there is none.
    """
    wanted = asked.casefold()
    exact = [c for c in dossier.claims if c.id == asked]
    found = exact or [c for c in dossier.claims if c.id.removeprefix("claim:").startswith(asked.removeprefix("claim:"))]
    found = found or [c for c in dossier.claims if wanted in c.text.casefold()]
    if not found:
        raise DossierError(f"No claim is called or says '{asked}'.", next_step="The claims are listed in index.html.")
    return max(found, key=lambda c: (len(c.support.pages), len(c.support.reports), c.kind == "measured", c.id))


def why(folder: Path, asked: str) -> str:
    """The lineage of one claim as a tree of text. Raises `DossierError`."""
    dossier = opened(folder)
    return terminal.lineage(find_claim(dossier, asked), dossier)


def verified(folder: Path) -> Verified:
    """Cut every span of the dossier in `folder` again from the raw files, read within the bounds it was made with."""
    dossier = opened(folder)
    bounds = {
        key.removeprefix("reading."): value
        for key, value in dossier.made.settings.items()
        if key.startswith("reading.")
    }
    reader = built_in(Settings(reading=msgspec.convert(bounds, ReadingSettings, strict=False))).reader

    def text_of(raw: RawSource) -> str | None:
        document = reader.read(raw).document
        return document.text if document else None

    return verify(dossier, folder, raw_again, text_of)
