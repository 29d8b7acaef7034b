"""The sample pile against its gold: the share of each section that the dossier gets right, and what it misses."""

import argparse
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from bench.lineage.gold import told_elsewhere
from secondsource import samples
from secondsource.case import Case
from secondsource.telling.dossier import (
    ActionRow,
    ActorRow,
    ClaimRow,
    Dossier,
    EventRow,
    FigureRow,
    SourceRow,
    StatementRow,
)

FOLDER = Path(samples.__file__).parent
Gold = dict[str, list[dict[str, Any]]]


class Outcome(Struct, frozen=True):
    """One entry of the gold, and whether the dossier agrees."""

    section: str
    entry: str
    right: bool
    got: str


class Sample:
    """The dossier of the sample pile beside its gold."""

    def __init__(self, dossier: Dossier, gold: Gold) -> None:
        self.dossier = dossier
        self.gold = gold
        self.sources = {self.key(row): row for row in dossier.sources}
        self.actors: dict[str, ActorRow] = {actor.id: actor for actor in dossier.actors}
        self.gold_names = {
            alias.casefold(): actor["name"] for actor in gold["actor"] for alias in (actor["name"], *actor["aliases"])
        }

    @staticmethod
    def key(row: SourceRow) -> str:
        """The gold's key of a source."""
        file = Path(row.path).name
        return file if row.name == file else f"{file}#{row.name}"

    def place(self, entry: dict[str, Any]) -> tuple[str, int, int]:
        """Source id, start and end of an entry's text; inside `within` where that is given."""
        row = self.sources[entry["source"]]
        base = row.text.index(entry["within"]) if "within" in entry else 0
        start = row.text.index(entry["text"], base)
        return row.id, start, start + len(entry["text"])

    def same_party(self, name: str, actor: str | None, printed: str) -> bool:
        """Whether an actor (or the name printed) is the party that gold calls `name`."""
        known = {printed.casefold()}
        if actor in self.actors:
            known |= {self.actors[actor].name.casefold(), *(a.casefold() for a in self.actors[actor].aliases)}
        return name.casefold() in known or any(self.gold_names.get(one) == name for one in known)


def sources(sample: Sample) -> Iterator[Outcome]:
    """Language, outlet, headline, and the days of publication."""
    for entry in sample.gold["source"]:
        row = sample.sources.get(entry["key"])
        if row is None:
            yield Outcome("source", entry["key"], False, "not read")
            continue
        headline = row.text[row.headline.start : row.headline.end] if row.headline else None
        yield Outcome("language", entry["key"], row.language == entry["language"], str(row.language))
        yield Outcome("outlet", entry["key"], row.outlet == entry.get("outlet"), str(row.outlet))
        yield Outcome("headline", entry["key"], headline == entry.get("headline"), str(headline))
        wanted = entry.get("published_in_pile") or entry.get("published")
        got = row.published
        days = f"{got.earliest}/{got.latest} {got.edtf}" if got else "None"
        right = wanted is None or (got is not None and got.earliest[: len(wanted)] <= wanted <= got.latest)
        exact = wanted is None or len(wanted) < 10 or (got is not None and got.edtf == wanted)
        yield Outcome("date holds the day", entry["key"], right, f"{wanted} got {days}")
        yield Outcome("date is the day", entry["key"], exact, f"{wanted} got {days}")


def passages(sample: Sample) -> Iterator[Outcome]:
    """Samples of body and of furniture."""
    article = {"body", "subhead", "standfirst"}
    for entry in sample.gold["source"]:
        row = sample.sources.get(entry["key"])
        for section, wanted in (("body", True), ("furniture", False)):
            for text in entry[section] if row else ():
                assert row is not None
                at = row.text.index(text)
                roles = {p.role for p in row.passages if p.start < at + len(text) and at < p.end}
                right = roles <= article if wanted else not roles & article
                yield Outcome(section, f"{entry['key']}: {text}", right and bool(roles), ", ".join(sorted(roles)))


def credits_(sample: Sample) -> Iterator[Outcome]:
    """Wire, byline, translator, relayed, photo."""
    for entry in sample.gold["source"]:
        row = sample.sources.get(entry["key"])
        for credit in entry["credits"] if row else ():
            assert row is not None
            if credit["role"] == "editor":
                continue
            roles = {"wire", "agency"} if credit["role"] in ("wire", "agency") else {credit["role"]}
            right = any(c.role in roles and c.name == credit["name"] for c in row.credits)
            yield Outcome("credit", f"{entry['key']}: {credit['role']} {credit['name']}", right, str(row.credits))


