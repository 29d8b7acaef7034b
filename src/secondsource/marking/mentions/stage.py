"""The stage: one document in, its mentions out."""

from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from secondsource.model.document import Document
from secondsource.model.keys import content_id
from secondsource.model.mark import Mark, Mention, MentionForm
from secondsource.model.pile import Marks
from secondsource.model.span import Span
from secondsource.stage.contract import Marked

from .aliases import abbreviations, initials, with_full_names
from .antecedents import with_antecedents
from .cast import cast
from .chains import plural_pronouns, pronouns, quantified, relatives, with_holders
from .find import items
from .index import Index, index
from .introductions import holders, introduced, with_affiliations, with_descriptions, with_introductions
from .issuers import with_appositions, with_bodies, with_issuers, with_unions
from .parties import Sighting, of_items, of_phrases, of_runs
from .people import runs
from .titles import phrases
from .words import words


class MarkMentions(Struct, frozen=True):
    """Marks every party that the reported passages name."""

    name: str = "mentions"

    @property
    def needs(self) -> tuple[type[Mark], ...]:
        """Nothing."""
        return ()

    @property
    def gives(self) -> tuple[type[Mark], ...]:
        """Mentions."""
        return (Mention,)

    def mark(self, document: Document, marks: Marks) -> Marked:
        """The mentions of a document, in order of place; they never overlap."""
        language = document.language or "en"
        read = words(document)
        found = items(read, language)
        known = index(document.reported.text, read, found, language)
        if not read:
            return Marked()
        sightings = _sightings(known)
        return Marked(_mentions(sightings, known, document))


def _sightings(known: Index) -> list[Sighting]:
    found = list(known.starts.values())
    made = phrases(found, known)
    held = holders(made, found, known)
    capitalised = runs(found, held, known)
    people = cast(capitalised, known)
    used = {use.first for phrase in made for use in phrase.uses}
    sightings = [*of_phrases(made, held, known), *of_items(found, used, known)]
    sightings += of_runs(capitalised, people, used, known)
    short = abbreviations(made, found, known)
    apart = with_full_names(_numbered(_apart(sightings)), short, initials(made, short, known))
    resolved = with_antecedents(with_holders(apart, people, known), short, known)
    resolved = with_introductions(resolved, introduced(resolved, known))
    resolved = with_bodies(with_descriptions(with_affiliations(resolved, known), known), known)
    resolved = with_unions(with_issuers(with_appositions(resolved, known), known), known)
    carried = [*pronouns(resolved, known), *plural_pronouns(resolved, known), *relatives(resolved, known)]
    carried += quantified(resolved, known)
    return _apart([*resolved, *carried])


def _numbered(found: list[Sighting]) -> list[Sighting]:
    """Each unnamed person is a party of its own: its name says which of the document's unnamed people it is."""
    unnamed = [s.first for s in found if s.form is MentionForm.UNNAMED]
    number = {first: at + 1 for at, first in enumerate(unnamed)}
    return [
        replace(s, name=f"{s.name} (unnamed {number[s.first]})") if s.form is MentionForm.UNNAMED else s for s in found
    ]


def _apart(found: list[Sighting]) -> list[Sighting]:
    """Where two overlap, the longer stays."""
    kept: list[Sighting] = []
    longest_first = sorted(found, key=attrgetter("last"), reverse=True)
    for sighting in sorted(longest_first, key=attrgetter("first")):
        if kept and sighting.first < kept[-1].last:
            if sighting.last - sighting.first > kept[-1].last - kept[-1].first:
                kept[-1] = sighting
            continue
        kept.append(sighting)
    return kept


def _mentions(found: list[Sighting], known: Index, document: Document) -> tuple[Mention, ...]:
    made: list[Mention] = []
    words, origin, source = known.words, document.reported.origin, document.id
    for sighting in found:
        span = origin(Span(words.start[sighting.first], words.end(sighting.last - 1)))
        text = document.text[span.start : span.end]
        name = sighting.name
        made.append(
            Mention(
                id=content_id("mention", source, span.start, span.end, sighting.kind, sighting.form, name),
                source=source,
                start=span.start,
                end=span.end,
                text=text,
                name=name,
                kind=sighting.kind,
                form=sighting.form,
                office=sighting.office,
                office_of=sighting.office_of,
                country=sighting.country,
            )
        )
    return tuple(made)
