"""How a tongue writes whose work a page is: bylines, wire lines, photo credits, translators, relayed sources."""

from functools import cache

from msgspec import Struct

from .pack import languages, table


class Credits(Struct, frozen=True):
    """The table `credits.toml` of one language; all phrases folded (`text.normalise.fold`)."""

    byline: tuple[str, ...] = ()
    """A line that begins so goes on with the authors' names."""
    reporting: tuple[str, ...] = ()
    """Duties of a wire's closing line, followed by names: "reporting by"."""
    joins: tuple[str, ...] = ()
    """Words that join the names in a list: "and", "with"."""
    jobs: tuple[str, ...] = ()
    """Job titles, which are no names."""
    photo: tuple[str, ...] = ()
    """What a photo's credit begins with."""
    caption_opens: tuple[str, ...] = ()
    caption_holds: tuple[str, ...] = ()
    relay: tuple[str, ...] = ()
    """What stands before the name of the publication a text was taken from."""
    interview: tuple[str, ...] = ()
    """What stands, in a report, before the publication to which its subject spoke."""
    additional: tuple[str, ...] = ()
    """What joins a wire's name to the house's own work: "with additional editing by"."""
    translated: tuple[str, ...] = ()
    """What stands before a translator's name."""
    version: tuple[str, ...] = ()
    """Phrases with `{}` for a language's adjective, which say that the text passed through that language."""
    adjectives: dict[str, tuple[str, ...]] = {}
    """ISO 639-1 code to the language's adjective or name, as used in `version`."""
    particles: tuple[str, ...] = ()
    """Articles that a name may carry, dropped to compare names: "the", "le"."""


@cache
def credits_of(code: str | None) -> Credits:
    """The table of a language joined with the English one; all languages together for None or an unknown one."""
    known = languages()
    codes = tuple(dict.fromkeys((code, "en"))) if code in known else known
    tables = [found for each in codes if each is not None and (found := table(each, "credits", Credits)) is not None]
    joined: dict[str, tuple[str, ...]] = {}
    adjectives: dict[str, tuple[str, ...]] = {}
    for field in Credits.__struct_fields__:
        if field == "adjectives":
            continue
        joined[field] = tuple(dict.fromkeys(phrase for each in tables for phrase in getattr(each, field)))
    for each in tables:
        for language, words in each.adjectives.items():
            adjectives[language] = tuple(dict.fromkeys((*adjectives.get(language, ()), *words)))
    return Credits(**joined, adjectives=adjectives)
