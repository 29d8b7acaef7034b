"""Microsoft's recognizers (recognizers-text-suite, MIT) as a peer. They ask for a name that later releases of `emoji`
dropped; it is given back before they are imported."""

from importlib import import_module
from typing import Any


def load(module: str) -> Any:
    """One of their modules, such as `recognizers_number`. ImportError where they are not installed."""
    emoji = import_module("emoji")
    if not hasattr(emoji, "UNICODE_EMOJI"):
        emoji.UNICODE_EMOJI = {"en": emoji.EMOJI_DATA}  # type: ignore[attr-defined]
    return import_module(module)
