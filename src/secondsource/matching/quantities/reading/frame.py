"""The words around a figure, without those that only say who gives it or when: what its clause is about, whether it has
anything of its own to say, and who stands behind the number."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from msgspec import Struct

from secondsource.language.figures import figure_words
from secondsource.language.meanings import meanings
from secondsource.language.subjects import (
    ASKED,
    Hit,
    Role,
    Word,
    anything,
    attributing,
    bidding,
    expecting,
    giving,
    may_give,
    said_of_numbers,
    subject_words,
)
from secondsource.model.mark import ActorKind, Figure, Mention, MentionForm
from secondsource.text.normalise import plain

from .giver import bare, givers, held, owned, with_givers
from .token import Sort, Token

_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_BREAK = re.compile(r"[;:–—]")
_DATELINE = re.compile(r"[A-ZÀ-Þ]{3}[^.!?]{0,80}?\s[-–—]\s")
"""Where and by whom a report is opened: BASTIA, France, March 3 (Wire) -."""
_SHORTEST, _SHORTEST_COGNATE, _SKELETON = 3, 6, 4
_BODIES = frozenset({ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.DATA_SOURCE})
_NEAR = 4
"""Words between a verb of giving and its subject."""
_MEASURE = 80
"""Characters behind a count in which its measure is looked for."""
_OWN_NOUN = 3
"""Words, at most, between a figure and the verb that those whom it counts are the subject of."""
_STOP = re.compile(r"[,;:.!?()–—]")
_APPOSED = 2
"""Words, at most, between a body's name and the noun that says what it is."""


NOUN = "word "
"""What the names of bodies begin with of which only the noun before the verb is known."""
PEOPLE = "concept people"
"""The key of whoever is counted."""
ANYTHING = "concept anything"
"""The key of whatever was counted before: animals, units."""


class Frame(Struct, frozen=True, gc=False):
    """What the clause of one figure says."""

    words: frozenset[str]
    """Keys of its content words."""
    own: tuple[frozenset[str], ...]
    """The keys of each content word."""
    bodies: frozenset[str]
    """Who is named in it as one who might give the figure."""
    gives: bool
    """Whether a verb of giving, or a phrase such as according to, stands in it."""
    noun: frozenset[str]
    """Keys of the noun right behind a count."""
    expects: bool = False
    """Whether what it gives is hoped for, planned or asked for."""
    start: int = 0
    end: int = 0
    giving: tuple[int, ...] = ()
    """Where its verbs and phrases of giving stand."""
    held: bool = False
    """Whether who gives it, or his verb, stands right beside it."""
    owned: bool = False
    """Whether the word right before it says that it belongs to somebody, who does not give it."""
    phrased: bool = False
    """Whether a phrase beside a name gives it (according to the chamber), and its clause has a subject of its own."""
    bare: bool = False
    """Whether nothing stands right behind it that it might count or be of."""
    passive: bool = False
    """Whether its verb of giving is in the passive: it is expected to go for 150; whoever is named does not give it."""
    asks: bool = False
    """Whether a word of its own clause says what is counted or measured."""
    bids: bool = False
    """Whether it is asked for or offered: no number of how much there is."""


EMPTY = Frame(frozenset(), (), frozenset(), gives=False, noun=frozenset())
"""Of a figure that stands in no sentence."""


