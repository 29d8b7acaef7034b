"""Drafts that the tree shows to be no statement."""

from secondsource.language.parsing.tree import Tree
from secondsource.language.speech.lexicon import Kind, Lexicon
from secondsource.marking.quotes.draft import Draft
from secondsource.model.span import Span

from .verbs import SUBJECTS, subject_of, verb_of

_SPOKEN = frozenset({"say", "announce", "warn", "deny", "promise", "ask", "urge", "refuse"})
"""Manners that make a statement of its own of what stands inside another one; a stance or a praise is part of it."""
_NOUNS = ("NN", "JJ")
_FINDERS = frozenset({"find"})
"""Verbs whose object, where it is a thing, is what was found."""


def kept(tree: Tree, drafts: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """The drafts of a sentence without those that are none by its tree."""
    real = [draft for draft in drafts if not _refused(tree, draft, lexicon)]
    return [draft for draft in real if not any(_part_of(tree, draft, outer) for outer in real)]


def _refused(tree: Tree, draft: Draft, lexicon: Lexicon) -> bool:
    if not draft.pieces or draft.bare_quote:
        return False
    verb = verb_of(tree, draft.cue)
    if verb is None:
        return not draft.fronted and _names(tree, draft.cue, lexicon)
    return (
        _named_so(tree, verb)
        or _unreal(tree, verb)
        or _only_pronoun(tree, draft.pieces, lexicon)
        or _described(tree, draft)
        or _deed(tree, verb, lexicon)
    )


def _names(tree: Tree, cue: Span, lexicon: Lexicon) -> bool:
    """Whether a word that looks like a reporting verb is a noun or an adjective here: "the four *states* that vote"."""
    words = tree.within(cue.start, cue.end)
    if not words or not tree.words[words[-1]].tag.startswith(_NOUNS):
        return False
    after = words[-1] + 1
    return after >= len(tree.words) or tree.words[after].lower not in lexicon.sets["complementisers"]


def _named_so(tree: Tree, verb: int) -> bool:
    """Whether a participle describes the noun before it, and nobody is named who said so: "a company called Lumo"."""
    word = tree.words[verb]
    return word.tag == "VBN" and word.relation in ("acl", "relcl") and not tree.children(verb, "agent", "nsubj", "aux")


def _unreal(tree: Tree, verb: int) -> bool:
    """Whether nobody does it: "it is hard to imagine that …"."""
    subject, own = subject_of(tree, verb)
    return subject is not None and not own and tree.words[subject].lower == "it"


def _only_pronoun(tree: Tree, pieces: tuple[Span, ...], lexicon: Lexicon) -> bool:
    """Whether the words are a pronoun and nothing else: "attacked him"."""
    words = [at for piece in pieces for at in tree.within(piece.start, piece.end)]
    if len(words) != 1:
        return False
    word = tree.words[words[0]]
    pronoun = word.tag.startswith(("PRP", "WP", "WDT")) or lexicon.kinds.get(word.lower) is Kind.PRONOUN
    return pronoun and word.lower != "yes"


def _described(tree: Tree, draft: Draft) -> bool:
    """Whether the subject is the relative "that", which mostly stands for a thing: "issues that divide"."""
    if draft.source is None:
        return False
    words = tree.within(draft.source.start, draft.source.end)
    return len(words) == 1 and tree.words[words[0]].lower == "that" and tree.words[words[0]].tag == "WDT"


def _deed(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Whether a verb of showing has a thing as its object: "found a phone", against "found that …"."""
    bases = {form.base for form in lexicon.forms.get(tree.words[verb].lower, ())}
    return bool(bases & _FINDERS) and bool(tree.children(verb, "dobj")) and not tree.children(verb, "ccomp")


def _part_of(tree: Tree, inner: Draft, outer: Draft) -> bool:
    """Whether a draft stands inside what another one reports and adds no other voice to it."""
    if inner is outer or not outer.pieces or outer.bare_quote:
        return False
    if not any(piece.start <= inner.cue.start and inner.cue.end <= piece.end for piece in outer.pieces):
        return False
    if inner.bare_quote or inner.quotes:
        return False
    if inner.manner not in _SPOKEN or inner.source is None or inner.source == outer.source:
        return True
    words = tree.within(inner.source.start, inner.source.end)
    return len(words) == 1 and tree.words[words[0]].tag in ("PRP", "WDT", "WP")


def has_subject(tree: Tree, clause: int) -> bool:
    """Whether a clause is whole: one without a subject belongs to a relative before it ("which he believes failed")."""
    if tree.words[clause].tag in ("VBG", "VBN") or not tree.words[clause].tag.startswith(("VB", "MD")):
        return True
    if any(tree.words[at].tag == "TO" for at in tree.children(clause, "aux")):
        return True
    return bool(tree.children(clause, *SUBJECTS, "nsubjpass", "expl"))
