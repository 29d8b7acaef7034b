"""Words and sentences of a paragraph, with every quotation as a single token."""

import re

from msgspec import Struct

from secondsource.language.speech import Form, Kind, Lexicon
from secondsource.marking.quotes.find import Quotation
from secondsource.model.span import Span

_TOKEN = re.compile(
    r"[^\W\d_]++(?![\w.’'\-‑])"
    r"|[^\W\d_]+-(?= (?:und|oder|bzw|en|of)\b)"
    r"|(?:[^\W\d_]\.){2,}|\d+(?:-[^\W\d_]+)+|\d+(?:[.,:’']\d+)*%?"
    r"|[^\W_]+(?:[’'\-‑][^\W_]+)*"
    r"(?:\.(?:com|org|net|gov|edu|info|de|at|ch|fr|eu|es|it|nl|pt|uk)\b|[’']?(?=\W|$))"
    r"|[^\W_]+|\.{2,}|--|[^\w\s]",
)
_ELIDED = re.compile(
    r"(?:[^\W_]{1,2}|qu|jusqu|lorsqu|puisqu|quoiqu|dell|nell|all|dall|sull|quest|un)[’']", re.IGNORECASE
)
_CLITIC = re.compile(r"-(?:t-)?(ils?|elles?|on|je|nous)$", re.IGNORECASE)
DASHES = frozenset("–—―-") | {"--"}
_MOST_TOKENS = 300
"""Tokens after which a sentence is cut in any case: no list or table without a stop may cost more than its length."""
_LONG_NAME = 60
"""Characters of a name in marks at most."""
_ORDINAL = 3
"""Digits of an ordinal at most: behind a year a full stop ends the sentence."""
_PLAIN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_OPENS_SENTENCE = (Kind.PRONOUN, Kind.DETERMINER, Kind.COORDINATOR, Kind.SUBORDINATOR, Kind.PREPOSITION, Kind.ADVERB)
_STOPS = frozenset(".!?…")
_POSSESSIVE = ("'s", "’s", "s'", "s’")


class Token(Struct, frozen=True, gc=False):
    """A word, a mark or a whole quotation, with its place in the document."""

    start: int
    end: int
    text: str
    lower: str
    kind: Kind
    forms: tuple[Form, ...] = ()
    capital: bool = False
    """Whether it begins with a capital letter."""
    word: bool = False
    """Whether it is a word or number, not a mark."""
    opens: bool = False
    """Whether a phrase that names a source may begin with it."""
    hints: bool = False
    """Whether a cue, or a phrase that only looks like one, may begin with it."""
    quote: int | None = None
    """Index of the quotation, where the token is one."""

    @property
    def possessive(self) -> bool:
        """Whether it is a genitive: "NATO's"."""
        return self.text.endswith(_POSSESSIVE)

    @property
    def work(self) -> bool:
        """Whether it is a quotation that looks like the name of a paper, show or book: a few words, all capital."""
        if self.quote is None:
            return False
        words = _PLAIN.findall(self.text)
        long = [word for word in words if len(word) > 3]
        return (
            bool(words) and not words[0][0].islower() and 0 < len(long) <= 4 and all(word[0].isupper() for word in long)
        )


