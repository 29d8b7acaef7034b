"""Who gives a figure: the words that only describe a body are a part of its name, and say nothing of what is measured.
The Berlin auctioneer Karla Rieck; Ignis, which works with satellite images, puts it at 3,100."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from secondsource.language.figures import figure_words
from secondsource.language.subjects import reaching, subject_words
from secondsource.model.mark import Figure
from secondsource.text.normalise import plain

from .token import Sort, Token

_MOST = 3
"""Words right before a name, at most, that say who it is of."""
_PRONOUN = 2
"""Letters, at most, of a pronoun that stands for what is counted: en."""
_WITHIN = 6
"""Words behind a phrase such as according to, at most, within which the body stands."""
_QUOTED = re.compile(r"""\s?["“„«‘‹][^"“”„«»’›.!?]{1,40}["”“»’›]""")
_JOINED = re.compile(r"[\s'’-]*")
_STOP = re.compile(r"[,.;:!?()–—]|\d")
_BROKEN = re.compile(r"[.;:!?()]|\d")


def with_givers(text: str, clause: Sequence[Token], figure: Figure, code: str) -> list[Token]:
    """The tokens of a clause that somebody gives a figure in, those that describe a body counted to it."""
    clause = _with_nouns(text, clause, figure, code)
    described: dict[int, str] = {}
    for side in (range(*bounds) for bounds in _sides(clause, figure)):
        for find in (_before_its_name, _in_its_name, _up_to_its_verb, _behind_a_phrase):
            described |= {side[at]: body for at, body in find(text, clause[side.start : side.stop])}
    return [
        replace(token, sort=Sort.AGENT, body=described[at], keys=frozenset()) if at in described else token
        for at, token in enumerate(clause)
    ]


def _with_nouns(text: str, clause: Sequence[Token], figure: Figure, code: str) -> Sequence[Token]:
    """The tokens of a clause, a noun for a body counted to those who give figures where it stands beside a verb or
    phrase of giving, or right before the figure: the museum at 1.6 million."""
    found: set[int] = set(_subject_of_its_verb(text, clause, figure, code))
    for first, last in _sides(clause, figure):
        inside = clause[first:last]
        for at, token in enumerate(inside):
            if token.sort is Sort.GIVING:
                found |= {first + one for step in (-1, 1) for one in _run(text, inside, at, step)}
        if not first:
            found |= set(_run(text, inside, last, -1))
    return [
        replace(token, sort=Sort.AGENT, body=f"body {text[token.start : token.end].casefold()}", keys=frozenset())
        if at in found
        else token
        for at, token in enumerate(clause)
    ]


def _subject_of_its_verb(text: str, clause: Sequence[Token], figure: Figure, code: str) -> list[int]:
    """The words before the verb that alone stands before a figure that counts nothing: whoever they are, they give it.
    A comparison site lists 61,000. Words for what is measured give nothing (the damage was put at 12 million), nor does
    the subject of a passive."""
    (_, ahead), _ = _sides(clause, figure)
    verb = next((at for at in range(ahead - 1, -1, -1) if clause[at].sort is not Sort.EMPTY), None)
    if verb is None or clause[verb].sort is not Sort.GIVING or clause[verb].beside or not bare(text, clause, figure):
        return []
    phrase = verb
    while phrase and clause[phrase - 1].sort is Sort.GIVING:
        phrase -= 1
    forms = [_written(text, token) for token in clause[phrase : verb + 1]]
    pronoun = len(forms[0]) <= _PRONOUN  # the hunters en voient 180
    before = _written(text, clause[phrase - 1]) if phrase else ""
    if (
        (not pronoun and not reaching(code).isdisjoint(forms))
        or before in subject_words(code).articles
        or before in figure_words(code).passive
    ):
        return []
    verb = phrase
    first = verb
    while first and clause[first - 1].sort in (Sort.EMPTY, Sort.CONTENT, Sort.AGENT):
        aside = clause[first].sort is Sort.EMPTY  # the hunters, they, see 180
        stop = _BROKEN if aside else _STOP
        if stop.search(text, clause[first - 1].end, clause[first].start) or clause[first - 1].asks:
            break
        first -= 1
    named = [at for at in range(first, verb) if clause[at].sort is not Sort.EMPTY]
    asked = first > 0 and clause[first - 1].asks
    return [] if asked or len(named) > _MOST else [at for at in named if clause[at].sort is Sort.CONTENT]


def _written(text: str, token: Token) -> str:
    return plain(text[token.start : token.end])


def _run(text: str, inside: Sequence[Token], at: int, step: int) -> list[int]:
    """The nouns for bodies among the content words that stand right beside a place, empty words apart."""
    beside, found = at + step, []
    while 0 <= beside < len(inside) and inside[beside].sort in (Sort.EMPTY, Sort.CONTENT):
        low, high = sorted((beside, beside - step))
        if high < len(inside) and _STOP.search(text, inside[low].end, inside[high].start):
            break
        if inside[beside].sort is Sort.CONTENT:
            found.append(beside)
            if len(found) > _MOST:
                return []
        elif found:
            break
        beside += step
    return [one for one in found if inside[one].may_give]


