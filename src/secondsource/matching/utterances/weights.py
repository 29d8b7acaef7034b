"""How much each word of a statement says."""

from collections import Counter
from collections.abc import Iterable
from math import log

from msgspec import Struct

from .said import Said
from .terms import Clause, Term

_RARE = 3
"""Words in fewer statements than this all weigh alike: a translator's choice of word is no evidence of another
remark."""
_UNKNOWN = 0.5
"""What a word counts whose meaning no table knows, where another language can show it in no other way."""
_EMPTY = 0.4
"""What a function word counts."""


class Weighed(Struct, frozen=True):
    """A clause with what its words weigh, in the order of its terms and amounts."""

    clause: Clause
    terms: tuple[float, ...]
    amounts: tuple[float, ...]
    mass: float


class Bag(Struct, frozen=True):
    """A statement's words with what they weigh, in no order of clauses: enough for a first look."""

    words: tuple[tuple[frozenset[str], int], ...]
    """The keys and the weight of each."""
    keys: frozenset[str]
    """The keys of all."""
    mass: int


class Weights(Struct, frozen=True):
    """Rare words say much, those of the whole story little (inverse document frequency, K. Spärck Jones 1972, over the
    statements of the pile)."""

    table: dict[str, int]
    """In thousandths: whole numbers add up to the same in any order."""
    rarest: int
    made: dict[tuple[str, bool], tuple[Weighed, ...]]
    """Statements weighed before."""

    def of(self, key: str) -> int:
        """The weight of a key."""
        return self.table.get(key, self.rarest)

    def words(self, one: Said) -> Bag:
        """The words of a statement at a first look, each of which weighs what its commonest key does."""
        of = self.of
        words = tuple([(keys, min([of(key) for key in keys])) for keys in one.look.words])
        return Bag(words, one.look.stems | one.look.senses, sum([weight for _, weight in words]))

    def clauses(self, one: Said, *, crossed: bool) -> tuple[Weighed, ...]:
        """The clauses of a statement; `crossed` for comparing it with one in another language."""
        found = self.made.get((one.id, crossed))
        if found is None:
            found = tuple(self._weighed(clause, crossed=crossed) for clause in one.clauses)
            self.made[(one.id, crossed)] = found
        return found

    def _weighed(self, clause: Clause, *, crossed: bool) -> Weighed:
        terms = tuple(self._of_term(term, crossed=crossed) for term in clause.terms)
        amounts = tuple(self.of(amount.key) for amount in clause.amounts)
        return Weighed(clause, terms, amounts, sum(terms) + sum(amounts))

    def _of_term(self, term: Term, *, crossed: bool) -> float:
        """A term weighs what its commonest key does; a function word little, across languages nothing."""
        weight = min(self.of(key) for key in term.keys)
        if term.empty:
            return 0.0 if crossed else weight * _EMPTY
        return weight if term.known or not crossed else weight * _UNKNOWN


def weights(all_said: Iterable[Said]) -> Weights:
    """The weights of all keys in these statements."""
    counts: Counter[str] = Counter()
    total = 0
    for one in all_said:
        counts.update(one.look.stems)
        counts.update(one.look.senses)
        total += 1
    by_count = {seen: round(1000 * log(1 + total / max(seen, _RARE))) for seen in set(counts.values())}
    return Weights({key: by_count[seen] for key, seen in counts.items()}, round(1000 * log(1 + total / _RARE)), {})
