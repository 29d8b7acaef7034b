"""Names that head words or sign them: in front of a headline's colon, behind a dash, on a line of their own; headings
that run into their text."""

from msgspec.structs import replace

from secondsource.language.speech.lexicon import Kind, Lexicon
from secondsource.marking.quotes.draft import Draft, speaking
from secondsource.marking.quotes.find import Quotation
from secondsource.marking.quotes.grammar.verb_second import finite_at
from secondsource.marking.quotes.grammar.words import DASHES, Sentence, Token, verbal
from secondsource.marking.quotes.labels import label
from secondsource.marking.quotes.saying import Saying, direct, quoted_at

from .leads import NAME, introduced, names

_NAME_WORDS = 5
"""Words within which the colon of a headline stands that names its speaker."""
_LEAST_WORDS = 4
"""Words, the colon among them, that such a headline has at least behind the name."""
_LEAST_QUOTED = 3
"""Words between marks in a headline below which they are a name or a theme."""
_HEADING = 9
"""Words within which a heading ends that runs into its text."""
_SIGNATURE = 12
"""Words that a name behind a dash, with what describes it, has at most."""


def headline(sentence: Sentence, marks: list[Quotation], lexicon: Lexicon) -> Saying | None:
    """ "Merkel: Europe must act": a headline's words behind the name of who says them."""
    tokens = sentence.tokens
    colon = next((i for i, token in enumerate(tokens[:_NAME_WORDS]) if token.text == ":"), 0)
    if not colon or colon + _LEAST_WORDS > len(tokens):
        return None
    if tokens[colon + 1].quote is not None and not any(t.word and t.quote is None for t in tokens[colon:]):
        return None
    name = tokens[:colon]
    numbered = name[-1].text[-1].isdigit()  # "Nordstern-1: Station to crash" speaks of it
    if numbered or not all(t.capital and t.word for t in name) or name[-1].lower in lexicon.sets["headline_labels"]:
        return None
    if any(t.text in ".!?…" for t in tokens[colon:-1]) or any(t.quote is not None for t in name):
        return None
    draft = replace(speaking(sentence, (colon, colon + 1), (0, colon)), heads=True)
    words = sentence.span_of((colon + 1, len(tokens) - (tokens[-1].text == ".")))
    spoken = [token.quote for token in tokens if token.quote is not None]
    quoted = quoted_at(marks, [index for index in spoken if not label(tokens, index, lexicon)])
    return Saying((words,), quoted, False, draft, sentence.span)


def headline_words(sentence: Sentence, marks: list[Quotation], left: list[int], lexicon: Lexicon) -> Saying | None:
    """The words between marks that end a headline behind a colon, as those of whom it names: "Ann Lee warns fans:
    *'Keep off the grass'*", "A lesson from Ann Lee: *'Be bold'*"."""
    tokens = sentence.tokens
    colon = next((i for i, token in enumerate(tokens[:-1]) if token.text == ":"), 0)
    if not colon or not left or tokens[colon + 1].quote != left[0] or not lexicon.speech.nouns_look_like_verbs:
        return None
    short = len(tokens[colon + 1].text.split()) < _LEAST_QUOTED
    if short or any(token.word for token in tokens[colon + 2 :]) or introduced(sentence, lexicon) is not None:
        return None
    first = colon
    while first and tokens[first - 1].capital and tokens[first - 1].kind is Kind.WORD:
        first -= 1
    name = (first, colon)
    if first == colon or not first or tokens[first - 1].lower not in lexicon.sets["media"]:
        end = next((i for i in range(colon) if not tokens[i].capital or tokens[i].kind is not Kind.WORD), colon)
        name = (0, end)
    if name[0] == name[1] or tokens[name[0]].lower in lexicon.sets["headline_labels"]:
        return None
    draft = replace(speaking(sentence, (colon, colon + 1), name), heads=True)
    return direct(marks, left[:1], draft, sentence.span)