def tokens(
    text: str,
    words: Sequence[Word],
    code: str,
    mentions: Sequence[Mention],
    figures: Sequence[Figure],
    said: Iterable[Hit],
) -> list[Token]:
    """The words of a sentence, those of its dateline and of its figures left out. `said`: what the tables of subjects
    know of them."""
    opened = _DATELINE.match(text, words[0][0]) if words else None
    first = opened.end() if opened is not None else 0
    starts = [word[0] for word in words]
    taken: set[int] = set()
    for figure in figures:
        at = bisect_left(starts, figure.end)
        while at and words[at - 1][1] > figure.start:
            at -= 1
            taken.add(at)
    kept = [word for at, word in enumerate(words) if at not in taken and word[0] >= first and word[2].isalpha()]
    starts = [word[0] for word in kept]
    bodies = {hit.start: f"voice {hit.key}" for hit in said if hit.role is Role.VOICE}
    for one in reversed(mentions):
        counted = any(one.start <= figure.start and figure.end <= one.end for figure in figures)
        if one.kind in _BODIES and one.form is not MentionForm.PRONOUN and not counted:
            within = kept[bisect_left(starts, one.start) : bisect_left(starts, one.end)]
            if one.form is MentionForm.COLLECTIVE and within and not may_give(within[-1][2], code):
                continue  # girls and boys are whom it counts, till a verb says that they give it
            bodies |= dict.fromkeys((start for start, end, _ in within if end <= one.end), plain(one.name))
    expected, bidden = expecting(code), bidding(code)
    asking = {hit.start for hit in said if hit.role in ASKED}
    found: list[Token] = []
    for (start, end, written), (sort, beside) in zip(kept, _sorts([word[2] for word in kept], code), strict=True):
        body = bodies.get(start)
        kind = Sort.AGENT if body is not None and sort is Sort.CONTENT else sort
        keys = keys_of(written, code) if sort is Sort.CONTENT else _NO
        gives = may_give(written, code)
        found.append(
            Token(start, end, kind, keys, written in expected, body, start in asking, gives, beside, written in bidden)
        )
    return found


_NO: frozenset[str] = frozenset()


