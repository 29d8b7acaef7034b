"""Proof that a dossier is exact: every span is cut again from the raw files and compared."""

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from secondsource.model.source import RawSource
from secondsource.telling.dossier import (
    ActionRow,
    Dossier,
    FigureRow,
    LineageRow,
    MomentRow,
    PlaceRow,
    SourceRow,
)

Again = Callable[[Path, int | None], RawSource]
Retell = Callable[[RawSource], str | None]


class Verified(Struct, frozen=True):
    """How many spans were cut again, and what did not hold: one line each, naming the source and the place."""

    spans: int
    failures: tuple[str, ...]


class _Cut(Struct, frozen=True):
    what: str
    source: str
    start: int
    end: int
    text: str | None = None
    """The characters that must stand there, where the dossier says them."""


def verify(dossier: Dossier, base: Path, again: Again, text_of: Retell) -> Verified:
    """Re-read every source and re-cut every span of `dossier`.

    `again` fetches a source's raw bytes by path and record; `text_of` makes its coordinate text. A relative path is
    sought from the working folder, then from `base`.
    """
    failures: list[str] = []
    texts: dict[str, str] = {}
    for source in dossier.sources:
        text, failure = _reread(source, base, again, text_of)
        texts[source.id] = source.text if text is None else text
        if failure:
            failures.append(failure)
    count = 0
    for cut in _cuts(dossier):
        count += 1
        if (failure := _check(cut, texts)) is not None:
            failures.append(failure)
    return Verified(count, tuple(failures))


def _reread(source: SourceRow, base: Path, again: Again, text_of: Retell) -> tuple[str | None, str | None]:
    path = Path(source.path)
    if not path.exists() and not path.is_absolute():
        path = base / path
    try:
        raw = again(path, source.record)
    except (OSError, ValueError, LookupError) as error:
        return None, f"{source.name}: {source.path}: cannot be read again: {error}"
    if raw.sha256 != source.sha256:
        return None, f"{source.name}: {source.path}: the file has changed since the dossier was made"
    text = text_of(raw)
    if text != source.text:
        return text, f"{source.name}: {source.path}: its text is not the one the dossier was made from"
    return text, None


def _check(cut: _Cut, texts: dict[str, str]) -> str | None:
    text = texts.get(cut.source)
    if text is None:
        return f"{cut.what}: names the source {cut.source}, which the dossier does not hold"
    if not 0 <= cut.start < cut.end <= len(text):
        return f"{cut.what}: characters {cut.start} to {cut.end} lie outside {cut.source}"
    if cut.text is not None and text[cut.start : cut.end] != cut.text:
        return f"{cut.what}: characters {cut.start} to {cut.end} of {cut.source} are not the words it gives"
    return None


def _cuts(dossier: Dossier) -> Iterator[_Cut]:
    for source in dossier.sources:
        for passage in source.passages:
            yield _Cut(f"passage of {source.name}", source.id, passage.start, passage.end)
        for credit in source.credits:
            yield _Cut(f"credit of {source.name}", source.id, credit.start, credit.end)
        for reason in source.published.reasons if source.published else ():
            yield from _places(f"date of {source.name}", reason.spans)
    for actor in dossier.actors:
        yield from _places(actor.id, actor.mentions)
    for statement in dossier.statements:
        first = statement.spans[0] if len(statement.spans) == 1 else None
        for span in statement.spans:
            yield _Cut(statement.id, statement.source, span.start, span.end, statement.text if first else None)
        if statement.speaker is not None:
            yield _Cut(statement.id, statement.source, statement.speaker.start, statement.speaker.end)
        if statement.cue is not None:
            yield _Cut(statement.id, statement.source, statement.cue.start, statement.cue.end)
    source_of = {statement.id: statement.source for statement in dossier.statements}
    told = [(one.id, one.parts) for one in dossier.utterances] + [(one.id, one.parts) for one in dossier.claims]
    for name, parts in told:
        for part in parts:
            for span in part.spans:
                yield _Cut(name, source_of.get(part.statement, part.statement), span.start, span.end)
    rows: tuple[MomentRow | FigureRow | ActionRow, ...] = (*dossier.moments, *dossier.figures, *dossier.actions)
    for row in rows:
        yield _Cut(row.id, row.source, row.start, row.end, row.text)
    for claim in dossier.claims:
        for step in claim.support.lineage:
            yield from _steps(claim.id, step)
        for difference in claim.differences:
            yield from _places(claim.id, (difference.left, difference.right))
    yield from _reasons(dossier)


def _reasons(dossier: Dossier) -> Iterator[_Cut]:
    for family in dossier.copies:
        for derivation in family.derivations:
            for reason in derivation.reasons:
                yield from _places(family.id, reason.spans)
        for reason in family.origin.reasons:
            yield from _places(family.id, reason.spans)
    for event in dossier.events:
        for reason in event.when.reasons if event.when else ():
            yield from _places(event.id, reason.spans)
    for quantity in dossier.quantities:
        for reason in quantity.reasons:
            yield from _places(quantity.id, reason.spans)
    for claim in dossier.claims:
        for reason in claim.agreement.reasons:
            yield from _places(claim.id, reason.spans)


def _places(what: str, places: tuple[PlaceRow, ...]) -> Iterator[_Cut]:
    for place in places:
        yield _Cut(what, place.source, place.start, place.end)


def _steps(what: str, step: LineageRow) -> Iterator[_Cut]:
    yield from _places(what, step.spans)
    for below in step.steps:
        yield from _steps(what, below)
