"""Where a long statement is cut: other reports tell its sentences as several remarks, so that each part of it belongs
to an utterance of its own."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from secondsource.model.judgement import Judgement, Verdict
from secondsource.model.span import Span
from secondsource.stage.grouping import Pair

from .compare import Compared
from .said import Said
from .words import look

_TOLD = 0.5
"""How much of a sentence, or of what is held against it, must be found again for it to be told there."""
_NEARLY = 0.85
"""How much of it, beside the sentence that is told best, where a single sentence tells several."""
_LEAST_SHARED = 2
_SHORTER = 0.8
"""How long, beside a statement, another may be that tells only a part of it."""
_LEAST_TERMS = 2
"""Content words of a sentence that can be a remark; one of fewer goes with the one before it."""
_MOST = 24
"""Shorter statements that a long one is held against."""
Cover = frozenset[int]
"""Which sentences of a statement another one tells."""


class Cuts(Struct, frozen=True):
    """The statements that are cut, each with its parts in order of place, by their ids."""

    parts: dict[str, tuple[Said, ...]]
    compared: Compared

    def items(self, all_said: Iterable[Said]) -> dict[str, Said]:
        """All statements by their ids, the parts in place of those that are cut."""
        return {part.id: part for one in all_said for part in self.parts.get(one.id, (one,))}

    def pairs(self, joined: Iterable[Pair], by_id: dict[str, Said]) -> list[Pair]:
        """What joins statements, joining the parts that tell the same."""
        found: list[Pair] = []
        for pair in joined:
            if pair.left not in self.parts and pair.right not in self.parts:
                found.append(pair)
                continue
            for left, right in self.meant(by_id[pair.left], by_id[pair.right]):
                found.append(Pair(pair.score, left.id, right.id))
        return found

    def judged(self, judgements: Iterable[Judgement], by_id: dict[str, Said]) -> list[Judgement]:
        """What a person said of statements, said of their parts: *same* of those that tell the same, *different* of
        every two."""
        found: list[Judgement] = []
        for one in judgements:
            if one.left not in by_id or one.right not in by_id:
                continue
            meant = self.meant(by_id[one.left], by_id[one.right])
            if one.verdict is Verdict.DIFFERENT:
                meant = [(left, right) for left in self._all(one.left, by_id) for right in self._all(one.right, by_id)]
            found += [replace(one, left=left.id, right=right.id) for left, right in meant]
        return found

    def _all(self, statement: str, by_id: dict[str, Said]) -> tuple[Said, ...]:
        return self.parts.get(statement, (by_id[statement],))

    def kept_apart(self, parted: Iterable[tuple[str, str]], by_id: dict[str, Said]) -> list[tuple[str, str]]:
        """What must stay apart; of statements that are cut, the parts in which something changed, else all that answer
        to each other."""
        found: list[tuple[str, str]] = []
        for left, right in parted:
            meant = self.meant(by_id[left], by_id[right])
            changed = [pair for pair in meant if self.compared.of(*pair).changed]
            found += [(one.id, other.id) for one, other in changed or meant]
        return found

    def meant(self, left: Said, right: Said) -> list[tuple[Said, Said]]:
        """Which parts of two statements that are one answer to each other: for each part the likest of the other, where
        it is told there, and besides the one part that each has left; the likest of all where none is told."""
        ours, theirs = (self.parts.get(one.id, (one,)) for one in (left, right))
        if len(ours) == len(theirs) == 1:
            return [(left, right)]
        every = [(one, other) for one in ours for other in theirs]
        told = [(one, other) for one, other in every if _is_told(self.compared, one, other)]
        best = {each.id: max(self._likeness(pair) for pair in every if each in pair) for each in (*ours, *theirs)}
        found = [pair for pair in told if self._likeness(pair) >= max(best[pair[0].id], best[pair[1].id]) * _NEARLY]
        left_over = [(one, other) for one, other in every if not any(one in pair or other in pair for pair in found)]
        if found and len(left_over) == 1 and self.compared.of(*left_over[0]).shared:
            found += left_over
        return found or [max(every, key=lambda pair: (self._likeness(pair), pair[0].id, pair[1].id))]

    def _likeness(self, pair: tuple[Said, Said]) -> float:
        return self.compared.of(*pair).coverage


def cuts(groups: Iterable[Sequence[str]], by_id: dict[str, Said], compared: Compared) -> Cuts:
    """Where the statements of groups are cut that hang together through their links. What is cut in one version is cut
    in the others, which are held against its parts."""
    found: dict[str, tuple[Said, ...]] = {}
    for members in groups:
        together = [by_id[member] for member in members]
        cut = _cut(together, together, compared)
        if cut:
            parts = [part for one in together for part in cut.get(one.id, ())]
            cut |= _cut([one for one in together if one.id not in cut], parts, compared)
        found |= cut
    return Cuts(found, compared)


def _cut(together: Sequence[Said], versions: Sequence[Said], compared: Compared) -> dict[str, tuple[Said, ...]]:
    """The parts of those that other versions cut."""
    found: dict[str, tuple[Said, ...]] = {}
    for one in together:
        shorter = [each for each in versions if each.source != one.source and each.terms <= _SHORTER * one.terms]
        if len(shorter) > 1 and len(one.sentences) > 1:
            parts = _parts(one, shorter[:_MOST], compared)
            if len(parts) > 1:
                found[one.id] = parts
    return found


def _parts(one: Said, shorter: Sequence[Said], compared: Compared) -> tuple[Said, ...]:
    """The parts of a statement as its shorter versions tell them; itself where no two of these tell other parts."""
    sentences = _remarks([_part(one, spans) for spans in one.sentences], one)
    covers = sorted({_cover(each, sentences, compared) for each in shorter} - {frozenset()}, key=sorted)
    if all(not left.isdisjoint(right) for left in covers for right in covers):
        return (one,)
    places = range(len(sentences))
    told = _with_untold([frozenset(at for at, cover in enumerate(covers) if place in cover) for place in places])
    starts = [0, *(at for at in places[1:] if _told_apart(told[at - 1], told[at], covers))]
    ends = [*starts[1:], len(sentences)]
    runs = [sentences[start:end] for start, end in zip(starts, ends, strict=True)]
    return tuple(_part(one, [span for sentence in run for span in sentence.spans]) for run in runs)


def _remarks(sentences: Sequence[Said], one: Said) -> list[Said]:
    """The sentences, those of hardly a word taken into the one before."""
    kept: list[Said] = []
    for sentence in sentences:
        if kept and min(sentence.terms, kept[-1].terms) < _LEAST_TERMS:
            kept[-1] = _part(one, kept[-1].spans + sentence.spans)
        else:
            kept.append(sentence)
    return kept


def _cover(each: Said, sentences: Sequence[Said], compared: Compared) -> Cover:
    told = {at: compared.of(each, one).coverage for at, one in enumerate(sentences) if _is_told(compared, each, one)}
    best = max(told.values(), default=0.0) if len(each.sentences) == 1 else 0.0
    return frozenset(at for at, coverage in told.items() if coverage >= _NEARLY * best)


def _is_told(compared: Compared, one: Said, other: Said) -> bool:
    pair = compared.of(one, other)
    return pair.coverage >= _TOLD and pair.shared >= min(_LEAST_SHARED, pair.left.terms)


def _with_untold(told: list[frozenset[int]]) -> list[frozenset[int]]:
    """Who tells each sentence; one that nobody tells goes with the one before it, or with the first that is told."""
    first = next((each for each in told if each), frozenset[int]())
    found: list[frozenset[int]] = []
    for each in told:
        found.append(each or (found[-1] if found else first))
    return found


def _told_apart(here: frozenset[int], there: frozenset[int], covers: Sequence[Cover]) -> bool:
    """Whether one tells the first sentence, and another the second, that tell nothing in common."""
    return any(covers[one].isdisjoint(covers[other]) for one in here for other in there)


def _part(one: Said, spans: Sequence[Span]) -> Said:
    pieces = tuple([" ".join(span.cut(one.page).split()) for span in spans])
    text = " ".join(pieces)
    return replace(
        one,
        id=f"{one.id}/{spans[0].start}-{spans[-1].end}",
        text=text,
        pieces=pieces,
        spans=tuple(spans),
        look=look(text, one.language),
        start=spans[0].start,
        end=spans[-1].end,
    )
