"""News pages of many publishers: word F1 of the body, exact headline, exact authors; peers trafilatura and newspaper4k,
with pages per second."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from bench.harness import Measured, Request, main
from bench.reading_bodies import mean_word_f1, ours, print_worst, rows, run, trafilatura_body, word_f1

_COMMAND = "python -m bench.reading_fundus"
_SAME = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "\u00a0": " ", "\u00ad": ""}
)


def plain(text: str) -> str:
    """White space, case and typographic variants made one."""
    return re.sub(r"\s+", " ", text.translate(_SAME)).strip().casefold()


def masthead(record: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
    """The title that the page's data gives, as the gold has it, and our authors."""
    from secondsource.reading.html.page import read_page  # noqa: PLC0415
    from secondsource.reading.masthead import authors_of, title_of  # noqa: PLC0415

    page = read_page(record["html"])
    return title_of(page) or "", authors_of(page)


def newspaper_masthead(record: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
    """The peer's headline and authors."""
    import newspaper  # noqa: PLC0415

    article = newspaper.Article("https://example.org/", language="en", fetch_images=False)
    article.download(input_html=record["html"])
    article.parse()
    return article.title or "", tuple(article.authors)


def shares(
    records: Sequence[dict[str, Any]], reader: Callable[[dict[str, Any]], tuple[str, tuple[str, ...]]], worst: int
) -> tuple[float, float] | None:
    """The shares of pages with exactly the gold's headline, and with exactly its authors in any order."""
    try:
        found = [reader(record) for record in records]
    except ModuleNotFoundError:
        return None
    titles = authors = 0
    for record, (title, names) in zip(records, found, strict=True):
        title_right = plain(title) == plain(record["title"] or "")
        names_right = {plain(name) for name in names} == {plain(name) for name in record.get("authors") or ()}
        titles += title_right
        authors += names_right
        if worst and not title_right:
            print(f"    headline {record['id']}: gold {record['title']!r}, ours {title!r}")
        if worst and not names_right:
            print(f"    authors {record['id']}: gold {record.get('authors')}, ours {list(names)}")
    return titles / len(records), authors / len(records)


def measure(request: Request) -> Sequence[Measured]:
    """The figures of one gold file."""
    records = request.records()
    mine, peer = run((ours, trafilatura_body), records)
    assert mine is not None
    print_worst(request, records, mine, word_f1)
    golds = [record["body"] for record in records]
    scores = (mean_word_f1(golds, mine) or 0.0, mean_word_f1(golds, peer))
    found = rows(request, "word F1, mean over pages", scores, (mine, peer), _COMMAND)
    ours_too, peers_too = shares(records, masthead, request.worst), shares(records, newspaper_masthead, 0)
    for at, metric in enumerate(("headline, exact", "authors, exact")):
        found.append(
            Measured(
                "reading masthead",
                request.gold_name,
                metric,
                "rules",
                ours_too[at] if ours_too else 0.0,
                peers_too[at] if peers_too else None,
                "newspaper4k" if peers_too else None,
                _COMMAND,
            )
        )
    return found


if __name__ == "__main__":
    main(measure, "reading/fundus_de_us_uk")
