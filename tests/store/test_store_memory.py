"""The store: what is put twice is kept once, and the order of putting never shows."""

from bench.documents import document
from secondsource.model.judgement import Judgement, Verdict
from secondsource.model.problem import Problem
from secondsource.store.memory import MemoryStore

ONE, TWO = document("one", "A first text.", "en"), document("two", "A second text.", "en")
EMPTY = Problem("three", "empty-source", "three: nothing is in it")
LATER = Problem("one", "no-sentence", "one: no sentence", 4, 9)


def test_the_order_of_putting_never_shows() -> None:
    there, back = MemoryStore(), MemoryStore()
    for each in (ONE, TWO):
        there.put_document(each)
    for each in (TWO, ONE, TWO):
        back.put_document(each)
    for problem in (EMPTY, LATER):
        there.put_problem(problem)
    for problem in (LATER, EMPTY, EMPTY):
        back.put_problem(problem)
    assert there.pile() == back.pile()
    assert [marked.id for marked in there.pile().documents] == ["one", "two"]
    assert there.pile().problems == (LATER, EMPTY)


def test_the_last_judgement_on_a_pair_holds_whichever_way_round() -> None:
    store = MemoryStore()
    store.put_judgement(Judgement("one", "two", Verdict.SAME))
    store.put_judgement(Judgement("two", "one", Verdict.DIFFERENT))
    assert [judgement.verdict for judgement in store.judgements()] == [Verdict.DIFFERENT]
