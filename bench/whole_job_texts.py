"""The whole job on plain texts: articles a second, and where the time goes, stage by stage.

    python -m bench.whole_job_texts [--size N] [--size N] [--peers]

The texts are those of the gold sets, shuffled; where they do not suffice, of an invented stream
(`bench.copies_streams`). All stages run on one core. Of a stage whose cost for each text grows with the pile two sizes
tell: `growth` is what a text costs in the last over what it costs in the first. `--peers` times spaCy + textacy on some
of the same texts; newspaper4k has no part in plain text.
"""

import argparse
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from bench.copies_streams import stream
from bench.harness import DATA, Request
from secondsource.engine.garbage import collection_paused
from secondsource.model.made import Made
from secondsource.model.pile import MarkedDocument, Marks, Pile
from secondsource.plan import MarkOne, ReadOne, built_in
from secondsource.reading.collect import collect
from secondsource.stage.contract import Matcher
from secondsource.stage.settings import Settings
from secondsource.telling import dossier_json
from secondsource.telling.assemble import assemble

GOLD = {
    "reading/stripped_text_dev": ("text",),
    "events/giveme5w1h": ("text",),
    "events/ecbplus_1_35": ("text",),
    "quotes/polnear_train": ("text",),
    "quotes/polnear_dev": ("text",),
    "quotes/german_wikinews_train": ("originalText",),
    "quotes/german_wikinews_dev": ("originalText",),
    "likeness/semeval22_training": ("text1", "text2"),
    "copies/wmt21": ("text",),
}
TONGUES = frozenset({"en", "de", "fr"})
VERSIONS = 4
"""Versions taken of one translated article, so that its copies do not rule the pile."""
PEER_TEXTS = 30

R = TypeVar("R")


def texts(size: int) -> list[str]:
    """So many texts, always the same ones."""
    found = sorted({text for text in _gold_texts() if text.strip()})
    random.Random(0).shuffle(found)
    lacking = size - len(found)
    return found[:size] + (stream(lacking)[0] if lacking > 0 else [])


def _gold_texts() -> Iterator[str]:
    versions: dict[str, int] = {}
    for name, fields in GOLD.items():
        path = DATA / f"{name}.jsonl.gz"
        for record in Request(path, 0).records() if path.is_file() else ():
            if name == "copies/wmt21":
                article = f"{record['docid']} {record['lang']}"
                versions[article] = versions.get(article, 0) + 1
                if record["lang"] not in TONGUES or versions[article] > VERSIONS:
                    continue
            yield from (str(record[field] or "") for field in fields)


class Clock:
    """Seconds of one core, stage by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def time(self, stage: str, work: Callable[[], R]) -> R:
        """The work's result; its seconds are added to the stage's."""
        start = time.process_time()
        result = work()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + time.process_time() - start
        return result


def _matched(matcher: Matcher, pile: Pile) -> Pile:
    return pile.plus(matcher.match(pile, ()))


def job(folder: Path, clock: Clock) -> None:
    """Everything that `secondsource build` does with a folder, on one core."""
    settings = Settings()
    plan = built_in(settings)
    raws, _ = clock.time("collect", lambda: collect([str(folder)], settings.reading))
    read = clock.time("read", lambda: [one for raw in raws if (one := ReadOne(settings)(raw).document) is not None])
    documents = clock.time("label", lambda: plan.labeller(read))
    marked = clock.time("mark", lambda: [MarkedDocument(one, Marks(MarkOne(settings)(one).marks)) for one in documents])
    pile = Pile(tuple(sorted(marked, key=lambda one: (one.document.source.name, one.id))))
    with collection_paused():
        for matcher in plan.matchers:
            pile = clock.time(f"match {matcher.name}", partial(_matched, matcher, pile))
        claims = clock.time("weigh", lambda: plan.weighers[0].weigh(pile))
        pile = pile.weighed(claims)
        dossier = clock.time("tell", lambda: assemble(pile, Made("bench", settings.run.grade, {}, {})))
        clock.time("write", lambda: dossier_json.write(dossier, folder.parent / "out"))


def measured(size: int) -> dict[str, float]:
    """Seconds of each stage on so many texts."""
    clock = Clock()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "pile"
        folder.mkdir()
        for at, text in enumerate(texts(size)):
            (folder / f"{at:06}.txt").write_text(text, encoding="utf-8", errors="surrogatepass")
        job(folder, clock)
    return clock.seconds


def peers(size: int) -> float | None:
    """Texts a second of spaCy's middle model with textacy's quotations and triples."""
    try:
        import spacy  # noqa: PLC0415  peers are optional
        from textacy.extract import triples  # noqa: PLC0415

        from bench.peers import english  # noqa: PLC0415
    except ImportError:
        return None
    parser = english(spacy)
    start = time.process_time()
    for text in texts(size)[:PEER_TEXTS]:
        parsed = parser(text)
        try:
            list(triples.direct_quotations(parsed))
        except ValueError:
            continue  # unpaired marks stop textacy; the text counts as done
        list(triples.subject_verb_object_triples(parsed))
    return PEER_TEXTS / (time.process_time() - start)


def run() -> None:
    """Print a table of milliseconds a text, a column for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, action="append", help="texts (1000)")
    parser.add_argument("--peers", action="store_true", help="time the peers as well")
    given = parser.parse_args()
    sizes = given.size or [1_000]
    measured(40)  # the first run loads tables and language data
    columns = [measured(size) for size in sizes]
    print(f"{'ms a text':20}" + "".join(f"{size:>10}" for size in sizes) + f"{'growth':>10}")
    for stage in columns[0]:
        each = [column[stage] * 1e3 / size for column, size in zip(columns, sizes, strict=True)]
        growth = each[-1] / each[0] if each[0] else 1.0
        print(f"{stage:20}" + "".join(f"{cost:10.2f}" for cost in each) + f"{growth:10.2f}")
    totals = [sum(column.values()) for column in columns]
    print(f"{'all':20}" + "".join(f"{all_ * 1e3 / size:10.2f}" for all_, size in zip(totals, sizes, strict=True)))
    print(f"{'texts a second':20}" + "".join(f"{size / all_:10.1f}" for all_, size in zip(totals, sizes, strict=True)))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e9 if sys.platform == "darwin" else 1e6)
    print(f"most memory {most:.1f} GB")
    if given.peers and (speed := peers(sizes[-1])) is not None:
        print(f"spaCy md + textacy, texts a second {speed:.1f}; ratio {sizes[-1] / totals[-1] / speed:.1f}")


if __name__ == "__main__":
    run()
