"""News pages of many publishers: word F1 of the body, exact headline, exact authors; peers trafilatura and newspaper4k,
with pages per second.

Publishers give a report several titles: the headline on the page, one for sharing, one in the data for searches. The
gold's is one of them, another one for each publisher, with nothing on the page that tells which. So the headline is
measured twice: the one title that `title_of` picks against the gold's, and whether the gold's is among all titles that
the record keeps, the headline as shown included. Both are exact: the whole text, where only white space, signs that do
not show, letter case and the typographic variants of quotation marks and dashes are made one. No likeness counts.
"""

import re
from collections.abc import Callable, Sequence

import msgspec

from bench.harness import Measured, Request, main
from bench.reading_bodies import Record, mean_word_f1, ours, print_worst, rows, run, trafilatura_body, word_f1

_COMMAND = "python -m bench.reading_fundus"
_SAME = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "\u00a0": " ", "\u00ad": "", "\u200b": ""}
)


def plain(text: str) -> str:
    """White space, case and typographic variants made one."""
    return re.sub(r"\s+", " ", text.translate(_SAME)).strip().casefold()


class Masthead(msgspec.Struct, frozen=True):
    """What a reader says of a page: its one title, all titles it keeps, the authors."""

    title: str
    titles: tuple[str, ...]
    authors: tuple[str, ...]


def ours_of(record: Record) -> Masthead:
    """What our reader keeps of the page."""
    from secondsource.model.passage import Role  # noqa: PLC0415
    from secondsource.model.source import Given  # noqa: PLC0415
    from secondsource.reading.html.page import read_page  # noqa: PLC0415
    from secondsource.reading.masthead import masthead_of  # noqa: PLC0415

    page = read_page(record["html"])
    found = masthead_of(page.layer.text, page.passages, page, Given())
    shown = [each.span.cut(page.layer.text) for each in page.passages if each.role is Role.HEADLINE]
    titles = (*shown[:1], found.title or "", *(title.value for title in found.titles))
    return Masthead(found.title or "", titles, found.authors)


def newspapers(record: Record) -> Masthead:
    """The peer's headline and authors."""
    import newspaper  # noqa: PLC0415

    article = newspaper.Article("https://example.org/", language="en", fetch_images=False)
    article.download(input_html=record["html"])
    article.parse()
    return Masthead(article.title or "", (article.title or "",), tuple(article.authors))


_METRICS = ("headline, exact", "headline among those kept, exact", "authors, exact")


def shares(records: Sequence[Record], reader: Callable[[Record], Masthead], worst: int) -> tuple[float, ...] | None:
    """The shares of pages with exactly the gold's headline, with it among the titles, and with exactly its authors in
    any order."""
    try:
        found = [reader(record) for record in records]
    except ModuleNotFoundError:
        return None
    right = [0, 0, 0]
    for record, said in zip(records, found, strict=True):
        gold = plain(record["title"] or "")
        gold_names = {plain(name) for name in record.get("authors") or ()}
        hits = (
            plain(said.title) == gold,
            gold in {plain(title) for title in said.titles},
            {plain(name) for name in said.authors} == gold_names,
        )
        right = [count + hit for count, hit in zip(right, hits, strict=True)]
        if worst and not hits[0]:
            kept = "kept" if hits[1] else "not kept"
            print(f"    headline {record['id']}: gold {record['title']!r} ({kept}), ours {said.title!r}")
        if worst and not hits[2]:
            print(f"    authors {record['id']}: gold {record.get('authors')}, ours {list(said.authors)}")
    return tuple(count / len(records) for count in right)


def measure(request: Request) -> Sequence[Measured]:
    """The figures of one gold file."""
    records = request.records()
    mine, peer = run((ours, trafilatura_body), records)
    assert mine is not None
    print_worst(request, records, mine, word_f1)
    golds = [record["body"] for record in records]
    scores = (mean_word_f1(golds, mine) or 0.0, mean_word_f1(golds, peer))
    found = rows(request, "word F1, mean over pages", scores, (mine, peer), _COMMAND)
    ours_too, peers_too = shares(records, ours_of, request.worst), shares(records, newspapers, 0)
    assert ours_too is not None
    for at, metric in enumerate(_METRICS):
        peers = peers_too[at] if peers_too else None
        name = "newspaper4k" if peers_too else None
        found.append(
            Measured("reading masthead", request.gold_name, metric, "rules", ours_too[at], peers, name, _COMMAND)
        )
    return found


if __name__ == "__main__":
    main(measure, "reading/fundus_de_us_uk")