def beside_dash(sentence: Sentence, lexicon: Lexicon) -> Draft | None:
    """Words between marks behind a name, a colon in between, that a dash parts from a heading: "They agree - *Ann Lee*:
    “…”"."""
    tokens = sentence.tokens
    colon = next((i for i, token in enumerate(tokens[:-1]) if token.text == ":" and tokens[i + 1].quote is not None), 0)
    dash = next((i for i in range(colon - 1, 0, -1) if tokens[i].text in DASHES), 0)
    if not dash or not 1 < colon - dash <= NAME + 1 or not lexicon.speech.nouns_look_like_verbs:
        return None
    name = next((i + 1 for i in range(dash + 1, colon - 1) if tokens[i].lower in lexicon.sets["media"]), dash + 1)
    if not names(tokens[name:colon]) or tokens[colon - 1].lower in lexicon.sets["headline_labels"]:
        return None
    made, quote = speaking(sentence, (colon, colon + 1), (name, colon)), tokens[colon + 1].quote
    assert quote is not None
    return replace(made, pieces=(sentence.span_of((colon + 1, colon + 2)),), quotes=(quote,), bare_quote=True)


def signed(sentence: Sentence, lexicon: Lexicon) -> Draft | None:
    """The name behind a dash that closes a quotation: "“…” — Ann Lee, Oslo"."""
    tokens = sentence.tokens
    if tokens[0].word:
        return None
    dash = next((i for i, t in enumerate(tokens) if t.text in DASHES), None)
    if dash is None or any(t.quote is None and t.word for t in tokens[:dash]):
        return None
    name = tokens[dash + 1 :]
    if not name or not name[0].capital or len(name) > _SIGNATURE or any(verbal(t, lexicon) for t in name):
        return None
    end = len(tokens) - (tokens[-1].text == ".")
    subject = (dash + 1, max(end, dash + 2))
    return speaking(sentence, (dash, dash + 1), subject)


def undersigned(sentence: Sentence, lexicon: Lexicon) -> Draft | None:
    """The name that stands on a line of its own in front of the mark that closes a quotation: "“Stay. ¶ *Ann Lee, a
    writer*.”"."""
    tokens = sentence.tokens
    name = tokens[:-2]
    closed = len(tokens) > 3 and tokens[-1].text in '"”' and tokens[-2].text == "."
    if not closed or len(name) > _SIGNATURE or not (name[0].capital and name[1].capital):
        return None
    if any(verbal(token, lexicon) or token.quote is not None for token in name):
        return None
    return speaking(sentence, (len(tokens) - 1, len(tokens)), (0, len(name)))


def behind_heading(sentence: Sentence, lexicon: Lexicon) -> Sentence:
    """A sentence without a heading that runs into it, where nouns have capitals: words without a verb up to one that
    has a capital only because a sentence begins with it: "Hilfe aus Bern *Der* Bundesrat schlug vor, …"."""
    tokens = sentence.tokens
    if not lexicon.speech.nouns_capital or tokens[0].kind is not Kind.WORD or not tokens[0].capital:
        return sentence
    at = next((at for at in range(1, min(_HEADING, len(tokens) - 1)) if _begins_again(tokens, at, lexicon)), 0)
    heading = tokens[:at]
    plain = all(t.word and t.quote is None and t.kind not in (Kind.AUXILIARY, Kind.FINITE) for t in heading)
    if not at or not plain or finite_at(tokens, 0, at, lexicon) is not None:
        return sentence
    if finite_at(tokens, at + 1, len(tokens), lexicon) is None:
        return sentence
    return Sentence(tokens[at:], sentence.starts[at:])


def _begins_again(tokens: tuple[Token, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether a small word with a capital stands right behind a noun that no name can follow."""
    token, before = tokens[at], tokens[at - 1]
    opens = token.kind in (Kind.DETERMINER, Kind.PREPOSITION, Kind.ADVERB) and tokens[at + 1].word
    noun = before.capital and before.kind is Kind.WORD
    return token.capital and opens and noun and not before.lower.endswith(lexicon.speech.label_words)
