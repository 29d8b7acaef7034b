"""From a comparison to a verdict: one remark, a repeat of it on another occasion, a changed version, or nothing."""

from enum import StrEnum

from msgspec import Struct

from .compare import Comparison
from .material.changes import speaks_against
from .occasion import near, one_occasion, told_apart
from .terms import Term

_SAME = 0.6
"""Share of the shorter statement that must be found again."""
_SURELY = 0.4
"""Where less is found again, a "not", a number or a contrary anywhere in what both tell speaks against them."""
_SAME_IN_COPY = 0.5
"""The same between two texts of a copy family, for statements that are each other's likest there: the texts as wholes
already say that they are one report."""
_OF_USUAL = 0.4
"""Where they stand beside each other, this share of how alike these two copies mostly are is enough."""
_LEAST_IN_COPY = 0.2
_LEAST_IN_COPY_UNKNOWN = 0.35
"""The same in one language where a speaker is not known: copies that put hardly anything alike tell other things."""
_SAME_IN_SOURCE = 0.75
"""The same inside one source, which seldom tells a remark twice."""
_SHORT = 0.15
"""What a statement of few words must have more."""
_SHORT_IN_COPY = 0.08
_BESIDE_LIKEST = 0.8
"""The same between two texts of a copy family, where another statement is liker."""
_STRANGERS = 0.8
"""The same where the speakers are known to be two."""
_LANGUAGES = 0.4
"""Share that two statements in different languages must have in common."""
_LANGUAGES_IN_COPY = 0.3
_UNKNOWN = 0.7
"""The same where one speaker is not named, in two reports of one occasion."""
_TELLING = 0.65
"""How rare, beside the rarest, one of the common words must be there: what all tell of the matter tells nothing."""
_NEARLY_ALL = 0.75
_LEAST_BESIDE = 0.4
_WORD_FOR_WORD = 0.9
"""From here on, with six words in a row, two pages quote one telling, even if only one of them names a medium."""
_LEAST_STRANGERS = 6
_LEAST_SHARED = 2
_MANY_SHARED = 5
"""So many common words are enough for a repeat in another language, whatever the lengths."""
_AGAIN = 0.5
"""Share and length, the shorter beside the longer, that a repeat of few words in another language needs."""
_AGAIN_SHARED = 3


_FRAGMENT = 2
"""Words and numbers of a statement that may be a piece of another sentence."""
_FRAGMENT_BESIDE = 3
"""How many times as many the other has."""
_AS_LONG = 0.5
"""How long the shorter of two statements must be beside the longer, where their place alone says that they are one."""
_LEAST_IN_GAP_LANGUAGES = 0.15
"""What two of two languages must have in common there: a page that changes a remark puts it in its place too."""
_LEAST_IN_GAP = 0.3
"""What two of one language must have in common there."""

_LEAST_LEFT = 0.5
"""What two of a speaker's statements must have in common that are the likest left in their two reports."""
_LEAST_LEFT_LANGUAGES = 0.25
"""The same in two languages."""
_FEWEST_LEFT = 4
"""Words that what is left in one language must have."""
_LEAST_BESIDE_ANOTHER = 0.2
"""What two of a speaker's statements must have in common that stand beside one remark in their two reports."""
_TELLS_NOTHING = frozenset(("not", "all", "every", "everybody", "everyone", "nobody", "nothing", "never", "always"))
"""Meanings that any two remarks may share."""
_APART_IN_COPY = 0.3
"""How far apart in two copies, in shares of their statements, what is left may stand."""


class Relation(StrEnum):
    """How two statements stand to each other."""

    SAME = "same"
    REPEATS = "repeats"
    CHANGED = "changed"
    OTHER_SPEAKER = "other speaker"


class Speakers(StrEnum):
    """How the speakers of two statements stand to each other."""

    SAME = "same"
    UNKNOWN = "unknown"
    """One of them is nowhere named: it may be the other."""
    OTHER = "other"


class Standing(Struct, frozen=True):
    """How a pair stands among all others."""

    likest: bool
    """Each is the one most like the other in the other's source."""
    usual: float | None
    """Where they stand beside each other in two copies: how alike these copies mostly put what they say."""

    @property
    def aligned(self) -> bool:
        """Whether they stand beside each other in two copies."""
        return self.usual is not None


