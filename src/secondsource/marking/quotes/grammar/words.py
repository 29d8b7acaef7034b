"""Words and sentences of a paragraph, with every quotation as a single token."""

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from secondsource.language.speech.lexicon import Form, Kind, Lexicon
from secondsource.language.speech.table import Order, Tense
from secondsource.marking.quotes.find import Quotation
from secondsource.model.span import Span
from secondsource.text.remembered import Remembered

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
_NICKNAME = 20
"""Characters of a nickname with its marks at most."""
_LONG_NAME = 60
"""Characters of a name in marks at most."""
_ORDINAL = 3
"""Digits of an ordinal at most: behind a year a full stop ends the sentence."""
_NO_INITIALS = ("I", "X")
"""Capitals that are a word of their own: the pronoun, the network."""
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
"""A word as one counts them, without marks."""
_OPENS_SENTENCE = (Kind.PRONOUN, Kind.DETERMINER, Kind.COORDINATOR, Kind.SUBORDINATOR, Kind.PREPOSITION, Kind.ADVERB)
_STOPS = frozenset(".!?…")
_POSSESSIVE = ("'s", "’s", "s'", "s’")


class Token(Struct, frozen=True, eq=False, gc=False):
    """A word, a mark or a whole quotation. A word is one record wherever it stands: the sentence tells its place."""

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
    unsure: bool = False
    """Whether only the words behind it tell what it is: it may open a phrase that stands as an adverb does, or be a
    name."""
    quote: int | None = None
    """Index of the quotation, where the token is one."""
    closes: bool = False
    """Whether a sentence may end with it."""

    @property
    def possessive(self) -> bool:
        """Whether it is a genitive: "NATO's"."""
        return self.text.endswith(_POSSESSIVE)

    @property
    def work(self) -> bool:
        """Whether it is a quotation that looks like the name of a paper, show or book: a few words, all capital."""
        return self.titled and sum([len(word) > 3 for word in WORD.findall(self.text)]) <= 4

    @property
    def sentence(self) -> bool:
        """Whether it is a quotation that holds a whole sentence."""
        return self.quote is not None and self.text.rstrip("\"”’'»“« \u00a0\u202f")[-1:] in ".!?…"

    @property
    def titled(self) -> bool:
        """Whether it is a quotation whose longer words all have capitals, as those of a title."""
        if self.quote is None:
            return False
        words = WORD.findall(self.text)
        long = [word for word in words if len(word) > 3]
        return bool(long) and not words[0][0].islower() and not any(word[0].islower() for word in long)


