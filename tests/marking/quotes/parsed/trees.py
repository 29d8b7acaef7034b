"""Trees written down by hand: a line for each word, `word/tag/relation/head`, so that no model is needed."""

from secondsource.language.parsing.tree import Tree, Word, grown


def tree(line: str) -> Tree:
    """The tree of a line of words parted by one space each; a head is the number of its word, from 0."""
    words: list[Word] = []
    at = 0
    for part in line.split():
        text, tag, relation, head = part.rsplit("/", 3)
        words.append(Word(at, at + len(text), text.lower(), tag, relation, int(head)))
        at += len(text) + 1
    return grown(tuple(words))


def text_of(line: str) -> str:
    """The words alone."""
    return " ".join(part.rsplit("/", 3)[0] for part in line.split())
