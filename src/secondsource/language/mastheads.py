"""News agencies by the names they sign with: a table of public knowledge, `agencies.toml`."""

import tomllib
from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct


class Agency(Struct, frozen=True):
    """`name` is how this program calls it; `aliases` are other names and signs it uses."""

    name: str
    aliases: tuple[str, ...] = ()


class _Agencies(Struct, frozen=True):
    agency: tuple[Agency, ...]


@cache
def agencies() -> dict[str, str]:
    """Every name and sign, in folded form, to the agency's name. Signs of two letters only stand with their case (`AP`,
    `P.A.`)."""
    raw = files("secondsource.language").joinpath("agencies.toml").read_text(encoding="utf-8")
    found = msgspec.convert(tomllib.loads(raw), _Agencies)
    return {sign.casefold(): each.name for each in found.agency for sign in (each.name, *each.aliases)}


def agency_named(text: str) -> str | None:
    """The agency that `text` names and nothing else, or None."""
    bare = text.strip(" \t.,;:()[]–—-•*/|©").removeprefix("via ").removeprefix("Via ")
    name = agencies().get(bare.casefold())
    if name is None:
        name = agencies().get(text.strip(" \t,;:()[]–—-•*/|©").casefold())
    if (
        name is not None
        and len(bare) <= 3
        and not bare.isupper()
        and bare not in {"dpa", "afp", "ats", "apa", "epa", "sda"}
    ):
        return None
    return name