def name_in_marks(tokens: tuple[Token, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether the words between marks at a token are a name inside a noun phrase: "die Zeitung „Nordkurier“"."""
    token = tokens[at]
    if token.quote is None or at == 0 or token.end - token.start > _LONG_NAME:
        return False
    if token.text.rstrip("\"”“’'»«")[-1:] in ",.?!":
        return False
    before = tokens[at - 1]
    return (token.work and before.word) or before.lower in lexicon.sets["label_words"]


class Sentence(Struct, frozen=True):
    """The tokens of one sentence; its closing stop, if any, is the last."""

    tokens: tuple[Token, ...]

    @property
    def span(self) -> Span:
        """From the first to the last token."""
        return Span(self.tokens[0].start, self.tokens[-1].end)


def sentences(text: str, within: Span, quotations: list[Quotation], lexicon: Lexicon) -> list[Sentence]:
    """The sentences of one paragraph. A stop inside a quotation ends the sentence around it where a new one begins
    behind it."""
    found: list[Sentence] = []
    tokens = _tokens(text, within, quotations, lexicon)
    start, last = 0, len(tokens) - 1
    for index, token in enumerate(tokens):
        closes = token.quote is not None or token.text[-1] in _STOPS
        full = index - start + 1 >= _MOST_TOKENS
        if index == last or full or (closes and _ends(text, tokens, index, start, quotations, lexicon)):
            found.append(Sentence(tuple(tokens[start : index + 1])))
            start = index + 1
    return found


def _ends(
    text: str, tokens: list[Token], index: int, start: int, quotations: list[Quotation], lexicon: Lexicon
) -> bool:  # fmt: skip
    token, after = tokens[index], tokens[index + 1]
    fresh = after.capital or after.quote is not None or after.text[:1].isdigit() or after.text in "[("
    if token.quote is not None:
        inner = quotations[token.quote].inner
        stopped = text[inner.end - 1 : inner.end] in _STOPS or text[token.end - 1] in _STOPS
        return stopped and (fresh or after.quote is not None) and not after.forms
    if len(token.text) > 1 and token.text[-1] == "." and token.text[0].isalpha():
        # an abbreviation ends the sentence only before a word that is capital for no other reason
        return fresh and after.kind in _OPENS_SENTENCE
    if token.text[0] not in _STOPS or not fresh:
        return False
    return not (token.text[0] == "." and index > start and _abbreviates(tokens, index, lexicon))


def _abbreviates(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether a full stop belongs to the word right in front of it, not to the sentence."""
    before, token, after = tokens[index - 1], tokens[index], tokens[index + 1]
    if token.start != before.end:
        return False
    if after.start == token.end and after.quote is None and min(len(before.text), len(after.text)) < 3:
        return True
    ordinal = before.text.isdigit() and len(before.text) <= _ORDINAL and lexicon.speech.ordinal_dot
    return ordinal and after.start > token.end


def _tokens(text: str, within: Span, quotations: list[Quotation], lexicon: Lexicon) -> list[Token]:
    found: list[Token] = []
    at = within.start
    for index, quotation in enumerate(quotations):
        _words(text, at, quotation.start, lexicon, found)
        cut = text[quotation.start : quotation.end]
        found.append(Token(quotation.start, quotation.end, cut, "", Kind.WORD, quote=index))
        at = quotation.end
    _words(text, at, within.end, lexicon, found)
    return found


def _words(text: str, start: int, end: int, lexicon: Lexicon, found: list[Token]) -> None:
    elides = bool(lexicon.speech.elisions)
    shortened = lexicon.sets["abbreviations"]
    entries, entry, add = lexicon.entries, lexicon.entry, found.append
    for match in _TOKEN.finditer(text, start, end):
        begin, stop = match.span()
        cut = text[begin:stop]
        if cut == "." and found and found[-1].end == begin:
            before = found[-1]
            initial = len(before.text) == 1 and before.capital and before.text != "I"
            if initial or before.lower in shortened:
                found[-1] = _token(text, before.start, stop, lexicon)
                continue
        if elides and not cut.isalpha():
            begin = _parted(text, begin, stop, lexicon, found)
            cut = text[begin:stop]
        lower, kind, forms, capital, word, opens, hints = entries.get(cut) or entry(cut)
        add(Token(begin, stop, cut, lower, kind, forms, capital, word, opens, hints))


def _parted(text: str, begin: int, stop: int, lexicon: Lexicon, found: list[Token]) -> int:
    """Where the last word begins of those written as one: the shortened ones before it are added."""
    elided = _ELIDED.match(text, begin, stop)
    if elided and elided.end() < stop:
        found.append(_token(text, begin, elided.end(), lexicon))
        begin = elided.end()
    clitic = _CLITIC.search(text, begin, stop)
    if clitic:
        found.append(_token(text, begin, clitic.start(), lexicon))
        begin = clitic.start(1)
    return begin


def _token(text: str, start: int, end: int, lexicon: Lexicon) -> Token:
    cut = text[start:end]
    return Token(start, end, cut, *lexicon.entry(cut))
