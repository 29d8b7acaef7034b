"""The lineage benchmark: copies, directions, events, quantities, claims and their three counts.

`python -m bench.lineage_score [--split development|held-back|all] [--worst N] [--story NAME]`. A story is one
pile. Peers
are scored on the copy pairs alone, at the threshold that suits them best on the very stories scored, which flatters
them. bench/lineage/GUIDELINE.md says what each gold entry means.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import msgspec
from msgspec import Struct

from bench.harness import Measured, halves
from bench.lineage.gold import FOLDER, Claim, Pair, Story, Text, told_elsewhere
from bench.lineage.peers import PEERS, peer
from secondsource.model.span import Span
from secondsource.telling.dossier import ActionRow, ClaimRow, Dossier, FigureRow, StatementRow
from secondsource.text.normalise import plain
from secondsource.weighing.parties import OWN_VOICE


class Outcome(Struct, frozen=True):
    """One thing asked: right or wrong, and what was got."""

    measure: str
    entry: str
    right: bool
    got: str = ""


def pairs(measure: str, gold: set[Pair], got: set[Pair]) -> Iterator[Outcome]:
    """An outcome for every pair of either side."""
    for pair in sorted(gold | got, key=sorted):
        what = "found" if pair in gold & got else "missed" if pair in gold else "invented"
        yield Outcome(measure, " = ".join(sorted(pair)), what == "found", what)


def copies(story: Story) -> Iterator[Outcome]:
    """Copy pairs, then relation and direction of the gold derivations whose pair is found."""
    got_pairs = story.got_pairs() - story.ignored()
    yield from pairs("copy pair", story.gold_pairs(), got_pairs)
    edges = [
        (story.keys.get(d.from_id, d.from_id), story.keys.get(d.to_id, d.to_id), d.relation, d.directed)
        for copy in story.dossier.copies
        for d in copy.derivations
    ]
    for family in story.gold.family:
        for one in family.derivations:
            outside = one.from_.startswith("outside:")
            if not outside and frozenset((one.from_, one.to)) not in got_pairs:
                continue
            label = f"{one.from_} -> {one.to} {one.relation}"
            between = [r for a, b, r, _ in edges if {a, b} == {one.from_, one.to}]
            into = between or [r for a, b, r, way in edges if b == one.to or (not way and a == one.to)]
            yield Outcome("relation", label, bool({one.relation, *one.also} & set(into)), ", ".join(into))
            if one.directed and not outside:
                ways = [(a, b) for a, b, _, way in edges if way]
                yield Outcome("direction", label, one.to in _reached(one.from_, ways), str(between))


def _reached(start: str, edges: Iterable[tuple[str, str]]) -> set[str]:
    """Everything that derives from `start`, at any remove."""
    following = defaultdict(list)
    for a, b in edges:
        following[a].append(b)
    found: set[str] = set()
    ends = [start]
    while ends:
        for after in following[ends.pop()]:
            if after not in found:
                found.add(after)
                ends.append(after)
    return found


def events(story: Story) -> Iterator[Outcome]:
    """Pairs of sources of one event."""
    gold = {frozenset(pair) for event in story.gold.event for pair in combinations(sorted(event.sources), 2)}
    together = [sorted(story.keys[source] for source in event.sources) for event in story.dossier.events]
    yield from pairs("event pair", gold, {frozenset(pair) for one in together for pair in combinations(one, 2)})


def event_days(story: Story) -> Iterator[Outcome]:
    """Whether the event that shares most sources with a gold event has exactly its day."""
    for event in story.gold.event:
        wanted = set(event.sources)
        found = [
            (len(wanted.intersection(map(story.keys.__getitem__, one.sources))), -len(one.sources), one)
            for one in story.dossier.events
        ]
        shared, _, best = max(found, key=lambda each: each[:2], default=(0, 0, None))
        when = best.when if best is not None and shared else None
        yield Outcome(
            "event day", event.key, when is not None and when.edtf == event.when, when.edtf if when else "none"
        )


def b_cubed(story: Story) -> list[tuple[float, float]]:
    """Precision and recall of each source's event."""
    gold = {source: set(event.sources) for event in story.gold.event for source in event.sources}
    got = {story.keys[s]: {story.keys[o] for o in e.sources} for e in story.dossier.events for s in e.sources}
    found = []
    for source in sorted(gold):
        own = got.get(source, {source})
        shared = len(own & gold[source])
        found.append((shared / len(own), shared / len(gold[source])))
    return found


