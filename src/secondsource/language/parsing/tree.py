"""A sentence as a tree of words: which word depends on which, and how."""

from collections.abc import Iterator

from msgspec import Struct


class Word(Struct, frozen=True, gc=False):
    """One word or mark, with its place in the document."""

    start: int
    end: int
    lower: str
    tag: str
    """Its part of speech, in the Penn Treebank's tags: VBD is a verb in the past."""
    relation: str
    """How it depends on its head, by ClearNLP's names: nsubj, dobj, ccomp. The root has `ROOT`."""
    head: int
    """Number of the word it depends on; its own where it is the root."""


class Tree(Struct, frozen=True):
    """The words of a sentence, each with what depends on it."""

    words: tuple[Word, ...]
    below: tuple[tuple[int, ...], ...]
    """For each word the numbers of those that depend on it, in order."""

    def children(self, at: int, *relations: str) -> list[int]:
        """The words that depend on a word in one of these ways, in order."""
        return [child for child in self.below[at] if self.words[child].relation in relations]

    def subtree(self, at: int) -> list[int]:
        """The word and everything below it, in order."""
        found = [at]
        for one in found:
            found.extend(self.below[one])
        return sorted(found)

    def above(self, at: int) -> Iterator[int]:
        """The heads of a word, the nearest first."""
        while self.words[at].head != at:
            at = self.words[at].head
            yield at

    def within(self, start: int, end: int) -> list[int]:
        """The words that begin between two characters, in order."""
        return [number for number, word in enumerate(self.words) if start <= word.start < end]


def grown(words: tuple[Word, ...]) -> Tree:
    """The words with what depends on each."""
    below: list[list[int]] = [[] for _ in words]
    for number, word in enumerate(words):
        if word.head != number:
            below[word.head].append(number)
    return Tree(words, tuple(tuple(children) for children in below))
