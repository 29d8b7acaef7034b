"""States that an attribute alone names, where something of theirs meets a deed: "rejected an Australian ultimatum"."""

import re
from functools import cache

from msgspec import Struct

from secondsource.language.deeds import Deeds
from secondsource.language.places import country_names, places
from secondsource.model.keys import content_id
from secondsource.model.mark import ActorKind, Mention, MentionForm
from secondsource.model.span import Span
from secondsource.text.pattern import either

from .find import Told

OF_ATTRIBUTES = frozenset({"REJECT", "ACCUSE", "COERCE", "ASSAULT", "SANCTION", "SUPPORT", "THREATEN", "RETREAT"})
"""Types that are done to a state where they are done to what is called after it; a meeting or a gift is not."""
_WORDS_BETWEEN = 4
_FAR = 60
"""Characters behind a deed within which its object opens."""
_WORD = re.compile(r"[^\W\d_][\w'’-]*|\S")


class Attribute(Struct, frozen=True):
    """A word of nationality and the ISO code of its state."""

    span: Span
    country: str


def attribute_behind(text: str, sentence: Span, told: Told, language: str, table: Deeds) -> Attribute | None:
    """The state that the object of a deed is called after; None where the deed has a target, where a preposition of
    place, a comma or another clause stands between, or where no noun follows."""
    if told.targets or told.passive or told.noun or not told.actors or told.code not in OF_ATTRIBUTES:
        return None
    match = _peoples(language).search(text, told.span.end, min(sentence.end, told.span.end + _FAR))
    if match is None or not _is_close(text[told.span.end : match.start()], table):
        return None
    if table.behind_objects and not _leads_noun(text[match.end() : sentence.end], table):
        return None
    return Attribute(Span(*match.span()), _countries(language)[match[0]])


def mention_of(attribute: Attribute, text: str, source: str, language: str) -> Mention:
    """The state as a party of its text."""
    span = attribute.span
    name = country_names(language).get(attribute.country, attribute.country.upper())
    kind, form = ActorKind.STATE, MentionForm.METONYM
    return Mention(
        id=content_id("mention", source, span.start, span.end, kind, form, name),
        source=source,
        start=span.start,
        end=span.end,
        text=span.cut(text),
        name=name,
        kind=kind,
        form=form,
        country=attribute.country,
    )


def _is_close(between: str, table: Deeds) -> bool:
    """Whether the words between a deed and an attribute lead to its object and to nothing else."""
    words = [word.lower() for word in _WORD.findall(between)]
    apart = table.clause_openers | table.questions | table.places | table.agents | table.origins | table.joiners
    return len(words) <= _WORDS_BETWEEN and all(word[0].isalpha() and word not in apart for word in words)


def _leads_noun(behind: str, table: Deeds) -> bool:
    """Whether a word in small letters that may be a noun follows."""
    word = _WORD.match(behind, 1) if behind[:1] == " " else None
    return word is not None and word[0].islower() and word[0] not in table.links | table.breaks | table.auxiliary_verbs


@cache
def _countries(language: str) -> dict[str, str]:
    """Every form of a word of nationality, as texts write it, and the state's code."""
    pack = places(language)
    found: dict[str, str] = {}
    for country, forms in sorted(pack.demonyms.items()) if pack else ():
        for form in forms:
            for ending in pack.endings if pack and form[0].islower() else ("",):
                found.setdefault(form + ending, country)
    return found


@cache
def _peoples(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{either(_countries(language))})(?![\w-])")