def families(sample: Sample) -> Iterator[Outcome]:
    """Pairs of copies, those missed and those invented; then relation and direction of each derivation."""
    key_of = {row.id: key for key, row in sample.sources.items()}
    gold = {frozenset((a, b)) for f in sample.gold["family"] for a in f["members"] for b in f["members"] if a < b}
    got = {
        frozenset((key_of[a], key_of[b])) for f in sample.dossier.copies for a in f.members for b in f.members if a < b
    }
    for pair in sorted(gold | got, key=sorted):
        yield Outcome(
            "copy pair", " = ".join(sorted(pair)), pair in gold and pair in got, "found" if pair in got else ""
        )
    found = {
        (key_of.get(d.from_id, d.from_id), key_of.get(d.to_id, d.to_id)): d.relation
        for f in sample.dossier.copies
        for d in f.derivations
    }
    for family in sample.gold["family"]:
        for derivation in family["derivations"]:
            if derivation["relation"] == "follow-up":
                continue
            edge = (derivation["from"], derivation["to"])
            into = {relation for (_, to), relation in found.items() if to == edge[1]}
            yield Outcome("derivation", f"{edge} {derivation['relation']}", derivation["relation"] in into, str(into))


def events(sample: Sample) -> Iterator[Outcome]:
    """Each event's sources, and its day."""
    key_of = {row.id: key for key, row in sample.sources.items()}
    got: list[tuple[set[str], EventRow]] = [({key_of[s] for s in e.sources}, e) for e in sample.dossier.events]
    for entry in sample.gold["event"]:
        if entry.get("background"):
            continue
        members, event = max(got, key=lambda item: len(item[0] & set(entry["sources"])), default=(set(), None))
        yield Outcome("event sources", entry["key"], members == set(entry["sources"]), str(sorted(members)))
        when = event.when.edtf if event and event.when else None
        yield Outcome("event day", entry["key"], when == entry["when"], str(when))
    yield Outcome("story", "one story", len(sample.dossier.stories) == 1, str(len(sample.dossier.stories)))


def statements(sample: Sample) -> Iterator[Outcome]:
    """Each statement found where gold has it, and by whom; every statement outside the article is a fault."""
    rows = sample.dossier.statements
    for entry in sample.gold["statement"]:
        source, start, end = sample.place(entry)
        over = [r for r in rows if r.source == source and _holds(r, start, end)]
        label = f"{entry['source']}: {entry['text'][:90]} [{entry['speaker']}]"
        yield Outcome(f"statement {entry['kind']}", label, bool(over), "")
        if over:
            speakers = [r.speaker for r in over if r.speaker]
            right = any(sample.same_party(entry["speaker"], s.actor, s.name) for s in speakers)
            yield Outcome("speaker", label, right, ", ".join(s.name for s in speakers))
            if entry.get("repaired"):
                yield Outcome("repaired", label, any(r.repaired for r in over), "")


def _holds(row: StatementRow, start: int, end: int) -> bool:
    """Whether a statement is this one: it holds half of the words, and they are half of it or of one of its pieces."""
    pieces = [(max(0, min(end, s.end) - max(start, s.start)), s.end - s.start) for s in row.spans]
    shared, length = sum(piece[0] for piece in pieces), sum(piece[1] for piece in pieces)
    own = shared * 2 >= length or any(inside * 2 >= size for inside, size in pieces)
    return shared * 2 >= end - start and own


def figures(sample: Sample) -> Iterator[Outcome]:
    """Each figure with value, unit, period and voice; none from furniture."""
    units = {"%": "percent", "percentage points": "percentage-point", "$": "USD", "€": "EUR"}
    for entry in sample.gold["figure"]:
        source, start, end = sample.place(entry)
        over = [r for r in sample.dossier.figures if r.source == source and r.start < end and start < r.end]
        label = f"{entry['source']}: {entry['text']} = {entry['value']} {entry['unit']} ({entry['quantity']})"
        hit = [r for r in over if abs(abs(r.value) - abs(entry["value"])) <= 1e-6 * max(1, abs(entry["value"]))]
        yield Outcome("figure value", label, bool(hit), ", ".join(f"{r.text}={r.value}" for r in over))
        if not hit:
            continue
        wanted = units.get(entry["unit"])
        yield Outcome("figure unit", label, wanted is None or hit[0].unit == wanted, hit[0].unit)
        if "period" in entry:
            yield Outcome(
                "figure period", label, hit[0].period == entry["period"], f"{entry['period']} {hit[0].period}"
            )
        if "attributed_to" in entry:
            right = sample.same_party(entry["attributed_to"], hit[0].attributed_to, "")
            yield Outcome("figure voice", f"{label} {entry['attributed_to']}", right, str(hit[0].attributed_to))
    for entry in sample.gold["furniture_figure"]:
        source, start, end = sample.place(entry)
        over = [r for r in sample.dossier.figures if r.source == source and r.start < end and start < r.end]
        yield Outcome("furniture figure", f"{entry['source']}: {entry['text']}", not over, str(len(over)))