def decide(pair: Comparison, standing: Standing) -> Relation | None:
    """The relation of two statements; None where they are different remarks."""
    left, right = pair.left, pair.right
    if pair.shared < _least_shared(pair, standing) or not _alike(pair, standing) or _is_fragment(pair):
        return None
    if pair.changed:
        return Relation.CHANGED
    if pair.coverage < _SURELY and speaks_against(left, right, pair.beside):
        return None
    if speakers(pair) is Speakers.OTHER and not _one_family(pair):
        return Relation.OTHER_SPEAKER
    apart = told_apart(left, right, word_for_word=pair.run and pair.coverage >= _WORD_FOR_WORD)
    if one_occasion(left, right) and not apart:
        return Relation.SAME
    return Relation.REPEATS if _told_again(pair) else None


def _is_fragment(pair: Comparison) -> bool:
    """Whether the shorter is a word or two that nobody quotes, beside a statement of many: "to talk" is in any."""
    left, right = pair.left, pair.right
    return not left.direct and left.terms <= _FRAGMENT and right.terms > _FRAGMENT_BESIDE * left.terms


def _told_again(pair: Comparison) -> bool:
    """Whether what is alike is enough for a remark of another occasion. In two languages two words of a short one are
    not: an authority that names owners today and detained ferries last month says two things. Nor is what two reports
    put in their own words, without an amount in common: an army that says today and last month where a missile rose
    tells of two missiles."""
    if not (pair.left.direct or pair.right.direct or pair.one_amount):
        return False
    if not pair.crossed or pair.shared >= _MANY_SHARED or pair.coverage >= _NEARLY_ALL:
        return True
    as_long = pair.left.terms >= _AGAIN * pair.right.terms
    return pair.shared >= _AGAIN_SHARED and pair.coverage >= _AGAIN and as_long


def fills_gap(pair: Comparison) -> bool:
    """Whether two statements that stand alone between the same two remarks of two copies are one: no speaker, length,
    negation, number or party speaks against it."""
    left, right = pair.left, pair.right
    as_long = left.look.length >= _AS_LONG * right.look.length and right.look.length >= _AS_LONG * left.look.length
    as_negative = bool(left.negations) == bool(right.negations)
    told = pair.coverage >= (_LEAST_IN_GAP_LANGUAGES if pair.crossed else _LEAST_IN_GAP)
    apart = speakers(pair) is Speakers.OTHER or (not pair.crossed and _named_apart(pair))
    alike = not apart and left.direct == right.direct
    against = pair.changed or speaks_against(left, right, pair.beside)
    return alike and as_long and as_negative and told and not against and one_occasion(left, right)


def may_be_left(pair: Comparison) -> bool:
    """Whether two statements of one speaker on one occasion may be one remark though they share few words: nothing
    says that they are two."""
    left, right = pair.left, pair.right
    least = _LEAST_LEFT_LANGUAGES if pair.crossed else _LEAST_LEFT
    if pair.coverage < least or pair.changed or speaks_against(left, right, pair.beside):
        return False
    if not pair.crossed and (left.terms < _FEWEST_LEFT or left.terms < _AS_LONG * right.terms):
        return False  # a fragment is found in whatever goes on about the matter
    if pair.telling < _TELLING:
        return False
    if _one_family(pair) and abs(left.order - right.order) > _APART_IN_COPY:
        return False
    return one_occasion(left, right) and not told_apart(left, right, word_for_word=False)


def may_stand_beside(pair: Comparison) -> bool:
    """Whether two statements of one speaker on one occasion may be one remark, if they stand beside one that both
    reports tell: they share a word that says something, and nothing speaks against it."""
    left, right = pair.left, pair.right
    if pair.coverage < _LEAST_BESIDE_ANOTHER or pair.changed or speaks_against(left, right, pair.beside):
        return False
    if not any(
        _tells(term) and not term.keys.isdisjoint(right.keys) for clause in left.clauses for term in clause.terms
    ):
        return False
    return one_occasion(left, right) and not told_apart(left, right, word_for_word=False)