def quantities(story: Story) -> Iterator[Outcome]:
    """Pairs of gold figures in one quantity, and each quantity's agreement."""
    gold: set[Pair] = set()
    placed: dict[str, list[str]] = defaultdict(list)
    agreement = {quantity.id: quantity.agreement for quantity in story.dossier.quantities}
    for quantity in story.gold.quantity:
        names = [f"{quantity.key}: {figure.source}: {figure.text}" for figure in quantity.figures]
        gold |= {frozenset(pair) for pair in combinations(names, 2)}
        hits = [_quantity(story, figure) for figure in quantity.figures]
        for name, hit in zip(names, hits, strict=True):
            if hit:
                placed[hit].append(name)
        if len(names) > 1:
            main = max(sorted({hit for hit in hits if hit}), key=hits.count, default="")
            got = agreement.get(main, "none")
            yield Outcome("agreement", quantity.key, got in {quantity.agreement, *quantity.also}, got)
    yield from pairs("quantity pair", gold, {frozenset(p) for names in placed.values() for p in combinations(names, 2)})


def _quantity(story: Story, figure: Text) -> str:
    """The quantity of the dossier's figure that stands here with this value."""
    source, start, end = story.place(figure)
    for row in story.dossier.figures:
        close = abs(abs(row.value) - abs(figure.value)) <= 1e-6 * max(1.0, abs(figure.value))
        if row.source == source and row.start < end and start < row.end and close:
            return row.quantity or ""
    return ""


def utterances(story: Story) -> Iterator[Outcome]:
    """Pairs of quotes that are one remark on one occasion."""
    gold: set[Pair] = set()
    placed: dict[str, list[str]] = defaultdict(list)
    told = _told(story.dossier)
    for utterance in story.gold.utterance:
        names = [f"{utterance.key}: {text.source}" for text in utterance.members]
        gold |= {frozenset(pair) for pair in combinations(names, 2)}
        for name, text in zip(names, utterance.members, strict=True):
            source, start, end = story.place(text)
            over = [
                (min(end, place.end) - max(start, place.start), utterance)
                for place, utterance in told.get(source, ())
                if place.start < end and start < place.end
            ]
            if over:
                placed[max(over)[1] or ""].append(name)
    yield from pairs("utterance pair", gold, {frozenset(p) for ns in placed.values() for p in combinations(ns, 2)})


def _told(dossier: Dossier) -> dict[str, list[tuple[Span, str]]]:
    """Where each source tells which utterance."""
    statements = {row.id: row for row in dossier.statements}
    found: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for utterance in dossier.utterances:
        spans = {part.statement: Span(part.spans[0].start, part.spans[-1].end) for part in utterance.parts}
        for row in (statements[name] for name in utterance.statements):
            found[row.source].append((spans.get(row.id, Span(row.start, row.end)), utterance.id))
    return found