def quantities(sample: Sample) -> Iterator[Outcome]:
    """Pairs of figures of one quantity found together, pairs wrongly joined, and the agreement of each quantity."""
    placed: dict[str, list[str]] = {}
    for entry in sample.gold["figure"]:
        source, start, end = sample.place(entry)
        over = [r for r in sample.dossier.figures if r.source == source and r.start < end and start < r.end]
        if over:
            placed.setdefault(entry["quantity"], []).append(over[0].quantity or "")
    agreement = {q.id: q.agreement for q in sample.dossier.quantities}
    for entry in sample.gold["quantity"]:
        got = placed.get(entry["key"], [])
        if len(got) < 2:
            continue
        main = max(sorted(set(got)), key=got.count)
        yield Outcome("quantity whole", entry["key"], len(set(got)) == 1, f"{len(got)} in {len(set(got))}")
        pure = not any(main in other for key, other in placed.items() if key != entry["key"])
        yield Outcome("quantity pure", entry["key"], pure, "")
        if "agreement" in entry:
            wanted = {entry["agreement"], *entry.get("also", ())}
            yield Outcome(
                "agreement", f"{entry['key']}: {wanted}", agreement.get(main) in wanted, str(agreement.get(main))
            )


def claims(sample: Sample) -> Iterator[Outcome]:
    """The three counts and the verdict of each claim."""
    key_of = {row.id: key for key, row in sample.sources.items()}
    for entry in sample.gold["claim"]:
        claim = _claim_at(sample, entry)
        if claim is None:
            yield Outcome("claim", entry["key"], False, "not found")
            continue
        support = claim.support
        pages = {key_of[page] for page in support.pages}
        missing, extra = sorted(set(entry["pages"]) - pages), sorted(pages - set(entry["pages"]))
        names = [sample.actors[v].name if v in sample.actors else v for v in support.voices]
        yield Outcome("claim pages", entry["key"], not missing and not extra, f"-{missing} +{extra}")
        yield Outcome(
            "claim reports",
            entry["key"],
            len(support.reports) == entry["reports"],
            f"{entry['reports']} got {len(support.reports)}",
        )
        right = len(names) == len(entry["voices"]) and all(
            any(sample.same_party(v, i, n) for i, n in zip(support.voices, names, strict=True)) for v in entry["voices"]
        )
        yield Outcome("claim voices", entry["key"], right, f"{entry['voices']} got {names}")
        yield Outcome(
            "claim verdict",
            entry["key"],
            support.verdict == entry["verdict"],
            f"{entry['verdict']} got {support.verdict}",
        )


def _claim_at(sample: Sample, entry: dict[str, Any]) -> ClaimRow | None:
    """The claim of this kind with a member at the anchor; the largest where several have one."""
    source, start, end = sample.place(entry["anchor"])
    dossier = sample.dossier
    rows: tuple[StatementRow | FigureRow | ActionRow, ...] = (*dossier.statements, *dossier.figures, *dossier.actions)
    there = {r.id for r in rows if r.source == source and r.start < end and start < r.end}
    found = [
        c
        for c in dossier.claims
        if c.kind == entry["kind"] and (there - told_elsewhere(c, start, end)) & set(c.members)
    ]
    return max(found, key=lambda c: (len(there & set(c.members)), len(c.members), c.id), default=None)


SECTIONS: tuple[Callable[[Sample], Iterator[Outcome]], ...] = (
    sources, passages, credits_, families, events, statements, figures, quantities, claims,
)  # fmt: skip


def load() -> Sample:
    """Build the sample pile's dossier and load its gold."""
    case = Case()
    case.add([str(FOLDER / "pile")])
    return Sample(case.dossier(), tomllib.loads((FOLDER / "gold.toml").read_text(encoding="utf-8")))


def outcomes(sample: Sample) -> dict[str, list[Outcome]]:
    """All outcomes by section."""
    found: dict[str, list[Outcome]] = {}
    for section in SECTIONS:
        for outcome in section(sample):
            found.setdefault(outcome.section, []).append(outcome)
    return found


def run() -> None:
    """Print the shares, and with --worst N up to N misses of each section."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worst", type=int, default=0, metavar="N")
    parser.add_argument("--only", default="", metavar="WORD", help="sections whose name holds this word")
    given = parser.parse_args()
    for section, rows in outcomes(load()).items():
        if given.only in section:
            print(f"{section:22} {sum(row.right for row in rows):4} of {len(rows):4}")
            for row in [row for row in rows if not row.right][: given.worst]:
                print(f"      {row.entry}\n          -> {row.got[:200]}")


if __name__ == "__main__":
    run()