def _sorts(words: Sequence[str], code: str) -> list[tuple[Sort, bool]]:
    """What each word does, and whether it is of a phrase beside a name; a phrase of giving takes all its words."""
    phrases, rules, beside = giving(code), _empty_words(code), attributing(code)
    found = [(Sort.EMPTY if len(word) < _SHORTEST or word in rules else Sort.CONTENT, False) for word in words]
    for at, word in enumerate(words):
        for phrase in phrases.get(word, ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                found[at : at + len(phrase)] = [(Sort.GIVING, word in beside)] * len(phrase)
                break
    return found


@cache
def _empty_words(code: str) -> frozenset[str]:
    rules = figure_words(code)
    words = {*rules.function, *rules.rise, *rules.fall, *rules.auxiliaries, *rules.between_subject, *rules.pronouns}
    return frozenset(plain(word) for word in words) | said_of_numbers(code)


@lru_cache(maxsize=1 << 15)
def keys_of(word: str, code: str) -> frozenset[str]:
    """What a folded word means, in keys that languages share: its meanings, itself, and of a long word its skeleton of
    consonants, which cognates have in common (container, conteneur)."""
    stem = word[:-1] if len(word) > _SHORTEST_COGNATE and word[-1] in "sne" else word
    found = {*meanings(word, code).keys, f"= {stem}"}
    if len(word) >= _SHORTEST_COGNATE:
        found.add(f"~ {skeleton(word)}")
    return frozenset(found)


@lru_cache(maxsize=1 << 15)
def skeleton(word: str) -> str:
    """The first consonants of a word, as languages spell them alike: kokain, cocaine."""
    hard = re.sub(r"ph", "f", re.sub(r"ck|qu|c(?![eih])|ch", "k", word))
    bare = re.sub(r"[aeiouyhw]", "", hard[1:].replace("z", "s").replace("c", "s").replace("j", ""))
    return (hard[0] + re.sub(r"(.)\1+", r"\1", bare))[:_SKELETON]


def frames(
    text: str, code: str, sentence: list[Token], figures: Sequence[Figure], known_as: dict[str, str]
) -> list[Frame]:
    """The frame of each figure of one sentence. `known_as`: the one name of each body that has several."""
    cuts = [_cut(text, one, other, code) for one, other in pairwise(figures)]
    found: list[Frame] = []
    opened = bids = False
    for at, figure in enumerate(figures):
        start = cuts[at - 1] if at else -1
        end = cuts[at] if at < len(cuts) else len(text)
        inside = [token for token in sentence if start <= token.start and token.end <= end]
        opened = opened or any(token.sort is Sort.GIVING for token in inside)
        inside = with_givers(text, inside, figure, code) if opened else inside
        comma = text.find(",", figure.end)
        close = comma if comma >= 0 else len(text)
        content = [token for token in inside if token.sort is Sort.CONTENT and token.start < close]
        noun, own = _noun(text, figure, sentence, code), _own_predicate(text, figure, inside, code)
        gives = any(token.sort is Sort.GIVING and token not in own for token in inside)
        bids = _bids(inside) or (bids and not gives)  # the region offers 20 million, the town five
        named = (token for token in inside if token.body is not None and token not in own)
        given_by = givers(text, inside, figure) if gives else _NO
        bodies = given_by or {one.body for one in named if one.body is not None and not _behind(text, figure, one)}
        found.append(
            Frame(
                words=frozenset(key for token in content for key in token.keys),
                own=tuple(token.keys for token in content),
                bodies=frozenset(known_as.get(one, one) for one in bodies)
                or (_subject_of(inside, noun) if gives else _NO),
                gives=gives,
                noun=noun,
                expects=_expects(inside, figure),
                start=max(start, 0),
                end=end,
                giving=tuple(token.start for token in inside if token.sort is Sort.GIVING),
                held=held(text, inside, figure, code),
                owned=owned(text, inside, figure, code),
                phrased=bool(given_by) and all(t.beside for t in inside if t.sort is Sort.GIVING),
                bare=bare(text, inside, figure),
                passive=_in_passive(text, inside, code),
                asks=any(token.asks for token in content),
                bids=bids,
            )
        )
    return found


def _behind(text: str, figure: Figure, token: Token) -> bool:
    """Whether a body stands right behind a count, or a word later: it is what is counted, and gives nothing."""
    between = text[figure.end : token.start]
    return figure.unit == "count" and token.start >= figure.end and len(between.split()) <= 1


def _own_predicate(text: str, figure: Figure, inside: Sequence[Token], code: str) -> tuple[Token, ...]:
    """The words from a figure to the verb that says what those whom it counts say: half of teens say they feel
    addicted. They give no figure, they are what it counts."""
    behind = [token for token in inside if token.start >= figure.end]
    verb = next((at for at, token in enumerate(behind) if token.sort is Sort.GIVING), None)
    if verb is None or verb > _OWN_NOUN:
        return ()
    between = text[figure.end : behind[verb].start]
    apposed = text[: figure.start].endswith(", ") and between.startswith(",")
    if _STOP.search(between[1:] if apposed else between):
        return ()
    if plain(text[behind[verb].start : behind[verb].end]) in attributing(code):
        return ()
    if any(plain(text[token.start : token.end]) in subject_words(code).agents for token in behind[verb + 1 : verb + 2]):
        return ()  # the 34 announced by the police
    return tuple(behind[: verb + 1])


def _expects(inside: Sequence[Token], figure: Figure) -> bool:
    """Whether the last verb before the figure that gives it, or wishes for it, is one of wishing."""
    ahead = [token for token in inside if token.start < figure.start]
    for at in range(len(ahead) - 1, -1, -1):
        token = ahead[at]
        given = token.sort is Sort.GIVING and _is_verb(token)
        noun = token.expects and at > 0 and ahead[at - 1].sort is Sort.GIVING  # put demand at 17,500
        if (token.expects or given) and not noun:
            return token.expects
    return False


def _bids(inside: Sequence[Token]) -> bool:
    """Whether a verb of asking or offering stands in a clause; behind a verb of giving it is a noun: put demand at
    17,500."""
    return any(token.bids and not (at and inside[at - 1].sort is Sort.GIVING) for at, token in enumerate(inside))


def _in_passive(text: str, inside: Sequence[Token], code: str) -> bool:
    """Whether a verb of giving stands right behind an auxiliary of the passive, and nobody behind it does it."""
    for at in range(1, len(inside)):
        if inside[at].sort is Sort.GIVING and _form(text, inside[at - 1]) in figure_words(code).passive:
            return subject_words(code).agents.isdisjoint([_form(text, token) for token in inside[at + 1 :]])
    return False


def _form(text: str, token: Token) -> str:
    """A word as the tables have it."""
    return plain(text[token.start : token.end])


def _is_verb(token: Token) -> bool:
    """Whether a word of a phrase of giving is long enough to be more than its preposition."""
    return token.end - token.start > _SHORTEST


def _subject_of(inside: Sequence[Token], noun: frozenset[str]) -> frozenset[str]:
    """The word right before the first verb of giving, else the one behind it, where no body is named: residents say."""
    first = next(at for at, token in enumerate(inside) if token.sort is Sort.GIVING)
    ahead, behind = inside[max(0, first - _NEAR) : first], inside[first : first + _NEAR]
    for token in (*reversed(ahead), *behind):
        if token.sort is Sort.CONTENT and token.keys != noun:
            return frozenset({f"{NOUN}{min(token.keys)}"})
    return _NO


def _cut(text: str, one: Figure, other: Figure, code: str) -> int:
    """Where the clause of one figure ends and that of the next begins."""
    between = text[one.end : other.start]
    breaks = list(_BREAK.finditer(between))
    if breaks:
        return one.end + breaks[-1].end()
    openers = list(_openers(code).finditer(between))
    if openers:
        return one.end + openers[-1].start()
    comma = between.rfind(",")
    return one.end + comma + 1 if comma >= 0 else one.end + _behind_noun(between)


@cache
def _openers(code: str) -> re.Pattern[str]:
    words = {word: re.escape(word) for word in sorted(figure_words(code).clause)}
    # an article opens a clause only behind a comma: the insurers of the town, but the insurers, who
    forms = "|".join(
        rf"(?<=, ){form}" if word in subject_words(code).articles else form for word, form in words.items()
    )
    return re.compile(rf"(?<![^\W_])(?:{forms or '$.'})(?![^\W_])", re.IGNORECASE)


def _behind_noun(between: str) -> int:
    """The end of the first word: the noun of the figure before."""
    match = _WORD.search(between)
    return match.end() if match is not None else 0


def _noun(text: str, figure: Figure, sentence: Iterable[Token], code: str) -> frozenset[str]:
    """What a count stands right before: the last word of its measure, where that stands there, else the next word."""
    if figure.unit != "count":
        return _NO
    behind = text[figure.end : figure.end + _MEASURE]
    ahead = len(behind) - len(behind.lstrip())
    measured = bool(figure.measure) and behind.startswith(figure.measure or "", ahead)
    last = figure.end + ahead + (figure.measure or "").rfind(" ") + 1 if measured else figure.end
    for token in sentence:
        if token.start >= last:
            near = token.start - last <= 2 and not text[last : token.start].strip()
            if not near or token.sort not in (Sort.AGENT, Sort.CONTENT):
                return _NO
            written = plain(text[token.start : token.end])
            keys = token.keys if token.sort is Sort.CONTENT else keys_of(written, code)
            return keys | {PEOPLE, ANYTHING} if written in anything(code) else keys
    return _NO


def apposed(text: str, sentence: Sequence[Token], figures: Sequence[Figure]) -> list[tuple[str, str]]:
    """Pairs of bodies that stand side by side, the one saying what the other is: the grid operator Rede Norte. Over a
    figure or a semicolon nobody does: girls 4.7 hours, boys 3.9; 6,000 for the police; the union, 11,000."""
    agents = [(at, token.body) for at, token in enumerate(sentence) if token.body is not None]
    return [
        (one, other)
        for (at, one), (next_at, other) in pairwise(agents)
        if one != other
        and next_at - at <= _APPOSED
        and Sort.GIVING not in (token.sort for token in sentence[at:next_at])
        and not any(sentence[at].end <= figure.start < sentence[next_at].start for figure in figures)
        and not _BREAK.search(text, sentence[at].end, sentence[next_at].start)
    ]


def aliases(text: str, sentences: Iterable[tuple[Sequence[Token], Sequence[Figure]]]) -> dict[str, str]:
    """The bodies of a document that are named in several ways, each under the first of its names."""
    first: dict[str, str] = {}
    for sentence, figures in sentences:
        for one, other in apposed(text, sentence, figures):
            low, high = sorted((first.get(one, one), first.get(other, other)))
            first |= {name: low for name, root in first.items() if root == high}
            first[one] = first[other] = low
    return first
