"""Quotations that no cue governs: whose they are, or that they are no statement."""

from msgspec.structs import replace

from secondsource.language.speech.lexicon import Lexicon
from secondsource.marking.quotes.find import Quotation
from secondsource.marking.quotes.grammar.words import WORD, Sentence, titled
from secondsource.marking.quotes.labels import label, nominal, works
from secondsource.marking.quotes.saying import Saying, direct, quoted_at, words_in
from secondsource.model.span import Span

from .inscribed import inscribed
from .leads import introduced, unlisted, wanted

LEAST_WORDS = 8
"""Quoted words without any cue below which they are taken for a label, a title or a scare quote."""
GOES_ON_WORDS = 4
"""Quoted words with which a sentence must begin to go on the quotation of the sentence before."""
_LEAST_ALONE = 3
"""Quoted words that stand alone below which they are no statement."""
_LEAST_OF_SUBHEAD = 6
"""The same between single marks: fewer are a heading inside the text."""


def loose(
    text: str,
    marks: list[Quotation],
    left: list[int],
    parts: tuple[Sentence | None, Sentence],
    found: list[Saying],
    lexicon: Lexicon,
) -> list[Saying]:
    """Quoted words inside a sentence that no cue governs: the words behind a colon are its subject's; others, where
    they are more than a label, his who spoke in the sentence before, else nobody's."""
    kept: list[Saying] = []
    before, sentence = parts
    behind = _behind_colon(sentence)
    goes_on = before is not None and any(one.sentence == before.span and one.draft is not None for one in found)
    for index in left:
        if index == behind and works(sentence.tokens, index, lexicon):
            continue
        words = marks[index].inner.cut(text)
        leader = None
        if index == behind and (titled(sentence.tokens) or not _title(words)):
            leader = inscribed(sentence, index, lexicon) or introduced(sentence, lexicon)
        leader = leader or unlisted(sentence, index, lexicon) or wanted(sentence, index, lexicon)
        name = nominal(words, lexicon)
        if leader is None and not name:
            leader = inscribed(sentence, index, lexicon)
        if leader is None and (name or label(sentence.tokens, index, lexicon)):
            continue
        whole = goes_on or words[:1].isupper()  # a fragment of the writer's own clause is not
        least = GOES_ON_WORDS if index == behind and goes_on else LEAST_WORDS
        if leader is not None or (whole and words_in(words) >= least):
            made = direct(marks, [index], leader, sentence.span)
            kept.append(replace(made, goes_on=goes_on and leader is None))
    return kept


def _title(words: str) -> bool:
    """Whether quoted words look like the name of a work: a few, all with capitals."""
    found = WORD.findall(words)
    return words[-1:] not in ".!?" and len(found) <= 6 and all(word[0].isupper() for word in found if len(word) > 3)


def _behind_colon(sentence: Sentence) -> int | None:
    """The quotation right behind the sentence's first colon."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens[:-1]):
        if token.text == ":":
            return tokens[at + 1].quote
    return None


def unclaimed(
    text: str, marks: list[Quotation], pending: list[tuple[Sentence, list[int]]], lexicon: Lexicon
) -> list[Saying]:  # fmt: skip
    """Quotations that stand alone and that no cue took, where they are more than a name: his who speaks around them."""
    indices = [index for _, left in pending for index in left]
    if all(nominal(marks[index].inner.cut(text), lexicon) for index in indices):
        return []
    quoted = quoted_at(marks, indices)
    least = _LEAST_OF_SUBHEAD if all(one.single for one in quoted) else _LEAST_ALONE
    heading = all(q.inner.cut(text).isupper() for q in quoted)  # “EVENTUALLY VOTERS DECIDE WELL”
    if heading or sum(words_in(q.inner.cut(text)) for q in quoted) < least:
        return []
    return [replace(direct(marks, indices, None, Span(quoted[0].start, quoted[-1].end)), goes_on=True)]
