"""A dateline is told from the report's first words, however an agency writes it."""

import pytest

from secondsource.model.passage import Role
from secondsource.model.source import Given
from secondsource.model.span import Span
from secondsource.reading.passages_plain import label
from secondsource.reading.stripped.pieces import dateline, signer

SIGNED = [
    ("LYON, 3 mai (AFP) - ", "Le tunnel est fermé.", "AFP"),
    ("Steyr (önd) - ", "Zwei Häftlinge sind geflohen.", "önd"),
    ("LIÈGE (Belgique), 16 avril 2026 (BEL) - ", "Des couvertures grises ont été distribuées.", "BEL"),
    ("Genève, 5 mai 2026, 14h30 (ats) - ", "Le jet d’eau est arrêté.", "ats"),
    ("Bern, 24. Februar 2026 (alp) ", "Die Behörde verdächtigt drei Firmen.", "alp"),
    ("Wien (dna) ", "«Wir bauen», sagte die Ministerin.", "dna"),
    ("Luzern (sda). ", "Die Fähre fährt wieder.", "sda"),
    ("ZURICH, Feb 24, 2026, 1641 GMT (Finport) - ", "The company lost a tenth of its value.", "Finport"),
    ("Linz (Aussendung), 4. Mai 2026 - ", "„Es reicht“, sagt die Obfrau.", "Aussendung"),
    ("MADRID (Reuters) — ", "The ferry ran aground.", "Reuters"),
]


@pytest.mark.parametrize(("placed", "rest", "sign"), SIGNED)
def test_the_first_words_place_and_sign_the_report(placed: str, rest: str, sign: str) -> None:
    text = placed + rest
    found = dateline(text, Span(0, len(text)))
    assert found is not None
    assert found.cut(text) == placed.rstrip()
    assert signer(text) == sign


UNSIGNED = [
    "Friedrich Vogt (CDU) Der Kandidat lächelt vom Plakat.",
    "Der Trainer (rechts) Er schweigt seit Tagen.",
    "Die Marina in Split (Kroatien) Ein Boot sank am Montag.",
]


@pytest.mark.parametrize("text", UNSIGNED)
def test_brackets_behind_a_name_sign_nothing(text: str) -> None:
    found = dateline(text, Span(0, len(text)))
    assert found is None


def test_the_dateline_stands_behind_a_summary_in_points() -> None:
    text = (
        "UPDATE 1-Shipyard shares fall as orders are cancelled\n\n* Two frigates are struck from the list\n"
        "* Yard says it will appeal\n\nBy Ana Lima\n\n"
        "BREMEN, Feb 24, 2026, 1641 GMT (Finport) - The shipyard lost a tenth of its value on Tuesday after the "
        "government struck two frigates from its list.\n\nThe yard said that it would appeal against the decision.\n"
    )
    placed = [each.span.cut(text) for each in label(text, "en", Given()) if each.role is Role.DATELINE]
    assert placed == ["BREMEN, Feb 24, 2026, 1641 GMT (Finport) -"]
