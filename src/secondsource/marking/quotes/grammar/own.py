"""Whom a source stands for in its own sentence: the subject of "The company, *by its own account*, sold …", "nach
eigenen Angaben", "The fund will sell, *it* said"; the one cited in “…,” the paper quoted *her* as saying."""

from msgspec import Struct

from secondsource.language.speech.lexicon import Kind, Lexicon
from secondsource.language.speech.table import Order, Tense

from .cue import Cue
from .inverted import subject_after
from .subjects import Range, subject_before
from .verb_second import finite_at, subject_of
from .words import Token, group_start, verbal

Tokens = tuple[Token, ...]

_CITED = 12
"""Words within which "as saying" stands behind a verb that cites."""


class OwnAccount(Struct, frozen=True, gc=False):
    """Token ranges of the phrase behind its cue, and of the subject that it means."""

    phrase: Range
    subject: Range


def own_account(tokens: Tokens, cue: Cue, source: Range | None, limit: int, lexicon: Lexicon) -> OwnAccount | None:
    """The clause's subject, where the words of a cue or its source say that it speaks of itself; else None."""
    first, last = (cue.start, cue.end) if source is None else (min(cue.start, source[0]), max(cue.end, source[1]))
    own = next((at for at in range(first, last) if tokens[at].lower in lexicon.sets["own_words"]), None)
    if own is None:
        return None
    end = next((at for at in range(own, last) if tokens[at].text == ","), last)
    subject = _subject(tokens, first, end, limit, lexicon)
    start = cue.end if source is None else source[0]
    return None if subject is None else OwnAccount((min(start, end), end), subject)


def _subject(tokens: Tokens, first: int, end: int, limit: int, lexicon: Lexicon) -> Range | None:
    """The subject of the clause around the phrase from token `first` to `end`."""
    if lexicon.speech.order is Order.V2:
        verb = finite_at(tokens, 0, first, lexicon) if first else None
        verb = finite_at(tokens, end, limit, lexicon) if verb is None else verb
        found = subject_of(tokens, verb, verb + 1, (0, limit), lexicon) if verb is not None else None
        return None if found is None else found[0]
    verbs = [at for at in range(limit) if not first <= at < end and verbal(tokens[at], lexicon)]
    subjects = (subject_before(tokens, at, 0, lexicon) for at in verbs)
    return next((subject for subject in subjects if subject is not None), None)


def own_body(tokens: Tokens, subject: Range, front: Range, lexicon: Lexicon) -> Range | None:
    """The body that is the subject of a clause in front of "it said": "*The fund* will vote against it, it said"; None
    where the clause is about a thing, which says nothing."""
    alone = subject[1] - subject[0] == 1 and tokens[subject[0]].lower in lexicon.sets["it"]
    if not alone or not lexicon.sets["bodies"] or tokens[front[0]].quote is not None:
        return None
    verb = next((at for at in range(front[0] + 1, front[1]) if verbal(tokens[at], lexicon)), None)
    found = subject_before(tokens, group_start(tokens, verb), front[0], lexicon) if verb is not None else None
    if found is None:
        return None
    end = next((at for at in range(*found) if not tokens[at].word or tokens[at].kind is Kind.PREPOSITION), found[1])
    return (found[0], end) if end > found[0] and tokens[end - 1].lower in lexicon.sets["bodies"] else None


def cited_behind(tokens: Tokens, cue: Cue, lexicon: Lexicon) -> Range | None:
    """Whom a verb behind the words it cites has as its object: “…,” the paper quoted *her* as saying."""
    if cue.form is None or cue.form.base not in lexicon.sets["citing"]:
        return None
    for at in range(cue.end + 1, min(len(tokens) - 1, cue.end + _CITED)):
        gerund = any(form.tense is Tense.GERUND for form in tokens[at + 1].forms)
        if gerund and tokens[at].lower in lexicon.sets["as_words"]:
            person = tokens[cue.end].lower in lexicon.sets["objects"]
            return (cue.end, cue.end + 1) if person else subject_after(tokens, cue.end, at, lexicon)
    return None
