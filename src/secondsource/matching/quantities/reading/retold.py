"""Sentences that put a number otherwise: somebody raised an estimate; had reported another."""

from collections.abc import Sequence

from secondsource.language.figures import verb_last
from secondsource.language.subjects import Word, giving, had, moving

_MOVED_WITHIN, _GAVE_WITHIN = 4, 12
"""Words between a verb and the number that it moves; from an auxiliary to a participle that closes its clause."""


def moves_a_number(words: Sequence[Word], code: str) -> bool:
    """Whether a sentence says that somebody puts an estimate, a forecast or a count otherwise."""
    verbs_of_moving, moved, tails = moving(code)
    forms = [word for _, _, word in words]
    verbs = [at for at, word in enumerate(forms) if word in verbs_of_moving]
    if not verbs:
        return False
    nouns = [at for at, word in enumerate(forms) if word in moved or word.endswith(tails)]
    return any(abs(verb - noun) <= _MOVED_WITHIN for verb in verbs for noun in nouns)


def gave_before(words: Sequence[Word], code: str) -> bool:
    """Whether a sentence says in the pluperfect that somebody gave a number: had reported, hatte noch veranschlagt."""
    auxiliaries = had(code)
    forms = [word for _, _, word in words]
    known, within = giving(code), _GAVE_WITHIN if verb_last(code) else _MOVED_WITHIN - 1
    for at, word in enumerate(forms):
        if word in auxiliaries and any((verb,) in known.get(verb, ()) for verb in forms[at + 1 : at + 1 + within]):
            return True
    return False
