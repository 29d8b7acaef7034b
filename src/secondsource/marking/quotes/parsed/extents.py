"""How far the words reach that a cue reports: what the tree shows not to belong to them is cut off."""

from secondsource.language.parsing.tree import Tree
from secondsource.language.speech.lexicon import Lexicon
from secondsource.model.span import Span

from .verbs import SUBJECTS, dependent, is_mark, phrase

COMPLEMENTS = ("ccomp", "xcomp", "dobj", "oprd", "acomp", "attr", "dative")
_LINKS = ("cc", "punct", "mark")
_SUBORDINATE = frozenset({"while", "after", "before", "as", "when", "though", "although", "since", "because", "once"})
_BEHIND_CLAUSES = frozenset({"while", "though", "although"})
"""Words that begin what the writer adds even behind a whole clause."""


def trimmed(tree: Tree, verb: int, piece: Span, lexicon: Lexicon) -> Span:
    """Words behind a cue's verb, without what at their end belongs to the writer's own sentence."""
    words = tree.within(piece.start, piece.end)
    if not words or tree.words[words[0]].start < tree.words[verb].end:
        return piece
    clausal = bool(tree.children(verb, "ccomp"))
    if not any(_complements(tree, at, verb) for at in words[:4]):
        return piece
    last = len(words)
    for count in range(len(words), 0, -1):
        at = words[count - 1]
        if _writers(tree, at, verb, lexicon, clausal=clausal):
            last = count - 1
        elif not (is_mark(tree, at) or tree.words[at].relation in _LINKS):
            break
    while last > 1 and (is_mark(tree, words[last - 1]) or tree.words[words[last - 1]].relation == "cc"):
        last -= 1
    if last in (0, len(words)):
        return piece
    return Span(piece.start, tree.words[words[last - 1]].end)


def _complements(tree: Tree, at: int, verb: int) -> bool:
    below = dependent(tree, at, verb)
    return below is not None and tree.words[below].relation in (*COMPLEMENTS, "prep")


def _writers(tree: Tree, at: int, verb: int, lexicon: Lexicon, *, clausal: bool) -> bool:
    """Whether a word belongs to the writer's sentence, not to what the verb reports."""
    below = dependent(tree, at, verb)
    if below is None:
        return at != verb
    word = tree.words[below]
    if word.relation in ("conj", "cc"):
        return not (clausal and _tells_on(tree, verb, below))
    if word.relation == "advcl":
        return _added(tree, below, clausal=clausal)
    if clausal or word.relation in COMPLEMENTS:
        return False
    last = tree.words[tree.subtree(below)[-1]]
    return word.relation in ("npadvmod", "prep") and last.lower in lexicon.sets["weekdays"]


def _tells_on(tree: Tree, verb: int, joined: int) -> bool:
    """Whether a clause joined to the cue's may go on what is said: one with a subject of its own."""
    if tree.words[joined].relation == "cc":
        following = [one for one in tree.children(verb, "conj") if one > joined]
        return bool(following) and _tells_on(tree, verb, following[0])
    return bool(tree.children(joined, *SUBJECTS, "nsubjpass", "expl"))


def _added(tree: Tree, clause: int, *, clausal: bool) -> bool:
    """Whether an adverbial clause is what the writer adds: "…, calling him a fool", "… as he left"."""
    words = tree.subtree(clause)
    before = words[0] - 1
    if tree.words[clause].tag == "VBG" and not tree.children(clause, "mark"):
        return before >= 0 and tree.words[before].lower == ","
    if not tree.children(clause, *SUBJECTS, "nsubjpass", "expl"):
        return False  # "for praising peace while backing war"
    opening = tree.words[words[0]].lower
    return opening in (_BEHIND_CLAUSES if clausal else _SUBORDINATE)


def lengthened(tree: Tree, verb: int, piece: Span, others: list[Span]) -> Span:
    """Words behind a cue's verb up to the end of the clause that the tree hangs on it, unless one of the other cues
    stands in what would be added."""
    clauses = tree.children(verb, "ccomp", "xcomp")
    if not clauses or piece.start < tree.words[verb].end:
        return piece
    whole = phrase(tree, clauses[-1])
    first = tree.words[tree.subtree(clauses[-1])[0]]
    if not (first.start <= piece.start < whole.end) or whole.end <= piece.end:
        return piece
    added = Span(piece.end, whole.end)
    return piece if any(added.start <= other.start < added.end for other in others) else Span(piece.start, whole.end)


def behind_instead(tree: Tree, verb: int, piece: Span) -> Span | None:
    """The clause behind a verb, where the words in front that were taken for what it reports only say when or how:
    "After the vote, she said the hall was full"."""
    clauses = [at for at in tree.children(verb, "ccomp") if at > verb]
    words = tree.within(piece.start, piece.end)
    if not clauses or not words or piece.start > tree.words[verb].start:
        return None
    tops = {dependent(tree, at, verb) for at in words if not is_mark(tree, at)}
    relations = {tree.words[top].relation if top is not None else None for top in tops}
    if not relations <= {"prep", "advcl", "npadvmod", "advmod", "cc", "mark"}:
        return None
    whole = phrase(tree, clauses[-1])
    first = tree.within(whole.start, whole.end)[0]
    return Span(tree.words[first].end + 1, whole.end) if tree.words[first].lower == "that" else whole
