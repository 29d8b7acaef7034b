"""Words that tell what occasion a report is about, and those that tell nothing, by language."""

from functools import cache

from msgspec import Struct

from .pack import languages, table


class Occasions(Struct, frozen=True):
    """One language's words for `matching.events`. All lower case."""

    function_words: tuple[str, ...] = ()
    """Closed-class words: articles, pronouns, prepositions, auxiliaries."""
    news_words: tuple[str, ...] = ()
    """Words that any report may have: reporting verbs, days of the week, units of time."""
    occasion_nouns: tuple[str, ...] = ()
    """What takes place somewhere: visit, summit, hearing."""
    place_prepositions: tuple[str, ...] = ()
    """Words between the occasion and its place: in, to, at."""
    place_fillers: tuple[str, ...] = ()
    """Words that may stand between the preposition and the name: the, its."""
    headline_labels: tuple[str, ...] = ()
    """Words of the label that sites write before the headlines of a series: latest, live, explainer."""


@cache
def empty_words(language: str | None) -> frozenset[str]:
    """The words of a language that say nothing about the happening; empty for a language without a table."""
    words = table(language, "occasions", Occasions) if language else None
    return frozenset((*words.function_words, *words.news_words)) if words else frozenset()


def occasions(language: str | None) -> Occasions:
    """The table of a language; an empty one where it has none."""
    return (table(language, "occasions", Occasions) if language else None) or Occasions()


@cache
def headline_labels(language: str | None) -> frozenset[str]:
    """The words of labels in a language; for one without a table, those of every language that has one."""
    if language in languages():
        return frozenset(occasions(language).headline_labels)
    return frozenset(word for code in languages() for word in occasions(code).headline_labels)