def _sides(clause: Sequence[Token], figure: Figure) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where the words before a figure stand, and those behind it: no name is described across it."""
    behind = next((at for at, token in enumerate(clause) if token.start >= figure.end), len(clause))
    return (0, behind), (behind, len(clause))


def givers(text: str, clause: Sequence[Token], figure: Figure) -> frozenset[str]:
    """Who gives a figure, where that stands beside the verb or the phrase by which it is given."""
    found: set[str] = set()
    for side in _sides(clause, figure):
        inside = clause[slice(*side)]
        for at, token in enumerate(inside):
            if token.sort is not Sort.GIVING:
                continue
            ahead = None if token.beside and not _is_last(text, inside, at) else _next(text, inside, at, -1)
            body = ahead or _next(text, inside, at, 1)
            found |= {body} if body is not None else set()
    return frozenset(found)


def _is_last(text: str, inside: Sequence[Token], at: int) -> bool:
    """Whether nothing stands behind a phrase that its name might be: of the union zufolge, the name is before it."""
    return at + 1 == len(inside) or bool(_STOP.search(text, inside[at].end, inside[at + 1].start))


def _next(text: str, inside: Sequence[Token], at: int, step: int) -> str | None:
    """The body that stands beside a word, with nothing but empty words between."""
    beside = at + step
    while 0 <= beside < len(inside):
        low, high = sorted((beside, beside - step))
        if _BROKEN.search(text, inside[low].end, inside[high].start):
            return None
        if inside[beside].sort is not Sort.EMPTY:
            return inside[beside].body if inside[beside].sort is Sort.AGENT else None
        beside += step
    return None


def held(text: str, clause: Sequence[Token], figure: Figure, code: str) -> bool:
    """Whether the word right before a figure names who gives it, or is his verb, or such a verb or phrase stands right
    behind it: the union counts 20; the union, 20; 20 according to the union. A mother of two gives no number."""
    ahead = [token for token in clause if token.end <= figure.start]
    named = next((at for at in range(len(ahead) - 1, -1, -1) if ahead[at].sort is not Sort.EMPTY), None)
    if named is not None and ahead[named].sort is Sort.GIVING:
        return True
    if named is not None and ahead[named].sort is Sort.AGENT:
        return subject_words(code).belonging.isdisjoint(
            plain(text[token.start : token.end]) for token in ahead[named + 1 :]
        )
    after = [token for token in clause if token.start >= figure.end]
    if not after or after[0].sort is not Sort.GIVING:
        return False
    # 20 according to the union; 20, says the union: but not 15, said her daughters knew
    name = next((at for at, token in enumerate(after) if token.sort is Sort.AGENT), None)
    return after[0].beside or (name is not None and _is_last(text, after, name))


def owned(text: str, clause: Sequence[Token], figure: Figure, code: str) -> bool:
    """Whether the word right before a figure says that it belongs to somebody: the bank has 1,105; a mother of two."""
    ahead = [token for token in clause if token.end <= figure.start]
    return bool(ahead) and plain(text[ahead[-1].start : ahead[-1].end]) in subject_words(code).belonging


def bare(text: str, clause: Sequence[Token], figure: Figure) -> bool:
    """Whether nothing stands right behind a figure that it might count or be of: 20, 20 according to the union."""
    behind = next((token for token in clause if token.start >= figure.end), None)
    return behind is None or behind.sort is Sort.GIVING or bool(_STOP.search(text, figure.end, behind.start))


def _before_its_name(text: str, clause: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """Words right before a name: the Berlin auctioneer Karla Rieck."""
    for at, token in enumerate(clause):
        if token.body is not None and token.sort is Sort.AGENT:
            yield from ((inside, token.body) for inside in range(_first(text, clause, at), at))


def _in_its_name(text: str, clause: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """Words in quotation marks right behind a body: the citizens' initiative "Bridge now"."""
    for at, token in enumerate(clause):
        quoted = _QUOTED.match(text, token.end) if token.sort is Sort.AGENT else None
        if quoted is not None and token.body is not None:
            yield from ((one, token.body) for one in range(at + 1, len(clause)) if clause[one].end <= quoted.end())


def _first(text: str, clause: Sequence[Token], name: int) -> int:
    """Where the words begin that stand right before a name and describe it."""
    first = name
    while first and name - first < _MOST and _is_description(clause[first - 1]):
        if not _JOINED.fullmatch(text, clause[first - 1].end, clause[first].start):
            break
        first -= 1
    return first


def _is_description(token: Token) -> bool:
    return token.sort is Sort.CONTENT and not token.asks


def _up_to_its_verb(text: str, clause: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """Words from a name to the verb by which it gives the figure: an expert hired by the farmers says."""
    for at, token in enumerate(clause):
        if token.sort is not Sort.GIVING or token.beside:
            continue
        ahead = next((back for back in range(at - 1, -1, -1) if clause[back].sort is Sort.AGENT), None)
        if ahead is None or not _opens(text, clause, ahead) or _BROKEN.search(text, clause[ahead].end, token.start):
            continue
        body = clause[ahead].body
        if body is not None:
            yield from ((inside, body) for inside in range(ahead + 1, at) if clause[inside].sort is Sort.CONTENT)


def _opens(text: str, clause: Sequence[Token], name: int) -> bool:
    """Whether a name, with the words that describe it, begins its clause: a mission for the army is no army."""
    for at in range(_first(text, clause, name) - 1, -1, -1):
        if clause[at].body is not None and clause[at].body == clause[name].body:
            continue
        if clause[at].sort is Sort.GIVING or _STOP.search(text, clause[at].end, clause[at + 1].start):
            return True
        if clause[at].sort is not Sort.EMPTY:
            return False
    return True


def _behind_a_phrase(text: str, clause: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """Words from a phrase to the name behind it: according to a study by the university of Brno."""
    for at, token in enumerate(clause):
        if token.sort is not Sort.GIVING or not token.beside:
            continue
        behind = range(at + 1, min(len(clause), at + 1 + _WITHIN))
        name = next((one for one in behind if clause[one].sort is Sort.AGENT), None)
        if (
            name is None
            or _BROKEN.search(text, token.end, clause[name].start)
            or "," in text[token.end : clause[name].start]
        ):
            continue
        body = clause[name].body
        if body is not None:
            yield from ((inside, body) for inside in range(at + 1, name) if clause[inside].sort is Sort.CONTENT)
