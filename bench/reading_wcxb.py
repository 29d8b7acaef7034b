"""Body text of web pages of many types: word F1 on the Web Content Extraction Benchmark's article pages; peer
trafilatura, with pages per second of both."""

from collections.abc import Sequence

from bench.harness import Measured, Request, main
from bench.reading_bodies import mean_word_f1, ours, print_worst, rows, run, trafilatura_body, word_f1


def measure(request: Request) -> Sequence[Measured]:
    """The figures of one gold file."""
    records = request.records()
    mine, peer = run((ours, trafilatura_body), records)
    assert mine is not None
    print_worst(request, records, mine, word_f1)
    golds = [record["body"] for record in records]
    scores = (mean_word_f1(golds, mine) or 0.0, mean_word_f1(golds, peer))
    return rows(request, "word F1, mean over pages", scores, (mine, peer), "python -m bench.reading_wcxb")


if __name__ == "__main__":
    main(measure, "reading/wcxb_dev_articles")