def claims(story: Story) -> Iterator[Outcome]:
    """The three counts, the verdict and the agreement of each claim; and whether independence is invented."""
    aliases = {_bare(name): party.name for party in story.gold.party for name in (party.name, *party.aliases)}
    for entry in story.gold.claim:
        label = f"{story.name}: {entry.key}"
        found = _claim_at(story, entry)
        if found is None:
            for measure in ("claim found", "claim pages", "claim reports", "claim voices", "claim verdict"):
                yield Outcome(measure, label, False, "not found")
            yield Outcome("independence kept", label, True)
            continue
        support = found.support
        pages, wanted = {story.keys[page] for page in support.pages}, set(entry.pages)
        shown = {step.id: step.name for step in support.lineage}
        voices = sorted(_voice(story, voice, shown.get(voice, ""), aliases) for voice in support.voices)
        reports = len(support.reports)
        lacking = f"-{sorted(wanted - pages)} +{sorted(pages - wanted)}"
        yield Outcome("claim found", label, True)
        yield Outcome("claim pages", label, pages == wanted, lacking)
        yield Outcome("claim reports", label, reports == entry.reports, f"{entry.reports} got {reports}; {lacking}")
        yield Outcome("claim voices", label, voices == sorted(entry.voices), f"{entry.voices} got {voices}")
        yield Outcome(
            "claim verdict", label, support.verdict == entry.verdict, f"{entry.verdict} got {support.verdict}"
        )
        right = found.agreement.value == entry.agreement
        yield Outcome("claim agreement", label, right, f"{entry.agreement} got {found.agreement.value}")
        kept = reports <= entry.reports and len(voices) <= len(entry.voices)
        yield Outcome("independence kept", label, kept, f"reports {entry.reports} got {reports}, voices {voices}")


_ARTICLES = re.compile(r"^(?:the|a|an|le|la|les|l|un|une|der|die|das|dem|den|ein|eine|einer) ")


def _bare(name: str) -> str:
    """A party's name as it is compared: without article, case and accents, and without the number that tells unnamed
    parties of one page apart."""
    return _ARTICLES.sub("", plain(name.partition(" (unnamed")[0].replace("’", " ").replace("'", " ")))


def _voice(story: Story, voice: str, shown: str, aliases: dict[str, str]) -> str:
    """The gold's name of a voice; where gold does not know it, the dossier's. `shown` is how the claim names it."""
    actor = story.actors.get(voice)
    names = [actor.name, *actor.aliases] if actor else [voice.rpartition(":")[2], *_of_the_page(story, voice, aliases)]
    names += [shown] if shown else []
    known = next((aliases[_bare(name)] for name in names if _bare(name) in aliases), None)
    return known or _unnamed(names[0], aliases) or names[0]


def _unnamed(name: str, aliases: dict[str, str]) -> str | None:
    """Gold's name of one whom the page does not name, where it begins with the same noun: a man from the road gang."""
    noun, told, _ = name.partition(" (unnamed")
    found = sorted({party for alias, party in aliases.items() if told and alias.startswith(f"{_bare(noun)} ")})
    return found[0] if len(found) == 1 else None


def _of_the_page(story: Story, voice: str, aliases: dict[str, str]) -> list[str]:
    """Gold's names of a report that is itself the witness: those that its file is named after, as 09_la_voix_du_val."""
    page = next((key for source, key in story.keys.items() if voice.startswith(f"{OWN_VOICE}{source}:")), "")
    told = f" {plain(page.replace('_', ' ').removesuffix('.txt'))} "
    return [name for name in aliases if page and f" {name} " in told]


def _claim_at(story: Story, entry: Claim) -> ClaimRow | None:
    """The claim of this kind with a member at the anchor; the one with most members where several have."""
    source, start, end = story.place(entry.anchor)
    dossier = story.dossier
    rows: tuple[StatementRow | FigureRow | ActionRow, ...] = (*dossier.statements, *dossier.figures, *dossier.actions)
    there = {row.id for row in rows if row.source == source and row.start < end and start < row.end}
    found = [
        claim
        for claim in dossier.claims
        if claim.kind == entry.kind and (there - told_elsewhere(claim, start, end)) & set(claim.members)
    ]
    return max(found, key=lambda c: (len(there & set(c.members)), len(c.members), c.id), default=None)


def split(name: str) -> list[str]:
    """The stories of a split, by name."""
    halves: dict[str, list[str]] = tomllib.loads((FOLDER / "SPLIT.toml").read_text(encoding="utf-8"))
    return sorted(story for half, stories in halves.items() if name in (half, "all") for story in stories)


