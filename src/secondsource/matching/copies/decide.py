"""Is it a copy, and of which kind?"""

import re
from enum import Enum

from secondsource.model.group import Relation
from secondsource.model.span import Place, Reason

from .compare import Comparison
from .keys import Body, runs_of
from .names import same_house
from .wording import wording

STRETCH = 20
"""Words in a row taken over, from which sentences stand as they stood: rewrites and translations measured lie below
15."""
ALL = 0.92
"""Share of a text's words from which it holds nothing of its own, but for what the page adds before or behind."""
CLEAN = 0.96
"""Share of the words between from which nothing was changed within."""
LINE = 12
"""Words that a page adds before or behind, as a credit or a link does, without changing the text."""
SENTENCE = 5
"""Words of a sentence that is missed when it is gone."""
CHANGED = 0.03
"""By how much more of the longer text must be missing than the shorter one's changes account for."""
SOME = 0.3
"""Share of a text's words that it keeps at least where it is the other's, edited: a long quote alone is less."""
MOST = 0.62
"""Share of a text's words from which it is the other's, edited, even where no long stretch was left alone."""
STEADY = 0.85
"""Share of even steps, and of what stands in order, from which sentence follows sentence, as a translation does."""
KEPT_ORDER, KEPT_PACE, TRANSLATED = 0.82, 0.7, 0.33
"""Less is asked of what certainly is a copy in another language."""
FOLLOWED = 0.4
"""Share of a text that a translation has at least in the other's order."""
FEW = 8
"""Names and figures in order from which a single aligned sentence is enough."""
WITHIN = 0.07
"""How much more likeness is asked of two texts in one language, which share words anyhow."""
SAME_WIRE = 0.1
"""How much less likeness is asked of two pages that name one wire."""
NAMED, BOTH_NAME = 0.6, 0.4
"""Share of the usual bar where one page names the other's house as its source, and where both name one house outside
the pile as theirs."""
HANDED_OUT = 6
"""Names and figures that two pages made from one press release share at least."""
HANDED_OUT_SHARE = 0.5
"""The share that this is of those of the page that has fewer."""
TOLD_ACROSS, MOSTLY, ORDERED_ACROSS = 2.0, 0.5, 8
"""Summed likeness of aligned sentences, their share of the narration, or names and figures in order, of which a copy in
another language has one at least: of real reports of one event hardly any pair does."""
LINES, SURELY = 3, 0.7
"""Sentences that must stand so in a text as long as another, or the likeness of the whole."""
TOLD, WORDS, ORDERED, LISTED = 1.0, 0.1, 11, 0.7
"""The same within a language, or the share of 5-grams taken over; or so many names and figures, that share of all."""
SOME_WORDS, ALL_ELSE = 0.02, 0.75
"""The share of 5-grams that a retelling has, unless all else is alike to this degree."""
OWN_NUMBERS = 2
"""Figures of its own that tell a report which also goes by other sources."""
HANDED_OUT_MARGIN = 0.2
"""How much more likeness is asked of two pages that share a press release and each have more than it."""


def names_as_source(body: Body, other: Body) -> bool:
    """Whether a body credits the other's outlet as the one it relays."""
    return other.outlet is not None and any(same_house(name, other.outlet) for name in body.signs.relays)


def tells_of_wire(body: Body, other: Body) -> bool:
    """Whether a body tells, anywhere, something by the agency that sent the other: "a person told Finport"."""
    wire = other.signs.wire
    if wire is None or not other.signs.dateline or body.signs.wire is not None:
        return False
    return re.search(rf"(?<!\w){re.escape(wire)}(?!\w)", body.excerpt.text) is not None


def one_wire(left: Body, right: Body) -> bool:
    """Whether both name one agency, be it one of several."""
    sides = left.signs.wires, right.signs.wires
    return any(same_house(one, other) for one in sides[0] for other in sides[1])


def two_agencies(left: Body, right: Body) -> bool:
    """Whether each carries the text of another agency, unchanged by its own word."""
    if not left.signers:
        return False  # nobody in the pile signs as a wire
    signs = left.signs, right.signs
    if signs[0].wire is None or signs[1].wire is None or signs[0].edited or signs[1].edited:
        return False
    return not one_wire(left, right)


