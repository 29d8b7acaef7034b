"""The whole job: articles a second from HTML to dossier, beside newspaper4k + spaCy + textacy on the same pages.

The figure is a ratio: our articles per second on one core over the peers' on one core, in one run. Nothing is fetched.
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.harness import Measured, Request, main
from secondsource.case import Case, Settings

PAGES = 60
PEER_PAGES = 12


def _seconds(job: Callable[[], None]) -> float:
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def _ours(folder: Path, settings: Settings) -> Callable[[], None]:
    def job() -> None:
        case = Case(settings)
        case.add([str(folder)])
        case.tell(folder.parent / "out", page=False)

    return job


def _theirs(pages: list[str]) -> Callable[[], None] | None:
    try:
        import newspaper  # noqa: PLC0415  peers are optional
        import spacy  # noqa: PLC0415
        from textacy.extract import triples  # noqa: PLC0415

        from bench.peers import english  # noqa: PLC0415
    except ImportError:
        return None
    parser = english(spacy)

    def job() -> None:
        for page in pages:
            article = newspaper.Article("https://example.org/", language="en", fetch_images=False)
            article.download(input_html=page)
            article.parse()
            parsed = parser(article.text)
            try:
                list(triples.direct_quotations(parsed))
            except ValueError:
                continue  # unpaired marks stop textacy; the page counts as done
            list(triples.subject_verb_object_triples(parsed))

    return job


def measure(request: Request) -> list[Measured]:
    """One ratio."""
    pages = [record["html"] for record in request.records()[:PAGES]]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "pages"
        folder.mkdir()
        for at, page in enumerate(pages):
            (folder / f"{at:04}.html").write_text(page, encoding="utf-8", errors="surrogatepass")
        settings = Settings(run=Settings().run.__class__(processes=1))
        _seconds(_ours(folder, settings))  # the first run loads tables and language data
        ours = len(pages) / _seconds(_ours(folder, settings))
    if (warm := _theirs(pages[:1])) is not None:
        _seconds(warm)
    theirs = _theirs(pages[:PEER_PAGES])
    peer = PEER_PAGES / _seconds(theirs) if theirs else None
    print(f"articles a second: ours {ours:.1f}" + (f", peers {peer:.1f}" if peer else ""))
    ratio = ours / peer if peer else 0.0
    name = "newspaper4k + spaCy md + textacy"
    command = "python -m bench.whole_job"
    metric = "whole job, ratio of articles/s"
    return [Measured("speed", request.gold_name, metric, "rules", ratio, 1.0 if peer else None, name, command)]


if __name__ == "__main__":
    main(measure, "reading/aeb")
