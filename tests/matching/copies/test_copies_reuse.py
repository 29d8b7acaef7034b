"""Passages that stand word for word in pages which are no copies."""

from hypothesis import given
from hypothesis import strategies as st

from bench.documents import document
from secondsource.matching.copies.keys import body_of
from secondsource.matching.copies.reuse import LEAST, passages, reuses
from secondsource.matching.copies.stage import MatchCopies
from secondsource.model.link import LinkKind
from secondsource.model.pile import Pile

SHARED = "The weir at Ollerby was built in 1934 and raised by forty centimetres after the flood of 1968."
AGENCY = f"""Water stood to the sills of eleven houses in Ollerby on Friday morning, the county said.
Two pumps failed in the night and were replaced by ten, engineer Ruth Salk told reporters.
{SHARED}
Nobody was hurt. The road to Marl stays shut until Monday at least, and the school with it.
The county expects another crest on Saturday evening, lower than the first by a hand."""
OWN = f"""On the third stair of the Swan a pencil line says 1968, and on Friday Jean Pell drew another below it.
She has kept the inn for twenty-six years, with two dogs and a piano that now stands on beer crates.
“They ring the bell when it is too late,” she says, and pours tea for the men with the sandbags.
{SHARED}
Her neighbour lost his bees, nineteen hives of them, and does not want to be asked about it.
At noon a girl came by in a canoe to sell the paper. It had yesterday’s weather on the front."""
NO_NAMES = "it is too early to say what the cause of all this may have been in the end"


def linked(*texts: str) -> list[tuple[str, str]]:
    pile = Pile(tuple(document(f"{at}", text, "en") for at, text in enumerate(texts)))
    found = MatchCopies().match(pile, ())
    return [(link.left, link.right) for link in found.links if link.kind is LinkKind.REUSE]


def test_one_sentence_of_another_page_is_shown_on_both_sides() -> None:
    left, right = body_of(document("0", AGENCY, "en")), body_of(document("1", OWN, "en"))
    ((here, there),) = passages(left, right)
    assert here.cut(AGENCY) == there.cut(OWN) == SHARED.rstrip(".")
    assert linked(AGENCY, OWN) == [("0", "1")]


def test_its_link_gives_the_places_in_pairs() -> None:
    bodies = {key: body_of(document(key, text, "en")) for key, text in (("0", AGENCY), ("1", OWN))}
    (link,) = reuses([("0", "1")], bodies, [])
    assert [place.source for place in link.reasons[0].spans] == ["0", "1"]
    assert 0.1 < link.score < 0.4


def test_copies_need_no_such_link() -> None:
    assert linked(AGENCY, AGENCY.replace("eleven", "twelve")) == []


def test_a_turn_of_speech_without_name_or_figure_is_no_passage() -> None:
    assert linked(f"{AGENCY} Salk said {NO_NAMES}.", f"{OWN.replace(SHARED, '')} Pell said {NO_NAMES}.") == []


def test_pages_in_two_languages_share_no_words() -> None:
    assert passages(body_of(document("0", AGENCY, "en")), body_of(document("1", OWN, "de"))) == []


OF_A_PASSAGE = [
    "In",
    "1934",
    "the",
    "wide",
    "old",
    "weir",
    "at",
    "Ollerby",
    "was",
    "built",
    "of",
    "oak",
    "by",
    "ten",
    "men",
]


@given(st.integers(0, len(OF_A_PASSAGE)))
def test_a_passage_has_a_dozen_words_at_least(count: int) -> None:
    shared = " ".join(OF_A_PASSAGE[:count])
    left = f"Alpha beta gamma. {shared} here ends the first."
    right = f"Delta epsilon zeta eta. {shared} there stops another one."
    found = passages(body_of(document("0", left, "en")), body_of(document("1", right, "en")))
    assert bool(found) == (count >= LEAST)
