"""The sentence that heads a figure: what a reader should meet first."""

from pathlib import Path

from tests.weighing.test_weighing_counts import claim, told

LEADS_WITH_IT = """Ferry stops after fire

LOSTOCK, Tuesday 4 March 2025 (Nordwire) - Fourteen passengers were taken to hospital on Tuesday after a fire aboard the
ferry Petrel, the operator Sundlinje said.

The fire broke out in the engine room at noon, an hour after the ship had left Aldbach, and was put out by the crew.

Sundlinje said it had cancelled all sailings until Thursday.

(Nordwire)
"""

HAS_IT_IN_A_QUOTE = """“Nobody told us which door”

By Nora Welling

Tuesday 4 March 2025

The quay was full of blankets. A band that should have played on deck played beside the ambulances, and nobody minded.

“I heard that fourteen passengers were taken to hospital, and I am not one of them, which I still cannot explain,” said
Lena Orvik, who was on her way to a wedding.
"""


def test_a_lead_in_the_reports_own_words_comes_before_a_quote(tmp_path: Path) -> None:
    row = claim(told(tmp_path, lead=LEADS_WITH_IT, quote=HAS_IT_IN_A_QUOTE), "ourteen", "measured")
    assert row.text.startswith("Fourteen passengers were taken to hospital on Tuesday")


ONE_SIDE = """Thousands march against the bypass

By Nora Welling

Tuesday 4 March 2025

About 900 people marched through Aldbach on Monday against the bypass, police said.
"""

BOTH_SIDES = """Aldbach marches

By Piet Orvik

Tuesday 4 March 2025

The bypass has divided Aldbach for years, and on Monday the town hall kept its shutters closed.

Police counted 900 people at Monday’s march through Aldbach, the organisers 2,500 people.
"""


def test_a_sentence_that_tells_both_sides_heads_a_dispute(tmp_path: Path) -> None:
    row = claim(told(tmp_path, one=ONE_SIDE, both=BOTH_SIDES), "900", "measured")
    assert row.agreement.value == "conflict"
    assert row.text.startswith("Police counted 900 people")


def test_what_pages_put_in_their_own_words_is_headed_by_what_they_share(tmp_path: Path) -> None:
    lead = (
        "Mud on the quay, and no ferry\n\nBy {}\n\nTuesday 4 March 2025\n\nThe wind turned at {} and nobody sailed.\n\n"
    )
    told_as = (
        "The port office said the ferry had been sent back from the mouth of the harbour.",
        "The port office said the ferry had been sent back from the harbour mouth.",
        "The port office said the ferry had been sent back from the mouth of the harbour just before six, "
        "with 212 sheep and the band of the fire brigade on board, and had burnt nine tonnes of oil.",
    )
    names = (("Nora Welling", "four"), ("Jonas Ekdahl", "five"), ("Petra Lindt", "dawn"))
    pages = {f"page{at}": lead.format(*names[at]) + text + "\n" for at, text in enumerate(told_as)}
    row = claim(told(tmp_path, **pages), "sent back", "said")
    assert "sheep" not in row.text


def test_a_sentence_that_only_opens_a_list_heads_nothing_where_another_does(tmp_path: Path) -> None:
    opens = (
        "Ten heads of state\n\nTuesday 4 March 2025\n\nThe papers of the firm name 140 politicians from 20 states:\n"
    )
    whole = "Whom the papers name\n\nTuesday 4 March 2025\n\nThere are 140 politicians in the papers of the firm.\n"
    row = claim(told(tmp_path, opens=opens, whole=whole), "140", "measured")
    assert not row.text.endswith(":")
