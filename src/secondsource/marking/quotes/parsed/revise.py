"""The drafts of a text's sentences looked at again with the sentences parsed: one batch for each document."""

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language.parsing import english
from secondsource.language.parsing.tree import Tree
from secondsource.language.speech.lexicon import Kind, Lexicon
from secondsource.marking.quotes.draft import Draft
from secondsource.marking.quotes.find import Quotation
from secondsource.marking.quotes.grammar.words import Sentence, Token, titled
from secondsource.marking.quotes.paragraphs import Opened
from secondsource.model.span import Span

from .extents import behind_instead, lengthened, trimmed
from .proposals import Reading, proposed
from .refusals import kept
from .sources import with_source
from .verbs import verb_of


class Reviser(Struct, frozen=True):
    """Corrects drafts by the trees of their sentences. `model` is the folder of a model, empty for the installed."""

    lexicon: Lexicon
    model: str = ""

    def __call__(self, text: str, paragraphs: list[Opened]) -> list[Opened]:
        """The paragraphs with the drafts of their sentences as the trees show them."""
        chosen = [
            (paragraph.number, at)
            for paragraph in paragraphs
            for at, sentence in enumerate(paragraph.parts)
            if _worth(sentence, paragraph.drafted[at], self.lexicon)
        ]
        by_number = {paragraph.number: paragraph for paragraph in paragraphs}
        spans = [by_number[number].parts[at].span for number, at in chosen]
        trees = dict(zip(chosen, english.trees(text, spans, self.model), strict=True))
        return [replace(each, drafted=self._redrafted(each, trees)) for each in paragraphs]

    def _redrafted(self, paragraph: Opened, trees: dict[tuple[int, int], Tree]) -> list[list[Draft]]:
        found: list[list[Draft]] = []
        for at, drafts in enumerate(paragraph.drafted):
            tree = trees.get((paragraph.number, at))
            found.append(drafts if tree is None else self._by_tree(tree, paragraph.parts[at], drafts, paragraph.marks))
        return found

    def _by_tree(self, tree: Tree, sentence: Sentence, drafts: list[Draft], marks: list[Quotation]) -> list[Draft]:
        cues = [draft.cue for draft in drafts]
        corrected = [_corrected(tree, draft, marks, cues, self.lexicon) for draft in drafts]
        more = proposed(Reading(sentence, tree, self.lexicon), corrected)
        found = sorted([*corrected, *more], key=lambda draft: (draft.cue.start, draft.cue.end))
        return kept(tree, found, self.lexicon)


def _worth(sentence: Sentence, drafts: list[Draft], lexicon: Lexicon) -> bool:
    """Whether a tree can tell more than the rules: not of words between marks alone, nor of a headline, where capitals
    mislead the parser."""
    tokens = sentence.tokens
    if titled(tokens):
        return False
    if drafts:
        return any(draft.pieces and not draft.bare_quote for draft in drafts)
    return any(_may_report(tokens[at - 1], tokens[at], lexicon) for at in range(1, len(tokens) - 1))


def _may_report(before: Token, token: Token, lexicon: Lexicon) -> bool:
    """Whether a word looks like a reporting verb, and the one before it does not show a noun."""
    if not token.forms or token.capital or before.possessive or token.lower in lexicon.sets["mostly_nouns"]:
        return False
    return before.kind not in (Kind.DETERMINER, Kind.PREPOSITION)


def _corrected(tree: Tree, draft: Draft, marks: list[Quotation], others: list[Span], lexicon: Lexicon) -> Draft:
    """The draft with the source and the extent of its words that the tree shows."""
    verb = verb_of(tree, draft.cue)
    if verb is None or draft.bare_quote or tree.words[verb].lower == "according":
        return draft
    draft = with_source(tree, verb, draft, lexicon)
    if not draft.pieces:
        return draft
    instead = behind_instead(tree, verb, draft.pieces[0]) if draft.fronted and len(draft.pieces) == 1 else None
    if instead is not None and not draft.quotes:
        return replace(draft, pieces=(instead,), fronted=False)
    last = draft.pieces[-1]
    piece = trimmed(tree, verb, last, lexicon)
    if piece == last:
        piece = lengthened(tree, verb, last, others)
    return draft if piece == last else _with_pieces(draft, (*draft.pieces[:-1], piece), marks)


def _with_pieces(draft: Draft, pieces: tuple[Span, ...], marks: list[Quotation]) -> Draft:
    """The draft with other words, and the quotations that these hold."""
    quotes = tuple(
        at
        for at, mark in enumerate(marks)
        if any(piece.start <= mark.start and mark.end <= piece.end for piece in pieces)
    )
    bare = (
        bool(quotes)
        and len(pieces) == len(quotes)
        and all(
            piece.start == marks[at].start and piece.end == marks[at].end
            for piece, at in zip(pieces, quotes, strict=True)
        )
    )
    return replace(draft, pieces=pieces, quotes=quotes, bare_quote=bare)
