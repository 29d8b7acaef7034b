"""The JSON Schema of `dossier.json`, from the types of its rows."""

import json
from inspect import cleandoc
from pathlib import Path
from typing import Any

import msgspec

from .dossier import Dossier


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of `dossier.json`."""
    # Through JSON, so that an empty tuple as a default is the empty list that a reader sees.
    made = msgspec.json.decode(msgspec.json.encode(msgspec.json.schema(Dossier)))
    for row in made["$defs"].values():  # older Pythons keep the indents of a docstring
        row["description"] = cleandoc(row["description"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "secondsource dossier", **made}


if __name__ == "__main__":
    Path("docs/dossier.schema.json").write_text(json.dumps(schema(), indent=1) + "\n", encoding="utf-8")
