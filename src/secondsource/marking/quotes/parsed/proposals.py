"""Statements that the words alone do not show: a verb of the tree with its subject and its complement."""

from collections.abc import Iterator

from msgspec import Struct

from secondsource.language.parsing.english import LANGUAGE
from secondsource.language.parsing.told import told
from secondsource.language.parsing.tree import Tree
from secondsource.language.speech.lexicon import Form, Lexicon
from secondsource.language.speech.table import Takes, Tense
from secondsource.marking.quotes.draft import Draft, made
from secondsource.marking.quotes.grammar.cue import Cue, Mode
from secondsource.marking.quotes.grammar.frames import Frame
from secondsource.marking.quotes.grammar.subjects import Range
from secondsource.marking.quotes.grammar.words import Sentence
from secondsource.model.span import Span

from .refusals import has_subject
from .verbs import HELPERS, is_verb, phrase, subject_of

_CLAUSES = frozenset({Takes.THAT, Takes.BARE, Takes.WHETHER})


class Reading(Struct, frozen=True):
    """One sentence in both views: its tokens, and its tree."""

    sentence: Sentence
    tree: Tree
    lexicon: Lexicon

    def tokens_of(self, span: Span) -> Range | None:
        """The tokens that share a character with a span."""
        starts, tokens = self.sentence.starts, self.sentence.tokens
        inside = [
            at for at, start in enumerate(starts) if start < span.end and start + len(tokens[at].text) > span.start
        ]
        return (inside[0], inside[-1] + 1) if inside else None


def proposed(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Drafts for the reporting verbs of a sentence that have none yet and stand in nobody's words."""
    found: list[Draft] = []
    for verb, form, complements in _candidates(reading):
        place = reading.tree.words[verb]
        known = [
            span for draft in drafts for span in (draft.cue, *draft.pieces, *([draft.source] if draft.source else []))
        ]
        if any(span.start <= place.start < span.end for span in known):
            continue
        draft = _drafted(reading, verb, form, complements)
        if draft is not None and not draft.first_person:
            found.append(draft)
    return found


def _candidates(reading: Reading) -> Iterator[tuple[int, Form, list[int]]]:
    """Each verb that may report, how, and the heads of what it reports."""
    tree, more = reading.tree, told(LANGUAGE)
    for verb, word in enumerate(tree.words):
        forms = reading.lexicon.forms.get(word.lower, ()) + more.get(word.lower, ())
        if not forms or not is_verb(tree, verb) or tree.children(verb, "nsubjpass", "auxpass"):
            continue
        for form in forms:
            complements = _complements(tree, verb, form)
            if complements:
                yield verb, form, complements
                break


def _complements(tree: Tree, verb: int, form: Form) -> list[int]:
    """The heads of what a verb reports in this use."""
    takes = {take for frame in form.frames if not frame.prepositions for take in frame.takes}
    clause, objects = tree.children(verb, "ccomp"), tree.children(verb, "dobj")
    if clause:
        return clause[-1:] if takes & _CLAUSES and has_subject(tree, clause[-1]) else []
    infinitive = [one for one in tree.children(verb, "xcomp") if _to(tree, one)]
    if infinitive:
        return infinitive[-1:] if Takes.INFINITIVE in takes and not objects else []
    if objects:
        return objects[:1] if Takes.OBJECT in takes else []
    prepositions = {one for frame in form.frames for one in frame.prepositions}
    for at in tree.children(verb, "prep"):
        if tree.words[at].lower in prepositions:
            return tree.children(at, "pobj", "pcomp")[:1]
    return []


def _to(tree: Tree, verb: int) -> bool:
    return any(tree.words[at].tag == "TO" for at in tree.children(verb, "aux"))


def _drafted(reading: Reading, verb: int, form: Form, complements: list[int]) -> Draft | None:
    tree = reading.tree
    subject, own = subject_of(tree, verb)
    if subject is None:
        return None
    content = _extent(reading, complements)
    source = reading.tokens_of(phrase(tree, subject, verb if subject < verb else None))
    cue = _cue(reading, verb, form)
    if content is None or source is None or cue is None:
        return None
    tokens = reading.sentence.tokens
    if any(tokens[at].quote is not None for at in (cue.verb, source[0])):
        return None
    apart = content[1] <= cue.start or cue.end <= content[0]
    if not apart or (source[0] < cue.end and cue.start < source[1]):
        return None
    frame = Frame(cue, source, inverted=source[0] > cue.verb, shared=not own)
    return made(reading.sentence, frame, [content], None, content[0] < cue.start, reading.lexicon)


def _extent(reading: Reading, complements: list[int]) -> Range | None:
    """The tokens of what is reported, without its conjunction."""
    spans = [phrase(reading.tree, head) for head in complements]
    found = reading.tokens_of(Span(min(s.start for s in spans), max(s.end for s in spans)))
    if found is None:
        return None
    that = reading.sentence.tokens[found[0]].lower in reading.lexicon.sets["complementisers"]
    return (found[0] + that, found[1]) if found[0] + that < found[1] else None


def _cue(reading: Reading, verb: int, form: Form) -> Cue | None:
    tree = reading.tree
    group = [at for at in tree.children(verb, *HELPERS, "neg") if at < verb]
    first, last = tree.words[min([*group, verb])], tree.words[verb]
    found = reading.tokens_of(Span(first.start, last.end))
    if found is None:
        return None
    negated = bool(tree.children(verb, "neg"))
    mode = Mode.PARTICIPIAL if form.tense is Tense.GERUND else Mode.FINITE
    return Cue(found[0], found[1] - 1, found[1], mode, form, negated)