def one_report(left: Body, right: Body) -> bool:
    """Whether both name one agency and are of one day or the next: its text, or takes of it."""
    return one_wire(left, right) and one_day(left, right)


def one_day(left: Body, right: Body) -> bool:
    """Whether both state the same day of the year, or the next."""
    one, other = left.signs.day, right.signs.day
    if one is None or other is None:
        return False
    return abs((one[0] - other[0]) * 31 + one[1] - other[1]) <= 1


def one_relayed(left: Body, right: Body) -> str | None:
    """The house that both name as the one they have it from."""
    return next((one for one in left.signs.relays for other in right.signs.relays if same_house(one, other)), None)


def one_handout(left: Body, right: Body, shared: int, fewest: int) -> bool:
    """Whether both were written from one press release and from nothing else: each says that it goes by one, or is it,
    neither is signed by a reporter or a wire, somebody is quoted, and nobody whom the other does not name, and of what
    the one names and counts (`fewest`) the other has half (`shared`)."""
    sides = left.signs, right.signs
    if not (sides[0].handout or sides[0].issues) or not (sides[1].handout or sides[1].issues):
        return False
    if any(each.reporter or each.wire is not None or each.relays for each in sides) or not near_days(left, right):
        return False
    if shared < HANDED_OUT or shared < HANDED_OUT_SHARE * fewest:
        return False
    quoted = left.speakers | right.speakers
    return bool(quoted) and quoted <= left.vocabulary & right.vocabulary


def handed_out_to_both(left: Body, right: Body) -> bool:
    """Whether a press release explains what two pages share: both go by one, and each counts things that the other does
    not."""
    if not (left.signs.handout and right.signs.handout) or one_wire(left, right):
        return False
    return min(len(left.numbers - right.numbers), len(right.numbers - left.numbers)) >= OWN_NUMBERS


def near_days(left: Body, right: Body) -> bool:
    """Whether nothing says that more than a day lies between the two."""
    return left.signs.day is None or right.signs.day is None or one_day(left, right)


class Standing(Enum):
    """How surely a page has its text from another."""

    COPY = "copy"
    POSSIBLE = "possible copy"
    """Too alike for two reports that surely are independent, and not enough to call either a copy."""
    APART = "apart"


def standing(comparison: Comparison, least: float) -> Standing:
    """Whether enough recurs in order. Pages that name one wire, or one the other, need less; pages that share a press
    release need more, unless that is all they were made from."""
    left, right = comparison.left, comparison.right
    if one_handout(left, right, comparison.shared, comparison.fewest):
        return Standing.COPY
    relayed = one_relayed(left, right) is not None
    if len(comparison.chain) < 2 and comparison.ordered < FEW and not relayed:
        return Standing.APART
    named = names_as_source(left, right) or names_as_source(right, left)
    bar = least - SAME_WIRE if one_report(left, right) else least
    if handed_out_to_both(left, right):
        bar += HANDED_OUT_MARGIN
    if named or relayed:
        bar = least * (BOTH_NAME if relayed else NAMED)
    if comparison.score < bar:
        return Standing.APART
    if named or relayed or one_wire(left, right):
        return Standing.COPY
    if left.language == right.language:
        bar += WITHIN
    return Standing.COPY if comparison.score >= bar and _substantial(comparison) else Standing.POSSIBLE


def _substantial(comparison: Comparison) -> bool:
    """Whether two pages share more than reports of one event do, whose few names come in like order: sentences that
    tell the same, or many names and figures in one order."""
    sentences = comparison.left.sentences
    told = sum(pairing.likeness for pairing in comparison.chain if not sentences[pairing.left].quoted)
    if comparison.left.language != comparison.right.language:
        much = told >= TOLD_ACROSS or comparison.narration >= MOSTLY or comparison.ordered >= ORDERED_ACROSS
        return much or _line_by_line(comparison)
    listed = comparison.ordered >= ORDERED and comparison.ordered >= LISTED * comparison.fewest
    if comparison.contained < SOME_WORDS and comparison.score < ALL_ELSE and not listed:
        return False  # who retells a text keeps a turn of it somewhere
    return told >= TOLD or comparison.contained >= WORDS or listed