def report(stories: Sequence[Story], worst: int) -> None:
    """Print every measure, and up to `worst` faults of each."""
    measures: dict[str, list[Outcome]] = defaultdict(list)
    for story in stories:
        for section in (copies, events, event_days, quantities, utterances, claims):
            for outcome in section(story):
                label = f"{story.name}: {outcome.entry.removeprefix(story.name + ': ')}"
                measures[outcome.measure].append(msgspec.structs.replace(outcome, entry=label))
    for measure, outcomes in measures.items():
        right = sum(outcome.right for outcome in outcomes)
        if measure.endswith(" pair"):
            missed = sum(outcome.got == "missed" for outcome in outcomes)
            invented = sum(outcome.got == "invented" for outcome in outcomes)
            precision, recall = right / max(1, right + invented), right / max(1, right + missed)
            f1 = 2 * right / max(1, 2 * right + missed + invented)
            print(f"{measure:18} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  of {right + missed}")
        elif measure == "independence kept":
            print(f"{'invented':18} {1 - right / len(outcomes):.3f}  of {len(outcomes)} claims count too much")
        else:
            print(f"{measure:18} {right / len(outcomes):.3f}  {right} of {len(outcomes)}")
        for outcome in [outcome for outcome in outcomes if not outcome.right][:worst]:
            print(f"      {outcome.entry}\n          -> {outcome.got[:220]}")
    cubed = [one for story in stories for one in b_cubed(story)]
    precision, recall = (sum(one[side] for one in cubed) / max(1, len(cubed)) for side in (0, 1))
    print(f"{'event B3':18} precision {precision:.3f}  recall {recall:.3f}  F1 {_f1(precision, recall):.3f}")
    for name, likeness in PEERS.items():
        got = peer(stories, likeness)
        figures = (
            "not installed" if got is None else "at {:.3f}: precision {:.3f}  recall {:.3f}  F1 {:.3f}".format(*got)
        )
        print(f"peer {name:13} copy pairs {figures}")


SHARES = {
    "relation": "relation",
    "direction": "direction",
    "claim reports": "reports counted right",
    "claim voices": "voices counted right",
}


def figures_of(half: str, stories: Sequence[Story]) -> list[Measured]:
    """The figures that are reached for, with the best peer on copy pairs."""
    outcomes = [
        one for story in stories for section in (copies, quantities, utterances, claims) for one in section(story)
    ]
    beside = {name: got[-1] for name, likeness in PEERS.items() if (got := peer(stories, likeness)) is not None}
    best = max(beside, key=lambda name: beside[name], default=None)
    rows = [
        (f"{kind} pair F1", _pair_f1([one for one in outcomes if one.measure == f"{kind} pair"]))
        for kind in ("copy", "utterance", "quantity")
    ]
    rows += [(name, _share([one for one in outcomes if one.measure == measure])) for measure, name in SHARES.items()]
    rows.append(("independence invented", 1 - _share([one for one in outcomes if one.measure == "independence kept"])))
    command = f"python -m bench.lineage_score --split {half}"
    return [
        Measured(
            "lineage",
            f"lineage/{half}",
            metric,
            "rules",
            ours,
            beside[best] if best and metric == "copy pair F1" else None,
            best if metric == "copy pair F1" else None,
            command,
        )
        for metric, ours in rows
    ]


def _share(outcomes: Sequence[Outcome]) -> float:
    return sum(one.right for one in outcomes) / max(1, len(outcomes))


def _pair_f1(outcomes: Sequence[Outcome]) -> float:
    right = sum(one.right for one in outcomes)
    return 2 * right / max(1, right + len(outcomes))


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def run() -> None:
    """Score a split, or one story of it."""
    given = halves(__doc__)
    if given.json:
        for half in ("development", "held-back"):
            for row in figures_of(half, [Story(FOLDER / "stories" / name) for name in split(half)]):
                print(msgspec.json.encode(row).decode())
        return
    names = [name for name in split(given.split) if given.story in name]
    stories = [Story(FOLDER / "stories" / name) for name in names]
    print(f"{given.split}: {len(stories)} stories, {sum(len(story.texts) for story in stories)} reports")
    report(stories, given.worst)


if __name__ == "__main__":
    run()