def nickname(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether one or two words between marks stand inside a person's name: "Marcia *“Cia”* Price"."""
    token = tokens[at]
    if token.quote is None or not 0 < at < len(tokens) - 1 or len(token.text) > _NICKNAME:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    names = before.capital and after.capital and before.kind is Kind.WORD and after.kind is Kind.WORD
    return names and not after.forms and token.text[1:2].isupper() and token.text[-2:-1].isalpha()


def name_in_marks(tokens: tuple[Token, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether the words between marks at a token are a name inside a noun phrase: "die Zeitung „Nordkurier“"."""
    token = tokens[at]
    if token.quote is None or at == 0 or len(token.text) > _LONG_NAME:
        return False
    if token.text.rstrip("\"”“’'»«")[-1:] in ",.?!":
        return False
    before, after = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else None
    if nickname(tokens, at):
        return True
    if (token.work and before.word) or named_by(before, lexicon):
        return True
    verb = after is not None and not after.capital and (bool(after.forms) or after.kind is Kind.FINITE)
    return lexicon.speech.nouns_capital and before.kind is Kind.DETERMINER and verb  # "die „nordbau ag“ teilt mit"


def named_by(noun: Token, lexicon: Lexicon) -> bool:
    """Whether the name of what a noun means may follow it between marks: "die Zeitung „…“"; where nouns have capitals
    also a compound with such a noun at its end: "die Reform*bewegung* „…“"."""
    compound = noun.capital and noun.kind is not Kind.ADVERB and noun.lower.endswith(lexicon.label_ends)
    return noun.lower in lexicon.sets["label_words"] or compound  # not "zum *Beispiel*"


def counted(tokens: tuple[Token, ...], end: int, lexicon: Lexicon) -> bool:
    """Whether a count alone names people right before token `end`: "the *two*", "a mother of *three*"."""
    if end < 2 or tokens[end - 1].lower not in lexicon.sets["counts"]:
        return False
    return tokens[end - 2].kind in (Kind.DETERMINER, Kind.PREPOSITION)


def stands(tokens: tuple[Token, ...], at: int, phrase: tuple[str, ...]) -> bool:
    """Whether a phrase in small letters stands at a token."""
    if at + len(phrase) > len(tokens) or tokens[at + len(phrase) - 1].lower != phrase[-1]:
        return False
    return all(token.lower == word for token, word in zip(tokens[at:], phrase, strict=False))


def link_before(tokens: tuple[Token, ...], end: int, lexicon: Lexicon) -> int:
    """How many words the phrase such as "went on to" has that ends right before token `end`; 0 where none does."""
    found = (len(link) for link in lexicon.links if end >= len(link) and stands(tokens, end - len(link), link))
    return next(found, 0)


def titled(tokens: tuple[Token, ...]) -> bool:
    """Whether the sentence is written as a headline, with capitals throughout: elsewhere a capital marks a name."""
    words = [token for token in tokens if token.word and len(token.text) > 3]
    return sum([token.capital for token in words]) * 3 >= 2 * len(words)


class Sentence(Struct, frozen=True, gc=False):
    """The tokens of one sentence; its closing stop, if any, is the last."""

    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    """The first character of each token in the document."""

    @property
    def span(self) -> Span:
        """From the first to the last token."""
        return Span(self.starts[0], self.starts[-1] + len(self.tokens[-1].text))

    def span_of(self, tokens: tuple[int, int]) -> Span:
        """The characters of a range of tokens."""
        first, last = tokens[0], tokens[1] - 1
        return Span(self.starts[first], self.starts[last] + len(self.tokens[last].text))


def sentences(text: str, within: Span, quotations: list[Quotation], lexicon: Lexicon) -> list[Sentence]:
    """The sentences of one paragraph. A stop inside a quotation ends the sentence around it where a new one begins
    behind it."""
    found: list[Sentence] = []
    line = _tokens(text, within, quotations, lexicon)
    start, last = 0, len(line.tokens) - 1
    closing = [index for index, token in enumerate(line.tokens) if token.closes]
    for index in dict.fromkeys((*closing, last)) if line.tokens else ():
        while index - start >= _MOST_TOKENS:
            found.append(line.cut(start, start + _MOST_TOKENS))
            start += _MOST_TOKENS
        full = index == last or index - start + 1 == _MOST_TOKENS
        if full or _ends(text, line, index, start, quotations, lexicon):
            found.append(line.cut(start, index + 1))
            start = index + 1
    return found


class _Line(NamedTuple):
    """The tokens of a paragraph while they are read, and where each starts."""

    tokens: list[Token]
    starts: list[int]

    def cut(self, first: int, last: int) -> Sentence:
        return Sentence(tuple(self.tokens[first:last]), tuple(self.starts[first:last]))


def _ends(
    text: str, line: _Line, index: int, start: int, quotations: list[Quotation], lexicon: Lexicon
) -> bool:  # fmt: skip
    token, after = line.tokens[index], line.tokens[index + 1]
    if token.text == ";":
        return _halves(line.tokens[start:index], lexicon)
    fresh = after.capital or after.quote is not None or after.text[:1].isdigit() or after.text in "[("
    if token.quote is not None:
        inner = quotations[token.quote].inner
        stopped = text[inner.end - 1 : inner.end] in _STOPS or token.text[-1] in _STOPS
        further = line.tokens[index + 2] if index + 2 < len(line.tokens) else after
        tag = bool(after.forms) and (further.capital or not further.word)  # not "“….” *Asked* whether …"
        return stopped and fresh and not tag
    if len(token.text) > 1 and token.text[-1] == "." and token.text[0].isalpha():
        if token.lower in lexicon.sets["before_numbers"]:
            return fresh and not after.text[:1].isdigit()  # "said no." but "No. 5"
        # an abbreviation ends the sentence only before a word that is capital for no other reason
        return fresh and after.kind in _OPENS_SENTENCE
    if token.text[0] not in _STOPS or not fresh:
        return False
    return not (token.text[0] == "." and index > start and _abbreviates(line, index, lexicon))


def _halves(before: list[Token], lexicon: Lexicon) -> bool:
    """Whether a semicolon parts two sentences where the verb stands second: not behind words in the subjunctive, which
    the cue behind it may report, nor behind words between marks."""
    if any(
        token.text in lexicon.sets["subjunctives"] or (token.quote is not None and not token.work) for token in before
    ):
        return False
    return any(token.kind in (Kind.AUXILIARY, Kind.FINITE) or (token.forms and not token.capital) for token in before)


def _abbreviates(line: _Line, index: int, lexicon: Lexicon) -> bool:
    """Whether a full stop belongs to the word right in front of it, not to the sentence."""
    before, token, after = line.tokens[index - 1 : index + 2]
    start, ahead = line.starts[index], line.starts[index + 1]
    if start != line.starts[index - 1] + len(before.text):
        return False
    end = start + len(token.text)
    if ahead == end and after.quote is None and min(len(before.text), len(after.text)) < 3:
        return True
    ordinal = before.text.isdigit() and len(before.text) <= _ORDINAL and lexicon.speech.ordinal_dot
    return ordinal and ahead > end


def _tokens(text: str, within: Span, quotations: list[Quotation], lexicon: Lexicon) -> _Line:
    line = _Line([], [])
    at = within.start
    for index, quotation in enumerate(quotations):
        _words(text, at, quotation.start, lexicon, line)
        cut = text[quotation.start : quotation.end]
        line.tokens.append(Token(cut, "", Kind.WORD, quote=index, closes=True))
        line.starts.append(quotation.start)
        at = quotation.end
    _words(text, at, within.end, lexicon, line)
    _read_unsure(line.tokens, lexicon)
    return line


def _read_unsure(tokens: list[Token], lexicon: Lexicon) -> None:
    """Make adverbs of the words of a phrase that stands as one does, "a *quant à lui* dénoncé", and names of the
    auxiliaries that are part of one."""
    for at in [index for index, token in enumerate(tokens) if token.unsure]:
        if tokens[at].kind is Kind.AUXILIARY and _part_of_name(tokens, at):
            tokens[at] = _name(tokens[at])
        for phrase in lexicon.adverb_phrases.get(tokens[at].lower, ()):
            size = len(phrase)
            if tuple(token.lower for token in tokens[at : at + size]) == phrase:
                tokens[at : at + size] = [_adverb(token) for token in tokens[at : at + size]]
                break


def _part_of_name(tokens: list[Token], at: int) -> bool:
    """Whether an auxiliary with a capital is a given name, "Captain *Will* Harte conceded", or a family name in front
    of its verb, "*Will* described": not in a headline with capitals throughout, nor where it opens a question."""
    before, behind = tokens[at - 1] if at else None, tokens[at + 1 : at + 3]
    opens = before is None or before.closes
    if not behind or behind[0].quote is not None:
        return False
    if before is not None and before.capital and before.kind is Kind.WORD and behind[0].text == ",":
        return True  # "Theresa *May*, 60,"
    tells = [token for token in behind if not token.capital and _tells(token)]
    if not behind[0].capital or opens:
        return bool(tells) and (tells[0] is behind[0] or behind[0].capital)
    low = before is None or not before.capital
    return not behind[0].forms and (low or bool(tells))


def _tells(token: Token) -> bool:
    """Whether a word is a finite verb in a form that no auxiliary has behind it."""
    return any(form.tense is Tense.FINITE and token.lower != form.base for form in token.forms)


@cache
def _name(token: Token) -> Token:
    """The word as part of a name."""
    return replace(token, kind=Kind.WORD)


@cache
def _adverb(token: Token) -> Token:
    """The word as one of an adverb."""
    return replace(token, kind=Kind.ADVERB, forms=(), opens=False, hints=False)


_Piece = tuple[Token | None, tuple[Token, ...], tuple[int, ...], int]
"""What stands between two spaces: its token, where it is one and nothing else; its tokens and where each begins in it;
its characters with the space behind it. No token reaches from one piece into the next. A plain tuple, for every piece
of a text is taken apart, which takes four times as long where the parts have names."""


def _words(text: str, start: int, end: int, lexicon: Lexicon, line: _Line) -> None:
    """Add the tokens between two offsets."""
    add, place = line.tokens.append, line.starts.append
    for alone, tokens, offsets, size in map(_pieces(lexicon).__getitem__, _cut(text[start:end])):
        if alone is not None:
            add(alone)
            place(start)
        else:
            line.tokens.extend(tokens)
            line.starts.extend([start + before for before in offsets])
        start += size


def _cut(text: str) -> list[str]:
    """The pieces of a text between spaces; one that ends in a hyphen with the next, which tells how to read it."""
    pieces = text.split(" ")
    if "- " not in text:
        return pieces
    joined = [f"{piece} {after}" if piece[1:].endswith("-") else piece for piece, after in pairwise(pieces)]
    return [*joined, pieces[-1]]


@cache
def _pieces(lexicon: Lexicon) -> Remembered[_Piece]:
    """What each piece of a text holds in a language."""

    def read(written: str) -> _Piece:
        size = len(written.partition(" ")[0]) + 1
        found: list[tuple[int, str]] = []
        for match in _TOKEN.finditer(written):
            if match.start() < size:
                _add(match.group(), match.start(), lexicon, found)
        tokens = tuple(_token(cut, lexicon) for _, cut in found)
        offsets = tuple(at for at, _ in found)
        return tokens[0] if offsets == (0,) else None, tokens, offsets, size

    return Remembered(read)


def _add(cut: str, begin: int, lexicon: Lexicon, found: list[tuple[int, str]]) -> None:
    """Add the words that a match holds, with their offsets; a stop that belongs to the word before goes to it."""
    at, before = found[-1] if found else (0, "")
    if cut == "." and before and at + len(before) == begin:
        initial = len(before) == 1 and before not in _NO_INITIALS and _token(before, lexicon).capital
        if initial or before.lower() in lexicon.sets["abbreviations"]:
            found[-1] = (at, before + cut)
            return
    if lexicon.speech.elisions and not cut.isalpha():
        parts = _parted(cut)
        found += [(begin + at, part) for at, part in parts]
    else:
        found.append((begin, cut))


def _parted(cut: str) -> list[tuple[int, str]]:
    """Words written as one, apart: a shortened one, the word, a pronoun behind its verb."""
    elided = _ELIDED.match(cut)
    begin = elided.end() if elided and elided.end() < len(cut) else 0
    clitic = _CLITIC.search(cut, begin)
    parts = [(0, cut[:begin])] if begin else []
    if clitic:
        return [*parts, (begin, cut[begin : clitic.start()]), (clitic.start(1), clitic.group(1))]
    return [*parts, (begin, cut[begin:])]


def _token(cut: str, lexicon: Lexicon) -> Token:
    parts = cut == ";" and lexicon.speech.order is Order.V2
    return Token(cut, *lexicon.entry(cut), closes=parts or cut[-1] in _STOPS)


def verbal(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is likely the finite verb of its clause."""
    finite = any(form.tense is not Tense.GERUND for form in token.forms)
    return token.kind in (Kind.AUXILIARY, Kind.FINITE) or finite or past(token, lexicon)


def group_start(tokens: tuple[Token, ...], verb: int) -> int:
    """Where the auxiliaries and adverbs in front of a verb begin."""
    while verb > 0 and tokens[verb - 1].kind in (Kind.AUXILIARY, Kind.ADVERB):
        verb -= 1
    return verb


def past(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word has the form of a regular past."""
    return lexicon.speech.nouns_look_like_verbs and token.lower.endswith("ed") and not token.capital