def _line_by_line(comparison: Comparison) -> bool:
    """Whether two texts have as many sentences, and those that tell the same stand at the same place."""
    sizes = len(comparison.left.sentences), len(comparison.right.sentences)
    beside = all(abs(pairing.left - pairing.right) <= 1 for pairing in comparison.chain)
    enough = len(comparison.chain) >= LINES or comparison.score >= SURELY
    return abs(sizes[0] - sizes[1]) <= 1 and beside and enough


def relation_of(earlier: Body, later: Body, comparison: Comparison, *, passed: frozenset[str]) -> Relation:
    """How `later` stands to `earlier`, from which it derives.

    `passed` are the languages of the texts before `earlier`: a text that comes home to one is a back-translation.
    """
    if earlier.language != later.language:
        if not _translated(comparison, later):
            return Relation.REWRITE
        return Relation.BACK_TRANSLATION if later.language in passed else Relation.TRANSLATION
    if next_take(earlier, later):
        return Relation.FOLLOW_UP
    words = wording(earlier, later)
    added = (1 - words.kept) * len(later.words)
    clean = words.whole >= CLEAN and (words.kept >= ALL or added <= LINE)
    if clean and words.given >= ALL and not _drops_a_sentence(earlier, later):
        return Relation.VERBATIM
    if clean and words.given < words.kept - CHANGED:
        return Relation.EXCERPT
    if (words.run >= STRETCH and words.kept >= SOME) or words.kept >= MOST:
        return Relation.LIGHT_EDIT
    if later.signs.through is not None and later.signs.through != later.language:
        return Relation.BACK_TRANSLATION
    return Relation.REWRITE


def _drops_a_sentence(earlier: Body, later: Body) -> bool:
    """Whether a whole sentence of a text is gone from its copy: a line that only signs is none."""
    text = earlier.marked.document.text
    for sentence in earlier.sentences:
        words = earlier.words_in(sentence.span.cut(text))
        ended = sentence.span.cut(text).rstrip("»”\"“)' ").endswith((".", "!", "?", "…"))
        if ended and len(words) >= SENTENCE and not any(run in later.runs for run in runs_of(words)):
            return True
    return False


def follows(comparison: Comparison, later: Body) -> bool:
    """Whether the sentences of `later` follow those of the other text one by one."""
    steady = comparison.pace >= STEADY and comparison.order >= STEADY
    return steady and comparison.explained(later.source) >= FOLLOWED


def _translated(comparison: Comparison, later: Body) -> bool:
    """Whether a text in another language keeps the order: shortened or not, it is a translation."""
    in_order = comparison.order >= KEPT_ORDER and comparison.pace >= KEPT_PACE
    return in_order and comparison.explained(later.source) >= TRANSLATED


def next_take(earlier: Body, later: Body) -> bool:
    """Whether both stand as one agency sent them and neither is the other's text: takes of a running report. Where one
    lacks its writers' signs, more must be new."""
    if earlier.language != later.language or not one_wire(earlier, later):
        return False
    signs = earlier.signs, later.signs
    if not all(each.dispatched for each in signs):
        return False
    kept = wording(earlier, later).kept
    return kept < (ALL if signs[0].sent and signs[1].sent else MOST)


def reason(comparison: Comparison) -> Reason:
    """What the two have in common, with the three sentences most alike."""
    best = sorted(comparison.chain, key=lambda p: (-p.likeness, p.left))[:3]
    places: list[Place] = []
    for pairing in sorted(best, key=lambda p: p.left):
        left, right = comparison.left.sentences[pairing.left].span, comparison.right.sentences[pairing.right].span
        places.append(Place(comparison.left.source, left.start, left.end))
        places.append(Place(comparison.right.source, right.start, right.end))
    return Reason(
        f"{len(comparison.chain)} sentences tell the same in the same order, "
        f"{comparison.narration:.0%} of the shorter text's own narration; "
        f"{comparison.ordered} names and figures in the same order",
        tuple(places),
    )
