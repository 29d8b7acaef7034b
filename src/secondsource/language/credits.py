"""How a tongue writes whose work a page is: bylines, wire lines, photo credits, translators, relayed sources."""

from functools import cache

import ahocorasick
from msgspec import Struct

from secondsource.text.normalise import fold

from .pack import languages, table

_TOP, _END, _CHARACTERS, _WORDS = 4, 3, 400, 14
"""Lines at the top and at the end of a page that may say what it is, the characters they stand in, and their words."""
_OF_A_VERSION = ("original", "version", "fassung", "of the ")


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
    desks: tuple[str, ...] = ()
    """Last words of the name of a desk that signs in an author's place: "Newsquay Desk"."""
    labels: tuple[str, ...] = ()
    """Words of buttons, sections and headings, of which no name is made: "Breaking", "Related"."""
    mastheads: tuple[str, ...] = ()
    """Words of mastheads beside the publication words of `agencies.toml`."""
    vague: tuple[str, ...] = ()
    """Publication words that as often end the name of a section or a company: "Cork News", "Cable Network"."""
    linking: tuple[str, ...] = ()
    """Words that join the parts of a publication's name, in small letters: "Gazette of the Isles"."""
    house: tuple[str, ...] = ()
    """What stands before the page's own publication in a line of its furniture: "posted on"."""
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
    shared: tuple[str, ...] = ()
    """Words that, in a line with a wire's name, say that the house had a hand in the text: "with staff"."""
    beside: tuple[str, ...] = ()
    """What opens a line, or brackets, with the houses whose matter a page also uses: "with Reuters"."""
    compiled: tuple[str, ...] = ()
    """What says that a text was put together from several: "compiled from"."""
    translated: tuple[str, ...] = ()
    """What stands before a translator's name."""
    version: tuple[str, ...] = ()
    """Phrases with `{}` for a language's adjective, which say that the text passed through that language."""
    origin: tuple[str, ...] = ()
    """Phrases with `{}` that say so where a line begins with them: "from the {}"."""
    press: tuple[str, ...] = ()
    """Kinds of publications, as they stand before a name: "the newspaper"."""
    adjectives: dict[str, tuple[str, ...]] = {}
    """ISO 639-1 code to the language's adjective or name, as used in `version`."""
    origins: dict[str, str] = {}
    """`origin` with each adjective filled in, to the language's code; made when the tables are joined."""
    origin_opens: tuple[str, ...] = ()
    """What each phrase of `origins` begins with: its first word. Most lines begin with none, and that is soon seen."""
    versions: dict[str, str] = {}
    """`version` with each adjective filled in, to the language's code; made when the tables are joined."""
    version_finder: object = None
    """One search (Aho-Corasick) for all of `versions`; None where there are none."""
    particles: tuple[str, ...] = ()
    """Articles that a name may carry, dropped to compare names: "the", "le"."""
    handout: tuple[str, ...] = ()
    """What says that something was handed out in writing: "press release", "in a statement"."""
    learnt: tuple[str, ...] = ()
    """The nouns of compounds that begin with a house and say that it has learnt something: Nordwire-Recherchen."""
    handout_ends: tuple[str, ...] = ()
    """How a line begins that stands below a press release: "press contact", "notes to editors"."""

    def origin_in(self, folded: str) -> tuple[str, int] | None:
        """The language (ISO 639-1) that a folded line says, in its first words, the text comes from, and how many
        characters say it. "From the French Alps" says nothing of the kind."""
        if not folded.startswith(self.origin_opens):
            return None
        for phrase, language in self.origins.items():
            if folded.startswith(phrase):
                rest = folded[len(phrase) :].lstrip()
                if not rest[:1].isalnum() or rest.startswith((*self.byline, *_OF_A_VERSION)):
                    return language, len(phrase)
        return None

    def release_lines(self, text: str) -> tuple[str, ...]:
        """The short lines at the top and at the end of a press release; none of any other text. One at its top begins
        with what it is, or one at its end with whom the press may ask."""
        top = [line for line in text[:_CHARACTERS].split("\n") if line.strip()][:_TOP]
        end = [line for line in text.rstrip()[-_CHARACTERS:].split("\n") if line.strip()][-_END:]
        told = any(
            fold(line).startswith(phrases) and len(line.split()) <= _WORDS
            for lines, phrases in ((top, self.handout), (end, self.handout_ends))
            for line in lines
        )
        return tuple(line for line in (*top, *end) if len(line.split()) <= _WORDS) if told else ()


@cache
def credits_of(code: str | None) -> Credits:
    """The table of a language joined with the English one; all languages together for None or an unknown one."""
    return _joined(code if code in languages() else None)


@cache
def _joined(code: str | None) -> Credits:
    codes = languages() if code is None else tuple(dict.fromkeys((code, "en")))
    tables = [found for each in codes if each is not None and (found := table(each, "credits", Credits)) is not None]
    joined: dict[str, tuple[str, ...]] = {}
    adjectives: dict[str, tuple[str, ...]] = {}
    for field in Credits.__struct_fields__:
        if field in ("adjectives", "origins", "origin_opens", "versions", "version_finder"):
            continue
        joined[field] = tuple(dict.fromkeys(phrase for each in tables for phrase in getattr(each, field)))
    for each in tables:
        for language, words in each.adjectives.items():
            adjectives[language] = tuple(dict.fromkeys((*adjectives.get(language, ()), *words)))
    versions, origins = (_filled(joined[field], adjectives) for field in ("version", "origin"))
    return Credits(
        **joined,
        adjectives=adjectives,
        origins=origins,
        origin_opens=tuple(sorted({phrase.split()[0] for phrase in origins})),
        versions=versions,
        version_finder=_finder(versions),
    )


def _finder(phrases: dict[str, str]) -> object:
    automaton = ahocorasick.Automaton()
    for phrase in phrases:
        automaton.add_word(phrase, phrase)
    automaton.make_automaton()
    return automaton if phrases else None


def _filled(phrases: tuple[str, ...], adjectives: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Each phrase with each adjective in it, the longest first, to the adjective's language."""
    found = {
        phrase.format(word): language
        for phrase in phrases
        for language, words in sorted(adjectives.items())
        for word in words
    }
    return dict(sorted(found.items(), key=lambda item: (-len(item[0]), item[0])))


def version_in(folded: str, table: Credits) -> tuple[str, int, int] | None:
    """The language (ISO 639-1) that a folded text says it passed through, and where it says so; of several the first,
    and of those that begin there the longest."""
    if table.version_finder is None:
        return None
    found = table.version_finder.iter(folded)  # type: ignore[attr-defined]  # untyped C type
    best = min(((last + 1 - len(phrase), -len(phrase), phrase) for last, phrase in found), default=None)
    return (table.versions[best[2]], best[0], best[0] + len(best[2])) if best is not None else None
