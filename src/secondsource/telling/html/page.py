"""The page as a whole: views, template, and a policy that lets nothing run but the page's own script."""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from secondsource.errors import OutputError

from ..dossier import Dossier
from ..lede import lede, sort_claims, title
from ..lookup import Lookup
from ..wording import figures, language, listed
from .anchors import Anchors
from .claims import claim_sections
from .copies import families
from .deeds import deeds_view
from .figures import figure_table
from .quotes import speakers
from .sources import problems, sources
from .timeline import timeline

NAME = "index.html"


def write(dossier: Dossier, folder: Path) -> Path:
    """Write `folder/index.html`: one file, no network, the same bytes for the same dossier. Raises `OutputError` where
    that cannot be done."""
    path = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(render(dossier).encode("utf-8", "replace"))
    except OSError as error:
        raise OutputError(
            f"{path}: cannot be written: {error.strerror or error}", next_step="Name another folder with -o DIR."
        ) from error
    return path


def render(dossier: Dossier) -> str:
    """The page. Everything that comes from a source is escaped; style and script are named by their hashes."""
    lookup = Lookup(dossier)
    anchors = Anchors(lookup)
    found = sort_claims(lookup)
    style, script = _asset("page.css"), _asset("page.js")
    return _template().render(
        title=title(lookup),
        meta=_meta(lookup),
        policy=policy(style, script),
        style=Markup(style),
        script=Markup(script),
        lede=lede(lookup, found),
        timeline=timeline(lookup, anchors),
        claims=claim_sections(found, lookup, anchors),
        speakers=speakers(lookup, anchors),
        figures=figure_table(lookup, anchors),
        families=families(lookup, anchors),
        deeds=deeds_view(lookup, anchors),
        sources=sources(lookup, anchors),
        problems=problems(lookup, anchors),
        dossier=dossier,
    )


def policy(style: str, script: str) -> str:
    """The content security policy: nothing is loaded, and only this style and this script apply."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    """As CSP Level 3 wants it: the SHA-256 of the element's text, in base64."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _meta(lookup: Lookup) -> str:
    """The line above the title: `5 pages · English · rules grade`."""
    codes = [source.language for source in lookup.dossier.sources]
    ranked = sorted({code for code in codes if code}, key=lambda code: (-codes.count(code), code))
    parts = [figures(len(codes), "page"), listed([language(code) for code in ranked])]
    parts += [f"{lookup.dossier.made.grade} grade", f"secondsource {lookup.dossier.made.version}"]
    return " · ".join(part for part in parts if part)


def _asset(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("secondsource.telling.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["exact"] = exact
    return environment.get_template("page.html")


def exact(text: str) -> Markup:
    """Text escaped so that a browser keeps every character: carriage returns would become line feeds, and the parser
    drops NUL."""
    escaped = str(Markup.escape(text)).replace("\r", "&#13;").replace("\x00", "\ufffd")
    return Markup(escaped)
