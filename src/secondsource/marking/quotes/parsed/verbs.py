"""A cue as the tree shows it: its verb, whose deed it is, and which of the verb's dependents a word belongs to."""

from secondsource.language.parsing.tree import Tree
from secondsource.model.span import Span

HELPERS = ("aux", "auxpass")
SUBJECTS = ("nsubj", "csubj")
_DEEPEST = 5
"""Verbs over which a subject is shared at most: "he refused to try to say"."""
_MARKS = frozenset(",;:–—-.!?…()") | {"--", "..."}


def verb_of(tree: Tree, cue: Span) -> int | None:
    """The verb of a cue: the last word in it that is one and helps no other."""
    verbs = [at for at in tree.within(cue.start, cue.end) if is_verb(tree, at)]
    return verbs[-1] if verbs else None


def is_verb(tree: Tree, at: int) -> bool:
    """Whether a word is a verb that stands for a deed of its own."""
    word = tree.words[at]
    return word.tag.startswith("VB") and word.relation not in (*HELPERS, "amod", "compound")


def subject_of(tree: Tree, verb: int) -> tuple[int | None, bool]:
    """The word at the head of a verb's subject, and whether it is the verb's own, not shared with another verb."""
    at = verb
    for step in range(_DEEPEST):
        own = tree.children(at, *SUBJECTS)
        if own:
            return own[0], step == 0
        word = tree.words[at]
        if tree.children(at, "nsubjpass") or word.head == at:
            return None, False
        if word.relation == "xcomp" and (objects := tree.children(word.head, "dobj")):
            return objects[0], False
        if word.relation not in ("conj", "xcomp", "advcl") or _opened(tree, at):
            return None, False
        at = word.head
    return None, False


def _opened(tree: Tree, verb: int) -> bool:
    """Whether a clause without a subject begins with a conjunction, so that it may be anybody's: "while backing it"."""
    return tree.words[verb].relation == "advcl" and bool(tree.children(verb, "mark"))


def dependent(tree: Tree, at: int, verb: int) -> int | None:
    """The dependent of `verb` that a word is, or stands below; None where it is not below the verb."""
    for head in (at, *tree.above(at)):
        if tree.words[head].head == verb and head != verb:
            return head
    return None


def phrase(tree: Tree, head: int, end: int | None = None) -> Span:
    """The unbroken words around `head` that stand below it, without marks at their edges, up to word `end`."""
    words = tree.subtree(head)
    at = words.index(head)
    first = last = at
    while first > 0 and words[first - 1] == words[first] - 1:
        first -= 1
    while last + 1 < len(words) and words[last + 1] == words[last] + 1 and (end is None or words[last + 1] < end):
        last += 1
    while first < at and is_mark(tree, words[first]):
        first += 1
    while last > at and is_mark(tree, words[last]):
        last -= 1
    return Span(tree.words[words[first]].start, tree.words[words[last]].end)


def is_mark(tree: Tree, at: int) -> bool:
    """Whether a word is a mark that opens or ends no words said."""
    return tree.words[at].lower in _MARKS