def _tells(term: Term) -> bool:
    """Whether a word says more than how much of something there is: not "nobody", "every"."""
    return _TELLS_NOTHING.isdisjoint(word for key in term.keys for word in key.split(" "))


def is_alike_inside(pair: Comparison) -> bool:
    """Whether two statements of one source say the same, however short: a headline, and the quote below it."""
    return pair.coverage >= _SAME and pair.shared >= _LEAST_SHARED and not pair.changed


def is_changed(pair: Comparison) -> bool:
    """Whether two statements are alike, but for something material."""
    return pair.coverage >= _SAME_IN_COPY and pair.shared >= _LEAST_SHARED and bool(pair.changed)


def _least_shared(pair: Comparison, standing: Standing) -> int:
    """How many words must be common: in copies that stand side by side one is enough where the same party says both, or
    in two languages where it is nearly all."""
    if standing.aligned:
        known = speakers(pair)
        if known is Speakers.SAME and standing.likest and pair.coverage >= _LEAST_BESIDE:
            return 1
        if known is not Speakers.OTHER and pair.coverage >= _NEARLY_ALL and pair.crossed:
            return 1
    return _LEAST_SHARED


def speakers(pair: Comparison) -> Speakers:
    """How the speakers of the two stand to each other."""
    left, right = pair.left, pair.right
    if left.speaker is not None and left.speaker == right.speaker:
        return Speakers.SAME
    return Speakers.OTHER if left.certain and right.certain else Speakers.UNKNOWN


def _named_apart(pair: Comparison) -> bool:
    """Whether the pages name two speakers, though one of them may have misread who "he" is."""
    left, right = pair.left, pair.right
    return left.sure and right.sure and left.speaker != right.speaker


def _one_family(pair: Comparison) -> bool:
    return pair.left.family is not None and pair.left.family == pair.right.family


def _alike(pair: Comparison, standing: Standing) -> bool:
    left, right = pair.left, pair.right
    known = speakers(pair)
    if left.source == right.source:
        many = left.terms >= _LEAST_STRANGERS
        return known is Speakers.SAME and pair.coverage >= _SAME_IN_SOURCE and many
    if left.language != right.language:
        return _alike_languages(pair, standing)
    short = left.terms < _LEAST_STRANGERS
    if pair.run and known is not Speakers.OTHER and near(left, right):
        return True
    if _one_family(pair) and (standing.likest or standing.aligned):
        floor = _LEAST_IN_COPY if known is Speakers.SAME else _LEAST_IN_COPY_UNKNOWN
        least = _SAME_IN_COPY if _named_apart(pair) else _in_copy(standing, _SAME_IN_COPY, floor)
        least = _SAME if known is Speakers.OTHER else least
        return pair.coverage >= least + (_SHORT_IN_COPY if short else 0.0)
    if known is Speakers.SAME:
        least = _BESIDE_LIKEST if _one_family(pair) else _SAME
        more = 0.0 if standing.likest and one_occasion(left, right) else _SHORT
        return pair.coverage >= least + (more if short else 0.0)
    if known is Speakers.UNKNOWN and near(left, right):
        if short and not (left.direct or right.direct):
            return False  # what anybody may tell of the matter in a few words is nobody's remark
        alike = pair.coverage >= _UNKNOWN + (_SHORT if short else 0.0) and standing.likest
        return alike and pair.telling >= _TELLING
    return pair.coverage >= _STRANGERS and left.terms >= _LEAST_STRANGERS


def _in_copy(standing: Standing, most: float, least: float) -> float:
    if standing.usual is None:
        return most
    return min(most, max(least, _OF_USUAL * standing.usual))


def _alike_languages(pair: Comparison, standing: Standing) -> bool:
    if not standing.likest and not standing.aligned:
        return False
    known = speakers(pair)
    if _one_family(pair):
        sure = known is Speakers.SAME or standing.aligned or pair.coverage >= _LANGUAGES
        return pair.coverage >= _in_copy(standing, _LANGUAGES_IN_COPY, _LEAST_IN_COPY) and sure
    least = {Speakers.SAME: _LANGUAGES, Speakers.UNKNOWN: _SAME, Speakers.OTHER: _STRANGERS}[known]
    return pair.coverage >= least
