"""The phrase that names the speaker, as the tree shows it."""

from msgspec.structs import replace

from secondsource.language.parsing.tree import Tree
from secondsource.language.speech.lexicon import Lexicon
from secondsource.marking.quotes.draft import Draft
from secondsource.model.span import Span

from .verbs import phrase, subject_of

_DESCRIBES = ("relcl", "acl", "appos")


def with_source(tree: Tree, verb: int, draft: Draft, lexicon: Lexicon) -> Draft:
    """The draft with the subject that its verb has in the tree, where that is its own or the draft has none."""
    subject, own = subject_of(tree, verb)
    if subject is None or draft.means is not None:
        return draft
    word = tree.words[subject]
    if not own and draft.source is not None:
        return draft
    if word.lower in lexicon.sets["relatives"] or word.lower in lexicon.sets["first_person"]:
        return draft
    source = phrase(tree, subject, verb if subject < verb else None)
    if draft.source == source or _covers(draft.cue, source):
        return draft
    return replace(draft, source=source, head=head_of_phrase(tree, subject, source), first_person=False)


def _covers(cue: Span, source: Span) -> bool:
    return source.start < cue.end and cue.start < source.end


def head_of_phrase(tree: Tree, subject: int, source: Span) -> Span:
    """The part of a phrase that names it: up to what describes it behind."""
    end = source.end
    for child in tree.children(subject, *_DESCRIBES):
        first = tree.words[tree.subtree(child)[0]].start
        if child > subject:
            end = min(end, first)
    words = tree.within(source.start, end)
    while len(words) > 1 and words[-1] > subject and tree.words[words[-1]].relation == "punct":
        words.pop()
    return Span(source.start, tree.words[words[-1]].end)
